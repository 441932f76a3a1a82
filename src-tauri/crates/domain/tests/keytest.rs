//! The key test against the shared fixtures, and against plain thought: every matching, every set of changes.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

#[allow(dead_code, unreachable_pub)]
#[path = "random/dice.rs"]
mod dice;
#[path = "keytest/fixture.rs"]
mod fixture;
#[path = "keytest/made_up.rs"]
mod made_up;
mod shipped;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use dice::Dice;
use jiff::civil::{Date, date};
use made_up::{assessment, portfolio};
use takeup_domain::keytest::{
    Answer, Assessed, Assessment, Edit, Facts, Kind, Ledger, Outcome, Reading, apply, assess, check,
    check_portfolio, read, run_all, settle,
};

/// The day the dice choose from.
const DAYS: [&str; 1] = ["2026-11-25"];
const TODAY: Date = date(2026, 11, 25);

fn alone(a: &Assessment) -> (Ledger, Assessed) {
    let ledger = settle(&[a]);
    let result = assess(a, &ledger, None, None, TODAY);
    (ledger, result)
}

#[test]
fn the_twelve_shared_fixtures_come_out() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/facts/key-test-examples.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        let _ = writeln!(std::io::stderr(), "skipped: ../shared/facts/key-test-examples.json is not here");
        return;
    };
    let fixtures: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    assert_eq!(fixtures.len(), 12);
    let word = |of: &dyn std::fmt::Debug| {
        let text = format!("{of:?}");
        let mut kebab = String::new();
        for c in text.chars() {
            if c.is_uppercase() && !kebab.is_empty() {
                kebab.push('-');
            }
            kebab.extend(c.to_lowercase());
        }
        kebab
    };
    for fixture in &fixtures {
        // With evidence the outcome is that of the rules; without, the rules still say the same of what is stated.
        for with_evidence in [true, false] {
            let a = fixture::convert(fixture, with_evidence);
            let (_, result) = alone(&a);
            let [(outcome, findings), (literal, _)] = result.as_stated;
            let id = &fixture["id"];
            assert_eq!(word(&findings.shift), fixture["expected"]["limb1"].as_str().unwrap(), "{id}");
            assert_eq!(word(&findings.quality), fixture["expected"]["limb2"].as_str().unwrap(), "{id}");
            assert_eq!(word(&findings.harm), fixture["expected"]["limb3"].as_str().unwrap(), "{id}");
            assert_eq!(outcome.as_str(), fixture["expected"]["outcome"].as_str().unwrap(), "{id}");
            assert_eq!(literal.as_str(), fixture["expected_literal_reading"].as_str().unwrap(), "{id}");
            if with_evidence {
                assert_eq!((result.outcome, result.findings), (outcome, findings), "{id}");
                assert_eq!(result.literal, literal, "{id}");
            } else if outcome != Outcome::NotAnInstance {
                assert_eq!(result.outcome, Outcome::CannotSay, "{id} rests on nothing");
            }
        }
    }
}

#[test]
fn our_own_examples_come_out_and_their_documents_are_sound() {
    let catalogue = shipped::catalogue();
    assert!(catalogue.keytest.len() >= 8);
    let problems = run_all(&catalogue);
    assert!(problems.is_empty(), "{}", shipped::lines(&problems));
    let outcomes: BTreeSet<Outcome> = catalogue.keytest.values().map(|w| w.expect.outcome).collect();
    assert_eq!(outcomes.len(), Outcome::ALL.len(), "every outcome is shown: {outcomes:?}");
    let mut told = Vec::new();
    for (name, worked) in &catalogue.keytest {
        let others = worked.together_with.iter().map(|other| &catalogue.keytest[other].assessment);
        let ledger = settle(&std::iter::once(&worked.assessment).chain(others).collect::<Vec<_>>());
        let result = assess(&worked.assessment, &ledger, None, None, worked.as_at);
        let faults = check(&worked.assessment, &result, Some(&catalogue), worked.as_at);
        told.extend(
            faults
                .into_iter()
                .filter(|f| f.stops_publishing)
                .map(|f| format!("{name} {}: {}", f.at, f.wrong)),
        );
    }
    // Only the example that is about assertions rests on less than it should.
    told.retain(|line| !line.starts_with("board-on-assertions"));
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn a_document_is_written_as_it_was_read() {
    for worked in shipped::catalogue().keytest.values() {
        let text = serde_json::to_string(&worked.assessment).unwrap();
        assert_eq!(read(&text).unwrap(), worked.assessment);
    }
    let (at, wrong) = read(
        r#"{"id":"x","made_on":"2026-11-01","initiative":{"title":"t","what_changes":"w","duty_holder":"d"},
        "baseline":{"date":"2026-10-01","description":"b"},"shift":{"decision":{"before":7}}}"#,
    )
    .unwrap_err();
    assert_eq!(at, "shift.decision.before");
    assert!(wrong.contains("7 is not a level: use 0, 1, 2, 3 or 4"), "{wrong}");
    let (at, wrong) =
        read(r#"{"id":"x","made_on":"2026-11-01","baseline":{"date":"2026-02-30"}}"#).unwrap_err();
    assert!(at == "baseline.date" && wrong.contains("2026-02"), "{at}: {wrong}");
}

/// What does not depend on where a thing stands in a list.
fn settled(ledger: &Ledger, all: &[Assessment]) -> impl PartialEq + std::fmt::Debug + use<> {
    let covers: BTreeMap<_, _> =
        all.iter()
            .flat_map(|a| a.groups.iter().enumerate().map(move |(g, group)| (a, g, group)))
            .flat_map(|(a, g, group)| {
                group.effects.iter().enumerate().map(move |(e, effect)| {
                    ((a.id.clone(), group.group.clone(), effect.what.clone()), (g, e))
                })
            })
            .map(|(key, (g, e))| {
                let runs = [Reading::Guarded, Reading::Literal].map(|r| ledger.covers.runs(&key.0, g, e, r));
                let people: u64 = ledger
                    .covers
                    .of(&key.0, g, e, Reading::Guarded)
                    .map_or(0, |c| c.claims.iter().map(|c| c.people).sum());
                (key, (runs, people))
            })
            .collect();
    let shortages: BTreeSet<_> = ledger
        .shortages
        .iter()
        .map(|s| (s.actions.clone(), s.places, s.people, s.missing, s.sharing.len()))
        .collect();
    (covers, shortages, ledger.lines.clone())
}

#[test]
fn the_order_of_anything_never_matters() {
    let mut short = 0;
    for seed in 0..400 {
        let dice = &mut Dice::new(seed);
        let all = portfolio(dice, 5);
        let ledger = settle(&all.iter().collect::<Vec<_>>());
        short += usize::from(!ledger.shortages.is_empty());
        let mut other = all.clone();
        made_up::shuffle(dice, &mut other);
        for a in &mut other {
            made_up::shuffle(dice, &mut a.groups);
            made_up::shuffle(dice, &mut a.actions);
            for group in &mut a.groups {
                made_up::shuffle(dice, &mut group.effects);
            }
        }
        let again = settle(&other.iter().collect::<Vec<_>>());
        assert_eq!(settled(&ledger, &all), settled(&again, &other), "seed {seed}");
    }
    assert!(short > 50, "only {short} of 400 portfolios go short: the test says little");
}

/// Places and people as plain lists; only known numbers, so that every matching can be tried.
#[test]
fn served_is_who_is_served_in_every_largest_matching() {
    let (mut served, mut shared) = (0, 0);
    for seed in 0..400 {
        let dice = &mut Dice::new(seed);
        let case = made_up::Small::new(dice);
        let ledger = settle(&case.assessments().iter().collect::<Vec<_>>());
        let most = case.largest();
        for (n, need) in case.people.iter().enumerate() {
            // A need is served for sure when no largest matching leaves it short.
            let sure = !case.largest_leaving_short(n, most);
            let found = ledger.covers.runs(&format!("a{n}"), 0, 0, Reading::Guarded);
            let claims = case.may.iter().any(|(_, to)| *to == n);
            assert_eq!(found, [sure && claims; 2], "seed {seed}, need {n} of {need}: {case:?}");
            served += usize::from(found[0]);
        }
        for line in &ledger.lines {
            assert!(line.taken + line.cut <= u64::from(line.people.unwrap()), "seed {seed}: {line:?}");
        }
        let matched: u64 = ledger.lines.iter().map(|l| l.taken).sum();
        assert_eq!(matched, most, "seed {seed}: as many as can be are matched");
        for shortage in &ledger.shortages {
            assert!(shortage.missing.unwrap() > 0, "seed {seed}");
            let alone = shortage.missing.unwrap() + shortage.places;
            assert_eq!(
                shortage.people.unwrap(),
                alone,
                "seed {seed}: people are places and those who go without"
            );
            shared += usize::from(shortage.sharing.len() > 1);
        }
    }
    assert!(served > 100 && shared > 100, "{served} served, {shared} shared shortages");
}

/// The outcome by way of the document alone, as if a person had edited it.
fn outcome(a: &Assessment) -> Outcome {
    alone(a).1.outcome
}

fn edited<'e>(a: &Assessment, edits: impl IntoIterator<Item = &'e Edit>) -> Assessment {
    let mut changed = a.clone();
    edits.into_iter().for_each(|e| apply(e, &mut changed, TODAY));
    changed
}

#[test]
fn a_flip_flips_and_nothing_smaller_does() {
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    let mut turned = BTreeSet::new();
    for seed in 0..600 {
        let a = assessment(&mut Dice::new(seed), "a0");
        let (ledger, result) = alone(&a);
        let facts = Facts { a: &a, covers: &ledger.covers, usable: None, as_at: TODAY };
        let edits = facts.better();
        assert!(edits.len() < 40, "seed {seed}: {} changes", edits.len());
        for flip in result.flips.next.iter().chain(&result.flips.to_meet) {
            let after = outcome(&edited(&a, &flip.edits));
            assert_eq!(after, flip.becomes, "seed {seed}: {:?}", flip.edits);
            assert_ne!(after, result.outcome, "seed {seed}: it flips nothing");
            assert!(flip.edits.iter().all(|e| edits.contains(e)), "seed {seed}");
            turned.insert((result.outcome, after));
        }
        for flip in &result.flips.losing {
            let after = outcome(&edited(&a, &flip.edits));
            assert_eq!(after, flip.becomes, "seed {seed}: {:?}", flip.edits);
        }
        if result.outcome.is_met() {
            continue;
        }
        let size = result.flips.next.first().map_or(3, |f| f.edits.len());
        *sizes.entry(size).or_default() += 1;
        for smaller in subsets(&edits, (size - 1).min(2)) {
            assert_eq!(
                outcome(&edited(&a, smaller.iter().copied())),
                result.outcome,
                "seed {seed}: {smaller:?}"
            );
        }
    }
    assert!(sizes.len() >= 2 && turned.len() >= 6, "{sizes:?}, {turned:?}");
}

fn subsets(edits: &[Edit], most: usize) -> Vec<Vec<&Edit>> {
    let mut found: Vec<Vec<&Edit>> = vec![vec![]];
    for _ in 0..most {
        let longer: Vec<Vec<&Edit>> = found
            .iter()
            .flat_map(|set| {
                let from = set.last().map_or(0, |last| edits.iter().position(|e| e == *last).unwrap() + 1);
                edits[from..].iter().map(|e| set.iter().copied().chain([e]).collect()).collect::<Vec<_>>()
            })
            .collect();
        found.extend(longer);
        found.sort();
        found.dedup();
    }
    found
}

#[test]
fn each_fault_is_told_apart_with_what_to_do() {
    let catalogue = shipped::catalogue();
    let good = &catalogue.keytest["library-second-draft"].assessment;
    let kinds = |change: &dyn Fn(&mut Assessment)| -> BTreeSet<(Kind, String)> {
        let mut a = good.clone();
        change(&mut a);
        let (ledger, result) = alone(&a);
        let mut faults = check(&a, &result, Some(&catalogue), TODAY);
        faults.extend(check_portfolio(&a, &ledger));
        assert!(faults.iter().all(|f| !f.wrong.is_empty() && !f.to_do.is_empty()));
        faults.into_iter().map(|f| (f.kind, f.at)).collect()
    };
    let before = kinds(&|_| {});
    let new = |change: &dyn Fn(&mut Assessment)| -> Vec<(Kind, String)> {
        kinds(change).difference(&before).cloned().collect()
    };
    let told = |change: &dyn Fn(&mut Assessment), kind: Kind, at: &str| {
        assert!(new(change).contains(&(kind, at.to_string())), "{kind:?} at {at}: {:?}", new(change));
    };
    told(&|a| a.baseline.date = date(2027, 5, 1), Kind::Dates, "baseline.date");
    told(&|a| a.window.to = Some(date(2026, 1, 1)), Kind::Dates, "window");
    told(&|a| a.groups[0].effects[1].ends = Some(date(2020, 1, 1)), Kind::Dates, "groups[0].effects[1]");
    told(&|a| a.made_on = date(2026, 12, 24), Kind::Dates, "made_on");
    told(&|a| a.shift.values_mut().for_each(|s| s.evidence.clear()), Kind::NoEvidence, "shift");
    told(&|a| a.readers.second_reader = None, Kind::NoSecondReader, "readers.second_reader");
    told(
        &|a| a.readers.second_reader = Some(a.readers.assessor.to_uppercase()),
        Kind::NoSecondReader,
        "readers.second_reader",
    );
    told(
        &|a| {
            let claim = a.groups[1].effects[0].offsets[0].clone();
            a.groups[1].effects[0].offsets.push(claim);
        },
        Kind::CountedTwice,
        "groups[1].effects[0].offsets[1]",
    );
    told(&|a| a.actions[1].offers[0].people = Some(39), Kind::CountedTwice, "groups[1].effects[0].offsets");
    told(&|a| a.initiative.powers.push("no-such-power".into()), Kind::NotInCatalogue, "initiative.powers[0]");
    told(&|a| a.made_on = date(2025, 1, 1), Kind::Lapsed, "expires");
    told(
        &|a| a.quality.dimensions[0].status = Some(takeup_domain::keytest::Status::Worse),
        Kind::Contradiction,
        "quality.dimensions[0].status",
    );
}

#[test]
fn it_lapses_after_a_year_or_when_the_law_changes() {
    let mut a = assessment(&mut Dice::new(1), "a0");
    a.made_on = date(2025, 11, 25);
    let at = |a: &Assessment, day: Date, law: Option<&(Date, String)>| {
        let result = assess(a, &settle(&[a]), None, law, day);
        (result.expires, result.lapsed.is_some())
    };
    assert_eq!(at(&a, date(2026, 11, 25), None), (date(2026, 11, 25), false), "the last day counts");
    assert_eq!(at(&a, date(2026, 11, 26), None), (date(2026, 11, 25), true));
    a.expires = Some(date(2028, 1, 1));
    assert_eq!(at(&a, date(2026, 11, 26), None), (date(2026, 11, 25), true), "never longer than a year");
    let law = (date(2026, 4, 1), "A power".to_string());
    assert_eq!(at(&a, date(2026, 3, 31), Some(&law)), (date(2026, 4, 1), false));
    assert_eq!(at(&a, date(2026, 4, 1), Some(&law)), (date(2026, 4, 1), true), "at once");
}

#[test]
fn what_ends_in_the_window_is_taken_off() {
    let catalogue = shipped::catalogue();
    let mut a = catalogue.keytest["library-second-draft"].assessment.clone();
    assert_eq!(outcome(&a), Outcome::MeetsTakenTogether);
    a.cuts = serde_json::from_value(serde_json::json!([{"id": "old-session", "what": "the old session ends",
        "on": "2027-06-01", "kind": "access", "groups": ["visually-impaired-users"], "places": ["ashby-ward"], "people": 5}]))
    .unwrap();
    assert_eq!(outcome(&a), Outcome::MeetsTakenTogether, "45 places, 5 cut, 40 needed");
    a.cuts[0].people = Some(6);
    let (ledger, result) = alone(&a);
    assert_eq!(result.outcome, Outcome::DoesNotMeet);
    assert_eq!((ledger.shortages[0].missing, ledger.shortages[0].cut), (Some(1), 6));
    a.cuts[0].people = None;
    assert_eq!(alone(&a).1.outcome, Outcome::MeetsIf, "nobody knows how many: uncertain, not a pass");
}

#[test]
fn unknown_is_never_a_pass() {
    let mut kept = 0;
    for seed in 0..8_000 {
        let mut a = assessment(&mut Dice::new(seed), "a0");
        if !outcome(&a).is_met() {
            continue;
        }
        kept += 1;
        let decisive = a.shift.values_mut().next().unwrap();
        decisive.granted = None;
        decisive.codified = Answer::Unknown;
        if a.shift.len() == 1 {
            assert_eq!(outcome(&a), Outcome::MeetsIf, "seed {seed}");
        }
        for effect in a.groups.iter_mut().flat_map(|g| &mut g.effects) {
            effect.direction = takeup_domain::keytest::Direction::Unknown;
        }
        if a.groups.iter().any(|g| !g.effects.is_empty()) {
            assert!(!outcome(&a).is_met(), "seed {seed}");
        }
    }
    assert!(kept > 10, "{kept} are met");
}

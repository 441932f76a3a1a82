//! What is wrong with a document, each kind told apart, with what to do.

use jiff::civil::Date;

use super::assessment::Assessment;
use super::decide::Outcome;
use super::effect::{ALWAYS, Direction};
use super::evidence::{Limb, grade, months_after};
use super::fact::{Answer, Evidence};
use super::ledger::Ledger;
use super::result::Assessed;
use super::shift::Currency;
use crate::catalogue::Catalogue;

/// Kinds of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Something needed is empty.
    Empty,
    /// Two dates cannot both be right.
    Dates,
    /// A limb has no evidence.
    NoEvidence,
    /// Evidence is not of the grade or the age that is needed.
    WeakEvidence,
    /// Nobody else has read it.
    NoSecondReader,
    /// An action is counted for more people than it reaches, or twice for the same.
    CountedTwice,
    /// What is said contradicts what is worked out.
    Contradiction,
    /// A name that the catalogue does not have.
    NotInCatalogue,
    /// An action is not on file in the portfolio.
    NotOnFile,
    /// A group that is always looked at was not.
    NotLookedAt,
    /// A condition has nobody who settles it.
    NobodySettles,
    /// The result has lapsed.
    Lapsed,
}

impl Kind {
    /// The word in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Empty => "empty",
            Kind::Dates => "dates-contradict",
            Kind::NoEvidence => "no-evidence",
            Kind::WeakEvidence => "weak-evidence",
            Kind::NoSecondReader => "no-second-reader",
            Kind::CountedTwice => "counted-twice",
            Kind::Contradiction => "contradiction",
            Kind::NotInCatalogue => "not-in-catalogue",
            Kind::NotOnFile => "not-on-file",
            Kind::NotLookedAt => "not-looked-at",
            Kind::NobodySettles => "nobody-settles",
            Kind::Lapsed => "lapsed",
        }
    }
}

/// Something wrong with an assessment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// What kind.
    pub kind: Kind,
    /// Where, as a path in the document.
    pub at: String,
    /// What is wrong.
    pub wrong: String,
    /// What to do.
    pub to_do: String,
    /// It must be mended before the result is published.
    pub stops_publishing: bool,
}

struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, kind: Kind, at: impl Into<String>, wrong: impl Into<String>, to_do: impl Into<String>) {
        // Told, but no bar to publishing.
        let mild = matches!(kind, Kind::NotLookedAt | Kind::NotOnFile | Kind::WeakEvidence);
        self.0.push(Fault {
            kind,
            at: at.into(),
            wrong: wrong.into(),
            to_do: to_do.into(),
            stops_publishing: !mild,
        });
    }

    fn order(&mut self, at: &str, first: (&str, Option<Date>), then: (&str, Option<Date>)) {
        if let ((first, Some(a)), (then, Some(b))) = (first, then)
            && a > b
        {
            let wrong = format!("{first} ({a}) is after {then} ({b})");
            self.add(Kind::Dates, at, wrong, "Correct whichever is wrong.");
        }
    }
}

/// Checks one document with its result.
pub fn check(a: &Assessment, result: &Assessed, catalogue: Option<&Catalogue>, as_at: Date) -> Vec<Fault> {
    let mut faults = Faults(vec![]);
    empty(a, &mut faults);
    dates(a, as_at, &mut faults);
    shown(a, &mut faults);
    readers(a, &mut faults);
    contradictions(a, &mut faults);
    groups(a, &mut faults);
    if let Some(catalogue) = catalogue {
        names(a, catalogue, &mut faults);
    }
    if result.outcome == Outcome::MeetsIf && a.conditions.is_empty() {
        faults.add(
            Kind::NobodySettles,
            "conditions",
            "it meets the test only if something is settled, and nobody is named who settles it",
            "Add a condition: what must be so, who settles it, the evidence wanted, and by when.",
        );
    }
    if let Some(why) = &result.lapsed {
        faults.add(Kind::Lapsed, "expires", why.clone(), "Make a new version, with facts as they now stand.");
    }
    faults.0.sort();
    faults.0.dedup();
    faults.0
}

fn empty(a: &Assessment, faults: &mut Faults) {
    let needed = [
        ("id", &a.id),
        ("initiative.title", &a.initiative.title),
        ("initiative.what_changes", &a.initiative.what_changes),
        ("initiative.duty_holder", &a.initiative.duty_holder),
        ("baseline.description", &a.baseline.description),
        ("readers.assessor", &a.readers.assessor),
    ];
    for (at, _) in needed.into_iter().filter(|(_, text)| text.trim().is_empty()) {
        faults.add(Kind::Empty, at, "it is empty", "Say it in a sentence.");
    }
    if a.shift.is_empty() {
        faults.add(
            Kind::Empty,
            "shift",
            "no change from the baseline is named in any currency",
            "Name what citizens held before and hold after; if nothing changes, it is not an instance.",
        );
    }
    if a.initiative.powers.is_empty() {
        faults.add(
            Kind::NotOnFile,
            "initiative.powers",
            "no power of the catalogue is named, so whether anybody can use it is asked, not worked out",
            "Name the powers it rests on: takeup search WORDS.",
        );
    }
    let claims = a.groups.iter().flat_map(|g| &g.effects).any(|e| !e.offsets.is_empty());
    if claims && (a.window.from.is_none() || a.window.to.is_none()) {
        faults.add(
            Kind::Empty,
            "window",
            "actions are taken together, but the window of the same time is not set",
            "Say from when to when.",
        );
    }
}

fn dates(a: &Assessment, as_at: Date, faults: &mut Faults) {
    let made = Some(a.made_on);
    faults.order(
        "baseline.date",
        ("the baseline’s day", Some(a.baseline.date)),
        ("the initiative’s day", a.initiative.from),
    );
    faults.order("window", ("its first day", a.window.from), ("its last day", a.window.to));
    faults.order("made_on", ("the day it was made", made), ("today", Some(as_at)));
    faults.order("review_by", ("the day it was made", made), ("the day to look again", a.review_by));
    faults.order("expires", ("the day it was made", made), ("the day it lapses", a.expires));
    faults.order("review_by", ("the day to look again", a.review_by), ("the day it lapses", a.expires));
    faults.order(
        "readers.read_on",
        ("the day it was made", made),
        ("the day it was read", a.readers.read_on),
    );
    if let Some(day) = a.expires.filter(|day| *day > months_after(a.made_on, 12)) {
        let wrong = format!("it lapses on {day}, more than twelve months after it was made");
        faults.add(
            Kind::Dates,
            "expires",
            wrong,
            "It counts for twelve months only: shorten it, or assess it again.",
        );
    }
    for (n, action) in a.actions.iter().enumerate() {
        faults.order(&format!("actions[{n}]"), ("its first day", action.from), ("its last day", action.to));
    }
    for (g, group) in a.groups.iter().enumerate() {
        for (e, effect) in group.effects.iter().enumerate() {
            let at = format!("groups[{g}].effects[{e}]");
            faults.order(&at, ("its first day", effect.starts), ("its last day", effect.ends));
        }
    }
    for (at, evidence) in evidence(a) {
        faults.order(&at, ("the evidence’s day", evidence.date), ("today", Some(as_at)));
    }
}

/// Every piece of evidence, with where it stands.
fn evidence(a: &Assessment) -> Vec<(String, &Evidence)> {
    let mut all: Vec<(String, &[Evidence])> = Vec::new();
    for (currency, shift) in &a.shift {
        all.push((format!("shift.{}", currency.slug()), &shift.evidence));
    }
    for (n, measure) in a.quality.dimensions.iter().enumerate() {
        all.push((format!("quality.dimensions[{n}]"), &measure.evidence));
    }
    for (g, group) in a.groups.iter().enumerate() {
        all.push((format!("groups[{g}]"), &group.evidence));
        for (e, effect) in group.effects.iter().enumerate() {
            all.push((format!("groups[{g}].effects[{e}]"), &effect.evidence));
        }
    }
    for (n, action) in a.actions.iter().enumerate() {
        all.push((format!("actions[{n}]"), &action.evidence));
    }
    for (n, view) in a.citizens_view.iter().enumerate() {
        all.push((format!("citizens_view[{n}]"), &view.evidence));
    }
    let each = |(at, list): (String, &'_ [Evidence])| {
        (0..list.len()).map(|n| format!("{at}.evidence[{n}]")).collect::<Vec<_>>()
    };
    all.into_iter().flat_map(|(at, list)| each((at, list)).into_iter().zip(list)).collect()
}

fn shown(a: &Assessment, faults: &mut Faults) {
    for (limb, at, any) in [
        (Limb::Shift, "shift", !a.shift.is_empty()),
        (Limb::Quality, "quality", !a.quality.dimensions.is_empty()),
        (Limb::Harm, "groups", !a.groups.is_empty()),
    ] {
        if any && grade(a, limb).is_none() {
            let wrong = format!("“{}” has a deciding fact without evidence", limb.question());
            faults.add(Kind::NoEvidence, at, wrong, "Add evidence: its grade (A to E), source and date.");
        }
    }
    for (currency, shift) in &a.shift {
        if shift.codified == Answer::Yes && !shift.text_is_shown() {
            faults.add(
                Kind::WeakEvidence,
                format!("shift.{}.codified", currency.slug()),
                "a text is said to give it, without evidence of grade A or B",
                "Quote the sentence of the instrument, with its provision and date.",
            );
        }
    }
}

fn readers(a: &Assessment, faults: &mut Faults) {
    let r = &a.readers;
    match r.second_reader.as_ref().map(|s| s.trim()).filter(|s| !s.is_empty()) {
        None => faults.add(
            Kind::NoSecondReader,
            "readers.second_reader",
            "nobody else has read it",
            "Have somebody without an interest read it, and name their role, before it is published.",
        ),
        Some(second) if second.eq_ignore_ascii_case(r.assessor.trim()) => faults.add(
            Kind::NoSecondReader,
            "readers.second_reader",
            "the second reader is the assessor",
            "Have somebody else read it.",
        ),
        Some(_) => {}
    }
}

fn contradictions(a: &Assessment, faults: &mut Faults) {
    let mut add = |at: String, wrong: String, to_do: &str| faults.add(Kind::Contradiction, at, wrong, to_do);
    for (currency, shift) in &a.shift {
        let slug = currency.slug();
        let arises = [
            ("codified", shift.codified, false),
            ("citizen_controlled", shift.citizen_controlled, *currency == Currency::Information),
            ("durable", shift.durable, false),
            ("remedy", shift.remedy, false),
            ("usable", shift.usable, false),
        ];
        for (field, _, _) in arises.iter().filter(|(_, said, may)| *said == Answer::NotApplicable && !may) {
            add(
                format!("shift.{slug}.{field}"),
                "“n/a” is for citizens’ votes on information only; elsewhere the question arises".into(),
                "Answer yes, no or unknown.",
            );
        }
        if shift.codified == Answer::Yes && a.initiative.instrument.is_none() {
            add(
                format!("shift.{slug}.codified"),
                "a text is said to give it, but no instrument is named".into(),
                "Name the Act, lease, scheme or minute in initiative.instrument, or answer no.",
            );
        }
    }
    for (n, measure) in a.quality.dimensions.iter().enumerate() {
        if let (Some(said), Some(found)) = (measure.status, measure.computed())
            && said != found
        {
            add(
                format!("quality.dimensions[{n}].status"),
                format!("it says “{}”; its numbers say “{}”, which counts", said.word(), found.word()),
                "Correct the numbers or leave the status out.",
            );
        }
    }
}

fn groups(a: &Assessment, faults: &mut Faults) {
    let missing: Vec<&str> =
        ALWAYS.iter().map(|(id, _)| *id).filter(|id| !a.groups.iter().any(|g| g.group == *id)).collect();
    if !missing.is_empty() {
        let wrong = format!("not looked at: {}", missing.join(", "));
        faults.add(
            Kind::NotLookedAt,
            "groups",
            wrong,
            "Add each with its effects, or with the reason why there is none.",
        );
    }
    for (g, group) in a.groups.iter().enumerate() {
        let at = format!("groups[{g}]");
        if !group.was_considered() {
            faults.add(
                Kind::Empty,
                format!("{at}.considered"),
                format!("{} is listed with no effect and no reason", group.group),
                "Say how it was looked at and why there is no effect.",
            );
        }
        if a.groups[..g].iter().any(|other| other.group == group.group) {
            faults.add(
                Kind::Contradiction,
                at.clone(),
                format!("{} is listed twice", group.group),
                "Join the two.",
            );
        }
        for (e, effect) in group.effects.iter().enumerate() {
            let at = format!("{at}.effects[{e}]");
            let twice = (1..effect.offsets.len())
                .find(|n| effect.offsets[..*n].iter().any(|c| c.action == effect.offsets[*n].action));
            if let Some(n) = twice {
                faults.add(
                    Kind::CountedTwice,
                    format!("{at}.offsets[{n}]"),
                    format!("“{}” is claimed twice for the same people", effect.offsets[n].action),
                    "Claim it once.",
                );
            }
            if !effect.offsets.is_empty() && effect.direction != Direction::Adverse {
                faults.add(
                    Kind::Contradiction,
                    format!("{at}.offsets"),
                    "something is said to make up for an effect that is not adverse",
                    "Set the direction to adverse, or take the claim out.",
                );
            }
        }
    }
}

fn names(a: &Assessment, catalogue: &Catalogue, faults: &mut Faults) {
    for (n, id) in
        a.initiative.powers.iter().enumerate().filter(|(_, id)| !catalogue.powers.contains_key(*id))
    {
        faults.add(
            Kind::NotInCatalogue,
            format!("initiative.powers[{n}]"),
            format!("there is no power “{id}”"),
            "Use an id from: takeup powers.",
        );
    }
    for (n, gss) in a.initiative.areas.iter().enumerate().filter(|(_, gss)| catalogue.area(gss).is_none()) {
        faults.add(
            Kind::NotInCatalogue,
            format!("initiative.areas[{n}]"),
            format!("no council area has the code “{gss}”"),
            "Use a code from: takeup areas NAME.",
        );
    }
}

/// What is wrong with one assessment's part in a ledger: actions counted twice, off file, or told differently.
pub fn check_portfolio(a: &Assessment, ledger: &Ledger) -> Vec<Fault> {
    let mut faults = Faults(vec![]);
    for (g, group) in a.groups.iter().enumerate() {
        for (e, effect) in group.effects.iter().enumerate() {
            let Some(cover) = ledger.covers.of(&a.id, g, e, super::harm::Reading::Guarded) else { continue };
            for (n, claim) in cover.claims.iter().enumerate() {
                let at = format!("groups[{g}].effects[{e}].offsets[{n}]");
                if claim.shared_off_file {
                    faults.add(
                        Kind::CountedTwice,
                        at,
                        format!("“{}” is claimed more than once, and how many it reaches is not on file", claim.action),
                        "List the action under “actions”, with how many people it reaches and by what kind of help.",
                    );
                } else if !claim.on_file {
                    faults.add(
                        Kind::NotOnFile,
                        at,
                        format!("the action “{}” is not on file in this portfolio", claim.action),
                        "List it under “actions”, so that the ledger can settle it.",
                    );
                } else if !effect.offsets[n].not_double_counted.holds(super::fact::Run::Hopeful) {
                    faults.add(
                        Kind::CountedTwice,
                        at,
                        format!("you say that “{}” is already counted for others", claim.action),
                        "Take the claim out, or find another action.",
                    );
                }
            }
            if let Some(shortage) = cover.shortage.and_then(|n| ledger.shortages.get(n)) {
                let missing = shortage.missing.map_or("an unknown number of".to_string(), |n| n.to_string());
                let actions: Vec<&str> = shortage.actions.iter().map(|(id, _)| id.as_str()).collect();
                faults.add(
                    Kind::CountedTwice,
                    format!("groups[{g}].effects[{e}].offsets"),
                    format!(
                        "{} reach too few for everyone who counts on them: {missing} people short, shared by {} harms",
                        actions.join(", "),
                        shortage.sharing.len()
                    ),
                    "Find room for more people, find another action, or harm fewer.",
                );
            }
            let said_no = effect.people.is_none() && !effect.offsets.is_empty();
            if said_no {
                faults.add(
                    Kind::Empty,
                    format!("groups[{g}].effects[{e}].people"),
                    "something is said to make up for it, but not for how many people",
                    "Count the people harmed: the ledger matches people to places.",
                );
            }
        }
    }
    for id in &ledger.told_apart {
        let own = a.actions.iter().any(|x| &x.id == id) || a.cuts.iter().any(|x| &x.id == id);
        if own {
            faults.add(
                Kind::Contradiction,
                "actions",
                format!("assessments of this portfolio tell different things of “{id}”; the newest counts"),
                "Make the accounts the same.",
            );
        }
    }
    faults.0.sort();
    faults.0.dedup();
    faults.0
}

//! The shipped catalogue is sound; a broken file says where, what and what to do, and hides nothing else.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod shipped;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};
use shipped::{data, files, lines};
use takeup_domain::area::CouncilKind;
use takeup_domain::catalogue::{Catalogue, NoteKind, Problem, load, review, run_cases, schemas, tidy};

const NOMINATION: &str = "powers/mhclg/asset-of-community-value-nomination.json";

#[test]
fn the_shipped_data_has_no_problems() {
    let (catalogue, problems) = load(&files());
    assert!(problems.is_empty(), "{}", lines(&problems));
    assert!(catalogue.powers.len() > 70, "{} powers", catalogue.powers.len());
}

/// None vanishes silently: a power taken out, renamed or added shows here. UPDATE_EXPECT=1 writes the list anew.
#[test]
fn the_list_of_powers_is_the_one_on_file() {
    let ids: String = shipped::catalogue().powers.keys().map(|id| format!("{id}\n")).collect();
    expect_test::expect_file!["powers.txt"].assert_eq(&ids);
}

#[test]
fn nothing_in_the_lists_is_unused_or_there_twice() {
    let problems = tidy(&shipped::catalogue());
    assert!(problems.is_empty(), "{}", lines(&problems));
}

#[test]
fn the_five_catch_22s_are_circles() {
    let catalogue = shipped::catalogue();
    let circles: Vec<&str> =
        catalogue.barriers.values().filter(|b| !b.stuck().is_empty()).map(|b| b.id.as_str()).collect();
    let wanted = [
        "catch-incorporation-account",
        "catch-list-before-threat",
        "catch-no-use-no-promotion",
        "catch-tenure-vs-funding",
        "catch-track-record",
    ];
    assert_eq!(circles, wanted);
}

#[test]
fn a_failing_test_has_its_barrier() {
    let catalogue = shipped::catalogue();
    for power in catalogue.powers.values() {
        for fact in power.requires.facts() {
            let named = catalogue.barriers_explaining(fact);
            assert!(!named.is_empty(), "{}: {}", power.id, fact.key());
        }
    }
}

#[test]
fn notes_tell_what_to_look_at_by_the_day_asked_about() {
    let mut catalogue = (*shipped::catalogue()).clone();
    catalogue.powers.retain(|id, _| id == "parish-poll");
    let power = catalogue.powers.get_mut("parish-poll").unwrap();
    power.in_force[0].to = Some(jiff::civil::date(2027, 1, 1));
    let kinds = |day| review(&catalogue, day).into_iter().map(|n| n.kind).collect::<Vec<_>>();
    assert!(kinds(jiff::civil::date(2026, 10, 3)).contains(&NoteKind::LawChanges));
    assert!(!kinds(jiff::civil::date(2026, 10, 2)).contains(&NoteKind::LawChanges));
    assert!(kinds(jiff::civil::date(2030, 1, 1)).contains(&NoteKind::ReviewDue));
    assert!(!kinds(jiff::civil::date(2026, 10, 3)).contains(&NoteKind::ReviewDue));
}

#[test]
fn a_spoilt_list_is_told() {
    let spoilt = |name: &str, from: &str, to: &str, says: &str| {
        let mut files = files();
        let file = files.iter_mut().find(|(file, _)| file == name).unwrap();
        assert!(file.1.contains(from), "{name} has no {from}");
        file.1 = file.1.replacen(from, to, 1);
        let (catalogue, mut problems) = load(&files);
        problems.extend(tidy(&catalogue));
        assert!(
            problems.iter().any(|p| p.file == name && p.message.contains(says)),
            "{says}: {}",
            lines(&problems)
        );
    };
    let again = r#"[ {"id":"any-people","name":"people any","description":"","held_by":"anyone"},"#;
    spoilt("standings.json", "[", again, "nothing uses it");
    let twice = r#"[ {"id":"residents","name":"Resident","description":"","held_by":"residents"},"#;
    spoilt("standings.json", "[", twice, "says the same as");
    spoilt("barriers.json", r#""form:""#, r#""shape:""#, "no test's key begins");
    spoilt("barriers.json", r#""get": "money to act""#, r#""get": "money to rest""#, "is in no circle");
}

#[test]
fn the_readme_promises_what_check_says() {
    let readme = std::fs::read_to_string(data().join("README.md")).unwrap();
    let table = readme.split("| it says | when |").nth(1).unwrap();
    let promised: Vec<String> = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line[3..line.rfind("` |").unwrap()].replace("\\`", "`"))
        .collect();
    assert!(promised.len() >= 12, "{promised:?}");
    let mut said = Vec::new();
    let mut spoil = |change: fn(&mut Value)| {
        let (catalogue, problems) = with(NOMINATION, change);
        let catalogue = Arc::new(catalogue);
        said.extend([problems, tidy(&catalogue), run_cases(&catalogue)].concat());
    };
    spoil(|v| v["nmae"] = json!("A"));
    spoil(|v| drop(v["requires"]["all"][1].as_object_mut().unwrap().remove("provision")));
    spoil(|v| {
        v["changes"] = json!([{"trait": "nice"}]);
        v["links"] = json!([{"kind": "see-also", "power": "nowhere"},
                            {"kind": "replaces", "power": "community-right-to-bid"}]);
        v["in_force"][0]["to"] = json!("2012-01-01");
        v["law"] = json!([]);
        v["sources"] = json!([]);
        v["enablers"] = json!(["community-ownership-fund"]);
    });
    spoil(|v| {
        v["links"] = json!([{"kind": "replaces", "power": "community-right-to-bid"}]);
        v["requires"] = json!({"fact": {"standing": ["any-person"]}, "provision": "s 1"});
    });
    let mut files = files();
    let list = &mut files.iter_mut().find(|(name, _)| name == "standings.json").unwrap().1;
    *list = list.replacen(
        '[',
        r#"[ {"id":"residents","name":"Resident","description":"","held_by":"residents"},"#,
        1,
    );
    let cases = &mut files.iter_mut().find(|(name, _)| name == "cases/parish-poll.json").unwrap().1;
    *cases = "[]".into();
    let catalogue = Arc::new(load(&files).0);
    said.extend([tidy(&catalogue), run_cases(&catalogue)].concat());
    for words in promised {
        assert!(said.iter().any(|p| p.message.contains(&words)), "{words}:\n{}", lines(&said));
    }
}

#[test]
fn a_right_of_another_nation_leads_to_the_one_here() {
    let catalogue = shipped::catalogue();
    let poll = &catalogue.powers["neighbourhood-plan"];
    let mut changed = (*catalogue).clone();
    let variant = changed.powers.get_mut("parish-poll").unwrap();
    variant.in_force[0].nation = takeup_domain::area::Nation::Wales;
    variant.links = serde_json::from_value(json!([{"kind": "variant-of", "power": poll.id}])).unwrap();
    let found = changed.variant_in(poll, takeup_domain::area::Nation::Wales).unwrap();
    assert!(found.in_force.iter().any(|law| law.nation == takeup_domain::area::Nation::Wales));
    assert!(changed.variant_in(variant_of(&changed), takeup_domain::area::Nation::England).is_some());
}

fn variant_of(catalogue: &Catalogue) -> &takeup_domain::power::Power {
    &catalogue.powers["parish-poll"]
}

#[test]
fn every_worked_case_comes_out() {
    let problems = run_cases(&shipped::catalogue());
    assert!(problems.is_empty(), "{}", lines(&problems));
}

#[test]
fn the_schemas_are_those_of_the_types() {
    let advice = "update them with `takeup check --write-schema data`";
    let folder = data().join("schema");
    let mut known: Vec<String> = Vec::new();
    for (name, text) in schemas() {
        let there = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(there == text, "data/schema/{name} is not what the types say: {advice}");
        known.push(name.into());
    }
    known.sort();
    let mut there: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    there.sort();
    assert_eq!(there, known, "data/schema holds another list of files: {advice}");
}

#[test]
fn all_397_councils_are_there_by_kind() {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let catalogue = shipped::catalogue();
    for area in &catalogue.areas {
        *kinds.entry(area.kind.name()).or_default() += 1;
    }
    let wanted = [
        (CouncilKind::District, 164),
        (CouncilKind::Unitary, 63),
        (CouncilKind::Metropolitan, 36),
        (CouncilKind::Scottish, 32),
        (CouncilKind::LondonBorough, 32),
        (CouncilKind::Welsh, 22),
        (CouncilKind::County, 21),
        (CouncilKind::Combined, 14),
        (CouncilKind::NorthernIrish, 11),
        (CouncilKind::GreaterLondon, 1),
        (CouncilKind::CityOfLondon, 1),
    ];
    assert_eq!(kinds, wanted.iter().map(|(kind, n)| (kind.name(), *n)).collect());
    assert_eq!(catalogue.areas.len(), 397);
}

/// The shipped files with one of them changed.
fn with(path: &str, change: impl FnOnce(&mut Value)) -> (Catalogue, Vec<Problem>) {
    let mut files = files();
    let (_, text) = files.iter_mut().find(|(name, _)| name == path).unwrap();
    let mut value: Value = serde_json::from_str(text).unwrap();
    change(&mut value);
    *text = value.to_string();
    load(&files)
}

/// The problem stands in this file at this place, says these words, and all else still loads.
#[track_caller]
fn says(found: (Catalogue, Vec<Problem>), file: &str, at: &str, words: &[&str]) {
    let (catalogue, problems) = found;
    let here = |p: &&Problem| p.file == file && p.at == at && words.iter().all(|w| p.message.contains(w));
    assert!(problems.iter().any(|p| here(&p)), "wanted {file} {at}: {words:?}, found\n{}", lines(&problems));
    assert_eq!(catalogue.areas.len(), 397);
    assert!(catalogue.powers.contains_key("neighbourhood-plan"));
    assert!(catalogue.forms.get("registered-charity").is_some());
}

#[test]
fn bad_json_is_one_file_lost_and_no_more() {
    let mut files = files();
    let text = &mut files.iter_mut().find(|(name, _)| name == NOMINATION).unwrap().1;
    text.truncate(text.len() / 2);
    let (catalogue, problems) = load(&files);
    assert!(!catalogue.powers.contains_key("asset-of-community-value-nomination"));
    let own: Vec<&Problem> = problems.iter().filter(|p| p.file == NOMINATION).collect();
    assert_eq!(own.len(), 1, "{}", lines(&problems));
    says((catalogue, problems), NOMINATION, "needs[0].why", &["cannot be read: EOF", "at line "]);
}

#[test]
fn text_after_the_end_of_a_file_is_seen() {
    let mut files = files();
    files.iter_mut().find(|(name, _)| name == "goals.json").unwrap().1.push_str("\n]");
    says(load(&files), "goals.json", "", &["cannot be read", "trailing characters"]);
}

#[test]
fn an_unknown_field_is_named() {
    let found = with(NOMINATION, |v| v["needs"][0]["amount"] = json!(3));
    says(found, NOMINATION, "needs[0].amount", &["unknown field `amount`", "`level`"]);
}

#[test]
fn an_unknown_id_says_where_ids_come_from() {
    let found =
        with(NOMINATION, |v| v["requires"]["all"][0]["any"][1]["all"][1]["fact"] = json!({"trait": "nice"}));
    let at = "requires.all[0].any[1].all[1]";
    says(found, NOMINATION, at, &["“nice” is not in traits.json", "use an id from there, or add it"]);

    let found = with(NOMINATION, |v| v["duty_holder"] = json!("nobody"));
    says(found, NOMINATION, "duty_holder", &["“nobody” is not in duty-holders.json"]);

    let found = with("traits.json", |v| v[0]["true_for"] = json!(["guild"]));
    let (_, problems) = &found;
    let at = problems[0].at.clone();
    says(found, "traits.json", &at, &["“guild” is not in legal-forms.json"]);
}

#[test]
fn a_leaf_without_its_provision_is_refused() {
    let found = with(NOMINATION, |v| {
        v["requires"]["all"][1].as_object_mut().unwrap().remove("provision");
    });
    says(found, NOMINATION, "requires.all[1]", &["no `provision`", "say where the law sets it"]);
}

#[test]
fn an_id_used_twice_is_named() {
    let found = with("barriers.json", |v| {
        let first = v[0].clone();
        v.as_array_mut().unwrap().push(first);
    });
    let last = format!("[{}].id", found.0.barriers.len());
    says(found, "barriers.json", &last, &["is there twice", "delete or rename one"]);

    let mut files = files();
    let text = files.iter().find(|(name, _)| name == NOMINATION).unwrap().1.clone();
    let other = NOMINATION.replace("mhclg", "zz");
    files.push((other.clone(), text));
    says(load(&files), &other, "id", &["another file already has this id", "give one of them another"]);
}

#[test]
fn an_empty_any_is_refused() {
    let found = with(NOMINATION, |v| v["requires"]["all"][0]["any"] = json!([]));
    says(found, NOMINATION, "requires.all[0]", &["`any` is empty", "list the alternatives"]);
}

#[test]
fn dates_that_contradict_are_named() {
    let found = with(NOMINATION, |v| v["in_force"][0]["to"] = json!("2012-01-01"));
    says(found, NOMINATION, "in_force[0]", &["`from` is not before `to`"]);

    let found = with(NOMINATION, |v| v["in_force"][0]["state"] = json!("repealed"));
    says(found, NOMINATION, "in_force[0]", &["repealed, but `to` does not say since when"]);

    let found = with(NOMINATION, |v| v["checked"]["review_by"] = v["checked"]["on"].clone());
    says(found, NOMINATION, "checked.review_by", &["not after `checked.on`"]);

    let found = with(NOMINATION, |v| v["in_force"][0]["from"] = json!("2012-02-31"));
    says(found, NOMINATION, "in_force[0].from", &["cannot be read"]);
}

/// Changes one form of `legal-forms.json`.
fn form(id: &str, change: impl FnOnce(&mut Value)) -> (Catalogue, Vec<Problem>) {
    with("legal-forms.json", |v| {
        change(v.as_array_mut().unwrap().iter_mut().find(|form| form["id"] == id).unwrap());
    })
}

#[test]
fn a_circle_of_forms_is_found_and_does_not_hang() {
    let found = form("body-corporate", |f| f["is_a"] = json!(["cio-association"]));
    let words = ["is-a order runs in a circle", "break it"];
    let on_it: Vec<&str> =
        found.1.iter().filter(|p| p.message.contains(words[0])).map(|p| p.at.as_str()).collect();
    assert_eq!(on_it, ["body-corporate.is_a", "cio-association.is_a", "cio.is_a"]);
    says(found, "legal-forms.json", "body-corporate.is_a", &words);
}

#[test]
fn a_word_that_means_two_forms_is_named() {
    let found = form("unincorporated-association", |f| f["aliases"] = json!(["C.I.O."]));
    let words = ["stands for “cio” too", "a word means one form"];
    says(found, "legal-forms.json", "unincorporated-association", &words);

    let name = shipped::catalogue().forms.get("scio").unwrap().name.clone();
    let found = form("unincorporated-association", |f| f["aliases"] = json!([name]));
    let named: Vec<&Problem> =
        found.1.iter().filter(|p| p.message.contains("a word means one form")).collect();
    assert_eq!(named.len(), 1, "a form's name is a word for it as well: {}", lines(&found.1));
}

#[test]
fn a_case_that_does_not_come_out_says_what_did() {
    let file = "cases/asset-of-community-value-nomination.json";
    let wrong = |change: fn(&mut Value)| {
        let (catalogue, problems) = with(file, change);
        assert!(problems.is_empty(), "{}", lines(&problems));
        let catalogue = Arc::new(catalogue);
        let problems = run_cases(&catalogue);
        assert!(problems.iter().all(|p| p.file == file), "{}", lines(&problems));
        ((*catalogue).clone(), problems)
    };
    let at = "[0] A registered charity that works in Trafford may nominate";
    says(
        wrong(|v| v[0]["expect"] = json!("blocked")),
        file,
        at,
        &[
            "comes out as open but expects blocked",
            "local-connection is True",
            "mend the case or the requirement",
        ],
    );
    let twelve = "[1] An unincorporated group with only 12 electors is too small";
    says(
        wrong(|v| v[1]["fails"] = json!(["trait:nice"])),
        file,
        twelve,
        &["no fact of this power has the key", "takeup explain"],
    );
    says(
        wrong(|v| v[1]["fails"] = json!(["form:parish-council"])),
        file,
        twelve,
        &["form:parish-council would not be enough to open it", "name every fact that is"],
    );
    says(
        wrong(|v| v[0]["area"] = json!("E99999999")),
        file,
        at,
        &["no area has the code E99999999", "areas.json"],
    );
    says(wrong(|v| v.as_array_mut().unwrap().truncate(2)), file, "", &["at least three worked cases"]);
}

#[test]
fn a_file_nobody_reads_is_named() {
    let mut files = files();
    files.push(("power/mhclg/typo.json".into(), "{}".into()));
    says(load(&files), "power/mhclg/typo.json", "", &["not one Takeup reads", "README.md"]);
}

//! From an empty workspace to a true answer and back, through the table of commands and through `takeup`.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop where it fails")]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};
use takeup_tests::places::{command, register, skip};
use takeup_tests::work::{NOMINATION, TRAFFORD, Work};

const FILE: &str = "charity-ew/charities_operating_in_trafford.csv";
/// The Cheshire Wildlife Trust.
const CHARITY: &str = "GB-CHC-214927";

fn trafford() -> Option<Work> {
    let Some(path) = register(FILE) else {
        skip();
        return None;
    };
    let work = Work::trafford();
    let read = work.read(json!({"path": path, "area": TRAFFORD})).unwrap();
    assert_eq!((&read["rows"], &read["new"], &read["left_out"]), (&json!(736), &json!(736), &json!(0)));
    Some(work)
}

fn a_use() -> Value {
    json!({"power": NOMINATION, "area": TRAFFORD, "group": CHARITY, "what": "Nominated a meadow",
           "date": "2026-03", "outcome": "succeeded", "source": "The council's list of assets"})
}

#[test]
fn a_share_of_electors_is_worked_out_once_the_number_is_known() {
    let work = Work::trafford();
    const PETITION: &str = "governance-referendum-petition";
    let shown =
        || work.ask("power", json!({"area": TRAFFORD, "power": PETITION}))["proof"]["tree"].to_string();
    assert!(shown().contains("not on record: tell it as people:local-elector"), "{}", shown());
    let table = "area,electorate,date,source\nTrafford,24310,2025-12-01,Electoral statistics\n";
    let path = work.file("electorates.csv", table);
    let read = work.read(json!({"path": path})).unwrap();
    assert_eq!((&read["rows"], &read["new"]), (&json!(1), &json!(1)));
    assert!(
        shown().contains("5 % of 24,310 local government electors = 1,216; Electoral statistics"),
        "{}",
        shown()
    );
    let can_tell =
        |power: &str| work.ask("power", json!({"area": TRAFFORD, "power": power}))["can_tell"].to_string();
    assert!(!can_tell(PETITION).contains("people:"), "it was told");
    assert!(can_tell("community-governance-review-petition").contains("people:petition-area-elector"));
    let again = work.read(json!({"path": path})).unwrap();
    assert_eq!(&again["new"], &json!(0), "the same table twice doubles nothing");
    work.ask(
        "record_fact",
        json!({"area": TRAFFORD, "key": "people:local-elector", "value": "30000",
               "source": "The returning officer", "date": "2026-03-01"}),
    );
    assert!(shown().contains("5 % of 30,000 local government electors = 1,500"), "{}", shown());
    let refused = work.refuse(
        "record_fact",
        json!({"area": TRAFFORD, "key": "people:local-elector", "value": "many", "source": "x", "date": "2026-03-01"}),
    );
    assert!(refused.message.contains("a whole number"), "{}", refused.message);
}

#[test]
fn the_catalogue_is_searched_shelved_and_shown() {
    let work = Work::new();
    let first = |text: &str| {
        let hits = work.ask("search", json!({"text": text}));
        let ids = hits.as_array().unwrap().iter().map(|h| h["id"].as_str().unwrap().to_owned());
        ids.take(3).collect::<Vec<_>>()
    };
    for (text, wanted) in [
        ("pub", "licence-review"),
        ("allotment", "allotments-representation"),
        ("parish poll", "parish-poll"),
        ("village green", "town-or-village-green-registration"),
    ] {
        assert!(first(text).contains(&wanted.to_owned()), "{text}: {:?}", first(text));
    }
    assert!(work.ask("search", json!({"text": "zzzz \"'*"})).as_array().unwrap().is_empty());
    for by in ["department", "pillar", "nation", "goal", "duty-holder", "barrier", "enabler"] {
        let shelves = work.ask("shelves", json!({"by": by}));
        assert!(shelves.to_string().contains("parish-poll"), "{by}");
    }
    for (kind, id) in [
        ("power", "parish-poll"),
        ("barrier", "unaware-of-right"),
        ("remedy", "become-cio"),
        ("enabler", "locality"),
        ("department", "mhclg"),
        ("duty-holder", "principal-local-authority"),
        ("form", "cio"),
        ("goal", "save-a-building"),
    ] {
        let page = work.ask("entry", json!({"kind": kind, "id": id}));
        assert!(!page["sections"].as_array().unwrap().is_empty(), "{kind} {id}");
    }
    let refused = work.refuse("entry", json!({"kind": "barrier", "id": "nothing"}));
    assert!(refused.message.contains("takeup search"), "{}", refused.message);
}

#[test]
fn a_use_recorded_changes_the_status_and_taking_it_back_undoes_it() {
    let Some(work) = trafford() else { return };
    let before = work.row(NOMINATION);
    assert_eq!((&before["use"], &before["reach"]), (&json!("not-checked"), &json!("open")));
    assert_eq!((&before["status"], &before["coverage"]), (&json!("unused-not-checked"), &Value::Null));

    let page = work.ask("power", json!({"area": TRAFFORD, "power": NOMINATION, "group": CHARITY}));
    let proof = &page["proof"];
    assert_eq!((&proof["group"], &proof["reach"]), (&json!(CHARITY), &json!("open")));
    let told = proof["tree"].to_string();
    assert!(told.contains("SI 2012/2421") && told.contains("charities_operating_in_trafford.csv"), "{told}");
    assert!(page["law"].to_string().contains("legislation.gov.uk/ukpga/2011/20"));

    let done = work.ask("record_use", a_use());
    let changed = done["changed"].as_array().unwrap();
    let line = changed.iter().find(|c| c["power"] == NOMINATION).unwrap();
    assert_eq!((&line["from"], &line["to"]), (&json!("Unused, not checked"), &json!("In use")));
    let after = work.row(NOMINATION);
    assert_eq!(
        (&after["status"], &after["use"], &after["uses"]),
        (&json!("in-use"), &json!("used"), &json!(1))
    );
    assert_eq!((&after["reach"], &after["last_use"]), (&json!("open"), &json!("2026-03")));

    let back = work.ask("remove", json!({"kind": "use", "id": done["id"], "area": TRAFFORD}));
    let undone = back["changed"].as_array().unwrap().iter().map(|c| (&c["power"], &c["from"], &c["to"]));
    let made = changed.iter().map(|c| (&c["power"], &c["to"], &c["from"]));
    assert_eq!(undone.collect::<Vec<_>>(), made.collect::<Vec<_>>());
    assert_eq!(work.row(NOMINATION), before);
}

#[test]
fn looking_at_a_register_of_uses_turns_not_checked_into_unused() {
    let Some(work) = trafford() else { return };
    let looked = json!({"power": NOMINATION, "area": TRAFFORD, "register": "List of assets of community value",
                        "as_at": "2026-11-01", "source": "trafford.gov.uk"});
    let done = work.ask("record_coverage", looked.clone());
    let row = work.row(NOMINATION);
    assert_eq!((&row["status"], &row["use"]), (&json!("unused"), &json!("none-recorded")));
    assert_eq!(
        row["coverage"],
        json!({"register": "List of assets of community value", "as_at": "2026-11-01"})
    );
    let before = json!({"area": TRAFFORD, "power": NOMINATION, "as_at": "2026-10-31"});
    assert_eq!(work.ask("audit", before)["rows"][0]["use"], "not-checked");
    assert!(work.refuse("record_coverage", looked).message.contains("nothing was added"));
    work.ask("remove", json!({"kind": "coverage", "id": done["id"], "area": TRAFFORD}));
    assert_eq!(work.row(NOMINATION)["use"], "not-checked");
}

#[test]
fn groups_by_reach_add_up_to_736_for_every_power() {
    let Some(work) = trafford() else { return };
    let audit = work.ask("audit", json!({"area": TRAFFORD}));
    let rows = audit["rows"].as_array().unwrap();
    assert_eq!(rows.len(), work.ask("powers", json!({})).as_array().unwrap().len());
    let reaches = ["open", "unsettled", "blocked", "out-of-reach"];
    for row in rows {
        let counts = reaches.map(|r| row["groups"][r.replace('-', "_")].as_u64().unwrap());
        let available = row["status"] != "not-available";
        assert_eq!(counts.iter().sum::<u64>(), if available { 736 } else { 0 }, "{}", row["power"]);
        for (reach, count) in reaches.iter().zip(counts).filter(|_| available) {
            let request = json!({"area": TRAFFORD, "power": row["power"], "reach": reach, "limit": 1});
            assert_eq!(work.ask("groups", request)["total"], count, "{} {reach}", row["power"]);
        }
    }
}

#[test]
fn reading_the_same_file_again_changes_nothing_and_says_so() {
    let Some(work) = trafford() else { return };
    let audit = work.ask("audit", json!({"area": TRAFFORD}));
    let request = json!({"path": register(FILE).unwrap(), "area": TRAFFORD});
    let again = work.read(request.clone()).unwrap();
    assert_eq!((&again["same_file"], &again["same"]), (&json!(true), &json!(736)));
    assert_eq!((&again["new"], &again["changed"], &again["vanished"]), (&json!(0), &json!(0), &json!(0)));
    assert_eq!(work.ask("recognise", request)["read_before"].as_str().map(str::len), Some(10));
    assert_eq!(work.ask("audit", json!({"area": TRAFFORD})), audit);
    assert_eq!(work.ask("info", json!({}))["registers"].as_array().unwrap().len(), 1);
}

#[test]
fn a_newer_edition_updates_and_marks_what_vanished() {
    let Some(work) = trafford() else { return };
    let text = std::fs::read_to_string(register(FILE).unwrap()).unwrap();
    let newer = text.replace("THE CHESHIRE WILDLIFE TRUST LIMITED", "CHESHIRE WILDLIFE TRUST");
    let newer: String =
        newer.lines().filter(|l| !l.starts_with("210843,")).map(|l| format!("{l}\n")).collect();
    let path = work.file("charities_operating_in_trafford.csv", newer);
    let preview = work.read(json!({"path": path, "area": TRAFFORD, "preview": true})).unwrap();
    let read = work.read(json!({"path": path, "area": TRAFFORD})).unwrap();
    for result in [&preview, &read] {
        assert_eq!(
            (&result["new"], &result["changed"], &result["same"]),
            (&json!(0), &json!(1), &json!(734))
        );
        assert_eq!(result["vanished"], 1);
    }
    let groups = work.ask("groups", json!({"area": TRAFFORD}));
    assert_eq!(groups["total"], 735);
    let gone = work.ask("group", json!({"id": "GB-CHC-210843", "area": TRAFFORD}));
    assert_eq!(gone["vanished_since"], "2026-11-25");
}

fn takeup(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(command());
    command.args(arguments).current_dir(folder).env("XDG_CONFIG_HOME", folder.join("config"));
    command.output().unwrap()
}

fn answer(folder: &Path, arguments: &[&str]) -> Value {
    let output = takeup(folder, arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap_or_default()
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn the_same_journey_with_the_command() {
    let Some(path) = register(FILE) else { return skip() };
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| answer(folder.path(), arguments);
    run(&["new", "work.takeup", "--area", TRAFFORD]);
    let read =
        run(&["import", "work.takeup", path.to_str().unwrap(), "--area", TRAFFORD, "--format", "json"]);
    assert_eq!(read[0]["new"], 736);
    let status = ["status", "work.takeup", "--area", TRAFFORD, "--power", NOMINATION, "--format", "json"];
    let before = run(&status);
    let expected = [
        "area",
        "coverage",
        "department",
        "groups",
        "name",
        "power",
        "reach",
        "status",
        "tasks",
        "to_confirm",
        "use",
        "uses",
    ];
    assert_eq!(keys(&before[0]), expected);
    assert_eq!(keys(&before[0]["groups"]), ["blocked", "open", "out_of_reach", "unsettled"]);
    assert_eq!(before[0]["status"], "unused-not-checked");

    let groups = ["groups", "work.takeup", "--area", TRAFFORD, "--power", NOMINATION, "--format", "json"];
    let groups = run(&groups);
    assert_eq!(groups.as_array().unwrap().len(), 736);
    assert_eq!(keys(&groups[0]), ["area", "id", "legal_form", "missing", "name", "reach", "unknown"]);

    let explained = ["explain", "work.takeup", "--area", TRAFFORD, "--power", NOMINATION, "--group", CHARITY];
    let told = String::from_utf8(takeup(folder.path(), &explained).stdout).unwrap();
    assert!(
        told.contains("[holds]") && told.contains("Localism Act 2011") && told.contains("not legal advice")
    );

    let record = [
        "record",
        "use",
        "work.takeup",
        "--area",
        TRAFFORD,
        "--power",
        NOMINATION,
        "--group",
        CHARITY,
        "--what",
        "Nominated a meadow",
        "--date",
        "2026-03",
        "--outcome",
        "succeeded",
        "--source",
        "The list",
        "--format",
        "json",
    ];
    let done = run(&record);
    let after = run(&status);
    assert_eq!((&after[0]["status"], &after[0]["uses"]), (&json!("in-use"), &json!(1)));
    run(&["remove", "work.takeup", "--area", TRAFFORD, "use", &done["id"].to_string()]);
    assert_eq!(run(&status), before);
}

#[test]
fn exit_codes_say_what_kind_of_trouble_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let check = |arguments: &[&str], code: i32, words: &str| {
        let output = takeup(folder.path(), arguments);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
        assert!(told.contains(words), "{arguments:?}: \"{words}\" is not in: {told}");
    };
    check(&["areas", "traff"], 0, "");
    check(&["check"], 0, "0 problems");
    check(&["new", "work.takeup", "--area", TRAFFORD], 0, "Made work.takeup.");
    check(&["new", "work.takeup"], 1, "already exists");
    check(&["status", "none.takeup", "--area", TRAFFORD], 1, "There is no file at none.takeup");
    check(&["import", "work.takeup", "none.csv", "--area", TRAFFORD], 1, "none.csv could not be opened");
    check(&["status", "work.takeup", "--area", "E99999999"], 2, "takeup areas NAME");
    check(&["status", "work.takeup", "--area", TRAFFORD, "--power", "flying"], 2, "There is no power");
    check(&["status", "work.takeup", "--area", TRAFFORD, "--as-at", "yesterday"], 2, "is not a date");
    check(&["status", "work.takeup"], 2, "--area");
    check(&["fly"], 2, "unrecognized subcommand");
    let data = folder.path().join("data/powers/mhclg");
    std::fs::create_dir_all(&data).unwrap();
    std::fs::write(data.join("broken.json"), "{").unwrap();
    let output = takeup(folder.path(), &["check", "data", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let problems: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(problems.to_string().contains("powers/mhclg/broken.json"));
}

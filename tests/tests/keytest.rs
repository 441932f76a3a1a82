//! The key test on a real workspace: judged, kept, settled as a portfolio, printed; and from files, by the command.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

use std::process::{Command, Output};

use serde_json::{Value, json};
use takeup_tests::places::{command, top};
use takeup_tests::work::{NOMINATION, TRAFFORD, Work};

fn example(name: &str) -> Value {
    let text = std::fs::read_to_string(top().join(format!("data/keytest/{name}.json"))).unwrap();
    serde_json::from_str::<Value>(&text).unwrap()["assessment"].take()
}

fn names(list: &Value, field: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|l| l[field].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_assessment_is_kept_version_by_version_and_taken_back() {
    let work = Work::trafford();
    let mut document = example("library-first-draft");
    document["id"] = json!("library");
    assert_eq!(work.ask("assess", json!({"document": document}))["outcome"], "does-not-meet");
    assert_eq!(work.ask("assessments", json!({})), json!([]), "judging keeps nothing");
    assert_eq!(work.ask("assessment_keep", json!({"document": document}))["version"], 1);
    let mut second = example("library-second-draft");
    second["id"] = json!("library");
    assert_eq!(work.ask("assessment_keep", json!({"document": second}))["version"], 2);

    let line = work.ask("assessments", json!({}))[0].clone();
    assert_eq!((&line["version"], &line["outcome"]), (&json!(2), &json!("meets-taken-together")));
    let shown = work.ask("assessment_show", json!({"key": "library"}));
    assert_eq!(
        names(&shown["page"]["depends_on"], "action"),
        ["reading-session", "digital-hub"].map(String::from).iter().rev().cloned().collect::<Vec<_>>()
    );
    assert_eq!(shown["versions"].as_array().unwrap().len(), 2);
    let first = work.ask("assessment_show", json!({"key": "library", "version": 1}));
    assert_eq!(first["page"]["outcome"], "does-not-meet", "the first draft stays as it was");

    // Closed and opened again, it is all there.
    work.ask("close", json!({}));
    work.ask("open", json!({"path": work.path("work.takeup")}));
    let taken = work.ask("assessment_remove", json!({"key": "library"}));
    assert_eq!(taken["version"], 2);
    assert_eq!(work.ask("assessments", json!({}))[0]["outcome"], "does-not-meet");
    let error = work.refuse("assessment_show", json!({"key": "nothing"}));
    assert!(error.code == "usage" && error.message.contains("No assessment “nothing”"), "{error}");
}

#[test]
fn a_portfolio_is_settled_as_one() {
    let work = Work::trafford();
    let error = work.refuse("portfolio", json!({"name": "dale-2027"}));
    assert!(error.message.contains("No assessment of a portfolio “dale-2027”"), "{error}");
    work.ask("assessment_keep", json!({"document": example("dale-hall")}));
    let alone = work.ask("portfolio", json!({"name": "dale-2027"}));
    assert_eq!(alone["initiatives"][0]["outcome"], "meets-taken-together", "80 people, 100 places");
    assert_eq!((&alone["entries"][0]["taken"], &alone["entries"][0]["left"]), (&json!(80), &json!(20)));

    // The second asks before it is kept, and already sees that there is not enough for both.
    let asked = work.ask("assess", json!({"document": example("dale-shop")}));
    assert_eq!(asked["outcome"], "does-not-meet");
    assert!(names(&asked["faults"], "kind").contains(&"counted-twice".to_string()));
    work.ask("assessment_keep", json!({"document": example("dale-shop")}));
    let page = work.ask("portfolio", json!({"name": "dale-2027"}));
    let outcomes = names(&page["initiatives"], "outcome");
    assert_eq!(outcomes, ["does-not-meet", "does-not-meet"], "both show it, neither may claim it");
    assert_eq!(page["shortages"][0]["missing"], 60);
    assert_eq!(names(&work.ask("assessments", json!({})), "outcome"), outcomes, "the list says so too");
    assert_eq!(page["shortages"][0]["sharing"].as_array().unwrap().len(), 2);
}

#[test]
fn whether_anybody_can_use_it_is_worked_out_from_the_file() {
    let work = Work::trafford();
    let mut document = example("library-second-draft");
    document["initiative"]["powers"] = json!([NOMINATION]);
    document["initiative"]["areas"] = json!([TRAFFORD]);
    let usable = |work: &Work| work.ask("assess", json!({"document": document}))["usable"]["answer"].clone();
    assert_eq!(usable(&work), "not known", "no register was read: unknown, not no");
    let page = work.ask("assess", json!({"document": document}));
    assert_eq!(page["outcome"], "meets-if", "the assessor’s yes does not stand against it");
    let groups = work.file(
        "groups.csv",
        "name,charity_number,legal_form,area,works_in_area\nOld Library Trust,1098765,cio,Trafford,yes\n",
    );
    work.read(json!({"path": groups, "area": TRAFFORD})).unwrap();
    let page = work.ask("assess", json!({"document": document}));
    if page["usable"]["answer"] == "yes" {
        assert!(
            page["usable"]["groups"][0].as_str().unwrap().contains("Old Library Trust"),
            "{}",
            page["usable"]
        );
        assert_eq!(page["outcome"], "meets-taken-together");
    } else {
        panic!("{}", page["usable"]);
    }
}

#[test]
fn what_is_printed_says_what_it_is_not_and_is_escaped() {
    let work = Work::trafford();
    let mut document = example("home-care");
    document["initiative"]["title"] = json!("<script>alert(1)</script> & “care”");
    document["citizens_view"] = json!([{"who": "Users", "on": "2026-11-01", "text": "We say <b>no</b>", "levels": {"decision": 1}, "outcome": "does-not-meet"}]);
    let file = work.ask("assessment_print", json!({"document": document}));
    let text = file["text"].as_str().unwrap();
    assert_eq!(file["name"], "key-test-home-care-1.html");
    assert!(
        !text.contains("<script")
            && text.contains("&lt;script&gt;")
            && text.contains("We say &lt;b&gt;no&lt;/b&gt;")
    );
    for needed in [
        "not legal advice and not an equality impact assessment",
        "Rules",
        "1.0 (November 2026)",
        "The two readings differ",
        "never averaged",
        "Users’ forum",
        "D: testimony of people affected",
    ] {
        assert!(text.contains(needed), "“{needed}” is not printed");
    }
    assert!(!text.contains("http://") && !text.contains("src="), "it needs nothing else");
}

#[test]
fn a_bad_document_says_where_it_is_wrong() {
    let work = Work::trafford();
    let say = |change: &dyn Fn(&mut Value)| {
        let mut document = example("open-register");
        change(&mut document);
        work.refuse("assess", json!({"document": document})).message
    };
    let message = say(&|d| d["shift"]["information"]["granted"] = json!(9));
    assert!(
        message.contains("shift.information.granted") && message.contains("9 is not a level"),
        "{message}"
    );
    let message = say(&|d| d["groups"][0]["efects"] = json!([]));
    assert!(message.contains("groups[0].efects") && message.contains("unknown field"), "{message}");
    let message = say(&|d| d["made_on"] = json!("2026-13-01"));
    assert!(message.contains("made_on") && message.contains("month"), "{message}");
    let message = say(&|d| d["shift"]["money"] = json!({}));
    assert!(message.contains("“money” is not a currency"), "{message}");
}

fn takeup(work: &Work, arguments: &[&str]) -> Output {
    let mut run = Command::new(command());
    run.args(arguments).current_dir(work.folder.path()).env("XDG_CONFIG_HOME", work.path("config"));
    run.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_command_takes_json_and_gives_json() {
    let work = Work::new();
    let template = takeup(&work, &["assess", "--template"]);
    assert!(template.status.success(), "{}", text(&template.stderr));
    work.file("mine.json", &template.stdout);
    let judged =
        takeup(&work, &["assess", "mine.json", "--json", "--as-at", "2026-11-25", "--print", "mine.html"]);
    assert!(judged.status.success(), "{}", text(&judged.stderr));
    let page: Value = serde_json::from_slice(&judged.stdout).unwrap();
    assert_eq!(
        (&page["outcome"], &page["literal"]),
        (&json!("meets-taken-together"), &json!("meets-taken-together"))
    );
    assert!(std::fs::read_to_string(work.path("mine.html")).unwrap().starts_with("<!doctype html>"));

    let list = text(&takeup(&work, &["assess", "--template", "list"]).stdout);
    assert!(list.contains("hub-renewal") && list.contains("Not an instance"), "{list}");
    let shop = top().join("data/keytest/dale-shop.json");
    let hall = top().join("data/keytest/dale-hall.json");
    let (shop, hall) = (shop.to_str().unwrap(), hall.to_str().unwrap());
    let alone = takeup(&work, &["assess", shop, "--as-at", "2026-11-25"]);
    assert!(text(&alone.stdout).contains("Meets the test, taken together"), "{}", text(&alone.stdout));
    let both = takeup(&work, &["assess", shop, "--with", hall, "--as-at", "2026-11-25"]);
    assert!(text(&both.stdout).contains("Does not meet the test"), "{}", text(&both.stdout));
    assert_eq!(both.status.code(), Some(1), "faults that stop publishing");

    work.file("bad.json", "{\"id\": ");
    let bad = takeup(&work, &["assess", "bad.json"]);
    assert_eq!(bad.status.code(), Some(2));
    assert!(text(&bad.stderr).contains("bad.json is not JSON"), "{}", text(&bad.stderr));

    assert!(takeup(&work, &["new", "w.takeup", "--area", TRAFFORD]).status.success());
    for file in [shop, hall] {
        let kept =
            takeup(&work, &["assess", file, "--workspace", "w.takeup", "--keep", "--as-at", "2026-11-25"]);
        assert!(text(&kept.stderr).contains("Kept version 1"), "{}", text(&kept.stderr));
    }
    let portfolio = takeup(&work, &["portfolio", "w.takeup", "dale-2027"]);
    assert!(text(&portfolio.stdout).contains("60 go without"), "{}", text(&portfolio.stdout));
    assert!(text(&takeup(&work, &["assessments", "w.takeup"]).stdout).contains("dale-hall"));
}

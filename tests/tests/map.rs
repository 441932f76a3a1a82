//! The map of a real council: folded, unfolded, narrowed, with a test lifted; its stories, its views, and the command.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

use std::process::Command;

use serde_json::{Value, json};
use takeup_tests::places::{command, register, skip};
use takeup_tests::work::{TRAFFORD, Work};

const FILE: &str = "charity-ew/charities_operating_in_trafford.csv";

fn trafford() -> Option<Work> {
    let Some(path) = register(FILE) else {
        skip();
        return None;
    };
    let work = Work::trafford();
    work.read(json!({"path": path, "area": TRAFFORD})).unwrap();
    Some(work)
}

fn map(work: &Work, view: Value) -> Value {
    work.ask("map", json!({"area": TRAFFORD, "view": view}))
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap()
}

fn ids(shown: &Value) -> Vec<String> {
    list(shown, "nodes").iter().map(|n| n["id"].as_str().unwrap().to_string()).collect()
}

#[test]
fn the_whole_of_an_area_is_folded_and_its_counts_are_those_of_the_audit() {
    let Some(work) = trafford() else { return };
    let shown = map(&work, json!({}));
    assert!(list(&shown, "nodes").len() <= 300);
    assert!(shown["says"].as_str().unwrap().contains("more are folded into them"), "{}", shown["says"]);
    let audit = work.ask("audit", json!({"area": TRAFFORD}));
    for (status, count) in list(&shown, "statuses").iter().zip(list(&audit, "counts")) {
        assert_eq!((&status["status"], &status["powers"]), (&count["status"], &count["powers"]));
    }
    assert!(!ids(&shown).iter().any(|id| id.contains("not-available")), "hidden unless asked for");
    assert!(ids(&map(&work, json!({"hide": []}))).contains(&"not-here".to_string()));
    let groups: u64 = list(&shown, "edges")
        .iter()
        .filter(|e| e["from"] == "clear" && e["to"].as_str().unwrap().starts_with("kind:"))
        .map(|e| e["groups"].as_u64().unwrap())
        .sum();
    assert_eq!(groups, 736, "every charity on the list could use something");
}

#[test]
fn however_much_is_unfolded_no_more_than_300_nodes_are_shown() {
    let Some(work) = trafford() else { return };
    let whole = map(&work, json!({"hide": []}));
    let shown = map(&work, json!({"hide": [], "unfolded": ids(&whole)}));
    assert!(list(&shown, "nodes").len() <= 300 && list(&shown, "nodes").len() > 100);
    assert!(!list(&shown, "no_room").is_empty(), "and it says what it did not unfold");
    let latest = map(&work, json!({"unfolded": ["department:dfe", "department:mhclg", "kind:cio"]}));
    assert!(ids(&latest).iter().any(|id| id == "power:asset-of-community-value-nomination"));
    assert!(ids(&latest).iter().filter(|id| id.starts_with("group:")).count() == 128);
}

#[test]
fn a_test_is_lifted_and_let_go_and_nothing_is_recorded() {
    let Some(work) = trafford() else { return };
    let before = work.ask("audit", json!({"area": TRAFFORD}));
    let blocker = "unmet:form:trade-union";
    let narrowed = map(&work, json!({"blocked_by": blocker}));
    assert!(ids(&narrowed).contains(&blocker.to_string()), "{:?}", ids(&narrowed));
    let lifted = map(&work, json!({"blocked_by": blocker, "lift": [blocker]}));
    let node = list(&lifted, "nodes").iter().find(|n| n["id"] == blocker).unwrap().clone();
    assert_eq!(node["sign"], "lifted");
    for opened in list(&lifted, "opened") {
        assert!(opened["groups_to"].as_u64() >= opened["groups_from"].as_u64(), "{opened}");
    }
    assert!(!list(&lifted, "opened").is_empty());
    assert_eq!(work.ask("audit", json!({"area": TRAFFORD})), before);
    let refused = work.refuse("map", json!({"area": TRAFFORD, "view": {"lift": ["clear"]}}));
    assert!(refused.message.contains("cannot be lifted"), "{}", refused.message);
}

#[test]
fn every_node_tells_its_story_with_its_source() {
    let Some(work) = trafford() else { return };
    for id in ids(&map(&work, json!({"unfolded": ["department:mhclg"]}))) {
        let story = work.ask("map_node", json!({"area": TRAFFORD, "id": id}));
        assert!(!list(&story, "says").is_empty(), "{id}");
        assert!(story["source"].as_str().unwrap().contains("charities_operating_in_trafford.csv"), "{id}");
        assert!(
            !id.starts_with("power:") || story["next"].is_string() && !list(&story, "proof").is_empty(),
            "{id}"
        );
    }
    let refused = work.refuse("map_node", json!({"area": TRAFFORD, "id": "power:nothing"}));
    assert!(refused.message.contains("There is no node “power:nothing”"), "{}", refused.message);
}

#[test]
fn what_is_searched_is_found_folded_or_not_and_can_be_unfolded() {
    let Some(work) = trafford() else { return };
    let found = work.ask("map", json!({"area": TRAFFORD, "search": "parish poll"}));
    let hit = &list(&found, "hits")[0];
    assert_eq!((&hit["id"], &hit["kind_name"]), (&json!("power:parish-poll"), &json!("Power")));
    assert!(!ids(&found).contains(&"power:parish-poll".to_string()), "it is folded");
    assert!(
        ids(&map(&work, json!({"unfolded": ["power:parish-poll"]})))
            .contains(&"power:parish-poll".to_string())
    );
}

#[test]
fn a_view_is_kept_and_the_command_shows_it() {
    let work = Work::trafford();
    let view = json!({"unfolded": ["department:mhclg"], "focus": "people", "hide": ["unsettled"]});
    let kept = work.ask("save_map_view", json!({"area": TRAFFORD, "name": " For people ", "view": view}));
    assert_eq!(kept[0]["name"], "For people");
    work.refuse("save_map_view", json!({"area": TRAFFORD, "name": " ", "view": view}));
    let file = work.path("work.takeup");
    work.ask("close", json!({}));
    let takeup = |args: &[&str]| {
        let out =
            Command::new(command()).arg("map").arg(&file).args(["--area", TRAFFORD]).args(args).output();
        let out = out.unwrap();
        (
            out.status.code(),
            String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr),
        )
    };
    let (code, text) = takeup(&["--saved", "For people"]);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("People acting without a group") && text.contains("[department:mhclg]"), "{text}");
    assert!(!text.contains("Unsettled"), "{text}");
    let (code, text) = takeup(&["--saved", "Another"]);
    assert!(code == Some(2) && text.contains("There is “For people”"), "{text}");
    let (code, text) = takeup(&["--node", "clear"]);
    assert!(code == Some(0) && text.contains("could be started today"), "{text}");
    let (code, text) = takeup(&["--blocked-by", "clear"]);
    assert_eq!(code, Some(0), "what is open is a filter as well: {text}");
    let (code, text) = takeup(&["--blocked-by", "people"]);
    assert!(code == Some(2) && text.contains("not something that stands between"), "{text}");
}

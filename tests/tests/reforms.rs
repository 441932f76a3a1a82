//! Reforms on a real workspace: made, kept, tried and handed on, through the table of commands.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

use serde_json::{Value, json};
use takeup_api::answer::reform::ReformChange;
use takeup_domain::reform::Change;
use takeup_tests::work::{NOMINATION, TRAFFORD, Work};

/// A group of twelve electors, a charity, and one that lacks everything.
const GROUPS: &str = "name,area,legal_form,members,works_here\n\
    Friends of the Park,E08000009,unincorporated-association,12,yes\n\
    Sale Moor Community Trust,E08000009,cio,40,yes\n";

fn with_groups() -> Work {
    let work = Work::trafford();
    let path = work.file("groups.csv", GROUPS);
    work.read(json!({"path": path})).unwrap();
    work
}

fn keep(work: &Work, name: &str, changes: Value) -> Value {
    work.ask("reform_save", json!({"reform": {"name": name, "changes": changes}}))
}

#[test]
fn a_reform_is_kept_tried_and_changes_nothing() {
    let work = with_groups();
    let before = work.ask("audit", json!({"area": TRAFFORD}));
    let page = keep(
        &work,
        "No hedges",
        json!([{"repeal": {"power": "high-hedge-complaint", "nation": "england", "on": "2026-11-01"}}]),
    );
    assert_eq!(page["reform"]["id"], "no-hedges");
    assert_eq!(page["problems"], json!([]));
    let diff = work.ask("reform_diff", json!({"id": "no-hedges", "areas": [TRAFFORD]}));
    assert_eq!(diff["total"], 1);
    let cell = &diff["cells"][0];
    assert_eq!(
        (cell["effect"].as_str(), cell["power"].as_str()),
        (Some("closes"), Some("high-hedge-complaint"))
    );
    assert_eq!(cell["after"]["status"], "not-available");
    assert_eq!(cell["because"], json!([0]));
    assert!(cell["reason"].as_str().unwrap().contains("No longer in force since 2026-11-01"), "{cell}");
    assert_eq!(work.ask("audit", json!({"area": TRAFFORD})), before, "a trial is only a trial");
    assert_eq!(work.ask("reforms", json!({}))[0]["changes"], 1);

    work.ask("close", json!({}));
    work.ask("open", json!({"path": work.path("work.takeup")}));
    let removed = work.ask("reform_remove", json!({"id": "no-hedges"}));
    assert_eq!(work.ask("reforms", json!({})), json!([]));
    let again = work.ask("reform_save", json!({"reform": removed["reform"]}));
    assert_eq!(again["reform"], page["reform"], "undone by saving it again");
}

#[test]
fn the_whole_country_adds_up() {
    let work = with_groups();
    keep(
        &work,
        "A",
        json!([{"repeal": {"power": "high-hedge-complaint", "nation": "england", "on": "2026-11-01"}},
                            {"commence": {"power": "community-right-to-buy", "nation": "england", "on": "2026-11-01"}}]),
    );
    let page = work.ask("reform_diff", json!({"id": "a", "limit": 5}));
    assert_eq!(page["cells"].as_array().unwrap().len(), 5);
    let total = page["total"].as_u64().unwrap();
    assert!(total > 500, "{total}");
    for grouping in page["groupings"].as_array().unwrap() {
        let lines = grouping["lines"].as_array().unwrap();
        let cells: u64 =
            lines.iter().flat_map(|l| ["closes", "opens", "changes"].map(|k| l[k].as_u64().unwrap())).sum();
        assert_eq!(cells, total, "{}", grouping["by"]);
    }
    let nations = &page["groupings"][4];
    assert_eq!((nations["by"].as_str(), nations["lines"].as_array().unwrap().len()), (Some("nation"), 1));
    assert_eq!(page["groupings"][5]["lines"][0]["name"], "not known", "no index of deprivation is on file");
    // The cells of one line, page by page.
    let of = |offset: u64| {
        let request = json!({"id": "a", "by": "power", "key": "community-right-to-buy", "limit": 100, "offset": offset});
        work.ask("reform_diff", request)
    };
    assert_eq!(
        of(0)["total"],
        page["groupings"][0]["lines"][0]["changes"].as_u64().unwrap()
            + page["groupings"][0]["lines"][0]["opens"].as_u64().unwrap()
    );
    assert_eq!(of(200)["cells"].as_array().unwrap().len() as u64, of(0)["total"].as_u64().unwrap() - 200);
}

#[test]
fn two_reforms_are_compared() {
    let work = with_groups();
    keep(&work, "Lower", json!([{"lift_barrier": {"barrier": "wrong-legal-form", "area": TRAFFORD}}]));
    keep(
        &work,
        "Members",
        json!([{"lift_barrier": {"barrier": "member-or-signature-threshold", "area": TRAFFORD}}]),
    );
    let page = work.ask("reform_compare", json!({"first": "lower", "second": "members"}));
    let total = |list: &str| page[list]["total"].as_u64().unwrap();
    let opens = |id: &str| work.ask("reform_diff", json!({"id": id}))["totals"]["opens"].as_u64().unwrap();
    assert_eq!(total("only_first") + total("both"), opens("lower"));
    assert_eq!(total("only_second") + total("both"), opens("members"));
    assert!(total("only_first") > 0, "{page}");
}

#[test]
fn nothing_is_written_over_and_nothing_unsound_is_tried() {
    let work = with_groups();
    let lower = json!({"name": "Lower", "changes": []});
    work.ask("reform_save", json!({"reform": lower}));
    let refused = work.refuse("reform_save", json!({"reform": lower}));
    assert!(refused.message.contains("already a reform “lower”"), "{refused}");
    work.ask("reform_save", json!({"reform": lower, "over": true}));
    let nameless = work.refuse("reform_save", json!({"reform": {"name": " – "}}));
    assert_eq!((nameless.code, nameless.message.contains("no name")), ("usage", true));
    let odd = work.refuse("reform_save", json!({"reform": {"id": "A b", "name": "A"}}));
    assert!(odd.message.contains("such as a-b"), "{odd}");
    for (changes, says) in [
        (json!([{"drop_leaf": {"power": "nope", "leaf": "x"}}]), "There is no power “nope”"),
        (json!([{"drop_leaf": {"power": NOMINATION, "leaf": "x"}}]), "has no test “x”"),
        (
            json!([{"lift_barrier": {"barrier": "wrong-legal-form", "area": "E99"}}]),
            "No council area has the code “E99”",
        ),
    ] {
        let refused = work.refuse("reform_diff", json!({"reform": {"name": "A", "changes": changes}}));
        assert!(refused.message.contains(says), "{refused}");
        let found = work.ask("reform_check", json!({"name": "A", "changes": changes}));
        assert!(found[0]["message"].as_str().unwrap().contains(says), "{found}");
    }
    let unknown = work.refuse("reform_check", json!({"name": "A", "changes": [{"conjure": {}}]}));
    assert!(unknown.message.contains("unknown variant `conjure`"), "{unknown}");
    let day =
        work.refuse("reform_check", json!({"name": "A", "changes": [{"as_at": {"date": "next year"}}]}));
    assert!(day.message.contains("next year") || day.message.contains("cannot be read"), "{day}");
    let missing = work.refuse("reform_show", json!({"id": "gone"}));
    assert!(missing.message.contains("There is no reform “gone”"), "{missing}");
}

/// What goes over the wire is what the domain reads, kind by kind, and none is missing.
#[test]
fn every_change_has_one_shape() {
    let power = serde_json::to_value(&takeup_api::shipped().powers[NOMINATION]).unwrap();
    let changes = json!([
        {"lift_barrier": {"barrier": "b", "power": "p", "duty_holder": "d", "area": "a", "form": "f"}},
        {"replace_leaf": {"power": "p", "leaf": "l", "with": {"fact": {"trait": "t"}, "provision": "s 1"}}},
        {"drop_leaf": {"power": "p", "leaf": "l"}},
        {"threshold": {"power": "p", "leaf": "l", "to": {"at_least": 3}}},
        {"threshold": {"power": "p", "leaf": "l", "to": {"per_mille": 30}}},
        {"threshold": {"power": "p", "leaf": "l", "to": {"before": "2020-01-01"}}},
        {"commence": {"power": "p", "nation": "northern-ireland", "on": "2027-01-01"}},
        {"repeal": {"power": "p", "nation": "wales", "on": "2027-01-01"}},
        {"as_at": {"date": "2027-01-01"}},
        {"add_enabler": {"name": "n", "supplies": [{"capacity": "enduring", "level": "high"}], "area": "a", "form": "f",
                         "cost": "low", "from": "2027-01-01"}},
        {"add_power": {"power": power}},
        {"move_power": {"power": "p", "to": "d"}},
        {"change_duty_holder": {"power": "p", "to": "d"}}
    ]);
    let wire: Vec<ReformChange> = serde_json::from_value(changes.clone()).unwrap();
    let domain: Vec<Change> = serde_json::from_value(serde_json::to_value(&wire).unwrap()).unwrap();
    assert_eq!(serde_json::to_value(&domain).unwrap(), changes);
    let missing = serde_json::from_value::<Change>(json!({"nothing": {}})).unwrap_err().to_string();
    let kinds = missing.matches('`').count() / 2 - 1;
    assert_eq!(kinds, 11, "a kind of change is missing here: {missing}");
}

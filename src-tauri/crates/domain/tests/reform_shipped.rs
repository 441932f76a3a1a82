//! Reforms of the shipped catalogue: an example drawn as text, and each kind of mistake told apart.
//! Renew on purpose only: `UPDATE_EXPECT=1 cargo test -p takeup-domain --test reform_shipped`.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod shipped;

use std::fmt::Write;
use std::sync::Arc;

use expect_test::expect;
use serde_json::{Value, from_value, json, to_value};
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::judge::Judge;
use takeup_domain::power::{CapacityKind, Level};
use takeup_domain::reach::Reach;
use takeup_domain::record::{FindingEffect, PresenceBasis, Source};
use takeup_domain::reform::{Base, CellDiff, Diff, Grouping, Reasons, Reform, Trial};
use takeup_domain::routes::{Act, Plan, Planner};
use takeup_domain::vocabulary::Running;
use takeup_domain::world::{Finding, Group, Presence, RegisterRead, Told, World};

const NOMINATION: &str = "asset-of-community-value-nomination";
const ELECTORS: &str = "members>=21:local-elector";

fn reform(changes: Value) -> Reform {
    from_value(json!({"id": "example", "name": "Example", "changes": changes})).unwrap()
}

/// Trafford with an association of twelve electors and a charity without money; a finding stops the charity.
fn trafford() -> World {
    let catalogue = shipped::catalogue();
    let area = catalogue.area_index("E08000009").unwrap();
    let mut world = World::new(catalogue);
    let day = "2026-10-01".parse().unwrap();
    world.registers.push(RegisterRead { name: "A register".into(), edition: Some(day), read_on: None });
    let group = |id: i64, name: &str, form: &str, told: Told| Group {
        id,
        key: format!("X-{id}"),
        name: name.into(),
        register: Some(0),
        forms: Arc::new([(form.to_string(), true)].into()),
        told: Some(Box::new(told)),
        ..Group::default()
    };
    let mut friends = Told::default();
    friends.members.insert("local-elector".into(), 12);
    friends.traits.extend([("no-surplus-to-members".into(), true), ("charity-in-law".into(), false)]);
    let mut poor = Told::default();
    poor.capacity.extend([(CapacityKind::Financial, Level::None), (CapacityKind::Organising, Level::None)]);
    world.groups.push(group(1, "Friends of the Park", "unincorporated-association", friends).into());
    world.groups.push(group(2, "Sale Moor Community Trust", "charitable-company", poor).into());
    for group in 0..2 {
        world.presences.push(Presence { area: area as u32, group, basis: PresenceBasis::WorksIn });
    }
    world.findings.push(Finding {
        id: 1,
        barrier: "council-discretion".into(),
        effect: FindingEffect::Stops,
        power: Some(NOMINATION.into()),
        area: None,
        duty_holder: None,
        group: Some(2),
        form: None,
        note: "The council sent it back unread.".into(),
        date: day,
        source: Source { title: "Letter".into(), address: None },
    });
    world.index()
}

/// Answers whose one word changes, drawn; the others counted.
fn drawn(reform: &Reform, by: &[Grouping]) -> String {
    let world = trafford();
    assert_eq!(reform.check(&world.catalogue), []);
    let compiled = Compiled::new(&world.catalogue);
    let columns = Columns::new(&world, &compiled, "2026-11-01".parse().unwrap());
    let base = Base { world: &world, compiled: &compiled, columns: &columns };
    let trial = Trial::new(&base, reform);
    let areas: Vec<usize> = (0..world.catalogue.areas.len()).collect();
    let diff = Diff::new(&base, &trial, &areas, &|| false).unwrap();
    let reasons = Reasons::new(base, &trial, reform);
    let mut text = String::new();
    for (n, change) in reform.changes.iter().enumerate() {
        writeln!(text, "{}. {}", n + 1, change.words(&world.catalogue)).unwrap();
    }
    writeln!(text, "{} answers differ, {} powers judged anew", diff.cells.len(), diff.powers).unwrap();
    let here = |c: &&CellDiff| world.catalogue.areas[c.area].gss == "E08000009";
    for cell in diff.cells.iter().filter(here).filter(|c| c.before.status != c.after.status) {
        let reason = reasons.of(cell);
        let changes: Vec<String> = reason.changes.iter().map(|n| (n + 1).to_string()).collect();
        writeln!(
            text,
            "{:?} {}: {} -> {} by {}: {}",
            cell.effect(),
            cell.power,
            cell.before.status.as_str(),
            cell.after.status.as_str(),
            changes.join(" and "),
            reason.words
        )
        .unwrap();
    }
    for by in by.iter().copied() {
        for line in diff.sums(&trial, by) {
            writeln!(
                text,
                "{} {}: {} close, {} open, {} change; {} groups lose, {} gain",
                by.as_str(),
                line.name,
                line.closes,
                line.opens,
                line.changes,
                line.lose,
                line.gain
            )
            .unwrap();
        }
    }
    for (power, from, to) in &diff.moved {
        writeln!(text, "{power} moves from {from} to {to}").unwrap();
    }
    text
}

#[test]
fn a_lower_threshold_a_lift_and_a_move() {
    let found = drawn(
        &reform(json!([
            {"threshold": {"power": NOMINATION, "leaf": ELECTORS, "to": {"at_least": 10}}},
            {"lift_barrier": {"barrier": "council-discretion"}},
            {"move_power": {"power": "parish-poll", "to": "cabinet-office"}},
            {"repeal": {"power": "high-hedge-complaint", "nation": "england", "on": "2026-10-15"}}
        ])),
        &Grouping::ALL,
    );
    expect![[r#"
        1. In “Nominate an asset of community value”, set at least 10 in the test “has at least 21 individual members who are on the electoral register for the council's area or a neighbouring one”
        2. Lift “The body is very free to refuse”
        3. Move “Demand a parish poll” to Cabinet Office
        4. Repeal “Complain about a high hedge” in England on 2026-10-15
        297 answers differ, 3 powers judged anew
        Closes high-hedge-complaint: unused-not-checked -> not-available by 4: No longer in force since 2026-10-15. 1 group can no longer use it.
        Opens asset-of-community-value-nomination: unsettled -> unused-not-checked by 1: 1 group can use it.
        power Complain about a high hedge: 296 close, 0 open, 0 change; 1 groups lose, 0 gain
        power Nominate an asset of community value: 0 close, 1 open, 0 change; 0 groups lose, 1 gain
        department Ministry of Housing, Communities and Local Government: 296 close, 1 open, 0 change; 1 groups lose, 1 gain
        duty-holder Principal council: 296 close, 1 open, 0 change; 1 groups lose, 1 gain
        kind City of London Corporation: 1 close, 0 open, 0 change; 0 groups lose, 0 gain
        kind London borough: 32 close, 0 open, 0 change; 0 groups lose, 0 gain
        kind district council: 164 close, 0 open, 0 change; 0 groups lose, 0 gain
        kind metropolitan borough: 36 close, 1 open, 0 change; 1 groups lose, 1 gain
        kind unitary authority: 63 close, 0 open, 0 change; 0 groups lose, 0 gain
        nation England: 296 close, 1 open, 0 change; 1 groups lose, 1 gain
        deprivation not known: 296 close, 1 open, 0 change; 1 groups lose, 1 gain
        parish-poll moves from mhclg to cabinet-office
    "#]].assert_eq(&found);
}

#[test]
fn an_enabler_brings_powers_within_reach_in_practice() {
    let found = drawn(
        &reform(json!([{"add_enabler": {
            "name": "Trafford Community Enterprise", "area": "E08000009", "cost": "medium",
            "supplies": [{"capacity": "financial", "level": "medium"}, {"capacity": "organising", "level": "medium"}]
        }}])),
        &[Grouping::Department, Grouping::Deprivation],
    );
    expect![[r#"
        1. Add the enabler “Trafford Community Enterprise”, which supplies financial capacity up to medium and organising capacity up to medium in Trafford (cost: medium)
        108 answers differ, 216 powers judged anew
        Opens community-radio-licence: blocked -> unused-not-checked by 1: 1 group can use it.
        Opens digital-community-radio-licence: blocked -> unused-not-checked by 1: 1 group can use it.
        Opens local-power-plan-funding: unsettled -> unused-not-checked by 1: 1 group can use it.
        Opens run-local-healthwatch: blocked -> unused-not-checked by 1: 1 group can use it.
        Opens voluntary-sector-in-emergencies: unsettled -> unused-not-checked by 1: 1 group can use it.
        department Attorney General's Office: 0 close, 2 open, 0 change; 0 groups lose, 2 gain
        department Cabinet Office: 0 close, 4 open, 1 change; 0 groups lose, 4 gain
        department Department for Business and Trade: 0 close, 1 open, 1 change; 0 groups lose, 1 gain
        department Department for Culture, Media and Sport: 0 close, 7 open, 0 change; 0 groups lose, 7 gain
        department Department for Education: 0 close, 1 open, 5 change; 0 groups lose, 1 gain
        department Department for Energy Security and Net Zero: 0 close, 2 open, 0 change; 0 groups lose, 2 gain
        department Department for Environment, Food and Rural Affairs: 0 close, 6 open, 0 change; 0 groups lose, 6 gain
        department Department for Science, Innovation and Technology: 0 close, 0 open, 1 change; 0 groups lose, 0 gain
        department Department for Transport: 0 close, 8 open, 2 change; 0 groups lose, 8 gain
        department Department for Work and Pensions: 0 close, 0 open, 1 change; 0 groups lose, 0 gain
        department Department of Health and Social Care: 0 close, 2 open, 0 change; 0 groups lose, 2 gain
        department HM Revenue and Customs: 0 close, 0 open, 1 change; 0 groups lose, 0 gain
        department Home Office: 0 close, 2 open, 3 change; 0 groups lose, 2 gain
        department Ministry of Housing, Communities and Local Government: 0 close, 26 open, 30 change; 0 groups lose, 26 gain
        department Ministry of Justice: 0 close, 1 open, 1 change; 0 groups lose, 1 gain
        deprivation not known: 0 close, 62 open, 46 change; 0 groups lose, 62 gain
    "#]].assert_eq(&found);
}

#[test]
fn law_as_at_another_date_is_a_reform_too() {
    let found = drawn(
        &reform(json!([
            {"commence": {"power": "community-right-to-buy", "nation": "england", "on": "2027-04-01"}},
            {"as_at": {"date": "2027-04-01"}}
        ])),
        &Grouping::ALL,
    );
    expect![[r#"
        1. Commence “Buy a listed asset (community right to buy, 2026 Act)” in England on 2027-04-01
        2. Ask as at 2027-04-01
        296 answers differ, 1 powers judged anew
        Changes community-right-to-buy: not-available -> unsettled by 1 and 2: It becomes available here. Before: Made, but not yet in force; no date has been set.
        power Buy a listed asset (community right to buy, 2026 Act): 0 close, 0 open, 296 change; 0 groups lose, 0 gain
        department Ministry of Housing, Communities and Local Government: 0 close, 0 open, 296 change; 0 groups lose, 0 gain
        duty-holder Principal council: 0 close, 0 open, 296 change; 0 groups lose, 0 gain
        kind City of London Corporation: 0 close, 0 open, 1 change; 0 groups lose, 0 gain
        kind London borough: 0 close, 0 open, 32 change; 0 groups lose, 0 gain
        kind district council: 0 close, 0 open, 164 change; 0 groups lose, 0 gain
        kind metropolitan borough: 0 close, 0 open, 36 change; 0 groups lose, 0 gain
        kind unitary authority: 0 close, 0 open, 63 change; 0 groups lose, 0 gain
        nation England: 0 close, 0 open, 296 change; 0 groups lose, 0 gain
        deprivation not known: 0 close, 0 open, 296 change; 0 groups lose, 0 gain
    "#]].assert_eq(&found);
}

/// Every mistake says which change, which sort, and what to do.
#[test]
fn mistakes_are_told_apart() {
    let catalogue = shipped::catalogue();
    let new = |id: &str, edit: &dyn Fn(&mut Value)| {
        let mut power = to_value(&catalogue.powers[NOMINATION]).unwrap();
        power["id"] = json!(id);
        edit(&mut power);
        json!({"add_power": {"power": power}})
    };
    let waits_for = |id: &str| json!({"fact": {"outcome": {"of": id}}, "provision": "s 1"});
    let members =
        |n: u32| json!({"fact": {"members": {"at_least": n, "of": "local-elector"}}, "provision": "s 1"});
    let lift = |more: Value| {
        let mut change = json!({"barrier": "council-discretion"});
        change.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({"lift_barrier": change})
    };
    let same = json!({"drop_leaf": {"power": NOMINATION, "leaf": ELECTORS}});
    let reforms = [
        json!([{"drop_leaf": {"power": "no-such-power", "leaf": "x"}}, lift(json!({"power": "nor-this"}))]),
        json!([{"drop_leaf": {"power": "parish-poll", "leaf": "members>=99:local-elector"}}]),
        json!([
            lift(json!({"area": "E99"})),
            lift(json!({"form": "giant"})),
            lift(json!({"duty_holder": "king"}))
        ]),
        json!([{"lift_barrier": {"barrier": "dragons"}}, {"move_power": {"power": "parish-poll", "to": "magic"}}]),
        json!([{"threshold": {"power": NOMINATION, "leaf": "local-connection", "to": {"at_least": 3}}}]),
        json!([{"repeal": {"power": "parish-poll", "nation": "scotland", "on": "2027-01-01"}}]),
        json!([{"move_power": {"power": "parish-poll", "to": "mhclg"}}]),
        json!([{"repeal": {"power": NOMINATION, "nation": "england", "on": "2010-01-01"}}]),
        json!([{"commence": {"power": "community-right-to-buy", "nation": "england", "on": "2027-04-01"}},
               {"as_at": {"date": "2027-01-01"}}]),
        json!([{"commence": {"power": "community-right-to-buy", "nation": "england", "on": "2027-04-01"}},
               {"repeal": {"power": "community-right-to-buy", "nation": "england", "on": "2027-01-01"}}]),
        json!([same, same]),
        json!([same, {"threshold": {"power": NOMINATION, "leaf": ELECTORS, "to": {"at_least": 10}}}]),
        json!([{"as_at": {"date": "2027-01-01"}}, {"as_at": {"date": "2028-01-01"}}]),
        json!([{"replace_leaf": {"power": NOMINATION, "leaf": ELECTORS, "with": members(21)}}]),
        json!([new(NOMINATION, &|_| {})]),
        json!([new("a-new-power", &|p| p["goals"] = json!(["world-peace"]))]),
        json!([
            new("first-new", &|p| p["links"] = json!([{"kind": "replaces", "power": "second-new"}])),
            new("second-new", &|p| p["links"] = json!([{"kind": "replaces", "power": "first-new"}]))
        ]),
        json!([
            new("hen", &|p| p["requires"] = waits_for("egg")),
            new("egg", &|p| p["requires"] = waits_for("hen"))
        ]),
        json!([{"replace_leaf": {"power": NOMINATION, "leaf": ELECTORS,
                "with": {"fact": {"trait": "purple"}, "provision": "s 1"}}}]),
    ];
    let mut text = String::new();
    for changes in reforms {
        let problems = reform(changes).check(&catalogue);
        assert!(!problems.is_empty());
        for p in problems {
            let message: String = p.message.chars().take(170).collect();
            writeln!(text, "{:?} {:?}: {message}", p.change.map(|n| n + 1), p.kind).unwrap();
        }
        writeln!(text).unwrap();
    }
    let nameless = Reform::new(" ! ").check(&catalogue);
    writeln!(text, "{nameless:?}").unwrap();
    expect![[r#"
        Some(1) UnknownPower: There is no power “no-such-power”. Look for it: takeup search WORDS.
        Some(2) UnknownPower: There is no power “nor-this”. Look for it: takeup search WORDS.

        Some(1) UnknownLeaf: “parish-poll” has no test “members>=99:local-elector”. Its tests: area-type:parished, standing:parish-elector.

        Some(1) UnknownArea: No council area has the code “E99”. Look for it: takeup areas NAME.
        Some(2) UnknownWord: There is no legal form “giant”. Use an id from legal-forms.json, such as cio.
        Some(3) UnknownWord: There is no kind of duty holder “king”. Use an id from duty-holders.json, such as principal-local-authority.

        Some(1) UnknownBarrier: There is no barrier “dragons”. See the list: takeup barriers.
        Some(2) UnknownWord: There is no department “magic” to move “parish-poll” to. See the list: takeup departments.

        Some(1) NothingToChange: The test “local-connection” of “asset-of-community-value-nomination” has no such number or date. Give members for a test of members, a day for founded-before; replace oth

        Some(1) NothingToChange: “parish-poll” does not run in Scotland, so there is nothing to repeal: take the change out, or commence it first.

        Some(1) NothingToChange: “parish-poll” already belongs to “mhclg”: take the change out.

        Some(1) Dates: “asset-of-community-value-nomination” would end in England on 2010-01-01, but begins on 2012-09-21: give a later day.

        Some(1) Dates: “community-right-to-buy” would begin on 2027-04-01, but the reform asks as at 2027-01-01: ask as at a later day, or let it begin earlier.

        Some(2) Dates: “community-right-to-buy” would end in England on 2027-01-01, but begins on 2027-04-01: give a later day.

        Some(2) Contradiction: Change 1 is there twice: take one out.

        Some(2) Contradiction: Changes 1 and 2 both say what becomes of the test at all[0].any[3].all[1] of “asset-of-community-value-nomination”: keep one of them.

        Some(2) Contradiction: Changes 1 and 2 both say what becomes of the day asked about: keep one of them.

        Some(1) Circle: Change 1 replaces a test by itself: take it out.

        Some(1) Contradiction: A power “asset-of-community-value-nomination” is already in the catalogue: change that one, or give the new one another id.

        Some(1) Law: In the new power, goals: “world-peace” is not in goals.json: use an id from there, or add it.

        Some(1) Circle: These powers would replace each other in a circle: first-new, second-new. Take one of the links out.

        Some(2) Circle: Nobody could ever start these: each waits for the outcome of another in the circle. egg, hen. Leave another way in.

        Some(1) Law: In the new test, requires: “purple” is not in traits.json: use an id from there, or add it.

        [Problem { change: None, kind: Nameless, message: "The reform has no name: give it one." }]
    "#]].assert_eq(&text);
}

/// The charity lacks organising capacity: an enabler that takes charities supplies it, as a route beside the others.
#[test]
fn acting_with_the_help_of_an_enabler_is_a_route() {
    let world = trafford();
    let compiled = Compiled::new(&world.catalogue);
    let columns = Columns::new(&world, &compiled, "2026-11-01".parse().unwrap());
    let judge = Judge::new(&world, &compiled, &columns);
    let area = world.catalogue.area_index("E08000009").unwrap();
    let (power, row) = (compiled.power("run-local-healthwatch").unwrap(), columns.presence(area, 1));
    assert_eq!(judge.row(power, area, row), Reach::Blocked);
    let planner = Planner::new(&judge);
    let Plan::Routes(routes) = planner.plan(power, area, row, &planner.ways(area, row)) else {
        panic!("no route");
    };
    let helped: Vec<&String> = routes
        .iter()
        .flat_map(|route| &route.legs)
        .filter_map(|leg| if let Act::Help(id) = &leg.act { Some(id) } else { None })
        .collect();
    let [id] = helped.as_slice() else { panic!("{routes:?}") };
    let enabler = &world.catalogue.enablers[*id];
    assert!(enabler.supplies.contains(&CapacityKind::Organising) && enabler.running == Running::Yes);
    assert!(routes.iter().any(|route| route.legs.iter().any(|leg| matches!(leg.act, Act::Remedy(_)))));
}

#[test]
fn a_misspelt_file_says_where() {
    let read = |text: &str| serde_json::from_str::<Reform>(text).unwrap_err().to_string();
    assert!(read(r#"{"id": "a", "name": "A", "chnages": []}"#).contains("unknown field `chnages`"));
    let barrier = r#"{"id": "a", "name": "A", "changes": [{"lift_barrier": {"barier": "x"}}]}"#;
    assert!(read(barrier).contains("unknown field `barier`"));
    assert!(
        read(r#"{"id": "a", "name": "A", "changes": [{"lift": {}}]}"#).contains("unknown variant `lift`")
    );
}

/// Written and read again, a reform is the same.
#[test]
fn a_reform_survives_its_file() {
    let mut all = reform(json!([
        {"lift_barrier": {"barrier": "council-discretion", "area": "E08000009"}},
        {"threshold": {"power": NOMINATION, "leaf": ELECTORS, "to": {"per_mille": 15}}},
        {"as_at": {"date": "2027-01-01"}}
    ]));
    all.changes.push(takeup_domain::reform::Change::AddPower {
        power: shipped::catalogue().powers[NOMINATION].clone().into(),
    });
    let text = serde_json::to_string_pretty(&all).unwrap();
    assert_eq!(serde_json::from_str::<Reform>(&text).unwrap(), all);
}

//! Every power for every charity of Trafford: the columns and the plain way to judge agree.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop where it fails")]

use jiff::civil::date;
use serde_json::json;
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::facts::Who;
use takeup_domain::judge::{Counts, Judge};
use takeup_domain::reach::Reach;
use takeup_domain::world::World;
use takeup_store::Store;
use takeup_tests::oracle::Oracle;
use takeup_tests::places::{register, skip};
use takeup_tests::work::{NOMINATION, TODAY, TRAFFORD, Work};

/// The Trafford register, with things told by hand so that every kind of stop is met.
fn world() -> Option<World> {
    let Some(path) = register("charity-ew/charities_operating_in_trafford.csv") else {
        skip();
        return None;
    };
    let work = Work::trafford();
    work.read(json!({"path": path, "area": TRAFFORD})).unwrap();
    let groups = work.ask("groups", json!({"area": TRAFFORD, "limit": 400}));
    let keys: Vec<_> = groups["rows"].as_array().unwrap().iter().map(|r| r["id"].clone()).collect();
    let facts = [
        ("members:local-elector", "12"),
        ("members:local-elector", "40"),
        ("form:neighbourhood-forum", "yes"),
        ("form:registered-charity", "no"),
        ("works-here", "no"),
        ("capacity:organising", "none"),
        ("capacity:financial", "high"),
        ("founded", "1999-05-01"),
        ("members", "15"),
        ("area-type", "parished"),
    ];
    for (key, (fact, value)) in keys.iter().step_by(7).zip(facts.iter().cycle()) {
        let told = json!({"group": key, "area": TRAFFORD, "key": fact, "value": value, "source": "A test", "date": "2026-01-01"});
        work.ask("record_fact", told);
    }
    let barriers = work.ask("about", json!({}))["lists"]["barriers"].clone();
    let scopes = [
        json!({"power": NOMINATION, "form": "cio"}),
        json!({"area": TRAFFORD, "form": "charitable-trust"}),
        json!({"group": keys[3], "area": TRAFFORD}),
        json!({"duty_holder": "principal-local-authority", "group": keys[5]}),
        json!({"power": "community-right-to-bid", "area": TRAFFORD}),
        json!({"power": "neighbourhood-plan", "area": TRAFFORD}),
    ];
    for (n, mut finding) in scopes.into_iter().enumerate() {
        for (key, value) in [
            ("barrier", barriers[n * 3]["id"].clone()),
            ("effect", json!("stops")),
            ("note", json!("Seen")),
            ("date", json!("2026-02-01")),
            ("source", json!("A test")),
        ] {
            finding[key] = value;
        }
        work.ask("record_finding", finding.clone());
        if n == 5 {
            finding["effect"] = json!("absent");
            finding["date"] = json!("2026-06-01");
            work.ask("record_finding", finding);
        }
    }
    work.ask("close", json!({}));
    let store = Store::open(&work.path("work.takeup")).unwrap();
    Some(store.world(&takeup_api::shipped()).unwrap())
}

fn count(counts: &mut Counts, reach: Reach) {
    match reach {
        Reach::Open => counts.open += 1,
        Reach::Unsettled => counts.unsettled += 1,
        Reach::Blocked => counts.blocked += 1,
        Reach::OutOfReach => counts.out_of_reach += 1,
        Reach::NotAvailable => {}
    }
}

#[test]
fn columns_agree_with_the_plain_way_for_every_presence_and_power() {
    let Some(world) = world() else { return };
    let compiled = Compiled::new(&world.catalogue);
    let mut met = [0u32; 5];
    for as_at in [TODAY, date(2026, 4, 1), date(2009, 1, 1), date(2031, 1, 1)] {
        let columns = Columns::new(&world, &compiled, as_at);
        let judge = Judge::new(&world, &compiled, &columns);
        let judged = judge.all();
        let oracle = Oracle::new(&world, as_at);
        for area in 0..world.catalogue.areas.len() {
            for power in 0..compiled.powers.len() {
                let told = || {
                    format!("{} in {} at {as_at}", compiled.powers[power], world.catalogue.areas[area].name)
                };
                let people = oracle.reach(power, area, Who::People);
                let rows = judge.rows(power, area);
                assert_eq!(rows.len(), world.presences_in(area).len());
                let mut counts = Counts::default();
                for (n, presence) in world.presences_in(area).iter().enumerate() {
                    let group = &world.groups[presence.group as usize];
                    let plain = oracle.reach(power, area, Who::Group(group, presence.basis));
                    assert_eq!(rows[n], plain, "{} for {}", told(), group.name);
                    assert_eq!(judge.row(power, area, columns.presence(area, n)), plain, "{}", told());
                    count(&mut counts, plain);
                    met[plain as usize] += 1;
                }
                let cell = judged.cell(power, area);
                assert_eq!(cell.people, people, "{}", told());
                counts.in_practice = cell.groups.in_practice;
                assert!(counts.in_practice <= counts.blocked);
                assert_eq!(cell.groups, counts, "{}", told());
                let whole = oracle.of_area(power, area, people, &counts);
                assert_eq!(cell.reach, whole, "{}", told());
            }
        }
    }
    println!("open, unsettled, blocked, out of reach, not available: {met:?}");
    assert_eq!(met.iter().sum::<u32>() as usize, 4 * 736 * compiled.powers.len());
    assert!(met.iter().all(|n| *n > 0), "a reach was never met: {met:?}");
}

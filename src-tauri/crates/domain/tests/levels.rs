//! Levels over time, on a small world of which everything is known by heart.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod shipped;

use std::collections::BTreeSet;

use expect_test::{Expect, expect};
use jiff::civil::{Date, date};
use takeup_domain::levels::levels;
use takeup_domain::power::Level;
use takeup_domain::record::{FindingEffect, PresenceBasis, Source, UseOutcome};
use takeup_domain::world::{Coverage, Finding, Group, Presence, Use, World};

const NOMINATION: &str = "asset-of-community-value-nomination";

fn world() -> World {
    let mut world = World::new(shipped::catalogue());
    let trafford = world.catalogue.area_index("E08000009").unwrap();
    let salford = world.catalogue.area_index("E08000006").unwrap();
    let group = |id, founded: Option<Date>, registered: Option<Date>, money| Group {
        id,
        founded,
        registered,
        financial: money,
        ..Group::default()
    };
    let groups = [
        // Local, old, with money.
        (group(1, Some(date(1990, 5, 1)), None, Some(Level::Medium)), vec![trafford]),
        // In two areas; its registration is what is known of its beginning.
        (group(2, None, Some(date(2015, 3, 1)), Some(Level::None)), vec![trafford, salford]),
        // Nobody knows when it began.
        (group(3, None, None, None), vec![trafford]),
        // Elsewhere.
        (group(4, Some(date(2000, 1, 1)), None, None), vec![salford]),
    ];
    for (place, (group, areas)) in groups.into_iter().enumerate() {
        world.groups.push(group.into());
        for area in areas {
            let presence = Presence { area: area as u32, group: place as u32, basis: PresenceBasis::WorksIn };
            world.presences.push(presence);
        }
    }
    let source = Source { title: "Minutes".into(), address: None };
    for (id, area, day, outcome) in [
        (1, trafford, "2013-06", UseOutcome::Succeeded),
        (2, trafford, "2020", UseOutcome::Refused),
        (3, trafford, "some day", UseOutcome::Succeeded),
        (4, salford, "2013", UseOutcome::Succeeded),
    ] {
        world.uses.push(Use {
            id,
            power: NOMINATION.into(),
            area,
            group: None,
            group_name: "Somebody".into(),
            what: "Nominated".into(),
            date: day.into(),
            outcome,
            source: source.clone(),
        });
    }
    world.coverage.push(Coverage {
        id: 1,
        power: NOMINATION.into(),
        area: trafford,
        register: "The list".into(),
        as_at: date(2019, 1, 1),
        source: source.clone(),
    });
    for (id, effect, day) in
        [(1, FindingEffect::Stops, date(2012, 1, 1)), (2, FindingEffect::Absent, date(2018, 1, 1))]
    {
        world.findings.push(Finding {
            id,
            barrier: "unaware-of-right".into(),
            effect,
            power: None,
            area: Some(trafford),
            duty_holder: None,
            group: None,
            form: None,
            note: "Asked".into(),
            date: day,
            source: source.clone(),
        });
    }
    world.index()
}

fn check(areas: &[&str], expected: Expect) {
    let world = world();
    let areas: BTreeSet<usize> = areas.iter().map(|gss| world.catalogue.area_index(gss).unwrap()).collect();
    let (moments, known) =
        levels(&world, &areas, &[date(2010, 12, 31), date(2016, 12, 31), date(2026, 11, 25)]);
    assert!(moments.is_sorted_by_key(|m| m.powers), "no power here was repealed: {moments:?}");
    let mut text = format!(
        "{} groups, {} dated, money known of {}, {} undated uses\n",
        known.groups, known.dated, known.capacity[0], known.uses_undated
    );
    for m in moments {
        text += &format!(
            "{}: {} groups, {} local, {} with money; {} barriers, {} lifted; {} tried, {} succeeded, {} looked at\n",
            m.on, m.groups, m.local, m.capacity[0], m.barriers, m.lifted, m.tried, m.succeeded, m.looked
        );
    }
    expected.assert_eq(&text);
}

#[test]
fn one_area() {
    check(
        &["E08000009"],
        expect![[r#"
            3 groups, 2 dated, money known of 2, 1 undated uses
            2010-12-31: 1 groups, 1 local, 1 with money; 0 barriers, 0 lifted; 0 tried, 0 succeeded, 0 looked at
            2016-12-31: 2 groups, 1 local, 1 with money; 1 barriers, 0 lifted; 1 tried, 1 succeeded, 0 looked at
            2026-11-25: 2 groups, 1 local, 1 with money; 0 barriers, 1 lifted; 2 tried, 1 succeeded, 1 looked at
        "#]],
    );
}

#[test]
fn two_areas_count_each_group_once() {
    check(
        &["E08000009", "E08000006"],
        expect![[r#"
            4 groups, 3 dated, money known of 2, 1 undated uses
            2010-12-31: 2 groups, 2 local, 1 with money; 0 barriers, 0 lifted; 0 tried, 0 succeeded, 0 looked at
            2016-12-31: 3 groups, 2 local, 1 with money; 1 barriers, 0 lifted; 2 tried, 2 succeeded, 0 looked at
            2026-11-25: 3 groups, 2 local, 1 with money; 0 barriers, 1 lifted; 3 tried, 2 succeeded, 1 looked at
        "#]],
    );
}

/// A power counts from the day its law came into force.
#[test]
fn a_power_counts_from_its_commencement() {
    let world = world();
    let areas = BTreeSet::from([world.catalogue.area_index("E08000009").unwrap()]);
    let begun = world.catalogue.powers[NOMINATION].in_force[0].from.unwrap();
    let days = [begun.yesterday().unwrap(), begun];
    let (moments, _) = levels(&world, &areas, &days);
    assert!(moments[1].powers > moments[0].powers, "{moments:?}");
}

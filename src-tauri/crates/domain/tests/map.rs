//! The map drawn as text; and what holds of every view of random worlds.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod plain;
mod random;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use expect_test::{Expect, expect};
use random::Dice;
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::judge::Judge;
use takeup_domain::map::Map;
use takeup_domain::map::order::Order;
use takeup_domain::map::picture::Picture;
use takeup_domain::map::spot::Spot;
use takeup_domain::map::strands::Between;
use takeup_domain::map::view::{Blocker, View, Way};
use takeup_domain::reach::Reach;
use takeup_domain::status::Status;

/// Runs something on a random world's first area.
fn on<T>(seed: u64, groups: usize, run: impl FnOnce(&Judge<'_>) -> T) -> T {
    let dice = &mut Dice::new(seed);
    let mut world = random::records::world(dice, groups);
    for group in world.groups.iter_mut().map(std::sync::Arc::make_mut) {
        group.key = format!("g{}", group.id);
    }
    let compiled = Compiled::new(&world.catalogue);
    let columns = Columns::new(&world, &compiled, "2026-02-01".parse().unwrap());
    run(&Judge::new(&world, &compiled, &columns))
}

/// Each column from the top; under each node where its lines lead, with the groups of each.
fn drawn(judge: &Judge<'_>, map: &Map, picture: &Picture) -> String {
    let id = |spot: &Spot| judge.spot_id(&map.strands, spot);
    let mut out = String::new();
    for (n, node) in picture.nodes.iter().enumerate() {
        let holds = if node.holds > 1 { format!(" ({})", node.holds) } else { String::new() };
        writeln!(out, "{:1$}{2}{holds} @{3}", "", node.spot.column() * 2, id(&node.spot), node.y).unwrap();
        for line in picture.lines.iter().filter(|line| line.from == n) {
            let mark = if line.clear { "=" } else { "-" };
            let to = id(&picture.nodes[line.to].spot);
            let people = if line.people { "+" } else { "" };
            writeln!(out, "{:1$}{mark}> {to} {2}{people}", "", node.spot.column() * 2 + 2, line.groups)
                .unwrap();
        }
    }
    out
}

/// Draws a view of the first random world that has enough to see.
fn check(view: impl Fn(&Map) -> View, expected: Expect) {
    let telling = |judge: &Judge<'_>| {
        let map = judge.map(0, &[]);
        let nodes = map.picture(judge, &View::default()).nodes;
        let folded = |column: usize| nodes.iter().any(|n| n.spot.column() == column && n.holds > 1);
        (folded(1) && folded(2) && nodes.len() > 8)
            .then(|| drawn(judge, &map, &map.picture(judge, &view(&map))))
    };
    let text = (0..5_000).find_map(|seed| on(seed, 14, telling)).unwrap();
    expected.assert_eq(&text);
}

#[test]
fn a_map_is_drawn_folded() {
    check(
        |_| View::default(),
        expect![[r#"
            department:d @0
              -> powers:d:blocked 0
              -> power:p1 0
              powers:d:blocked (2) @0
                -> tests:unmet:form 0+
                -> tests:unknown:form 1
                -> barrier:shut 2+
                -> unmet:founded-before:2026-02-01 1+
                -> unmet:outcome:p1@own 0+
                -> unknown:founded-before:2026-02-01 1
                -> unknown:outcome:p1@own 1
              power:p1 @78
                -> not-here 0
                barrier:shut @0
                  -> people 0+
                  -> group:g1 1
                  -> group:g4 1
                tests:unmet:form (2) @78
                  -> people 0+
                unmet:outcome:p1@own @156
                  -> people 0+
                unmet:founded-before:2026-02-01 @234
                  -> people 0+
                  -> group:g1 1
                unknown:founded-before:2026-02-01 @312
                  -> group:g4 1
                tests:unknown:form (2) @390
                  -> group:g1 1
                unknown:outcome:p1@own @468
                  -> group:g1 1
                not-here @546
                  people @0
                  group:g4 @78
                  group:g1 @156
        "#]],
    );
}

#[test]
fn a_map_is_drawn_unfolded() {
    let view = |map: &Map| View { unfolded: map.spots.values().cloned().collect(), ..View::default() };
    check(
        view,
        expect![[r#"
            department:d @0
              -> power:p0 0
              -> power:p1 0
              -> power:p2 0
              power:p2 @0
                -> barrier:shut 2+
              power:p0 @78
                -> barrier:shut 2+
                -> unmet:founded-before:2026-02-01 1+
                -> unmet:outcome:p1@own 0+
                -> unmet:form:club|company|council 0+
                -> unmet:form:society|company|forum 0+
                -> unknown:founded-before:2026-02-01 1
                -> unknown:outcome:p1@own 1
                -> unknown:form:club|company|council 1
                -> unknown:form:society|company|forum 1
              power:p1 @156
                -> not-here 0
                barrier:shut @0
                  -> people 0+
                  -> group:g1 1
                  -> group:g4 1
                unmet:form:club|company|council @78
                  -> people 0+
                unmet:form:society|company|forum @156
                  -> people 0+
                unmet:outcome:p1@own @234
                  -> people 0+
                unmet:founded-before:2026-02-01 @312
                  -> people 0+
                  -> group:g1 1
                unknown:founded-before:2026-02-01 @390
                  -> group:g4 1
                unknown:form:club|company|council @468
                  -> group:g1 1
                unknown:form:society|company|forum @546
                  -> group:g1 1
                unknown:outcome:p1@own @624
                  -> group:g1 1
                not-here @702
                  people @0
                  group:g4 @78
                  group:g1 @156
        "#]],
    );
}

#[test]
fn a_map_is_drawn_for_what_one_test_blocks() {
    let view = |map: &Map| {
        let tests = map.spots.values().find(|s| matches!(s, Spot::Tests(_))).unwrap().clone();
        View { blocked_by: Some(Blocker::Spot(tests)), ..View::default() }
    };
    check(
        view,
        expect![[r#"
            department:d @0
              -> power:p0 0
              power:p0 @0
                -> unknown:outcome:p1@own 1
                unknown:outcome:p1@own @0
                  -> group:g1 1
                  group:g1 @0
        "#]],
    );
}

/// A view chosen by the dice.
fn any_view(dice: &mut Dice, map: &Map) -> View {
    let spots: Vec<&Spot> = map.spots.values().collect();
    let some = |dice: &mut Dice| dice.one_in(3).then(|| spots[dice.below(spots.len())].clone());
    let focus = some(dice);
    let between: Vec<&Spot> = spots.iter().filter(|s| s.column() == 2).copied().collect();
    View {
        to: focus.is_some().then(|| some(dice)).flatten(),
        focus,
        cheapest: dice.one_in(2),
        steps: dice.one_in(3).then(|| 1 + dice.below(3)),
        way: [Way::Both, Way::Up, Way::Down][dice.below(3)],
        blocked_by: dice.one_in(4).then(|| Blocker::Spot(between[dice.below(between.len())].clone())),
        hide: Status::ALL.into_iter().filter(|_| dice.one_in(6)).collect(),
        unfolded: (0..dice.below(6)).map(|_| spots[dice.below(spots.len())].clone()).collect(),
        most: dice.one_in(2).then(|| dice.below(14)),
    }
}

#[test]
fn no_view_shows_more_than_there_is_room_for_and_every_line_joins_shown_nodes() {
    let mut squeezed = 0;
    for seed in 0..1_500 {
        on(seed, 14, |judge| {
            let map = judge.map(0, &[]);
            let dice = &mut Dice::new(seed + 9_000);
            let view = any_view(dice, &map);
            let picture = map.picture(judge, &view);
            let most = view.most.unwrap_or(300);
            assert!(picture.nodes.len() <= most, "seed {seed}: {} of {most}", picture.nodes.len());
            squeezed += usize::from(picture.left_out > 0 || !picture.no_room.is_empty());
            let spots: BTreeSet<&Spot> = picture.nodes.iter().map(|n| &n.spot).collect();
            assert_eq!(spots.len(), picture.nodes.len(), "seed {seed}: a node is there twice");
            for line in &picture.lines {
                let (from, to) = (&picture.nodes[line.from], &picture.nodes[line.to]);
                assert_eq!(from.spot.column() + 1, to.spot.column(), "seed {seed}");
            }
            let places: BTreeSet<(u32, u32)> = picture.nodes.iter().map(|n| (n.x, n.y)).collect();
            assert_eq!(places.len(), picture.nodes.len(), "seed {seed}: two nodes in one place");
        });
    }
    assert!(squeezed > 150, "only {squeezed} views were short of room");
}

#[test]
fn what_stays_keeps_its_order_whatever_is_unfolded_or_narrowed() {
    for seed in 0..800 {
        on(seed, 14, |judge| {
            let map = judge.map(0, &[]);
            let dice = &mut Dice::new(seed + 5_000);
            let views = [View::default(), any_view(dice, &map), any_view(dice, &map)];
            let orders: Vec<Vec<Spot>> = views
                .iter()
                .map(|view| map.picture(judge, view).nodes.into_iter().map(|n| n.spot).collect())
                .collect();
            for (a, b) in [(0, 1), (1, 2), (0, 2)] {
                let both = |of: &[Spot], other: &[Spot]| -> Vec<Spot> {
                    of.iter().filter(|spot| other.contains(spot)).cloned().collect()
                };
                assert_eq!(both(&orders[a], &orders[b]), both(&orders[b], &orders[a]), "seed {seed}");
            }
        });
    }
}

#[test]
fn the_order_crosses_no_more_lines_than_names_would() {
    let (mut fewer, mut all) = (0, 0);
    for seed in 0..800 {
        on(seed, 14, |judge| {
            let strands = judge.strands(0);
            let (by_name, best) = (Order::by_name(judge, &strands), Order::new(judge, &strands));
            let (before, after) = (by_name.crossings(judge, &strands), best.crossings(judge, &strands));
            assert!(after <= before, "seed {seed}: {after} > {before}");
            fewer += usize::from(after < before);
            all += usize::from(before > 0);
        });
    }
    assert!(fewer * 4 > all, "only {fewer} of {all} have fewer crossings");
}

/// The groups for which nothing stands in the way of a power, by the strands.
fn clear(map: &Map, power: usize) -> BTreeSet<usize> {
    let clear = map.strands.strands.iter().filter(|s| s.power == power && map.is_clear(s));
    clear.flat_map(|s| map.strands.alike[s.alike.unwrap()].groups.clone()).collect()
}

/// The same by the judge.
fn open(judge: &Judge<'_>, power: usize) -> BTreeSet<usize> {
    let rows = judge.rows(power, 0).into_iter().enumerate();
    rows.filter(|(_, reach)| *reach == Reach::Open).map(|(n, _)| n).collect()
}

#[test]
fn the_strands_say_what_the_judge_says() {
    for seed in 0..800 {
        on(seed, 12, |judge| {
            let map = judge.map(0, &[]);
            for (n, power) in map.strands.powers.iter().enumerate() {
                assert_eq!(clear(&map, n), open(judge, power.power), "seed {seed}, power {n}");
            }
        });
    }
}

#[test]
fn what_is_lifted_opens_what_it_would_open_if_it_were_so() {
    let mut opened = 0;
    for seed in 0..800 {
        on(seed, 12, |judge| {
            let before = judge.map(0, &[]);
            for lift in
                before.strands.between.iter().filter(|b| !matches!(b, Between::Clear | Between::NotHere))
            {
                let one = std::slice::from_ref(lift);
                let map = judge.map(0, one);
                let changed: BTreeSet<usize> = judge.opened(&map).into_iter().collect();
                opened += usize::from(!changed.is_empty());
                judge.with_lifted(0, one, |supposed| {
                    for (n, power) in map.strands.powers.iter().enumerate() {
                        let (was, is) = (judge.cell(power.power, 0), supposed.cell(power.power, 0));
                        assert_eq!(power.cell, is, "seed {seed}");
                        assert_eq!(clear(&map, n), open(supposed, power.power), "seed {seed}, power {n}");
                        assert!(is.groups.open >= was.groups.open, "seed {seed}: lifting shuts a power");
                        let other = power.status != before.strands.powers[n].status;
                        let tells = other || was.groups.open != is.groups.open;
                        assert_eq!(changed.contains(&n), tells, "seed {seed}");
                    }
                });
                assert_eq!(map.lifted.len(), 1);
                let shown = map.picture(judge, &View::default());
                let spot = Spot::Between(map.lifted[0]);
                assert!(
                    shown.nodes.iter().any(|node| node.spot == spot),
                    "seed {seed}: what is lifted is gone"
                );
            }
        });
    }
    assert!(opened > 200, "only {opened} opened anything");
}

#[test]
fn the_cheapest_route_is_among_all_and_costs_no_more() {
    let mut told = 0;
    for seed in 0..800 {
        on(seed, 12, |judge| {
            let map = judge.map(0, &[]);
            let department = map.spots.values().find(|s| matches!(s, Spot::Department(_))).unwrap().clone();
            let view = View { focus: Some(department), to: Some(Spot::People), ..View::default() };
            let all = map.kept(judge, &view);
            let cheapest = map.kept(judge, &View { cheapest: true, ..view });
            assert_eq!(all.is_empty(), cheapest.is_empty());
            assert!(cheapest.iter().all(|s| all.contains(s)));
            let mut cost: BTreeMap<usize, u32> = BTreeMap::new();
            for strand in &all {
                let weeks = judge.weeks_to_lift(&map.strands.between[strand.between]);
                let most = cost.entry(strand.power).or_default();
                *most = (*most).max(weeks);
            }
            let least = cost.values().min();
            assert!(cheapest.iter().all(|s| cost.get(&s.power) == least), "seed {seed}");
            told += usize::from(cheapest.len() < all.len());
        });
    }
    assert!(told > 50, "only {told}");
}

//! Reforms: the overlay against a world made anew, the difference against every answer looked at one by one.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod plain;
mod random;
mod rebuilt;

use std::collections::BTreeSet;

use jiff::civil::Date;
use plain::{Row, around};
use proptest::prelude::*;
use random::Dice;
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::judge::Judge;
use takeup_domain::reach::Reach;
use takeup_domain::reform::{
    Base, Change, Diff, Effect, Grouping, ProblemKind, Reasons, Reform, Trial, leaves_of,
};
use takeup_domain::world::World;

/// A random world with a reform that can be made; none where the dice made one that cannot.
struct Scene {
    world: World,
    reform: Reform,
    as_at: Date,
}

impl Scene {
    fn new(seed: u64, groups: usize) -> Option<Scene> {
        let dice = &mut Dice::new(seed);
        let world = random::records::world(dice, groups);
        let reform = random::reform::reform(dice, &world);
        // Random laws are not written as the catalogue's are; everything else must be in order.
        let sound = reform.check(&world.catalogue).iter().all(|p| p.kind == ProblemKind::Law);
        let as_at = dice.day();
        sound.then_some(Scene { world, reform, as_at })
    }

    fn with<T>(&self, run: impl FnOnce(Base<'_>) -> T) -> T {
        let compiled = Compiled::new(&self.world.catalogue);
        let columns = Columns::new(&self.world, &compiled, self.as_at);
        run(Base { world: &self.world, compiled: &compiled, columns: &columns })
    }
}

const AREAS: [usize; 3] = [0, 1, 2];

fn diff(base: &Base<'_>, trial: &Trial) -> Diff {
    Diff::new(base, trial, &AREAS, &|| false).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(8_000) })]

    #[test]
    fn the_overlay_answers_as_a_world_made_anew(seed in any::<u64>(), groups in 0..8_usize) {
        if let Some(scene) = Scene::new(seed, groups) {
            agrees(&scene);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn so_it_does_in_crowded_areas(seed in any::<u64>(), groups in 150..300_usize) {
        if let Some(scene) = Scene::new(seed, groups) {
            agrees(&scene);
        }
    }
}

fn agrees(scene: &Scene) {
    let (anew, day) = rebuilt::world(&scene.world, &scene.reform, scene.as_at);
    let compiled = Compiled::new(&anew.catalogue);
    let columns = Columns::new(&anew, &compiled, day);
    let slow = Judge::new(&anew, &compiled, &columns);
    scene.with(|base| {
        let trial = Trial::new(&base, &scene.reform);
        let quick = trial.judge();
        assert_eq!(trial.compiled.powers, compiled.powers);
        assert_eq!(trial.as_at(), day);
        for (place, id) in compiled.powers.iter().enumerate() {
            assert_eq!(trial.world.catalogue.powers[id].requires, anew.catalogue.powers[id].requires);
            for area in AREAS {
                let at = format!("{id} in area {area} under {:?}", scene.reform.changes);
                assert_eq!(quick.cell(place, area), slow.cell(place, area), "{at}");
                assert_eq!(quick.rows(place, area), slow.rows(place, area), "{at}");
                let by_hand: Vec<Reach> = anew
                    .presences_in(area)
                    .iter()
                    .map(|p| row(&anew, area, Some(*p), day).judge(id).reach)
                    .collect();
                assert_eq!(quick.rows(place, area), by_hand, "{at}");
                assert_eq!(
                    quick.cell(place, area).people,
                    row(&anew, area, None, day).judge(id).reach,
                    "{at}"
                );
            }
        }
        let found = diff(&base, &trial);
        differs(&found, &scene.world, scene.as_at, &anew, day);
        summed(&found, &trial);
    });
}

fn row(world: &World, area: usize, presence: Option<takeup_domain::world::Presence>, as_at: Date) -> Row<'_> {
    Row { world, area, presence, as_at }
}

/// Exactly the answers that differ, each once, with who gains and who loses counted by hand.
fn differs(found: &Diff, old: &World, day: Date, new: &World, new_day: Date) {
    let ids: BTreeSet<&String> = old.catalogue.powers.keys().chain(new.catalogue.powers.keys()).collect();
    let mut wanted = 0;
    for (id, area) in ids.into_iter().flat_map(|id| AREAS.map(|area| (id, area))) {
        let (before, after) = (by_hand(old, id, area, day), by_hand(new, id, area, new_day));
        let cell = found.cells.iter().find(|cell| &cell.power == id && cell.area == area);
        assert_eq!(cell.is_some(), before != after, "{id} in area {area}: {before:?} then {after:?}");
        let Some(cell) = cell else { continue };
        wanted += 1;
        assert_eq!((cell.before.status, cell.after.status), (before.0, after.0));
        let open = |side: &By| side.2.iter().map(|reach| *reach == Reach::Open).collect::<Vec<_>>();
        let pairs = || open(&before).into_iter().zip(open(&after));
        assert_eq!(cell.gain, pairs().filter(|pair| *pair == (false, true)).count() as u32);
        assert_eq!(cell.lose, pairs().filter(|pair| *pair == (true, false)).count() as u32);
    }
    assert_eq!(found.cells.len(), wanted);
    assert!(found.cells.is_sorted_by_key(|cell| cell.effect()), "what closes comes first");
}

/// Status, the people's reach, the groups' reaches sorted into open and the rest counted, and the area's reach.
type By =
    (takeup_domain::status::Status, Reach, Vec<Reach>, [usize; 5], Reach, takeup_domain::uses::UseState);

fn by_hand(world: &World, id: &str, area: usize, day: Date) -> By {
    let presences = world.presences_in(area);
    let Some(power) = world.catalogue.powers.get(id) else {
        let gone = vec![Reach::NotAvailable; presences.len()];
        let status = takeup_domain::status::Status::NotAvailable;
        return (
            status,
            Reach::NotAvailable,
            gone,
            [0; 5],
            Reach::NotAvailable,
            takeup_domain::uses::UseState::NotChecked,
        );
    };
    let people = row(world, area, None, day).judge(id).reach;
    let answers: Vec<plain::Answer> =
        presences.iter().map(|p| row(world, area, Some(*p), day).judge(id)).collect();
    let reaches: Vec<Reach> = answers.iter().map(|a| a.reach).collect();
    let register = presences.iter().any(|p| world.groups[p.group as usize].register.is_some());
    let reach = around::reach_of_area(people, &reaches, register);
    let used = around::use_state(world, power, area, day);
    let count = |reach: Reach| reaches.iter().filter(|r| **r == reach).count();
    let law =
        answers.iter().filter(|a| a.reach == Reach::Blocked && a.law != takeup_domain::truth::Truth::False);
    let counts = [
        count(Reach::Open),
        count(Reach::Unsettled),
        count(Reach::Blocked),
        count(Reach::OutOfReach),
        law.count(),
    ];
    let shown: Vec<Reach> =
        reaches.iter().map(|r| if *r == Reach::Open { Reach::Open } else { Reach::NotAvailable }).collect();
    (around::status(reach, used), people, shown, counts, reach, used)
}

/// Every way of adding up loses nothing.
fn summed(found: &Diff, trial: &Trial) {
    for by in Grouping::ALL {
        let lines = found.sums(trial, by);
        let cells: u32 = lines.iter().map(|l| l.closes + l.opens + l.changes).sum();
        assert_eq!(cells as usize, found.cells.len(), "{by:?}");
        assert_eq!(
            lines.iter().map(|l| l.gain).sum::<u32>(),
            found.cells.iter().map(|c| c.gain).sum::<u32>()
        );
        assert_eq!(
            lines.iter().map(|l| l.lose).sum::<u32>(),
            found.cells.iter().map(|c| c.lose).sum::<u32>()
        );
        assert!(lines.is_sorted_by(|a, b| a.name <= b.name), "nothing is ranked: {by:?}");
    }
}

/// The random reforms are worth something only if every kind of change is among them and makes a difference.
#[test]
fn random_reforms_make_every_difference() {
    let mut found = BTreeSet::new();
    for seed in 0..20_000 {
        let Some(scene) = Scene::new(seed, 6) else { continue };
        if let [change] = scene.reform.changes.as_slice() {
            let effects: Vec<Effect> = scene.with(|base| {
                diff(&base, &Trial::new(&base, &scene.reform)).cells.iter().map(|c| c.effect()).collect()
            });
            let change = format!("{change:?}");
            let name = change.split([' ', '(']).next().unwrap().to_string();
            found.extend(effects.into_iter().map(|effect| format!("{name} {effect:?}")));
            found.insert(name);
        }
    }
    let all: Vec<&str> = found.iter().map(String::as_str).collect();
    expect_test::expect![[r#"
        AddEnabler, AddEnabler Changes, AddEnabler Opens, AddPower, AddPower Changes, AddPower Opens, AsAt, AsAt Changes, AsAt Closes, AsAt Opens, ChangeDutyHolder, ChangeDutyHolder Changes, ChangeDutyHolder Closes, ChangeDutyHolder Opens, Commence, Commence Changes, Commence Closes, Commence Opens, DropLeaf, DropLeaf Changes, DropLeaf Closes, DropLeaf Opens, LiftBarrier, LiftBarrier Changes, LiftBarrier Opens, MovePower, Repeal, Repeal Changes, Repeal Closes, ReplaceLeaf, ReplaceLeaf Changes, ReplaceLeaf Closes, ReplaceLeaf Opens, Threshold, Threshold Changes, Threshold Closes
    "#]].assert_eq(&format!("{}\n", all.join(", ")));
}

#[test]
fn no_change_makes_no_difference() {
    for seed in 0..400 {
        let mut dice = Dice::new(seed);
        let world = random::records::world(&mut dice, 6);
        let scene = Scene { world, reform: Reform::new("Nothing"), as_at: dice.day() };
        scene.with(|base| {
            let found = diff(&base, &Trial::new(&base, &scene.reform));
            assert!(found.cells.is_empty() && found.powers == 0 && found.moved.is_empty(), "seed {seed}");
        });
    }
}

/// A reform made, and its inverse tried on that: the answers are those from before.
#[test]
fn a_reform_and_its_inverse_cancel() {
    let mut telling = 0;
    for seed in 0..15_000 {
        let Some(scene) = Scene::new(seed, 6) else { continue };
        let Some(back) = inverse(&scene) else { continue };
        let (made, _) = rebuilt::world(&scene.world, &scene.reform, scene.as_at);
        let compiled = Compiled::new(&made.catalogue);
        let columns = Columns::new(&made, &compiled, scene.as_at);
        let base = Base { world: &made, compiled: &compiled, columns: &columns };
        let undone = Trial::new(&base, &back);
        scene.with(|first| {
            telling += usize::from(!diff(&first, &Trial::new(&first, &scene.reform)).cells.is_empty());
            for (place, id) in first.compiled.powers.iter().enumerate() {
                for area in AREAS {
                    let again = undone.judge().cell(undone.compiled.power(id).unwrap(), area);
                    assert_eq!(again, first.judge().cell(place, area), "seed {seed}: {id} in {area}");
                }
            }
        });
    }
    assert!(telling > 40, "only {telling} reforms made a difference");
}

/// The reform that takes a reform of thresholds, replaced tests and duty holders back; none for others.
fn inverse(scene: &Scene) -> Option<Reform> {
    let mut back = Reform::new("Back");
    for change in &scene.reform.changes {
        back.changes.push(match change {
            Change::Threshold { power, leaf, .. } | Change::ReplaceLeaf { power, leaf, .. } => {
                let leaves = leaves_of(&scene.world.catalogue.powers[power].requires);
                let old = leaves.iter().find(|l| &l.at == leaf)?;
                if let Change::ReplaceLeaf { with, .. } = change
                    && !matches!(with, takeup_domain::requirement::Requirement::Leaf(_))
                {
                    return None;
                }
                let with = takeup_domain::requirement::Requirement::Leaf(old.leaf.clone());
                Change::ReplaceLeaf { power: power.clone(), leaf: leaf.clone(), with }
            }
            Change::ChangeDutyHolder { power, .. } => {
                let to = scene.world.catalogue.powers[power].duty_holder.clone();
                Change::ChangeDutyHolder { power: power.clone(), to }
            }
            _ => return None,
        });
    }
    (!back.changes.is_empty()).then_some(back)
}

/// Without any one of the changes named, the answer is another; and some change is always named.
#[test]
fn reasons_are_what_the_answer_turns_on() {
    let (mut several, mut checked) = (0, 0);
    for seed in 0..4_000 {
        let Some(scene) = Scene::new(seed, 6) else { continue };
        if scene.reform.changes.len() < 2 {
            continue;
        }
        scene.with(|base| {
            let trial = Trial::new(&base, &scene.reform);
            let reasons = Reasons::new(base, &trial, &scene.reform);
            for cell in diff(&base, &trial).cells {
                let reason = reasons.of(&cell);
                assert!(!reason.changes.is_empty() && !reason.words.is_empty(), "seed {seed}");
                several += usize::from(reason.changes.len() > 1);
                let without = |place: usize| {
                    let mut less = scene.reform.clone();
                    less.changes.remove(place);
                    less
                };
                let [only] = reason.changes.as_slice() else { continue };
                let left = diff(&base, &Trial::new(&base, &without(*only)));
                let same = left.cells.iter().any(|c| c == &cell);
                assert!(!same, "seed {seed}: {cell:?} differs alike without change {only}");
                checked += 1;
            }
        });
    }
    assert!(several > 20 && checked > 200, "{several} with several changes, {checked} with one");
}

#[test]
fn work_can_be_stopped() {
    let scene = (0..).find_map(|seed| Scene::new(seed, 6).filter(|s| !s.reform.changes.is_empty())).unwrap();
    scene.with(|base| {
        let trial = Trial::new(&base, &scene.reform);
        assert!(Diff::new(&base, &trial, &AREAS, &|| true).is_none());
    });
}

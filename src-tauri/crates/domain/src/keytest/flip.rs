//! What would change the answer: the fewest changes that flip the outcome.
//!
//! Each limb is a fold over parts that do not touch each other (currencies, measures, effects). For each part every
//! set of its changes is tried; parts are then joined, keeping for each state only the smallest sets that lead there.
//! So the search is whole, and still small: it grows with the number of parts, not with the sets of all changes. The
//! ledger stands as it is settled: that a harm avoided leaves its place to another is not counted on.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::assessment::Assessment;
use super::decide::{Outcome, States};
use super::edit::{self, Edit, Modifier};
use super::effect::Effect;
use super::evidence::Trust;
use super::fact::{Answer, Grade, Run};
use super::flags;
use super::harm::{self, HarmState, Heard, Reading, Tally};
use super::ledger::Covers;
use super::quality::{QualityState, Status};
use super::shift::{ShiftState, usable_of};
use super::usable::Usable;

/// Of sets that do equally well, so many are shown.
const SHOWN: usize = 6;

/// A set of changes and the outcome it leads to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flip {
    /// The outcome after them.
    pub becomes: Outcome,
    /// The changes, all of them needed.
    pub edits: BTreeSet<Edit>,
}

/// What would change the answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flips {
    /// The fewest changes for the better that lead to another outcome; no fewer do.
    pub next: Vec<Flip>,
    /// The fewest changes that lead to the test being met, where those do not.
    pub to_meet: Vec<Flip>,
    /// Single changes that would lose a test that is met.
    pub losing: Vec<Flip>,
}

/// Everything that a decision is made from.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The assessment.
    pub a: &'a Assessment,
    /// What the ledger says.
    pub covers: &'a Covers,
    /// What the graph says.
    pub usable: Option<&'a Usable>,
    /// Today.
    pub as_at: Date,
}

/// For each state, the smallest sets of changes that lead to it.
type Ways<S> = BTreeMap<S, BTreeSet<BTreeSet<Edit>>>;

impl Facts<'_> {
    /// The outcome as things stand.
    pub fn outcome(&self) -> Outcome {
        self.states().outcome(flags::is_confirmed(self.a))
    }

    pub(crate) fn states(&self) -> States {
        States::of(self.a, self.covers, self.usable, self.as_at, Reading::Guarded, Trust::Evidence)
    }

    /// What would change the answer.
    pub fn flips(&self) -> Flips {
        let now = self.outcome();
        if now.is_met() {
            return Flips { losing: self.losing(now), ..Flips::default() };
        }
        let by_outcome = self.outcomes();
        let fewest = |keep: &dyn Fn(Outcome) -> bool| -> Vec<Flip> {
            let found = by_outcome.iter().filter(|(outcome, _)| **outcome != now && keep(**outcome));
            let sets: Vec<Flip> = found
                .flat_map(|(becomes, sets)| {
                    sets.iter().map(|edits| Flip { becomes: *becomes, edits: edits.clone() })
                })
                .collect();
            let size = sets.iter().map(|f| f.edits.len()).min();
            sets.into_iter().filter(|f| Some(f.edits.len()) == size).take(SHOWN).collect()
        };
        let next = fewest(&|_| true);
        let to_meet = if next.iter().any(|f| f.becomes.is_met()) {
            vec![]
        } else {
            fewest(&|outcome| outcome.is_met())
        };
        Flips { next, to_meet, losing: vec![] }
    }

    /// Every outcome that changes for the better can lead to, each with its smallest sets.
    fn outcomes(&self) -> Ways<Outcome> {
        let (shift, quality, harm) = (self.shift_ways(), self.quality_ways(), self.harm_ways());
        let false_use = flags::is_confirmed(self.a);
        let two = join(&shift, &quality, |s, q| (s, q));
        join(&two, &harm, |(shift, quality), harm| States { shift, quality, harm }.outcome(false_use))
    }

    fn shift_ways(&self) -> Ways<ShiftState> {
        let stage = self.a.initiative.stage;
        let cells = self.a.shift.iter().map(|(currency, shift)| {
            ways(&self.shift_edits(*currency, shift), |edits| {
                let mut changed = shift.clone();
                edits.iter().for_each(|e| edit::on_shift(e, *currency, &mut changed));
                let formed = edits.iter().any(|e| matches!(e, Edit::Answer(_, Modifier::Usable, _)));
                let usable = if formed { Answer::Yes } else { usable_of(&changed, self.usable) };
                changed.state(stage, usable, Trust::Evidence)
            })
        });
        fold(ShiftState::EMPTY, cells, ShiftState::and)
    }

    fn quality_ways(&self) -> Ways<QualityState> {
        let quality = &self.a.quality;
        let start = ways(&self.quality_edits(), |edits| {
            let mut changed = quality.clone();
            edits.iter().for_each(|e| edit::on_quality(e, &mut changed, self.as_at));
            let added = changed.dimensions[quality.dimensions.len()..].iter();
            added.fold(QualityState::of_safeguards(&changed.safeguards), |all, measure| {
                all.and(measure.state(self.as_at, Trust::Evidence))
            })
        });
        let cells = quality.dimensions.iter().enumerate().map(|(place, measure)| {
            ways(&self.measure_edits(place, measure), |edits| {
                let mut changed = measure.clone();
                edits.iter().for_each(|e| edit::on_measure(e, place, &mut changed, self.as_at));
                changed.state(self.as_at, Trust::Evidence)
            })
        });
        cells.fold(start, |all, cell| join(&all, &cell, QualityState::and))
    }

    fn harm_ways(&self) -> Ways<HarmState> {
        let testimony = harm::testimony(self.a);
        let start = ways(&self.wide_edits(), |edits| {
            edits.iter().fold(testimony, |all, e| {
                all.and(match e {
                    Edit::Consider => Tally::default().close(true),
                    Edit::Hear => heard(Grade::D),
                    _ => heard(Grade::C),
                })
            })
        });
        let groups = self.a.groups.iter().enumerate().map(|(g, group)| {
            let start = Tally::of_evidence(Heard::of(&group.evidence));
            let cells = group.effects.iter().enumerate().map(|(e, effect)| self.effect_ways(g, e, effect));
            let tallies = fold(start, cells, Tally::and);
            map(&tallies, |tally| tally.close(group.was_considered()))
        });
        groups.fold(start, |all, group| join(&all, &group, HarmState::and))
    }

    fn effect_ways(&self, g: usize, e: usize, effect: &Effect) -> Ways<Tally> {
        let covered = self.covers.runs(&self.a.id, g, e, Reading::Guarded);
        ways(&self.effect_edits(g, e, effect), |edits| {
            let mut changed = effect.clone();
            edits.iter().for_each(|edit| edit::on_effect(edit, g, e, &mut changed));
            let made_up = edits.iter().any(|edit| matches!(edit, Edit::MakeUpFor(..)));
            Tally::of(&changed, if made_up { [true, true] } else { covered }, Reading::Guarded)
        })
    }

    /// Single changes for the worse that lose the test.
    fn losing(&self, now: Outcome) -> Vec<Flip> {
        let mut edits = Vec::new();
        for (currency, shift) in &self.a.shift {
            for modifier in Modifier::ALL {
                if modifier.of(shift).holds(Run::Cautious) && modifier.of(shift) != Answer::NotApplicable {
                    edits.push(Edit::Answer(*currency, modifier, Answer::No));
                }
            }
        }
        edits.extend((0..self.a.quality.dimensions.len()).map(|n| Edit::Move(n, Status::Worse)));
        edits.extend((0..3).map(|n| Edit::Guard(n, false)));
        let claims = self.a.groups.iter().flat_map(|g| &g.effects).flat_map(|e| &e.offsets);
        let actions: BTreeSet<&String> = claims.map(|c| &c.action).collect();
        edits.extend(actions.into_iter().map(|id| Edit::Lapse(id.clone())));
        let after = |edit: Edit| {
            let mut changed = self.a.clone();
            edit::apply(&edit, &mut changed, self.as_at);
            let unusable = Usable { answer: Answer::No, ..Usable::default() };
            let usable = match &edit {
                Edit::Answer(_, Modifier::Usable, _) => self.usable.map(|_| &unusable),
                _ => self.usable,
            };
            let covers = match &edit {
                Edit::Lapse(action) => &self.covers.without(action),
                _ => self.covers,
            };
            let becomes = Facts { a: &changed, covers, usable, as_at: self.as_at }.outcome();
            (!becomes.is_met() && becomes != now).then(|| Flip { becomes, edits: [edit].into() })
        };
        edits.into_iter().filter_map(after).collect()
    }
}

fn heard(grade: Grade) -> HarmState {
    HarmState::of_evidence(Heard::of(&[edit::evidence(grade, None)]))
}

/// Tries every set of a part's changes.
fn ways<S: Ord + Copy>(edits: &[Edit], state: impl Fn(&[Edit]) -> S) -> Ways<S> {
    let mut found: Ways<S> = BTreeMap::new();
    for chosen in 0..1usize << edits.len() {
        let set: Vec<Edit> =
            (0..edits.len()).filter(|n| chosen >> n & 1 == 1).map(|n| edits[n].clone()).collect();
        keep(&mut found, state(&set), set.into_iter().collect());
    }
    found
}

fn keep<S: Ord>(ways: &mut Ways<S>, state: S, set: BTreeSet<Edit>) {
    let sets = ways.entry(state).or_default();
    match sets.first().map(BTreeSet::len) {
        Some(size) if size < set.len() => return,
        Some(size) if size > set.len() => sets.clear(),
        _ => {}
    }
    sets.insert(set);
    if sets.len() > SHOWN {
        sets.pop_last();
    }
}

fn join<A: Ord + Copy, B: Ord + Copy, C: Ord + Copy>(
    a: &Ways<A>,
    b: &Ways<B>,
    with: impl Fn(A, B) -> C,
) -> Ways<C> {
    let mut found: Ways<C> = BTreeMap::new();
    for (x, some) in a {
        for (y, others) in b {
            let state = with(*x, *y);
            for one in some {
                for other in others {
                    keep(&mut found, state, one.union(other).cloned().collect());
                }
            }
        }
    }
    found
}

fn map<A: Ord + Copy, B: Ord + Copy>(ways: &Ways<A>, with: impl Fn(A) -> B) -> Ways<B> {
    let mut found: Ways<B> = BTreeMap::new();
    for (state, sets) in ways {
        sets.iter().for_each(|set| keep(&mut found, with(*state), set.clone()));
    }
    found
}

fn fold<S: Ord + Copy>(start: S, cells: impl Iterator<Item = Ways<S>>, and: impl Fn(S, S) -> S) -> Ways<S> {
    let start: Ways<S> = [(start, BTreeSet::from([BTreeSet::new()]))].into();
    cells.fold(start, |all, cell| join(&all, &cell, &and))
}

//! What to lift first: under a budget, the set of remedies that opens most.
//!
//! Every blocked answer (power times group) has its smallest sets of changes; answers with the same sets are one, with
//! their number as weight. Which remedies to choose is then a small integer program, solved exactly where time allows.

use core::time::Duration;
use std::collections::{BTreeMap, BTreeSet};

use microlp::{
    ComparisonOp, LinearExpr, OptimizationDirection, Problem, SolutionStatus, TerminationReason, Variable,
};

use crate::judge::Judge;
use crate::reach::Reach;
use crate::requirement::Slug;
use crate::sets::{Change, ChangeSet};
use crate::vocabulary::{Cost, Meets, Remedy};
use crate::work::{Came, Stopped, came};

/// What an opened answer counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weigh {
    /// Each group for which a power opens.
    Groups,
    /// Each power that opens for anybody.
    Powers,
    /// Each power in each area in which nobody can use it today.
    Areas,
    /// The same, times the people who live there, where their number is on record.
    People,
}

/// How much may be done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Budget {
    /// At most so many remedies.
    pub remedies: u32,
    /// None dearer than this band.
    pub cost: Cost,
    /// None that takes longer than so many weeks.
    pub weeks: Option<u32>,
    /// Seconds to look for the best; after that the best found is told, with the gap.
    pub seconds: f64,
}

/// What was chosen, and what it opens.
#[derive(Debug, Clone, PartialEq)]
pub struct Lifted {
    /// The remedies, by id.
    pub remedies: BTreeSet<Slug>,
    /// What they open, in the weight asked for.
    pub opens: f64,
    /// Whether no other choice opens more.
    pub proven: bool,
    /// Where not proven: how much more another choice could open at most, as a share of `opens`, if known.
    pub gap: Option<f64>,
    /// What taking the best next remedy again and again opens, for comparison.
    pub greedy: f64,
    /// Blocked answers looked at, and how many different ones they are.
    pub answers: usize,
    /// Answers that are the same but for their number count once.
    pub kinds: usize,
}

/// Something worth opening: its weight, and the sets of remedies' changes any of which opens it.
struct Aim {
    weight: f64,
    sets: BTreeSet<ChangeSet>,
}

impl Judge<'_> {
    /// The best set of remedies over some areas.
    ///
    /// # Errors
    /// When it was stopped.
    pub fn lift_first(
        &self,
        areas: &[usize],
        weigh: Weigh,
        budget: Budget,
        watch: Came<'_>,
    ) -> Result<Lifted, Stopped> {
        let (aims, answers) = self.aims(areas, weigh, watch)?;
        let remedies = self.remedies_within(&budget);
        let mut by_change: BTreeMap<&Change, Vec<usize>> = BTreeMap::new();
        for change in aims.iter().flat_map(|aim| &aim.sets).flatten() {
            by_change.entry(change).or_insert_with(|| {
                let found = remedies.iter().enumerate().filter(|(_, r)| self.brings(r, change));
                found.map(|(n, _)| n).collect()
            });
        }
        let work = Work { aims: &aims, by_change, remedies: remedies.len(), most: budget.remedies as usize };
        let by_hand = work.greedy();
        let greedy = work.worth(&by_hand);
        let solved = work.solve(budget.seconds, watch)?;
        let (chosen, opens, proven, gap) = match solved {
            Some((chosen, proven, gap)) if work.worth(&chosen) >= greedy => {
                let opens = work.worth(&chosen);
                (chosen, opens, proven, gap)
            }
            _ => (by_hand, greedy, false, None),
        };
        Ok(Lifted {
            remedies: chosen.into_iter().map(|n| remedies[n].id.clone()).collect(),
            opens,
            proven,
            gap,
            greedy,
            answers,
            kinds: aims.len(),
        })
    }

    /// What could be opened, merged; and how many blocked answers there are.
    fn aims(&self, areas: &[usize], weigh: Weigh, watch: Came<'_>) -> Result<(Vec<Aim>, usize), Stopped> {
        let mut merged: BTreeMap<BTreeSet<ChangeSet>, f64> = BTreeMap::new();
        let mut by_power: BTreeMap<usize, BTreeSet<ChangeSet>> = BTreeMap::new();
        let mut answers = 0;
        let powers = self.compiled().powers.len();
        for power in 0..powers {
            came(watch, power, powers)?;
            for area in areas {
                let cell = self.cell(power, *area);
                if cell.reach == Reach::NotAvailable {
                    continue;
                }
                let mut by_shape: BTreeMap<Vec<u8>, (BTreeSet<ChangeSet>, u32)> = BTreeMap::new();
                let people = std::iter::once((self.columns().people(*area), cell.people));
                let groups = self.rows(power, *area).into_iter().enumerate();
                let groups = groups.map(|(n, reach)| (self.columns().presence(*area, n), reach));
                let shape = self.shapes(power, *area);
                for (row, reach) in people.chain(groups).filter(|(_, reach)| *reach == Reach::Blocked) {
                    answers += 1;
                    let found = by_shape.entry(shape(row)).or_insert_with(|| {
                        let sets = self.sets(power, *area, row).sets.into_iter();
                        let sure = |set: &ChangeSet| !set.iter().any(|c| matches!(c, Change::FindOut(_)));
                        (sets.filter(sure).collect(), 0)
                    });
                    debug_assert_eq!(reach, Reach::Blocked);
                    found.1 += 1;
                }
                let all = || by_shape.values().flat_map(|(sets, _)| sets).cloned().collect::<BTreeSet<_>>();
                match weigh {
                    Weigh::Groups => {
                        for (sets, number) in by_shape.into_values().filter(|(sets, _)| !sets.is_empty()) {
                            *merged.entry(sets).or_default() += f64::from(number);
                        }
                    }
                    Weigh::Powers => by_power.entry(power).or_default().extend(all()),
                    Weigh::Areas | Weigh::People if cell.reach != Reach::Open => {
                        let people = self.world().catalogue.areas[*area].population;
                        let weight = match weigh {
                            Weigh::People => people.map_or(0.0, f64::from),
                            _ => 1.0,
                        };
                        let sets = all();
                        if !sets.is_empty() {
                            *merged.entry(sets).or_default() += weight;
                        }
                    }
                    Weigh::Areas | Weigh::People => {}
                }
            }
        }
        for sets in by_power.into_values().filter(|sets| !sets.is_empty()) {
            *merged.entry(sets).or_default() += 1.0;
        }
        Ok((merged.into_iter().map(|(sets, weight)| Aim { weight, sets }).collect(), answers))
    }

    fn remedies_within(&self, budget: &Budget) -> Vec<&Remedy> {
        let catalogue = &self.world().catalogue;
        let all = catalogue.remedies.values().chain(catalogue.barriers.values().flat_map(|b| &b.remedies));
        let mut once: BTreeMap<&str, &Remedy> = BTreeMap::new();
        for remedy in all {
            let short = budget.weeks.is_none_or(|weeks| remedy.weeks.to <= weeks);
            if remedy.cost <= budget.cost && short {
                once.entry(&remedy.id).or_insert(remedy);
            }
        }
        once.into_values().collect()
    }

    /// Whether a remedy brings a change about.
    fn brings(&self, remedy: &Remedy, change: &Change) -> bool {
        let catalogue = &self.world().catalogue;
        match change {
            Change::FindOut(_) => false,
            Change::Meet(fact) => catalogue.meets(remedy, &self.compiled().facts[*fact]),
            Change::Lift(barrier) => {
                catalogue.barriers.get(barrier).is_some_and(|b| b.remedies.iter().any(|r| r.id == remedy.id))
            }
            Change::Supply(kind, _) => remedy.meets.contains(&Meets::Capacity(*kind)),
        }
    }
}

/// Seconds of looking between two looks at whether to stop.
const SLICE: f64 = 0.2;

/// Remedies by place, whether that is proven best, and the gap if known.
type Solved = (BTreeSet<usize>, bool, Option<f64>);

struct Work<'a> {
    aims: &'a [Aim],
    by_change: BTreeMap<&'a Change, Vec<usize>>,
    remedies: usize,
    most: usize,
}

impl Work<'_> {
    fn worth(&self, chosen: &BTreeSet<usize>) -> f64 {
        let brought = |change: &Change| self.by_change[change].iter().any(|n| chosen.contains(n));
        let open = |aim: &&Aim| aim.sets.iter().any(|set| set.iter().all(brought));
        self.aims.iter().filter(open).map(|aim| aim.weight).sum()
    }

    /// The remedy, or the remedies of one whole set, that open most for each one taken; again and again.
    fn greedy(&self) -> BTreeSet<usize> {
        let mut chosen = BTreeSet::new();
        let bundles: BTreeSet<BTreeSet<usize>> = self
            .aims
            .iter()
            .flat_map(|aim| &aim.sets)
            .filter_map(|set| set.iter().map(|c| self.by_change[c].first().copied()).collect())
            .collect();
        loop {
            let now = self.worth(&chosen);
            let best = bundles
                .iter()
                .filter_map(|bundle| {
                    let with: BTreeSet<usize> = chosen.union(bundle).copied().collect();
                    let more = with.len() - chosen.len();
                    (more > 0 && with.len() <= self.most).then(|| {
                        let gain = (self.worth(&with) - now) / more as f64;
                        (gain, with)
                    })
                })
                .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)));
            match best {
                Some((gain, with)) if gain > 0.0 => chosen = with,
                _ => return chosen,
            }
        }
    }

    /// The integer program: choose remedies (x) to open aims (y) through whole sets (z).
    fn solve(&self, seconds: f64, watch: Came<'_>) -> Result<Option<Solved>, Stopped> {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let slices = (seconds / SLICE).ceil().max(1.0) as usize;
        problem.set_time_limit(Duration::from_secs_f64(seconds.min(SLICE)));
        let xs: Vec<Variable> = (0..self.remedies).map(|_| problem.add_binary_var(0.0)).collect();
        let sum = |vars: &mut dyn Iterator<Item = (Variable, f64)>| {
            let mut expression = LinearExpr::empty();
            vars.for_each(|(var, factor)| expression.add(var, factor));
            expression
        };
        problem.add_constraint(sum(&mut xs.iter().map(|x| (*x, 1.0))), ComparisonOp::Le, self.most as f64);
        let mut zs: BTreeMap<&ChangeSet, Variable> = BTreeMap::new();
        for set in self.aims.iter().flat_map(|aim| &aim.sets) {
            if zs.contains_key(set) || set.iter().any(|c| self.by_change[c].is_empty()) {
                continue;
            }
            let z = problem.add_var(0.0, (0.0, 1.0));
            for change in set {
                let able = self.by_change[change].iter().map(|n| (xs[*n], -1.0));
                let expression = sum(&mut able.chain([(z, 1.0)]));
                problem.add_constraint(expression, ComparisonOp::Le, 0.0);
            }
            zs.insert(set, z);
        }
        for aim in self.aims {
            let y = problem.add_var(aim.weight, (0.0, 1.0));
            let ways = aim.sets.iter().filter_map(|set| zs.get(set)).map(|z| (*z, -1.0));
            problem.add_constraint(sum(&mut ways.chain([(y, 1.0)])), ComparisonOp::Le, 0.0);
        }
        let mut outcome = problem.solve();
        for slice in 1..slices {
            came(watch, slice, slices)?;
            match outcome {
                Ok(found) if found.termination_reason() == TerminationReason::TimeLimit => {
                    outcome = found.resume();
                }
                _ => break,
            }
        }
        let Some(solution) = outcome.ok().and_then(|found| found.into_solution().ok()) else {
            return Ok(None);
        };
        let chosen = xs.iter().enumerate().filter(|(_, x)| solution.var_value_raw(**x) > 0.5).map(|(n, _)| n);
        let proven = solution.status() == SolutionStatus::Optimal;
        Ok(Some((chosen.collect(), proven, if proven { Some(0.0) } else { solution.gap() })))
    }
}

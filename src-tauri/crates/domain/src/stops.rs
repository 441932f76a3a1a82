//! What may stop one power beside the law: findings, and practical needs known to be unmet.

use std::ops::Range;

use jiff::civil::Date;

use crate::compile::Program;
use crate::facts::{Who, value};
use crate::judge::Judge;
use crate::lanes::{Lanes, Word};
use crate::power::{CapacityKind, Level};
use crate::record::FindingEffect;
use crate::requirement::Fact;
use crate::world::{Finding, World};

/// What stops a use beside the law: with a known remedy, and without.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Stops<W = u64> {
    pub(crate) soft: W,
    pub(crate) hard: W,
}

/// What may stop one power beside the law.
pub(crate) struct Stoppers<'w> {
    pub(crate) findings: Vec<Stopper<'w>>,
    needs: Vec<(CapacityKind, Level, bool)>,
}

/// All that a power's tally turns on: those of the same likeness have the same.
pub(crate) type Likeness<'c> = (&'c Program, Vec<i64>, Vec<(CapacityKind, Level, bool)>);

pub(crate) struct Stopper<'w> {
    pub(crate) finding: &'w Finding,
    pub(crate) liftable: bool,
}

impl<'w> Stoppers<'w> {
    pub(crate) fn likeness(&self, program: &'w Program) -> Likeness<'w> {
        (program, self.findings.iter().map(|s| s.finding.id).collect(), self.needs.clone())
    }

    pub(crate) fn new(judge: &Judge<'w>, power: usize) -> Self {
        let Some(power) = judge.power(power) else { return Stoppers { findings: vec![], needs: vec![] } };
        let world = judge.world();
        let findings = world
            .findings
            .iter()
            .filter(|f| f.effect == FindingEffect::Stops && f.date <= judge.columns().as_at)
            .filter(|f| f.power.as_ref().is_none_or(|p| p == &power.id))
            .filter(|f| f.duty_holder.as_ref().is_none_or(|d| d == &power.duty_holder))
            .filter(|f| !withdrawn(world, f, judge.columns().as_at))
            .map(|finding| Stopper {
                finding,
                liftable: world
                    .catalogue
                    .barriers
                    .get(&finding.barrier)
                    .is_some_and(|b| !b.remedies.is_empty()),
            })
            .collect();
        let needs = power
            .needs
            .iter()
            .map(|n| (n.capacity, n.level, judge.compiled().supplied.contains(&n.capacity)))
            .collect();
        Stoppers { findings, needs }
    }

    pub(crate) fn at(&self, judge: &Judge<'_>, area: usize, word: usize) -> Stops {
        self.add_up(
            |kind, level| judge.columns().short(kind, level, word),
            |stopper| stopper.mask(judge, area, word),
        )
    }

    /// The same at several words.
    pub(crate) fn over(&self, judge: &Judge<'_>, area: usize, words: &Range<usize>) -> Stops<Lanes> {
        self.add_up(
            |kind, level| judge.columns().all_short(kind, level, words.start),
            |stopper| Lanes::from_words(words.clone(), |word| stopper.mask(judge, area, word)),
        )
    }

    fn add_up<W: Word>(
        &self,
        short: impl Fn(CapacityKind, Level) -> W,
        stopped: impl Fn(&Stopper<'w>) -> W,
    ) -> Stops<W> {
        let none = Stops { soft: W::NONE, hard: W::NONE };
        if self.needs.is_empty() && self.findings.is_empty() {
            return none;
        }
        let needs = self.needs.iter().map(|(kind, level, liftable)| (short(*kind, *level), *liftable));
        let findings = self.findings.iter().map(|s| (stopped(s), s.liftable));
        needs.chain(findings).fold(none, |stops, (mask, liftable)| match liftable {
            true => Stops { soft: stops.soft | mask, ..stops },
            false => Stops { hard: stops.hard | mask, ..stops },
        })
    }
}

impl Stopper<'_> {
    pub(crate) fn mask(&self, judge: &Judge<'_>, area: usize, word: usize) -> u64 {
        let finding = self.finding;
        if finding.area.is_some_and(|a| a != area) {
            return 0;
        }
        if finding.group.is_none() && finding.form.is_none() {
            return !0;
        }
        let mut mask = 0;
        // The first of an area's rows is its people.
        let first = (word - judge.columns().areas[area].start) * 64;
        let presences = judge.world().presences_in(area).iter().enumerate();
        for (n, presence) in presences.skip(first.saturating_sub(1)).take(64) {
            let row = judge.columns().presence(area, n);
            if row.word != word {
                continue;
            }
            let group = &judge.world().groups[presence.group as usize];
            let named = finding.group.is_none_or(|id| id == group.id);
            let formed = finding.form.as_ref().is_none_or(|form| {
                let fact = Fact::Form(vec![form.clone()]);
                let who = Who::Group(group, presence.basis);
                value(judge.world(), &fact, area, who, judge.columns().as_at).is_true()
            });
            if named && formed {
                mask |= 1 << row.bit;
            }
        }
        mask
    }
}

/// A later finding that the same barrier is absent, for the same scope, ends a finding that it stops.
fn withdrawn(world: &World, finding: &Finding, as_at: Date) -> bool {
    world.findings.iter().any(|f| {
        f.effect == FindingEffect::Absent
            && f.date >= finding.date
            && f.date <= as_at
            && f.barrier == finding.barrier
            && f.power == finding.power
            && f.area == finding.area
            && f.group == finding.group
            && f.form == finding.form
            && f.duty_holder == finding.duty_holder
    })
}

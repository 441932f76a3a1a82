//! What may stop one power beside the law, and what a reform takes out of the way.

use std::ops::Range;

use crate::columns::Row;
use crate::compile::Program;
use crate::facts::{Who, value};
use crate::judge::Judge;
use crate::lanes::{Lanes, Word};
use crate::power::{CapacityKind, Level};
use crate::record::FindingEffect;
use crate::requirement::Fact;
use crate::world::{Finding, Lift, World};

/// What stops a use beside the law: with a known remedy, and without.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stops<W = u64> {
    pub(crate) soft: W,
    pub(crate) hard: W,
}

/// All that a power's tally turns on: those of the same likeness have the same.
pub(crate) type Likeness<'c> = (&'c Program, Vec<(i64, Vec<usize>)>, Vec<Need>, Vec<(usize, Vec<usize>)>);

/// What may stop one power beside the law. Lifts are told by their place in [`World::lifts`].
pub(crate) struct Stoppers<'w> {
    findings: Vec<Stopper<'w>>,
    needs: Vec<Need>,
    /// Facts of the power's law that a lifted barrier explains.
    met: Vec<(usize, Vec<usize>)>,
}

struct Stopper<'w> {
    finding: &'w Finding,
    liftable: bool,
    lifts: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Need {
    kind: CapacityKind,
    level: Level,
    liftable: bool,
    lifts: Vec<usize>,
}

impl<'w> Stoppers<'w> {
    pub(crate) fn new(judge: &Judge<'w>, place: usize) -> Self {
        let mut found = Stoppers { findings: vec![], needs: vec![], met: vec![] };
        let Some(power) = judge.power(place) else { return found };
        let (world, as_at) = (judge.world(), judge.columns().as_at);
        let in_scope: Vec<(usize, &Lift)> = world
            .lifts
            .iter()
            .enumerate()
            .filter(|(_, l)| l.power.as_ref().is_none_or(|p| p == &power.id))
            .filter(|(_, l)| l.duty_holder.as_ref().is_none_or(|d| d == &power.duty_holder))
            .collect();
        let lifting = |lifts: &dyn Fn(&Lift) -> bool| -> Vec<usize> {
            in_scope.iter().filter(|(_, l)| lifts(l)).map(|(place, _)| *place).collect()
        };
        let explains = |lift: &Lift, key: &str| {
            let barrier = world.catalogue.barriers.get(&lift.barrier);
            barrier.is_some_and(|b| b.explains.iter().any(|start| key.starts_with(start.as_str())))
        };
        found.findings = world
            .findings
            .iter()
            .filter(|f| f.effect == FindingEffect::Stops && f.date <= as_at)
            .filter(|f| !judge.lifts_barrier(&f.barrier))
            .filter(|f| f.power.as_ref().is_none_or(|p| p == &power.id))
            .filter(|f| f.duty_holder.as_ref().is_none_or(|d| d == &power.duty_holder))
            .filter(|f| !withdrawn(world, f, as_at))
            .map(|finding| Stopper {
                finding,
                liftable: world
                    .catalogue
                    .barriers
                    .get(&finding.barrier)
                    .is_some_and(|b| !b.remedies.is_empty()),
                lifts: lifting(&|l| l.barrier == finding.barrier),
            })
            .collect();
        let need = |n: &crate::power::Need| Need {
            kind: n.capacity,
            level: n.level,
            liftable: judge.compiled().supplied.contains(&n.capacity),
            lifts: lifting(&|l| explains(l, &format!("need:{}", n.capacity.as_str()))),
        };
        found.needs = power.needs.iter().map(need).collect();
        if !in_scope.is_empty() {
            for fact in judge.compiled().programs[place].facts() {
                let key = world.catalogue.explained_key(&judge.compiled().facts[fact]);
                let lifts = lifting(&|l| explains(l, &key));
                if !lifts.is_empty() {
                    found.met.push((fact, lifts));
                }
            }
        }
        found
    }

    pub(crate) fn likeness(&self, program: &'w Program) -> Likeness<'w> {
        let findings = self.findings.iter().map(|s| (s.finding.id, s.lifts.clone())).collect();
        (program, findings, self.needs.clone(), self.met.clone())
    }

    pub(crate) fn at(&self, judge: &Judge<'_>, area: usize, word: usize) -> Stops {
        self.add_up(|need| need.mask(judge, word), |stopper| stopper.mask(judge, area, word))
    }

    /// The same at several words.
    pub(crate) fn over(&self, judge: &Judge<'_>, area: usize, words: &Range<usize>) -> Stops<Lanes> {
        self.add_up(
            |need| match need.lifts.is_empty() {
                true => judge.columns().all_short(need.kind, need.level, words.start),
                false => Lanes::from_words(words.clone(), |word| need.mask(judge, word)),
            },
            |stopper| Lanes::from_words(words.clone(), |word| stopper.mask(judge, area, word)),
        )
    }

    fn add_up<W: Word>(&self, short: impl Fn(&Need) -> W, stopped: impl Fn(&Stopper<'w>) -> W) -> Stops<W> {
        let none = Stops { soft: W::NONE, hard: W::NONE };
        if self.needs.is_empty() && self.findings.is_empty() {
            return none;
        }
        let needs = self.needs.iter().map(|need| (short(need), need.liftable));
        let findings = self.findings.iter().map(|s| (stopped(s), s.liftable));
        needs.chain(findings).fold(none, |stops, (mask, liftable)| match liftable {
            true => Stops { soft: stops.soft | mask, ..stops },
            false => Stops { hard: stops.hard | mask, ..stops },
        })
    }

    /// The findings that stop a row, with whether a remedy is known.
    pub(crate) fn at_row(&self, judge: &Judge<'_>, area: usize, row: Row) -> Vec<(&'w Finding, bool)> {
        let hits = self.findings.iter().filter(|s| row.is_in(s.mask(judge, area, row.word)));
        hits.map(|s| (s.finding, s.liftable)).collect()
    }

    /// The needs that a row falls short of, with whether anything supplies them.
    pub(crate) fn short_at(&self, judge: &Judge<'_>, row: Row) -> Vec<(CapacityKind, Level, bool)> {
        let short = self.needs.iter().filter(|n| row.is_in(n.mask(judge, row.word)));
        short.map(|n| (n.kind, n.level, n.liftable)).collect()
    }

    /// The lifts by which a fact of the law may count as met.
    pub(crate) fn lifts_of(&self, fact: usize) -> &[usize] {
        self.met.iter().find(|(f, _)| *f == fact).map_or(&[], |(_, lifts)| lifts)
    }

    /// Rows for which a fact of the law counts as met.
    pub(crate) fn met(&self, judge: &Judge<'_>, fact: usize, word: usize) -> u64 {
        rows(judge, self.lifts_of(fact), word)
    }

    /// The same at several words.
    pub(crate) fn met_over(&self, judge: &Judge<'_>, fact: usize, words: &Range<usize>) -> Lanes {
        match self.lifts_of(fact) {
            [] => Lanes::NONE,
            lifts => Lanes::from_words(words.clone(), |word| rows(judge, lifts, word)),
        }
    }

    /// Whether a lift, by its place, takes anything at all out of this power's way.
    pub(crate) fn feels(&self, lift: usize) -> bool {
        self.met.iter().any(|(_, lifts)| lifts.contains(&lift))
            || self.findings.iter().any(|s| s.lifts.contains(&lift))
            || self.needs.iter().any(|n| n.lifts.contains(&lift))
    }
}

/// Rows in the scope of any of these lifts.
fn rows(judge: &Judge<'_>, lifts: &[usize], word: usize) -> u64 {
    lifts.iter().fold(0, |mask, lift| mask | judge.columns().lifted(*lift, word))
}

impl Need {
    fn mask(&self, judge: &Judge<'_>, word: usize) -> u64 {
        judge.columns().short(self.kind, self.level, word) & !rows(judge, &self.lifts, word)
    }
}

impl Stopper<'_> {
    fn mask(&self, judge: &Judge<'_>, area: usize, word: usize) -> u64 {
        self.found(judge, area, word) & !rows(judge, &self.lifts, word)
    }

    /// Rows that the finding speaks of.
    fn found(&self, judge: &Judge<'_>, area: usize, word: usize) -> u64 {
        let finding = self.finding;
        if finding.area.is_some_and(|a| a != area) {
            return 0;
        }
        if finding.group.is_none() && finding.form.is_none() {
            return !0;
        }
        let mut mask = 0;
        // The first of an area's rows is its people.
        let (world, columns) = (judge.world(), judge.columns());
        let first = (word - columns.areas[area].start) * 64;
        let presences = world.presences_in(area).iter().enumerate();
        for (n, presence) in presences.skip(first.saturating_sub(1)).take(64) {
            let row = columns.presence(area, n);
            if row.word != word {
                continue;
            }
            let group = &world.groups[presence.group as usize];
            let named = finding.group.is_none_or(|id| id == group.id);
            let formed = finding.form.as_ref().is_none_or(|form| {
                let fact = Fact::Form(vec![form.clone()]);
                let who = Who::Group(group, presence.basis);
                value(world, &fact, area, who, columns.as_at).is_true()
            });
            if named && formed {
                mask |= 1 << row.bit;
            }
        }
        mask
    }
}

/// A later finding that the same barrier is absent, for the same scope, ends a finding that it stops.
fn withdrawn(world: &World, finding: &Finding, as_at: jiff::civil::Date) -> bool {
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

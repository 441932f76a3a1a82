//! Third limb: are the vulnerable and poor not made worse off overall?

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::assessment::Assessment;
use super::effect::{Direction, Effect, GroupEffects};
use super::evidence::Trust;
use super::fact::{Evidence, Grade, Run, Severity, counting};
use super::ledger::Covers;

/// How “overall” and “taken together” are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// Nothing makes up for a severe harm or a lost right; each group stands alone.
    Guarded,
    /// As the founding text can be read: any harm may be made up for.
    Literal,
}

/// What was found on the third limb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HarmFinding {
    /// A group is worse off.
    Harmed,
    /// Not enough is known.
    Uncertain,
    /// No group is worse off, counting what makes up for a harm.
    ProtectedByPortfolio,
    /// No group is worse off.
    Protected,
}

impl HarmFinding {
    /// The word on the screen.
    pub fn word(self) -> &'static str {
        match self {
            HarmFinding::Harmed => "A group is worse off",
            HarmFinding::Uncertain => "Uncertain",
            HarmFinding::ProtectedByPortfolio => "Protected, taken together with other actions",
            HarmFinding::Protected => "Protected",
        }
    }
}

/// What the effects on one group come to, in both runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Tally {
    /// A harm that nothing can make up for.
    beyond: [bool; 2],
    /// A moderate or severe harm left.
    moderate: [bool; 2],
    /// Minor harms left; two stand for more.
    minor: [u8; 2],
    /// A benefit that is at least moderate.
    benefit: [bool; 2],
    unknown: bool,
    made_up_for: bool,
    pub(crate) heard: Heard,
}

/// What evidence was heard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Heard {
    solid: bool,
    affected: bool,
    /// Something better than an assertion is on file.
    pub(crate) evidenced: bool,
}

impl Heard {
    /// In these.
    pub(crate) fn of(evidence: &[Evidence]) -> Heard {
        counting(evidence).fold(Heard::default(), |heard, e| {
            heard.and(Heard {
                solid: e.grade <= Grade::C,
                affected: e.grade == Grade::D,
                evidenced: e.grade < Grade::E,
            })
        })
    }

    /// Together.
    pub(crate) fn and(self, other: Heard) -> Heard {
        Heard {
            solid: self.solid || other.solid,
            affected: self.affected || other.affected,
            evidenced: self.evidenced || other.evidenced,
        }
    }
}

impl Tally {
    /// Of evidence alone.
    pub(crate) fn of_evidence(heard: Heard) -> Tally {
        Tally { heard, ..Tally::default() }
    }

    /// Of one effect that is, or is not, made up for in each run.
    pub(crate) fn of(effect: &Effect, covered: [bool; 2], reading: Reading) -> Tally {
        let heard = Heard::of(&effect.evidence);
        let mut tally = Tally { unknown: effect.direction == Direction::Unknown, heard, ..Tally::default() };
        for (n, run) in Run::BOTH.into_iter().enumerate() {
            let severity = effect.severity_in(run);
            match effect.direction {
                Direction::Benefit => tally.benefit[n] = severity >= Severity::MODERATE,
                Direction::Adverse if reading == Reading::Guarded && effect.beyond_offset(run) => {
                    tally.beyond[n] = true;
                }
                Direction::Adverse if covered[n] => tally.made_up_for = true,
                Direction::Adverse if severity >= Severity::MODERATE => tally.moderate[n] = true,
                Direction::Adverse => tally.minor[n] = 1,
                Direction::None | Direction::Unknown => {}
            }
        }
        tally
    }

    /// Together.
    pub(crate) fn and(self, other: Tally) -> Tally {
        let either = |a: [bool; 2], b: [bool; 2]| [a[0] || b[0], a[1] || b[1]];
        Tally {
            beyond: either(self.beyond, other.beyond),
            moderate: either(self.moderate, other.moderate),
            minor: [0, 1].map(|n| (self.minor[n] + other.minor[n]).min(2)),
            benefit: either(self.benefit, other.benefit),
            unknown: self.unknown || other.unknown,
            made_up_for: self.made_up_for || other.made_up_for,
            heard: self.heard.and(other.heard),
        }
    }

    /// What the group comes to. One minor harm is borne where the same group has a benefit of some weight.
    pub(crate) fn close(self, considered: bool) -> HarmState {
        let harmed = |n: usize| {
            let borne = self.minor[n] == 0 || (self.minor[n] == 1 && self.benefit[n] && !self.moderate[n]);
            self.beyond[n] || self.moderate[n] || !borne
        };
        HarmState {
            considered,
            harmed: [harmed(0), harmed(1)],
            unknown: self.unknown,
            made_up_for: self.made_up_for,
            heard: self.heard,
        }
    }
}

/// What one or more groups come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct HarmState {
    pub(crate) considered: bool,
    /// In the cautious and the hopeful run.
    harmed: [bool; 2],
    unknown: bool,
    made_up_for: bool,
    pub(crate) heard: Heard,
}

impl HarmState {
    /// Of evidence alone.
    pub(crate) fn of_evidence(heard: Heard) -> HarmState {
        HarmState { heard, ..HarmState::default() }
    }

    /// Together.
    pub(crate) fn and(self, other: HarmState) -> HarmState {
        HarmState {
            considered: self.considered || other.considered,
            harmed: [0, 1].map(|n| self.harmed[n] || other.harmed[n]),
            unknown: self.unknown || other.unknown,
            made_up_for: self.made_up_for || other.made_up_for,
            heard: self.heard.and(other.heard),
        }
    }

    /// The finding. That nobody is harmed is found only where people affected were heard.
    pub(crate) fn finding(self, trust: Trust) -> HarmFinding {
        match self.harmed {
            _ if !self.considered => HarmFinding::Uncertain,
            [true, true] => HarmFinding::Harmed,
            [false, false] if !self.unknown && (trust == Trust::Rules || self.is_shown()) => {
                if self.made_up_for { HarmFinding::ProtectedByPortfolio } else { HarmFinding::Protected }
            }
            _ => HarmFinding::Uncertain,
        }
    }

    /// Whether the evidence allows to say that nobody is harmed.
    pub(crate) fn is_shown(self) -> bool {
        self.heard.solid && self.heard.affected
    }

    /// Which evidence is missing to say so.
    pub(crate) fn not_shown(self) -> Vec<&'static str> {
        let needs = [
            (self.heard.solid, "evidence of grade C or better"),
            (self.heard.affected, "what people who might be harmed say (grade D)"),
        ];
        needs.into_iter().filter(|(there, _)| !there).map(|(_, words)| words).collect()
    }
}

/// One group of an assessment.
pub(crate) fn group_state(
    group: &GroupEffects,
    covered: impl Fn(usize) -> [bool; 2],
    reading: Reading,
) -> HarmState {
    let start = Tally::of_evidence(Heard::of(&group.evidence));
    let effects = group.effects.iter().enumerate();
    let tally = effects.fold(start, |all, (e, effect)| all.and(Tally::of(effect, covered(e), reading)));
    tally.close(group.was_considered())
}

/// All groups of an assessment, and what people affected say beside.
pub(crate) fn state(a: &Assessment, covers: &Covers, reading: Reading) -> HarmState {
    a.groups.iter().enumerate().fold(testimony(a), |all, (g, group)| {
        all.and(group_state(group, |e| covers.runs(&a.id, g, e, reading), reading))
    })
}

/// What people affected say beside, as evidence.
pub(crate) fn testimony(a: &Assessment) -> HarmState {
    let heard = a.citizens_view.iter().map(|v| Heard::of(&v.evidence));
    HarmState::of_evidence(heard.fold(Heard::default(), Heard::and))
}

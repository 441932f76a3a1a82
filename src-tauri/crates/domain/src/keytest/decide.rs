//! The decision: three findings to one outcome. No limb buys another.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::assessment::Assessment;
use super::evidence::{Limb, Trust};
use super::harm::{self, HarmFinding, HarmState, Reading};
use super::ledger::Covers;
use super::quality::{QualityFinding, QualityState};
use super::shift::{self, ShiftFinding, ShiftState};
use super::usable::Usable;

/// What an assessment comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// No power moves: the test does not apply.
    NotAnInstance,
    /// A limb fails.
    DoesNotMeet,
    /// Too much is open.
    CannotSay,
    /// One thing is open.
    MeetsIf,
    /// Only together with other actions; it falls if they fall.
    MeetsTakenTogether,
    /// All three limbs hold.
    Meets,
}

impl Outcome {
    /// All.
    pub const ALL: [Outcome; 6] = [
        Outcome::Meets,
        Outcome::MeetsTakenTogether,
        Outcome::MeetsIf,
        Outcome::CannotSay,
        Outcome::DoesNotMeet,
        Outcome::NotAnInstance,
    ];

    /// The word in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::NotAnInstance => "not-an-instance",
            Outcome::DoesNotMeet => "does-not-meet",
            Outcome::CannotSay => "cannot-say",
            Outcome::MeetsIf => "meets-if",
            Outcome::MeetsTakenTogether => "meets-taken-together",
            Outcome::Meets => "meets",
        }
    }

    /// The word on the screen.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::NotAnInstance => "Not an instance",
            Outcome::DoesNotMeet => "Does not meet the test",
            Outcome::CannotSay => "Cannot say yet",
            Outcome::MeetsIf => "Meets the test, if one thing is settled",
            Outcome::MeetsTakenTogether => "Meets the test, taken together with other actions",
            Outcome::Meets => "Meets the test",
        }
    }

    /// Whether it meets the test.
    pub fn is_met(self) -> bool {
        matches!(self, Outcome::Meets | Outcome::MeetsTakenTogether)
    }
}

/// The three findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Findings {
    /// First limb.
    pub shift: ShiftFinding,
    /// Second limb.
    pub quality: QualityFinding,
    /// Third limb.
    pub harm: HarmFinding,
}

impl Findings {
    /// The limbs that fail.
    pub fn failing(self) -> Vec<Limb> {
        use ShiftFinding as S;
        let fails = [
            (matches!(self.shift, S::EngagementOnly | S::Mixed | S::Reverse | S::None), Limb::Shift),
            (self.quality == QualityFinding::Compromised, Limb::Quality),
            (self.harm == HarmFinding::Harmed, Limb::Harm),
        ];
        fails.into_iter().filter(|(fails, _)| *fails).map(|(_, limb)| limb).collect()
    }

    /// The limbs that are open.
    pub fn open(self) -> Vec<Limb> {
        let open = [
            (matches!(self.shift, ShiftFinding::Uncertain | ShiftFinding::Potential), Limb::Shift),
            (self.quality == QualityFinding::Uncertain, Limb::Quality),
            (self.harm == HarmFinding::Uncertain, Limb::Harm),
        ];
        open.into_iter().filter(|(open, _)| *open).map(|(_, limb)| limb).collect()
    }

    /// What they come to. `false_use`: a person confirmed that the name is used falsely.
    pub fn outcome(self, false_use: bool) -> Outcome {
        let not_one =
            self.shift == ShiftFinding::None || (self.shift == ShiftFinding::EngagementOnly && false_use);
        match self.open().len() {
            _ if not_one => Outcome::NotAnInstance,
            _ if !self.failing().is_empty() => Outcome::DoesNotMeet,
            0 if self.harm == HarmFinding::ProtectedByPortfolio => Outcome::MeetsTakenTogether,
            0 => Outcome::Meets,
            1 => Outcome::MeetsIf,
            _ => Outcome::CannotSay,
        }
    }
}

/// What the three limbs come to, before the finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct States {
    pub(crate) shift: ShiftState,
    pub(crate) quality: QualityState,
    pub(crate) harm: HarmState,
}

impl States {
    /// Of an assessment.
    pub(crate) fn of(
        a: &Assessment,
        covers: &Covers,
        usable: Option<&Usable>,
        as_at: Date,
        reading: Reading,
        trust: Trust,
    ) -> States {
        let shift = shift::states(a, usable, trust);
        States {
            shift: shift.into_values().fold(ShiftState::EMPTY, ShiftState::and),
            quality: a.quality.state(as_at, trust),
            harm: harm::state(a, covers, reading),
        }
    }

    /// The findings.
    pub(crate) fn findings(&self, trust: Trust) -> Findings {
        Findings {
            shift: self.shift.finding(),
            quality: self.quality.finding(),
            harm: self.harm.finding(trust),
        }
    }

    /// The limbs that rest on assertions alone. A limb of which nothing is said is open, and rests on nothing.
    pub(crate) fn bare(&self) -> Vec<Limb> {
        let bare = [
            (self.shift.evidenced, Limb::Shift),
            (self.quality.evidenced || !self.quality.looked_at, Limb::Quality),
            (self.harm.heard.evidenced || !self.harm.considered, Limb::Harm),
        ];
        bare.into_iter().filter(|(shown, _)| !shown).map(|(_, limb)| limb).collect()
    }

    /// The outcome that may be published: nothing is met, and nothing fails, on assertions alone. A failure stands
    /// where one failing limb is shown; that no power moves needs no showing.
    pub(crate) fn outcome(&self, false_use: bool) -> Outcome {
        let findings = self.findings(Trust::Evidence);
        let outcome = findings.outcome(false_use);
        let bare = self.bare();
        let held_back = match outcome {
            Outcome::NotAnInstance | Outcome::CannotSay => false,
            Outcome::DoesNotMeet => findings.failing().iter().all(|limb| bare.contains(limb)),
            Outcome::MeetsIf | Outcome::MeetsTakenTogether | Outcome::Meets => !bare.is_empty(),
        };
        if held_back { Outcome::CannotSay } else { outcome }
    }
}

//! Second limb: is the quality of the service not compromised? A check of non-inferiority.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::evidence::{Trust, months_before};
use super::fact::{Evidence, Grade, best, counting};

/// How old evidence of quality may be, in months.
pub const FRESH_MONTHS: i32 = 24;

/// What was measured, and what catches a fall.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Quality {
    /// What was looked at.
    pub dimensions: Vec<Dimension>,
    /// What catches a fall.
    pub safeguards: Safeguards,
}

/// One measure of quality. The loss that would matter is said beforehand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Dimension {
    /// Its name, such as “access” or “opening hours”.
    pub name: String,
    /// What is counted, with its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<f64>,
    /// Below this it is worse, whatever else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor: Option<f64>,
    /// A loss up to this does not matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<f64>,
    /// Expected, or observed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Less of it is better, such as waiting days.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub less_is_better: bool,
    /// Nothing can make up for its loss.
    pub critical: bool,
    /// The floor is a statutory minimum.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub statutory: bool,
    /// As judged, where there are no numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Inspection, performance or survey data, with a date.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// How a measure moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Better.
    Better,
    /// The same.
    Held,
    /// Less, but not by more than the margin nor below the floor.
    WithinMargin,
    /// Below the floor or beyond the margin.
    Worse,
    /// Nobody knows.
    Unknown,
}

impl Status {
    /// The word on the screen.
    pub fn word(self) -> &'static str {
        match self {
            Status::Better => "better",
            Status::Held => "held",
            Status::WithinMargin => "within the margin",
            Status::Worse => "worse",
            Status::Unknown => "not known",
        }
    }
}

/// What catches a fall. All three are needed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Safeguards {
    /// What is monitored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monitored: Option<String>,
    /// When something is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger: Option<String>,
    /// Who steps in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps_in: Option<String>,
}

impl Safeguards {
    /// Each with whether it is there and its name.
    pub(crate) fn parts(&self) -> [(bool, &'static str); 3] {
        let there = |text: &Option<String>| text.as_ref().is_some_and(|t| !t.trim().is_empty());
        [
            (there(&self.monitored), "what is monitored"),
            (there(&self.trigger), "the trigger"),
            (there(&self.steps_in), "who steps in"),
        ]
    }

    /// The names of those that are missing.
    pub fn missing(&self) -> Vec<&'static str> {
        self.parts().into_iter().filter(|(there, _)| !there).map(|(_, name)| name).collect()
    }
}

/// What was found on the second limb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QualityFinding {
    /// Something is worse.
    Compromised,
    /// Not enough is known, or nothing would catch a fall.
    Uncertain,
    /// Not worse.
    Held,
    /// Better.
    Improved,
}

impl QualityFinding {
    /// The word on the screen.
    pub fn word(self) -> &'static str {
        match self {
            QualityFinding::Compromised => "Compromised",
            QualityFinding::Uncertain => "Uncertain",
            QualityFinding::Held => "Held",
            QualityFinding::Improved => "Improved",
        }
    }
}

impl Dimension {
    /// What the numbers say, where there are enough of them.
    pub fn computed(&self) -> Option<Status> {
        let (baseline, value) = (self.baseline?, self.value?);
        let sign = if self.less_is_better { -1.0 } else { 1.0 };
        let loss = (baseline - value) * sign;
        let below = self.floor.is_some_and(|floor| (floor - value) * sign > 0.0);
        if below || self.margin.is_some_and(|margin| loss > margin) {
            Some(Status::Worse)
        } else if loss < 0.0 {
            Some(Status::Better)
        } else if loss == 0.0 {
            Some(Status::Held)
        } else if self.floor.is_some() || self.margin.is_some() {
            Some(Status::WithinMargin)
        } else {
            // Nobody said beforehand what loss would matter.
            Some(Status::Unknown)
        }
    }

    /// How it moves: by the numbers if there are any, else as judged.
    pub fn moved(&self) -> Status {
        self.computed().or(self.status).unwrap_or(Status::Unknown)
    }

    /// Whether evidence of grade C or better is on file, younger than 24 months.
    pub fn is_shown(&self, as_at: Date) -> bool {
        let fresh = months_before(as_at, FRESH_MONTHS);
        counting(&self.evidence).any(|e| e.grade <= Grade::C && e.date.is_some_and(|d| d > fresh))
    }

    pub(crate) fn state(&self, as_at: Date, trust: Trust) -> QualityState {
        let status = self.moved();
        QualityState {
            looked_at: true,
            worse: status == Status::Worse,
            unknown: status == Status::Unknown && self.critical,
            better: status == Status::Better,
            within: status == Status::WithinMargin,
            unguarded: false,
            unshown: trust == Trust::Evidence && !self.is_shown(as_at),
            evidenced: best(&self.evidence).is_some_and(|g| g < Grade::E),
        }
    }
}

/// What one or more measures come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct QualityState {
    pub(crate) looked_at: bool,
    worse: bool,
    unknown: bool,
    better: bool,
    within: bool,
    unguarded: bool,
    unshown: bool,
    /// Something better than an assertion is on file.
    pub(crate) evidenced: bool,
}

impl QualityState {
    /// Of the safeguards alone.
    pub(crate) fn of_safeguards(safeguards: &Safeguards) -> QualityState {
        QualityState { unguarded: !safeguards.missing().is_empty(), ..QualityState::default() }
    }

    /// Of two sets of measures together.
    pub(crate) fn and(self, other: QualityState) -> QualityState {
        QualityState {
            looked_at: self.looked_at || other.looked_at,
            worse: self.worse || other.worse,
            unknown: self.unknown || other.unknown,
            better: self.better || other.better,
            within: self.within || other.within,
            unguarded: self.unguarded || other.unguarded,
            unshown: self.unshown || other.unshown,
            evidenced: self.evidenced || other.evidenced,
        }
    }

    /// The finding.
    pub(crate) fn finding(self) -> QualityFinding {
        if !self.looked_at {
            QualityFinding::Uncertain
        } else if self.worse {
            QualityFinding::Compromised
        } else if self.unknown || self.unguarded || self.unshown {
            QualityFinding::Uncertain
        } else if self.better && !self.within {
            QualityFinding::Improved
        } else {
            QualityFinding::Held
        }
    }
}

impl Quality {
    pub(crate) fn state(&self, as_at: Date, trust: Trust) -> QualityState {
        let start = QualityState::of_safeguards(&self.safeguards);
        self.dimensions.iter().fold(start, |all, d| all.and(d.state(as_at, trust)))
    }
}

//! The values of an assessment: answers that may be unknown, levels, grades of evidence.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An answer. What nobody answered is unknown, never no and never yes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// Nobody knows.
    #[default]
    Unknown,
    /// The question does not arise; counts as yes.
    #[serde(rename = "n/a")]
    NotApplicable,
}

/// The two runs over the unknowns: all of them taken as no, then all of them as yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Run {
    /// Unknown is taken as no.
    Cautious,
    /// Unknown is taken as yes.
    Hopeful,
}

impl Run {
    /// Both, the cautious first.
    pub const BOTH: [Run; 2] = [Run::Cautious, Run::Hopeful];
}

impl Answer {
    /// Whether it holds in a run.
    pub fn holds(self, run: Run) -> bool {
        match self {
            Answer::Yes | Answer::NotApplicable => true,
            Answer::No => false,
            Answer::Unknown => run == Run::Hopeful,
        }
    }

    /// Whether it is unknown.
    pub fn is_unknown(self) -> bool {
        self == Answer::Unknown
    }

    /// What is said and what is worked out, together: a no of either stands.
    pub fn with(self, other: Answer) -> Answer {
        match (self, other) {
            (Answer::No, _) | (_, Answer::No) => Answer::No,
            (Answer::Unknown, other) => other,
            (said, _) => said,
        }
    }

    /// The word on the screen.
    pub fn word(self) -> &'static str {
        match self {
            Answer::Yes => "yes",
            Answer::No => "no",
            Answer::Unknown => "not known",
            Answer::NotApplicable => "does not arise",
        }
    }
}

/// How far something is in citizens' hands, 0 (not at all) to 4 (they hold it).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u8")]
pub struct Level(#[schemars(range(max = 4))] u8);

impl Level {
    /// Nothing.
    pub const NONE: Level = Level(0);
    /// The highest.
    pub const HELD: Level = Level(4);

    /// A level, if the number is one.
    pub fn new(number: u8) -> Option<Level> {
        (number <= 4).then_some(Level(number))
    }

    /// Its number.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Level {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, String> {
        Level::new(number).ok_or_else(|| format!("{number} is not a level: use 0, 1, 2, 3 or 4"))
    }
}

/// How much an effect weighs on a person: 0 nothing, 1 minor (inconvenience, small cost), 2 moderate (a service
/// used weekly is lost, or costs over about 1 % of income), 3 severe (health, safety, housing, income below need,
/// or loss of a legal entitlement).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u8")]
pub struct Severity(#[schemars(range(max = 3))] u8);

impl Severity {
    /// Inconvenience, small cost.
    pub const MINOR: Severity = Severity(1);
    /// A service used weekly is lost.
    pub const MODERATE: Severity = Severity(2);
    /// Health, safety, housing, need, entitlement.
    pub const SEVERE: Severity = Severity(3);

    /// Its number.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The word on the screen.
    pub fn word(self) -> &'static str {
        ["none", "minor", "moderate", "severe"][usize::from(self.0.min(3))]
    }
}

impl TryFrom<u8> for Severity {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, String> {
        if number <= 3 {
            Ok(Severity(number))
        } else {
            Err(format!("{number} is not a severity: use 0, 1 (minor), 2 (moderate) or 3 (severe)"))
        }
    }
}

/// How good a piece of evidence is; A is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Grade {
    /// The instrument, an official statistic, a court or an audit.
    A,
    /// A published register, an evaluation, a dated public record.
    B,
    /// The duty holder's statement, with data.
    C,
    /// Testimony of people affected.
    D,
    /// An assertion.
    E,
}

impl Grade {
    /// All, the best first.
    pub const ALL: [Grade; 5] = [Grade::A, Grade::B, Grade::C, Grade::D, Grade::E];

    /// The letter and what it means.
    pub fn words(self) -> &'static str {
        match self {
            Grade::A => "A: the instrument, an official statistic, a court or an audit",
            Grade::B => "B: a published register, an evaluation or a dated public record",
            Grade::C => "C: the duty holder’s statement, with data",
            Grade::D => "D: testimony of people affected",
            Grade::E => "E: an assertion",
        }
    }
}

/// Where a fact of an assessment is from. What was superseded stays on record and no longer counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// How good it is.
    pub grade: Grade,
    /// Where it says so.
    pub source: String,
    /// The sentence that says so, with its provision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// When it was so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Who entered it, as a role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// A later fact took its place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub superseded: bool,
}

/// The evidence that counts.
pub(crate) fn counting(evidence: &[Evidence]) -> impl Iterator<Item = &Evidence> {
    evidence.iter().filter(|e| !e.superseded)
}

/// The best grade among the evidence that counts.
pub(crate) fn best(evidence: &[Evidence]) -> Option<Grade> {
    counting(evidence).map(|e| e.grade).min()
}

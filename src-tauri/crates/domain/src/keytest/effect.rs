//! Who may be harmed, and how: the groups and the effects on them.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::assessment::Initiative;
use super::claim::Claim;
use super::fact::{Answer, Evidence, Run, Severity};
use crate::requirement::Slug;

/// Groups to look at always, with a reason even where there is no effect.
pub const ALWAYS: [(&str, &str); 16] = [
    ("low-income-households", "Low-income households, or people in the most deprived fifth of areas"),
    ("age", "People of an age group: children, older people"),
    ("disability", "Disabled people, by main impairment where access changes"),
    ("gender-reassignment", "Gender reassignment"),
    ("marriage-and-civil-partnership", "Marriage and civil partnership"),
    ("pregnancy-and-maternity", "Pregnancy and maternity"),
    ("race", "Race"),
    ("religion-or-belief", "Religion or belief"),
    ("sex", "Sex"),
    ("sexual-orientation", "Sexual orientation"),
    ("carers", "Carers"),
    ("without-internet", "People without internet"),
    ("little-english-or-welsh", "People with little English, or Welsh where relevant"),
    ("isolated-rural", "Isolated rural residents"),
    ("no-settled-status", "People with no settled status"),
    ("no-settled-home", "People with no settled home"),
];

/// One group, and what happens to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupEffects {
    /// Which group: an id from the list, or one of its own.
    pub group: Slug,
    /// Why there is no effect, or how it was looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub considered: Option<String>,
    /// What happens to it.
    #[serde(default)]
    pub effects: Vec<Effect>,
    /// Where that is from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// By what way an effect reaches people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// Whether and how they can get at something.
    Access,
    /// What it costs them.
    Cost,
    /// Whether they are heard.
    Voice,
    /// Unpaid work, liability, running cost.
    Burden,
    /// Money or attention moves elsewhere.
    Displacement,
    /// Safety.
    Safety,
    /// Dignity.
    Dignity,
}

impl Channel {
    /// All.
    pub const ALL: [Channel; 7] = [
        Channel::Access,
        Channel::Cost,
        Channel::Voice,
        Channel::Burden,
        Channel::Displacement,
        Channel::Safety,
        Channel::Dignity,
    ];

    /// The word on the screen.
    pub fn word(self) -> &'static str {
        match self {
            Channel::Access => "access",
            Channel::Cost => "cost",
            Channel::Voice => "voice",
            Channel::Burden => "burden",
            Channel::Displacement => "displacement",
            Channel::Safety => "safety",
            Channel::Dignity => "dignity",
        }
    }
}

/// Which way it goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Better for them.
    Benefit,
    /// No change.
    None,
    /// Worse for them.
    Adverse,
    /// Nobody knows.
    #[default]
    Unknown,
}

/// One effect on one group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// What happens.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
    /// By what way.
    pub channel: Channel,
    /// Which way it goes.
    #[serde(default)]
    pub direction: Direction,
    /// How much it weighs on a person; left out: nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// How many people; left out: nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// It can be undone.
    #[serde(default)]
    pub reversible: Answer,
    /// It touches a legal right: nothing can make up for it.
    #[serde(default)]
    pub rights_based: Answer,
    /// From when; left out: from the initiative's day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<Date>,
    /// Until when; left out: it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Date>,
    /// Where, by code; left out: in the initiative's areas.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// Actions claimed to make up for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offsets: Vec<Claim>,
    /// Where that is from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Effect {
    /// Where it happens.
    pub fn places_in<'a>(&'a self, initiative: &'a Initiative) -> &'a [String] {
        if self.places.is_empty() { &initiative.areas } else { &self.places }
    }

    /// How severe it is in a run.
    pub(crate) fn severity_in(&self, run: Run) -> Severity {
        let adverse = self.direction == Direction::Adverse;
        let (high, low) = (
            Severity::SEVERE,
            if adverse { Severity::MINOR } else { Severity::try_from(0).unwrap_or(Severity::MINOR) },
        );
        self.severity.unwrap_or(if adverse == (run == Run::Cautious) { high } else { low })
    }

    /// Whether nothing may make up for it, in a run, on the guarded reading.
    pub(crate) fn beyond_offset(&self, run: Run) -> bool {
        let rights = match self.rights_based {
            Answer::Yes => true,
            Answer::Unknown => run == Run::Cautious,
            Answer::No | Answer::NotApplicable => false,
        };
        rights || self.severity_in(run) >= Severity::SEVERE
    }
}

impl GroupEffects {
    /// Whether anybody looked at it.
    pub fn was_considered(&self) -> bool {
        !self.effects.is_empty() || self.considered.as_ref().is_some_and(|c| !c.trim().is_empty())
    }
}

//! The key test's document: one initiative, what is said of it, and where that is from.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::decide::Outcome;
use super::effect::GroupEffects;
use super::fact::{Answer, Evidence, Level};
use super::portfolio::{Action, Cut};
use super::quality::Quality;
use super::shift::{Currency, Shift, by_name};
use crate::requirement::Slug;

/// The key test, applied to one initiative.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// The schema, for an editor.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Notes for whoever edits the file.
    #[serde(rename = "//", default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// The same for every version of this assessment.
    pub id: Slug,
    /// Which version of it this is.
    #[serde(default = "first")]
    pub version: u32,
    /// The day it was made.
    pub made_on: Date,
    /// The day it is to be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
    /// The day it lapses; twelve months after it was made, if not earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Date>,
    /// The day the law or the instrument changed: the result lapses then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law_changed_on: Option<Date>,
    /// What is changed, by whom, where.
    pub initiative: Initiative,
    /// How things stood just before.
    pub baseline: Baseline,
    /// The “same time” for what is taken together.
    #[serde(default)]
    pub window: Window,
    /// The set of actions it is taken together with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub portfolio: Option<Slug>,
    /// First limb: what citizens held before and hold after, by currency.
    #[serde(default, deserialize_with = "by_name")]
    pub shift: BTreeMap<Currency, Shift>,
    /// Second limb: the quality of the service.
    #[serde(default)]
    pub quality: Quality,
    /// Third limb: each group that was considered.
    #[serde(default)]
    pub groups: Vec<GroupEffects>,
    /// Other social justice actions at the same time, that may make up for a harm.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    /// What ends in the same window: it is taken off what the actions give.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cuts: Vec<Cut>,
    /// What may speak for a false use of the name.
    #[serde(default)]
    pub false_use: FalseUse,
    /// Who settles what is open, when the outcome is “meets if”.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// Who made it and who read it.
    #[serde(default)]
    pub readers: Readers,
    /// What people affected say, shown beside and never averaged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citizens_view: Vec<CitizensView>,
    /// Where a person decides otherwise than the rules: shown, signed, and never mixed into the finding.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub judgements: Vec<Judgement>,
}

fn first() -> u32 {
    1
}

/// A change made by a duty holder, in a place, from a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    /// What it is called.
    pub title: String,
    /// One sentence with a verb that citizens do.
    pub what_changes: String,
    /// Who gives something up.
    pub duty_holder: String,
    /// Powers of the catalogue that it rests on.
    #[serde(default)]
    pub powers: Vec<Slug>,
    /// GSS codes of the areas.
    #[serde(default)]
    pub areas: Vec<String>,
    /// From when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// How far it has come.
    #[serde(default)]
    pub stage: Stage,
    /// The text that gives it: an Act, a lease, a scheme, a minute. None: nothing is codified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
}

/// How far an initiative has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Not yet done: the test is on what is granted.
    #[default]
    Proposed,
    /// Done: the test is on what is granted.
    InForce,
    /// Looked at again: the test is on the lower of what is granted and what happened.
    Reviewed,
}

/// How things stood just before; not an ideal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// When.
    pub date: Date,
    /// How.
    pub description: String,
}

/// From when to when.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

/// What may speak for a false use. A person confirms; a sign never decides alone.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FalseUse {
    /// The one body, existing already, that benefits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beneficiary: Option<String>,
    /// What is asked for is a renewal.
    pub renewal: Answer,
    /// Its date is tied to a grant that ends.
    pub tied_to_grant_end: Answer,
    /// One funder gives over 75 % of the body's income.
    pub one_funder: Answer,
    /// Anyone else could use the right.
    pub usable_by_others: Answer,
    /// It was already done last year, under another name.
    pub done_before: Answer,
    /// Volunteers do tasks and decide nothing.
    pub only_tasks: Answer,
    /// Benefits to poor people are the whole case.
    pub benefit_is_whole_case: Answer,
    /// The members deciding are not like the area.
    pub members_unlike_area: Answer,
    /// What a person confirmed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub confirmed: Vec<Confirmed>,
}

/// The three false uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Flag {
    /// Protecting a body that is losing funding.
    F1,
    /// Describing an ordinary action or service.
    F2,
    /// A synonym for anti-poverty work.
    F3,
}

/// A person's answer to a flag's deciding question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    /// Which.
    pub flag: Flag,
    /// Whether it is one.
    pub is_false_use: bool,
    /// Why.
    pub reason: String,
    /// Who, as a role.
    pub by: String,
    /// When.
    pub on: Date,
}

/// Something to settle before it meets the test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// What must be so.
    pub what: String,
    /// Who settles it.
    pub owner: String,
    /// The evidence wanted.
    pub evidence_wanted: String,
    /// By when.
    pub by: Date,
}

/// Who made it and who read it, as roles.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Readers {
    /// Who made it.
    pub assessor: String,
    /// What the assessor has to do with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interests: Option<String>,
    /// Who read it before it is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_reader: Option<String>,
    /// What the second reader has to do with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_interests: Option<String>,
    /// When the second reader had read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_on: Option<Date>,
}

/// What people affected say: text, and their own answers if they like.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CitizensView {
    /// Who, as a group.
    pub who: String,
    /// When.
    pub on: Date,
    /// What they say.
    pub text: String,
    /// The level they say they hold after.
    #[serde(default, deserialize_with = "by_name", skip_serializing_if = "BTreeMap::is_empty")]
    pub levels: BTreeMap<Currency, Level>,
    /// The outcome they come to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Where it can be read or heard.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// A person's signed decision against the rules' finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// What they decide.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// Who, as a role.
    pub by: String,
    /// When.
    pub on: Date,
}

/// Reads an assessment from JSON.
///
/// # Errors
/// Where the text is not one, and what is wrong there.
pub fn read(text: &str) -> Result<Assessment, (String, String)> {
    let reader = &mut serde_json::Deserializer::from_str(text);
    let found: Assessment = serde_path_to_error::deserialize(&mut *reader).map_err(|error| {
        let at = error.path().to_string();
        (if at == "." { String::new() } else { at }, error.inner().to_string())
    })?;
    reader.end().map_err(|error| (String::new(), error.to_string()))?;
    Ok(found)
}

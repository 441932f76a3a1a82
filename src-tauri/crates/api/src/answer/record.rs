//! What a person records.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UseInput {
    pub power: String,
    pub area: String,
    /// The group's key, if it is on record.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub group: Option<String>,
    /// The group's name, if it is not.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub group_name: Option<String>,
    pub what: String,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: String,
    /// "succeeded", "pending", "refused", "lapsed" or "withdrawn".
    pub outcome: String,
    pub source: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub address: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CoverageInput {
    pub power: String,
    pub area: String,
    pub register: String,
    pub as_at: String,
    pub source: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub address: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindingInput {
    pub barrier: String,
    /// "stops", "hinders" or "absent".
    pub effect: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub power: Option<String>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub area: Option<String>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub duty_holder: Option<String>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub group: Option<String>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub form: Option<String>,
    pub note: String,
    pub date: String,
    pub source: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub address: Option<String>,
}

/// A fact of a group, or of an area when no group is named.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FactInput {
    #[serde(default)]
    #[ts(optional = nullable)]
    pub group: Option<String>,
    pub area: String,
    /// Such as `members:local-elector`, `form:cio`, `trait:asset-lock`, `works-here`, `area-type`.
    pub key: String,
    /// "yes", "no", a number, a date, or `parished` / `unparished`.
    pub value: String,
    pub source: String,
    /// The day it was true.
    pub date: String,
}

/// What to take back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveRequest {
    /// "use", "coverage", "finding" or "fact".
    pub kind: String,
    #[ts(type = "number")]
    pub id: i64,
    /// The area whose answers are compared.
    pub area: String,
}

/// A record was kept or taken back, with its effect on the area's answers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Recorded {
    #[ts(type = "number")]
    pub id: i64,
    /// What was recorded, in words, so that it can be undone by name.
    pub what: String,
    /// Powers of this area whose status changed.
    pub changed: Vec<StatusChange>,
    /// For a fact of a group: powers whose reach changed for the group.
    pub group_changed: Vec<ReachChange>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StatusChange {
    pub power: String,
    pub name: String,
    pub from: String,
    pub to: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReachChange {
    pub power: String,
    pub name: String,
    pub from: String,
    pub to: String,
}

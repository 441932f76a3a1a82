//! What Takeup is, and the words it uses.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct About {
    pub version: String,
    pub catalogue_version: String,
    pub powers: u32,
    pub areas: u32,
    /// The statuses in order, each with what it means.
    pub legend: Vec<LegendLine>,
    /// The words of the design, each with what it is.
    pub words: Vec<LegendLine>,
    pub never: Vec<String>,
    pub data_sources: Vec<DataSource>,
    pub licence: String,
    /// Lists that forms and filters choose from.
    pub lists: Lists,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LegendLine {
    pub word: String,
    pub name: String,
    pub meaning: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DataSource {
    pub what: String,
    pub from: String,
    pub licence: String,
    pub as_at: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Lists {
    pub departments: Vec<Choice>,
    pub barriers: Vec<Choice>,
    pub forms: Vec<Choice>,
    pub pillars: Vec<Choice>,
    pub shifts: Vec<Choice>,
    pub outcomes: Vec<Choice>,
    pub effects: Vec<Choice>,
    pub powers: Vec<Choice>,
    pub duty_holders: Vec<Choice>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Choice {
    pub id: String,
    pub name: String,
}

//! Levels side by side, over time.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::area::AreaRef;

#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct LevelsRequest {
    /// One council; every area with something on record when absent.
    #[ts(optional = nullable)]
    pub area: Option<String>,
    /// Years back, 20 when absent, 60 at most.
    #[ts(optional = nullable)]
    pub years: Option<u32>,
    #[ts(optional = nullable)]
    pub as_at: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LevelsPage {
    /// None: every area with something on record.
    pub area: Option<AreaRef>,
    /// How many areas.
    pub areas: u32,
    pub as_at: String,
    pub columns: Vec<LevelColumn>,
    /// Earliest first.
    pub rows: Vec<LevelRow>,
    pub source: String,
}

/// One level: what is counted, and how much of it is known.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LevelColumn {
    /// "powers", "groups", "local", "money", "people", "lasting", "barriers", "lifted", "tried", "succeeded" or "looked".
    pub id: String,
    pub name: String,
    /// What a number in it rests on, and what is not known.
    pub coverage: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LevelRow {
    pub on: String,
    /// In the order of the columns; none where nothing at all is known of it.
    pub values: Vec<Option<u32>>,
}

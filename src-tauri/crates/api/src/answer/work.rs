//! Long questions while they are under way.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names work by the word its question was asked with.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WorkRef {
    pub work: String,
}

/// How far it has come: `done` of `total`, in steps of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorkState {
    /// False when it has ended, or never began.
    pub running: bool,
    pub done: u32,
    pub total: u32,
}

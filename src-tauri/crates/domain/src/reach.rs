//! Reach: whether somebody here could use a power now.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far a power is within reach. Of several, the first in this order counts for an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// Could be used today.
    Open,
    /// Turns on facts nobody recorded.
    Unsettled,
    /// Stopped, and a remedy is known.
    Blocked,
    /// Stopped, and no remedy is known.
    OutOfReach,
    /// Not in force, not for this place, or no such duty holder here.
    NotAvailable,
}

impl Reach {
    /// The word used in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Reach::Open => "open",
            Reach::Unsettled => "unsettled",
            Reach::Blocked => "blocked",
            Reach::OutOfReach => "out-of-reach",
            Reach::NotAvailable => "not-available",
        }
    }
}

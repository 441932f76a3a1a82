//! The one word on the screen. Legend, table column and report key are all drawn from here.

use serde::{Deserialize, Serialize};

use crate::reach::Reach;
use crate::uses::UseState;

/// Status of a power in an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Not in force, not for this place, or nobody here who must respond.
    NotAvailable,
    /// Used, and the use counts today.
    InUse,
    /// Tried, none granted.
    TriedAndRefused,
    /// Somebody could, a register was looked at, and nobody did.
    Unused,
    /// Somebody could; nobody looked whether anyone did.
    UnusedNotChecked,
    /// Everybody is stopped, and a remedy is known.
    Blocked,
    /// Everybody is stopped, and no remedy is known.
    OutOfReach,
    /// Turns on facts nobody recorded.
    Unsettled,
}

impl Status {
    /// Every status, in the order in which they are shown.
    pub const ALL: [Status; 8] = [
        Status::InUse,
        Status::TriedAndRefused,
        Status::Unused,
        Status::UnusedNotChecked,
        Status::Blocked,
        Status::OutOfReach,
        Status::Unsettled,
        Status::NotAvailable,
    ];

    /// First match wins.
    pub fn of(reach: Reach, used: UseState) -> Status {
        match (reach, used) {
            (Reach::NotAvailable, _) => Status::NotAvailable,
            (_, UseState::Used) => Status::InUse,
            (_, UseState::Refused) => Status::TriedAndRefused,
            (Reach::Open, UseState::NoneRecorded) => Status::Unused,
            (Reach::Open, UseState::NotChecked) => Status::UnusedNotChecked,
            (Reach::Blocked, _) => Status::Blocked,
            (Reach::OutOfReach, _) => Status::OutOfReach,
            (Reach::Unsettled, _) => Status::Unsettled,
        }
    }

    /// The word used in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::NotAvailable => "not-available",
            Status::InUse => "in-use",
            Status::TriedAndRefused => "tried-and-refused",
            Status::Unused => "unused",
            Status::UnusedNotChecked => "unused-not-checked",
            Status::Blocked => "blocked",
            Status::OutOfReach => "out-of-reach",
            Status::Unsettled => "unsettled",
        }
    }

    /// The words on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Status::NotAvailable => "Not available",
            Status::InUse => "In use",
            Status::TriedAndRefused => "Tried and refused",
            Status::Unused => "Unused",
            Status::UnusedNotChecked => "Unused, not checked",
            Status::Blocked => "Blocked",
            Status::OutOfReach => "Out of reach",
            Status::Unsettled => "Unsettled",
        }
    }

    /// What it means, for legends and help.
    pub fn meaning(self) -> &'static str {
        match self {
            Status::NotAvailable => {
                "Not in force on this date, not for this kind of place, or nobody here must respond."
            }
            Status::InUse => {
                "A success, or one under way, in the last five years, or a result that still lasts."
            }
            Status::TriedAndRefused => "Tried in the last five years; none was granted.",
            Status::Unused => "Somebody here could use it. A register of uses was looked at and shows none.",
            Status::UnusedNotChecked => "Somebody here could use it. Nobody has looked whether anyone did.",
            Status::Blocked => "Everybody on record is stopped, and a way to lift what stops them is known.",
            Status::OutOfReach => "Everybody on record is stopped, and no way to lift it is known.",
            Status::Unsettled => "It turns on facts that nobody has recorded.",
        }
    }
}

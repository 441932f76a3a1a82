//! One change of a reform, as written in its file.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::area::Nation;
use crate::power::{CapacityKind, Level, Power};
use crate::requirement::{Requirement, Slug};
use crate::vocabulary::Cost;

/// One change. A leaf is named by its fact's key (`members>=21:local-elector`: every such leaf of the power) or by its
/// place in the requirement (`all[1].any[0]`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A barrier is gone: its findings no longer stop, and the tests and needs it explains count as met. A barrier that
    /// sits with groups is gone for groups only: people without one still need one where the law asks for it.
    LiftBarrier {
        /// The barrier.
        barrier: Slug,
        /// Only for this power.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        power: Option<Slug>,
        /// Only for powers of this duty holder.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        duty_holder: Option<Slug>,
        /// Only in this area, by GSS code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        area: Option<String>,
        /// Only for groups of this legal form.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        form: Option<Slug>,
    },
    /// A test becomes another, or a tree of tests.
    ReplaceLeaf {
        /// The power.
        power: Slug,
        /// Which leaf.
        leaf: String,
        /// What stands there instead.
        with: Requirement,
    },
    /// The law no longer sets this test. One way among several is gone with it; a branch left empty goes too.
    DropLeaf {
        /// The power.
        power: Slug,
        /// Which leaf.
        leaf: String,
    },
    /// A number or a date in a test becomes another.
    Threshold {
        /// The power.
        power: Slug,
        /// Which leaf: `members` or `founded_before`.
        leaf: String,
        /// The new number or date.
        to: To,
    },
    /// The power comes into force in a nation, also where it did not run before.
    Commence {
        /// The power.
        power: Slug,
        /// Where.
        nation: Nation,
        /// First day in force.
        on: Date,
    },
    /// The power ends in a nation.
    Repeal {
        /// The power.
        power: Slug,
        /// Where.
        nation: Nation,
        /// First day no longer in force.
        on: Date,
    },
    /// The law, and what is on record, as at another day.
    AsAt {
        /// The day.
        date: Date,
    },
    /// A social enterprise, fund or support body comes to help groups.
    AddEnabler(NewEnabler),
    /// A new power, written as a file of the catalogue is.
    AddPower {
        /// The power.
        power: Box<Power>,
    },
    /// The policy of a power moves to another department. No answer changes with it, only who owns it.
    MovePower {
        /// The power.
        power: Slug,
        /// The department.
        to: Slug,
    },
    /// Another kind of body must respond.
    ChangeDutyHolder {
        /// The power.
        power: Slug,
        /// The kind of duty holder.
        to: Slug,
    },
}

/// An enabler that a reform puts in place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEnabler {
    /// Its name.
    pub name: String,
    /// What it supplies. Nobody in its scope falls short of it any more.
    pub supplies: Vec<Supply>,
    /// Only in this area, by GSS code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// Only for groups of this legal form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Slug>,
    /// What it costs.
    pub cost: Cost,
    /// First day on which it helps; absent: at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
}

/// A kind of capacity, up to a level.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Supply {
    /// The kind.
    pub capacity: CapacityKind,
    /// Up to this level.
    pub level: Level,
}

/// What a threshold becomes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum To {
    /// At least so many members.
    AtLeast(u32),
    /// At least such a share of members, in tenths of one per cent (200 = 20 %).
    PerMille(u32),
    /// Founded before this day.
    Before(Date),
}

impl Change {
    /// The power whose law this rewrites or adds.
    pub fn law_of(&self) -> Option<&str> {
        match self {
            Change::ReplaceLeaf { power, .. }
            | Change::DropLeaf { power, .. }
            | Change::Threshold { power, .. }
            | Change::Commence { power, .. }
            | Change::Repeal { power, .. }
            | Change::MovePower { power, .. }
            | Change::ChangeDutyHolder { power, .. } => Some(power),
            Change::AddPower { power } => Some(&power.id),
            Change::LiftBarrier { .. } | Change::AsAt { .. } | Change::AddEnabler(_) => None,
        }
    }

    /// The leaf it names.
    pub fn leaf(&self) -> Option<&str> {
        match self {
            Change::ReplaceLeaf { leaf, .. }
            | Change::DropLeaf { leaf, .. }
            | Change::Threshold { leaf, .. } => Some(leaf),
            _ => None,
        }
    }
}

//! What registers and people tell: the records that reading yields and the workspace keeps.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::requirement::Slug;

/// One thing read from a register or a Takeup table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Record {
    /// A group, with everything this file says of it.
    Group(GroupRecord),
    /// More about a group that another file names. Dropped when no such group is kept.
    Patch(GroupRecord),
    /// A use of a power.
    Use(UseRecord),
    /// A register of uses that was looked at.
    Coverage(CoverageRecord),
    /// A statement that a barrier is present or absent.
    Finding(FindingRecord),
    /// How many people of a standing a place has.
    Electorate(ElectorateRecord),
}

/// How many people of a standing a place has, such as its local government electors.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ElectorateRecord {
    /// GSS code.
    pub area: String,
    /// The standing counted.
    pub of: Slug,
    /// How many.
    pub number: u32,
    /// The day they were counted.
    pub date: Date,
    /// Where it says so.
    pub source: Source,
}

/// A group as one file shows it. `None` and empty mean "this file does not say".
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GroupRecord {
    /// Stable key: an org-id such as `GB-CHC-1098765`, else `X-<slug of name>-<area>`.
    pub key: String,
    /// Name as published. Empty in a patch that does not carry it.
    pub name: String,
    /// Register ids beside the key, as org-ids.
    pub ids: Vec<String>,
    /// Legal forms and whether the group has them.
    pub forms: BTreeMap<Slug, bool>,
    /// Places it is connected with, by GSS code.
    pub presences: Vec<(String, PresenceBasis)>,
    /// Says it works everywhere in a nation or more: not local to any one area.
    pub wide: bool,
    /// Latest gross income, whole pounds.
    pub income: Option<i64>,
    /// End of the year that the income is for.
    pub income_date: Option<Date>,
    /// Members of any kind.
    pub members: Option<u32>,
    /// Volunteers.
    pub volunteers: Option<u32>,
    /// Paid staff.
    pub employees: Option<u32>,
    /// When it began, if known; not the day it registered.
    pub founded: Option<Date>,
    /// When it was registered.
    pub registered: Option<Date>,
    /// Postcode of its public address.
    pub postcode: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Yes/no attributes from `traits.json` that the file states.
    pub traits: BTreeMap<Slug, bool>,
}

/// Why a group is linked with a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PresenceBasis {
    /// The register says that it works there.
    WorksIn,
    /// Its address is there, which does not say that it works there.
    BasedIn,
}

/// How a use of a power ended.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum UseOutcome {
    /// Granted, listed, made, held.
    Succeeded,
    /// Under way.
    Pending,
    /// Turned down.
    Refused,
    /// Ran out of time or was given up after a grant.
    Lapsed,
    /// Taken back by the group.
    Withdrawn,
}

/// A dated, sourced record that a power was tried in an area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UseRecord {
    /// The power.
    pub power: Slug,
    /// GSS code.
    pub area: String,
    /// The group by key, if it is one of those kept.
    pub group_key: Option<String>,
    /// The group as the source names it.
    pub group_name: String,
    /// What happened.
    pub what: String,
    /// When: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: String,
    /// How it ended.
    pub outcome: UseOutcome,
    /// Where it says so.
    pub source: Source,
}

/// A register of uses that was looked at, for a power and an area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoverageRecord {
    /// The power.
    pub power: Slug,
    /// GSS code.
    pub area: String,
    /// Which register.
    pub register: String,
    /// As at when.
    pub as_at: Date,
    /// Where it was seen.
    pub source: Source,
}

/// A dated, sourced statement on a barrier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FindingRecord {
    /// The barrier.
    pub barrier: Slug,
    /// What it does.
    pub effect: FindingEffect,
    /// For which power; none: all.
    pub power: Option<Slug>,
    /// For which area; none: everywhere.
    pub area: Option<String>,
    /// For which kind of duty holder.
    pub duty_holder: Option<Slug>,
    /// For which group, by key.
    pub group_key: Option<String>,
    /// For which legal form.
    pub form: Option<Slug>,
    /// What was found.
    pub note: String,
    /// When.
    pub date: Date,
    /// Where it says so.
    pub source: Source,
}

/// What a finding says of its barrier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingEffect {
    /// Present, and it stops the use.
    Stops,
    /// Present, and it makes the use harder.
    Hinders,
    /// Looked for and not found.
    Absent,
}

/// Where a statement comes from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Title: a register, a paper, a person asked.
    pub title: String,
    /// Web address or reference.
    pub address: Option<String>,
}

/// A row that was not kept, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Line of the file, the first line being 1; of the sheet for workbooks.
    pub line: u64,
    /// Why, in words a person can act on.
    pub reason: String,
    /// What the row was about, cut short.
    pub what: String,
}

impl UseOutcome {
    /// Every outcome, best first.
    pub const ALL: [UseOutcome; 5] = [
        UseOutcome::Succeeded,
        UseOutcome::Pending,
        UseOutcome::Refused,
        UseOutcome::Lapsed,
        UseOutcome::Withdrawn,
    ];

    /// The word used in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            UseOutcome::Succeeded => "succeeded",
            UseOutcome::Pending => "pending",
            UseOutcome::Refused => "refused",
            UseOutcome::Lapsed => "lapsed",
            UseOutcome::Withdrawn => "withdrawn",
        }
    }
}

impl FindingEffect {
    /// Every effect, gravest first.
    pub const ALL: [FindingEffect; 3] = [FindingEffect::Stops, FindingEffect::Hinders, FindingEffect::Absent];

    /// The word used in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            FindingEffect::Stops => "stops",
            FindingEffect::Hinders => "hinders",
            FindingEffect::Absent => "absent",
        }
    }
}

impl PresenceBasis {
    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            PresenceBasis::WorksIn => "works-in",
            PresenceBasis::BasedIn => "based-in",
        }
    }
}

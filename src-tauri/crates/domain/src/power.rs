//! A power: something citizens may do and a public body must answer.

pub use crate::step::{Modality, Position, Redress, RedressKind, Step};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::area::{CouncilKind, Nation};
use crate::requirement::{Requirement, Slug};

/// One power, as filed in `data/powers/<department>/<id>.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Power {
    /// Pointer to the schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The file's name without `.json`.
    pub id: Slug,
    /// What a resident would call it.
    pub name: String,
    /// Two or three plain sentences.
    pub summary: String,
    /// The department that owns the policy (`departments.json`).
    pub department: Slug,
    /// Whether law stands behind it.
    pub basis: Basis,
    /// Which promise it belongs to.
    pub pillar: Pillar,
    /// What moves to citizens.
    pub shifts: Vec<Shift>,
    /// Whether citizens may claim the space or are invited into it.
    pub space: Space,
    /// The kind of body that must respond (`duty-holders.json`).
    pub duty_holder: Slug,
    /// The provisions it stands in.
    #[serde(default)]
    pub law: Vec<Law>,
    /// From when to when it runs, nation by nation. A nation not named here does not have it.
    pub in_force: Vec<InForce>,
    /// Limits within a nation.
    #[serde(default, skip_serializing_if = "Where::is_everywhere")]
    pub only_where: Where,
    /// Who may start to use it.
    pub requires: Requirement,
    /// What it takes in practice. Never part of the law.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Need>,
    /// How it goes, in order.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// What can be done when it goes wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redress: Vec<Redress>,
    /// Facts that a success makes true.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
    /// How long a success lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lasts: Option<Lasts>,
    /// Which record shows that it was used.
    pub shown_by: String,
    /// What commonly stands in the way (`barriers.json`).
    #[serde(default)]
    pub barriers: Vec<Slug>,
    /// Who can help (`enablers.json`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub enablers: Vec<Slug>,
    /// What a citizen would start from (`goals.json`).
    pub goals: Vec<Slug>,
    /// Published figures on use; sources that disagree are both kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub take_up: Vec<TakeUp>,
    /// Powers it belongs with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Where the statements above come from.
    pub sources: Vec<String>,
    /// What they rest on.
    pub verified: Verified,
    /// When and how the entry was last read against its sources.
    pub checked: Checked,
}

/// Whether law stands behind a power.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Statute, regulation or common law.
    Legislative,
    /// A scheme, policy or custom.
    NonLegislative,
}

/// The three promises that powers are filed under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Pillar {
    /// Powers to take up in every department.
    PublicSectorReform,
    /// Capacity for groups to act.
    SocialAction,
    /// Really local groups.
    NeighbourhoodEmpowerment,
}

/// What moves to citizens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Shift {
    /// Knowing what the body knows.
    Information,
    /// Having a say that counts.
    Decision,
    /// Doing it oneself.
    People,
}

/// The kind of space for taking part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Space {
    /// Citizens start it when they choose.
    Claimed,
    /// Open only when the body opens it.
    Invited,
}

/// A provision, with its legislation.gov.uk path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Title of the Act or instrument, or of the policy document.
    pub title: String,
    /// Sections, regulations or paragraphs.
    pub provision: String,
    /// Path at legislation.gov.uk, such as `ukpga/2011/20/section/89`; absent for policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

/// In-force dates in one nation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InForce {
    /// Where.
    pub nation: Nation,
    /// How far the law has come.
    pub state: LawState,
    /// First day in force, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// First day no longer in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// What a reader should know about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How far a law has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LawState {
    /// Runs between `from` and `to`.
    InForce,
    /// Runs in part; the note says which part.
    PartlyInForce,
    /// Made but not commenced.
    NotCommenced,
    /// Not made.
    Proposed,
    /// Was in force until `to`.
    Repealed,
}

/// Limits within a nation. Empty lists set no limit.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Where {
    /// Only for these kinds of council.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub council_kinds: Vec<CouncilKind>,
    /// Only in these regions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<String>,
    /// Only in these areas, by GSS code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<String>,
    /// Not in these areas, by GSS code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except_areas: Vec<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Where {
    /// No limit at all.
    pub fn is_everywhere(&self) -> bool {
        self.council_kinds.is_empty()
            && self.regions.is_empty()
            && self.areas.is_empty()
            && self.except_areas.is_empty()
    }
}

/// A practical need: what it takes beside the law.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Kind of capacity.
    pub capacity: CapacityKind,
    /// The least level that serves.
    pub level: Level,
    /// What it is for.
    pub why: String,
}

/// The three kinds of capacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CapacityKind {
    /// Money to begin, buy and run.
    Financial,
    /// People, skills and systems to act.
    Organising,
    /// Ability to last and to keep the purpose.
    Enduring,
}

/// Levels of capacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Nothing to speak of.
    None,
    /// A little.
    Low,
    /// Enough for most things.
    Medium,
    /// Plenty.
    High,
}

/// What a success makes true.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// The place becomes of this type.
    AreaType(crate::requirement::AreaType),
    /// The group gains this form or status.
    Form(Slug),
    /// A trait becomes true, of the group or of the area.
    Trait(Slug),
    /// Another power's outcome is satisfied.
    Outcome(Slug),
}

/// How long a success lasts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lasts {
    /// Whole months; absent: until it is ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    /// What ends it.
    pub note: String,
}

/// A published figure on use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeUp {
    /// The figure in words with its unit: "774 nominations".
    pub figure: String,
    /// The year or period it speaks of.
    pub period: String,
    /// Where it was published.
    pub source: String,
    /// What it rests on.
    pub verified: Verified,
}

/// A link to another power.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// How they belong together, read from this power.
    pub kind: LinkKind,
    /// The other power. It may be one not filed yet when `planned` is true.
    pub power: Slug,
    /// What to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Kinds of link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// The same right in another nation.
    VariantOf,
    /// This one replaces that one.
    Replaces,
    /// That one replaces this one.
    ReplacedBy,
    /// A success here opens that one.
    Opens,
    /// Often used together or confused.
    SeeAlso,
}

/// What a statement rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verified {
    /// The source was read.
    Source,
    /// Partly read, partly recalled.
    Mixed,
    /// Legal knowledge; no source read.
    Recall,
}

/// When and how an entry was read against its sources.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Checked {
    /// The day.
    pub on: Date,
    /// What was read, or "recall".
    pub read: String,
    /// The day by which it should be read again.
    pub review_by: Date,
}

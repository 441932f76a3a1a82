//! The controlled lists that powers are written in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::area::{CouncilKind, Nation};
pub use crate::barrier::{Barrier, BarrierLevel, Clear, ComB, Evidence, Wait};
use crate::power::{CapacityKind, Level, Verified};
use crate::requirement::{AreaType, Slug};
pub use crate::sector::Sector;

/// A unit of government that owns the policy of a power.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// Id.
    pub id: Slug,
    /// Name.
    pub name: String,
    /// Short name or initials.
    pub short_name: String,
    /// Ministerial department, non-ministerial department, devolved government …
    pub kind: String,
    /// Nations it acts for.
    pub nations: Vec<Nation>,
    /// GOV.UK organisation slug.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gov_uk: Option<String>,
    /// What to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A kind of body that must respond.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DutyHolder {
    /// Id.
    pub id: Slug,
    /// Name.
    pub name: String,
    /// Nations that have it.
    pub nations: Vec<Nation>,
    /// Kinds of council area that have one of their own. Empty: reaches every area of its nations.
    #[serde(default)]
    pub in_council_kinds: Vec<CouncilKind>,
    /// Whether it is government, or which sort of body that is not.
    #[serde(default, skip_serializing_if = "Sector::is_government")]
    pub sector: Sector,
    /// Found only where the place is of this type, such as a parish council.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_area_type: Option<AreaType>,
    /// What to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What removes a barrier or meets a requirement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Remedy {
    /// Id.
    pub id: Slug,
    /// What is done, in the imperative.
    pub name: String,
    /// Who acts.
    pub who_acts: String,
    /// Cost band.
    pub cost: Cost,
    /// How long it takes, in weeks.
    pub weeks: Weeks,
    /// The power that does it, if one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub power: Option<Slug>,
    /// Which failing tests it meets. Empty for a barrier's remedy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meets: Vec<Meets>,
}

/// Cost bands: low under about £1,000 or existing staff time, medium to about £50,000, high above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Cost {
    Low,
    Medium,
    High,
}

/// A range of weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Weeks {
    /// At best.
    pub from: u32,
    /// Usually at most.
    pub to: u32,
}

/// A failing test that a remedy meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Meets {
    /// The group takes this form or status.
    Form(Slug),
    /// The group comes to have members of this kind.
    Members(Slug),
    /// The people who act come to hold this standing.
    Standing(Slug),
    /// A trait becomes true.
    Trait(Slug),
    /// The place becomes of this type.
    AreaType(AreaType),
    /// The group comes to work in the area.
    LocalConnection,
    /// A kind of capacity is supplied.
    Capacity(CapacityKind),
}

/// A legal form: a structure, a status, a public body, a class of forms, or a kind of group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Id.
    pub id: Slug,
    /// Name.
    pub name: String,
    /// What sort of form it is.
    pub category: FormCategory,
    /// Every group of this form is also of these.
    #[serde(default)]
    pub is_a: Vec<Slug>,
    /// No group of this form can also be of these.
    #[serde(default)]
    pub never_with: Vec<Slug>,
    /// For a status: the structures that can hold it. Empty: any.
    #[serde(default)]
    pub only_with: Vec<Slug>,
    /// Nations that have it.
    pub nations: Vec<Nation>,
    /// Other spellings in registers and files.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it is.
    pub description: String,
    /// The law it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<String>,
    /// The public register that shows it, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<String>,
    /// What the entry rests on.
    pub verified: Verified,
    /// Sources.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// What sort of form a [`Form`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FormCategory {
    /// A legal structure: a group has exactly one.
    Structure,
    /// A public body: also exactly one structure.
    PublicBody,
    /// A status given or registered on top of a structure.
    Status,
    /// A family of structures, such as "body corporate".
    Class,
    /// A kind of group without legal effect of its own.
    Kind,
}

/// What a person must be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// Id.
    pub id: Slug,
    /// Name, plural where it counts people: "local government electors".
    pub name: String,
    /// What it means, with the provision where the law defines it.
    pub description: String,
    /// Who has it.
    pub held_by: HeldBy,
    /// For `held_by: groups`: the forms that have it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<Slug>,
    /// Other names for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// Who has a standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HeldBy {
    /// Every person.
    Anyone,
    /// People who live, vote or pay council tax in the area: there always are some.
    Residents,
    /// Only people in a certain situation; no register shows who.
    SomePeople,
    /// Bodies of certain forms.
    Groups,
}

/// A named attribute of a group or of an area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Trait {
    /// Id.
    pub id: Slug,
    /// A statement that is true or false: "does not pay surplus to its members".
    pub name: String,
    /// What has it.
    pub of: TraitOf,
    /// Forms that always have it.
    #[serde(default)]
    pub true_for: Vec<Slug>,
    /// Forms that never have it.
    #[serde(default)]
    pub false_for: Vec<Slug>,
    /// How to find out.
    pub ask: String,
}

/// What a trait belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TraitOf {
    /// The group.
    Group,
    /// The area.
    Area,
}

/// A kind of capacity measured, with the values of each level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Capacity {
    /// Id.
    pub id: Slug,
    /// Name.
    pub name: String,
    /// Which kind it belongs to.
    pub kind: CapacityKind,
    /// What is measured.
    pub measures: String,
    /// What each level means.
    pub levels: Vec<CapacityLevel>,
    /// Which register field shows it.
    #[serde(default)]
    pub signals: Vec<String>,
    /// What to mind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caveat: Option<String>,
    /// What the entry rests on.
    pub verified: Verified,
}

/// What one level of a capacity means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CapacityLevel {
    /// The level.
    pub level: Level,
    /// In words.
    pub means: String,
    /// From this value up, where a register gives a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<i64>,
}

/// A body or fund that supplies capacity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Enabler {
    /// Id.
    pub id: Slug,
    /// Name.
    pub name: String,
    /// Support body, fund, lender, partner …
    pub kind: String,
    /// What it supplies.
    pub supplies: Vec<CapacityKind>,
    /// Where.
    pub nations: Vec<Nation>,
    /// For which forms; empty: any.
    #[serde(default)]
    pub forms: Vec<Slug>,
    /// Whether it takes new groups.
    pub running: Running,
    /// As at (year or year-month).
    pub as_at: String,
    /// What to know.
    pub note: String,
    /// What the entry rests on.
    pub verified: Verified,
    /// Sources.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// Whether an enabler still runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Running {
    /// Takes new groups.
    Yes,
    /// In part of the country, or only some help.
    InPart,
    /// Closed to new groups: a barrier, not an enabler.
    No,
}

/// A theme that goals are listed under, so that a resident chooses twice among a few.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Id.
    pub id: Slug,
    /// In a resident's words: "Save something".
    pub name: String,
    /// At most eight.
    pub goals: Vec<Goal>,
}

/// What a citizen would start from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Id.
    pub id: Slug,
    /// In a resident's words: "Save a building".
    pub name: String,
    /// Other wordings, for search.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

//! What stops people taking part, with the figures that show it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::power::Verified;
use crate::requirement::Slug;
use crate::vocabulary::Remedy;

/// What stops people taking part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Barrier {
    /// Id.
    pub id: Slug,
    /// A statement: "People do not know the right exists".
    pub name: String,
    /// What it is.
    pub description: String,
    /// CLEAR factor.
    pub clear: Clear,
    /// COM-B components.
    pub com_b: Vec<ComB>,
    /// Where it sits.
    pub level: BarrierLevel,
    /// What would show it.
    #[serde(default)]
    pub indicators: Vec<String>,
    /// What removes it; none known when empty.
    #[serde(default)]
    pub remedies: Vec<Remedy>,
    /// The failing tests that it explains: the start of a fact's key (`form:tmo`, `members`, `area-trait:`) or `need:financial`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub explains: Vec<String>,
    /// For a catch-22: what each thing in the circle waits for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub circle: Vec<Wait>,
    /// Published figures on it; figures that disagree are all kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What the description rests on.
    pub verified: Verified,
    /// Sources.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// One thing in a circle and what it waits for, each in a few words: "a grant" waits for "a track record".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wait {
    /// The thing wanted.
    pub get: String,
    /// What has to be there first; all of them.
    pub needs: Vec<String>,
}

/// A published figure on a barrier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The figure with its unit: "27 %".
    pub figure: String,
    /// What it counts, in words that follow the figure.
    pub of: String,
    /// The place it speaks of.
    pub place: String,
    /// The year or period.
    pub period: String,
    /// Where it was published, with the address.
    pub source: String,
    /// What it rests on.
    pub verified: Verified,
}

/// CLEAR: Can do, Like to, Enabled to, Asked to, Responded to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Clear {
    CanDo,
    LikeTo,
    EnabledTo,
    AskedTo,
    RespondedTo,
}

/// COM-B: capability, opportunity, motivation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum ComB {
    PhysicalCapability,
    PsychologicalCapability,
    PhysicalOpportunity,
    SocialOpportunity,
    ReflectiveMotivation,
    AutomaticMotivation,
}

/// Where a barrier sits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum BarrierLevel {
    Individual,
    Group,
    Power,
    DutyHolder,
    Area,
}

//! How a power is used, step by step, and what can be done when that goes wrong.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One step of using a power.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Who acts: "group", "resident", or a duty holder's id.
    pub actor: String,
    /// Whether the actor must or may.
    pub modality: Modality,
    /// What is done.
    pub action: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
    /// Where the law says so.
    pub provision: String,
    /// What position in law this gives the citizen.
    pub position: Position,
}

/// Must or may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Modality {
    /// Bound to.
    Must,
    /// Free to.
    May,
}

/// Hohfeld's eight positions, held by the actor of the step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// Another owes the actor something.
    Claim,
    /// The actor owes another something.
    Duty,
    /// The actor is free to.
    Liberty,
    /// The actor cannot demand.
    NoRight,
    /// The actor can change another's legal position.
    Power,
    /// Another can change the actor's.
    Liability,
    /// Another cannot change the actor's.
    Immunity,
    /// The actor cannot change another's.
    Disability,
}

/// What can be done when a use goes wrong (review, appeal, complaint).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redress {
    /// What kind.
    pub kind: RedressKind,
    /// Who may bring it.
    pub by: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
    /// What follows, or what to know.
    pub then: String,
    /// Where the law says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provision: Option<String>,
}

/// Kinds of redress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RedressKind {
    /// The body looks again.
    InternalReview,
    /// A tribunal.
    Tribunal,
    /// An appeal to a court, inspector or minister.
    Appeal,
    /// Judicial review, or a statutory challenge with the same effect.
    CourtChallenge,
    /// An ombudsman.
    Ombudsman,
    /// A complaint to the body or its regulator.
    Complaint,
    /// A minister may step in.
    Intervention,
    /// Money.
    Compensation,
    /// A criminal offence.
    Offence,
    /// Try again, in a named way.
    Resubmission,
    /// Nothing.
    NoneKnown,
}

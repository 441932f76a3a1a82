//! A power, in one area.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::area::AreaRef;
use super::audit::AuditRow;
use super::group::TellLine;

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PowerRequest {
    pub area: String,
    pub power: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub as_at: Option<String>,
    /// Prove it for this group (its id or key); else for people acting without one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub group: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PowerPage {
    pub area: AreaRef,
    pub as_at: String,
    /// The power's line in the audit.
    pub row: AuditRow,
    pub summary: String,
    pub basis: String,
    pub space: String,
    pub duty_holder: String,
    pub law: Vec<LawLine>,
    pub in_force: Vec<InForceLine>,
    /// Who may use it: the requirement, without reference to any group.
    pub requirement: ProofLine,
    /// The proof for people acting without a group, or for the group asked about.
    pub proof: ProofShown,
    pub needs: Vec<NeedLine>,
    /// Facts of the place that this power turns on and nobody recorded: what one could tell.
    pub can_tell: Vec<TellLine>,
    /// For the area: the smallest sets of changes and how many groups each would open.
    pub sets: Vec<SetLine>,
    pub more_sets: bool,
    pub steps: Vec<StepLine>,
    pub redress: Vec<RedressLine>,
    pub barriers: Vec<BarrierLine>,
    pub enablers: Vec<EnablerLine>,
    pub uses: Vec<UseLine>,
    pub coverage: Vec<CoverageLine>,
    pub findings: Vec<FindingLine>,
    pub shown_by: String,
    pub lasts: Option<String>,
    pub changes: Vec<String>,
    pub links: Vec<LinkLine>,
    pub take_up: Vec<TakeUpLine>,
    pub goals: Vec<String>,
    pub sources: Vec<String>,
    /// "source", "mixed" or "recall".
    pub verified: String,
    pub checked_on: String,
    pub checked_read: String,
    pub review_by: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LawLine {
    pub title: String,
    pub provision: String,
    /// Full address at legislation.gov.uk.
    pub link: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct InForceLine {
    pub nation: String,
    pub state: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub note: Option<String>,
    /// This is the nation of the area in view.
    pub here: bool,
}

/// The proof for people or for one group.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProofShown {
    /// "People acting without a group", or the group's name.
    pub who: String,
    pub group: Option<String>,
    pub reach: String,
    /// The verdict in a sentence.
    pub verdict: String,
    pub tree: ProofLine,
    pub stopped_by: Vec<StopLine>,
    pub short_of: Vec<NeedLine>,
    pub sets: Vec<SetLine>,
    pub more_sets: bool,
}

/// A barrier, by id and name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BarrierRef {
    pub id: String,
    pub name: String,
}

/// One part of the tree.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProofLine {
    /// "all", "any", "fact", "task" or "judgement".
    pub kind: String,
    /// "true", "false", "unknown", "to-do", "to-confirm"; none where nothing decides it.
    pub value: Option<String>,
    /// The fact's key, such as `members>=21:local-elector`.
    pub key: Option<String>,
    pub words: String,
    pub provision: Option<String>,
    /// What is on record.
    pub because: Option<String>,
    pub source: Option<String>,
    /// Who acts (task) or decides (judgement).
    pub by: Option<String>,
    pub deadline: Option<String>,
    /// The barrier that explains why it fails.
    pub barrier: Option<BarrierRef>,
    /// Remedies known for this fact.
    pub remedies: Vec<RemedyLine>,
    pub parts: Vec<ProofLine>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RemedyLine {
    pub name: String,
    pub who_acts: String,
    pub cost: String,
    pub weeks: String,
    /// The power that does it.
    pub power: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StopLine {
    pub barrier: String,
    pub name: String,
    pub note: String,
    pub date: String,
    pub source: String,
    pub remedies: Vec<RemedyLine>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NeedLine {
    /// The barrier behind it where it is not met.
    pub barrier: Option<BarrierRef>,
    /// What is known to supply it.
    pub remedies: Vec<RemedyLine>,
    pub capacity: String,
    pub level: String,
    pub why: String,
}

/// A set of changes that together open it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetLine {
    pub changes: Vec<ChangeLine>,
    /// Cost band of its dearest change, each done the cheapest way; none where nothing is to be paid for.
    pub cost: Option<String>,
    /// Weeks of its slowest change: they run side by side.
    pub weeks: u32,
    /// Groups of the area that it would open; none for one group's own sets.
    pub groups: Option<u32>,
    /// Whether it would open it to people acting without a group too.
    pub people: bool,
    /// How many people live there, where it would open it to people.
    pub residents: Option<u32>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChangeLine {
    /// "meet", "find-out", "lift" or "supply".
    pub kind: String,
    pub words: String,
    /// The fact, barrier or capacity.
    pub about: String,
    pub remedies: Vec<RemedyLine>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StepLine {
    pub actor: String,
    /// "must" or "may".
    pub modality: String,
    pub action: String,
    pub deadline: Option<String>,
    pub provision: String,
    /// Hohfeld's position of the actor.
    pub position: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RedressLine {
    pub kind: String,
    pub by: String,
    pub deadline: Option<String>,
    pub then: String,
    pub provision: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BarrierLine {
    pub id: String,
    pub name: String,
    pub description: String,
    /// CLEAR factor.
    pub clear: String,
    pub level: String,
    pub remedies: Vec<RemedyLine>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EnablerLine {
    pub name: String,
    pub supplies: Vec<String>,
    /// "yes", "in-part" or "no".
    pub running: String,
    pub as_at: String,
    pub note: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UseLine {
    #[ts(type = "number")]
    pub id: i64,
    pub group: String,
    #[ts(type = "number | null")]
    pub group_id: Option<i64>,
    pub what: String,
    pub date: String,
    pub outcome: String,
    pub source: String,
    pub address: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CoverageLine {
    #[ts(type = "number")]
    pub id: i64,
    pub register: String,
    pub as_at: String,
    pub source: String,
    pub address: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FindingLine {
    #[ts(type = "number")]
    pub id: i64,
    pub barrier: String,
    pub barrier_name: String,
    /// "stops", "hinders" or "absent".
    pub effect: String,
    pub scope: String,
    pub note: String,
    pub date: String,
    pub source: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LinkLine {
    /// "variant-of", "replaces", "replaced-by", "opens", "see-also".
    pub kind: String,
    pub power: String,
    pub name: String,
    pub note: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TakeUpLine {
    pub figure: String,
    pub period: String,
    pub source: String,
    pub verified: String,
}

/// Which powers to list.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PowersRequest {
    #[ts(optional = nullable)]
    pub department: Option<String>,
    #[ts(optional = nullable)]
    pub nation: Option<String>,
    #[ts(optional = nullable)]
    pub pillar: Option<String>,
}

/// A power in the catalogue.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PowerLine {
    pub power: String,
    pub name: String,
    pub summary: String,
    pub department: String,
    pub nations: Vec<String>,
    pub pillar: String,
    pub basis: String,
    pub shifts: Vec<String>,
    pub verified: String,
}

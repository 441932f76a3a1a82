//! The key test's document as the pages know it. The domain's own type reads and judges it; a test holds that the two
//! are the same, field by field.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The key test's document: one initiative. What is left out is unknown.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct AssessmentDoc {
    pub id: String,
    pub version: u32,
    pub made_on: String,
    pub review_by: Option<String>,
    pub expires: Option<String>,
    pub law_changed_on: Option<String>,
    pub initiative: InitiativeDoc,
    pub baseline: BaselineDoc,
    pub window: WindowDoc,
    pub portfolio: Option<String>,
    pub shift: ShiftsDoc,
    pub quality: QualityDoc,
    pub groups: Vec<GroupDoc>,
    pub actions: Vec<ActionDoc>,
    pub cuts: Vec<CutDoc>,
    pub false_use: FalseUseDoc,
    pub conditions: Vec<ConditionDoc>,
    pub readers: ReadersDoc,
    pub citizens_view: Vec<ViewDoc>,
    pub judgements: Vec<JudgementDoc>,
}

/// A change made by a duty holder, in a place, from a date.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct InitiativeDoc {
    pub title: String,
    pub what_changes: String,
    pub duty_holder: String,
    pub powers: Vec<String>,
    pub areas: Vec<String>,
    pub from: Option<String>,
    #[ts(type = "\"proposed\" | \"in-force\" | \"reviewed\"")]
    pub stage: String,
    pub instrument: Option<String>,
}

/// How things stood just before.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BaselineDoc {
    pub date: String,
    pub description: String,
}

/// The same time.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct WindowDoc {
    pub from: Option<String>,
    pub to: Option<String>,
}

/// Each currency that changes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ShiftsDoc {
    pub information: Option<ShiftDoc>,
    pub decision: Option<ShiftDoc>,
    pub people: Option<ShiftDoc>,
}

/// One currency, before and after; levels 0 to 4.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ShiftDoc {
    pub before: Option<u8>,
    pub promised: Option<u8>,
    pub granted: Option<u8>,
    pub exercised: Option<u8>,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub codified: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub citizen_controlled: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub durable: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub remedy: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub usable: String,
    pub evidence: Vec<EvidenceDoc>,
}

/// What was measured, and what catches a fall.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct QualityDoc {
    pub dimensions: Vec<DimensionDoc>,
    pub safeguards: SafeguardsDoc,
}

/// One measure of quality.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct DimensionDoc {
    pub name: String,
    pub measure: Option<String>,
    pub baseline: Option<f64>,
    pub floor: Option<f64>,
    pub margin: Option<f64>,
    pub value: Option<f64>,
    pub less_is_better: bool,
    pub critical: bool,
    pub statutory: bool,
    #[ts(type = "\"better\" | \"held\" | \"within-margin\" | \"worse\" | \"unknown\" | null")]
    pub status: Option<String>,
    pub evidence: Vec<EvidenceDoc>,
}

/// What catches a fall.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct SafeguardsDoc {
    pub monitored: Option<String>,
    pub trigger: Option<String>,
    pub steps_in: Option<String>,
}

/// One group that was considered.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct GroupDoc {
    pub group: String,
    pub considered: Option<String>,
    pub effects: Vec<EffectDoc>,
    pub evidence: Vec<EvidenceDoc>,
}

/// One effect on one group.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct EffectDoc {
    pub what: String,
    #[ts(
        type = "\"access\" | \"cost\" | \"voice\" | \"burden\" | \"displacement\" | \"safety\" | \"dignity\""
    )]
    pub channel: String,
    #[ts(type = "\"benefit\" | \"none\" | \"adverse\" | \"unknown\"")]
    pub direction: String,
    pub severity: Option<u8>,
    pub people: Option<u32>,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub reversible: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub rights_based: String,
    pub starts: Option<String>,
    pub ends: Option<String>,
    pub places: Vec<String>,
    pub offsets: Vec<ClaimDoc>,
    pub evidence: Vec<EvidenceDoc>,
}

/// An action claimed to make up for an effect.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ClaimDoc {
    pub action: String,
    pub people: Option<u32>,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub funded: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub dated_in_window: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub same_people: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub same_place: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub same_kind_of_harm: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub not_double_counted: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub accepted_by_those_affected: String,
    pub evidence: Vec<EvidenceDoc>,
}

/// Another social justice action at the same time.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ActionDoc {
    pub id: String,
    pub what: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub offers: Vec<OfferDoc>,
    pub evidence: Vec<EvidenceDoc>,
}

/// How many people an action reaches with one kind of help.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct OfferDoc {
    #[ts(
        type = "\"access\" | \"cost\" | \"voice\" | \"burden\" | \"displacement\" | \"safety\" | \"dignity\""
    )]
    pub kind: String,
    pub groups: Vec<String>,
    pub places: Vec<String>,
    pub people: Option<u32>,
}

/// Something that ends in the window: a negative entry.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct CutDoc {
    pub id: String,
    pub what: String,
    pub on: String,
    #[ts(
        type = "\"access\" | \"cost\" | \"voice\" | \"burden\" | \"displacement\" | \"safety\" | \"dignity\""
    )]
    pub kind: String,
    pub groups: Vec<String>,
    pub places: Vec<String>,
    pub people: Option<u32>,
}

/// What may speak for a false use of the name.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct FalseUseDoc {
    pub beneficiary: Option<String>,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub renewal: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub tied_to_grant_end: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub one_funder: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub usable_by_others: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub done_before: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub only_tasks: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub benefit_is_whole_case: String,
    #[ts(type = "\"yes\" | \"no\" | \"unknown\" | \"n/a\"")]
    pub members_unlike_area: String,
    pub confirmed: Vec<ConfirmedDoc>,
}

/// A person's answer to a deciding question.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ConfirmedDoc {
    #[ts(type = "\"F1\" | \"F2\" | \"F3\"")]
    pub flag: String,
    pub is_false_use: bool,
    pub reason: String,
    pub by: String,
    pub on: String,
}

/// Something to settle before it meets the test.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ConditionDoc {
    pub what: String,
    pub owner: String,
    pub evidence_wanted: String,
    pub by: String,
}

/// Who made it and who read it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ReadersDoc {
    pub assessor: String,
    pub interests: Option<String>,
    pub second_reader: Option<String>,
    pub second_interests: Option<String>,
    pub read_on: Option<String>,
}

/// What people affected say.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ViewDoc {
    pub who: String,
    pub on: String,
    pub text: String,
    pub levels: LevelsDoc,
    #[ts(
        type = "\"meets\" | \"meets-taken-together\" | \"meets-if\" | \"cannot-say\" | \"does-not-meet\" | \"not-an-instance\" | null"
    )]
    pub outcome: Option<String>,
    pub evidence: Vec<EvidenceDoc>,
}

/// Levels that people affected say they hold after.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct LevelsDoc {
    pub information: Option<u8>,
    pub decision: Option<u8>,
    pub people: Option<u8>,
}

/// A person's signed decision against the finding.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct JudgementDoc {
    #[ts(
        type = "\"meets\" | \"meets-taken-together\" | \"meets-if\" | \"cannot-say\" | \"does-not-meet\" | \"not-an-instance\""
    )]
    pub outcome: String,
    pub reason: String,
    pub by: String,
    pub on: String,
}

/// Where a fact is from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct EvidenceDoc {
    #[ts(type = "\"A\" | \"B\" | \"C\" | \"D\" | \"E\"")]
    pub grade: String,
    pub source: String,
    pub quote: Option<String>,
    pub date: Option<String>,
    pub by: Option<String>,
    pub superseded: bool,
}

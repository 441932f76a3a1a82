//! The key test: what is asked, what comes back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An assessment to judge.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AssessRequest {
    /// The document. It is read by the rules' own reader, so that a fault says where it is.
    #[ts(type = "AssessmentDoc")]
    pub document: serde_json::Value,
    /// Other documents of its portfolio, beside those that are kept.
    #[serde(default)]
    #[ts(as = "Option<Vec<super::assessment::AssessmentDoc>>", optional)]
    pub together_with: Vec<serde_json::Value>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub as_at: Option<String>,
}

/// Which assessment.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AssessmentRequest {
    pub key: String,
    /// The newest if none.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub version: Option<u32>,
}

/// Which portfolio.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PortfolioRequest {
    pub name: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub as_at: Option<String>,
}

/// A result: never a score; three findings, an outcome in both readings, and what would change it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AssessedPage {
    pub id: String,
    pub version: u32,
    pub title: String,
    pub what_changes: String,
    pub duty_holder: String,
    pub instrument: Option<String>,
    pub stage: String,
    pub baseline: String,
    pub made_on: String,
    pub portfolio: Option<String>,
    pub as_at: String,
    /// The version of the rules.
    pub rules: String,
    /// What this result is not.
    pub not_this: String,
    pub outcome: String,
    pub outcome_name: String,
    /// The outcome in a sentence, with the limbs that decide it.
    pub verdict: String,
    pub literal: String,
    pub literal_name: String,
    pub readings_differ: bool,
    /// What the rules say of the facts as stated, where evidence holds the outcome back.
    pub as_stated: Option<String>,
    pub limbs: Vec<LimbShown>,
    pub usable: Option<UsableShown>,
    pub conditions: Vec<ConditionShown>,
    pub depends_on: Vec<DependsOn>,
    pub flags: Vec<FlagShown>,
    pub warnings: Vec<WarningShown>,
    /// The fewest changes for the better that lead to another outcome.
    pub next: Vec<FlipShown>,
    /// The fewest that lead to the test being met, where those do not.
    pub to_meet: Vec<FlipShown>,
    /// Single changes that would lose a test that is met.
    pub losing: Vec<FlipShown>,
    pub citizens_view: Vec<ViewShown>,
    pub judgements: Vec<JudgementShown>,
    pub assessor: String,
    pub second_reader: Option<String>,
    pub expires: String,
    /// Why it has lapsed, if it has.
    pub lapsed: Option<String>,
    pub faults: Vec<FaultShown>,
    pub may_be_published: bool,
    pub sources: Vec<SourceShown>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LimbShown {
    pub question: String,
    pub finding: String,
    /// What the rules say of the facts as stated, where that differs.
    pub as_stated: Option<String>,
    /// The grade of its weakest deciding fact.
    pub grade: Option<String>,
    pub reasons: Vec<String>,
    /// What is not known and may decide.
    pub open: Vec<String>,
}

/// Whether anybody could use it, worked out from the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct UsableShown {
    pub answer: String,
    pub why: String,
    pub groups: Vec<String>,
    pub count: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ConditionShown {
    pub what: String,
    pub owner: String,
    pub evidence_wanted: String,
    pub by: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DependsOn {
    pub action: String,
    pub what: String,
}

/// A false use to confirm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FlagShown {
    #[ts(type = "\"F1\" | \"F2\" | \"F3\"")]
    pub flag: String,
    pub name: String,
    pub signs: Vec<String>,
    pub question: String,
    /// What a person says, if one has.
    pub answer: Option<String>,
    pub is_false_use: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct WarningShown {
    pub code: String,
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FlipShown {
    pub becomes: String,
    pub becomes_name: String,
    /// All of them together.
    pub changes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ViewShown {
    pub who: String,
    pub on: String,
    pub text: String,
    pub levels: Vec<String>,
    pub outcome_name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct JudgementShown {
    pub outcome_name: String,
    pub reason: String,
    pub by: String,
    pub on: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FaultShown {
    pub kind: String,
    pub at: String,
    pub wrong: String,
    pub to_do: String,
    pub stops_publishing: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SourceShown {
    pub of: String,
    pub grade: String,
    pub source: String,
    pub quote: Option<String>,
    pub date: Option<String>,
    pub by: Option<String>,
    pub superseded: bool,
}

/// One kept assessment, in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AssessmentLine {
    pub key: String,
    pub version: u32,
    pub title: String,
    pub portfolio: Option<String>,
    pub made_on: String,
    pub kept_on: String,
    pub outcome: String,
    pub outcome_name: String,
    pub rules: String,
    pub expires: String,
    pub lapsed: bool,
}

/// One kept assessment, whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AssessmentShown {
    #[ts(type = "AssessmentDoc")]
    pub document: serde_json::Value,
    /// Judged today; or as it was kept, where the rules have changed since.
    pub page: AssessedPage,
    /// Every version, the newest first.
    pub versions: Vec<AssessmentLine>,
    /// It was kept under other rules than today's, and is shown as they judged it.
    pub old_rules: bool,
}

/// An assessment was kept or taken back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AssessmentKept {
    pub key: String,
    pub version: u32,
    pub what: String,
}

/// A portfolio, settled as one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PortfolioPage {
    pub name: String,
    pub as_at: String,
    pub rules: String,
    pub not_this: String,
    pub initiatives: Vec<InitiativeLine>,
    pub entries: Vec<EntryOffered>,
    pub cuts: Vec<CutShown>,
    pub shortages: Vec<ShortageShown>,
}

/// One initiative of a portfolio, and its harms with a claim.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct InitiativeLine {
    pub key: String,
    pub version: u32,
    pub title: String,
    pub outcome: String,
    pub outcome_name: String,
    pub literal_name: String,
    pub lapsed: bool,
    pub harms: Vec<HarmLine>,
    pub faults: Vec<FaultShown>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HarmLine {
    pub group: String,
    pub what: String,
    pub kind: String,
    pub people: Option<u32>,
    /// "Made up for", "Not made up for" or "Not known".
    pub state: String,
    pub matched: Vec<MatchedShown>,
    /// Which shortage it shares, by its place in the list.
    pub shortage: Option<u32>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MatchedShown {
    pub action: String,
    #[ts(type = "number")]
    pub people: u64,
}

/// An entry of the ledger: what an action gives, and what is taken.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryOffered {
    pub action: String,
    pub what: String,
    pub kind: String,
    pub groups: Vec<String>,
    pub people: Option<u32>,
    #[ts(type = "number")]
    pub taken: u64,
    #[ts(type = "number")]
    pub cut: u64,
    #[ts(type = "number | null")]
    pub left: Option<u64>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CutShown {
    pub id: String,
    pub what: String,
    pub on: String,
    pub kind: String,
    pub people: Option<u32>,
}

/// Where there is not enough. Everyone who shares it shows it; none may claim the places alone.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ShortageShown {
    pub actions: Vec<String>,
    #[ts(type = "number")]
    pub places: u64,
    #[ts(type = "number | null")]
    pub people: Option<u64>,
    #[ts(type = "number")]
    pub cut: u64,
    #[ts(type = "number | null")]
    pub missing: Option<u64>,
    /// Titles of the initiatives.
    pub sharing: Vec<String>,
    pub words: String,
}

/// An example to start from.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KeyTestExample {
    pub name: String,
    pub title: String,
    /// What it shows.
    pub shows: String,
    pub outcome_name: String,
    #[ts(type = "AssessmentDoc")]
    pub document: serde_json::Value,
}

/// What a form needs to ask: the words of the test.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KeyTestWords {
    pub rules: String,
    pub not_this: String,
    /// For each currency, its name and what levels 0 to 4 mean.
    pub currencies: Vec<CurrencyWords>,
    pub channels: Vec<super::about::Choice>,
    pub grades: Vec<super::about::Choice>,
    /// Groups to look at always.
    pub groups: Vec<super::about::Choice>,
    pub outcomes: Vec<super::about::Choice>,
    pub flags: Vec<FlagShown>,
    pub examples: Vec<KeyTestExample>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CurrencyWords {
    pub id: String,
    pub name: String,
    pub levels: Vec<String>,
}

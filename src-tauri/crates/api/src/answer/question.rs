//! The questions beside status: near misses, what to ask next, routes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::area::AreaRef;
use super::power::ChangeLine;

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AreaQuestion {
    pub area: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub as_at: Option<String>,
    /// At most so many lines; all when absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
    /// A word of the asker's own, to ask how far the work is or to stop it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub work: Option<String>,
}

/// Changes that would each open something by themselves.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NearMisses {
    pub area: AreaRef,
    /// All there are, of which `rows` is the part asked for.
    pub total: u32,
    pub rows: Vec<NearLine>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NearLine {
    pub change: ChangeLine,
    /// Answers (power times group) it would open.
    pub answers: u32,
    /// Powers that nobody here can use today and somebody then could.
    pub area_opens: u32,
    pub powers: Vec<NearPower>,
    /// Groups it would open something for, at most fifty by name.
    pub groups: Vec<GroupRef>,
    pub groups_total: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NearPower {
    pub power: String,
    pub name: String,
    /// Groups it would open it for.
    pub groups: u32,
    /// It would open it for people without a group.
    pub people: bool,
    /// Nobody here can use it today.
    pub opens_area: bool,
}

/// A group, by key and name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct GroupRef {
    pub id: String,
    pub name: String,
}

/// What to ask next.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AskNext {
    pub area: AreaRef,
    /// All there are, of which `questions` is the part asked for.
    pub total: u32,
    pub questions: Vec<QuestionLine>,
    /// One letter for each kind of duty holder that could fill in missing coverage.
    pub letters: Vec<Letter>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionLine {
    /// Groups that it is to be asked of, each by itself, at most fifty by name; none: it is about the place.
    pub groups: Vec<GroupRef>,
    /// How many groups there are; 0: it is about the place.
    pub groups_total: u32,
    /// Under which the answer is recorded.
    pub key: String,
    pub question: String,
    /// How to find out.
    pub ask: String,
    /// Answers (power times group) settled if the answer is yes, for each group.
    pub if_yes: u32,
    /// The same if it is no.
    pub if_no: u32,
}

/// A request for the record of uses that nobody looked at.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Letter {
    pub duty_holder: String,
    pub name: String,
    /// Powers it asks about.
    pub powers: u32,
    pub text: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RouteRequest {
    pub area: String,
    pub power: String,
    /// A group's key; people without a group when absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub group: Option<String>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub as_at: Option<String>,
}

/// How to get to a power.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoutePage {
    pub area: AreaRef,
    pub power: String,
    pub name: String,
    pub who: String,
    pub group: Option<GroupRef>,
    /// "open", "not-available", "routes" or "no-route".
    pub state: String,
    /// The answer in a sentence.
    pub verdict: String,
    /// Cheapest first.
    pub routes: Vec<RouteLine>,
    /// For "no-route": what nothing known would change.
    pub missing: Vec<String>,
    /// Groups here that could use it today: one can act through them. At most fifty by name.
    pub qualifying: Vec<GroupRef>,
    pub qualifying_total: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RouteLine {
    /// Weeks in all, at most, what can run side by side doing so.
    pub weeks: u32,
    /// Some step has no time on file, so it may take longer.
    pub untimed: bool,
    /// "low", "medium" or "high": the dearest step.
    pub cost: String,
    pub legs: Vec<LegLine>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LegLine {
    pub words: String,
    pub who_acts: Option<String>,
    pub cost: Option<String>,
    /// Weeks from the beginning: when it can start and when it is over.
    pub start: u32,
    pub end: u32,
    pub timed: bool,
    /// Steps that come first, by number (the first is 1).
    pub after: Vec<u32>,
    /// The power it uses.
    pub power: Option<String>,
    /// Its form or first step, and the deadline, where the power has them.
    pub how: Option<String>,
    /// What to do if what was to be found out does not hold.
    pub if_not: Option<String>,
    pub helpers: Vec<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WaysRequest {
    pub area: String,
    /// A goal of the catalogue.
    pub goal: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub group: Option<String>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub as_at: Option<String>,
}

/// A power that serves a goal, and how far it is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WayLine {
    pub power: String,
    pub name: String,
    pub summary: String,
    pub reach: String,
    /// Of the cheapest route.
    pub weeks: Option<u32>,
    pub cost: Option<String>,
    pub steps: Option<u32>,
    /// The first thing to do, or why there is no way.
    pub next: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LiftRequest {
    /// One council; every area with something on record when absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub area: Option<String>,
    /// "groups", "powers", "areas" or "people".
    pub weigh: String,
    /// At most so many remedies.
    pub remedies: u32,
    /// None dearer than "low", "medium" or "high".
    #[serde(default)]
    #[ts(optional = nullable)]
    pub cost: Option<String>,
    /// None that takes longer than so many weeks.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub weeks: Option<u32>,
    /// How long to look for the best: 10 when absent, 60 at most.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub seconds: Option<f64>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub as_at: Option<String>,
    /// A word of the asker's own, to ask how far the work is or to stop it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub work: Option<String>,
}

/// What to lift first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LiftPage {
    /// Areas looked at.
    pub areas: u32,
    pub weigh: String,
    pub remedies: Vec<LiftRemedy>,
    /// What they open, in the weight asked for.
    pub opens: f64,
    pub proven: bool,
    /// Where not proven: how much more could be opened at most, as a share, if known.
    pub gap: Option<f64>,
    /// What the best next remedy, again and again, would open.
    pub greedy: f64,
    /// Blocked answers, and how many kinds of them there are.
    pub answers: u32,
    pub kinds: u32,
    /// All of it in a sentence.
    pub verdict: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LiftRemedy {
    pub id: String,
    pub name: String,
    pub who_acts: String,
    pub cost: String,
    pub weeks: String,
}

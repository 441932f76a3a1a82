//! What a power asks of whoever would start to use it: an AND / OR tree of leaves.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A controlled identifier: lower-case words joined by hyphens.
pub type Slug = String;

/// One test the law sets on who may start, or a branch that joins several.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "RawRequirement", into = "RawRequirement")]
#[schemars(with = "RawRequirement")]
pub enum Requirement {
    /// Every part must hold. An empty list holds.
    All(Vec<Requirement>),
    /// One part is enough.
    Any(Vec<Requirement>),
    /// A single test.
    Leaf(Leaf),
}

/// A single test, with the words and the provision it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// What is tested.
    pub test: Test,
    /// The test in plain words where the generated words would not do.
    pub text: Option<String>,
    /// Where the law says so, such as "Localism Act 2011 s 89(2)".
    pub provision: String,
}

/// The three kinds of leaf. Only a fact decides reach.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// True, false or unknown of a group in an area.
    Fact(Fact),
    /// Done while using the power.
    Task(Task),
    /// Open-textured law: shown as "to confirm", never computed.
    Judgement(Judgement),
}

/// A fact leaf.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Fact {
    /// The group is one of these legal forms (`legal-forms.json`), or of a form that is one of them.
    Form(Vec<Slug>),
    /// The people who act hold one of these standings (`standings.json`).
    Standing(Vec<Slug>),
    /// The group has at least so many members of a kind.
    Members(Members),
    /// The group works in the area (true) or need not (never written).
    LocalConnection(bool),
    /// The place is one of these types.
    AreaType(Vec<AreaType>),
    /// An earlier power was used with success here, and its result still lasts.
    Outcome(Outcome),
    /// A named attribute from `traits.json`, of the group or of the area.
    Trait(Slug),
    /// The group existed before this date.
    FoundedBefore(Date),
}

/// How many members, and of what kind (`member-kinds` in `standings.json`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Members {
    /// At least this number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u32>,
    /// At least this share, in tenths of one per cent of everyone of that kind concerned (200 = 20 %).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_mille: Option<u32>,
    /// What a member counted here must be; a standing's id.
    pub of: Slug,
}

/// An earlier result that a power builds on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The power whose success is needed.
    pub of: Slug,
    /// Whose success counts.
    #[serde(default)]
    pub by: OutcomeBy,
}

/// Whose success counts for an [`Outcome`].
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeBy {
    /// Anyone's, in the same area.
    #[default]
    Anyone,
    /// This group's own.
    SameGroup,
}

/// Types of place that powers turn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AreaType {
    /// Has a parish (England) or community (Wales).
    Parished,
    /// Has none.
    Unparished,
}

/// An act done while the power is used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// What is to be done, in the imperative: "Collect signatures".
    pub action: String,
    /// Who does it.
    #[serde(default = "group_acts")]
    pub by: String,
    /// How much of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<TaskSize>,
    /// How long the law gives, in working days or as the law says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
}

fn group_acts() -> String {
    "group".into()
}

/// The size of a task: a number, or a share to be worked out for the area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskSize {
    /// At least this number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u32>,
    /// At least this percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<f64>,
    /// Of whom: a standing's id.
    pub of: Slug,
}

/// A test that only a named decision-maker can settle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// The test, in plain words.
    pub test: String,
    /// Who decides: a duty holder's id, or words.
    pub decided_by: String,
}

/// How a requirement is written in a file: exactly one of `all`, `any`, `fact`, `task`, `judgement`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRequirement {
    /// Every part must hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    all: Option<Vec<Requirement>>,
    /// One part is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    any: Option<Vec<Requirement>>,
    /// A fact leaf.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fact: Option<Fact>,
    /// A task leaf.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    task: Option<Task>,
    /// A judgement leaf.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    judgement: Option<Judgement>,
    /// The test in plain words, if the generated words would not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// Where the law says so. Needed on every leaf.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    provision: Option<String>,
}

impl TryFrom<RawRequirement> for Requirement {
    type Error = String;

    fn try_from(raw: RawRequirement) -> Result<Self, String> {
        let RawRequirement { all, any, fact, task, judgement, text, provision } = raw;
        let test = match (all, any, fact, task, judgement) {
            (Some(parts), None, None, None, None) => return Ok(Requirement::All(parts)),
            (None, Some(parts), None, None, None) => {
                return if parts.is_empty() {
                    Err("`any` is empty, so nobody could ever satisfy it: list the alternatives".into())
                } else {
                    Ok(Requirement::Any(parts))
                };
            }
            (None, None, Some(fact), None, None) => Test::Fact(fact),
            (None, None, None, Some(task), None) => Test::Task(task),
            (None, None, None, None, Some(judgement)) => Test::Judgement(judgement),
            _ => {
                return Err(
                    "a requirement is exactly one of `all`, `any`, `fact`, `task` or `judgement`".into()
                );
            }
        };
        let provision = provision
            .filter(|p| !p.trim().is_empty())
            .ok_or("this leaf has no `provision`: say where the law sets it")?;
        Ok(Requirement::Leaf(Leaf { test, text, provision }))
    }
}

impl From<Requirement> for RawRequirement {
    fn from(requirement: Requirement) -> Self {
        let mut raw = RawRequirement::default();
        match requirement {
            Requirement::All(parts) => raw.all = Some(parts),
            Requirement::Any(parts) => raw.any = Some(parts),
            Requirement::Leaf(Leaf { test, text, provision }) => {
                match test {
                    Test::Fact(fact) => raw.fact = Some(fact),
                    Test::Task(task) => raw.task = Some(task),
                    Test::Judgement(judgement) => raw.judgement = Some(judgement),
                }
                raw.text = text;
                raw.provision = Some(provision);
            }
        }
        raw
    }
}

impl Requirement {
    /// Every leaf, in reading order.
    pub fn leaves(&self) -> Vec<&Leaf> {
        match self {
            Requirement::Leaf(leaf) => vec![leaf],
            Requirement::All(parts) | Requirement::Any(parts) => {
                parts.iter().flat_map(Requirement::leaves).collect()
            }
        }
    }

    /// Every fact leaf, in reading order.
    pub fn facts(&self) -> Vec<&Fact> {
        self.leaves()
            .into_iter()
            .filter_map(|leaf| match &leaf.test {
                Test::Fact(fact) => Some(fact),
                _ => None,
            })
            .collect()
    }
}

impl Fact {
    /// A stable key, the same for the same test wherever it stands: `form:cio|parish-council`,
    /// `members>=21:local-elector`, `area-type:parished`.
    pub fn key(&self) -> String {
        match self {
            Fact::Form(forms) => format!("form:{}", forms.join("|")),
            Fact::Standing(standings) => format!("standing:{}", standings.join("|")),
            Fact::Members(m) => match (m.at_least, m.per_mille) {
                (Some(n), _) => format!("members>={n}:{}", m.of),
                (None, Some(p)) => format!("members>={}%:{}", f64::from(p) / 10.0, m.of),
                (None, None) => format!("members:{}", m.of),
            },
            Fact::LocalConnection(_) => "local-connection".into(),
            Fact::AreaType(types) => {
                let names: Vec<&str> = types.iter().map(|t| t.as_str()).collect();
                format!("area-type:{}", names.join("|"))
            }
            Fact::Outcome(o) => match o.by {
                OutcomeBy::Anyone => format!("outcome:{}", o.of),
                OutcomeBy::SameGroup => format!("outcome:{}@own", o.of),
            },
            Fact::Trait(name) => format!("trait:{name}"),
            Fact::FoundedBefore(date) => format!("founded-before:{date}"),
        }
    }
}

impl AreaType {
    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            AreaType::Parished => "parished",
            AreaType::Unparished => "unparished",
        }
    }
}

//! Worked examples: a document, and what must come out of it.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::assessment::Assessment;
use super::decide::Outcome;
use super::harm::HarmFinding;
use super::ledger::settle;
use super::quality::QualityFinding;
use super::result::assess;
use super::shift::ShiftFinding;
use crate::catalogue::{Catalogue, Problem};
use crate::requirement::Slug;

/// A worked example, as filed in `data/keytest/`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Worked {
    /// The schema, for an editor.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// What it shows, as a sentence. Places, bodies and people in examples are made up.
    pub shows: String,
    /// The date asked about.
    pub as_at: Date,
    /// Other examples that it is settled together with, by file name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub together_with: Vec<Slug>,
    /// The document.
    pub assessment: Assessment,
    /// What must come out.
    pub expect: Expected,
}

/// What must come out, on the evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// First limb.
    pub shift: ShiftFinding,
    /// Second limb.
    pub quality: QualityFinding,
    /// Third limb.
    pub harm: HarmFinding,
    /// Guarded reading.
    pub outcome: Outcome,
    /// Literal reading.
    pub literal: Outcome,
}

/// Runs an example with those it is settled together with. Every disagreement comes back in words.
pub fn run(worked: &Worked, others: &[&Worked]) -> Vec<String> {
    let all: Vec<&Assessment> =
        std::iter::once(&worked.assessment).chain(others.iter().map(|o| &o.assessment)).collect();
    let result = assess(&worked.assessment, &settle(&all), None, None, worked.as_at);
    let expect = &worked.expect;
    let pairs = [
        ("shift", format!("{:?}", result.findings.shift), format!("{:?}", expect.shift)),
        ("quality", format!("{:?}", result.findings.quality), format!("{:?}", expect.quality)),
        ("harm", format!("{:?}", result.findings.harm), format!("{:?}", expect.harm)),
        ("outcome", result.outcome.as_str().into(), expect.outcome.as_str().into()),
        ("literal", result.literal.as_str().into(), expect.literal.as_str().into()),
    ];
    let wrong = pairs.into_iter().filter(|(_, found, expected)| found != expected);
    wrong
        .map(|(what, found, expected)| {
            format!("{what} comes out as {found} but expects {expected}: mend the example")
        })
        .collect()
}

/// Runs every shipped example.
pub fn run_all(catalogue: &Catalogue) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, worked) in &catalogue.keytest {
        let file = format!("keytest/{name}.json");
        let mut others = Vec::new();
        for (n, other) in worked.together_with.iter().enumerate() {
            match catalogue.keytest.get(other) {
                Some(found) => others.push(found),
                None => problems.push(Problem {
                    file: file.clone(),
                    at: format!("together_with[{n}]"),
                    message: format!("there is no keytest/{other}.json: use another's file name"),
                }),
            }
        }
        let wrong = run(worked, &others).into_iter();
        problems.extend(wrong.map(|message| Problem { file: file.clone(), at: "expect".into(), message }));
    }
    problems
}

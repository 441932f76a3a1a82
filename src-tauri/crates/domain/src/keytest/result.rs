//! An assessment's result: findings with reasons, the outcome in both readings, what would change it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::assessment::Assessment;
use super::decide::{Findings, Outcome, States};
use super::evidence::{Limb, Trust, grade, months_after};
use super::fact::Grade;
use super::flags::{self, Raised, Warning, raised, warnings};
use super::flip::{Facts, Flips};
use super::harm::Reading;
use super::ledger::Ledger;
use super::reasons;
use super::usable::Usable;
use crate::requirement::Slug;

/// One limb's result.
#[derive(Debug, Clone, PartialEq)]
pub struct LimbResult {
    /// Which.
    pub limb: Limb,
    /// What was found, on the evidence.
    pub finding: &'static str,
    /// What the rules say of the facts as stated, where that differs.
    pub as_stated: Option<&'static str>,
    /// The grade of its weakest deciding fact; `None`: a deciding fact has no evidence.
    pub grade: Option<Grade>,
    /// Why, in sentences.
    pub reasons: Vec<String>,
    /// What is not known and decides, in words.
    pub open: Vec<String>,
}

/// The whole result.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessed {
    /// The outcome, on the evidence and on the guarded reading.
    pub outcome: Outcome,
    /// The findings it comes from.
    pub findings: Findings,
    /// The outcome on the literal reading.
    pub literal: Outcome,
    /// The outcome and the findings of the facts as stated, whatever the evidence: guarded, then literal.
    pub as_stated: [(Outcome, Findings); 2],
    /// Limbs that rest on assertions alone; they hold the outcome back.
    pub bare: Vec<Limb>,
    /// The three limbs.
    pub limbs: [LimbResult; 3],
    /// Actions that the outcome depends on: it falls if they fall.
    pub depends_on: BTreeSet<Slug>,
    /// False uses to confirm.
    pub flags: Vec<Raised>,
    /// Warnings.
    pub warnings: Vec<Warning>,
    /// What would change the answer.
    pub flips: Flips,
    /// The day it lapses.
    pub expires: Date,
    /// Why it has lapsed already, if it has.
    pub lapsed: Option<String>,
}

/// Assesses one initiative of a settled portfolio. `law_changed`: the day a named power's law changed, and which.
pub fn assess(
    a: &Assessment,
    ledger: &Ledger,
    usable: Option<&Usable>,
    law_changed: Option<&(Date, String)>,
    as_at: Date,
) -> Assessed {
    let covers = &ledger.covers;
    let false_use = flags::is_confirmed(a);
    let states = |reading, trust| States::of(a, covers, usable, as_at, reading, trust);
    let guarded = states(Reading::Guarded, Trust::Evidence);
    let findings = guarded.findings(Trust::Evidence);
    let as_stated = [Reading::Guarded, Reading::Literal].map(|reading| {
        let findings = states(reading, Trust::Rules).findings(Trust::Rules);
        (findings.outcome(false_use), findings)
    });
    let stated = as_stated[0].1;
    let limbs = Limb::ALL.map(|limb| {
        let (finding, other) = (word(findings, limb), word(stated, limb));
        let told = reasons::of(a, ledger, usable, &guarded, as_at, limb);
        LimbResult {
            limb,
            finding,
            as_stated: (finding != other).then_some(other),
            grade: grade(a, limb),
            reasons: told.reasons,
            open: told.open,
        }
    });
    let depends_on = reasons::depends_on(a, covers);
    Assessed {
        outcome: guarded.outcome(false_use),
        findings,
        literal: states(Reading::Literal, Trust::Evidence).outcome(false_use),
        as_stated,
        bare: guarded.bare(),
        limbs,
        depends_on,
        flags: raised(a, findings),
        warnings: warnings(a, findings, usable),
        flips: Facts { a, covers, usable, as_at }.flips(),
        expires: expires(a, law_changed),
        lapsed: lapsed(a, law_changed, as_at),
    }
}

fn word(findings: Findings, limb: Limb) -> &'static str {
    match limb {
        Limb::Shift => findings.shift.word(),
        Limb::Quality => findings.quality.word(),
        Limb::Harm => findings.harm.word(),
    }
}

fn changed(a: &Assessment, law_changed: Option<&(Date, String)>) -> Option<(Date, String)> {
    let told = a.law_changed_on.map(|day| (day, "the law or the instrument".to_string()));
    told.into_iter().chain(law_changed.cloned()).min()
}

/// Twelve months after it was made, earlier if it says so or if the law or the instrument changed.
fn expires(a: &Assessment, law_changed: Option<&(Date, String)>) -> Date {
    let latest = months_after(a.made_on, 12);
    let own = a.expires.map_or(latest, |day| day.min(latest));
    changed(a, law_changed).map_or(own, |(day, _)| own.min(day))
}

fn lapsed(a: &Assessment, law_changed: Option<&(Date, String)>, as_at: Date) -> Option<String> {
    if let Some((day, what)) = changed(a, law_changed)
        && day <= as_at
    {
        return Some(format!(
            "This result lapsed on {day}: {what} changed. Assess it again on the text as it now stands."
        ));
    }
    let day = expires(a, law_changed);
    (as_at > day).then(|| {
        format!("This result lapsed on {day}, twelve months after it was made or when it said so. Assess it again before you rely on it.")
    })
}

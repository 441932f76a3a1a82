//! A judged assessment as it is shown: words for a reader, with every source.

use jiff::civil::Date;
use takeup_domain::keytest::{
    Assessment, Evidence, Fault, Flip, Limb, NOT_THIS, Outcome, RULES_VERSION, Stage, check, check_portfolio,
};

use crate::answer::keytest::{
    AssessedPage, ConditionShown, DependsOn, FaultShown, FlagShown, FlipShown, JudgementShown, LimbShown,
    SourceShown, UsableShown, ViewShown, WarningShown,
};
use crate::keytest::Judged;
use crate::session::Inner;

impl Inner {
    pub(crate) fn page(&self, judged: &Judged, as_at: Date) -> AssessedPage {
        let (a, result) = (&judged.assessment, &judged.result);
        let mut faults = check(a, result, Some(&self.catalogue), as_at);
        faults.extend(check_portfolio(a, &judged.ledger));
        faults.sort();
        let flips = |list: &[Flip]| list.iter().map(|f| flip(f, a)).collect();
        let (stated, _) = result.as_stated[0];
        AssessedPage {
            id: a.id.clone(),
            version: a.version,
            title: a.initiative.title.clone(),
            what_changes: a.initiative.what_changes.clone(),
            duty_holder: a.initiative.duty_holder.clone(),
            instrument: a.initiative.instrument.clone(),
            stage: match a.initiative.stage {
                Stage::Proposed => "proposed",
                Stage::InForce => "in force",
                Stage::Reviewed => "reviewed",
            }
            .into(),
            baseline: format!("{}: {}", a.baseline.date, a.baseline.description),
            made_on: a.made_on.to_string(),
            portfolio: a.portfolio.clone(),
            as_at: as_at.to_string(),
            rules: RULES_VERSION.into(),
            not_this: NOT_THIS.into(),
            outcome: result.outcome.as_str().into(),
            outcome_name: result.outcome.word().into(),
            verdict: verdict(judged),
            literal: result.literal.as_str().into(),
            literal_name: result.literal.word().into(),
            readings_differ: result.outcome != result.literal,
            as_stated: (stated != result.outcome).then(|| stated.word().to_string()),
            limbs: result
                .limbs
                .iter()
                .map(|l| LimbShown {
                    question: l.limb.question().into(),
                    finding: l.finding.into(),
                    as_stated: l.as_stated.map(Into::into),
                    grade: l.grade.map(|g| g.words().into()),
                    reasons: l.reasons.clone(),
                    open: l.open.clone(),
                })
                .collect(),
            usable: judged.usable.as_ref().map(|u| UsableShown {
                answer: u.answer.word().into(),
                why: u.why.clone(),
                groups: u.groups.clone(),
                count: u.count,
            }),
            conditions: a
                .conditions
                .iter()
                .map(|c| ConditionShown {
                    what: c.what.clone(),
                    owner: c.owner.clone(),
                    evidence_wanted: c.evidence_wanted.clone(),
                    by: c.by.to_string(),
                })
                .collect(),
            depends_on: result
                .depends_on
                .iter()
                .map(|id| DependsOn { action: id.clone(), what: judged.what_is(id) })
                .collect(),
            flags: result
                .flags
                .iter()
                .map(|f| FlagShown {
                    flag: format!("{:?}", f.flag),
                    name: f.flag.name().into(),
                    signs: f.signs.clone(),
                    question: f.flag.question().into(),
                    answer: f.confirmed.as_ref().map(|c| format!("{} ({}, {})", c.reason, c.by, c.on)),
                    is_false_use: f.confirmed.as_ref().map(|c| c.is_false_use),
                })
                .collect(),
            warnings: result
                .warnings
                .iter()
                .map(|w| WarningShown { code: w.code.into(), words: w.words.clone() })
                .collect(),
            next: flips(&result.flips.next),
            to_meet: flips(&result.flips.to_meet),
            losing: flips(&result.flips.losing),
            citizens_view: a
                .citizens_view
                .iter()
                .map(|v| ViewShown {
                    who: v.who.clone(),
                    on: v.on.to_string(),
                    text: v.text.clone(),
                    levels: v
                        .levels
                        .iter()
                        .map(|(c, l)| format!("{}: {} ({})", c.word(), l.number(), c.level_words(*l)))
                        .collect(),
                    outcome_name: v.outcome.map(|o| o.word().into()),
                })
                .collect(),
            judgements: a
                .judgements
                .iter()
                .map(|j| JudgementShown {
                    outcome_name: j.outcome.word().into(),
                    reason: j.reason.clone(),
                    by: j.by.clone(),
                    on: j.on.to_string(),
                })
                .collect(),
            assessor: a.readers.assessor.clone(),
            second_reader: a.readers.second_reader.clone(),
            expires: result.expires.to_string(),
            lapsed: result.lapsed.clone(),
            may_be_published: !faults.iter().any(|f| f.stops_publishing),
            faults: faults.iter().map(fault).collect(),
            sources: sources(a),
        }
    }
}

impl Judged {
    /// What an action does, as far as it is on file.
    fn what_is(&self, id: &str) -> String {
        let line = self.ledger.lines.iter().find(|l| l.action == id);
        line.map_or_else(|| "not on file in this portfolio".into(), |l| l.what.clone())
    }
}

/// The outcome in a sentence.
fn verdict(judged: &Judged) -> String {
    let result = &judged.result;
    let limbs = |list: &[Limb]| -> String {
        let names: Vec<&str> = list
            .iter()
            .map(|l| match l {
                Limb::Shift => "the shift of power",
                Limb::Quality => "the quality of the service",
                Limb::Harm => "the vulnerable and poor",
            })
            .collect();
        names.join(" and ")
    };
    let findings = result.findings;
    match result.outcome {
        Outcome::Meets => "All three limbs hold.".into(),
        Outcome::MeetsTakenTogether => {
            let actions: Vec<&str> = result.depends_on.iter().map(String::as_str).collect();
            format!(
                "All three limbs hold, taken together with: {}. It falls if they fall.",
                actions.join(", ")
            )
        }
        Outcome::MeetsIf => format!("One limb is open: {}.", limbs(&findings.open())),
        Outcome::CannotSay if !result.bare.is_empty() => {
            format!("It rests on assertions alone, or on no evidence, for {}.", limbs(&result.bare))
        }
        Outcome::CannotSay => format!("More than one limb is open: {}.", limbs(&findings.open())),
        Outcome::DoesNotMeet => {
            format!("It fails on {}. No limb buys another.", limbs(&findings.failing()))
        }
        Outcome::NotAnInstance => {
            "No power moves to citizens, so the test does not apply. That is no criticism of the work itself."
                .into()
        }
    }
}

fn flip(f: &Flip, a: &Assessment) -> FlipShown {
    FlipShown {
        becomes: f.becomes.as_str().into(),
        becomes_name: f.becomes.word().into(),
        changes: f.edits.iter().map(|e| e.words(a)).collect(),
    }
}

pub(crate) fn fault(f: &Fault) -> FaultShown {
    FaultShown {
        kind: f.kind.as_str().into(),
        at: f.at.clone(),
        wrong: f.wrong.clone(),
        to_do: f.to_do.clone(),
        stops_publishing: f.stops_publishing,
    }
}

fn sources(a: &Assessment) -> Vec<SourceShown> {
    let mut found = Vec::new();
    let mut add = |of: String, list: &[Evidence]| {
        found.extend(list.iter().map(|e| SourceShown {
            of: of.clone(),
            grade: format!("{:?}", e.grade),
            source: e.source.clone(),
            quote: e.quote.clone(),
            date: e.date.map(|d| d.to_string()),
            by: e.by.clone(),
            superseded: e.superseded,
        }));
    };
    a.shift.iter().for_each(|(currency, s)| add(currency.word().into(), &s.evidence));
    a.quality.dimensions.iter().for_each(|d| add(d.name.clone(), &d.evidence));
    for group in &a.groups {
        add(group.group.clone(), &group.evidence);
        for effect in &group.effects {
            add(format!("{}: {}", group.group, effect.what), &effect.evidence);
            effect.offsets.iter().for_each(|c| add(format!("claim on {}", c.action), &c.evidence));
        }
    }
    a.actions.iter().for_each(|x| add(format!("action {}", x.id), &x.evidence));
    a.citizens_view.iter().for_each(|v| add(v.who.clone(), &v.evidence));
    found
}

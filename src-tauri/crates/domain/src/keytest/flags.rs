//! False uses of the name, and warnings. Each shows what raised it; a person confirms; none decides alone.

use super::assessment::{Assessment, Confirmed, Flag};
use super::decide::Findings;
use super::effect::{Channel, Direction};
use super::fact::{Answer, Level};
use super::harm::HarmFinding;
use super::shift::{ShiftFinding, usable_of};
use super::usable::Usable;

impl Flag {
    /// All.
    pub const ALL: [Flag; 3] = [Flag::F1, Flag::F2, Flag::F3];

    /// What it is.
    pub fn name(self) -> &'static str {
        match self {
            Flag::F1 => "Protecting a body that is losing funding",
            Flag::F2 => "Describing an ordinary action or service",
            Flag::F3 => "A synonym for anti-poverty work",
        }
    }

    /// The question that decides it, for a person.
    pub fn question(self) -> &'static str {
        match self {
            Flag::F1 => {
                "Take the body out of the description. Is there still a power that any other citizen group could take up? If not, this is a false use."
            }
            Flag::F2 => {
                "Would this have been described, unchanged, two years ago? Who can decide tomorrow what they could not yesterday? If it is the same, or nobody, this is a false use."
            }
            Flag::F3 => {
                "If it helped no one poor, would anything about power be left? If not, this is a false use, and no criticism: it is a social justice action, and may make up for harms of other initiatives."
            }
        }
    }
}

/// A flag that was raised, with what raised it and what a person says.
#[derive(Debug, Clone, PartialEq)]
pub struct Raised {
    /// Which.
    pub flag: Flag,
    /// The facts that raised it.
    pub signs: Vec<String>,
    /// What a person confirmed or denied.
    pub confirmed: Option<Confirmed>,
}

/// Whether a person confirmed any false use.
pub(crate) fn is_confirmed(a: &Assessment) -> bool {
    a.false_use.confirmed.iter().any(|c| c.is_false_use)
}

/// The flags that are raised, or that a person has decided on.
pub(crate) fn raised(a: &Assessment, findings: Findings) -> Vec<Raised> {
    let all = Flag::ALL.map(|flag| {
        let signs = match flag {
            Flag::F1 => f1(a),
            Flag::F2 => f2(a),
            Flag::F3 => f3(a, findings),
        };
        let confirmed = a.false_use.confirmed.iter().rev().find(|c| c.flag == flag).cloned();
        Raised { flag, signs, confirmed }
    });
    // One sign alone is common for a body that is named; two are worth a question.
    let enough = |r: &Raised| r.signs.len() >= if r.flag == Flag::F1 { 2 } else { 1 };
    all.into_iter().filter(|r| enough(r) || r.confirmed.is_some()).collect()
}

fn signs(list: Vec<(bool, String)>) -> Vec<String> {
    list.into_iter().filter(|(there, _)| *there).map(|(_, words)| words).collect()
}

fn f1(a: &Assessment) -> Vec<String> {
    let f = &a.false_use;
    let yes = |answer: Answer| answer == Answer::Yes;
    signs(vec![
        (
            f.beneficiary.is_some(),
            format!("one body that exists already benefits: {}", f.beneficiary.as_deref().unwrap_or("")),
        ),
        (yes(f.renewal), "what is asked for is a renewal".into()),
        (yes(f.tied_to_grant_end), "its date is tied to a grant that ends".into()),
        (yes(f.one_funder), "one funder gives over 75 % of the body’s income".into()),
        (f.usable_by_others == Answer::No, "nobody else could use the right".into()),
    ])
}

fn f2(a: &Assessment) -> Vec<String> {
    let f = &a.false_use;
    let equal = !a.shift.is_empty() && a.shift.values().all(|s| s.before.is_some() && s.before == s.granted);
    signs(vec![
        (equal, "before and after are equal in every currency".into()),
        (f.done_before == Answer::Yes, "it was already done last year under another name".into()),
        (f.only_tasks == Answer::Yes, "volunteers do tasks and decide nothing".into()),
    ])
}

fn f3(a: &Assessment, findings: Findings) -> Vec<String> {
    let benefits = a.groups.iter().flat_map(|g| &g.effects).any(|e| e.direction == Direction::Benefit);
    let only = benefits && findings.shift == ShiftFinding::None && findings.harm != HarmFinding::Harmed;
    signs(vec![
        (only, "there are benefits to groups, nobody is harmed, and no power moves".into()),
        (
            a.false_use.benefit_is_whole_case == Answer::Yes,
            "benefits to poor people are the whole case".into(),
        ),
    ])
}

/// A warning beside the flags: its code and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// W1 to W5.
    pub code: &'static str,
    /// What it says.
    pub words: String,
}

/// The warnings.
pub(crate) fn warnings(a: &Assessment, findings: Findings, usable: Option<&Usable>) -> Vec<Warning> {
    let mut found = Vec::new();
    let mut warn = |code: &'static str, words: String| found.push(Warning { code, words });
    let hurt = |channel: Channel| {
        let effects = a.groups.iter().flat_map(|g| &g.effects);
        effects.filter(|e| e.direction == Direction::Adverse).any(|e| e.channel == channel)
    };
    let shifted = matches!(findings.shift, ShiftFinding::Genuine | ShiftFinding::Uncertain);
    if !shifted && (hurt(Channel::Burden) || hurt(Channel::Cost)) {
        warn("W1", "Burden-shifting: cost or work moves to people, authority does not.".into());
    }
    if a.shift.values().any(|s| usable_of(s, usable) == Answer::No) {
        warn("W2", "Paper power: nobody on record could use it.".into());
    }
    if a.false_use.members_unlike_area == Answer::Yes {
        warn("W3", "Captured: the members who decide are not like the area.".into());
    }
    for (currency, shift) in &a.shift {
        if let Some((promised, granted)) = gap(shift.promised, shift.granted) {
            let words = format!(
                "Consultation relabelled: {} promised at level {} ({}), granted at level {} ({}).",
                currency.word().to_lowercase(),
                promised.number(),
                currency.level_words(promised),
                granted.number(),
                currency.level_words(granted)
            );
            warn("W4", words);
        }
    }
    if a.shift.values().any(|s| s.durable == Answer::No && s.granted > s.before) {
        warn("W5", "Reversible at will: the giver can take it back.".into());
    }
    found
}

/// A promise above what is granted.
fn gap(promised: Option<Level>, granted: Option<Level>) -> Option<(Level, Level)> {
    promised.zip(granted).filter(|(promised, granted)| promised > granted)
}

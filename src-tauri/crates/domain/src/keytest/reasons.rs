//! Why: each limb's facts in sentences, and what is open.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::assessment::Assessment;
use super::decide::States;
use super::effect::{Direction, Effect};
use super::evidence::{Limb, Trust};
use super::fact::{Answer, Level, Run};
use super::harm::Reading;
use super::ledger::{Cover, Covers, Ledger};
use super::quality::{Dimension, Status};
use super::shift::{Currency, Shift, usable_of};
use super::usable::Usable;
use crate::requirement::Slug;

/// What is told of one limb.
#[derive(Debug, Clone, Default)]
pub(crate) struct Told {
    pub(crate) reasons: Vec<String>,
    pub(crate) open: Vec<String>,
}

pub(crate) fn of(
    a: &Assessment,
    ledger: &Ledger,
    usable: Option<&Usable>,
    states: &States,
    as_at: Date,
    limb: Limb,
) -> Told {
    match limb {
        Limb::Shift => shift(a, usable),
        Limb::Quality => quality(a, as_at),
        Limb::Harm => harm(a, ledger, states),
    }
}

fn shift(a: &Assessment, usable: Option<&Usable>) -> Told {
    let mut told = Told::default();
    if a.shift.is_empty() {
        told.reasons.push("No change from the baseline is named in any currency.".into());
    }
    for (currency, shift) in &a.shift {
        told.reasons.push(levels(a, *currency, shift));
        let caps = shift.capped_by(a.initiative.stage, Trust::Evidence);
        told.reasons.extend(caps.into_iter().map(|cap| format!("{}: {cap}.", currency.word())));
        let unknowns = shift.unknowns(a.initiative.stage, usable_of(shift, usable), Trust::Evidence);
        told.open.extend(unknowns.into_iter().map(|words| format!("{}: {words}", currency.word())));
    }
    if let Some(found) = usable {
        let names =
            if found.groups.is_empty() { String::new() } else { format!(": {}", found.groups.join(", ")) };
        told.reasons.push(format!(
            "Usable, worked out from the file: {}; {}{names}.",
            found.answer.word(),
            found.why
        ));
        let other = a.shift.iter().filter(|(_, s)| !s.usable.is_unknown() && s.usable != found.answer);
        for (currency, shift) in other {
            told.reasons.push(format!(
                "{}: the assessor says usable is “{}”; the file says “{}”, which counts.",
                currency.word(),
                shift.usable.word(),
                found.answer.word()
            ));
        }
    } else if !a.shift.is_empty() {
        told.reasons.push(
            "Usable is as the assessor answered: it was not worked out, for want of a workspace or of named powers and areas.".into(),
        );
    }
    told
}

fn levels(a: &Assessment, currency: Currency, shift: &Shift) -> String {
    let say = |level: Option<Level>| {
        level.map_or("not known".to_string(), |l| format!("{} ({})", l.number(), currency.level_words(l)))
    };
    let mut words = format!("{}: from {} to {}", currency.word(), say(shift.before), say(shift.granted));
    if let Some(level) = shift.exercised {
        words.push_str(&format!(", in fact exercised at {}", level.number()));
    }
    let counted = shift.effective(a.initiative.stage, Run::Cautious, Trust::Evidence);
    words.push_str(&format!(". It counts at {}.", counted.number()));
    words
}

fn quality(a: &Assessment, as_at: Date) -> Told {
    let mut told = Told::default();
    if a.quality.dimensions.is_empty() {
        told.reasons.push("Nothing was looked at, which is no evidence that quality holds.".into());
        told.open.push("at least one measure of quality".into());
    }
    for measure in &a.quality.dimensions {
        told.reasons.push(measured(measure));
        if measure.critical && measure.moved() == Status::Unknown {
            told.open.push(format!("how “{}” moves", measure.name));
        }
        if !measure.is_shown(as_at) {
            told.open.push(format!(
                "evidence of grade C or better for “{}”, dated within the last 24 months",
                measure.name
            ));
        }
    }
    let missing = a.quality.safeguards.missing();
    if missing.is_empty() {
        let s = &a.quality.safeguards;
        let text = |t: &Option<String>| t.clone().unwrap_or_default();
        told.reasons.push(format!(
            "Safeguards: {}; acts when {}; {}.",
            text(&s.monitored),
            text(&s.trigger),
            text(&s.steps_in)
        ));
    } else {
        told.reasons.push(format!("No safeguard catches a fall: missing {}.", missing.join(", ")));
        told.open.extend(missing.into_iter().map(str::to_string));
    }
    told
}

fn measured(measure: &Dimension) -> String {
    let number = |value: Option<f64>| value.map_or("not known".to_string(), |v| format!("{v}"));
    let mut words = format!("{}: {}", measure.name, measure.moved().word());
    if measure.baseline.is_some() || measure.value.is_some() {
        words.push_str(&format!(" ({} to {}", number(measure.baseline), number(measure.value)));
        if let Some(unit) = &measure.measure {
            words.push_str(&format!(" {unit}"));
        }
        if let Some(floor) = measure.floor {
            let name = if measure.statutory { "statutory minimum" } else { "floor" };
            words.push_str(&format!(", {name} {floor}"));
        }
        if let Some(margin) = measure.margin {
            words.push_str(&format!(", margin {margin}"));
        }
        words.push(')');
    }
    if measure.critical {
        words.push_str("; critical");
    }
    words + "."
}

fn harm(a: &Assessment, ledger: &Ledger, states: &States) -> Told {
    let mut told = Told::default();
    if !a.groups.iter().any(|g| g.was_considered()) {
        told.reasons.push("No group was considered, which is no evidence that nobody is harmed.".into());
        told.open.push("which groups were considered".into());
    }
    // Groups without an effect, by the reason given.
    let mut without: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (g, group) in a.groups.iter().enumerate() {
        let name = group_words(&group.group);
        if group.effects.is_empty() {
            let why = group.considered.as_deref().unwrap_or("no reason is given");
            without.entry(why.trim_end_matches('.')).or_default().push(name.clone());
        }
        for (e, effect) in group.effects.iter().enumerate() {
            let cover = ledger.covers.of(&a.id, g, e, Reading::Guarded);
            told.reasons.push(format!("{name}: {}", affected(effect, cover, ledger)));
            open(&mut told.open, &name, effect, cover);
        }
    }
    for (why, names) in without {
        told.reasons.push(format!("No effect: {}; {why}.", names.join(", ")));
    }
    if !states.harm.is_shown() {
        told.open.extend(states.harm.not_shown().into_iter().map(str::to_string));
    }
    told
}

/// A group's id as words.
pub(crate) fn group_words(id: &str) -> String {
    id.replace('-', " ")
}

fn affected(effect: &Effect, cover: Option<&Cover>, ledger: &Ledger) -> String {
    let what = if effect.what.is_empty() { String::new() } else { format!("{}; ", effect.what) };
    let severity = effect.severity.map_or("severity not known", |s| s.word());
    let people = effect.people.map_or(String::new(), |n| format!(", {n} people"));
    let kind = effect.channel.word();
    match effect.direction {
        Direction::None => format!("{what}{kind}, no change."),
        Direction::Unknown => format!("{what}{kind}, nobody knows which way it goes."),
        Direction::Benefit => format!("{what}{kind}, a benefit ({severity}{people})."),
        Direction::Adverse if effect.beyond_offset(Run::Hopeful) => {
            format!(
                "{what}{kind}, adverse ({severity}{people}). Severe or touching a legal right: nothing can make up for it."
            )
        }
        Direction::Adverse => {
            format!("{what}{kind}, adverse ({severity}{people}). {}", made_up_for(cover, ledger))
        }
    }
}

fn made_up_for(cover: Option<&Cover>, ledger: &Ledger) -> String {
    let Some(cover) = cover else { return "Nothing is said to make up for it.".into() };
    let mut words = Vec::new();
    for claim in &cover.claims {
        let no: Vec<&str> =
            claim.met.iter().filter(|m| m.answer() == Answer::No).map(|m| m.condition).collect();
        let open: Vec<&str> =
            claim.met.iter().filter(|m| m.answer().is_unknown()).map(|m| m.condition).collect();
        let name = &claim.action;
        words.push(if !no.is_empty() {
            format!("“{name}” does not count, for this does not hold: {}", no.join("; "))
        } else if !open.is_empty() {
            format!("“{name}” may count, if this holds: {}", open.join("; "))
        } else if claim.shared_off_file {
            format!("“{name}” is claimed more than once and its capacity is not on file, so it may be counted twice")
        } else if !claim.on_file {
            format!("“{name}” counts on the assessor’s word: its capacity is not on file")
        } else {
            format!("“{name}” meets the first five conditions")
        });
    }
    if let Some(shortage) = cover.shortage.and_then(|n| ledger.shortages.get(n)) {
        let missing = shortage.missing.map_or("an unknown number".to_string(), |n| n.to_string());
        words.push(format!(
            "there is not enough for all who need it: {missing} people short, shared by {} harms",
            shortage.sharing.len()
        ));
    }
    let verdict = match cover.runs {
        [true, true] => "Made up for",
        [false, false] => "Not made up for",
        _ => "Not known whether it is made up for",
    };
    format!("{verdict}: {}.", words.join("; "))
}

fn open(open: &mut Vec<String>, group: &str, effect: &Effect, cover: Option<&Cover>) {
    let mut add = |words: &str| open.push(format!("{group}: {words}"));
    match effect.direction {
        Direction::Unknown => add("which way the effect goes"),
        Direction::Adverse => {
            if effect.severity.is_none() {
                add("how severe it is");
            }
            if effect.rights_based.is_unknown() {
                add("whether it touches a legal right");
            }
            if cover.is_some_and(|c| c.runs == [false, true]) {
                if effect.people.is_none() {
                    add("how many people it is");
                }
                add("whether what is said to make up for it does");
            }
        }
        Direction::Benefit | Direction::None => {}
    }
}

/// Actions that have a part in what is made up for.
pub(crate) fn depends_on(a: &Assessment, covers: &Covers) -> BTreeSet<Slug> {
    let mut found = BTreeSet::new();
    for (g, group) in a.groups.iter().enumerate() {
        for e in 0..group.effects.len() {
            let cover = covers.of(&a.id, g, e, Reading::Guarded).filter(|c| c.runs == [true, true]);
            let claims = cover.into_iter().flat_map(|c| &c.claims);
            let counted = claims.filter(|c| c.met.iter().all(|m| m.answer().holds(Run::Cautious)));
            found.extend(counted.filter(|c| !c.on_file || c.people > 0).map(|c| c.action.clone()));
        }
    }
    found
}

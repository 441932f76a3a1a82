//! Single changes to an assessment: what would have to be so, or no longer be so.

use jiff::civil::Date;

use super::assessment::{Assessment, CitizensView};
use super::claim::Claim;
use super::effect::{Direction, Effect, GroupEffects};
use super::fact::{Answer, Evidence, Grade, Level, Severity};
use super::quality::{Dimension, Quality, Status};
use super::shift::{Currency, Shift};

/// The answers about one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Modifier {
    /// A text gives it.
    Codified,
    /// Citizens hold most votes.
    CitizenControlled,
    /// It cannot be taken back at will.
    Durable,
    /// There is something to do if it is refused.
    Remedy,
    /// Somebody can use it.
    Usable,
}

impl Modifier {
    /// All.
    pub const ALL: [Modifier; 5] = [
        Modifier::Codified,
        Modifier::CitizenControlled,
        Modifier::Durable,
        Modifier::Remedy,
        Modifier::Usable,
    ];

    /// The answer of a currency.
    pub fn of(self, shift: &Shift) -> Answer {
        match self {
            Modifier::Codified => shift.codified,
            Modifier::CitizenControlled => shift.citizen_controlled,
            Modifier::Durable => shift.durable,
            Modifier::Remedy => shift.remedy,
            Modifier::Usable => shift.usable,
        }
    }

    fn set(self, shift: &mut Shift, answer: Answer) {
        match self {
            Modifier::Codified => shift.codified = answer,
            Modifier::CitizenControlled => shift.citizen_controlled = answer,
            Modifier::Durable => shift.durable = answer,
            Modifier::Remedy => shift.remedy = answer,
            Modifier::Usable => shift.usable = answer,
        }
    }
}

/// One change. Groups, effects and measures are named by their place in the assessment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edit {
    /// An answer of a currency becomes yes, or no.
    Answer(Currency, Modifier, Answer),
    /// The instrument gives this level.
    Grant(Currency, Level),
    /// This level is in fact exercised.
    Exercise(Currency, Level),
    /// The level before turns out to be this.
    FindBefore(Currency, Level),
    /// The instrument is shown, grade A.
    ShowText(Currency),
    /// A measure moves like this.
    Move(usize, Status),
    /// A measure is shown by data, grade C.
    ShowMeasure(usize),
    /// A safeguard is set up or lost: 0 monitored, 1 trigger, 2 steps in.
    Guard(usize, bool),
    /// A measure of quality is looked at, and held.
    Measure,
    /// An effect is avoided, or turns out to be none.
    Avoid(usize, usize),
    /// An effect turns out to be minor and to touch no right.
    FindMinor(usize, usize),
    /// An action that meets all six conditions makes up for an effect.
    MakeUpFor(usize, usize),
    /// A group is considered, with no effect.
    Consider,
    /// Evidence of grade C is found on the groups.
    ShowEffects,
    /// People who might be harmed are heard, grade D.
    Hear,
    /// An action lapses.
    Lapse(String),
}

pub(crate) fn evidence(grade: Grade, date: Option<Date>) -> Evidence {
    Evidence { grade, source: "to be found".into(), quote: None, date, by: None, superseded: false }
}

/// Changes a currency, if the edit is about it.
pub(crate) fn on_shift(edit: &Edit, currency: Currency, shift: &mut Shift) {
    match edit {
        Edit::Answer(of, modifier, answer) if *of == currency => modifier.set(shift, *answer),
        Edit::Grant(of, level) if *of == currency => shift.granted = Some(*level),
        Edit::Exercise(of, level) if *of == currency => shift.exercised = Some(*level),
        Edit::FindBefore(of, level) if *of == currency => shift.before = Some(*level),
        Edit::ShowText(of) if *of == currency => shift.evidence.push(evidence(Grade::A, None)),
        _ => {}
    }
}

/// Changes a measure, if the edit is about it.
pub(crate) fn on_measure(edit: &Edit, place: usize, measure: &mut Dimension, as_at: Date) {
    match edit {
        Edit::Move(of, status) if *of == place => {
            measure.status = Some(*status);
            measure.value = None;
        }
        Edit::ShowMeasure(of) if *of == place => measure.evidence.push(evidence(Grade::C, Some(as_at))),
        _ => {}
    }
}

/// Changes what is said of quality as a whole, if the edit is about it.
pub(crate) fn on_quality(edit: &Edit, quality: &mut Quality, as_at: Date) {
    match edit {
        Edit::Guard(part, there) => {
            let text = there.then(|| "to be agreed".to_string());
            match part {
                0 => quality.safeguards.monitored = text,
                1 => quality.safeguards.trigger = text,
                _ => quality.safeguards.steps_in = text,
            }
        }
        Edit::Measure => quality.dimensions.push(Dimension {
            name: "a measure to be chosen".into(),
            status: Some(Status::Held),
            evidence: vec![evidence(Grade::C, Some(as_at))],
            ..Dimension::default()
        }),
        _ => {}
    }
}

/// Changes an effect, if the edit is about it. What makes up for it is a claim of its own.
pub(crate) fn on_effect(edit: &Edit, group: usize, place: usize, effect: &mut Effect) {
    match edit {
        Edit::Avoid(g, e) if (*g, *e) == (group, place) => effect.direction = Direction::None,
        Edit::FindMinor(g, e) if (*g, *e) == (group, place) => {
            effect.severity = Some(Severity::MINOR);
            effect.rights_based = Answer::No;
        }
        Edit::MakeUpFor(g, e) if (*g, *e) == (group, place) => effect.offsets.push(Claim {
            action: format!("to-be-found-{g}-{e}"),
            people: None,
            funded: Answer::Yes,
            dated_in_window: Answer::Yes,
            same_people: Answer::Yes,
            same_place: Answer::Yes,
            same_kind_of_harm: Answer::Yes,
            not_double_counted: Answer::Yes,
            accepted_by_those_affected: Answer::Unknown,
            evidence: vec![],
        }),
        Edit::Lapse(action) => effect.offsets.retain(|claim| &claim.action != action),
        _ => {}
    }
}

/// Changes a whole assessment.
pub fn apply(edit: &Edit, a: &mut Assessment, as_at: Date) {
    for (currency, shift) in &mut a.shift {
        on_shift(edit, *currency, shift);
    }
    for (place, measure) in a.quality.dimensions.iter_mut().enumerate() {
        on_measure(edit, place, measure, as_at);
    }
    on_quality(edit, &mut a.quality, as_at);
    for (g, group) in a.groups.iter_mut().enumerate() {
        for (e, effect) in group.effects.iter_mut().enumerate() {
            on_effect(edit, g, e, effect);
        }
    }
    match edit {
        Edit::Consider => a.groups.push(GroupEffects {
            group: "low-income-households".into(),
            considered: Some("to be considered".into()),
            effects: vec![],
            evidence: vec![],
        }),
        Edit::ShowEffects | Edit::Hear => a.citizens_view.push(CitizensView {
            who: "to be heard".into(),
            on: as_at,
            text: "to be heard".into(),
            levels: Default::default(),
            outcome: None,
            evidence: vec![evidence(
                if matches!(edit, Edit::Hear) { Grade::D } else { Grade::C },
                Some(as_at),
            )],
        }),
        _ => {}
    }
}

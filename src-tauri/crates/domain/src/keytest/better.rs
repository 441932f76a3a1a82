//! The single changes for the better that are looked at, part by part.

use std::collections::BTreeSet;

use super::assessment::Stage;
use super::edit::{Edit, Modifier};
use super::effect::{Direction, Effect};
use super::fact::{Answer, Level, Run};
use super::flip::Facts;
use super::harm::Reading;
use super::quality::{Dimension, Status};
use super::shift::{Currency, Shift, usable_of};

impl Facts<'_> {
    /// All of them.
    pub fn better(&self) -> Vec<Edit> {
        let mut found: BTreeSet<Edit> = self.quality_edits().into_iter().chain(self.wide_edits()).collect();
        for (currency, shift) in &self.a.shift {
            found.extend(self.shift_edits(*currency, shift));
        }
        for (place, measure) in self.a.quality.dimensions.iter().enumerate() {
            found.extend(self.measure_edits(place, measure));
        }
        for (g, group) in self.a.groups.iter().enumerate() {
            for (e, effect) in group.effects.iter().enumerate() {
                found.extend(self.effect_edits(g, e, effect));
            }
        }
        found.into_iter().collect()
    }

    pub(crate) fn shift_edits(&self, currency: Currency, shift: &Shift) -> Vec<Edit> {
        let mut edits = Vec::new();
        for modifier in Modifier::ALL {
            let answer = match modifier {
                Modifier::Usable => usable_of(shift, self.usable),
                other => other.of(shift),
            };
            if !answer.holds(Run::Cautious) {
                edits.push(Edit::Answer(currency, modifier, Answer::Yes));
            }
        }
        let before = shift.before.unwrap_or(Level::NONE);
        if shift.before.is_none() {
            edits.push(Edit::FindBefore(currency, Level::NONE));
        }
        let up = Level::new((before.number() + 1).clamp(3, 4)).unwrap_or(Level::HELD);
        let levels: BTreeSet<Level> = [before, up].into_iter().collect();
        let above =
            |known: Option<Level>| levels.iter().copied().filter(move |l| known.is_none_or(|k| *l > k));
        edits.extend(above(shift.granted).map(|level| Edit::Grant(currency, level)));
        if self.a.initiative.stage == Stage::Reviewed {
            edits.extend(above(shift.exercised).map(|level| Edit::Exercise(currency, level)));
        }
        if !shift.text_is_shown() {
            edits.push(Edit::ShowText(currency));
        }
        edits
    }

    /// Of the limb of quality as a whole.
    pub(crate) fn quality_edits(&self) -> Vec<Edit> {
        let quality = &self.a.quality;
        let guards = quality.safeguards.parts().into_iter().enumerate();
        let missing = guards.filter(|(_, (there, _))| !there).map(|(n, _)| Edit::Guard(n, true));
        missing.chain(quality.dimensions.is_empty().then_some(Edit::Measure)).collect()
    }

    pub(crate) fn measure_edits(&self, place: usize, measure: &Dimension) -> Vec<Edit> {
        let mut edits = Vec::new();
        if matches!(measure.moved(), Status::Worse | Status::Unknown) {
            edits.push(Edit::Move(place, Status::Held));
        }
        if !measure.is_shown(self.as_at) {
            edits.push(Edit::ShowMeasure(place));
        }
        edits
    }

    /// Of the limb of harm as a whole.
    pub(crate) fn wide_edits(&self) -> Vec<Edit> {
        let mut edits = Vec::new();
        if !self.a.groups.iter().any(|g| g.was_considered()) {
            edits.push(Edit::Consider);
        }
        if !self.states().harm.is_shown() {
            edits.extend([Edit::ShowEffects, Edit::Hear]);
        }
        edits
    }

    pub(crate) fn effect_edits(&self, g: usize, e: usize, effect: &Effect) -> Vec<Edit> {
        match effect.direction {
            Direction::Unknown => vec![Edit::Avoid(g, e)],
            Direction::Adverse => {
                let mut edits = vec![Edit::Avoid(g, e)];
                if self.covers.runs(&self.a.id, g, e, Reading::Guarded) != [true, true] {
                    edits.push(Edit::MakeUpFor(g, e));
                }
                if effect.severity.is_none() || effect.rights_based.is_unknown() {
                    edits.push(Edit::FindMinor(g, e));
                }
                edits
            }
            Direction::Benefit | Direction::None => vec![],
        }
    }
}

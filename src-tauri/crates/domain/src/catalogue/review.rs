//! What a keeper of the catalogue should look at: nothing wrong, but not to be forgotten.

use jiff::civil::Date;
use serde::Serialize;

use super::Catalogue;
use crate::power::{LawState, Modality, Power, RedressKind, Space, Verified};

/// Something to look at in one power.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Note {
    /// Which sort.
    pub kind: NoteKind,
    /// The power.
    pub power: String,
    /// What, in words.
    pub message: String,
}

/// Sorts of note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// Its review date has passed.
    ReviewDue,
    /// The law changes within 90 days.
    LawChanges,
    /// Rests on recall alone.
    RecallOnly,
    /// A duty holder must do something, and nothing can be done if it does not.
    NoRedress,
    /// People may take part only when invited.
    InvitedOnly,
}

impl NoteKind {
    /// Every sort, in the order shown.
    pub const ALL: [NoteKind; 5] = [
        NoteKind::ReviewDue,
        NoteKind::LawChanges,
        NoteKind::RecallOnly,
        NoteKind::NoRedress,
        NoteKind::InvitedOnly,
    ];

    /// Name.
    pub fn name(self) -> &'static str {
        match self {
            NoteKind::ReviewDue => "Review due",
            NoteKind::LawChanges => "Law about to change",
            NoteKind::RecallOnly => "Recall only",
            NoteKind::NoRedress => "Duty without redress",
            NoteKind::InvitedOnly => "By invitation only",
        }
    }
}

/// Days ahead in which a change of law is told.
const SOON: i64 = 90;

/// Notes on every power as at a day.
pub fn review(catalogue: &Catalogue, as_at: Date) -> Vec<Note> {
    let mut notes: Vec<Note> =
        catalogue.powers.values().flat_map(|p| notes_on(catalogue, p, as_at)).collect();
    notes.sort();
    notes
}

fn notes_on(catalogue: &Catalogue, power: &Power, as_at: Date) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut say = |kind, message: String| notes.push(Note { kind, power: power.id.clone(), message });
    if power.checked.review_by < as_at {
        say(NoteKind::ReviewDue, format!("to be read again by {}", power.checked.review_by));
    }
    for law in &power.in_force {
        for (day, what) in [(law.from, "begins"), (law.to, "ends")] {
            if let Some(day) = day.filter(|d| as_at <= *d && days_between(as_at, *d) <= SOON)
                && law.state != LawState::Proposed
            {
                say(NoteKind::LawChanges, format!("{what} in {} on {day}", law.nation.name()));
            }
        }
    }
    if power.verified == Verified::Recall {
        say(NoteKind::RecallOnly, "no source was read: read the law before relying on it".into());
    }
    let bound = power
        .steps
        .iter()
        .find(|s| s.modality == Modality::Must && catalogue.duty_holders.contains_key(&s.actor));
    let redress = power.redress.iter().any(|r| r.kind != RedressKind::NoneKnown);
    if let Some(step) = bound.filter(|_| !redress) {
        say(NoteKind::NoRedress, format!("must “{}”; nothing is on file if it does not", step.action));
    }
    if power.space == Space::Invited {
        say(NoteKind::InvitedOnly, "open only when the body opens it".into());
    }
    notes
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(i64::MAX, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_counted_across_months() {
        assert_eq!(days_between(date(2026, 11, 25), date(2027, 2, 23)), 90);
        assert_eq!(days_between(date(2026, 11, 25), date(2026, 11, 25)), 0);
    }
}

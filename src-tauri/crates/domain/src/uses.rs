//! Whether a power was used in an area, as at a date.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

use crate::power::Power;
use crate::record::UseOutcome;
use crate::truth::Truth;
use crate::world::{Coverage, Use, World};

/// What the record shows of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UseState {
    /// A success or one pending, inside the window, or a result that still lasts.
    Used,
    /// Tried inside the window, none granted.
    Refused,
    /// A register of uses was looked at and shows none.
    NoneRecorded,
    /// Nobody looked.
    NotChecked,
}

impl UseState {
    /// The word used in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            UseState::Used => "used",
            UseState::Refused => "refused",
            UseState::NoneRecorded => "none-recorded",
            UseState::NotChecked => "not-checked",
        }
    }
}

/// Years back that a use counts, unless its result lasts longer.
pub const LOOK_BACK_YEARS: i32 = 5;

/// The first and last day that a partial date (`2021`, `2021-06`, `2021-06-30`) may mean.
pub fn days_of(text: &str) -> Option<(Date, Date)> {
    let text = text.trim();
    if let Ok(day) = text.parse::<Date>() {
        return Some((day, day));
    }
    let mut parts = text.split('-');
    let year: i16 = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    match (parts.next(), parts.next()) {
        (None, _) => Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
        (Some(month), None) if month.len() == 2 => {
            let first = Date::new(year, month.parse().ok()?, 1).ok()?;
            Some((first, first.last_of_month()))
        }
        _ => None,
    }
}

/// Use of a power in an area as at a date, looking back so many years.
pub fn use_state(world: &World, power: &Power, area: usize, as_at: Date, look_back: i32) -> UseState {
    let mut refused = false;
    for event in world.uses_of(&power.id, area) {
        let Some((first, last)) = days_of(&event.date) else { continue };
        if first > as_at {
            continue;
        }
        let recent = last >= as_at.saturating_sub(look_back.years());
        match event.outcome {
            UseOutcome::Succeeded if recent || still_lasts(power, last, as_at) => return UseState::Used,
            UseOutcome::Pending if recent => return UseState::Used,
            UseOutcome::Refused | UseOutcome::Lapsed | UseOutcome::Withdrawn if recent => refused = true,
            _ => {}
        }
    }
    if refused {
        UseState::Refused
    } else if coverage_at(world, power, area, as_at).is_some() {
        UseState::NoneRecorded
    } else {
        UseState::NotChecked
    }
}

/// The latest coverage of a power in an area, not later than a date.
pub fn coverage_at<'w>(world: &'w World, power: &Power, area: usize, as_at: Date) -> Option<&'w Coverage> {
    world.coverage_of(&power.id, area).filter(|c| c.as_at <= as_at).max_by_key(|c| c.as_at)
}

/// The latest use of a power in an area, not later than a date.
pub fn last_use<'w>(world: &'w World, power: &Power, area: usize, as_at: Date) -> Option<&'w Use> {
    world
        .uses_of(&power.id, area)
        .filter_map(|u| days_of(&u.date).map(|(first, last)| (first, last, u)))
        .filter(|(first, ..)| *first <= as_at)
        .max_by_key(|(_, last, _)| *last)
        .map(|(.., u)| u)
}

/// Whether somebody (or one group) has a success of a power in an area whose result still lasts.
///
/// True from a recorded success; false only where a register of uses was looked at; else unknown.
pub fn outcome(world: &World, power: &Power, area: usize, group: Option<i64>, as_at: Date) -> Truth {
    let won = world.uses_of(&power.id, area).any(|event| {
        event.outcome == UseOutcome::Succeeded
            && group.is_none_or(|id| event.group == Some(id))
            && days_of(&event.date)
                .is_some_and(|(first, last)| first <= as_at && still_lasts(power, last, as_at))
    });
    if won {
        Truth::True
    } else if coverage_at(world, power, area, as_at).is_some() {
        Truth::False
    } else {
        Truth::Unknown
    }
}

fn still_lasts(power: &Power, from: Date, as_at: Date) -> bool {
    power.lasts.as_ref().is_some_and(|lasts| match lasts.months {
        None => true,
        Some(months) => {
            let end = from.checked_add(Span::new().months(i64::from(months)));
            end.unwrap_or(date(9999, 12, 31)) > as_at
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partial_date_covers_its_whole_period() {
        assert_eq!(days_of("2024-02"), Some((date(2024, 2, 1), date(2024, 2, 29))));
        assert_eq!(days_of("2021"), Some((date(2021, 1, 1), date(2021, 12, 31))));
        assert_eq!(days_of("2021-06-30"), Some((date(2021, 6, 30), date(2021, 6, 30))));
        assert_eq!(days_of("31/02/2020"), None);
        assert_eq!(days_of("2020-02-31"), None);
    }
}

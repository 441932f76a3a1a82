//! Dates of an assessment that contradict one another.

use jiff::civil::Date;

use super::assessment::Assessment;
use super::check::{Faults, Kind};
use super::evidence::months_after;
use super::fact::Evidence;

/// Dates that cannot all be right.
pub(crate) fn dates(a: &Assessment, as_at: Date, faults: &mut Faults) {
    let made = Some(a.made_on);
    faults.order(
        "baseline.date",
        ("the baseline’s day", Some(a.baseline.date)),
        ("the initiative’s day", a.initiative.from),
    );
    faults.order("window", ("its first day", a.window.from), ("its last day", a.window.to));
    faults.order("made_on", ("the day it was made", made), ("today", Some(as_at)));
    faults.order("review_by", ("the day it was made", made), ("the day to look again", a.review_by));
    faults.order("expires", ("the day it was made", made), ("the day it lapses", a.expires));
    faults.order("review_by", ("the day to look again", a.review_by), ("the day it lapses", a.expires));
    faults.order(
        "readers.read_on",
        ("the day it was made", made),
        ("the day it was read", a.readers.read_on),
    );
    if let Some(day) = a.expires.filter(|day| *day > months_after(a.made_on, 12)) {
        let wrong = format!("it lapses on {day}, more than twelve months after it was made");
        faults.add(
            Kind::Dates,
            "expires",
            wrong,
            "It counts for twelve months only: shorten it, or assess it again.",
        );
    }
    for (n, action) in a.actions.iter().enumerate() {
        faults.order(&format!("actions[{n}]"), ("its first day", action.from), ("its last day", action.to));
    }
    for (g, group) in a.groups.iter().enumerate() {
        for (e, effect) in group.effects.iter().enumerate() {
            let at = format!("groups[{g}].effects[{e}]");
            faults.order(&at, ("its first day", effect.starts), ("its last day", effect.ends));
        }
    }
    for (at, evidence) in evidence(a) {
        faults.order(&at, ("the evidence’s day", evidence.date), ("today", Some(as_at)));
    }
}

/// Every piece of evidence, with where it stands.
fn evidence(a: &Assessment) -> Vec<(String, &Evidence)> {
    let mut all: Vec<(String, &[Evidence])> = Vec::new();
    for (currency, shift) in &a.shift {
        all.push((format!("shift.{}", currency.slug()), &shift.evidence));
    }
    for (n, measure) in a.quality.dimensions.iter().enumerate() {
        all.push((format!("quality.dimensions[{n}]"), &measure.evidence));
    }
    for (g, group) in a.groups.iter().enumerate() {
        all.push((format!("groups[{g}]"), &group.evidence));
        for (e, effect) in group.effects.iter().enumerate() {
            all.push((format!("groups[{g}].effects[{e}]"), &effect.evidence));
        }
    }
    for (n, action) in a.actions.iter().enumerate() {
        all.push((format!("actions[{n}]"), &action.evidence));
    }
    for (n, view) in a.citizens_view.iter().enumerate() {
        all.push((format!("citizens_view[{n}]"), &view.evidence));
    }
    let each = |(at, list): (String, &'_ [Evidence])| {
        (0..list.len()).map(|n| format!("{at}.evidence[{n}]")).collect::<Vec<_>>()
    };
    all.into_iter().flat_map(|(at, list)| each((at, list)).into_iter().zip(list)).collect()
}

impl Faults {
    fn order(&mut self, at: &str, first: (&str, Option<Date>), then: (&str, Option<Date>)) {
        if let ((first, Some(a)), (then, Some(b))) = (first, then)
            && a > b
        {
            let wrong = format!("{first} ({a}) is after {then} ({b})");
            self.add(Kind::Dates, at, wrong, "Correct whichever is wrong.");
        }
    }
}

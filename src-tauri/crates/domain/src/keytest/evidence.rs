//! What evidence a finding needs, and how far it may be trusted without.

use jiff::ToSpan;
use jiff::civil::Date;

use super::assessment::Assessment;
use super::effect::Direction;
use super::fact::{Grade, best};

/// Whether facts are taken as stated or only as far as evidence shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// As stated: what the rules alone say.
    Rules,
    /// As shown: what may be published.
    Evidence,
}

/// The three limbs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limb {
    /// A shift of power.
    Shift,
    /// Quality held.
    Quality,
    /// Nobody harmed.
    Harm,
}

impl Limb {
    /// All three.
    pub const ALL: [Limb; 3] = [Limb::Shift, Limb::Quality, Limb::Harm];

    /// The limb as a question.
    pub fn question(self) -> &'static str {
        match self {
            Limb::Shift => "Is there a genuine shift of power?",
            Limb::Quality => "Is the quality of the service not compromised?",
            Limb::Harm => "Are the vulnerable and poor not made worse off overall?",
        }
    }
}

/// A day so many months earlier.
pub(crate) fn months_before(day: Date, months: i32) -> Date {
    day.checked_sub(months.months()).unwrap_or(Date::MIN)
}

/// A day so many months later.
pub(crate) fn months_after(day: Date, months: i32) -> Date {
    day.checked_add(months.months()).unwrap_or(Date::MAX)
}

/// The grade of a limb: that of its weakest deciding fact. `None` where a deciding fact has no evidence.
///
/// Facts that decide: each currency that is named; each measure that is worse, else each critical one, else all; the
/// adverse effects, else whatever evidence there is that there are none.
pub(crate) fn grade(a: &Assessment, limb: Limb) -> Option<Grade> {
    let facts: Vec<Option<Grade>> = match limb {
        Limb::Shift => a.shift.values().map(|s| best(&s.evidence)).collect(),
        Limb::Quality => {
            let of = |keep: &dyn Fn(&super::quality::Dimension) -> bool| -> Vec<Option<Grade>> {
                a.quality.dimensions.iter().filter(|d| keep(d)).map(|d| best(&d.evidence)).collect()
            };
            let worse = of(&|d| d.moved() == super::quality::Status::Worse);
            let critical = of(&|d| d.critical);
            [worse, critical, of(&|_| true)].into_iter().find(|f| !f.is_empty()).unwrap_or_default()
        }
        Limb::Harm => {
            let adverse = a.groups.iter().flat_map(|g| {
                let hurt = g.effects.iter().filter(|e| e.direction == Direction::Adverse);
                hurt.map(move |e| best(&e.evidence).or(best(&g.evidence)))
            });
            let adverse: Vec<_> = adverse.collect();
            if adverse.is_empty() {
                let said = a.groups.iter().flat_map(|g| {
                    g.effects.iter().filter_map(|e| best(&e.evidence)).chain(best(&g.evidence))
                });
                vec![said.max()]
            } else {
                adverse
            }
        }
    };
    facts.into_iter().collect::<Option<Vec<Grade>>>().and_then(|all| all.into_iter().max())
}

//! What a route is made of.

use crate::requirement::Slug;
use crate::sets::ChangeSet;
use crate::vocabulary::Cost;

/// What is done in one step.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// Find out whether a fact holds (place in the compiled facts).
    FindOut(usize),
    /// Carry out a remedy, by id.
    Remedy(Slug),
    /// Act with the help of an enabler, by id, which supplies all the capacity that is missing.
    Help(Slug),
    /// Use an earlier power with success (place in the compiled list).
    Use(usize),
}

/// One step of a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg {
    /// What is done.
    pub act: Act,
    /// Steps that must be over first, by place in the route.
    pub after: Vec<usize>,
    /// Weeks from the beginning until it can start.
    pub start: u32,
    /// Weeks from the beginning until it is over, at most; the start where no time is on file.
    pub end: u32,
    /// Whether a time for it is on file.
    pub timed: bool,
}

/// What a route costs: bands are counted, not added, since a band is no sum of money.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Price {
    /// Steps in the high band.
    pub high: u32,
    /// Steps in the medium band.
    pub medium: u32,
    /// Weeks of work, one after the other.
    pub weeks: u32,
    /// Steps in the low band, or without a band.
    pub low: u32,
}

impl Price {
    pub(crate) fn plus(self, o: Price) -> Price {
        Price {
            high: self.high.saturating_add(o.high),
            medium: self.medium.saturating_add(o.medium),
            weeks: self.weeks.saturating_add(o.weeks),
            low: self.low.saturating_add(o.low),
        }
    }

    /// The dearest band in it.
    pub fn band(self) -> Cost {
        match (self.high, self.medium) {
            (1.., _) => Cost::High,
            (_, 1..) => Cost::Medium,
            _ => Cost::Low,
        }
    }
}

/// A way to a power, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The changes it brings about.
    pub changes: ChangeSet,
    /// Its steps, in an order that works.
    pub legs: Vec<Leg>,
    /// What it costs.
    pub price: Price,
    /// Weeks in all, side by side where possible.
    pub weeks: u32,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    /// It can start today.
    Open,
    /// It is not available here.
    NotAvailable,
    /// Ways, cheapest first.
    Routes(Vec<Route>),
    /// No way is known: the changes for which there is none.
    NoRoute(ChangeSet),
}

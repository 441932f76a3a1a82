//! How one group gets to one power: the cheapest way over remedies and earlier powers.
//!
//! The way is a directed hyperpath. A power waits for its facts (AND / OR), a fact for a remedy or for an earlier
//! power whose success makes it true, and that power for its own facts. Costs add up; things that do not wait for
//! each other run side by side.

mod help;
mod route;

pub use route::{Act, Leg, Plan, Price, Route};

use std::collections::{BTreeMap, BTreeSet};

use crate::columns::Row;
use crate::compile::Compiled;
use crate::forms::Forms;
use crate::judge::Judge;
use crate::power::{Change as Effect, Power};
use crate::reach::Reach;
use crate::requirement::Fact;
use crate::sets::{Change, ChangeSet};
use crate::truth::Truth;
use crate::vocabulary::{Cost, Enabler, Meets, Remedy};

/// At most so many different routes are shown.
pub const MOST_ROUTES: usize = 6;

/// The least cost of each fact and each power, for one row.
#[derive(Debug, Clone, Default)]
pub struct Ways {
    facts: Vec<Option<(Price, Act)>>,
    powers: Vec<Option<(Price, ChangeSet)>>,
}

impl Ways {
    /// Whether a way to a false fact is known.
    pub(crate) fn reaches_fact(&self, fact: usize) -> bool {
        self.facts[fact].is_some()
    }

    /// What it costs to open a power (place in the compiled list); none if no way is known.
    pub fn price(&self, power: usize) -> Option<Price> {
        self.powers[power].as_ref().map(|(price, _)| *price)
    }
}

/// An act with its own price and the power it uses.
#[derive(Debug, Clone)]
struct Choice {
    act: Act,
    price: Price,
    power: Option<usize>,
}

/// Plans routes: what brings each fact about is worked out once.
pub struct Planner<'j, 'w> {
    judge: &'j Judge<'w>,
    choices: Vec<Vec<Choice>>,
}

impl<'j, 'w> Planner<'j, 'w> {
    /// Ready to plan.
    pub fn new(judge: &'j Judge<'w>) -> Self {
        let catalogue = &judge.world().catalogue;
        let compiled = judge.compiled();
        let uses = |fact: &Fact| -> Vec<Choice> {
            let makers = compiled.powers.iter().enumerate().filter(|(_, id)| {
                catalogue.powers.get(*id).is_some_and(|power| makes(&catalogue.forms, power, fact))
            });
            makers
                .map(|(place, _)| Choice {
                    act: Act::Use(place),
                    price: Price { low: 1, ..Price::default() },
                    power: Some(place),
                })
                .collect()
        };
        let choices = compiled
            .facts
            .iter()
            .map(|fact| {
                let mut found: Vec<Choice> =
                    catalogue.remedies_for(fact).into_iter().map(|r| choice(compiled, r)).collect();
                let done: Vec<usize> = found.iter().filter_map(|c| c.power).collect();
                found.extend(uses(fact).into_iter().filter(|c| c.power.is_none_or(|p| !done.contains(&p))));
                found
            })
            .collect();
        Planner { judge, choices }
    }

    /// The judge that plans are made with.
    pub(crate) fn judge(&self) -> &'j Judge<'w> {
        self.judge
    }

    /// The powers that could bring a fact about.
    pub(crate) fn powers_behind(&self, fact: usize) -> impl Iterator<Item = usize> {
        self.choices[fact].iter().filter_map(|c| c.power)
    }

    /// Whether a power is available to a row and not open to it.
    pub(crate) fn can_be_asked(&self, power: usize, area: usize, row: Row) -> bool {
        !matches!(self.judge.row(power, area, row), Reach::NotAvailable | Reach::Open)
    }

    /// The least costs for a row: a least fixed point, so that a circle never holds itself up.
    pub fn ways(&self, area: usize, row: Row) -> Ways {
        self.ways_given(area, row, None)
    }

    /// The same with one fact granted from outside.
    pub(crate) fn ways_given(&self, area: usize, row: Row, granted: Option<usize>) -> Ways {
        let (facts, powers) = (self.choices.len(), self.judge.compiled().powers.len());
        let mut ways = Ways { facts: vec![None; facts], powers: vec![None; powers] };
        if let Some(fact) = granted {
            ways.facts[fact] = Some((Price::default(), Act::FindOut(fact)));
        }
        let asked: Vec<Asked> = (0..powers).map(|power| self.asked(power, area, row)).collect();
        loop {
            let mut changed = false;
            for fact in 0..facts {
                if let Some(best) = self.best_act(fact, row, &ways)
                    && ways.facts[fact].as_ref().is_none_or(|(price, _)| best.0 < *price)
                {
                    ways.facts[fact] = Some(best);
                    changed = true;
                }
            }
            for (power, asked) in asked.iter().enumerate() {
                if let Some(best) = self.cheapest(power, row, asked, &ways)
                    && ways.powers[power].as_ref().is_none_or(|(price, _)| best.0 < *price)
                {
                    ways.powers[power] = Some(best);
                    changed = true;
                }
            }
            if !changed {
                return ways;
            }
        }
    }

    /// Ways from a row to a power, cheapest first.
    pub fn plan(&self, power: usize, area: usize, row: Row, ways: &Ways) -> Plan {
        match self.judge.row(power, area, row) {
            Reach::Open => return Plan::Open,
            Reach::NotAvailable => return Plan::NotAvailable,
            _ => {}
        }
        let mut sets = self.judge.sets(power, area, row).sets;
        if let Some((_, set)) = &ways.powers[power]
            && !sets.contains(set)
        {
            sets.push(set.clone());
        }
        let mut routes: Vec<Route> = sets.iter().filter_map(|set| self.route(set, ways, None)).collect();
        for set in &sets {
            let helper = self.helper(power, area, row, set);
            routes.extend(helper.and_then(|enabler| self.route(set, ways, Some(enabler))));
        }
        routes.sort_by(|a, b| (a.price, a.weeks, &a.changes).cmp(&(b.price, b.weeks, &b.changes)));
        routes.dedup_by(|a, b| a.legs == b.legs);
        routes.truncate(MOST_ROUTES);
        if routes.is_empty() {
            let lost = |change: &Change| self.act_for(change, ways).is_none();
            return Plan::NoRoute(self.judge.reason(power, area, row).into_iter().filter(lost).collect());
        }
        Plan::Routes(routes)
    }

    /// What would bring a fact about if it turned out not to hold.
    pub fn if_not(&self, fact: usize, ways: &Ways) -> Option<Act> {
        self.priced(fact, ways).min().map(|(_, act)| act)
    }

    fn route(&self, set: &ChangeSet, ways: &Ways, help: Option<&'w Enabler>) -> Option<Route> {
        let mut laid = Laid { help, ..Laid::default() };
        for change in set {
            self.lay(change, ways, &mut laid)?;
        }
        let price = laid.legs.iter().map(|leg| self.own_price(&leg.act)).fold(Price::default(), Price::plus);
        let weeks = laid.legs.iter().map(|leg| leg.end).max().unwrap_or(0);
        Some(Route { changes: set.clone(), legs: laid.legs, price, weeks })
    }

    /// Adds the steps of a change after those it waits for; the place of its last step.
    fn lay(&self, change: &Change, ways: &Ways, laid: &mut Laid<'w>) -> Option<usize> {
        let choice = match laid.help.and_then(|enabler| help::choice(enabler, change)) {
            Some(helped) => helped,
            None => self.act_for(change, ways)?,
        };
        if let Some(place) = laid.places.get(&choice.act) {
            return Some(*place);
        }
        if !laid.open.insert(choice.act.clone()) {
            return None;
        }
        let mut after = Vec::new();
        if let Some(power) = choice.power {
            for earlier in &ways.powers[power].as_ref()?.1 {
                after.push(self.lay(earlier, ways, laid)?);
            }
        }
        after.sort_unstable();
        after.dedup();
        laid.open.remove(&choice.act);
        let start = after.iter().map(|place| laid.legs[*place].end).max().unwrap_or(0);
        let timed = matches!(choice.act, Act::Remedy(_));
        laid.places.insert(choice.act.clone(), laid.legs.len());
        laid.legs.push(Leg { act: choice.act, after, start, end: start + choice.price.weeks, timed });
        Some(laid.legs.len() - 1)
    }

    /// The cheapest act that brings a change about.
    fn act_for(&self, change: &Change, ways: &Ways) -> Option<Choice> {
        let catalogue = &self.judge.world().catalogue;
        let compiled = self.judge.compiled();
        let cheapest = |remedies: &mut dyn Iterator<Item = &'w Remedy>| {
            remedies.min_by_key(|r| (r.cost, r.weeks.to, &r.id)).map(|r| choice(compiled, r))
        };
        match change {
            Change::FindOut(fact) => Some(find_out(*fact)),
            Change::Meet(fact) => {
                let (_, act) = ways.facts[*fact].as_ref()?;
                self.choices[*fact].iter().find(|c| &c.act == act).cloned()
            }
            Change::Lift(barrier) => cheapest(&mut catalogue.barriers.get(barrier)?.remedies.iter()),
            Change::Supply(kind, _) => {
                let supplies = Meets::Capacity(*kind);
                cheapest(&mut catalogue.remedies.values().filter(|r| r.meets.contains(&supplies)))
            }
        }
    }

    fn best_act(&self, fact: usize, row: Row, ways: &Ways) -> Option<(Price, Act)> {
        if self.judge.columns().value(fact, row) != Truth::False {
            return None;
        }
        self.priced(fact, ways).min()
    }

    fn priced(&self, fact: usize, ways: &Ways) -> impl Iterator<Item = (Price, Act)> {
        self.choices[fact].iter().filter_map(|c| match c.power {
            None => Some((c.price, c.act.clone())),
            Some(power) => Some((c.price.plus(ways.price(power)?), c.act.clone())),
        })
    }

    /// What a power asks of a row beside the law, and whether it can be asked at all.
    fn asked(&self, power: usize, area: usize, row: Row) -> Asked {
        match self.judge.row(power, area, row) {
            Reach::NotAvailable => return Asked::Nothing,
            Reach::Open => return Asked::Open,
            _ => {}
        }
        let lifts =
            self.judge.stopping(power, area, row).into_iter().map(|(f, _)| Change::Lift(f.barrier.clone()));
        let supplies = self.judge.shortfalls(power, row).into_iter().map(|(k, l, _)| Change::Supply(k, l));
        Asked::Beside(lifts.chain(supplies).collect())
    }

    /// The cheapest set of changes that opens a power, by what each change costs on its way.
    fn cheapest(&self, power: usize, row: Row, asked: &Asked, ways: &Ways) -> Option<(Price, ChangeSet)> {
        let none = || Some((Price::default(), ChangeSet::new()));
        let beside = match asked {
            Asked::Nothing => return None,
            Asked::Open => return none(),
            Asked::Beside(changes) => changes,
        };
        let join = |a: Option<(Price, ChangeSet)>, b: Option<(Price, ChangeSet)>| {
            let ((pa, sa), (pb, sb)) = (a?, b?);
            Some((pa.plus(pb), sa.into_iter().chain(sb).collect::<ChangeSet>()))
        };
        let one = |change: Change, price: Price| Some((price, ChangeSet::from([change])));
        let law = self.judge.compiled().programs[power].fold(
            |fact| match self.judge.value(power, fact, row) {
                Truth::True => none(),
                Truth::Unknown => one(Change::FindOut(fact), find_out(fact).price),
                Truth::False => one(Change::Meet(fact), ways.facts[fact].as_ref()?.0),
            },
            |parts| parts.into_iter().fold(none(), join),
            |parts| parts.into_iter().flatten().min(),
        );
        beside.iter().fold(law.unwrap_or_else(none), |whole, change| {
            join(whole, self.act_for(change, ways).and_then(|c| one(change.clone(), c.price)))
        })
    }

    fn own_price(&self, act: &Act) -> Price {
        match act {
            Act::Remedy(id) => self.judge.remedy(id).map_or(Price::default(), price),
            Act::FindOut(_) | Act::Use(_) | Act::Help(_) => Price { low: 1, ..Price::default() },
        }
    }
}

enum Asked {
    /// It is not available.
    Nothing,
    /// It is open already.
    Open,
    /// Barriers to lift and capacity to supply, beside the law.
    Beside(Vec<Change>),
}

#[derive(Default)]
struct Laid<'w> {
    help: Option<&'w Enabler>,
    legs: Vec<Leg>,
    places: BTreeMap<Act, usize>,
    open: BTreeSet<Act>,
}

impl<'w> Judge<'w> {
    /// A remedy by id, of a test or of a barrier.
    pub fn remedy(&self, id: &str) -> Option<&'w Remedy> {
        let catalogue = &self.world().catalogue;
        let lifts = || catalogue.barriers.values().flat_map(|b| &b.remedies).find(|r| r.id == id);
        catalogue.remedies.get(id).or_else(lifts)
    }
}

fn find_out(fact: usize) -> Choice {
    Choice { act: Act::FindOut(fact), price: Price { low: 1, ..Price::default() }, power: None }
}

fn choice(compiled: &Compiled, remedy: &Remedy) -> Choice {
    Choice {
        act: Act::Remedy(remedy.id.clone()),
        price: price(remedy),
        power: remedy.power.as_ref().and_then(|id| compiled.power(id)),
    }
}

fn price(remedy: &Remedy) -> Price {
    let weeks = remedy.weeks.to;
    match remedy.cost {
        Cost::High => Price { high: 1, weeks, ..Price::default() },
        Cost::Medium => Price { medium: 1, weeks, ..Price::default() },
        Cost::Low => Price { low: 1, weeks, ..Price::default() },
    }
}

/// Whether a success with this power makes the fact true.
fn makes(forms: &Forms, power: &Power, fact: &Fact) -> bool {
    if matches!(fact, Fact::Outcome(o) if o.of == power.id) {
        return true;
    }
    power.changes.iter().any(|effect| match (effect, fact) {
        (Effect::Form(form), Fact::Form(wanted)) => {
            let known = [(form.clone(), true)].into_iter().collect();
            wanted.iter().any(|w| w == form || forms.holds(w, &known).is_true())
        }
        (Effect::Trait(name), Fact::Trait(wanted)) => name == wanted,
        (Effect::AreaType(t), Fact::AreaType(wanted)) => wanted.contains(t),
        (Effect::Outcome(id), Fact::Outcome(wanted)) => id == &wanted.of,
        _ => false,
    })
}

//! What is wrong with a reform, each kind told apart, with what to do about it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::Reform;
use super::change::Change;
use super::circles;
use super::law::{rewrite, with_threshold};
use super::leaf::named;
use crate::area::Nation;
use crate::catalogue::{Catalogue, check_power, check_requirement};
use crate::power::{LawState, Power};

/// Something wrong with a reform.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The change, by its place in the reform, from 0; none: the reform as a whole.
    pub change: Option<usize>,
    /// Which sort.
    pub kind: ProblemKind,
    /// What is wrong and what to do.
    pub message: String,
}

/// Sorts of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemKind {
    /// It has no name.
    Nameless,
    /// No such power.
    UnknownPower,
    /// The power has no such leaf.
    UnknownLeaf,
    /// No such area.
    UnknownArea,
    /// No such barrier.
    UnknownBarrier,
    /// No such department, duty holder or legal form.
    UnknownWord,
    /// Nothing is there that could be changed so.
    NothingToChange,
    /// Replacements or prerequisites run in a circle.
    Circle,
    /// Dates contradict.
    Dates,
    /// Two changes cannot both be made.
    Contradiction,
    /// The new law does not hold together.
    Law,
}

impl Reform {
    /// Everything wrong with it against a catalogue; empty if it can be tried.
    pub fn check(&self, catalogue: &Arc<Catalogue>) -> Vec<Problem> {
        let mut check = Check { catalogue, reform: self, problems: Vec::new() };
        if self.name.trim().is_empty() || self.id.is_empty() {
            check.say(None, ProblemKind::Nameless, "The reform has no name: give it one.".into());
        }
        for (place, change) in self.changes.iter().enumerate() {
            check.names(place, change);
            check.law(place, change);
        }
        check.contradictions();
        check.dates();
        circles::of_leaves(catalogue, &self.changes, &mut |place, message| {
            check.problems.push(Problem { change: Some(place), kind: ProblemKind::Circle, message });
        });
        if check.problems.is_empty() {
            check.rewritten();
        }
        let mut problems = check.problems;
        problems.sort();
        problems.dedup();
        problems
    }

    /// The power as filed, or as this reform adds it.
    fn power<'r>(&'r self, catalogue: &'r Catalogue, id: &str) -> Option<&'r Power> {
        let added = self.changes.iter().find_map(|change| match change {
            Change::AddPower { power } if power.id == id => Some(power.as_ref()),
            _ => None,
        });
        catalogue.powers.get(id).or(added)
    }
}

struct Check<'a> {
    catalogue: &'a Arc<Catalogue>,
    reform: &'a Reform,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn say(&mut self, change: Option<usize>, kind: ProblemKind, message: String) {
        self.problems.push(Problem { change, kind, message });
    }

    /// Ids that lead nowhere.
    fn names(&mut self, place: usize, change: &Change) {
        let c = self.catalogue.clone();
        let lifted = match change {
            Change::LiftBarrier { power, .. } => power.as_deref(),
            _ => None,
        };
        for id in change.law_of().into_iter().chain(lifted) {
            if self.reform.power(&c, id).is_none() {
                self.say(
                    Some(place),
                    ProblemKind::UnknownPower,
                    format!("There is no power “{id}”. Look for it: takeup search WORDS."),
                );
            }
        }
        let (area, form) = match change {
            Change::LiftBarrier { area, form, .. } => (area.as_deref(), form.as_deref()),
            Change::AddEnabler(new) => (new.area.as_deref(), new.form.as_deref()),
            _ => (None, None),
        };
        if let Some(gss) = area.filter(|gss| c.area(gss).is_none()) {
            self.say(
                Some(place),
                ProblemKind::UnknownArea,
                format!("No council area has the code “{gss}”. Look for it: takeup areas NAME."),
            );
        }
        if let Some(id) = form.filter(|id| c.forms.get(id).is_none()) {
            self.say(
                Some(place),
                ProblemKind::UnknownWord,
                format!("There is no legal form “{id}”. Use an id from legal-forms.json, such as cio."),
            );
        }
        match change {
            Change::LiftBarrier { barrier, duty_holder, .. } => {
                if !c.barriers.contains_key(barrier) {
                    self.say(
                        Some(place),
                        ProblemKind::UnknownBarrier,
                        format!("There is no barrier “{barrier}”. See the list: takeup barriers."),
                    );
                }
                if let Some(id) = duty_holder.as_ref().filter(|id| !c.duty_holders.contains_key(*id)) {
                    self.holder(place, id);
                }
            }
            Change::MovePower { power, to } if !c.departments.contains_key(to) => {
                self.say(Some(place), ProblemKind::UnknownWord, format!("There is no department “{to}” to move “{power}” to. See the list: takeup departments."));
            }
            Change::ChangeDutyHolder { to, .. } if !c.duty_holders.contains_key(to) => self.holder(place, to),
            Change::AddEnabler(new) if new.supplies.is_empty() || new.name.trim().is_empty() => {
                self.say(
                    Some(place),
                    ProblemKind::NothingToChange,
                    "The enabler needs a name and at least one thing that it supplies.".into(),
                );
            }
            _ => {}
        }
    }

    fn holder(&mut self, place: usize, id: &str) {
        self.say(Some(place), ProblemKind::UnknownWord, format!("There is no kind of duty holder “{id}”. Use an id from duty-holders.json, such as principal-local-authority."));
    }

    /// Whether the law has what the change speaks of.
    fn law(&mut self, place: usize, change: &Change) {
        let c = self.catalogue.clone();
        let Some(power) = change.law_of().and_then(|id| self.reform.power(&c, id)).cloned() else { return };
        let id = &power.id;
        if let Some(name) = change.leaf() {
            let found = named(&power.requires, name);
            if found.is_empty() {
                let keys: Vec<String> =
                    super::leaves_of(&power.requires).iter().filter_map(super::LeafAt::key).collect();
                let keys = if keys.is_empty() { "it has no tests".into() } else { keys.join(", ") };
                self.say(
                    Some(place),
                    ProblemKind::UnknownLeaf,
                    format!("“{id}” has no test “{name}”. Its tests: {keys}."),
                );
            }
            for leaf in &found {
                match change {
                    Change::Threshold { to, .. }
                        if leaf.fact().and_then(|f| with_threshold(f, *to)).is_none() =>
                    {
                        self.say(Some(place), ProblemKind::NothingToChange, format!("The test “{name}” of “{id}” has no such number or date. Give members for a test of members, a day for founded-before; replace other tests."));
                    }
                    Change::DropLeaf { .. } | Change::ReplaceLeaf { .. } if leaf.fact().is_none() => {
                        self.say(Some(place), ProblemKind::NothingToChange, format!("“{name}” of “{id}” is done, or judged, while using the power; it never decides who may start, so no answer would change. Take the change out."));
                    }
                    _ => {}
                }
            }
        }
        match change {
            Change::ReplaceLeaf { with, .. } => {
                for problem in check_requirement(&c, with) {
                    self.say(
                        Some(place),
                        ProblemKind::Law,
                        format!("In the new test, {}: {}.", problem.at, problem.message),
                    );
                }
            }
            Change::AddPower { power } if c.powers.contains_key(&power.id) => {
                self.say(Some(place), ProblemKind::Contradiction, format!("A power “{}” is already in the catalogue: change that one, or give the new one another id.", power.id));
            }
            Change::MovePower { to, .. } if &power.department == to => {
                self.say(
                    Some(place),
                    ProblemKind::NothingToChange,
                    format!("“{id}” already belongs to “{to}”: take the change out."),
                );
            }
            Change::ChangeDutyHolder { to, .. } if &power.duty_holder == to => {
                self.say(
                    Some(place),
                    ProblemKind::NothingToChange,
                    format!("“{id}” is already answered by “{to}”: take the change out."),
                );
            }
            Change::Repeal { nation, .. } => self.repeal(place, &power, *nation),
            _ => {}
        }
    }

    fn repeal(&mut self, place: usize, power: &Power, nation: Nation) {
        let Change::Repeal { on, .. } = &self.reform.changes[place] else { return };
        let (id, name) = (&power.id, nation.name());
        let begins = self.reform.changes.iter().find_map(|change| match change {
            Change::Commence { power, nation: n, on } if power == id && *n == nation => Some(*on),
            _ => None,
        });
        let law = power.in_force.iter().find(|law| law.nation == nation);
        let from = begins.or(law.and_then(|law| law.from));
        let runs = law.is_some_and(|l| {
            matches!(l.state, LawState::InForce | LawState::PartlyInForce)
                || l.from.is_some() && l.state == LawState::NotCommenced
        });
        if begins.is_none() && !runs {
            self.say(Some(place), ProblemKind::NothingToChange, format!("“{id}” does not run in {name}, so there is nothing to repeal: take the change out, or commence it first."));
        } else if let Some(to) = law.and_then(|law| law.to).filter(|to| begins.is_none() && to <= on) {
            self.say(
                Some(place),
                ProblemKind::Dates,
                format!(
                    "“{id}” already ends in {name} on {to}: give an earlier day, or take the change out."
                ),
            );
        } else if let Some(from) = from.filter(|from| on <= from) {
            self.say(
                Some(place),
                ProblemKind::Dates,
                format!("“{id}” would end in {name} on {on}, but begins on {from}: give a later day."),
            );
        }
    }

    /// Two changes of one thing.
    fn contradictions(&mut self) {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (place, change) in self.reform.changes.iter().enumerate() {
            for target in self.targets(change) {
                let Some(first) = seen.insert(target.clone(), place) else { continue };
                if first == place {
                    continue;
                }
                let message = if self.reform.changes[first] == *change {
                    format!("Change {} is there twice: take one out.", first + 1)
                } else {
                    format!(
                        "Changes {} and {} both say what becomes of {target}: keep one of them.",
                        first + 1,
                        place + 1
                    )
                };
                self.say(Some(place), ProblemKind::Contradiction, message);
            }
        }
    }

    /// What a change decides, in words; two changes may not decide the same.
    fn targets(&self, change: &Change) -> Vec<String> {
        if let (Some(id), Some(name)) = (change.law_of(), change.leaf()) {
            let power = self.reform.power(self.catalogue, id);
            let leaves = power.map(|p| named(&p.requires, name)).unwrap_or_default();
            return leaves.iter().map(|leaf| format!("the test at {} of “{id}”", leaf.at)).collect();
        }
        vec![match change {
            Change::Commence { power, nation, .. } => {
                format!("the beginning of “{power}” in {}", nation.name())
            }
            Change::Repeal { power, nation, .. } => format!("the end of “{power}” in {}", nation.name()),
            Change::AsAt { .. } => "the day asked about".into(),
            Change::AddPower { power } => format!("the new power “{}”", power.id),
            Change::MovePower { power, .. } => format!("the department of “{power}”"),
            Change::ChangeDutyHolder { power, .. } => format!("who answers for “{power}”"),
            Change::AddEnabler(new) => {
                format!("the enabler “{}” in {:?} for {:?}", new.name, new.area, new.form)
            }
            _ => format!("{change:?}"),
        }]
    }

    /// Days after the day asked about.
    fn dates(&mut self) {
        let asked: Option<Date> = self.reform.changes.iter().find_map(|change| match change {
            Change::AsAt { date } => Some(*date),
            _ => None,
        });
        let Some(asked) = asked else { return };
        for (place, change) in self.reform.changes.iter().enumerate() {
            let (begins, what) = match change {
                Change::Commence { power, on, .. } => (*on, format!("“{power}” would begin")),
                Change::Repeal { power, on, .. } => (*on, format!("“{power}” would end")),
                Change::AddEnabler(new) => {
                    (new.from.unwrap_or(asked), format!("“{}” would begin to help", new.name))
                }
                _ => continue,
            };
            if begins > asked {
                self.say(Some(place), ProblemKind::Dates, format!("{what} on {begins}, but the reform asks as at {asked}: ask as at a later day, or let it begin earlier."));
            }
        }
    }

    /// What can be told only of the law as it would be.
    fn rewritten(&mut self) {
        let all: Vec<&Change> = self.reform.changes.iter().collect();
        let after = rewrite(self.catalogue, &all).catalogue;
        for (place, change) in self.reform.changes.iter().enumerate() {
            if let Change::AddPower { power } = change {
                for problem in check_power(&after, power) {
                    let at = if problem.at.is_empty() { String::new() } else { format!("{}: ", problem.at) };
                    self.say(
                        Some(place),
                        ProblemKind::Law,
                        format!("In the new power, {at}{}.", problem.message),
                    );
                }
            }
        }
        let mut found = Vec::new();
        circles::of_powers(self.catalogue, &after, &mut |id, message| found.push((id.to_owned(), message)));
        for (id, message) in found {
            let place = self.reform.changes.iter().position(|c| c.law_of() == Some(id.as_str()));
            self.say(place, ProblemKind::Circle, message);
        }
    }
}

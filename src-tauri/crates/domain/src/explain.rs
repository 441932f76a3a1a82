//! The proof of an answer: the tree with what every leaf is worth, the fact behind it and its source.

use crate::columns::Row;
use crate::facts::Who;
use crate::judge::Judge;
use crate::power::Power;
use crate::reach::Reach;
use crate::requirement::{Fact, Requirement, Test};
use crate::sets::Sets;
use crate::truth::Truth;
use crate::world::{Finding, Lift, RegisterRead, Told};

/// The proof for people or one group.
#[derive(Debug, Clone)]
pub struct Proof<'w> {
    /// The answer.
    pub reach: Reach,
    /// The requirement with the worth of every part.
    pub tree: ProofNode<'w>,
    /// Findings that stop it, with whether a remedy is known.
    pub stopped_by: Vec<(&'w Finding, bool)>,
    /// Practical needs known to be unmet.
    pub short_of: Vec<(&'w crate::power::Need, bool)>,
    /// The smallest sets of changes that would open it.
    pub sets: Sets,
}

/// One part of a proof.
#[derive(Debug, Clone)]
pub enum ProofNode<'w> {
    /// Every part must hold. A value of none: nothing decides it.
    All(Option<Truth>, Vec<ProofNode<'w>>),
    /// One part is enough.
    Any(Option<Truth>, Vec<ProofNode<'w>>),
    /// A fact.
    Fact {
        /// The test.
        fact: &'w Fact,
        /// In words.
        words: String,
        /// Where the law sets it.
        provision: &'w str,
        /// What it is worth here.
        value: Truth,
        /// What is on record.
        because: String,
        /// Who says so.
        source: Option<String>,
    },
    /// To do while using the power.
    Task {
        /// In words.
        words: String,
        /// Who does it.
        by: &'w str,
        /// By when.
        deadline: Option<&'w str>,
        /// Where the law sets it.
        provision: &'w str,
    },
    /// To confirm.
    Judgement {
        /// In words.
        words: String,
        /// Who decides.
        decided_by: String,
        /// Where the law sets it.
        provision: &'w str,
    },
}

impl ProofNode<'_> {
    /// What this part is worth; none if nothing decides it.
    pub fn value(&self) -> Option<Truth> {
        match self {
            ProofNode::All(value, _) | ProofNode::Any(value, _) => *value,
            ProofNode::Fact { value, .. } => Some(*value),
            ProofNode::Task { .. } | ProofNode::Judgement { .. } => None,
        }
    }
}

impl<'w> Judge<'w> {
    /// The proof for a row: people (none) or the nth presence of an area.
    pub fn prove(&self, power: usize, area: usize, presence: Option<usize>) -> Option<Proof<'w>> {
        let entry = self.world().catalogue.powers.get(&self.compiled().powers[power])?;
        let row = match presence {
            None => self.columns().people(area),
            Some(n) => self.columns().presence(area, n),
        };
        let who = match presence.and_then(|n| self.world().presences_in(area).get(n)) {
            None => Who::People,
            Some(p) => Who::Group(&self.world().groups[p.group as usize], p.basis),
        };
        let short_of = self.shortfalls(power, row);
        Some(Proof {
            reach: self.row(power, area, row),
            tree: self.node(power, &entry.requires, area, row, who),
            stopped_by: self.stopping(power, area, row),
            short_of: entry
                .needs
                .iter()
                .filter_map(|n| {
                    let short = short_of.iter().find(|(k, l, _)| (*k, *l) == (n.capacity, n.level))?;
                    Some((n, short.2))
                })
                .collect(),
            sets: self.sets(power, area, row),
        })
    }

    fn node(
        &self,
        power: usize,
        tree: &'w Requirement,
        area: usize,
        row: Row,
        who: Who<'w>,
    ) -> ProofNode<'w> {
        match tree {
            Requirement::All(parts) => {
                let parts: Vec<_> = parts.iter().map(|p| self.node(power, p, area, row, who)).collect();
                ProofNode::All(parts.iter().filter_map(ProofNode::value).reduce(Truth::and), parts)
            }
            Requirement::Any(parts) => {
                let parts: Vec<_> = parts.iter().map(|p| self.node(power, p, area, row, who)).collect();
                ProofNode::Any(parts.iter().filter_map(ProofNode::value).reduce(Truth::or), parts)
            }
            Requirement::Leaf(leaf) => {
                let words = self.world().catalogue.leaf_words_in(leaf, self.world().area_told.get(&area));
                let provision = leaf.provision.as_str();
                match &leaf.test {
                    Test::Fact(fact) => {
                        let place = self.compiled().fact(fact);
                        let value = place.map_or(Truth::Unknown, |f| self.value(power, f, row));
                        let (because, source) = match place.and_then(|f| self.lifted(power, f, row)) {
                            Some(lift) => (self.lift_words(lift), None),
                            None => self.basis(fact, value, area, who),
                        };
                        ProofNode::Fact { fact, words, provision, value, because, source }
                    }
                    Test::Task(task) => {
                        ProofNode::Task { words, by: &task.by, deadline: task.deadline.as_deref(), provision }
                    }
                    Test::Judgement(j) => ProofNode::Judgement {
                        words,
                        decided_by: self.world().catalogue.holder_name(&j.decided_by),
                        provision,
                    },
                }
            }
        }
    }

    fn lift_words(&self, lift: &Lift) -> String {
        let barrier = self.world().catalogue.barriers.get(&lift.barrier);
        let name = barrier.map_or(lift.barrier.as_str(), |b| b.name.as_str());
        format!("Counts as met: the reform lifts “{name}”.")
    }

    /// What is on record behind a fact's value, and who says so.
    fn basis(&self, fact: &Fact, value: Truth, area: usize, who: Who<'w>) -> (String, Option<String>) {
        let world = self.world();
        let place = world.area_told.get(&area);
        let told = match who {
            Who::People => None,
            Who::Group(group, _) => group.told.as_deref(),
        };
        let hand = |told: Option<&Told>, keys: &[String]| {
            keys.iter().find_map(|k| told.and_then(|t| t.sources.get(k)).map(|s| (k.clone(), s.clone())))
        };
        if let Some((_, source)) = hand(told, &keys(fact, area)).or_else(|| hand(place, &keys(fact, area))) {
            return ("Told by hand.".into(), Some(source));
        }
        if value == Truth::Unknown {
            return (format!("Not on record. {}", world.catalogue.ask_words(fact)), None);
        }
        let register = match who {
            Who::Group(group, _) => world.register_of(group).map(RegisterRead::dated_name),
            Who::People => None,
        };
        match (fact, who) {
            (Fact::Form(_), Who::People)
            | (Fact::Members(_), Who::People)
            | (Fact::Trait(_), Who::People)
                if value == Truth::False =>
            {
                ("People acting without a group do not have it.".into(), None)
            }
            (Fact::Form(_) | Fact::Trait(_), Who::Group(group, _)) => {
                let forms: Vec<String> = group
                    .forms
                    .iter()
                    .filter(|(_, has)| **has)
                    .map(|(f, _)| world.catalogue.form_name(f))
                    .collect();
                (format!("On record as: {}.", forms.join(", ")), register)
            }
            (Fact::Standing(_), _) => match value {
                Truth::True => ("Nobody is shut out, or people who live here have it.".into(), None),
                _ => ("On record as not having it.".into(), register),
            },
            (Fact::LocalConnection(_), _) => ("The register says that it works here.".into(), register),
            (Fact::AreaType(_), _) => {
                let kind = world.catalogue.areas.get(area).map(|a| a.parished);
                (
                    format!("The council's area is {}.", kind.map_or("not recorded", |p| p.words())),
                    Some("Council list (ONS parish lookups, December 2019)".into()),
                )
            }
            (Fact::Outcome(outcome), _) => self.outcome_basis(&outcome.of, value, area),
            (Fact::FoundedBefore(_), Who::Group(group, _)) => (
                match (group.founded, group.registered) {
                    (Some(day), _) => format!("Began on {day}."),
                    (None, Some(day)) => format!("Registered on {day}."),
                    _ => "Not on record.".into(),
                },
                register,
            ),
            _ => ("On record.".into(), register),
        }
    }

    fn outcome_basis(&self, power: &str, value: Truth, area: usize) -> (String, Option<String>) {
        let world = self.world();
        let Some(entry) = world.catalogue.powers.get(power) else { return (String::new(), None) };
        let as_at = self.columns().as_at;
        if value == Truth::True
            && let Some(event) = crate::uses::last_use(world, entry, area, as_at)
        {
            return (
                format!("{}: {} ({}).", event.group_name, event.what, event.date),
                Some(event.source.title.clone()),
            );
        }
        match crate::uses::coverage_at(world, entry, area, as_at) {
            Some(c) => (
                format!("“{}” was looked at as at {} and shows none that lasts.", c.register, c.as_at),
                Some(c.source.title.clone()),
            ),
            None => ("Not on record.".into(), None),
        }
    }
}

/// The keys under which a fact may have been told by hand.
fn keys(fact: &Fact, area: usize) -> Vec<String> {
    match fact {
        Fact::Form(forms) => forms.iter().map(|f| format!("form:{f}")).collect(),
        Fact::Standing(standings) => standings.iter().map(|s| format!("standing:{s}")).collect(),
        Fact::Members(m) => {
            vec![format!("members:{}", m.of), format!("share:{}", m.of), "members".into()]
        }
        Fact::LocalConnection(_) => vec![format!("works-here@{area}")],
        Fact::AreaType(_) => vec![format!("area-type@{area}"), "area-type".into()],
        Fact::Outcome(o) => vec![format!("outcome:{}", o.of)],
        Fact::Trait(id) => vec![format!("trait:{id}")],
        Fact::FoundedBefore(_) => vec!["founded".into()],
    }
}

impl Power {
    /// Its leaves that nobody computes: judgements to confirm.
    pub fn to_confirm(&self) -> usize {
        self.requires.leaves().iter().filter(|l| matches!(l.test, Test::Judgement(_))).count()
    }

    /// Its leaves that are done while using it.
    pub fn tasks(&self) -> usize {
        self.requires.leaves().iter().filter(|l| matches!(l.test, Test::Task(_))).count()
    }
}

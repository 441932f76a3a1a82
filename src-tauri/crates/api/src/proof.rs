//! Proofs, sets of changes and remedies, as shown.

use takeup_domain::catalogue::Catalogue;
use takeup_domain::compile::Compiled;
use takeup_domain::explain::{Proof, ProofNode};
use takeup_domain::judge::Judge;
use takeup_domain::power::{CapacityKind, Need};
use takeup_domain::reach::Reach;
use takeup_domain::requirement::{Fact, Requirement, Test};
use takeup_domain::sets::{AreaSet, Change, ChangeSet};
use takeup_domain::truth::Truth;
use takeup_domain::vocabulary::Remedy;

use crate::answer::power::{
    BarrierRef, ChangeLine, NeedLine, ProofLine, ProofShown, RemedyLine, SetLine, StopLine,
};
use crate::power::word;

/// Turns the domain's answers into words.
#[derive(Clone, Copy)]
pub(crate) struct Shower<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) compiled: &'a Compiled,
}

impl Shower<'_> {
    pub(crate) fn proof(
        &self,
        judge: &Judge<'_>,
        proof: &Proof<'_>,
        who: &str,
        group: Option<String>,
    ) -> ProofShown {
        ProofShown {
            who: who.into(),
            group,
            reach: proof.reach.as_str().into(),
            verdict: self.verdict(proof, who),
            tree: self.node(&proof.tree),
            stopped_by: proof
                .stopped_by
                .iter()
                .map(|(finding, _)| {
                    let barrier = self.catalogue.barriers.get(&finding.barrier);
                    StopLine {
                        barrier: finding.barrier.clone(),
                        name: barrier.map_or_else(|| finding.barrier.clone(), |b| b.name.clone()),
                        note: finding.note.clone(),
                        date: finding.date.to_string(),
                        source: finding.source.title.clone(),
                        remedies: barrier.map(|b| remedies(&b.remedies)).unwrap_or_default(),
                    }
                })
                .collect(),
            short_of: proof.short_of.iter().map(|(need, _)| self.need(need)).collect(),
            sets: proof.sets.sets.iter().filter(|s| !s.is_empty()).map(|s| self.set(judge, s)).collect(),
            more_sets: proof.sets.more,
        }
    }

    fn verdict(&self, proof: &Proof<'_>, who: &str) -> String {
        let in_practice = !proof.stopped_by.is_empty() || !proof.short_of.is_empty();
        match proof.reach {
            Reach::Open => format!("{who}: may start to use it today."),
            Reach::Unsettled => format!("{who}: it turns on facts that nobody has recorded."),
            Reach::Blocked if in_practice && proof.tree.value() != Some(Truth::False) => {
                format!("{who}: may in law, but is stopped in practice. A way to lift it is known.")
            }
            Reach::Blocked => format!("{who}: stopped by law as things stand. A way to meet it is known."),
            Reach::OutOfReach => format!("{who}: stopped, and no way to lift it is known."),
            Reach::NotAvailable => "The power is not available here on this date.".into(),
        }
    }

    pub(crate) fn set(&self, judge: &Judge<'_>, set: &ChangeSet) -> SetLine {
        let effort = judge.effort(set);
        SetLine {
            changes: set.iter().map(|c| self.change(c)).collect(),
            cost: effort.cost.map(word),
            weeks: effort.weeks,
            groups: None,
            people: false,
            residents: None,
        }
    }

    pub(crate) fn area_set(&self, judge: &Judge<'_>, of: &AreaSet, area: usize) -> SetLine {
        SetLine {
            groups: Some(of.groups),
            people: of.people,
            residents: self.catalogue.areas[area].population.filter(|_| of.people),
            ..self.set(judge, &of.set)
        }
    }

    pub(crate) fn change(&self, change: &Change) -> ChangeLine {
        let words = self.catalogue.change_words(self.compiled, change);
        let (kind, about, known) = match change {
            Change::Meet(fact) => {
                let fact = &self.compiled.facts[*fact];
                ("meet", fact.key(), self.remedies_for(fact))
            }
            Change::FindOut(fact) => ("find-out", self.compiled.facts[*fact].key(), vec![]),
            Change::Lift(barrier) => (
                "lift",
                barrier.clone(),
                self.catalogue.barriers.get(barrier).map(|b| remedies(&b.remedies)).unwrap_or_default(),
            ),
            Change::Supply(capacity, _) => {
                ("supply", capacity.as_str().to_string(), self.supplies(*capacity))
            }
        };
        ChangeLine { kind: kind.into(), words, about, remedies: known }
    }

    fn supplies(&self, kind: CapacityKind) -> Vec<RemedyLine> {
        use takeup_domain::vocabulary::Meets;
        let of_kind = |r: &&Remedy| r.meets.contains(&Meets::Capacity(kind));
        self.catalogue.remedies.values().filter(of_kind).map(remedy_line).collect()
    }

    pub(crate) fn remedies_for(&self, fact: &Fact) -> Vec<RemedyLine> {
        if let Fact::Outcome(outcome) = fact
            && let Some(power) = self.catalogue.powers.get(&outcome.of)
        {
            return vec![RemedyLine {
                name: format!("Use “{}” first", power.name),
                who_acts: "group".into(),
                cost: String::new(),
                weeks: String::new(),
                power: Some(power.id.clone()),
            }];
        }
        self.catalogue.remedies_for(fact).into_iter().map(remedy_line).collect()
    }

    /// A practical need, with the barrier behind it and what supplies it.
    pub(crate) fn need(&self, need: &Need) -> NeedLine {
        let barrier = self.catalogue.barriers_explaining_need(need.capacity).first().copied();
        NeedLine {
            barrier: barrier.map(|b| BarrierRef { id: b.id.clone(), name: b.name.clone() }),
            remedies: self.supplies(need.capacity),
            capacity: need.capacity.name().into(),
            level: need.level.as_str().into(),
            why: need.why.clone(),
        }
    }

    /// The barrier that explains a failing fact best, if one is on file.
    fn barrier_behind(&self, fact: &Fact) -> Option<BarrierRef> {
        let barrier = *self.catalogue.barriers_explaining(fact).first()?;
        Some(BarrierRef { id: barrier.id.clone(), name: barrier.name.clone() })
    }

    fn node(&self, node: &ProofNode<'_>) -> ProofLine {
        let line = |kind: &str, words: String, provision: Option<&str>| ProofLine {
            kind: kind.into(),
            value: None,
            key: None,
            words,
            provision: provision.map(Into::into),
            because: None,
            source: None,
            by: None,
            deadline: None,
            barrier: None,
            remedies: vec![],
            parts: vec![],
        };
        match node {
            ProofNode::All(value, parts) => ProofLine {
                value: value.map(truth_word),
                parts: parts.iter().map(|p| self.node(p)).collect(),
                ..line("all", "All of these".into(), None)
            },
            ProofNode::Any(value, parts) => ProofLine {
                value: value.map(truth_word),
                parts: parts.iter().map(|p| self.node(p)).collect(),
                ..line("any", "Any one of these".into(), None)
            },
            ProofNode::Fact { fact, words, provision, value, because, source } => ProofLine {
                value: Some(truth_word(*value)),
                key: Some(fact.key()),
                because: Some(because.clone()),
                source: source.clone(),
                barrier: (*value == Truth::False).then(|| self.barrier_behind(fact)).flatten(),
                remedies: if *value == Truth::False { self.remedies_for(fact) } else { vec![] },
                ..line("fact", words.clone(), Some(provision))
            },
            ProofNode::Task { words, by, deadline, provision } => ProofLine {
                value: Some("to-do".into()),
                by: Some((*by).into()),
                deadline: deadline.map(Into::into),
                ..line("task", words.clone(), Some(provision))
            },
            ProofNode::Judgement { words, decided_by, provision } => ProofLine {
                value: Some("to-confirm".into()),
                by: Some(decided_by.clone()),
                ..line("judgement", words.clone(), Some(provision))
            },
        }
    }

    /// The requirement itself, about nobody.
    pub(crate) fn requirement(&self, tree: &Requirement) -> ProofLine {
        let branch = |kind: &str, words: &str, parts: &[Requirement]| ProofLine {
            kind: kind.into(),
            value: None,
            key: None,
            words: words.into(),
            provision: None,
            because: None,
            source: None,
            by: None,
            deadline: None,
            barrier: None,
            remedies: vec![],
            parts: parts.iter().map(|p| self.requirement(p)).collect(),
        };
        match tree {
            Requirement::All(parts) => branch("all", "All of these", parts),
            Requirement::Any(parts) => branch("any", "Any one of these", parts),
            Requirement::Leaf(leaf) => {
                let (kind, key, by, deadline) = match &leaf.test {
                    Test::Fact(fact) => ("fact", Some(fact.key()), None, None),
                    Test::Task(task) => ("task", None, Some(task.by.clone()), task.deadline.clone()),
                    Test::Judgement(j) => {
                        ("judgement", None, Some(self.catalogue.holder_name(&j.decided_by)), None)
                    }
                };
                ProofLine {
                    key,
                    by,
                    deadline,
                    provision: Some(leaf.provision.clone()),
                    ..branch(kind, &self.catalogue.leaf_words(leaf), &[])
                }
            }
        }
    }
}

pub(crate) fn remedies(list: &[Remedy]) -> Vec<RemedyLine> {
    list.iter().map(remedy_line).collect()
}

fn remedy_line(remedy: &Remedy) -> RemedyLine {
    use takeup_domain::vocabulary::Cost;
    let cost = match remedy.cost {
        Cost::Low => "low",
        Cost::Medium => "medium",
        Cost::High => "high",
    };
    let weeks = if remedy.weeks.from == remedy.weeks.to {
        remedy.weeks.to.to_string()
    } else {
        format!("{}–{}", remedy.weeks.from, remedy.weeks.to)
    };
    RemedyLine {
        name: remedy.name.clone(),
        who_acts: remedy.who_acts.clone(),
        cost: cost.into(),
        weeks,
        power: remedy.power.clone(),
    }
}

pub(crate) fn truth_word(truth: Truth) -> String {
    match truth {
        Truth::True => "true",
        Truth::False => "false",
        Truth::Unknown => "unknown",
    }
    .into()
}

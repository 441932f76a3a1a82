//! What a set of actions taken together gives, and what it takes away.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::assessment::{Assessment, Flag};
use super::effect::{Channel, Direction};
use super::fact::{Evidence, Severity};
use crate::requirement::Slug;

/// Another social justice action at the same time. It makes up for a harm only where six conditions hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// The same in every assessment that names it.
    pub id: Slug,
    /// What is done.
    pub what: String,
    /// From when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Until when; left out: no end is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// For whom, for how many, of what kind.
    #[serde(default)]
    pub offers: Vec<Offer>,
    /// The dated document that commits the money or the staff.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// How many people an action reaches with one kind of help. Each place is taken once, across the portfolio.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// The kind of harm it makes up for.
    pub kind: Channel,
    /// Whom it reaches; none named: nobody said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Slug>,
    /// Where, by code; none named: nobody said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// How many people; left out: nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
}

/// Something that ends in the window and is no effect of an assessed initiative: a negative entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cut {
    /// The same in every assessment that names it.
    pub id: Slug,
    /// What ends.
    pub what: String,
    /// When.
    pub on: Date,
    /// The kind of help that is lost.
    pub kind: Channel,
    /// Who loses it; none named: anyone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Slug>,
    /// Where, by code; none named: everywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// How many people; left out: nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
}

/// Everything that a portfolio's assessments name, each once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entries {
    pub(crate) actions: BTreeMap<Slug, Action>,
    pub(crate) cuts: BTreeMap<Slug, Cut>,
    /// Ids of actions and cuts of which assessments tell different things.
    pub(crate) told_apart: Vec<Slug>,
}

impl Entries {
    /// Gathers them. Where two accounts differ, the newer assessment's counts.
    pub(crate) fn of(assessments: &[&Assessment]) -> Entries {
        let mut sorted = assessments.to_vec();
        sorted.sort_by_key(|a| (a.made_on, std::cmp::Reverse(a.id.as_str())));
        let mut entries = Entries::default();
        for a in sorted {
            for action in a.actions.iter().cloned().chain(reclassified(a)) {
                let id = action.id.clone();
                let before = entries.actions.insert(id.clone(), action);
                if before.is_some_and(|b| b != entries.actions[&id]) {
                    entries.told_apart.push(id);
                }
            }
            for cut in &a.cuts {
                let before = entries.cuts.insert(cut.id.clone(), cut.clone());
                if before.is_some_and(|b| b != *cut) {
                    entries.told_apart.push(cut.id.clone());
                }
            }
        }
        entries.told_apart.sort();
        entries.told_apart.dedup();
        entries
    }
}

/// An initiative confirmed as anti-poverty work under another name becomes a social justice action: its benefits
/// may make up for harms elsewhere in the portfolio. One that lists its own action is not entered twice.
pub fn reclassified(a: &Assessment) -> Option<Action> {
    let confirmed = a.false_use.confirmed.iter().any(|c| c.flag == Flag::F3 && c.is_false_use);
    if !confirmed || a.actions.iter().any(|action| action.id == a.id) {
        return None;
    }
    let benefits = a.groups.iter().flat_map(|g| g.effects.iter().map(move |e| (g, e)));
    let benefits: Vec<_> = benefits.filter(|(_, e)| e.direction == Direction::Benefit).collect();
    let offers = benefits
        .iter()
        .filter(|(_, e)| e.severity.is_none_or(|s| s >= Severity::MINOR))
        .map(|(group, effect)| Offer {
            kind: effect.channel,
            groups: vec![group.group.clone()],
            places: effect.places_in(&a.initiative).to_vec(),
            people: effect.people,
        })
        .collect();
    Some(Action {
        id: a.id.clone(),
        what: a.initiative.title.clone(),
        from: a.initiative.from,
        to: benefits.iter().filter_map(|(_, e)| e.ends).min(),
        offers,
        evidence: benefits.iter().flat_map(|(_, e)| e.evidence.iter().cloned()).collect(),
    })
}

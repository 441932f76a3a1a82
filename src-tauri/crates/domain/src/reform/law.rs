//! The catalogue as a reform's changes would leave it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::change::{Change, To};
use super::leaf::{edited, named};
use crate::catalogue::Catalogue;
use crate::power::{InForce, LawState, Power};
use crate::requirement::{Fact, Leaf, Members, Requirement, Slug, Test};

/// A catalogue rewritten; the very same one where no law changes.
pub(super) struct Rewritten {
    pub(super) catalogue: Arc<Catalogue>,
    /// Powers whose entry changed.
    pub(super) powers: BTreeSet<Slug>,
    /// Of those, the ones that were not filed before.
    pub(super) added: BTreeSet<Slug>,
}

/// Makes every change that can be made; [`super::Reform::check`] tells of those that cannot.
pub(super) fn rewrite(catalogue: &Arc<Catalogue>, changes: &[&Change]) -> Rewritten {
    let mut by_power: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for change in changes {
        if let Some(power) = change.law_of() {
            by_power.entry(power).or_default().push(change);
        }
    }
    let mut out = Rewritten { catalogue: catalogue.clone(), powers: BTreeSet::new(), added: BTreeSet::new() };
    let mut rewritten = Vec::new();
    for (id, changes) in by_power {
        let new =
            changes.iter().find_map(|c| if let Change::AddPower { power } = c { Some(power) } else { None });
        let old = catalogue.powers.get(id);
        let Some(before) = old.or(new.map(|power| power.as_ref())) else { continue };
        let after = power(catalogue, before, &changes);
        if old.is_some_and(|old| old == &after) {
            continue;
        }
        if old.is_none() {
            out.added.insert(id.into());
        }
        out.powers.insert(id.into());
        rewritten.push(after);
    }
    if !rewritten.is_empty() {
        let catalogue = Arc::make_mut(&mut out.catalogue);
        for power in rewritten {
            catalogue.powers.insert(power.id.clone(), power);
        }
    }
    out
}

fn power(catalogue: &Catalogue, before: &Power, changes: &[&Change]) -> Power {
    let mut after = before.clone();
    let mut edits = BTreeMap::new();
    for change in changes {
        for found in change.leaf().map(|name| named(&before.requires, name)).unwrap_or_default() {
            if let Some(edit) = edit(change, found.leaf) {
                edits.insert(found.at, edit);
            }
        }
        match change {
            Change::Commence { nation, on, .. } => {
                let place = after.in_force.iter().position(|law| law.nation == *nation);
                let new =
                    InForce { nation: *nation, state: LawState::InForce, from: None, to: None, note: None };
                let law = match place {
                    Some(place) => &mut after.in_force[place],
                    None => after.in_force.push_mut(new),
                };
                law.state = LawState::InForce;
                law.from = Some(*on);
                law.to = law.to.filter(|to| to > on);
            }
            Change::MovePower { to, .. } if catalogue.departments.contains_key(to) => {
                after.department.clone_from(to);
            }
            Change::ChangeDutyHolder { to, .. } if catalogue.duty_holders.contains_key(to) => {
                after.duty_holder.clone_from(to);
            }
            _ => {}
        }
    }
    // After every commencement, whatever the order they are written in.
    for change in changes {
        if let Change::Repeal { nation, on, .. } = change {
            for law in after.in_force.iter_mut().filter(|law| law.nation == *nation) {
                law.state = LawState::Repealed;
                law.to = Some(*on);
            }
        }
    }
    if !edits.is_empty() {
        after.requires = edited(&before.requires, &edits).unwrap_or(Requirement::All(vec![]));
    }
    after
}

/// What comes in the place of a leaf: nothing, or a tree. `None` where the change does not fit the leaf.
fn edit(change: &Change, leaf: &Leaf) -> Option<Option<Requirement>> {
    match change {
        Change::DropLeaf { .. } => Some(None),
        Change::ReplaceLeaf { with, .. } => Some(Some(with.clone())),
        Change::Threshold { to, .. } => {
            let Test::Fact(fact) = &leaf.test else { return None };
            let fact = with_threshold(fact, *to)?;
            let leaf = Leaf { test: Test::Fact(fact), text: None, provision: leaf.provision.clone() };
            Some(Some(Requirement::Leaf(leaf)))
        }
        _ => None,
    }
}

/// A fact with another number or date; none where it has no such number or date.
pub(super) fn with_threshold(fact: &Fact, to: To) -> Option<Fact> {
    match (fact, to) {
        (Fact::Members(m), To::AtLeast(n)) => {
            Some(Fact::Members(Members { at_least: Some(n), per_mille: None, of: m.of.clone() }))
        }
        (Fact::Members(m), To::PerMille(n)) => {
            Some(Fact::Members(Members { at_least: None, per_mille: Some(n), of: m.of.clone() }))
        }
        (Fact::FoundedBefore(_), To::Before(day)) => Some(Fact::FoundedBefore(day)),
        _ => None,
    }
}

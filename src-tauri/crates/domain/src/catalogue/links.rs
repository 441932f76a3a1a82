//! Links between powers: variants lead from nation to nation, and no old and new regime run side by side.

use jiff::civil::Date;

use super::{Catalogue, Problem};
use crate::area::Nation;
use crate::power::{InForce, LawState, LinkKind, Power};

impl Catalogue {
    /// The same right in another nation.
    pub fn variant_in(&self, power: &Power, nation: Nation) -> Option<&Power> {
        let linked = power.links.iter().filter(|l| l.kind == LinkKind::VariantOf).map(|l| &l.power);
        let back = self
            .powers
            .values()
            .filter(|other| other.links.iter().any(|l| l.kind == LinkKind::VariantOf && l.power == power.id));
        linked
            .filter_map(|id| self.powers.get(id))
            .chain(back)
            .find(|other| other.in_force.iter().any(|law| law.nation == nation))
    }
}

/// A successor that runs while what it replaces still does, and a variant in the same nation.
pub(super) fn check(catalogue: &Catalogue, problems: &mut Vec<Problem>) {
    for power in catalogue.powers.values() {
        let mut say = |message: String| {
            let file = format!("powers/{}/{}.json", power.department, power.id);
            problems.push(Problem { file, at: "links".into(), message });
        };
        for link in &power.links {
            let Some(other) = catalogue.powers.get(&link.power) else { continue };
            if power.id == other.id {
                say("it links to itself: take that out".into());
            }
            for law in &power.in_force {
                let Some(theirs) = other.in_force.iter().find(|l| l.nation == law.nation) else { continue };
                let nation = law.nation.name();
                if matches!(link.kind, LinkKind::Replaces | LinkKind::ReplacedBy) && both_run(law, theirs) {
                    say(format!(
                        "both it and “{}” run in {nation} at once: end the old one on the day the new one begins",
                        other.id
                    ));
                }
                if link.kind == LinkKind::VariantOf && both_run(law, theirs) {
                    say(format!(
                        "“{}” is called its variant but runs in {nation} too: a variant is of another nation; use see-also",
                        other.id
                    ));
                }
            }
        }
    }
}

fn both_run(a: &InForce, b: &InForce) -> bool {
    let span = |law: &InForce| -> Option<(Date, Date)> {
        let from = match law.state {
            LawState::Proposed => return None,
            LawState::NotCommenced => law.from?,
            _ => law.from.unwrap_or(Date::MIN),
        };
        Some((from, law.to.unwrap_or(Date::MAX)))
    };
    match (span(a), span(b)) {
        (Some((from, to)), Some((their_from, their_to))) => from < their_to && their_from < to,
        _ => false,
    }
}

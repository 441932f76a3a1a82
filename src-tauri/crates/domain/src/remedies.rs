//! Which remedies are known to meet a failing fact. One place: reach, smallest sets and routes all ask here.

use crate::catalogue::Catalogue;
use crate::power::CapacityKind;
use crate::requirement::{AreaType, Fact};
use crate::vocabulary::{Meets, Remedy, Running};

impl Catalogue {
    /// The remedies that would make a false `fact` true; empty if none is known.
    pub fn remedies_for(&self, fact: &Fact) -> Vec<&Remedy> {
        let meets = |remedy: &&Remedy| {
            remedy.meets.iter().any(|m| match (m, fact) {
                (Meets::Form(form), Fact::Form(wanted)) => {
                    wanted.iter().any(|w| w == form || self.forms.holds(w, &one(form)).is_true())
                }
                (Meets::Members(of), Fact::Members(members)) => &members.of == of,
                (Meets::Standing(standing), Fact::Standing(wanted)) => wanted.contains(standing),
                (Meets::Trait(name), Fact::Trait(wanted)) => name == wanted,
                (Meets::AreaType(t), Fact::AreaType(wanted)) => wanted.contains(t),
                (Meets::LocalConnection, Fact::LocalConnection(true)) => true,
                _ => false,
            })
        };
        let mut found: Vec<&Remedy> = self.remedies.values().filter(meets).collect();
        found.sort_by_key(|r| (r.weeks.to, r.cost, r.id.clone()));
        found
    }

    /// Whether a false `fact` has a known way to become true.
    ///
    /// An earlier power's outcome can be won by using that power, if it is filed.
    pub fn can_be_met(&self, fact: &Fact) -> bool {
        match fact {
            Fact::Outcome(outcome) => self.powers.contains_key(&outcome.of),
            Fact::AreaType(types) if types.contains(&AreaType::Parished) => {
                !self.remedies_for(fact).is_empty()
            }
            _ => !self.remedies_for(fact).is_empty(),
        }
    }

    /// Whether anything is known to supply a kind of capacity: a remedy, or an enabler that still runs.
    pub fn can_be_supplied(&self, kind: CapacityKind) -> bool {
        self.remedies.values().any(|r| r.meets.contains(&Meets::Capacity(kind)))
            || self.enablers.values().any(|e| e.running != Running::No && e.supplies.contains(&kind))
    }
}

fn one(form: &str) -> crate::forms::KnownForms {
    [(form.to_string(), true)].into_iter().collect()
}

//! Which remedies are known to meet a failing fact. One place: reach, smallest sets and routes all ask here.

use crate::catalogue::Catalogue;
use crate::power::CapacityKind;
use crate::requirement::{AreaType, Fact};
use crate::vocabulary::{Barrier, Meets, Remedy, Running, TraitOf};

impl Catalogue {
    /// The remedies that would make a false `fact` true; empty if none is known.
    pub fn remedies_for(&self, fact: &Fact) -> Vec<&Remedy> {
        let mut found: Vec<&Remedy> = self.remedies.values().filter(|r| self.meets(r, fact)).collect();
        found.sort_by_key(|r| (r.weeks.to, r.cost, r.id.clone()));
        found
    }

    /// Whether this remedy would make a false `fact` true.
    pub fn meets(&self, remedy: &Remedy, fact: &Fact) -> bool {
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
    }

    /// The barriers that explain why a fact fails, the closest explanation first.
    pub fn barriers_explaining(&self, fact: &Fact) -> Vec<&Barrier> {
        self.barriers_behind(&self.explained_key(fact))
    }

    /// The same for a practical need that is not met.
    pub fn barriers_explaining_need(&self, kind: CapacityKind) -> Vec<&Barrier> {
        self.barriers_behind(&format!("need:{}", kind.as_str()))
    }

    fn barriers_behind(&self, key: &str) -> Vec<&Barrier> {
        let closeness =
            |b: &Barrier| b.explains.iter().filter(|e| key.starts_with(e.as_str())).map(String::len).max();
        let mut found: Vec<(usize, &Barrier)> =
            self.barriers.values().filter_map(|b| Some((closeness(b)?, b))).collect();
        found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
        found.into_iter().map(|(_, b)| b).collect()
    }

    /// A fact's key, with the traits of places told apart from those of groups.
    pub(crate) fn explained_key(&self, fact: &Fact) -> String {
        match fact {
            Fact::Trait(id) if self.traits.get(id).is_some_and(|t| t.of == TraitOf::Area) => {
                format!("area-trait:{id}")
            }
            _ => fact.key(),
        }
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

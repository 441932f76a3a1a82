//! A reform's changes in plain words.

use super::change::{Change, NewEnabler, To};
use super::leaf::named;
use crate::catalogue::Catalogue;
use crate::vocabulary::Cost;

impl Change {
    /// The change as a sentence without a full stop. Ids that are not known are shown as they are.
    pub fn words(&self, catalogue: &Catalogue) -> String {
        let power = |id: &str| format!("“{}”", catalogue.powers.get(id).map_or(id, |p| p.name.as_str()));
        let leaf = |id: &str, name: &str| {
            let found = catalogue.powers.get(id).map(|p| named(&p.requires, name)).unwrap_or_default();
            let words = found.first().map(|found| catalogue.leaf_words(found.leaf));
            format!("“{}”", words.unwrap_or_else(|| name.into()))
        };
        match self {
            Change::LiftBarrier { barrier, power: of, duty_holder, area, form } => {
                let name = catalogue.barriers.get(barrier).map_or(barrier.as_str(), |b| b.name.as_str());
                let mut words = format!("Lift “{name}”");
                if let Some(id) = of {
                    words.push_str(&format!(" for {}", power(id)));
                }
                if let Some(id) = duty_holder {
                    words.push_str(&format!(" for powers that answer to: {}", catalogue.holder_name(id)));
                }
                words + &scope(catalogue, area.as_deref(), form.as_deref())
            }
            Change::ReplaceLeaf { power: id, leaf: name, with } => {
                let with: Vec<String> = with.leaves().iter().map(|l| catalogue.leaf_words(l)).collect();
                format!("In {}, replace the test {} with: {}", power(id), leaf(id, name), with.join("; "))
            }
            Change::DropLeaf { power: id, leaf: name } => {
                format!("In {}, drop the test {}", power(id), leaf(id, name))
            }
            Change::Threshold { power: id, leaf: name, to } => {
                format!("In {}, set {} in the test {}", power(id), to.words(), leaf(id, name))
            }
            Change::Commence { power: id, nation, on } => {
                format!("Commence {} in {} on {on}", power(id), nation.name())
            }
            Change::Repeal { power: id, nation, on } => {
                format!("Repeal {} in {} on {on}", power(id), nation.name())
            }
            Change::AsAt { date } => format!("Ask as at {date}"),
            Change::AddEnabler(enabler) => enabler.words(catalogue),
            Change::AddPower { power } => format!("Add the power “{}”", power.name),
            Change::MovePower { power: id, to } => {
                let name = catalogue.departments.get(to).map_or(to.as_str(), |d| d.name.as_str());
                format!("Move {} to {name}", power(id))
            }
            Change::ChangeDutyHolder { power: id, to } => {
                format!("For {}, let this body respond: {}", power(id), catalogue.holder_name(to))
            }
        }
    }
}

impl NewEnabler {
    fn words(&self, catalogue: &Catalogue) -> String {
        let supplies: Vec<String> = self
            .supplies
            .iter()
            .map(|s| format!("{} capacity up to {}", s.capacity.as_str(), s.level.as_str()))
            .collect();
        let from = self.from.map(|day| format!(", from {day}")).unwrap_or_default();
        let scope = scope(catalogue, self.area.as_deref(), self.form.as_deref());
        let cost = match self.cost {
            Cost::Low => "low",
            Cost::Medium => "medium",
            Cost::High => "high",
        };
        let supplies = supplies.join(" and ");
        format!("Add the enabler “{}”, which supplies {supplies}{scope}{from} (cost: {cost})", self.name)
    }
}

impl To {
    fn words(self) -> String {
        match self {
            To::AtLeast(n) => format!("at least {n}"),
            To::PerMille(n) => format!("at least {} %", f64::from(n) / 10.0),
            To::Before(day) => format!("before {day}"),
        }
    }
}

fn scope(catalogue: &Catalogue, area: Option<&str>, form: Option<&str>) -> String {
    let area = area.map(|gss| format!(" in {}", catalogue.area(gss).map_or(gss, |a| a.name.as_str())));
    let form = form.map(|id| format!(" for groups of the form: {}", catalogue.form_name(id)));
    [area, form].into_iter().flatten().collect()
}

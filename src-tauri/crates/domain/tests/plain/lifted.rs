//! What a reform takes out of the way, for one presence.

use takeup_domain::barrier::BarrierLevel;
use takeup_domain::catalogue::Catalogue;
use takeup_domain::power::{Need, Power};
use takeup_domain::requirement::Fact;
use takeup_domain::truth::Truth;
use takeup_domain::vocabulary::TraitOf;
use takeup_domain::world::{Finding, Lift};

use super::{Row, forms};

pub fn test(row: &Row<'_>, power: &Power, fact: &Fact) -> bool {
    let catalogue = &row.world.catalogue;
    let of_area =
        matches!(fact, Fact::Trait(id) if catalogue.traits.get(id).is_some_and(|t| t.of == TraitOf::Area));
    let key = if of_area { format!("area-{}", fact.key()) } else { fact.key() };
    lifts(row, power).any(|lift| explains(catalogue, lift, &key))
}

pub fn need(row: &Row<'_>, power: &Power, need: &Need) -> bool {
    let key = format!("need:{}", need.capacity.as_str());
    lifts(row, power).any(|lift| explains(&row.world.catalogue, lift, &key))
}

pub fn finding(row: &Row<'_>, power: &Power, finding: &Finding) -> bool {
    lifts(row, power).any(|lift| lift.barrier == finding.barrier)
}

/// An enabler in place supplies what is needed, to this group and by this day.
pub fn helped(row: &Row<'_>, need: &Need) -> bool {
    row.presence.is_some()
        && row.world.helps.iter().any(|help| {
            help.supplies.get(&need.capacity).is_some_and(|level| *level >= need.level)
                && help.from.is_none_or(|from| from <= row.as_at)
                && help.area.is_none_or(|area| area == row.area)
                && of_form(row, help.form.as_deref())
        })
}

fn lifts<'r>(row: &'r Row<'_>, power: &'r Power) -> impl Iterator<Item = &'r Lift> {
    row.world.lifts.iter().filter(|lift| {
        lift.power.as_ref().is_none_or(|id| *id == power.id)
            && lift.duty_holder.as_ref().is_none_or(|id| *id == power.duty_holder)
            && lift.area.is_none_or(|area| area == row.area)
            && of_form(row, lift.form.as_deref())
            && (row.presence.is_some()
                || row.world.catalogue.barriers[&lift.barrier].level != BarrierLevel::Group)
    })
}

fn of_form(row: &Row<'_>, form: Option<&str>) -> bool {
    let Some(form) = form else { return true };
    let Some(presence) = row.presence else { return false };
    let known = &row.world.groups[presence.group as usize].forms;
    forms::holds(&row.world.catalogue.forms, form, known) == Truth::True
}

fn explains(catalogue: &Catalogue, lift: &Lift, key: &str) -> bool {
    catalogue.barriers[&lift.barrier].explains.iter().any(|start| key.starts_with(start.as_str()))
}

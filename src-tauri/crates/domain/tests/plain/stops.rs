//! What stops a use beside the law.

use takeup_domain::power::{CapacityKind, Power};
use takeup_domain::record::FindingEffect;
use takeup_domain::truth::Truth;
use takeup_domain::vocabulary::{Meets, Running};
use takeup_domain::world::{Finding, Group};

use super::{Row, forms, lifted};

/// One entry for each stop: whether a remedy is known.
pub fn stops(row: &Row<'_>, power: &Power) -> Vec<bool> {
    let catalogue = &row.world.catalogue;
    let findings = row
        .world
        .findings
        .iter()
        .filter(|finding| stands(row, finding) && concerns(row, power, finding))
        .filter(|finding| !lifted::finding(row, power, finding))
        .map(|finding| !catalogue.barriers[&finding.barrier].remedies.is_empty());
    let short = power
        .needs
        .iter()
        .filter(|need| group(row).and_then(|g| level(g, need.capacity)).is_some_and(|has| has < need.level))
        .filter(|need| !lifted::need(row, power, need) && !lifted::helped(row, need));
    let supplied = |kind: CapacityKind| {
        let by_remedy = catalogue.remedies.values().any(|r| r.meets.contains(&Meets::Capacity(kind)));
        let by_enabler = catalogue
            .enablers
            .values()
            .any(|e| matches!(e.running, Running::Yes | Running::InPart) && e.supplies.contains(&kind));
        by_remedy || by_enabler
    };
    findings.chain(short.map(|need| supplied(need.capacity))).collect()
}

fn group<'w>(row: &Row<'w>) -> Option<&'w Group> {
    row.presence.map(|p| &*row.world.groups[p.group as usize])
}

fn level(group: &Group, kind: CapacityKind) -> Option<takeup_domain::power::Level> {
    if let Some(level) = group.told.as_ref().and_then(|told| told.capacity.get(&kind)) {
        return Some(*level);
    }
    match kind {
        CapacityKind::Financial => group.financial,
        CapacityKind::Organising => group.organising,
        CapacityKind::Enduring => None,
    }
}

/// It stops, it was found by now, and no later finding of the same scope says that the barrier is absent.
fn stands(row: &Row<'_>, finding: &Finding) -> bool {
    let scope = |f: &Finding| {
        (f.barrier.clone(), f.power.clone(), f.area, f.group, f.form.clone(), f.duty_holder.clone())
    };
    let ended = row.world.findings.iter().any(|other| {
        other.effect == FindingEffect::Absent
            && (finding.date..=row.as_at).contains(&other.date)
            && scope(other) == scope(finding)
    });
    finding.effect == FindingEffect::Stops && finding.date <= row.as_at && !ended
}

fn concerns(row: &Row<'_>, power: &Power, finding: &Finding) -> bool {
    let who = group(row);
    let known = who.map(|g| g.forms.as_ref().clone()).unwrap_or_default();
    let of_form = |form: &String| forms::holds(&row.world.catalogue.forms, form, &known) == Truth::True;
    finding.power.as_ref().is_none_or(|id| *id == power.id)
        && finding.duty_holder.as_ref().is_none_or(|id| *id == power.duty_holder)
        && finding.area.is_none_or(|area| area == row.area)
        && finding.group.is_none_or(|id| who.is_some_and(|g| g.id == id))
        && finding.form.as_ref().is_none_or(|form| who.is_some() && of_form(form))
}

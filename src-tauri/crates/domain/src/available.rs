//! Whether a power exists here on a date at all.

use jiff::civil::Date;

use crate::area::{Area, Parished};
use crate::catalogue::Catalogue;
use crate::power::{InForce, LawState, Power};
use crate::requirement::{AreaType, Fact, Slug};
use crate::vocabulary::{DutyHolder, Form, FormCategory};
use crate::world::{Told, World};

/// Why a power is not available here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAvailable {
    /// It does not run in this nation.
    Nation,
    /// Not commenced, or not yet on this date.
    NotYet(Option<Date>),
    /// No longer in force.
    Ended(Option<Date>),
    /// Only proposed.
    Proposed,
    /// Not for this kind of council, region or area.
    Place,
    /// No such duty holder here.
    NoDutyHolder,
}

/// The law's state in the area's nation, if it runs there.
pub fn in_force<'p>(power: &'p Power, area: &Area) -> Option<&'p InForce> {
    power.in_force.iter().find(|f| f.nation == area.nation)
}

/// Tells whether the power can be used in this area at all on this date.
///
/// # Errors
/// The reason why not.
pub fn available(
    catalogue: &Catalogue,
    power: &Power,
    area: &Area,
    told: Option<&Told>,
    as_at: Date,
) -> Result<(), NotAvailable> {
    available_from(catalogue.duty_holders.get(&power.duty_holder), power, area, told, as_at)
}

/// The same with the duty holder at hand.
pub(crate) fn available_from(
    holder: Option<&DutyHolder>,
    power: &Power,
    area: &Area,
    told: Option<&Told>,
    as_at: Date,
) -> Result<(), NotAvailable> {
    let law = in_force(power, area).ok_or(NotAvailable::Nation)?;
    match law.state {
        LawState::Proposed => return Err(NotAvailable::Proposed),
        LawState::NotCommenced => match law.from {
            Some(from) if from <= as_at => {}
            from => return Err(NotAvailable::NotYet(from)),
        },
        LawState::Repealed if law.to.is_none() => return Err(NotAvailable::Ended(None)),
        _ => {}
    }
    if let Some(from) = law.from.filter(|from| as_at < *from) {
        return Err(NotAvailable::NotYet(Some(from)));
    }
    if let Some(to) = law.to.filter(|to| as_at >= *to) {
        return Err(NotAvailable::Ended(Some(to)));
    }
    let only = &power.only_where;
    let listed = |list: &[String], value: Option<&String>| {
        list.is_empty() || value.is_some_and(|v| list.iter().any(|l| l == v))
    };
    if !(only.council_kinds.is_empty() || only.council_kinds.contains(&area.kind))
        || !listed(&only.regions, area.region.as_ref())
        || !listed(&only.areas, Some(&area.gss))
        || only.except_areas.contains(&area.gss)
    {
        return Err(NotAvailable::Place);
    }
    let Some(holder) = holder else { return Ok(()) };
    let of_this_type = match holder.in_area_type {
        None => true,
        Some(wanted) => area_type(area, told).is_none_or(|found| found == wanted),
    };
    if !holder.nations.contains(&area.nation)
        || !(holder.in_council_kinds.is_empty() || holder.in_council_kinds.contains(&area.kind))
        || !of_this_type
    {
        return Err(NotAvailable::NoDutyHolder);
    }
    Ok(())
}

/// A public body that a power names, that this place may have, and that no register read so far shows: while
/// it is missing, nobody can say that the power is out of everybody's reach.
pub fn body_not_on_record(world: &World, power: &Power, area: usize) -> Option<Slug> {
    let named = bodies_named(&world.catalogue, power).into_iter();
    named.filter(|body| body_may_be_here(world, body, area)).map(|body| body.id.clone()).next()
}

/// The public bodies that a power's law names.
pub(crate) fn bodies_named<'c>(catalogue: &'c Catalogue, power: &Power) -> Vec<&'c Form> {
    let named = power.requires.facts().into_iter().filter_map(|fact| match fact {
        Fact::Form(forms) => Some(forms),
        _ => None,
    });
    let forms = named.flatten().filter_map(|id| catalogue.forms.get(id));
    forms.filter(|form| form.category == FormCategory::PublicBody).collect()
}

/// Whether this place may have such a body that no register read so far shows.
pub(crate) fn body_may_be_here(world: &World, body: &Form, area: usize) -> bool {
    let place = &world.catalogue.areas[area];
    let wanted = world.catalogue.duty_holders.get(&body.id).and_then(|holder| holder.in_area_type);
    let found = area_type(place, world.area_told.get(&area));
    body.nations.contains(&place.nation)
        && (wanted.is_none() || found.is_none() || found == wanted)
        && !world.has_body(area, &body.id)
}

/// The one type of place an area is; none where it is partly parished or not recorded.
pub fn area_type(area: &Area, told: Option<&Told>) -> Option<AreaType> {
    told.and_then(|t| t.area_type).or(match area.parished {
        Parished::Wholly => Some(AreaType::Parished),
        Parished::Unparished | Parished::NotApplicable => Some(AreaType::Unparished),
        Parished::Partly | Parished::Unknown => None,
    })
}

impl NotAvailable {
    /// The reason in words.
    pub fn words(&self, catalogue: &Catalogue, power: &Power, area: &Area) -> String {
        match self {
            NotAvailable::Nation => format!("This power does not run in {}.", area.nation.name()),
            NotAvailable::NotYet(Some(from)) => format!("Not in force until {from}."),
            NotAvailable::NotYet(None) => "Made, but not yet in force; no date has been set.".into(),
            NotAvailable::Ended(Some(to)) => format!("No longer in force since {to}."),
            NotAvailable::Ended(None) => "No longer in force.".into(),
            NotAvailable::Proposed => "Only proposed: it is not law.".into(),
            NotAvailable::Place => power
                .only_where
                .note
                .clone()
                .unwrap_or_else(|| format!("It does not apply to this place ({}).", area.kind.name())),
            NotAvailable::NoDutyHolder => {
                let holder = catalogue.duty_holders.get(&power.duty_holder);
                let name = holder.map_or(power.duty_holder.as_str(), |d| d.name.as_str());
                format!("No body of the kind that must respond ({name}) is found in this area itself.")
            }
        }
    }
}

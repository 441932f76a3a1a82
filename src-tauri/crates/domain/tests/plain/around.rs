//! What surrounds reach: availability, use, the area's answer and the status.

use jiff::ToSpan;
use jiff::civil::Date;
use takeup_domain::area::Parished;
use takeup_domain::power::{LawState, Power};
use takeup_domain::reach::Reach;
use takeup_domain::record::UseOutcome;
use takeup_domain::requirement::AreaType;
use takeup_domain::status::Status;
use takeup_domain::uses::UseState;
use takeup_domain::world::World;

pub fn available(world: &World, power: &Power, area: usize, as_at: Date) -> bool {
    let place = &world.catalogue.areas[area];
    let Some(law) = power.in_force.iter().find(|law| law.nation == place.nation) else { return false };
    let begun = law.from.is_none_or(|from| from <= as_at);
    let over = law.to.is_some_and(|to| to <= as_at);
    let stands = match law.state {
        LawState::InForce | LawState::PartlyInForce => begun && !over,
        LawState::NotCommenced => law.from.is_some() && begun && !over,
        LawState::Repealed => begun && law.to.is_some() && !over,
        LawState::Proposed => false,
    };
    let only = &power.only_where;
    let here = (only.council_kinds.is_empty() || only.council_kinds.contains(&place.kind))
        && (only.regions.is_empty() || place.region.as_ref().is_some_and(|r| only.regions.contains(r)))
        && (only.areas.is_empty() || only.areas.contains(&place.gss))
        && !only.except_areas.contains(&place.gss);
    let holder = &world.catalogue.duty_holders[&power.duty_holder];
    let told = world.area_told.get(&area).and_then(|told| told.area_type);
    let kind = told.or(match place.parished {
        Parished::Wholly => Some(AreaType::Parished),
        Parished::Unparished | Parished::NotApplicable => Some(AreaType::Unparished),
        Parished::Partly | Parished::Unknown => None,
    });
    let answers = holder.nations.contains(&place.nation)
        && (holder.in_council_kinds.is_empty() || holder.in_council_kinds.contains(&place.kind))
        && !matches!((holder.in_area_type, kind), (Some(wanted), Some(found)) if wanted != found);
    stands && here && answers
}

/// The first and last day that a date of a random use may mean.
fn days(written: &str) -> (Date, Date) {
    let (_, [y, m, d], [y2, m2, d2]) =
        *crate::random::WRITTEN.iter().find(|(text, ..)| *text == written).unwrap();
    (Date::new(y, m as i8, d as i8).unwrap(), Date::new(y2, m2 as i8, d2 as i8).unwrap())
}

pub fn use_state(world: &World, power: &Power, area: usize, as_at: Date) -> UseState {
    let mine = |id: &str, at: usize| *id == power.id && at == area;
    let tried: Vec<(UseOutcome, bool, bool)> = world
        .uses
        .iter()
        .filter(|u| mine(&u.power, u.area) && days(&u.date).0 <= as_at)
        .map(|u| {
            let last = days(&u.date).1;
            let recent = last >= as_at - 5.years();
            let lasting = match &power.lasts {
                None => false,
                Some(lasts) => lasts.months.is_none_or(|m| last + i64::from(m).months() > as_at),
            };
            (u.outcome, recent, lasting)
        })
        .collect();
    let used = tried.iter().any(|(outcome, recent, lasting)| match outcome {
        UseOutcome::Succeeded => *recent || *lasting,
        UseOutcome::Pending => *recent,
        _ => false,
    });
    let failed = [UseOutcome::Refused, UseOutcome::Lapsed, UseOutcome::Withdrawn];
    if used {
        UseState::Used
    } else if tried.iter().any(|(outcome, recent, _)| *recent && failed.contains(outcome)) {
        UseState::Refused
    } else if world.coverage.iter().any(|c| mine(&c.power, c.area) && c.as_at <= as_at) {
        UseState::NoneRecorded
    } else {
        UseState::NotChecked
    }
}

/// The first of open, unsettled, blocked, out of reach. People count when it is, or may be, open to them;
/// without a register of groups nobody can say more than "unsettled".
pub fn reach_of_area(people: Reach, groups: &[Reach], register: bool) -> Reach {
    if people == Reach::NotAvailable {
        return Reach::NotAvailable;
    }
    let mut all: Vec<Reach> = groups.to_vec();
    all.extend([Reach::Open, Reach::Unsettled].into_iter().filter(|r| *r == people));
    all.extend((!register).then_some(Reach::Unsettled));
    all.into_iter().min().unwrap_or(Reach::OutOfReach)
}

pub fn status(reach: Reach, used: UseState) -> Status {
    if reach == Reach::NotAvailable {
        return Status::NotAvailable;
    }
    match used {
        UseState::Used => return Status::InUse,
        UseState::Refused => return Status::TriedAndRefused,
        UseState::NoneRecorded if reach == Reach::Open => return Status::Unused,
        UseState::NotChecked if reach == Reach::Open => return Status::UnusedNotChecked,
        _ => {}
    }
    match reach {
        Reach::Blocked => Status::Blocked,
        Reach::OutOfReach => Status::OutOfReach,
        _ => Status::Unsettled,
    }
}

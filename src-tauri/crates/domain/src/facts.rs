//! What a fact leaf is worth for people or for one group in one area. The only place where that is decided.

use jiff::civil::Date;

use crate::available::area_type;
use crate::record::PresenceBasis;
use crate::requirement::{AreaType, Fact, Members, OutcomeBy};
use crate::truth::Truth;
use crate::uses;
use crate::vocabulary::{HeldBy, TraitOf};
use crate::world::{Group, Told, World};

/// Who acts: the people of the area without a group, or a group.
#[derive(Debug, Clone, Copy)]
pub enum Who<'w> {
    /// People who live there, acting as themselves.
    People,
    /// A group on record there.
    Group(&'w Group, PresenceBasis),
}

/// The value of `fact` for `who` in the area at `area`, as at a date.
pub fn value(world: &World, fact: &Fact, area: usize, who: Who<'_>, as_at: Date) -> Truth {
    let place = world.area_told.get(&area);
    let (group, told) = match who {
        Who::People => (None, None),
        Who::Group(group, _) => (Some(group), group.told.as_deref()),
    };
    let here = told.and_then(|t| t.here.get(&area));
    match fact {
        Fact::Form(forms) => forms.iter().map(|f| form(world, f, group)).fold(Truth::False, Truth::or),
        Fact::Standing(standings) => {
            standings.iter().map(|s| standing(world, s, group, told, place)).fold(Truth::False, Truth::or)
        }
        Fact::Members(wanted) => match group {
            None => Truth::False,
            Some(_) => members(wanted, told),
        },
        Fact::LocalConnection(_) => match who {
            Who::People => Truth::False,
            Who::Group(_, basis) => here.and_then(|h| h.works).map_or_else(
                || if basis == PresenceBasis::WorksIn { Truth::True } else { Truth::Unknown },
                Truth::from,
            ),
        },
        Fact::AreaType(wanted) => {
            let found = here
                .and_then(|h| h.area_type)
                .or_else(|| world.catalogue.areas.get(area).and_then(|a| area_type(a, place)));
            found.map_or(Truth::Unknown, |t: AreaType| wanted.contains(&t).into())
        }
        Fact::Outcome(outcome) => {
            let own = outcome.by == OutcomeBy::SameGroup;
            if own && group.is_none() {
                return Truth::False;
            }
            let source = if own { told } else { place };
            if let Some(known) = source.and_then(|t| t.outcomes.get(&outcome.of)) {
                return (*known).into();
            }
            let id = if own { group.map(|g| g.id) } else { None };
            world
                .catalogue
                .powers
                .get(&outcome.of)
                .map_or(Truth::Unknown, |power| uses::outcome(world, power, area, id, as_at))
        }
        Fact::Trait(name) => trait_of(world, name, group, told, place),
        Fact::FoundedBefore(day) => match group {
            None => Truth::False,
            Some(group) => match (group.founded, group.registered) {
                (Some(founded), _) => (founded < *day).into(),
                (None, Some(registered)) if registered < *day => Truth::True,
                _ => Truth::Unknown,
            },
        },
    }
}

fn form(world: &World, wanted: &str, group: Option<&Group>) -> Truth {
    group.map_or(Truth::False, |g| world.catalogue.forms.holds(wanted, &g.forms))
}

fn standing(
    world: &World,
    id: &str,
    group: Option<&Group>,
    told: Option<&Told>,
    place: Option<&Told>,
) -> Truth {
    if let Some(known) = told.and_then(|t| t.standings.get(id)) {
        return (*known).into();
    }
    let Some(standing) = world.catalogue.standings.get(id) else { return Truth::Unknown };
    match standing.held_by {
        HeldBy::Anyone | HeldBy::Residents => Truth::True,
        HeldBy::Groups => standing.forms.iter().map(|f| form(world, f, group)).fold(Truth::False, Truth::or),
        HeldBy::SomePeople => match place.and_then(|t| t.standings.get(id)) {
            Some(false) => Truth::False,
            Some(true) if group.is_none() => Truth::True,
            _ => Truth::Unknown,
        },
    }
}

fn members(wanted: &Members, told: Option<&Told>) -> Truth {
    let Some(told) = told else { return Truth::Unknown };
    if let Some(least) = wanted.at_least {
        return match (told.members.get(&wanted.of), told.total_members) {
            (Some(n), _) => (*n >= least).into(),
            (None, Some(total)) if total < least => Truth::False,
            (None, Some(_)) if wanted.of == "member" => Truth::True,
            _ => Truth::Unknown,
        };
    }
    match (wanted.per_mille, told.member_share.get(&wanted.of)) {
        (Some(least), Some(share)) => (*share >= least).into(),
        _ => Truth::Unknown,
    }
}

fn trait_of(
    world: &World,
    name: &str,
    group: Option<&Group>,
    told: Option<&Told>,
    place: Option<&Told>,
) -> Truth {
    let Some(found) = world.catalogue.traits.get(name) else { return Truth::Unknown };
    if found.of == TraitOf::Area {
        return place.and_then(|t| t.traits.get(name)).copied().into();
    }
    let Some(group) = group else { return Truth::False };
    if let Some(known) = told.and_then(|t| t.traits.get(name)) {
        return (*known).into();
    }
    let has = |forms: &[String]| forms.iter().any(|f| form(world, f, Some(group)).is_true());
    if has(&found.true_for) {
        Truth::True
    } else if has(&found.false_for) {
        Truth::False
    } else {
        Truth::Unknown
    }
}

impl Fact {
    /// Whether the value turns on nothing but the group's forms (or on nothing at all), so that groups of
    /// the same forms share it unless something was told of one.
    pub(crate) fn by_form_alone(&self) -> bool {
        match self {
            Fact::Form(_) | Fact::Standing(_) | Fact::Trait(_) | Fact::Members(_) | Fact::AreaType(_) => true,
            Fact::Outcome(o) => o.by == OutcomeBy::Anyone,
            Fact::LocalConnection(_) | Fact::FoundedBefore(_) => false,
        }
    }
}

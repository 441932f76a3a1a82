//! The plain way to judge: one requirement tree walked for one row at a time. It asks the domain for the value of
//! a single leaf and for nothing else of its judging, so that it can tell whether the columns are right.

use jiff::civil::Date;
use takeup_domain::area::Parished;
use takeup_domain::facts::{Who, value};
use takeup_domain::judge::Counts;
use takeup_domain::power::{LawState, Power};
use takeup_domain::reach::Reach;
use takeup_domain::record::FindingEffect;
use takeup_domain::requirement::{AreaType, Fact, Requirement, Test};
use takeup_domain::truth::Truth;
use takeup_domain::vocabulary::FormCategory;
use takeup_domain::world::{Finding, World};

/// A requirement without tasks and judgements.
enum Tree<'w> {
    All(Vec<Tree<'w>>),
    Any(Vec<Tree<'w>>),
    Leaf(Leaf<'w>),
}

/// A fact leaf.
pub struct Leaf<'w> {
    pub fact: &'w Fact,
    /// Its place in [`Oracle::facts`].
    pub place: usize,
    liftable: bool,
}

/// Judges row by row.
pub struct Oracle<'w> {
    world: &'w World,
    as_at: Date,
    /// Each distinct fact once.
    pub facts: Vec<&'w Fact>,
    powers: Vec<(&'w Power, Option<Tree<'w>>)>,
}

impl<'w> Oracle<'w> {
    pub fn new(world: &'w World, as_at: Date) -> Self {
        let mut facts = Vec::new();
        let powers = world.catalogue.powers.values();
        let powers = powers.map(|p| (p, prune(&p.requires, world, &mut facts))).collect();
        Oracle { world, as_at, facts, powers }
    }

    /// The reach of a power for one row.
    pub fn reach(&self, power: usize, area: usize, who: Who<'_>) -> Reach {
        if !self.available(power, area) {
            return Reach::NotAvailable;
        }
        self.reach_with(power, area, who, &mut |leaf| {
            rank(value(self.world, leaf.fact, area, who, self.as_at))
        })
    }

    /// The same where the power is known to be available and the leaves' values are at hand:
    /// 0 is false, 1 unknown, 2 true.
    pub fn reach_with(
        &self,
        power: usize,
        area: usize,
        who: Who<'_>,
        leaf: &mut dyn FnMut(&Leaf<'w>) -> u8,
    ) -> Reach {
        let (power, tree) = &self.powers[power];
        let (now, relaxed) = tree.as_ref().map_or((2, 2), |t| walk(t, leaf));
        let (stopped, for_good) = self.stopped(power, area, who);
        if !stopped && now == 2 {
            Reach::Open
        } else if !stopped && now == 1 {
            Reach::Unsettled
        } else if !for_good && relaxed > 0 {
            Reach::Blocked
        } else {
            Reach::OutOfReach
        }
    }

    /// The reach of a power in an area: the first of open, unsettled, blocked and out of reach that any row has.
    /// Where no register of groups was read, or a public body that the law names may be here unseen, nobody can
    /// say that everybody is stopped, unless a finding stops all.
    pub fn of_area(&self, power: usize, area: usize, people: Reach, groups: &Counts) -> Reach {
        let (found, _) = &self.powers[power];
        let unseen = || {
            let (all_stopped, _) = self.stopped(found, area, Who::People);
            !all_stopped && self.names_a_body_not_seen(found, area)
        };
        if people == Reach::NotAvailable {
            Reach::NotAvailable
        } else if people == Reach::Open || groups.open > 0 {
            Reach::Open
        } else if people == Reach::Unsettled
            || groups.unsettled > 0
            || !self.world.any_register_in(area)
            || unseen()
        {
            Reach::Unsettled
        } else if groups.blocked > 0 {
            Reach::Blocked
        } else {
            Reach::OutOfReach
        }
    }

    fn names_a_body_not_seen(&self, power: &Power, area: usize) -> bool {
        let catalogue = &self.world.catalogue;
        let place = &catalogue.areas[area];
        let kind = self.kind_of_place(area);
        let seen = |id: &String| {
            let mut here = self.world.presences_in(area).iter();
            here.any(|p| self.world.groups[p.group as usize].forms.get(id) == Some(&true))
        };
        power.requires.leaves().into_iter().any(|leaf| {
            let Test::Fact(Fact::Form(forms)) = &leaf.test else { return false };
            forms.iter().any(|id| {
                let form = catalogue.forms.get(id);
                let only = catalogue.duty_holders.get(id).and_then(|holder| holder.in_area_type);
                form.is_some_and(|f| {
                    f.category == FormCategory::PublicBody && f.nations.contains(&place.nation)
                }) && (only.is_none() || kind.is_none() || only == kind)
                    && !seen(id)
            })
        })
    }

    fn kind_of_place(&self, area: usize) -> Option<AreaType> {
        let told = self.world.area_told.get(&area).and_then(|t| t.area_type);
        told.or(match self.world.catalogue.areas[area].parished {
            Parished::Wholly => Some(AreaType::Parished),
            Parished::Unparished | Parished::NotApplicable => Some(AreaType::Unparished),
            Parished::Partly | Parished::Unknown => None,
        })
    }

    /// Whether something beside the law stops it, and whether no remedy is known for that.
    fn stopped(&self, power: &Power, area: usize, who: Who<'_>) -> (bool, bool) {
        let catalogue = &self.world.catalogue;
        let (mut stopped, mut for_good) = (false, false);
        for finding in self.world.findings.iter().filter(|f| self.stops(f, power, area, who)) {
            stopped = true;
            for_good |= catalogue.barriers.get(&finding.barrier).is_none_or(|b| b.remedies.is_empty());
        }
        let Who::Group(group, _) = who else { return (stopped, for_good) };
        for need in &power.needs {
            if group.capacity(need.capacity).is_some_and(|has| has < need.level) {
                stopped = true;
                for_good |= !catalogue.can_be_supplied(need.capacity);
            }
        }
        (stopped, for_good)
    }

    fn stops(&self, f: &Finding, power: &Power, area: usize, who: Who<'_>) -> bool {
        let same = |other: &Finding| {
            (&f.barrier, &f.power, f.area, &f.duty_holder, f.group, &f.form)
                == (&other.barrier, &other.power, other.area, &other.duty_holder, other.group, &other.form)
        };
        let ended = |other: &Finding| {
            other.effect == FindingEffect::Absent
                && same(other)
                && (f.date..=self.as_at).contains(&other.date)
        };
        let fits_who = match who {
            Who::People => f.group.is_none() && f.form.is_none(),
            Who::Group(group, _) => {
                f.group.is_none_or(|id| id == group.id)
                    && f.form.as_ref().is_none_or(|form| {
                        let fact = Fact::Form(vec![form.clone()]);
                        value(self.world, &fact, area, who, self.as_at) == Truth::True
                    })
            }
        };
        f.effect == FindingEffect::Stops
            && f.date <= self.as_at
            && f.power.as_ref().is_none_or(|p| *p == power.id)
            && f.duty_holder.as_ref().is_none_or(|d| *d == power.duty_holder)
            && f.area.is_none_or(|a| a == area)
            && fits_who
            && !self.world.findings.iter().any(ended)
    }

    /// Whether the power is law here on the date, for this kind of place, with somebody who must respond.
    pub fn available(&self, power: usize, area: usize) -> bool {
        let (power, _) = &self.powers[power];
        let place = &self.world.catalogue.areas[area];
        let Some(law) = power.in_force.iter().find(|f| f.nation == place.nation) else { return false };
        let dated = match law.state {
            LawState::Proposed => false,
            LawState::NotCommenced => law.from.is_some(),
            LawState::Repealed => law.to.is_some(),
            _ => true,
        };
        let only = &power.only_where;
        let here = (only.council_kinds.is_empty() || only.council_kinds.contains(&place.kind))
            && (only.regions.is_empty() || place.region.as_ref().is_some_and(|r| only.regions.contains(r)))
            && (only.areas.is_empty() || only.areas.contains(&place.gss))
            && !only.except_areas.contains(&place.gss);
        let kind = self.kind_of_place(area);
        let answered = self.world.catalogue.duty_holders.get(&power.duty_holder).is_none_or(|holder| {
            holder.nations.contains(&place.nation)
                && (holder.in_council_kinds.is_empty() || holder.in_council_kinds.contains(&place.kind))
                && holder.in_area_type.is_none_or(|wanted| kind.is_none_or(|k| k == wanted))
        });
        let begun = law.from.is_none_or(|from| from <= self.as_at);
        let ended = law.to.is_some_and(|to| to <= self.as_at);
        dated && begun && !ended && here && answered
    }
}

fn prune<'w>(tree: &'w Requirement, world: &World, facts: &mut Vec<&'w Fact>) -> Option<Tree<'w>> {
    let mut kept = |parts: &'w [Requirement]| -> Option<Vec<Tree<'w>>> {
        let kept: Vec<_> = parts.iter().filter_map(|p| prune(p, world, facts)).collect();
        (!kept.is_empty()).then_some(kept)
    };
    match tree {
        Requirement::All(parts) => kept(parts).map(Tree::All),
        Requirement::Any(parts) => kept(parts).map(Tree::Any),
        Requirement::Leaf(leaf) => {
            let Test::Fact(fact) = &leaf.test else { return None };
            let place = facts.iter().position(|f| *f == fact).unwrap_or_else(|| {
                facts.push(fact);
                facts.len() - 1
            });
            Some(Tree::Leaf(Leaf { fact, place, liftable: world.catalogue.can_be_met(fact) }))
        }
    }
}

/// Now and relaxed: the least of all parts, the most of any.
fn walk<'w>(tree: &Tree<'w>, leaf: &mut dyn FnMut(&Leaf<'w>) -> u8) -> (u8, u8) {
    match tree {
        Tree::Leaf(found) => {
            let now = leaf(found);
            (now, if now == 0 && found.liftable { 2 } else { now })
        }
        Tree::All(parts) => {
            parts.iter().map(|p| walk(p, leaf)).fold((2, 2), |a, b| (a.0.min(b.0), a.1.min(b.1)))
        }
        Tree::Any(parts) => {
            parts.iter().map(|p| walk(p, leaf)).fold((0, 0), |a, b| (a.0.max(b.0), a.1.max(b.1)))
        }
    }
}

/// 0 is false, 1 unknown, 2 true.
pub fn rank(truth: Truth) -> u8 {
    match truth {
        Truth::False => 0,
        Truth::Unknown => 1,
        Truth::True => 2,
    }
}

//! How to get to a power: routes, near misses, and ways from a goal.

use std::collections::BTreeSet;

use takeup_domain::columns::Row;
use takeup_domain::power::Power;
use takeup_domain::reach::Reach;
use takeup_domain::routes::{Act, Leg, Plan, Planner, Route};
use takeup_domain::vocabulary::{Meets, Running};

use crate::answer::question::{
    AreaQuestion, GroupRef, LegLine, NearLine, NearMisses, NearPower, RouteLine, RoutePage, RouteRequest,
    WayLine, WaysRequest,
};
use crate::ask::group_ref;
use crate::error::ApiError;
use crate::judging::Judging;
use crate::power::word;
use crate::proof::Shower;
use crate::session::{Inner, area_ref};

/// Groups named at most.
const MOST_NAMES: usize = 50;

impl Inner {
    pub(crate) fn route(&self, request: RouteRequest) -> Result<RoutePage, ApiError> {
        let area = self.area_index(&request.area)?;
        let power = self.power_index(&request.power)?;
        let judging = self.judging(request.as_at.as_deref())?;
        let (row, group) = self.row_of(&judging, area, request.group.as_deref())?;
        let judge = judging.judge();
        let planner = Planner::new(&judge);
        let ways = planner.ways(area, row);
        let plan = planner.plan(power, area, row, &ways);
        let if_not = |fact: usize| planner.if_not(fact, &ways).map(|act| self.act_words(&judging, &act));
        let name = self.catalogue.powers[&judging.compiled.powers[power]].name.clone();
        let who = group.as_ref().map_or_else(|| "People acting without a group".into(), |g| g.name.clone());
        let mut able: Vec<GroupRef> = Vec::new();
        for (n, reach) in judge.rows(power, area).into_iter().enumerate() {
            if reach == Reach::Open {
                able.push(group_ref(&judging, area, n));
            }
        }
        able.sort_by_cached_key(|g| g.name.to_lowercase());
        let able_total = able.len() as u32;
        able.truncate(MOST_NAMES);
        let lost = |set: &takeup_domain::sets::ChangeSet| -> Vec<String> {
            set.iter().map(|c| self.catalogue.change_words(&judging.compiled, c)).collect()
        };
        let (state, verdict, routes, missing) = match plan {
            Plan::Open => ("open", format!("{who}: may start today."), vec![], vec![]),
            Plan::NotAvailable => {
                ("not-available", "The power is not available here on this date.".into(), vec![], vec![])
            }
            Plan::Routes(routes) => {
                let verdict = format!("{who}: {}.", takes(&routes[0]));
                (
                    "routes",
                    verdict,
                    routes.iter().map(|r| self.route_line(&judging, r, &if_not)).collect(),
                    vec![],
                )
            }
            Plan::NoRoute(set) => {
                let missing = lost(&set);
                ("no-route", format!("{who}: no route is known."), vec![], missing)
            }
        };
        Ok(RoutePage {
            area: area_ref(&self.catalogue.areas[area]),
            power: request.power,
            name,
            who,
            group,
            state: state.into(),
            verdict,
            routes,
            missing,
            qualifying: able,
            qualifying_total: able_total,
        })
    }

    pub(crate) fn ways(&self, request: WaysRequest) -> Result<Vec<WayLine>, ApiError> {
        let area = self.area_index(&request.area)?;
        let judging = self.judging(request.as_at.as_deref())?;
        let (row, _) = self.row_of(&judging, area, request.group.as_deref())?;
        if self.catalogue.goal(&request.goal).is_none() {
            return Err(ApiError::usage(format!("There is no goal “{}”. See: takeup goals.", request.goal)));
        }
        let judge = judging.judge();
        let planner = Planner::new(&judge);
        let ways = planner.ways(area, row);
        let mut lines: Vec<(Reach, u32, WayLine)> = Vec::new();
        for power in 0..judging.compiled.powers.len() {
            let Some(entry) = judging.power(power).filter(|p| p.goals.contains(&request.goal)) else {
                continue;
            };
            let reach = judge.row(power, area, row);
            let plan = planner.plan(power, area, row, &ways);
            let first = if let Plan::Routes(routes) = &plan { routes.first() } else { None };
            let next = match &plan {
                Plan::Open => {
                    self.catalogue.first_own_step(entry).map_or_else(String::new, |s| s.action.clone())
                }
                Plan::NotAvailable => {
                    match self.catalogue.variant_in(entry, self.catalogue.areas[area].nation) {
                        Some(other) => format!("Here the right is “{}”.", other.name),
                        None => "Not available here on this date.".into(),
                    }
                }
                Plan::Routes(routes) => self.act_words(&judging, &routes[0].legs[0].act),
                Plan::NoRoute(_) => "No route is known.".into(),
            };
            lines.push((
                reach,
                first.map_or(u32::MAX, |r| r.weeks),
                WayLine {
                    power: entry.id.clone(),
                    name: entry.name.clone(),
                    summary: entry.summary.clone(),
                    reach: reach.as_str().into(),
                    weeks: first.map(|r| r.weeks),
                    cost: first.map(|r| word(r.price.band())),
                    steps: first.map(|r| r.legs.len() as u32),
                    next,
                },
            ));
        }
        lines.sort_by(|a, b| (a.0, a.1, &a.2.name).cmp(&(b.0, b.1, &b.2.name)));
        Ok(lines.into_iter().map(|(_, _, line)| line).collect())
    }

    pub(crate) fn near_misses(&self, request: AreaQuestion) -> Result<NearMisses, ApiError> {
        let area = self.area_index(&request.area)?;
        let judging = self.judging(request.as_at.as_deref())?;
        let shower = Shower { catalogue: &self.catalogue, compiled: &judging.compiled };
        let found = judging.judge().near_misses(area);
        let shown = found.iter().take(request.limit.map_or(usize::MAX, |n| n as usize));
        let rows = shown.map(|miss| {
            let groups: BTreeSet<usize> = miss.opens.values().flatten().filter_map(|who| *who).collect();
            let mut named: Vec<GroupRef> = groups.iter().map(|n| group_ref(&judging, area, *n)).collect();
            named.sort_by_cached_key(|g| g.name.to_lowercase());
            named.truncate(MOST_NAMES);
            NearLine {
                change: shower.change(&miss.change),
                answers: miss.answers() as u32,
                area_opens: miss.area_opens.len() as u32,
                powers: miss
                    .opens
                    .iter()
                    .filter_map(|(power, who)| {
                        let entry = judging.power(*power)?;
                        Some(NearPower {
                            power: entry.id.clone(),
                            name: entry.name.clone(),
                            groups: who.iter().flatten().count() as u32,
                            people: who.contains(&None),
                            opens_area: miss.area_opens.contains(power),
                        })
                    })
                    .collect(),
                groups_total: groups.len() as u32,
                groups: named,
            }
        });
        Ok(NearMisses {
            area: area_ref(&self.catalogue.areas[area]),
            total: found.len() as u32,
            rows: rows.collect(),
        })
    }

    fn row_of(
        &self,
        judging: &Judging,
        area: usize,
        group: Option<&str>,
    ) -> Result<(Row, Option<GroupRef>), ApiError> {
        let Some(key) = group else { return Ok((judging.columns().people(area), None)) };
        let n = judging.presence_of(area, key).ok_or_else(|| {
            ApiError::usage(format!(
                "No group “{key}” is on record in {}. See the list: takeup groups FILE --area {}.",
                self.catalogue.areas[area].name, self.catalogue.areas[area].gss
            ))
        })?;
        Ok((judging.columns().presence(area, n), Some(group_ref(judging, area, n))))
    }

    fn act_words(&self, judging: &Judging, act: &Act) -> String {
        match act {
            Act::FindOut(fact) => {
                format!("Find out {}", self.catalogue.question_words(&judging.compiled.facts[*fact]))
            }
            Act::Remedy(id) => judging.judge().remedy(id).map_or_else(|| id.clone(), |r| r.name.clone()),
            Act::Help(id) => {
                let name = self.catalogue.enablers.get(id).map_or(id.as_str(), |e| e.name.as_str());
                format!("Act with the help of {name}")
            }
            Act::Use(power) => {
                judging.power(*power).map_or_else(String::new, |p| format!("Use “{}” with success", p.name))
            }
        }
    }

    fn route_line(
        &self,
        judging: &Judging,
        route: &Route,
        if_not: &dyn Fn(usize) -> Option<String>,
    ) -> RouteLine {
        RouteLine {
            weeks: route.weeks,
            untimed: route.legs.iter().any(|leg| !leg.timed),
            cost: word(route.price.band()),
            legs: route.legs.iter().map(|leg| self.leg_line(judging, leg, if_not)).collect(),
        }
    }

    fn leg_line(&self, judging: &Judging, leg: &Leg, if_not: &dyn Fn(usize) -> Option<String>) -> LegLine {
        let judge = judging.judge();
        let remedy = if let Act::Remedy(id) = &leg.act { judge.remedy(id) } else { None };
        let power: Option<&Power> = match &leg.act {
            Act::Use(power) => judging.power(*power),
            Act::Remedy(_) => {
                remedy.and_then(|r| r.power.as_ref()).and_then(|id| self.catalogue.powers.get(id))
            }
            Act::FindOut(_) | Act::Help(_) => None,
        };
        let enabler = if let Act::Help(id) = &leg.act { self.catalogue.enablers.get(id) } else { None };
        let supplied = remedy.into_iter().flat_map(|r| &r.meets).filter_map(|m| match m {
            Meets::Capacity(kind) => Some(*kind),
            _ => None,
        });
        let kinds: Vec<_> = supplied.collect();
        let helps = |id: &String| {
            self.catalogue.enablers.get(id).filter(|e| e.running != Running::No).map(|e| e.name.clone())
        };
        let mut helpers: Vec<String> =
            power.into_iter().flat_map(|p| &p.enablers).filter_map(helps).collect();
        if !kinds.is_empty() {
            let able = self
                .catalogue
                .enablers
                .values()
                .filter(|e| e.running == Running::Yes && e.supplies.iter().any(|k| kinds.contains(k)));
            helpers.extend(able.map(|e| e.name.clone()).take(5));
        }
        let how = match (&leg.act, power) {
            (Act::FindOut(fact), _) => Some(self.catalogue.ask_words(&judging.compiled.facts[*fact])),
            (_, Some(p)) => self.catalogue.first_own_step(p).map(|s| match &s.deadline {
                Some(deadline) => format!("{} ({deadline})", s.action),
                None => s.action.clone(),
            }),
            _ => enabler.map(|e| format!("It is a {}. {} (as at {})", e.kind, e.note, e.as_at)),
        };
        LegLine {
            words: self.act_words(judging, &leg.act),
            if_not: if let Act::FindOut(fact) = &leg.act { if_not(*fact) } else { None },
            who_acts: remedy.map(|r| r.who_acts.clone()).or(enabler.map(|e| e.name.clone())),
            cost: remedy.map(|r| word(r.cost)),
            start: leg.start,
            end: leg.end,
            timed: leg.timed,
            after: leg.after.iter().map(|place| *place as u32 + 1).collect(),
            power: power.map(|p| p.id.clone()),
            how,
            helpers,
        }
    }
}

/// How much a route takes, in words.
fn takes(route: &Route) -> String {
    let steps = if route.legs.len() == 1 { "one step".into() } else { format!("{} steps", route.legs.len()) };
    match (route.weeks, route.legs.iter().all(|leg| leg.timed)) {
        (0, _) => format!("{steps} to take; how long is not on file"),
        (weeks, true) => format!("{steps} to take, up to {weeks} weeks"),
        (weeks, false) => format!("{steps} to take, up to {weeks} weeks and what has no time on file"),
    }
}

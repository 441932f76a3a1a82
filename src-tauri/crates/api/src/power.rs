//! One power in an area, and the list of powers.

use serde::Serialize;
use takeup_domain::power::{Change, LawState, Power};
use takeup_domain::world::Finding;

use crate::answer::power::{
    BarrierLine, CoverageLine, EnablerLine, FindingLine, InForceLine, LawLine, LinkLine, PowerLine,
    PowerPage, PowerRequest, PowersRequest, RedressLine, StepLine, TakeUpLine, UseLine,
};
use crate::audit::{pillar_name, row, shift_name};
use crate::error::ApiError;
use crate::judging::Judging;
use crate::proof::{Shower, remedies};
use crate::session::{Inner, area_ref};

impl Inner {
    pub(crate) fn power(&self, request: PowerRequest) -> Result<PowerPage, ApiError> {
        let area = self.area_index(&request.area)?;
        let power = self.power_index(&request.power)?;
        let judging = self.judging(request.as_at.as_deref())?;
        let shower = Shower { catalogue: &self.catalogue, compiled: &self.compiled };
        let missing = || ApiError::failed(format!("The power “{}” is not in the catalogue.", request.power));
        let entry = judging.power(power).ok_or_else(missing)?;
        let presence = match &request.group {
            None => None,
            Some(key) => Some(judging.presence_of(area, key).ok_or_else(|| {
                ApiError::usage(format!(
                    "No group “{key}” is on record in {}. See the list: takeup groups FILE --area {}.",
                    self.catalogue.areas[area].name, self.catalogue.areas[area].gss
                ))
            })?),
        };
        let judge = judging.judge();
        let proof = judge.prove(power, area, presence).ok_or_else(missing)?;
        let (who, key) = match presence {
            None => ("People acting without a group".to_string(), None),
            Some(n) => {
                let p = judging.world.presences_in(area)[n];
                let group = &judging.world.groups[p.group as usize];
                (group.name.clone(), Some(group.key.clone()))
            }
        };
        let (sets, more_sets) = judge.area_sets(power, area);
        let world = &judging.world;
        Ok(PowerPage {
            area: area_ref(&self.catalogue.areas[area]),
            as_at: judging.date.to_string(),
            row: row(&judging, power, area).ok_or_else(missing)?,
            summary: entry.summary.clone(),
            basis: word(entry.basis),
            space: word(entry.space),
            duty_holder: self.catalogue.holder_name(&entry.duty_holder),
            law: law(entry),
            in_force: self.in_force(entry, area),
            requirement: shower.requirement(&entry.requires),
            proof: shower.proof(&judge, &proof, &who, key),
            needs: entry.needs.iter().map(|need| shower.need(need)).collect(),
            can_tell: self.can_tell_of_place(&judging, power, area),
            sets: sets.iter().map(|set| shower.area_set(&judge, set, area)).collect(),
            more_sets,
            steps: entry
                .steps
                .iter()
                .map(|s| StepLine {
                    actor: self.catalogue.holder_name(&s.actor),
                    modality: word(s.modality),
                    action: s.action.clone(),
                    deadline: s.deadline.clone(),
                    provision: s.provision.clone(),
                    position: word(s.position),
                })
                .collect(),
            redress: entry
                .redress
                .iter()
                .map(|r| RedressLine {
                    kind: word(r.kind),
                    by: self.catalogue.holder_name(&r.by),
                    deadline: r.deadline.clone(),
                    then: r.then.clone(),
                    provision: r.provision.clone(),
                })
                .collect(),
            barriers: self.barriers(entry),
            enablers: self.enablers(entry),
            uses: uses(&judging, entry, area),
            coverage: world
                .coverage_of(&entry.id, area)
                .map(|c| CoverageLine {
                    id: c.id,
                    register: c.register.clone(),
                    as_at: c.as_at.to_string(),
                    source: c.source.title.clone(),
                    address: c.source.address.clone(),
                })
                .collect(),
            findings: self.findings(&judging, entry, area),
            shown_by: entry.shown_by.clone(),
            lasts: entry.lasts.as_ref().map(|l| l.note.clone()),
            changes: entry.changes.iter().map(|c| self.change_words(c)).collect(),
            links: entry
                .links
                .iter()
                .map(|l| LinkLine {
                    kind: word(l.kind),
                    power: l.power.clone(),
                    name: self
                        .catalogue
                        .powers
                        .get(&l.power)
                        .map_or_else(|| l.power.clone(), |p| p.name.clone()),
                    note: l.note.clone(),
                })
                .collect(),
            take_up: entry
                .take_up
                .iter()
                .map(|t| TakeUpLine {
                    figure: t.figure.clone(),
                    period: t.period.clone(),
                    source: t.source.clone(),
                    verified: word(t.verified),
                })
                .collect(),
            goals: entry
                .goals
                .iter()
                .map(|id| self.catalogue.goal(id).map_or(id, |g| &g.name).clone())
                .collect(),
            sources: entry.sources.clone(),
            verified: word(entry.verified),
            checked_on: entry.checked.on.to_string(),
            checked_read: entry.checked.read.clone(),
            review_by: entry.checked.review_by.to_string(),
        })
    }

    pub(crate) fn powers(&self, request: PowersRequest) -> Result<Vec<PowerLine>, ApiError> {
        let same = |wanted: &Option<String>, found: &[String]| {
            wanted.as_ref().is_none_or(|w| found.iter().any(|f| f.eq_ignore_ascii_case(w.trim())))
        };
        let line = |p: &Power| PowerLine {
            power: p.id.clone(),
            name: p.name.clone(),
            summary: p.summary.clone(),
            department: p.department.clone(),
            nations: p.in_force.iter().map(|f| f.nation.name().to_string()).collect(),
            pillar: word(p.pillar),
            basis: word(p.basis),
            shifts: p.shifts.iter().map(|s| shift_name(*s).to_string()).collect(),
            verified: word(p.verified),
        };
        let fits = |p: &&Power| {
            let department = self.catalogue.departments.get(&p.department);
            let names: Vec<String> = department
                .map(|d| vec![d.id.clone(), d.name.clone(), d.short_name.clone()])
                .unwrap_or_else(|| vec![p.department.clone()]);
            let nations: Vec<String> =
                p.in_force.iter().flat_map(|f| [f.nation.name().to_string(), word(f.nation)]).collect();
            same(&request.department, &names)
                && same(&request.nation, &nations)
                && same(&request.pillar, &[word(p.pillar), pillar_name(p.pillar).to_string()])
        };
        Ok(self.catalogue.powers.values().filter(fits).map(line).collect())
    }

    fn in_force(&self, entry: &Power, area: usize) -> Vec<InForceLine> {
        let nation = self.catalogue.areas[area].nation;
        let line = |f: &takeup_domain::power::InForce| InForceLine {
            nation: f.nation.name().into(),
            state: match f.state {
                LawState::InForce => "In force",
                LawState::PartlyInForce => "Partly in force",
                LawState::NotCommenced => "Made, not commenced",
                LawState::Proposed => "Proposed",
                LawState::Repealed => "Repealed",
            }
            .into(),
            from: f.from.map(|d| d.to_string()),
            to: f.to.map(|d| d.to_string()),
            note: f.note.clone(),
            here: f.nation == nation,
        };
        entry.in_force.iter().map(line).collect()
    }

    fn barriers(&self, entry: &Power) -> Vec<BarrierLine> {
        let known = entry.barriers.iter().filter_map(|id| self.catalogue.barriers.get(id));
        known
            .map(|b| BarrierLine {
                id: b.id.clone(),
                name: b.name.clone(),
                description: b.description.clone(),
                clear: word(b.clear),
                level: word(b.level),
                remedies: remedies(&b.remedies),
            })
            .collect()
    }

    fn enablers(&self, entry: &Power) -> Vec<EnablerLine> {
        let known = entry.enablers.iter().filter_map(|id| self.catalogue.enablers.get(id));
        known
            .map(|e| EnablerLine {
                name: e.name.clone(),
                supplies: e.supplies.iter().map(|k| k.name().to_string()).collect(),
                running: word(e.running),
                as_at: e.as_at.clone(),
                note: e.note.clone(),
            })
            .collect()
    }

    fn findings(&self, judging: &Judging, entry: &Power, area: usize) -> Vec<FindingLine> {
        let concerns = |f: &&Finding| {
            f.power.as_ref().is_none_or(|p| p == &entry.id)
                && f.area.is_none_or(|a| a == area)
                && f.duty_holder.as_ref().is_none_or(|d| d == &entry.duty_holder)
        };
        let line = |f: &Finding| FindingLine {
            id: f.id,
            barrier: f.barrier.clone(),
            barrier_name: self
                .catalogue
                .barriers
                .get(&f.barrier)
                .map_or_else(|| f.barrier.clone(), |b| b.name.clone()),
            effect: word(f.effect),
            scope: self.scope(judging, f),
            note: f.note.clone(),
            date: f.date.to_string(),
            source: f.source.title.clone(),
        };
        judging.world.findings.iter().filter(concerns).map(line).collect()
    }

    fn scope(&self, judging: &Judging, f: &Finding) -> String {
        let mut parts = Vec::new();
        parts.push(if f.power.is_some() { "this power".to_string() } else { "every power".to_string() });
        parts.push(
            f.area.map_or_else(|| "everywhere".into(), |a| format!("in {}", self.catalogue.areas[a].name)),
        );
        if let Some(id) = f.group {
            let name = judging.world.groups.iter().find(|g| g.id == id).map(|g| g.name.clone());
            parts.push(format!("for {}", name.unwrap_or_else(|| "one group".into())));
        }
        if let Some(form) = &f.form {
            parts.push(format!("for groups that are: {}", self.catalogue.form_name(form)));
        }
        parts.join(", ")
    }

    fn change_words(&self, change: &Change) -> String {
        match change {
            Change::AreaType(t) => format!("The place becomes {}.", t.as_str()),
            Change::Form(id) => format!("The group becomes: {}.", self.catalogue.form_name(id)),
            Change::Trait(id) => {
                let name = self.catalogue.traits.get(id).map_or(id.as_str(), |t| t.name.as_str());
                format!("From then on: {name}.")
            }
            Change::Outcome(id) => {
                let name = self.catalogue.powers.get(id).map_or(id.as_str(), |p| p.name.as_str());
                format!("It opens “{name}”.")
            }
        }
    }
}

fn law(entry: &Power) -> Vec<LawLine> {
    let link = |path: &String| format!("https://www.legislation.gov.uk/{}", path.trim_start_matches('/'));
    entry
        .law
        .iter()
        .map(|l| LawLine {
            title: l.title.clone(),
            provision: l.provision.clone(),
            link: l.path.as_ref().map(link),
        })
        .collect()
}

fn uses(judging: &Judging, entry: &Power, area: usize) -> Vec<UseLine> {
    let mut uses: Vec<UseLine> = judging
        .world
        .uses_of(&entry.id, area)
        .map(|u| UseLine {
            id: u.id,
            group: u.group_name.clone(),
            group_id: u.group,
            what: u.what.clone(),
            date: u.date.clone(),
            outcome: word(u.outcome),
            source: u.source.title.clone(),
            address: u.source.address.clone(),
        })
        .collect();
    uses.sort_by(|a, b| b.date.cmp(&a.date));
    uses
}

/// The word an enum has in files.
pub(crate) fn word<T: Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

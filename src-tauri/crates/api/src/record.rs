//! Recording by hand, with the effect on the answers shown at once.

use std::collections::BTreeMap;

use jiff::civil::Date;
use takeup_domain::reach::Reach;
use takeup_domain::record::{CoverageRecord, FindingEffect, FindingRecord, Source, UseOutcome, UseRecord};
use takeup_domain::status::Status;
use takeup_domain::uses::days_of;
use takeup_store::{FactKey, FactRow, Store, Touched};

use crate::answer::record::{
    CoverageInput, FactInput, FindingInput, ReachChange, Recorded, RemoveRequest, StatusChange, UseInput,
};
use crate::error::ApiError;
use crate::session::Inner;

impl Inner {
    pub(crate) fn record_use(&self, input: UseInput) -> Result<Recorded, ApiError> {
        let area = self.area_index(&input.area)?;
        let power = self.power_index(&input.power)?;
        let outcome = choice("outcome", &input.outcome, &UseOutcome::ALL.map(|o| (o.as_str(), o)))?;
        let Some((first, _)) = days_of(&input.date) else {
            return Err(ApiError::usage(format!(
                "The date “{}” cannot be read: write 2021, 2021-06 or 2021-06-30.",
                input.date
            )));
        };
        if first > self.options.today {
            return Err(ApiError::usage(format!(
                "The date {} is still to come: record it once it has happened.",
                input.date
            )));
        }
        let what = needed("what happened", &input.what)?;
        let source = source(&input.source, input.address.as_deref())?;
        let group = self.group_id(input.group.as_deref())?;
        let name = match (&group, &input.group_name) {
            (Some((_, name)), _) => name.clone(),
            (None, Some(name)) if !name.trim().is_empty() => name.trim().to_string(),
            _ => return Err(ApiError::usage("Say who used it: a group on record, or a name.")),
        };
        let record = UseRecord {
            power: self.compiled.powers[power].clone(),
            area: self.catalogue.areas[area].gss.clone(),
            group_key: input.group.clone(),
            group_name: name.clone(),
            what,
            date: input.date.trim().to_string(),
            outcome,
            source,
        };
        let words = format!("use of “{}” by {name}", self.catalogue.powers[&record.power].name);
        self.with_effect(area, None, words, |store| {
            let id = store.add_use(&record, group.map(|g| g.0), &self.now())?;
            Ok((id, Touched::Uses(record.area)))
        })
    }

    pub(crate) fn record_coverage(&self, input: CoverageInput) -> Result<Recorded, ApiError> {
        let area = self.area_index(&input.area)?;
        let power = self.power_index(&input.power)?;
        let record = CoverageRecord {
            power: self.compiled.powers[power].clone(),
            area: self.catalogue.areas[area].gss.clone(),
            register: needed("which register was looked at", &input.register)?,
            as_at: self.past("as at", &input.as_at)?,
            source: source(&input.source, input.address.as_deref())?,
        };
        let words = format!("that “{}” was looked at", record.register);
        self.with_effect(area, None, words, |store| {
            let id = store.add_coverage(&record, &self.now())?;
            Ok((id, Touched::Uses(record.area)))
        })
    }

    pub(crate) fn record_finding(&self, input: FindingInput) -> Result<Recorded, ApiError> {
        let barrier = input.barrier.trim().to_string();
        let Some(known) = self.catalogue.barriers.get(&barrier) else {
            return Err(ApiError::usage(format!(
                "There is no barrier “{barrier}”. Choose one from the list on the power's page."
            )));
        };
        let area = input.area.as_deref().map(|gss| self.area_index(gss)).transpose()?;
        let power = input.power.as_deref().map(|id| self.power_index(id)).transpose()?;
        if let Some(id) =
            input.duty_holder.as_ref().filter(|id| !self.catalogue.duty_holders.contains_key(*id))
        {
            return Err(ApiError::usage(format!("There is no kind of duty holder “{id}”.")));
        }
        if let Some(id) = input.form.as_ref().filter(|id| self.catalogue.forms.get(id).is_none()) {
            return Err(ApiError::usage(format!("There is no legal form “{id}”.")));
        }
        let group = self.group_id(input.group.as_deref())?;
        if power.is_none()
            && area.is_none()
            && group.is_none()
            && input.duty_holder.is_none()
            && input.form.is_none()
        {
            return Err(ApiError::usage(
                "Say for what it holds: a power, an area, a duty holder, a group or a legal form.",
            ));
        }
        let record = FindingRecord {
            barrier,
            effect: choice("effect", &input.effect, &FindingEffect::ALL.map(|e| (e.as_str(), e)))?,
            power: power.map(|p| self.compiled.powers[p].clone()),
            area: area.map(|a| self.catalogue.areas[a].gss.clone()),
            duty_holder: input.duty_holder,
            group_key: input.group,
            form: input.form,
            note: needed("what was found", &input.note)?,
            date: self.past("date", &input.date)?,
            source: source(&input.source, input.address.as_deref())?,
        };
        let words = format!("finding on “{}”", known.name);
        self.with_effect(area.unwrap_or(0), None, words, |store| {
            let group = group.map(|g| g.0);
            let id = store.add_finding(&record, group, &self.now())?;
            Ok((id, Touched::Findings { area: record.area, group }))
        })
    }

    pub(crate) fn record_fact(&self, input: FactInput) -> Result<Recorded, ApiError> {
        let area = self.area_index(&input.area)?;
        let key = input.key.trim();
        let parsed = FactKey::parse(key).filter(|k| self.knows(k));
        let Some(parsed) = parsed else {
            return Err(ApiError::usage(format!(
                "“{key}” is not a fact Takeup knows. Facts look like members:local-elector, form:cio, trait:asset-lock, \
                 works-here or area-type; takeup explain shows the keys."
            )));
        };
        if let Some(wanted) = parsed.refuses(&input.value) {
            return Err(ApiError::usage(format!("“{}” does not fit {key}: give {wanted}.", input.value)));
        }
        let of_area = matches!(
            parsed,
            FactKey::AreaType
                | FactKey::People(_)
                | FactKey::Trait(_)
                | FactKey::Outcome(_)
                | FactKey::Standing(_)
        );
        let group = self.group_id(input.group.as_deref())?;
        if group.is_none() && !of_area {
            return Err(ApiError::usage(format!("“{key}” is a fact of a group: say which one.")));
        }
        let fact = FactRow {
            id: 0,
            group: group.as_ref().map(|g| g.0),
            area: self.catalogue.areas[area].gss.clone(),
            key: key.to_string(),
            value: input.value.trim().to_string(),
            source: needed("where you know it from", &input.source)?,
            date: self.past("date", &input.date)?.to_string(),
        };
        let about = group.as_ref().map_or(self.catalogue.areas[area].name.clone(), |g| g.1.clone());
        let words = format!("fact about {about}");
        self.with_effect(area, input.group.as_deref(), words, |store| {
            let id = store.add_fact(&fact, &self.now())?;
            Ok((id, fact.group.map_or(Touched::Area(fact.area), Touched::Group)))
        })
    }

    pub(crate) fn remove(&self, request: RemoveRequest) -> Result<Recorded, ApiError> {
        let area = self.area_index(&request.area)?;
        let words = format!("{} number {}", request.kind, request.id);
        self.with_effect(area, None, words, |store| {
            let touched = store.touched_by(&request.kind, request.id)?;
            store.remove(&request.kind, request.id)?;
            Ok((request.id, touched))
        })
    }

    fn with_effect(
        &self,
        area: usize,
        group: Option<&str>,
        what: String,
        run: impl FnOnce(&mut Store) -> Result<(i64, Touched), ApiError>,
    ) -> Result<Recorded, ApiError> {
        let before = self.snapshot(area, group)?;
        let id = self.write(run)?;
        let after = self.snapshot(area, group)?;
        let name = |id: &String| self.catalogue.powers.get(id).map_or_else(|| id.clone(), |p| p.name.clone());
        let changed = before.statuses.iter().filter_map(|(power, from)| {
            let to = after.statuses.get(power)?;
            (to != from).then(|| StatusChange {
                power: power.clone(),
                name: name(power),
                from: from.name().into(),
                to: to.name().into(),
            })
        });
        let group_changed = before.reaches.iter().filter_map(|(power, from)| {
            let to = after.reaches.get(power)?;
            (to != from).then(|| ReachChange {
                power: power.clone(),
                name: name(power),
                from: from.as_str().into(),
                to: to.as_str().into(),
            })
        });
        Ok(Recorded { id, what, changed: changed.collect(), group_changed: group_changed.collect() })
    }

    fn snapshot(&self, area: usize, group: Option<&str>) -> Result<Answers, ApiError> {
        let judging = self.judging(None)?;
        let judge = judging.judge();
        let presence = group.and_then(|key| judging.presence_of(area, key));
        let mut answers = Answers::default();
        for (power, id) in judging.compiled.powers.iter().enumerate() {
            answers.statuses.insert(id.clone(), judging.answer(power, area).status);
            if let Some(n) = presence {
                answers
                    .reaches
                    .insert(id.clone(), judge.row(power, area, judging.columns().presence(area, n)));
            }
        }
        Ok(answers)
    }

    /// A group's row id and name by its key.
    fn group_id(&self, key: Option<&str>) -> Result<Option<(i64, String)>, ApiError> {
        let Some(key) = key.map(str::trim).filter(|k| !k.is_empty()) else { return Ok(None) };
        let found = self.look(|store| Ok(store.group(key)?))?;
        found.map(|g| Some((g.id, g.name))).ok_or_else(|| {
            ApiError::usage(format!("No group “{key}” is on record. Give its key, such as GB-CHC-1098765."))
        })
    }

    fn knows(&self, key: &FactKey) -> bool {
        let c = &self.catalogue;
        match key {
            FactKey::Form(id) => c.forms.get(id).is_some(),
            FactKey::Members(id) | FactKey::Share(id) | FactKey::Standing(id) | FactKey::People(id) => {
                c.standings.contains_key(id)
            }
            FactKey::Trait(id) => c.traits.contains_key(id),
            FactKey::Outcome(id) => c.powers.contains_key(id),
            _ => true,
        }
    }

    fn past(&self, what: &str, text: &str) -> Result<Date, ApiError> {
        let date: Date = text.trim().parse().map_err(|_| {
            ApiError::usage(format!("“{text}” ({what}) is not a day: write it like 2026-11-25."))
        })?;
        if date > self.options.today {
            return Err(ApiError::usage(format!(
                "{date} ({what}) is still to come: give a day up to today."
            )));
        }
        Ok(date)
    }

    pub(crate) fn now(&self) -> String {
        self.options.today.to_string()
    }
}

#[derive(Default)]
struct Answers {
    statuses: BTreeMap<String, Status>,
    reaches: BTreeMap<String, Reach>,
}

fn choice<T: Copy>(what: &str, word: &str, list: &[(&str, T)]) -> Result<T, ApiError> {
    list.iter().find(|(w, _)| *w == word.trim()).map(|(_, v)| *v).ok_or_else(|| {
        let words: Vec<&str> = list.iter().map(|(w, _)| *w).collect();
        ApiError::usage(format!("“{word}” is not a known {what}: use one of {}.", words.join(", ")))
    })
}

fn needed(what: &str, text: &str) -> Result<String, ApiError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ApiError::usage(format!("Say {what}: it was left empty.")));
    }
    Ok(text.to_string())
}

fn source(title: &str, address: Option<&str>) -> Result<Source, ApiError> {
    let address = address.map(str::trim).filter(|a| !a.is_empty());
    Ok(Source { title: needed("where it says so (the source)", title)?, address: address.map(Into::into) })
}

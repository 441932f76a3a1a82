//! Groups of an area, by reach of a power.

use std::collections::BTreeMap;

use takeup_domain::reach::Reach;
use takeup_domain::sets::{Change, ChangeSet};

use crate::answer::group::{GroupRow, Groups, GroupsRequest};
use crate::error::ApiError;
use crate::judging::Judging;
use crate::session::Inner;

const REACHES: [Reach; 4] = [Reach::Open, Reach::Unsettled, Reach::Blocked, Reach::OutOfReach];

impl Inner {
    pub(crate) fn groups(&self, request: GroupsRequest) -> Result<Groups, ApiError> {
        let area = self.area_index(&request.area)?;
        let judging = self.judging(request.as_at.as_deref())?;
        let power = request.power.as_deref().map(|id| self.power_index(id)).transpose()?;
        let wanted = match &request.reach {
            None => None,
            Some(word) => Some(REACHES.into_iter().find(|r| r.as_str() == word).ok_or_else(|| {
                ApiError::usage(format!("“{word}” is not one of open, unsettled, blocked, out-of-reach."))
            })?),
        };
        if wanted.is_some() && power.is_none() {
            return Err(ApiError::usage("Reach is about a power: say which one (--power ID)."));
        }
        let text = request.text.unwrap_or_default().to_lowercase();
        let reaches = power.map(|p| judging.judge().rows(p, area));
        let mut found: Vec<(usize, Option<Reach>)> = Vec::new();
        for (n, presence) in judging.world.presences_in(area).iter().enumerate() {
            let reach = reaches.as_ref().map(|r| r[n]);
            let name = &judging.world.groups[presence.group as usize].name;
            if wanted.is_none_or(|w| reach == Some(w))
                && (text.is_empty() || name.to_lowercase().contains(&text))
            {
                found.push((n, reach));
            }
        }
        let name = |n: usize| {
            let presence = judging.world.presences_in(area)[n];
            judging.world.groups[presence.group as usize].name.to_lowercase()
        };
        found.sort_by_cached_key(|(n, reach)| (*reach, name(*n)));
        let total = found.len() as u32;
        let limit = request.limit.map_or(usize::MAX, |n| n as usize);
        let mut reasons = Reasons { inner: self, judging: &judging, area, by_shape: BTreeMap::new() };
        let rows = found
            .into_iter()
            .skip(request.offset as usize)
            .take(limit)
            .map(|(n, reach)| reasons.row(n, power, reach))
            .collect();
        Ok(Groups { total, rows })
    }

    pub(crate) fn form_names(&self, forms: &BTreeMap<String, bool>) -> Option<String> {
        let names: Vec<String> = forms
            .iter()
            .filter(|(_, has)| **has)
            .map(|(id, _)| self.catalogue.forms.get(id).map_or_else(|| id.clone(), |f| f.name.clone()))
            .collect();
        (!names.is_empty()).then(|| names.join(", "))
    }
}

struct Reasons<'a> {
    inner: &'a Inner,
    judging: &'a Judging,
    area: usize,
    by_shape: BTreeMap<Vec<u8>, ChangeSet>,
}

impl Reasons<'_> {
    fn row(&mut self, n: usize, power: Option<usize>, reach: Option<Reach>) -> GroupRow {
        let presence = self.judging.world.presences_in(self.area)[n];
        let group = &self.judging.world.groups[presence.group as usize];
        let (missing, unknown, why) = match power {
            Some(power) => self.why(power, n, reach.unwrap_or(Reach::NotAvailable)),
            None => (vec![], vec![], String::new()),
        };
        GroupRow {
            id: group.key.clone(),
            name: group.name.clone(),
            legal_form: self.inner.form_names(&group.forms),
            area: self.inner.catalogue.areas[self.area].gss.clone(),
            reach: reach.map(|r| r.as_str().into()),
            missing,
            unknown,
            why,
            vanished: false,
        }
    }

    fn why(&mut self, power: usize, n: usize, reach: Reach) -> (Vec<String>, Vec<String>, String) {
        if reach == Reach::NotAvailable {
            return (vec![], vec![], "The power is not available here on this date.".into());
        }
        let judge = self.judging.judge();
        let row = self.judging.columns().presence(self.area, n);
        let area = self.area;
        let reason = self
            .by_shape
            .entry(judge.shapes(power, area)(row))
            .or_insert_with(|| judge.reason(power, area, row))
            .clone();
        let facts = &self.judging.compiled.facts;
        let missing = reason.iter().filter_map(|c| match c {
            Change::Meet(fact) => Some(facts[*fact].key()),
            Change::Lift(barrier) => Some(format!("barrier:{barrier}")),
            Change::Supply(kind, level) => Some(format!("capacity:{}>={}", kind.as_str(), level.as_str())),
            Change::FindOut(_) => None,
        });
        let unknown = reason.iter().filter_map(|c| match c {
            Change::FindOut(fact) => Some(facts[*fact].key()),
            _ => None,
        });
        (missing.collect(), unknown.collect(), self.inner.reason_words(self.judging, reach, &reason))
    }
}

impl Inner {
    /// The shortest reason in words.
    pub(crate) fn reason_words(&self, judging: &Judging, reach: Reach, reason: &ChangeSet) -> String {
        if reach == Reach::Open {
            return "May start to use it today.".into();
        }
        let facts = &judging.compiled.facts;
        let part = |c: &Change| match c {
            Change::Meet(fact) => format!("does not hold: {}", self.catalogue.fact_words(&facts[*fact])),
            Change::FindOut(fact) => format!("not known: {}", self.catalogue.fact_words(&facts[*fact])),
            Change::Lift(barrier) => {
                let name = self.catalogue.barriers.get(barrier).map_or(barrier.as_str(), |b| b.name.as_str());
                format!("stopped by: {name}")
            }
            Change::Supply(kind, level) => {
                format!("{} is known to be below “{}”", kind.name(), level.as_str())
            }
        };
        let mut words = reason.iter().map(part).collect::<Vec<_>>().join("; ");
        if let Some(first) = words.get(..1).map(str::to_uppercase) {
            words.replace_range(..1, &first);
        }
        words + "."
    }
}

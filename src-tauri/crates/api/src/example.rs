//! The built-in example: documented real uses, real organisations, sources shown. Nothing is invented.

use std::collections::{BTreeMap, BTreeSet};

use takeup_domain::record::{GroupRecord, PresenceBasis, Source, UseRecord};
use takeup_store::Store;

use crate::error::ApiError;
use crate::session::Inner;

impl Inner {
    pub(crate) fn fill_example(&self, store: &mut Store) -> Result<(), ApiError> {
        store.set_meta("example", "documented uses")?;
        let mut by_area: BTreeMap<&str, usize> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for (power, uses) in &self.catalogue.uses {
            for found in uses {
                let Some(area) = self.catalogue.area(&found.area) else { continue };
                *by_area.entry(area.gss.as_str()).or_default() += 1;
                let group = match &found.group.form {
                    None => None,
                    Some(form) => {
                        let record = GroupRecord {
                            key: key_of(&found.group.name, &area.gss),
                            name: found.group.name.clone(),
                            forms: [(form.clone(), true)].into(),
                            presences: vec![(area.gss.clone(), PresenceBasis::WorksIn)],
                            ..GroupRecord::default()
                        };
                        Some((store.add_group(&record)?, record.key))
                    }
                };
                let what = match &found.reason {
                    Some(reason) => format!("{} {}", found.what, reason),
                    None => found.what.clone(),
                };
                let record = UseRecord {
                    power: power.clone(),
                    area: area.gss.clone(),
                    group_key: group.as_ref().map(|g| g.1.clone()),
                    group_name: found.group.name.clone(),
                    what,
                    date: found.date.clone(),
                    outcome: found.outcome,
                    source: Source {
                        title: found.source.title.clone(),
                        address: Some(found.source.address.clone()),
                    },
                };
                if seen.insert((
                    record.power.clone(),
                    record.area.clone(),
                    record.group_name.clone(),
                    record.date.clone(),
                    record.what.clone(),
                )) {
                    store.add_use(&record, group.map(|g| g.0), &self.options.today.to_string())?;
                }
            }
        }
        if let Some((gss, _)) = by_area.iter().max_by_key(|(_, n)| **n) {
            store.set_meta("area", gss)?;
        }
        Ok(())
    }
}

impl Inner {
    /// An example in which nobody recorded anything.
    pub(crate) fn is_untouched_example(&self, store: &Store) -> bool {
        let documented: i64 = self.catalogue.uses.values().map(|u| u.len() as i64).sum();
        let ours = store.meta("example").is_ok_and(|m| m.is_some());
        ours && store.counts().is_ok_and(|[_, _, uses, coverage, findings, facts]| {
            uses == documented && coverage + findings + facts == 0
        }) && store.registers().is_ok_and(|r| r.is_empty())
    }
}

/// The key of a group that no register shows.
fn key_of(name: &str, gss: &str) -> String {
    let words: Vec<String> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    format!("X-{}-{gss}", words.join("-"))
}

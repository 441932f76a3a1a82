//! Facts told by hand, of a group or of an area.

use std::collections::BTreeMap;

use rusqlite::{Row, ToSql, params};
use takeup_domain::power::{CapacityKind, Level};
use takeup_domain::requirement::AreaType;
use takeup_domain::world::Told;

use crate::error::StoreError;
use crate::open::Store;

/// A fact told by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    pub id: i64,
    pub group: Option<i64>,
    pub area: String,
    pub key: String,
    pub value: String,
    pub source: String,
    pub date: String,
}

/// What a fact is about, read from its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactKey {
    Form(String),
    TotalMembers,
    Members(String),
    Share(String),
    Standing(String),
    Trait(String),
    Outcome(String),
    AreaType,
    WorksHere,
    Founded,
    Capacity(CapacityKind),
    /// How many people of a standing a place has.
    People(String),
}

impl FactKey {
    /// Reads a key such as `members:local-elector`.
    pub fn parse(key: &str) -> Option<FactKey> {
        let (kind, about) = key.split_once(':').unwrap_or((key, ""));
        let named = (!about.is_empty()).then(|| about.to_string());
        match kind {
            "form" => named.map(FactKey::Form),
            "members" if about.is_empty() => Some(FactKey::TotalMembers),
            "members" => named.map(FactKey::Members),
            "share" => named.map(FactKey::Share),
            "standing" => named.map(FactKey::Standing),
            "trait" => named.map(FactKey::Trait),
            "outcome" => named.map(FactKey::Outcome),
            "people" => named.map(FactKey::People),
            "area-type" => Some(FactKey::AreaType),
            "works-here" => Some(FactKey::WorksHere),
            "founded" => Some(FactKey::Founded),
            "capacity" => match about {
                "financial" => Some(FactKey::Capacity(CapacityKind::Financial)),
                "organising" => Some(FactKey::Capacity(CapacityKind::Organising)),
                "enduring" => Some(FactKey::Capacity(CapacityKind::Enduring)),
                _ => None,
            },
            _ => None,
        }
    }

    /// What a value must look like, if this one does not.
    pub fn refuses(&self, value: &str) -> Option<&'static str> {
        let fits = match self {
            FactKey::Form(_)
            | FactKey::Standing(_)
            | FactKey::Trait(_)
            | FactKey::Outcome(_)
            | FactKey::WorksHere => yes_no(value).is_some(),
            FactKey::TotalMembers | FactKey::Members(_) | FactKey::People(_) => {
                value.trim().parse::<u32>().is_ok()
            }
            FactKey::Share(_) => per_mille(value).is_some(),
            FactKey::AreaType => area_type(value).is_some(),
            FactKey::Founded => value.trim().parse::<jiff::civil::Date>().is_ok(),
            FactKey::Capacity(_) => level(value).is_some(),
        };
        (!fits).then_some(match self {
            FactKey::TotalMembers | FactKey::Members(_) | FactKey::People(_) => "a whole number, such as 21",
            FactKey::Share(_) => "a percentage, such as 50 or 33.3",
            FactKey::AreaType => "“parished” (or “yes”) or “unparished” (or “no”)",
            FactKey::Founded => "a day, such as 2019-06-30",
            FactKey::Capacity(_) => "“none”, “low”, “medium” or “high”",
            _ => "“yes” or “no”",
        })
    }
}

impl Store {
    /// Records a fact.
    pub fn add_fact(&mut self, fact: &FactRow, now: &str) -> Result<i64, StoreError> {
        self.change(|t| {
            t.execute(
                "INSERT INTO facts (group_id, area, key, value, source, date, recorded_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![fact.group, fact.area, fact.key, fact.value, fact.source, fact.date, now],
            )?;
            Ok(t.last_insert_rowid())
        })
    }

    /// All facts told by hand, oldest first: the latest of a key counts.
    pub fn facts(&self) -> Result<Vec<FactRow>, StoreError> {
        self.facts_where("1", &[])
    }

    /// Facts told by hand of one group.
    pub fn facts_of(&self, group: i64) -> Result<Vec<FactRow>, StoreError> {
        self.facts_where("group_id = ?1", &[&group])
    }

    /// Facts told by hand of an area itself, by its GSS code.
    pub(crate) fn facts_of_area(&self, gss: &str) -> Result<Vec<FactRow>, StoreError> {
        self.facts_where("group_id IS NULL AND area = ?1", &[&gss])
    }

    fn facts_where(&self, filter: &str, about: &[&dyn ToSql]) -> Result<Vec<FactRow>, StoreError> {
        self.sql((|| {
            let mut statement = self.db.prepare_cached(&format!(
                "SELECT id, group_id, area, key, value, source, date FROM facts WHERE {filter} ORDER BY date, id",
            ))?;
            let rows = statement.query_map(about, |r: &Row<'_>| {
                Ok(FactRow {
                    id: r.get(0)?,
                    group: r.get(1)?,
                    area: r.get(2)?,
                    key: r.get(3)?,
                    value: r.get(4)?,
                    source: r.get(5)?,
                    date: r.get(6)?,
                })
            })?;
            rows.collect()
        })())
    }
}

/// Adds a fact to what was told. Forms and the founding day are kept with the group itself.
///
/// `here` is the area that a fact of a group is about, for the facts that differ from area to area.
pub(crate) fn tell(told: &mut Told, fact: &FactRow, here: Option<usize>) {
    let Some(key) = FactKey::parse(&fact.key) else { return };
    let value = fact.value.as_str();
    let known = match key {
        FactKey::TotalMembers => put(&mut told.total_members, value.trim().parse().ok()),
        FactKey::Members(of) => add(&mut told.members, of, value.trim().parse().ok()),
        FactKey::Share(of) => add(&mut told.member_share, of, per_mille(value)),
        FactKey::Standing(id) => add(&mut told.standings, id, yes_no(value)),
        FactKey::Trait(id) => add(&mut told.traits, id, yes_no(value)),
        FactKey::Outcome(id) => add(&mut told.outcomes, id, yes_no(value)),
        FactKey::AreaType => match here {
            Some(area) => put(&mut told.here.entry(area).or_default().area_type, area_type(value)),
            None => put(&mut told.area_type, area_type(value)),
        },
        FactKey::WorksHere => {
            here.is_some_and(|area| put(&mut told.here.entry(area).or_default().works, yes_no(value)))
        }
        FactKey::People(of) => add(&mut told.people, of, value.trim().parse().ok()),
        FactKey::Capacity(kind) => add(&mut told.capacity, kind, level(value)),
        FactKey::Form(_) | FactKey::Founded => true,
    };
    if known {
        let key = match here.filter(|_| matches!(fact.key.as_str(), "works-here" | "area-type")) {
            Some(area) => format!("{}@{area}", fact.key),
            None => fact.key.clone(),
        };
        told.sources.insert(key, format!("{} ({})", fact.source, fact.date));
    }
}

pub(crate) fn yes_no(value: &str) -> Option<bool> {
    match value.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" => Some(true),
        "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}

fn per_mille(value: &str) -> Option<u32> {
    let number: f64 = value.trim().trim_end_matches('%').trim().parse().ok()?;
    (0.0..=100.0).contains(&number).then(|| (number * 10.0).round() as u32)
}

fn area_type(value: &str) -> Option<AreaType> {
    match value.trim().to_lowercase().as_str() {
        "parished" | "yes" => Some(AreaType::Parished),
        "unparished" | "no" => Some(AreaType::Unparished),
        _ => None,
    }
}

fn level(value: &str) -> Option<Level> {
    match value.trim().to_lowercase().as_str() {
        "none" => Some(Level::None),
        "low" => Some(Level::Low),
        "medium" => Some(Level::Medium),
        "high" => Some(Level::High),
        _ => None,
    }
}

fn put<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let known = value.is_some();
    if known {
        *slot = value;
    }
    known
}

fn add<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) -> bool {
    value.map(|v| map.insert(key, v)).is_some()
}

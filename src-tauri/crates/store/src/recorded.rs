//! Uses, coverage and findings as judging sees them.

use rusqlite::Row;
use takeup_domain::record::{FindingEffect, Source, UseOutcome};
use takeup_domain::world::{Coverage, Finding, Use, World};

use crate::open::Store;
use crate::world::date;

/// Adds all of them to a world.
pub(crate) fn load_records(store: &Store, world: &mut World) -> rusqlite::Result<()> {
    let catalogue = world.catalogue.clone();
    let area = |r: &Row<'_>, at: usize| -> rusqlite::Result<Option<usize>> {
        let gss: Option<String> = r.get(at)?;
        Ok(gss.and_then(|g| catalogue.area_index(&g)))
    };
    let mut statement = store.db.prepare(
        "SELECT id, power, area, group_id, group_name, what, date, outcome, source, address FROM uses ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        if let (Some(area), Some(outcome)) = (area(r, 2)?, outcome_of(r.get_ref(7)?.as_str().unwrap_or(""))) {
            world.uses.push(Use {
                id: r.get(0)?,
                power: r.get(1)?,
                area,
                group: r.get(3)?,
                group_name: r.get(4)?,
                what: r.get(5)?,
                date: r.get(6)?,
                outcome,
                source: Source { title: r.get(8)?, address: r.get(9)? },
            });
        }
    }
    let mut statement = store
        .db
        .prepare("SELECT id, power, area, register_name, as_at, source, address FROM coverage ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        if let (Some(area), Some(as_at)) = (area(r, 2)?, date(r, 4)?) {
            world.coverage.push(Coverage {
                id: r.get(0)?,
                power: r.get(1)?,
                area,
                register: r.get(3)?,
                as_at,
                source: Source { title: r.get(5)?, address: r.get(6)? },
            });
        }
    }
    let mut statement = store.db.prepare(
        "SELECT id, barrier, effect, power, area, duty_holder, group_id, form, note, date, source, address
         FROM findings ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        let named: Option<String> = r.get(4)?;
        let (place, day) = (area(r, 4)?, date(r, 9)?);
        if let (Some(effect), Some(date)) = (effect_of(r.get_ref(2)?.as_str().unwrap_or("")), day)
            && named.is_some() == place.is_some()
        {
            world.findings.push(Finding {
                id: r.get(0)?,
                barrier: r.get(1)?,
                effect,
                power: r.get(3)?,
                area: place,
                duty_holder: r.get(5)?,
                group: r.get(6)?,
                form: r.get(7)?,
                note: r.get(8)?,
                date,
                source: Source { title: r.get(10)?, address: r.get(11)? },
            });
        }
    }
    Ok(())
}

fn outcome_of(word: &str) -> Option<UseOutcome> {
    UseOutcome::ALL.into_iter().find(|o| o.as_str() == word)
}

fn effect_of(word: &str) -> Option<FindingEffect> {
    FindingEffect::ALL.into_iter().find(|e| e.as_str() == word)
}

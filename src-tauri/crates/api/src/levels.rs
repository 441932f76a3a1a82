//! Levels side by side, over time.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use takeup_domain::levels::{Known, Moment, levels};

use crate::answer::levels::{LevelColumn, LevelRow, LevelsPage, LevelsRequest};
use crate::error::ApiError;
use crate::session::{Inner, area_ref};

impl Inner {
    pub(crate) fn levels(&self, request: LevelsRequest) -> Result<LevelsPage, ApiError> {
        let area = request.area.as_deref().map(|gss| self.area_index(gss)).transpose()?;
        let judging = self.judging(request.as_at.as_deref())?;
        let areas: BTreeSet<usize> = match area {
            Some(area) => BTreeSet::from([area]),
            None => judging.areas_in_view().into_iter().collect(),
        };
        let years = request.years.unwrap_or(20).clamp(1, 60) as i16;
        let last = judging.date;
        let ends = (last.year() - years..last.year()).map(|year| date(year, 12, 31));
        let days: Vec<Date> = ends.chain([last]).collect();
        let (moments, known) = levels(&judging.world, &areas, &days);
        let world = &judging.world;
        let recorded = Recorded {
            findings: world.findings.iter().any(|f| f.area.is_none_or(|area| areas.contains(&area))),
            uses: world.uses.iter().any(|u| areas.contains(&u.area))
                || world.coverage.iter().any(|c| areas.contains(&c.area)),
        };
        let place = area.map(|area| &self.catalogue.areas[area]);
        Ok(LevelsPage {
            areas: areas.len() as u32,
            as_at: last.to_string(),
            columns: columns(&known),
            rows: moments.iter().map(|m| row(m, &known, &recorded)).collect(),
            source: format!(
                "Source: the catalogue’s dates of the law, and the registers and records of this file, as at {last}."
            ),
            area: place.map(area_ref),
        })
    }
}

/// Whether anybody recorded anything at all: without, a zero would say more than is known.
struct Recorded {
    findings: bool,
    uses: bool,
}

/// Whether there is anything to count from.
fn any(of: u32, value: u32) -> Option<u32> {
    (of > 0).then_some(value)
}

fn row(m: &Moment, known: &Known, recorded: &Recorded) -> LevelRow {
    let capacity = |n: usize| any(known.capacity[n].min(known.dated), m.capacity[n]);
    LevelRow {
        on: m.on.to_string(),
        values: vec![
            Some(m.powers),
            any(known.dated, m.groups),
            any(known.dated, m.local),
            capacity(0),
            capacity(1),
            capacity(2),
            recorded.findings.then_some(m.barriers),
            recorded.findings.then_some(m.lifted),
            recorded.uses.then_some(m.tried),
            recorded.uses.then_some(m.succeeded),
            Some(m.looked),
        ],
    }
}

fn columns(known: &Known) -> Vec<LevelColumn> {
    let column =
        |id: &str, name: &str, coverage: String| LevelColumn { id: id.into(), name: name.into(), coverage };
    let (groups, dated) = (known.groups, known.dated);
    let began = format!(
        "The beginning of {dated} of {groups} groups on record is known. Groups that closed are on no register read here, so earlier years show too few."
    );
    let capacity = |n: usize| {
        format!(
            "Known today of {} of {groups} groups; counted from the year a group began.",
            known.capacity[n]
        )
    };
    let findings = "From findings recorded in this file; what nobody looked for is not counted.".to_string();
    let uses = match known.uses_undated {
        0 => "Uses recorded in this file; those nobody recorded are not known.".to_string(),
        n => format!("Uses recorded in this file, but for {n} whose date cannot be read."),
    };
    let looked = format!("Of {} pairs of a power and an area today.", known.pairs);
    vec![
        column(
            "powers",
            "Powers in force",
            "From the catalogue’s dates; the law as filed, whoever may use it.".into(),
        ),
        column("groups", "Groups", began),
        column(
            "local",
            "Really local groups",
            "On record in one council area only; otherwise as for groups.".into(),
        ),
        column("money", "Groups with money", capacity(0)),
        column("people", "Groups with people", capacity(1)),
        column("lasting", "Groups that last", capacity(2)),
        column("barriers", "Barriers found", findings.clone()),
        column("lifted", "Barriers lifted", findings),
        column("tried", "Powers tried", uses.clone()),
        column("succeeded", "With success", uses),
        column("looked", "Looked for uses", looked),
    ]
}

//! The audit of an area.

use std::collections::BTreeMap;

use takeup_domain::available::{available, in_force};
use takeup_domain::power::{LawState, Pillar, Power, Shift};
use takeup_domain::reach::Reach;
use takeup_domain::status::Status;
use takeup_domain::uses::{LOOK_BACK_YEARS, UseState, coverage_at, last_use};
use takeup_domain::vocabulary::Sector;

use crate::answer::audit::{
    Audit, AuditRequest, AuditRow, CoverageShown, FileText, GroupCounts, MatrixRow, NotKnown, StatusCount,
};
use crate::error::ApiError;
use crate::judging::Judging;
use crate::session::{Inner, area_ref};

impl Inner {
    pub(crate) fn audit(&self, request: AuditRequest) -> Result<Audit, ApiError> {
        let area = self.area_index(&request.area)?;
        let judging = self.judging(request.as_at.as_deref())?;
        let powers: Vec<usize> = match &request.power {
            Some(id) => vec![self.power_index(id)?],
            None => (0..judging.compiled.powers.len()).collect(),
        };
        let mut rows: Vec<AuditRow> = powers.iter().filter_map(|power| row(&judging, *power, area)).collect();
        rows.sort_by_cached_key(|r| {
            (Status::ALL.iter().position(|s| s.as_str() == r.status), r.name.to_lowercase())
        });
        let count = |status: Status| StatusCount {
            status: status.as_str().into(),
            name: status.name().into(),
            powers: rows.iter().filter(|r| r.status == status.as_str()).count() as u32,
        };
        let available: Vec<&AuditRow> =
            rows.iter().filter(|r| r.status != Status::NotAvailable.as_str()).collect();
        let world = &judging.world;
        Ok(Audit {
            area: area_ref(&self.catalogue.areas[area]),
            as_at: judging.date.to_string(),
            look_back_years: LOOK_BACK_YEARS,
            counts: Status::ALL.iter().map(|s| count(*s)).collect(),
            not_known: NotKnown {
                uses_not_checked: available.iter().filter(|r| r.used == UseState::NotChecked.as_str()).count()
                    as u32,
                available: available.len() as u32,
                reach_unsettled: available.iter().filter(|r| r.reach == Reach::Unsettled.as_str()).count()
                    as u32,
                no_groups_read: !world.any_register_in(area),
            },
            matrix: matrix(&rows, |row| (&row.department_name, &row.department)),
            duty_holders: matrix(&rows, |row| (&row.duty_holder_name, &row.duty_holder)),
            sectors: sectors(&rows),
            rows,
            registers: world
                .registers_in(area)
                .into_iter()
                .map(takeup_domain::world::RegisterRead::dated_name)
                .collect(),
            presences: world.presences_in(area).len() as i64,
        })
    }

    pub(crate) fn audit_csv(&self, request: AuditRequest) -> Result<FileText, ApiError> {
        let audit = self.audit(request)?;
        let header = [
            "Power",
            "Status",
            "Reach",
            "Use",
            "Department",
            "Who must respond",
            "Pillar",
            "Shifts",
            "Groups open",
            "Groups unsettled",
            "Groups blocked",
            "Groups out of reach",
            "Uses on record",
            "Last use",
            "Register of uses looked at",
            "As at",
            "To confirm",
            "Tasks",
            "Next thing to do",
            "Note",
            "Area",
            "GSS code",
            "Judged as at",
            "Power id",
        ];
        let rows = audit.rows.iter().map(|r| {
            let (register, looked) = r
                .coverage
                .as_ref()
                .map_or((String::new(), String::new()), |c| (c.register.clone(), c.as_at.clone()));
            let cells: Vec<std::borrow::Cow<'_, str>> = vec![
                r.name.as_str().into(),
                r.status_name.as_str().into(),
                r.reach.as_str().into(),
                r.used.as_str().into(),
                r.department_name.as_str().into(),
                r.duty_holder_name.as_str().into(),
                r.pillar.as_str().into(),
                r.shifts.join("; ").into(),
                r.groups.open.to_string().into(),
                r.groups.unsettled.to_string().into(),
                r.groups.blocked.to_string().into(),
                r.groups.out_of_reach.to_string().into(),
                r.uses.to_string().into(),
                r.last_use.clone().unwrap_or_default().into(),
                register.into(),
                looked.into(),
                r.to_confirm.to_string().into(),
                r.tasks.to_string().into(),
                r.next.as_str().into(),
                r.note.clone().unwrap_or_default().into(),
                audit.area.name.as_str().into(),
                audit.area.gss.as_str().into(),
                audit.as_at.as_str().into(),
                r.power.as_str().into(),
            ];
            cells
        });
        Ok(FileText {
            name: format!("takeup-{}-{}.csv", audit.area.gss, audit.as_at),
            text: takeup_export::csv(&header, rows)?,
        })
    }
}

/// One power's line.
pub(crate) fn row(judging: &Judging, power: usize, area: usize) -> Option<AuditRow> {
    let entry = judging.power(power)?;
    let world = &judging.world;
    let catalogue = &world.catalogue;
    let place = &catalogue.areas[area];
    let answer = judging.answer(power, area);
    let department = catalogue.departments.get(&entry.department);
    let sector = catalogue.duty_holders.get(&entry.duty_holder).map_or(Sector::default(), |d| d.sector);
    let cell = answer.cell;
    Some(AuditRow {
        power: entry.id.clone(),
        name: entry.name.clone(),
        department: entry.department.clone(),
        area: place.gss.clone(),
        used: answer.used.as_str().into(),
        reach: cell.reach.as_str().into(),
        status: answer.status.as_str().into(),
        groups: GroupCounts {
            open: cell.groups.open,
            unsettled: cell.groups.unsettled,
            blocked: cell.groups.blocked,
            out_of_reach: cell.groups.out_of_reach,
        },
        uses: world.uses_of(&entry.id, area).count() as u32,
        coverage: coverage_at(world, entry, area, judging.date)
            .map(|c| CoverageShown { register: c.register.clone(), as_at: c.as_at.to_string() }),
        to_confirm: entry.to_confirm() as u32,
        tasks: entry.tasks() as u32,
        status_name: answer.status.name().into(),
        department_name: department.map_or_else(|| entry.department.clone(), |d| d.short_name.clone()),
        duty_holder: entry.duty_holder.clone(),
        duty_holder_name: catalogue.holder_name(&entry.duty_holder),
        sector: sector.as_str().into(),
        sector_name: sector.name().into(),
        pillar: pillar_name(entry.pillar).into(),
        shifts: entry.shifts.iter().map(|s| shift_name(*s).to_string()).collect(),
        last_use: last_use(world, entry, area, judging.date).map(|u| u.date.clone()),
        in_practice: cell.groups.in_practice,
        open_to_people: cell.people == Reach::Open,
        note: note(judging, entry, area),
        next: judging.judge().next_step(power, area, &cell, answer.status),
    })
}

/// Why it is not available, or that nobody read a register, or that the law is only partly in force.
fn note(judging: &Judging, entry: &Power, area: usize) -> Option<String> {
    let world = &judging.world;
    let place = &world.catalogue.areas[area];
    let told = world.area_told.get(&area);
    if let Err(why) = available(&world.catalogue, entry, place, told, judging.date) {
        return Some(why.words(&world.catalogue, entry, place));
    }
    let law = in_force(entry, place)?;
    match law.state {
        LawState::PartlyInForce => Some(format!("Partly in force. {}", law.note.clone().unwrap_or_default())),
        _ => None,
    }
}

/// A line for each name and id, in the order of names.
fn matrix<'r>(rows: &'r [AuditRow], line: impl Fn(&'r AuditRow) -> (&'r str, &'r str)) -> Vec<MatrixRow> {
    let mut lines: BTreeMap<(&str, &str), Vec<u32>> = BTreeMap::new();
    for row in rows {
        let cells = lines.entry(line(row)).or_insert_with(|| vec![0; Status::ALL.len()]);
        if let Some(at) = Status::ALL.iter().position(|s| s.as_str() == row.status) {
            cells[at] += 1;
        }
    }
    lines
        .into_iter()
        .map(|((name, id), powers)| MatrixRow { id: id.into(), name: name.into(), powers })
        .collect()
}

/// Government first, then the others in the order of the vocabulary.
fn sectors(rows: &[AuditRow]) -> Vec<MatrixRow> {
    let mut lines = matrix(rows, |row| (&row.sector_name, &row.sector));
    lines.sort_by_key(|line| Sector::ALL.iter().position(|sector| sector.as_str() == line.id));
    lines
}

pub(crate) fn pillar_name(pillar: Pillar) -> &'static str {
    match pillar {
        Pillar::PublicSectorReform => "Public-sector reform",
        Pillar::SocialAction => "Social action",
        Pillar::NeighbourhoodEmpowerment => "Neighbourhood empowerment",
    }
}

pub(crate) fn shift_name(shift: Shift) -> &'static str {
    match shift {
        Shift::Information => "information",
        Shift::Decision => "decision",
        Shift::People => "people",
    }
}

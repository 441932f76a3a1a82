//! The audit and the groups, printed.

use serde::Serialize;
use serde_json::Value;
use takeup_api::ApiError;
use takeup_api::answer::audit::{Audit, AuditRow, CoverageShown, GroupCounts};
use takeup_api::answer::group::{GroupRow, Groups};

use crate::args::Format;
use crate::output;

pub(crate) fn status(audit: &Audit, format: Format) -> Result<(), ApiError> {
    if format == Format::Json {
        return output::json(&audit.rows.iter().map(StatusJson::from).collect::<Vec<_>>());
    }
    let header = [
        "Power",
        "Status",
        "Department",
        "Open",
        "Unsettled",
        "Blocked",
        "Out of reach",
        "Last use",
        "Next thing to do",
    ];
    output::rows(format, &header, &audit.rows, |r| {
        vec![
            r.name.clone(),
            r.status_name.clone(),
            r.department_name.clone(),
            r.groups.open.to_string(),
            r.groups.unsettled.to_string(),
            r.groups.blocked.to_string(),
            r.groups.out_of_reach.to_string(),
            r.last_use.clone().unwrap_or_default(),
            r.note.clone().filter(|_| r.status == "not-available").unwrap_or_else(|| r.next.clone()),
        ]
    })?;
    if format == Format::Table {
        let counts: Vec<String> = audit
            .counts
            .iter()
            .filter(|c| c.powers > 0)
            .map(|c| format!("{}: {}", c.name, c.powers))
            .collect();
        eprintln!(
            "\n{} ({}), as at {}. {}.",
            audit.area.name,
            audit.area.gss,
            audit.as_at,
            counts.join(", ")
        );
        eprintln!(
            "Not known: for {} of {} powers nobody looked at a register of uses; for {} it is not settled who could use them.",
            audit.not_known.uses_not_checked, audit.not_known.available, audit.not_known.reach_unsettled
        );
        match audit.registers.as_slice() {
            [] => eprintln!("No register of groups was read for this area."),
            read => eprintln!("{} groups, from: {}.", audit.presences, read.join("; ")),
        }
    }
    Ok(())
}

/// How many powers have each status, by who owns or answers them.
pub(crate) fn status_by(audit: &Audit, by: &str, format: Format) -> Result<(), ApiError> {
    let (name, lines) = match by {
        "duty-holder" => ("Who must respond", &audit.duty_holders),
        "sector" => ("Sort of duty holder", &audit.sectors),
        _ => ("Department", &audit.matrix),
    };
    let header: Vec<&str> =
        std::iter::once(name).chain(audit.counts.iter().map(|c| c.name.as_str())).collect();
    output::rows(format, &header, lines, |line| {
        std::iter::once(line.name.clone()).chain(line.powers.iter().map(u32::to_string)).collect()
    })
}

/// The shape that programs rely on.
#[derive(Serialize)]
struct StatusJson<'a> {
    power: &'a str,
    name: &'a str,
    department: &'a str,
    area: &'a str,
    r#use: &'a str,
    reach: &'a str,
    status: &'a str,
    groups: GroupCounts,
    uses: u32,
    coverage: Option<&'a CoverageShown>,
    to_confirm: u32,
    tasks: u32,
}

impl<'a> From<&'a AuditRow> for StatusJson<'a> {
    fn from(row: &'a AuditRow) -> Self {
        StatusJson {
            power: &row.power,
            name: &row.name,
            department: &row.department,
            area: &row.area,
            r#use: &row.used,
            reach: &row.reach,
            status: &row.status,
            groups: row.groups,
            uses: row.uses,
            coverage: row.coverage.as_ref(),
            to_confirm: row.to_confirm,
            tasks: row.tasks,
        }
    }
}

/// The shape that programs rely on.
#[derive(Serialize)]
struct GroupJson<'a> {
    id: &'a str,
    name: &'a str,
    legal_form: Option<&'a str>,
    area: &'a str,
    reach: Option<&'a str>,
    missing: &'a [String],
    unknown: &'a [String],
}

pub(crate) fn groups(found: &Groups, format: Format) -> Result<(), ApiError> {
    if format == Format::Json {
        let shape = |g: &'_ GroupRow| -> Value {
            serde_json::to_value(GroupJson {
                id: &g.id,
                name: &g.name,
                legal_form: g.legal_form.as_deref(),
                area: &g.area,
                reach: g.reach.as_deref(),
                missing: &g.missing,
                unknown: &g.unknown,
            })
            .unwrap_or_default()
        };
        return output::json(&found.rows.iter().map(shape).collect::<Vec<_>>());
    }
    let header = ["Name", "Id", "Legal form", "Reach", "Why", "Missing", "Unknown"];
    output::rows(format, &header, &found.rows, |g| {
        vec![
            g.name.clone(),
            g.id.clone(),
            g.legal_form.clone().unwrap_or_default(),
            g.reach.clone().unwrap_or_default(),
            g.why.clone(),
            g.missing.join(" "),
            g.unknown.join(" "),
        ]
    })
}

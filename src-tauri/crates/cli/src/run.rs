//! Runs what was asked.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use takeup_api::answer::area::AreaRef;
use takeup_api::answer::audit::Audit;
use takeup_api::answer::group::Groups;
use takeup_api::answer::power::{PowerLine, PowerPage};
use takeup_api::answer::record::Recorded;
use takeup_api::answer::workspace::WorkspaceInfo;
use takeup_api::{ApiError, Options, Session, call};

use crate::args::{Args, Command, Format};
use crate::catalogue;
use crate::check::check;
use crate::explain::explain;
use crate::import::{Asked, import};
use crate::keytest::keytest;
use crate::output;
use crate::questions;
use crate::record::{effect, recorded};
use crate::status::{groups, status, status_by};

pub(crate) fn run(args: Args) -> Result<ExitCode, ApiError> {
    let format = args.format;
    match args.command {
        Command::New { file, area, example } => {
            let info: WorkspaceInfo =
                ask(&session(None), "create", json!({"path": file, "area": area, "example": example}))?;
            eprintln!("Made {}.", info.path);
            if let Some(area) = info.area.filter(|_| example) {
                eprintln!(
                    "It holds {} documented uses. See: takeup status {} --area {}",
                    info.counts.uses, info.path, area.gss
                );
            }
        }
        Command::Import { file, paths, area, read_as, map, preview, left_out } => {
            let asked = Asked { area, read_as, map, preview, left_out };
            return import(&open(&file)?, &paths, format, &asked);
        }
        Command::Template { kind, output } => {
            let path = output.unwrap_or_else(|| PathBuf::from(format!("{kind}.xlsx")));
            let _: Value = ask(&session(None), "template", json!({"kind": kind, "path": path}))?;
            eprintln!("Wrote {}.", path.display());
        }
        Command::Status { file, area, power, by, as_at } => {
            let request = json!({"area": area, "power": power, "as_at": as_at});
            let audit: Audit = ask(&open(&file)?, "audit", request)?;
            match by {
                None => status(&audit, format)?,
                Some(by) => status_by(&audit, &by, format)?,
            }
        }
        Command::Explain { file, area, power, group, as_at } => {
            let request = json!({"area": area, "power": power, "group": group, "as_at": as_at});
            let page: PowerPage = ask(&open(&file)?, "power", request)?;
            explain(&page, format)?;
        }
        Command::Groups { file, area, power, reach, as_at } => {
            let request = json!({"area": area, "power": power, "reach": reach, "as_at": as_at});
            let found: Groups = ask(&open(&file)?, "groups", request)?;
            if found.rows.is_empty() && format == Format::Table {
                eprintln!(
                    "No group fits. If no register was read for this area: takeup import FILE PATH --area {area}"
                );
            }
            groups(&found, format)?;
        }
        Command::Route { file, area, power, group, as_at } => {
            questions::route(
                &open(&file)?,
                json!({"area": area, "power": power, "group": group, "as_at": as_at}),
                format,
            )?;
        }
        Command::Ways { file, area, goal, group, as_at } => {
            questions::ways(
                &open(&file)?,
                json!({"area": area, "goal": goal, "group": group, "as_at": as_at}),
                format,
            )?;
        }
        Command::Near { file, area, as_at, limit } => {
            questions::near(&open(&file)?, json!({"area": area, "as_at": as_at, "limit": limit}), format)?;
        }
        Command::Graph { file, area, around, steps, as_at } => {
            let request = json!({"area": area, "around": around, "steps": steps, "as_at": as_at});
            questions::graph(&open(&file)?, request, format)?;
        }
        Command::Map(args) => crate::map::map(*args, format)?,
        Command::Circles { file, area, as_at } => {
            questions::circles(&open(&file)?, json!({"area": area, "as_at": as_at}), format)?;
        }
        Command::Chokepoints { file, area, as_at, limit } => {
            let request = json!({"area": area, "as_at": as_at, "limit": limit});
            questions::chokepoints(&open(&file)?, request, format)?;
        }
        Command::Levels { file, area, years, as_at } => {
            let request = json!({"area": area, "years": years, "as_at": as_at});
            questions::levels(&open(&file)?, request, format)?;
        }
        Command::Lift { file, area, weigh, remedies, cost, weeks, seconds, as_at } => {
            let request = json!({"area": area, "weigh": weigh, "remedies": remedies, "cost": cost, "weeks": weeks,
                                 "seconds": seconds, "as_at": as_at});
            questions::lift(&open(&file)?, request, format)?;
        }
        Command::Ask { file, area, letter, as_at, limit } => {
            let request = json!({"area": area, "as_at": as_at, "limit": limit});
            questions::ask_next(&open(&file)?, request, letter.as_deref(), format)?;
        }
        Command::KeyTest(command) => return keytest(command, format),
        Command::Powers { department, nation, pillar } => {
            let request = json!({"department": department, "nation": nation, "pillar": pillar});
            let found: Vec<PowerLine> = ask(&session(None), "powers", request)?;
            output::rows(
                format,
                &["Id", "Name", "Department", "Nations", "Pillar", "Verified"],
                &found,
                |p| {
                    vec![
                        p.power.clone(),
                        p.name.clone(),
                        p.department.clone(),
                        p.nations.join(", "),
                        p.pillar.clone(),
                        p.verified.clone(),
                    ]
                },
            )?;
        }
        Command::Search { words } => catalogue::search(&session(None), &words.join(" "), format)?,
        Command::Show { kind, id } => catalogue::show(&session(None), &kind, &id, format)?,
        Command::Barriers => catalogue::barriers(format)?,
        Command::Departments => catalogue::shelves(&session(None), "department", format)?,
        Command::Goals => catalogue::shelves(&session(None), "goal", format)?,
        Command::Areas { text } => {
            let request = json!({"text": text.unwrap_or_default()});
            let found: Vec<AreaRef> = ask(&session(None), "areas", request)?;
            output::rows(
                format,
                &["GSS", "Name", "Kind", "Nation", "Region", "Population", "Parished"],
                &found,
                |a| {
                    vec![
                        a.gss.clone(),
                        a.name.clone(),
                        a.kind.clone(),
                        a.nation.clone(),
                        a.region.clone().unwrap_or_default(),
                        a.population.map_or_else(|| "not recorded".into(), |p| p.to_string()),
                        a.parished.clone(),
                    ]
                },
            )?;
        }
        Command::Check { dir, write_schema, notes, as_at } => {
            return check(dir.as_deref(), write_schema, notes, as_at.as_deref(), format);
        }
        Command::Record(record) => return recorded(record, format),
        Command::Reform(command) => crate::reform::reform(command, format)?,
        Command::Remove { file, area, kind, id } => {
            let done: Recorded = ask(&open(&file)?, "remove", json!({"kind": kind, "id": id, "area": area}))?;
            effect("Took back the", &done, format)?;
        }
        Command::Copy { file, to } => {
            let _: Value = ask(&open(&file)?, "save_copy", json!({"path": to}))?;
            eprintln!("Saved a copy as {}.", to.display());
        }
        Command::Serve { ui, port, open: path, config_dir } => {
            let session = session(config_dir);
            if let Some(path) = path {
                let _: WorkspaceInfo = ask(&session, "open", json!({"path": path}))?;
            }
            crate::serve::serve(session, &ui, port)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn session(config_dir: Option<PathBuf>) -> Session {
    let home = || std::env::var_os("HOME").map(|h| PathBuf::from(h).join(".config"));
    let config = config_dir
        .or_else(|| {
            std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).or_else(home).map(|c| c.join("takeup"))
        })
        .unwrap_or_else(|| PathBuf::from(".takeup-config"));
    let today = today();
    Session::new(Options { config_dir: config, today })
}

pub(crate) fn open(file: &Path) -> Result<Session, ApiError> {
    let session = session(None);
    let _: WorkspaceInfo = ask(&session, "open", json!({"path": file}))?;
    Ok(session)
}

pub(crate) fn ask<T: DeserializeOwned>(session: &Session, name: &str, request: Value) -> Result<T, ApiError> {
    let answer = call(session, name, request)?;
    serde_json::from_value(answer).map_err(|e| ApiError {
        code: "failed",
        message: format!("The answer to “{name}” cannot be read: {e}."),
    })
}

/// Today, by the clock of this machine.
#[expect(clippy::disallowed_methods, reason = "this face hands the core its day")]
pub(crate) fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}

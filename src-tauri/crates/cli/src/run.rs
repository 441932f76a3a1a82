//! Runs what was asked.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use takeup_api::answer::area::AreaRef;
use takeup_api::answer::audit::Audit;
use takeup_api::answer::group::Groups;
use takeup_api::answer::power::{PowerLine, PowerPage, ProofLine, SetLine};
use takeup_api::answer::reading::{JobState, MappingShown, ReadResult};
use takeup_api::answer::record::Recorded;
use takeup_api::answer::workspace::WorkspaceInfo;
use takeup_api::{ApiError, Options, Session, call, check_folder};

use crate::args::{Args, Command, Format, Record};
use crate::output;

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
            return import(&open(&file)?, &paths, format, area, read_as, &map, preview, left_out);
        }
        Command::Template { kind, output } => {
            let path = output.unwrap_or_else(|| PathBuf::from(format!("{kind}.xlsx")));
            let _: Value = ask(&session(None), "template", json!({"kind": kind, "path": path}))?;
            eprintln!("Wrote {}.", path.display());
        }
        Command::Status { file, area, power, as_at } => {
            let request = json!({"area": area, "power": power, "as_at": as_at});
            let audit: Audit = ask(&open(&file)?, "audit", request)?;
            status(&audit, format)?;
        }
        Command::Explain { file, area, power, group, as_at } => {
            let request = json!({"area": area, "power": power, "group": group, "as_at": as_at});
            let page: PowerPage = ask(&open(&file)?, "power", request)?;
            match format {
                Format::Json => output::json(&page)?,
                Format::Table => output::write(&explanation(&page))?,
                Format::Csv => leaves(&page)?,
            }
        }
        Command::Groups { file, area, power, reach, as_at } => {
            let request = json!({"area": area, "power": power, "reach": reach, "as_at": as_at});
            let found: Groups = ask(&open(&file)?, "groups", request)?;
            let header = ["Name", "Id", "Legal form", "Reach", "Why", "Missing", "Unknown"];
            if found.rows.is_empty() && format == Format::Table {
                eprintln!(
                    "No group fits. If no register was read for this area: takeup import FILE PATH --area {area}"
                );
            }
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
            })?;
        }
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
        Command::Check { dir, write_schema } => return check(dir.as_deref(), write_schema, format),
        Command::Record(record) => return recorded(record, format),
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

fn session(config_dir: Option<PathBuf>) -> Session {
    let home = || std::env::var_os("HOME").map(|h| PathBuf::from(h).join(".config"));
    let config = config_dir
        .or_else(|| {
            std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).or_else(home).map(|c| c.join("takeup"))
        })
        .unwrap_or_else(|| PathBuf::from(".takeup-config"));
    #[expect(clippy::disallowed_methods, reason = "this face hands the core its day")]
    let today = jiff::Zoned::now().date();
    Session::new(Options { config_dir: config, today })
}

fn open(file: &Path) -> Result<Session, ApiError> {
    let session = session(None);
    let _: WorkspaceInfo = ask(&session, "open", json!({"path": file}))?;
    Ok(session)
}

fn ask<T: DeserializeOwned>(session: &Session, name: &str, request: Value) -> Result<T, ApiError> {
    let answer = call(session, name, request)?;
    serde_json::from_value(answer).map_err(|e| ApiError {
        code: "failed",
        message: format!("The answer to “{name}” cannot be read: {e}."),
    })
}

fn status(audit: &Audit, format: Format) -> Result<(), ApiError> {
    if format == Format::Json {
        return output::json(&audit.rows);
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

fn explanation(page: &PowerPage) -> String {
    let mut out = format!(
        "{}\n{} in {} ({}), as at {}\n\n{}\n\n{}\n",
        page.row.name,
        page.row.status_name,
        page.area.name,
        page.area.gss,
        page.as_at,
        page.summary,
        page.proof.verdict
    );
    if let Some(note) = &page.row.note {
        out.push_str(&format!("{note}\n"));
    }
    out.push('\n');
    tree(&page.proof.tree, 0, &mut out);
    for stop in &page.proof.stopped_by {
        out.push_str(&format!(
            "  ✗ stopped in practice: {}. {} ({}, {})\n",
            stop.name, stop.note, stop.source, stop.date
        ));
    }
    for need in &page.proof.short_of {
        out.push_str(&format!("  ✗ short of {} “{}” {}\n", need.capacity, need.level, need.why));
    }
    sets("What would open it", &page.proof.sets, page.proof.more_sets, &mut out);
    if page.proof.group.is_none() {
        let g = page.row.groups;
        out.push_str(&format!(
            "\nGroups here: {} open, {} unsettled, {} blocked, {} out of reach.\n",
            g.open, g.unsettled, g.blocked, g.out_of_reach
        ));
        sets("What would open it for groups here", &page.sets, page.more_sets, &mut out);
    }
    for line in &page.uses {
        out.push_str(&format!(
            "Use: {} {} — {} ({}; {})\n",
            line.date, line.group, line.what, line.outcome, line.source
        ));
    }
    for line in &page.coverage {
        out.push_str(&format!("Looked at: {} as at {} ({})\n", line.register, line.as_at, line.source));
    }
    out.push_str("\nLaw:\n");
    for law in &page.law {
        out.push_str(&format!(
            "  {} {} {}\n",
            law.title,
            law.provision,
            law.link.clone().unwrap_or_default()
        ));
    }
    out.push_str(&format!(
        "\nThis rests on: {} (checked {}; {}). It is not legal advice.\n",
        page.verified, page.checked_on, page.checked_read
    ));
    out
}

fn tree(line: &ProofLine, depth: usize, out: &mut String) {
    let mark = match line.value.as_deref() {
        Some("true") => "✓",
        Some("false") => "✗",
        Some("unknown") => "?",
        Some("to-do") => "→",
        Some("to-confirm") => "…",
        _ => "·",
    };
    let word = match line.value.as_deref() {
        Some("true") => "holds",
        Some("false") => "does not hold",
        Some("unknown") => "not known",
        Some("to-do") => "to do",
        Some("to-confirm") => "to confirm",
        _ => "",
    };
    let indent = "  ".repeat(depth + 1);
    out.push_str(&format!("{indent}{mark} {}", line.words));
    if !word.is_empty() {
        out.push_str(&format!(" [{word}]"));
    }
    if let Some(by) = &line.by {
        out.push_str(&format!(" ({by})"));
    }
    if let Some(provision) = &line.provision {
        out.push_str(&format!(" — {provision}"));
    }
    out.push('\n');
    if let Some(key) = line.key.as_ref().filter(|_| line.value.as_deref() != Some("true")) {
        out.push_str(&format!("{indent}    key: {key}\n"));
    }
    if let Some(because) = &line.because {
        let source = line.source.as_ref().map(|s| format!(" Source: {s}.")).unwrap_or_default();
        out.push_str(&format!("{indent}    {because}{source}\n"));
    }
    for part in &line.parts {
        tree(part, depth + 1, out);
    }
}

fn sets(title: &str, sets: &[SetLine], more: bool, out: &mut String) {
    if sets.is_empty() {
        return;
    }
    out.push_str(&format!("\n{title}, smallest first:\n"));
    for (i, set) in sets.iter().enumerate() {
        let changes: Vec<&str> = set.changes.iter().map(|c| c.words.as_str()).collect();
        let groups = set.groups.map(|n| format!(" ({n} groups)")).unwrap_or_default();
        out.push_str(&format!("  {}. {}{groups}\n", i + 1, changes.join(" And: ")));
    }
    if more {
        out.push_str("  More exist.\n");
    }
}

#[derive(Serialize)]
struct Leaf {
    key: String,
    value: String,
    words: String,
    because: String,
    source: String,
    provision: String,
}

fn leaves(page: &PowerPage) -> Result<(), ApiError> {
    fn gather(line: &ProofLine, list: &mut Vec<Leaf>) {
        if line.parts.is_empty() {
            list.push(Leaf {
                key: line.key.clone().unwrap_or_default(),
                value: line.value.clone().unwrap_or_default(),
                words: line.words.clone(),
                because: line.because.clone().unwrap_or_default(),
                source: line.source.clone().unwrap_or_default(),
                provision: line.provision.clone().unwrap_or_default(),
            });
        }
        line.parts.iter().for_each(|p| gather(p, list));
    }
    let mut list = Vec::new();
    gather(&page.proof.tree, &mut list);
    output::rows(Format::Csv, &["Key", "Value", "Test", "On record", "Source", "Provision"], &list, |l| {
        vec![
            l.key.clone(),
            l.value.clone(),
            l.words.clone(),
            l.because.clone(),
            l.source.clone(),
            l.provision.clone(),
        ]
    })
}

fn check(dir: Option<&Path>, write_schema: bool, format: Format) -> Result<ExitCode, ApiError> {
    if write_schema {
        let folder = dir.unwrap_or(Path::new("data")).join("schema");
        let failed =
            |e: std::io::Error| ApiError { code: "failed", message: format!("{}: {e}", folder.display()) };
        std::fs::create_dir_all(&folder).map_err(failed)?;
        for (name, text) in takeup_domain::catalogue::schemas() {
            std::fs::write(folder.join(name), text).map_err(failed)?;
        }
        eprintln!("Wrote the schemas to {}.", folder.display());
    }
    let (catalogue, problems) = match dir {
        Some(dir) => check_folder(dir)?,
        None => {
            let catalogue = takeup_api::shipped();
            let problems = takeup_domain::catalogue::run_cases(&catalogue);
            (catalogue, problems)
        }
    };
    output::rows(format, &["File", "Where", "What is wrong, and what to do"], &problems, |p| {
        vec![p.file.clone(), p.at.clone(), p.message.clone()]
    })?;
    let cases: usize = catalogue.cases.values().map(Vec::len).sum();
    eprintln!(
        "{} powers, {} worked cases, {} areas: {} problems.",
        catalogue.powers.len(),
        cases,
        catalogue.areas.len(),
        problems.len()
    );
    Ok(ExitCode::from(u8::from(!problems.is_empty())))
}

fn recorded(record: Record, format: Format) -> Result<ExitCode, ApiError> {
    let (file, name, request) = match record {
        Record::Use { file, area, power, group, by, what, date, outcome, source, address } => (
            file,
            "record_use",
            json!({"area": area, "power": power, "group": group, "group_name": by, "what": what, "date": date,
                   "outcome": outcome, "source": source, "address": address}),
        ),
        Record::Coverage { file, area, power, register, as_at, source, address } => (
            file,
            "record_coverage",
            json!({"area": area, "power": power, "register": register, "as_at": as_at, "source": source, "address": address}),
        ),
        Record::Finding {
            file,
            barrier,
            effect,
            area,
            power,
            duty_holder,
            group,
            form,
            note,
            date,
            source,
            address,
        } => (
            file,
            "record_finding",
            json!({"barrier": barrier, "effect": effect, "area": area, "power": power, "duty_holder": duty_holder,
                   "group": group, "form": form, "note": note, "date": date, "source": source, "address": address}),
        ),
        Record::Fact { file, area, group, key, value, source, date } => (
            file,
            "record_fact",
            json!({"area": area, "group": group, "key": key, "value": value, "source": source, "date": date}),
        ),
    };
    let done: Recorded = ask(&open(&file)?, name, request)?;
    effect("Recorded the", &done, format)?;
    Ok(ExitCode::SUCCESS)
}

fn effect(verb: &str, done: &Recorded, format: Format) -> Result<(), ApiError> {
    if format == Format::Json {
        return output::json(done);
    }
    eprintln!("{verb} {} (number {}).", done.what, done.id);
    for change in &done.changed {
        output::write(&format!("{}: {} → {}\n", change.name, change.from, change.to))?;
    }
    for change in &done.group_changed {
        output::write(&format!("For this group, {}: {} → {}\n", change.name, change.from, change.to))?;
    }
    if done.changed.is_empty() && done.group_changed.is_empty() {
        eprintln!("No answer changed.");
    }
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "each is one flag of the command")]
fn import(
    session: &Session,
    paths: &[PathBuf],
    format: Format,
    area: Option<String>,
    read_as: Option<String>,
    map: &[String],
    preview: bool,
    left_out: Option<PathBuf>,
) -> Result<ExitCode, ApiError> {
    let mapping = mapping(map)?;
    let mut results: Vec<ReadResult> = Vec::new();
    let mut problems = false;
    for path in paths {
        let request =
            json!({"path": path, "area": area, "read_as": read_as, "mapping": mapping, "preview": preview});
        match read(session, request) {
            Ok(result) => results.push(result),
            Err(error) => {
                // The files before it are kept; the ones after it are still read.
                eprintln!("takeup: {}", error.message);
                problems = true;
            }
        }
    }
    for result in &results {
        for reason in &result.reasons {
            eprintln!("{}: left out {} rows: {}", result.file, reason.rows, reason.what);
        }
        if result.same_file {
            eprintln!("{} was read before and has not changed: nothing to do.", result.file);
        }
        if let (Some(to), Some(register)) = (&left_out, result.register) {
            let csv: takeup_api::answer::audit::FileText =
                ask(session, "left_out_csv", json!({"register": register}))?;
            std::fs::write(to, csv.text)
                .map_err(|e| ApiError { code: "failed", message: format!("{}: {e}", to.display()) })?;
        }
    }
    let header = ["File", "What it is", "Rows", "New", "Changed", "Same", "Left out", "Vanished"];
    output::rows(format, &header, &results, |r| {
        let numbers = [r.rows, r.new, r.changed, r.same, r.left_out, r.vanished];
        let mut cells = vec![r.file.clone(), r.format_name.clone()];
        cells.extend(numbers.iter().map(i64::to_string));
        cells
    })?;
    Ok(ExitCode::from(u8::from(problems)))
}

fn read(session: &Session, request: Value) -> Result<ReadResult, ApiError> {
    let job: Value = call(session, "read", request)?;
    let bar = indicatif::ProgressBar::new(0);
    let style = indicatif::ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes} {msg}");
    if let Ok(style) = style {
        bar.set_style(style);
    }
    loop {
        let state: JobState = ask(session, "job", job.clone())?;
        bar.set_length(state.total_bytes.unwrap_or(state.bytes));
        bar.set_position(state.bytes);
        let left = state.seconds_left.map(|s| format!(", {s} s left")).unwrap_or_default();
        bar.set_message(format!("{} rows{left}", state.rows));
        if state.state != "running" {
            bar.finish_and_clear();
            return match (state.result, state.error) {
                (Some(result), _) => Ok(result),
                (None, Some(message)) => Err(ApiError { code: "failed", message }),
                (None, None) => {
                    Err(ApiError { code: "failed", message: "Stopped; nothing was kept.".into() })
                }
            };
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn mapping(map: &[String]) -> Result<Option<MappingShown>, ApiError> {
    let usage = |message: String| ApiError { code: "usage", message };
    match map {
        [] => Ok(None),
        [file] if file.ends_with(".json") => {
            let text =
                std::fs::read_to_string(file).map_err(|e| usage(format!("{file} cannot be read: {e}.")))?;
            serde_json::from_str(&text).map(Some).map_err(|e| usage(format!("{file} is not a mapping: {e}.")))
        }
        pairs => {
            let mut columns = BTreeMap::new();
            for pair in pairs {
                let (field, column) = pair.split_once('=').ok_or_else(|| {
                    usage(format!("“{pair}” is not FIELD=COLUMN, such as name=charity_name."))
                })?;
                columns.insert(field.trim().to_string(), column.trim().to_string());
            }
            let kind = columns.remove("kind").unwrap_or_else(|| "groups".into());
            let id_prefix = columns.remove("id_prefix");
            Ok(Some(MappingShown { kind, columns, values: BTreeMap::new(), area: None, id_prefix }))
        }
    }
}

//! Reading files, with progress on standard error.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use serde_json::{Value, json};
use takeup_api::answer::reading::{JobState, MappingShown, ReadResult, RecognisedFile};
use takeup_api::{ApiError, Session, call};

use crate::args::Format;
use crate::output;
use crate::run::ask;

/// What was asked of the files, beside which they are.
pub(crate) struct Asked {
    pub(crate) area: Option<String>,
    pub(crate) read_as: Option<String>,
    pub(crate) map: Vec<String>,
    pub(crate) preview: bool,
    pub(crate) left_out: Option<PathBuf>,
}

/// Reads the files, the register's main table first.
pub(crate) fn import(
    session: &Session,
    paths: &[PathBuf],
    format: Format,
    asked: &Asked,
) -> Result<ExitCode, ApiError> {
    let mapping = mapping(&asked.map)?;
    let request = |path: &Path| {
        json!({"path": path, "area": asked.area, "read_as": asked.read_as, "mapping": mapping,
               "preview": asked.preview})
    };
    let mut results: Vec<ReadResult> = Vec::new();
    let mut problems = false;
    for path in in_order(session, paths, &request) {
        match read(session, request(&path)) {
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
        if let (Some(to), Some(register)) = (&asked.left_out, result.register) {
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

/// Other tables of a register say more about groups that its main table names, so that one goes first. Says
/// on the way how a foreign table is read.
fn in_order(session: &Session, paths: &[PathBuf], request: &dyn Fn(&Path) -> Value) -> Vec<PathBuf> {
    let mut ordered: Vec<(bool, PathBuf)> = Vec::new();
    for path in paths {
        let found: Option<RecognisedFile> = ask(session, "recognise", request(path)).ok();
        let main = found.as_ref().is_some_and(|f| f.format == "charity-ew-charity");
        if let Some((file, mapping)) = found.as_ref().and_then(|f| f.mapping.as_ref().map(|m| (f, m))) {
            let how = if file.mapping_saved { "as before" } else { "by a guess; change it with --map" };
            let pairs: Vec<String> = mapping.columns.iter().map(|(f, c)| format!("{f}={c}")).collect();
            eprintln!("{}: columns read {how}: {}", file.file, pairs.join(", "));
        }
        ordered.push((!main, path.clone()));
    }
    ordered.sort_by_key(|(later, _)| *later);
    ordered.into_iter().map(|(_, path)| path).collect()
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

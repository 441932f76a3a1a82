//! Reforms: made, kept, handed on.

use std::io::Read;
use std::path::Path;

use serde_json::{Map, Value, json};
use takeup_api::answer::reform::{ReformDocument, ReformLine, ReformPage, ReformProblem};
use takeup_api::{ApiError, Session};

use crate::args::Format;
use crate::diff;
use crate::output;
use crate::reform_args::{Change, Reform};
use crate::run::{ask, open};

pub(crate) fn reform(command: Reform, format: Format) -> Result<(), ApiError> {
    match command {
        Reform::List { file } => list(&open(&file)?, format),
        Reform::New { file, name, note } => {
            let document = json!({"name": name, "note": note.unwrap_or_default()});
            let page: ReformPage = ask(&open(&file)?, "reform_save", json!({"reform": document}))?;
            eprintln!(
                "Made the reform “{}”. Add to it: takeup reform add {} {} --help",
                page.reform.name,
                file.display(),
                page.reform.id
            );
            printed(&page, format)
        }
        Reform::Add { file, reform, change } => add(&open(&file)?, &reform, &written(&change)?, format),
        Reform::Drop { file, reform, number } => drop_change(&open(&file)?, &reform, number, format),
        Reform::Show { file, reform } => {
            printed(&ask(&open(&file)?, "reform_show", json!({"id": reform}))?, format)
        }
        Reform::Remove { file, reform } => {
            let page: ReformPage = ask(&open(&file)?, "reform_remove", json!({"id": reform}))?;
            eprintln!(
                "Took the reform “{}” out. This was it; takeup reform import puts it back.",
                page.reform.name
            );
            output::write(&page.file.text)
        }
        Reform::Export { file, reform, output: to } => {
            let page: ReformPage = ask(&open(&file)?, "reform_show", json!({"id": reform}))?;
            match to {
                None => output::write(&page.file.text),
                Some(path) => save(&path, &page.file.text),
            }
        }
        Reform::Import { file, from, over } => {
            let document = document(&from)?;
            let page: ReformPage =
                ask(&open(&file)?, "reform_save", json!({"reform": document, "over": over}))?;
            eprintln!("Read the reform “{}” ({}).", page.reform.name, page.reform.id);
            printed(&page, format)
        }
        Reform::Diff { file, reform, area, by, as_at, limit } => {
            // Sums need no single answers; as JSON and CSV all are given unless a limit is.
            let limit = if by.is_some() && format != Format::Json { Some(0) } else { limit };
            let limit = limit.or((format == Format::Table).then_some(40));
            let request = json!({"id": reform, "areas": area, "as_at": as_at, "limit": limit});
            diff::diff(&open(&file)?, request, by.as_deref(), format)
        }
        Reform::Compare { file, first, second, area, as_at, limit } => {
            let limit = limit.or((format == Format::Table).then_some(20));
            let request =
                json!({"first": first, "second": second, "areas": area, "as_at": as_at, "limit": limit});
            diff::compare(&open(&file)?, request, format)
        }
    }
}

fn list(session: &Session, format: Format) -> Result<(), ApiError> {
    let found: Vec<ReformLine> = ask(session, "reforms", json!({}))?;
    if found.is_empty() && format == Format::Table {
        eprintln!("No reform is kept here yet. Make one: takeup reform new FILE 'Its name'");
    }
    output::rows(format, &["Id", "Name", "Changes", "Problems", "Changed on", "Note"], &found, |r| {
        vec![
            r.id.clone(),
            r.name.clone(),
            r.changes.to_string(),
            r.problems.to_string(),
            r.changed_on.clone(),
            r.note.clone(),
        ]
    })
}

/// Adds a change, unless something would then be wrong that was not before.
fn add(session: &Session, id: &str, change: &Value, format: Format) -> Result<(), ApiError> {
    let page: ReformPage = ask(session, "reform_show", json!({"id": id}))?;
    let mut document = serde_json::to_value(&page.reform).unwrap_or_default();
    if let Some(changes) = document["changes"].as_array_mut() {
        changes.push(change.clone());
    }
    let problems: Vec<ReformProblem> = ask(session, "reform_check", document.clone())?;
    if let Some(new) = problems.iter().find(|p| !page.problems.contains(p)) {
        return Err(ApiError { code: "usage", message: format!("Nothing was added. {}", new.message) });
    }
    let page: ReformPage = ask(session, "reform_save", json!({"reform": document, "over": true}))?;
    printed(&page, format)
}

fn drop_change(session: &Session, id: &str, number: usize, format: Format) -> Result<(), ApiError> {
    let page: ReformPage = ask(session, "reform_show", json!({"id": id}))?;
    let mut reform = page.reform;
    let there = reform.changes.len();
    if number == 0 || number > there {
        let message =
            format!("There is no change {number}: “{id}” has {there}. See: takeup reform show FILE {id}");
        return Err(ApiError { code: "usage", message });
    }
    reform.changes.remove(number - 1);
    printed(&ask(session, "reform_save", json!({"reform": reform, "over": true}))?, format)
}

fn printed(page: &ReformPage, format: Format) -> Result<(), ApiError> {
    match format {
        Format::Json => return output::write(&page.file.text),
        Format::Dot => return Err(output::only_for_graphs()),
        Format::Csv => {
            let lines: Vec<(usize, &String)> = page.words.iter().enumerate().collect();
            return output::rows(format, &["Number", "Change"], &lines, |(n, words)| {
                vec![(n + 1).to_string(), (*words).clone()]
            });
        }
        Format::Table => {}
    }
    let mut out = format!("{} ({})\n", page.reform.name, page.reform.id);
    if !page.reform.note.is_empty() {
        out.push_str(&format!("{}\n", page.reform.note));
    }
    if page.words.is_empty() {
        out.push_str("  No changes yet.\n");
    }
    for (n, words) in page.words.iter().enumerate() {
        out.push_str(&format!("  {}. {words}\n", n + 1));
    }
    for problem in &page.problems {
        let at = problem.change.map(|n| format!("change {}: ", n + 1)).unwrap_or_default();
        out.push_str(&format!("  Wrong – {at}{}\n", problem.message));
    }
    output::write(&out)
}

/// The change as it stands in the reform's file.
fn written(change: &Change) -> Result<Value, ApiError> {
    if let Some(text) = &change.json {
        return read(text, "the change");
    }
    let words = |list: &Option<Vec<String>>| list.clone().filter(|words| !words.is_empty());
    if let Some(w) = words(&change.threshold) {
        return Ok(json!({"threshold": {"power": w[0], "leaf": w[1], "to": threshold(&w[2])?}}));
    }
    if let Some(w) = words(&change.drop_leaf) {
        return Ok(json!({"drop_leaf": {"power": w[0], "leaf": w[1]}}));
    }
    if let Some(w) = words(&change.replace_leaf) {
        return Ok(
            json!({"replace_leaf": {"power": w[0], "leaf": w[1], "with": read(&w[2], "the new test")?}}),
        );
    }
    if let Some(w) = words(&change.commence) {
        return Ok(json!({"commence": {"power": w[0], "nation": w[1], "on": w[2]}}));
    }
    if let Some(w) = words(&change.repeal) {
        return Ok(json!({"repeal": {"power": w[0], "nation": w[1], "on": w[2]}}));
    }
    if let Some(w) = words(&change.move_power) {
        return Ok(json!({"move_power": {"power": w[0], "to": w[1]}}));
    }
    if let Some(w) = words(&change.change_duty_holder) {
        return Ok(json!({"change_duty_holder": {"power": w[0], "to": w[1]}}));
    }
    if let Some(day) = &change.as_at {
        return Ok(json!({"as_at": {"date": day}}));
    }
    if let Some(path) = &change.add_power {
        return Ok(json!({"add_power": {"power": read(&text_of(path)?, &path.display().to_string())?}}));
    }
    let mut out = Map::new();
    let mut put = |key: &str, value: &Option<String>| {
        if let Some(value) = value {
            out.insert(key.into(), json!(value));
        }
    };
    put("area", &change.area);
    put("form", &change.form);
    if let Some(barrier) = &change.lift_barrier {
        put("barrier", &Some(barrier.clone()));
        put("power", &change.power);
        put("duty_holder", &change.duty_holder);
        return Ok(json!({"lift_barrier": out}));
    }
    if change.add_enabler.is_none() {
        return Err(usage(
            "Say which change to make, such as --lift-barrier: takeup reform add --help.".into(),
        ));
    }
    put("name", &change.add_enabler);
    put("cost", &change.cost);
    put("from", &change.from);
    let supplies: Result<Vec<Value>, ApiError> = change
        .supplies
        .iter()
        .map(|text| match text.split_once('=') {
            Some((kind, level)) => Ok(json!({"capacity": kind, "level": level})),
            None => Err(usage(format!("“{text}” does not say how much: write it like organising=medium."))),
        })
        .collect();
    out.insert("supplies".into(), json!(supplies?));
    Ok(json!({"add_enabler": out}))
}

/// `10`, `5%` or `2020-01-01`.
fn threshold(text: &str) -> Result<Value, ApiError> {
    let text = text.trim();
    if let Some(share) = text.strip_suffix('%').and_then(|n| n.trim().parse::<f64>().ok()) {
        return Ok(json!({"per_mille": (share * 10.0).round() as u32}));
    }
    match (text.parse::<u32>(), text.parse::<jiff::civil::Date>()) {
        (Ok(n), _) => Ok(json!({"at_least": n})),
        (_, Ok(day)) => Ok(json!({"before": day})),
        _ => Err(usage(format!("“{text}” is no number, share or day: write 10, 5% or 2020-01-01."))),
    }
}

/// A reform's file.
fn document(path: &Path) -> Result<ReformDocument, ApiError> {
    let text = text_of(path)?;
    serde_json::from_str(&text).map_err(|e| {
        usage(format!(
            "{} is not a reform's file: {e}. takeup reform export writes one as an example.",
            path.display()
        ))
    })
}

fn text_of(path: &Path) -> Result<String, ApiError> {
    let mut text = String::new();
    let done = if path == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).map(drop)
    } else {
        std::fs::read_to_string(path).map(|found| text = found)
    };
    done.map_err(|e| ApiError {
        code: "failed",
        message: format!("{} cannot be read: {e}.", path.display()),
    })?;
    Ok(text)
}

fn save(path: &Path, text: &str) -> Result<(), ApiError> {
    let failed = |e: std::io::Error| ApiError {
        code: "failed",
        message: format!("{} cannot be written: {e}. Choose another name.", path.display()),
    };
    let mut file = std::fs::File::create_new(path).map_err(failed)?;
    std::io::Write::write_all(&mut file, text.as_bytes()).map_err(failed)?;
    eprintln!("Wrote {}.", path.display());
    Ok(())
}

fn read(text: &str, what: &str) -> Result<Value, ApiError> {
    serde_json::from_str(text).map_err(|e| usage(format!("{what} is not JSON: {e}.")))
}

fn usage(message: String) -> ApiError {
    ApiError { code: "usage", message }
}

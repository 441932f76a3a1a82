//! The key test, from files.

use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use serde_json::{Value, json};
use takeup_api::ApiError;
use takeup_api::answer::audit::FileText;
use takeup_api::answer::keytest::{
    AssessedPage, AssessmentKept, AssessmentLine, FlipShown, KeyTestWords, PortfolioPage,
};

use crate::args::{Format, KeyTest};
use crate::keytest_args::Assess;
use crate::output;
use crate::run::{ask, open, session};

pub(crate) fn keytest(command: KeyTest, format: Format) -> Result<ExitCode, ApiError> {
    match command {
        KeyTest::Assess(asked) => return assess(asked, format),
        KeyTest::Assessments { workspace } => {
            let found: Vec<AssessmentLine> = ask(&open(&workspace)?, "assessments", json!({}))?;
            let header = ["Key", "Version", "Portfolio", "Made on", "Lapses on", "Outcome", "Title"];
            output::rows(format, &header, &found, |a| {
                let expires = if a.lapsed { format!("{} (lapsed)", a.expires) } else { a.expires.clone() };
                vec![
                    a.key.clone(),
                    a.version.to_string(),
                    a.portfolio.clone().unwrap_or_default(),
                    a.made_on.clone(),
                    expires,
                    a.outcome_name.clone(),
                    a.title.clone(),
                ]
            })?;
        }
        KeyTest::Portfolio { workspace, name, as_at } => {
            let request = json!({"name": name, "as_at": as_at});
            let page: PortfolioPage = ask(&open(&workspace)?, "portfolio", request)?;
            portfolio(&page, format)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn assess(asked: Assess, format: Format) -> Result<ExitCode, ApiError> {
    if let Some(name) = &asked.template {
        template(name, format)?;
        return Ok(ExitCode::SUCCESS);
    }
    let session = match &asked.workspace {
        Some(workspace) => open(workspace)?,
        None => session(None),
    };
    let document = document(asked.file.as_deref().unwrap_or(Path::new("-")))?;
    let with = asked.with.iter().map(|file| self::document(file)).collect::<Result<Vec<_>, _>>()?;
    let request = json!({"document": document, "together_with": with, "as_at": asked.as_at});
    let page: AssessedPage = ask(&session, "assess", request.clone())?;
    match if asked.json { Format::Json } else { format } {
        Format::Json => output::json(&page)?,
        Format::Table => output::write(&result(&page))?,
        Format::Csv | Format::Dot => return Err(output::only_text_or_json("takeup assess")),
    }
    if let Some(path) = &asked.print {
        let file: FileText = ask(&session, "assessment_print", request.clone())?;
        std::fs::write(path, file.text).map_err(|e| failed(path, "be written", &e))?;
        eprintln!("Wrote {}.", path.display());
    }
    if asked.keep {
        let kept: AssessmentKept = ask(&session, "assessment_keep", request)?;
        eprintln!("Kept {}.", kept.what);
    }
    Ok(ExitCode::from(u8::from(!page.may_be_published)))
}

fn failed(path: &Path, what: &str, error: &dyn std::fmt::Display) -> ApiError {
    ApiError { code: "failed", message: format!("{} cannot {what}: {error}.", path.display()) }
}

/// A document from a file; of a worked example, its assessment.
fn document(path: &Path) -> Result<Value, ApiError> {
    let text = if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(path)
    };
    let text = text.map_err(|e| failed(path, "be read", &e))?;
    let mut value: Value =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|e| ApiError {
            code: "usage",
            message: format!(
                "{} is not JSON: {e}. Print one to start from: takeup assess --template.",
                path.display()
            ),
        })?;
    match value.get_mut("assessment") {
        Some(own) => Ok(own.take()),
        None => Ok(value),
    }
}

/// What the lines of a template mean.
const NOTES: [&str; 7] = [
    "An example to start from: change every value. What you leave out is unknown, never no and never yes.",
    "shift: levels 0 to 4 before, promised, granted (and exercised, at a review); answers are yes, no, unknown or n/a.",
    "quality: numbers with a floor or a margin said beforehand, or a status: better, held, within-margin, worse, unknown.",
    "groups: list every group you looked at; a group without an effect needs the reason in `considered`.",
    "offsets name an action by its id; actions say how many people they reach, by which kind of help, from when to when.",
    "evidence: grade A instrument, B published register, C duty holder with data, D people affected, E assertion.",
    "initiative.powers and initiative.areas: with --workspace, usable is worked out from them instead of asked.",
];

fn template(name: &str, format: Format) -> Result<(), ApiError> {
    let words: KeyTestWords = ask(&session(None), "keytest_words", json!({}))?;
    if name == "list" {
        return output::rows(format, &["Example", "Outcome", "What it shows"], &words.examples, |e| {
            vec![e.name.clone(), e.outcome_name.clone(), e.shows.clone()]
        });
    }
    let Some(found) = words.examples.into_iter().find(|e| e.name == name) else {
        return Err(ApiError {
            code: "usage",
            message: format!("There is no example “{name}”. See them all: takeup assess --template list."),
        });
    };
    let mut document = found.document;
    document["//"] = json!(NOTES);
    output::json(&document)
}

fn result(page: &AssessedPage) -> String {
    let mut out =
        format!("{}\n{}\n\n{}\n{}\n", page.title, page.what_changes, page.outcome_name, page.verdict);
    if let Some(why) = &page.lapsed {
        out.push_str(&format!("{why}\n"));
    }
    if page.readings_differ {
        out.push_str(&format!("Read literally (any harm may be made up for): {}.\n", page.literal_name));
    } else {
        out.push_str("The guarded and the literal reading agree.\n");
    }
    if let Some(stated) = &page.as_stated {
        out.push_str(&format!("On the facts as stated, whatever their evidence: {stated}.\n"));
    }
    for limb in &page.limbs {
        out.push_str(&format!("\n{}\n  {}\n", limb.question, limb.finding));
        limb.reasons.iter().for_each(|r| out.push_str(&format!("  - {r}\n")));
        limb.open.iter().for_each(|o| out.push_str(&format!("  ? not known: {o}\n")));
        let grade = limb.grade.as_deref().unwrap_or("a deciding fact has none");
        out.push_str(&format!("  evidence of the weakest deciding fact: {grade}\n"));
    }
    flips(&mut out, "What would change the answer, any one of these", &page.next);
    flips(&mut out, "What would meet the test, any one of these", &page.to_meet);
    flips(&mut out, "Each of these alone would lose it", &page.losing);
    for flag in &page.flags {
        out.push_str(&format!("\nFlag {}: {}\n", flag.flag, flag.name));
        flag.signs.iter().for_each(|s| out.push_str(&format!("  - {s}\n")));
        let said = flag.answer.clone().unwrap_or_else(|| "no person has confirmed it".into());
        out.push_str(&format!("  {} {said}\n", flag.question));
    }
    page.warnings.iter().for_each(|w| out.push_str(&format!("\nWarning {}: {}\n", w.code, w.words)));
    for view in &page.citizens_view {
        out.push_str(&format!("\nBeside it, {} ({}): {}\n", view.who, view.on, view.text));
    }
    if !page.faults.is_empty() {
        out.push_str("\nFaults:\n");
    }
    for f in &page.faults {
        let mark = if f.stops_publishing { "✗" } else { "-" };
        out.push_str(&format!("  {mark} {} [{}]: {}. {}\n", f.at, f.kind, f.wrong, f.to_do));
    }
    out.push_str(&format!(
        "\nLapses on {}. Rules: version {}. {}\n",
        page.expires, page.rules, page.not_this
    ));
    out
}

fn flips(out: &mut String, title: &str, list: &[FlipShown]) {
    if !list.is_empty() {
        out.push_str(&format!("\n{title}:\n"));
    }
    for flip in list {
        out.push_str(&format!("  - {} → {}\n", flip.changes.join("; and "), flip.becomes_name));
    }
}

fn portfolio(page: &PortfolioPage, format: Format) -> Result<(), ApiError> {
    match format {
        Format::Json => return output::json(page),
        Format::Dot => return Err(output::only_for_graphs()),
        Format::Csv | Format::Table => {}
    }
    let header = ["Action", "Kind", "People", "Matched", "Cut", "Left"];
    output::rows(format, &header, &page.entries, |e| {
        let number = |n: Option<u64>| n.map_or("not known".into(), |n| n.to_string());
        vec![
            e.action.clone(),
            e.kind.clone(),
            number(e.people.map(u64::from)),
            e.taken.to_string(),
            e.cut.to_string(),
            number(e.left),
        ]
    })?;
    if format == Format::Csv {
        return Ok(());
    }
    let mut out = String::new();
    for line in &page.initiatives {
        out.push_str(&format!("\n{} ({}): {}\n", line.title, line.key, line.outcome_name));
        for harm in &line.harms {
            let people = harm.people.map_or("people not counted".into(), |n| format!("{n} people"));
            out.push_str(&format!(
                "  {}: {} ({}, {people}): {}\n",
                harm.group, harm.what, harm.kind, harm.state
            ));
        }
    }
    page.shortages.iter().for_each(|s| out.push_str(&format!("\nShortage: {}\n", s.words)));
    out.push_str(&format!("\nAs at {}. Rules: version {}. {}\n", page.as_at, page.rules, page.not_this));
    output::write(&out)
}

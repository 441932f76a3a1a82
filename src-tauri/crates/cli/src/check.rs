//! Checking a folder laid out like `data/`.

use std::path::Path;
use std::process::ExitCode;

use takeup_api::{ApiError, check_folder};
use takeup_domain::catalogue::{NoteKind, review, run_cases, tidy};

use crate::args::Format;
use crate::output;
use crate::run::today;

pub(crate) fn check(
    dir: Option<&Path>,
    write_schema: bool,
    notes: bool,
    as_at: Option<&str>,
    format: Format,
) -> Result<ExitCode, ApiError> {
    if write_schema {
        schemas(&dir.unwrap_or(Path::new("data")).join("schema"))?;
    }
    let (catalogue, problems) = match dir {
        Some(dir) => check_folder(dir)?,
        None => {
            let catalogue = takeup_api::shipped();
            let problems = [run_cases(&catalogue), tidy(&catalogue)].concat();
            (catalogue, problems)
        }
    };
    let as_at = match as_at {
        None => today(),
        Some(text) => text.parse().map_err(|_| ApiError {
            code: "usage",
            message: format!("“{text}” is not a date. Write it as YYYY-MM-DD."),
        })?,
    };
    let found = review(&catalogue, as_at);
    if notes {
        output::rows(format, &["To look at", "Power", "Why"], &found, |n| {
            vec![n.kind.name().into(), n.power.clone(), n.message.clone()]
        })?;
    } else {
        output::rows(format, &["File", "Where", "What is wrong, and what to do"], &problems, |p| {
            vec![p.file.clone(), p.at.clone(), p.message.clone()]
        })?;
    }
    let counted = NoteKind::ALL.map(|kind| {
        format!("{} {}", kind.name().to_lowercase(), found.iter().filter(|n| n.kind == kind).count())
    });
    eprintln!("To look at ({}): takeup check --notes lists them.", counted.join(", "));
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

fn schemas(folder: &Path) -> Result<(), ApiError> {
    let failed =
        |e: std::io::Error| ApiError { code: "failed", message: format!("{}: {e}", folder.display()) };
    std::fs::create_dir_all(folder).map_err(failed)?;
    for (name, text) in takeup_domain::catalogue::schemas() {
        std::fs::write(folder.join(name), text).map_err(failed)?;
    }
    eprintln!("Wrote the schemas to {}.", folder.display());
    Ok(())
}

//! Checking a folder laid out like `data/`.

use std::path::Path;
use std::process::ExitCode;

use takeup_api::{ApiError, check_folder};

use crate::args::Format;
use crate::output;

pub(crate) fn check(dir: Option<&Path>, write_schema: bool, format: Format) -> Result<ExitCode, ApiError> {
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

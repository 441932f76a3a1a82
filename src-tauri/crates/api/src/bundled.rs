//! The catalogue compiled into the program.

use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use takeup_domain::catalogue::{self, Catalogue, Problem};

use crate::error::ApiError;

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../data");

/// The catalogue that this program ships.
pub fn shipped() -> Arc<Catalogue> {
    let mut files = Vec::new();
    gather(&DATA, &mut files);
    Arc::new(catalogue::load(&files).0)
}

fn gather(dir: &Dir<'_>, files: &mut Vec<(String, String)>) {
    for file in dir.files() {
        if let Some(text) = file.contents_utf8() {
            files.push((file.path().to_string_lossy().replace('\\', "/"), text.to_string()));
        }
    }
    for sub in dir.dirs() {
        gather(sub, files);
    }
}

/// Loads a folder laid out like `data/`, runs its worked cases, and returns it with its problems.
///
/// # Errors
/// When the folder cannot be read at all.
pub fn check_folder(folder: &Path) -> Result<(Arc<Catalogue>, Vec<Problem>), ApiError> {
    let mut files = Vec::new();
    let mut problems = Vec::new();
    walk(folder, folder, &mut files, &mut problems)?;
    let (catalogue, found) = catalogue::load(&files);
    problems.extend(found);
    let catalogue = Arc::new(catalogue);
    problems.extend(catalogue::tidy(&catalogue));
    problems.extend(catalogue::run_cases(&catalogue));
    problems.sort();
    Ok((catalogue, problems))
}

fn walk(
    root: &Path,
    folder: &Path,
    files: &mut Vec<(String, String)>,
    problems: &mut Vec<Problem>,
) -> Result<(), ApiError> {
    let failed = |e: std::io::Error| {
        ApiError::failed(format!(
            "{} cannot be read: {e}. Name a folder laid out like data/.",
            folder.display()
        ))
    };
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            walk(root, &path, files, problems)?;
            continue;
        }
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        match std::fs::read_to_string(&path) {
            Ok(text) => files.push((name, text)),
            Err(e) => problems.push(Problem {
                file: name,
                at: String::new(),
                message: format!("cannot be read: {e}. Save it as UTF-8 text"),
            }),
        }
    }
    Ok(())
}

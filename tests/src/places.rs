//! Where things lie: this repository, the shared registers, the built command.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// The top of the repository.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// A file of the shared registers; `None` where they are not at hand.
pub fn register(path: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/registers");
    folder.is_dir().then(|| folder.join(path))
}

/// Says that a test was passed over for want of the shared registers, past the test runner's own catching of
/// what tests print.
pub fn skip() {
    let _ = writeln!(std::io::stderr(), "skipped: ../shared/registers is not here");
}

/// Every file under a folder that ends in one of these.
pub fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["target", "node_modules", "dist", "gen", ".git"].contains(&name.as_str()) {
                    open.push(path);
                }
            } else if endings.iter().any(|e| name.ends_with(e)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The built `takeup` command, made when it is missing or older than its sources.
pub fn command() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(Path::parent).unwrap();
    let path = folder.join("takeup");
    let sources = files(&top().join("src-tauri/crates"), &[".rs", ".toml"]);
    let data = files(&top().join("data"), &[".json"]);
    let changed = |p: &PathBuf| p.metadata().and_then(|m| m.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let newest = sources.iter().chain(&data).filter(|p| !p.components().any(|c| c.as_os_str() == "tests"));
    if changed(&path) < newest.map(changed).max().unwrap() {
        let mut cargo = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
        cargo.args(["build", "--quiet", "--package", "takeup-cli", "--target-dir"]);
        cargo.arg(folder.parent().unwrap()).current_dir(top());
        if folder.ends_with("release") {
            cargo.arg("--release");
        }
        assert!(cargo.status().unwrap().success(), "cargo build --package takeup-cli failed");
    }
    path
}

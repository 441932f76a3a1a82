//! The files in `data/`, and the catalogue loaded from them.
#![allow(dead_code, unreachable_pub)]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use takeup_domain::catalogue::{Catalogue, Problem, load};

pub fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../data")
}

/// Path relative to `data/` and text of every file.
pub fn files() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![data()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(data()).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

pub fn catalogue() -> Arc<Catalogue> {
    Arc::new(load(&files()).0)
}

/// Problems as lines of "file at: message".
pub fn lines(problems: &[Problem]) -> String {
    problems.iter().map(|p| format!("{} {}: {}\n", p.file, p.at, p.message)).collect()
}

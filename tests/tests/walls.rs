//! What must not be: arrows that point back, outside things named in the wrong place, files too long to read.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop where it fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use takeup_tests::places::{files, top};

/// Each crate of the program with what it needs to run.
fn crates() -> BTreeMap<String, BTreeSet<String>> {
    let mut cargo = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
    cargo.args(["metadata", "--no-deps", "--offline", "--format-version", "1"]).current_dir(top());
    let metadata: Value = serde_json::from_slice(&cargo.output().unwrap().stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let needs = |package: &Value| {
        let all = package["dependencies"].as_array().unwrap();
        all.iter().filter(|d| d["kind"] != "dev").map(|d| text(&d["name"])).collect()
    };
    let packages = metadata["packages"].as_array().unwrap();
    let found = packages.iter().filter(|p| p["name"] != "takeup-tests");
    found.map(|p| (text(&p["name"]), needs(p))).collect()
}

#[test]
fn arrows_point_one_way() {
    let allowed: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("takeup-domain", [].as_slice()),
        ("takeup-store", &["takeup-domain"]),
        ("takeup-import", &["takeup-domain"]),
        ("takeup-export", &["takeup-domain"]),
        ("takeup-api", &["takeup-domain", "takeup-store", "takeup-import", "takeup-export"]),
        ("takeup-cli", &["takeup-api", "takeup-domain", "takeup-export"]),
        ("takeup-desktop", &["takeup-api"]),
    ]);
    let found = crates();
    assert_eq!(found.keys().collect::<Vec<_>>(), allowed.keys().collect::<Vec<_>>());
    for (name, needs) in &found {
        for other in needs.iter().filter(|n| n.starts_with("takeup-")) {
            assert!(allowed[name.as_str()].contains(&other.as_str()), "{name} must not name {other}");
        }
    }
}

#[test]
fn each_outside_thing_has_one_home() {
    let homes: [(&str, &[&str]); 9] = [
        ("rusqlite", &["takeup-store"]),
        ("csv", &["takeup-import", "takeup-export"]),
        ("calamine", &["takeup-import"]),
        ("zip", &["takeup-import"]),
        ("encoding_rs", &["takeup-import"]),
        ("rust_xlsxwriter", &["takeup-export"]),
        ("ts-rs", &["takeup-api"]),
        ("clap", &["takeup-cli"]),
        ("tauri", &["takeup-desktop"]),
    ];
    for (name, needs) in crates() {
        for (outside, home) in homes {
            let named = needs.iter().any(|n| {
                n == outside
                    || n.strip_prefix(outside).is_some_and(|r| r.starts_with('-') || r.starts_with('_'))
            });
            assert!(!named || home.contains(&name.as_str()), "{name} must not name {outside}");
            assert!(
                named || !home.contains(&name.as_str()),
                "{name} no longer names {outside}: mend this list"
            );
        }
        let slow = ["tokio", "async-std", "rayon", "chrono", "reqwest", "ureq", "hyper"];
        assert!(
            !slow.iter().any(|s| needs.contains(*s)),
            "{name}: no async, no second calendar, no net: {needs:?}"
        );
    }
}

#[test]
fn the_domain_touches_no_file_no_clock_and_no_net() {
    let banned =
        ["std::fs", "std::net", "std::env", "std::thread", "std::time", "std::process", "Zoned::now"];
    for path in files(&top().join("src-tauri/crates/domain/src"), &[".rs"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        for word in banned {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
    }
}

fn sources() -> Vec<PathBuf> {
    let folders = ["src-tauri/src", "src-tauri/crates", "tests/src", "tests/tests", "ui/src"];
    folders.iter().flat_map(|f| files(&top().join(f), &[".rs", ".ts", ".svelte"])).collect()
}

#[test]
fn files_can_be_read_at_one_sitting() {
    let made = PathBuf::from("ui/src/host/generated.ts");
    let mut lengths = Vec::new();
    for path in sources().into_iter().filter(|p| !p.ends_with(&made)) {
        let lines = std::fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 400, "{} has {lines} lines: split it at 400", path.display());
        lengths.push(lines);
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    println!("{} files, median {median} lines, longest {}", lengths.len(), lengths[lengths.len() - 1]);
    assert!(median < 120, "the median file has {median} lines");
}

#[test]
fn no_file_is_a_drawer_for_odds_and_ends() {
    for path in sources() {
        for part in path.strip_prefix(top()).unwrap().components() {
            let part = part.as_os_str().to_string_lossy();
            let stem = part.split('.').next().unwrap();
            let drawers = ["util", "utils", "helper", "helpers", "common", "manager", "service", "misc"];
            assert!(!drawers.contains(&stem), "{}: name it after what it is about", path.display());
        }
    }
}

#[test]
fn everything_in_data_is_named_in_its_readme() {
    let data = top().join("data");
    let readme = std::fs::read_to_string(data.join("README.md")).unwrap();
    for entry in std::fs::read_dir(&data).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let named = readme.contains(&format!("`{name}`")) || readme.contains(&format!("`{name}/"));
        assert!(named || name == "README.md", "data/README.md does not say what {name} holds");
    }
    let is_kept = |path: &str| {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["README.md"] => true,
            [file] | ["cases" | "keytest" | "uses" | "schema", file] | ["powers", _, file] => {
                file.ends_with(".json")
            }
            _ => false,
        }
    };
    for path in files(&data, &[""]) {
        let path = path.strip_prefix(&data).unwrap().to_string_lossy().replace('\\', "/");
        assert!(is_kept(&path), "data/{path} is of no kind that data/README.md lists");
    }
}

/// Files kept in the repository, or about to be.
fn kept() -> Option<Vec<PathBuf>> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(top());
    let output = git.output().ok().filter(|o| o.status.success())?;
    let list = String::from_utf8(output.stdout).unwrap();
    Some(list.split('\0').filter(|p| !p.is_empty()).map(|p| top().join(p)).filter(|p| p.is_file()).collect())
}

#[test]
fn nothing_kept_names_a_machine_or_a_mirror() {
    let Some(kept) = kept() else { return println!("skipped: this is not a git checkout") };
    assert!(kept.len() > 300, "{} files", kept.len());
    // Written in two parts, so that this file does not name them.
    let banned = [
        ["/wo", "rk/"],
        ["/tmp/", "target"],
        ["/ro", "ot/"],
        ["/ho", "me/runner"],
        ["/Us", "ers/"],
        ["C:\\", "Users"],
        ["registry.", "npmjs.org"],
        ["static.", "crates.io"],
        ["index.", "crates.io"],
        ["deb.", "debian.org"],
        ["artifact", "ory"],
        ["codeartifact", "."],
        ["pypi.", "org"],
        ["proxy.", "golang.org"],
        ["_auth", "Token"],
    ];
    let lock = "registry+https://github.com/rust-lang/crates.io-index";
    for path in kept {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        for [a, b] in banned {
            assert!(!text.contains(&format!("{a}{b}")), "{} names {a}{b}", path.display());
        }
        if path.ends_with("Cargo.lock") {
            let sources = text.lines().filter(|l| l.starts_with("source = "));
            let other: BTreeSet<&str> = sources.filter(|l| !l.contains(lock)).collect();
            assert!(other.is_empty(), "Cargo.lock takes from elsewhere: {other:?}");
        }
        if path.ends_with("package-lock.json") {
            assert!(!text.contains("\"resolved\""), "{}: lock without addresses (.npmrc)", path.display());
        }
    }
}

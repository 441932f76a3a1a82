//! How everything grows with the number of groups.

use serde_json::Value;

use crate::{Size, child};

/// What one size came to.
pub(crate) struct Measured {
    pub(crate) groups: u64,
    pub(crate) made: Value,
    pub(crate) judge: Value,
    pub(crate) asked: Value,
}

/// Measures sizes, in order; the one at hand is not measured again.
pub(crate) fn measure(sizes: &[u64], at_hand: Measured) -> Vec<Measured> {
    let mut found = vec![at_hand];
    for groups in sizes.iter().copied() {
        if groups == found[0].groups {
            continue;
        }
        let (folder, size) = (tempfile::tempdir().unwrap(), Size { groups, rows: groups });
        eprintln!("… {groups} groups");
        let [made, judge, asked] =
            ["make", "judge", "questions"].map(|phase| child(phase, folder.path(), size));
        found.push(Measured { groups, made, judge, asked });
    }
    found.sort_by_key(|m| m.groups);
    found
}

type Of = fn(&Measured) -> f64;

fn ms(value: &Value) -> f64 {
    value[0].as_f64().unwrap()
}

const ROWS: [(&str, &str, Of); 13] = [
    ("Presences", "", |m| m.made["presences"].as_f64().unwrap()),
    ("Opening to the first matrix", "ms", |m| ms(&m.judge["matrix"])),
    ("  loading the workspace", "ms", |m| ms(&m.judge["load"])),
    ("  columns of facts", "ms", |m| ms(&m.judge["columns"])),
    ("Judging, best of 7", "ms", |m| ms(&m.judge["judge"])),
    ("Memory: open and audit", "MB", |m| m.judge["peak"].as_f64().unwrap()),
    ("Groups of a middling council", "", |m| m.asked["groups"].as_f64().unwrap()),
    ("  unlike each other", "", |m| m.asked["likenesses"].as_f64().unwrap()),
    ("  routes of every group to every power", "ms", |m| ms(&m.asked["routing"])),
    ("  smallest sets of all cells", "ms", |m| ms(&m.asked["setting"])),
    ("  what to ask next", "ms", |m| ms(&m.asked["asking"])),
    ("What to lift first over England", "ms", |m| ms(&m.asked["lifting"])),
    ("Memory: these questions", "MB", |m| m.asked["peak"].as_f64().unwrap()),
];

pub(crate) fn report(found: &[Measured]) {
    if found.len() < 2 {
        return;
    }
    println!("\nGrowth, each size in processes of its own; × is times the size before");
    print!("{:<42}", "Groups");
    found.iter().for_each(|m| print!("{:>22}", m.groups));
    println!();
    for (what, unit, of) in ROWS {
        print!("{what:<42}");
        for (n, measured) in found.iter().enumerate() {
            let value = of(measured);
            let times = if n == 0 { String::new() } else { format!("({:.1} ×)", value / of(&found[n - 1])) };
            print!("{:>12} {times:>9}", format!("{value:.0} {unit}").trim());
        }
        println!();
    }
    if found.iter().all(|m| m.groups < 2_500_000) {
        println!("With BENCH_LARGE=1 also 2,500,000 groups (some minutes, 4 GB of memory, 2 GB of disk).");
    }
}

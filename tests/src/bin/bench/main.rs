//! How quick the reading and the judging are, on a made-up register of the whole country.
//! `cargo run --release -p takeup-tests --bin bench [-- --groups N] [--quick]`
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints, and stops where it fails")]

mod judging;
mod plain;
mod reading;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use serde_json::Value;

/// How much to make up.
#[derive(Clone, Copy)]
struct Size {
    groups: u64,
    rows: u64,
}

/// Each runs in a process of its own, so that each has its own peak of memory.
const PHASES: [(&str, fn(&Path, Size) -> Value); 4] =
    [("make", reading::make), ("read", reading::read), ("keep", reading::keep), ("judge", judging::judge)];

fn main() -> ExitCode {
    let mut size = Size { groups: 250_000, rows: 400_000 };
    let mut phase = None;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().and_then(|n| n.parse().ok());
        match argument.as_str() {
            "--quick" => size = Size { groups: 25_000, rows: 40_000 },
            "--groups" => match number() {
                Some(groups) if groups > 0 => size.groups = groups,
                _ => return usage("--groups needs a number"),
            },
            "--rows" => match number() {
                Some(rows) if rows > 0 => size.rows = rows,
                _ => return usage("--rows needs a number"),
            },
            "--phase" => phase = arguments.next().zip(arguments.next()),
            other => return usage(&format!("“{other}” is not an option")),
        }
    }
    if let Some((name, folder)) = phase {
        let (_, run) = PHASES.iter().find(|(n, _)| *n == name).unwrap();
        println!("{}", run(&PathBuf::from(folder), size));
        return ExitCode::SUCCESS;
    }
    let folder = tempfile::tempdir().unwrap();
    let [made, read, keep, judge] = PHASES.map(|(name, _)| child(name, folder.path(), size));
    report(size, &made, &read, &keep, &judge);
    ExitCode::SUCCESS
}

fn usage(problem: &str) -> ExitCode {
    eprintln!("{problem}. Options: --groups N, --rows N, --quick.");
    ExitCode::from(2)
}

fn child(phase: &str, folder: &Path, size: Size) -> Value {
    eprintln!("… {phase}");
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--groups", &size.groups.to_string(), "--rows", &size.rows.to_string(), "--phase", phase]);
    let output = command.arg(folder).stderr(std::process::Stdio::inherit()).output().unwrap();
    assert!(output.status.success(), "{phase} failed");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Most memory that this process ever had, in MB.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or(0.0) / 1024.0
}

fn line(what: &str, got: &str, aim: &str) {
    println!("{what:<58}{got:>18}   {aim}");
}

fn report(size: Size, made: &Value, read: &Value, keep: &Value, judge: &Value) {
    let number = |of: &Value, name: &str| of[name].as_f64().unwrap();
    let ms = |name: &str| format!("{:.1} ms", number(judge, name));
    let pace = |of: &Value| format!("{:.0} rows/s", size.rows as f64 / number(of, "seconds"));
    let memory = |of: &Value| format!("{:.0} MB", number(of, "peak"));
    println!(
        "{} groups with {} presences in {} council areas, {} powers; charity table of {} rows, {:.0} MB\n",
        size.groups,
        made["presences"],
        made["areas"],
        judge["powers"],
        size.rows,
        number(made, "megabytes")
    );
    line("", "", "aim");
    line("Reading the charity table alone", &pace(read), "≥ 100,000 rows/s");
    line("  memory", &memory(read), "≤ 200 MB");
    line("Reading it and keeping it in a workspace", &pace(keep), "≥ 100,000 rows/s");
    line("  memory", &memory(keep), "≤ 200 MB");
    line("Opening to the first matrix of all powers and areas", &ms("matrix"), "≤ 1,000 ms");
    line("  loading the workspace", &ms("load"), "");
    line("  columns of facts", &ms("columns"), "");
    line("  judging", &ms("first_judge"), "");
    line("  use and status", &ms("status"), "");
    line("Judging alone, now and relaxed, one thread, best of 7", &ms("judge"), "≤ 40 ms");
    line("Through the commands: open", &ms("open"), "");
    line("  the first audit", &ms("audit"), "");
    line("  an audit after that", &ms("audit_again"), "");
    line("  memory", &memory(judge), "");
    println!("\nThe plain way, a tree walked for each row (answers equal: {} compared)", judge["compared"]);
    let times = |slow: &str, quick: f64| format!("{:.0} × as long", number(judge, slow) / quick);
    line("  over facts worked out before", &ms("plain"), &times("plain", number(judge, "judge")));
    let whole = number(judge, "columns") + number(judge, "judge");
    line("  facts looked up on the way (from a part of the areas)", &ms("scratch"), &times("scratch", whole));
}

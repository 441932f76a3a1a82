//! How quick the reading and the judging are, on a made-up register of the whole country.
//! `make bench` sets up the other programs that it is put beside; options: see [`usage`].
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints, and stops where it fails")]

mod fact;
mod growth;
mod judging;
mod keytest;
mod peers;
mod plain;
mod questions;
mod reading;
mod reform;
mod report;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use serde_json::Value;

/// How much to make up.
#[derive(Clone, Copy)]
struct Size {
    groups: u64,
    rows: u64,
}

type Phase = fn(&Path, Size) -> Value;

/// Each runs in a process of its own, so that each has its own peak of memory.
const PHASES: [(&str, Phase); 11] = [
    ("extract", reading::extract),
    ("read", reading::read),
    ("keep", reading::keep),
    ("make", reading::make),
    ("judge", judging::judge),
    ("questions", questions::questions_of),
    ("fact", fact::fact),
    ("reforms", reform::reforms),
    ("keytest", keytest::keytest),
    ("plain", plain::compare),
    ("peers", peers::write_down),
];

fn main() -> ExitCode {
    let mut size = Size { groups: 250_000, rows: 400_000 };
    let mut sizes = vec![25_000, 250_000];
    let (mut python, mut phase) = (None, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().and_then(|n| n.parse().ok());
        match argument.as_str() {
            "--quick" => (size, sizes) = (Size { groups: 25_000, rows: 40_000 }, vec![]),
            "--large" => sizes.push(2_500_000),
            "--groups" => match number() {
                Some(groups) if groups > 0 => size.groups = groups,
                _ => return usage("--groups needs a number"),
            },
            "--rows" => match number() {
                Some(rows) if rows > 0 => size.rows = rows,
                _ => return usage("--rows needs a number"),
            },
            "--python" => python = arguments.next().map(PathBuf::from),
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
    let [extract, read, keep, made, judge, asked, told, reforms, tested, plain, ours] =
        PHASES.map(|(name, _)| child(name, folder.path(), size));
    report::reading(size, &extract, &read, &keep);
    report::judging(size, &made, &judge);
    report::plain(&judge, &plain);
    report::questions(&asked);
    report::fact(&told);
    report::reforms(&reforms);
    report::keytest(&tested);
    let found = python.map(|python| peers::ask(&python, folder.path()));
    let equal = peers::report(&ours, found.as_deref());
    let measured = growth::Measured { groups: size.groups, made, judge, asked };
    growth::report(&growth::measure(&sizes, measured));
    if equal { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn usage(problem: &str) -> ExitCode {
    eprintln!(
        "{problem}. Options: --groups N, --rows N, --quick, --large (growth up to 2,500,000 groups), --python PATH."
    );
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

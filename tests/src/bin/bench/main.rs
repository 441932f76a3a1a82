//! How quick the reading and the judging are, on a made-up register of the whole country.
//! `cargo run --release -p takeup-tests --bin bench [-- --groups N] [--quick]`
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints, and stops where it fails")]

mod judging;
mod keytest;
mod plain;
mod questions;
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

type Phase = fn(&Path, Size) -> Value;

/// Each runs in a process of its own, so that each has its own peak of memory.
const PHASES: [(&str, Phase); 6] = [
    ("make", reading::make),
    ("read", reading::read),
    ("keep", reading::keep),
    ("judge", judging::judge),
    ("questions", questions::questions_of),
    ("keytest", keytest::keytest),
];

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
    let [made, read, keep, judge, asked, tested] = PHASES.map(|(name, _)| child(name, folder.path(), size));
    report(size, &made, &read, &keep, &judge);
    report_questions(&asked);
    report_keytest(&tested);
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

fn report_questions(of: &Value) {
    let took = |name: &str| format!("{:.0} ms", of[name][0].as_f64().unwrap());
    println!(
        "\nOne council of middling size, {} groups ({} unlike each other)",
        of["groups"], of["likenesses"]
    );
    line(
        &format!("Routes of every group to every power ({})", of["routes"]),
        &took("routing"),
        "",
        "≤ 1,000 ms",
    );
    line(&format!("Smallest sets of all its cells ({})", of["sets"]), &took("setting"), "", "≤ 1,000 ms");
    line(&format!("Near misses ({})", of["near"]), &took("missing"), "", "");
    line(&format!("What to ask next ({})", of["asked"]), &took("asking"), "", "");
    let lifted = &of["lifted"];
    println!("What to lift first over England, 10 of {} remedies:", of["remedies"]);
    let sure = if lifted["proven"] == true { "proven best".into() } else { format!("gap {}", lifted["gap"]) };
    line(
        &format!(
            "  {} of {} blocked answers of {} kinds; {sure}",
            lifted["opens"], lifted["answers"], lifted["kinds"]
        ),
        &took("lifting"),
        "",
        "proven, or the gap after 10 s",
    );
    println!("  the greedy choice opens {}", lifted["greedy"]);
    line("Memory of all this", &format!("{:.0} MB", of["peak"].as_f64().unwrap()), "", "≤ 300 MB");
}

fn report_keytest(of: &Value) {
    let took = |name: &str| format!("{:.0} ms", of[name][0].as_f64().unwrap());
    println!(
        "\nThe key test: {} initiatives, {} effects, {} claims on {} entries",
        of["initiatives"], of["effects"], of["claims"], of["entries"]
    );
    let settled = format!("Settling the portfolio ({} shortages)", of["shortages"]);
    line(&settled, &took("settling"), "", "≤ 1,000 ms");
    let assessed = format!("Assessing all, with what would change each ({} meet)", of["met"]);
    line(&assessed, &took("assessing"), "", "");
}

/// Most memory that this process ever had, in MB.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or(0.0) / 1024.0
}

fn line(what: &str, got: &str, processor: &str, aim: &str) {
    println!("{what:<56}{got:>16}{processor:>14}   {aim}");
}

fn report(size: Size, made: &Value, read: &Value, keep: &Value, judge: &Value) {
    let number = |of: &Value, name: &str| of[name].as_f64().unwrap();
    let took = |name: &str, on: usize| judge[name][on].as_f64().unwrap();
    let ms = |what: &str, name: &str, aim: &str| {
        let [wall, processor] = [0, 1].map(|on| format!("{:.1} ms", took(name, on)));
        line(what, &wall, &processor, aim);
    };
    let paced = |what: &str, of: &Value| {
        let pace = format!("{:.0} rows/s", size.rows as f64 / number(of, "seconds"));
        line(what, &pace, "", "≥ 100,000 rows/s");
        line("  memory", &format!("{:.0} MB", number(of, "peak")), "", "≤ 200 MB");
    };
    let (presences, areas, megabytes) = (&made["presences"], &made["areas"], number(made, "megabytes"));
    let (groups, powers, rows) = (size.groups, &judge["powers"], size.rows);
    println!("{groups} groups with {presences} presences in {areas} council areas, {powers} powers");
    println!("a charity table of {rows} rows, {megabytes:.0} MB\n");
    line("", "on the wall", "processor", "aim");
    paced("Reading the charity table alone", read);
    paced("Reading it and keeping it in a workspace", keep);
    ms("Opening to the first matrix of all powers and areas", "matrix", "≤ 1,000 ms");
    ms("  loading the workspace", "load", "");
    ms("  columns of facts", "columns", "");
    ms("  judging", "first_judge", "");
    ms("  use and status", "status", "");
    ms("Judging alone, now and relaxed, one thread, best of 7", "judge", "≤ 40 ms");
    ms("Through the commands: open", "open", "");
    ms("  the first audit", "audit", "");
    ms("  an audit after that", "audit_again", "");
    line("  memory", &format!("{:.0} MB", number(judge, "peak")), "", "");
    println!(
        "\nThe plain way, a tree walked for each row ({} answers compared, all equal)",
        judge["compared"]
    );
    let times = |slow: f64, quick: f64| format!("{:.0} × as long", slow / quick);
    ms("  over facts worked out before", "plain", &times(took("plain", 1), took("judge", 1)));
    let whole = took("columns", 1) + took("judge", 1);
    ms(
        "  facts looked up on the way (from a part of the areas)",
        "scratch",
        &times(took("scratch", 1), whole),
    );
}

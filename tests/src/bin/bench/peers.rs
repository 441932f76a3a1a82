//! Other programs on the very data that judging sees: the columns of facts and what stops, written out, then asked
//! for the same counts. `tests/bench/peers.py` does the asking.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use takeup_domain::columns::{Columns, Row};
use takeup_domain::compile::Compiled;
use takeup_domain::judge::Judge;
use takeup_domain::reach::Reach;
use takeup_domain::truth::Truth;
use takeup_domain::world::World;
use takeup_store::Store;
use takeup_tests::places::top;
use takeup_tests::work::TODAY;

use crate::Size;
use crate::judging::best_of;
use crate::reading::WORKSPACE;

const PEERS: [&str; 7] = ["polars", "numpy", "duckdb", "sqlite", "networkx", "polars-merged", "numpy-merged"];
/// Ends the names of peers to whom equal questions are handed over once.
const MERGED: &str = "-merged";
/// A peer that takes longer, loading and all rounds together, is stopped.
const PATIENCE: Duration = Duration::from_secs(400);

/// Writes the data down and judges it.
pub(crate) fn write_down(folder: &Path, _: Size) -> Value {
    let catalogue = takeup_api::shipped();
    let compiled = Compiled::new(&catalogue);
    let world = Store::open(&folder.join(WORKSPACE)).unwrap().world(&catalogue).unwrap();
    let columns = Columns::new(&world, &compiled, TODAY);
    let judge = Judge::new(&world, &compiled, &columns);
    let took = best_of(7, || drop(judge.all()));
    let areas = catalogue.areas.len();
    let data = &Data { judge: &judge, world: &world, compiled: &compiled, columns: &columns };
    let (questions, masks) = data.questions();

    let mut starts = vec![0];
    starts.extend((0..areas).map(|a| world.presences_in(a).len()));
    (1..starts.len()).for_each(|a| starts[a] += starts[a - 1]);
    let about = json!({
        "starts": starts, "facts": compiled.facts.len(), "stops": masks.len(), "powers": compiled.powers.len(),
        "liftable": compiled.liftable, "questions": questions,
    });
    std::fs::write(folder.join("questions.json"), about.to_string()).unwrap();
    let facts = (0..compiled.facts.len()).flat_map(|fact| {
        data.rows().map(move |(_, row)| match data.columns.value(fact, row) {
            Truth::False => 0,
            Truth::Unknown => 1,
            Truth::True => 2,
        })
    });
    std::fs::write(folder.join("facts.u8"), facts.collect::<Vec<u8>>()).unwrap();
    std::fs::write(folder.join("stops.u8"), masks.concat()).unwrap();
    let judged = judge.all();
    let cells = || (0..compiled.powers.len()).flat_map(|p| (0..areas).map(move |a| (p, a)));
    let counts = cells().flat_map(|(p, a)| {
        let found = judged.cell(p, a).groups;
        [found.open, found.unsettled, found.blocked, found.out_of_reach].map(u32::to_le_bytes)
    });
    std::fs::write(folder.join("counts.u32"), counts.flatten().collect::<Vec<u8>>()).unwrap();
    let available = cells().map(|(p, a)| u8::from(judged.cell(p, a).reach != Reach::NotAvailable));
    std::fs::write(folder.join("available.u8"), available.collect::<Vec<u8>>()).unwrap();
    json!({"judge": took.both(), "questions": questions.len(), "powers": compiled.powers.len()})
}

struct Data<'d> {
    judge: &'d Judge<'d>,
    world: &'d World,
    compiled: &'d Compiled,
    columns: &'d Columns,
}

impl<'d> Data<'d> {
    /// Every presence with its area, in order.
    fn rows(&self) -> impl Iterator<Item = (usize, Row)> {
        let (world, columns) = (self.world, self.columns);
        let rows =
            move |area| (0..world.presences_in(area).len()).map(move |n| (area, columns.presence(area, n)));
        (0..world.catalogue.areas.len()).flat_map(rows)
    }

    /// What is asked, each once with the powers that ask it, and the masks of what stops.
    fn questions(&self) -> (Vec<Value>, Vec<Vec<u8>>) {
        let mut masks: BTreeMap<String, (usize, Vec<u8>)> = BTreeMap::new();
        let mut asked: BTreeMap<String, (Value, Vec<usize>)> = BTreeMap::new();
        for power in 0..self.compiled.powers.len() {
            let entry = &self.world.catalogue.powers[&self.compiled.powers[power]];
            let mut stops = Vec::new();
            for need in &entry.needs {
                let key = format!("{:?} {:?}", need.capacity, need.level);
                let next = masks.len();
                let (place, _) = masks.entry(key).or_insert_with(|| {
                    let short = |row: Row| row.is_in(self.columns.short(need.capacity, need.level, row.word));
                    (next, self.rows().map(|(_, row)| u8::from(short(row))).collect())
                });
                stops.push(json!([place, self.compiled.supplied.contains(&need.capacity)]));
            }
            for (id, (liftable, mask)) in self.findings(power) {
                let next = masks.len();
                let (place, _) = masks.entry(format!("finding {id} of {power}")).or_insert((next, mask));
                stops.push(json!([place, liftable]));
            }
            let law = self.compiled.programs[power].fold(
                |fact| json!(fact),
                |parts| json!({"all": parts}),
                |parts| json!({"any": parts}),
            );
            let question = json!({"law": law, "stops": stops});
            asked.entry(question.to_string()).or_insert((question, vec![])).1.push(power);
        }
        let questions = asked.into_values().map(|(mut question, powers)| {
            question["powers"] = json!(powers);
            question
        });
        let mut masks: Vec<(usize, Vec<u8>)> = masks.into_values().collect();
        masks.sort();
        (questions.collect(), masks.into_iter().map(|(_, mask)| mask).collect())
    }

    /// Findings that stop a power: whether a remedy is known, and whom they stop.
    fn findings(&self, power: usize) -> BTreeMap<i64, (bool, Vec<u8>)> {
        let mut found: BTreeMap<i64, (bool, Vec<u8>)> = BTreeMap::new();
        let id = &self.compiled.powers[power];
        if !self.world.findings.iter().any(|f| f.power.as_ref().is_none_or(|p| p == id)) {
            return found;
        }
        for (n, (area, row)) in self.rows().enumerate() {
            for (finding, liftable) in self.judge.stopping(power, area, row) {
                let empty = || (liftable, vec![0; self.world.presences.len()]);
                found.entry(finding.id).or_insert_with(empty).1[n] = 1;
            }
        }
        found
    }
}

/// Asks every peer, in a process of its own.
pub(crate) fn ask(python: &Path, folder: &Path) -> Vec<(&'static str, Value)> {
    PEERS.map(|peer| (peer, one(python, folder, peer))).into()
}

fn one(python: &Path, folder: &Path, peer: &str) -> Value {
    eprintln!("… {peer}");
    let script: PathBuf = top().join("tests/bench/peers.py");
    let mut command = Command::new(python);
    command.arg(script).arg(folder).arg(peer).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let begun = Instant::now();
    let status = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None if begun.elapsed() > PATIENCE => {
                child.kill().unwrap();
                child.wait().unwrap();
                return json!({"left_out": format!("stopped after {} s", PATIENCE.as_secs())});
            }
            None => sleep(Duration::from_millis(20)),
        }
    };
    let mut text = String::new();
    child.stdout.take().unwrap().read_to_string(&mut text).unwrap();
    std::io::stderr().flush().unwrap();
    assert!(status.success(), "{peer} failed: the reason is above");
    serde_json::from_str(&text).unwrap()
}

/// Prints what the peers took beside ours. False if any comes to other answers.
pub(crate) fn report(ours: &Value, peers: Option<&[(&str, Value)]>) -> bool {
    let number = |of: &Value| of.as_f64().unwrap();
    let own = [0, 1].map(|on| number(&ours["judge"][on]));
    println!(
        "\nJudging beside other programs: {} powers, of which {} ask something different, on the same columns of facts",
        ours["powers"], ours["questions"]
    );
    println!(
        "{:<26}{:>8}{:>10}{:>13}{:>13}{:>9}   equal answers",
        "", "threads", "load", "on the wall", "processor", "ratio"
    );
    let [wall, processor] = own;
    println!("{:<26}{:>8}{:>10}{wall:>10.1} ms{processor:>10.1} ms{:>9}", "Takeup", 1, "", "1 ×");
    let (mut equal, mut ratios) = (true, Vec::new());
    if peers.is_none() {
        println!("Other programs were left out: `make bench` sets them up.");
    }
    for (peer, found) in peers.unwrap_or_default() {
        if let Some(why) = found["left_out"].as_str() {
            println!("{peer:<26}left out: {why}");
            continue;
        }
        let [wall, processor] = [0, 1].map(|on| number(&found["judging"][on]));
        let merged = if peer.ends_with(MERGED) { ", merged" } else { "" };
        let [name, version] = ["name", "version"].map(|n| found[n].as_str().unwrap());
        let name = format!("{name} {version}{merged}");
        let answers = match found["differ"].as_u64().unwrap() {
            0 => format!("yes, {} cells", found["compared"]),
            n => format!("NO: {n} of {} cells, first {}", found["compared"], found["first"]),
        };
        equal &= found["differ"] == 0;
        let estimate = found["note"].as_str().map(|n| format!(" ({n})")).unwrap_or_default();
        let (threads, load) = (&found["threads"], number(&found["load"]));
        // On a busy machine the wall says little: the smaller ratio counts.
        let ratio = (wall / own[0]).min(processor / own[1]);
        println!(
            "{name:<26}{threads:>8}{load:>8.1} s{wall:>10.0} ms{processor:>10.0} ms{ratio:>7.0} ×   {answers}{estimate}"
        );
        ratios.push((peer.ends_with(MERGED), ratio));
    }
    let least = |merged| ratios.iter().filter(|r| r.0 == merged).map(|r| r.1).reduce(f64::min);
    if let Some(least) = least(false) {
        let word = |met: bool| if met { "met" } else { "missed" };
        println!(
            "Aims: within 40 ms on one thread: {}; at least 10 × as quick as the quickest: {} ({least:.0} ×)",
            word(own[0] <= 40.0),
            word(least >= 10.0)
        );
    }
    if let Some(least) = least(true) {
        println!(
            "Merged: with the questions that several powers ask handed over once, as Takeup merges them: {least:.0} ×"
        );
    }
    equal
}

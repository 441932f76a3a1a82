//! Making up the register, reading it, keeping it.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use jiff::civil::date;
use serde_json::{Value, json};
use takeup_domain::record::{
    CoverageRecord, FindingEffect, FindingRecord, Record, Source, UseOutcome, UseRecord,
};
use takeup_domain::vocabulary::Form;
use takeup_import::{Flow, Known, Options};
use takeup_store::{ReadingOf, Store};
use takeup_tests::national::{Dice, National, write_extract};
use takeup_tests::work::Work;

use crate::{Size, peak};

pub(crate) const WORKSPACE: &str = "national.takeup";
const EXTRACT: &str = "publicextract.charity.txt";

/// The charity table as it is published.
pub(crate) fn extract(folder: &Path, size: Size) -> Value {
    let catalogue = takeup_api::shipped();
    let path = folder.join(EXTRACT);
    let mut out = BufWriter::new(File::create(&path).unwrap());
    write_extract(&mut out, size.rows, &catalogue.areas).unwrap();
    out.flush().unwrap();
    json!({"megabytes": path.metadata().unwrap().len() as f64 / 1e6})
}

/// A workspace of groups with their places, some uses and registers looked at.
pub(crate) fn make(folder: &Path, size: Size) -> Value {
    let catalogue = takeup_api::shipped();
    let mut store = Store::create(&folder.join(WORKSPACE)).unwrap();
    store.set_labels(&catalogue).unwrap();
    store.set_meta("catalogue_version", &catalogue.version).unwrap();
    let of = ReadingOf {
        name: "A made-up register of the whole country",
        kind: "charity-ew-charity",
        scope: "",
        file: EXTRACT,
        sha256: "",
        edition: Some("2026-11-01"),
        now: "2026-11-25",
    };
    let mut reading = store.read(&of, &catalogue.forms).unwrap();
    let (mut presences, mut line) = (0, 0);
    let mut keep = |record: Record| {
        line += 1;
        reading.keep(line, &record).unwrap();
    };
    for made in National::new(&catalogue.areas).take(size.groups as usize) {
        presences += made.group.presences.len();
        keep(Record::Group(made.group));
    }
    records(&catalogue, size, &mut keep);
    reading.finish(size.groups, true).unwrap();
    json!({"presences": presences, "areas": catalogue.areas.len()})
}

fn records(catalogue: &takeup_domain::catalogue::Catalogue, size: Size, keep: &mut impl FnMut(Record)) {
    let mut dice = Dice::new(7);
    let powers: Vec<&String> = catalogue.powers.keys().collect();
    let mut any = |list: usize| dice.below(list as u64) as usize;
    let source = Source { title: "Made up".into(), address: None };
    for n in 0..size.groups / 100 {
        let (power, area) = (powers[any(powers.len())].clone(), &catalogue.areas[any(catalogue.areas.len())]);
        let outcome = [UseOutcome::Succeeded, UseOutcome::Pending, UseOutcome::Refused][any(3)];
        let key = Some(format!("GB-CHC-{}", 200_001 + any(size.groups as usize)));
        let (area, source, group_name) = (area.gss.clone(), source.clone(), format!("Group {n}"));
        let date = format!("20{}-0{}", 15 + any(11), 1 + any(9));
        let what = "Asked".into();
        keep(Record::Use(UseRecord { power, area, group_key: key, group_name, what, date, outcome, source }));
    }
    for n in 0..size.groups / 200 {
        let (power, area) =
            (powers[any(powers.len())].clone(), catalogue.areas[any(catalogue.areas.len())].gss.clone());
        let (register, as_at) = (format!("List {n}"), date(2026, 1 + any(10) as i8, 1));
        keep(Record::Coverage(CoverageRecord { power, area, register, as_at, source: source.clone() }));
    }
    for (barrier, form) in
        catalogue.barriers.keys().zip([None, Some("cio"), None, Some("charitable-trust"), None])
    {
        keep(Record::Finding(FindingRecord {
            barrier: barrier.clone(),
            effect: FindingEffect::Stops,
            power: Some(powers[any(powers.len())].clone()),
            area: Some(catalogue.areas[any(catalogue.areas.len())].gss.clone()),
            duty_holder: None,
            group_key: None,
            form: form.map(str::to_owned),
            note: "Made up".into(),
            date: date(2026, 2, 1),
            source: source.clone(),
        }));
    }
}

/// Reading alone: what comes out is counted and let go.
pub(crate) fn read(folder: &Path, size: Size) -> Value {
    let catalogue = takeup_api::shipped();
    let forms: Vec<Form> = catalogue.forms.all().cloned().collect();
    let (powers, barriers) =
        (catalogue.powers.keys().cloned().collect(), catalogue.barriers.keys().cloned().collect());
    let (holders, traits) =
        (catalogue.duty_holders.keys().cloned().collect(), catalogue.traits.keys().cloned().collect());
    let standings = catalogue.standings.keys().cloned().collect();
    let known = Known {
        areas: &catalogue.areas,
        forms: &forms,
        powers: &powers,
        barriers: &barriers,
        duty_holders: &holders,
        traits: &traits,
        standings: &standings,
    };
    let begun = Instant::now();
    let mut out = 0u64;
    let mut sink = |_| {
        out += 1;
        Ok(())
    };
    let options = Options::default();
    let summary =
        takeup_import::read(&folder.join(EXTRACT), &known, &options, &mut |_| Flow::Continue, &mut sink)
            .unwrap();
    let seconds = begun.elapsed().as_secs_f64();
    assert_eq!((summary.rows, out), (size.rows, size.rows));
    json!({"seconds": seconds, "peak": peak()})
}

/// Reading into a new workspace, as the window and the command do it.
pub(crate) fn keep(folder: &Path, size: Size) -> Value {
    let work = Work::trafford();
    let begun = Instant::now();
    let result = work.read(json!({"path": folder.join(EXTRACT)})).unwrap();
    let seconds = begun.elapsed().as_secs_f64();
    assert_eq!(result["rows"], size.rows);
    json!({"seconds": seconds, "peak": peak(), "new": result["new"]})
}

//! Shared by the tests of this crate: what is known, and a reading that collects everything.
#![allow(dead_code, unreachable_pub)]

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use takeup_domain::area::Area;
use takeup_domain::record::{GroupRecord, LeftOut, Record};
use takeup_domain::vocabulary::Form;
use takeup_import::{Flow, ImportError, Known, Options, Read, Summary, read};

pub struct Lists {
    areas: Vec<Area>,
    forms: Vec<Form>,
    powers: BTreeSet<String>,
    barriers: BTreeSet<String>,
    duty_holders: BTreeSet<String>,
    traits: BTreeSet<String>,
    standings: BTreeSet<String>,
}

pub struct Outcome {
    pub summary: Summary,
    pub records: Vec<(u64, Record)>,
    pub left_out: Vec<LeftOut>,
}

impl Lists {
    pub fn new() -> Self {
        let areas = here("../../../data/areas.json");
        let set = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        let forms = [
            ("unincorporated-association", "Unincorporated association", vec!["Unincorporated"]),
            ("registered-charity", "Registered charity", vec!["Charity"]),
            ("cio", "Charitable incorporated organisation", vec!["CIO"]),
            ("charitable-company", "Charitable company", vec![]),
            ("charitable-trust", "Charitable trust", vec!["Trust"]),
            ("parish-council", "Parish council", vec!["Town council"]),
            ("community-benefit-society", "Community benefit society", vec![]),
        ];
        let forms = forms.map(|(id, name, aliases)| {
            serde_json::from_value(serde_json::json!({
                "id": id, "name": name, "aliases": aliases, "category": "structure", "nations": ["england"],
                "description": "", "verified": "source"
            }))
            .unwrap()
        });
        Lists {
            areas: serde_json::from_str(&std::fs::read_to_string(areas).unwrap()).unwrap(),
            forms: forms.into(),
            powers: set(&["asset-of-community-value-nomination", "community-right-to-bid"]),
            barriers: set(&["unaware-of-right", "no-money"]),
            duty_holders: set(&["principal-local-authority"]),
            traits: set(&["asset-lock", "not-for-profit"]),
            standings: set(&["local-elector", "parish-elector"]),
        }
    }

    pub fn known(&self) -> Known<'_> {
        Known {
            areas: &self.areas,
            forms: &self.forms,
            powers: &self.powers,
            barriers: &self.barriers,
            duty_holders: &self.duty_holders,
            traits: &self.traits,
            standings: &self.standings,
        }
    }
}

impl Outcome {
    pub fn groups(&self) -> Vec<&GroupRecord> {
        self.records
            .iter()
            .filter_map(|(_, r)| match r {
                Record::Group(g) | Record::Patch(g) => Some(g),
                _ => None,
            })
            .collect()
    }

    pub fn count(&self, what: &str) -> u64 {
        self.summary.counts.get(what).copied().unwrap_or(0)
    }

    pub fn reason(&self, line: u64) -> &str {
        let found = self.left_out.iter().find(|l| l.line == line);
        found.map_or_else(|| panic!("line {line} is not left out: {:?}", self.left_out), |l| &l.reason)
    }
}

pub fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A file of the saved registers; None, with a message, where they are not at hand.
pub fn register(path: &str) -> Option<PathBuf> {
    let file = here("../../../../shared/registers").join(path);
    if !file.exists() {
        // Past the test runner's own catching of what tests print.
        let _ = writeln!(std::io::stderr(), "skipped: ../shared/registers/{path} is not here");
        return None;
    }
    Some(file)
}

pub fn read_all(path: &Path, options: &Options) -> Result<Outcome, ImportError> {
    let lists = Lists::new();
    let (mut records, mut left_out) = (Vec::new(), Vec::new());
    let summary = read(path, &lists.known(), options, &mut |_| Flow::Continue, &mut |each| {
        match each {
            Read::Record { line, record } => records.push((line, record)),
            Read::LeftOut(row) => left_out.push(row),
        }
        Ok(())
    })?;
    assert_eq!(summary.records, records.len() as u64);
    assert_eq!(summary.left_out, left_out.len() as u64);
    Ok(Outcome { summary, records, left_out })
}

/// A folder for one test, and a file in it.
pub fn file(name: &str, bytes: impl AsRef<[u8]>) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

pub fn read_text(name: &str, bytes: impl AsRef<[u8]>, options: &Options) -> Result<Outcome, ImportError> {
    let (_folder, path) = file(name, bytes);
    read_all(&path, options)
}

/// The message that reading these bytes ends with.
pub fn refusal(name: &str, bytes: impl AsRef<[u8]>) -> String {
    match read_text(name, bytes, &Options::default()) {
        Err(error) => error.to_string(),
        Ok(read) => panic!("read as {:?}", read.summary),
    }
}

pub fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook whose cells are these texts; those that begin with `#` are written as numbers.
pub fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (r, row) in rows.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            let (r, c) = (u32::try_from(r).unwrap(), u16::try_from(c).unwrap());
            match cell.strip_prefix('#') {
                Some(number) => sheet.write_number(r, c, number.parse::<f64>().unwrap()).unwrap(),
                None => sheet.write_string(r, c, *cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

//! Reading a file to the end.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use jiff::civil::Date;
use takeup_domain::record::{LeftOut, Record};

use crate::charity;
use crate::error::{ImportError, SinkError};
use crate::file::sha256;
use crate::format::Format;
use crate::known::Known;
use crate::mapping::Options;
use crate::outcome::{Flow, Progress, Read, Summary};
use crate::recognise::{choose, edition};
use crate::rows::{Opened, Row, with_rows};
use crate::table::{self, Lookups};

/// Rows between two calls of `progress`.
const PACE: u64 = 2_000;
/// Distinct things counted, at most.
const MOST_COUNTS: usize = 2_000;

/// What becomes of a row.
#[expect(clippy::large_enum_variant, reason = "handed on at once, never stored: a box would only cost time")]
pub(crate) enum Verdict {
    /// It is a record.
    Keep(Record),
    /// It is left out, for this reason.
    Leave(String),
    /// It says nothing that Takeup uses.
    Pass,
}

/// Turns the rows of one format into records.
pub(crate) trait Interpret {
    /// Reads one row.
    fn row(&mut self, row: &Row, tally: &mut Tally) -> Verdict;
    /// Fewest and most cells of a sound row.
    fn widths(&self) -> (usize, usize);
    /// What a row is about, for the list of those left out.
    fn about(&self, row: &Row) -> String {
        row.gist()
    }
}

/// Numbers kept while reading.
#[derive(Default)]
pub(crate) struct Tally {
    counts: std::collections::BTreeMap<String, u64>,
    label: String,
}

impl Tally {
    /// Counts one more of `what`, such as `status: ` and `Removed`.
    pub(crate) fn add(&mut self, what: &str, value: &str) {
        self.label.clear();
        self.label.push_str(what);
        self.label.push_str(value);
        if let Some(count) = self.counts.get_mut(&self.label) {
            *count += 1;
        } else if self.counts.len() < MOST_COUNTS {
            self.counts.insert(self.label.clone(), 1);
        } else {
            *self.counts.entry("other".into()).or_default() += 1;
        }
    }
}

/// Keys met before, by their hash.
#[derive(Default)]
pub(crate) struct Seen(HashSet<u64>);

impl Seen {
    /// Whether it is new; remembers it.
    pub(crate) fn is_new(&mut self, key: impl Hash) -> bool {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        self.0.insert(hasher.finish())
    }
}

/// Reads a file, handing each record and each row left out to `sink`.
///
/// `progress` is called about every 2,000 rows, and may stop the reading.
///
/// # Errors
/// When the file as a whole cannot be read, when `progress` says stop, and when `sink` fails.
pub fn read(
    path: &Path,
    known: &Known,
    options: &Options,
    progress: &mut dyn FnMut(Progress) -> Flow,
    sink: &mut dyn FnMut(Read) -> Result<(), SinkError>,
) -> Result<Summary, ImportError> {
    let sha256 = match &options.sha256 {
        Some(known) => known.clone(),
        None => sha256(path)?,
    };
    let lookups = Lookups::new(*known);
    with_rows(path, |opened, rest| {
        let (format, mapping) = choose(&opened, &lookups, options)?;
        let interpreter: Box<dyn Interpret> = match &format {
            Format::CharityEw(charity) => {
                charity::interpreter(charity, &opened.header, &lookups.places, options.include_linked)
            }
            Format::Table(kind) => Box::new(table::own(*kind, &opened, &lookups, options)?),
            Format::Mapped => match &mapping {
                Some(mapping) => Box::new(table::mapped(mapping, &opened, &lookups, options)?),
                None => return Err(unrecognised(&opened)),
            },
        };
        let edition = edition(&opened);
        let mut run = Run {
            opened: &opened,
            interpreter,
            tally: Tally::default(),
            rows: 0,
            records: 0,
            left_out: 0,
            progress,
            sink,
        };
        run.report()?;
        for row in &opened.first {
            run.row(row)?;
        }
        rest(&mut |row| run.row(row))?;
        run.report()?;
        Ok(run.summary(format, sha256, edition))
    })
}

/// No format and no mapping fits.
pub(crate) fn unrecognised(opened: &Opened) -> ImportError {
    ImportError::Unrecognised { file: opened.file.clone(), columns: opened.header.listed() }
}

struct Run<'r> {
    opened: &'r Opened,
    interpreter: Box<dyn Interpret + 'r>,
    tally: Tally,
    rows: u64,
    records: u64,
    left_out: u64,
    progress: &'r mut dyn FnMut(Progress) -> Flow,
    sink: &'r mut dyn FnMut(Read) -> Result<(), SinkError>,
}

impl Run<'_> {
    fn report(&mut self) -> Result<(), ImportError> {
        let bytes = self.opened.meter.total().min(self.opened.bytes);
        let total_bytes = (!self.opened.workbook).then_some(self.opened.bytes);
        match (self.progress)(Progress { rows: self.rows, bytes, total_bytes }) {
            Flow::Continue => Ok(()),
            Flow::Cancel => Err(ImportError::Cancelled { file: self.opened.file.clone(), rows: self.rows }),
        }
    }

    fn row(&mut self, row: &Row) -> Result<(), ImportError> {
        if row.is_blank() {
            return Ok(());
        }
        self.rows += 1;
        if self.rows.is_multiple_of(PACE) {
            self.report()?;
        }
        let (fewest, most) = self.interpreter.widths();
        let cells = row.cells.len();
        let verdict = if cells < fewest || cells > most && (most..cells).any(|at| !row.at(at).is_empty()) {
            Verdict::Leave(format!("it has {cells} cells, and the header has {most}"))
        } else {
            self.interpreter.row(row, &mut self.tally)
        };
        let line = row.line;
        match verdict {
            Verdict::Keep(record) => {
                self.records += 1;
                (self.sink)(Read::Record { line, record }).map_err(ImportError::Sink)
            }
            Verdict::Leave(reason) => {
                self.left_out += 1;
                (self.sink)(Read::LeftOut(LeftOut { line, reason, what: self.interpreter.about(row) }))
                    .map_err(ImportError::Sink)
            }
            Verdict::Pass => Ok(()),
        }
    }

    fn summary(self, format: Format, sha256: String, edition: Option<Date>) -> Summary {
        let Run { rows, records, left_out, tally, .. } = self;
        Summary { format, rows, records, left_out, sha256, edition, counts: tally.counts }
    }
}

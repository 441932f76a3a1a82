//! CSV and its relatives.

use std::io::{Chain, Read};

use super::{Row, Rows};
use crate::error::ImportError;
use crate::file::Meter;

/// Cells between delimiters, quoted where needed.
pub(super) struct Delimited<R> {
    file: String,
    packed: bool,
    reader: csv::Reader<Chain<R, &'static [u8]>>,
    meter: Meter,
}

impl<R: Read> Delimited<R> {
    pub(super) fn new(file: String, packed: bool, input: R, meter: Meter, delimiter: u8, end: u8) -> Self {
        let reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .terminator(csv::Terminator::Any(end))
            .flexible(true)
            .has_headers(false)
            .buffer_capacity(128 * 1024)
            .from_reader(input.chain(&b"\n"[..]));
        Delimited { file, packed, reader, meter }
    }
}

impl<R: Read> Rows for Delimited<R> {
    fn next(&mut self, row: &mut Row) -> Result<bool, ImportError> {
        let begins = self.reader.position().line();
        let more = self.reader.read_record(&mut row.cells);
        self.meter.record_done();
        // The reader stands after the record's line end: what it counts before a record leaves blank lines out.
        let within = row.cells.as_slice().bytes().filter(|b| *b == b'\n').count() as u64;
        row.line = self.reader.position().line().saturating_sub(1 + within).max(1);
        more.map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(e) => ImportError::reading(&self.file, begins, self.packed, e),
            csv::ErrorKind::Utf8 { pos, .. } => {
                let line = pos.map_or(begins, |p| p.line());
                ImportError::BadText { file: self.file.clone(), line, encoding: "UTF-8" }
            }
            other => {
                let source = std::io::Error::other(format!("{other:?}"));
                ImportError::Broken { file: self.file.clone(), source }
            }
        })
    }
}

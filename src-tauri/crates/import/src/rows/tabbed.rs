//! Tab-separated text without quoting, one record a line.

use std::io::{BufRead, BufReader, Read};

use super::{Row, Rows};
use crate::error::ImportError;
use crate::file::Meter;

/// The public extract of the Charity Commission as TXT. A line end within a record shows as a line that begins
/// with a tab, and is taken for that tab.
pub(super) struct Tabbed<R> {
    file: String,
    packed: bool,
    input: BufReader<R>,
    meter: Meter,
    line: u64,
    columns: usize,
    buffer: Vec<u8>,
}

impl<R: Read> Tabbed<R> {
    pub(super) fn new(file: String, packed: bool, input: R, meter: Meter) -> Self {
        let input = BufReader::with_capacity(128 * 1024, input);
        Tabbed { file, packed, input, meter, line: 0, columns: 0, buffer: Vec::new() }
    }

    /// Adds the next line to the buffer, without its end.
    fn take_line(&mut self) -> std::io::Result<bool> {
        if self.input.read_until(b'\n', &mut self.buffer)? == 0 {
            return Ok(false);
        }
        self.line += 1;
        while matches!(self.buffer.last(), Some(b'\n' | b'\r')) {
            self.buffer.pop();
        }
        Ok(true)
    }

    fn take_record(&mut self) -> std::io::Result<bool> {
        self.buffer.clear();
        if !self.take_line()? {
            return Ok(false);
        }
        while self.columns > 0 && self.input.fill_buf()?.first() == Some(&b'\t') {
            self.take_line()?;
        }
        self.meter.record_done();
        Ok(true)
    }
}

impl<R: Read> Rows for Tabbed<R> {
    fn next(&mut self, row: &mut Row) -> Result<bool, ImportError> {
        let begins = self.line + 1;
        let taken =
            self.take_record().map_err(|e| ImportError::reading(&self.file, begins, self.packed, e))?;
        if !taken {
            return Ok(false);
        }
        row.line = begins;
        row.cells.clear();
        let Ok(text) = std::str::from_utf8(&self.buffer) else {
            return Err(ImportError::BadText { file: self.file.clone(), line: begins, encoding: "UTF-8" });
        };
        for cell in text.split('\t') {
            row.cells.push_field(cell);
        }
        if self.columns == 0 {
            self.columns = row.cells.len();
        } else if row.cells.len() > self.columns && text.contains("\\\t") {
            // Only where the row is too long is a backslash before a tab taken to make it part of the cell.
            row.cells.clear();
            for cell in text.replace("\\\t", "\u{1}").split('\t') {
                row.cells.push_field(&cell.replace('\u{1}', " "));
            }
        }
        Ok(true)
    }
}

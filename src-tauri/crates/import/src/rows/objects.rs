//! JSON: one list of flat objects, taken one by one.

use std::fmt;
use std::io::{BufRead, BufReader, Read};

use serde::de::DeserializeSeed;

use super::flat::Flat;
use super::{Row, Rows};
use crate::error::ImportError;
use crate::file::Meter;

/// No object is longer.
const MOST_OBJECT: usize = 1 << 20;

/// A JSON list of objects. The first object's names are the header; the others are put in its order.
pub(super) struct Objects<R> {
    file: String,
    packed: bool,
    input: BufReader<R>,
    meter: Meter,
    record: u64,
    names: Vec<String>,
    cells: Vec<String>,
    header_given: bool,
    buffer: Vec<u8>,
}

impl<R: Read> Objects<R> {
    pub(super) fn new(file: String, packed: bool, input: R, meter: Meter) -> Self {
        let input = BufReader::with_capacity(128 * 1024, input);
        let (names, cells, buffer) = (Vec::new(), Vec::new(), Vec::new());
        Objects { file, packed, input, meter, record: 0, names, cells, header_given: false, buffer }
    }

    fn wrong(&self, detail: impl fmt::Display) -> ImportError {
        ImportError::Json { file: self.file.clone(), record: self.record.max(1), detail: detail.to_string() }
    }

    fn io(&self, error: std::io::Error) -> ImportError {
        ImportError::reading(&self.file, self.record, self.packed, error)
    }

    /// The next byte that is not white space, left in place.
    fn peek(&mut self) -> Result<Option<u8>, ImportError> {
        loop {
            let chunk = match self.input.fill_buf() {
                Ok(chunk) => chunk,
                Err(e) => return Err(ImportError::reading(&self.file, self.record, self.packed, e)),
            };
            if chunk.is_empty() {
                return Ok(None);
            }
            if let Some(at) = chunk.iter().position(|b| !b.is_ascii_whitespace()) {
                let byte = chunk[at];
                self.input.consume(at);
                return Ok(Some(byte));
            }
            let n = chunk.len();
            self.input.consume(n);
            self.meter.record_done();
        }
    }

    /// Puts the next object's text in the buffer; false at the end of the list.
    fn take_object(&mut self) -> Result<bool, ImportError> {
        let opening = self.record == 0;
        self.record += 1;
        match self.peek()? {
            Some(b'[') if opening => self.input.consume(1),
            Some(b',') if !opening => self.input.consume(1),
            Some(b']') if !opening => return Ok(false),
            None => return Err(self.wrong("it ends in the middle")),
            Some(_) => {
                return Err(self.wrong(if opening { "it is not a list" } else { "a comma is missing" }));
            }
        }
        match self.peek()? {
            Some(b'{') => {}
            Some(b']') => return Ok(false),
            None => return Err(self.wrong("it ends in the middle")),
            Some(_) => return Err(self.wrong("something in the list is not an object")),
        }
        self.buffer.clear();
        let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
        loop {
            let chunk = match self.input.fill_buf() {
                Ok(chunk) => chunk,
                Err(e) => return Err(self.io(e)),
            };
            if chunk.is_empty() {
                return Err(self.wrong("it ends in the middle"));
            }
            let mut end = None;
            for (at, byte) in chunk.iter().enumerate() {
                match byte {
                    _ if escaped => escaped = false,
                    b'\\' if quoted => escaped = true,
                    b'"' => quoted = !quoted,
                    b'{' | b'[' if !quoted => depth += 1,
                    b'}' | b']' if !quoted => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    end = Some(at + 1);
                    break;
                }
            }
            let n = end.unwrap_or(chunk.len());
            self.buffer.extend_from_slice(&chunk[..n]);
            self.input.consume(n);
            if self.buffer.len() > MOST_OBJECT {
                return Err(ImportError::LongRecord { file: self.file.clone(), line: self.record });
            }
            if end.is_some() {
                self.meter.record_done();
                return Ok(true);
            }
        }
    }
}

impl<R: Read> Rows for Objects<R> {
    fn next(&mut self, row: &mut Row) -> Result<bool, ImportError> {
        row.cells.clear();
        if self.record > 0 && !self.header_given {
            // The first call gave the header, the second gives the object it came from.
            self.header_given = true;
        } else {
            if !self.take_object()? {
                return Ok(false);
            }
            let seed = Flat { names: &mut self.names, cells: &mut self.cells, first: self.record == 1 };
            let mut text = serde_json::Deserializer::from_slice(&self.buffer);
            let parsed = seed.deserialize(&mut text).and_then(|()| text.end());
            parsed.map_err(|e| self.wrong(e))?;
            if self.record == 1 {
                row.line = 1;
                row.cells.extend(&self.names);
                return Ok(true);
            }
        }
        row.line = self.record;
        row.cells.extend(&self.cells);
        Ok(true)
    }
}

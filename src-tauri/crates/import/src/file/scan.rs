//! One cheap pass over the text before any of it is kept: how it is written, and whether it is text at all.

use std::io::Read;

use super::decode::decoded;
use crate::error::ImportError;

/// Bytes looked at in one go, and kept as the head.
const CHUNK: usize = 64 * 1024;
/// No line of a table is longer.
const MOST_LINE: usize = 1 << 20;

/// How text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf8Bom,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

impl Encoding {
    /// The name shown.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf8Bom => "UTF-8 with byte order mark",
            Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
            Encoding::Windows1252 => "windows-1252",
        }
    }
}

/// What the pass found.
pub(crate) struct Scan {
    pub(crate) encoding: Encoding,
    /// The first 64 KiB as UTF-8.
    pub(crate) head: String,
    /// A JSON text.
    pub(crate) json: bool,
}

/// Reads everything once.
pub(crate) fn scan(file: &str, packed: bool, input: &mut dyn Read) -> Result<Scan, ImportError> {
    let mut chunk = vec![0; CHUNK];
    let n = fill(input, &mut chunk).map_err(|e| ImportError::reading(file, 1, packed, e))?;
    let marked = mark(&chunk[..n]);
    let mut pass = Pass::new(file, packed, marked);
    if let Some(encoding @ (Encoding::Utf16Le | Encoding::Utf16Be)) = marked {
        let first = chunk[2..n].to_vec();
        let mut text = decoded(encoding, first.as_slice().chain(input));
        let mut out = vec![0; CHUNK];
        let n = fill(&mut text, &mut out).map_err(|e| ImportError::reading(file, 1, packed, e))?;
        let head = out[..n].to_vec();
        pass.run(out, n, &mut text)?;
        return pass.finish(head, encoding);
    }
    let skip = if marked.is_some() { 3 } else { 0 };
    chunk.drain(..skip);
    let head = chunk[..n - skip].to_vec();
    pass.run(chunk, n - skip, input)?;
    pass.finish(head, marked.unwrap_or(Encoding::Utf8))
}

fn mark(head: &[u8]) -> Option<Encoding> {
    match head {
        [0xEF, 0xBB, 0xBF, ..] => Some(Encoding::Utf8Bom),
        [0xFF, 0xFE, ..] => Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Fills the buffer as far as the input goes.
fn fill(input: &mut dyn Read, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut have = 0;
    while have < buffer.len() {
        match input.read(&mut buffer[have..]) {
            Ok(0) => break,
            Ok(n) => have += n,
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(have)
}

struct Pass<'f> {
    file: &'f str,
    packed: bool,
    marked: Option<Encoding>,
    json: bool,
    line: u64,
    line_bytes: usize,
    carry: Vec<u8>,
    multibyte: usize,
    invalid: usize,
    first_bad: u64,
}

impl<'f> Pass<'f> {
    fn new(file: &'f str, packed: bool, marked: Option<Encoding>) -> Self {
        let (json, line, line_bytes, carry, multibyte, invalid, first_bad) =
            (false, 1, 0, Vec::new(), 0, 0, 0);
        Pass { file, packed, marked, json, line, line_bytes, carry, multibyte, invalid, first_bad }
    }

    fn run(&mut self, mut chunk: Vec<u8>, mut n: usize, input: &mut dyn Read) -> Result<(), ImportError> {
        let begins = chunk[..n].iter().find(|b| !b.is_ascii_whitespace());
        self.json = matches!(begins, Some(b'[' | b'{'));
        while n > 0 {
            self.check(&chunk[..n])?;
            chunk.resize(CHUNK, 0);
            n = fill(input, &mut chunk)
                .map_err(|e| ImportError::reading(self.file, self.line, self.packed, e))?;
        }
        if !self.carry.is_empty() {
            self.note_bad(self.line);
        }
        Ok(())
    }

    fn check(&mut self, chunk: &[u8]) -> Result<(), ImportError> {
        let file = || self.file.to_owned();
        if chunk.contains(&0) {
            let at = chunk.iter().position(|b| *b == 0).unwrap_or(0);
            return Err(ImportError::NulByte { file: file(), line: self.line + ends(&chunk[..at]) });
        }
        let is_end = |b: &u8| *b == b'\n' || *b == b'\r';
        let first = chunk.iter().position(is_end);
        if !self.json && self.line_bytes + first.unwrap_or(chunk.len()) > MOST_LINE {
            return Err(ImportError::LongLine { file: file(), line: self.line });
        }
        self.line_bytes = match chunk.iter().rposition(is_end) {
            Some(last) => chunk.len() - last - 1,
            None => self.line_bytes + chunk.len(),
        };
        if self.carry.is_empty() && chunk.is_ascii() {
            self.line += ends(chunk);
            return Ok(());
        }
        self.check_text(chunk);
        self.line += ends(chunk);
        Ok(())
    }

    /// Counts what is and what is not UTF-8 beyond ASCII.
    fn check_text(&mut self, chunk: &[u8]) {
        let mut joined = std::mem::take(&mut self.carry);
        joined.extend_from_slice(chunk);
        let mut rest = joined.as_slice();
        loop {
            match std::str::from_utf8(rest) {
                Ok(good) => {
                    self.multibyte += starts(good.as_bytes());
                    return;
                }
                Err(error) => {
                    let (good, bad) = rest.split_at(error.valid_up_to());
                    self.multibyte += starts(good);
                    match error.error_len() {
                        None => {
                            self.carry = bad.to_vec();
                            return;
                        }
                        Some(n) => {
                            let before = joined.len() - bad.len();
                            self.note_bad(self.line + ends(&joined[..before]));
                            rest = &bad[n..];
                        }
                    }
                }
            }
        }
    }

    fn note_bad(&mut self, line: u64) {
        if self.invalid == 0 {
            self.first_bad = line;
        }
        self.invalid += 1;
    }

    fn finish(self, head: Vec<u8>, encoding: Encoding) -> Result<Scan, ImportError> {
        // Text that is UTF-8 but for a few bytes is a damaged file; read as windows-1252 its names would be garbled.
        let encoding = match (self.invalid, self.marked) {
            (0, _) => encoding,
            (bad, None) if self.multibyte <= bad => Encoding::Windows1252,
            _ => {
                let (file, line) = (self.file.to_owned(), self.first_bad);
                return Err(ImportError::BadText { file, line, encoding: "UTF-8" });
            }
        };
        let head = match encoding {
            Encoding::Windows1252 => {
                encoding_rs::WINDOWS_1252.decode_without_bom_handling(&head).0.into_owned()
            }
            _ => String::from_utf8_lossy(&head).trim_end_matches('\u{FFFD}').to_owned(),
        };
        Ok(Scan { encoding, head, json: self.json })
    }
}

/// Line ends in the bytes.
fn ends(bytes: &[u8]) -> u64 {
    bytes.iter().map(|b| u64::from(*b == b'\n')).sum()
}

/// Characters beyond ASCII that begin in the bytes.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b >= 0xC0).count()
}

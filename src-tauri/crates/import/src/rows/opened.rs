//! A file opened as a header and the rows under it.

use std::io::{self, Read};
use std::path::Path;

use super::delimited::Delimited;
use super::objects::Objects;
use super::shape::{Shape, shape};
use super::tabbed::Tabbed;
use super::workbook::Workbook;
use super::{Row, Rows};
use crate::error::ImportError;
use crate::file::{Body, Encoding, Meter, Metered, Scan, Source, decoded, scan};
use crate::header::Header;
use crate::identify::names_a_format;

/// Rows looked at before a format is chosen, at most.
const FIRST_ROWS: usize = 2_000;
/// Cell bytes of those, at most.
const FIRST_BYTES: usize = 4 << 20;

/// A file with its header found and its first rows at hand.
pub(crate) struct Opened {
    /// Name for messages.
    pub(crate) file: String,
    /// How its text is written.
    pub(crate) encoding: &'static str,
    /// Names inside a zip.
    pub(crate) members: Vec<String>,
    /// Size, unpacked.
    pub(crate) bytes: u64,
    /// The header.
    pub(crate) header: Header,
    /// The rows that follow it, as far as they were read to choose.
    pub(crate) first: Vec<Row>,
    /// A workbook, where a bare number may be a date.
    pub(crate) workbook: bool,
    /// Bytes read so far.
    pub(crate) meter: Meter,
}

/// Hands on the rows after the first ones, each in turn, to a closure.
pub(crate) type Rest<'r> =
    dyn FnMut(&mut dyn FnMut(&Row) -> Result<(), ImportError>) -> Result<(), ImportError> + 'r;

/// Opens a file and hands on what it holds: the beginning, and a way to run through the rest.
pub(crate) fn with_rows<T>(
    path: &Path,
    take: impl FnOnce(Opened, &mut Rest<'_>) -> Result<T, ImportError>,
) -> Result<T, ImportError> {
    let source = Source::open(path)?;
    let found = source.body(|body| match body {
        Body::Text(input, packed) => scan(&source.file, packed, input).map(Some),
        Body::Workbook(_) => Ok(None),
    })?;
    source.body(|body| match (body, found) {
        (Body::Text(input, packed), Some(found)) => text(&source, &found, packed, input, take),
        (Body::Text(..), None) => Err(ImportError::Empty { file: source.file.clone() }),
        (Body::Workbook(input), _) => sheet(&source, Workbook::open(&source.file, input)?, take),
    })
}

fn text<T>(
    source: &Source,
    found: &Scan,
    packed: bool,
    input: &mut dyn Read,
    take: impl FnOnce(Opened, &mut Rest<'_>) -> Result<T, ImportError>,
) -> Result<T, ImportError> {
    let skip = match found.encoding {
        Encoding::Utf8Bom => 3,
        Encoding::Utf16Le | Encoding::Utf16Be => 2,
        Encoding::Utf8 | Encoding::Windows1252 => 0,
    };
    io::copy(&mut (&mut *input).take(skip), &mut io::sink())
        .map_err(|e| ImportError::reading(&source.file, 1, packed, e))?;
    let meter = Meter::default();
    let input = decoded(found.encoding, Metered::new(input, meter.clone()));
    let (file, pace) = (source.file.clone(), meter.clone());
    let mut rows: Box<dyn Rows> = match shape(&found.head, found.json) {
        Shape::Tabbed => Box::new(Tabbed::new(file, packed, input, pace)),
        Shape::Delimited(mark, end) => Box::new(Delimited::new(file, packed, input, pace, mark, end)),
        Shape::Objects => Box::new(Objects::new(file, packed, input, pace)),
    };
    let mut first = Vec::new();
    let mut row = Row::default();
    let mut held = 0;
    while first.len() < FIRST_ROWS && held < FIRST_BYTES && rows.next(&mut row)? {
        held += row.cells.as_slice().len();
        first.push(row.clone());
    }
    let opened = opened(source, found.encoding.name(), first, false, meter)?;
    take(opened, &mut |each| {
        while rows.next(&mut row)? {
            each(&row)?;
        }
        Ok(())
    })
}

fn sheet<T>(
    source: &Source,
    mut book: Workbook,
    take: impl FnOnce(Opened, &mut Rest<'_>) -> Result<T, ImportError>,
) -> Result<T, ImportError> {
    let mut chosen: Option<(String, Vec<Row>)> = None;
    for name in book.sheets() {
        let mut first: Vec<Row> = Vec::new();
        let mut held = 0;
        book.rows(&name, |row| {
            held += row.cells.as_slice().len();
            first.push(row.clone());
            Ok(first.len() < FIRST_ROWS && held < FIRST_BYTES)
        })?;
        let tells = first.iter().take(10).any(|row| names_a_format(&Header::of(row)));
        if tells || chosen.is_none() && first.iter().any(|row| !row.is_blank()) {
            chosen = Some((name, first));
        }
        if tells {
            break;
        }
    }
    let Some((name, first)) = chosen else {
        return Err(ImportError::Empty { file: source.file.clone() });
    };
    let seen = first.len();
    let opened = opened(source, "XLSX", first, true, Meter::default())?;
    take(opened, &mut |each| {
        let mut at = 0;
        book.rows(&name, |row| {
            at += 1;
            if at > seen {
                each(row)?;
            }
            Ok(true)
        })
    })
}

/// Finds the header among the first rows: the first that tells a format, else the first with two cells filled.
fn opened(
    source: &Source,
    encoding: &'static str,
    mut first: Vec<Row>,
    workbook: bool,
    meter: Meter,
) -> Result<Opened, ImportError> {
    let file = source.file.clone();
    let filled = |row: &Row| row.cells.iter().filter(|c| !c.trim().is_empty()).count();
    let tells = first.iter().take(10).position(|row| names_a_format(&Header::of(row)));
    let at = tells
        .or_else(|| first.iter().take(10).position(|row| filled(row) > 1))
        .or_else(|| first.iter().position(|row| filled(row) > 0));
    let Some(at) = at else { return Err(ImportError::Empty { file }) };
    let rest = first.split_off(at + 1);
    let header = Header::of(&first[at]);
    header.check(&file)?;
    Ok(Opened {
        file,
        encoding,
        members: source.members.clone(),
        bytes: source.bytes,
        header,
        first: rest,
        workbook,
        meter,
    })
}

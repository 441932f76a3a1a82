//! Saying what a file is, before any of it is kept.

use std::path::Path;

use jiff::civil::Date;

use crate::dates;
use crate::error::ImportError;
use crate::format::{CharityTable, Format};
use crate::guess;
use crate::identify::identify;
use crate::known::Known;
use crate::mapping::{Mapping, Options};
use crate::outcome::Recognised;
use crate::read::unrecognised;
use crate::rows::{Opened, with_rows};
use crate::table::Lookups;

/// Rows shown as a sample.
const SAMPLE: usize = 5;

/// Says what a file is, by its columns. Its name plays no part.
///
/// # Errors
/// When it is not a table, is damaged or hostile, or when neither a format nor a mapping fits its columns.
pub fn recognise(path: &Path, known: &Known, options: &Options) -> Result<Recognised, ImportError> {
    let lookups = Lookups::new(*known);
    with_rows(path, |opened, _| {
        let (format, mapping) = choose(&opened, &lookups, options)?;
        let edition = edition(&opened);
        let sample = sample(&opened, &format);
        let Opened { encoding, members, bytes, header, .. } = opened;
        Ok(Recognised { format, encoding, members, header: header.shown, sample, mapping, bytes, edition })
    })
}

/// The format to read as: what the person says, else what the columns say, else a guessed mapping.
pub(crate) fn choose(
    opened: &Opened,
    lookups: &Lookups<'_>,
    options: &Options,
) -> Result<(Format, Option<Mapping>), ImportError> {
    if let Some(mapping) = &options.mapping {
        return Ok((Format::Mapped, Some(mapping.clone())));
    }
    if let Some(kind) = options.force {
        return Ok((Format::Table(kind), None));
    }
    if let Some(format) = identify(&opened.header) {
        return Ok((format, None));
    }
    match guess::mapping(opened, lookups) {
        Some(mapping) => Ok((Format::Mapped, Some(mapping))),
        None => Err(unrecognised(opened)),
    }
}

/// The day of extract that the first row gives.
pub(crate) fn edition(opened: &Opened) -> Option<Date> {
    let at = opened.header.find("date of extract")?;
    opened.first.iter().find_map(|row| dates::parse(row.at(at), opened.workbook)?.day())
}

/// The first rows, without what is personal.
fn sample(opened: &Opened, format: &Format) -> Vec<Vec<String>> {
    if matches!(format, Format::CharityEw(CharityTable::Other(_))) {
        return Vec::new();
    }
    let cell = |row: &crate::rows::Row, at: usize| {
        if opened.header.is_personal(at) { String::new() } else { crate::values::short(row.at(at)) }
    };
    let columns = opened.header.shown.len();
    let rows = opened.first.iter().filter(|row| !row.is_blank()).take(SAMPLE);
    rows.map(|row| (0..columns).map(|at| cell(row, at)).collect()).collect()
}

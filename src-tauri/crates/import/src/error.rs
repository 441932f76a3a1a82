//! What can go wrong with a whole file. Each message says what, where and what to do next.

use std::io;

use thiserror::Error;

use crate::file::Breach;

/// Why a file was not read.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The file is not there or may not be read.
    #[error("{file} could not be opened: {source}. Check that it exists and that you may read it.")]
    Open {
        /// The file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// Reading stopped half-way.
    #[error("{file} could not be read to the end: {source}. Copy it to this computer and try again.")]
    Broken {
        /// The file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// A folder was given.
    #[error("{file} is a folder. Choose one file in it.")]
    Folder {
        /// The folder.
        file: String,
    },
    /// Nothing in it.
    #[error("{file} is empty. Download or save it again.")]
    Empty {
        /// The file.
        file: String,
    },
    /// A picture, a PDF, a web page …
    #[error("{file} is {what}, not a table. {next}")]
    NotATable {
        /// The file.
        file: String,
        /// What it is.
        what: &'static str,
        /// What to do.
        next: &'static str,
    },
    /// A zip or workbook that is cut short or damaged.
    #[error("{file} is damaged or was not downloaded to the end ({detail}). Download it again.")]
    Damaged {
        /// The file.
        file: String,
        /// What was found.
        detail: String,
    },
    /// A zip that needs a password or a method that is not read.
    #[error("{file} cannot be unpacked here ({detail}). Unpack it yourself and choose the file inside.")]
    Locked {
        /// The file.
        file: String,
        /// What was found.
        detail: String,
    },
    /// A zip without a table.
    #[error(
        "{file} holds no table (inside: {members}). Choose a zip with a CSV, TXT, JSON or XLSX file in it."
    )]
    NothingInside {
        /// The file.
        file: String,
        /// What is inside.
        members: String,
    },
    /// A zip with several tables.
    #[error("{file} holds several tables: {members}. Unpack it and choose one of them.")]
    SeveralInside {
        /// The file.
        file: String,
        /// What is inside.
        members: String,
    },
    /// A zip that would unpack to far more than it should.
    #[error("{file} is refused: {why}. A register never does that; get the file from its publisher again.")]
    TooMuchInside {
        /// The file.
        file: String,
        /// What was found.
        why: String,
    },
    /// A NUL byte.
    #[error(
        "{file}, line {line}: a NUL byte, so this is not plain text. If it is a table, save it again as CSV UTF-8."
    )]
    NulByte {
        /// The file.
        file: String,
        /// The line.
        line: u64,
    },
    /// A line over the limit.
    #[error(
        "{file}, line {line}: longer than 1 MiB, so this is not a table of rows. Save it again as CSV, one row a line."
    )]
    LongLine {
        /// The file.
        file: String,
        /// The line.
        line: u64,
    },
    /// A record over the limit.
    #[error(
        "{file}, line {line}: the record that begins here does not end. Look for a quotation mark or bracket that is never closed."
    )]
    LongRecord {
        /// The file.
        file: String,
        /// The line where the record begins.
        line: u64,
    },
    /// Text that is neither UTF-8 nor windows-1252.
    #[error(
        "{file}, line {line}: not valid {encoding}, as the rest of the file is. Save it again as CSV UTF-8."
    )]
    BadText {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// How the rest is written.
        encoding: &'static str,
    },
    /// More columns than any table has.
    #[error(
        "{file}, line {line}: {count} columns, and Takeup reads at most 2,000. Save only the columns you need."
    )]
    TooManyColumns {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// How many.
        count: usize,
    },
    /// Two columns of one name.
    #[error(
        "{file}, line {line}: columns {first} and {second} are both called \"{name}\". Rename or delete one of them."
    )]
    DuplicateColumns {
        /// The file.
        file: String,
        /// The line of the header.
        line: u64,
        /// The name.
        name: String,
        /// Position of the first, from 1.
        first: usize,
        /// Position of the second.
        second: usize,
    },
    /// No format and no mapping fits.
    #[error(
        "{file}: the columns do not tell what this is ({columns}). Say which column is which (a mapping), or copy the rows into a Takeup template."
    )]
    Unrecognised {
        /// The file.
        file: String,
        /// The columns seen.
        columns: String,
    },
    /// A Takeup table without a column it needs.
    #[error(
        "{file}: a table of {kind} needs the column {missing}; it has {columns}. Add it, or start from the template."
    )]
    MissingColumns {
        /// The file.
        file: String,
        /// What the table holds.
        kind: &'static str,
        /// What is missing.
        missing: String,
        /// The columns seen.
        columns: String,
    },
    /// A mapping that does not fit the file.
    #[error("{file}: the mapping does not fit: {detail}. The columns are {columns}.")]
    BadMapping {
        /// The file.
        file: String,
        /// What is wrong.
        detail: String,
        /// The columns seen.
        columns: String,
    },
    /// Rows of no area.
    #[error("{file}: no column says which area the rows are of. Give the area of the whole file.")]
    AreaNeeded {
        /// The file.
        file: String,
    },
    /// An area that is not in the list.
    #[error(
        "The area \"{value}\" is not one Takeup knows{similar}. Give its GSS code or the council's name."
    )]
    UnknownArea {
        /// What was given.
        value: String,
        /// Names like it, as words.
        similar: String,
    },
    /// JSON that does not parse.
    #[error("{file}, record {record}: not JSON of one list of flat records ({detail}). Download it again.")]
    Json {
        /// The file.
        file: String,
        /// Number of the record, from 1.
        record: u64,
        /// What was found.
        detail: String,
    },
    /// The caller said stop.
    #[error(
        "Reading {file} was stopped after {rows} rows. Nothing of it need be kept; start again when ready."
    )]
    Cancelled {
        /// The file.
        file: String,
        /// Rows read until then.
        rows: u64,
    },
    /// The caller could not take a record.
    #[error("What was read could not be kept: {0}")]
    Sink(#[source] SinkError),
}

/// Why the caller could not take a record.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct SinkError(Box<dyn std::error::Error + Send + Sync>);

impl SinkError {
    /// Wraps what stopped the caller: an error or a text.
    pub fn new(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        SinkError(error.into())
    }
}

impl ImportError {
    /// Turns an error of reading at `line` into words, whatever layer raised it.
    pub(crate) fn reading(file: &str, line: u64, packed: bool, source: io::Error) -> Self {
        let file = file.to_owned();
        match source.get_ref().and_then(|inner| inner.downcast_ref::<Breach>()) {
            Some(Breach::LongRecord) => return ImportError::LongRecord { file, line },
            Some(breach) => return ImportError::TooMuchInside { file, why: breach.to_string() },
            None => {}
        }
        match source.kind() {
            io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput
                if packed =>
            {
                ImportError::Damaged { file, detail: source.to_string() }
            }
            _ => ImportError::Broken { file, source },
        }
    }
}

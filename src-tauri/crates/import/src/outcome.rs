//! What recognising and reading hand back.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;
use takeup_domain::record::{LeftOut, Record};

use crate::format::Format;
use crate::mapping::Mapping;

/// What a file turned out to be, before any of it is kept.
#[derive(Debug, Clone, Serialize)]
pub struct Recognised {
    /// The format.
    pub format: Format,
    /// How its text is written: `UTF-8`, `windows-1252` …
    pub encoding: &'static str,
    /// Names of the files inside, for a zip.
    pub members: Vec<String>,
    /// Column headers as written.
    pub header: Vec<String>,
    /// The first five rows, with personal columns left blank.
    pub sample: Vec<Vec<String>>,
    /// The guessed mapping, for [`Format::Mapped`].
    pub mapping: Option<Mapping>,
    /// Size in bytes once unpacked.
    pub bytes: u64,
    /// The day the register was extracted, if the file says so.
    pub edition: Option<Date>,
}

/// One thing that reading yields.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "handed on at once, never stored: a box would only cost time")]
pub enum Read {
    /// A record and the line it stands on.
    Record {
        /// Line of the file, the first being 1; number of the record in a JSON file.
        line: u64,
        /// What the line says.
        record: Record,
    },
    /// A row that is not kept, and why.
    LeftOut(LeftOut),
}

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Rows read.
    pub rows: u64,
    /// Bytes read, unpacked.
    pub bytes: u64,
    /// Bytes in all, if known.
    pub total_bytes: Option<u64>,
}

/// What the caller answers to [`Progress`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Go on.
    Continue,
    /// Stop with [`crate::ImportError::Cancelled`].
    Cancel,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// The format it was read as.
    pub format: Format,
    /// Rows with anything in them, the header not counted.
    pub rows: u64,
    /// Records handed on.
    pub records: u64,
    /// Rows left out, each with its reason.
    pub left_out: u64,
    /// SHA-256 of the file as it lies on disk, in hexadecimal.
    pub sha256: String,
    /// The day the register was extracted, if the file says so.
    pub edition: Option<Date>,
    /// Numbers worth showing, such as `status: Removed`, and what could not be read within kept rows.
    pub counts: BTreeMap<String, u64>,
}

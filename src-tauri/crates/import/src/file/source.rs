//! The bytes of the table, whether the file is plain, zipped or a workbook.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};

use super::archive::{self, Member};
use super::bounded::Bounded;
use super::magic::{Magic, magic};
use crate::error::ImportError;

/// What a workbook is read from.
pub(crate) trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// No workbook unpacks to more: its text is held in memory while it is read.
const MOST_WORKBOOK: u64 = 1 << 30;
/// No part of a workbook that is held whole is larger.
const MOST_STRINGS: u64 = 256 << 20;
/// No workbook inside a zip is larger.
const MOST_PACKED: u64 = 64 << 20;

/// A file whose table has been found.
pub(crate) struct Source {
    path: PathBuf,
    /// Name for messages.
    pub(crate) file: String,
    /// Names of the members of a zip.
    pub(crate) members: Vec<String>,
    /// Size of the table, unpacked.
    pub(crate) bytes: u64,
    kind: Kind,
}

enum Kind {
    Plain,
    Packed(Member),
    Workbook,
    PackedWorkbook(Member),
}

/// The table, ready to be read.
pub(crate) enum Body<'r> {
    /// Text, and whether it comes out of a zip.
    Text(&'r mut dyn Read, bool),
    /// A workbook.
    Workbook(Box<dyn ReadSeek>),
}

impl Source {
    /// Looks at a file and finds the table in it.
    pub(crate) fn open(path: &Path) -> Result<Self, ImportError> {
        let file = super::shown(path);
        if path.is_dir() {
            return Err(ImportError::Folder { file });
        }
        let mut input = open(path, &file)?;
        let head = first(&mut input).map_err(|e| ImportError::reading(&file, 1, false, e))?;
        let bytes = input.metadata().map_or(0, |m| m.len());
        if head.is_empty() {
            return Err(ImportError::Empty { file });
        }
        let mut source =
            Source { path: path.to_owned(), file, members: Vec::new(), bytes, kind: Kind::Plain };
        match magic(&head) {
            Magic::Unknown => Ok(source),
            Magic::Refused(what, next) => Err(ImportError::NotATable { file: source.file, what, next }),
            Magic::Zip => {
                source.look_inside()?;
                Ok(source)
            }
        }
    }

    fn look_inside(&mut self) -> Result<(), ImportError> {
        let mut zip = archive::open(&self.file, open(&self.path, &self.file)?)?;
        let members = archive::members(&self.file, &mut zip)?;
        match archive::workbook(&members) {
            Ok(true) => {
                check_workbook(&self.file, &mut zip, &members)?;
                self.kind = Kind::Workbook;
                return Ok(());
            }
            Ok(false) => {}
            Err((what, next)) => return Err(ImportError::NotATable { file: self.file.clone(), what, next }),
        }
        let member = archive::table(&self.file, &members)?.clone();
        self.members = members.iter().map(|m| m.name.clone()).collect();
        self.bytes = member.size;
        let entry = zip.by_index(member.index).map_err(|e| archive::zip_error(&self.file, e))?;
        let head = first(&mut Bounded::new(entry, member.size))
            .map_err(|e| ImportError::reading(&self.file, 1, true, e))?;
        if head.is_empty() {
            return Err(ImportError::Empty { file: member.name });
        }
        self.kind = match magic(&head) {
            Magic::Unknown => Kind::Packed(member),
            Magic::Refused(what, next) => {
                return Err(ImportError::NotATable { file: member.name, what, next });
            }
            Magic::Zip if member.name.to_ascii_lowercase().ends_with(".zip") || member.size > MOST_PACKED => {
                let next = "Unpack the outer one and choose what is inside.";
                return Err(ImportError::NotATable { file: member.name, what: "a zip within a zip", next });
            }
            Magic::Zip => Kind::PackedWorkbook(member),
        };
        Ok(())
    }

    /// Opens the table and hands it on.
    pub(crate) fn body<T>(
        &self,
        take: impl FnOnce(Body<'_>) -> Result<T, ImportError>,
    ) -> Result<T, ImportError> {
        let input = open(&self.path, &self.file)?;
        match &self.kind {
            Kind::Plain => take(Body::Text(&mut Bounded::new(input, u64::MAX), false)),
            Kind::Workbook => take(Body::Workbook(Box::new(BufReader::new(input)))),
            Kind::Packed(member) => {
                let mut zip = archive::open(&self.file, input)?;
                let entry = zip.by_index(member.index).map_err(|e| archive::zip_error(&self.file, e))?;
                take(Body::Text(&mut Bounded::new(entry, member.size), true))
            }
            Kind::PackedWorkbook(member) => {
                let mut zip = archive::open(&self.file, input)?;
                let entry = zip.by_index(member.index).map_err(|e| archive::zip_error(&self.file, e))?;
                let mut bytes = Vec::new();
                Bounded::new(entry, member.size)
                    .read_to_end(&mut bytes)
                    .map_err(|e| ImportError::reading(&self.file, 1, true, e))?;
                take(Body::Workbook(Box::new(Cursor::new(bytes))))
            }
        }
    }
}

/// Unpacks every part once, into nothing, so that none is larger than it says.
fn check_workbook(file: &str, zip: &mut archive::Archive, members: &[Member]) -> Result<(), ImportError> {
    let held = members.iter().any(|m| m.size > MOST_STRINGS && !m.name.contains("worksheets/"));
    if held || members.iter().map(|m| m.size).sum::<u64>() > MOST_WORKBOOK {
        let why =
            "the workbook would unpack to more than Takeup reads of one; save the sheet as CSV".to_owned();
        return Err(ImportError::TooMuchInside { file: file.to_owned(), why });
    }
    for member in members {
        let entry = zip.by_index(member.index).map_err(|e| archive::zip_error(file, e))?;
        io::copy(&mut Bounded::new(entry, member.size), &mut io::sink())
            .map_err(|e| ImportError::reading(file, 1, true, e))?;
    }
    Ok(())
}

fn open(path: &Path, file: &str) -> Result<File, ImportError> {
    File::open(path).map_err(|source| ImportError::Open { file: file.to_owned(), source })
}

/// The first bytes of a file.
fn first(input: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    input.take(4096).read_to_end(&mut head)?;
    Ok(head)
}

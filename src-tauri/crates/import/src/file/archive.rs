//! Zips: which member is the table, and whether it is safe to unpack.

use std::fs::File;
use std::io::BufReader;

use zip::ZipArchive;
use zip::result::ZipError;

use super::bounded::MOST_BYTES;
use crate::error::ImportError;

/// Beyond this size, a member may not be packed tighter than [`MOST_RATIO`].
const LARGE: u64 = 64 << 20;
const MOST_RATIO: u64 = 200;

/// A zip on disk.
pub(crate) type Archive = ZipArchive<BufReader<File>>;

/// One member of a zip.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) index: usize,
    pub(crate) name: String,
    pub(crate) size: u64,
}

/// Opens the directory of a zip.
pub(crate) fn open(file: &str, input: File) -> Result<Archive, ImportError> {
    ZipArchive::new(BufReader::new(input)).map_err(|error| zip_error(file, error))
}

/// Everything inside that is a file of the publisher's, checked against bombs.
pub(crate) fn members(file: &str, archive: &mut Archive) -> Result<Vec<Member>, ImportError> {
    let mut found = Vec::new();
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|error| zip_error(file, error))?;
        let name = entry.name().replace('\\', "/");
        let last = name.rsplit('/').next().unwrap_or_default();
        let litter = last.starts_with('.') || last == "Thumbs.db" || name.split('/').any(|p| p == "__MACOSX");
        if entry.is_dir() || last.is_empty() || litter {
            continue;
        }
        if entry.encrypted() {
            return Err(ImportError::Locked { file: file.to_owned(), detail: "it needs a password".into() });
        }
        let (size, packed) = (entry.size(), entry.compressed_size().max(1));
        if size > MOST_BYTES || size > LARGE && size / packed > MOST_RATIO {
            let why = format!("{name} inside would unpack from {packed} to {size} bytes");
            return Err(ImportError::TooMuchInside { file: file.to_owned(), why });
        }
        found.push(Member { index, name, size });
    }
    Ok(found)
}

/// Whether the zip is a workbook: true, or the reason why a document is not read.
pub(crate) fn workbook(members: &[Member]) -> Result<bool, (&'static str, &'static str)> {
    const RESAVE: &str = "Open it and save it as XLSX or CSV UTF-8.";
    let holds = |name: &str| members.iter().any(|m| m.name == name);
    match () {
        () if holds("xl/workbook.xml") => Ok(true),
        () if holds("xl/workbook.bin") => Err(("a binary workbook (XLSB)", RESAVE)),
        () if holds("word/document.xml") => {
            Err(("a word-processor file (DOCX)", "Ask for the data as CSV or XLSX."))
        }
        () if holds("content.xml") && holds("mimetype") => Err(("an OpenDocument file", RESAVE)),
        () => Ok(false),
    }
}

/// The one table inside.
pub(crate) fn table<'m>(file: &str, members: &'m [Member]) -> Result<&'m Member, ImportError> {
    const TABLES: [&str; 7] = ["csv", "txt", "tsv", "tab", "json", "xlsx", "xlsm"];
    let end = |m: &Member| m.name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let named =
        |list: &[&Member]| list.iter().map(|m| m.name.as_str()).take(20).collect::<Vec<_>>().join(", ");
    let note =
        |m: &Member| m.name.rsplit('/').next().is_some_and(|n| n.to_ascii_lowercase().starts_with("readme"));
    let all: Vec<&Member> = members.iter().collect();
    let tables: Vec<&Member> =
        all.iter().copied().filter(|m| TABLES.contains(&end(m).as_str()) && !note(m)).collect();
    match (tables.as_slice(), all.as_slice()) {
        ([one], _) | ([], [one]) => Ok(one),
        ([], []) => Err(ImportError::NothingInside { file: file.to_owned(), members: "nothing".into() }),
        ([], _) => Err(ImportError::NothingInside { file: file.to_owned(), members: named(&all) }),
        (several, _) => Err(ImportError::SeveralInside { file: file.to_owned(), members: named(several) }),
    }
}

/// An error of the zip reader in words.
pub(crate) fn zip_error(file: &str, error: ZipError) -> ImportError {
    let file = file.to_owned();
    match error {
        ZipError::Io(source) => ImportError::reading(&file, 1, true, source),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            ImportError::Locked { file, detail: "it needs a password".into() }
        }
        ZipError::UnsupportedArchive(detail) => ImportError::Locked { file, detail: detail.into() },
        other => ImportError::Damaged { file, detail: other.to_string() },
    }
}

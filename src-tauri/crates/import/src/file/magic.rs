//! What a file is by its first bytes.

/// What the first bytes say.
pub(crate) enum Magic {
    /// A zip, or a workbook, which is one.
    Zip,
    /// Something that is not a table: what it is, and what to do.
    Refused(&'static str, &'static str),
    /// Nothing known: text, it is hoped.
    Unknown,
}

const ASK: &str = "Ask for the data as CSV or XLSX.";
const UNPACK: &str = "Unpack it and choose the CSV, TXT, JSON or XLSX file inside.";
const RESAVE: &str = "Open it and save it as XLSX or CSV UTF-8.";

/// First bytes, what they mean, what to do.
const KNOWN: [(&[u8], &str, &str); 14] = [
    (b"%PDF", "a PDF", ASK),
    (b"\xFF\xD8\xFF", "a picture (JPEG)", ASK),
    (b"\x89PNG", "a picture (PNG)", ASK),
    (b"GIF8", "a picture (GIF)", ASK),
    (b"II*\0", "a picture (TIFF)", ASK),
    (b"\xD0\xCF\x11\xE0", "an old Office file (XLS or DOC)", RESAVE),
    (b"\x1F\x8B", "a gzip archive", UNPACK),
    (b"7z\xBC\xAF", "a 7z archive", UNPACK),
    (b"Rar!", "a RAR archive", UNPACK),
    (b"BZh", "a bzip2 archive", UNPACK),
    (b"PAR1", "a Parquet file", ASK),
    (
        b"SQLite format 3\0",
        "an SQLite database",
        "If it is a Takeup workspace, open it instead of importing it.",
    ),
    (b"{\\rtf", "a word-processor file (RTF)", ASK),
    (b"\x7FELF", "a program", ASK),
];

/// Reads the first bytes.
pub(crate) fn magic(head: &[u8]) -> Magic {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Magic::Zip;
    }
    if let Some((_, what, next)) = KNOWN.iter().find(|(bytes, _, _)| head.starts_with(bytes)) {
        return Magic::Refused(what, next);
    }
    let text = String::from_utf8_lossy(head.get(..head.len().min(512)).unwrap_or_default());
    let text = text.trim_start_matches('\u{FEFF}').trim_start().to_ascii_lowercase();
    if text.starts_with("<!doctype html") || text.starts_with("<html") {
        return Magic::Refused("a web page", "Follow its link to the data itself and download that.");
    }
    if text.starts_with("<?xml") {
        return Magic::Refused("XML", ASK);
    }
    Magic::Unknown
}

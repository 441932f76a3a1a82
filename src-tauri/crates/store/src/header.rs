//! What a file's first bytes say, read before anything is opened for writing.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::error::StoreError;
use crate::schema::{APPLICATION_ID, VERSION};

/// Refuses files that are not ours, are newer, or are cut short.
pub(crate) fn check(path: &Path) -> Result<(), StoreError> {
    let io = |e: std::io::Error| match e.kind() {
        std::io::ErrorKind::NotFound => StoreError::Missing(path.into()),
        _ => StoreError::Io { path: path.into(), detail: e.to_string() },
    };
    let mut file = File::open(path).map_err(io)?;
    let size = file.metadata().map_err(io)?.len();
    let mut head = [0; 100];
    let mut got = 0;
    while got < head.len() {
        match file.read(&mut head[got..]).map_err(io)? {
            0 => break,
            n => got += n,
        }
    }
    let not_ours = |kind: &str| StoreError::NotOurs { path: path.into(), kind: kind.into() };
    if got == 0 {
        return Err(not_ours("the file is empty"));
    }
    if !head.starts_with(b"SQLite format 3\0") {
        return Err(not_ours(kind_of(&head[..got])));
    }
    if got < head.len() {
        return Err(StoreError::Damaged { path: path.into(), detail: "its header is cut short".into() });
    }
    let number =
        |at: usize| i64::from(u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]));
    if number(68) != APPLICATION_ID {
        return Err(not_ours("a database of another program"));
    }
    if number(60) > VERSION {
        return Err(StoreError::Newer { path: path.into(), found: number(60), known: VERSION });
    }
    let page = match u16::from_be_bytes([head[16], head[17]]) {
        1 => 65_536,
        n => u64::from(n),
    };
    // After a crash the file may be shorter than it says while the log beside it still holds the rest.
    let log = std::fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0);
    if size < number(28) as u64 * page && !log {
        let detail = format!("it should have {} bytes and has {size}", number(28) as u64 * page);
        return Err(StoreError::Damaged { path: path.into(), detail });
    }
    Ok(())
}

fn beside(path: &Path, end: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

fn kind_of(head: &[u8]) -> &'static str {
    match head {
        [0xff, 0xd8, 0xff, ..] => "it is a JPEG picture",
        [0x89, b'P', b'N', b'G', ..] => "it is a PNG picture",
        [b'%', b'P', b'D', b'F', ..] => "it is a PDF",
        [b'P', b'K', ..] => "it is a zip or a spreadsheet",
        _ => "its content is something else",
    }
}

//! A file on disk, opened safely: what it is, what is inside, how its text is written.

mod archive;
mod bounded;
mod checksum;
mod decode;
mod magic;
mod scan;
mod source;

pub(crate) use bounded::{Breach, Meter, Metered};
pub use checksum::sha256;
pub(crate) use decode::decoded;
pub(crate) use scan::{Encoding, Scan, scan};
pub(crate) use source::{Body, ReadSeek, Source};

/// The file's name for messages.
pub(crate) fn shown(path: &std::path::Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

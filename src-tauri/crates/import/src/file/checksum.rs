//! The fingerprint of a file.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::ImportError;

/// SHA-256 of the file as it lies on disk, in hexadecimal.
pub fn sha256(path: &Path) -> Result<String, ImportError> {
    let file = super::shown(path);
    if path.is_dir() {
        return Err(ImportError::Folder { file });
    }
    let mut input = File::open(path).map_err(|source| ImportError::Open { file: file.clone(), source })?;
    let mut digest = Sha256::new();
    let mut chunk = vec![0; 256 * 1024];
    loop {
        match input.read(&mut chunk) {
            Ok(0) => break,
            Ok(n) => digest.update(&chunk[..n]),
            Err(source) if source.kind() == std::io::ErrorKind::Interrupted => {}
            Err(source) => return Err(ImportError::Broken { file, source }),
        }
    }
    let mut text = String::with_capacity(64);
    for byte in digest.finalize() {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
}

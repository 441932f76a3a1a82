//! What can go wrong with a workspace, each with what to do.

use std::path::{Path, PathBuf};

/// A workspace could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("There is no file at {}. Choose another, or make a new workspace there.", .0.display())]
    Missing(PathBuf),
    #[error("{} already exists. Choose another name: Takeup never writes over a file.", .0.display())]
    Exists(PathBuf),
    #[error("{} is not a Takeup workspace ({kind}). It was left as it is. Open a .takeup file, or read registers through “Read a register”.", path.display())]
    NotOurs { path: PathBuf, kind: String },
    #[error("{} was made by a newer Takeup (format {found}; this one reads up to {known}). It was left as it is. Install the newer version to open it.", path.display())]
    Newer { path: PathBuf, found: i64, known: i64 },
    #[error("{} is damaged: {detail}. It was left as it is. Open a copy or a backup.", path.display())]
    Damaged { path: PathBuf, detail: String },
    #[error("{} is read-only, so nothing could be saved in it. Copy it to a folder of yours and open the copy.", .0.display())]
    ReadOnly(PathBuf),
    #[error("{} is open in another Takeup. Close it there first.", .0.display())]
    OpenElsewhere(PathBuf),
    #[error("{} is busy in another program. Close it there and try again; nothing was lost.", .0.display())]
    Busy(PathBuf),
    #[error("The disk that holds {} is full. Nothing of this was kept; make room and try again.", .0.display())]
    DiskFull(PathBuf),
    #[error("{} was moved or deleted while it was open, so nothing more was saved in it. Use “Save a copy” now: everything kept so far is still here.", .0.display())]
    Gone(PathBuf),
    #[error("{0}")]
    Invalid(String),
    #[error("{} could not be read or written: {detail}.", path.display())]
    Io { path: PathBuf, detail: String },
    #[error("The workspace answered unexpectedly: {0}. Nothing was changed.")]
    Sql(String),
}

impl StoreError {
    /// Gives a database error its own message.
    pub(crate) fn from_sql(path: &Path, error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let path = path.to_path_buf();
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => StoreError::DiskFull(path),
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => {
                StoreError::Damaged { path, detail: error.to_string() }
            }
            Some(Code::ReadOnly | Code::PermissionDenied) => StoreError::ReadOnly(path),
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => StoreError::Busy(path),
            Some(Code::SystemIoFailure | Code::CannotOpen) => {
                StoreError::Io { path, detail: error.to_string() }
            }
            _ => StoreError::Sql(error.to_string()),
        }
    }
}

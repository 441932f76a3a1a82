//! Making, opening and copying a workspace.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::header;
use crate::schema::{APPLICATION_ID, migrations};

/// An open workspace.
#[derive(Debug)]
pub struct Store {
    // Before `held`: SQLite's own locks on the file go when any handle of it closes.
    pub(crate) db: Connection,
    pub(crate) path: PathBuf,
    held: Option<File>,
}

impl Store {
    /// Makes a new workspace where no file is.
    ///
    /// # Errors
    /// When a file is there already or the folder cannot be written.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        match OpenOptions::new().write(true).create_new(true).open(path) {
            Ok(_) => {}
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {
                return Err(StoreError::Exists(path.into()));
            }
            Err(e) => return Err(StoreError::Io { path: path.into(), detail: e.to_string() }),
        }
        let made = Self::connect(path).and_then(|mut store| {
            store
                .db
                .execute_batch(&format!("PRAGMA application_id = {APPLICATION_ID};"))
                .map_err(|e| StoreError::from_sql(path, e))?;
            store.migrate()?;
            Ok(store)
        });
        if made.is_err() {
            // Ours, empty and of no use to anyone.
            let _ = std::fs::remove_file(path);
        }
        made
    }

    /// Opens a workspace. A file that is not ours, newer, damaged, read-only or open elsewhere is left as it is.
    ///
    /// # Errors
    /// A message of its own for each of these.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        header::check(path)?;
        let mut store = Self::connect(path)?;
        store.migrate()?;
        Ok(store)
    }

    fn connect(path: &Path) -> Result<Self, StoreError> {
        let held = OpenOptions::new().read(true).write(true).open(path).map_err(|e| match e.kind() {
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                StoreError::ReadOnly(path.into())
            }
            _ => StoreError::Io { path: path.into(), detail: e.to_string() },
        })?;
        if held.metadata().is_ok_and(|m| m.permissions().readonly()) {
            return Err(StoreError::ReadOnly(path.into()));
        }
        match held.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::OpenElsewhere(path.into())),
            Err(TryLockError::Error(e)) => {
                return Err(StoreError::Io { path: path.into(), detail: e.to_string() });
            }
        }
        let sql = |e| StoreError::from_sql(path, e);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(path, flags).map_err(sql)?;
        db.set_prepared_statement_cache_capacity(64);
        db.execute_batch(
            "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;
             PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;",
        )
        .map_err(sql)?;
        Ok(Store { db, path: path.into(), held: Some(held) })
    }

    fn migrate(&mut self) -> Result<(), StoreError> {
        let path = self.path.clone();
        let small = std::fs::metadata(&path).is_ok_and(|m| m.len() < 32 << 20);
        if small {
            let found: String = self
                .db
                .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
                .map_err(|e| StoreError::from_sql(&path, e))?;
            if found != "ok" {
                return Err(StoreError::Damaged { path, detail: found });
            }
        }
        self.db.pragma_update(None, "journal_mode", "WAL").map_err(|e| StoreError::from_sql(&path, e))?;
        migrations().to_latest(&mut self.db).map_err(|e| match e {
            rusqlite_migration::Error::RusqliteError { err, .. } => StoreError::from_sql(&path, err),
            other => StoreError::Damaged { path: path.clone(), detail: other.to_string() },
        })
    }

    /// A second connection that only reads, so that looking never waits for a register being read.
    ///
    /// # Errors
    /// When the file cannot be opened once more.
    pub fn reader(&self) -> Result<Store, StoreError> {
        let sql = |e| StoreError::from_sql(&self.path, e);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(&self.path, flags).map_err(sql)?;
        db.execute_batch("PRAGMA busy_timeout = 2000; PRAGMA mmap_size = 268435456;").map_err(sql)?;
        Ok(Store { db, path: self.path.clone(), held: None })
    }

    /// Holds the file to so many pages, never fewer than it has: a full disk, on any machine.
    ///
    /// # Errors
    /// When the workspace cannot be asked.
    #[doc(hidden)]
    pub fn hold_to(&self, pages: u32) -> Result<(), StoreError> {
        self.sql(self.db.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Saves a copy where no file is; also when the workspace itself was moved or deleted meanwhile.
    ///
    /// # Errors
    /// When a file is there already or cannot be written.
    pub fn save_copy(&self, to: &Path) -> Result<(), StoreError> {
        if to.exists() {
            return Err(StoreError::Exists(to.into()));
        }
        let sql = |e| StoreError::from_sql(to, e);
        let done = (|| {
            let mut copy = Connection::open(to).map_err(sql)?;
            let backup = rusqlite::backup::Backup::new(&self.db, &mut copy).map_err(sql)?;
            backup.run_to_completion(1_000, std::time::Duration::ZERO, None).map_err(sql)
        })();
        if done.is_err() {
            let _ = std::fs::remove_file(to);
        }
        done
    }

    /// Whether the file at the path is still the one that was opened.
    pub(crate) fn still_there(&self) -> Result<(), StoreError> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let held = self.held.as_ref().map(File::metadata);
            let same = match (held, std::fs::metadata(&self.path)) {
                (Some(Ok(held)), Ok(there)) => held.dev() == there.dev() && held.ino() == there.ino(),
                _ => false,
            };
            if !same {
                return Err(StoreError::Gone(self.path.clone()));
            }
        }
        #[cfg(not(unix))]
        if !self.path.exists() {
            return Err(StoreError::Gone(self.path.clone()));
        }
        Ok(())
    }

    /// Runs a change as a whole or not at all.
    pub(crate) fn change<T>(
        &mut self,
        run: impl FnOnce(&rusqlite::Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        self.still_there()?;
        let path = self.path.clone();
        let sql = |e| StoreError::from_sql(&path, e);
        let transaction = self.db.transaction().map_err(sql)?;
        let value = run(&transaction).map_err(sql)?;
        transaction.commit().map_err(sql)?;
        Ok(value)
    }

    pub(crate) fn sql<T>(&self, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        result.map_err(|e| StoreError::from_sql(&self.path, e))
    }
}

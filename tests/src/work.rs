//! A session in a folder of its own, asked through the table of commands as every face asks.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Value, json};
use takeup_api::{ApiError, Options, Session, call};
use tempfile::TempDir;

/// Trafford.
pub const TRAFFORD: &str = "E08000009";
/// The power that most tests ask about.
pub const NOMINATION: &str = "asset-of-community-value-nomination";
/// The day on which every test takes place.
pub const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 25);

/// A session with its folder.
pub struct Work {
    pub folder: TempDir,
    pub session: Session,
}

impl Default for Work {
    fn default() -> Self {
        Self::new()
    }
}

impl Work {
    /// Nothing open.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let session = Session::new(Options { config_dir: folder.path().join("config"), today: TODAY });
        Work { folder, session }
    }

    /// A new workspace for Trafford.
    pub fn trafford() -> Self {
        let work = Self::new();
        work.ask("create", json!({"path": work.path("work.takeup"), "area": TRAFFORD}));
        work
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file in the folder.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// An answer.
    pub fn ask(&self, name: &str, request: Value) -> Value {
        call(&self.session, name, request).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// A refusal.
    pub fn refuse(&self, name: &str, request: Value) -> ApiError {
        match call(&self.session, name, request) {
            Err(error) => error,
            Ok(answer) => panic!("{name} was answered: {answer}"),
        }
    }

    /// Reads a file to the end: its result, or the message of what stopped it.
    pub fn read(&self, request: Value) -> Result<Value, String> {
        let job = call(&self.session, "read", request).map_err(|e| e.message)?;
        loop {
            let state = self.ask("job", job.clone());
            match state["state"].as_str().unwrap() {
                "running" => std::thread::sleep(Duration::from_millis(2)),
                "done" => return Ok(state["result"].clone()),
                other => return Err(state["error"].as_str().unwrap_or(other).to_owned()),
            }
        }
    }

    /// Status of a power in Trafford.
    pub fn row(&self, power: &str) -> Value {
        self.ask("audit", json!({"area": TRAFFORD, "power": power}))["rows"][0].clone()
    }

    /// Closes the workspace and returns its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        self.ask("close", json!({}));
        std::fs::read(self.path("work.takeup")).unwrap()
    }
}

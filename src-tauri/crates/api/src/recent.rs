//! Workspaces opened before. Losing this list loses nothing else, so trouble with it is passed over.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::answer::workspace::RecentFile;
use crate::session::Inner;

const MOST: usize = 12;

#[derive(Serialize, Deserialize)]
struct Entry {
    path: PathBuf,
    area: Option<String>,
    opened: String,
}

impl Inner {
    pub(crate) fn recent_files(&self) -> Vec<RecentFile> {
        let show = |e: Entry| RecentFile {
            name: e.path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default(),
            missing: !e.path.exists(),
            path: e.path.to_string_lossy().into_owned(),
            area: e.area,
            opened: e.opened,
        };
        self.entries().into_iter().map(show).collect()
    }

    pub(crate) fn remember(&self, path: &Path, area: Option<String>) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.into());
        let mut entries = self.entries();
        entries.retain(|e| e.path != path);
        entries.insert(0, Entry { path, area, opened: self.options.today.to_string() });
        entries.truncate(MOST);
        if std::fs::create_dir_all(&self.options.config_dir).is_ok()
            && let Ok(text) = serde_json::to_string_pretty(&entries)
        {
            let _ = std::fs::write(self.recent_path(), text);
        }
    }

    fn entries(&self) -> Vec<Entry> {
        std::fs::read_to_string(self.recent_path())
            .ok()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default()
    }

    fn recent_path(&self) -> PathBuf {
        self.options.config_dir.join("recent.json")
    }
}

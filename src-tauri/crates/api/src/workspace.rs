//! Making, opening, copying and describing workspaces.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use takeup_store::{RegisterRow, Store, Touched};

use crate::answer::area::{AreaRef, AreasRequest};
use crate::answer::workspace::{
    AreaInView, CreateRequest, Nothing, PathRequest, RecentFile, RecordCounts, RegisterLine, WorkspaceInfo,
};
use crate::error::ApiError;
use crate::session::{Inner, area_ref};

impl Inner {
    pub(crate) fn areas(&self, request: AreasRequest) -> Result<Vec<AreaRef>, ApiError> {
        let text = request.text.trim().to_lowercase();
        let limit = request.limit.map_or(usize::MAX, |n| n as usize);
        let rank = |area: &takeup_domain::area::Area| {
            let name = area.name.to_lowercase();
            let other = || {
                area.council.to_lowercase().contains(&text)
                    || area.other_names.iter().any(|n| n.to_lowercase().contains(&text))
            };
            if area.gss.to_lowercase() == text || name == text {
                Some(0)
            } else if name.starts_with(&text) {
                Some(1)
            } else if name.contains(&text) || area.gss.to_lowercase().starts_with(&text) {
                Some(2)
            } else if other() {
                Some(3)
            } else {
                None
            }
        };
        let mut found: Vec<_> =
            self.catalogue.areas.iter().filter_map(|a| rank(a).map(|r| (r, &a.name, a))).collect();
        found.sort_by_key(|(rank, name, _)| (*rank, *name));
        Ok(found.into_iter().take(limit).map(|(.., a)| area_ref(a)).collect())
    }

    pub(crate) fn recent(&self, _: Nothing) -> Result<Vec<RecentFile>, ApiError> {
        Ok(self.recent_files())
    }

    pub(crate) fn create(&self, request: CreateRequest) -> Result<WorkspaceInfo, ApiError> {
        let area = request.area.as_deref().map(|gss| self.area_index(gss)).transpose()?;
        let path = with_ending(&request.path)?;
        let mut store = Store::create(&path)?;
        let filled = (|| {
            store.set_labels(&self.catalogue)?;
            if let Some(area) = area {
                store.set_meta("area", &self.catalogue.areas[area].gss)?;
            }
            if request.example { self.fill_example(&mut store) } else { Ok(()) }
        })();
        if let Err(error) = filled {
            drop(store);
            // A half-made file would only mislead; it was ours a moment ago.
            let _ = std::fs::remove_file(&path);
            return Err(error);
        }
        self.let_go();
        self.take(store)?;
        self.shown()
    }

    pub(crate) fn open(&self, request: PathRequest) -> Result<WorkspaceInfo, ApiError> {
        let path = PathBuf::from(&request.path);
        if self.opened().is_ok_and(|o| same_file(&o.path, &path)) {
            return self.shown();
        }
        // What is open stays open when this one cannot be.
        self.take(Store::open(&path)?)?;
        self.shown()
    }

    pub(crate) fn open_example(&self, _: Nothing) -> Result<WorkspaceInfo, ApiError> {
        let folder = &self.options.config_dir;
        let failed =
            |e: std::io::Error| ApiError::failed(format!("{} cannot be written: {e}.", folder.display()));
        std::fs::create_dir_all(folder).map_err(failed)?;
        self.let_go();
        // A name of its own each time: nothing is ever written over, and another window may have one open
        // or somebody may have recorded something in an earlier one.
        let mut n = 1;
        let path = loop {
            let path = folder.join(format!("example-{n}.takeup"));
            if Store::open(&path).is_ok_and(|store| self.is_untouched_example(&store)) {
                for ending in ["", "-wal", "-shm"] {
                    let _ = std::fs::remove_file(format!("{}{ending}", path.display()));
                }
            }
            if !path.exists() {
                break path;
            }
            n += 1;
        };
        self.create(CreateRequest { path: path.to_string_lossy().into_owned(), area: None, example: true })
    }

    pub(crate) fn close(&self, _: Nothing) -> Result<Nothing, ApiError> {
        self.let_go();
        Ok(Nothing {})
    }

    pub(crate) fn info(&self, _: Nothing) -> Result<Option<WorkspaceInfo>, ApiError> {
        if self.opened().is_err() {
            return Ok(None);
        }
        self.describe().map(Some)
    }

    pub(crate) fn save_copy(&self, request: PathRequest) -> Result<PathRequest, ApiError> {
        let path = with_ending(&request.path)?;
        self.look(|store| Ok(store.save_copy(&path)?))?;
        Ok(PathRequest { path: path.to_string_lossy().into_owned() })
    }

    pub(crate) fn set_area(&self, request: AreasRequest) -> Result<WorkspaceInfo, ApiError> {
        let area = self.area_index(&request.text)?;
        self.write(|store| {
            store.set_meta("area", &self.catalogue.areas[area].gss)?;
            Ok(((), Touched::Nothing))
        })?;
        self.shown()
    }

    /// Describes it and remembers it among the recent files.
    fn shown(&self) -> Result<WorkspaceInfo, ApiError> {
        let info = self.describe()?;
        if !info.example {
            self.remember(Path::new(&info.path), info.area.as_ref().map(|a| a.name.clone()));
        }
        Ok(info)
    }

    fn describe(&self) -> Result<WorkspaceInfo, ApiError> {
        let open = self.opened()?;
        let world = &open.judging.world;
        let mut in_view: BTreeMap<usize, (i64, i64)> = BTreeMap::new();
        for presence in &world.presences {
            in_view.entry(presence.area as usize).or_default().0 += 1;
        }
        for event in &world.uses {
            in_view.entry(event.area).or_default().1 += 1;
        }
        let shown = |(area, (groups, uses)): (&usize, &(i64, i64))| AreaInView {
            area: area_ref(&self.catalogue.areas[*area]),
            groups: *groups,
            uses: *uses,
        };
        self.look(|store| {
            let [groups, presences, uses, coverage, findings, facts] = store.counts()?;
            let area = store.meta("area")?.and_then(|gss| self.catalogue.area(&gss).map(area_ref));
            Ok(WorkspaceInfo {
                path: open.path.to_string_lossy().into_owned(),
                name: open.path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default(),
                area,
                example: store.meta("example")?.is_some(),
                catalogue_version: self.catalogue.version.clone(),
                judged_before_with: open.judged_before_with.clone(),
                counts: RecordCounts { groups, presences, uses, coverage, findings, facts },
                registers: store.registers()?.into_iter().map(register_line).collect(),
                areas: in_view.iter().map(shown).collect(),
            })
        })
    }
}

fn register_line(r: RegisterRow) -> RegisterLine {
    RegisterLine {
        id: r.id,
        name: r.name,
        file: r.file,
        as_at: r.edition,
        read_at: r.read_at,
        rows: r.rows,
        records: r.records,
        left_out: r.left_out,
        sha256: r.sha256,
    }
}

fn with_ending(path: &str) -> Result<PathBuf, ApiError> {
    if path.trim().is_empty() {
        return Err(ApiError::usage("Say where: the path of the file is missing."));
    }
    let path = PathBuf::from(path.trim());
    Ok(if path.extension().is_some_and(|e| e == "takeup") {
        path
    } else {
        let mut name = path.into_os_string();
        name.push(".takeup");
        name.into()
    })
}

fn same_file(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}

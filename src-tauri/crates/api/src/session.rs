//! A session: the open workspace and the snapshot judged from it.
//!
//! A read clones the snapshot's `Arc`. A write commits to SQLite, builds the next snapshot, swaps it and tells.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};

use jiff::civil::Date;
use takeup_domain::area::Area;
use takeup_domain::catalogue::Catalogue;
use takeup_domain::compile::Compiled;
use takeup_domain::vocabulary::Form;
use takeup_import::Known;
use takeup_store::{Affected, JudgedRow, Search, Store, Touched};

use crate::answer::area::AreaRef;
use crate::bundled::shipped;
use crate::error::ApiError;
use crate::jobs::Jobs;
use crate::judging::Judging;
use crate::works::Works;

/// What the session is handed: it never looks for these itself.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where recent files are remembered and the example is kept.
    pub config_dir: PathBuf,
    /// Today.
    pub today: Date,
}

/// One person's work with one workspace at a time.
#[derive(Clone)]
pub struct Session(Arc<Inner>);

/// What the commands work on; only this crate looks inside.
pub struct Inner {
    pub(crate) options: Options,
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) compiled: Arc<Compiled>,
    pub(crate) jobs: Jobs,
    pub(crate) works: Works,
    pub(crate) search: OnceLock<Search>,
    lists: Lists,
    open: RwLock<Option<Open>>,
    listeners: Mutex<Vec<Box<dyn Fn() + Send + Sync>>>,
}

/// The open workspace.
#[derive(Clone)]
pub(crate) struct Open {
    pub(crate) path: PathBuf,
    /// For looking, never waiting for a reading. Before `store`: only one that writes can fold SQLite's log back
    /// into the file, and only when it is the last to close.
    reader: Arc<Mutex<Store>>,
    /// For writing; held for as long as a register is read.
    store: Arc<Mutex<Store>>,
    pub(crate) judging: Arc<Judging>,
    pub(crate) judged_before_with: Option<String>,
}

struct Lists {
    forms: Vec<Form>,
    powers: BTreeSet<String>,
    barriers: BTreeSet<String>,
    duty_holders: BTreeSet<String>,
    traits: BTreeSet<String>,
    standings: BTreeSet<String>,
}

impl std::ops::Deref for Session {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Session {
    /// A session on the shipped catalogue, with nothing open.
    pub fn new(options: Options) -> Self {
        let catalogue = shipped();
        let keys = |ids: Vec<&String>| ids.into_iter().cloned().collect();
        Session(Arc::new(Inner {
            options,
            compiled: Arc::new(Compiled::new(&catalogue)),
            jobs: Jobs::default(),
            works: Works::default(),
            search: OnceLock::new(),
            lists: Lists {
                forms: catalogue.forms.all().cloned().collect(),
                powers: keys(catalogue.powers.keys().collect()),
                barriers: keys(catalogue.barriers.keys().collect()),
                duty_holders: keys(catalogue.duty_holders.keys().collect()),
                traits: keys(catalogue.traits.keys().collect()),
                standings: keys(catalogue.standings.keys().collect()),
            },
            open: RwLock::new(None),
            listeners: Mutex::new(Vec::new()),
            catalogue,
        }))
    }

    /// Calls `listener` after every change.
    pub fn on_change(&self, listener: Box<dyn Fn() + Send + Sync>) {
        lock(&self.listeners).push(listener);
    }
}

impl Inner {
    /// The lists that rows of registers are checked against.
    pub(crate) fn known(&self) -> Known<'_> {
        Known {
            areas: &self.catalogue.areas,
            forms: &self.lists.forms,
            powers: &self.lists.powers,
            barriers: &self.lists.barriers,
            duty_holders: &self.lists.duty_holders,
            traits: &self.lists.traits,
            standings: &self.lists.standings,
        }
    }

    /// The open workspace.
    pub(crate) fn opened(&self) -> Result<Open, ApiError> {
        self.open.read().unwrap_or_else(PoisonError::into_inner).clone().ok_or_else(ApiError::closed)
    }

    /// Takes over a store that was just made or opened.
    pub(crate) fn take(&self, mut store: Store) -> Result<(), ApiError> {
        let before = store.meta("catalogue_version")?;
        let version = &self.catalogue.version;
        if before.as_ref() != Some(version) {
            store.set_labels(&self.catalogue)?;
            store.set_meta("catalogue_version", version)?;
        }
        let judging = Judging::new(store.world(&self.catalogue)?, self.compiled.clone(), self.options.today);
        if before.as_ref() != Some(version) {
            let rows = judged_rows(&judging, &judging.areas_in_view());
            store.set_judged(&rows, &self.options.today.to_string())?;
        }
        let open = Open {
            path: store.path().to_path_buf(),
            reader: Arc::new(Mutex::new(store.reader()?)),
            store: Arc::new(Mutex::new(store)),
            judging: Arc::new(judging),
            judged_before_with: before.filter(|b| b != version),
        };
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = Some(open);
        Ok(())
    }

    /// Lets go of the workspace.
    pub(crate) fn let_go(&self) {
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Looks something up in the file.
    pub(crate) fn look<T>(&self, run: impl FnOnce(&Store) -> Result<T, ApiError>) -> Result<T, ApiError> {
        let open = self.opened()?;
        let reader = lock(&open.reader);
        run(&reader)
    }

    /// Writes to the file, then judges afresh what it touched and tells.
    pub(crate) fn write<T>(
        &self,
        run: impl FnOnce(&mut Store) -> Result<(T, Touched), ApiError>,
    ) -> Result<T, ApiError> {
        let open = self.opened()?;
        let mut store = lock(&open.store);
        // What others wrote while this one waited is in the newest snapshot.
        let before = self.opened().ok().filter(|now| now.path == open.path).unwrap_or(open.clone()).judging;
        let (value, touched) = run(&mut store)?;
        let (world, affected) = store.world_after(&before.world, &touched)?;
        let today = self.options.today.to_string();
        let judging = match affected {
            Affected::Everything => {
                let judging = Judging::new(world, self.compiled.clone(), self.options.today);
                store.set_judged(&judged_rows(&judging, &judging.areas_in_view()), &today)?;
                judging
            }
            Affected::Areas { areas, facts } => {
                let judging = before.after(world, &areas, facts);
                let in_view: Vec<usize> = areas.iter().copied().filter(|a| judging.in_view(*a)).collect();
                let codes: Vec<&str> =
                    areas.iter().map(|area| self.catalogue.areas[*area].gss.as_str()).collect();
                store.set_judged_in(&codes, &judged_rows(&judging, &in_view), &today)?;
                judging
            }
        };
        drop(store);
        let judging = Arc::new(judging);
        if let Some(now) = self.open.write().unwrap_or_else(PoisonError::into_inner).as_mut()
            && now.path == open.path
        {
            now.judging = judging;
        }
        for listener in lock(&self.listeners).iter() {
            listener();
        }
        Ok(value)
    }

    /// Writes something that no answer turns on: nothing is judged afresh.
    pub(crate) fn write_aside<T>(
        &self,
        run: impl FnOnce(&mut Store) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let open = self.opened()?;
        let value = run(&mut lock(&open.store))?;
        for listener in lock(&self.listeners).iter() {
            listener();
        }
        Ok(value)
    }

    /// Uses the file for writing without keeping anything: a preview.
    pub(crate) fn try_out<T>(
        &self,
        run: impl FnOnce(&mut Store) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let open = self.opened()?;
        run(&mut lock(&open.store))
    }

    /// The snapshot as at a date (`YYYY-MM-DD`), today's if none.
    pub(crate) fn judging(&self, as_at: Option<&str>) -> Result<Arc<Judging>, ApiError> {
        let judging = self.opened()?.judging;
        match as_at {
            None => Ok(judging),
            Some(text) => {
                let date = text.trim().parse().map_err(|_| {
                    ApiError::usage(format!("“{text}” is not a date: write it like 2026-11-25."))
                })?;
                Ok(judging.as_at(date))
            }
        }
    }

    /// The place of an area by its GSS code.
    pub(crate) fn area_index(&self, gss: &str) -> Result<usize, ApiError> {
        self.catalogue.area_index(gss.trim()).ok_or_else(|| {
            ApiError::usage(format!(
                "No council area has the code “{gss}”. Look it up by name: takeup areas NAME."
            ))
        })
    }

    /// The place of a power by its id.
    pub(crate) fn power_index(&self, id: &str) -> Result<usize, ApiError> {
        self.compiled
            .power(id)
            .ok_or_else(|| ApiError::usage(format!("There is no power “{id}”. See the list: takeup powers.")))
    }
}

/// Locks, also after another thread failed while it held the lock: what it guards is never left half done.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An area, as shown.
pub(crate) fn area_ref(area: &Area) -> AreaRef {
    AreaRef {
        gss: area.gss.clone(),
        name: area.name.clone(),
        council: area.council.clone(),
        kind: area.kind.name().into(),
        nation: area.nation.name().into(),
        region: area.region.clone(),
        population: area.population,
        parished: area.parished.words().into(),
    }
}

/// The answers of these areas.
fn judged_rows(judging: &Judging, areas: &[usize]) -> Vec<JudgedRow> {
    let catalogue = &judging.world.catalogue;
    let mut rows = Vec::new();
    for area in areas.iter().copied() {
        for power in 0..judging.compiled.powers.len() {
            let answer = judging.answer(power, area);
            rows.push(JudgedRow {
                area: catalogue.areas[area].gss.clone(),
                power: judging.compiled.powers[power].clone(),
                status: answer.status.as_str(),
                reach: answer.cell.reach.as_str(),
                used: answer.used.as_str(),
                open: answer.cell.groups.open,
                unsettled: answer.cell.groups.unsettled,
                blocked: answer.cell.groups.blocked,
                out_of_reach: answer.cell.groups.out_of_reach,
            });
        }
    }
    rows
}

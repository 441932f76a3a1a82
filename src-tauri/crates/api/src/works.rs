//! Long questions: how far each has come, and how to stop it.
//!
//! Who asks names the work with a word of its own; another call may then ask how far it is, or stop it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use crate::answer::work::{WorkRef, WorkState};
use crate::error::ApiError;
use crate::session::{Inner, lock};

#[derive(Default)]
pub(crate) struct Works(Mutex<BTreeMap<String, Arc<Progress>>>);

#[derive(Default)]
struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
    stop: AtomicBool,
}

/// Work that is under way; known to the others until it is dropped.
pub(crate) struct UnderWay<'w> {
    works: &'w Works,
    name: Option<String>,
    progress: Arc<Progress>,
}

impl Works {
    pub(crate) fn start(&self, name: Option<&String>) -> UnderWay<'_> {
        let progress = Arc::new(Progress::default());
        if let Some(name) = name {
            lock(&self.0).insert(name.clone(), progress.clone());
        }
        UnderWay { works: self, name: name.cloned(), progress }
    }

    fn state(&self, name: &str) -> WorkState {
        match lock(&self.0).get(name) {
            None => WorkState { running: false, done: 0, total: 0 },
            Some(found) => WorkState {
                running: true,
                done: found.done.load(Ordering::Relaxed) as u32,
                total: found.total.load(Ordering::Relaxed) as u32,
            },
        }
    }
}

impl UnderWay<'_> {
    /// Notes how far it has come; false when it is to stop.
    pub(crate) fn came(&self, done: usize, total: usize) -> bool {
        self.progress.done.store(done, Ordering::Relaxed);
        self.progress.total.store(total, Ordering::Relaxed);
        !self.progress.stop.load(Ordering::Relaxed)
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            lock(&self.works.0).remove(name);
        }
    }
}

impl Inner {
    pub(crate) fn work(&self, request: WorkRef) -> Result<WorkState, ApiError> {
        Ok(self.works.state(&request.work))
    }

    pub(crate) fn work_stop(&self, request: WorkRef) -> Result<WorkState, ApiError> {
        if let Some(found) = lock(&self.works.0).get(&request.work) {
            found.stop.store(true, Ordering::Relaxed);
        }
        Ok(self.works.state(&request.work))
    }
}

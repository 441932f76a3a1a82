//! Long work: how far it has come, and how to stop it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use crate::answer::reading::{JobState, ReadResult};
use crate::error::ApiError;
use crate::session::lock;

#[derive(Default)]
pub(crate) struct Jobs {
    next: AtomicU64,
    all: Mutex<BTreeMap<u64, Arc<Job>>>,
}

pub(crate) struct Job {
    pub(crate) id: u64,
    started: Instant,
    rows: AtomicU64,
    bytes: AtomicU64,
    total: AtomicU64,
    stop: AtomicBool,
    end: Mutex<Option<End>>,
}

pub(crate) enum End {
    Done(Box<ReadResult>),
    Cancelled,
    Failed(String),
}

impl Jobs {
    pub(crate) fn start(&self) -> Arc<Job> {
        let id = self.next.fetch_add(1, Ordering::Relaxed) + 1;
        let job = Arc::new(Job {
            id,
            started: Instant::now(),
            rows: AtomicU64::new(0),
            bytes: AtomicU64::new(0),
            total: AtomicU64::new(0),
            stop: AtomicBool::new(false),
            end: Mutex::new(None),
        });
        let mut all = lock(&self.all);
        // Old answers are of no more use.
        while all.len() >= 32 {
            all.pop_first();
        }
        all.insert(id, job.clone());
        job
    }

    pub(crate) fn get(&self, id: u64) -> Result<Arc<Job>, ApiError> {
        lock(&self.all)
            .get(&id)
            .cloned()
            .ok_or_else(|| ApiError::usage(format!("There is no reading number {id}; start again.")))
    }
}

impl Job {
    /// Notes how far it has come; false when it was told to stop.
    pub(crate) fn came(&self, rows: u64, bytes: u64, total: Option<u64>) -> bool {
        self.rows.store(rows, Ordering::Relaxed);
        self.bytes.store(bytes, Ordering::Relaxed);
        self.total.store(total.unwrap_or(0), Ordering::Relaxed);
        !self.stop.load(Ordering::Relaxed)
    }

    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    pub(crate) fn end(&self, end: End) {
        *lock(&self.end) = Some(end);
    }

    pub(crate) fn state(&self) -> JobState {
        let rows = self.rows.load(Ordering::Relaxed);
        let bytes = self.bytes.load(Ordering::Relaxed);
        let total = Some(self.total.load(Ordering::Relaxed)).filter(|t| *t > 0);
        let spent = self.started.elapsed().as_secs_f64();
        let left = total
            .filter(|_| bytes > 0 && spent > 0.5)
            .map(|t| (spent * t.saturating_sub(bytes) as f64 / bytes as f64).ceil() as u64);
        let end = lock(&self.end);
        let (state, error, result) = match &*end {
            None => ("running", None, None),
            Some(End::Done(result)) => ("done", None, Some((**result).clone())),
            Some(End::Cancelled) => ("cancelled", None, None),
            Some(End::Failed(message)) => ("failed", Some(message.clone()), None),
        };
        JobState {
            job: self.id,
            state: state.into(),
            rows,
            bytes,
            total_bytes: total,
            seconds_left: if state == "running" { left } else { None },
            error,
            result,
        }
    }
}

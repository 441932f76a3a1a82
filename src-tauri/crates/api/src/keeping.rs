//! Reading on one thread, keeping on this one: neither waits for the other but by a few batches.

use std::sync::mpsc::sync_channel;

use takeup_import::{ImportError, Read, SinkError, Summary};
use takeup_store::{Reading, StoreError};

use crate::error::ApiError;

/// Rows handed over at once.
const BATCH: usize = 512;
/// Batches that reading may be ahead.
const AHEAD: usize = 8;

/// Takes what reading yields.
type Sink<'s> = &'s mut dyn FnMut(Read) -> Result<(), SinkError>;

/// Runs `read` and keeps what it yields, in order.
///
/// # Errors
/// What reading or keeping says; the code is "cancelled" when the person stopped it.
pub(crate) fn read_and_keep(
    reading: &mut Reading<'_>,
    read: impl FnOnce(Sink<'_>) -> Result<Summary, ImportError> + Send,
) -> Result<Summary, ApiError> {
    std::thread::scope(|scope| {
        let (full, batches) = sync_channel::<Vec<Read>>(AHEAD);
        let reader = scope.spawn(move || {
            let mut batch = Vec::with_capacity(BATCH);
            let summary = read(&mut |row| {
                batch.push(row);
                if batch.len() < BATCH {
                    return Ok(());
                }
                let next = Vec::with_capacity(BATCH);
                full.send(std::mem::replace(&mut batch, next)).map_err(|_| SinkError::new("nobody keeps it"))
            });
            if summary.is_ok() {
                // Nobody left to take them: keeping has failed, and says so.
                let _ = full.send(batch);
            }
            summary
        });
        let kept = batches.iter().flatten().try_for_each(|row| keep(reading, &row));
        // A reader that is still at work now finds nobody to hand its rows to, and stops.
        drop(batches);
        let summary = reader.join();
        kept?;
        match summary {
            Ok(Ok(summary)) => Ok(summary),
            Ok(Err(ImportError::Cancelled { .. })) => {
                Err(ApiError { code: "cancelled", message: "Stopped; nothing was kept.".into() })
            }
            Ok(Err(error)) => Err(error.into()),
            Err(_) => Err(ApiError::failed("Reading failed inside. Nothing of the file was kept.")),
        }
    })
}

fn keep(reading: &mut Reading<'_>, row: &Read) -> Result<(), StoreError> {
    match row {
        Read::Record { line, record } => reading.keep(*line, record),
        Read::LeftOut(row) => reading.leave_out(row),
    }
}

//! Readers that stop before a hostile file fills the memory or the day.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use thiserror::Error;

/// No unpacked register is larger than this.
pub(crate) const MOST_BYTES: u64 = 8 << 30;
/// No single record is larger than this: quoted text may run over lines.
const MOST_RECORD: u64 = 4 << 20;

/// A limit that was passed. Travels inside an [`io::Error`].
#[derive(Debug, Error)]
pub(crate) enum Breach {
    #[error("it unpacks to more than the {declared} bytes it declares")]
    MoreThanDeclared { declared: u64 },
    #[error("it holds more than 8 GiB")]
    TooLarge,
    #[error("a record does not end")]
    LongRecord,
}

/// Stops after the declared number of bytes.
pub(crate) struct Bounded<R> {
    inner: R,
    declared: u64,
    read: u64,
}

impl<R: Read> Bounded<R> {
    pub(crate) fn new(inner: R, declared: u64) -> Self {
        Bounded { inner, declared, read: 0 }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.read += n as u64;
        if self.read > MOST_BYTES {
            return Err(io::Error::other(Breach::TooLarge));
        }
        if self.read > self.declared {
            return Err(io::Error::other(Breach::MoreThanDeclared { declared: self.declared }));
        }
        Ok(n)
    }
}

/// How much was read in all, and since the last record.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meter {
    total: Rc<Cell<u64>>,
    record: Rc<Cell<u64>>,
}

impl Meter {
    /// Bytes read so far.
    pub(crate) fn total(&self) -> u64 {
        self.total.get()
    }

    /// A record came out whole.
    pub(crate) fn record_done(&self) {
        self.record.set(0);
    }
}

/// Counts what passes, and stops when a record takes too much.
pub(crate) struct Metered<R> {
    inner: R,
    meter: Meter,
}

impl<R: Read> Metered<R> {
    pub(crate) fn new(inner: R, meter: Meter) -> Self {
        Metered { inner, meter }
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.meter.record.get() > MOST_RECORD {
            return Err(io::Error::other(Breach::LongRecord));
        }
        let n = self.inner.read(buffer)?;
        self.meter.total.set(self.meter.total.get() + n as u64);
        self.meter.record.set(self.meter.record.get() + n as u64);
        Ok(n)
    }
}

//! Long work: it tells how far it has come, and stops when it is told to.

/// Told how much is done of how much; answers whether to go on.
pub type Came<'a> = &'a dyn Fn(usize, usize) -> bool;

/// The work was stopped before it had an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped;

/// Tells how far it has come.
///
/// # Errors
/// When it is to stop.
pub(crate) fn came(came: Came<'_>, done: usize, total: usize) -> Result<(), Stopped> {
    if came(done, total) { Ok(()) } else { Err(Stopped) }
}

/// For work that nobody watches.
pub fn unwatched(_: usize, _: usize) -> bool {
    true
}

//! What the caller already knows, so that rows can be checked against it.

use std::collections::BTreeSet;

use takeup_domain::area::Area;
use takeup_domain::vocabulary::Form;

/// The lists that rows are checked against.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Every council area.
    pub areas: &'a [Area],
    /// Every legal form, with its aliases.
    pub forms: &'a [Form],
    /// Ids of the powers.
    pub powers: &'a BTreeSet<String>,
    /// Ids of the barriers.
    pub barriers: &'a BTreeSet<String>,
    /// Ids of the kinds of duty holder.
    pub duty_holders: &'a BTreeSet<String>,
    /// Ids of the traits of groups.
    pub traits: &'a BTreeSet<String>,
    /// Ids of the standings.
    pub standings: &'a BTreeSet<String>,
}

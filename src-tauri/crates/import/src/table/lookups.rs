//! What rows are checked against, indexed once.

use std::collections::BTreeSet;

use crate::forms::FormNames;
use crate::known::Known;
use crate::places::Places;
use crate::similar::{did_you_mean, similar};
use crate::values::short;

/// The caller's lists, indexed.
pub(crate) struct Lookups<'a> {
    pub(crate) places: Places<'a>,
    pub(crate) forms: FormNames<'a>,
    pub(crate) known: Known<'a>,
}

impl<'a> Lookups<'a> {
    pub(crate) fn new(known: Known<'a>) -> Self {
        Lookups { places: Places::new(known.areas), forms: FormNames::new(known.forms), known }
    }
}

/// The value if it is in the list, else why not.
pub(crate) fn one_of(list: &BTreeSet<String>, what: &str, value: &str) -> Result<String, String> {
    if let Some(id) = list.get(value).or_else(|| list.get(&crate::values::slug(value))) {
        return Ok(id.clone());
    }
    let like = did_you_mean(&similar(value, list.iter().map(String::as_str)));
    Err(format!("the {what} \"{}\" is not one Takeup knows{like}", short(value)))
}

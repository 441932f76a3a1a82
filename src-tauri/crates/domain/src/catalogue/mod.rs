//! The catalogue: what Takeup knows, loaded from text with its problems beside it.

mod check;
mod circles;
mod links;
mod load;
mod review;
mod schema;
mod tidy;

pub use check::run_cases;
pub(crate) use check::{check_power, check_requirement};
pub use load::load;
pub use review::{Note, NoteKind, review};
pub use schema::schemas;
pub use tidy::tidy;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::area::Area;
use crate::case::Case;
use crate::forms::Forms;
use crate::keytest::Worked;
use crate::power::Power;
use crate::record::UseOutcome;
use crate::requirement::Slug;
use crate::vocabulary::{
    Barrier, Capacity, Department, DutyHolder, Enabler, Goal, Remedy, Standing, Theme, Trait,
};

/// Everything in `data/`, by id.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// Powers.
    pub powers: BTreeMap<Slug, Power>,
    /// Departments.
    pub departments: BTreeMap<Slug, Department>,
    /// Kinds of duty holder.
    pub duty_holders: BTreeMap<Slug, DutyHolder>,
    /// Barriers.
    pub barriers: BTreeMap<Slug, Barrier>,
    /// Remedies that meet failing tests.
    pub remedies: BTreeMap<Slug, Remedy>,
    /// Legal forms and their order.
    pub forms: Forms,
    /// Standings.
    pub standings: BTreeMap<Slug, Standing>,
    /// Traits.
    pub traits: BTreeMap<Slug, Trait>,
    /// Capacities.
    pub capacities: BTreeMap<Slug, Capacity>,
    /// Enablers.
    pub enablers: BTreeMap<Slug, Enabler>,
    /// Goals by theme, in the order of the file.
    pub themes: Vec<Theme>,
    /// Council areas, sorted by GSS code.
    pub areas: Vec<Area>,
    /// Worked cases by power.
    pub cases: BTreeMap<Slug, Vec<Case>>,
    /// Documented uses by power.
    pub uses: BTreeMap<Slug, Vec<DocumentedUse>>,
    /// Worked examples of the key test, by file name.
    pub keytest: BTreeMap<Slug, Worked>,
    /// A fingerprint of the text it was loaded from.
    pub version: String,
}

impl Catalogue {
    /// The goal with this id.
    pub fn goal(&self, id: &str) -> Option<&Goal> {
        self.themes.iter().flat_map(|theme| &theme.goals).find(|goal| goal.id == id)
    }

    /// The area with this GSS code, current or superseded.
    pub fn area(&self, gss: &str) -> Option<&Area> {
        self.area_index(gss).map(|i| &self.areas[i])
    }

    /// The place of an area in [`Catalogue::areas`].
    pub fn area_index(&self, gss: &str) -> Option<usize> {
        self.areas
            .binary_search_by(|a| a.gss.as_str().cmp(gss))
            .ok()
            .or_else(|| self.areas.iter().position(|a| a.other_gss.iter().any(|o| o == gss)))
    }
}

/// A real use on record, as filed in `data/uses/<power-id>.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentedUse {
    /// GSS code of the council area.
    pub area: String,
    /// Its name, for the reader.
    pub area_name: String,
    /// Who tried.
    pub group: DocumentedGroup,
    /// What happened.
    pub what: String,
    /// When: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: String,
    /// How it ended.
    pub outcome: UseOutcome,
    /// Why it ended so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Barriers met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub barriers: Vec<Slug>,
    /// Where it says so.
    pub source: DocumentedSource,
    /// Whether the source itself was read (else an excerpt of it).
    pub read: bool,
}

/// Who used a power, as the source names them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentedGroup {
    /// Name.
    pub name: String,
    /// Legal form, if the source shows it.
    #[serde(default)]
    pub form: Option<Slug>,
}

/// The source of a documented use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentedSource {
    /// Title.
    pub title: String,
    /// Web address.
    pub address: String,
}

/// Something wrong in a catalogue file, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The file, relative to `data/`.
    pub file: String,
    /// The place in the file, such as `requires.all[1].provision`.
    pub at: String,
    /// What is wrong and what to do.
    pub message: String,
}

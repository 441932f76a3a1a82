//! The catalogue without any place: shelves of powers, search, and a page for each entry.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What can be looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    Power,
    Barrier,
    Remedy,
    Enabler,
    Department,
    DutyHolder,
    Form,
    Goal,
}

/// How powers are shelved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ShelfKind {
    Department,
    Pillar,
    Nation,
    Goal,
    DutyHolder,
    Barrier,
    Enabler,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShelvesRequest {
    pub by: ShelfKind,
}

/// Powers that belong together.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Shelf {
    pub id: String,
    pub name: String,
    /// The heading it stands under, such as a theme of goals or a kind of department.
    pub under: Option<String>,
    /// The entry with its own page, if it has one.
    pub entry: Option<EntryKind>,
    /// What to know; of a department without a power, that it has none.
    pub note: Option<String>,
    pub powers: Vec<EntryRef>,
}

/// A way to an entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct EntryRef {
    pub kind: EntryKind,
    pub id: String,
    pub name: String,
    /// The state of the law, or what sort it is.
    pub note: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SearchRequest {
    pub text: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// Something found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Hit {
    pub kind: EntryKind,
    /// The kind in words.
    pub kind_name: String,
    pub id: String,
    pub name: String,
    /// The words around the match.
    pub around: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntryRequest {
    pub kind: EntryKind,
    pub id: String,
}

/// A page on one entry.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryPage {
    pub kind: EntryKind,
    pub kind_name: String,
    pub id: String,
    pub name: String,
    pub summary: String,
    /// Name and value pairs.
    pub facts: Vec<EntryFact>,
    pub sections: Vec<EntrySection>,
    pub sources: Vec<String>,
    /// "source", "mixed" or "recall", where the entry says.
    pub verified: Option<String>,
    pub checked_on: Option<String>,
    pub checked_read: Option<String>,
    pub review_by: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryFact {
    pub name: String,
    pub value: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntrySection {
    pub heading: String,
    pub lines: Vec<EntryLine>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct EntryLine {
    pub text: String,
    pub note: Option<String>,
    /// Where it leads inside the catalogue.
    pub to: Option<EntryRef>,
    /// A web address.
    pub link: Option<String>,
}

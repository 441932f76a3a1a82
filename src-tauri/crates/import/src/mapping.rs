//! How a foreign table is read: which of its columns is which field.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::format::TableKind;

/// Which column of a foreign table holds which field of a Takeup table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Which table it becomes.
    pub kind: TableKind,
    /// Field to column header. A text that begins with `=` is not a header: it is the value of every row.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// Text in the legal form column to the form's id; an empty id says "no form".
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// Every row is of this GSS code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// What to put before the id to make it an org-id, such as `GB-CHC`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_prefix: Option<String>,
}

/// What the person who reads a file says of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// Rows that name no area are of this one: a GSS code or a council's name.
    pub area: Option<String>,
    /// Read the file through this mapping.
    pub mapping: Option<Mapping>,
    /// Read it as this table of Takeup's own.
    pub force: Option<TableKind>,
    /// Keep linked charities, which are parts of others.
    pub include_linked: bool,
    /// The file's SHA-256, if the caller has worked it out already.
    pub sha256: Option<String>,
}

//! The empty tables that people fill in.

use serde::Serialize;

use crate::columns;
use crate::format::TableKind;

/// One column of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TemplateColumn {
    /// Header.
    pub name: &'static str,
    /// Whether a row without it is left out.
    pub required: bool,
    /// What belongs in it.
    pub help: &'static str,
    /// A value that would be read.
    pub example: &'static str,
}

/// The columns of a table, in order. A table of groups may have more of them, called `trait:<id of a trait>`, with
/// yes or no in them.
pub fn template(kind: TableKind) -> Vec<TemplateColumn> {
    let column = |c: &columns::Column| TemplateColumn {
        name: c.name,
        required: c.required,
        help: c.help,
        example: c.example,
    };
    columns::of(kind).iter().map(column).collect()
}

//! Takeup's own tables, and any other table through a mapping of its columns: one file per kind of record.

mod coverage;
mod electorates;
mod fields;
mod findings;
mod groups;
mod lookups;
mod plan;
mod template;
mod uses;

use takeup_domain::record::Record;

use crate::format::TableKind;
use crate::read::{Interpret, Seen, Tally, Verdict};
use crate::rows::Row;

use fields::Fields;
pub(crate) use lookups::Lookups;
pub(crate) use plan::{mapped, own};
pub use template::{TemplateColumn, template};

/// Reads a table of one kind.
pub(crate) struct Table<'a> {
    kind: TableKind,
    fields: Fields<'a>,
    seen: Seen,
    unused: Vec<(usize, String)>,
}

impl Interpret for Table<'_> {
    fn widths(&self) -> (usize, usize) {
        (0, self.fields.width)
    }

    fn row(&mut self, row: &Row, tally: &mut Tally) -> Verdict {
        let record = match self.kind {
            TableKind::Groups => groups::read(&self.fields, row, tally),
            TableKind::Uses => uses::read(&self.fields, row, tally),
            TableKind::Coverage => coverage::read(&self.fields, row, tally),
            TableKind::Findings => findings::read(&self.fields, row, tally),
            TableKind::Electorates => electorates::read(&self.fields, row, tally),
        };
        let record = match record {
            Ok(record) => record,
            Err(reason) => return Verdict::Leave(reason),
        };
        let new = match &record {
            Record::Group(group) => self.seen.is_new(&group.key),
            _ => self.seen.is_new(row.cells.as_slice()),
        };
        for (at, name) in &self.unused {
            if !row.at(*at).is_empty() {
                tally.add("column not used: ", name);
            }
        }
        match (new, record) {
            (true, record) => Verdict::Keep(record),
            (false, Record::Group(group)) => {
                Verdict::Leave(format!("{} stands on an earlier line already", group.key))
            }
            (false, _) => Verdict::Leave("the same row stands on an earlier line already".into()),
        }
    }
}

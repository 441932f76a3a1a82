//! The public extract of the Charity Commission for England and Wales, one file here per table.
//!
//! Phones, e-mails, trustees and street addresses are never read.

mod annual_return;
mod area_of_operation;
mod classification;
mod governing_document;
mod register;

use takeup_domain::record::GroupRecord;

use crate::format::CharityTable;
use crate::header::Header;
use crate::places::Places;
use crate::read::Interpret;
use crate::rows::Row;

/// The reader of a table.
pub(crate) fn interpreter<'p>(
    table: &CharityTable,
    header: &Header,
    places: &'p Places<'p>,
    include_linked: bool,
) -> Box<dyn Interpret + 'p> {
    let keys = Keys::new(header, include_linked);
    match table {
        CharityTable::Charity => Box::new(register::Register::new(header, keys)),
        CharityTable::AreaOfOperation => {
            Box::new(area_of_operation::AreaOfOperation::new(header, keys, places))
        }
        CharityTable::Classification => Box::new(classification::Counted::classes(header)),
        CharityTable::GoverningDocument => Box::new(governing_document::GoverningDocument::new(header, keys)),
        CharityTable::AnnualReturnPartA => Box::new(annual_return::AnnualReturn::new(header, keys)),
        CharityTable::Other(_) => Box::new(classification::Counted::unused(header)),
    }
}

/// Where a column is; [`NOWHERE`] reads as empty.
fn column(header: &Header, name: &str) -> usize {
    header.find(name).unwrap_or(NOWHERE)
}

const NOWHERE: usize = usize::MAX;

/// Which charity a row is about.
struct Keys {
    number: usize,
    linked: usize,
    include_linked: bool,
    width: usize,
}

enum Charity {
    /// One to keep, by its org-id.
    Kept(String),
    /// Part of another, that other's org-id.
    Linked(String),
    /// The number is missing.
    Nameless,
}

impl Keys {
    fn new(header: &Header, include_linked: bool) -> Self {
        Keys {
            number: column(header, "registered charity number"),
            linked: column(header, "linked charity number"),
            include_linked,
            width: header.shown.len(),
        }
    }

    fn of(&self, row: &Row) -> Charity {
        let (number, linked) = (row.at(self.number), row.at(self.linked));
        if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
            return Charity::Nameless;
        }
        match linked {
            "" | "0" => Charity::Kept(format!("GB-CHC-{number}")),
            linked if self.include_linked => Charity::Kept(format!("GB-CHC-{number}-{linked}")),
            _ => Charity::Linked(format!("GB-CHC-{number}")),
        }
    }
}

/// More about a group that the table `charity` names.
fn patch(key: String) -> GroupRecord {
    GroupRecord { key, ..GroupRecord::default() }
}

const NO_NUMBER: &str = "it has no registered charity number";
const LINKED_PASSED: &str = "rows of linked charities, passed over";

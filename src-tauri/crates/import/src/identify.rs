//! Which format a header belongs to.

use crate::columns;
use crate::format::{CharityTable, Format, TableKind};
use crate::header::Header;

/// Column that only this table of the public extract has, and the table's name.
const CHARITY_TABLES: [(&str, &str); 13] = [
    ("charity registration status", "charity"),
    ("geographic area type", "charity_area_of_operation"),
    ("classification code", "charity_classification"),
    ("governing document description", "charity_governing_document"),
    ("count volunteers", "charity_annual_return_parta"),
    ("count employees", "charity_annual_return_partb"),
    ("date annual return received", "charity_annual_return_history"),
    ("event type", "charity_event_history"),
    ("charity name id", "charity_other_names"),
    ("regulator name", "charity_other_regulators"),
    ("policy name", "charity_policy"),
    ("report name", "charity_published_report"),
    ("trustee id", "charity_trustee"),
];

/// The format, if the columns tell; None leaves it to a mapping.
pub(crate) fn identify(header: &Header) -> Option<Format> {
    if header.has(&["organisation number", "registered charity number", "date of extract"]) {
        let table = CHARITY_TABLES.iter().find(|(column, _)| header.find(column).is_some());
        let table = table.map_or("a table this version does not know", |(_, name)| name);
        return Some(Format::CharityEw(match table {
            "charity" => CharityTable::Charity,
            "charity_area_of_operation" => CharityTable::AreaOfOperation,
            "charity_classification" => CharityTable::Classification,
            "charity_governing_document" => CharityTable::GoverningDocument,
            "charity_annual_return_parta" => CharityTable::AnnualReturnPartA,
            other => CharityTable::Other(other.to_owned()),
        }));
    }
    own(header).map(Format::Table)
}

/// Takeup's own table, told by the columns that only it has.
fn own(header: &Header) -> Option<TableKind> {
    let signs: [(TableKind, &[&str]); 5] = [
        (TableKind::Findings, &["barrier", "effect"]),
        (TableKind::Electorates, &["area", "electorate"]),
        (TableKind::Coverage, &["power", "register"]),
        (TableKind::Uses, &["power", "outcome"]),
        (TableKind::Groups, &["name", "legal form"]),
    ];
    let sign = signs.iter().find(|(_, names)| header.has(names)).map(|(kind, _)| *kind);
    sign.or_else(|| {
        // A list of groups may leave the legal form out; then most of its columns must be ours.
        let ours = columns::of(TableKind::Groups).iter().filter(|c| header.find(c.name).is_some()).count();
        (header.has(&["name", "area"]) && ours >= 4).then_some(TableKind::Groups)
    })
}

/// Whether the row can be the header of a format that is told by its columns.
pub(crate) fn names_a_format(header: &Header) -> bool {
    identify(header).is_some() || crate::guess::looks_like_uses(header)
}

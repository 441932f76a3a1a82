//! The formats that Takeup reads.

use serde::{Deserialize, Serialize, Serializer};

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// A table of the Charity Commission's public extract (England and Wales).
    CharityEw(CharityTable),
    /// One of Takeup's own tables.
    Table(TableKind),
    /// Any other table, read through a [`crate::Mapping`].
    Mapped,
}

/// Tables of the Charity Commission's public extract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CharityTable {
    /// `charity`: the groups.
    Charity,
    /// `charity_area_of_operation`: where they work.
    AreaOfOperation,
    /// `charity_classification`: counted, nothing is kept.
    Classification,
    /// `charity_governing_document`: refines the legal form.
    GoverningDocument,
    /// `charity_annual_return_parta`: volunteers and income of the latest year.
    AnnualReturnPartA,
    /// A table that is recognised but that Takeup does not use, by its name.
    Other(String),
}

/// Takeup's own tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableKind {
    /// Groups.
    Groups,
    /// Uses of powers.
    Uses,
    /// Registers of uses that were looked at.
    Coverage,
    /// Findings on barriers.
    Findings,
    /// How many people of a standing each place has.
    Electorates,
}

impl Format {
    /// A stable word for files and programs.
    pub fn as_str(&self) -> &'static str {
        match self {
            Format::CharityEw(CharityTable::Charity) => "charity-ew-charity",
            Format::CharityEw(CharityTable::AreaOfOperation) => "charity-ew-area-of-operation",
            Format::CharityEw(CharityTable::Classification) => "charity-ew-classification",
            Format::CharityEw(CharityTable::GoverningDocument) => "charity-ew-governing-document",
            Format::CharityEw(CharityTable::AnnualReturnPartA) => "charity-ew-annual-return-parta",
            Format::CharityEw(CharityTable::Other(_)) => "charity-ew-other",
            Format::Table(TableKind::Groups) => "takeup-groups",
            Format::Table(TableKind::Uses) => "takeup-uses",
            Format::Table(TableKind::Coverage) => "takeup-coverage",
            Format::Table(TableKind::Findings) => "takeup-findings",
            Format::Table(TableKind::Electorates) => "takeup-electorates",
            Format::Mapped => "mapped",
        }
    }

    /// The format in plain words.
    pub fn name(&self) -> String {
        match self {
            Format::CharityEw(CharityTable::Charity) => "Charity register, England and Wales".into(),
            Format::CharityEw(CharityTable::Other(table)) => {
                format!("Charity register, England and Wales: {table} (Takeup uses nothing from it)")
            }
            Format::CharityEw(CharityTable::AreaOfOperation) => {
                "Charity register, England and Wales: where charities work".into()
            }
            Format::CharityEw(CharityTable::Classification) => {
                "Charity register, England and Wales: classification (counted; nothing from it is kept)"
                    .into()
            }
            Format::CharityEw(CharityTable::GoverningDocument) => {
                "Charity register, England and Wales: governing documents".into()
            }
            Format::CharityEw(CharityTable::AnnualReturnPartA) => {
                "Charity register, England and Wales: annual returns, part A".into()
            }
            Format::Table(kind) => format!("Takeup table of {}", kind.name()),
            Format::Mapped => "Another table, read through a mapping of its columns".into(),
        }
    }
}

impl Serialize for Format {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl TableKind {
    /// Every kind, in reading order.
    pub const ALL: [TableKind; 5] = [
        TableKind::Groups,
        TableKind::Uses,
        TableKind::Coverage,
        TableKind::Findings,
        TableKind::Electorates,
    ];

    /// The word used in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            TableKind::Groups => "groups",
            TableKind::Uses => "uses",
            TableKind::Coverage => "coverage",
            TableKind::Findings => "findings",
            TableKind::Electorates => "electorates",
        }
    }

    /// What the table holds, in plain words.
    pub fn name(self) -> &'static str {
        match self {
            TableKind::Groups => "groups",
            TableKind::Uses => "uses of powers",
            TableKind::Coverage => "registers looked at",
            TableKind::Findings => "findings on barriers",
            TableKind::Electorates => "electorates",
        }
    }
}

//! The fields of a row, by name.

use std::collections::BTreeMap;

use jiff::civil::Date;
use takeup_domain::record::Source;

use crate::dates::{self, When};
use crate::read::Tally;
use crate::rows::{Opened, Row};
use crate::table::Lookups;
use crate::table::lookups::one_of;
use crate::values::{filled, is_org_id, short, slug, whole};

/// Where a field comes from.
pub(super) enum Slot {
    /// A column.
    Column(usize),
    /// The same text in every row.
    Fixed(String),
}

/// How the rows of a table are read. A strict table leaves a row out for a value that cannot be read; any other
/// drops the value and counts it.
pub(super) struct Fields<'a> {
    pub(super) lookups: &'a Lookups<'a>,
    pub(super) strict: bool,
    pub(super) traits: Vec<(String, usize)>,
    pub(super) area: Option<String>,
    pub(super) values: BTreeMap<String, String>,
    pub(super) id_prefix: Option<String>,
    pub(super) width: usize,
    slots: BTreeMap<&'static str, Slot>,
    serials: bool,
    file: String,
}

impl<'a> Fields<'a> {
    pub(super) fn new(
        lookups: &'a Lookups<'a>,
        opened: &Opened,
        slots: BTreeMap<&'static str, Slot>,
    ) -> Self {
        Fields {
            lookups,
            strict: false,
            traits: Vec::new(),
            area: None,
            values: BTreeMap::new(),
            id_prefix: None,
            width: opened.header.shown.len(),
            slots,
            serials: opened.workbook,
            file: opened.file.clone(),
        }
    }

    /// Whether the field comes from anywhere.
    pub(super) fn has(&self, name: &str) -> bool {
        self.slots.contains_key(name)
    }

    /// The field's text; empty when it says nothing.
    pub(super) fn text<'r>(&'r self, row: &'r Row, name: &str) -> &'r str {
        match self.slots.get(name) {
            Some(Slot::Column(at)) => filled(row.at(*at)),
            Some(Slot::Fixed(text)) => text.as_str(),
            None => "",
        }
    }

    /// The field's text, which must be there.
    pub(super) fn needed<'r>(&'r self, row: &'r Row, name: &str) -> Result<&'r str, String> {
        match self.text(row, name) {
            "" => Err(format!("{name} is empty")),
            text => Ok(text),
        }
    }

    /// A problem with one value: the row's end in a strict table, else a count.
    pub(super) fn problem<T>(
        &self,
        tally: &mut Tally,
        name: &str,
        reason: String,
    ) -> Result<Option<T>, String> {
        if self.strict {
            return Err(reason);
        }
        tally.add(name, " not readable");
        Ok(None)
    }

    /// A date as far as it is given.
    pub(super) fn when(&self, row: &Row, name: &str, tally: &mut Tally) -> Result<Option<When>, String> {
        match self.text(row, name) {
            "" => Ok(None),
            // What the Scottish register writes for no date.
            "01/01/1970" if !self.strict => Ok(None),
            text => match dates::parse(text, self.serials) {
                Some(when) => Ok(Some(when)),
                None => self.problem(tally, name, not_a_date(name, text)),
            },
        }
    }

    /// A date to the day; a month or year alone is dropped and counted.
    pub(super) fn day(&self, row: &Row, name: &str, tally: &mut Tally) -> Result<Option<Date>, String> {
        let when = self.when(row, name, tally)?;
        let day = when.and_then(When::day);
        if when.is_some() && day.is_none() {
            tally.add(name, " without a day, not kept");
        }
        Ok(day)
    }

    /// A date to the day that must be there.
    pub(super) fn needed_day(&self, row: &Row, name: &str) -> Result<Date, String> {
        let text = self.needed(row, name)?;
        let day = dates::parse(text, self.serials).and_then(When::day);
        day.ok_or_else(|| not_a_date(name, text))
    }

    /// A whole number that is not below zero.
    pub(super) fn count<N: TryFrom<i64>>(
        &self,
        row: &Row,
        name: &str,
        tally: &mut Tally,
    ) -> Result<Option<N>, String> {
        match self.text(row, name) {
            "" => Ok(None),
            text => match whole(text).and_then(|n| N::try_from(n).ok()) {
                Some(n) => Ok(Some(n)),
                None => self.problem(tally, name, format!("{name} \"{}\" is not a number", short(text))),
            },
        }
    }

    /// The area of a row: its own, else that of the file.
    pub(super) fn area(&self, row: &Row) -> Result<Option<String>, String> {
        match self.text(row, "area") {
            "" => Ok(self.area.clone()),
            text => match self.lookups.places.find(text) {
                Some(gss) => Ok(Some(gss.to_owned())),
                None => Err(self.lookups.places.unknown(text)),
            },
        }
    }

    /// The area of a row, which must be there.
    pub(super) fn needed_area(&self, row: &Row) -> Result<String, String> {
        self.area(row)?.ok_or_else(|| "area is empty".to_owned())
    }

    /// The power of a row, if it names one.
    pub(super) fn power(&self, row: &Row) -> Result<Option<String>, String> {
        match self.text(row, "power") {
            "" => Ok(None),
            text => one_of(self.lookups.known.powers, "power", text).map(Some),
        }
    }

    /// The key of the group that an id stands for: an org-id as it is, else `X-<id>`.
    pub(super) fn key(&self, id: &str) -> String {
        let upper = id.trim().to_ascii_uppercase();
        if is_org_id(&upper) {
            return upper;
        }
        match self.id_prefix.as_deref() {
            Some("GB-COH") => crate::values::company_id(id).unwrap_or_else(|| format!("X-{}", slug(id))),
            Some("GB-CHC") if upper.starts_with("SC") => format!("GB-SC-{upper}"),
            Some(prefix) => format!("{prefix}-{}", upper.replace(' ', "")),
            None => format!("X-{}", slug(id)),
        }
    }

    /// The key of the group that a row of another table names by id.
    pub(super) fn group_key(&self, row: &Row) -> Option<String> {
        Some(self.text(row, "group_id")).filter(|id| !id.is_empty()).map(|id| self.key(id))
    }

    /// Where a row comes from: what it says, else the file.
    pub(super) fn source(&self, row: &Row) -> Result<Source, String> {
        let title = match self.text(row, "source") {
            "" if self.strict => return Err("source is empty".into()),
            "" => self.file.clone(),
            text => text.to_owned(),
        };
        let address = Some(self.text(row, "source_address")).filter(|a| !a.is_empty()).map(str::to_owned);
        Ok(Source { title, address })
    }
}

fn not_a_date(name: &str, text: &str) -> String {
    format!("{name} \"{}\" is not a date: write day/month/year or YYYY-MM-DD", short(text))
}

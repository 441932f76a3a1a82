//! The table `charity`: the groups themselves.

use takeup_domain::record::{GroupRecord, Record};

use super::{Charity, Keys, NO_NUMBER, column};
use crate::dates;
use crate::header::Header;
use crate::read::{Interpret, Seen, Tally, Verdict};
use crate::rows::Row;
use crate::values::{company_id, postcode, short, whole};

const LINKED: &str = "linked charity: a part of another, kept only when asked for";

/// Reads the table `charity`.
pub(super) struct Register {
    keys: Keys,
    seen: Seen,
    name: usize,
    kind: usize,
    status: usize,
    registered: usize,
    year_end: usize,
    income: usize,
    postcode: usize,
    website: usize,
    company: usize,
}

impl Register {
    pub(super) fn new(header: &Header, keys: Keys) -> Self {
        Register {
            keys,
            seen: Seen::default(),
            name: column(header, "charity name"),
            kind: column(header, "charity type"),
            status: column(header, "charity registration status"),
            registered: column(header, "date of registration"),
            year_end: column(header, "latest acc fin period end date"),
            income: column(header, "latest income"),
            postcode: column(header, "charity contact postcode"),
            website: column(header, "charity contact web"),
            company: column(header, "charity company registration number"),
        }
    }
}

impl Interpret for Register {
    fn widths(&self) -> (usize, usize) {
        (self.keys.width, self.keys.width)
    }

    fn about(&self, row: &Row) -> String {
        short(&format!("{} {}", row.at(self.keys.number), row.at(self.name)))
    }

    fn row(&mut self, row: &Row, tally: &mut Tally) -> Verdict {
        let kind = row.at(self.kind);
        tally.add("status: ", row.at(self.status));
        tally.add("type: ", if kind.is_empty() { "not given" } else { kind });
        let key = match self.keys.of(row) {
            Charity::Kept(key) => key,
            Charity::Linked(_) => return Verdict::Leave(LINKED.into()),
            Charity::Nameless => return Verdict::Leave(NO_NUMBER.into()),
        };
        if row.at(self.status).eq_ignore_ascii_case("removed") {
            return Verdict::Leave("removed from the register".into());
        }
        if row.at(self.name).is_empty() {
            return Verdict::Leave("it has no name".into());
        }
        if !self.seen.is_new(&key) {
            return Verdict::Leave(format!("{key} stands on an earlier line already"));
        }
        let mut group = GroupRecord { key, name: row.at(self.name).to_owned(), ..GroupRecord::default() };
        group.ids.extend(company_id(row.at(self.company)));
        for form in forms(kind) {
            group.forms.insert((*form).to_owned(), true);
        }
        let date = |at: usize, tally: &mut Tally| match row.at(at) {
            "" => None,
            cell => dates::parse(cell, false).and_then(dates::When::day).or_else(|| {
                tally.add("date not readable", "");
                None
            }),
        };
        if !row.at(self.income).is_empty() {
            group.income = whole(row.at(self.income));
            match group.income {
                Some(_) => group.income_date = date(self.year_end, tally),
                None => tally.add("income not readable", ""),
            }
        }
        group.registered = date(self.registered, tally);
        group.postcode = postcode(row.at(self.postcode));
        group.website =
            Some(row.at(self.website)).filter(|w| w.contains('.') && !w.contains('@')).map(str::to_owned);
        Verdict::Keep(Record::Group(group))
    }
}

/// The forms that a `charity_type` says for certain. A CIO or charitable company is a registered charity by the
/// is-a order of the forms.
fn forms(kind: &str) -> &'static [&'static str] {
    match kind {
        "CIO" => &["cio"],
        "Charitable company" => &["charitable-company"],
        "Trust" => &["charitable-trust", "registered-charity"],
        _ => &["registered-charity"],
    }
}

//! The table `charity_annual_return_parta`: volunteers and income of the latest year.

use takeup_domain::record::Record;

use super::{Charity, Keys, NO_NUMBER, column, patch};
use crate::dates;
use crate::header::Header;
use crate::read::{Interpret, Tally, Verdict};
use crate::rows::Row;
use crate::values::{whole, yes_no};

/// Reads the table `charity_annual_return_parta`.
pub(super) struct AnnualReturn {
    keys: Keys,
    latest: usize,
    order: usize,
    year_end: usize,
    income: usize,
    volunteers: usize,
}

impl AnnualReturn {
    pub(super) fn new(header: &Header, keys: Keys) -> Self {
        AnnualReturn {
            keys,
            latest: column(header, "latest fin period submitted ind"),
            order: column(header, "fin period order number"),
            year_end: column(header, "fin period end date"),
            income: column(header, "total gross income"),
            volunteers: column(header, "count volunteers"),
        }
    }
}

impl Interpret for AnnualReturn {
    fn widths(&self) -> (usize, usize) {
        (self.keys.width, self.keys.width)
    }

    fn row(&mut self, row: &Row, tally: &mut Tally) -> Verdict {
        let latest = yes_no(row.at(self.latest)).unwrap_or(row.at(self.order) == "1");
        if !latest {
            tally.add("returns of earlier years, passed over", "");
            return Verdict::Pass;
        }
        let (Charity::Kept(key) | Charity::Linked(key)) = self.keys.of(row) else {
            return Verdict::Leave(NO_NUMBER.into());
        };
        let mut group = patch(key);
        group.volunteers = number(row.at(self.volunteers), "volunteers not readable", tally);
        group.income = number(row.at(self.income), "income not readable", tally);
        if group.income.is_some() {
            group.income_date = dates::parse(row.at(self.year_end), false).and_then(dates::When::day);
        }
        if group.volunteers.is_none() && group.income.is_none() {
            tally.add("latest returns with neither volunteers nor income", "");
            return Verdict::Pass;
        }
        Verdict::Keep(Record::Patch(group))
    }
}

/// The number in the cell, if it is one and fits.
fn number<N: TryFrom<i64>>(cell: &str, problem: &str, tally: &mut Tally) -> Option<N> {
    if cell.is_empty() {
        return None;
    }
    let value = whole(cell).and_then(|n| N::try_from(n).ok());
    if value.is_none() {
        tally.add(problem, "");
    }
    value
}

//! Tables that are counted and of which nothing is kept.

use crate::header::Header;
use crate::read::{Interpret, Tally, Verdict};
use crate::rows::Row;

use super::column;

/// Counts rows, by class where there is one.
pub(super) struct Counted {
    class: Option<usize>,
    width: usize,
}

impl Counted {
    /// The table `charity_classification`.
    pub(super) fn classes(header: &Header) -> Self {
        Counted { class: Some(column(header, "classification description")), width: header.shown.len() }
    }

    /// A table that Takeup uses nothing from.
    pub(super) fn unused(header: &Header) -> Self {
        Counted { class: None, width: header.shown.len() }
    }
}

impl Interpret for Counted {
    fn widths(&self) -> (usize, usize) {
        (self.width, self.width)
    }

    fn row(&mut self, row: &Row, tally: &mut Tally) -> Verdict {
        match self.class {
            Some(class) => tally.add("class: ", row.at(class)),
            None => tally.add("rows of a table that Takeup uses nothing from", ""),
        }
        Verdict::Pass
    }
}

//! The table `charity_area_of_operation`: where charities say that they work.

use takeup_domain::record::{PresenceBasis, Record};

use super::{Charity, Keys, LINKED_PASSED, NO_NUMBER, column, patch};
use crate::header::Header;
use crate::places::Places;
use crate::read::{Interpret, Tally, Verdict};
use crate::rows::Row;

/// Reads the table `charity_area_of_operation`.
///
/// Its local authorities are counties, unitaries, metropolitan and London boroughs, never shire districts; some
/// are no more and stand for their successors. All else (regions, nations, countries) is wide, never local.
pub(super) struct AreaOfOperation<'p> {
    keys: Keys,
    places: &'p Places<'p>,
    kind: usize,
    name: usize,
}

impl<'p> AreaOfOperation<'p> {
    pub(super) fn new(header: &Header, keys: Keys, places: &'p Places<'p>) -> Self {
        let kind = column(header, "geographic area type");
        let name = column(header, "geographic area description");
        AreaOfOperation { keys, places, kind, name }
    }
}

impl Interpret for AreaOfOperation<'_> {
    fn widths(&self) -> (usize, usize) {
        (self.keys.width, self.keys.width)
    }

    fn row(&mut self, row: &Row, tally: &mut Tally) -> Verdict {
        let (kind, name) = (row.at(self.kind), row.at(self.name));
        tally.add("area type: ", kind);
        let key = match self.keys.of(row) {
            Charity::Kept(key) => key,
            Charity::Linked(_) => {
                tally.add(LINKED_PASSED, "");
                return Verdict::Pass;
            }
            Charity::Nameless => return Verdict::Leave(NO_NUMBER.into()),
        };
        let mut group = patch(key);
        if kind.eq_ignore_ascii_case("local authority") {
            let found = self.places.of_charity_register(name);
            match found.as_slice() {
                [] => return Verdict::Leave(self.places.unknown(name)),
                [_] => {}
                _ => tally.add(name, " no longer exists: read as each of its successors"),
            }
            group.presences = found.iter().map(|gss| ((*gss).to_owned(), PresenceBasis::WorksIn)).collect();
        } else {
            group.wide = true;
        }
        Verdict::Keep(Record::Patch(group))
    }
}

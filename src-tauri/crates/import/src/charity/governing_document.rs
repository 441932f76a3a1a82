//! The table `charity_governing_document`: what sort of body a charity is, where its document says so.

use takeup_domain::record::Record;

use super::{Charity, Keys, LINKED_PASSED, NO_NUMBER, column, patch};
use crate::header::{Header, plain};
use crate::read::{Interpret, Tally, Verdict};
use crate::rows::Row;

/// Words of a document and the form they show; the first that fits wins. An empty form shows nothing: companies,
/// charters and schemes have rules too.
const WORDS: [(&str, &str); 17] = [
    ("cio association", "cio-association"),
    ("cio foundation", "cio-foundation"),
    ("parochial church council", "faith-group"),
    ("memorandum", ""),
    ("articles", ""),
    ("incorporated", ""),
    ("royal charter", ""),
    ("trust deed", "charitable-trust"),
    ("trustdeed", "charitable-trust"),
    ("declaration", "charitable-trust"),
    ("deed of trust", "charitable-trust"),
    ("will", "charitable-trust"),
    ("conveyance", "charitable-trust"),
    ("scheme", ""),
    ("act", ""),
    ("constitution", "unincorporated-association"),
    ("rules", "unincorporated-association"),
];

/// Reads the table `charity_governing_document`.
///
/// A patch from here refines a group whose `charity_type` leaves its structure open. It never contradicts one:
/// whoever merges keeps a structure that the group has already.
pub(super) struct GoverningDocument {
    keys: Keys,
    document: usize,
}

impl GoverningDocument {
    pub(super) fn new(header: &Header, keys: Keys) -> Self {
        GoverningDocument { keys, document: column(header, "governing document description") }
    }
}

impl Interpret for GoverningDocument {
    fn widths(&self) -> (usize, usize) {
        (self.keys.width, self.keys.width)
    }

    fn row(&mut self, row: &Row, tally: &mut Tally) -> Verdict {
        let key = match self.keys.of(row) {
            Charity::Kept(key) => key,
            Charity::Linked(_) => {
                tally.add(LINKED_PASSED, "");
                return Verdict::Pass;
            }
            Charity::Nameless => return Verdict::Leave(NO_NUMBER.into()),
        };
        let Some(form) = form(row.at(self.document)) else {
            tally.add("documents that show no legal form", "");
            return Verdict::Pass;
        };
        tally.add("document shows: ", form);
        let mut group = patch(key);
        group.forms.insert(form.to_owned(), true);
        Verdict::Keep(Record::Patch(group))
    }
}

/// The form that a document shows.
fn form(document: &str) -> Option<&'static str> {
    let text = format!(" {} ", plain(document));
    let (_, form) = WORDS.iter().find(|(words, _)| text.contains(&format!(" {words} ")))?;
    Some(*form).filter(|form| !form.is_empty())
}

#[cfg(test)]
mod tests {
    use super::form;

    #[test]
    fn documents_show_forms() {
        let check =
            |document: &str, expected: Option<&str>| assert_eq!(form(document), expected, "{document}");
        check("CIO - ASSOCIATION REGISTERED 12 MAR 2019", Some("cio-association"));
        check("CIO - Foundation Registered 03 Jan 2014", Some("cio-foundation"));
        check("CONSTITUTION ADOPTED 01 DEC 2017", Some("unincorporated-association"));
        check("MODEL CONSTITUTION AND RULES(ALREADY LODGED)", Some("unincorporated-association"));
        check("SUPPLEMENTAL ROYAL CHARTER AND RULES AND BYE LAWS", None);
        check("MEMORANDUM AND ARTICLES INCORPORATED 1 MAY 2001", None);
        check("DECLARATION OF TRUST DATED 22/11/96", Some("charitable-trust"));
        check("WILL PROVED 1 JAN 1901", Some("charitable-trust"));
        check("WILLIAM'S GIFT", None);
        check("PAROCHIAL CHURCH COUNCIL POWERS MEASURE (1956) AS AMENDED", Some("faith-group"));
        check("Scheme dated 29 Feb 2016", None);
        check("UNKNOWN", None);
    }
}

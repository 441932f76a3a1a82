//! The row of column names.

use crate::error::ImportError;
use crate::rows::Row;

/// No table has more columns than this.
pub(crate) const MOST_COLUMNS: usize = 2_000;

/// Column names, as written and as compared.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    /// Line it stands on.
    pub(crate) line: u64,
    /// As written, trimmed.
    pub(crate) shown: Vec<String>,
    /// As compared, see [`plain`].
    pub(crate) plain: Vec<String>,
}

/// A text as names are compared: lower case, no punctuation, one space between words.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        match c {
            '\'' | '\u{2019}' | '`' | '\u{FEFF}' => {}
            '&' => {
                if !out.is_empty() {
                    out.push(' ');
                }
                out.push_str("and");
                gap = true;
            }
            c if c.is_alphanumeric() => {
                if gap && !out.is_empty() {
                    out.push(' ');
                }
                gap = false;
                out.extend(c.to_lowercase());
            }
            _ => gap = true,
        }
    }
    out
}

impl Header {
    /// Takes a row as the header.
    pub(crate) fn of(row: &Row) -> Self {
        let mut shown: Vec<String> = row
            .cells
            .iter()
            .map(|c| c.trim_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']).to_owned())
            .collect();
        while shown.last().is_some_and(String::is_empty) {
            shown.pop();
        }
        let plain = shown.iter().map(|name| plain(name)).collect();
        Header { line: row.line, shown, plain }
    }

    /// Position of the column called `name`.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        let wanted = plain(name);
        self.plain.iter().position(|p| *p == wanted)
    }

    /// Whether every one of `names` is a column.
    pub(crate) fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.find(name).is_some())
    }

    /// The columns as words for a message, cut short.
    pub(crate) fn listed(&self) -> String {
        let named: Vec<&str> =
            self.shown.iter().map(String::as_str).filter(|n| !n.is_empty()).take(40).collect();
        let mut list = named.join(", ");
        if list.chars().count() > 600 {
            list = list.chars().take(600).collect::<String>() + " …";
        }
        if list.is_empty() { "none".into() } else { list }
    }

    /// Refuses too many columns and two of one name.
    pub(crate) fn check(&self, file: &str) -> Result<(), ImportError> {
        if self.shown.len() > MOST_COLUMNS {
            let (file, line, count) = (file.to_owned(), self.line, self.shown.len());
            return Err(ImportError::TooManyColumns { file, line, count });
        }
        let mut seen = std::collections::BTreeMap::new();
        for (at, name) in self.plain.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if let Some(first) = seen.insert(name, at) {
                return Err(ImportError::DuplicateColumns {
                    file: file.to_owned(),
                    line: self.line,
                    name: self.shown[at].clone(),
                    first: first + 1,
                    second: at + 1,
                });
            }
        }
        Ok(())
    }

    /// Whether the column holds personal data that Takeup neither shows nor keeps.
    pub(crate) fn is_personal(&self, at: usize) -> bool {
        const WORDS: [&str; 10] = [
            "phone",
            "telephone",
            "mobile",
            "email",
            "mail",
            "trustee",
            "trustees",
            "contact name",
            "head",
            "fax",
        ];
        let Some(name) = self.plain.get(at) else { return false };
        WORDS.iter().any(|word| format!(" {name} ").contains(&format!(" {word} ")))
    }
}

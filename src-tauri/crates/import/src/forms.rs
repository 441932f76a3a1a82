//! Finding a legal form by its id, name or alias.

use std::collections::BTreeMap;

use takeup_domain::vocabulary::Form;

use crate::header::plain;
use crate::similar::{did_you_mean, similar};

/// Forms by every spelling in use for them.
pub(crate) struct FormNames<'a> {
    spellings: BTreeMap<String, &'a str>,
    shown: Vec<&'a str>,
}

impl<'a> FormNames<'a> {
    /// Indexes the forms.
    pub(crate) fn new(forms: &'a [Form]) -> Self {
        let mut spellings = BTreeMap::new();
        for form in forms {
            for text in form.aliases.iter().chain([&form.name]) {
                spellings.insert(plain(text), form.id.as_str());
            }
        }
        // An id always means itself, whatever another form claims as an alias.
        spellings.extend(forms.iter().map(|f| (plain(&f.id), f.id.as_str())));
        FormNames { spellings, shown: forms.iter().map(|f| f.name.as_str()).collect() }
    }

    /// The form's id, by exact spelling.
    pub(crate) fn find(&self, text: &str) -> Option<&'a str> {
        self.spellings.get(&plain(text)).copied()
    }

    /// The form whose longest spelling stands in the text, if it is the only one of that length, is of two words or
    /// more, and little else is said beside it.
    pub(crate) fn within(&self, text: &str) -> Option<&'a str> {
        const DENIALS: [&str; 7] = ["not", "non", "no", "un", "unregistered", "former", "formerly"];
        let text = plain(text);
        if text.split(' ').any(|word| DENIALS.contains(&word)) {
            return None;
        }
        let padded = format!(" {text} ");
        let inside = self.spellings.iter().filter(|(s, _)| {
            let beside = text.split(' ').count().saturating_sub(s.split(' ').count());
            s.contains(' ') && beside <= 3 && padded.contains(&format!(" {s} "))
        });
        let mut best: (usize, Option<&'a str>) = (0, None);
        for (spelling, id) in inside {
            match spelling.len().cmp(&best.0) {
                std::cmp::Ordering::Greater => best = (spelling.len(), Some(id)),
                std::cmp::Ordering::Equal if best.1 != Some(*id) => best.1 = None,
                _ => {}
            }
        }
        best.1
    }

    /// Why a value was not found, with up to three names like it.
    pub(crate) fn unknown(&self, text: &str) -> String {
        let like = did_you_mean(&similar(text, self.shown.iter().copied()));
        format!("the legal form \"{}\" is not one Takeup knows{like}", crate::values::short(text))
    }
}

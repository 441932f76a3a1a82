//! The is-a order of legal forms, and what is known of a group that shows only some of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::requirement::Slug;
use crate::truth::Truth;
use crate::vocabulary::{Form, FormCategory};

/// What is known of a group's forms: a form's id to whether it has it.
pub type KnownForms = BTreeMap<Slug, bool>;

/// All legal forms with their is-a order worked out.
#[derive(Debug, Clone, Default)]
pub struct Forms {
    by_id: BTreeMap<Slug, Form>,
    closure: BTreeMap<Slug, BTreeSet<Slug>>,
    by_alias: BTreeMap<String, Slug>,
}

impl Forms {
    /// Works out the is-a order. A circle in it ends where it began; the catalogue's check reports it.
    pub fn new(list: &[Form]) -> Self {
        let by_id: BTreeMap<Slug, Form> = list.iter().map(|f| (f.id.clone(), f.clone())).collect();
        let mut closure = BTreeMap::new();
        for form in list {
            let mut seen = BTreeSet::new();
            let mut open = vec![form.id.clone()];
            while let Some(id) = open.pop() {
                if let (true, Some(form)) = (seen.insert(id.clone()), by_id.get(&id)) {
                    open.extend(form.is_a.iter().cloned());
                }
            }
            closure.insert(form.id.clone(), seen);
        }
        let mut by_alias = BTreeMap::new();
        for form in list {
            for word in form.aliases.iter().chain([&form.id, &form.name]) {
                by_alias.insert(fold(word), form.id.clone());
            }
        }
        Forms { by_id, closure, by_alias }
    }

    /// The form with this id.
    pub fn get(&self, id: &str) -> Option<&Form> {
        self.by_id.get(id)
    }

    /// Every form, by id.
    pub fn all(&self) -> impl Iterator<Item = &Form> {
        self.by_id.values()
    }

    /// The form that a register's or a person's word means.
    pub fn named(&self, word: &str) -> Option<&Form> {
        self.by_alias.get(&fold(word)).and_then(|id| self.by_id.get(id))
    }

    /// Whether a group that shows `known` is of form `wanted`.
    ///
    /// True if a known form is one of it. False if the register says no, if a known form excludes it, or if
    /// the group's structure is known and cannot be (or carry) it. Unknown otherwise: a status that no
    /// register was read for is never guessed.
    pub fn holds(&self, wanted: &str, known: &KnownForms) -> Truth {
        let mut has = BTreeSet::new();
        for (form, holds) in known {
            if *holds {
                has.extend(self.parents(form));
            }
        }
        if has.contains(wanted) {
            return Truth::True;
        }
        let wants = self.parents(wanted);
        if known.iter().any(|(form, holds)| !holds && wants.contains(form.as_str())) {
            return Truth::False;
        }
        let excludes =
            |a: &str, b: &str| self.get(a).is_some_and(|form| form.never_with.iter().any(|n| n == b));
        if has.iter().any(|h| wants.iter().any(|w| excludes(h, w) || excludes(w, h))) {
            return Truth::False;
        }
        let structures: Vec<&str> = has.iter().copied().filter(|id| self.is_structure(id)).collect();
        if structures.is_empty() {
            return Truth::Unknown;
        }
        let Some(form) = self.get(wanted) else { return Truth::Unknown };
        let refines = |id: &str| structures.iter().all(|s| self.parents(id).contains(s));
        match form.category {
            FormCategory::Structure | FormCategory::PublicBody | FormCategory::Class if !refines(wanted) => {
                Truth::False
            }
            FormCategory::Status
                if !form.only_with.is_empty()
                    && !form.only_with.iter().any(|o| has.contains(o.as_str()) || refines(o)) =>
            {
                Truth::False
            }
            _ => Truth::Unknown,
        }
    }

    fn parents(&self, id: &str) -> BTreeSet<&str> {
        self.closure.get(id).map(|set| set.iter().map(String::as_str).collect()).unwrap_or_default()
    }

    fn is_structure(&self, id: &str) -> bool {
        self.get(id).is_some_and(|f| matches!(f.category, FormCategory::Structure | FormCategory::PublicBody))
    }
}

fn fold(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms() -> Forms {
        let form = |id: &str, category: &str, is_a: &[&str], never: &[&str], only: &[&str]| {
            serde_json::from_value::<Form>(serde_json::json!({
                "id": id, "name": id, "category": category, "is_a": is_a, "never_with": never,
                "only_with": only, "nations": [], "description": "", "verified": "recall"
            }))
            .unwrap()
        };
        Forms::new(&[
            form("body-corporate", "class", &[], &[], &[]),
            form("registered-charity", "status", &[], &["parish-council"], &[]),
            form("guarantee", "structure", &["body-corporate"], &[], &[]),
            form("association", "structure", &[], &[], &[]),
            form("cio", "structure", &["body-corporate", "registered-charity"], &[], &[]),
            form("cio-association", "structure", &["cio"], &[], &[]),
            form("parish-council", "public-body", &["body-corporate"], &[], &[]),
            form("forum", "status", &[], &[], &[]),
            form("rtm", "status", &[], &[], &["guarantee"]),
        ])
    }

    fn holds(wanted: &str, known: &[(&str, bool)]) -> Truth {
        forms().holds(wanted, &known.iter().map(|(k, v)| (k.to_string(), *v)).collect())
    }

    #[test]
    fn a_form_brings_every_form_it_is() {
        assert_eq!(holds("registered-charity", &[("cio-association", true)]), Truth::True);
        assert_eq!(holds("body-corporate", &[("cio-association", true)]), Truth::True);
    }

    #[test]
    fn a_known_structure_rules_out_other_structures_but_not_its_own_kinds() {
        assert_eq!(holds("guarantee", &[("cio", true)]), Truth::False);
        assert_eq!(holds("cio-association", &[("cio", true)]), Truth::Unknown);
        assert_eq!(holds("body-corporate", &[("association", true)]), Truth::False);
    }

    #[test]
    fn a_status_no_register_shows_stays_unknown() {
        assert_eq!(holds("forum", &[("cio", true)]), Truth::Unknown);
        assert_eq!(holds("forum", &[]), Truth::Unknown);
        assert_eq!(holds("forum", &[("forum", false)]), Truth::False);
    }

    #[test]
    fn a_status_needs_a_structure_that_can_carry_it() {
        assert_eq!(holds("rtm", &[("cio", true)]), Truth::False);
        assert_eq!(holds("rtm", &[("guarantee", true)]), Truth::Unknown);
    }

    #[test]
    fn forms_that_exclude_each_other_are_false_both_ways() {
        assert_eq!(holds("parish-council", &[("registered-charity", true)]), Truth::False);
        assert_eq!(holds("registered-charity", &[("parish-council", true)]), Truth::False);
    }
}

//! Legal forms by hand: the is-a order walked, and each rule in turn.

use std::collections::BTreeSet;

use takeup_domain::forms::{Forms, KnownForms};
use takeup_domain::truth::Truth;
use takeup_domain::vocabulary::FormCategory;

/// The form itself and everything it is.
pub fn all_of(forms: &Forms, id: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::from([id.to_string()]);
    for parent in forms.get(id).map(|f| f.is_a.as_slice()).unwrap_or_default() {
        found.extend(all_of(forms, parent));
    }
    found
}

/// Whether a group that shows `known` is of form `wanted`.
pub fn holds(forms: &Forms, wanted: &str, known: &KnownForms) -> Truth {
    let has: BTreeSet<String> =
        known.iter().filter(|(_, yes)| **yes).flat_map(|(form, _)| all_of(forms, form)).collect();
    let would_be = all_of(forms, wanted);
    if has.contains(wanted) {
        return Truth::True;
    }
    let denied = would_be.iter().any(|form| known.get(form) == Some(&false));
    let clash = |a: &str, b: &str| forms.get(a).is_some_and(|form| form.never_with.contains(&b.to_string()));
    let excluded = has.iter().any(|h| would_be.iter().any(|w| clash(h, w) || clash(w, h)));
    if denied || excluded {
        return Truth::False;
    }
    let one_only = |id: &str| {
        forms
            .get(id)
            .is_some_and(|f| [FormCategory::Structure, FormCategory::PublicBody].contains(&f.category))
    };
    let structures: Vec<&String> = has.iter().filter(|id| one_only(id)).collect();
    let Some(form) = forms.get(wanted) else { return Truth::Unknown };
    if structures.is_empty() || form.category == FormCategory::Kind {
        return Truth::Unknown;
    }
    let is_all_of_them = |id: &str| {
        let all = all_of(forms, id);
        structures.iter().all(|s| all.contains(*s))
    };
    let possible = if form.category == FormCategory::Status {
        form.only_with.is_empty() || form.only_with.iter().any(|o| has.contains(o) || is_all_of_them(o))
    } else {
        is_all_of_them(wanted)
    };
    if possible { Truth::Unknown } else { Truth::False }
}

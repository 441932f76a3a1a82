//! Guessing which column of a foreign table is which field. A person confirms or mends the guess.

mod phrases;

use std::collections::{BTreeMap, BTreeSet};

use crate::format::TableKind;
use crate::header::{Header, plain};
use crate::mapping::Mapping;
use crate::rows::Opened;
use crate::table::Lookups;
use crate::values::filled;
use phrases::{GROUPS, Phrases, REGISTERS, USES, VALUES};

/// The power that a list of assets of community value shows uses of.
const ACV: &str = "asset-of-community-value-nomination";
/// Distinct legal forms looked at.
const MOST_VALUES: usize = 200;

/// Whether the header is that of a council's list of nominations.
pub(crate) fn looks_like_uses(header: &Header) -> bool {
    let any =
        |start: &str| header.plain.iter().any(|name| name.split(' ').any(|word| word.starts_with(start)));
    any("nominat") && (any("decision") || any("expir") || any("reason") || any("listed"))
}

/// A mapping, if enough of the columns are understood.
pub(crate) fn mapping(opened: &Opened, lookups: &Lookups<'_>) -> Option<Mapping> {
    if looks_like_uses(&opened.header) { uses(opened) } else { groups(opened, lookups) }
}

fn uses(opened: &Opened) -> Option<Mapping> {
    let mut columns = assign(&opened.header, USES);
    let dated = ["nominated", "decided"].iter().any(|field| columns.contains_key(*field));
    if !dated {
        return None;
    }
    // `organisation` is the council only where it says so, as in the national specification.
    if let Some(at) = columns.get("area").and_then(|name| opened.header.find(name)) {
        let curie = opened.first.iter().any(|row| row.at(at).starts_with("local-authority:"));
        if plain(&opened.header.shown[at]) == "organisation" && !curie {
            columns.remove("area");
        }
    }
    columns.insert("power".into(), format!("={ACV}"));
    Some(Mapping { kind: TableKind::Uses, columns, values: BTreeMap::new(), area: None, id_prefix: None })
}

fn groups(opened: &Opened, lookups: &Lookups<'_>) -> Option<Mapping> {
    let mut columns = assign(&opened.header, GROUPS);
    if !columns.contains_key("id")
        && let Some(company) = columns.remove("company_number")
    {
        columns.insert("id".into(), company);
    }
    let telling = ["id", "legal_form", "postcode", "area", "income"];
    if !columns.contains_key("name") || !telling.iter().any(|field| columns.contains_key(*field)) {
        return None;
    }
    let id_prefix = columns.get("id").and_then(|id| {
        let id = plain(id);
        let fits = |signs: &[&str]| opened.header.has(signs) && signs[0] == id;
        REGISTERS.iter().find(|(signs, _)| fits(signs)).map(|(_, prefix)| (*prefix).to_owned())
    });
    if let Some(at) = columns.get("area").and_then(|name| opened.header.find(name)) {
        // A column called "area" is the council only if its values are councils.
        let texts: Vec<&str> =
            opened.first.iter().map(|row| filled(row.at(at))).filter(|t| !t.is_empty()).collect();
        let known = texts.iter().filter(|text| lookups.places.find(text).is_some()).count();
        if known * 2 < texts.len() || texts.is_empty() {
            columns.remove("area");
        }
    }
    let values = values(opened, lookups, columns.get("legal_form"), id_prefix.as_deref());
    Some(Mapping { kind: TableKind::Groups, columns, values, area: None, id_prefix })
}

/// What the texts of the legal form column mean; an empty form for those that are not understood.
fn values(
    opened: &Opened,
    lookups: &Lookups<'_>,
    column: Option<&String>,
    prefix: Option<&str>,
) -> BTreeMap<String, String> {
    let Some(at) = column.and_then(|name| opened.header.find(name)) else { return BTreeMap::new() };
    let texts: BTreeSet<&str> =
        opened.first.iter().map(|row| filled(row.at(at))).filter(|t| !t.is_empty()).collect();
    let known = |form: &str| lookups.known.forms.iter().any(|f| f.id == form);
    let meaning = |text: &str| {
        let word = plain(text);
        let there = VALUES.iter().find(|(register, w, _)| Some(*register) == prefix && *w == word);
        let there = there.map(|(_, _, form)| *form).filter(|form| known(form));
        there.or_else(|| lookups.forms.find(text)).or_else(|| lookups.forms.within(text)).unwrap_or_default()
    };
    texts.into_iter().take(MOST_VALUES).map(|text| (text.to_owned(), meaning(text).to_owned())).collect()
}

/// Gives each field the column whose header fits best; no column is used twice, none that is personal at all.
fn assign(header: &Header, phrases: Phrases) -> BTreeMap<String, String> {
    let mut fits: Vec<(i32, &str, usize)> = Vec::new();
    for (field, phrases) in phrases {
        for at in (0..header.shown.len()).filter(|at| !header.is_personal(*at)) {
            let best = phrases
                .split('|')
                .enumerate()
                .filter_map(|(rank, phrase)| fit(&header.plain[at], phrase, rank))
                .max();
            if let Some(score) = best {
                fits.push((score, field, at));
            }
        }
    }
    fits.sort_by(|a, b| b.0.cmp(&a.0).then(a.2.cmp(&b.2)).then(a.1.cmp(b.1)));
    let mut columns = BTreeMap::new();
    let mut used = BTreeSet::new();
    for (_, field, at) in fits {
        if !columns.contains_key(field) && used.insert(at) {
            columns.insert(field.to_owned(), header.shown[at].clone());
        }
    }
    columns
}

/// How well a header fits a phrase: the phrase itself, or all its words among few others.
fn fit(header: &str, phrase: &str, rank: usize) -> Option<i32> {
    let rank = i32::try_from(rank).unwrap_or(i32::MAX / 2);
    if header == phrase {
        return Some(1_000 - rank);
    }
    let words: Vec<&str> = header.split(' ').collect();
    let wanted: Vec<&str> = phrase.split(' ').collect();
    let extra = i32::try_from(words.len().checked_sub(wanted.len())?).ok()?;
    let long = phrase.len() >= 4;
    (long && extra <= 2 && wanted.iter().all(|w| words.contains(w))).then(|| 500 - 100 * extra - rank)
}

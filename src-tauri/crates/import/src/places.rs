//! Finding an area by its code or by a name of its council.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use takeup_domain::area::Area;

use crate::header::plain;
use crate::similar::{did_you_mean, similar};

/// Councils of the charity register that are no more, and the codes that took their place.
const SUCCESSORS: [(&str, &[&str]); 4] = [
    ("bournemouth", &["E06000058"]),
    ("poole", &["E06000058"]),
    ("cumbria", &["E06000063", "E06000064"]),
    ("northamptonshire", &["E06000061", "E06000062"]),
];

/// Areas by every code and name in use for them.
pub(crate) struct Places<'a> {
    codes: BTreeMap<String, &'a str>,
    names: BTreeMap<String, Option<&'a str>>,
    loose: BTreeMap<String, Option<&'a str>>,
    shown: Vec<&'a str>,
    advice: RefCell<HashMap<String, String>>,
}

impl<'a> Places<'a> {
    /// Indexes the areas.
    pub(crate) fn new(areas: &'a [Area]) -> Self {
        let mut places = Places {
            codes: BTreeMap::new(),
            names: BTreeMap::new(),
            loose: BTreeMap::new(),
            shown: areas.iter().map(|a| a.name.as_str()).collect(),
            advice: RefCell::default(),
        };
        for area in areas {
            for code in [&area.gss, &area.code].into_iter().chain(&area.other_gss) {
                places.codes.insert(code.to_ascii_uppercase(), &area.gss);
            }
            for name in [&area.name, &area.council].into_iter().chain(&area.other_names) {
                note(&mut places.names, plain(name), &area.gss);
                note(&mut places.loose, bare(name), &area.gss);
            }
        }
        places
    }

    /// The GSS code of an area given by GSS code, council code or name.
    pub(crate) fn find(&self, text: &str) -> Option<&'a str> {
        let code = text.trim().trim_start_matches("local-authority:").to_ascii_uppercase();
        if let Some(gss) = self.codes.get(&code) {
            return Some(gss);
        }
        // A name that two areas share settles nothing; only then do the shortened names count.
        match self.names.get(&plain(text)) {
            Some(found) => *found,
            None => self.loose.get(&bare(text)).copied().flatten(),
        }
    }

    /// The areas that a `Local Authority` of the charity register is today.
    pub(crate) fn of_charity_register(&self, name: &str) -> Vec<&'a str> {
        let key = plain(name);
        if let Some((_, codes)) = SUCCESSORS.iter().find(|(old, _)| *old == key) {
            return codes.iter().filter_map(|code| self.codes.get(*code).copied()).collect();
        }
        self.find(name).into_iter().collect()
    }

    /// Why a value was not found, with up to three names like it.
    pub(crate) fn unknown(&self, text: &str) -> String {
        let mut advice = self.advice.borrow_mut();
        if advice.len() > 1_000 {
            advice.clear();
        }
        advice
            .entry(text.to_owned())
            .or_insert_with(|| {
                let like = did_you_mean(&self.like(text));
                format!(
                    "the area \"{}\" is not a GSS code or council that Takeup knows{like}",
                    crate::values::short(text)
                )
            })
            .clone()
    }

    /// Up to three names like this one.
    pub(crate) fn like(&self, text: &str) -> Vec<String> {
        similar(text, self.shown.iter().copied())
    }
}

fn note<'a>(index: &mut BTreeMap<String, Option<&'a str>>, key: String, gss: &'a str) {
    if !key.is_empty() {
        index.entry(key).and_modify(|at| *at = at.filter(|known| *known == gss)).or_insert(Some(gss));
    }
}

/// A name without the words that registers add and drop: "City of York" and "York" are one.
fn bare(name: &str) -> String {
    const EXTRA: [&str; 14] = [
        "the",
        "city",
        "of",
        "council",
        "borough",
        "royal",
        "district",
        "county",
        "metropolitan",
        "ua",
        "and",
        "london",
        "unitary",
        "authority",
    ];
    plain(name).split(' ').filter(|word| !EXTRA.contains(word)).collect::<Vec<_>>().join(" ")
}

//! Which column is which field, settled before the first row.

use std::collections::BTreeMap;

use crate::columns::{self, trait_slug};
use crate::error::ImportError;
use crate::format::TableKind;
use crate::header::plain;
use crate::mapping::{Mapping, Options};
use crate::read::Seen;
use crate::rows::Opened;
use crate::similar::did_you_mean;
use crate::table::fields::{Fields, Slot};
use crate::table::{Lookups, Table};

/// Reads one of Takeup's own tables: strictly, since the person can mend it.
pub(crate) fn own<'a>(
    kind: TableKind,
    opened: &Opened,
    lookups: &'a Lookups<'a>,
    options: &Options,
) -> Result<Table<'a>, ImportError> {
    let header = &opened.header;
    let mut slots = BTreeMap::new();
    for column in columns::of(kind) {
        if let Some(at) = header.find(column.name) {
            slots.insert(column.name, Slot::Column(at));
        }
    }
    let area = area(options.area.as_deref(), lookups)?;
    let missing: Vec<&str> = columns::of(kind)
        .iter()
        .filter(|c| c.required && !slots.contains_key(c.name) && !(c.name == "area" && area.is_some()))
        .map(|c| c.name)
        .collect();
    if !missing.is_empty() {
        return Err(ImportError::MissingColumns {
            file: opened.file.clone(),
            kind: kind.name(),
            missing: missing.join(", "),
            columns: header.listed(),
        });
    }
    if kind == TableKind::Groups && area.is_none() && !slots.contains_key("area") {
        return Err(ImportError::AreaNeeded { file: opened.file.clone() });
    }
    let traits = traits(kind, opened, lookups)?;
    let used = |at: usize| {
        traits.iter().any(|(_, t)| *t == at)
            || slots.values().any(|s| matches!(s, Slot::Column(c) if *c == at))
    };
    let unused = (0..header.shown.len()).filter(|at| !used(*at) && !header.shown[*at].is_empty());
    let unused = unused.map(|at| (at, header.shown[at].clone())).collect();
    let mut fields = Fields::new(lookups, opened, slots);
    (fields.traits, fields.area, fields.strict) = (traits, area, true);
    Ok(Table { kind, fields, seen: Seen::default(), unused })
}

/// Columns called `trait:<id>`.
fn traits(
    kind: TableKind,
    opened: &Opened,
    lookups: &Lookups<'_>,
) -> Result<Vec<(String, usize)>, ImportError> {
    if kind != TableKind::Groups {
        return Ok(Vec::new());
    }
    let mut traits = Vec::new();
    for (at, name) in opened.header.shown.iter().enumerate() {
        let Some(slug) = trait_slug(name) else { continue };
        let slug = super::lookups::one_of(lookups.known.traits, "trait", &slug).map_err(|reason| {
            ImportError::BadMapping {
                file: opened.file.clone(),
                detail: format!("in column {}, {reason}", at + 1),
                columns: opened.header.listed(),
            }
        })?;
        traits.push((slug, at));
    }
    Ok(traits)
}

/// Reads any table through a mapping: what cannot be read within a row is dropped and counted.
pub(crate) fn mapped<'a>(
    mapping: &Mapping,
    opened: &Opened,
    lookups: &'a Lookups<'a>,
    options: &Options,
) -> Result<Table<'a>, ImportError> {
    let header = &opened.header;
    let bad = |detail: String| ImportError::BadMapping {
        file: opened.file.clone(),
        detail,
        columns: header.listed(),
    };
    let mut slots = BTreeMap::new();
    let mut traits = Vec::new();
    for (field, column) in &mapping.columns {
        let slot = match column.strip_prefix('=') {
            Some(fixed) => Slot::Fixed(fixed.to_owned()),
            None => Slot::Column(header.find(column).ok_or_else(|| {
                bad(format!("the file has no column \"{column}\", which is to be {field}"))
            })?),
        };
        if let (Some(slug), Slot::Column(at)) = (trait_slug(field), &slot) {
            let slug = super::lookups::one_of(lookups.known.traits, "trait", &slug).map_err(bad)?;
            traits.push((slug, *at));
            continue;
        }
        let own = columns::of(mapping.kind).iter().map(|c| c.name);
        let more = columns::more_by_mapping(mapping.kind).iter().copied();
        let Some(name) = own.clone().chain(more).find(|name| name == field) else {
            let fields = own.collect::<Vec<_>>().join(", ");
            return Err(bad(format!("\"{field}\" is not a field of {}: {fields}", mapping.kind.name())));
        };
        slots.insert(name, slot);
    }
    let area = area(options.area.as_deref().or(mapping.area.as_deref()), lookups)?;
    let sure = |name: &str| match name {
        "area" => area.is_some(),
        "source" => true,
        "date" => slots.contains_key("decided") || slots.contains_key("nominated"),
        "outcome" => ["decided", "nominated", "refusal_reason"].iter().any(|n| slots.contains_key(n)),
        _ => false,
    };
    let missing =
        columns::of(mapping.kind).iter().find(|c| c.required && !slots.contains_key(c.name) && !sure(c.name));
    match missing {
        Some(column) if column.name == "area" => {
            return Err(ImportError::AreaNeeded { file: opened.file.clone() });
        }
        Some(column) => return Err(bad(format!("no column is mapped to {}, which is needed", column.name))),
        None => {}
    }
    if mapping.kind == TableKind::Groups
        && area.is_none()
        && !slots.contains_key("area")
        && !slots.contains_key("id")
    {
        return Err(ImportError::AreaNeeded { file: opened.file.clone() });
    }
    let mut values = BTreeMap::new();
    for (text, form) in &mapping.values {
        if !form.is_empty() && !lookups.known.forms.iter().any(|f| f.id == *form) {
            return Err(bad(lookups.forms.unknown(form)));
        }
        values.insert(plain(text), form.clone());
    }
    let mut fields = Fields::new(lookups, opened, slots);
    (fields.traits, fields.area, fields.values) = (traits, area, values);
    fields.id_prefix = mapping.id_prefix.clone();
    Ok(Table { kind: mapping.kind, fields, seen: Seen::default(), unused: Vec::new() })
}

/// The GSS code of the area given for the whole file.
fn area(given: Option<&str>, lookups: &Lookups<'_>) -> Result<Option<String>, ImportError> {
    let Some(value) = given else { return Ok(None) };
    match lookups.places.find(value) {
        Some(gss) => Ok(Some(gss.to_owned())),
        None => Err(ImportError::UnknownArea {
            value: value.to_owned(),
            similar: did_you_mean(&lookups.places.like(value)).trim_end_matches('?').to_owned(),
        }),
    }
}

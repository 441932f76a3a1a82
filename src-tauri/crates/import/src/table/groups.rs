//! Rows of groups.

use takeup_domain::record::{GroupRecord, PresenceBasis, Record};

use super::fields::Fields;
use crate::header::plain;
use crate::read::Tally;
use crate::rows::Row;
use crate::values::{company_id, filled, ni_company_id, postcode, short, slug, yes_no};

/// Registers in which to stand is to be a registered charity.
const CHARITY_REGISTERS: [&str; 3] = ["GB-CHC-", "GB-SC-", "GB-NIC-"];

/// Reads one group, or says why not.
pub(super) fn read(fields: &Fields<'_>, row: &Row, tally: &mut Tally) -> Result<Record, String> {
    let name = fields.needed(row, "name")?.to_owned();
    no_more(fields.text(row, "status"), tally)?;
    let areas = areas(fields, row)?;
    let company = match fields.id_prefix.as_deref() {
        Some("GB-NIC") => ni_company_id(fields.text(row, "company_number")),
        _ => company_id(fields.text(row, "company_number")),
    };
    let key = match (fields.text(row, "id"), &company, areas.first()) {
        ("", Some(company), _) => company.clone(),
        ("", None, Some(area)) => format!("X-{}-{area}", slug(&name)),
        ("", None, None) => return Err("it has neither an id nor an area".into()),
        (id, ..) => fields.key(id),
    };
    let basis = basis(fields, row, tally)?;
    let mut group = GroupRecord { key, name, ..GroupRecord::default() };
    group.ids = company.into_iter().filter(|id| *id != group.key).collect();
    group.presences = areas.into_iter().map(|gss| (gss, basis)).collect();
    forms(fields, row, &mut group, tally)?;
    group.members = fields.count(row, "members", tally)?;
    group.volunteers = fields.count(row, "volunteers", tally)?;
    group.employees = fields.count(row, "employees", tally)?;
    group.income = fields.count(row, "income", tally)?;
    if group.income.is_some() {
        group.income_date = fields.day(row, "income_date", tally)?;
    }
    group.founded = fields.day(row, "founded", tally)?;
    group.registered = fields.day(row, "registered", tally)?;
    group.postcode = match fields.text(row, "postcode") {
        "" => None,
        text => match postcode(text).or_else(|| postcode(text.rsplit(',').next()?)) {
            None => fields.problem(
                tally,
                "postcode",
                format!("postcode \"{}\" is not a postcode", short(text)),
            )?,
            some => some,
        },
    };
    group.website =
        Some(fields.text(row, "website")).filter(|w| w.contains('.') && !w.contains('@')).map(str::to_owned);
    for (slug, at) in &fields.traits {
        let cell = filled(row.at(*at));
        let value = match (cell, yes_no(cell)) {
            ("", _) => None,
            (_, None) => fields.problem(
                tally,
                slug,
                format!("trait:{slug} \"{}\" is neither yes nor no", short(cell)),
            )?,
            (_, some) => some,
        };
        group.traits.extend(value.map(|value| (slug.clone(), value)));
    }
    Ok(Record::Group(group))
}

/// Leaves out a group whose register says that it is no more.
fn no_more(status: &str, tally: &mut Tally) -> Result<(), String> {
    const WORDS: [&str; 6] = ["removed", "dissolved", "deregistered", "closed", "ceased", "inactive"];
    if status.is_empty() {
        return Ok(());
    }
    tally.add("status: ", status);
    let text = plain(status);
    let first = text.split(' ').next().unwrap_or_default();
    if WORDS.contains(&first) || yes_no(status) == Some(false) {
        return Err(format!("its register says \"{}\": no longer there", short(status)));
    }
    Ok(())
}

/// The areas of a row: one or several, else that of the file.
fn areas(fields: &Fields<'_>, row: &Row) -> Result<Vec<String>, String> {
    let text = fields.text(row, "area");
    let mut areas = Vec::new();
    for part in text.split([';', '|']).map(str::trim).filter(|p| !p.is_empty()) {
        let gss = fields.lookups.places.find(part).ok_or_else(|| fields.lookups.places.unknown(part))?;
        if !areas.iter().any(|a| a == gss) {
            areas.push(gss.to_owned());
        }
    }
    if areas.is_empty() {
        areas.extend(fields.area.clone());
    }
    if areas.is_empty() && fields.strict {
        return Err("area is empty".into());
    }
    Ok(areas)
}

/// Why the group is linked with its areas.
fn basis(fields: &Fields<'_>, row: &Row, tally: &mut Tally) -> Result<PresenceBasis, String> {
    let text = fields.text(row, "works_here");
    let works = match (text, yes_no(text)) {
        ("", _) => Some(true),
        (_, None) => {
            let reason = format!("works_here \"{}\" is neither yes nor no", short(text));
            fields.problem(tally, "works_here", reason)?
        }
        (_, some) => some,
    };
    // Not readable: its place is known, that it works there is not.
    Ok(if works == Some(true) { PresenceBasis::WorksIn } else { PresenceBasis::BasedIn })
}

/// The legal forms that the row states.
fn forms(fields: &Fields<'_>, row: &Row, group: &mut GroupRecord, tally: &mut Tally) -> Result<(), String> {
    let names = &fields.lookups.forms;
    let text = fields.text(row, "legal_form");
    if !text.is_empty() {
        if !fields.strict {
            tally.add("type: ", text);
        }
        match fields.values.get(&plain(text)) {
            Some(form) if form.is_empty() => {}
            Some(form) => {
                group.forms.insert(form.clone(), true);
            }
            None => match names.find(text) {
                Some(form) => {
                    group.forms.insert(form.to_owned(), true);
                }
                None => several(fields, text, group, tally)?,
            },
        }
    }
    let charity = CHARITY_REGISTERS.iter().any(|register| group.key.starts_with(register));
    if charity && !fields.strict && names.find("registered-charity").is_some() {
        group.forms.insert("registered-charity".into(), true);
    }
    Ok(())
}

/// Forms written with `;` or `|` between them.
fn several(
    fields: &Fields<'_>,
    text: &str,
    group: &mut GroupRecord,
    tally: &mut Tally,
) -> Result<(), String> {
    for part in text.split([';', '|']).map(str::trim).filter(|p| !p.is_empty()) {
        match fields.lookups.forms.find(part) {
            Some(form) => {
                group.forms.insert(form.to_owned(), true);
            }
            None if fields.strict => return Err(fields.lookups.forms.unknown(part)),
            None => tally.add("legal form not mapped: ", part),
        }
    }
    Ok(())
}

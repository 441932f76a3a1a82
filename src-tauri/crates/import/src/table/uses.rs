//! Rows of uses of powers, and of councils' own lists that show them.

use takeup_domain::record::{Record, UseOutcome, UseRecord};

use super::fields::Fields;
use crate::header::plain;
use crate::read::Tally;
use crate::rows::Row;
use crate::values::short;

/// Words that sources write, and the outcome they mean.
const WORDS: [(&str, UseOutcome); 34] = [
    ("succeeded", UseOutcome::Succeeded),
    ("success", UseOutcome::Succeeded),
    ("successful", UseOutcome::Succeeded),
    ("granted", UseOutcome::Succeeded),
    ("approved", UseOutcome::Succeeded),
    ("accepted", UseOutcome::Succeeded),
    ("agreed", UseOutcome::Succeeded),
    ("listed", UseOutcome::Succeeded),
    ("made", UseOutcome::Succeeded),
    ("designated", UseOutcome::Succeeded),
    ("registered", UseOutcome::Succeeded),
    ("current", UseOutcome::Succeeded),
    ("live", UseOutcome::Succeeded),
    ("yes", UseOutcome::Succeeded),
    ("pending", UseOutcome::Pending),
    ("under way", UseOutcome::Pending),
    ("underway", UseOutcome::Pending),
    ("in progress", UseOutcome::Pending),
    ("awaiting decision", UseOutcome::Pending),
    ("nominated", UseOutcome::Pending),
    ("under consideration", UseOutcome::Pending),
    ("refused", UseOutcome::Refused),
    ("rejected", UseOutcome::Refused),
    ("unsuccessful", UseOutcome::Refused),
    ("declined", UseOutcome::Refused),
    ("not listed", UseOutcome::Refused),
    ("turned down", UseOutcome::Refused),
    ("no", UseOutcome::Refused),
    ("lapsed", UseOutcome::Lapsed),
    ("expired", UseOutcome::Lapsed),
    ("removed", UseOutcome::Lapsed),
    ("delisted", UseOutcome::Lapsed),
    ("withdrawn", UseOutcome::Withdrawn),
    ("withdrew", UseOutcome::Withdrawn),
];

/// Reads one use, or says why not.
pub(super) fn read(fields: &Fields<'_>, row: &Row, tally: &mut Tally) -> Result<Record, String> {
    let power = fields.power(row)?.ok_or("power is empty")?;
    let area = fields.needed_area(row)?;
    let outcome = outcome(fields, row)?;
    let mut date = None;
    for name in ["date", "decided", "nominated"] {
        if date.is_none() {
            date = fields.when(row, name, tally)?;
        }
    }
    let date = date.ok_or("date is empty")?.to_string();
    tally.add("outcome: ", outcome.as_str());
    Ok(Record::Use(UseRecord {
        power,
        area,
        group_key: fields.group_key(row),
        group_name: fields.text(row, "group").to_owned(),
        what: fields.text(row, "what").to_owned(),
        date,
        outcome,
        source: fields.source(row)?,
    }))
}

/// How it ended: what the row says, else what a council's list shows.
fn outcome(fields: &Fields<'_>, row: &Row) -> Result<UseOutcome, String> {
    let text = fields.text(row, "outcome");
    if !text.is_empty() {
        return outcome_of(text).ok_or_else(|| {
            format!("outcome \"{}\" is not succeeded, pending, refused, lapsed or withdrawn", short(text))
        });
    }
    if !fields.text(row, "refusal_reason").is_empty() {
        return Ok(UseOutcome::Refused);
    }
    if !fields.text(row, "expiry").is_empty() || !fields.text(row, "decided").is_empty() {
        return Ok(UseOutcome::Succeeded);
    }
    if !fields.text(row, "nominated").is_empty() && fields.has("decided") {
        return Ok(UseOutcome::Pending);
    }
    Err("outcome is empty".into())
}

/// The outcome a text means: the whole of it, else its first word that is one.
fn outcome_of(text: &str) -> Option<UseOutcome> {
    let text = plain(text);
    let exact = WORDS.iter().find(|(word, _)| *word == text);
    let begins = || WORDS.iter().find(|(word, _)| text.starts_with(&format!("{word} ")));
    exact.or_else(begins).map(|(_, outcome)| *outcome)
}

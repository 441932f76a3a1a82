//! Rows of findings on barriers.

use takeup_domain::record::{FindingEffect, FindingRecord, Record};

use super::fields::Fields;
use super::lookups::one_of;
use crate::read::Tally;
use crate::rows::Row;
use crate::values::short;

/// Reads one finding, or says why not.
pub(super) fn read(fields: &Fields<'_>, row: &Row, tally: &mut Tally) -> Result<Record, String> {
    let known = &fields.lookups.known;
    let barrier = one_of(known.barriers, "barrier", fields.needed(row, "barrier")?)?;
    let effect = effect(fields.needed(row, "effect")?)?;
    let duty_holder = match fields.text(row, "duty_holder") {
        "" => None,
        text => Some(one_of(known.duty_holders, "duty holder", text)?),
    };
    let form = match fields.text(row, "legal_form") {
        "" => None,
        text => {
            let form = fields.lookups.forms.find(text).ok_or_else(|| fields.lookups.forms.unknown(text))?;
            Some(form.to_owned())
        }
    };
    tally.add("barrier: ", &barrier);
    Ok(Record::Finding(FindingRecord {
        barrier,
        effect,
        power: fields.power(row)?,
        area: fields.area(row)?,
        duty_holder,
        group_key: fields.group_key(row),
        form,
        note: fields.needed(row, "note")?.to_owned(),
        date: fields.needed_day(row, "date")?,
        source: fields.source(row)?,
    }))
}

fn effect(text: &str) -> Result<FindingEffect, String> {
    match text.to_ascii_lowercase().as_str() {
        "stops" | "stop" => Ok(FindingEffect::Stops),
        "hinders" | "hinder" => Ok(FindingEffect::Hinders),
        "absent" => Ok(FindingEffect::Absent),
        _ => Err(format!("effect \"{}\" is not stops, hinders or absent", short(text))),
    }
}

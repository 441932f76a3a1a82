//! Rows of how many people of a standing each place has.

use takeup_domain::record::{ElectorateRecord, Record};

use super::fields::Fields;
use super::lookups::one_of;
use crate::read::Tally;
use crate::rows::Row;
use crate::values::short;

/// Reads one number, or says why not.
pub(super) fn read(fields: &Fields<'_>, row: &Row, tally: &mut Tally) -> Result<Record, String> {
    let of = match fields.text(row, "of") {
        "" => "local-elector".to_owned(),
        text => one_of(fields.lookups.known.standings, "standing", text)?,
    };
    let text = fields.needed(row, "electorate")?;
    let number = text
        .replace([',', ' '], "")
        .parse()
        .map_err(|_| format!("electorate \"{}\" is not a whole number", short(text)))?;
    tally.add("standing: ", &of);
    Ok(Record::Electorate(ElectorateRecord {
        area: fields.needed_area(row)?,
        of,
        number,
        date: fields.needed_day(row, "date")?,
        source: fields.source(row)?,
    }))
}

//! Rows of registers that were looked at.

use takeup_domain::record::{CoverageRecord, Record};

use super::fields::Fields;
use crate::read::Tally;
use crate::rows::Row;

/// Reads one register looked at, or says why not.
pub(super) fn read(fields: &Fields<'_>, row: &Row, tally: &mut Tally) -> Result<Record, String> {
    let power = fields.power(row)?.ok_or("power is empty")?;
    tally.add("power: ", &power);
    Ok(Record::Coverage(CoverageRecord {
        power,
        area: fields.needed_area(row)?,
        register: fields.needed(row, "register")?.to_owned(),
        as_at: fields.needed_day(row, "as_at")?,
        source: fields.source(row)?,
    }))
}

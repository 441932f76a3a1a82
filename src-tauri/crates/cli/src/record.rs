//! Recording by hand, and what it changed.

use std::process::ExitCode;

use serde_json::json;
use takeup_api::ApiError;
use takeup_api::answer::record::Recorded;

use crate::args::{Format, Record};
use crate::output;
use crate::run::{ask, open};

pub(crate) fn recorded(record: Record, format: Format) -> Result<ExitCode, ApiError> {
    let (file, name, request) = match record {
        Record::Use { file, area, power, group, by, what, date, outcome, source, address } => (
            file,
            "record_use",
            json!({"area": area, "power": power, "group": group, "group_name": by, "what": what, "date": date,
                   "outcome": outcome, "source": source, "address": address}),
        ),
        Record::Coverage { file, area, power, register, as_at, source, address } => (
            file,
            "record_coverage",
            json!({"area": area, "power": power, "register": register, "as_at": as_at, "source": source, "address": address}),
        ),
        Record::Finding {
            file,
            barrier,
            effect,
            area,
            power,
            duty_holder,
            group,
            form,
            note,
            date,
            source,
            address,
        } => (
            file,
            "record_finding",
            json!({"barrier": barrier, "effect": effect, "area": area, "power": power, "duty_holder": duty_holder,
                   "group": group, "form": form, "note": note, "date": date, "source": source, "address": address}),
        ),
        Record::Fact { file, area, group, key, value, source, date } => (
            file,
            "record_fact",
            json!({"area": area, "group": group, "key": key, "value": value, "source": source, "date": date}),
        ),
    };
    let done: Recorded = ask(&open(&file)?, name, request)?;
    effect("Recorded the", &done, format)?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn effect(verb: &str, done: &Recorded, format: Format) -> Result<(), ApiError> {
    if format == Format::Json {
        return output::json(done);
    }
    eprintln!("{verb} {} (number {}).", done.what, done.id);
    for change in &done.changed {
        output::write(&format!("{}: {} → {}\n", change.name, change.from, change.to))?;
    }
    for change in &done.group_changed {
        output::write(&format!("For this group, {}: {} → {}\n", change.name, change.from, change.to))?;
    }
    if done.changed.is_empty() && done.group_changed.is_empty() {
        eprintln!("No answer changed.");
    }
    Ok(())
}

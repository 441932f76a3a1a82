//! JSON Schemas of the files in `data/`, made from the Rust types.

use schemars::schema_for;

use super::DocumentedUse;
use crate::area::Area;
use crate::case::Case;
use crate::keytest::{Assessment, Worked};
use crate::power::Power;
use crate::vocabulary::{
    Barrier, Capacity, Department, DutyHolder, Enabler, Form, Remedy, Standing, Theme, Trait,
};

/// File name in `data/schema/` and its text, for each kind of file.
pub fn schemas() -> Vec<(&'static str, String)> {
    let text = |schema: schemars::Schema| {
        let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        text.push('\n');
        text
    };
    vec![
        ("power.json", text(schema_for!(Power))),
        ("cases.json", text(schema_for!(Vec<Case>))),
        ("keytest.json", text(schema_for!(Worked))),
        ("assessment.json", text(schema_for!(Assessment))),
        ("uses.json", text(schema_for!(Vec<DocumentedUse>))),
        ("departments.json", text(schema_for!(Vec<Department>))),
        ("duty-holders.json", text(schema_for!(Vec<DutyHolder>))),
        ("barriers.json", text(schema_for!(Vec<Barrier>))),
        ("remedies.json", text(schema_for!(Vec<Remedy>))),
        ("legal-forms.json", text(schema_for!(Vec<Form>))),
        ("standings.json", text(schema_for!(Vec<Standing>))),
        ("traits.json", text(schema_for!(Vec<Trait>))),
        ("capacities.json", text(schema_for!(Vec<Capacity>))),
        ("enablers.json", text(schema_for!(Vec<Enabler>))),
        ("goals.json", text(schema_for!(Vec<Theme>))),
        ("areas.json", text(schema_for!(Vec<Area>))),
    ]
}

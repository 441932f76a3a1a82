//! A portfolio of 200 initiatives with 2,000 effects and offsets, settled and assessed.

use std::path::Path;

use jiff::civil::date;
use serde_json::{Value, json};
use takeup_domain::keytest::{Assessment, Outcome, assess, settle};
use takeup_tests::work::TODAY;

use crate::judging::timed;
use crate::{Size, peak};

const INITIATIVES: usize = 200;
/// Of each initiative; three of them adverse, with two claims each: over 2,000 effects and offsets in all.
const EFFECTS: usize = 5;

pub(crate) fn keytest(_: &Path, _: Size) -> Value {
    let all: Vec<Assessment> = (0..INITIATIVES).map(initiative).collect();
    let effects: usize = all.iter().flat_map(|a| &a.groups).map(|g| g.effects.len()).sum();
    let claims: usize =
        all.iter().flat_map(|a| &a.groups).flat_map(|g| &g.effects).map(|e| e.offsets.len()).sum();
    let borrowed: Vec<&Assessment> = all.iter().collect();
    let (ledger, settling) = timed(|| settle(&borrowed));
    let (met, assessing) = timed(|| {
        let outcomes = all.iter().map(|a| assess(a, &ledger, None, None, TODAY).outcome);
        outcomes.filter(|o| *o == Outcome::MeetsTakenTogether).count()
    });
    json!({"initiatives": INITIATIVES, "effects": effects, "claims": claims, "entries": ledger.lines.len(),
           "shortages": ledger.shortages.len(), "met": met, "settling": settling.both(), "assessing": assessing.both(),
           "peak": peak()})
}

fn initiative(n: usize) -> Assessment {
    let evidence = json!([{"grade": "C", "source": "made up", "date": "2026-09-01"}, {"grade": "D", "source": "made up", "date": "2026-09-01"}]);
    let instrument = json!([{"grade": "A", "source": "made up", "date": "2026-09-01"}]);
    let shift = json!({"before": 1, "granted": 4, "codified": "yes", "citizen_controlled": "yes", "durable": "yes", "remedy": "yes",
                       "usable": "yes", "evidence": instrument});
    let effect = |e: usize| {
        let adverse = e < 3;
        // Neighbours share an action, so that the whole portfolio hangs together.
        let claims: Vec<Value> = (0..if adverse { 2 } else { 0 })
            .map(|c| json!({"action": format!("action-{}", (n + c * 7 + e) % INITIATIVES), "same_people": "yes", "funded": "yes"}))
            .collect();
        json!({"what": format!("effect {e}"), "channel": if e.is_multiple_of(2) { "access" } else { "cost" },
               "direction": if adverse { "adverse" } else { "none" }, "severity": 2, "people": 20 + (n * 13 + e * 7) % 60,
               "rights_based": "no", "starts": "2027-04-01", "places": ["x"], "offsets": claims, "evidence": evidence})
    };
    let effects: Vec<Value> = (0..EFFECTS).map(effect).collect();
    let offers: Vec<Value> = ["access", "cost"]
        .map(|kind| json!({"kind": kind, "places": ["x"], "people": 30 + (n * 29) % 120}))
        .to_vec();
    let document = json!({"id": format!("initiative-{n:03}"), "made_on": date(2026, 10, 1).to_string(),
        "initiative": {"title": "made up", "what_changes": "made up", "duty_holder": "made up", "from": "2027-04-01"},
        "baseline": {"date": "2026-09-01", "description": "made up"}, "shift": {"decision": shift}, "portfolio": "p",
        "quality": {"dimensions": [{"name": "m", "status": "held", "critical": true, "evidence": evidence}],
                    "safeguards": {"monitored": "m", "trigger": "t", "steps_in": "s"}},
        "groups": [{"group": "low-income-households", "effects": effects}],
        "actions": [{"id": format!("action-{n}"), "what": "made up", "from": "2027-04-01", "offers": offers}]});
    serde_json::from_value(document).unwrap()
}

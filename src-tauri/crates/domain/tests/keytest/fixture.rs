//! A shared fixture in this program's own words.

use serde_json::{Map, Value, json};
use takeup_domain::keytest::Assessment;

const CONDITIONS: [&str; 6] =
    ["funded", "dated_in_window", "same_people", "same_place", "same_kind_of_harm", "not_double_counted"];

pub(crate) fn convert(f: &Value, with_evidence: bool) -> Assessment {
    let evidence = |grades: &[&str]| -> Value {
        let grades = if with_evidence { grades } else { &[] };
        grades.iter().map(|g| json!({"grade": g, "source": "fixture", "date": "2026-09-01"})).collect()
    };
    let shift: Map<String, Value> = f["limb1"].as_object().unwrap().iter().map(|(currency, c)| {
        let m = &c["modifiers"];
        let said = |name: &str| m.get(name).cloned().unwrap_or(json!("unknown"));
        (currency.clone(), json!({"before": c["before"], "granted": c["after_granted"], "codified": said("codified"),
            "citizen_controlled": said("citizen_controlled"), "durable": said("durable"), "remedy": said("remedy"),
            "usable": said("usable"), "evidence": evidence(&["A"])}))
    }).collect();
    let dimensions: Value = f["limb2"]["dimensions"].as_array().unwrap().iter().map(|d| {
        let mut own = json!({"name": d["slug"], "critical": d["critical"], "status": d["status"], "evidence": evidence(&["C"])});
        for (from, to) in [("measure", "measure"), ("baseline", "baseline"), ("floor", "floor"), ("expected", "value")] {
            if let Some(value) = d.get(from) {
                own[to] = value.clone();
            }
        }
        own
    }).collect();
    let safeguards = &f["limb2"]["safeguards"];
    let groups: Value = f["limb3"]["groups"].as_array().unwrap().iter().map(|g| {
        let effects: Value = g["effects"].as_array().unwrap().iter().map(|e| {
            let claims: Value = e["offsets"].as_array().unwrap_or(&vec![]).iter().map(|o| {
                assert_eq!(o["covers"], "full", "no fixture covers a part");
                let mut own = json!({"action": o["action"]});
                for name in CONDITIONS {
                    own[name] = json!(if o[name] == true { "yes" } else { "no" });
                }
                own
            }).collect();
            let mut own = json!({"what": e["what"].as_str().unwrap_or(""), "channel": e["channel"], "direction": e["direction"],
                "severity": e["severity"], "rights_based": if e["rights_based"] == true { "yes" } else { "no" }, "offsets": claims});
            if let Some(people) = e.get("people") {
                own["people"] = people.clone();
            }
            own
        }).collect();
        json!({"group": g["slug"], "considered": "looked at", "effects": effects, "evidence": evidence(&["C", "D"])})
    }).collect();
    let confirmed = if f["false_use_confirmed"] == true {
        json!([{"flag": "F1", "is_false_use": true, "reason": "fixture", "by": "reader", "on": "2026-10-01"}])
    } else {
        json!([])
    };
    serde_json::from_value(json!({"id": f["id"], "made_on": "2026-10-01",
        "initiative": {"title": f["title"], "what_changes": f["title"], "duty_holder": "council", "from": "2027-04-01"},
        "baseline": {"date": "2026-09-01", "description": "before"}, "shift": shift,
        "quality": {"dimensions": dimensions, "safeguards": {"monitored": safeguards["monitor"], "trigger": safeguards["trigger"], "steps_in": safeguards["step_in"]}},
        "groups": groups, "false_use": {"confirmed": confirmed}}))
    .unwrap()
}

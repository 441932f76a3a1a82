//! From one fact entered by hand to fresh answers, through the commands that the window calls.

use std::path::Path;

use serde_json::{Value, json};
use takeup_api::{Options, Session, call};
use takeup_tests::work::TODAY;

use crate::judging::timed;
use crate::reading::WORKSPACE;
use crate::{Size, peak};

pub(crate) fn fact(folder: &Path, _: Size) -> Value {
    let session = Session::new(Options { config_dir: folder.join("config"), today: TODAY });
    let ask = |name: &str, request: Value| call(&session, name, request).unwrap();
    ask("open", json!({"path": folder.join(WORKSPACE)}));
    let places = ask("areas", json!({"text": ""}));
    let sizes = places.as_array().unwrap().iter().map(|place| {
        let gss = place["gss"].as_str().unwrap().to_string();
        let total = ask("groups", json!({"area": gss, "limit": 0}))["total"].as_u64().unwrap();
        (total, gss)
    });
    let mut sizes: Vec<(u64, String)> = sizes.filter(|(total, _)| *total > 0).collect();
    sizes.sort();
    let told = |at: usize| {
        let (groups, area) = &sizes[at];
        let one = ask("groups", json!({"area": area, "limit": 1}))["rows"][0]["id"].clone();
        let tell = |n: u32| {
            let fact = json!({"group": one, "area": area, "key": "members:local-elector",
                              "value": (20 + n).to_string(), "source": "Bench", "date": "2026-01-01"});
            timed(|| {
                ask("record_fact", fact);
                ask("audit", json!({"area": area}));
            })
            .1
        };
        let best = (0..5).map(tell).min_by(|a, b| a.wall.total_cmp(&b.wall)).unwrap();
        json!({"groups": groups, "took": best.both()})
    };
    let area = &sizes[sizes.len() / 2].1;
    let whole = timed(|| {
        ask("open", json!({"path": folder.join(WORKSPACE)}));
        ask("audit", json!({"area": area}));
    })
    .1;
    json!({
        "middling": told(sizes.len() / 2), "largest": told(sizes.len() - 1), "rebuild": whole.both(), "peak": peak(),
    })
}

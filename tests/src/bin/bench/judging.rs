//! From opening to the first matrix, and its parts.

use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::judge::Judge;
use takeup_domain::status::Status;
use takeup_domain::uses::{LOOK_BACK_YEARS, use_state};
use takeup_store::Store;
use takeup_tests::work::{TODAY, TRAFFORD, Work};

use crate::reading::WORKSPACE;
use crate::{Size, peak, plain};

/// Runs something and tells how many milliseconds it took.
pub(crate) fn timed<T>(run: impl FnOnce() -> T) -> (T, f64) {
    let begun = Instant::now();
    let value = run();
    (value, begun.elapsed().as_secs_f64() * 1e3)
}

pub(crate) fn judge(folder: &Path, _: Size) -> Value {
    let work = Work::new();
    let (_, open) = timed(|| work.ask("open", json!({"path": folder.join(WORKSPACE)})));
    let (_, audit) = timed(|| work.ask("audit", json!({"area": TRAFFORD})));
    let (_, audit_again) = timed(|| work.ask("audit", json!({"area": "E08000003"})));
    work.ask("close", json!({}));
    let peak = peak();

    let catalogue = takeup_api::shipped();
    let compiled = Compiled::new(&catalogue);
    let areas = catalogue.areas.len();
    let (world, load) = timed(|| Store::open(&folder.join(WORKSPACE)).unwrap().world(&catalogue).unwrap());
    let (columns, made) = timed(|| Columns::new(&world, &compiled, TODAY));
    let judge = Judge::new(&world, &compiled, &columns);
    let (judged, first) = timed(|| judge.all());
    let (matrix, status) = timed(|| {
        let powers = catalogue.powers.values().enumerate();
        let cells = powers.flat_map(|(p, power)| (0..areas).map(move |a| (p, power, a)));
        let of = |(p, power, a)| {
            Status::of(judged.cell(p, a).reach, use_state(&world, power, a, TODAY, LOOK_BACK_YEARS))
        };
        cells.map(of).collect::<Vec<Status>>()
    });
    assert_eq!(matrix.len(), areas * compiled.powers.len());
    let best = (0..7).map(|_| timed(|| judge.all()).1).fold(f64::INFINITY, f64::min);
    let plain = plain::compare(&world, &compiled, &columns, &judge);
    json!({
        "open": open, "audit": audit, "audit_again": audit_again, "peak": peak, "load": load, "columns": made,
        "first_judge": first, "status": status, "matrix": load + made + first + status, "judge": best,
        "powers": compiled.powers.len(), "plain": plain.over_columns, "scratch": plain.from_scratch,
        "compared": plain.compared,
    })
}

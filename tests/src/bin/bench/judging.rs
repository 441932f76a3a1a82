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
use crate::{Size, peak};

/// How long something took, in milliseconds: by the clock on the wall, and on the processor.
#[derive(Clone, Copy)]
pub(crate) struct Took {
    pub(crate) wall: f64,
    pub(crate) processor: f64,
}

impl Took {
    pub(crate) fn both(self) -> Value {
        json!([self.wall, self.processor])
    }
}

/// Runs something and tells how long it took.
pub(crate) fn timed<T>(run: impl FnOnce() -> T) -> (T, Took) {
    let (begun, before) = (Instant::now(), on_processor());
    let value = run();
    let processor = on_processor() - before;
    (value, Took { wall: begun.elapsed().as_secs_f64() * 1e3, processor })
}

/// The least that it took of several runs.
pub(crate) fn best_of(runs: usize, run: impl Fn()) -> Took {
    let runs: Vec<Took> = (0..runs).map(|_| timed(&run).1).collect();
    let best = |of: fn(&Took) -> f64| runs.iter().map(of).fold(f64::INFINITY, f64::min);
    Took { wall: best(|t| t.wall), processor: best(|t| t.processor) }
}

/// Milliseconds that this thread had a processor; other programs do not count.
fn on_processor() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split(' ').next().and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0) / 1e6
}

pub(crate) fn judge(folder: &Path, _: Size) -> Value {
    let work = Work::new();
    let (_, open) = timed(|| work.ask("open", json!({"path": folder.join(WORKSPACE)})));
    let (_, audit) = timed(|| work.ask("audit", json!({"area": TRAFFORD})));
    let (_, audit_again) = timed(|| work.ask("audit", json!({"area": "E08000003"})));
    work.ask("close", json!({}));
    let open_peak = peak();

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
    let best = best_of(7, || drop(judge.all()));
    let sum = |of: fn(&Took) -> f64| [load, made, first, status].iter().map(of).sum::<f64>();
    let whole = Took { wall: sum(|t| t.wall), processor: sum(|t| t.processor) };
    json!({
        "open": open.both(), "audit": audit.both(), "audit_again": audit_again.both(), "peak": open_peak,
        "load": load.both(), "columns": made.both(), "first_judge": first.both(), "status": status.both(),
        "matrix": whole.both(), "judge": best.both(), "powers": compiled.powers.len(),
    })
}

//! What was measured, in lines.

use serde_json::Value;

use crate::Size;

fn line(what: &str, got: &str, processor: &str, aim: &str) {
    println!("{what:<56}{got:>16}{processor:>14}   {aim}");
}

fn number(of: &Value, name: &str) -> f64 {
    of[name].as_f64().unwrap()
}

fn ms(of: &Value, what: &str, name: &str, aim: &str) {
    let [wall, processor] = [0, 1].map(|on| format!("{:.1} ms", of[name][on].as_f64().unwrap()));
    line(what, &wall, &processor, aim);
}

pub(crate) fn reading(size: Size, extract: &Value, read: &Value, keep: &Value) {
    println!("A charity table of {} rows, {:.0} MB\n", size.rows, number(extract, "megabytes"));
    let paced = |what: &str, of: &Value| {
        let pace = format!("{:.0} rows/s", size.rows as f64 / number(of, "seconds"));
        line(what, &pace, "", "≥ 100,000 rows/s");
        line("  memory", &format!("{:.0} MB", number(of, "peak")), "", "≤ 200 MB");
    };
    line("", "on the wall", "processor", "aim");
    paced("Reading the charity table alone", read);
    paced("Reading it and keeping it in a workspace", keep);
}

pub(crate) fn judging(size: Size, made: &Value, judge: &Value) {
    let (presences, areas, powers) = (&made["presences"], &made["areas"], &judge["powers"]);
    println!(
        "\n{} groups with {presences} presences in {areas} council areas, {powers} powers\n",
        size.groups
    );
    let ms = |what: &str, name: &str, aim: &str| ms(judge, what, name, aim);
    ms("Opening to the first matrix of all powers and areas", "matrix", "≤ 1,000 ms");
    ms("  loading the workspace", "load", "");
    ms("  columns of facts", "columns", "");
    ms("  judging", "first_judge", "");
    ms("  use and status", "status", "");
    ms("Judging alone, now and relaxed, one thread, best of 7", "judge", "≤ 40 ms");
    ms("Through the commands: open", "open", "");
    ms("  the first audit", "audit", "");
    ms("  an audit after that", "audit_again", "");
    line("  memory", &format!("{:.0} MB", number(judge, "peak")), "", "≤ 300 MB");
}

pub(crate) fn plain(judge: &Value, plain: &Value) {
    let took = |of: &Value, name: &str| of[name][1].as_f64().unwrap();
    println!(
        "\nThe plain way, a tree walked for each row, reckoned from a part of the areas ({} answers compared, all equal)",
        plain["compared"]
    );
    let times = |slow: f64, quick: f64| format!("{:.0} × as long", slow / quick);
    let (quick, columns) = (took(judge, "judge"), took(judge, "columns"));
    ms(plain, "  over facts worked out before", "plain", &times(took(plain, "plain"), quick));
    let aim = times(took(plain, "scratch"), columns + quick);
    ms(plain, "  facts looked up on the way", "scratch", &aim);
}

pub(crate) fn questions(of: &Value) {
    let took = |name: &str| format!("{:.0} ms", of[name][0].as_f64().unwrap());
    println!(
        "\nOne council of middling size, {} groups ({} unlike each other)",
        of["groups"], of["likenesses"]
    );
    line(
        &format!("Routes of every group to every power ({})", of["routes"]),
        &took("routing"),
        "",
        "≤ 1,000 ms",
    );
    line(&format!("Smallest sets of all its cells ({})", of["sets"]), &took("setting"), "", "≤ 1,000 ms");
    line(&format!("Near misses ({})", of["near"]), &took("missing"), "", "");
    line(&format!("What to ask next ({})", of["asked"]), &took("asking"), "", "");
    let lifted = &of["lifted"];
    println!("What to lift first over England, 10 of {} remedies:", of["remedies"]);
    let sure = if lifted["proven"] == true { "proven best".into() } else { format!("gap {}", lifted["gap"]) };
    line(
        &format!(
            "  {} of {} blocked answers of {} kinds; {sure}",
            lifted["opens"], lifted["answers"], lifted["kinds"]
        ),
        &took("lifting"),
        "",
        "proven, or the gap after 10 s",
    );
    println!("  the greedy choice opens {}", lifted["greedy"]);
    line("Memory of all this", &format!("{:.0} MB", of["peak"].as_f64().unwrap()), "", "≤ 300 MB");
}

pub(crate) fn fact(of: &Value) {
    println!("\nOne fact entered by hand, to the fresh audit of its council, through the commands");
    for (which, name) in [("middling", "council of middling size"), ("largest", "largest council")] {
        let took = &of[which]["took"];
        line(
            &format!("  {name} ({} groups)", of[which]["groups"]),
            &format!("{:.1} ms", took[0].as_f64().unwrap()),
            &format!("{:.1} ms", took[1].as_f64().unwrap()),
            "≤ 50 ms",
        );
    }
    let ratio = of["rebuild"][0].as_f64().unwrap() / of["middling"]["took"][0].as_f64().unwrap();
    line("  opening the workspace afresh takes", &format!("{ratio:.0} × as long"), "", "");
}

pub(crate) fn reforms(of: &Value) {
    println!(
        "\nThe difference a reform makes, over every council (best of 5; what everything made anew takes)"
    );
    for reform in of["reforms"].as_array().unwrap() {
        let ms = |name: &str, on: usize| reform[name][on].as_f64().unwrap();
        let [wall, processor] = [0, 1].map(|on| format!("{:.1} ms", ms("took", on)));
        let times = ms("rebuilt", 1) / ms("took", 1);
        let what = format!("  {} ({} answers differ)", reform["name"].as_str().unwrap(), reform["cells"]);
        line(&what, &wall, &processor, &format!("≤ 100 ms; anew {times:.0} × as long"));
    }
    line("  memory", &format!("{:.0} MB", of["peak"].as_f64().unwrap()), "", "");
}

pub(crate) fn keytest(of: &Value) {
    let took = |name: &str| format!("{:.0} ms", of[name][0].as_f64().unwrap());
    println!(
        "\nThe key test: {} initiatives, {} effects, {} claims on {} entries",
        of["initiatives"], of["effects"], of["claims"], of["entries"]
    );
    let settled = format!("Settling the portfolio ({} shortages)", of["shortages"]);
    line(&settled, &took("settling"), "", "≤ 1,000 ms");
    let assessed = format!("Assessing all, with what would change each ({} meet)", of["met"]);
    line(&assessed, &took("assessing"), "", "");
}

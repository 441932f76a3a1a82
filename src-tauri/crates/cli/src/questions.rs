//! The questions beside status: routes, near misses, what to ask next.

use serde_json::Value;
use takeup_api::answer::graph::{ChokepointLine, CircleLine, GraphShown};
use takeup_api::answer::levels::LevelsPage;
use takeup_api::answer::question::{AskNext, LiftPage, NearMisses, RouteLine, RoutePage, WayLine};
use takeup_api::{ApiError, Session};

use crate::args::Format;
use crate::output;
use crate::run::ask;
use crate::watched::ask_watched;

pub(crate) fn route(session: &Session, request: Value, format: Format) -> Result<(), ApiError> {
    let page: RoutePage = ask(session, "route", request)?;
    match format {
        Format::Json => return output::json(&page),
        Format::Csv => {
            let lines: Vec<_> = page
                .routes
                .iter()
                .enumerate()
                .flat_map(|(n, r)| r.legs.iter().map(move |l| (n + 1, l)))
                .collect();
            let header = ["Route", "Step", "Who acts", "Cost", "From week", "To week", "After", "Power"];
            return output::rows(format, &header, &lines, |(n, leg)| {
                let after: Vec<String> = leg.after.iter().map(u32::to_string).collect();
                vec![
                    n.to_string(),
                    leg.words.clone(),
                    leg.who_acts.clone().unwrap_or_default(),
                    leg.cost.clone().unwrap_or_default(),
                    leg.start.to_string(),
                    leg.end.to_string(),
                    after.join(" "),
                    leg.power.clone().unwrap_or_default(),
                ]
            });
        }
        Format::Dot => return Err(output::only_for_graphs()),
        Format::Table => {}
    }
    let mut out = format!("{} in {}\n{}\n", page.name, page.area.name, page.verdict);
    for missing in &page.missing {
        out.push_str(&format!("  No remedy is known for this: {missing}\n"));
    }
    for (n, line) in page.routes.iter().enumerate() {
        out.push_str(&one_route(n + 1, line));
    }
    if page.qualifying_total > 0 {
        out.push_str(&format!(
            "\nOr act through a body here that could use it today ({} of them):\n",
            page.qualifying_total
        ));
        for group in page.qualifying.iter().take(10) {
            out.push_str(&format!("  {} ({})\n", group.name, group.id));
        }
    }
    output::write(&out)
}

fn one_route(n: usize, line: &RouteLine) -> String {
    let open = if line.untimed { ", and longer: some steps have no time on file" } else { "" };
    let mut out = format!("\nRoute {n}: up to {} weeks{open}; cost {}\n", line.weeks, line.cost);
    for (n, leg) in line.legs.iter().enumerate() {
        let when =
            if leg.timed { format!("weeks {} to {}", leg.start, leg.end) } else { "no time on file".into() };
        let who = leg.who_acts.as_ref().map(|w| format!("; {w}")).unwrap_or_default();
        let after: Vec<String> = leg.after.iter().map(u32::to_string).collect();
        let after = if after.is_empty() { String::new() } else { format!("; after {}", after.join(", ")) };
        out.push_str(&format!("  {}. {} ({when}{who}{after})\n", n + 1, leg.words));
        if let Some(how) = &leg.how {
            out.push_str(&format!("     {how}\n"));
        }
        if let Some(other) = &leg.if_not {
            out.push_str(&format!("     If not: {other}\n"));
        }
        if !leg.helpers.is_empty() {
            out.push_str(&format!("     Help: {}\n", leg.helpers.join(", ")));
        }
    }
    out
}

pub(crate) fn ways(session: &Session, request: Value, format: Format) -> Result<(), ApiError> {
    let lines: Vec<WayLine> = ask(session, "ways", request)?;
    output::rows(format, &["Power", "Reach", "Weeks", "Cost", "Steps", "Name", "Next"], &lines, |w| {
        let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
        vec![
            w.power.clone(),
            w.reach.clone(),
            number(w.weeks),
            w.cost.clone().unwrap_or_default(),
            number(w.steps),
            w.name.clone(),
            w.next.clone(),
        ]
    })
}

pub(crate) fn near(session: &Session, request: Value, format: Format) -> Result<(), ApiError> {
    let found: NearMisses = ask(session, "near_misses", request)?;
    let header = ["Opens here", "Answers", "Groups", "Change", "Powers"];
    output::rows(format, &header, &found.rows, |line| {
        let powers: Vec<&str> = line.powers.iter().map(|p| p.power.as_str()).collect();
        vec![
            line.area_opens.to_string(),
            line.answers.to_string(),
            line.groups_total.to_string(),
            line.change.words.clone(),
            powers.join(" "),
        ]
    })
}

pub(crate) fn ask_next(
    session: &Session,
    request: Value,
    letter: Option<&str>,
    format: Format,
) -> Result<(), ApiError> {
    let found: AskNext = ask_watched(session, "ask_next", request)?;
    match letter {
        None => {
            let header = ["If yes", "If no", "Of", "Question", "Key", "How to find out"];
            output::rows(format, &header, &found.questions, |q| {
                let of = match (q.groups_total, q.groups.first()) {
                    (0, _) | (_, None) => "the place".to_string(),
                    (1, Some(group)) => group.name.clone(),
                    (many, _) => format!("each of {many} groups"),
                };
                let numbers = [q.if_yes.to_string(), q.if_no.to_string()];
                let words = [of, q.question.clone(), q.key.clone(), q.ask.clone()];
                numbers.into_iter().chain(words).collect()
            })
        }
        Some("list") => output::rows(format, &["Duty holder", "Powers", "Name"], &found.letters, |l| {
            vec![l.duty_holder.clone(), l.powers.to_string(), l.name.clone()]
        }),
        Some(holder) => match found.letters.iter().find(|l| l.duty_holder == holder) {
            Some(letter) => output::write(&letter.text),
            None => Err(ApiError {
                code: "usage",
                message: format!(
                    "There is nothing to ask “{holder}” for here. See who could be asked: takeup ask FILE --area GSS --letter list."
                ),
            }),
        },
    }
}

pub(crate) fn graph(session: &Session, request: Value, format: Format) -> Result<(), ApiError> {
    let shown: GraphShown = ask(session, "graph", request)?;
    match format {
        Format::Dot => output::write(&shown.dot),
        Format::Json => output::json(&shown),
        Format::Table | Format::Csv => output::rows(format, &["From", "Says", "To"], &shown.edges, |e| {
            vec![e.from.clone(), e.says.clone(), e.to.clone()]
        }),
    }
}

pub(crate) fn circles(session: &Session, request: Value, format: Format) -> Result<(), ApiError> {
    let found: Vec<CircleLine> = ask(session, "circles", request)?;
    output::rows(format, &["Kind", "Powers", "What would cut it", "The circle"], &found, |c| {
        let cuts: Vec<&str> = c.cuts.iter().map(|r| r.name.as_str()).collect();
        let cuts = if cuts.is_empty() { "nothing known".into() } else { cuts.join("; ") };
        vec![c.kind.clone(), c.powers.len().to_string(), cuts, c.words.clone()]
    })
}

pub(crate) fn chokepoints(session: &Session, request: Value, format: Format) -> Result<(), ApiError> {
    let found: Vec<ChokepointLine> = ask(session, "chokepoints", request)?;
    output::rows(format, &["Powers", "Areas", "Kind", "What", "Barrier"], &found, |c| {
        let barrier = c.barrier.clone().unwrap_or_default();
        vec![c.powers.len().to_string(), c.areas.to_string(), c.kind.clone(), c.name.clone(), barrier]
    })
}

pub(crate) fn lift(session: &Session, request: Value, format: Format) -> Result<(), ApiError> {
    let page: LiftPage = ask_watched(session, "lift_first", request)?;
    if format == Format::Json {
        return output::json(&page);
    }
    output::rows(format, &["Remedy", "Cost", "Weeks", "Who acts", "What is done"], &page.remedies, |r| {
        vec![r.id.clone(), r.cost.clone(), r.weeks.clone(), r.who_acts.clone(), r.name.clone()]
    })?;
    eprintln!("{}", page.verdict);
    Ok(())
}

pub(crate) fn levels(session: &Session, request: Value, format: Format) -> Result<(), ApiError> {
    let page: LevelsPage = ask(session, "levels", request)?;
    if format == Format::Json {
        return output::json(&page);
    }
    let header: Vec<&str> =
        ["As at"].into_iter().chain(page.columns.iter().map(|c| c.name.as_str())).collect();
    output::rows(format, &header, &page.rows, |row| {
        let value = |v: &Option<u32>| v.map_or("not known".to_string(), |n| n.to_string());
        [row.on.clone()].into_iter().chain(row.values.iter().map(value)).collect()
    })?;
    for column in &page.columns {
        eprintln!("{}: {}", column.name, column.coverage);
    }
    eprintln!("{}", page.source);
    Ok(())
}

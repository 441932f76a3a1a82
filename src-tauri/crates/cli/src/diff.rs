//! The difference a reform makes, printed.

use serde_json::Value;
use takeup_api::answer::reform::{CompareList, ComparePage, DiffCell, DiffPage, DiffSum};
use takeup_api::{ApiError, Session};

use crate::args::Format;
use crate::output;
use crate::run::ask;

pub(crate) fn diff(
    session: &Session,
    request: Value,
    by: Option<&str>,
    format: Format,
) -> Result<(), ApiError> {
    let page: DiffPage = ask(session, "reform_diff", request)?;
    if format == Format::Json {
        return match by.and_then(|by| page.groupings.iter().find(|g| g.by == by)) {
            Some(grouping) => output::json(&grouping.lines),
            None => output::json(&page),
        };
    }
    if let Some(grouping) = by.and_then(|by| page.groupings.iter().find(|g| g.by == by)) {
        sums(&grouping.name, &grouping.lines, format)?;
    } else {
        let header =
            ["Effect", "Power", "Area", "Before", "After", "Groups lose", "Groups gain", "Change", "Reason"];
        output::rows(format, &header, &page.cells, cell)?;
    }
    if format == Format::Table {
        summary(&page, by.is_some());
    }
    Ok(())
}

fn cell(cell: &DiffCell) -> Vec<String> {
    let because: Vec<String> = cell.because.iter().map(|n| (n + 1).to_string()).collect();
    vec![
        cell.effect.clone(),
        cell.name.clone(),
        cell.area.name.clone(),
        cell.before.status_name.clone(),
        cell.after.status_name.clone(),
        cell.lose.to_string(),
        cell.gain.to_string(),
        because.join(" and "),
        cell.reason.clone(),
    ]
}

fn sums(name: &str, lines: &[DiffSum], format: Format) -> Result<(), ApiError> {
    let header = [name, "Closes", "Opens", "Changes", "Groups lose", "Groups gain"];
    output::rows(format, &header, lines, |line| {
        let number = |n: u32| n.to_string();
        vec![
            line.name.clone(),
            number(line.closes),
            number(line.opens),
            number(line.changes),
            number(line.lose),
            number(line.gain),
        ]
    })
}

fn summary(page: &DiffPage, added_up: bool) {
    eprintln!("\n{}", page.name);
    for (n, change) in page.changes.iter().enumerate() {
        let powers = if change.powers == 1 { "1 power".into() } else { format!("{} powers", change.powers) };
        eprintln!("  {}. {} (touches {powers})", n + 1, change.words);
    }
    let all = &page.totals;
    eprintln!(
        "In {} areas: {} answers close for somebody, {} open, {} change otherwise. Groups, once for each power: {} lose, {} gain.",
        page.areas, all.closes, all.opens, all.changes, all.lose, all.gain
    );
    for moved in &page.moved {
        eprintln!("“{}” moves from {} to {}.", moved.name, moved.from, moved.to);
    }
    let shown = page.cells.len();
    if !added_up && shown < page.total as usize {
        eprintln!("{shown} of {} answers shown; --limit shows more, --by adds them up.", page.total);
    }
    let days = if page.before == page.after {
        format!("As at {}.", page.before)
    } else {
        format!("As at {}, then as at {}.", page.before, page.after)
    };
    eprintln!("{days} {} Not legal advice.", page.source);
}

pub(crate) fn compare(session: &Session, request: Value, format: Format) -> Result<(), ApiError> {
    let page: ComparePage = ask(session, "reform_compare", request)?;
    if format == Format::Json {
        return output::json(&page);
    }
    let lists: [(&str, &CompareList); 3] =
        [(&page.first.name, &page.only_first), (&page.second.name, &page.only_second), ("both", &page.both)];
    let lines: Vec<_> = lines_of(&lists).collect();
    output::rows(
        format,
        &["Opened by", "Power", "Area", "Before", "After", "Groups gain"],
        &lines,
        |line| line.clone(),
    )?;
    if format == Format::Table {
        for (name, list) in lists {
            eprintln!("{name}: {} answers open, {} shown.", list.total, list.cells.len());
        }
        for side in [&page.first, &page.second] {
            eprintln!("“{}” closes {} for somebody.", side.name, side.totals.closes);
        }
    }
    Ok(())
}

fn lines_of<'p>(lists: &'p [(&'p str, &'p CompareList); 3]) -> impl Iterator<Item = Vec<String>> + 'p {
    lists.iter().flat_map(|(by, list)| {
        list.cells.iter().map(move |cell| {
            vec![
                (*by).to_owned(),
                cell.name.clone(),
                cell.area.name.clone(),
                cell.before.clone(),
                cell.after.clone(),
                cell.gain.to_string(),
            ]
        })
    })
}

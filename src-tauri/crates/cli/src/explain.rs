//! A proof, printed.

use serde::Serialize;
use takeup_api::ApiError;
use takeup_api::answer::power::{PowerPage, ProofLine, SetLine};

use crate::args::Format;
use crate::output;

/// The page in the format asked for.
pub(crate) fn explain(page: &PowerPage, format: Format) -> Result<(), ApiError> {
    match format {
        Format::Dot => Err(output::only_for_graphs()),
        Format::Json => output::json(page),
        Format::Table => output::write(&explanation(page)),
        Format::Csv => leaves(page),
    }
}

fn explanation(page: &PowerPage) -> String {
    let mut out = format!(
        "{}\n{} in {} ({}), as at {}\n\n{}\n\n{}\n",
        page.row.name,
        page.row.status_name,
        page.area.name,
        page.area.gss,
        page.as_at,
        page.summary,
        page.proof.verdict
    );
    if let Some(note) = &page.row.note {
        out.push_str(&format!("{note}\n"));
    }
    out.push('\n');
    tree(&page.proof.tree, 0, &mut out);
    for stop in &page.proof.stopped_by {
        out.push_str(&format!(
            "  ✗ stopped in practice: {}. {} ({}, {})\n",
            stop.name, stop.note, stop.source, stop.date
        ));
    }
    for need in &page.proof.short_of {
        out.push_str(&format!("  ✗ short of {} “{}” {}\n", need.capacity, need.level, need.why));
    }
    sets("What would open it", &page.proof.sets, page.proof.more_sets, &mut out);
    if page.proof.group.is_none() {
        let g = page.row.groups;
        out.push_str(&format!(
            "\nGroups here: {} open, {} unsettled, {} blocked, {} out of reach.\n",
            g.open, g.unsettled, g.blocked, g.out_of_reach
        ));
        sets("What would open it for groups here", &page.sets, page.more_sets, &mut out);
    }
    for line in &page.uses {
        out.push_str(&format!(
            "Use: {} {} — {} ({}; {})\n",
            line.date, line.group, line.what, line.outcome, line.source
        ));
    }
    for line in &page.coverage {
        out.push_str(&format!("Looked at: {} as at {} ({})\n", line.register, line.as_at, line.source));
    }
    out.push_str("\nLaw:\n");
    for law in &page.law {
        out.push_str(&format!(
            "  {} {} {}\n",
            law.title,
            law.provision,
            law.link.clone().unwrap_or_default()
        ));
    }
    out.push_str(&format!(
        "\nThis rests on: {} (checked {}; {}). It is not legal advice.\n",
        page.verified, page.checked_on, page.checked_read
    ));
    out
}

fn tree(line: &ProofLine, depth: usize, out: &mut String) {
    let mark = match line.value.as_deref() {
        Some("true") => "✓",
        Some("false") => "✗",
        Some("unknown") => "?",
        Some("to-do") => "→",
        Some("to-confirm") => "…",
        _ => "·",
    };
    let word = match line.value.as_deref() {
        Some("true") => "holds",
        Some("false") => "does not hold",
        Some("unknown") => "not known",
        Some("to-do") => "to do",
        Some("to-confirm") => "to confirm",
        _ => "",
    };
    let indent = "  ".repeat(depth + 1);
    out.push_str(&format!("{indent}{mark} {}", line.words));
    if !word.is_empty() {
        out.push_str(&format!(" [{word}]"));
    }
    if let Some(by) = &line.by {
        out.push_str(&format!(" ({by})"));
    }
    if let Some(provision) = &line.provision {
        out.push_str(&format!(" — {provision}"));
    }
    out.push('\n');
    if let Some(key) = line.key.as_ref().filter(|_| line.value.as_deref() != Some("true")) {
        out.push_str(&format!("{indent}    key: {key}\n"));
    }
    if let Some(because) = &line.because {
        let source = line.source.as_ref().map(|s| format!(" Source: {s}.")).unwrap_or_default();
        out.push_str(&format!("{indent}    {because}{source}\n"));
    }
    if let Some(barrier) = &line.barrier {
        let none = if line.remedies.is_empty() { " No way to meet it is known." } else { "" };
        out.push_str(&format!("{indent}    What stands in the way: {}.{none}\n", barrier.name));
    }
    for part in &line.parts {
        tree(part, depth + 1, out);
    }
}

fn sets(title: &str, sets: &[SetLine], more: bool, out: &mut String) {
    if sets.is_empty() {
        return;
    }
    out.push_str(&format!("\n{title}, smallest first:\n"));
    for (i, set) in sets.iter().enumerate() {
        let changes: Vec<&str> = set.changes.iter().map(|c| c.words.as_str()).collect();
        let cost = set.cost.as_ref().map(|c| format!("cost: {c}")).unwrap_or_else(|| "no cost".into());
        let mut about = vec![cost, format!("{} weeks at most", set.weeks)];
        about.extend(set.groups.map(|n| format!("opens it to {n} groups")));
        if set.people {
            about.push("opens it to people without a group".into());
        }
        out.push_str(&format!("  {}. {} ({})\n", i + 1, changes.join(" And: "), about.join("; ")));
    }
    if more {
        out.push_str("  More exist.\n");
    }
}

#[derive(Serialize)]
struct Leaf {
    key: String,
    value: String,
    words: String,
    because: String,
    source: String,
    provision: String,
}

fn leaves(page: &PowerPage) -> Result<(), ApiError> {
    fn gather(line: &ProofLine, list: &mut Vec<Leaf>) {
        if line.parts.is_empty() {
            list.push(Leaf {
                key: line.key.clone().unwrap_or_default(),
                value: line.value.clone().unwrap_or_default(),
                words: line.words.clone(),
                because: line.because.clone().unwrap_or_default(),
                source: line.source.clone().unwrap_or_default(),
                provision: line.provision.clone().unwrap_or_default(),
            });
        }
        line.parts.iter().for_each(|p| gather(p, list));
    }
    let mut list = Vec::new();
    gather(&page.proof.tree, &mut list);
    output::rows(Format::Csv, &["Key", "Value", "Test", "On record", "Source", "Provision"], &list, |l| {
        vec![
            l.key.clone(),
            l.value.clone(),
            l.words.clone(),
            l.because.clone(),
            l.source.clone(),
            l.provision.clone(),
        ]
    })
}

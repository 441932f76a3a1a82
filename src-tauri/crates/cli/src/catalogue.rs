//! Looking things up in the catalogue.

use serde_json::json;
use takeup_api::answer::catalogue::{EntryPage, Hit, Shelf};
use takeup_api::{ApiError, Session, shipped};

use crate::args::Format;
use crate::output;
use crate::run::ask;

pub(crate) fn search(session: &Session, words: &str, format: Format) -> Result<(), ApiError> {
    let found: Vec<Hit> = ask(session, "search", json!({"text": words}))?;
    if found.is_empty() {
        eprintln!("Nothing has these words. Try fewer or plainer ones, or see: takeup goals");
    }
    output::rows(format, &["Kind", "Id", "Name", "Where"], &found, |h| {
        vec![h.kind_name.clone(), h.id.clone(), h.name.clone(), h.around.clone()]
    })
}

pub(crate) fn shelves(session: &Session, by: &str, format: Format) -> Result<(), ApiError> {
    let found: Vec<Shelf> = ask(session, "shelves", json!({"by": by}))?;
    output::rows(format, &["Under", "Id", "Name", "Powers", "Which"], &found, |s| {
        let which: Vec<&str> = s.powers.iter().map(|p| p.id.as_str()).collect();
        let under = s.under.clone().unwrap_or_default();
        let said = if which.is_empty() { "none on file".into() } else { which.join(" ") };
        vec![under, s.id.clone(), s.name.clone(), s.powers.len().to_string(), said]
    })
}

pub(crate) fn barriers(format: Format) -> Result<(), ApiError> {
    let catalogue = shipped();
    let all: Vec<_> = catalogue.barriers.values().collect();
    output::rows(format, &["Id", "Name", "Powers", "Figures", "What removes it"], &all, |b| {
        let touched = catalogue.powers.values().filter(|p| p.barriers.contains(&b.id)).count();
        let ways: Vec<&str> = b.remedies.iter().map(|r| r.name.as_str()).collect();
        let ways = if ways.is_empty() { "none is known".into() } else { ways.join("; ") };
        vec![b.id.clone(), b.name.clone(), touched.to_string(), b.evidence.len().to_string(), ways]
    })
}

pub(crate) fn show(session: &Session, kind: &str, id: &str, format: Format) -> Result<(), ApiError> {
    let page: EntryPage = ask(session, "entry", json!({"kind": kind, "id": id}))?;
    if format != Format::Table {
        let lines: Vec<_> = page.sections.iter().flat_map(|s| s.lines.iter().map(move |l| (s, l))).collect();
        if format == Format::Json {
            return output::json(&page);
        }
        return output::rows(format, &["Section", "Text", "Note", "Link"], &lines, |(s, l)| {
            let (note, link) = (l.note.clone().unwrap_or_default(), l.link.clone().unwrap_or_default());
            vec![s.heading.clone(), l.text.clone(), note, link]
        });
    }
    let mut out = format!("{}\n{}\n", page.name, page.summary);
    for fact in &page.facts {
        out.push_str(&format!("{}: {}\n", fact.name, fact.value));
    }
    for section in &page.sections {
        out.push_str(&format!("\n{}\n", section.heading));
        for line in &section.lines {
            let note = line.note.as_ref().map(|n| format!(" ({n})")).unwrap_or_default();
            out.push_str(&format!("  - {}{note}\n", line.text));
        }
    }
    if let (Some(on), Some(read)) = (&page.checked_on, &page.checked_read) {
        let rests = page.verified.as_deref().unwrap_or_default();
        out.push_str(&format!("\nRests on: {rests}. Read on {on}: {read}.\n"));
    }
    for source in &page.sources {
        out.push_str(&format!("Source: {source}\n"));
    }
    output::write(&out)
}

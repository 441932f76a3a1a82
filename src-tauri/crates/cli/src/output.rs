//! Results on standard output, as a table, JSON or CSV.

use std::io::{IsTerminal, Write};

use serde::Serialize;
use takeup_api::ApiError;

use crate::args::Format;

/// Prints rows: `cells` for table and CSV, the value itself for JSON.
pub(crate) fn rows<T: Serialize>(
    format: Format,
    header: &[&str],
    list: &[T],
    cells: impl Fn(&T) -> Vec<String>,
) -> Result<(), ApiError> {
    match format {
        Format::Json => json(&list),
        Format::Csv => {
            let text = takeup_export::csv(
                header,
                list.iter().map(|r| cells(r).into_iter().map(Into::into).collect()),
            )?;
            write(&text)
        }
        Format::Dot => Err(only_for_graphs()),
        Format::Table => write(&table(header, &list.iter().map(cells).collect::<Vec<_>>())),
    }
}

/// What a command that draws no graph says of `--format dot`.
pub(crate) fn only_for_graphs() -> ApiError {
    ApiError {
        code: "usage",
        message: "Only takeup graph knows --format dot. Take table, json or csv.".into(),
    }
}

/// What a command says that prints text or JSON only.
pub(crate) fn only_text_or_json(command: &str) -> ApiError {
    ApiError {
        code: "usage",
        message: format!("{command} prints text or JSON. Take --format table or json."),
    }
}

/// Prints JSON.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<(), ApiError> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|e| ApiError { code: "failed", message: format!("The answer cannot be written: {e}.") })?;
    write(&(text + "\n"))
}

/// Prints text; a reader that went away (`| head`) is no error.
pub(crate) fn write(text: &str) -> Result<(), ApiError> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(ApiError { code: "failed", message: format!("The answer cannot be written: {e}.") })
        }
        _ => Ok(()),
    }
}

/// Columns side by side. The last one is not padded and is cut only on a terminal.
fn table(header: &[&str], rows: &[Vec<String>]) -> String {
    let clean =
        |cell: &str| -> String { cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect() };
    let mut widths: Vec<usize> = header.iter().map(|h| h.chars().count()).collect();
    let rows: Vec<Vec<String>> = rows.iter().map(|r| r.iter().map(|c| clean(c)).collect()).collect();
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count()).min(46);
        }
    }
    let screen = if std::io::stdout().is_terminal() {
        std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok()).unwrap_or(160)
    } else {
        usize::MAX
    };
    let line = |cells: Vec<&str>| {
        let mut out = String::new();
        for (i, cell) in cells.iter().enumerate() {
            if i + 1 == cells.len() {
                let left = screen.saturating_sub(out.chars().count()).max(20);
                out.push_str(&cut(cell, left));
            } else {
                let cell = cut(cell, widths[i]);
                let pad = widths[i] - cell.chars().count();
                out.push_str(&cell);
                out.push_str(&" ".repeat(pad + 2));
            }
        }
        out.trim_end().to_string() + "\n"
    };
    let mut out = line(header.to_vec());
    out.push_str(&line(widths.iter().map(|_| "—").collect()));
    for row in &rows {
        out.push_str(&line(row.iter().map(String::as_str).collect()));
    }
    out
}

fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        text.to_string()
    } else {
        text.chars().take(width.saturating_sub(1)).chain(['…']).collect()
    }
}

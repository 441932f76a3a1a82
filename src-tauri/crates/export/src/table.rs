//! CSV that a spreadsheet opens as text and nothing else.

use crate::ExportError;

/// A CSV table with CRLF line ends. Cells that a spreadsheet would run as a formula are neutralised.
///
/// # Errors
/// When a row has another number of cells than the header.
pub fn csv<'a>(
    header: &[&str],
    rows: impl IntoIterator<Item = Vec<std::borrow::Cow<'a, str>>>,
) -> Result<String, ExportError> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let write = |e: csv::Error| ExportError::Write(e.to_string());
    writer.write_record(header).map_err(write)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| neutral(cell).into_owned())).map_err(write)?;
    }
    let bytes = writer.into_inner().map_err(|e| ExportError::Write(e.to_string()))?;
    String::from_utf8(bytes).map_err(|e| ExportError::Write(e.to_string()))
}

/// A cell that begins like a formula gets an apostrophe in front, which a spreadsheet shows as text.
fn neutral(cell: &str) -> std::borrow::Cow<'_, str> {
    let first = cell.trim_start_matches([' ', '\u{a0}', '\u{feff}']).chars().next();
    let number = || cell.trim().parse::<f64>().is_ok();
    match first {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') if !number() => {
            format!("'{cell}").into()
        }
        _ => cell.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text_and_numbers_stay() {
        let rows = ["=HYPERLINK(\"http://x\")", "+44", "-5", "@SUM(A1)", "\tx", " =1", "plain", "a\"b,c"];
        let text = csv(&["cell"], rows.map(|r| vec![r.into()])).unwrap();
        assert_eq!(
            text,
            "cell\r\n\"'=HYPERLINK(\"\"http://x\"\")\"\r\n+44\r\n-5\r\n'@SUM(A1)\r\n'\tx\r\n' =1\r\nplain\r\n\"a\"\"b,c\"\r\n"
        );
    }
}

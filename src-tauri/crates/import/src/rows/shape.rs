//! How the rows of a text are set apart.

/// How a text is cut into rows and cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Tabs, and a quotation mark is a quotation mark: the public extract of the Charity Commission.
    Tabbed,
    /// Cells between delimiters, quoted where needed, and the byte that ends a line.
    Delimited(u8, u8),
    /// A JSON list of flat objects.
    Objects,
}

/// Tells the shape by the first lines.
pub(super) fn shape(head: &str, json: bool) -> Shape {
    if json {
        return Shape::Objects;
    }
    // A carriage return before the line end is white space; alone it is what ended lines on old Macs.
    let end = if head.contains('\n') { b'\n' } else { b'\r' };
    for line in head.split(char::from(end)).filter(|line| !line.trim().is_empty()).take(10) {
        let plain = crate::header::plain(line);
        if line.contains('\t') && plain.contains("organisation number") && plain.contains("charity number") {
            return Shape::Tabbed;
        }
        let counts = ['\t', ',', ';'].map(|mark| (count(line, mark), mark));
        // Of equal counts the first wins: tab, comma, semicolon.
        let best = counts.iter().rev().max_by_key(|(n, _)| *n).filter(|(n, _)| *n > 0);
        if let Some((_, mark)) = best {
            return Shape::Delimited(*mark as u8, end);
        }
    }
    Shape::Delimited(b',', end)
}

/// How often the mark stands outside quotation marks.
fn count(line: &str, mark: char) -> usize {
    let mut quoted = false;
    line.chars()
        .filter(|c| {
            quoted ^= *c == '"';
            *c == mark && !quoted
        })
        .count()
}

//! XLSX workbooks, cell by cell.

use std::io::BufReader;

use calamine::{DataRef, Reader as _, Xlsx, XlsxError};

use super::Row;
use crate::error::ImportError;
use crate::file::ReadSeek;
use crate::header::MOST_COLUMNS;

/// Reads the first sheet that is shown and has rows, handing on one row after another until `take` says false.
pub(super) struct Workbook {
    file: String,
    book: Xlsx<BufReader<Box<dyn ReadSeek>>>,
}

impl Workbook {
    pub(super) fn open(file: &str, input: Box<dyn ReadSeek>) -> Result<Self, ImportError> {
        let book = Xlsx::new(BufReader::new(input)).map_err(|e| damaged(file, &e))?;
        Ok(Workbook { file: file.to_owned(), book })
    }

    /// Names of the sheets that are shown, in order.
    pub(super) fn sheets(&self) -> Vec<String> {
        self.book
            .sheets_metadata()
            .iter()
            .filter(|s| {
                s.typ == calamine::SheetType::WorkSheet && s.visible == calamine::SheetVisible::Visible
            })
            .map(|s| s.name.clone())
            .collect()
    }

    /// Hands on the rows of a sheet until `take` answers false.
    pub(super) fn rows(
        &mut self,
        sheet: &str,
        mut take: impl FnMut(&Row) -> Result<bool, ImportError>,
    ) -> Result<(), ImportError> {
        let file = self.file.clone();
        let mut cells = self.book.worksheet_cells_reader(sheet).map_err(|e| damaged(&file, &e))?;
        let mut row = Row::default();
        while let Some(cell) = cells.next_cell().map_err(|e| damaged(&file, &e))? {
            let (at, column) = cell.get_position();
            let line = u64::from(at) + 1;
            if line != row.line {
                if row.line > 0 && !take(&row)? {
                    return Ok(());
                }
                row.line = line;
                row.cells.clear();
            }
            let column = column as usize;
            if matches!(cell.get_value(), DataRef::Empty) {
                continue;
            }
            if column > MOST_COLUMNS {
                return Err(ImportError::TooManyColumns { file, line, count: column + 1 });
            }
            while row.cells.len() < column {
                row.cells.push_field("");
            }
            row.cells.push_field(&text(cell.get_value()));
        }
        if row.line > 0 {
            take(&row)?;
        }
        Ok(())
    }
}

fn damaged(file: &str, error: &XlsxError) -> ImportError {
    match error {
        XlsxError::Password => {
            ImportError::Locked { file: file.to_owned(), detail: "it needs a password".into() }
        }
        other => ImportError::Damaged { file: file.to_owned(), detail: other.to_string() },
    }
}

/// The cell as text: dates as `YYYY-MM-DD`, whole numbers without a fraction.
fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::String(s) | DataRef::DateTimeIso(s) | DataRef::DurationIso(s) => s.clone(),
        DataRef::SharedString(s) => (*s).to_owned(),
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => n.to_string(),
        DataRef::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(when) if when.is_datetime() => {
            let (year, month, day, ..) = when.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTime(when) => when.as_f64().to_string(),
    }
}

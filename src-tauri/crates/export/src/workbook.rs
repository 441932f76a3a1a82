//! Empty tables to fill in, with a sheet that says what each column means.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::{ExportError, csv};

/// A column of a template.
#[derive(Debug, Clone)]
pub struct Column {
    pub name: String,
    pub required: bool,
    pub help: String,
    pub example: String,
}

/// A workbook with the empty table and a help sheet.
///
/// # Errors
/// In the writer's own words.
pub fn template_xlsx(table: &str, columns: &[Column]) -> Result<Vec<u8>, ExportError> {
    write(table, columns).map_err(|e| ExportError::Write(e.to_string()))
}

fn write(table: &str, columns: &[Column]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    let text = Format::new().set_num_format("@");
    let sheet = workbook.add_worksheet();
    sheet.set_name(table)?;
    sheet.set_freeze_panes(1, 0)?;
    for (i, column) in (0u16..).zip(columns) {
        sheet.set_column_format(i, &text)?;
        sheet.set_column_width(i, (column.name.len() + 4).max(14) as f64)?;
        sheet.write_with_format(0, i, &column.name, &bold)?;
    }
    let help = workbook.add_worksheet();
    help.set_name("Help")?;
    for (i, (word, width)) in
        (0u16..).zip([("Column", 22.0), ("Needed", 10.0), ("What it means", 80.0), ("Example", 40.0)])
    {
        help.set_column_width(i, width)?;
        help.write_with_format(0, i, word, &bold)?;
    }
    for (row, column) in (1u32..).zip(columns) {
        help.write(row, 0, &column.name)?;
        help.write(row, 1, if column.required { "yes" } else { "no" })?;
        help.write(row, 2, &column.help)?;
        help.write(row, 3, &column.example)?;
    }
    workbook.save_to_buffer()
}

/// The header alone.
///
/// # Errors
/// In the writer's own words.
pub fn template_csv(columns: &[Column]) -> Result<String, ExportError> {
    let header: Vec<&str> = columns.iter().map(|c| c.name.as_str()).collect();
    csv(&header, Vec::new())
}

//! Reading registers and tables: bytes in, records and problems out.
//!
//! A file is told by its columns, never by its name; one file here per format. Everything is streamed:
//! nothing here holds a register in memory, and a row that cannot be used is named with its line and the
//! reason, so that one bad row never hides the rest.

mod error;
mod format;
mod known;
mod mapping;
mod outcome;

mod columns;
mod guess;
mod identify;
mod recognise;

mod charity;
mod read;
mod table;

mod file;
mod header;
mod rows;

mod dates;
mod forms;
mod places;
mod similar;
mod values;

pub use error::{ImportError, SinkError};
pub use file::sha256;
pub use format::{CharityTable, Format, TableKind};
pub use known::Known;
pub use mapping::{Mapping, Options};
pub use outcome::{Flow, Progress, Read, Recognised, Summary};
pub use read::read;
pub use recognise::recognise;
pub use table::{TemplateColumn, template};

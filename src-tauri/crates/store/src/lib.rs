//! The workspace: one SQLite file that any SQLite tool can read. The only crate that names rusqlite.

mod error;
mod header;
mod open;
mod schema;

mod assessments;
mod facts;
mod groups;
mod judged;
mod labels;
mod mappings;
mod meta;
mod reading;
mod recorded;
mod records;
mod reforms;
mod registers;
mod search;
mod touched;
mod world;

pub use assessments::AssessmentRow;
pub use error::StoreError;
pub use facts::{FactKey, FactRow};
pub use groups::GroupRow;
pub use judged::JudgedRow;
pub use open::Store;
pub use reading::{Reading, ReadingOf, Tally};
pub use reforms::ReformRow;
pub use registers::{LeftOutRow, RegisterRow};
pub use search::{Findable, Found, Search};
pub use touched::{Affected, Facts, Touched};

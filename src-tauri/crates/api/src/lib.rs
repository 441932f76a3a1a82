//! What Takeup can do, as one table of commands over a session. The desktop window, the HTTP twin and the
//! command line are thin faces of this.

pub mod answer;
pub mod commands;

mod about;
mod ask;
mod audit;
mod bundled;
mod diff;
mod entry;
mod error;
mod example;
mod graph;
mod group;
mod groups;
mod jobs;
mod judging;
mod keeping;
mod keytest;
mod keytest_print;
mod keytest_shown;
mod levels;
mod lift;
mod map;
mod map_reform;
mod map_story;
mod portfolio;
mod power;
mod proof;
mod reading;
mod recent;
mod record;
mod reform;
mod route;
mod session;
mod shelves;
mod typescript;
mod works;
mod workspace;

pub use bundled::{check_folder, shipped};
pub use commands::{COMMANDS, call};
pub use error::ApiError;
pub use session::{Options, Session};
pub use typescript::typescript_file;

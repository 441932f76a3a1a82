//! Takeup's window: one webview over the command table, and the two things only a desktop can do (a save
//! dialog, the person's own browser). It holds no rules: replace it and nothing is lost.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::io::Write;
use std::process::ExitCode;

mod arguments;
mod commands;
mod window;

fn main() -> ExitCode {
    match arguments::parse(std::env::args_os().skip(1)) {
        Ok(arguments::Start::Text(text)) => {
            let _ = writeln!(std::io::stdout(), "{text}");
            ExitCode::SUCCESS
        }
        Ok(arguments::Start::Window(first)) => match window::run(first) {
            Ok(()) => ExitCode::SUCCESS,
            Err(problem) => {
                let _ =
                    writeln!(std::io::stderr(), "takeup-desktop: the window could not be opened: {problem}");
                ExitCode::FAILURE
            }
        },
        Err(problem) => {
            let _ = writeln!(std::io::stderr(), "takeup-desktop: {problem}\n\n{}", arguments::HELP);
            ExitCode::from(2)
        }
    }
}

//! `takeup`: the same table of commands as the window, for the terminal.

mod args;
mod run;

mod catalogue;
mod check;
mod diff;
mod explain;
mod import;
mod keytest;
mod keytest_args;
mod map;
mod record;
mod record_args;
mod reform;
mod reform_args;
mod serve;
mod status;

mod output;
mod questions;
mod watched;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let args = match args::Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    match run::run(args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("takeup: {}", error.message);
            ExitCode::from(if error.code == "usage" { 2 } else { 1 })
        }
    }
}

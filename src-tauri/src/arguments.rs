//! What the window opens first.

use std::ffi::OsString;
use std::path::PathBuf;

pub(crate) const HELP: &str = "\
Takeup shows which powers citizens hold, who is able to take them up, and which lie unused or are blocked.

Usage: takeup-desktop [FILE.takeup | --example]

  FILE.takeup   open this workspace
  --example     open a fresh copy of the built-in example
  --help        say this
  --version     say the version

The same work from a terminal: takeup --help";

/// What the person asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// Say this and stop.
    Text(String),
    /// Open the window.
    Window(First),
}

/// The workspace to open first.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum First {
    Nothing,
    Example,
    File(PathBuf),
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// An option nobody knows, or more than one workspace.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Start, String> {
    let mut first = First::Nothing;
    for argument in arguments {
        let next = match argument.to_str() {
            Some("--help" | "-h") => return Ok(Start::Text(HELP.into())),
            Some("--version" | "-V") => {
                return Ok(Start::Text(format!("takeup-desktop {}", env!("CARGO_PKG_VERSION"))));
            }
            Some("--example") => First::Example,
            Some(option) if option.starts_with('-') => return Err(format!("unknown option {option}")),
            _ => First::File(PathBuf::from(argument)),
        };
        if first != First::Nothing {
            return Err("the window opens one workspace at a time".into());
        }
        first = next;
    }
    Ok(Start::Window(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &[&str], expected: Result<Start, &str>) {
        assert_eq!(parse(arguments.iter().map(OsString::from)), expected.map_err(String::from));
    }

    #[test]
    fn one_workspace_or_none() {
        check(&[], Ok(Start::Window(First::Nothing)));
        check(&["--example"], Ok(Start::Window(First::Example)));
        check(&["trafford.takeup"], Ok(Start::Window(First::File("trafford.takeup".into()))));
        check(&["a.takeup", "--example"], Err("the window opens one workspace at a time"));
        check(&["--exmple"], Err("unknown option --exmple"));
    }

    #[test]
    fn version_is_the_packages() {
        check(&["--version"], Ok(Start::Text(format!("takeup-desktop {}", env!("CARGO_PKG_VERSION")))));
    }
}

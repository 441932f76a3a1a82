//! What can be asked of the key test.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum KeyTest {
    /// The key test of one initiative: a JSON file in; findings, outcome and what would change it out.
    #[command(after_help = "Examples:
  takeup assess --template > library.json      an example to start from; --template list names them all
  takeup assess library.json --workspace trafford.takeup --print library.html")]
    Assess(Assess),
    /// The assessments kept in a workspace.
    #[command(after_help = "Example: takeup assessments trafford.takeup")]
    Assessments { workspace: PathBuf },
    /// Every assessment of a portfolio, settled together: who is served, who goes short.
    #[command(after_help = "Example: takeup portfolio trafford.takeup ashby-ward-2027")]
    Portfolio {
        workspace: PathBuf,
        name: String,
        #[arg(long)]
        as_at: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Assess {
    /// The assessment; `-` reads it from standard input.
    #[arg(required_unless_present = "template")]
    pub(crate) file: Option<PathBuf>,
    /// Work out from this workspace whether anybody can use it, and settle it with the portfolio kept there.
    #[arg(long)]
    pub(crate) workspace: Option<PathBuf>,
    /// Keep it in the workspace as a new version.
    #[arg(long, requires = "workspace")]
    pub(crate) keep: bool,
    /// Other assessments of the same portfolio; more than once.
    #[arg(long, value_name = "FILE")]
    pub(crate) with: Vec<PathBuf>,
    /// The same as --format json.
    #[arg(long)]
    pub(crate) json: bool,
    /// Write the result as a page to print.
    #[arg(long, value_name = "HTML")]
    pub(crate) print: Option<PathBuf>,
    /// Judge as at this day, YYYY-MM-DD.
    #[arg(long)]
    pub(crate) as_at: Option<String>,
    /// Print an example to start from; `list` names them.
    #[arg(long, value_name = "EXAMPLE", num_args = 0..=1, default_missing_value = "library-second-draft")]
    pub(crate) template: Option<String>,
}

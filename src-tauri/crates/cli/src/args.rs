//! What can be asked, and how. Each has an example in its help.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

pub(crate) use crate::keytest_args::KeyTest;
pub(crate) use crate::record_args::Record;
pub(crate) use crate::reform_args::Reform;

/// Shows which powers citizens hold in a place, which are unused or blocked, and why.
#[derive(Debug, Parser)]
#[command(name = "takeup", version, propagate_version = true, arg_required_else_help = true)]
pub(crate) struct Args {
    /// How results are printed.
    #[arg(long, global = true, value_enum, default_value = "table")]
    pub(crate) format: Format,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading.
    Table,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
    /// For Graphviz; takeup graph only.
    Dot,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Makes a new workspace.
    #[command(after_help = "Example: takeup new trafford.takeup --area E08000009")]
    New {
        file: PathBuf,
        /// The council it is for, by GSS code.
        #[arg(long)]
        area: Option<String>,
        /// Fill it with documented real uses.
        #[arg(long)]
        example: bool,
    },
    /// Reads registers and tables into a workspace. The same file twice changes nothing.
    #[command(
        after_help = "Example: takeup import trafford.takeup charities_operating_in_trafford.csv --area E08000009"
    )]
    Import {
        file: PathBuf,
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Every row is of this council, by GSS code.
        #[arg(long)]
        area: Option<String>,
        /// Read it as this table of Takeup's own.
        #[arg(long = "as", value_name = "FORMAT", value_parser = ["groups", "uses", "coverage", "findings", "electorates"])]
        read_as: Option<String>,
        /// Which column is which: a JSON file, or FIELD=COLUMN, more than once. kind=groups is assumed.
        #[arg(long, value_name = "FIELD=COLUMN|FILE.json")]
        map: Vec<String>,
        /// Only count what would change; keep nothing.
        #[arg(long)]
        preview: bool,
        /// Write the rows that were left out, with line and reason, to this CSV file.
        #[arg(long, value_name = "CSV")]
        left_out: Option<PathBuf>,
    },
    /// Writes an empty table to fill in, with a help sheet.
    #[command(after_help = "Example: takeup template groups --output groups.xlsx")]
    Template {
        #[arg(value_parser = ["groups", "uses", "coverage", "findings", "electorates"])]
        kind: String,
        /// A name that ends in .xlsx or .csv.
        #[arg(long, short)]
        output: Option<PathBuf>,
    },
    /// Status of every power in an area.
    #[command(after_help = "Example: takeup status trafford.takeup --area E08000009 --format json")]
    Status {
        file: PathBuf,
        #[arg(long)]
        area: String,
        #[arg(long)]
        power: Option<String>,
        /// How many powers have each status, by department, by kind of duty holder, or by sort of duty holder.
        #[arg(long, value_parser = ["department", "duty-holder", "sector"])]
        by: Option<String>,
        /// The law and the record as at this day, YYYY-MM-DD.
        #[arg(long)]
        as_at: Option<String>,
    },
    /// The proof of an answer: every test, the fact behind it and its source.
    #[command(
        after_help = "Example: takeup explain trafford.takeup --area E08000009 --power asset-of-community-value-nomination --group GB-CHC-214927"
    )]
    Explain {
        file: PathBuf,
        #[arg(long)]
        area: String,
        #[arg(long)]
        power: String,
        /// A group's key; people acting without a group if left out.
        #[arg(long)]
        group: Option<String>,
        #[arg(long)]
        as_at: Option<String>,
    },
    /// Groups of an area, by reach of a power.
    #[command(
        after_help = "Example: takeup groups trafford.takeup --area E08000009 --power community-right-to-bid --reach blocked"
    )]
    Groups {
        file: PathBuf,
        #[arg(long)]
        area: String,
        #[arg(long)]
        power: Option<String>,
        #[arg(long, value_parser = ["open", "unsettled", "blocked", "out-of-reach"])]
        reach: Option<String>,
        #[arg(long)]
        as_at: Option<String>,
    },
    /// How a group, or people without one, get to a power: the steps in order, with weeks and cost.
    #[command(
        after_help = "Example: takeup route trafford.takeup --area E08000009 --power neighbourhood-plan --group GB-CHC-214927"
    )]
    Route {
        file: PathBuf,
        #[arg(long)]
        area: String,
        #[arg(long)]
        power: String,
        /// A group's key; people acting without a group if left out.
        #[arg(long)]
        group: Option<String>,
        #[arg(long)]
        as_at: Option<String>,
    },
    /// From a goal: the powers that serve it, and how far each is for a group or for people.
    #[command(after_help = "Example: takeup ways trafford.takeup --area E08000009 --goal save-a-building")]
    Ways {
        file: PathBuf,
        #[arg(long)]
        area: String,
        /// See: takeup goals.
        #[arg(long)]
        goal: String,
        #[arg(long)]
        group: Option<String>,
        #[arg(long)]
        as_at: Option<String>,
    },
    /// Groups and powers exactly one change from open, by change.
    #[command(after_help = "Example: takeup near trafford.takeup --area E08000009")]
    Near {
        file: PathBuf,
        #[arg(long)]
        area: String,
        #[arg(long)]
        as_at: Option<String>,
        #[arg(long)]
        limit: Option<u32>,
    },
    /// The graph: departments, powers, requirements, barriers, remedies, groups; whole or around one node.
    #[command(
        after_help = "Example: takeup graph trafford.takeup --area E08000009 --around power:parish-poll --steps 2 --format dot"
    )]
    Graph {
        file: PathBuf,
        #[arg(long)]
        area: String,
        /// Written kind:id, such as barrier:unaware-of-right.
        #[arg(long)]
        around: Option<String>,
        #[arg(long, default_value_t = 2)]
        steps: u32,
        #[arg(long)]
        as_at: Option<String>,
    },
    /// The map: departments, powers, what stands between and groups, folded; as an indented list.
    #[command(
        after_help = "Example: takeup map trafford.takeup --area E08000009 --blocked-by barrier:wrong-legal-form --unfold department:mhclg"
    )]
    Map(Box<crate::map::MapArgs>),
    /// Catch-22s: circles of prerequisites that cannot start, and what would cut them.
    #[command(after_help = "Example: takeup circles trafford.takeup --area E08000009")]
    Circles {
        file: PathBuf,
        #[arg(long)]
        area: String,
        #[arg(long)]
        as_at: Option<String>,
    },
    /// Chokepoints: what every way to some powers passes, and how many powers and areas hang on it.
    #[command(after_help = "Example: takeup chokepoints trafford.takeup --area E08000009 --limit 20")]
    Chokepoints {
        file: PathBuf,
        #[arg(long)]
        area: String,
        #[arg(long)]
        as_at: Option<String>,
        #[arg(long)]
        limit: Option<u32>,
    },
    /// Powers, groups, capacity, barriers and uses side by side, year by year; all areas on record without --area.
    #[command(after_help = "Example: takeup levels trafford.takeup --area E08000009 --years 10")]
    Levels {
        file: PathBuf,
        #[arg(long)]
        area: Option<String>,
        /// Years back: 20 unless said, 60 at most.
        #[arg(long)]
        years: Option<u32>,
        #[arg(long)]
        as_at: Option<String>,
    },
    /// What to lift first: the remedies within a budget that open most, with the proof or the gap.
    #[command(
        after_help = "Example: takeup lift trafford.takeup --area E08000009 --remedies 3 --weigh areas"
    )]
    Lift {
        file: PathBuf,
        /// One council; every area with something on record if left out.
        #[arg(long)]
        area: Option<String>,
        #[arg(long, default_value = "groups", value_parser = ["groups", "powers", "areas", "people"])]
        weigh: String,
        /// At most so many remedies.
        #[arg(long, default_value_t = 3)]
        remedies: u32,
        /// None dearer than this.
        #[arg(long, value_parser = ["low", "medium", "high"])]
        cost: Option<String>,
        /// None that takes longer.
        #[arg(long)]
        weeks: Option<u32>,
        /// How long to look for the best, at most 60.
        #[arg(long, default_value_t = 10.0)]
        seconds: f64,
        #[arg(long)]
        as_at: Option<String>,
    },
    /// What to ask next: the unknown facts that would settle most answers; or a letter to a duty holder.
    #[command(
        after_help = "Example: takeup ask trafford.takeup --area E08000009 --letter principal-local-authority"
    )]
    Ask {
        file: PathBuf,
        #[arg(long)]
        area: String,
        /// Print the freedom-of-information letter to this kind of duty holder; `list` names them.
        #[arg(long, value_name = "DUTY HOLDER")]
        letter: Option<String>,
        #[arg(long)]
        as_at: Option<String>,
        #[arg(long)]
        limit: Option<u32>,
    },
    #[command(flatten)]
    KeyTest(KeyTest),
    /// Powers in the catalogue.
    #[command(after_help = "Example: takeup powers --nation wales")]
    Powers {
        #[arg(long)]
        department: Option<String>,
        #[arg(long)]
        nation: Option<String>,
        #[arg(long)]
        pillar: Option<String>,
    },
    /// Finds powers, barriers, remedies, enablers, departments, forms and goals by words.
    #[command(after_help = "Example: takeup search village green")]
    Search {
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// One entry of the catalogue, whole.
    #[command(after_help = "Example: takeup show power parish-poll")]
    Show {
        #[arg(value_parser = ["power", "barrier", "remedy", "enabler", "department", "duty-holder", "form", "goal"])]
        kind: String,
        id: String,
    },
    /// Barriers, with what removes each and how many powers it touches.
    #[command(after_help = "Example: takeup barriers --format csv")]
    Barriers,
    /// Departments and their powers, those without one too.
    #[command(after_help = "Example: takeup departments")]
    Departments,
    /// What a resident would start from, with the powers that serve it.
    #[command(after_help = "Example: takeup goals")]
    Goals,
    /// Council areas by name or code.
    #[command(after_help = "Example: takeup areas traff")]
    Areas { text: Option<String> },
    /// Checks a folder laid out like data/, with its worked cases; the shipped data when none is named.
    #[command(after_help = "Example: takeup check data")]
    Check {
        dir: Option<PathBuf>,
        /// Write the JSON Schemas of the files into DIR/schema.
        #[arg(long)]
        write_schema: bool,
        /// List what to look at instead: reviews due, law about to change, recall only, no redress, by invitation.
        #[arg(long)]
        notes: bool,
        /// The day the notes are counted from, YYYY-MM-DD; today if left out.
        #[arg(long)]
        as_at: Option<String>,
    },
    /// Records something by hand.
    #[command(subcommand)]
    Record(Record),
    /// Reforms: changes of law, barriers and help that are tried without being made.
    #[command(subcommand)]
    Reform(Reform),
    /// Takes back something recorded by hand.
    #[command(after_help = "Example: takeup remove trafford.takeup --area E08000009 use 3")]
    Remove {
        file: PathBuf,
        #[arg(long)]
        area: String,
        #[arg(value_parser = ["use", "coverage", "finding", "fact"])]
        kind: String,
        id: i64,
    },
    /// Saves a copy of a workspace.
    #[command(after_help = "Example: takeup copy trafford.takeup backup.takeup")]
    Copy { file: PathBuf, to: PathBuf },
    /// Serves the window's pages to a browser on this machine only.
    #[command(after_help = "Example: takeup serve --ui ui/dist --open trafford.takeup")]
    Serve {
        /// The built pages.
        #[arg(long)]
        ui: PathBuf,
        /// 0 takes a free port.
        #[arg(long, default_value_t = 0)]
        port: u16,
        /// A workspace to open at once.
        #[arg(long)]
        open: Option<PathBuf>,
        /// Where recent files and the example are kept.
        #[arg(long)]
        config_dir: Option<PathBuf>,
    },
}

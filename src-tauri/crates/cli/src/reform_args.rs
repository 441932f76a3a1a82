//! What can be done with reforms.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum Reform {
    /// Reforms kept in a workspace.
    #[command(after_help = "Example: takeup reform list trafford.takeup")]
    List { file: PathBuf },
    /// Makes a reform without changes.
    #[command(after_help = "Example: takeup reform new trafford.takeup 'Lower the bar'")]
    New {
        file: PathBuf,
        name: String,
        /// Why, or where it comes from.
        #[arg(long)]
        note: Option<String>,
    },
    /// Adds a change to a reform.
    #[command(
        after_help = "Examples:\n  takeup reform add trafford.takeup lower-the-bar --threshold asset-of-community-value-nomination 'members>=21:local-elector' 10\n  takeup reform add trafford.takeup lower-the-bar --lift-barrier wrong-legal-form --area E08000009\n  takeup reform add trafford.takeup lower-the-bar --commence community-right-to-buy england 2027-04-01 \n  takeup reform add trafford.takeup lower-the-bar --json '{\"as_at\": {\"date\": \"2027-04-01\"}}'"
    )]
    Add {
        file: PathBuf,
        /// The reform's id; see: takeup reform list.
        reform: String,
        #[command(flatten)]
        change: Box<Change>,
    },
    /// Takes one change out of a reform.
    #[command(after_help = "Example: takeup reform drop trafford.takeup lower-the-bar 2")]
    Drop {
        file: PathBuf,
        reform: String,
        /// The change's number, as takeup reform show counts them.
        number: usize,
    },
    /// One reform, its changes in words, and what is wrong with it. As JSON: the reform's file.
    #[command(after_help = "Example: takeup reform show trafford.takeup lower-the-bar")]
    Show { file: PathBuf, reform: String },
    /// Takes a reform out of the workspace.
    #[command(after_help = "Example: takeup reform remove trafford.takeup lower-the-bar")]
    Remove { file: PathBuf, reform: String },
    /// Writes a reform as a file to hand on.
    #[command(after_help = "Example: takeup reform export trafford.takeup lower-the-bar --output lower.json")]
    Export {
        file: PathBuf,
        reform: String,
        /// Standard output if left out.
        #[arg(long, short)]
        output: Option<PathBuf>,
    },
    /// Reads a reform's file into the workspace.
    #[command(after_help = "Example: takeup reform import trafford.takeup lower.json")]
    Import {
        file: PathBuf,
        /// `-` reads standard input.
        from: PathBuf,
        /// Write over the reform of the same id.
        #[arg(long)]
        over: bool,
    },
    /// The difference a reform makes: what closes first, then what opens, each with its reason.
    #[command(after_help = "Example: takeup reform diff trafford.takeup lower-the-bar --by department")]
    Diff {
        file: PathBuf,
        reform: String,
        /// Only these councils, by GSS code; every council if left out.
        #[arg(long)]
        area: Vec<String>,
        /// Added up instead of answer by answer.
        #[arg(long, value_parser = ["power", "department", "duty-holder", "kind", "nation", "deprivation"])]
        by: Option<String>,
        /// The day of the answers as they are, YYYY-MM-DD; today if left out.
        #[arg(long)]
        as_at: Option<String>,
        #[arg(long)]
        limit: Option<u32>,
    },
    /// Two reforms side by side: what each alone opens, and what both do.
    #[command(
        after_help = "Example: takeup reform compare trafford.takeup lower-the-bar a-community-enterprise"
    )]
    Compare {
        file: PathBuf,
        first: String,
        second: String,
        /// Only these councils, by GSS code; every council if left out.
        #[arg(long)]
        area: Vec<String>,
        #[arg(long)]
        as_at: Option<String>,
        #[arg(long)]
        limit: Option<u32>,
    },
}

/// One change: exactly one of the first twelve, with what narrows it.
#[derive(Debug, Args)]
#[group(skip)]
pub(crate) struct Change {
    /// A barrier is gone. Narrow it with --power, --duty-holder, --area, --form.
    #[arg(long, group = "change", value_name = "BARRIER")]
    pub(crate) lift_barrier: Option<String>,
    /// A number, a share (5%) or a day in a test becomes another.
    #[arg(long, group = "change", num_args = 3, value_names = ["POWER", "LEAF", "TO"])]
    pub(crate) threshold: Option<Vec<String>>,
    /// The law no longer sets this test.
    #[arg(long, group = "change", num_args = 2, value_names = ["POWER", "LEAF"])]
    pub(crate) drop_leaf: Option<Vec<String>>,
    /// A test becomes another, written as in a power's file.
    #[arg(long, group = "change", num_args = 3, value_names = ["POWER", "LEAF", "JSON"])]
    pub(crate) replace_leaf: Option<Vec<String>>,
    /// A power comes into force.
    #[arg(long, group = "change", num_args = 3, value_names = ["POWER", "NATION", "DAY"])]
    pub(crate) commence: Option<Vec<String>>,
    /// A power ends.
    #[arg(long, group = "change", num_args = 3, value_names = ["POWER", "NATION", "DAY"])]
    pub(crate) repeal: Option<Vec<String>>,
    /// The law and the record as at another day.
    #[arg(long, group = "change", value_name = "DAY")]
    pub(crate) as_at: Option<String>,
    /// A social enterprise, fund or support body comes to help. Needs --supplies and --cost.
    #[arg(long, group = "change", value_name = "NAME", requires_all = ["supplies", "cost"])]
    pub(crate) add_enabler: Option<String>,
    /// A new power, from a file written as the catalogue's are.
    #[arg(long, group = "change", value_name = "FILE.json")]
    pub(crate) add_power: Option<PathBuf>,
    /// The policy of a power moves to another department.
    #[arg(long, group = "change", num_args = 2, value_names = ["POWER", "DEPARTMENT"])]
    pub(crate) move_power: Option<Vec<String>>,
    /// Another kind of body must respond.
    #[arg(long, group = "change", num_args = 2, value_names = ["POWER", "DUTY HOLDER"])]
    pub(crate) change_duty_holder: Option<Vec<String>>,
    /// The change as JSON.
    #[arg(long, group = "change")]
    pub(crate) json: Option<String>,
    /// Only for this power.
    #[arg(long)]
    pub(crate) power: Option<String>,
    /// Only for powers of this duty holder.
    #[arg(long)]
    pub(crate) duty_holder: Option<String>,
    /// Only in this council, by GSS code.
    #[arg(long)]
    pub(crate) area: Option<String>,
    /// Only for groups of this legal form.
    #[arg(long)]
    pub(crate) form: Option<String>,
    /// What an enabler supplies: financial, organising or enduring, up to a level (organising=medium). More than once.
    #[arg(long, value_name = "KIND=LEVEL")]
    pub(crate) supplies: Vec<String>,
    /// What an enabler costs.
    #[arg(long, value_parser = ["low", "medium", "high"])]
    pub(crate) cost: Option<String>,
    /// The first day an enabler helps.
    #[arg(long)]
    pub(crate) from: Option<String>,
}

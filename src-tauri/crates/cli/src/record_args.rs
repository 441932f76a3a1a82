//! What can be recorded by hand.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum Record {
    /// A use of a power.
    #[command(
        after_help = "Example: takeup record use trafford.takeup --area E08000009 --power asset-of-community-value-nomination \\\n    --by 'Friends of the Park' --what 'Nominated the pavilion' --date 2026-03 --outcome succeeded --source 'Council list of assets'"
    )]
    Use {
        file: PathBuf,
        #[arg(long)]
        area: String,
        #[arg(long)]
        power: String,
        /// A group on record, by key.
        #[arg(long)]
        group: Option<String>,
        /// Who used it, if the group is not on record.
        #[arg(long)]
        by: Option<String>,
        #[arg(long)]
        what: String,
        /// YYYY, YYYY-MM or YYYY-MM-DD.
        #[arg(long)]
        date: String,
        #[arg(long, value_parser = ["succeeded", "pending", "refused", "lapsed", "withdrawn"])]
        outcome: String,
        #[arg(long)]
        source: String,
        #[arg(long)]
        address: Option<String>,
    },
    /// That a register of uses was looked at.
    #[command(
        after_help = "Example: takeup record coverage trafford.takeup --area E08000009 --power asset-of-community-value-nomination \\\n    --register 'List of assets of community value' --as-at 2026-11-01 --source trafford.gov.uk"
    )]
    Coverage {
        file: PathBuf,
        #[arg(long)]
        area: String,
        #[arg(long)]
        power: String,
        #[arg(long)]
        register: String,
        #[arg(long)]
        as_at: String,
        #[arg(long)]
        source: String,
        #[arg(long)]
        address: Option<String>,
    },
    /// That a barrier is present or absent.
    #[command(
        after_help = "Example: takeup record finding trafford.takeup --area E08000009 --barrier no-published-process --effect hinders \\\n    --power community-asset-transfer --note 'No policy on the website' --date 2026-11-01 --source trafford.gov.uk"
    )]
    Finding {
        file: PathBuf,
        #[arg(long)]
        barrier: String,
        #[arg(long, value_parser = ["stops", "hinders", "absent"])]
        effect: String,
        #[arg(long)]
        area: Option<String>,
        #[arg(long)]
        power: Option<String>,
        #[arg(long)]
        duty_holder: Option<String>,
        #[arg(long)]
        group: Option<String>,
        #[arg(long)]
        form: Option<String>,
        #[arg(long)]
        note: String,
        #[arg(long)]
        date: String,
        #[arg(long)]
        source: String,
        #[arg(long)]
        address: Option<String>,
    },
    /// A fact of a group, or of an area when no group is named.
    #[command(
        after_help = "Example: takeup record fact trafford.takeup --area E08000009 --group GB-CHC-214927 \\\n    --key members:local-elector --value 40 --source 'Membership secretary' --date 2026-11-01"
    )]
    Fact {
        file: PathBuf,
        #[arg(long)]
        area: String,
        #[arg(long)]
        group: Option<String>,
        /// As shown by takeup explain, such as members:local-elector, form:cio, trait:asset-lock, works-here.
        #[arg(long)]
        key: String,
        #[arg(long)]
        value: String,
        #[arg(long)]
        source: String,
        #[arg(long)]
        date: String,
    },
}

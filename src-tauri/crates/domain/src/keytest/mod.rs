//! The key test: whether an initiative shifts power, keeps the quality of the service, and leaves the vulnerable and
//! poor no worse off, taken together with other social justice actions at the same time.
//!
//! [`read`] a document → [`settle`] its portfolio → [`assess`] it: findings with reasons, the outcome in both
//! readings, what would change it. [`check`] tells what is wrong with the document itself.

mod assessment;
mod better;
mod check;
mod check_dates;
mod check_ledger;
mod claim;
mod decide;
mod edit;
mod effect;
mod evidence;
mod fact;
mod flags;
mod flip;
mod flow;
mod harm;
mod ledger;
mod portfolio;
mod quality;
mod reasons;
mod result;
mod shift;
mod usable;
mod wording;
mod worked;

pub use assessment::{
    Assessment, Baseline, CitizensView, Condition, Confirmed, FalseUse, Flag, Initiative, Judgement, Readers,
    Stage, Window, read,
};
pub use check::{Fault, Kind, check};
pub use check_ledger::check_portfolio;
pub use claim::{Claim, LATE_MONTHS, Met};
pub use decide::{Findings, Outcome};
pub use edit::{Edit, Modifier, apply};
pub use effect::{ALWAYS, Channel, Direction, Effect, GroupEffects};
pub use evidence::{Limb, Trust};
pub use fact::{Answer, Evidence, Grade, Level, Run, Severity};
pub use flags::{Raised, Warning};
pub use flip::{Facts, Flip, Flips};
pub use harm::{HarmFinding, Reading};
pub use ledger::{ClaimMet, Cover, Covers, EffectRef, Ledger, Line, Shortage, settle};
pub use portfolio::{Action, Cut, Offer, reclassified};
pub use quality::{Dimension, FRESH_MONTHS, Quality, QualityFinding, Safeguards, Status};
pub use result::{Assessed, LimbResult, assess};
pub use shift::{Currency, Shift, ShiftFinding};
pub use usable::{Usable, law_change, usable};
pub use worked::{Expected, Worked, run, run_all};

/// The version of these rules. A result names the one it was made with; old results stay on old rules.
pub const RULES_VERSION: &str = "1.0 (November 2026)";

/// What a result is not.
pub const NOT_THIS: &str = "This is not legal advice and not an equality impact assessment. Meeting the key test is not compliance with the public sector equality duty (Equality Act 2010, s 149; in Northern Ireland, Northern Ireland Act 1998, s 75), and an action that makes up for a harm does not discharge that duty.";

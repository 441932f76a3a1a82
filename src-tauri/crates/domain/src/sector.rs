//! Who holds power: government, and those who are not.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Sorts of duty holder: government, and those who hold power without being government.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sector {
    /// Councils, departments, courts, regulators and other public bodies; powers nobody must answer, too.
    #[default]
    Government,
    /// Landlords and those who act for them.
    Landlord,
    /// Owners of large land, and neighbours whose land a power reaches.
    Landowner,
    /// Suppliers of energy, heat, broadband and post.
    Utility,
    /// Those who carry passengers.
    Transport,
    /// Those who build or generate on a large scale.
    Developer,
    /// Sports clubs.
    Club,
    /// Employers and pension trustees.
    Employer,
    /// Banks.
    Bank,
}

impl Sector {
    /// Every sort, in the order shown.
    pub const ALL: [Sector; 9] = [
        Sector::Government,
        Sector::Landlord,
        Sector::Landowner,
        Sector::Utility,
        Sector::Transport,
        Sector::Developer,
        Sector::Club,
        Sector::Employer,
        Sector::Bank,
    ];

    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Sector::Government => "government",
            Sector::Landlord => "landlord",
            Sector::Landowner => "landowner",
            Sector::Utility => "utility",
            Sector::Transport => "transport",
            Sector::Developer => "developer",
            Sector::Club => "club",
            Sector::Employer => "employer",
            Sector::Bank => "bank",
        }
    }

    /// The words on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Sector::Government => "Government and public bodies",
            Sector::Landlord => "Landlords and managers of homes",
            Sector::Landowner => "Landowners and owners next door",
            Sector::Utility => "Suppliers of energy, heat, broadband and post",
            Sector::Transport => "Carriers of passengers",
            Sector::Developer => "Developers",
            Sector::Club => "Sports clubs",
            Sector::Employer => "Employers and pension trustees",
            Sector::Bank => "Banks",
        }
    }

    pub(crate) fn is_government(&self) -> bool {
        *self == Sector::Government
    }
}

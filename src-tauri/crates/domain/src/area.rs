//! Places with a GSS code.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The four nations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

/// Kinds of council, by the codes of the public council register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum CouncilKind {
    /// Non-metropolitan (shire) district.
    #[serde(rename = "NMD")]
    District,
    /// English unitary authority, Isles of Scilly among them.
    #[serde(rename = "UA")]
    Unitary,
    /// Metropolitan district.
    #[serde(rename = "MD")]
    Metropolitan,
    /// Scottish council.
    #[serde(rename = "SCO")]
    Scottish,
    /// London borough.
    #[serde(rename = "LBO")]
    LondonBorough,
    /// Welsh principal area.
    #[serde(rename = "WPA")]
    Welsh,
    /// County council over districts.
    #[serde(rename = "CTY")]
    County,
    /// Combined authority.
    #[serde(rename = "COMB")]
    Combined,
    /// Northern Ireland district.
    #[serde(rename = "NID")]
    NorthernIrish,
    /// Greater London Authority.
    #[serde(rename = "SRA")]
    GreaterLondon,
    /// City of London.
    #[serde(rename = "CC")]
    CityOfLondon,
}

/// Whether a place has parishes (England) or communities (Wales).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Parished {
    /// All of it.
    Wholly,
    /// Some of it.
    Partly,
    /// None of it.
    Unparished,
    /// Parishes do not exist in this nation.
    NotApplicable,
    /// Not recorded.
    Unknown,
}

/// A council area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// GSS code, such as `E08000009`.
    pub gss: String,
    /// Council code of the public register, such as `TRF`.
    pub code: String,
    /// Everyday name.
    pub name: String,
    /// Official name of the council.
    pub council: String,
    /// Kind of council.
    pub kind: CouncilKind,
    /// Nation.
    pub nation: Nation,
    /// Region, for England.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// GSS code of the county council above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub county: Option<String>,
    /// GSS code of the combined authority above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub combined_authority: Option<String>,
    /// People, mid-2020 estimate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<u32>,
    /// How deprived it is, where its nation's index was read for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprivation: Option<Deprivation>,
    /// Parished or not.
    pub parished: Parished,
    /// Other GSS codes in use for the same place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_gss: Vec<String>,
    /// Other names in registers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<String>,
}

/// How deprived an area is by its own nation's index. Indices of two nations cannot be compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deprivation {
    /// Fifth of the nation's areas, 1 the most deprived.
    pub fifth: u8,
    /// Which index and measure, with its year.
    pub index: String,
}

impl Area {
    /// Its deprivation in words; where it is not known, that.
    pub fn deprivation_words(&self) -> String {
        let nation = self.nation.name();
        match &self.deprivation {
            None => "not known".into(),
            Some(Deprivation { fifth: 1, index }) => format!("most deprived fifth of {nation} ({index})"),
            Some(Deprivation { fifth: 5, index }) => format!("least deprived fifth of {nation} ({index})"),
            Some(Deprivation { fifth, index }) => format!("fifth {fifth} of 5 of {nation} ({index})"),
        }
    }
}

impl Nation {
    /// Every nation.
    pub const ALL: [Nation; 4] = [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland];

    /// The nation's name.
    pub fn name(self) -> &'static str {
        match self {
            Nation::England => "England",
            Nation::Wales => "Wales",
            Nation::Scotland => "Scotland",
            Nation::NorthernIreland => "Northern Ireland",
        }
    }
}

impl CouncilKind {
    /// The kind in words.
    pub fn name(self) -> &'static str {
        match self {
            CouncilKind::District => "district council",
            CouncilKind::Unitary => "unitary authority",
            CouncilKind::Metropolitan => "metropolitan borough",
            CouncilKind::Scottish => "Scottish council",
            CouncilKind::LondonBorough => "London borough",
            CouncilKind::Welsh => "Welsh principal council",
            CouncilKind::County => "county council",
            CouncilKind::Combined => "combined authority",
            CouncilKind::NorthernIrish => "Northern Ireland district",
            CouncilKind::GreaterLondon => "Greater London Authority",
            CouncilKind::CityOfLondon => "City of London Corporation",
        }
    }
}

impl Parished {
    /// In words that finish "the area is …".
    pub fn words(self) -> &'static str {
        match self {
            Parished::Wholly => "wholly parished",
            Parished::Partly => "partly parished",
            Parished::Unparished => "unparished",
            Parished::NotApplicable => "in a nation without parishes",
            Parished::Unknown => "not recorded as parished or not",
        }
    }
}

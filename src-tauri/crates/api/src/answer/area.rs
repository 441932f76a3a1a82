//! Places.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A council area, as shown in lists.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AreaRef {
    pub gss: String,
    pub name: String,
    /// Official name of the council.
    pub council: String,
    /// Kind of council, in words.
    pub kind: String,
    pub nation: String,
    pub region: Option<String>,
    pub population: Option<u32>,
    /// "wholly parished", "partly parished", "unparished" …
    pub parished: String,
}

/// Search by name or code.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct AreasRequest {
    #[ts(as = "Option<_>", optional)]
    pub text: String,
    /// At most so many; all when absent.
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

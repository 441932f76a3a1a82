//! The columns of Takeup's own tables: templates, recognition and reading all follow this table.

use crate::format::TableKind;

/// One column.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    /// Header, as written.
    pub(crate) name: &'static str,
    /// Whether a row without it is left out.
    pub(crate) required: bool,
    /// What belongs in it.
    pub(crate) help: &'static str,
    /// A value that would be read.
    pub(crate) example: &'static str,
}

const fn must(name: &'static str, help: &'static str, example: &'static str) -> Column {
    Column { name, required: true, help, example }
}

const fn may(name: &'static str, help: &'static str, example: &'static str) -> Column {
    Column { name, required: false, help, example }
}

const AREA: &str = "GSS code or the council's name";
const SOURCE: &str = "Where it says so: a register, a paper, a person asked";
const ADDRESS: &str = "Web address or reference of the source";
const GROUP_ID: &str = "The id the group has in your table of groups, or its org-id";

const GROUPS: &[Column] = &[
    may(
        "id",
        "An org-id such as GB-CHC-1098765, or an id of your own. Left empty, one is made of name and area",
        "G1",
    ),
    must("name", "The group's name", "Friends of Longford Park"),
    may("legal_form", "Legal form or status; several with ; between them", "Unincorporated association"),
    may("area", "Where it works: GSS code or the council's name; several with ; between them", "Trafford"),
    may("works_here", "yes, or no when only its address is there. Left empty: yes", "yes"),
    may("members", "Members of any kind", "45"),
    may("volunteers", "Volunteers", "20"),
    may("employees", "Paid staff", "0"),
    may("income", "Latest gross income in whole pounds", "1200"),
    may("income_date", "Last day of the year that the income is for", "2026-03-31"),
    may("founded", "The day it began, if known; not the day it registered", "2014-05-01"),
    may("registered", "The day it was registered", "2015-02-20"),
    may("postcode", "Postcode of its public address", "M32 8AA"),
    may("website", "Website", "https://friends.example"),
    may("company_number", "Companies House number", "09876543"),
];

const USES: &[Column] = &[
    must("power", "Id of the power", "asset-of-community-value-nomination"),
    must("area", AREA, "Trafford"),
    may("group_id", GROUP_ID, "G1"),
    may("group", "The group as the source names it", "Friends of Longford Park"),
    may("what", "What happened", "Nominated the park pavilion"),
    must("date", "When: YYYY-MM-DD, YYYY-MM or YYYY", "2025-06-12"),
    must("outcome", "succeeded, pending, refused, lapsed or withdrawn", "succeeded"),
    must("source", SOURCE, "Council list of assets of community value"),
    may("source_address", ADDRESS, "https://council.example/acv"),
];

const COVERAGE: &[Column] = &[
    must("power", "Id of the power", "asset-of-community-value-nomination"),
    must("area", AREA, "Trafford"),
    must("register", "Which register of uses was looked at", "List of assets of community value"),
    must("as_at", "The day it was looked at, or the day it is of", "2026-10-01"),
    must("source", SOURCE, "Council website"),
    may("source_address", ADDRESS, "https://council.example/acv"),
];

const FINDINGS: &[Column] = &[
    must("barrier", "Id of the barrier", "unaware-of-right"),
    must("effect", "stops, hinders or absent", "hinders"),
    may("power", "Id of the power. Left empty: all", "asset-of-community-value-nomination"),
    may("area", "GSS code or the council's name. Left empty: everywhere", "Trafford"),
    may("duty_holder", "Id of the kind of duty holder", "principal-local-authority"),
    may("group_id", GROUP_ID, "G1"),
    may("legal_form", "Legal form or status that it is about", "Unincorporated association"),
    must("note", "What was found", "Nobody at the meeting had heard of it"),
    must("date", "The day it was found", "2026-09-14"),
    must("source", SOURCE, "Meeting of Stretford residents"),
    may("source_address", ADDRESS, "Minutes, item 4"),
];

const ELECTORATES: &[Column] = &[
    must("area", AREA, "Trafford"),
    must("electorate", "How many, as a whole number", "174321"),
    may("of", "Id of the standing counted. Left empty: local-elector", "local-elector"),
    must("date", "The day they were counted", "2025-12-01"),
    must("source", SOURCE, "Office for National Statistics, electoral statistics"),
    may("source_address", ADDRESS, "https://statistics.example/electors"),
];

/// What a mapping may name beside the columns of the table: a register's own status leaves out groups that are no
/// more, and an outcome can be told from the dates of a council's own list.
pub(crate) fn more_by_mapping(kind: TableKind) -> &'static [&'static str] {
    match kind {
        TableKind::Groups => &["status"],
        TableKind::Uses => &["nominated", "decided", "expiry", "refusal_reason"],
        TableKind::Coverage | TableKind::Findings | TableKind::Electorates => &[],
    }
}

/// The columns of a table.
pub(crate) fn of(kind: TableKind) -> &'static [Column] {
    match kind {
        TableKind::Groups => GROUPS,
        TableKind::Uses => USES,
        TableKind::Coverage => COVERAGE,
        TableKind::Findings => FINDINGS,
        TableKind::Electorates => ELECTORATES,
    }
}

/// Columns of `trait:<slug>` in a table of groups.
pub(crate) fn trait_slug(header: &str) -> Option<String> {
    let (word, slug) = header.split_once(':')?;
    word.trim().eq_ignore_ascii_case("trait").then(|| crate::values::slug(slug))
}

//! What people and registers call their columns and values.

/// Fields, and the headers that mean them, best first, with `|` between them.
pub(super) type Phrases = &'static [(&'static str, &'static str)];

/// Headers of lists of groups.
pub(super) const GROUPS: Phrases = &[
    (
        "id",
        "registered charity number|reg charity number|charity registration number|charity number|charity no|org id|\
         organisation id|society number|identifier|group id|id|reference|ref",
    ),
    (
        "company_number",
        "charity company registration number|company registration number|company number|companynumber|company no",
    ),
    (
        "name",
        "charity name|organisation name|organization name|group name|name of group|name of organisation|company name|\
         companyname|society name|establishment name|name|organisation|group",
    ),
    (
        "legal_form",
        "charity type|legal form|legal status|legal structure|constitutional form|company category|companycategory|\
         registered as|organisation type|type of organisation|type of group|group type|corporate form|structure|\
         type of governing document",
    ),
    (
        "status",
        "charity registration status|charity status|company status|companystatus|society status|registration status|\
         status|active",
    ),
    (
        "area",
        "gss code|gss|lad code|local authority code|local authority|local authority name|council|\
         main operating location|district|borough|area",
    ),
    ("members", "number of members|members|membership"),
    ("volunteers", "number of volunteers|count volunteers|uk and ireland volunteers|volunteers"),
    ("employees", "number of employees|number of staff|count employees|employed staff|employees|staff"),
    (
        "income",
        "latest income|most recent year income|total gross income|total income|annual income|income|turnover",
    ),
    (
        "income_date",
        "latest acc fin period end date|date for financial year ending|year end|financial year end",
    ),
    ("founded", "date founded|founded|established|incorporation date|incorporationdate|date established"),
    ("registered", "date of registration|date registered|registered date|registration date"),
    ("postcode", "charity contact postcode|post code|postcode|regaddress postcode|public address"),
    ("website", "charity contact web|website|web site|web address|url|web"),
];

/// Headers of councils' lists of assets of community value.
pub(super) const USES: Phrases = &[
    (
        "nominated",
        "date nomination received|nomination date|date of nomination|date nominated|nomination received",
    ),
    ("decided", "decision date|date of decision|date listed|date of listing|listing date"),
    ("expiry", "listing expiry date|expiry date|date of expiry|expiry"),
    (
        "refusal_reason",
        "reason for unsuccessful nomination|reason for refusal|reason for rejection|reason unsuccessful",
    ),
    ("outcome", "decision|outcome|status|result"),
    (
        "group",
        "nominating group|nominating organisation|nominating body|nominating organization|nominated by|nominator|\
         nominee|community group",
    ),
    ("what", "property name and address|asset name|name of asset|asset|property|name|address"),
    ("area", "organisation|local authority|council"),
];

/// Values of a register that are no legal form by themselves, and the form they show there.
pub(super) const VALUES: [(&str, &str, &str); 9] = [
    ("GB-CHC", "cio", "cio"),
    ("GB-CHC", "charitable company", "charitable-company"),
    ("GB-CHC", "trust", "charitable-trust"),
    ("GB-CHC", "other", "registered-charity"),
    ("GB-CHC", "previously excepted", "registered-charity"),
    ("GB-NIC", "constitution", "unincorporated-association"),
    ("GB-NIC", "memorandum and articles", "charitable-company"),
    ("GB-NIC", "trust deed or declaration of trust", "charitable-trust"),
    ("GB-NIC", "will", "charitable-trust"),
];

/// Columns that together tell a register, the first being its number, and what its ids begin with; the first that
/// fits wins.
pub(super) const REGISTERS: [(&[&str], &str); 7] = [
    (&["reg charity number", "type of governing document"], "GB-NIC"),
    (&["charity number", "constitutional form"], "GB-SC"),
    (&["registered charity number"], "GB-CHC"),
    (&["society number"], "GB-MPR"),
    (&["companynumber"], "GB-COH"),
    (&["company number"], "GB-COH"),
    (&["charity number"], "GB-CHC"),
];

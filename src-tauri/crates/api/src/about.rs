//! What Takeup is, and the words it uses.

use takeup_domain::status::Status;

use crate::answer::about::{About, Choice, DataSource, LegendLine, Lists};
use crate::answer::workspace::Nothing;
use crate::error::ApiError;
use crate::session::Inner;

const WORDS: [(&str, &str); 13] = [
    ("department", "The unit of government that owns the policy of a power."),
    ("power", "Something citizens may do and a public body must answer, in law or by a scheme."),
    ("duty holder", "The kind of body that must respond."),
    ("area", "A council's area, with its GSS code."),
    ("group", "A body, or an informal group, that could take powers up."),
    ("standing", "What a person must be: anyone, a resident, an elector, a tenant."),
    ("requirement", "The tests a power sets on who may start to use it: facts, tasks and judgements."),
    (
        "task",
        "Something done while using the power, such as collecting signatures. It never decides who may start.",
    ),
    (
        "judgement",
        "A test in open words that somebody must decide. Takeup shows it as “to confirm” and never decides it.",
    ),
    ("barrier", "What stops people taking part."),
    ("remedy", "What removes a barrier or meets a requirement."),
    ("use", "A dated, sourced record that a power was tried here, and how it ended."),
    (
        "coverage",
        "Which register of uses was looked at, and as at when. Without it nothing is ever called unused.",
    ),
];

const NEVER: [&str; 8] = [
    "say “unused” where nobody looked",
    "guess a fact that is missing",
    "decide a test that a person must decide",
    "rank places",
    "give legal advice: read the provision, which is linked, and ask a lawyer",
    "send anything anywhere without being told to",
    "lose an edit",
    "show a number without its source",
];

impl Inner {
    pub(crate) fn about(&self, _: Nothing) -> Result<About, ApiError> {
        let line = |word: &str, name: &str, meaning: &str| LegendLine {
            word: word.into(),
            name: name.into(),
            meaning: meaning.into(),
        };
        Ok(About {
            version: env!("CARGO_PKG_VERSION").into(),
            catalogue_version: self.catalogue.version.clone(),
            powers: self.catalogue.powers.len() as u32,
            areas: self.catalogue.areas.len() as u32,
            legend: Status::ALL.iter().map(|s| line(s.as_str(), s.name(), s.meaning())).collect(),
            words: WORDS.iter().map(|(word, meaning)| line(word, word, meaning)).collect(),
            never: NEVER.iter().map(|n| n.to_string()).collect(),
            data_sources: data_sources(),
            licence: "MIT OR Apache-2.0".into(),
            lists: self.lists(),
        })
    }

    fn lists(&self) -> Lists {
        let choice = |id: &str, name: &str| Choice { id: id.into(), name: name.into() };
        let fixed = |list: &[(&str, &str)]| list.iter().map(|(id, name)| choice(id, name)).collect();
        let c = &self.catalogue;
        let used: std::collections::BTreeSet<&String> = c.powers.values().map(|p| &p.department).collect();
        Lists {
            departments: c
                .departments
                .values()
                .filter(|d| used.contains(&d.id))
                .map(|d| choice(&d.id, &d.name))
                .collect(),
            barriers: c.barriers.values().map(|b| choice(&b.id, &b.name)).collect(),
            forms: c.forms.all().map(|f| choice(&f.id, &f.name)).collect(),
            pillars: fixed(&[
                ("public-sector-reform", "Public-sector reform"),
                ("social-action", "Social action"),
                ("neighbourhood-empowerment", "Neighbourhood empowerment"),
            ]),
            shifts: fixed(&[("information", "Information"), ("decision", "Decision"), ("people", "People")]),
            outcomes: fixed(&[
                ("succeeded", "Succeeded"),
                ("pending", "Under way"),
                ("refused", "Refused"),
                ("lapsed", "Lapsed"),
                ("withdrawn", "Withdrawn"),
            ]),
            effects: fixed(&[
                ("stops", "It is there, and it stops the use"),
                ("hinders", "It is there, and it makes the use harder"),
                ("absent", "It was looked for and is not there"),
            ]),
            powers: c.powers.values().map(|p| choice(&p.id, &p.name)).collect(),
            duty_holders: c.duty_holders.values().map(|d| choice(&d.id, &d.name)).collect(),
        }
    }
}

fn data_sources() -> Vec<DataSource> {
    let source = |what: &str, from: &str, licence: &str, as_at: &str| DataSource {
        what: what.into(),
        from: from.into(),
        licence: licence.into(),
        as_at: as_at.into(),
    };
    vec![
        source(
            "The 397 current councils: codes, names, kinds, regions, populations (mid-2020)",
            "mySociety, UK local authority names and codes 1.7.3, from ONS and government registers",
            "CC BY 4.0; contains public sector information under the Open Government Licence v3.0",
            "2025",
        ),
        source(
            "Which councils are parished",
            "ONS parish and non-parished area lookups",
            "Open Government Licence v3.0",
            "December 2019",
        ),
        source(
            "Powers, barriers, forms and enablers",
            "Takeup's own catalogue, from legislation.gov.uk and the sources each entry names",
            "Own words; legislation under the Open Government Licence v3.0",
            "November 2026",
        ),
        source(
            "Documented uses in the built-in example",
            "The published page that each use names",
            "Facts only, each with its source",
            "November 2026",
        ),
        source(
            "Registers you read",
            "Named with their date wherever a number comes from them",
            "As each publisher says; the Charity Commission's register: Open Government Licence v3.0",
            "As you read them",
        ),
    ]
}

//! What is wrong with a document, each kind told apart, with what to do.

use jiff::civil::Date;

use super::assessment::Assessment;
use super::check_dates::dates;
use super::decide::Outcome;
use super::effect::{ALWAYS, Direction};
use super::evidence::{Limb, grade};
use super::fact::Answer;
use super::flags::is_confirmed;
use super::result::Assessed;
use super::shift::Currency;
use crate::catalogue::Catalogue;

/// Kinds of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Something needed is empty.
    Empty,
    /// Two dates cannot both be right.
    Dates,
    /// A limb has no evidence.
    NoEvidence,
    /// Evidence is not of the grade or the age that is needed.
    WeakEvidence,
    /// Nobody else has read it.
    NoSecondReader,
    /// An action is counted for more people than it reaches, or twice for the same.
    CountedTwice,
    /// What is said contradicts what is worked out.
    Contradiction,
    /// A name that the catalogue does not have.
    NotInCatalogue,
    /// An action is not on file in the portfolio.
    NotOnFile,
    /// A group that is always looked at was not.
    NotLookedAt,
    /// A condition has nobody who settles it.
    NobodySettles,
    /// The result has lapsed.
    Lapsed,
}

impl Kind {
    /// The word in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Empty => "empty",
            Kind::Dates => "dates-contradict",
            Kind::NoEvidence => "no-evidence",
            Kind::WeakEvidence => "weak-evidence",
            Kind::NoSecondReader => "no-second-reader",
            Kind::CountedTwice => "counted-twice",
            Kind::Contradiction => "contradiction",
            Kind::NotInCatalogue => "not-in-catalogue",
            Kind::NotOnFile => "not-on-file",
            Kind::NotLookedAt => "not-looked-at",
            Kind::NobodySettles => "nobody-settles",
            Kind::Lapsed => "lapsed",
        }
    }
}

/// Something wrong with an assessment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// What kind.
    pub kind: Kind,
    /// Where, as a path in the document.
    pub at: String,
    /// What is wrong.
    pub wrong: String,
    /// What to do.
    pub to_do: String,
    /// It must be mended before the result is published.
    pub stops_publishing: bool,
}

/// Faults as they are found.
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub(crate) fn none() -> Faults {
        Faults(vec![])
    }

    /// In order, each once.
    pub(crate) fn sorted(mut self) -> Vec<Fault> {
        self.0.sort();
        self.0.dedup();
        self.0
    }

    pub(crate) fn add(
        &mut self,
        kind: Kind,
        at: impl Into<String>,
        wrong: impl Into<String>,
        to_do: impl Into<String>,
    ) {
        // Told, but no bar to publishing.
        let mild = matches!(kind, Kind::NotLookedAt | Kind::NotOnFile | Kind::WeakEvidence);
        self.0.push(Fault {
            kind,
            at: at.into(),
            wrong: wrong.into(),
            to_do: to_do.into(),
            stops_publishing: !mild,
        });
    }
}

/// Checks one document with its result.
pub fn check(a: &Assessment, result: &Assessed, catalogue: Option<&Catalogue>, as_at: Date) -> Vec<Fault> {
    let mut faults = Faults::none();
    empty(a, &mut faults);
    dates(a, as_at, &mut faults);
    shown(a, &mut faults);
    readers(a, &mut faults);
    contradictions(a, &mut faults);
    groups(a, &mut faults);
    if let Some(catalogue) = catalogue {
        names(a, catalogue, &mut faults);
    }
    if result.outcome == Outcome::MeetsIf && a.conditions.is_empty() {
        faults.add(
            Kind::NobodySettles,
            "conditions",
            "it meets the test only if something is settled, and nobody is named who settles it",
            "Add a condition: what must be so, who settles it, the evidence wanted, and by when.",
        );
    }
    if let Some(why) = &result.lapsed {
        faults.add(Kind::Lapsed, "expires", why.clone(), "Make a new version, with facts as they now stand.");
    }
    faults.sorted()
}

fn empty(a: &Assessment, faults: &mut Faults) {
    let needed = [
        ("id", &a.id),
        ("initiative.title", &a.initiative.title),
        ("initiative.what_changes", &a.initiative.what_changes),
        ("initiative.duty_holder", &a.initiative.duty_holder),
        ("baseline.description", &a.baseline.description),
        ("readers.assessor", &a.readers.assessor),
    ];
    for (at, _) in needed.into_iter().filter(|(_, text)| text.trim().is_empty()) {
        faults.add(Kind::Empty, at, "it is empty", "Say it in a sentence.");
    }
    if a.shift.is_empty() && !is_confirmed(a) {
        faults.add(
            Kind::Empty,
            "shift",
            "no change from the baseline is named in any currency",
            "Name what citizens held before and hold after; if nothing changes, it is not an instance.",
        );
    }
    if a.initiative.powers.is_empty() {
        faults.add(
            Kind::NotOnFile,
            "initiative.powers",
            "no power of the catalogue is named, so whether anybody can use it is asked, not worked out",
            "Name the powers it rests on: takeup search WORDS.",
        );
    }
    let claims = a.groups.iter().flat_map(|g| &g.effects).any(|e| !e.offsets.is_empty());
    if claims && (a.window.from.is_none() || a.window.to.is_none()) {
        faults.add(
            Kind::Empty,
            "window",
            "actions are taken together, but the window of the same time is not set",
            "Say from when to when.",
        );
    }
}

fn shown(a: &Assessment, faults: &mut Faults) {
    for (limb, at, any) in [
        (Limb::Shift, "shift", !a.shift.is_empty()),
        (Limb::Quality, "quality", !a.quality.dimensions.is_empty()),
        (Limb::Harm, "groups", !a.groups.is_empty()),
    ] {
        if any && grade(a, limb).is_none() {
            let wrong = format!("“{}” has a deciding fact without evidence", limb.question());
            faults.add(Kind::NoEvidence, at, wrong, "Add evidence: its grade (A to E), source and date.");
        }
    }
    for (currency, shift) in &a.shift {
        if shift.codified == Answer::Yes && !shift.text_is_shown() {
            faults.add(
                Kind::WeakEvidence,
                format!("shift.{}.codified", currency.slug()),
                "a text is said to give it, without evidence of grade A or B",
                "Quote the sentence of the instrument, with its provision and date.",
            );
        }
    }
}

fn readers(a: &Assessment, faults: &mut Faults) {
    let r = &a.readers;
    match r.second_reader.as_ref().map(|s| s.trim()).filter(|s| !s.is_empty()) {
        None => faults.add(
            Kind::NoSecondReader,
            "readers.second_reader",
            "nobody else has read it",
            "Have somebody without an interest read it, and name their role, before it is published.",
        ),
        Some(second) if second.eq_ignore_ascii_case(r.assessor.trim()) => faults.add(
            Kind::NoSecondReader,
            "readers.second_reader",
            "the second reader is the assessor",
            "Have somebody else read it.",
        ),
        Some(_) => {}
    }
}

fn contradictions(a: &Assessment, faults: &mut Faults) {
    let mut add = |at: String, wrong: String, to_do: &str| faults.add(Kind::Contradiction, at, wrong, to_do);
    for (currency, shift) in &a.shift {
        let slug = currency.slug();
        let arises = [
            ("codified", shift.codified, false),
            ("citizen_controlled", shift.citizen_controlled, *currency == Currency::Information),
            ("durable", shift.durable, false),
            ("remedy", shift.remedy, false),
            ("usable", shift.usable, false),
        ];
        for (field, _, _) in arises.iter().filter(|(_, said, may)| *said == Answer::NotApplicable && !may) {
            add(
                format!("shift.{slug}.{field}"),
                "“n/a” is for citizens’ votes on information only; elsewhere the question arises".into(),
                "Answer yes, no or unknown.",
            );
        }
        if shift.codified == Answer::Yes && a.initiative.instrument.is_none() {
            add(
                format!("shift.{slug}.codified"),
                "a text is said to give it, but no instrument is named".into(),
                "Name the Act, lease, scheme or minute in initiative.instrument, or answer no.",
            );
        }
    }
    for (n, measure) in a.quality.dimensions.iter().enumerate() {
        if let (Some(said), Some(found)) = (measure.status, measure.computed())
            && said != found
        {
            add(
                format!("quality.dimensions[{n}].status"),
                format!("it says “{}”; its numbers say “{}”, which counts", said.word(), found.word()),
                "Correct the numbers or leave the status out.",
            );
        }
    }
}

fn groups(a: &Assessment, faults: &mut Faults) {
    let missing: Vec<&str> =
        ALWAYS.iter().map(|(id, _)| *id).filter(|id| !a.groups.iter().any(|g| g.group == *id)).collect();
    if !missing.is_empty() {
        let wrong = format!("not looked at: {}", missing.join(", "));
        faults.add(
            Kind::NotLookedAt,
            "groups",
            wrong,
            "Add each with its effects, or with the reason why there is none.",
        );
    }
    for (g, group) in a.groups.iter().enumerate() {
        let at = format!("groups[{g}]");
        if !group.was_considered() {
            faults.add(
                Kind::Empty,
                format!("{at}.considered"),
                format!("{} is listed with no effect and no reason", group.group),
                "Say how it was looked at and why there is no effect.",
            );
        }
        if a.groups[..g].iter().any(|other| other.group == group.group) {
            faults.add(
                Kind::Contradiction,
                at.clone(),
                format!("{} is listed twice", group.group),
                "Join the two.",
            );
        }
        for (e, effect) in group.effects.iter().enumerate() {
            let at = format!("{at}.effects[{e}]");
            let twice = (1..effect.offsets.len())
                .find(|n| effect.offsets[..*n].iter().any(|c| c.action == effect.offsets[*n].action));
            if let Some(n) = twice {
                faults.add(
                    Kind::CountedTwice,
                    format!("{at}.offsets[{n}]"),
                    format!("“{}” is claimed twice for the same people", effect.offsets[n].action),
                    "Claim it once.",
                );
            }
            if !effect.offsets.is_empty() && effect.direction != Direction::Adverse {
                faults.add(
                    Kind::Contradiction,
                    format!("{at}.offsets"),
                    "something is said to make up for an effect that is not adverse",
                    "Set the direction to adverse, or take the claim out.",
                );
            }
        }
    }
}

fn names(a: &Assessment, catalogue: &Catalogue, faults: &mut Faults) {
    for (n, id) in
        a.initiative.powers.iter().enumerate().filter(|(_, id)| !catalogue.powers.contains_key(*id))
    {
        faults.add(
            Kind::NotInCatalogue,
            format!("initiative.powers[{n}]"),
            format!("there is no power “{id}”"),
            "Use an id from: takeup powers.",
        );
    }
    for (n, gss) in a.initiative.areas.iter().enumerate().filter(|(_, gss)| catalogue.area(gss).is_none()) {
        faults.add(
            Kind::NotInCatalogue,
            format!("initiative.areas[{n}]"),
            format!("no council area has the code “{gss}”"),
            "Use a code from: takeup areas NAME.",
        );
    }
}

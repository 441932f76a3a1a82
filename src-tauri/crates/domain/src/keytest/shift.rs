//! First limb: is there a genuine shift of power?

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::assessment::{Assessment, Stage};
use super::evidence::Trust;
use super::fact::{Answer, Evidence, Grade, Level, Run, best, counting};
use super::usable::Usable;

/// What power is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Currency {
    /// What citizens are told.
    Information,
    /// Who decides.
    Decision,
    /// Staff, roles and budgets.
    People,
}

impl Currency {
    /// All, in the order of the screen.
    pub const ALL: [Currency; 3] = [Currency::Information, Currency::Decision, Currency::People];

    /// The word in files.
    pub fn slug(self) -> &'static str {
        match self {
            Currency::Information => "information",
            Currency::Decision => "decision",
            Currency::People => "people",
        }
    }

    /// The word on the screen.
    pub fn word(self) -> &'static str {
        match self {
            Currency::Information => "Information",
            Currency::Decision => "Decisions",
            Currency::People => "People and budgets",
        }
    }

    /// What a level means in this currency.
    pub fn level_words(self, level: Level) -> &'static str {
        let words = match self {
            Currency::Information => [
                "nothing given",
                "published when it suits the giver",
                "given on request, at discretion",
                "duty to publish to a standard",
                "enforceable right with an outside remedy, in usable form",
            ],
            Currency::Decision => [
                "not told",
                "told afterwards",
                "heard: duty to consider and reply",
                "shared: citizens’ consent, veto or half the deciding votes",
                "held: citizens decide or own",
            ],
            Currency::People => [
                "unreachable",
                "a named contact",
                "help given at discretion",
                "joint direction of named staff or budget",
                "the citizen body employs, or directs by right",
            ],
        };
        words[usize::from(level.number())]
    }
}

/// Reads what is said of each currency by name, so that a fault further in says where it is. Null says nothing.
pub(crate) fn by_name<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<BTreeMap<Currency, T>, D::Error> {
    let by_name: BTreeMap<String, Option<T>> = Deserialize::deserialize(from)?;
    let known = |(name, said): (String, Option<T>)| {
        let found = Currency::ALL.into_iter().find(|c| c.slug() == name);
        found.map(|currency| said.map(|said| (currency, said))).ok_or_else(|| {
            D::Error::custom(format!("“{name}” is not a currency: use information, decision or people"))
        })
    };
    by_name.into_iter().map(known).filter_map(Result::transpose).collect()
}

/// One currency, before and after. A level left out is unknown.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Shift {
    /// Before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Level>,
    /// What was promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promised: Option<Level>,
    /// What the instrument gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub granted: Option<Level>,
    /// What has happened, from dated records.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exercised: Option<Level>,
    /// Citizens can point to a text that gives it.
    pub codified: Answer,
    /// Citizens not chosen by the giver hold most deciding votes.
    pub citizen_controlled: Answer,
    /// The giver could not take it back at will.
    pub durable: Answer,
    /// There is something to do if it is refused.
    pub remedy: Answer,
    /// A real group meets the requirements; worked out from the graph where powers and areas are named.
    pub usable: Answer,
    /// The sentence in the instrument, and other evidence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// What was found on the first limb, from worst to best but for the last three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ShiftFinding {
    /// No gain.
    None,
    /// A gain that stays below sharing.
    EngagementOnly,
    /// A shift on paper: nobody can use it.
    Potential,
    /// A shift.
    Genuine,
    /// One currency fell, another rose.
    Mixed,
    /// A currency fell, none rose.
    Reverse,
    /// Turns on what nobody knows.
    Uncertain,
}

/// One run over one or more currencies: whether any fell, and the best gain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Gain {
    fell: bool,
    best: ShiftFinding,
}

impl Gain {
    fn finding(self) -> ShiftFinding {
        match (self.fell, self.best) {
            (false, best) => best,
            (true, ShiftFinding::None) => ShiftFinding::Reverse,
            (true, _) => ShiftFinding::Mixed,
        }
    }
}

/// What one or more currencies come to, in both runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ShiftState {
    runs: [Gain; 2],
    /// Something better than an assertion is on file.
    pub(crate) evidenced: bool,
}

impl ShiftState {
    /// Of no currency at all.
    pub(crate) const EMPTY: ShiftState =
        ShiftState { runs: [Gain { fell: false, best: ShiftFinding::None }; 2], evidenced: false };

    /// Of two sets of currencies together.
    pub(crate) fn and(self, other: ShiftState) -> ShiftState {
        let run = |n: usize| Gain {
            fell: self.runs[n].fell || other.runs[n].fell,
            best: self.runs[n].best.max(other.runs[n].best),
        };
        ShiftState { runs: [run(0), run(1)], evidenced: self.evidenced || other.evidenced }
    }

    /// The finding.
    pub(crate) fn finding(self) -> ShiftFinding {
        let [cautious, hopeful] = self.runs.map(Gain::finding);
        if cautious == hopeful {
            cautious
        } else if matches!(hopeful, ShiftFinding::Genuine | ShiftFinding::Potential) {
            ShiftFinding::Uncertain
        } else {
            hopeful
        }
    }
}

impl Shift {
    /// Whether the text that gives it is shown by evidence of grade A or B.
    pub fn text_is_shown(&self) -> bool {
        counting(&self.evidence).any(|e| e.grade <= Grade::B)
    }

    /// The level after, uncapped, in a run.
    fn after(&self, stage: Stage, run: Run) -> Level {
        let unknown = |run| if run == Run::Hopeful { Level::HELD } else { Level::NONE };
        let granted = self.granted.unwrap_or_else(|| unknown(run));
        match stage {
            Stage::Proposed | Stage::InForce => granted,
            Stage::Reviewed => {
                // With no record of what happened, nothing has changed.
                let before = self.before(run);
                let unrecorded = if run == Run::Hopeful { granted } else { before };
                granted.min(self.exercised.unwrap_or(unrecorded))
            }
        }
    }

    fn before(&self, run: Run) -> Level {
        self.before.unwrap_or(if run == Run::Hopeful { Level::NONE } else { Level::HELD })
    }

    /// Answers that lower the level when they are not yes, in a run: each with the cap it sets.
    fn caps(&self, trust: Trust) -> [(Answer, Level); 4] {
        let (two, three) = (Level::new(2).unwrap_or(Level::NONE), Level::new(3).unwrap_or(Level::NONE));
        let codified = match (self.codified, trust) {
            (Answer::Yes, Trust::Evidence) if !self.text_is_shown() => Answer::Unknown,
            (said, _) => said,
        };
        [(codified, two), (self.citizen_controlled, two), (self.durable, three), (self.remedy, three)]
    }

    /// The level after its caps.
    pub fn effective(&self, stage: Stage, run: Run, trust: Trust) -> Level {
        let caps = self.caps(trust).into_iter().filter(|(answer, _)| !answer.holds(run));
        caps.fold(self.after(stage, run), |level, (_, cap)| level.min(cap))
    }

    pub(crate) fn state(&self, stage: Stage, usable: Answer, trust: Trust) -> ShiftState {
        let run = |run: Run| {
            let (before, effective) = (self.before(run), self.effective(stage, run, trust));
            let best = if effective <= before {
                ShiftFinding::None
            } else if effective.number() <= 2 {
                ShiftFinding::EngagementOnly
            } else if usable.holds(run) {
                ShiftFinding::Genuine
            } else {
                ShiftFinding::Potential
            };
            Gain { fell: self.after(stage, run) < before, best }
        };
        ShiftState { runs: Run::BOTH.map(run), evidenced: best(&self.evidence).is_some_and(|g| g < Grade::E) }
    }

    /// What is unknown here and may decide, in words.
    pub fn unknowns(&self, stage: Stage, usable: Answer, trust: Trust) -> Vec<&'static str> {
        let [codified, controlled, durable, remedy] = self.caps(trust).map(|(answer, _)| answer);
        let shown = self.codified == Answer::Yes && codified.is_unknown();
        let words = [
            (self.before.is_none(), "the level before"),
            (self.granted.is_none(), "the level granted"),
            (stage == Stage::Reviewed && self.exercised.is_none(), "the level that was in fact exercised"),
            (shown, "the text that gives it, by evidence of grade A or B"),
            (codified.is_unknown() && !shown, "whether citizens can point to a text that gives it"),
            (controlled.is_unknown(), "whether citizens not chosen by the giver hold most deciding votes"),
            (durable.is_unknown(), "whether the giver could take it back at will"),
            (remedy.is_unknown(), "whether there is something to do if it is refused"),
            (usable.is_unknown(), "whether any real group could use it"),
        ];
        words.into_iter().filter(|(open, _)| *open).map(|(_, words)| words).collect()
    }

    /// Which caps bite, in words.
    pub fn capped_by(&self, stage: Stage, trust: Trust) -> Vec<String> {
        let words = [
            "no text gives it",
            "citizens not chosen by the giver do not hold most deciding votes",
            "the giver can take it back at will",
            "there is nothing to do if it is refused",
        ];
        let after = self.after(stage, Run::Cautious);
        let caps = self.caps(trust).into_iter().zip(words);
        let biting = caps.filter(|((answer, cap), _)| !answer.holds(Run::Cautious) && *cap < after);
        biting
            .map(|((answer, cap), words)| {
                let how = if answer.is_unknown() { "it is not known otherwise" } else { "it is so" };
                format!("capped at {}: {words} ({how})", cap.number())
            })
            .collect()
    }
}

/// The usable answer of each currency: worked out where it can be, else as asked.
pub(crate) fn usable_of(shift: &Shift, computed: Option<&Usable>) -> Answer {
    computed.map_or(shift.usable, |found| found.answer)
}

/// The states of an assessment's currencies.
pub(crate) fn states(
    a: &Assessment,
    computed: Option<&Usable>,
    trust: Trust,
) -> BTreeMap<Currency, ShiftState> {
    let stage = a.initiative.stage;
    let state = |(currency, shift): (&Currency, &Shift)| {
        (*currency, shift.state(stage, usable_of(shift, computed), trust))
    };
    a.shift.iter().map(state).collect()
}

impl ShiftFinding {
    /// The word on the screen.
    pub fn word(self) -> &'static str {
        match self {
            ShiftFinding::None => "No shift",
            ShiftFinding::EngagementOnly => "Engagement only",
            ShiftFinding::Potential => "A shift on paper",
            ShiftFinding::Genuine => "A genuine shift",
            ShiftFinding::Mixed => "Mixed: one currency fell",
            ShiftFinding::Reverse => "Power was taken back",
            ShiftFinding::Uncertain => "Uncertain",
        }
    }
}

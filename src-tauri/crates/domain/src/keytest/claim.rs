//! A claim that an action makes up for a harm: six conditions, of which the ledger settles the last.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::assessment::Assessment;
use super::effect::Effect;
use super::evidence::months_after;
use super::fact::{Answer, Evidence, Grade, Run, counting};
use super::portfolio::{Action, Offer};
use crate::requirement::Slug;

/// How long after the harm an action may start, in months.
pub const LATE_MONTHS: i32 = 3;

/// An action claimed to make up for an effect. What is left out is worked out from the action, or unknown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Which action, by its id.
    pub action: Slug,
    /// How many of the people harmed it is claimed for; left out: all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// Money or staff are committed in a dated document.
    #[serde(default)]
    pub funded: Answer,
    /// It starts no later than three months after the harm and lasts as long.
    #[serde(default)]
    pub dated_in_window: Answer,
    /// It reaches the people harmed, not a class they belong to.
    #[serde(default)]
    pub same_people: Answer,
    /// It is within their reach.
    #[serde(default)]
    pub same_place: Answer,
    /// Access for access, cost for cost.
    #[serde(default)]
    pub same_kind_of_harm: Answer,
    /// It is not counted for anyone else; the ledger settles this where the action is on file.
    #[serde(default)]
    pub not_double_counted: Answer,
    /// Those affected say that another kind of help makes up for it.
    #[serde(default)]
    pub accepted_by_those_affected: Answer,
    /// Where that is from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// One of the first five conditions: as said, as worked out, and together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Met {
    /// The condition, in words.
    pub condition: &'static str,
    /// What the assessor says.
    pub said: Answer,
    /// What the action on file shows.
    pub found: Answer,
}

impl Met {
    /// The answer that counts: a no of either stands.
    pub fn answer(self) -> Answer {
        self.said.with(self.found)
    }
}

/// A claim with its conditions.
#[derive(Debug, Clone)]
pub(crate) struct Weighed {
    /// The offer of the action that fits best, by place in its list.
    pub(crate) offer: Option<usize>,
    pub(crate) met: [Met; 5],
}

impl Weighed {
    /// Whether the first five conditions hold in a run.
    pub(crate) fn holds(&self, run: Run) -> bool {
        self.met.iter().all(|m| m.answer().holds(run))
    }
}

impl Claim {
    /// Weighs the claim for an effect on a group, with the action if it is on file.
    pub(crate) fn weigh(
        &self,
        a: &Assessment,
        group: &str,
        effect: &Effect,
        action: Option<&Action>,
    ) -> Weighed {
        let Some(action) = action else {
            return Weighed { offer: None, met: self.met([Answer::Unknown; 5]) };
        };
        let of = |offer: &Offer| {
            self.met([
                funded(action),
                dated(a, effect, action),
                people(group, offer),
                place(a, effect, offer),
                self.kind(effect, offer),
            ])
        };
        let weighed =
            action.offers.iter().enumerate().map(|(n, offer)| Weighed { offer: Some(n), met: of(offer) });
        // The offer that fails least; of those alike, the one with room for most people.
        let best = weighed.min_by_key(|w| {
            let count = |answer| w.met.iter().filter(|m| m.answer() == answer).count();
            let offer = w.offer.map(|n| &action.offers[n]);
            (
                count(Answer::No),
                count(Answer::Unknown),
                std::cmp::Reverse(offer.and_then(|o| o.people)),
                offer.cloned(),
            )
        });
        best.unwrap_or_else(|| Weighed {
            offer: None,
            met: self.met([
                funded(action),
                dated(a, effect, action),
                Answer::Unknown,
                Answer::Unknown,
                Answer::Unknown,
            ]),
        })
    }

    fn met(&self, found: [Answer; 5]) -> [Met; 5] {
        let said = [
            ("money or staff are committed in a dated document", self.funded),
            ("it starts within three months of the harm and lasts as long", self.dated_in_window),
            ("it reaches the people harmed", self.same_people),
            ("it is within their reach", self.same_place),
            ("it makes up for the same kind of harm", self.same_kind_of_harm),
        ];
        let mut found = found.into_iter();
        said.map(|(condition, said)| Met { condition, said, found: found.next().unwrap_or_default() })
    }

    fn kind(&self, effect: &Effect, offer: &Offer) -> Answer {
        let accepted = self.accepted_by_those_affected == Answer::Yes;
        if offer.kind == effect.channel || accepted { Answer::Yes } else { Answer::No }
    }
}

fn funded(action: &Action) -> Answer {
    let mut on_file = counting(&action.evidence).peekable();
    if on_file.peek().is_none() {
        return Answer::Unknown;
    }
    if on_file.any(|e| e.grade <= Grade::C && e.date.is_some()) { Answer::Yes } else { Answer::No }
}

fn dated(a: &Assessment, effect: &Effect, action: &Action) -> Answer {
    let starts = effect.starts.or(a.initiative.from);
    let in_time = match (action.from, starts) {
        (Some(from), Some(starts)) if from > months_after(starts, LATE_MONTHS) => Answer::No,
        (Some(_), Some(_)) => Answer::Yes,
        _ => Answer::Unknown,
    };
    let lasts = match (action.to, effect.ends) {
        (None, _) => Answer::Yes,
        (Some(to), Some(ends)) if to >= ends => Answer::Yes,
        (Some(_), _) => Answer::No,
    };
    match (in_time, lasts) {
        (Answer::No, _) | (_, Answer::No) => Answer::No,
        (in_time, _) => in_time,
    }
}

/// That an offer names the group does not show that it reaches these people; that it does not, shows that it cannot.
fn people(group: &str, offer: &Offer) -> Answer {
    let named = offer.groups.is_empty() || offer.groups.iter().any(|g| g == group);
    if named { Answer::Unknown } else { Answer::No }
}

fn place(a: &Assessment, effect: &Effect, offer: &Offer) -> Answer {
    let places = effect.places_in(&a.initiative);
    if places.is_empty() || offer.places.is_empty() {
        return Answer::Unknown;
    }
    let reached = places.iter().filter(|p| offer.places.contains(p)).count();
    match reached {
        0 => Answer::No,
        all if all == places.len() => Answer::Yes,
        _ => Answer::Unknown,
    }
}

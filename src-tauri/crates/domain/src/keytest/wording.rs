//! Changes in words.

use super::assessment::Assessment;
use super::edit::{Edit, Modifier};
use super::fact::Answer;
use super::flip::Flip;
use super::quality::Status;
use super::reasons::group_words;

impl Flip {
    /// The changes as a sentence about an assessment, without the outcome.
    pub fn words(&self, a: &Assessment) -> String {
        let edits: Vec<String> = self.edits.iter().map(|e| e.words(a)).collect();
        edits.join("; and ")
    }
}

impl Edit {
    /// One change in words.
    pub fn words(&self, a: &Assessment) -> String {
        let measure = |n: usize| a.quality.dimensions.get(n).map_or("a measure", |d| d.name.as_str());
        let effect = |g: usize, e: usize| {
            let group = a.groups.get(g);
            let name = group.map_or("a group".to_string(), |g| group_words(&g.group));
            let what = group.and_then(|g| g.effects.get(e)).map_or("", |e| e.what.as_str());
            let people = group.and_then(|g| g.effects.get(e)).and_then(|e| e.people);
            let people = people.map_or(String::new(), |n| format!(", {n} people"));
            if what.is_empty() {
                format!("the effect on {name}{people}")
            } else {
                format!("“{what}” ({name}{people})")
            }
        };
        match self {
            Edit::Answer(currency, modifier, answer) => {
                let yes = match modifier {
                    Modifier::Codified => "a text gives it, that citizens can point to",
                    Modifier::CitizenControlled => {
                        "citizens not chosen by the giver hold most deciding votes"
                    }
                    Modifier::Durable => "the giver cannot take it back at will",
                    Modifier::Remedy => "there is something to do if it is refused",
                    Modifier::Usable => "a group able to use it is formed or found",
                };
                let no = match modifier {
                    Modifier::Codified => "no text gives it any more",
                    Modifier::CitizenControlled => {
                        "citizens not chosen by the giver no longer hold most deciding votes"
                    }
                    Modifier::Durable => "the giver can take it back at will",
                    Modifier::Remedy => "there is nothing to do if it is refused",
                    Modifier::Usable => "no group can use it any more",
                };
                let words = if *answer == Answer::No { no } else { yes };
                format!("{}: {words}", currency.word())
            }
            Edit::Grant(currency, level) => format!(
                "{}: the instrument gives level {} ({})",
                currency.word(),
                level.number(),
                currency.level_words(*level)
            ),
            Edit::Exercise(currency, level) => {
                format!("{}: level {} is in fact exercised", currency.word(), level.number())
            }
            Edit::FindBefore(currency, level) => {
                format!("{}: the level before is found to be {}", currency.word(), level.number())
            }
            Edit::ShowText(currency) => {
                format!("{}: the instrument itself is shown (grade A or B)", currency.word())
            }
            Edit::Move(n, Status::Worse) => format!("“{}” becomes worse", measure(*n)),
            Edit::Move(n, _) => format!("“{}” is held at its baseline", measure(*n)),
            Edit::ShowMeasure(n) => {
                format!("“{}” is shown by data under 24 months old (grade C or better)", measure(*n))
            }
            Edit::Measure => "at least one measure of quality is looked at, shown by data, and held".into(),
            Edit::Guard(part, there) => {
                let name = ["monitoring", "a trigger", "somebody who steps in"][(*part).min(2)];
                format!("{name} {}", if *there { "is agreed" } else { "falls away" })
            }
            Edit::Avoid(g, e) => format!("{} is avoided, or turns out to be none", effect(*g, *e)),
            Edit::FindMinor(g, e) => {
                format!("{} turns out to be minor and to touch no legal right", effect(*g, *e))
            }
            Edit::MakeUpFor(g, e) => {
                format!("an action that meets all six conditions makes up for {}", effect(*g, *e))
            }
            Edit::Consider => "the groups are considered, and nobody is found harmed".into(),
            Edit::ShowEffects => "the effects on groups are shown by evidence of grade C or better".into(),
            Edit::Hear => "people who might be harmed are heard (grade D)".into(),
            Edit::Lapse(action) => format!("the action “{action}” lapses"),
        }
    }
}

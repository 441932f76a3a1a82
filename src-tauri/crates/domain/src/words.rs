//! Facts, tasks and changes in plain words.

use crate::catalogue::Catalogue;
use crate::power::{CapacityKind, Level};
use crate::requirement::{AreaType, Fact, Leaf, OutcomeBy, Task, TaskSize, Test};
use crate::vocabulary::TraitOf;
use crate::world::Told;

impl Catalogue {
    /// A leaf in words: its own, or generated ones.
    pub fn leaf_words(&self, leaf: &Leaf) -> String {
        if let Some(text) = &leaf.text {
            return text.clone();
        }
        match &leaf.test {
            Test::Fact(fact) => self.fact_words(fact),
            Test::Judgement(judgement) => judgement.test.clone(),
            Test::Task(task) => match &task.size {
                None => task.action.clone(),
                Some(size) => format!("{}: {}", task.action, self.size_words(size, None)),
            },
        }
    }

    /// A leaf in words for one place: the size of a task is worked out from what is on record there.
    pub fn leaf_words_in(&self, leaf: &Leaf, place: Option<&Told>) -> String {
        match &leaf.test {
            Test::Task(Task { action, size: Some(size), .. }) => match (&leaf.text, size.percent) {
                (None, _) => format!("{action}: {}", self.size_words(size, place)),
                (Some(text), None) => text.clone(),
                (Some(text), Some(percent)) => match self.share_words(&size.of, percent, place) {
                    Ok(working) => format!("{text}: {working}"),
                    Err(missing) => format!("{text} ({missing})"),
                },
            },
            _ => self.leaf_words(leaf),
        }
    }

    /// A fact in words that finish "whoever starts it …".
    pub fn fact_words(&self, fact: &Fact) -> String {
        match fact {
            Fact::Form(forms) => {
                format!("is {}", either(forms.iter().map(|f| with_article(&self.form_name(f)))))
            }
            Fact::Standing(standings) => {
                format!("acts for or is one of: {}", either(standings.iter().map(|s| self.standing_name(s))))
            }
            Fact::Members(m) => {
                let of = if m.of == "member" {
                    "members".into()
                } else {
                    format!("members who are {}", self.standing_name(&m.of))
                };
                match (m.at_least, m.per_mille) {
                    (Some(n), _) => format!("has at least {n} {of}"),
                    (None, Some(share)) => format!(
                        "has as members at least {} % of the {}",
                        f64::from(share) / 10.0,
                        self.standing_name(&m.of)
                    ),
                    (None, None) => format!("has {of}"),
                }
            }
            Fact::LocalConnection(_) => "works in this area".into(),
            Fact::AreaType(types) => format!(
                "the place {}",
                either(types.iter().map(|t| match t {
                    AreaType::Parished => "is in a parish".to_string(),
                    AreaType::Unparished => "is not in a parish".to_string(),
                }))
            ),
            Fact::Outcome(o) => {
                let name = self.powers.get(&o.of).map_or(o.of.as_str(), |p| p.name.as_str());
                match o.by {
                    OutcomeBy::Anyone => {
                        format!("“{name}” has been used here with success, and the result still lasts")
                    }
                    OutcomeBy::SameGroup => {
                        format!("it has itself used “{name}” with success, and the result still lasts")
                    }
                }
            }
            Fact::Trait(id) => self.traits.get(id).map_or_else(|| id.clone(), |t| t.name.clone()),
            Fact::FoundedBefore(day) => format!("existed before {day}"),
        }
    }

    /// An unknown fact as a question that follows "find out".
    pub fn question_words(&self, fact: &Fact) -> String {
        let words = self.fact_words(fact);
        match fact {
            Fact::Standing(ids) => {
                let names = either(ids.iter().map(|s| self.standing_name(s)));
                format!("whether the people who would act are {names}")
            }
            Fact::AreaType(_) => format!("whether {words}"),
            Fact::Outcome(o) if o.by == OutcomeBy::Anyone => format!("whether {words}"),
            Fact::Trait(id) if self.traits.get(id).is_some_and(|t| t.of == TraitOf::Area) => {
                format!("whether {words}")
            }
            _ => format!("whether it {words}"),
        }
    }

    /// How to find out an unknown fact.
    pub fn ask_words(&self, fact: &Fact) -> String {
        match fact {
            Fact::Trait(id) => self.traits.get(id).map_or_else(|| "Ask the group.".into(), |t| t.ask.clone()),
            Fact::Form(_) => {
                "Ask the group for its rules, or look it up on the register that shows this form.".into()
            }
            Fact::Standing(_) => "Ask the people who would act.".into(),
            Fact::Members(_) => "Ask the group to count its members.".into(),
            Fact::LocalConnection(_) => "Ask the group where it works; an address alone does not say.".into(),
            Fact::AreaType(_) => {
                "Only part of this council's area has parishes: look up the place itself.".into()
            }
            Fact::Outcome(o) => self.powers.get(&o.of).map_or_else(
                || "Look at the record that shows it.".into(),
                |p| format!("Look at: {}.", p.shown_by.trim_end_matches('.')),
            ),
            Fact::FoundedBefore(_) => "Ask the group when it began.".into(),
        }
    }

    /// The size of a task, with the working where the number of people is on record for the place.
    pub fn size_words(&self, size: &TaskSize, place: Option<&Told>) -> String {
        let of = self.standing_name(&size.of);
        let share = |percent: f64| match self.share_words(&size.of, percent, place) {
            Ok(working) => working,
            Err(missing) => format!("{percent} % of {of} ({missing})"),
        };
        match (size.at_least, size.percent) {
            (Some(n), None) => format!("at least {n} {of}"),
            (None, Some(p)) => format!("at least {}", share(p)),
            (Some(n), Some(p)) => format!("at least {n}, or {}", share(p)),
            (None, None) => of,
        }
    }

    /// A percentage of the people of a standing, worked out; or what is missing for that.
    fn share_words(&self, of: &str, percent: f64, place: Option<&Told>) -> Result<String, String> {
        let name = self.standing_name(of);
        let Some(people) = place.and_then(|told| told.people.get(of)) else {
            return Err(format!(
                "how many {name} there are here is not on record: tell it as people:{of}, or read a table of electorates"
            ));
        };
        let source = place.and_then(|told| told.sources.get(&format!("people:{of}")));
        let source = source.map(|s| format!("; {s}")).unwrap_or_default();
        let needed = grouped(share_of(percent, *people));
        Ok(format!("{percent} % of {} {name} = {needed}{source}", grouped(*people)))
    }

    /// A form's name in running text.
    pub fn form_name(&self, id: &str) -> String {
        self.forms.get(id).map_or_else(|| id.replace('-', " "), |f| lower_first(&f.name))
    }

    /// A standing's name.
    pub fn standing_name(&self, id: &str) -> String {
        self.standings.get(id).map_or_else(|| id.replace('-', " "), |s| s.name.clone())
    }
}

impl CapacityKind {
    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            CapacityKind::Financial => "financial capacity",
            CapacityKind::Organising => "organising capacity",
            CapacityKind::Enduring => "enduring capacity",
        }
    }

    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            CapacityKind::Financial => "financial",
            CapacityKind::Organising => "organising",
            CapacityKind::Enduring => "enduring",
        }
    }
}

impl Level {
    /// The word used in files and on screens.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::None => "none",
            Level::Low => "low",
            Level::Medium => "medium",
            Level::High => "high",
        }
    }
}

/// "a", "a or b", "a, b or c".
pub fn either(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    match items.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}

fn with_article(name: &str) -> String {
    let vowel = name.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']) || name.starts_with("unin");
    format!("{} {name}", if vowel { "an" } else { "a" })
}

fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => name.to_string(),
    }
}

/// The least whole number that is a percentage of a number of people. Percentages are exact to a thousandth.
fn share_of(percent: f64, people: u32) -> u32 {
    let thousandths = (percent * 1000.0).round().max(0.0) as u64;
    u32::try_from((thousandths * u64::from(people)).div_ceil(100_000)).unwrap_or(u32::MAX)
}

/// 24310 → “24,310”.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_worked_out_exactly_and_rounded_up() {
        assert_eq!(share_of(5.0, 24_310), 1_216);
        assert_eq!(share_of(5.0, 24_320), 1_216);
        assert_eq!(share_of(7.5, 1_000), 75);
        assert_eq!(share_of(33.333, 3), 1);
        assert_eq!(share_of(100.0, u32::MAX), u32::MAX);
        assert_eq!(grouped(24_310), "24,310");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}

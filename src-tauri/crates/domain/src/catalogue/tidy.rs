//! One vocabulary: no entry that nothing uses, no two entries for one thing.

use std::collections::{BTreeMap, BTreeSet};

use super::{Catalogue, Problem};
use crate::power::Change;
use crate::requirement::{Fact, Test};
use crate::vocabulary::Running;

/// Unused and near-duplicate entries of the lists, each with what to do. Kept apart from loading, as cases are.
pub fn tidy(catalogue: &Catalogue) -> Vec<Problem> {
    let used = used(catalogue);
    let mut problems = Vec::new();
    let mut say = |file: &str, at: &str, message: String| {
        problems.push(Problem { file: file.into(), at: at.into(), message });
    };
    let c = catalogue;
    let goals = || c.themes.iter().flat_map(|t| &t.goals);
    let lists: [(&str, Vec<(&str, &str)>); 5] = [
        ("standings.json", c.standings.values().map(|s| (s.id.as_str(), s.name.as_str())).collect()),
        ("traits.json", c.traits.values().map(|t| (t.id.as_str(), t.name.as_str())).collect()),
        ("goals.json", goals().map(|g| (g.id.as_str(), g.name.as_str())).collect()),
        ("barriers.json", c.barriers.values().map(|b| (b.id.as_str(), b.name.as_str())).collect()),
        ("duty-holders.json", c.duty_holders.values().map(|d| (d.id.as_str(), d.name.as_str())).collect()),
    ];
    for (file, entries) in &lists {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (id, name) in entries {
            if *file != "barriers.json" && !used.contains(&(*file, *id)) {
                say(file, id, "nothing uses it: use it or delete it".into());
            }
            for word in [id, name] {
                if let Some(other) = seen.insert(folded(word), id).filter(|o| o != id) {
                    say(file, id, format!("says the same as “{other}”: merge them"));
                }
            }
        }
    }
    for standing in c.standings.values() {
        for alias in &standing.aliases {
            if c.standings.contains_key(alias) {
                say(
                    "standings.json",
                    &standing.id,
                    format!("its alias “{alias}” is an entry of its own: merge them"),
                );
            }
        }
    }
    if c.themes.len() > 12 {
        say("goals.json", "", "more than 12 themes: merge some".into());
    }
    for theme in c.themes.iter().filter(|t| t.goals.len() > 8) {
        say("goals.json", &theme.id, "more than 8 goals: merge some, or move them".into());
    }
    for power in c.powers.values() {
        let file = format!("powers/{}/{}.json", power.department, power.id);
        for id in &power.enablers {
            if c.enablers.get(id).is_some_and(|e| e.running == Running::No) {
                say(
                    &file,
                    "enablers",
                    format!("“{id}” is closed to new groups: a barrier, not an enabler; take it out"),
                );
            }
        }
    }
    super::circles::check(c, &mut problems);
    super::links::check(c, &mut problems);
    problems
}

/// Small words and plural endings left out, words in order: two names that fold alike mean one thing.
fn folded(text: &str) -> String {
    let mut words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .map(|w| w.to_lowercase())
        .filter(|w| !matches!(w.as_str(), "" | "a" | "an" | "the" | "of" | "or" | "and" | "for" | "my"))
        .map(|w| w.strip_suffix('s').map_or(w.clone(), str::to_owned))
        .collect();
    words.sort();
    words.join(" ")
}

fn used(catalogue: &Catalogue) -> BTreeSet<(&'static str, &str)> {
    let mut used = BTreeSet::from([("standings.json", "any-person"), ("standings.json", "resident")]);
    for power in catalogue.powers.values() {
        used.extend(power.goals.iter().map(|id| ("goals.json", id.as_str())));
        used.insert(("duty-holders.json", &power.duty_holder));
        used.extend(power.steps.iter().map(|s| ("duty-holders.json", s.actor.as_str())));
        used.extend(power.redress.iter().map(|r| ("duty-holders.json", r.by.as_str())));
        for change in &power.changes {
            if let Change::Trait(id) = change {
                used.insert(("traits.json", id));
            }
        }
        for leaf in power.requires.leaves() {
            match &leaf.test {
                Test::Fact(Fact::Standing(ids)) => {
                    used.extend(ids.iter().map(|id| ("standings.json", id.as_str())));
                }
                Test::Fact(Fact::Members(m)) => _ = used.insert(("standings.json", &m.of)),
                Test::Fact(Fact::Trait(id)) => _ = used.insert(("traits.json", id)),
                Test::Fact(_) => {}
                Test::Task(task) => {
                    used.extend(task.size.iter().map(|s| ("standings.json", s.of.as_str())));
                    used.insert(("duty-holders.json", &task.by));
                }
                Test::Judgement(j) => _ = used.insert(("duty-holders.json", &j.decided_by)),
            }
        }
    }
    used
}

//! Whether a real group could use it: worked out from the graph, not asked.

use jiff::civil::Date;

use super::assessment::Assessment;
use super::fact::Answer;
use crate::catalogue::Catalogue;
use crate::compile::Compiled;
use crate::judge::Judge;
use crate::reach::Reach;
use crate::world::World;

/// The answer, with its proof.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Usable {
    /// Yes, no or unknown.
    pub answer: Answer,
    /// Groups that could, by name, and where; the first few.
    pub groups: Vec<String>,
    /// How many could.
    pub count: u32,
    /// People could, without a group.
    pub people: bool,
    /// In words.
    pub why: String,
}

/// How many groups are named as the proof.
const NAMED: usize = 10;

/// Works it out: yes when anybody in one of the areas could use one of the powers today; no when nobody could;
/// unknown when it turns on facts that nobody recorded. `None` when no power or no area of the initiative is known.
pub fn usable(judge: &Judge<'_>, world: &World, compiled: &Compiled, a: &Assessment) -> Option<Usable> {
    let powers: Vec<usize> = a.initiative.powers.iter().filter_map(|id| compiled.power(id)).collect();
    let areas: Vec<usize> =
        a.initiative.areas.iter().filter_map(|gss| world.catalogue.area_index(gss)).collect();
    if powers.is_empty() || areas.is_empty() {
        return None;
    }
    let mut found =
        Usable { answer: Answer::No, groups: vec![], count: 0, people: false, why: String::new() };
    let mut seen = std::collections::BTreeSet::new();
    let mut unsettled = false;
    for power in &powers {
        for area in &areas {
            let cell = judge.cell(*power, *area);
            found.people |= cell.people == Reach::Open;
            unsettled |= cell.reach == Reach::Unsettled;
            if cell.groups.open == 0 {
                continue;
            }
            let rows = judge.rows(*power, *area);
            for (presence, reach) in world.presences_in(*area).iter().zip(rows) {
                let group = &world.groups[presence.group as usize];
                if reach == Reach::Open && seen.insert(group.key.clone()) && found.groups.len() < NAMED {
                    found.groups.push(format!("{} ({})", group.name, group.key));
                }
            }
        }
    }
    found.count = seen.len() as u32;
    let named = |ids: &[String]| ids.join(", ");
    let (powers, areas) = (named(&a.initiative.powers), named(&a.initiative.areas));
    (found.answer, found.why) = if found.count > 0 {
        let words = format!("{} groups could use {powers} in {areas} today", found.count);
        (Answer::Yes, words)
    } else if found.people {
        (Answer::Yes, format!("people could use {powers} in {areas} today, without a group"))
    } else if unsettled {
        (
            Answer::Unknown,
            format!("whether anybody could use {powers} in {areas} turns on facts nobody recorded"),
        )
    } else {
        (Answer::No, format!("nobody on record in {areas} could use {powers} today"))
    };
    Some(found)
}

/// A change of the law of a named power since the assessment was made, up to a day.
pub fn law_change(catalogue: &Catalogue, a: &Assessment, today: Date) -> Option<(Date, String)> {
    let powers = a.initiative.powers.iter().filter_map(|id| catalogue.powers.get(id));
    let nations: Vec<_> =
        a.initiative.areas.iter().filter_map(|gss| catalogue.area(gss)).map(|area| area.nation).collect();
    let changes = powers.flat_map(|power| {
        let here = power.in_force.iter().filter(|f| nations.is_empty() || nations.contains(&f.nation));
        here.flat_map(|f| [f.from, f.to]).flatten().map(|day| (day, power.name.clone()))
    });
    changes.filter(|(day, _)| *day > a.made_on && *day <= today).min()
}

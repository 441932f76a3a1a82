//! The story of a node, in sentences.

use std::collections::BTreeSet;

use crate::judge::Judge;
use crate::map::Map;
use crate::map::spot::Spot;
use crate::map::strands::Between;
use crate::reach::Reach;
use crate::record::FindingEffect;
use crate::status::Status;
use crate::world::Finding;

/// A number of things in words: “1 power”, “3 powers”.
pub fn count(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}

impl Judge<'_> {
    /// What the map says of a spot, in sentences. Every number counts strands of the area as at the date judged.
    pub fn story(&self, map: &Map, spot: &Spot) -> Vec<String> {
        let strands = &map.strands;
        let through: Vec<_> = strands.strands.iter().filter(|s| self.passes(strands, s, spot)).collect();
        let groups = |clear: bool| -> usize {
            let alike: BTreeSet<usize> =
                through.iter().filter(|s| !clear || map.is_clear(s)).filter_map(|s| s.alike).collect();
            alike.iter().map(|n| strands.alike[*n].groups.len()).sum()
        };
        let powers: BTreeSet<usize> = through.iter().map(|s| s.power).collect();
        let mut told = Vec::new();
        match spot {
            Spot::Department(_) | Spot::Powers(..) => {
                told.push(format!(
                    "{} here: {}.",
                    count(powers.len(), "power"),
                    self.by_status(map, &powers)
                ));
                told.push(format!("At least one of them is open to {}.", count(groups(true), "group")));
            }
            Spot::Power(n) => {
                let power = &strands.powers[*n];
                told.push(format!("{}. {}", power.status.name(), power.status.meaning()));
                if power.cell.reach != Reach::NotAvailable {
                    let counts = power.cell.groups;
                    let each = [
                        (counts.open, "could use it today"),
                        (counts.unsettled, "turn on facts that nobody recorded"),
                        (counts.blocked, "are stopped, with a known way to lift it"),
                        (counts.out_of_reach, "are stopped, with no known way"),
                    ];
                    let each: Vec<String> =
                        each.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
                    if !each.is_empty() {
                        told.push(format!("Of the groups on record here, {}.", each.join("; ")));
                    }
                    told.push(match power.cell.people {
                        Reach::Open => "People may use it without a group.".into(),
                        Reach::Unsettled => "Whether people may use it without a group is not known.".into(),
                        _ => "People without a group may not start it.".into(),
                    });
                }
                if !map.lifted.is_empty() && map.as_it_is[*n].0 != power.status {
                    told.push(format!(
                        "As things are, without what you lifted: {}.",
                        map.as_it_is[*n].0.name()
                    ));
                }
            }
            Spot::Tests(sort) => {
                let tests: BTreeSet<usize> = through.iter().map(|s| s.between).collect();
                let how = if sort.unknown { "turn on facts that nobody recorded" } else { "are not met" };
                told.push(format!("{} {how} here.", count(tests.len(), "test")));
                told.push(self.stands_between(groups(false), &powers));
            }
            Spot::Between(n) => told.extend(self.of_between(map, *n, groups(false), &powers)),
            Spot::People | Spot::Kind(_) | Spot::Group(_) => {
                let clear = through.iter().filter(|s| map.is_clear(s));
                let open: BTreeSet<usize> = clear.map(|s| s.power).collect();
                let shut = powers.difference(&open).count();
                let kind = matches!(spot, Spot::Kind(_));
                if kind {
                    let here = count(groups(false), "group");
                    told.push(format!("{here} of this kind are on record here."));
                }
                let some = if kind { " for at least one of them" } else { "" };
                told.push(format!("Nothing stands in the way of {}{some}.", count(open.len(), "power")));
                let more = count(shut, "other power");
                told.push(format!("Something stands in the way of {more}, or a fact is not on record."));
            }
        }
        told
    }

    fn of_between(&self, map: &Map, n: usize, groups: usize, powers: &BTreeSet<usize>) -> Vec<String> {
        let catalogue = &self.world().catalogue;
        let between = &map.strands.between[n];
        let mut told = Vec::new();
        match between {
            Between::Clear => {
                told.push(format!(
                    "{} could be started today by {} or by people.",
                    count(powers.len(), "power"),
                    count(groups, "group")
                ));
                return told;
            }
            Between::NotHere => {
                told.push(format!(
                    "{} are not available here: not in force on this date, not for this kind of place, or nobody here must respond.",
                    count(powers.len(), "power")
                ));
                return told;
            }
            Between::Unmet(_) => told.push("The law asks for it, and it does not hold.".into()),
            Between::Unknown(fact) => {
                told.push(format!(
                    "Nobody recorded it. {}",
                    catalogue.ask_words(&self.compiled().facts[*fact])
                ));
            }
            Between::Barrier(id) => {
                let here = |f: &&Finding| {
                    &f.barrier == id
                        && f.effect == FindingEffect::Stops
                        && f.date <= self.columns().as_at
                        && f.area.is_none_or(|area| area == map.strands.area)
                };
                let notes = self.world().findings.iter().filter(here);
                told.extend(notes.map(|f| format!("{} ({}, {})", f.note, f.source.title, f.date)));
            }
            Between::Short(_) => told.push("They are known to have less than it takes in practice.".into()),
        }
        if map.lifted.contains(&n) {
            let opened = self.opened(map);
            told.push("You lifted this: the map shows what would then hold.".into());
            told.push(format!("With all that you lifted, {} change.", count(opened.len(), "power")));
        } else {
            told.push(self.stands_between(groups, powers));
        }
        told
    }

    fn stands_between(&self, groups: usize, powers: &BTreeSet<usize>) -> String {
        format!("It stands between {} and {}.", count(groups, "group"), count(powers.len(), "power"))
    }

    /// How many of these powers have each status, in words.
    fn by_status(&self, map: &Map, powers: &BTreeSet<usize>) -> String {
        let each = Status::ALL.iter().filter_map(|status| {
            let n = powers.iter().filter(|p| map.strands.powers[**p].status == *status).count();
            (n > 0).then(|| format!("{n} {}", status.name().to_lowercase()))
        });
        each.collect::<Vec<_>>().join("; ")
    }

    /// The powers that what is lifted changes: more groups could use them, or their status is another.
    pub fn opened(&self, map: &Map) -> Vec<usize> {
        let changed = |n: &usize| {
            let power = &map.strands.powers[*n];
            map.as_it_is[*n] != (power.status, power.cell.groups.open)
        };
        (0..map.strands.powers.len()).filter(changed).collect()
    }
}

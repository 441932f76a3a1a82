//! All that can be said of an area, as strands from a power through what stands between to those who would use it.

use std::collections::{BTreeMap, BTreeSet};

use crate::columns::Row;
use crate::judge::{Cell, Judge};
use crate::power::CapacityKind;
use crate::reach::Reach;
use crate::requirement::Slug;
use crate::sets::Change;
use crate::status::Status;
use crate::uses::{LOOK_BACK_YEARS, UseState, use_state};
use crate::vocabulary::FormCategory;
use crate::world::Group;

/// What stands between a power and those who would use it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Between {
    /// Nothing: they could use it today.
    Clear,
    /// A barrier that a finding says is there.
    Barrier(Slug),
    /// A test of the law that they fail (place in the compiled facts).
    Unmet(usize),
    /// A capacity that they are short of.
    Short(CapacityKind),
    /// A fact that nobody recorded.
    Unknown(usize),
    /// The power is not available here at all.
    NotHere,
}

/// Groups that are alike in every answer and of one kind; or the people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// Their kind: a legal form; none where no form is on record.
    pub kind: Option<Slug>,
    /// They are people acting without a group.
    pub people: bool,
    /// The presences of the area, by their order in it; none for the people.
    pub groups: Vec<usize>,
}

/// A power here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PowerHere {
    /// Place in the compiled list.
    pub power: usize,
    /// The department that owns it.
    pub department: Slug,
    /// Its name.
    pub name: String,
    /// Its answer.
    pub cell: Cell,
    /// Its use.
    pub used: UseState,
    /// Its status.
    pub status: Status,
}

/// One power, one thing that stands between, one sort of groups (none where the power is not available).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Strand {
    /// Place in [`Strands::powers`].
    pub power: usize,
    /// Place in [`Strands::between`].
    pub between: usize,
    /// Place in [`Strands::alike`].
    pub alike: Option<usize>,
}

/// Everything of an area.
#[derive(Debug, Clone, Default)]
pub struct Strands {
    /// The area (place in the catalogue's list).
    pub area: usize,
    /// Every power of the catalogue, in its order.
    pub powers: Vec<PowerHere>,
    /// Everything that stands between, in order.
    pub between: Vec<Between>,
    /// The people, then the groups.
    pub alike: Vec<Alike>,
    /// The strands, in order.
    pub strands: Vec<Strand>,
}

/// What makes groups alike: their kind, the facts, and what findings could turn on.
type Key = (Option<Slug>, Vec<u8>, Vec<u8>);

impl Judge<'_> {
    /// The strands of an area.
    pub fn strands(&self, area: usize) -> Strands {
        self.strands_of(area, self.sorts(area))
    }

    /// The strands of an area, for these sorts of groups.
    pub fn strands_of(&self, area: usize, alike: Vec<Alike>) -> Strands {
        let row = |sort: &Alike| match sort.groups.first() {
            Some(n) => self.columns().presence(area, *n),
            None => self.columns().people(area),
        };
        let rows: Vec<Row> = alike.iter().map(row).collect();
        let mut found: BTreeSet<(usize, Between, Option<usize>)> = BTreeSet::new();
        let mut powers = Vec::with_capacity(self.compiled().powers.len());
        for power in 0..self.compiled().powers.len() {
            let Some(entry) = self.world().catalogue.powers.get(&self.compiled().powers[power]) else {
                continue;
            };
            let at = powers.len();
            let cell = self.cell(power, area);
            let used = use_state(self.world(), entry, area, self.columns().as_at, LOOK_BACK_YEARS);
            powers.push(PowerHere {
                power,
                department: entry.department.clone(),
                name: entry.name.clone(),
                cell,
                used,
                status: Status::of(cell.reach, used),
            });
            if cell.reach == Reach::NotAvailable {
                found.insert((at, Between::NotHere, None));
                continue;
            }
            let mut by_shape: BTreeMap<Vec<u8>, Vec<Between>> = BTreeMap::new();
            let shape = self.shapes(power, area);
            for (n, row) in rows.iter().enumerate() {
                let between = by_shape.entry(shape(*row)).or_insert_with(|| {
                    let reason = self.reason(power, area, *row);
                    if reason.is_empty() {
                        vec![Between::Clear]
                    } else {
                        reason.iter().map(Into::into).collect()
                    }
                });
                found.extend(between.iter().map(|b| (at, b.clone(), Some(n))));
            }
        }
        let between: BTreeSet<&Between> = found.iter().map(|(_, between, _)| between).collect();
        let place: BTreeMap<&Between, usize> = between.iter().enumerate().map(|(n, b)| (*b, n)).collect();
        let strands =
            found.iter().map(|(power, b, alike)| Strand { power: *power, between: place[b], alike: *alike });
        Strands {
            area,
            strands: strands.collect(),
            between: between.into_iter().cloned().collect(),
            powers,
            alike,
        }
    }

    /// The people, and the groups of an area sorted: the first of each sort stands for all of it.
    fn sorts(&self, area: usize) -> Vec<Alike> {
        let columns = self.columns();
        let mut sorts = vec![Alike { kind: None, people: true, groups: vec![] }];
        let mut known: BTreeMap<Key, usize> = BTreeMap::new();
        for (n, presence) in self.world().presences_in(area).iter().enumerate() {
            let group = &self.world().groups[presence.group as usize];
            let row = columns.presence(area, n);
            let facts = (0..self.compiled().facts.len()).map(|f| columns.value(f, row) as u8);
            let alike = facts.chain(columns.shortfalls_at(row).map(u8::from)).collect();
            let kind = self.kind_of(group);
            let sort =
                *known.entry((kind.clone(), alike, self.named_in_findings(group))).or_insert_with(|| {
                    sorts.push(Alike { kind, people: false, groups: vec![] });
                    sorts.len() - 1
                });
            sorts[sort].groups.push(n);
        }
        sorts
    }

    /// The legal structure of a group; else a status it has; none where neither is on record.
    pub fn kind_of(&self, group: &Group) -> Option<Slug> {
        let forms = &self.world().catalogue.forms;
        let mut has: Vec<(u8, &Slug)> = group
            .forms
            .iter()
            .filter(|(_, has)| **has)
            .filter_map(|(id, _)| {
                let rank = match forms.get(id)?.category {
                    FormCategory::Structure | FormCategory::PublicBody => 0,
                    FormCategory::Status => 1,
                    FormCategory::Class | FormCategory::Kind => 2,
                };
                Some((rank, id))
            })
            .collect();
        has.sort();
        has.first().map(|(_, id)| (*id).clone())
    }

    /// What findings could turn on beside the columns: the group itself, and its forms.
    fn named_in_findings(&self, group: &Group) -> Vec<u8> {
        let mut key = Vec::new();
        for finding in &self.world().findings {
            if finding.group == Some(group.id) {
                key.extend(group.id.to_le_bytes());
            }
            if finding.form.is_some() {
                key.extend(
                    group.forms.iter().flat_map(|(form, has)| [form.as_bytes(), &[u8::from(*has)]].concat()),
                );
            }
        }
        key
    }
}

impl From<&Change> for Between {
    fn from(change: &Change) -> Self {
        match change {
            Change::Meet(fact) => Between::Unmet(*fact),
            Change::FindOut(fact) => Between::Unknown(*fact),
            Change::Lift(barrier) => Between::Barrier(barrier.clone()),
            Change::Supply(kind, _) => Between::Short(*kind),
        }
    }
}

//! What a node of the map stands for, and what it is called.

use std::collections::BTreeMap;

use crate::catalogue::Catalogue;
use crate::judge::Judge;
use crate::map::strands::{Between, Strand, Strands};
use crate::power::CapacityKind;
use crate::requirement::{Fact, Slug};
use crate::status::Status;
use crate::vocabulary::TraitOf;
use crate::words::either;

/// What a node stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// A department.
    Department(Slug),
    /// The powers of a department that have a status, folded.
    Powers(Slug, Status),
    /// A power (place in [`Strands::powers`]).
    Power(usize),
    /// Tests of one sort, folded.
    Tests(Sort),
    /// One thing that stands between (place in [`Strands::between`]).
    Between(usize),
    /// People acting without a group.
    People,
    /// The groups of a kind, folded; none: of no known form.
    Kind(Option<Slug>),
    /// A group (place among the presences of the area).
    Group(usize),
}

/// What sort of test it is, and whether it fails or is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sort {
    /// What it is about.
    pub about: About,
    /// Nobody recorded it.
    pub unknown: bool,
}

/// What a test is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// Legal form.
    Form,
    /// Who the people are.
    Standing,
    /// Members.
    Members,
    /// Something else of the group.
    Group,
    /// The place.
    Place,
    /// Earlier powers.
    Earlier,
}

impl About {
    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            About::Form => "Legal form",
            About::Standing => "Who the people are",
            About::Members => "Members",
            About::Group => "Aims and rules of the group",
            About::Place => "The place",
            About::Earlier => "Earlier powers",
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            About::Form => "form",
            About::Standing => "standing",
            About::Members => "members",
            About::Group => "group",
            About::Place => "place",
            About::Earlier => "earlier",
        }
    }

    fn of(catalogue: &Catalogue, fact: &Fact) -> About {
        match fact {
            Fact::Form(_) => About::Form,
            Fact::Standing(_) => About::Standing,
            Fact::Members(_) => About::Members,
            Fact::AreaType(_) => About::Place,
            Fact::Outcome(_) => About::Earlier,
            Fact::Trait(id) if catalogue.traits.get(id).is_some_and(|t| t.of == TraitOf::Area) => {
                About::Place
            }
            Fact::Trait(_) | Fact::LocalConnection(_) | Fact::FoundedBefore(_) => About::Group,
        }
    }
}

impl Spot {
    /// Its column: departments, powers, what stands between, groups.
    pub fn column(&self) -> usize {
        match self {
            Spot::Department(_) => 0,
            Spot::Powers(..) | Spot::Power(_) => 1,
            Spot::Tests(_) | Spot::Between(_) => 2,
            Spot::People | Spot::Kind(_) | Spot::Group(_) => 3,
        }
    }

    /// What it is, in a word.
    pub fn kind(&self) -> &'static str {
        match self {
            Spot::Department(_) => "department",
            Spot::Powers(..) => "powers",
            Spot::Power(_) => "power",
            Spot::Tests(_) => "tests",
            Spot::Between(_) => "between",
            Spot::People => "people",
            Spot::Kind(_) => "kind",
            Spot::Group(_) => "group",
        }
    }
}

/// The titles of the columns.
pub const COLUMNS: [&str; 4] = ["Departments", "Powers", "What stands between", "Groups"];

impl Judge<'_> {
    /// The sort of something that stands between, where it is a test.
    pub fn sort_of(&self, between: &Between) -> Option<Sort> {
        let (fact, unknown) = match between {
            Between::Unmet(fact) => (fact, false),
            Between::Unknown(fact) => (fact, true),
            _ => return None,
        };
        Some(Sort { about: About::of(&self.world().catalogue, &self.compiled().facts[*fact]), unknown })
    }

    /// The id of something that stands between: `unmet:` or `unknown:` and the fact's key, `barrier:…`, `capacity:…`.
    pub fn between_id(&self, between: &Between) -> String {
        match between {
            Between::Clear => "clear".into(),
            Between::NotHere => "not-here".into(),
            Between::Barrier(id) => format!("barrier:{id}"),
            Between::Short(kind) => format!("capacity:{}", kind.as_str()),
            Between::Unmet(fact) => format!("unmet:{}", self.compiled().facts[*fact].key()),
            Between::Unknown(fact) => format!("unknown:{}", self.compiled().facts[*fact].key()),
        }
    }

    /// The other way round: what can be lifted, from its id.
    pub fn between_of(&self, id: &str) -> Option<Between> {
        let (state, key) = id.split_once(':')?;
        let fact = || self.compiled().facts.iter().position(|f| f.key() == key);
        match state {
            "unmet" => fact().map(Between::Unmet),
            "unknown" => fact().map(Between::Unknown),
            "barrier" => self.world().catalogue.barriers.get(key).map(|b| Between::Barrier(b.id.clone())),
            "capacity" => {
                let kinds = [CapacityKind::Financial, CapacityKind::Organising, CapacityKind::Enduring];
                kinds.into_iter().find(|kind| kind.as_str() == key).map(Between::Short)
            }
            _ => None,
        }
    }

    /// The id of a spot, the same at every visit.
    pub fn spot_id(&self, strands: &Strands, spot: &Spot) -> String {
        match spot {
            Spot::Department(id) => format!("department:{id}"),
            Spot::Powers(department, status) => format!("powers:{department}:{}", status.as_str()),
            Spot::Power(n) => format!("power:{}", self.compiled().powers[strands.powers[*n].power]),
            Spot::Tests(Sort { about, unknown }) => {
                format!("tests:{}:{}", if *unknown { "unknown" } else { "unmet" }, about.as_str())
            }
            Spot::Between(n) => self.between_id(&strands.between[*n]),
            Spot::People => "people".into(),
            Spot::Kind(kind) => format!("kind:{}", kind.as_deref().unwrap_or("not-on-record")),
            Spot::Group(n) => {
                let presence = self.world().presences_in(strands.area)[*n];
                format!("group:{}", self.world().groups[presence.group as usize].key)
            }
        }
    }

    /// What a spot is called.
    pub fn spot_name(&self, strands: &Strands, spot: &Spot) -> String {
        let catalogue = &self.world().catalogue;
        match spot {
            Spot::Department(id) => catalogue.departments.get(id).map_or(id.as_str(), |d| &d.name).into(),
            Spot::Powers(_, status) => status.name().into(),
            Spot::Power(n) => strands.powers[*n].name.clone(),
            Spot::Tests(sort) => sort.about.name().into(),
            Spot::Between(n) => match &strands.between[*n] {
                Between::Clear => "Nothing: could use it today".into(),
                Between::NotHere => "Not available here".into(),
                Between::Barrier(id) => catalogue.barriers.get(id).map_or(id.as_str(), |b| &b.name).into(),
                Between::Short(kind) => format!("Short of {}", kind.name()),
                Between::Unmet(fact) | Between::Unknown(fact) => match &self.compiled().facts[*fact] {
                    Fact::Standing(ids) => {
                        format!("People who are {}", either(ids.iter().map(|id| catalogue.standing_name(id))))
                    }
                    fact => capital(&catalogue.fact_words(fact)),
                },
            },
            Spot::People => "People acting without a group".into(),
            Spot::Kind(None) => "Legal form not on record".into(),
            Spot::Kind(Some(form)) => catalogue.forms.get(form).map_or(form.as_str(), |f| &f.name).into(),
            Spot::Group(n) => {
                let presence = self.world().presences_in(strands.area)[*n];
                self.world().groups[presence.group as usize].name.clone()
            }
        }
    }

    /// Every spot of an area, by id.
    pub(crate) fn spots(&self, strands: &Strands) -> BTreeMap<String, Spot> {
        let mut found: Vec<Spot> = Vec::new();
        for (n, power) in strands.powers.iter().enumerate() {
            found.push(Spot::Department(power.department.clone()));
            found.push(Spot::Powers(power.department.clone(), power.status));
            found.push(Spot::Power(n));
        }
        for (n, between) in strands.between.iter().enumerate() {
            found.extend(self.sort_of(between).map(Spot::Tests));
            found.push(Spot::Between(n));
        }
        for sort in &strands.alike {
            if sort.people {
                found.push(Spot::People);
            } else {
                found.push(Spot::Kind(sort.kind.clone()));
                found.extend(sort.groups.iter().map(|n| Spot::Group(*n)));
            }
        }
        found.into_iter().map(|spot| (self.spot_id(strands, &spot), spot)).collect()
    }

    /// Whether a strand runs through a spot.
    pub fn passes(&self, strands: &Strands, strand: &Strand, spot: &Spot) -> bool {
        let power = &strands.powers[strand.power];
        let alike = strand.alike.map(|n| &strands.alike[n]);
        match spot {
            Spot::Department(id) => &power.department == id,
            Spot::Powers(department, status) => &power.department == department && power.status == *status,
            Spot::Power(n) => strand.power == *n,
            Spot::Tests(sort) => self.sort_of(&strands.between[strand.between]) == Some(*sort),
            Spot::Between(n) => strand.between == *n,
            Spot::People => alike.is_some_and(|a| a.people),
            Spot::Kind(kind) => alike.is_some_and(|a| !a.people && &a.kind == kind),
            Spot::Group(n) => alike.is_some_and(|a| a.groups.contains(n)),
        }
    }

    /// Whether a barrier is what stands between: a finding says so, or it is what a failing test comes from.
    pub fn comes_from(&self, between: &Between, barrier: &str) -> bool {
        let explained = |found: Vec<&crate::vocabulary::Barrier>| found.iter().any(|b| b.id == barrier);
        match between {
            Between::Barrier(id) => id == barrier,
            Between::Unmet(fact) => {
                explained(self.world().catalogue.barriers_explaining(&self.compiled().facts[*fact]))
            }
            Between::Short(kind) => explained(self.world().catalogue.barriers_explaining_need(*kind)),
            _ => false,
        }
    }
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

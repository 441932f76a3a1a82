//! Worked cases: a group in a place, and the answer that must come out.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::catalogue::Catalogue;
use crate::columns::Columns;
use crate::compile::Compiled;
use crate::judge::Judge;
use crate::power::{CapacityKind, Level};
use crate::reach::Reach;
use crate::record::PresenceBasis;
use crate::requirement::{AreaType, Slug};
use crate::truth::Truth;
use crate::world::{Group, Here, Presence, Told, World};

/// One worked case of a power.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What it shows, as a sentence.
    pub name: String,
    /// GSS code of a council area.
    pub area: String,
    /// The date asked about.
    pub as_at: Date,
    /// The group; absent: people act without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<CaseGroup>,
    /// What is known of the place beyond the council list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<CasePlace>,
    /// The answer.
    pub expect: Reach,
    /// Facts (by key) that are false, and that would make it open if they were all true.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fails: Vec<String>,
    /// Facts (by key) that nobody knows, and that would make it open if they were all true.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<String>,
}

/// What is known of the group in a case. What is not said is unknown.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CaseGroup {
    /// Legal forms it has or has not.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub forms: BTreeMap<Slug, bool>,
    /// All its members.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_members: Option<u32>,
    /// Members of a standing.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub members: BTreeMap<Slug, u32>,
    /// Members as a share of everyone of that standing concerned, per cent.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub member_share: BTreeMap<Slug, f64>,
    /// Whether it works in the area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub works_here: Option<bool>,
    /// Standings that its people have or have not.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub standings: BTreeMap<Slug, bool>,
    /// Traits it has or has not.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub traits: BTreeMap<Slug, bool>,
    /// Powers it has itself used with a result that lasts.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub own_outcomes: BTreeMap<Slug, bool>,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub founded: Option<Date>,
    /// Known levels of capacity.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub capacity: BTreeMap<CapacityKind, Level>,
}

/// What is known of the place in a case.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CasePlace {
    /// The type of the place concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_type: Option<AreaType>,
    /// Area traits.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub traits: BTreeMap<Slug, bool>,
    /// Powers used here with a result that lasts.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub outcomes: BTreeMap<Slug, bool>,
    /// Standings that people here have, or that nobody here has.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub standings: BTreeMap<Slug, bool>,
}

/// Runs a case of a power. Every disagreement comes back in words.
pub fn run(catalogue: &Arc<Catalogue>, power: &str, case: &Case) -> Vec<String> {
    let Some(area) = catalogue.area_index(&case.area) else {
        return vec![format!("no area has the code {}: use one from areas.json", case.area)];
    };
    let Some(entry) = catalogue.powers.get(power) else { return vec![] };
    let world = world_of(catalogue, area, case);
    let compiled = Compiled::one(catalogue, entry);
    let columns = Columns::new(&world, &compiled, case.as_at);
    let judge = Judge::new(&world, &compiled, &columns);
    let row = match case.group {
        Some(_) => columns.presence(area, 0),
        None => columns.people(area),
    };
    let found = judge.row(0, area, row);
    let mut problems = Vec::new();
    if found != case.expect {
        let values: Vec<String> = compiled
            .facts
            .iter()
            .enumerate()
            .map(|(i, fact)| format!("{} is {:?}", fact.key(), columns.value(i, row)))
            .collect();
        problems.push(format!(
            "comes out as {} but expects {} ({}): mend the case or the requirement",
            found.as_str(),
            case.expect.as_str(),
            values.join("; ")
        ));
    }
    for (keys, wanted) in [(&case.fails, Truth::False), (&case.unknown, Truth::Unknown)] {
        if keys.is_empty() {
            continue;
        }
        for key in keys {
            let fact = compiled.facts.iter().position(|f| &f.key() == key);
            match fact.map(|f| columns.value(f, row)) {
                None => problems.push(format!(
                    "no fact of this power has the key “{key}”: copy it from `takeup explain`"
                )),
                Some(value) if value != wanted => {
                    problems.push(format!("“{key}” is {value:?} here, not {wanted:?}"));
                }
                Some(_) => {}
            }
        }
        let mut stack = Vec::new();
        let flipped = compiled.programs[0].run(&mut stack, |fact| {
            if keys.contains(&compiled.facts[fact].key()) {
                crate::compile::Bits::TRUE
            } else {
                columns.leaf(&compiled, fact, row.word)
            }
        });
        if !row.is_in(flipped.t) {
            problems.push(format!(
                "{} would not be enough to open it: name every fact that is",
                keys.join(" and ")
            ));
        }
    }
    problems
}

fn world_of(catalogue: &Arc<Catalogue>, area: usize, case: &Case) -> World {
    let mut world = World::new(catalogue.clone());
    if let Some(group) = &case.group {
        let told = Told {
            total_members: group.total_members,
            members: group.members.clone(),
            member_share: group
                .member_share
                .iter()
                .map(|(k, v)| (k.clone(), (v * 10.0).round() as u32))
                .collect(),
            here: [(area, Here { works: group.works_here, area_type: None })].into(),
            standings: group.standings.clone(),
            traits: group.traits.clone(),
            outcomes: group.own_outcomes.clone(),
            area_type: None,
            capacity: group.capacity.clone(),
            sources: BTreeMap::new(),
            people: Default::default(),
        };
        let group = Group {
            id: 1,
            key: "case".into(),
            name: case.name.clone(),
            forms: Arc::new(group.forms.clone()),
            founded: group.founded,
            told: Some(Box::new(told)),
            ..Group::default()
        };
        world.groups.push(Arc::new(group));
        world.presences.push(Presence { area: area as u32, group: 0, basis: PresenceBasis::BasedIn });
    }
    if let Some(place) = &case.place {
        let told = Told {
            area_type: place.area_type,
            traits: place.traits.clone(),
            outcomes: place.outcomes.clone(),
            standings: place.standings.clone(),
            ..Told::default()
        };
        world.area_told.insert(area, told);
    }
    world.index()
}

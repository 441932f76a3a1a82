//! The slow twin of the columns: DESIGN's words, one presence at a time.
#![allow(dead_code, unreachable_pub)]

pub mod around;
pub mod forms;
pub mod lifted;
pub mod stops;
pub mod tree;

use jiff::civil::Date;
use takeup_domain::facts::{Who, value};
use takeup_domain::reach::Reach;
use takeup_domain::requirement::Fact;
use takeup_domain::truth::Truth;
use takeup_domain::world::{Presence, World};

/// One presence, or the people of an area.
#[derive(Clone, Copy)]
pub struct Row<'w> {
    pub world: &'w World,
    pub area: usize,
    pub presence: Option<Presence>,
    pub as_at: Date,
}

pub struct Answer {
    pub reach: Reach,
    /// The law alone, now.
    pub law: Truth,
}

impl Row<'_> {
    pub fn leaf(&self, fact: &Fact) -> Truth {
        let who = match self.presence {
            None => Who::People,
            Some(p) => Who::Group(&self.world.groups[p.group as usize], p.basis),
        };
        value(self.world, fact, self.area, who, self.as_at)
    }

    pub fn judge(&self, id: &str) -> Answer {
        let power = &self.world.catalogue.powers[id];
        let tree = tree::pruned(&power.requires);
        let now = |fact: &Fact| if lifted::test(self, power, fact) { Truth::True } else { self.leaf(fact) };
        let relaxed = |fact: &Fact| match now(fact) {
            Truth::False if tree::liftable(&self.world.catalogue, fact) => Truth::True,
            as_it_is => as_it_is,
        };
        let law = tree::worth(&tree, &now);
        let stops = stops::stops(self, power);
        let may = if stops.is_empty() { law } else { Truth::False };
        let could =
            if stops.iter().all(|lifted| *lifted) { tree::worth(&tree, &relaxed) } else { Truth::False };
        let reach = match (may, could) {
            _ if !around::available(self.world, power, self.area, self.as_at) => Reach::NotAvailable,
            (Truth::True, _) => Reach::Open,
            (Truth::Unknown, _) => Reach::Unsettled,
            (Truth::False, Truth::False) => Reach::OutOfReach,
            (Truth::False, _) => Reach::Blocked,
        };
        Answer { reach, law }
    }
}

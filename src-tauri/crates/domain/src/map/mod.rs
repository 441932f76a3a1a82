//! The map of an area: departments → powers → what stands between → groups, folded until it can be read.
//!
//! Everything is made of [`strands`]: one power, one thing that stands between (or nothing), one sort of groups. An
//! [`order`] is worked out once for all of them, so that folding moves nothing else. A [`view`] keeps some of
//! them, a [`picture`] joins what is too much to show and gives each [`spot`] its place.

pub mod order;
pub mod picture;
pub mod spot;
pub mod story;
pub mod strands;
pub mod view;
pub mod what_if;

use std::collections::{BTreeMap, BTreeSet};

use crate::judge::Judge;
use crate::map::order::Order;
use crate::map::spot::Spot;
use crate::map::strands::{Between, Strand, Strands};
use crate::map::what_if::Lifted;
use crate::status::Status;

/// The map of an area, whole and unfolded.
#[derive(Debug, Clone)]
pub struct Map {
    /// Its strands; where something is lifted, those that then hold.
    pub strands: Strands,
    /// The order of everything.
    pub order: Order,
    /// What is lifted, as places in [`Strands::between`].
    pub lifted: Vec<usize>,
    /// Powers and sorts of groups that pass what is lifted, and are stopped by something else as well.
    pub shut: BTreeSet<(usize, Option<usize>)>,
    /// Where something is lifted: the status of each power and the groups it is open to, as things are.
    pub as_it_is: Vec<(Status, u32)>,
    /// Every spot there can be, by its id.
    pub spots: BTreeMap<String, Spot>,
}

impl Map {
    /// Whether nothing stands in the way along a strand: nothing does, or all that does is lifted.
    pub fn is_clear(&self, strand: &Strand) -> bool {
        let lifted = self.lifted.contains(&strand.between);
        self.strands.between[strand.between] == Between::Clear
            || lifted && !self.shut.contains(&(strand.power, strand.alike))
    }
}

impl Judge<'_> {
    /// The map of an area, as if some of what stands between were lifted.
    pub fn map(&self, area: usize, lift: &[Between]) -> Map {
        let before = self.strands(area);
        let order = Order::new(self, &before);
        let as_it_is = before.powers.iter().map(|p| (p.status, p.cell.groups.open)).collect();
        let lifted = if lift.is_empty() {
            Lifted { strands: before, ..Lifted::default() }
        } else {
            self.what_if(area, &before, lift)
        };
        let spots = self.spots(&lifted.strands);
        Map { strands: lifted.strands, order, lifted: lifted.lifted, shut: lifted.shut, as_it_is, spots }
    }
}

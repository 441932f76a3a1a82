//! What is lifted on the map, as a reform to keep.

use takeup_domain::judge::Judge;
use takeup_domain::map::Map;
use takeup_domain::map::strands::Between;

use crate::answer::reform::{ReformChange, ReformDocument};
use crate::session::Inner;

impl Inner {
    /// Lifts, in this area, the barriers behind what is lifted on the map. None when nothing is lifted, or something
    /// has no barrier filed behind it.
    pub(crate) fn as_reform(&self, judge: &Judge<'_>, area: usize, map: &Map) -> Option<ReformDocument> {
        let place = &self.catalogue.areas[area];
        let behind = |between: &Between| match between {
            Between::Barrier(id) => self.catalogue.barriers.get(id),
            Between::Unmet(fact) | Between::Unknown(fact) => {
                self.catalogue.barriers_explaining(&judge.compiled().facts[*fact]).into_iter().next()
            }
            Between::Short(kind) => self.catalogue.barriers_explaining_need(*kind).into_iter().next(),
            Between::Clear | Between::NotHere => None,
        };
        let mut barriers: Vec<_> =
            map.lifted.iter().map(|n| behind(&map.strands.between[*n])).collect::<Option<_>>()?;
        barriers.dedup_by_key(|b| b.id.clone());
        let first = barriers.first()?;
        let more = if barriers.len() > 1 { " and more" } else { "" };
        Some(ReformDocument {
            id: String::new(),
            name: format!("{}: lift “{}”{more}", place.name, first.name),
            note: "Tried on the map first.".into(),
            changes: barriers
                .iter()
                .map(|barrier| ReformChange::LiftBarrier {
                    barrier: barrier.id.clone(),
                    power: None,
                    duty_holder: None,
                    area: Some(place.gss.clone()),
                    form: None,
                })
                .collect(),
        })
    }
}

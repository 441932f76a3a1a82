//! The story of a node of the map, and views kept under a name.

use std::collections::BTreeSet;

use takeup_domain::map::spot::Spot;
use takeup_domain::map::strands::Between;
use takeup_domain::sets::Change;

use crate::answer::map::{
    MapLink, MapNodeRequest, MapPowerLine, MapStory, RemoveViewRequest, SavedView, SavedViewsRequest,
};
use crate::answer::power::RemedyLine;
use crate::error::ApiError;
use crate::judging::Judging;
use crate::map::{Teller, kind_name, lifts, source, spot};
use crate::proof::Shower;
use crate::session::Inner;

/// Powers told of a node.
const MOST_POWERS: usize = 12;
/// The key in the workspace under which views are kept.
const VIEWS: &str = "map_views";

impl Inner {
    pub(crate) fn map_node(&self, request: MapNodeRequest) -> Result<MapStory, ApiError> {
        let area = self.area_index(&request.area)?;
        let judging = self.judging(request.as_at.as_deref())?;
        let judge = judging.judge();
        let map = judge.map(area, &lifts(&judge, &request.lift)?);
        let spot = spot(&map, &request.id)?;
        let teller = Teller { judge: &judge, map: &map };
        let strands = &map.strands;
        let through = strands.strands.iter().filter(|s| judge.passes(strands, s, &spot));
        let powers: BTreeSet<usize> = through.map(|s| s.power).collect();
        let lines = powers.iter().map(|n| &strands.powers[*n]).take(MOST_POWERS);
        let change = match &spot {
            Spot::Between(n) => change(&strands.between[*n]),
            _ => None,
        };
        let shower = Shower { catalogue: &self.catalogue, compiled: &judging.compiled };
        let remedies: Vec<RemedyLine> = change.map(|c| shower.change(&c).remedies).unwrap_or_default();
        Ok(MapStory {
            id: request.id,
            kind_name: kind_name(&spot).into(),
            name: teller.full_name(&spot),
            says: judge.story(&map, &spot),
            next: self.next(&judging, &map, &spot, &remedies, area),
            powers: lines
                .map(|p| MapPowerLine {
                    power: judging.compiled.powers[p.power].clone(),
                    name: p.name.clone(),
                    status: p.status.as_str().into(),
                    status_name: p.status.name().into(),
                })
                .collect(),
            powers_total: powers.len() as u32,
            remedies,
            proof: self.proof_links(&judging, &map, &spot),
            source: source(&judging, area),
        })
    }

    fn next(
        &self,
        judging: &Judging,
        map: &takeup_domain::map::Map,
        spot: &Spot,
        remedies: &[RemedyLine],
        area: usize,
    ) -> Option<String> {
        match spot {
            Spot::Power(n) => {
                let power = &map.strands.powers[*n];
                let cell = judging.answer(power.power, area).cell;
                Some(judging.judge().next_step(power.power, area, &cell, map.as_it_is[*n].0))
            }
            Spot::Between(n) => match &map.strands.between[*n] {
                Between::Unknown(fact) => Some(format!(
                    "Find out {}.",
                    self.catalogue.question_words(&judging.compiled.facts[*fact])
                )),
                Between::Clear | Between::NotHere => None,
                _ => Some(match remedies.first() {
                    Some(remedy) => format!("{}.", remedy.name.trim_end_matches('.')),
                    None => "No way to lift it is known.".into(),
                }),
            },
            Spot::People | Spot::Group(_) | Spot::Kind(_) => None,
            Spot::Department(_) | Spot::Powers(..) | Spot::Tests(_) => None,
        }
    }

    fn proof_links(&self, judging: &Judging, map: &takeup_domain::map::Map, spot: &Spot) -> Vec<MapLink> {
        let link = |to: &str, id: &str, words: String| MapLink { words, to: to.into(), id: id.into() };
        let strands = &map.strands;
        let barrier = |id: &str| {
            let name = self.catalogue.barriers.get(id).map_or(id, |b| &b.name);
            link("barrier", id, format!("The barrier: {name}"))
        };
        match spot {
            Spot::Department(id) => vec![link("department", id, "All its powers in the catalogue".into())],
            Spot::Powers(id, _) => vec![link("department", id, "The department in the catalogue".into())],
            Spot::Power(n) => {
                let id = &judging.compiled.powers[strands.powers[*n].power];
                let mut links =
                    vec![link("power", id, "The whole proof: every test, fact and source".into())];
                let law = self.catalogue.powers.get(id).into_iter().flat_map(|p| &p.law);
                links.extend(law.filter_map(|law| {
                    let path = law.path.as_ref()?;
                    let address = format!("https://www.legislation.gov.uk/{}", path.trim_start_matches('/'));
                    Some(link("web", &address, format!("{}, {}", law.title, law.provision)))
                }));
                links
            }
            Spot::Between(n) => match &strands.between[*n] {
                Between::Barrier(id) => vec![barrier(id)],
                Between::Unmet(fact) => {
                    let behind = self.catalogue.barriers_explaining(&judging.compiled.facts[*fact]);
                    behind.first().map(|b| barrier(&b.id)).into_iter().collect()
                }
                Between::Short(kind) => {
                    let behind = self.catalogue.barriers_explaining_need(*kind);
                    behind.first().map(|b| barrier(&b.id)).into_iter().collect()
                }
                _ => vec![],
            },
            Spot::Kind(Some(form)) => vec![link("form", form, "The legal form in the catalogue".into())],
            Spot::Group(n) => {
                let presence = judging.world.presences_in(strands.area)[*n];
                let group = &judging.world.groups[presence.group as usize];
                vec![link(
                    "group",
                    &group.id.to_string(),
                    "The group: what it could use, and what is known of it".into(),
                )]
            }
            Spot::Tests(_) | Spot::People | Spot::Kind(None) => vec![],
        }
    }

    pub(crate) fn map_views(&self, request: SavedViewsRequest) -> Result<Vec<SavedView>, ApiError> {
        Ok(self.views()?.into_iter().filter(|view| view.area == request.area).collect())
    }

    pub(crate) fn save_map_view(&self, request: SavedView) -> Result<Vec<SavedView>, ApiError> {
        self.area_index(&request.area)?;
        if request.name.trim().is_empty() {
            return Err(ApiError::usage("Give the view a name, so that it can be found again."));
        }
        let request = SavedView { name: request.name.trim().into(), ..request };
        let area = request.area.clone();
        let mut views = self.views()?;
        views.retain(|view| (&view.area, &view.name) != (&request.area, &request.name));
        views.push(request);
        self.keep_views(views)?;
        self.map_views(SavedViewsRequest { area })
    }

    pub(crate) fn remove_map_view(&self, request: RemoveViewRequest) -> Result<Vec<SavedView>, ApiError> {
        let mut views = self.views()?;
        let before = views.len();
        views.retain(|view| (&view.area, &view.name) != (&request.area, &request.name));
        if views.len() == before {
            return Err(ApiError::usage(format!("No view is kept under the name “{}”.", request.name)));
        }
        self.keep_views(views)?;
        self.map_views(SavedViewsRequest { area: request.area })
    }

    fn views(&self) -> Result<Vec<SavedView>, ApiError> {
        let text = self.look(|store| Ok(store.meta(VIEWS)?))?;
        let Some(text) = text else { return Ok(vec![]) };
        serde_json::from_str(&text).map_err(|e| {
            ApiError::failed(format!("The saved views of this file cannot be read: {e}. The rest of the file is not touched by this."))
        })
    }

    /// Views are no fact: keeping one judges nothing afresh.
    fn keep_views(&self, mut views: Vec<SavedView>) -> Result<(), ApiError> {
        views.sort_by(|a, b| (&a.area, &a.name).cmp(&(&b.area, &b.name)));
        let text = serde_json::to_string(&views)
            .map_err(|e| ApiError::failed(format!("The view cannot be written: {e}.")))?;
        self.try_out(|store| Ok(store.set_meta(VIEWS, &text)?))
    }
}

fn change(between: &Between) -> Option<Change> {
    use takeup_domain::power::Level;
    match between {
        Between::Unmet(fact) => Some(Change::Meet(*fact)),
        Between::Barrier(id) => Some(Change::Lift(id.clone())),
        Between::Short(kind) => Some(Change::Supply(*kind, Level::High)),
        Between::Unknown(_) | Between::Clear | Between::NotHere => None,
    }
}

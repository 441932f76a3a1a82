//! The graph, its circles and its chokepoints.

use takeup_domain::catch22::Stuck;
use takeup_domain::chokepoint::Pass;
use takeup_domain::graph::{Graph, Node};
use takeup_domain::routes::Planner;

use crate::answer::graph::{ChokepointLine, CircleLine, EdgeLine, GraphRequest, GraphShown, NodeLine};
use crate::answer::question::AreaQuestion;
use crate::error::ApiError;
use crate::proof::{Shower, remedies};
use crate::session::Inner;

impl Inner {
    pub(crate) fn graph(&self, request: GraphRequest) -> Result<GraphShown, ApiError> {
        let judging = request.area.as_ref().map(|_| self.judging(request.as_at.as_deref())).transpose()?;
        let mut graph = match (&request.area, &judging) {
            (Some(gss), Some(judging)) => Graph::of_area(&judging.world, self.area_index(gss)?),
            _ => Graph::of(&self.catalogue),
        };
        if let Some(wanted) = &request.around {
            let node = graph.nodes().find(|n| &n.name() == wanted).cloned().ok_or_else(|| {
                ApiError::usage(format!(
                    "There is no node “{wanted}”. Nodes are written kind:id, such as power:parish-poll or barrier:unaware-of-right."
                ))
            })?;
            graph = graph.around(&node, request.steps.unwrap_or(2) as usize);
        }
        let groups = judging.as_ref().map(|j| &j.world.groups);
        let name = |node: &Node| match node {
            Node::Group(key) => groups
                .and_then(|all| all.iter().find(|g| &g.key == key))
                .map_or_else(|| key.clone(), |g| g.name.clone()),
            _ => self.catalogue.node_words(node),
        };
        Ok(GraphShown {
            dot: graph.dot(&self.catalogue),
            nodes: graph
                .nodes()
                .map(|n| NodeLine { id: n.name(), kind: n.kind().into(), name: name(n) })
                .collect(),
            edges: graph
                .edges()
                .map(|(from, says, to)| EdgeLine {
                    from: from.name(),
                    says: says.as_str().into(),
                    to: to.name(),
                })
                .collect(),
        })
    }

    pub(crate) fn circles(&self, request: AreaQuestion) -> Result<Vec<CircleLine>, ApiError> {
        let area = self.area_index(&request.area)?;
        let judging = self.judging(request.as_at.as_deref())?;
        let judge = judging.judge();
        let planner = Planner::new(&judge);
        let shower = Shower { catalogue: &self.catalogue, compiled: &judging.compiled };
        let mut lines = Vec::new();
        for circle in planner.catch_22s(area, judging.columns().people(area)) {
            let words = |stuck: &Stuck| match stuck {
                Stuck::Fact(f) => self.catalogue.fact_words(&judging.compiled.facts[*f]),
                Stuck::Power(p) => judging.power(*p).map_or_else(String::new, |p| format!("“{}”", p.name)),
            };
            let stuck: Vec<String> = circle.stuck.iter().map(words).collect();
            let facts = circle.cuts.iter().map(|f| &judging.compiled.facts[*f]);
            lines.push(CircleLine {
                words: format!(
                    "Each of these waits for another, and nothing here starts any: {}.",
                    stuck.join("; ")
                ),
                kind: "requirements".into(),
                barrier: None,
                cuts: facts.flat_map(|fact| shower.remedies_for(fact)).collect(),
                powers: circle
                    .stuck
                    .iter()
                    .filter_map(|s| {
                        if let Stuck::Power(p) = s { Some(judging.compiled.powers[*p].clone()) } else { None }
                    })
                    .collect(),
                stuck,
            });
        }
        for barrier in self.catalogue.barriers.values() {
            let stuck = barrier.stuck();
            if stuck.is_empty() {
                continue;
            }
            let waits: Vec<String> = barrier
                .circle
                .iter()
                .map(|w| format!("{} waits for {}", w.get, w.needs.join(" and ")))
                .collect();
            let mut ways = barrier.remedies.clone();
            ways.sort_by_key(|r| (r.cost, r.weeks.to));
            lines.push(CircleLine {
                words: format!("{}: {}.", barrier.name, waits.join("; ")),
                kind: "barrier".into(),
                barrier: Some(barrier.id.clone()),
                stuck: stuck.iter().map(|s| (*s).to_string()).collect(),
                cuts: remedies(&ways),
                powers: self
                    .catalogue
                    .powers
                    .values()
                    .filter(|p| p.barriers.contains(&barrier.id))
                    .map(|p| p.id.clone())
                    .collect(),
            });
        }
        Ok(lines)
    }

    pub(crate) fn chokepoints(&self, request: AreaQuestion) -> Result<Vec<ChokepointLine>, ApiError> {
        let area = self.area_index(&request.area)?;
        let judging = self.judging(request.as_at.as_deref())?;
        let shower = Shower { catalogue: &self.catalogue, compiled: &judging.compiled };
        let mut areas = judging.areas_in_view();
        if !areas.contains(&area) {
            areas.push(area);
        }
        let found = judging.judge().chokepoints(&areas);
        let limit = request.limit.map_or(usize::MAX, |n| n as usize);
        Ok(found
            .into_iter()
            .take(limit)
            .map(|point| {
                let powers = point.powers.iter().map(|p| judging.compiled.powers[*p].clone()).collect();
                let areas = point.areas.len() as u32;
                match point.pass {
                    Pass::Fact(f) => {
                        let fact = &judging.compiled.facts[f];
                        let barrier = self.catalogue.barriers_explaining(fact);
                        ChokepointLine {
                            kind: "requirement".into(),
                            id: fact.key(),
                            name: self.catalogue.fact_words(fact),
                            barrier: barrier.first().map(|b| b.id.clone()),
                            powers,
                            areas,
                            remedies: shower.remedies_for(fact),
                        }
                    }
                    Pass::DutyHolder(id) => ChokepointLine {
                        kind: "duty-holder".into(),
                        name: self.catalogue.holder_name(&id),
                        id,
                        barrier: None,
                        powers,
                        areas,
                        remedies: vec![],
                    },
                }
            })
            .collect())
    }
}

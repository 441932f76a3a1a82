//! The map of an area.

use std::collections::BTreeSet;

use takeup_domain::judge::Judge;
use takeup_domain::map::Map;
use takeup_domain::map::picture::{ACROSS, MOST_LINES, Picture};
use takeup_domain::map::spot::{COLUMNS, Spot};
use takeup_domain::map::story::count;
use takeup_domain::map::strands::Between;
use takeup_domain::map::view::{Blocker, MOST_NODES, View, Way};
use takeup_domain::status::Status;

use crate::answer::map::{
    MapColumn, MapEdge, MapHit, MapNode, MapOpened, MapRef, MapRequest, MapShown, MapStatus, MapView,
};
use crate::error::ApiError;
use crate::judging::Judging;
use crate::session::{Inner, area_ref};

/// Hits told at once.
const MOST_HITS: usize = 20;

impl Inner {
    pub(crate) fn map(&self, request: MapRequest) -> Result<MapShown, ApiError> {
        let area = self.area_index(&request.area)?;
        let judging = self.judging(request.as_at.as_deref())?;
        let judge = judging.judge();
        let map = judge.map(area, &lifts(&judge, &request.view.lift)?);
        let view = view(&map, &request.view)?;
        let picture = map.picture(&judge, &view);
        let teller = Teller { judge: &judge, map: &map };
        let hidden: Vec<String> = view.hide.iter().map(|s| s.as_str().to_string()).collect();
        let (hits, hits_total) = teller.hits(&view, request.search.as_deref().unwrap_or_default());
        Ok(MapShown {
            area: area_ref(&self.catalogue.areas[area]),
            as_at: judging.date.to_string(),
            named: self.named(&teller, &request.view),
            view: MapView { hide: Some(hidden), ..request.view },
            columns: COLUMNS
                .iter()
                .enumerate()
                .map(|(n, title)| MapColumn {
                    title: (*title).into(),
                    x: n as u32 * ACROSS,
                    nodes: picture.nodes.iter().filter(|node| node.spot.column() == n).count() as u32,
                })
                .filter(|column| column.nodes > 0)
                .collect(),
            nodes: picture.nodes.iter().map(|node| teller.node(node)).collect(),
            edges: teller.edges(&picture),
            in_all: picture.in_all as u32,
            left_out: picture.left_out as u32,
            no_room: picture.no_room.iter().map(|spot| teller.full_name(spot)).collect(),
            statuses: Status::ALL
                .iter()
                .map(|status| MapStatus {
                    status: status.as_str().into(),
                    name: status.name().into(),
                    powers: map.strands.powers.iter().filter(|p| p.status == *status).count() as u32,
                    hidden: view.hide.contains(status),
                })
                .collect(),
            hits,
            hits_total,
            lifted: map.lifted.iter().map(|n| teller.reference(&Spot::Between(*n))).collect(),
            reform: self.as_reform(&judge, area, &map),
            opened: teller.opened(),
            says: says(&picture),
            source: source(&judging, area),
        })
    }
}

impl Inner {
    fn named(&self, teller: &Teller<'_>, view: &MapView) -> Vec<MapRef> {
        let name = |id: &String| {
            let barrier = id.strip_prefix("barrier:").and_then(|id| self.catalogue.barriers.get(id));
            let spot = || teller.map.spots.get(id).map(|spot| teller.full_name(spot));
            Some(MapRef { id: id.clone(), name: barrier.map(|b| b.name.clone()).or_else(spot)? })
        };
        view.focus.iter().chain(&view.to).chain(&view.blocked_by).filter_map(name).collect()
    }
}

/// Where the numbers come from.
pub(crate) fn source(judging: &Judging, area: usize) -> String {
    let registers: Vec<String> =
        judging.world.registers_in(area).into_iter().map(|register| register.dated_name()).collect();
    let registers = if registers.is_empty() {
        "no register of groups was read".to_string()
    } else {
        format!("groups from {}", registers.join("; "))
    };
    format!(
        "Source: the catalogue’s {} and the records of this file, judged as at {}; {registers}.",
        count(judging.compiled.powers.len(), "power"),
        judging.date
    )
}

/// What is to be lifted, from ids.
pub(crate) fn lifts(judge: &Judge<'_>, ids: &[String]) -> Result<Vec<Between>, ApiError> {
    ids.iter()
        .map(|id| {
            judge.between_of(id).ok_or_else(|| {
                ApiError::usage(format!(
                    "“{id}” cannot be lifted. What can is written unmet:FACT, unknown:FACT, barrier:ID or capacity:KIND: see the nodes that stand between, in takeup map."
                ))
            })
        })
        .collect()
}

pub(crate) fn spot(map: &Map, id: &str) -> Result<Spot, ApiError> {
    map.spots.get(id).cloned().ok_or_else(|| {
        ApiError::usage(format!(
            "There is no node “{id}” on this map. Look for its id: takeup map FILE --area GSS --search WORDS."
        ))
    })
}

fn view(map: &Map, asked: &MapView) -> Result<View, ApiError> {
    let some = |id: &Option<String>| id.as_ref().map(|id| spot(map, id)).transpose();
    let focus = some(&asked.focus)?;
    // What is not available here is hidden, unless one looks at just that.
    let hidden = |status: &Status| match &focus {
        Some(Spot::Power(n)) => map.strands.powers[*n].status != *status,
        _ => true,
    };
    let hide: Result<BTreeSet<Status>, ApiError> = match &asked.hide {
        None => Ok([Status::NotAvailable].into_iter().filter(hidden).collect()),
        Some(words) => words
            .iter()
            .map(|word| {
                Status::ALL.into_iter().find(|s| s.as_str() == word).ok_or_else(|| {
                    ApiError::usage(format!("“{word}” is not a status. Take one such as in-use or blocked."))
                })
            })
            .collect(),
    };
    let blocked_by = match &asked.blocked_by {
        None => None,
        Some(id) => Some(match (map.spots.get(id), id.strip_prefix("barrier:")) {
            (_, Some(barrier)) => Blocker::Barrier(barrier.into()),
            (Some(spot @ (Spot::Between(_) | Spot::Tests(_))), None) => Blocker::Spot(spot.clone()),
            (Some(_), None) => {
                return Err(ApiError::usage(format!(
                    "“{id}” is not something that stands between. Take a node of that column, or barrier:ID."
                )));
            }
            (None, None) => return spot(map, id).map(|_| View::default()),
        }),
    };
    Ok(View {
        // What is not on this map any more is simply not unfolded.
        unfolded: asked.unfolded.iter().filter_map(|id| map.spots.get(id).cloned()).collect(),
        focus,
        to: some(&asked.to)?,
        cheapest: asked.cheapest,
        steps: asked.steps.map(|n| n as usize),
        way: match asked.way.as_deref() {
            None | Some("both") => Way::Both,
            Some("up") => Way::Up,
            Some("down") => Way::Down,
            Some(other) => return Err(ApiError::usage(format!("“{other}” is not up, down or both."))),
        },
        blocked_by,
        hide: hide?,
        most: None,
    })
}

fn says(picture: &Picture) -> String {
    let shown = picture.nodes.len();
    let folded = picture.in_all.saturating_sub(shown + picture.left_out);
    let mut says = format!("{} shown", count(shown, "node"));
    if folded > 0 {
        says.push_str(&format!("; {folded} more are folded into them"));
    }
    if picture.left_out > 0 {
        says.push_str(&format!("; {} left out, for want of room", picture.left_out));
    }
    says.push_str(&format!(". At most {MOST_NODES} nodes and {MOST_LINES} lines are shown at once."));
    says
}

/// Turns spots into words.
pub(crate) struct Teller<'a> {
    pub(crate) judge: &'a Judge<'a>,
    pub(crate) map: &'a Map,
}

impl Teller<'_> {
    pub(crate) fn id(&self, spot: &Spot) -> String {
        self.judge.spot_id(&self.map.strands, spot)
    }

    pub(crate) fn reference(&self, spot: &Spot) -> MapRef {
        MapRef { id: self.id(spot), name: self.judge.spot_name(&self.map.strands, spot) }
    }

    /// A name that can stand alone.
    pub(crate) fn full_name(&self, spot: &Spot) -> String {
        let name = self.judge.spot_name(&self.map.strands, spot);
        match spot {
            Spot::Powers(department, _) => {
                let catalogue = &self.judge.world().catalogue;
                let short = catalogue.departments.get(department).map_or(department, |d| &d.short_name);
                format!("{short}, {}", name.to_lowercase())
            }
            Spot::Tests(sort) => format!("{name}, {}", if sort.unknown { "not known" } else { "not met" }),
            _ => name,
        }
    }

    fn node(&self, node: &takeup_domain::map::picture::Node) -> MapNode {
        let strands = &self.map.strands;
        let (state, sign) = self.state(&node.spot);
        let status = match &node.spot {
            Spot::Powers(_, status) => Some(*status),
            Spot::Power(n) => Some(strands.powers[*n].status),
            _ => None,
        };
        let was = match &node.spot {
            Spot::Power(n) if !self.map.lifted.is_empty() => {
                let before = self.map.as_it_is[*n].0;
                (before != strands.powers[*n].status).then(|| before.name().to_string())
            }
            _ => None,
        };
        let name = match &node.spot {
            Spot::Powers(..) => count(node.holds, "power"),
            spot => self.judge.spot_name(strands, spot),
        };
        let lifts = match &node.spot {
            Spot::Between(n) => !matches!(strands.between[*n], Between::Clear | Between::NotHere),
            _ => false,
        };
        MapNode {
            id: self.id(&node.spot),
            kind: node.spot.kind().into(),
            kind_name: kind_name(&node.spot).into(),
            name,
            status: status.map(|s| s.as_str().into()),
            state,
            sign: sign.map(Into::into),
            counts: self.counts(node),
            column: node.spot.column() as u32,
            x: node.x,
            y: node.y,
            holds: node.holds as u32,
            unfolds: node.holds > 1,
            inside: node.inside.as_ref().map(|spot| self.id(spot)),
            lifts,
            was,
        }
    }

    /// The word for a spot's state, and its sign where that is not a status.
    fn state(&self, spot: &Spot) -> (String, Option<&'static str>) {
        let strands = &self.map.strands;
        match spot {
            Spot::Powers(_, status) => (status.name().into(), None),
            Spot::Power(n) => (strands.powers[*n].status.name().into(), None),
            Spot::Between(n) if self.map.lifted.contains(n) => ("Lifted, to try".into(), Some("lifted")),
            Spot::Between(n) => match &strands.between[*n] {
                Between::Clear => ("Open".into(), Some("clear")),
                Between::NotHere => ("Not available".into(), Some("not-here")),
                Between::Barrier(_) => ("Found to stop".into(), Some("stops")),
                Between::Short(_) => ("In practice".into(), Some("short")),
                Between::Unmet(_) => ("Not met".into(), Some("unmet")),
                Between::Unknown(_) => ("Not known".into(), Some("unknown")),
            },
            Spot::Tests(sort) if sort.unknown => ("Not known".into(), Some("unknown")),
            Spot::Tests(_) => ("Not met".into(), Some("unmet")),
            _ => (String::new(), None),
        }
    }

    fn counts(&self, node: &takeup_domain::map::picture::Node) -> String {
        match &node.spot {
            Spot::Department(_) => count(node.powers, "power"),
            Spot::Powers(..) | Spot::Power(_) if node.groups == 0 => "no group on record".into(),
            Spot::Powers(..) => String::new(),
            Spot::Power(n) => {
                let open = self.map.strands.powers[*n].cell.groups.open as usize;
                format!("open to {}", count(open, "group"))
            }
            Spot::Tests(_) => format!("{} · {}", count(node.holds, "test"), count(node.powers, "power")),
            Spot::Between(_) if node.powers == 0 => "no power by itself".into(),
            Spot::Between(_) if node.groups == 0 => count(node.powers, "power"),
            Spot::Between(_) => format!("{} · {}", count(node.powers, "power"), count(node.groups, "group")),
            Spot::Kind(_) => count(node.groups, "group"),
            Spot::People | Spot::Group(_) => String::new(),
        }
    }

    fn edges(&self, picture: &Picture) -> Vec<MapEdge> {
        let edge = |line: &takeup_domain::map::picture::Line| {
            let (from, to) = (&picture.nodes[line.from], &picture.nodes[line.to]);
            let who = match (line.groups, line.people) {
                (0, true) => "people without a group".to_string(),
                (n, true) => format!("{} and people without one", count(n, "group")),
                (n, false) => count(n, "group"),
            };
            let between = if from.spot.column() == 1 { &to.spot } else { &from.spot };
            let state = self.state(between).1.unwrap_or_default();
            let says = match (from.spot.column(), state) {
                (0, _) if line.groups == 0 && !line.people => "owns".to_string(),
                (0, _) => format!("owns; something is open to {who}"),
                (1, "not-here") => "for everybody".into(),
                (1, "clear") => format!("open to {who}"),
                (_, "clear") => format!("{who} could start today"),
                (_, "lifted") if !line.clear => {
                    format!("lifted, but something else stands in the way of {who}")
                }
                (_, "lifted") if line.open < line.groups => {
                    format!("opened for {} of {}", line.open, count(line.groups, "group"))
                }
                (_, "lifted") => format!("opened for {who}"),
                (_, "unknown") => format!("not known of {who}"),
                (_, _) => format!("stops {who}"),
            };
            MapEdge {
                from: self.id(&from.spot),
                to: self.id(&to.spot),
                groups: line.groups as u32,
                clear: line.clear,
                says,
            }
        };
        picture.lines.iter().map(edge).collect()
    }

    fn hits(&self, view: &View, words: &str) -> (Vec<MapHit>, u32) {
        let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        if words.is_empty() {
            return (vec![], 0);
        }
        let strands = &self.map.strands;
        let kept = self.map.kept(self.judge, view);
        let mut found: Vec<(&Spot, String)> = self
            .map
            .spots
            .values()
            .filter(|spot| !matches!(spot, Spot::Powers(..) | Spot::Tests(_)))
            .map(|spot| (spot, self.judge.spot_name(strands, spot)))
            .filter(|(_, name)| {
                let name = name.to_lowercase();
                words.iter().all(|word| name.contains(word))
            })
            .collect();
        found.sort_by_key(|(spot, name)| (spot.column(), name.to_lowercase()));
        let total = found.len() as u32;
        let hits = found.into_iter().take(MOST_HITS).map(|(spot, name)| MapHit {
            id: self.id(spot),
            kind_name: kind_name(spot).into(),
            name,
            out_of_view: !kept.iter().any(|strand| self.judge.passes(strands, strand, spot)),
        });
        (hits.collect(), total)
    }

    fn opened(&self) -> Vec<MapOpened> {
        let opened = self.judge.opened(self.map);
        opened
            .into_iter()
            .map(|n| {
                let (power, (status, groups)) = (&self.map.strands.powers[n], self.map.as_it_is[n]);
                MapOpened {
                    power: self.judge.compiled().powers[power.power].clone(),
                    name: power.name.clone(),
                    from: status.as_str().into(),
                    to: power.status.as_str().into(),
                    groups_from: groups,
                    groups_to: power.cell.groups.open,
                }
            })
            .collect()
    }
}

pub(crate) fn kind_name(spot: &Spot) -> &'static str {
    match spot {
        Spot::Department(_) => "Department",
        Spot::Powers(..) => "Powers, folded",
        Spot::Power(_) => "Power",
        Spot::Tests(_) => "Tests, folded",
        Spot::Between(_) => "Stands between",
        Spot::People => "People",
        Spot::Kind(_) => "Kind of group",
        Spot::Group(_) => "Group",
    }
}

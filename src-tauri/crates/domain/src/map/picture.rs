//! A view as nodes with their places and the lines between them.

use std::collections::{BTreeMap, BTreeSet};

use crate::judge::Judge;
use crate::map::Map;
use crate::map::spot::Spot;
use crate::map::strands::{Between, Strand};
use crate::map::view::{FEW, MOST_NODES, View, Way};
use crate::requirement::Slug;

/// Points from one column to the next.
pub const ACROSS: u32 = 258;
/// Points from one node to the next below.
pub const DOWN: u32 = 78;

/// Something stays folded where more lines than these would be drawn.
pub const MOST_LINES: usize = 2_000;

/// A node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it stands for.
    pub spot: Spot,
    /// From the left, in points.
    pub x: u32,
    /// From the top, in points.
    pub y: u32,
    /// What is folded into it; 1 for itself.
    pub holds: usize,
    /// What it was unfolded from.
    pub inside: Option<Spot>,
    /// Groups that the strands through it reach.
    pub groups: usize,
    /// Powers that the strands through it start from.
    pub powers: usize,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Place of its left end in [`Picture::nodes`].
    pub from: usize,
    /// Place of its right end.
    pub to: usize,
    /// Groups that it stands for; from a department: groups to which something is open.
    pub groups: usize,
    /// People acting without a group are among those.
    pub people: bool,
    /// Nothing stands in the way along it, for some of them at least.
    pub clear: bool,
    /// Groups for which nothing does.
    pub open: usize,
}

/// What is drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    /// Column by column, from the top.
    pub nodes: Vec<Node>,
    /// The lines.
    pub lines: Vec<Line>,
    /// What was asked to be unfolded and is not, for want of room.
    pub no_room: Vec<Spot>,
    /// Nodes that are not drawn at all, for want of room.
    pub left_out: usize,
    /// Nodes there would be with everything unfolded.
    pub in_all: usize,
}

/// What is unfolded, and how many of each bundle the kept strands have.
struct Folding<'a> {
    map: &'a Map,
    unfolded: BTreeSet<Spot>,
    sizes: BTreeMap<Spot, usize>,
}

impl Map {
    /// Draws a view.
    pub fn picture(&self, judge: &Judge<'_>, view: &View) -> Picture {
        let kept = self.kept(judge, view);
        let columns = columns(view);
        let most = view.most.unwrap_or(MOST_NODES);
        let bundles = Bundles::new(self, judge);
        let mut folding = Folding { map: self, unfolded: BTreeSet::new(), sizes: BTreeMap::new() };
        let parts = bundles.parts(&kept);
        folding.sizes = parts.iter().map(|(bundle, parts)| (bundle.clone(), parts.len())).collect();
        let shown = |bundle: &Spot| columns.contains(&bundle.column());
        let mut count = bundles.count(&kept, &columns) + self.lifted.len();
        let in_all =
            count + folding.sizes.iter().filter(|(b, _)| shown(b)).map(|(_, n)| n - 1).sum::<usize>();
        let few = parts.iter().filter(|(b, parts)| matches!(b, Spot::Kind(_)) && parts.len() <= FEW);
        let asked = view.unfolded.iter().rev().flat_map(|spot| bundles.unfolds(spot, &parts));
        let wanted: Vec<Spot> = asked.chain(few.map(|(b, _)| b.clone())).collect();
        let (mut taken, mut no_room) = (Vec::new(), Vec::new());
        for bundle in wanted {
            let more = folding.sizes.get(&bundle).map_or(0, |n| n - 1);
            if more == 0 || !folding.unfolded.insert(bundle.clone()) {
                continue;
            }
            let more = if shown(&bundle) { more } else { 0 };
            if count + more > most {
                folding.unfolded.remove(&bundle);
                no_room.push(bundle);
            } else {
                count += more;
                taken.push(bundle);
            }
        }
        let mut picture = folding.draw(judge, &bundles, &kept, &columns, most);
        if picture.lines.len() > MOST_LINES {
            folding.unfolded.clear();
            for bundle in taken {
                folding.unfolded.insert(bundle.clone());
                if folding.draw(judge, &bundles, &kept, &columns, most).lines.len() > MOST_LINES {
                    folding.unfolded.remove(&bundle);
                    no_room.push(bundle);
                }
            }
            picture = folding.draw(judge, &bundles, &kept, &columns, most);
        }
        (picture.no_room, picture.in_all) = (no_room, in_all);
        picture
    }
}

/// The columns that a view shows.
fn columns(view: &View) -> Vec<usize> {
    let Some(focus) = &view.focus else { return vec![0, 1, 2, 3] };
    let at = focus.column();
    let steps = view.steps.unwrap_or(3);
    let from = if view.way == Way::Down { at } else { at.saturating_sub(steps) };
    let to = if view.way == Way::Up { at } else { (at + steps).min(3) };
    (from..=to).collect()
}

/// Which bundle each thing belongs to.
struct Bundles<'a> {
    map: &'a Map,
    powers: Vec<Spot>,
    between: Vec<Spot>,
    alike: Vec<Spot>,
}

impl<'a> Bundles<'a> {
    fn new(map: &'a Map, judge: &Judge<'_>) -> Self {
        let strands = &map.strands;
        let between = |(n, between): (usize, &Between)| match judge.sort_of(between) {
            Some(sort) if !map.lifted.contains(&n) => Spot::Tests(sort),
            _ => Spot::Between(n),
        };
        Bundles {
            map,
            powers: strands.powers.iter().map(|p| Spot::Powers(p.department.clone(), p.status)).collect(),
            between: strands.between.iter().enumerate().map(between).collect(),
            alike: strands
                .alike
                .iter()
                .map(|a| if a.people { Spot::People } else { Spot::Kind(a.kind.clone()) })
                .collect(),
        }
    }

    /// What each bundle holds of these strands.
    fn parts(&self, kept: &[Strand]) -> BTreeMap<Spot, BTreeSet<Spot>> {
        let mut parts: BTreeMap<Spot, BTreeSet<Spot>> = BTreeMap::new();
        let mut groups_of: BTreeSet<usize> = BTreeSet::new();
        for strand in kept {
            parts.entry(self.powers[strand.power].clone()).or_default().insert(Spot::Power(strand.power));
            parts
                .entry(self.between[strand.between].clone())
                .or_default()
                .insert(Spot::Between(strand.between));
            groups_of.extend(strand.alike);
        }
        for n in groups_of {
            let alike = &self.map.strands.alike[n];
            if !alike.people {
                let groups = alike.groups.iter().map(|n| Spot::Group(*n));
                parts.entry(self.alike[n].clone()).or_default().extend(groups);
            }
        }
        parts
    }

    /// Nodes with everything folded.
    fn count(&self, kept: &[Strand], columns: &[usize]) -> usize {
        let mut found: BTreeSet<&Spot> = BTreeSet::new();
        let mut departments: BTreeSet<&Slug> = BTreeSet::new();
        for strand in kept {
            departments.insert(&self.map.strands.powers[strand.power].department);
            found.insert(&self.powers[strand.power]);
            found.insert(&self.between[strand.between]);
            found.extend(strand.alike.map(|n| &self.alike[n]));
        }
        let first = if columns.contains(&0) { departments.len() } else { 0 };
        first + found.iter().filter(|spot| columns.contains(&spot.column())).count()
    }

    /// The bundles that a person means who unfolds a spot: itself, all of a department's, or the one it lies in.
    fn unfolds(&self, spot: &Spot, parts: &BTreeMap<Spot, BTreeSet<Spot>>) -> Vec<Spot> {
        match spot {
            Spot::Powers(..) | Spot::Tests(_) | Spot::Kind(_) => vec![spot.clone()],
            Spot::Department(id) => {
                parts.keys().filter(|b| matches!(b, Spot::Powers(d, _) if d == id)).cloned().collect()
            }
            _ => parts.iter().filter(|(_, parts)| parts.contains(spot)).map(|(b, _)| b.clone()).collect(),
        }
    }
}

impl Folding<'_> {
    /// A thing's node: itself, or the bundle it is folded into.
    fn node(&self, bundle: &Spot, one: Spot) -> Spot {
        let alone = self.sizes.get(bundle) == Some(&1);
        if alone || self.unfolded.contains(bundle) { one } else { bundle.clone() }
    }

    fn draw(
        &self,
        judge: &Judge<'_>,
        bundles: &Bundles<'_>,
        kept: &[Strand],
        columns: &[usize],
        most: usize,
    ) -> Picture {
        let strands = &self.map.strands;
        let mut nodes: BTreeMap<Spot, Touched> = BTreeMap::new();
        let mut lines: BTreeMap<(Spot, Spot), Touched> = BTreeMap::new();
        let mut ends: BTreeMap<(Spot, usize), Touched> = BTreeMap::new();
        for strand in kept {
            let power = &strands.powers[strand.power];
            let clear = self.map.is_clear(strand);
            let department = Spot::Department(power.department.clone());
            let from = self.node(&bundles.powers[strand.power], Spot::Power(strand.power));
            let between = self.node(&bundles.between[strand.between], Spot::Between(strand.between));
            for spot in [&department, &from, &between] {
                nodes.entry(spot.clone()).or_default().add(strand, clear);
            }
            let owns = lines.entry((department, from.clone())).or_default();
            if clear {
                owns.add(strand, clear);
            }
            lines.entry((from, between.clone())).or_default().add(strand, clear);
            if let Some(n) = strand.alike {
                ends.entry((between, n)).or_default().add(strand, clear);
            }
        }
        for ((between, n), touched) in &ends {
            for end in self.ends(bundles, *n) {
                nodes.entry(end.clone()).or_default().join(touched);
                lines.entry((between.clone(), end)).or_default().join(touched);
            }
        }
        for lifted in &self.map.lifted {
            nodes.entry(Spot::Between(*lifted)).or_default();
        }
        let mut order: Vec<(usize, [usize; 4], Spot)> = nodes
            .keys()
            .filter(|spot| columns.contains(&spot.column()))
            .map(|spot| (spot.column(), self.map.order.place(judge, strands, spot), spot.clone()))
            .collect();
        order.sort();
        let left_out = order.len().saturating_sub(most);
        self.thin(&mut order, most);
        let mut below = [0; 4];
        let size =
            |alike: &BTreeSet<usize>| -> usize { alike.iter().map(|n| strands.alike[*n].groups.len()).sum() };
        let mut drawn: Vec<Node> = order
            .iter()
            .map(|(column, _, spot)| {
                let y = below[*column];
                below[*column] += DOWN;
                let touched = &nodes[spot];
                let inside = bundles.holding(spot).filter(|b| self.unfolded.contains(b) && self.sizes[b] > 1);
                Node {
                    x: *column as u32 * ACROSS,
                    y,
                    holds: self.sizes.get(spot).copied().unwrap_or(1),
                    inside,
                    groups: if matches!(spot, Spot::Group(_)) { 1 } else { size(&touched.alike) },
                    powers: touched.powers.len(),
                    spot: spot.clone(),
                }
            })
            .collect();
        self.beside_their_powers(&mut drawn);
        let at: BTreeMap<&Spot, usize> = drawn.iter().enumerate().map(|(n, node)| (&node.spot, n)).collect();
        let lines = lines
            .iter()
            .filter_map(|((from, to), touched)| {
                let (from, to) = (*at.get(from)?, *at.get(to)?);
                let people = touched.alike.iter().any(|n| strands.alike[*n].people);
                let clear = !touched.open.is_empty();
                let (groups, open) = match drawn[to].spot {
                    Spot::Group(_) => (1, usize::from(clear)),
                    _ => (size(&touched.alike), size(&touched.open)),
                };
                Some(Line { from, to, groups, people, clear, open })
            })
            .collect();
        Picture { lines, left_out, nodes: drawn, ..Picture::default() }
    }

    /// Moves each department down to the first of its powers.
    fn beside_their_powers(&self, drawn: &mut [Node]) {
        let mut first: BTreeMap<Slug, u32> = BTreeMap::new();
        for node in drawn.iter() {
            let department = match &node.spot {
                Spot::Powers(department, _) => department,
                Spot::Power(n) => &self.map.strands.powers[*n].department,
                _ => continue,
            };
            let y = first.entry(department.clone()).or_insert(node.y);
            *y = (*y).min(node.y);
        }
        for node in drawn.iter_mut() {
            if let Spot::Department(id) = &node.spot
                && let Some(y) = first.get(id)
            {
                node.y = *y;
            }
        }
    }

    /// The nodes of some groups alike.
    fn ends(&self, bundles: &Bundles<'_>, alike: usize) -> Vec<Spot> {
        let bundle = &bundles.alike[alike];
        let groups = &self.map.strands.alike[alike].groups;
        match groups.first() {
            None => vec![Spot::People],
            Some(_) if self.unfolded.contains(bundle) => groups.iter().map(|n| Spot::Group(*n)).collect(),
            Some(one) => vec![self.node(bundle, Spot::Group(*one))],
        }
    }

    /// Leaves out the last of the longest column until the rest fits.
    fn thin(&self, order: &mut Vec<(usize, [usize; 4], Spot)>, most: usize) {
        while order.len() > most {
            let mut lengths = [0; 4];
            order.iter().for_each(|(column, ..)| lengths[*column] += 1);
            let longest = (0..4).max_by_key(|column| lengths[*column]).unwrap_or(0);
            let last = order.iter().rposition(|(column, ..)| *column == longest).unwrap_or(0);
            order.remove(last);
        }
    }
}

impl Bundles<'_> {
    /// The bundle that a spot was unfolded from.
    fn holding(&self, spot: &Spot) -> Option<Spot> {
        let bundle = match spot {
            Spot::Power(n) => self.powers[*n].clone(),
            Spot::Between(n) => self.between[*n].clone(),
            Spot::Group(n) => {
                let alike = self.map.strands.alike.iter().position(|a| a.groups.contains(n))?;
                self.alike[alike].clone()
            }
            _ => return None,
        };
        (&bundle != spot).then_some(bundle)
    }
}

/// What strands a node or a line stands for.
#[derive(Debug, Default)]
struct Touched {
    powers: BTreeSet<usize>,
    alike: BTreeSet<usize>,
    /// Those for which nothing stands in the way.
    open: BTreeSet<usize>,
}

impl Touched {
    fn add(&mut self, strand: &Strand, clear: bool) {
        self.powers.insert(strand.power);
        self.alike.extend(strand.alike);
        self.open.extend(strand.alike.filter(|_| clear));
    }

    fn join(&mut self, other: &Touched) {
        self.powers.extend(&other.powers);
        self.alike.extend(&other.alike);
        self.open.extend(&other.open);
    }
}

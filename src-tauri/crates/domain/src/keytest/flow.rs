//! People matched to places: a maximum flow, and who shares what is missing.

use std::collections::BTreeMap;

use petgraph::algo::dinics;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::unionfind::UnionFind;

/// Stands for a number that nobody knows and that may be as large as you like.
pub(crate) const WITHOUT_END: u64 = 1 << 40;

/// Places on one side, people on the other, and which may take which.
#[derive(Debug, Clone, Default)]
pub(crate) struct Network {
    pub(crate) places: Vec<u64>,
    pub(crate) people: Vec<u64>,
    /// From places, to people, at most.
    pub(crate) may: Vec<(usize, usize, u64)>,
}

/// The matching.
#[derive(Debug, Clone, Default)]
pub(crate) struct Matching {
    /// For each of [`Network::may`].
    pub(crate) taken: Vec<u64>,
    /// For each need: left without, in this matching.
    pub(crate) missing: Vec<u64>,
    /// For each need that goes short in some largest matching: which shortage it shares.
    pub(crate) shares: Vec<Option<usize>>,
    /// For each shortage, its places.
    pub(crate) short_places: Vec<Vec<usize>>,
}

impl Network {
    /// Matches as many people as possible.
    ///
    /// There are many largest matchings. Whoever is served in all of them is served; whoever goes short in any of them
    /// shares the shortage with the others who could be served instead. Neither depends on the order of the lists.
    pub(crate) fn matched(&self) -> Matching {
        let mut graph: DiGraph<(), u64> = DiGraph::new();
        let source = graph.add_node(());
        let sink = graph.add_node(());
        let places: Vec<NodeIndex> = self.places.iter().map(|_| graph.add_node(())).collect();
        let people: Vec<NodeIndex> = self.people.iter().map(|_| graph.add_node(())).collect();
        for (from, to, most) in &self.may {
            graph.add_edge(places[*from], people[*to], *most);
        }
        for (node, number) in places.iter().zip(&self.places) {
            graph.add_edge(source, *node, *number);
        }
        for (node, number) in people.iter().zip(&self.people) {
            graph.add_edge(*node, sink, *number);
        }
        let (_, flows) = dinics(&graph, source, sink);
        let taken = flows[..self.may.len()].to_vec();
        let served = &flows[self.may.len() + self.places.len()..];
        let missing: Vec<u64> = self.people.iter().zip(served).map(|(need, got)| need - got).collect();
        let (shares, short_places) = self.shortages(&taken, &missing);
        Matching { taken, missing, shares, short_places }
    }

    /// From each that goes short: to the places it could have more of, and on to those who have them. All who share
    /// a place in this are one shortage.
    fn shortages(&self, taken: &[u64], missing: &[u64]) -> (Vec<Option<usize>>, Vec<Vec<usize>>) {
        let mut of_place: Vec<Vec<usize>> = vec![vec![]; self.places.len()];
        let mut of_people: Vec<Vec<usize>> = vec![vec![]; self.people.len()];
        for (n, (from, to, _)) in self.may.iter().enumerate() {
            of_place[*from].push(n);
            of_people[*to].push(n);
        }
        let mut people_short: Vec<bool> = missing.iter().map(|m| *m > 0).collect();
        let mut places_short = vec![false; self.places.len()];
        let mut open: Vec<usize> = (0..self.people.len()).filter(|n| people_short[*n]).collect();
        while let Some(person) = open.pop() {
            for n in of_people[person].iter().copied().filter(|n| taken[*n] < self.may[*n].2) {
                let place = self.may[n].0;
                if std::mem::replace(&mut places_short[place], true) {
                    continue;
                }
                for to in of_place[place].iter().filter(|n| taken[**n] > 0).map(|n| self.may[*n].1) {
                    if !std::mem::replace(&mut people_short[to], true) {
                        open.push(to);
                    }
                }
            }
        }
        let mut together = UnionFind::<usize>::new(self.places.len() + self.people.len());
        for (place, person, _) in &self.may {
            if places_short[*place] && people_short[*person] {
                together.union(*place, self.places.len() + person);
            }
        }
        let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
        let mut short_places: Vec<Vec<usize>> = Vec::new();
        for place in (0..self.places.len()).filter(|n| places_short[*n]) {
            let number = *numbers.entry(together.find(place)).or_insert_with(|| {
                short_places.push(vec![]);
                short_places.len() - 1
            });
            short_places[number].push(place);
        }
        let share = |n: usize| numbers.get(&together.find(self.places.len() + n)).copied();
        let shares = (0..self.people.len()).map(|n| people_short[n].then(|| share(n)).flatten());
        (shares.collect(), short_places)
    }
}

//! The order of everything on the map, worked out once for all that there is: few lines cross, and folding or
//! unfolding never changes it.
//!
//! Departments stand by name. Powers stand under their department by status, tests under their sort, groups under
//! their kind; where two could change places, each goes to the middle of what it is joined to.

use std::collections::{BTreeMap, BTreeSet};

use crate::judge::Judge;
use crate::map::spot::{Sort, Spot};
use crate::map::strands::{Between, Strands};
use crate::requirement::Slug;
use crate::status::Status;

/// Where each stands among its like; less is higher.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    departments: BTreeMap<Slug, usize>,
    powers: Vec<usize>,
    sorts: BTreeMap<Sort, usize>,
    between: BTreeMap<Between, usize>,
    kinds: BTreeMap<Option<Slug>, usize>,
    groups: Vec<usize>,
}

/// Times that each column is drawn to the middle of its neighbours.
const SWEEPS: usize = 4;

impl Order {
    /// The order for these strands.
    pub fn new(judge: &Judge<'_>, strands: &Strands) -> Self {
        let mut order = Order::by_name(judge, strands);
        let lines = Lines::new(judge, strands);
        let mut best = (lines.crossings(&order, strands), order.clone());
        for _ in 0..SWEEPS {
            lines.sweep(&mut order, strands);
            let crossings = lines.crossings(&order, strands);
            if crossings < best.0 {
                best = (crossings, order.clone());
            }
        }
        best.1
    }

    /// Everything by name: where the search for fewer crossings begins.
    pub fn by_name(judge: &Judge<'_>, strands: &Strands) -> Self {
        let catalogue = &judge.world().catalogue;
        let departments: BTreeSet<&Slug> = strands.powers.iter().map(|p| &p.department).collect();
        let name = |id: &Slug| catalogue.departments.get(id).map_or(id.clone(), |d| d.name.clone());
        let sorts: BTreeSet<Sort> = strands.between.iter().filter_map(|b| judge.sort_of(b)).collect();
        let kinds: BTreeSet<&Option<Slug>> =
            strands.alike.iter().filter(|a| !a.people).map(|a| &a.kind).collect();
        let words = |between: &Between| match between {
            Between::Unmet(f) | Between::Unknown(f) => catalogue.fact_words(&judge.compiled().facts[*f]),
            other => judge.between_id(other),
        };
        Order {
            departments: ranked(departments.into_iter().cloned(), name),
            powers: {
                let rank = ranked(0..strands.powers.len(), |n| strands.powers[*n].name.clone());
                rank.into_values().collect()
            },
            sorts: ranked(sorts.into_iter(), |sort| *sort),
            between: ranked(strands.between.iter().cloned(), words),
            kinds: ranked(kinds.into_iter().cloned(), |kind| kind.as_ref().map(|id| catalogue.form_name(id))),
            groups: {
                let presences = judge.world().presences_in(strands.area);
                let name = |n: &usize| judge.world().groups[presences[*n].group as usize].name.to_lowercase();
                ranked(0..presences.len(), name).into_values().collect()
            },
        }
    }

    /// Where a spot stands in its column.
    pub fn place(&self, judge: &Judge<'_>, strands: &Strands, spot: &Spot) -> [usize; 4] {
        let last = usize::MAX;
        match spot {
            Spot::Department(id) => [self.departments.get(id).copied().unwrap_or(last), 0, 0, 0],
            Spot::Powers(department, status) => {
                [self.departments.get(department).copied().unwrap_or(last), status_rank(*status), 0, 0]
            }
            Spot::Power(n) => {
                let power = &strands.powers[*n];
                let department = self.departments.get(&power.department).copied().unwrap_or(last);
                [department, status_rank(power.status), self.powers[*n], *n]
            }
            Spot::Tests(sort) => [2, self.sorts.get(sort).copied().unwrap_or(last), 0, 0],
            Spot::Between(n) => {
                let between = &strands.between[*n];
                let among = self.between.get(between).copied().unwrap_or(last);
                match (between, judge.sort_of(between)) {
                    (Between::Clear, _) => [0, 0, 0, 0],
                    (Between::NotHere, _) => [3, 0, 0, 0],
                    (_, Some(sort)) => [2, self.sorts.get(&sort).copied().unwrap_or(last), among, *n],
                    (_, None) => [1, among, *n, 0],
                }
            }
            Spot::People => [0, 0, 0, 0],
            Spot::Kind(kind) => [1, self.kinds.get(kind).copied().unwrap_or(last), 0, 0],
            Spot::Group(n) => {
                let kind = strands.alike.iter().find(|a| a.groups.contains(n)).map(|a| &a.kind);
                [1, kind.and_then(|k| self.kinds.get(k)).copied().unwrap_or(last), 1, self.groups[*n]]
            }
        }
    }

    /// How many pairs of lines cross when everything is unfolded but the kinds of group.
    pub fn crossings(&self, judge: &Judge<'_>, strands: &Strands) -> u64 {
        Lines::new(judge, strands).crossings(self, strands)
    }
}

fn status_rank(status: Status) -> usize {
    Status::ALL.iter().position(|s| *s == status).unwrap_or(Status::ALL.len())
}

fn ranked<T: Ord + Clone, K: Ord>(
    items: impl Iterator<Item = T>,
    key: impl Fn(&T) -> K,
) -> BTreeMap<T, usize> {
    let mut items: Vec<T> = items.collect();
    items.sort_by_cached_key(|item| (key(item), item.clone()));
    items.into_iter().enumerate().map(|(rank, item)| (item, rank)).collect()
}

/// The lines between columns, everything unfolded but the kinds of group. Kind 0 is the people.
struct Lines {
    sorts: Vec<Option<Sort>>,
    kinds: Vec<Option<Slug>>,
    to_between: BTreeSet<(usize, usize)>,
    to_kind: BTreeSet<(usize, usize)>,
}

/// For each item of a column, its place from the top.
type Places = Vec<usize>;

impl Lines {
    fn new(judge: &Judge<'_>, strands: &Strands) -> Self {
        let kinds: BTreeSet<&Option<Slug>> =
            strands.alike.iter().filter(|a| !a.people).map(|a| &a.kind).collect();
        let kinds: Vec<Option<Slug>> = kinds.into_iter().cloned().collect();
        let kind = |n: usize| {
            let alike = &strands.alike[n];
            if alike.people { 0 } else { 1 + kinds.binary_search(&alike.kind).unwrap_or(0) }
        };
        Lines {
            sorts: strands.between.iter().map(|b| judge.sort_of(b)).collect(),
            to_between: strands.strands.iter().map(|s| (s.power, s.between)).collect(),
            to_kind: strands.strands.iter().filter_map(|s| Some((s.between, kind(s.alike?)))).collect(),
            kinds,
        }
    }

    fn places(&self, order: &Order, strands: &Strands) -> [Places; 3] {
        let power = |n: usize| {
            let p = &strands.powers[n];
            [
                order.departments.get(&p.department).copied().unwrap_or(0),
                status_rank(p.status),
                order.powers[n],
            ]
        };
        let between = |n: usize| {
            let among = order.between.get(&strands.between[n]).copied().unwrap_or(0);
            match (&strands.between[n], self.sorts[n]) {
                (Between::Clear, _) => [0, 0, 0],
                (Between::NotHere, _) => [3, 0, 0],
                (_, Some(sort)) => [2, order.sorts.get(&sort).copied().unwrap_or(0), among],
                (_, None) => [1, among, 0],
            }
        };
        let kind = |n: usize| match n {
            0 => 0,
            n => 1 + order.kinds.get(&self.kinds[n - 1]).copied().unwrap_or(0),
        };
        [
            places((0..strands.powers.len()).map(power)),
            places((0..strands.between.len()).map(between)),
            places((0..=self.kinds.len()).map(kind)),
        ]
    }

    fn crossings(&self, order: &Order, strands: &Strands) -> u64 {
        let [powers, between, kinds] = self.places(order, strands);
        crossings(self.to_between.iter().map(|(p, b)| (powers[*p], between[*b])))
            + crossings(self.to_kind.iter().map(|(b, k)| (between[*b], kinds[*k])))
    }

    /// Draws each column to the middle of its neighbours, from left to right and back.
    fn sweep(&self, order: &mut Order, strands: &Strands) {
        let [powers, _, kinds] = self.places(order, strands);
        let mut middle = Middle::default();
        self.to_between.iter().for_each(|(p, b)| middle.add(*b, powers[*p], powers.len()));
        self.to_kind.iter().for_each(|(b, k)| middle.add(*b, kinds[*k], kinds.len()));
        let mut by_sort = Middle::default();
        for (n, sort) in self.sorts.iter().enumerate() {
            if let Some(sort) = sort {
                by_sort.join(*sort, middle.of(&n));
            }
        }
        order.sorts = ranked(order.sorts.keys().copied(), |sort| (by_sort.of(sort), order.sorts[sort]));
        let rank = |b: &Between| {
            let at = strands.between.iter().position(|other| other == b);
            (at.map(|n| middle.of(&n)), order.between[b])
        };
        order.between = ranked(order.between.keys().cloned(), rank);
        let [_, between, _] = self.places(order, strands);
        let mut middle = Middle::default();
        self.to_kind.iter().for_each(|(b, k)| middle.add(*k, between[*b], between.len()));
        let kinds = |kind: &Option<Slug>| {
            (self.kinds.binary_search(kind).ok().map(|n| middle.of(&(n + 1))), order.kinds[kind])
        };
        order.kinds = ranked(order.kinds.keys().cloned(), kinds);
        let mut middle = Middle::default();
        self.to_between.iter().for_each(|(p, b)| middle.add(*p, between[*b], between.len()));
        let powers = ranked(0..strands.powers.len(), |n| (middle.of(n), order.powers[*n]));
        order.powers = powers.into_values().collect();
    }
}

fn places<K: Ord>(keys: impl Iterator<Item = K>) -> Places {
    let mut sorted: Vec<(K, usize)> = keys.enumerate().map(|(n, key)| (key, n)).collect();
    sorted.sort();
    let mut places = vec![0; sorted.len()];
    for (place, (_, n)) in sorted.into_iter().enumerate() {
        places[n] = place;
    }
    places
}

/// Sums and numbers of the places that something is joined to, each as thousandths of its column.
struct Middle<K>(BTreeMap<K, (usize, usize)>);

impl<K: Ord> Default for Middle<K> {
    fn default() -> Self {
        Middle(BTreeMap::new())
    }
}

impl<K: Ord> Middle<K> {
    fn add(&mut self, item: K, place: usize, of: usize) {
        self.join(item, place * 1000 / of.max(1));
    }

    fn join(&mut self, item: K, middle: usize) {
        let found = self.0.entry(item).or_default();
        found.0 += middle;
        found.1 += 1;
    }

    fn of(&self, item: &K) -> usize {
        self.0.get(item).map_or(0, |(sum, number)| sum / (*number).max(1))
    }
}

/// Pairs of lines that cross, each line from a place at the left to a place at the right.
fn crossings(lines: impl Iterator<Item = (usize, usize)>) -> u64 {
    let mut lines: Vec<(usize, usize)> = lines.collect();
    lines.sort_unstable();
    let most = lines.iter().map(|(_, right)| *right).max().unwrap_or(0) + 1;
    let mut tree = vec![0u64; most + 1];
    let mut found = 0;
    for (seen, (_, right)) in lines.iter().enumerate() {
        let (mut at, mut not_below) = (right + 1, 0);
        while at > 0 {
            not_below += tree[at];
            at &= at - 1;
        }
        found += seen as u64 - not_below;
        let mut at = right + 1;
        while at <= most {
            tree[at] += 1;
            at += at & at.wrapping_neg();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossings_are_counted_as_by_hand() {
        let by_hand = |lines: &[(usize, usize)]| {
            let pairs =
                lines.iter().enumerate().flat_map(|(n, a)| lines[n + 1..].iter().map(move |b| (a, b)));
            pairs.filter(|(a, b)| (a.0 < b.0 && a.1 > b.1) || (a.0 > b.0 && a.1 < b.1)).count() as u64
        };
        for seed in 0..200usize {
            let lines: BTreeSet<(usize, usize)> =
                (0..12).map(|n| ((seed * 7 + n * n * 5) % 6, (seed * 3 + n * 11) % 7)).collect();
            let lines: Vec<_> = lines.into_iter().collect();
            assert_eq!(crossings(lines.iter().copied()), by_hand(&lines), "{lines:?}");
        }
        assert_eq!(crossings([(0, 1), (1, 0)].into_iter()), 1);
        assert_eq!(crossings([(0, 0), (0, 1), (1, 1)].into_iter()), 0);
    }
}

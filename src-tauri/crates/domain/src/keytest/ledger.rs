//! The ledger of a portfolio: what its actions give, who needs it, and who goes short. Settled for all of its
//! initiatives at once, so that it does not matter which was assessed first.

use std::collections::{BTreeMap, BTreeSet};

use super::assessment::Assessment;
use super::claim::{Claim, LATE_MONTHS, Met, Weighed};
use super::effect::{Channel, Direction, Effect};
use super::evidence::months_after;
use super::fact::{Answer, Run};
use super::flow::{Matching, Network, WITHOUT_END};
use super::harm::Reading;
use super::portfolio::{Action, Cut, Entries, Offer};
use crate::requirement::Slug;

/// One adverse effect, by its assessment and its place in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EffectRef {
    /// The assessment.
    pub assessment: Slug,
    /// Place among its groups.
    pub group: usize,
    /// Place among the group's effects.
    pub effect: usize,
}

/// One effect's claims and what came of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Made up for in full, in the cautious and the hopeful run.
    pub runs: [bool; 2],
    /// Its claims, each with the first five conditions.
    pub claims: Vec<ClaimMet>,
    /// Which shortage it shares, of the guarded reading's cautious run.
    pub shortage: Option<usize>,
    /// Adds up to nobody knows how many people.
    pub unknown_people: bool,
}

/// A claim, weighed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimMet {
    /// The action's id.
    pub action: Slug,
    /// The first five conditions.
    pub met: [Met; 5],
    /// Whether the action is on file in this portfolio.
    pub on_file: bool,
    /// Others claim the same action, and no capacity of it is on file: it may be counted twice.
    pub shared_off_file: bool,
    /// People it covers in this settlement, where the action is on file.
    pub people: u64,
}

/// An offer of an action, as an entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The action's id.
    pub action: Slug,
    /// What is done.
    pub what: String,
    /// The kind of harm it makes up for.
    pub kind: Channel,
    /// For whom; none: not said.
    pub groups: Vec<Slug>,
    /// How many; `None` is unknown, and counts as nobody.
    pub people: Option<u32>,
    /// Taken by harms.
    pub taken: u64,
    /// Taken by cuts.
    pub cut: u64,
}

/// People who go short of the same places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortage {
    /// The actions they share, by id, and the kind.
    pub actions: BTreeSet<(Slug, Channel)>,
    /// Places there are.
    pub places: u64,
    /// People who need one; `None` when somebody's number is unknown.
    pub people: Option<u64>,
    /// Those of them taken off by cuts.
    pub cut: u64,
    /// People who must go without, whoever they are; `None` when somebody's number is unknown.
    pub missing: Option<u64>,
    /// Everyone who shares it; none may claim the places alone.
    pub sharing: Vec<EffectRef>,
}

/// A portfolio, settled.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// Entries, by action and kind.
    pub lines: Vec<Line>,
    /// Negative entries.
    pub cuts: Vec<Cut>,
    /// Where there is not enough.
    pub shortages: Vec<Shortage>,
    /// Each adverse effect with a claim.
    pub covers: Covers,
    /// Actions or cuts of which assessments tell different things.
    pub told_apart: Vec<Slug>,
}

/// What came of every claim, by reading.
#[derive(Debug, Clone, Default)]
pub struct Covers(BTreeMap<(Reading, EffectRef), Cover>);

impl Covers {
    /// What came of an effect's claims, if it has any.
    pub fn of(&self, assessment: &str, group: usize, effect: usize, reading: Reading) -> Option<&Cover> {
        self.0.get(&(reading, EffectRef { assessment: assessment.into(), group, effect }))
    }

    /// Whether an effect is made up for, in both runs.
    pub fn runs(&self, assessment: &str, group: usize, effect: usize, reading: Reading) -> [bool; 2] {
        self.of(assessment, group, effect, reading).map_or([false; 2], |c| c.runs)
    }

    /// As if an action had lapsed: what it had a part in is no longer made up for.
    pub(crate) fn without(&self, action: &str) -> Covers {
        let mut without = self.clone();
        for cover in without.0.values_mut() {
            if cover.claims.iter().any(|c| c.action == action) {
                cover.runs = [false; 2];
            }
        }
        without
    }
}

/// An adverse effect with claims, in the order of the ledger.
struct Need<'a> {
    at: EffectRef,
    effect: &'a Effect,
    weighed: Vec<(&'a Claim, Weighed)>,
}

/// Settles a portfolio. Of two versions of one assessment the newer counts.
pub fn settle(assessments: &[&Assessment]) -> Ledger {
    let newest = newest(assessments);
    let entries = Entries::of(&newest);
    let mut needs = Vec::new();
    for a in &newest {
        for (g, group) in a.groups.iter().enumerate() {
            for (e, effect) in group.effects.iter().enumerate() {
                if effect.direction == Direction::Adverse && !effect.offsets.is_empty() {
                    let weigh = |claim| {
                        let claim: &Claim = claim;
                        (claim, claim.weigh(a, &group.group, effect, entries.actions.get(&claim.action)))
                    };
                    let at = EffectRef { assessment: a.id.clone(), group: g, effect: e };
                    needs.push((
                        &group.group,
                        Need { at, effect, weighed: effect.offsets.iter().map(weigh).collect() },
                    ));
                }
            }
        }
    }
    // By what they are, not by where they stand in a list.
    needs.sort_by(|(g, a), (h, b)| {
        let key =
            |need: &Need<'_>| (need.at.assessment.clone(), need.effect.channel, need.effect.what.clone());
        (key(a), g, &a.at).cmp(&(key(b), h, &b.at))
    });
    let needs: Vec<Need<'_>> = needs.into_iter().map(|(_, need)| need).collect();
    let mut ledger = Ledger {
        cuts: entries.cuts.values().cloned().collect(),
        told_apart: entries.told_apart.clone(),
        ..Ledger::default()
    };
    for reading in [Reading::Guarded, Reading::Literal] {
        let runs = Run::BOTH.map(|run| Settlement::new(&entries, &needs, reading, run));
        for (n, need) in needs.iter().enumerate() {
            ledger.covers.0.insert((reading, need.at.clone()), cover(need, n, &runs, &entries));
        }
        if reading == Reading::Guarded {
            let [cautious, _] = &runs;
            ledger.lines = cautious.lines(&entries);
            ledger.shortages = cautious.shortages(&needs);
        }
    }
    ledger
}

/// The newest version of each assessment, by id.
pub(crate) fn newest<'a>(assessments: &[&'a Assessment]) -> Vec<&'a Assessment> {
    let mut by_id: BTreeMap<&str, &'a Assessment> = BTreeMap::new();
    for a in assessments {
        let known = by_id.entry(a.id.as_str()).or_insert(a);
        if (a.version, a.made_on) > (known.version, known.made_on) {
            *known = a;
        }
    }
    by_id.into_values().collect()
}

fn cover(need: &Need<'_>, n: usize, runs: &[Settlement; 2], entries: &Entries) -> Cover {
    let served = runs.each_ref().map(|s| s.served(n));
    let [cautious, _] = runs;
    let claim = |(place, (claim, weighed)): (usize, &(&Claim, Weighed))| ClaimMet {
        action: claim.action.clone(),
        met: weighed.met,
        on_file: entries.actions.contains_key(&claim.action),
        shared_off_file: cautious.off_file.get(&claim.action).is_some_and(|c| c.len() > 1),
        people: cautious.taken_by(n, place),
    };
    Cover {
        runs: served,
        claims: need.weighed.iter().enumerate().map(claim).collect(),
        shortage: cautious.matching.shares.get(n).copied().flatten(),
        unknown_people: need.effect.people.is_none(),
    }
}

/// One reading, one run.
struct Settlement {
    network: Network,
    matching: Matching,
    /// Of each place of the network, whose.
    offers: Vec<(Slug, usize)>,
    kinds: Vec<Channel>,
    /// Of each edge of the network from a claim: which need, which claim.
    edges: Vec<(usize, usize)>,
    /// Needs of this reading; the network's people after these are cuts.
    needs: usize,
    /// Whether the need has any claim that counts.
    claimed: Vec<bool>,
    /// Made up for by an action that is not on file, on the assessor's word.
    by_word: Vec<bool>,
    /// Who claims an action that is not on file.
    off_file: BTreeMap<Slug, BTreeSet<usize>>,
}

impl Settlement {
    fn new(entries: &Entries, needs: &[Need<'_>], reading: Reading, run: Run) -> Settlement {
        let guess = |number: Option<u32>, unknown: u64| number.map_or(unknown, u64::from);
        let (many, few) = (WITHOUT_END, 0);
        let (if_demand, if_supply) = if run == Run::Cautious { (many, few) } else { (few, many) };
        let mut s = Settlement {
            network: Network::default(),
            matching: Matching::default(),
            offers: Vec::new(),
            kinds: Vec::new(),
            edges: Vec::new(),
            needs: needs.len(),
            claimed: vec![false; needs.len()],
            by_word: vec![false; needs.len()],
            off_file: BTreeMap::new(),
        };
        let mut place_of: BTreeMap<(&str, usize), usize> = BTreeMap::new();
        for (id, action) in &entries.actions {
            for (n, offer) in sorted_offers(action) {
                place_of.insert((id, n), s.offers.len());
                s.offers.push((id.clone(), n));
                s.kinds.push(offer.kind);
                s.network.places.push(guess(offer.people, if_supply));
            }
        }
        let counts = |need: &Need<'_>| reading == Reading::Literal || !need.effect.beyond_offset(run);
        let mut words: Vec<(usize, &Claim)> = Vec::new();
        for (n, need) in needs.iter().enumerate() {
            s.network.people.push(0);
            if !counts(need) {
                continue;
            }
            s.network.people[n] = guess(need.effect.people, if_demand);
            for (place, (claim, weighed)) in need.weighed.iter().enumerate() {
                if !weighed.holds(run) || claim.not_double_counted == Answer::No {
                    continue;
                }
                match weighed.offer.and_then(|offer| place_of.get(&(claim.action.as_str(), offer))) {
                    Some(from) => {
                        s.claimed[n] = true;
                        s.network.may.push((*from, n, guess(claim.people, WITHOUT_END)));
                        s.edges.push((n, place));
                    }
                    None if !entries.actions.contains_key(&claim.action) => {
                        s.off_file.entry(claim.action.clone()).or_default().insert(n);
                        words.push((n, claim));
                    }
                    None => {}
                }
            }
        }
        s.take_words(needs, &words, run);
        for (place, cut) in entries.cuts.values().enumerate() {
            s.network.people.push(guess(cut.people, if_demand));
            for (from, (id, n)) in s.offers.iter().enumerate() {
                let action = &entries.actions[id];
                if touches(cut, action, &action.offers[*n]) {
                    s.network.may.push((from, needs.len() + place, WITHOUT_END));
                }
            }
        }
        s.matching = s.network.matched();
        s
    }

    /// Actions that are not on file count on the assessor's word, but only for one: nobody knows how many they reach.
    fn take_words(&mut self, needs: &[Need<'_>], words: &[(usize, &Claim)], run: Run) {
        for (n, claim) in words {
            let alone = self.off_file[&claim.action].len() == 1;
            let said = if alone { claim.not_double_counted } else { Answer::Unknown };
            if !said.holds(run) {
                continue;
            }
            match (claim.people, needs[*n].effect.people) {
                (None, _) => self.by_word[*n] = true,
                (Some(part), Some(_)) => {
                    self.claimed[*n] = true;
                    self.network.people[*n] = self.network.people[*n].saturating_sub(u64::from(part));
                }
                (Some(_), None) => {}
            }
        }
        for n in (0..self.needs).filter(|n| self.by_word[*n]) {
            self.network.people[n] = 0;
        }
    }

    fn served(&self, need: usize) -> bool {
        let short = self.matching.missing[need] > 0 || self.matching.shares[need].is_some();
        self.by_word[need] || (self.claimed[need] && !short)
    }

    fn taken_by(&self, need: usize, claim: usize) -> u64 {
        let edges = self.edges.iter().zip(&self.matching.taken);
        edges.filter(|(edge, _)| **edge == (need, claim)).map(|(_, taken)| *taken).sum()
    }

    fn lines(&self, entries: &Entries) -> Vec<Line> {
        let line = |(place, (id, n)): (usize, &(Slug, usize))| {
            let (action, offer) = (&entries.actions[id], &entries.actions[id].offers[*n]);
            let taken = |cut: bool| {
                let edges = self.network.may.iter().zip(&self.matching.taken);
                let own = edges.filter(|((from, to, _), _)| *from == place && (*to >= self.needs) == cut);
                own.map(|(_, taken)| taken).sum()
            };
            Line {
                action: id.clone(),
                what: action.what.clone(),
                kind: offer.kind,
                groups: offer.groups.clone(),
                people: offer.people,
                taken: taken(false),
                cut: taken(true),
            }
        };
        self.offers.iter().enumerate().map(line).collect()
    }

    fn shortages(&self, needs: &[Need<'_>]) -> Vec<Shortage> {
        let one = |(number, places): (usize, &Vec<usize>)| {
            let people: Vec<usize> =
                (0..self.network.people.len()).filter(|n| self.matching.shares[*n] == Some(number)).collect();
            let known = people.iter().all(|n| self.network.people[*n] < WITHOUT_END);
            let total = |of: &[u64]| known.then(|| people.iter().map(|n| of[*n]).sum());
            let cuts = people.iter().filter(|n| **n >= self.needs).map(|n| self.network.people[*n]);
            let owned = people.iter().filter(|n| **n < self.needs);
            Shortage {
                actions: places.iter().map(|p| (self.offers[*p].0.clone(), self.kinds[*p])).collect(),
                places: places.iter().map(|p| self.network.places[*p]).sum(),
                people: total(&self.network.people),
                cut: cuts.filter(|n| *n < WITHOUT_END).sum(),
                missing: total(&self.matching.missing),
                sharing: owned.map(|n| needs[*n].at.clone()).collect(),
            }
        };
        self.matching.short_places.iter().enumerate().map(one).collect()
    }
}

fn sorted_offers(action: &Action) -> Vec<(usize, &Offer)> {
    let mut offers: Vec<(usize, &Offer)> = action.offers.iter().enumerate().collect();
    offers.sort_by_key(|(_, offer)| *offer);
    offers
}

/// Whether a cut takes from an offer: the same kind, for the same people and places, at the same time.
fn touches(cut: &Cut, action: &Action, offer: &Offer) -> bool {
    let meet = |a: &[String], b: &[String]| a.is_empty() || b.is_empty() || a.iter().any(|x| b.contains(x));
    let begun = action.from.is_none_or(|from| from <= months_after(cut.on, LATE_MONTHS));
    let runs = action.to.is_none_or(|to| to >= cut.on);
    cut.kind == offer.kind
        && meet(&cut.groups, &offer.groups)
        && meet(&cut.places, &offer.places)
        && begun
        && runs
}

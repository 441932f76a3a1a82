//! What to ask next: the facts nobody recorded, by how many answers each would settle.
//!
//! A question is a fact of one group, or of a place, that a person can tell with a yes or a no. What it would settle
//! is not estimated: the fact is put both ways and everything that turns on it is judged again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::columns::{Columns, Row};
use crate::compile::Compiled;
use crate::forms::KnownForms;
use crate::judge::Judge;
use crate::reach::Reach;
use crate::requirement::{Fact, OutcomeBy, Slug};
use crate::truth::Truth;
use crate::vocabulary::{HeldBy, TraitOf};
use crate::work::{Came, Stopped, came};
use crate::world::{Presence, Told, World};

/// Something that can be told with yes or no.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ask {
    /// The group has this form.
    Form(Slug),
    /// The people who act hold this standing; of a place: some people there do.
    Standing(Slug),
    /// It has this trait.
    Trait(Slug),
    /// It has used this power with a result that lasts.
    Outcome(Slug),
    /// It works in the area.
    WorksHere,
}

impl Ask {
    /// The key under which the answer is recorded.
    pub fn key(&self) -> String {
        match self {
            Ask::Form(id) => format!("form:{id}"),
            Ask::Standing(id) => format!("standing:{id}"),
            Ask::Trait(id) => format!("trait:{id}"),
            Ask::Outcome(id) => format!("outcome:{id}"),
            Ask::WorksHere => "works-here".into(),
        }
    }

    /// Whether an answer may change what a fact is worth.
    fn may_turn(&self, fact: &Fact) -> bool {
        match (self, fact) {
            // A form gives or takes standings and traits too.
            (Ask::Form(_), Fact::Form(_) | Fact::Standing(_) | Fact::Trait(_)) => true,
            (Ask::Standing(id), Fact::Standing(ids)) => ids.contains(id),
            (Ask::Trait(id), Fact::Trait(of)) => of == id,
            (Ask::Outcome(id), Fact::Outcome(o)) => &o.of == id,
            (Ask::WorksHere, Fact::LocalConnection(_)) => true,
            _ => false,
        }
    }
}

/// A question, and the answers (power times group) that would change from “unsettled”.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The presence it is about (place among the area's); none: the place.
    pub of: Option<usize>,
    /// What is asked.
    pub ask: Ask,
    /// Settled if the answer is yes.
    pub if_yes: u32,
    /// Settled if the answer is no.
    pub if_no: u32,
}

impl Question {
    /// Settled whatever the answer.
    pub fn at_least(&self) -> u32 {
        self.if_yes.min(self.if_no)
    }
}

/// Questions about an area and its groups, those that settle most first: whatever the answer, then at best.
///
/// # Errors
/// When it was stopped.
pub fn questions(
    world: &World,
    compiled: &Compiled,
    columns: &Columns,
    area: usize,
    watch: Came<'_>,
) -> Result<Vec<Question>, Stopped> {
    let facts: Vec<Vec<usize>> = compiled.programs.iter().map(|p| p.facts()).collect();
    let total = world.presences_in(area).len() + 1;
    let judge = Judge::new(world, compiled, columns);
    let mut found = Vec::new();
    let mut by_likeness: BTreeMap<(KnownForms, Vec<u8>), Vec<Question>> = BTreeMap::new();
    for (n, presence) in world.presences_in(area).iter().enumerate() {
        came(watch, n, total)?;
        let group = &world.groups[presence.group as usize];
        let row = columns.presence(area, n);
        let shape = judge.likeness(area, row);
        let work = || {
            let here = Here::new(world, compiled, &facts, columns.as_at, area, Some(n));
            here.list(asks(&judge, area, Some(n)), Some(n))
        };
        let alike = if group.told.is_some() {
            work()
        } else {
            by_likeness.entry(((*group.forms).clone(), shape)).or_insert_with(work).clone()
        };
        found.extend(alike.into_iter().map(|q| Question { of: Some(n), ..q }));
    }
    came(watch, total - 1, total)?;
    let here = Here::new(world, compiled, &facts, columns.as_at, area, None);
    found.extend(here.list(asks(&judge, area, None), None));
    found.sort_by(|a, b| {
        let rank = |q: &Question| (q.at_least(), q.if_yes.max(q.if_no));
        rank(b).cmp(&rank(a)).then_with(|| (a.of, &a.ask).cmp(&(b.of, &b.ask)))
    });
    Ok(found)
}

/// What is unknown and can be told, for a group (or for the place) in powers that are unsettled for it.
fn asks(judge: &Judge<'_>, area: usize, of: Option<usize>) -> Vec<Ask> {
    let (compiled, columns) = (judge.compiled(), judge.columns());
    let row = of.map_or_else(|| columns.people(area), |n| columns.presence(area, n));
    let catalogue = &judge.world().catalogue;
    let mut found = Vec::new();
    for power in 0..compiled.powers.len() {
        if judge.row(power, area, row) != Reach::Unsettled {
            continue;
        }
        for fact in compiled.programs[power].facts() {
            if columns.value(fact, row) != Truth::Unknown {
                continue;
            }
            let of_area = |id: &str| catalogue.traits.get(id).is_some_and(|t| t.of == TraitOf::Area);
            match (&compiled.facts[fact], of) {
                (Fact::Form(ids), Some(_)) => found.extend(ids.iter().cloned().map(Ask::Form)),
                (Fact::Standing(ids), _) => {
                    let some = ids.iter().filter(|id| {
                        catalogue.standings.get(*id).is_some_and(|s| s.held_by == HeldBy::SomePeople)
                    });
                    found.extend(some.cloned().map(Ask::Standing));
                }
                (Fact::Trait(id), Some(_)) if !of_area(id) => found.push(Ask::Trait(id.clone())),
                (Fact::Trait(id), None) if of_area(id) => found.push(Ask::Trait(id.clone())),
                (Fact::Outcome(o), Some(_)) if o.by == OutcomeBy::SameGroup => {
                    found.push(Ask::Outcome(o.of.clone()));
                }
                (Fact::Outcome(o), None) if o.by == OutcomeBy::Anyone => {
                    found.push(Ask::Outcome(o.of.clone()))
                }
                (Fact::LocalConnection(_), Some(_)) => found.push(Ask::WorksHere),
                _ => {}
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

fn put(told: &mut Told, area: usize, ask: &Ask, yes: bool) {
    match ask {
        Ask::Form(_) => {}
        Ask::Standing(id) => _ = told.standings.insert(id.clone(), yes),
        Ask::Trait(id) => _ = told.traits.insert(id.clone(), yes),
        Ask::Outcome(id) => _ = told.outcomes.insert(id.clone(), yes),
        Ask::WorksHere => told.here.entry(area).or_default().works = Some(yes),
    }
}

/// A world of one area: with one of its groups, or with all of them.
struct Here<'a> {
    world: World,
    compiled: &'a Compiled,
    area: usize,
    before: Columns,
    /// Answers that are unsettled: power and row.
    unsettled: Vec<(usize, Row)>,
    /// The facts of each power, in order.
    facts: &'a [Vec<usize>],
    /// A finding that turns on a group's form, so that a form may change what stops.
    by_form: bool,
}

impl<'a> Here<'a> {
    fn new(
        world: &World,
        compiled: &'a Compiled,
        facts: &'a [Vec<usize>],
        as_at: Date,
        area: usize,
        only: Option<usize>,
    ) -> Self {
        let mut small = World::new(world.catalogue.clone());
        small.lifts = world.lifts.clone();
        small.helps = world.helps.clone();
        small.findings =
            world.findings.iter().filter(|f| f.area.is_none_or(|a| a == area)).cloned().collect();
        small.uses = world.uses.iter().filter(|u| u.area == area).cloned().collect();
        small.coverage = world.coverage.iter().filter(|c| c.area == area).cloned().collect();
        small.area_told.extend(world.area_told.get(&area).map(|told| (area, told.clone())));
        let presences = world.presences_in(area).iter().enumerate();
        for (_, presence) in presences.filter(|(n, _)| only.is_none_or(|one| one == *n)) {
            small.groups.push(world.groups[presence.group as usize].clone());
            let group = small.groups.len() as u32 - 1;
            small.presences.push(Presence { group, ..*presence });
        }
        let small = small.index();
        let before = Columns::of_area(&small, compiled, as_at, area);
        let by_form = small.findings.iter().any(|f| f.form.is_some());
        let mut here = Here { world: small, compiled, area, before, unsettled: vec![], facts, by_form };
        here.unsettled = here.unsettled_answers();
        here
    }

    fn unsettled_answers(&self) -> Vec<(usize, Row)> {
        let judge = Judge::new(&self.world, self.compiled, &self.before);
        let mut found = Vec::new();
        for power in 0..self.compiled.powers.len() {
            let people = self.before.people(self.area);
            if judge.row(power, self.area, people) == Reach::Unsettled {
                found.push((power, people));
            }
            let rows = judge.rows(power, self.area).into_iter().enumerate();
            let open = rows.filter(|(_, reach)| *reach == Reach::Unsettled);
            found.extend(open.map(|(n, _)| (power, self.before.presence(self.area, n))));
        }
        found
    }

    fn list(&self, tries: Vec<Ask>, of: Option<usize>) -> Vec<Question> {
        let question = |ask: Ask| {
            let settled = |yes| self.settled(&ask, of.is_some(), yes);
            let (if_yes, if_no) = (settled(true), settled(false));
            Question { of, ask, if_yes, if_no }
        };
        tries.into_iter().map(question).filter(|q| q.if_yes + q.if_no > 0).collect()
    }

    /// How many answers stop being unsettled when this is told of the one group, or of the place.
    fn settled(&self, ask: &Ask, of_group: bool, yes: bool) -> u32 {
        let mut told = self.world.clone();
        match (of_group, ask) {
            (true, Ask::Form(id)) => {
                let group = Arc::make_mut(&mut told.groups[0]);
                Arc::make_mut(&mut group.forms).insert(id.clone(), yes);
            }
            (true, _) => {
                let group = Arc::make_mut(&mut told.groups[0]);
                put(group.told.get_or_insert_default(), self.area, ask, yes);
            }
            (false, _) => put(told.area_told.entry(self.area).or_default(), self.area, ask, yes),
        }
        let turning = (0..self.compiled.facts.len()).filter(|f| ask.may_turn(&self.compiled.facts[*f]));
        let here = BTreeSet::from([self.area]);
        let after = self.before.with_facts(&told, self.compiled, &here, turning.clone());
        let judge = Judge::new(&told, self.compiled, &after);
        let turning: Vec<usize> = turning.collect();
        let moved = |power: usize, row: Row| {
            let turned = |f: &&usize| self.before.value(**f, row) != after.value(**f, row);
            self.by_form || turning.iter().filter(turned).any(|f| self.facts[power].binary_search(f).is_ok())
        };
        let settled = self.unsettled.iter().filter(|(power, row)| {
            moved(*power, *row) && judge.row(*power, self.area, *row) != Reach::Unsettled
        });
        settled.count() as u32
    }
}

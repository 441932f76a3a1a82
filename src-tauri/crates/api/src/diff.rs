//! The difference a reform makes, and two reforms side by side.

use takeup_domain::reform::{Answer, Base, CellDiff, Diff, Effect, Grouping, Reasons, Reform, Sum, Trial};
use takeup_domain::work::Stopped;

use crate::answer::audit::GroupCounts;
use crate::answer::reform::{
    CompareCell, CompareList, ComparePage, CompareRequest, CompareSide, DiffAnswer, DiffCell, DiffChange,
    DiffGrouping, DiffPage, DiffRequest, DiffSum, PowerMoved,
};
use crate::error::ApiError;
use crate::judging::Judging;
use crate::session::{Inner, area_ref};
use crate::works::UnderWay;

impl Inner {
    pub(crate) fn reform_diff(&self, request: DiffRequest) -> Result<DiffPage, ApiError> {
        let reform = match (&request.id, &request.reform) {
            (Some(id), None) => self.kept_reform(id)?,
            (None, Some(document)) => self.reform_of(document)?,
            _ => return Err(ApiError::usage("Give either the id of a reform that is kept, or a reform.")),
        };
        self.can_be_tried(&reform)?;
        let by = request.by.as_deref().map(grouping).transpose()?;
        let areas = self.areas_of(request.areas.as_deref())?;
        let judging = self.judging(request.as_at.as_deref())?;
        let base = judging.base();
        let trial = Trial::new(&base, &reform);
        let work = self.works.start(request.work.as_ref());
        let diff = difference(&base, &trial, &areas, &work)?;
        let reasons = Reasons::new(base, &trial, &reform);
        let asked = |cell: &&CellDiff| match (by, &request.key) {
            (Some(by), Some(key)) => by.key_of(&trial, cell) == *key,
            _ => true,
        };
        let cells: Vec<&CellDiff> = diff.cells.iter().filter(asked).collect();
        let from = request.offset.unwrap_or(0) as usize;
        let most = request.limit.map_or(usize::MAX, |n| n as usize);
        let part = cells.iter().skip(from).take(most);
        let department =
            |id: &String| self.catalogue.departments.get(id).map_or_else(|| id.clone(), |d| d.name.clone());
        Ok(DiffPage {
            id: reform.id.clone(),
            name: reform.name.clone(),
            changes: self.changes(&reform, &trial),
            before: diff.before.to_string(),
            after: diff.after.to_string(),
            only: match request.areas.as_deref() {
                None | Some([]) => vec![],
                Some(_) => areas.iter().map(|area| self.catalogue.areas[*area].name.clone()).collect(),
            },
            areas: diff.areas as u32,
            powers: diff.powers as u32,
            totals: totals(&diff),
            groupings: Grouping::ALL
                .iter()
                .map(|by| DiffGrouping {
                    by: by.as_str().into(),
                    name: by.name().into(),
                    lines: diff.sums(&trial, *by).into_iter().map(sum).collect(),
                })
                .collect(),
            moved: diff
                .moved
                .iter()
                .map(|(power, from, to)| PowerMoved {
                    name: power_name(&trial, power),
                    power: power.clone(),
                    from: department(from),
                    to: department(to),
                })
                .collect(),
            cells: part.map(|cell| self.cell(cell, &trial, &reasons)).collect(),
            total: cells.len() as u32,
            source: source(&judging, &areas),
        })
    }

    pub(crate) fn reform_compare(&self, request: CompareRequest) -> Result<ComparePage, ApiError> {
        let reforms = [self.kept_reform(&request.first)?, self.kept_reform(&request.second)?];
        for reform in &reforms {
            self.can_be_tried(reform)?;
        }
        let areas = self.areas_of(request.areas.as_deref())?;
        let judging = self.judging(request.as_at.as_deref())?;
        let base = judging.base();
        let trials = [Trial::new(&base, &reforms[0]), Trial::new(&base, &reforms[1])];
        let work = self.works.start(request.work.as_ref());
        let [first, second] = [0, 1].map(|n| difference(&base, &trials[n], &areas, &work));
        let diffs = [first?, second?];
        let most = request.limit.map_or(usize::MAX, |n| n as usize);
        let list = |cells: &[&CellDiff], trial: &Trial| CompareList {
            total: cells.len() as u32,
            cells: cells
                .iter()
                .take(most)
                .map(|cell| CompareCell {
                    power: cell.power.clone(),
                    name: power_name(trial, &cell.power),
                    area: area_ref(&self.catalogue.areas[cell.area]),
                    before: cell.before.status.name().into(),
                    after: cell.after.status.name().into(),
                    gain: cell.gain,
                })
                .collect(),
        };
        let side = |n: usize| CompareSide {
            id: reforms[n].id.clone(),
            name: reforms[n].name.clone(),
            totals: totals(&diffs[n]),
        };
        let [first, second, both] = diffs[0].compare(&diffs[1]);
        Ok(ComparePage {
            first: side(0),
            second: side(1),
            only_first: list(&first, &trials[0]),
            only_second: list(&second, &trials[1]),
            both: list(&both, &trials[0]),
            areas: areas.len() as u32,
        })
    }

    fn can_be_tried(&self, reform: &Reform) -> Result<(), ApiError> {
        let Some(first) = reform.check(&self.catalogue).into_iter().find(|p| p.change.is_some()) else {
            return Ok(());
        };
        let at = first.change.map_or(String::new(), |n| format!("change {}: ", n + 1));
        Err(ApiError::usage(format!("The reform cannot be tried yet. In {at}{}", first.message)))
    }

    /// Places of areas; every council where none is named.
    fn areas_of(&self, areas: Option<&[String]>) -> Result<Vec<usize>, ApiError> {
        match areas {
            None | Some([]) => Ok((0..self.catalogue.areas.len()).collect()),
            Some(codes) => codes.iter().map(|gss| self.area_index(gss)).collect(),
        }
    }

    /// In the words of the law as it is, and of powers that the reform adds.
    fn changes(&self, reform: &Reform, trial: &Trial) -> Vec<DiffChange> {
        let changes = reform.changes.iter().enumerate();
        changes
            .map(|(n, change)| {
                let filed = change.law_of().is_none_or(|id| self.catalogue.powers.contains_key(id));
                let catalogue = if filed { &self.catalogue } else { &trial.world.catalogue };
                DiffChange { words: change.words(catalogue), powers: trial.touched_by_change(n) as u32 }
            })
            .collect()
    }

    fn cell(&self, cell: &CellDiff, trial: &Trial, reasons: &Reasons<'_>) -> DiffCell {
        let reason = reasons.of(cell);
        DiffCell {
            power: cell.power.clone(),
            name: power_name(trial, &cell.power),
            area: area_ref(&self.catalogue.areas[cell.area]),
            effect: effect(cell.effect()).into(),
            before: answer(&cell.before),
            after: answer(&cell.after),
            gain: cell.gain,
            lose: cell.lose,
            because: reason.changes.iter().map(|n| *n as u32).collect(),
            reason: reason.words,
            filed: self.catalogue.powers.contains_key(&cell.power),
        }
    }
}

impl Judging {
    /// The world as it is, to try reforms on.
    pub(crate) fn base(&self) -> Base<'_> {
        Base { world: &self.world, compiled: &self.compiled, columns: self.columns() }
    }
}

fn difference(
    base: &Base<'_>,
    trial: &Trial,
    areas: &[usize],
    work: &UnderWay<'_>,
) -> Result<Diff, ApiError> {
    Ok(Diff::new(base, trial, areas, &|| !work.came(0, 0)).ok_or(Stopped)?)
}

fn grouping(word: &str) -> Result<Grouping, ApiError> {
    Grouping::ALL.into_iter().find(|by| by.as_str() == word).ok_or_else(|| {
        let words = Grouping::ALL.map(Grouping::as_str).join(", ");
        ApiError::usage(format!("“{word}” is not one of {words}."))
    })
}

fn totals(diff: &Diff) -> DiffSum {
    let of = |effect: Effect| diff.cells.iter().filter(|c| c.effect() == effect).count() as u32;
    DiffSum {
        key: "all".into(),
        name: "All".into(),
        closes: of(Effect::Closes),
        opens: of(Effect::Opens),
        changes: of(Effect::Changes),
        lose: diff.cells.iter().map(|c| c.lose).sum(),
        gain: diff.cells.iter().map(|c| c.gain).sum(),
    }
}

fn sum(sum: Sum) -> DiffSum {
    let Sum { key, name, closes, opens, changes, lose, gain } = sum;
    DiffSum { key, name, closes, opens, changes, lose, gain }
}

fn power_name(trial: &Trial, id: &str) -> String {
    trial.world.catalogue.powers.get(id).map_or_else(|| id.to_owned(), |p| p.name.clone())
}

fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Closes => "closes",
        Effect::Opens => "opens",
        Effect::Changes => "changes",
    }
}

fn answer(answer: &Answer) -> DiffAnswer {
    let groups = answer.cell.groups;
    DiffAnswer {
        status: answer.status.as_str().into(),
        status_name: answer.status.name().into(),
        reach: answer.cell.reach.as_str().into(),
        people: answer.cell.people.as_str().into(),
        groups: GroupCounts {
            open: groups.open,
            unsettled: groups.unsettled,
            blocked: groups.blocked,
            out_of_reach: groups.out_of_reach,
        },
    }
}

/// What the counts rest on: registers of groups, and areas for which none was read.
fn source(judging: &Judging, areas: &[usize]) -> String {
    let mut registers: Vec<String> = judging.world.registers.iter().map(|r| r.dated_name()).collect();
    registers.sort();
    registers.dedup();
    let without = areas.iter().filter(|area| !judging.world.any_register_in(**area)).count();
    if registers.is_empty() {
        return "No register of groups was read, so who could use a power is settled only where people need no group."
            .into();
    }
    let read = format!("Groups from: {}.", registers.join("; "));
    match without {
        0 => read,
        n => format!(
            "{read} For {n} of {} areas none was read: who could use a power is not settled there.",
            areas.len()
        ),
    }
}

//! A difference added up, by what is asked about. In the order of names or of the law: nothing is ranked.

use std::collections::BTreeMap;

use super::diff::{CellDiff, Effect};
use super::trial::Trial;
use crate::catalogue::Catalogue;

/// What a difference is added up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// By power.
    Power,
    /// By the department that owns it, as the reform leaves it.
    Department,
    /// By the kind of body that must respond, as the reform leaves it.
    DutyHolder,
    /// By kind of council.
    CouncilKind,
    /// By nation.
    Nation,
    /// By how deprived the area is within its nation.
    Deprivation,
}

/// One line of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// Id of the power, department or duty holder; else the name again.
    pub key: String,
    /// Name.
    pub name: String,
    /// Answers (power times area) that close for somebody.
    pub closes: u32,
    /// Answers that open for somebody and close for nobody.
    pub opens: u32,
    /// Answers that change otherwise.
    pub changes: u32,
    /// Groups that no longer can, once for each power.
    pub lose: u32,
    /// Groups that come to be able, once for each power.
    pub gain: u32,
}

impl Grouping {
    /// All of them, in the order shown.
    pub const ALL: [Grouping; 6] = [
        Grouping::Power,
        Grouping::Department,
        Grouping::DutyHolder,
        Grouping::CouncilKind,
        Grouping::Nation,
        Grouping::Deprivation,
    ];

    /// The word used in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Grouping::Power => "power",
            Grouping::Department => "department",
            Grouping::DutyHolder => "duty-holder",
            Grouping::CouncilKind => "kind",
            Grouping::Nation => "nation",
            Grouping::Deprivation => "deprivation",
        }
    }

    /// The heading of its column.
    pub fn name(self) -> &'static str {
        match self {
            Grouping::Power => "Power",
            Grouping::Department => "Department",
            Grouping::DutyHolder => "Who must respond",
            Grouping::CouncilKind => "Kind of council",
            Grouping::Nation => "Nation",
            Grouping::Deprivation => "Deprivation of the area",
        }
    }

    /// The key of the line that a cell belongs to.
    pub fn key_of(self, trial: &Trial, cell: &CellDiff) -> String {
        self.line(&trial.world.catalogue, cell).0
    }

    /// Id and name of the line that a cell belongs to.
    fn line(self, catalogue: &Catalogue, cell: &CellDiff) -> (String, String) {
        let area = &catalogue.areas[cell.area];
        let power = catalogue.powers.get(&cell.power);
        let by_name = |name: &str| (name.to_owned(), name.to_owned());
        match (self, power) {
            (Grouping::Power, Some(power)) => (power.id.clone(), power.name.clone()),
            (Grouping::Department, Some(power)) => {
                let department = catalogue.departments.get(&power.department);
                let name = department.map_or(&power.department, |d| &d.name);
                (power.department.clone(), name.clone())
            }
            (Grouping::DutyHolder, Some(power)) => {
                (power.duty_holder.clone(), catalogue.holder_name(&power.duty_holder))
            }
            (Grouping::CouncilKind, _) => by_name(area.kind.name()),
            (Grouping::Nation, _) => by_name(area.nation.name()),
            (Grouping::Deprivation, _) => by_name(&area.deprivation_words()),
            (_, None) => by_name(&cell.power),
        }
    }
}

pub(super) fn sums(catalogue: &Catalogue, cells: &[CellDiff], by: Grouping) -> Vec<Sum> {
    let mut lines: BTreeMap<(String, String), Sum> = BTreeMap::new();
    for cell in cells {
        let (key, name) = by.line(catalogue, cell);
        let line = lines.entry((name.clone(), key.clone())).or_insert_with(|| Sum {
            key,
            name,
            closes: 0,
            opens: 0,
            changes: 0,
            lose: 0,
            gain: 0,
        });
        match cell.effect() {
            Effect::Closes => line.closes += 1,
            Effect::Opens => line.opens += 1,
            Effect::Changes => line.changes += 1,
        }
        line.lose += cell.lose;
        line.gain += cell.gain;
    }
    lines.into_values().collect()
}

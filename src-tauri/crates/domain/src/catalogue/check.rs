//! What must hold across files: every id is known, every case comes out, nothing contradicts itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Catalogue, Problem};
use crate::case;
use crate::power::{Change, LawState, Power};
use crate::requirement::{Fact, Requirement, Test};
use crate::vocabulary::{Form, Meets};

pub(super) fn check(catalogue: &Catalogue, forms: &[Form], problems: &mut Vec<Problem>) {
    let mut check = Check { catalogue, problems };
    check.forms(forms);
    check.vocabulary();
    for power in catalogue.powers.values() {
        check.power(power);
    }
    check.uses();
    check.areas();
}

/// What is wrong with one power, such as one that a reform adds.
pub(crate) fn check_power(catalogue: &Catalogue, power: &Power) -> Vec<Problem> {
    let mut problems = Vec::new();
    Check { catalogue, problems: &mut problems }.power(power);
    problems
}

/// What is wrong with a requirement by itself.
pub(crate) fn check_requirement(catalogue: &Catalogue, tree: &Requirement) -> Vec<Problem> {
    let mut problems = Vec::new();
    Check { catalogue, problems: &mut problems }.requirement("", "requires", tree);
    problems
}

struct Check<'a> {
    catalogue: &'a Catalogue,
    problems: &'a mut Vec<Problem>,
}

impl Check<'_> {
    fn say(&mut self, file: &str, at: &str, message: String) {
        self.problems.push(Problem { file: file.into(), at: at.into(), message });
    }

    fn known<T>(&mut self, file: &str, at: &str, id: &str, list: &BTreeMap<String, T>, name: &str) {
        if !list.contains_key(id) {
            self.say(file, at, format!("“{id}” is not in {name}: use an id from there, or add it"));
        }
    }

    fn form(&mut self, file: &str, at: &str, id: &str) {
        if self.catalogue.forms.get(id).is_none() {
            self.say(file, at, format!("“{id}” is not in legal-forms.json: use an id from there, or add it"));
        }
    }

    fn forms(&mut self, forms: &[Form]) {
        let file = "legal-forms.json";
        let mut words: BTreeMap<String, &str> = BTreeMap::new();
        for form in forms {
            for (at, list) in
                [("is_a", &form.is_a), ("never_with", &form.never_with), ("only_with", &form.only_with)]
            {
                for id in list {
                    self.form(file, &format!("{}.{at}", form.id), id);
                }
            }
            for word in form.aliases.iter().chain([&form.id, &form.name]) {
                let folded: String =
                    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
                if let Some(other) = words.insert(folded, &form.id).filter(|o| *o != form.id) {
                    self.say(
                        file,
                        &form.id,
                        format!("“{word}” stands for “{other}” too: a word means one form"),
                    );
                }
            }
            if form.is_a.iter().any(|parent| {
                parent == &form.id
                    || self.catalogue.forms.holds(&form.id, &[(parent.clone(), true)].into()).is_true()
            }) {
                self.say(
                    file,
                    &format!("{}.is_a", form.id),
                    "the is-a order runs in a circle: break it".into(),
                );
            }
        }
    }

    fn vocabulary(&mut self) {
        let c = self.catalogue;
        for standing in c.standings.values() {
            for form in &standing.forms {
                self.form("standings.json", &standing.id, form);
            }
        }
        for found in c.traits.values() {
            for form in found.true_for.iter().chain(&found.false_for) {
                self.form("traits.json", &found.id, form);
            }
        }
        for enabler in c.enablers.values() {
            for form in &enabler.forms {
                self.form("enablers.json", &enabler.id, form);
            }
        }
        for remedy in c.remedies.values() {
            let file = "remedies.json";
            if remedy.meets.is_empty() {
                self.say(file, &remedy.id, "`meets` is empty: say which failing tests it meets".into());
            }
            for meets in &remedy.meets {
                match meets {
                    Meets::Form(id) => self.form(file, &remedy.id, id),
                    Meets::Members(id) | Meets::Standing(id) => {
                        self.known(file, &remedy.id, id, &c.standings, "standings.json");
                    }
                    Meets::Trait(id) => self.known(file, &remedy.id, id, &c.traits, "traits.json"),
                    Meets::AreaType(_) | Meets::LocalConnection | Meets::Capacity(_) => {}
                }
            }
        }
        let lifts = c.barriers.values().flat_map(|b| b.remedies.iter().map(|r| ("barriers.json", r)));
        for (file, remedy) in lifts.chain(c.remedies.values().map(|r| ("remedies.json", r))) {
            if remedy.weeks.from > remedy.weeks.to {
                self.say(file, &remedy.id, "`weeks.from` is more than `weeks.to`".into());
            }
            if let Some(power) = &remedy.power {
                self.known(file, &remedy.id, power, &c.powers, "powers/");
            }
        }
    }

    fn power(&mut self, power: &Power) {
        let c = self.catalogue;
        let file = format!("powers/{}/{}.json", power.department, power.id);
        let file = file.as_str();
        self.known(file, "department", &power.department, &c.departments, "departments.json");
        self.known(file, "duty_holder", &power.duty_holder, &c.duty_holders, "duty-holders.json");
        for id in &power.barriers {
            self.known(file, "barriers", id, &c.barriers, "barriers.json");
        }
        for id in &power.enablers {
            self.known(file, "enablers", id, &c.enablers, "enablers.json");
        }
        for id in &power.goals {
            if c.goal(id).is_none() {
                self.say(
                    file,
                    "goals",
                    format!("“{id}” is not in goals.json: use an id from there, or add it"),
                );
            }
        }
        for link in &power.links {
            self.known(file, "links", &link.power, &c.powers, "powers/");
        }
        for gss in power.only_where.areas.iter().chain(&power.only_where.except_areas) {
            if c.area(gss).is_none() {
                self.say(file, "only_where", format!("no area has the code {gss}"));
            }
        }
        for change in &power.changes {
            match change {
                Change::Form(id) => self.form(file, "changes", id),
                Change::Trait(id) => self.known(file, "changes", id, &c.traits, "traits.json"),
                Change::Outcome(id) => self.known(file, "changes", id, &c.powers, "powers/"),
                Change::AreaType(_) => {}
            }
        }
        self.requirement(file, "requires", &power.requires);
        self.dates(file, power);
        let empty = [
            ("sources", power.sources.is_empty()),
            ("steps", power.steps.is_empty()),
            ("goals", power.goals.is_empty()),
            ("shifts", power.shifts.is_empty()),
            ("in_force", power.in_force.is_empty()),
            ("summary", power.summary.trim().is_empty()),
            ("shown_by", power.shown_by.trim().is_empty()),
        ];
        for (at, _) in empty.iter().filter(|(_, empty)| *empty) {
            self.say(file, at, "is empty: it must say something".into());
        }
        if power.basis == crate::power::Basis::Legislative && power.law.is_empty() {
            self.say(file, "law", "a legislative power names no law".into());
        }
    }

    fn dates(&mut self, file: &str, power: &Power) {
        let mut nations = BTreeSet::new();
        for (i, law) in power.in_force.iter().enumerate() {
            let at = format!("in_force[{i}]");
            if !nations.insert(law.nation) {
                self.say(file, &at, format!("{} is there twice", law.nation.name()));
            }
            if let (Some(from), Some(to)) = (law.from, law.to)
                && from >= to
            {
                self.say(file, &at, "`from` is not before `to`".into());
            }
            if law.state == LawState::Repealed && law.to.is_none() {
                self.say(file, &at, "repealed, but `to` does not say since when".into());
            }
        }
        if power.checked.review_by <= power.checked.on {
            self.say(file, "checked.review_by", "is not after `checked.on`".into());
        }
    }

    fn requirement(&mut self, file: &str, at: &str, tree: &Requirement) {
        let c = self.catalogue;
        match tree {
            Requirement::All(parts) | Requirement::Any(parts) => {
                let word = if matches!(tree, Requirement::All(_)) { "all" } else { "any" };
                if parts.is_empty() {
                    self.say(
                        file,
                        at,
                        format!("`{word}` is empty: a power open to all has the standing any-person"),
                    );
                }
                for (i, part) in parts.iter().enumerate() {
                    self.requirement(file, &format!("{at}.{word}[{i}]"), part);
                }
            }
            Requirement::Leaf(leaf) => match &leaf.test {
                Test::Fact(Fact::Form(ids)) => {
                    if ids.is_empty() {
                        self.say(file, at, "`form` is empty: name at least one".into());
                    }
                    ids.iter().for_each(|id| self.form(file, at, id));
                }
                Test::Fact(Fact::Standing(ids)) => {
                    if ids.is_empty() {
                        self.say(file, at, "`standing` is empty: name at least one".into());
                    }
                    ids.iter().for_each(|id| self.known(file, at, id, &c.standings, "standings.json"));
                }
                Test::Fact(Fact::Members(m)) => {
                    self.known(file, at, &m.of, &c.standings, "standings.json");
                    if m.at_least.is_some() == m.per_mille.is_some() {
                        self.say(file, at, "`members` needs either `at_least` or `per_mille`".into());
                    }
                }
                Test::Fact(Fact::LocalConnection(false)) => {
                    self.say(file, at, "`local_connection` is true or left out".into());
                }
                Test::Fact(Fact::Outcome(o)) => self.known(file, at, &o.of, &c.powers, "powers/"),
                Test::Fact(Fact::Trait(id)) => self.known(file, at, id, &c.traits, "traits.json"),
                Test::Task(task) => {
                    if let Some(size) = &task.size {
                        self.known(file, at, &size.of, &c.standings, "standings.json");
                    }
                }
                _ => {}
            },
        }
    }

    fn uses(&mut self) {
        let c = self.catalogue;
        for (id, uses) in &c.uses {
            let file = format!("uses/{id}.json");
            self.known(&file, "", id, &c.powers, "powers/");
            for (i, found) in uses.iter().enumerate() {
                let at = format!("[{i}]");
                if c.area(&found.area).is_none() {
                    self.say(&file, &at, format!("no area has the code {}", found.area));
                }
                if crate::uses::days_of(&found.date).is_none() {
                    self.say(
                        &file,
                        &at,
                        format!("“{}” is not a date like 2021, 2021-06 or 2021-06-30", found.date),
                    );
                }
                if let Some(form) = &found.group.form {
                    self.form(&file, &at, form);
                }
                for barrier in &found.barriers {
                    self.known(&file, &at, barrier, &c.barriers, "barriers.json");
                }
            }
        }
    }

    fn areas(&mut self) {
        let mut seen = BTreeSet::new();
        for area in &self.catalogue.areas {
            for gss in std::iter::once(&area.gss).chain(&area.other_gss) {
                if !seen.insert(gss) {
                    self.problems.push(Problem {
                        file: "areas.json".into(),
                        at: area.gss.clone(),
                        message: format!("the code {gss} stands for two areas: delete one"),
                    });
                }
            }
            for above in area.county.iter().chain(&area.combined_authority) {
                if self.catalogue.area(above).is_none() {
                    self.problems.push(Problem {
                        file: "areas.json".into(),
                        at: area.gss.clone(),
                        message: format!("no area has the code {above}: add it or mend the code"),
                    });
                }
            }
        }
    }
}

/// Runs every worked case. Kept apart from loading, which every start of the program does.
pub fn run_cases(catalogue: &Arc<Catalogue>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut say = |file: &str, at: String, message: String| {
        problems.push(Problem { file: file.into(), at, message });
    };
    for id in catalogue.powers.keys() {
        if catalogue.cases.get(id).is_none_or(|cases| cases.len() < 3) {
            let file = format!("cases/{id}.json");
            say(&file, String::new(), "a power needs at least three worked cases: write them".into());
        }
    }
    for (id, cases) in &catalogue.cases {
        let file = format!("cases/{id}.json");
        if !catalogue.powers.contains_key(id) {
            say(&file, String::new(), "no power has this id: rename the file".into());
            continue;
        }
        for (i, found) in cases.iter().enumerate() {
            for message in case::run(catalogue, id, found) {
                say(&file, format!("[{i}] {}", found.name), message);
            }
        }
    }
    problems.extend(crate::keytest::run_all(catalogue));
    problems
}

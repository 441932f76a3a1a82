//! One group: what it could use, what is known of it, and what one could tell.

use std::collections::BTreeMap;

use takeup_domain::reach::Reach;
use takeup_domain::requirement::{Fact, OutcomeBy, Task, Test};
use takeup_domain::truth::Truth;
use takeup_domain::vocabulary::{HeldBy, TraitOf};
use takeup_store::{FactKey, FactRow, GroupRow};

use crate::answer::group::{FactLine, GroupPage, GroupPower, GroupRequest, TellLine};
use crate::error::ApiError;
use crate::judging::Judging;
use crate::session::{Inner, area_ref};

impl Inner {
    pub(crate) fn group(&self, request: GroupRequest) -> Result<GroupPage, ApiError> {
        let area = self.area_index(&request.area)?;
        let judging = self.judging(request.as_at.as_deref())?;
        let (found, facts, register) = self.look(|store| {
            let Some(group) = store.group(&request.id)? else {
                return Err(ApiError::usage(format!(
                    "No group “{}” is on record. See the list: takeup groups FILE --area {}.",
                    request.id, request.area
                )));
            };
            let register = store.registers()?.into_iter().find(|r| Some(r.id) == group.register);
            let facts: Vec<FactRow> =
                store.facts()?.into_iter().filter(|f| f.group == Some(group.id)).collect();
            Ok((group, facts, register))
        })?;
        let source = register.map_or_else(
            || "Documented use".to_string(),
            |r| match &r.edition {
                Some(day) => format!("{}, as at {day}", r.name),
                None => format!("{}, read on {}", r.name, r.read_at.get(..10).unwrap_or(&r.read_at)),
            },
        );
        let mut page = GroupPage {
            id: found.key.clone(),
            row_id: found.id,
            name: found.name.clone(),
            area: area_ref(&self.catalogue.areas[area]),
            other_areas: found
                .presences
                .iter()
                .filter(|(gss, _)| *gss != self.catalogue.areas[area].gss)
                .filter_map(|(gss, _)| self.catalogue.area(gss).map(area_ref))
                .collect(),
            vanished_since: found.vanished.clone(),
            website: found.website.clone(),
            ids: found.ids.clone(),
            facts: self.fact_lines(&found, &facts, &source),
            open: vec![],
            one_change: vec![],
            further: vec![],
            out_of_reach: vec![],
            not_available: 0,
            can_tell: vec![],
        };
        if let Some(n) = judging.presence_of(area, &found.key) {
            self.sort_powers(&judging, area, n, &mut page);
            for list in [&mut page.open, &mut page.one_change, &mut page.further, &mut page.out_of_reach] {
                list.sort_by_cached_key(|p| p.name.to_lowercase());
            }
            page.can_tell = self.can_tell(&judging, area, n);
        }
        Ok(page)
    }

    fn sort_powers(&self, judging: &Judging, area: usize, n: usize, page: &mut GroupPage) {
        let judge = judging.judge();
        let row = judging.columns().presence(area, n);
        for power in 0..judging.compiled.powers.len() {
            let Some(entry) = judging.power(power) else { continue };
            let reach = judge.row(power, area, row);
            let line = |why: String| GroupPower {
                power: entry.id.clone(),
                name: entry.name.clone(),
                reach: reach.as_str().into(),
                why,
            };
            match reach {
                Reach::NotAvailable => page.not_available += 1,
                Reach::Open => page.open.push(line(entry.summary.clone())),
                Reach::OutOfReach => {
                    let reason = judge.reason(power, area, row);
                    page.out_of_reach.push(line(self.reason_words(judging, reach, &reason)));
                }
                Reach::Unsettled | Reach::Blocked => {
                    let sets = judge.sets(power, area, row).sets;
                    let words = |set: &takeup_domain::sets::ChangeSet| {
                        let changes = set.iter().map(|c| self.catalogue.change_words(&judging.compiled, c));
                        changes.collect::<Vec<_>>().join(" And: ")
                    };
                    match sets.first() {
                        Some(set) if set.len() == 1 => page.one_change.push(line(words(set))),
                        Some(set) => page.further.push(line(words(set))),
                        None => {
                            let reason = judge.reason(power, area, row);
                            page.further.push(line(self.reason_words(judging, reach, &reason)));
                        }
                    }
                }
            }
        }
    }

    /// Unknown facts of the group that a person could tell, by how many powers turn on them.
    fn can_tell(&self, judging: &Judging, area: usize, n: usize) -> Vec<TellLine> {
        let judge = judging.judge();
        let row = judging.columns().presence(area, n);
        let mut lines: BTreeMap<String, TellLine> = BTreeMap::new();
        for power in 0..judging.compiled.powers.len() {
            if !matches!(judge.row(power, area, row), Reach::Unsettled | Reach::Blocked) {
                continue;
            }
            let mut here = std::collections::BTreeSet::new();
            for fact in judging.compiled.programs[power].facts() {
                if judging.columns().value(fact, row) != Truth::Unknown {
                    continue;
                }
                for (key, input) in self.tell_keys(&judging.compiled.facts[fact]) {
                    let line = lines.entry(key.clone()).or_insert_with(|| TellLine {
                        name: self.key_name(&key),
                        ask: self.catalogue.ask_words(&judging.compiled.facts[fact]),
                        key: key.clone(),
                        input: input.into(),
                        powers: 0,
                    });
                    if here.insert(key) {
                        line.powers += 1;
                    }
                }
            }
        }
        let mut lines: Vec<TellLine> = lines.into_values().collect();
        lines.sort_by(|a, b| b.powers.cmp(&a.powers).then_with(|| a.name.cmp(&b.name)));
        lines
    }

    /// Unknown facts of the place that a power turns on.
    pub(crate) fn can_tell_of_place(&self, judging: &Judging, power: usize, area: usize) -> Vec<TellLine> {
        let row = judging.columns().people(area);
        let unknown = judging.compiled.programs[power]
            .facts()
            .into_iter()
            .filter(|f| judging.columns().value(*f, row) == Truth::Unknown);
        let mut lines = Vec::new();
        for fact in unknown.map(|f| &judging.compiled.facts[f]) {
            let keys: Vec<String> = match fact {
                Fact::Trait(id) => vec![format!("trait:{id}")],
                Fact::Outcome(o) => vec![format!("outcome:{}", o.of)],
                Fact::Standing(_) => self.tell_keys(fact).into_iter().map(|(key, _)| key).collect(),
                _ => vec![],
            };
            lines.extend(keys.into_iter().map(|key| TellLine {
                name: self.place_question(&key),
                ask: self.catalogue.ask_words(fact),
                key,
                input: "yes-no".into(),
                powers: 1,
            }));
        }
        lines.extend(self.can_count(judging, power, area));
        lines
    }

    /// How many people of a standing the place has, where a task asks for a share of them and nobody told.
    fn can_count(&self, judging: &Judging, power: usize, area: usize) -> Vec<TellLine> {
        let told = judging.world.area_told.get(&area);
        let mut standings: Vec<&String> = judging
            .power(power)
            .into_iter()
            .flat_map(|p| p.requires.leaves())
            .filter_map(|leaf| match &leaf.test {
                Test::Task(Task { size: Some(size), .. }) if size.percent.is_some() => Some(&size.of),
                _ => None,
            })
            .filter(|of| told.is_none_or(|told| !told.people.contains_key(*of)))
            .collect();
        standings.sort();
        standings.dedup();
        let line = |of: &String| {
            let key = format!("people:{of}");
            TellLine {
                name: self.key_name(&key),
                ask: "Ask the electoral services of the council, or look at the official statistics.".into(),
                key,
                input: "number".into(),
                powers: 1,
            }
        };
        standings.into_iter().map(line).collect()
    }

    pub(crate) fn place_question(&self, key: &str) -> String {
        match FactKey::parse(key) {
            Some(FactKey::Trait(id)) => {
                let name = self.catalogue.traits.get(&id).map_or(id.as_str(), |t| t.name.as_str());
                format!("Is it true that {name}?")
            }
            Some(FactKey::Standing(id)) => {
                format!("Are there any {} here?", self.catalogue.standing_name(&id))
            }
            Some(FactKey::Outcome(id)) => {
                let name = self.catalogue.powers.get(&id).map_or(id.as_str(), |p| p.name.as_str());
                format!("Has anyone here used “{name}” with a result that still lasts?")
            }
            _ => self.key_name(key),
        }
    }

    fn tell_keys(&self, fact: &Fact) -> Vec<(String, &'static str)> {
        match fact {
            Fact::Form(forms) => forms.iter().map(|f| (format!("form:{f}"), "yes-no")).collect(),
            Fact::Members(m) if m.per_mille.is_some() => vec![(format!("share:{}", m.of), "number")],
            Fact::Members(m) => vec![(format!("members:{}", m.of), "number")],
            Fact::Standing(ids) => ids
                .iter()
                .filter(|id| {
                    self.catalogue.standings.get(*id).is_some_and(|s| s.held_by == HeldBy::SomePeople)
                })
                .map(|id| (format!("standing:{id}"), "yes-no"))
                .collect(),
            Fact::Trait(id) if self.catalogue.traits.get(id).is_some_and(|t| t.of == TraitOf::Group) => {
                vec![(format!("trait:{id}"), "yes-no")]
            }
            Fact::AreaType(_) => vec![("area-type".into(), "yes-no")],
            Fact::LocalConnection(_) => vec![("works-here".into(), "yes-no")],
            Fact::FoundedBefore(_) => vec![("founded".into(), "date")],
            Fact::Outcome(o) if o.by == OutcomeBy::SameGroup => vec![(format!("outcome:{}", o.of), "yes-no")],
            Fact::Outcome(_) | Fact::Trait(_) => vec![],
        }
    }

    /// What a fact's key asks, in words.
    pub(crate) fn key_name(&self, key: &str) -> String {
        let c = &self.catalogue;
        match FactKey::parse(key) {
            Some(FactKey::Form(id)) => format!("Is it a {}?", c.form_name(&id)),
            Some(FactKey::TotalMembers) => "How many members has it?".into(),
            Some(FactKey::Members(of)) => format!("How many of its members are {}?", c.standing_name(&of)),
            Some(FactKey::Share(of)) => {
                format!("What share of the {} concerned are its members, per cent?", c.standing_name(&of))
            }
            Some(FactKey::Standing(id)) => format!("Are the people who would act {}?", c.standing_name(&id)),
            Some(FactKey::Trait(id)) => {
                c.traits.get(&id).map_or_else(|| id.clone(), |t| format!("Is it true that it {}?", t.name))
            }
            Some(FactKey::Outcome(id)) => {
                let name = c.powers.get(&id).map_or(id.as_str(), |p| p.name.as_str());
                format!("Has it used “{name}” with a result that still lasts?")
            }
            Some(FactKey::People(of)) => format!("How many {} are there here?", c.standing_name(&of)),
            Some(FactKey::AreaType) => "Is the place it acts for in a parish?".into(),
            Some(FactKey::WorksHere) => "Does it work in this area?".into(),
            Some(FactKey::Founded) => "When did it begin?".into(),
            Some(FactKey::Capacity(kind)) => format!("What is its {}?", kind.name()),
            None => key.to_string(),
        }
    }

    /// What a register says and what was told by hand, side by side.
    fn fact_lines(&self, group: &GroupRow, told: &[FactRow], source: &str) -> Vec<FactLine> {
        let by_hand = |key: &str| told.iter().any(|f| f.key == key);
        let mut lines = Vec::new();
        let mut register = |key: &str, name: String, value: Option<String>, date: Option<String>| {
            if let Some(value) = value {
                lines.push(FactLine {
                    id: None,
                    key: key.into(),
                    name,
                    value,
                    source: source.into(),
                    date,
                    overridden: by_hand(key),
                });
            }
        };
        let yes_no = |holds: &bool| if *holds { "yes" } else { "no" }.to_string();
        for (form, holds) in &group.forms {
            let name = self.catalogue.forms.get(form).map_or_else(|| form.clone(), |f| f.name.clone());
            register(&format!("form:{form}"), name, Some(yes_no(holds)), None);
        }
        for (id, holds) in &group.traits {
            let name = self.catalogue.traits.get(id).map_or_else(|| id.clone(), |t| t.name.clone());
            register(&format!("trait:{id}"), name, Some(yes_no(holds)), None);
        }
        let number = |n: &Option<i64>| n.map(|n| n.to_string());
        register("income", "Latest income, pounds".into(), number(&group.income), group.income_date.clone());
        register("members", "Members".into(), number(&group.members), None);
        register("volunteers", "Volunteers".into(), number(&group.volunteers), None);
        register("employees", "Paid staff".into(), number(&group.employees), None);
        register("registered", "Registered".into(), group.registered.clone(), None);
        register("founded", "Began".into(), group.founded.clone(), None);
        register("postcode", "Postcode of its address".into(), group.postcode.clone(), None);
        for (i, fact) in told.iter().enumerate() {
            lines.push(FactLine {
                id: Some(fact.id),
                key: fact.key.clone(),
                name: self.key_name(&fact.key),
                value: fact.value.clone(),
                source: fact.source.clone(),
                date: Some(fact.date.clone()),
                overridden: told[i + 1..].iter().any(|later| later.key == fact.key),
            });
        }
        lines
    }
}

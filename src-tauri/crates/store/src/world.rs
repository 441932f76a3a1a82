//! The workspace as a snapshot to judge.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rusqlite::{Row, Rows};
use takeup_domain::catalogue::Catalogue;
use takeup_domain::forms::KnownForms;
use takeup_domain::power::Level;
use takeup_domain::record::{FindingEffect, PresenceBasis, Source, UseOutcome};
use takeup_domain::world::{Coverage, Finding, Group, Presence, RegisterRead, Told, Use, World};

use crate::error::StoreError;
use crate::facts::{tell, yes_no};
use crate::open::Store;

impl Store {
    /// Everything on record. Groups that vanished from their register are left out.
    pub fn world(&self, catalogue: &Arc<Catalogue>) -> Result<World, StoreError> {
        let mut world = World::new(catalogue.clone());
        let registers = self.registers()?;
        let place: BTreeMap<i64, u32> = registers.iter().enumerate().map(|(i, r)| (r.id, i as u32)).collect();
        world.registers = registers
            .into_iter()
            .map(|r| RegisterRead {
                name: r.name,
                edition: r.edition.as_deref().and_then(|d| d.parse().ok()),
                read_on: r.read_at.get(..10).and_then(|d| d.parse().ok()),
            })
            .collect();
        let of_id = self.sql(load_groups(self, &mut world, &place, catalogue))?;
        self.sql(load_presences(self, &mut world, &of_id))?;
        self.hand_facts(&mut world, &of_id)?;
        self.sql(load_records(self, &mut world))?;
        Ok(world.index())
    }

    fn hand_facts(&self, world: &mut World, of_id: &BTreeMap<i64, u32>) -> Result<(), StoreError> {
        for fact in self.facts()? {
            match fact.group {
                Some(id) => {
                    let Some(group) = of_id.get(&id).map(|i| &mut world.groups[*i as usize]) else {
                        continue;
                    };
                    if let (Some(form), Some(holds)) = (fact.key.strip_prefix("form:"), yes_no(&fact.value)) {
                        let mut forms = (*group.forms).clone();
                        forms.insert(form.to_string(), holds);
                        group.forms = Arc::new(forms);
                    }
                    if fact.key == "founded" {
                        group.founded = fact.value.trim().parse().ok();
                    }
                    let here = world.catalogue.area_index(&fact.area);
                    tell(group.told.get_or_insert_with(Box::default), &fact, here);
                }
                None => {
                    if let Some(area) = world.catalogue.area_index(&fact.area) {
                        tell(world.area_told.entry(area).or_default(), &fact, None);
                    }
                }
            }
        }
        Ok(())
    }
}

/// Groups, in id order, merged with their forms and traits. Returns where each id stands.
fn load_groups(
    store: &Store,
    world: &mut World,
    registers: &BTreeMap<i64, u32>,
    catalogue: &Catalogue,
) -> rusqlite::Result<BTreeMap<i64, u32>> {
    let bands = Bands::new(catalogue);
    let mut shared: BTreeMap<Vec<(usize, bool)>, Arc<KnownForms>> = BTreeMap::new();
    let mut forms =
        store.db.prepare("SELECT group_id, form, holds FROM group_forms ORDER BY group_id, form")?;
    let mut forms = Flags::new(forms.query([])?)?;
    let mut traits =
        store.db.prepare("SELECT group_id, trait, holds FROM group_traits ORDER BY group_id, trait")?;
    let mut traits = Flags::new(traits.query([])?)?;
    let mut of_id = Vec::new();
    let mut statement = store.db.prepare(
        "SELECT id, key, name, register, registered, founded, income, volunteers, employees, members
         FROM groups WHERE vanished IS NULL ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        let id: i64 = r.get(0)?;
        forms.go_to(id)?;
        let known = match shared.get(forms.found.as_slice()) {
            Some(arc) => arc.clone(),
            None => {
                let arc = Arc::new(forms.named());
                shared.insert(forms.found.clone(), arc.clone());
                arc
            }
        };
        traits.go_to(id)?;
        let traits = traits.named();
        let members: Option<u32> = r.get(9)?;
        let told = (!traits.is_empty() || members.is_some())
            .then(|| Box::new(Told { traits, total_members: members, ..Told::default() }));
        let register: Option<i64> = r.get(3)?;
        of_id.push((id, world.groups.len() as u32));
        world.groups.push(Group {
            id,
            key: r.get(1)?,
            name: r.get(2)?,
            register: register.and_then(|r| registers.get(&r).copied()),
            forms: known,
            registered: date(r, 4)?,
            founded: date(r, 5)?,
            financial: bands.level("annual-income", r.get(6)?),
            organising: bands.level("volunteer-base", r.get(7)?).max(bands.level("paid-staff", r.get(8)?)),
            told,
        });
    }
    Ok(of_id.into_iter().collect())
}

fn load_presences(store: &Store, world: &mut World, of_id: &BTreeMap<i64, u32>) -> rusqlite::Result<()> {
    let areas: BTreeMap<&str, u32> =
        world.catalogue.areas.iter().enumerate().map(|(i, a)| (a.gss.as_str(), i as u32)).collect();
    let mut statement = store.db.prepare("SELECT group_id, area, basis FROM presences ORDER BY group_id")?;
    let mut rows = statement.query([])?;
    let mut last = (i64::MIN, None);
    while let Some(r) = rows.next()? {
        let id: i64 = r.get(0)?;
        if id != last.0 {
            last = (id, of_id.get(&id).copied());
        }
        let area = r.get_ref(1)?.as_str().ok().and_then(|gss| areas.get(gss)).copied();
        if let (Some(group), Some(area)) = (last.1, area) {
            let works = r.get_ref(2)?.as_str().is_ok_and(|b| b == PresenceBasis::WorksIn.as_str());
            let basis = if works { PresenceBasis::WorksIn } else { PresenceBasis::BasedIn };
            world.presences.push(Presence { area, group, basis });
        }
    }
    Ok(())
}

fn load_records(store: &Store, world: &mut World) -> rusqlite::Result<()> {
    let catalogue = world.catalogue.clone();
    let area = |r: &Row<'_>, at: usize| -> rusqlite::Result<Option<usize>> {
        let gss: Option<String> = r.get(at)?;
        Ok(gss.and_then(|g| catalogue.area_index(&g)))
    };
    let mut statement = store.db.prepare(
        "SELECT id, power, area, group_id, group_name, what, date, outcome, source, address FROM uses ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        if let (Some(area), Some(outcome)) = (area(r, 2)?, outcome_of(r.get_ref(7)?.as_str().unwrap_or(""))) {
            world.uses.push(Use {
                id: r.get(0)?,
                power: r.get(1)?,
                area,
                group: r.get(3)?,
                group_name: r.get(4)?,
                what: r.get(5)?,
                date: r.get(6)?,
                outcome,
                source: Source { title: r.get(8)?, address: r.get(9)? },
            });
        }
    }
    let mut statement = store
        .db
        .prepare("SELECT id, power, area, register_name, as_at, source, address FROM coverage ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        if let (Some(area), Some(as_at)) = (area(r, 2)?, date(r, 4)?) {
            world.coverage.push(Coverage {
                id: r.get(0)?,
                power: r.get(1)?,
                area,
                register: r.get(3)?,
                as_at,
                source: Source { title: r.get(5)?, address: r.get(6)? },
            });
        }
    }
    let mut statement = store.db.prepare(
        "SELECT id, barrier, effect, power, area, duty_holder, group_id, form, note, date, source, address
         FROM findings ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        let named: Option<String> = r.get(4)?;
        let (place, day) = (area(r, 4)?, date(r, 9)?);
        if let (Some(effect), Some(date)) = (effect_of(r.get_ref(2)?.as_str().unwrap_or("")), day)
            && named.is_some() == place.is_some()
        {
            world.findings.push(Finding {
                id: r.get(0)?,
                barrier: r.get(1)?,
                effect,
                power: r.get(3)?,
                area: place,
                duty_holder: r.get(5)?,
                group: r.get(6)?,
                form: r.get(7)?,
                note: r.get(8)?,
                date,
                source: Source { title: r.get(10)?, address: r.get(11)? },
            });
        }
    }
    Ok(())
}

fn date(r: &Row<'_>, at: usize) -> rusqlite::Result<Option<Date>> {
    Ok(r.get_ref(at)?.as_str().ok().and_then(|text| text.parse().ok()))
}

/// Rows of (group, name, flag) in group order, handed out group by group. Names are few: each is kept once.
struct Flags<'s> {
    rows: Rows<'s>,
    names: Vec<String>,
    next: Option<(i64, usize, bool)>,
    /// The flags of the group gone to: places in `names`.
    found: Vec<(usize, bool)>,
}

impl<'s> Flags<'s> {
    fn new(rows: Rows<'s>) -> rusqlite::Result<Self> {
        let mut flags = Flags { rows, names: Vec::new(), next: None, found: Vec::new() };
        flags.advance()?;
        Ok(flags)
    }

    fn advance(&mut self) -> rusqlite::Result<()> {
        self.next = match self.rows.next()? {
            None => None,
            Some(r) => {
                let name = r.get_ref(1)?.as_str()?;
                let place = self.names.iter().position(|n| n == name).unwrap_or_else(|| {
                    self.names.push(name.to_owned());
                    self.names.len() - 1
                });
                Some((r.get(0)?, place, r.get(2)?))
            }
        };
        Ok(())
    }

    fn go_to(&mut self, id: i64) -> rusqlite::Result<()> {
        self.found.clear();
        while let Some((group, place, flag)) = self.next.filter(|next| next.0 <= id) {
            if group == id {
                self.found.push((place, flag));
            }
            self.advance()?;
        }
        Ok(())
    }

    fn named(&self) -> BTreeMap<String, bool> {
        self.found.iter().map(|(place, flag)| (self.names[*place].clone(), *flag)).collect()
    }
}

/// The values from which a level of capacity starts, by capacity.
struct Bands(BTreeMap<String, Vec<(i64, Level)>>);

impl Bands {
    fn new(catalogue: &Catalogue) -> Self {
        let bands = catalogue.capacities.values().map(|c| {
            let mut levels: Vec<(i64, Level)> =
                c.levels.iter().filter_map(|l| l.from.map(|from| (from, l.level))).collect();
            levels.sort();
            (c.id.clone(), levels)
        });
        Bands(bands.collect())
    }

    fn level(&self, capacity: &str, value: Option<i64>) -> Option<Level> {
        let value = value?;
        self.0.get(capacity)?.iter().rev().find(|(from, _)| *from <= value).map(|(_, level)| *level)
    }
}

fn outcome_of(word: &str) -> Option<UseOutcome> {
    UseOutcome::ALL.into_iter().find(|o| o.as_str() == word)
}

fn effect_of(word: &str) -> Option<FindingEffect> {
    FindingEffect::ALL.into_iter().find(|e| e.as_str() == word)
}

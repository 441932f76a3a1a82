//! The workspace as a snapshot to judge.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rusqlite::{Row, Rows};
use takeup_domain::catalogue::Catalogue;
use takeup_domain::forms::KnownForms;
use takeup_domain::power::Level;
use takeup_domain::record::PresenceBasis;
use takeup_domain::world::{Group, Presence, RegisterRead, Told, World};

use crate::error::StoreError;
use crate::facts::{FactRow, tell, yes_no};
use crate::open::Store;
use crate::recorded::load_records;
use crate::registers::RegisterRow;
use crate::touched::{Affected, Facts, Touched};

impl Store {
    /// Everything on record. Groups that vanished from their register are left out.
    pub fn world(&self, catalogue: &Arc<Catalogue>) -> Result<World, StoreError> {
        let mut world = World::new(catalogue.clone());
        let registers = self.registers()?;
        let place = register_places(&registers);
        world.registers = registers
            .into_iter()
            .map(|r| RegisterRead {
                name: r.name,
                edition: r.edition.as_deref().and_then(|d| d.parse().ok()),
                read_on: r.read_at.get(..10).and_then(|d| d.parse().ok()),
            })
            .collect();
        let groups = self.sql(load_groups(self, &place, catalogue, None))?;
        world.groups = groups.into_iter().map(Arc::new).collect();
        self.sql(load_presences(self, &mut world))?;
        self.hand_facts(&mut world)?;
        self.sql(load_records(self, &mut world))?;
        Ok(world.index())
    }

    /// What is on record after something was written, given what was before.
    pub fn world_after(&self, before: &World, touched: &Touched) -> Result<(World, Affected), StoreError> {
        let mut world = before.clone();
        let catalogue = before.catalogue.clone();
        let place = |gss: &String| catalogue.area_index(gss);
        let affected = match touched {
            Touched::Everything => return Ok((self.world(&catalogue)?, Affected::Everything)),
            Touched::Nothing => Affected::nothing(),
            Touched::Group(id) => {
                let registers = register_places(&self.registers()?);
                let Some(mut group) = self.sql(load_groups(self, &registers, &catalogue, Some(*id)))?.pop()
                else {
                    return Ok((world, Affected::nothing()));
                };
                for fact in self.facts_of(*id)? {
                    tell_group(&catalogue, &mut group, &fact);
                }
                Affected::Areas { areas: world.replace_group(group), facts: Facts::OfGroup(*id) }
            }
            Touched::Area(gss) => {
                let Some(area) = place(gss) else { return Ok((world, Affected::nothing())) };
                world.area_told.remove(&area);
                for fact in self.facts_of_area(gss)? {
                    tell(world.area_told.entry(area).or_default(), &fact, None);
                }
                Affected::told(BTreeSet::from([area]))
            }
            Touched::Uses(gss) => {
                self.reload_records(&mut world)?;
                Affected::told(place(gss).into_iter().collect())
            }
            Touched::Findings { area, group } => {
                self.reload_records(&mut world)?;
                match (area, group) {
                    (Some(gss), _) => Affected::stopped(place(gss).into_iter().collect()),
                    (None, Some(id)) => Affected::stopped(world.areas_of(*id)),
                    (None, None) => Affected::stopped((0..catalogue.areas.len()).collect()),
                }
            }
        };
        Ok((world, affected))
    }

    fn reload_records(&self, world: &mut World) -> Result<(), StoreError> {
        world.uses.clear();
        world.coverage.clear();
        world.findings.clear();
        self.sql(load_records(self, world))?;
        world.index_records();
        Ok(())
    }

    fn hand_facts(&self, world: &mut World) -> Result<(), StoreError> {
        let catalogue = world.catalogue.clone();
        for fact in self.facts()? {
            match fact.group {
                Some(id) => {
                    if let Ok(at) = world.groups.binary_search_by_key(&id, |g| g.id) {
                        tell_group(&catalogue, Arc::make_mut(&mut world.groups[at]), &fact);
                    }
                }
                None => {
                    if let Some(area) = catalogue.area_index(&fact.area) {
                        tell(world.area_told.entry(area).or_default(), &fact, None);
                    }
                }
            }
        }
        Ok(())
    }
}

fn register_places(registers: &[RegisterRow]) -> BTreeMap<i64, u32> {
    registers.iter().enumerate().map(|(i, r)| (r.id, i as u32)).collect()
}

/// Adds what was told by hand to what the register says.
fn tell_group(catalogue: &Catalogue, group: &mut Group, fact: &FactRow) {
    if let (Some(form), Some(holds)) = (fact.key.strip_prefix("form:"), yes_no(&fact.value)) {
        Arc::make_mut(&mut group.forms).insert(form.to_string(), holds);
    }
    if fact.key == "founded" {
        group.founded = fact.value.trim().parse().ok();
    }
    tell(group.told.get_or_insert_with(Box::default), fact, catalogue.area_index(&fact.area));
}

/// Groups, in id order, merged with their forms and traits; all, or one.
fn load_groups(
    store: &Store,
    registers: &BTreeMap<i64, u32>,
    catalogue: &Catalogue,
    only: Option<i64>,
) -> rusqlite::Result<Vec<Group>> {
    let among = |id: &str| only.map_or_else(String::new, |only| format!("AND {id} = {only}"));
    let bands = Bands::new(catalogue);
    let mut shared: BTreeMap<Vec<(usize, bool)>, Arc<KnownForms>> = BTreeMap::new();
    let mut forms = store.db.prepare(&format!(
        "SELECT group_id, form, holds FROM group_forms WHERE 1 {} ORDER BY group_id, form",
        among("group_id")
    ))?;
    let mut forms = Flags::new(forms.query([])?)?;
    let mut traits = store.db.prepare(&format!(
        "SELECT group_id, trait, holds FROM group_traits WHERE 1 {} ORDER BY group_id, trait",
        among("group_id")
    ))?;
    let mut traits = Flags::new(traits.query([])?)?;
    let mut groups = Vec::new();
    let mut statement = store.db.prepare(&format!(
        "SELECT id, key, name, register, registered, founded, income, volunteers, employees, members
         FROM groups WHERE vanished IS NULL {} ORDER BY id",
        among("id")
    ))?;
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
        groups.push(Group {
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
    Ok(groups)
}

fn load_presences(store: &Store, world: &mut World) -> rusqlite::Result<()> {
    let areas: BTreeMap<&str, u32> =
        world.catalogue.areas.iter().enumerate().map(|(i, a)| (a.gss.as_str(), i as u32)).collect();
    let mut statement = store.db.prepare("SELECT group_id, area, basis FROM presences ORDER BY group_id")?;
    let mut rows = statement.query([])?;
    let mut last = (i64::MIN, None);
    while let Some(r) = rows.next()? {
        let id: i64 = r.get(0)?;
        if id != last.0 {
            last = (id, world.groups.binary_search_by_key(&id, |g| g.id).ok().map(|at| at as u32));
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

pub(crate) fn date(r: &Row<'_>, at: usize) -> rusqlite::Result<Option<Date>> {
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

//! Names of areas, powers, barriers and forms, copied from the catalogue so that the file reads well alone.

use rusqlite::params;
use takeup_domain::catalogue::Catalogue;

use crate::error::StoreError;
use crate::open::Store;

impl Store {
    /// Brings the labels up to the catalogue's. Old ids that records refer to stay.
    pub fn set_labels(&mut self, catalogue: &Catalogue) -> Result<(), StoreError> {
        self.change(|t| {
            let mut area = t.prepare(
                "INSERT INTO areas (gss, name, kind, nation) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (gss) DO UPDATE SET name = ?2, kind = ?3, nation = ?4",
            )?;
            for a in &catalogue.areas {
                area.execute(params![a.gss, a.name, a.kind.name(), a.nation.name()])?;
            }
            let mut power = t.prepare(
                "INSERT INTO powers (id, name, department) VALUES (?1, ?2, ?3)
                 ON CONFLICT (id) DO UPDATE SET name = ?2, department = ?3",
            )?;
            for p in catalogue.powers.values() {
                power.execute(params![p.id, p.name, p.department])?;
            }
            let mut barrier = t.prepare(
                "INSERT INTO barriers (id, name) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET name = ?2",
            )?;
            for b in catalogue.barriers.values() {
                barrier.execute(params![b.id, b.name])?;
            }
            let mut form = t.prepare(
                "INSERT INTO legal_forms (id, name) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET name = ?2",
            )?;
            for f in catalogue.forms.all() {
                form.execute(params![f.id, f.name])?;
            }
            Ok(())
        })
    }
}

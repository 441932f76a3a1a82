//! Keeping groups: what is new, what changed, what another file adds.

use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};
use takeup_domain::forms::KnownForms;
use takeup_domain::record::{GroupRecord, PresenceBasis};
use takeup_domain::truth::Truth;

use super::{Kept, Reading};

impl Reading<'_> {
    pub(super) fn group(&self, group: &GroupRecord) -> rusqlite::Result<Kept> {
        let print = print_of(group);
        let added = self
            .cached(
                "INSERT INTO groups (key, name, register, wide, income, income_date, members, volunteers, employees,
                                     founded, registered, postcode, website)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT (key) DO NOTHING",
            )?
            .execute(params![
                group.key,
                group.name,
                self.register,
                group.wide,
                group.income,
                text(&group.income_date),
                group.members,
                group.volunteers,
                group.employees,
                text(&group.founded),
                text(&group.registered),
                group.postcode,
                group.website
            ])?;
        if added == 1 {
            let id = self.transaction.last_insert_rowid();
            self.parts(id, group)?;
            self.see(id, &print)?;
            return Ok(Kept::New);
        }
        let Some(id) = self.id_of(&group.key)? else { return Ok(Kept::Same) };
        let before: Option<String> = self
            .cached("SELECT print FROM seen WHERE group_id = ?1 AND kind = ?2 AND scope = ?3")?
            .query_row(params![id, self.kind, self.scope], |r| r.get(0))
            .optional()?;
        let back: bool = self
            .cached("SELECT vanished IS NOT NULL FROM groups WHERE id = ?1")?
            .query_row([id], |r| r.get(0))?;
        self.see(id, &print)?;
        if before.as_deref() == Some(&print) && !back {
            self.cached("UPDATE groups SET register = ?2 WHERE id = ?1")?
                .execute(params![id, self.register])?;
            self.cached("UPDATE presences SET register = ?2 WHERE group_id = ?1 AND kind = ?3")?
                .execute(params![id, self.register, self.kind])?;
            return Ok(Kept::Same);
        }
        self.cached(
            "UPDATE groups SET name = ?2, register = ?3, wide = ?4 OR wide, income = coalesce(?5, income),
               income_date = coalesce(?6, income_date), members = coalesce(?7, members),
               volunteers = coalesce(?8, volunteers), employees = coalesce(?9, employees),
               founded = coalesce(?10, founded), registered = coalesce(?11, registered),
               postcode = coalesce(?12, postcode), website = coalesce(?13, website), vanished = NULL
             WHERE id = ?1",
        )?
        .execute(params![
            id,
            group.name,
            self.register,
            group.wide,
            group.income,
            text(&group.income_date),
            group.members,
            group.volunteers,
            group.employees,
            text(&group.founded),
            text(&group.registered),
            group.postcode,
            group.website
        ])?;
        if before.is_some() {
            self.cached("DELETE FROM group_forms WHERE group_id = ?1 AND kind = ?2")?
                .execute(params![id, self.kind])?;
            self.cached("DELETE FROM group_traits WHERE group_id = ?1 AND kind = ?2")?
                .execute(params![id, self.kind])?;
        }
        self.parts(id, group)?;
        Ok(Kept::Changed)
    }

    pub(super) fn patch(&self, group: &GroupRecord) -> rusqlite::Result<Option<Kept>> {
        let Some(id) = self.id_of(&group.key)? else { return Ok(None) };
        let group = &self.fitting(id, group)?;
        let changed = self.cached(
            "UPDATE groups SET wide = wide OR ?2, income = coalesce(?3, income), income_date = coalesce(?4, income_date),
               members = coalesce(?5, members), volunteers = coalesce(?6, volunteers), employees = coalesce(?7, employees)
             WHERE id = ?1 AND (?2 AND NOT wide OR ?3 IS NOT NULL AND ?3 IS NOT income
               OR ?4 IS NOT NULL AND ?4 IS NOT income_date OR ?5 IS NOT NULL AND ?5 IS NOT members
               OR ?6 IS NOT NULL AND ?6 IS NOT volunteers OR ?7 IS NOT NULL AND ?7 IS NOT employees)",
        )?
        .execute(params![
            id, group.wide, group.income, text(&group.income_date), group.members, group.volunteers, group.employees
        ])?;
        let parts = self.parts(id, group)?;
        self.see(id, "")?;
        Ok(Some(if changed > 0 || parts { Kept::Changed } else { Kept::Same }))
    }

    /// Without the forms that what is known of the group rules out: a file that sees only one side of a charity
    /// may name a structure that its register entry contradicts.
    fn fitting(&self, id: i64, group: &GroupRecord) -> rusqlite::Result<GroupRecord> {
        let mut fitting = group.clone();
        if !group.forms.is_empty() {
            let known: KnownForms = self
                .cached("SELECT form, holds FROM group_forms WHERE group_id = ?1")?
                .query_map([id], |r| Ok((r.get(0)?, r.get(1)?)))?
                .collect::<rusqlite::Result<_>>()?;
            fitting.forms.retain(|form, has| !*has || self.forms.holds(form, &known) != Truth::False);
        }
        Ok(fitting)
    }

    fn see(&self, id: i64, print: &str) -> rusqlite::Result<()> {
        self.cached(
            "INSERT INTO seen (group_id, kind, scope, register, print) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (group_id, kind, scope) DO UPDATE SET register = ?4, print = ?5",
        )?
        .execute(params![id, self.kind, self.scope, self.register, print])
        .map(drop)
    }

    /// Forms, traits, ids and presences; tells whether any of them is new or different.
    fn parts(&self, id: i64, group: &GroupRecord) -> rusqlite::Result<bool> {
        let mut changed = 0;
        for (form, holds) in &group.forms {
            changed += self
                .cached(
                    "INSERT INTO group_forms (group_id, form, holds, kind) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (group_id, form) DO UPDATE SET holds = ?3, kind = ?4 WHERE holds <> ?3",
                )?
                .execute(params![id, form, holds, self.kind])?;
        }
        for (name, holds) in &group.traits {
            changed += self
                .cached(
                    "INSERT INTO group_traits (group_id, trait, holds, kind) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (group_id, trait) DO UPDATE SET holds = ?3, kind = ?4 WHERE holds <> ?3",
                )?
                .execute(params![id, name, holds, self.kind])?;
        }
        for other in &group.ids {
            changed += self
                .cached("INSERT OR IGNORE INTO group_ids (group_id, id) VALUES (?1, ?2)")?
                .execute(params![id, other])?;
        }
        for (area, basis) in &group.presences {
            let word = basis.as_str();
            let there: Option<String> = self
                .cached("SELECT basis FROM presences WHERE group_id = ?1 AND area = ?2")?
                .query_row(params![id, area], |r| r.get(0))
                .optional()?;
            if there.as_deref().is_none_or(|b| b != word && *basis == PresenceBasis::WorksIn) {
                changed += 1;
            }
            self.cached(
                "INSERT INTO presences (group_id, area, basis, kind, register) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (group_id, area) DO UPDATE SET register = ?5,
                   basis = CASE WHEN basis = 'works-in' THEN basis ELSE ?3 END, kind = ?4",
            )?
            .execute(params![id, area, word, self.kind, self.register])?;
        }
        Ok(changed > 0)
    }
}

fn text(date: &Option<jiff::civil::Date>) -> Option<String> {
    date.map(|d| d.to_string())
}

/// A print of everything a file says of a group: the same print means nothing changed.
fn print_of(group: &GroupRecord) -> String {
    let bytes = serde_json::to_vec(group).unwrap_or_default();
    let digest = Sha256::digest(&bytes);
    digest[..12].iter().map(|b| format!("{b:02x}")).collect()
}

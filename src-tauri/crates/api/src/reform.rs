//! Reforms made, kept, checked and handed on.

use takeup_domain::reform::{Problem, Reform, leaves_of};
use takeup_domain::requirement::Fact;
use takeup_store::ReformRow;

use crate::answer::audit::FileText;
use crate::answer::reform::{
    LeafLine, LeavesRequest, ReformDocument, ReformLine, ReformPage, ReformProblem, ReformRef, ReformSave,
};
use crate::answer::workspace::Nothing;
use crate::error::ApiError;
use crate::power::word;
use crate::session::Inner;

impl Inner {
    pub(crate) fn reforms(&self, _: Nothing) -> Result<Vec<ReformLine>, ApiError> {
        let rows = self.look(|store| Ok(store.reforms()?))?;
        rows.into_iter()
            .map(|row| {
                let reform = document(&row)?;
                Ok(ReformLine {
                    problems: reform.check(&self.catalogue).len() as u32,
                    id: row.key,
                    name: row.name,
                    note: reform.note,
                    changes: reform.changes.len() as u32,
                    made_on: row.made_on,
                    changed_on: row.changed_on,
                })
            })
            .collect()
    }

    pub(crate) fn reform_show(&self, request: ReformRef) -> Result<ReformPage, ApiError> {
        self.reform_page(&self.reform_row(&request.id)?)
    }

    pub(crate) fn reform_save(&self, request: ReformSave) -> Result<ReformPage, ApiError> {
        let mut reform = self.reform_of(&request.reform)?;
        reform.name = reform.name.trim().to_string();
        if reform.id.trim().is_empty() {
            reform.id = Reform::new(&reform.name).id;
        }
        if reform.id != Reform::new(&reform.id).id {
            let wanted = Reform::new(&reform.id).id;
            return Err(ApiError::usage(format!(
                "“{}” cannot be a reform's id: write lower-case words joined by hyphens, such as {wanted}.",
                reform.id
            )));
        }
        if reform.id.is_empty() {
            return Err(ApiError::usage("The reform has no name: give it one, in letters or digits."));
        }
        let text = written(&reform)?;
        let over = request.over.unwrap_or(false);
        self.write_aside(|store| {
            Ok(store.save_reform(&reform.id, &reform.name, &text, &self.now(), over)?)
        })?;
        self.reform_show(ReformRef { id: reform.id })
    }

    /// What was taken out is answered, so that it can be saved again.
    pub(crate) fn reform_remove(&self, request: ReformRef) -> Result<ReformPage, ApiError> {
        let page = self.reform_show(request)?;
        self.write_aside(|store| Ok(store.remove_reform(&page.reform.id)?))?;
        Ok(page)
    }

    pub(crate) fn reform_check(&self, request: ReformDocument) -> Result<Vec<ReformProblem>, ApiError> {
        let mut reform = self.reform_of(&request)?;
        if reform.id.is_empty() {
            reform.id = Reform::new(&reform.name).id;
        }
        Ok(reform.check(&self.catalogue).into_iter().map(problem).collect())
    }

    /// Tasks and judgements decide nothing, so they are left out.
    pub(crate) fn reform_leaves(&self, request: LeavesRequest) -> Result<Vec<LeafLine>, ApiError> {
        let power = &self.catalogue.powers[&self.compiled.powers[self.power_index(&request.power)?]];
        let leaves = leaves_of(&power.requires).into_iter();
        let lines = leaves.filter_map(|found| {
            let fact = found.fact()?;
            Some(LeafLine {
                key: fact.key(),
                words: self.catalogue.leaf_words(found.leaf),
                provision: found.leaf.provision.clone(),
                threshold: match fact {
                    Fact::Members(_) => Some("members".into()),
                    Fact::FoundedBefore(_) => Some("day".into()),
                    _ => None,
                },
                at: found.at,
            })
        });
        Ok(lines.collect())
    }

    /// A kept reform.
    pub(crate) fn kept_reform(&self, id: &str) -> Result<Reform, ApiError> {
        document(&self.reform_row(id)?)
    }

    /// A reform as it came over the wire, in the domain's own types.
    pub(crate) fn reform_of(&self, request: &ReformDocument) -> Result<Reform, ApiError> {
        let value = serde_json::to_value(request).map_err(|e| unreadable(&e))?;
        serde_json::from_value(value).map_err(|e| unreadable(&e))
    }

    fn reform_row(&self, id: &str) -> Result<ReformRow, ApiError> {
        self.look(|store| Ok(store.reform(id.trim())?))?.ok_or_else(|| {
            ApiError::usage(format!("There is no reform “{id}” here. See the list: takeup reform list FILE."))
        })
    }

    fn reform_page(&self, row: &ReformRow) -> Result<ReformPage, ApiError> {
        let reform = document(row)?;
        Ok(ReformPage {
            words: reform.changes.iter().map(|change| change.words(&self.catalogue)).collect(),
            problems: reform.check(&self.catalogue).into_iter().map(problem).collect(),
            made_on: row.made_on.clone(),
            changed_on: row.changed_on.clone(),
            file: FileText { name: format!("{}.reform.json", reform.id), text: written(&reform)? + "\n" },
            reform: shown(&reform)?,
        })
    }
}

/// The domain's reform in the shape of the wire.
fn shown(reform: &Reform) -> Result<ReformDocument, ApiError> {
    let value = serde_json::to_value(reform).map_err(|e| unreadable(&e))?;
    serde_json::from_value(value).map_err(|e| unreadable(&e))
}

fn document(row: &ReformRow) -> Result<Reform, ApiError> {
    serde_json::from_str(&row.document).map_err(|e| {
        ApiError::failed(format!(
            "The reform “{}” in this workspace cannot be read: {e}. It was left as it is; a newer Takeup may read it.",
            row.key
        ))
    })
}

fn written(reform: &Reform) -> Result<String, ApiError> {
    serde_json::to_string_pretty(reform).map_err(|e| unreadable(&e))
}

fn unreadable(error: &serde_json::Error) -> ApiError {
    ApiError::usage(format!(
        "The reform cannot be read: {error}. takeup reform show prints one as an example."
    ))
}

pub(crate) fn problem(problem: Problem) -> ReformProblem {
    ReformProblem {
        change: problem.change.map(|n| n as u32),
        kind: word(problem.kind),
        message: problem.message,
    }
}

//! The key test: judging a document, keeping it, settling a portfolio.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use takeup_domain::keytest::{
    ALWAYS, Assessed, Assessment, Channel, Currency, Flag, Grade, Ledger, Level, NOT_THIS, Outcome,
    RULES_VERSION, Usable, Worked, assess, law_change, read, settle, usable,
};
use takeup_store::AssessmentRow;

use crate::answer::about::Choice;
use crate::answer::audit::FileText;
use crate::answer::keytest::{
    AssessRequest, AssessedPage, AssessmentKept, AssessmentLine, AssessmentRequest, AssessmentShown,
    CurrencyWords, FlagShown, KeyTestExample, KeyTestWords,
};
use crate::answer::workspace::Nothing;
use crate::error::ApiError;
use crate::keytest_print::print;
use crate::session::Inner;

/// A document with everything it is judged with.
pub(crate) struct Judged {
    pub(crate) assessment: Assessment,
    pub(crate) ledger: Arc<Ledger>,
    pub(crate) usable: Option<Usable>,
    pub(crate) result: Assessed,
}

impl Inner {
    pub(crate) fn assess(&self, request: AssessRequest) -> Result<AssessedPage, ApiError> {
        let as_at = self.day(request.as_at.as_deref())?;
        let own = document(&request.document)?;
        let others = request.together_with.iter().map(document).collect::<Result<Vec<_>, _>>()?;
        Ok(self.page(&self.judged(own, others, as_at)?, as_at))
    }

    /// Judges a document with those given and those kept of its portfolio.
    fn judged(&self, own: Assessment, given: Vec<Assessment>, as_at: Date) -> Result<Judged, ApiError> {
        let mut others = given;
        if let Some(name) = &own.portfolio {
            let here: BTreeSet<String> =
                others.iter().map(|a| a.id.clone()).chain([own.id.clone()]).collect();
            let kept = self.kept_of(Some(name))?.into_iter();
            others.extend(kept.filter(|a| !here.contains(&a.id)));
        }
        let all: Vec<&Assessment> = std::iter::once(&own).chain(&others).collect();
        let ledger = Arc::new(settle(&all));
        self.judge_in(own, ledger, as_at)
    }

    /// Judges one document of a settled portfolio.
    pub(crate) fn judge_in(
        &self,
        own: Assessment,
        ledger: Arc<Ledger>,
        as_at: Date,
    ) -> Result<Judged, ApiError> {
        let usable = match self.opened() {
            Ok(open) => {
                let judging = open.judging.as_at(as_at);
                usable(&judging.judge(), &judging.world, &judging.compiled, &own)
            }
            Err(_) => None,
        };
        let law = law_change(&self.catalogue, &own, as_at);
        let result = assess(&own, &ledger, usable.as_ref(), law.as_ref(), as_at);
        Ok(Judged { assessment: own, ledger, usable, result })
    }

    /// The newest kept version of each assessment of a portfolio; of all of them if none is named.
    pub(crate) fn kept_of(&self, portfolio: Option<&str>) -> Result<Vec<Assessment>, ApiError> {
        if self.opened().is_err() {
            return Ok(vec![]);
        }
        let rows = self.look(|store| Ok(store.assessments()?))?;
        let newest = rows.iter().enumerate().filter(|(n, row)| *n == 0 || rows[n - 1].key != row.key);
        let fit = newest.filter(|(_, row)| portfolio.is_none() || row.portfolio.as_deref() == portfolio);
        fit.map(|(_, row)| kept(row)).collect()
    }

    /// The list, each judged as things now stand: what another initiative of its portfolio claims counts at once.
    pub(crate) fn assessments(&self, _: Nothing) -> Result<Vec<AssessmentLine>, ApiError> {
        let rows = self.look(|store| Ok(store.assessments()?))?;
        let newest: Vec<&AssessmentRow> = rows
            .iter()
            .enumerate()
            .filter(|(n, row)| *n == 0 || rows[n - 1].key != row.key)
            .map(|(_, row)| row)
            .collect();
        let documents = newest.iter().map(|row| kept(row)).collect::<Result<Vec<_>, _>>()?;
        let mut portfolios: BTreeMap<(bool, &str), Vec<&Assessment>> = BTreeMap::new();
        for a in &documents {
            portfolios.entry(together(a)).or_default().push(a);
        }
        let ledgers: BTreeMap<(bool, &str), Arc<Ledger>> =
            portfolios.into_iter().map(|(name, all)| (name, Arc::new(settle(&all)))).collect();
        let mut lines = Vec::with_capacity(newest.len());
        for (row, a) in newest.iter().zip(&documents) {
            let mut line = self.line(row);
            if row.rules == RULES_VERSION {
                let ledger = ledgers[&together(a)].clone();
                let judged = self.judge_in(a.clone(), ledger, self.options.today)?;
                line.outcome = judged.result.outcome.as_str().into();
                line.outcome_name = judged.result.outcome.word().into();
                line.expires = judged.result.expires.to_string();
                line.lapsed = judged.result.lapsed.is_some();
            }
            lines.push(line);
        }
        lines.sort_by(|a, b| (&a.portfolio, &a.title).cmp(&(&b.portfolio, &b.title)));
        Ok(lines)
    }

    fn line(&self, row: &AssessmentRow) -> AssessmentLine {
        let expires: Option<Date> = row.expires.parse().ok();
        AssessmentLine {
            key: row.key.clone(),
            version: row.version as u32,
            title: row.title.clone(),
            portfolio: row.portfolio.clone(),
            made_on: row.made_on.clone(),
            kept_on: row.recorded_at.clone(),
            outcome: row.outcome.clone(),
            outcome_name: outcome_name(&row.outcome),
            rules: row.rules.clone(),
            expires: row.expires.clone(),
            lapsed: expires.is_some_and(|day| self.options.today > day),
        }
    }

    pub(crate) fn assessment_keep(&self, request: AssessRequest) -> Result<AssessmentKept, ApiError> {
        let as_at = self.day(request.as_at.as_deref())?;
        let mut own = document(&request.document)?;
        for (what, text) in [("id", &own.id), ("initiative.title", &own.initiative.title)] {
            if text.trim().is_empty() {
                return Err(ApiError::usage(format!(
                    "{what} is empty: give the assessment a name before you keep it."
                )));
            }
        }
        let version = self.look(|store| Ok(store.next_assessment(&own.id)?))?;
        own.version = version as u32;
        let judged = self.judged(own, vec![], as_at)?;
        let page = self.page(&judged, as_at);
        let a = &judged.assessment;
        let row = AssessmentRow {
            key: a.id.clone(),
            version,
            portfolio: a.portfolio.clone(),
            title: a.initiative.title.clone(),
            document: json(a)?,
            rules: RULES_VERSION.into(),
            outcome: judged.result.outcome.as_str().into(),
            result: json(&page)?,
            made_on: a.made_on.to_string(),
            expires: judged.result.expires.to_string(),
            recorded_at: self.now(),
        };
        self.write_aside(|store| Ok(store.keep_assessment(&row)?))?;
        let what = format!("version {version} of the assessment “{}”", row.title);
        Ok(AssessmentKept { key: row.key, version: version as u32, what })
    }

    pub(crate) fn assessment_show(&self, request: AssessmentRequest) -> Result<AssessmentShown, ApiError> {
        let row = self.kept_row(&request)?;
        let rows = self.look(|store| Ok(store.assessments()?))?;
        let versions = rows.iter().filter(|r| r.key == row.key).map(|r| self.line(r)).collect();
        let own = kept(&row)?;
        let old_rules = row.rules != RULES_VERSION;
        let document = serde_json::to_value(&own).map_err(|e| broken(&row, &e))?;
        let page = if old_rules {
            serde_json::from_str(&row.result).map_err(|e| broken(&row, &e))?
        } else {
            let today = self.options.today;
            self.page(&self.judged(own, vec![], today)?, today)
        };
        Ok(AssessmentShown { document, page, versions, old_rules })
    }

    pub(crate) fn assessment_remove(&self, request: AssessmentRequest) -> Result<AssessmentKept, ApiError> {
        let row = self.kept_row(&request)?;
        self.write_aside(|store| Ok(store.remove_assessment(&row.key, row.version)?))?;
        let what = format!("version {} of the assessment “{}”", row.version, row.title);
        Ok(AssessmentKept { key: row.key, version: row.version as u32, what })
    }

    pub(crate) fn assessment_print(&self, request: AssessRequest) -> Result<FileText, ApiError> {
        let page = self.assess(request)?;
        Ok(FileText {
            name: format!("key-test-{}-{}.html", slug(&page.id), page.version),
            text: print(&page),
        })
    }

    fn kept_row(&self, request: &AssessmentRequest) -> Result<AssessmentRow, ApiError> {
        let version = request.version.map(i64::from);
        let found = self.look(|store| Ok(store.assessment(&request.key, version)?))?;
        found.ok_or_else(|| {
            ApiError::usage(format!(
                "No assessment “{}”{} is kept in this file. See the list of assessments.",
                request.key,
                request.version.map_or(String::new(), |v| format!(", version {v},"))
            ))
        })
    }

    pub(crate) fn keytest_words(&self, _: Nothing) -> Result<KeyTestWords, ApiError> {
        let choice = |id: &str, name: &str| Choice { id: id.into(), name: name.into() };
        let levels = |currency: Currency| {
            (0..=4).filter_map(Level::new).map(|l| currency.level_words(l).to_string()).collect()
        };
        Ok(KeyTestWords {
            rules: RULES_VERSION.into(),
            not_this: NOT_THIS.into(),
            currencies: Currency::ALL
                .map(|c| CurrencyWords { id: c.slug().into(), name: c.word().into(), levels: levels(c) })
                .to_vec(),
            channels: Channel::ALL.map(|c| choice(c.word(), c.word())).to_vec(),
            grades: Grade::ALL.map(|g| choice(&format!("{g:?}"), g.words())).to_vec(),
            groups: ALWAYS.map(|(id, name)| choice(id, name)).to_vec(),
            outcomes: Outcome::ALL.map(|o| choice(o.as_str(), o.word())).to_vec(),
            flags: Flag::ALL
                .map(|f| FlagShown {
                    flag: format!("{f:?}"),
                    name: f.name().into(),
                    signs: vec![],
                    question: f.question().into(),
                    answer: None,
                    is_false_use: None,
                })
                .to_vec(),
            examples: self.catalogue.keytest.iter().map(|(name, w)| example(name, w)).collect(),
        })
    }

    pub(crate) fn day(&self, as_at: Option<&str>) -> Result<Date, ApiError> {
        let Some(text) = as_at.map(str::trim).filter(|t| !t.is_empty()) else {
            return Ok(self.options.today);
        };
        text.parse()
            .map_err(|_| ApiError::usage(format!("“{text}” is not a date: write it like 2026-11-25.")))
    }
}

/// What an assessment is settled with: its portfolio; alone, by its own id, where it is in none.
fn together(a: &Assessment) -> (bool, &str) {
    a.portfolio.as_deref().map_or((false, a.id.as_str()), |name| (true, name))
}

fn example(name: &str, worked: &Worked) -> KeyTestExample {
    KeyTestExample {
        name: name.into(),
        title: worked.assessment.initiative.title.clone(),
        shows: worked.shows.clone(),
        outcome_name: worked.expect.outcome.word().into(),
        document: serde_json::to_value(&worked.assessment).unwrap_or_default(),
    }
}

/// Reads a document; a fault says where it is and what to do.
fn document(value: &serde_json::Value) -> Result<Assessment, ApiError> {
    read(&value.to_string()).map_err(|(at, wrong)| {
        // The position is that of the wire, not of the person's file.
        let wrong = wrong.split(" at line ").next().unwrap_or_default();
        let place = if at.is_empty() { "The assessment".to_string() } else { format!("“{at}” of the assessment") };
        ApiError::usage(format!(
            "{place} cannot be read: {wrong}. Correct it; `takeup assess --template` prints one that is whole."
        ))
    })
}

fn kept(row: &AssessmentRow) -> Result<Assessment, ApiError> {
    read(&row.document).map_err(|(at, wrong)| {
        ApiError::failed(format!("The assessment “{}” as kept cannot be read at “{at}”: {wrong}.", row.title))
    })
}

fn broken(row: &AssessmentRow, error: &serde_json::Error) -> ApiError {
    ApiError::failed(format!("The assessment “{}” as kept cannot be read: {error}.", row.title))
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, ApiError> {
    serde_json::to_string(value)
        .map_err(|e| ApiError::failed(format!("The assessment cannot be written: {e}.")))
}

fn outcome_name(word: &str) -> String {
    let known = Outcome::ALL.into_iter().find(|o| o.as_str() == word);
    known.map_or_else(|| word.to_string(), |o| o.word().to_string())
}

/// For a file's name.
fn slug(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect()
}

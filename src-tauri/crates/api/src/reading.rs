//! Reading registers: recognise, preview, read, list what was left out.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use takeup_import::{Flow, Format, Mapping, Options, Progress, Recognised, TableKind};
use takeup_store::{ReadingOf, Tally, Touched};

use crate::answer::audit::FileText;
use crate::answer::reading::{
    FieldHelp, JobRef, JobState, LeftOutRequest, MappingShown, ReadRequest, ReadResult, ReasonCount,
    RecognisedFile, TemplateRequest,
};
use crate::answer::workspace::PathRequest;
use crate::error::ApiError;
use crate::jobs::{End, Job};
use crate::keeping::read_and_keep;
use crate::session::{Inner, Session};

/// What a file is, and how it will be kept.
struct Plan {
    path: PathBuf,
    file: String,
    options: Options,
    found: Recognised,
    /// The register's kind: the format, and for other tables their header.
    kind: String,
    /// What a newer edition must share: the area, or the file's name for Takeup's own tables.
    scope: String,
    name: String,
    saved: bool,
}

impl Inner {
    pub(crate) fn recognise(&self, request: ReadRequest) -> Result<RecognisedFile, ApiError> {
        let plan = self.plan(&request)?;
        let digest = takeup_import::sha256(&plan.path)?;
        let before = self.look(|store| Ok(store.read_before(&plan.kind, &plan.scope, &digest)?))?;
        let mapped_groups =
            plan.found.mapping.as_ref().is_some_and(|m| m.area.is_none() && !m.columns.contains_key("area"));
        Ok(RecognisedFile {
            path: request.path,
            file: plan.file,
            format: plan.found.format.as_str().into(),
            format_name: plan.found.format.name(),
            encoding: plan.found.encoding.into(),
            members: plan.found.members.clone(),
            header: plan.found.header.clone(),
            sample: plan.found.sample.clone(),
            mapping: plan.found.mapping.as_ref().map(shown),
            mapping_saved: plan.saved,
            fields: fields(),
            bytes: plan.found.bytes as i64,
            edition: plan.found.edition.map(|d| d.to_string()),
            read_before: before.map(|r| r.read_at),
            needs: (mapped_groups && plan.options.area.is_none())
                .then(|| "No column says which area the rows are of: choose the council.".to_string()),
        })
    }

    pub(crate) fn job(&self, request: JobRef) -> Result<JobState, ApiError> {
        Ok(self.jobs.get(request.job)?.state())
    }

    pub(crate) fn cancel(&self, request: JobRef) -> Result<JobState, ApiError> {
        let job = self.jobs.get(request.job)?;
        job.stop();
        Ok(job.state())
    }

    pub(crate) fn left_out_csv(&self, request: LeftOutRequest) -> Result<FileText, ApiError> {
        self.look(|store| {
            let rows = store.left_out(request.register)?;
            let cells = rows
                .iter()
                .map(|r| vec![r.line.to_string().into(), r.reason.as_str().into(), r.what.as_str().into()]);
            Ok(FileText {
                name: format!("left-out-{}.csv", request.register),
                text: takeup_export::csv(&["Line", "Reason", "What"], cells)?,
            })
        })
    }

    pub(crate) fn template(&self, request: TemplateRequest) -> Result<PathRequest, ApiError> {
        let kind = table_kind(&request.kind)?;
        let columns: Vec<takeup_export::Column> = takeup_import::template(kind)
            .into_iter()
            .map(|c| takeup_export::Column {
                name: c.name.into(),
                required: c.required,
                help: c.help.into(),
                example: c.example.into(),
            })
            .collect();
        let path = PathBuf::from(&request.path);
        if path.exists() {
            return Err(ApiError::usage(format!("{} already exists. Choose another name.", path.display())));
        }
        let bytes = match path.extension().and_then(|e| e.to_str()) {
            Some("csv") => takeup_export::template_csv(&columns)?.into_bytes(),
            Some("xlsx") => takeup_export::template_xlsx(kind.as_str(), &columns)?,
            _ => {
                return Err(ApiError::usage(format!(
                    "{}: give the file a name that ends in .xlsx or .csv.",
                    path.display()
                )));
            }
        };
        std::fs::write(&path, bytes)
            .map_err(|e| ApiError::failed(format!("{} cannot be written: {e}.", path.display())))?;
        Ok(PathRequest { path: request.path })
    }

    fn plan(&self, request: &ReadRequest) -> Result<Plan, ApiError> {
        let path = PathBuf::from(&request.path);
        // A pipe or a device would be waited for without end, and a file is read more than once.
        if std::fs::metadata(&path).is_ok_and(|m| !m.is_file() && !m.is_dir()) {
            return Err(ApiError::failed(format!(
                "{} is not a file but a pipe or a device. Save what it gives as a file and read that.",
                path.display()
            )));
        }
        let area = match &request.area {
            Some(gss) => Some(self.catalogue.areas[self.area_index(gss)?].gss.clone()),
            None => None,
        };
        let mut options = Options {
            area: area.clone(),
            mapping: request.mapping.as_ref().map(hidden).transpose()?,
            force: request.read_as.as_deref().map(table_kind).transpose()?,
            include_linked: false,
            sha256: None,
        };
        let mut found = takeup_import::recognise(&path, &self.known(), &options)?;
        let signature = signature(&found.header);
        let mut saved = false;
        if found.format == Format::Mapped && request.mapping.is_none() {
            let text = self.look(|store| Ok(store.mapping(&signature)?))?;
            if let Some(mapping) = text.and_then(|t| serde_json::from_str::<Mapping>(&t).ok()) {
                saved = true;
                options.mapping = Some(mapping);
                found = takeup_import::recognise(&path, &self.known(), &options)?;
            }
        }
        if options.mapping.is_none() {
            options.mapping = found.mapping.clone();
        }
        let file = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let (kind, scope, name) = match &found.format {
            Format::Mapped => {
                let at = area.or_else(|| options.mapping.as_ref().and_then(|m| m.area.clone()));
                let named =
                    at.as_deref().and_then(|g| self.catalogue.area(g)).map(|a| format!(" ({})", a.name));
                let name = format!("{file}{}", named.unwrap_or_default());
                (format!("mapped:{signature}"), at.unwrap_or_default(), name)
            }
            Format::Table(_) => (found.format.as_str().into(), file.clone(), file.clone()),
            Format::CharityEw(_) => (
                found.format.as_str().into(),
                String::new(),
                "Charity Commission register of charities (England and Wales)".into(),
            ),
        };
        Ok(Plan { path, file, options, found, kind, scope, name, saved })
    }

    fn run(&self, plan: &Plan, preview: bool, job: &Job) -> Result<ReadResult, ApiError> {
        let stamped = stamp(&plan.path);
        let digest = takeup_import::sha256(&plan.path)?;
        let before = self.look(|store| Ok(store.read_before(&plan.kind, &plan.scope, &digest)?))?;
        let mut result = ReadResult {
            file: plan.file.clone(),
            format_name: plan.found.format.name(),
            preview,
            same_file: false,
            rows: 0,
            new: 0,
            changed: 0,
            same: 0,
            left_out: 0,
            vanished: 0,
            reasons: vec![],
            counts: vec![],
            register: None,
        };
        if let Some(before) = before {
            result.same_file = true;
            result.rows = before.rows;
            result.same = before.records;
            result.left_out = before.left_out;
            result.register = Some(before.id);
            return Ok(result);
        }
        let options = Options { sha256: Some(digest.clone()), ..plan.options.clone() };
        let edition = plan.found.edition.map(|d| d.to_string());
        let now = self.now();
        let of = ReadingOf {
            name: &plan.name,
            kind: &plan.kind,
            scope: &plan.scope,
            file: &plan.file,
            sha256: &digest,
            edition: edition.as_deref(),
            now: &now,
        };
        let whole = matches!(plan.found.format, Format::CharityEw(_) | Format::Table(TableKind::Groups))
            || plan.found.mapping.as_ref().is_some_and(|m| m.kind == TableKind::Groups);
        let mapping = plan.options.mapping.as_ref().filter(|_| plan.found.format == Format::Mapped);
        let keep = |store: &mut takeup_store::Store| -> Result<(Option<i64>, Tally, takeup_import::Summary), ApiError> {
            let mut reading = store.read(&of, &self.catalogue.forms)?;
            let summary = read_and_keep(&mut reading, |sink| {
                let mut progress = |p: Progress| {
                    if job.came(p.rows, p.bytes, p.total_bytes) { Flow::Continue } else { Flow::Cancel }
                };
                takeup_import::read(&plan.path, &self.known(), &options, &mut progress, sink)
            })?;
            if stamp(&plan.path) != stamped {
                return Err(ApiError::failed(format!(
                    "{} changed while it was read. Nothing of it was kept; try again.",
                    plan.file
                )));
            }
            if preview {
                return Ok((None, reading.preview(summary.rows, whole)?, summary));
            }
            let (register, tally) = reading.finish(summary.rows, whole)?;
            if let Some(mapping) = mapping
                && let Ok(text) = serde_json::to_string(&Mapping { area: None, ..mapping.clone() })
            {
                store.save_mapping(&signature(&plan.found.header), &text)?;
            }
            Ok((Some(register), tally, summary))
        };
        let (register, tally, summary) = if preview {
            self.try_out(keep)?
        } else {
            self.write(|store| Ok((keep(store)?, Touched::Everything)))?
        };
        result.rows = summary.rows as i64;
        result.new = tally.new as i64;
        result.changed = tally.changed as i64;
        result.same = tally.same as i64;
        result.left_out = tally.left_out as i64;
        result.vanished = tally.vanished as i64;
        result.reasons = counts(&tally.reasons);
        result.counts = counts(&summary.counts);
        result.register = register;
        Ok(result)
    }
}

impl Session {
    /// Starts to read (or preview) a file on a thread of its own.
    pub(crate) fn read(&self, request: ReadRequest) -> Result<JobRef, ApiError> {
        let plan = self.plan(&request)?;
        let job: Arc<Job> = self.jobs.start();
        let (session, working, preview) = (self.clone(), job.clone(), request.preview);
        std::thread::spawn(move || {
            working.end(match session.run(&plan, preview, &working) {
                Ok(result) => End::Done(Box::new(result)),
                Err(error) if error.code == "cancelled" => End::Cancelled,
                Err(error) => End::Failed(error.message),
            });
        });
        Ok(JobRef { job: job.id })
    }
}

/// Tells whether a file was written to meanwhile.
fn stamp(path: &std::path::Path) -> Option<(u64, std::time::SystemTime)> {
    let about = std::fs::metadata(path).ok()?;
    Some((about.len(), about.modified().ok()?))
}

fn counts(map: &BTreeMap<String, u64>) -> Vec<ReasonCount> {
    let mut list: Vec<ReasonCount> =
        map.iter().map(|(what, rows)| ReasonCount { what: what.clone(), rows: *rows as i64 }).collect();
    list.sort_by_key(|c| -c.rows);
    list
}

fn table_kind(word: &str) -> Result<TableKind, ApiError> {
    TableKind::ALL
        .into_iter()
        .find(|k| k.as_str() == word.trim())
        .ok_or_else(|| ApiError::usage(format!("“{word}” is not one of groups, uses, coverage, findings.")))
}

fn shown(mapping: &Mapping) -> MappingShown {
    MappingShown {
        kind: mapping.kind.as_str().into(),
        columns: mapping.columns.clone(),
        values: mapping.values.clone(),
        area: mapping.area.clone(),
        id_prefix: mapping.id_prefix.clone(),
    }
}

fn hidden(mapping: &MappingShown) -> Result<Mapping, ApiError> {
    Ok(Mapping {
        kind: table_kind(&mapping.kind)?,
        columns: mapping.columns.clone(),
        values: mapping.values.clone(),
        area: mapping.area.clone(),
        id_prefix: mapping.id_prefix.clone(),
    })
}

fn fields() -> Vec<FieldHelp> {
    let of = |kind: TableKind| {
        takeup_import::template(kind).into_iter().map(move |c| FieldHelp {
            kind: kind.as_str().into(),
            field: c.name.into(),
            required: c.required,
            help: c.help.into(),
        })
    };
    TableKind::ALL.into_iter().flat_map(of).collect()
}

/// Headers that say the same, however they are spaced or cased.
fn signature(header: &[String]) -> String {
    let fold = |h: &String| -> String {
        h.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    header.iter().map(fold).collect::<Vec<_>>().join("|")
}

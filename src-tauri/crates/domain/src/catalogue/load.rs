//! Text to catalogue. One bad file never hides the rest.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::{Catalogue, Problem, check};
use crate::forms::Forms;
use crate::vocabulary::Form;

/// Loads `(path relative to data/, text)` pairs. Unknown paths other than notes and schemas are problems.
pub fn load(files: &[(String, String)]) -> (Catalogue, Vec<Problem>) {
    let mut loader = Loader::default();
    let mut files: Vec<&(String, String)> = files.iter().collect();
    files.sort();
    for (path, text) in &files {
        loader.file(path, text);
    }
    let mut catalogue = loader.catalogue;
    catalogue.forms = Forms::new(&loader.forms);
    catalogue.areas.sort_by(|a, b| a.gss.cmp(&b.gss));
    catalogue.version = fingerprint(&files);
    let mut problems = loader.problems;
    check::check(&catalogue, &loader.forms, &mut problems);
    problems.sort();
    problems.dedup();
    (catalogue, problems)
}

#[derive(Default)]
struct Loader {
    catalogue: Catalogue,
    forms: Vec<Form>,
    problems: Vec<Problem>,
}

impl Loader {
    fn file(&mut self, path: &str, text: &str) {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["departments.json"] => self.catalogue.departments = self.by_id(path, text, |d| &d.id),
            ["duty-holders.json"] => self.catalogue.duty_holders = self.by_id(path, text, |d| &d.id),
            ["barriers.json"] => self.catalogue.barriers = self.by_id(path, text, |d| &d.id),
            ["remedies.json"] => self.catalogue.remedies = self.by_id(path, text, |d| &d.id),
            ["standings.json"] => self.catalogue.standings = self.by_id(path, text, |d| &d.id),
            ["traits.json"] => self.catalogue.traits = self.by_id(path, text, |d| &d.id),
            ["capacities.json"] => self.catalogue.capacities = self.by_id(path, text, |d| &d.id),
            ["enablers.json"] => self.catalogue.enablers = self.by_id(path, text, |d| &d.id),
            ["legal-forms.json"] => {
                let forms: BTreeMap<String, Form> = self.by_id(path, text, |f: &Form| &f.id);
                self.forms = forms.into_values().collect();
            }
            ["goals.json"] => self.catalogue.themes = self.parse(path, text).unwrap_or_default(),
            ["areas.json"] => self.catalogue.areas = self.parse(path, text).unwrap_or_default(),
            ["powers", department, file] => self.power(path, department, file, text),
            ["cases", file] => {
                if let Some(cases) = self.parse(path, text) {
                    self.catalogue.cases.insert(stem(file).to_string(), cases);
                }
            }
            ["uses", file] => {
                if let Some(uses) = self.parse(path, text) {
                    self.catalogue.uses.insert(stem(file).to_string(), uses);
                }
            }
            ["keytest", file] => {
                if let Some(worked) = self.parse(path, text) {
                    self.catalogue.keytest.insert(stem(file).to_string(), worked);
                }
            }
            ["README.md"] | ["schema", _] => {}
            _ => self.problem(
                path,
                "",
                "this file is not one Takeup reads: move it or give it a name from README.md",
            ),
        }
    }

    fn power(&mut self, path: &str, department: &str, file: &str, text: &str) {
        let Some(power): Option<crate::power::Power> = self.parse(path, text) else { return };
        if power.id != stem(file) {
            self.problem(
                path,
                "id",
                &format!("the id is “{}”: make it the same as the file's name", power.id),
            );
        }
        if power.department != department {
            self.problem(
                path,
                "department",
                "the department is not the folder's: move the file or mend the field",
            );
        }
        if self.catalogue.powers.contains_key(&power.id) {
            self.problem(path, "id", "another file already has this id: give one of them another");
            return;
        }
        self.catalogue.powers.insert(power.id.clone(), power);
    }

    fn by_id<T: DeserializeOwned>(
        &mut self,
        path: &str,
        text: &str,
        id: fn(&T) -> &String,
    ) -> BTreeMap<String, T> {
        let list: Vec<T> = self.parse(path, text).unwrap_or_default();
        let mut found = BTreeMap::new();
        for (i, item) in list.into_iter().enumerate() {
            let key = id(&item).clone();
            if found.insert(key.clone(), item).is_some() {
                self.problem(
                    path,
                    &format!("[{i}].id"),
                    &format!("“{key}” is there twice: delete or rename one"),
                );
            }
        }
        found
    }

    fn parse<T: DeserializeOwned>(&mut self, path: &str, text: &str) -> Option<T> {
        let reader = &mut serde_json::Deserializer::from_str(text);
        match serde_path_to_error::deserialize(&mut *reader) {
            Ok(value) => match reader.end() {
                Ok(()) => Some(value),
                Err(error) => {
                    self.problem(path, "", &format!("cannot be read: {error}"));
                    None
                }
            },
            Err(error) => {
                let at = error.path().to_string();
                self.problem(path, &at, &format!("cannot be read: {}", error.inner()));
                None
            }
        }
    }

    fn problem(&mut self, file: &str, at: &str, message: &str) {
        self.problems.push(Problem { file: file.into(), at: at.into(), message: message.into() });
    }
}

fn stem(file: &str) -> &str {
    file.strip_suffix(".json").unwrap_or(file)
}

/// FNV-1a over names and texts: tells editions apart, guards nothing.
fn fingerprint(files: &[&(String, String)]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for (path, text) in files {
        for byte in path.bytes().chain([0]).chain(text.bytes()).chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

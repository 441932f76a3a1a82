//! A page on one entry of the catalogue.

use takeup_domain::power::{Modality, Power};
use takeup_domain::requirement::{Requirement, Test};
use takeup_domain::vocabulary::{Barrier, Meets, Remedy};

use crate::answer::catalogue::{
    EntryFact, EntryKind, EntryLine, EntryPage, EntryRef, EntryRequest, EntrySection,
};
use crate::audit::{pillar_name, shift_name};
use crate::error::ApiError;
use crate::power::word;
use crate::session::Inner;
use crate::shelves::{kind_name, power_ref};

impl Inner {
    pub(crate) fn entry(&self, request: EntryRequest) -> Result<EntryPage, ApiError> {
        let EntryRequest { kind, id } = request;
        let c = &self.catalogue;
        let page = match kind {
            EntryKind::Power => c.powers.get(&id).map(|p| self.power_entry(p)),
            EntryKind::Barrier => c.barriers.get(&id).map(|b| self.barrier_entry(b)),
            EntryKind::Remedy => self.remedy_entry(&id),
            EntryKind::Enabler => c.enablers.get(&id).map(|e| {
                let mut page = blank(kind, &id, &e.name, &e.note);
                fact(&mut page, "What it is", &e.kind);
                fact(&mut page, "Supplies", &join(e.supplies.iter().map(|k| k.name())));
                fact(&mut page, "Where", &join(e.nations.iter().map(|n| n.name())));
                let forms = join(e.forms.iter().map(|f| c.form_name(f)));
                fact(&mut page, "For", if forms.is_empty() { "groups of any form" } else { &forms });
                fact(
                    &mut page,
                    "Still running",
                    &format!("{} (as at {})", word(e.running).replace('-', " "), e.as_at),
                );
                let helps = self.powers_where(|p| p.enablers.contains(&id));
                section(&mut page, "Powers it helps with", helps);
                page.sources = e.sources.clone();
                page.verified = Some(word(e.verified));
                page
            }),
            EntryKind::Department => c.departments.get(&id).map(|d| {
                let mut page = blank(kind, &id, &d.name, d.note.as_deref().unwrap_or_default());
                fact(&mut page, "Kind", &d.kind);
                fact(&mut page, "Acts for", &join(d.nations.iter().map(|n| n.name())));
                section(&mut page, "Powers whose policy it owns", self.powers_where(|p| p.department == id));
                if page.sections.is_empty() {
                    section(
                        &mut page,
                        "Powers whose policy it owns",
                        vec![EntryLine {
                            text: "No citizen power of its own was found when the powers of every department were filed (November 2026).".into(),
                            ..Default::default()
                        }],
                    );
                }
                page
            }),
            EntryKind::DutyHolder => c.duty_holders.get(&id).map(|d| {
                let mut page = blank(kind, &id, &d.name, d.note.as_deref().unwrap_or_default());
                fact(&mut page, "Where", &join(d.nations.iter().map(|n| n.name())));
                section(&mut page, "Powers it must answer", self.powers_where(|p| p.duty_holder == id));
                page
            }),
            EntryKind::Form => c.forms.get(&id).map(|f| {
                let mut page = blank(kind, &id, &f.name, &f.description);
                fact(&mut page, "Sort", &word(f.category).replace('-', " "));
                fact(&mut page, "Is also", &join(f.is_a.iter().map(|f| c.form_name(f))));
                fact(&mut page, "Law", f.legal_basis.as_deref().unwrap_or_default());
                fact(&mut page, "Register", f.register.as_deref().unwrap_or_default());
                fact(&mut page, "Other names", &f.aliases.join(", "));
                let ways = c.remedies.values().filter(|r| r.meets.contains(&Meets::Form(id.clone())));
                section(&mut page, "How to become one", ways.map(remedy_line).collect());
                page.sources = f.sources.clone();
                page.verified = Some(word(f.verified));
                page
            }),
            EntryKind::Goal => c.goal(&id).map(|g| {
                let mut page = blank(kind, &id, &g.name, "");
                section(&mut page, "Powers that serve it", self.powers_where(|p| p.goals.contains(&id)));
                page
            }),
        };
        page.ok_or_else(|| {
            let name = kind_name(kind).to_lowercase();
            ApiError::usage(format!("No {name} has the id “{id}”. Look for it: takeup search WORDS."))
        })
    }

    fn powers_where(&self, fits: impl Fn(&Power) -> bool) -> Vec<EntryLine> {
        self.catalogue.powers.values().filter(|p| fits(p)).map(|p| to(power_ref(p))).collect()
    }

    fn power_entry(&self, p: &Power) -> EntryPage {
        let c = &self.catalogue;
        let mut page = blank(EntryKind::Power, &p.id, &p.name, &p.summary);
        let department = c.departments.get(&p.department).map_or(p.department.as_str(), |d| &d.name);
        fact(&mut page, "Department", department);
        fact(&mut page, "Must respond", &c.holder_name(&p.duty_holder));
        fact(&mut page, "Pillar", pillar_name(p.pillar));
        fact(&mut page, "Shifts", &join(p.shifts.iter().map(|s| shift_name(*s))));
        fact(&mut page, "Space", &word(p.space));
        fact(&mut page, "Lasts", p.lasts.as_ref().map_or("", |l| &l.note));
        fact(&mut page, "Limits", p.only_where.note.as_deref().unwrap_or_default());
        let plain = |text: String, note: Option<String>| EntryLine { text, note, ..Default::default() };
        section(
            &mut page,
            "In force",
            p.in_force
                .iter()
                .map(|law| {
                    let dates = match (law.from, law.to) {
                        (Some(a), Some(b)) => format!(" from {a} to {b}"),
                        (Some(a), None) => format!(" from {a}"),
                        (None, Some(b)) => format!(" until {b}"),
                        (None, None) => String::new(),
                    };
                    plain(
                        format!("{}: {}{dates}", law.nation.name(), word(law.state).replace('-', " ")),
                        law.note.clone(),
                    )
                })
                .collect(),
        );
        section(
            &mut page,
            "The law",
            p.law
                .iter()
                .map(|l| EntryLine {
                    text: format!("{}, {}", l.title, l.provision),
                    link: l.path.as_ref().map(|path| {
                        format!("https://www.legislation.gov.uk/{}", path.trim_start_matches('/'))
                    }),
                    ..Default::default()
                })
                .collect(),
        );
        let mut lines = Vec::new();
        self.tests(&p.requires, "", &mut lines);
        section(&mut page, "Who may start", lines);
        section(
            &mut page,
            "Step by step",
            p.steps
                .iter()
                .map(|s| {
                    let may = if s.modality == Modality::Must { "must" } else { "may" };
                    let note = [s.deadline.clone(), Some(s.provision.clone())]
                        .into_iter()
                        .flatten()
                        .collect::<Vec<_>>()
                        .join("; ");
                    plain(format!("{} {may}: {}", c.holder_name(&s.actor), s.action), Some(note))
                })
                .collect(),
        );
        section(
            &mut page,
            "When it goes wrong",
            p.redress
                .iter()
                .map(|r| plain(format!("{}: {}", word(r.kind).replace('-', " "), r.then), r.deadline.clone()))
                .collect(),
        );
        let links = p.links.iter().filter_map(|l| {
            let other = c.powers.get(&l.power)?;
            Some(EntryLine { note: Some(word(l.kind).replace('-', " ")), ..to(power_ref(other)) })
        });
        section(&mut page, "Belongs with", links.collect());
        section(
            &mut page,
            "What stands in the way",
            p.barriers
                .iter()
                .filter_map(|id| c.barriers.get(id))
                .map(|b| {
                    to(EntryRef {
                        kind: EntryKind::Barrier,
                        id: b.id.clone(),
                        name: b.name.clone(),
                        note: None,
                    })
                })
                .collect(),
        );
        section(
            &mut page,
            "Who can help",
            p.enablers
                .iter()
                .filter_map(|id| c.enablers.get(id))
                .map(|e| {
                    to(EntryRef {
                        kind: EntryKind::Enabler,
                        id: e.id.clone(),
                        name: e.name.clone(),
                        note: None,
                    })
                })
                .collect(),
        );
        section(
            &mut page,
            "Places that did it",
            c.uses
                .get(&p.id)
                .into_iter()
                .flatten()
                .map(|u| EntryLine {
                    text: format!("{}, {}: {}", u.area_name, u.date, u.what),
                    note: Some(format!("{} – {}", u.group.name, word(u.outcome))),
                    link: Some(u.source.address.clone()),
                    ..Default::default()
                })
                .collect(),
        );
        section(
            &mut page,
            "How much it is used",
            p.take_up
                .iter()
                .map(|t| plain(format!("{} ({})", t.figure, t.period), Some(t.source.clone())))
                .collect(),
        );
        page.sources = p.sources.clone();
        page.verified = Some(word(p.verified));
        page.checked_on = Some(p.checked.on.to_string());
        page.checked_read = Some(p.checked.read.clone());
        page.review_by = Some(p.checked.review_by.to_string());
        page
    }

    fn tests(&self, tree: &Requirement, before: &str, lines: &mut Vec<EntryLine>) {
        match tree {
            Requirement::All(parts) => parts.iter().for_each(|p| self.tests(p, before, lines)),
            Requirement::Any(parts) => {
                for (n, part) in parts.iter().enumerate() {
                    let before = if n == 0 { format!("{before}either: ") } else { format!("{before}or: ") };
                    self.tests(part, &before, lines);
                }
            }
            Requirement::Leaf(leaf) => {
                let words = self.catalogue.leaf_words(leaf);
                let sort = match &leaf.test {
                    Test::Fact(_) => String::new(),
                    Test::Task(_) => "to do: ".into(),
                    Test::Judgement(j) => {
                        format!("to confirm by {}: ", self.catalogue.holder_name(&j.decided_by))
                    }
                };
                lines.push(EntryLine {
                    text: format!("{before}{sort}{words}"),
                    note: Some(leaf.provision.clone()),
                    ..Default::default()
                });
            }
        }
    }

    fn barrier_entry(&self, b: &Barrier) -> EntryPage {
        let mut page = blank(EntryKind::Barrier, &b.id, &b.name, &b.description);
        fact(&mut page, "CLEAR factor", &word(b.clear).replace('-', " "));
        fact(&mut page, "COM-B", &join(b.com_b.iter().map(|c| word(*c).replace('-', " "))));
        fact(&mut page, "Where it sits", &word(b.level).replace('-', " "));
        section(
            &mut page,
            "The circle",
            b.circle
                .iter()
                .map(|w| EntryLine {
                    text: format!("{} waits for {}", w.get, w.needs.join(" and ")),
                    ..Default::default()
                })
                .collect(),
        );
        section(
            &mut page,
            "What would show it",
            b.indicators.iter().map(|i| EntryLine { text: i.clone(), ..Default::default() }).collect(),
        );
        let mut ways: Vec<EntryLine> = b.remedies.iter().map(remedy_line).collect();
        if ways.is_empty() {
            ways.push(EntryLine { text: "None is known.".into(), ..Default::default() });
        }
        section(&mut page, "What removes it", ways);
        section(
            &mut page,
            "Evidence",
            b.evidence
                .iter()
                .map(|e| EntryLine {
                    text: format!("{} {} ({}, {})", e.figure, e.of, e.place, e.period),
                    note: Some(e.source.clone()),
                    ..Default::default()
                })
                .collect(),
        );
        section(&mut page, "Powers it touches", self.powers_where(|p| p.barriers.contains(&b.id)));
        page.sources = b.sources.clone();
        page.verified = Some(word(b.verified));
        page
    }

    fn remedy_entry(&self, id: &str) -> Option<EntryPage> {
        let c = &self.catalogue;
        let lifts: Vec<&Barrier> =
            c.barriers.values().filter(|b| b.remedies.iter().any(|r| r.id == id)).collect();
        let own = c.remedies.get(id);
        let remedy = own.or_else(|| lifts.iter().flat_map(|b| &b.remedies).find(|r| r.id == id))?;
        let mut page = blank(EntryKind::Remedy, id, &remedy.name, "");
        fact(&mut page, "Who acts", &remedy.who_acts);
        fact(&mut page, "Cost", &word(remedy.cost));
        fact(&mut page, "Takes", &weeks(remedy));
        if let Some(power) = remedy.power.as_ref().and_then(|p| c.powers.get(p)) {
            section(&mut page, "Done by using", vec![to(power_ref(power))]);
        }
        section(
            &mut page,
            "Barriers it removes",
            lifts
                .iter()
                .map(|b| {
                    to(EntryRef {
                        kind: EntryKind::Barrier,
                        id: b.id.clone(),
                        name: b.name.clone(),
                        note: None,
                    })
                })
                .collect(),
        );
        let touched = self.powers_where(|p| {
            p.barriers.iter().any(|b| lifts.iter().any(|l| &l.id == b))
                || own.is_some_and(|r| p.requires.facts().iter().any(|f| c.meets(r, f)))
        });
        section(&mut page, "Powers it touches", touched);
        Some(page)
    }
}

fn weeks(remedy: &Remedy) -> String {
    format!("{} to {} weeks", remedy.weeks.from, remedy.weeks.to)
}

fn remedy_line(remedy: &Remedy) -> EntryLine {
    EntryLine {
        note: Some(format!("{}; cost {}; {}", remedy.who_acts, word(remedy.cost), weeks(remedy))),
        ..to(EntryRef {
            kind: EntryKind::Remedy,
            id: remedy.id.clone(),
            name: remedy.name.clone(),
            note: None,
        })
    }
}

fn to(entry: EntryRef) -> EntryLine {
    EntryLine { text: entry.name.clone(), note: entry.note.clone(), to: Some(entry), link: None }
}

fn join<T: AsRef<str>>(parts: impl Iterator<Item = T>) -> String {
    parts.map(|p| p.as_ref().to_owned()).collect::<Vec<_>>().join(", ")
}

fn fact(page: &mut EntryPage, name: &str, value: &str) {
    if !value.is_empty() {
        page.facts.push(EntryFact { name: name.into(), value: value.into() });
    }
}

fn section(page: &mut EntryPage, heading: &str, lines: Vec<EntryLine>) {
    if !lines.is_empty() {
        page.sections.push(EntrySection { heading: heading.into(), lines });
    }
}

fn blank(kind: EntryKind, id: &str, name: &str, summary: &str) -> EntryPage {
    EntryPage {
        kind,
        kind_name: kind_name(kind).into(),
        id: id.into(),
        name: name.into(),
        summary: summary.into(),
        facts: Vec::new(),
        sections: Vec::new(),
        sources: Vec::new(),
        verified: None,
        checked_on: None,
        checked_read: None,
        review_by: None,
    }
}

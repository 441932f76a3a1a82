//! The catalogue shelved, and searched.

use std::collections::BTreeMap;

use takeup_domain::area::Nation;
use takeup_domain::catalogue::Catalogue;
use takeup_domain::power::{LawState, Pillar, Power};
use takeup_domain::vocabulary::Running;
use takeup_store::{Findable, Search};

use crate::answer::catalogue::{EntryKind, EntryRef, Hit, SearchRequest, Shelf, ShelfKind, ShelvesRequest};
use crate::audit::pillar_name;
use crate::error::ApiError;
use crate::session::Inner;

/// The kind in words.
pub(crate) fn kind_name(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Power => "Power",
        EntryKind::Barrier => "Barrier",
        EntryKind::Remedy => "Remedy",
        EntryKind::Enabler => "Enabler",
        EntryKind::Department => "Department",
        EntryKind::DutyHolder => "Duty holder",
        EntryKind::Form => "Legal form",
        EntryKind::Goal => "Goal",
    }
}

/// A way to a power, with the state of its law where it is not simply in force.
pub(crate) fn power_ref(power: &Power) -> EntryRef {
    let states = || power.in_force.iter().map(|law| law.state);
    let note = if states().all(|s| s == LawState::Repealed) {
        Some("repealed")
    } else if states().all(|s| s == LawState::Proposed) {
        Some("proposed")
    } else if states().all(|s| matches!(s, LawState::NotCommenced | LawState::Proposed | LawState::Repealed))
    {
        Some("not in force")
    } else if states().all(|s| s == LawState::PartlyInForce) {
        Some("partly in force")
    } else {
        None
    };
    EntryRef {
        kind: EntryKind::Power,
        id: power.id.clone(),
        name: power.name.clone(),
        note: note.map(str::to_owned),
    }
}

impl Inner {
    pub(crate) fn shelves(&self, request: ShelvesRequest) -> Result<Vec<Shelf>, ApiError> {
        let c = &self.catalogue;
        let powers = |fits: &dyn Fn(&Power) -> bool| -> Vec<EntryRef> {
            c.powers.values().filter(|p| fits(p)).map(power_ref).collect()
        };
        let shelf = |id: &str, name: &str, under: Option<&str>, powers| Shelf {
            id: id.into(),
            name: name.into(),
            under: under.map(str::to_owned),
            entry: None,
            note: None,
            powers,
        };
        Ok(match request.by {
            ShelfKind::Department => c
                .departments
                .values()
                .map(|d| {
                    let mut made = shelf(&d.id, &d.name, Some(&d.kind), powers(&|p| p.department == d.id));
                    made.entry = Some(EntryKind::Department);
                    made.note =
                        made.powers.is_empty().then(|| "No citizen power of its own was found when the powers of every department were filed (November 2026).".into());
                    made
                })
                .collect(),
            ShelfKind::DutyHolder => c
                .duty_holders
                .values()
                .map(|d| {
                    let mut made = shelf(&d.id, &d.name, None, powers(&|p| p.duty_holder == d.id));
                    made.entry = Some(EntryKind::DutyHolder);
                    made
                })
                .filter(|s| !s.powers.is_empty())
                .collect(),
            ShelfKind::Barrier => c
                .barriers
                .values()
                .map(|b| {
                    let clear = format!("{} (CLEAR)", crate::power::word(b.clear).replace('-', " "));
                    let mut made = shelf(&b.id, &b.name, Some(&clear), powers(&|p| p.barriers.contains(&b.id)));
                    made.entry = Some(EntryKind::Barrier);
                    made.note = made.powers.is_empty().then(|| "No power names it.".into());
                    made
                })
                .collect(),
            ShelfKind::Enabler => c
                .enablers
                .values()
                .map(|e| {
                    let mut made = shelf(&e.id, &e.name, Some(&e.kind), powers(&|p| p.enablers.contains(&e.id)));
                    made.entry = Some(EntryKind::Enabler);
                    made.note = match (e.running, made.powers.is_empty()) {
                        (Running::No, _) => Some(format!("Closed to new groups (as at {}): a barrier, not a help.", e.as_at)),
                        (_, true) => Some("It helps with no one power in particular.".into()),
                        _ => None,
                    };
                    made
                })
                .collect(),
            ShelfKind::Pillar => {
                [Pillar::PublicSectorReform, Pillar::SocialAction, Pillar::NeighbourhoodEmpowerment]
                    .map(|pillar| {
                        shelf(
                            &crate::power::word(pillar),
                            pillar_name(pillar),
                            None,
                            powers(&|p| p.pillar == pillar),
                        )
                    })
                    .into()
            }
            ShelfKind::Nation => [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland]
                .map(|nation| {
                    let here = powers(&|p| p.in_force.iter().any(|law| law.nation == nation));
                    shelf(&crate::power::word(nation), nation.name(), None, here)
                })
                .into(),
            ShelfKind::Goal => c
                .themes
                .iter()
                .flat_map(|theme| theme.goals.iter().map(move |goal| (theme, goal)))
                .map(|(theme, goal)| {
                    shelf(&goal.id, &goal.name, Some(&theme.name), powers(&|p| p.goals.contains(&goal.id)))
                })
                .collect(),
        })
    }

    pub(crate) fn search(&self, request: SearchRequest) -> Result<Vec<Hit>, ApiError> {
        let search = match self.search.get() {
            Some(search) => search,
            None => {
                let made = index(&self.catalogue)?;
                self.search.get_or_init(|| made)
            }
        };
        let found = search.find(&request.text, request.limit.unwrap_or(30).min(200))?;
        Ok(found
            .into_iter()
            .filter_map(|f| {
                let kind = serde_json::from_value(f.kind.into()).ok()?;
                Some(Hit {
                    kind,
                    kind_name: kind_name(kind).into(),
                    id: f.id,
                    name: f.name,
                    around: f.around,
                })
            })
            .collect())
    }
}

/// Every entry of the catalogue, as words to be found by.
fn index(c: &Catalogue) -> Result<Search, ApiError> {
    let goals: BTreeMap<&str, &str> =
        c.themes.iter().flat_map(|t| &t.goals).map(|g| (g.id.as_str(), g.name.as_str())).collect();
    let entry = |kind, id: &str, name: &str, aliases: String, text: String| Findable {
        kind,
        id: id.into(),
        name: name.into(),
        aliases,
        text,
    };
    let powers = c.powers.values().map(|p| {
        let goals = p.goals.iter().filter_map(|id| goals.get(id.as_str()).copied());
        let law = p.law.iter().map(|l| l.title.as_str());
        let aliases: Vec<&str> = goals.chain(law).collect();
        entry(
            "power",
            &p.id,
            &p.name,
            format!("{} {}", p.id.replace('-', " "), aliases.join(" ")),
            p.summary.clone(),
        )
    });
    let remedies = c.remedies.values().chain(c.barriers.values().flat_map(|b| &b.remedies));
    let all = powers
        .chain(
            c.barriers
                .values()
                .map(|b| entry("barrier", &b.id, &b.name, String::new(), b.description.clone())),
        )
        .chain(remedies.map(|r| entry("remedy", &r.id, &r.name, String::new(), r.who_acts.clone())))
        .chain(c.enablers.values().map(|e| entry("enabler", &e.id, &e.name, e.kind.clone(), e.note.clone())))
        .chain(c.departments.values().map(|d| {
            entry("department", &d.id, &d.name, d.short_name.clone(), d.note.clone().unwrap_or_default())
        }))
        .chain(
            c.duty_holders.values().map(|d| {
                entry("duty-holder", &d.id, &d.name, String::new(), d.note.clone().unwrap_or_default())
            }),
        )
        .chain(
            c.forms.all().map(|f| entry("form", &f.id, &f.name, f.aliases.join(" "), f.description.clone())),
        )
        .chain(c.themes.iter().flat_map(|t| {
            t.goals.iter().map(|g| entry("goal", &g.id, &g.name, g.aliases.join(" "), t.name.clone()))
        }));
    let mut seen = std::collections::BTreeSet::new();
    let once: Vec<Findable> = all.filter(|e| seen.insert((e.kind, e.id.clone()))).collect();
    Ok(Search::new(once.into_iter())?)
}

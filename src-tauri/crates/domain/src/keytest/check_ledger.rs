//! What is wrong with an assessment's part in a portfolio.

use super::assessment::Assessment;
use super::check::{Fault, Faults, Kind};
use super::fact::Run;
use super::harm::Reading;
use super::ledger::Ledger;

/// What is wrong with one assessment's part in a ledger: actions counted twice, off file, or told differently.
pub fn check_portfolio(a: &Assessment, ledger: &Ledger) -> Vec<Fault> {
    let mut faults = Faults::none();
    for (g, group) in a.groups.iter().enumerate() {
        for (e, effect) in group.effects.iter().enumerate() {
            let Some(cover) = ledger.covers.of(&a.id, g, e, Reading::Guarded) else { continue };
            for (n, claim) in cover.claims.iter().enumerate() {
                let at = format!("groups[{g}].effects[{e}].offsets[{n}]");
                if claim.shared_off_file {
                    faults.add(
                        Kind::CountedTwice,
                        at,
                        format!("“{}” is claimed more than once, and how many it reaches is not on file", claim.action),
                        "List the action under “actions”, with how many people it reaches and by what kind of help.",
                    );
                } else if !claim.on_file {
                    faults.add(
                        Kind::NotOnFile,
                        at,
                        format!("the action “{}” is not on file in this portfolio", claim.action),
                        "List it under “actions”, so that the ledger can settle it.",
                    );
                } else if !effect.offsets[n].not_double_counted.holds(Run::Hopeful) {
                    faults.add(
                        Kind::CountedTwice,
                        at,
                        format!("you say that “{}” is already counted for others", claim.action),
                        "Take the claim out, or find another action.",
                    );
                }
            }
            if let Some(shortage) = cover.shortage.and_then(|n| ledger.shortages.get(n)) {
                let missing = shortage.missing.map_or("an unknown number of".to_string(), |n| n.to_string());
                let actions: Vec<&str> = shortage.actions.iter().map(|(id, _)| id.as_str()).collect();
                faults.add(
                    Kind::CountedTwice,
                    format!("groups[{g}].effects[{e}].offsets"),
                    format!(
                        "{} reach too few for everyone who counts on them: {missing} people short, shared by {} harms",
                        actions.join(", "),
                        shortage.sharing.len()
                    ),
                    "Find room for more people, find another action, or harm fewer.",
                );
            }
            let said_no = effect.people.is_none() && !effect.offsets.is_empty();
            if said_no {
                faults.add(
                    Kind::Empty,
                    format!("groups[{g}].effects[{e}].people"),
                    "something is said to make up for it, but not for how many people",
                    "Count the people harmed: the ledger matches people to places.",
                );
            }
        }
    }
    for id in &ledger.told_apart {
        let own = a.actions.iter().any(|x| &x.id == id) || a.cuts.iter().any(|x| &x.id == id);
        if own {
            faults.add(
                Kind::Contradiction,
                "actions",
                format!("assessments of this portfolio tell different things of “{id}”; the newest counts"),
                "Make the accounts the same.",
            );
        }
    }
    faults.sorted()
}

//! A portfolio: every kept initiative of it, settled together.

use std::sync::Arc;

use takeup_domain::keytest::{
    Assessment, Cover, Ledger, NOT_THIS, RULES_VERSION, Reading, Shortage, check_portfolio, settle,
};

use crate::answer::keytest::{
    CutShown, EntryOffered, HarmLine, InitiativeLine, MatchedShown, PortfolioPage, PortfolioRequest,
    ShortageShown,
};
use crate::error::ApiError;
use crate::keytest_shown::fault;
use crate::session::Inner;

impl Inner {
    pub(crate) fn portfolio(&self, request: PortfolioRequest) -> Result<PortfolioPage, ApiError> {
        self.opened()?;
        let as_at = self.day(request.as_at.as_deref())?;
        let name = request.name.trim();
        let all = self.kept_of(Some(name))?;
        if all.is_empty() {
            return Err(ApiError::usage(format!(
                "No assessment of a portfolio “{name}” is kept in this file. Set `portfolio` in an assessment and keep it."
            )));
        }
        let ledger = Arc::new(settle(&all.iter().collect::<Vec<_>>()));
        let mut initiatives = Vec::with_capacity(all.len());
        for a in &all {
            let judged = self.judge_in(a.clone(), ledger.clone(), as_at)?;
            initiatives.push(InitiativeLine {
                key: a.id.clone(),
                version: a.version,
                title: a.initiative.title.clone(),
                outcome: judged.result.outcome.as_str().into(),
                outcome_name: judged.result.outcome.word().into(),
                literal_name: judged.result.literal.word().into(),
                lapsed: judged.result.lapsed.is_some(),
                harms: harms(a, &ledger),
                faults: check_portfolio(a, &ledger).iter().map(fault).collect(),
            });
        }
        Ok(PortfolioPage {
            name: name.into(),
            as_at: as_at.to_string(),
            rules: RULES_VERSION.into(),
            not_this: NOT_THIS.into(),
            initiatives,
            entries: ledger
                .lines
                .iter()
                .map(|l| EntryOffered {
                    action: l.action.clone(),
                    what: l.what.clone(),
                    kind: l.kind.word().into(),
                    groups: l.groups.clone(),
                    people: l.people,
                    taken: l.taken,
                    cut: l.cut,
                    left: l.people.map(|n| u64::from(n).saturating_sub(l.taken + l.cut)),
                })
                .collect(),
            cuts: ledger
                .cuts
                .iter()
                .map(|c| CutShown {
                    id: c.id.clone(),
                    what: c.what.clone(),
                    on: c.on.to_string(),
                    kind: c.kind.word().into(),
                    people: c.people,
                })
                .collect(),
            shortages: ledger.shortages.iter().map(|s| shortage(s, &all)).collect(),
        })
    }
}

fn harms(a: &Assessment, ledger: &Ledger) -> Vec<HarmLine> {
    let mut lines = Vec::new();
    for (g, group) in a.groups.iter().enumerate() {
        for (e, effect) in group.effects.iter().enumerate() {
            let Some(cover) = ledger.covers.of(&a.id, g, e, Reading::Guarded) else { continue };
            lines.push(HarmLine {
                group: group.group.clone(),
                what: effect.what.clone(),
                kind: effect.channel.word().into(),
                people: effect.people,
                state: state(cover).into(),
                matched: cover
                    .claims
                    .iter()
                    .filter(|c| c.people > 0)
                    .map(|c| MatchedShown { action: c.action.clone(), people: c.people })
                    .collect(),
                shortage: cover.shortage.map(|n| n as u32),
            });
        }
    }
    lines
}

fn state(cover: &Cover) -> &'static str {
    match cover.runs {
        [true, true] => "Made up for",
        [false, false] => "Not made up for",
        _ => "Not known",
    }
}

fn shortage(s: &Shortage, all: &[Assessment]) -> ShortageShown {
    let title =
        |key: &str| all.iter().find(|a| a.id == key).map_or(key, |a| a.initiative.title.as_str()).to_string();
    let mut sharing: Vec<String> = s.sharing.iter().map(|at| title(&at.assessment)).collect();
    sharing.dedup();
    let actions: Vec<String> = s.actions.iter().map(|(id, kind)| format!("{id} ({})", kind.word())).collect();
    let words = match (s.people, s.missing) {
        (Some(people), Some(missing)) => format!(
            "{people} people need {}, which has room for {}: {missing} go without. Everyone who shares this shows it; none may claim the places alone.",
            actions.join(", "),
            s.places
        ),
        _ => format!(
            "How many people need {} is not known, so nobody can count on its {} places.",
            actions.join(", "),
            s.places
        ),
    };
    ShortageShown {
        actions,
        places: s.places,
        people: s.people,
        cut: s.cut,
        missing: s.missing,
        sharing,
        words,
    }
}

//! What to lift first.

use takeup_domain::lift::{Budget, Weigh};
use takeup_domain::vocabulary::Cost;

use crate::answer::question::{LiftPage, LiftRemedy, LiftRequest};
use crate::error::ApiError;
use crate::power::word;
use crate::session::Inner;

impl Inner {
    pub(crate) fn lift_first(&self, request: LiftRequest) -> Result<LiftPage, ApiError> {
        let judging = self.judging(request.as_at.as_deref())?;
        let areas = match &request.area {
            Some(gss) => vec![self.area_index(gss)?],
            None => judging.areas_in_view(),
        };
        let weigh = match request.weigh.as_str() {
            "groups" => Weigh::Groups,
            "powers" => Weigh::Powers,
            "areas" => Weigh::Areas,
            "people" => Weigh::People,
            other => {
                return Err(ApiError::usage(format!("“{other}” is not groups, powers, areas or people.")));
            }
        };
        let cost = match request.cost.as_deref() {
            None | Some("high") => Cost::High,
            Some("medium") => Cost::Medium,
            Some("low") => Cost::Low,
            Some(other) => return Err(ApiError::usage(format!("“{other}” is not low, medium or high."))),
        };
        let seconds = request.seconds.unwrap_or(10.0).clamp(0.1, 60.0);
        let budget = Budget { remedies: request.remedies, cost, weeks: request.weeks, seconds };
        let judge = judging.judge();
        let work = self.works.start(request.work.as_ref());
        let found = judge.lift_first(&areas, weigh, budget, &|done, total| work.came(done, total))?;
        let remedies: Vec<LiftRemedy> = found
            .remedies
            .iter()
            .filter_map(|id| judge.remedy(id))
            .map(|r| LiftRemedy {
                id: r.id.clone(),
                name: r.name.clone(),
                who_acts: r.who_acts.clone(),
                cost: word(r.cost),
                weeks: format!("{}–{}", r.weeks.from, r.weeks.to),
            })
            .collect();
        let what = match weigh {
            Weigh::Groups => "answers (a power for a group)",
            Weigh::Powers => "powers",
            Weigh::Areas => "powers in areas where nobody can use them today",
            Weigh::People => "people, times powers nobody there can use today",
        };
        let sure = match (found.proven, found.gap) {
            (true, _) => "No other choice opens more: this is proven.".to_string(),
            (false, Some(gap)) => {
                format!("Time ran out: another choice may open up to {:.1} % more.", gap * 100.0)
            }
            (false, None) => {
                "Time ran out before anything was proven: take it as a good choice, not the best.".into()
            }
        };
        let verdict = if remedies.is_empty() {
            "No remedy within this budget opens anything that is blocked on record.".to_string()
        } else {
            format!(
                "{} remedies open {:.0} {what}. {sure} Taking the best next one each time opens {:.0}.",
                remedies.len(),
                found.opens,
                found.greedy
            )
        };
        Ok(LiftPage {
            areas: areas.len() as u32,
            weigh: request.weigh,
            remedies,
            opens: found.opens,
            proven: found.proven,
            gap: found.gap,
            greedy: found.greedy,
            answers: found.answers as u32,
            kinds: found.kinds as u32,
            verdict,
        })
    }
}

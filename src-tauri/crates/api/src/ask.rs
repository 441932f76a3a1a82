//! What to ask next, and the letter that asks a duty holder.

use std::collections::BTreeMap;

use takeup_domain::area::Nation;
use takeup_domain::ask::{Ask, questions};
use takeup_domain::reach::Reach;
use takeup_domain::requirement::Fact;
use takeup_domain::uses::UseState;

use crate::answer::question::{AreaQuestion, AskNext, GroupRef, Letter, QuestionLine};
use crate::error::ApiError;
use crate::judging::Judging;
use crate::session::{Inner, area_ref};

/// Groups named at most.
const MOST_NAMES: usize = 50;

impl Inner {
    pub(crate) fn ask_next(&self, request: AreaQuestion) -> Result<AskNext, ApiError> {
        let area = self.area_index(&request.area)?;
        let judging = self.judging(request.as_at.as_deref())?;
        let work = self.works.start(request.work.as_ref());
        let watch = |done, total| work.came(done, total);
        let found = questions(&judging.world, &judging.compiled, judging.columns(), area, &watch)?;
        let mut lines: Vec<QuestionLine> = Vec::new();
        let mut places: BTreeMap<(&Ask, u32, u32, bool), usize> = BTreeMap::new();
        for q in &found {
            let place = *places.entry((&q.ask, q.if_yes, q.if_no, q.of.is_some())).or_insert_with(|| {
                let key = q.ask.key();
                let question = if q.of.is_some() { self.key_name(&key) } else { self.place_question(&key) };
                lines.push(QuestionLine {
                    groups: vec![],
                    groups_total: 0,
                    key,
                    question,
                    ask: self.how_to_ask(&q.ask),
                    if_yes: q.if_yes,
                    if_no: q.if_no,
                });
                lines.len() - 1
            });
            if let Some(n) = q.of {
                lines[place].groups_total += 1;
                if lines[place].groups.len() < MOST_NAMES {
                    lines[place].groups.push(group_ref(&judging, area, n));
                }
            }
        }
        let total = lines.len() as u32;
        lines.truncate(request.limit.map_or(usize::MAX, |n| n as usize));
        Ok(AskNext {
            area: area_ref(&self.catalogue.areas[area]),
            total,
            questions: lines,
            letters: self.letters(&judging, area),
        })
    }

    fn how_to_ask(&self, ask: &Ask) -> String {
        use takeup_domain::requirement::{Outcome, OutcomeBy};
        let fact = match ask {
            Ask::Form(id) => Fact::Form(vec![id.clone()]),
            Ask::Standing(id) => Fact::Standing(vec![id.clone()]),
            Ask::Trait(id) => Fact::Trait(id.clone()),
            Ask::Outcome(id) => Fact::Outcome(Outcome { of: id.clone(), by: OutcomeBy::Anyone }),
            Ask::WorksHere => Fact::LocalConnection(true),
        };
        self.catalogue.ask_words(&fact)
    }

    /// One letter for each kind of duty holder, about every power it answers of which no register was looked at.
    fn letters(&self, judging: &Judging, area: usize) -> Vec<Letter> {
        let place = &self.catalogue.areas[area];
        let mut by_holder: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for power in 0..judging.compiled.powers.len() {
            let answer = judging.answer(power, area);
            if answer.cell.reach != Reach::NotAvailable
                && answer.used == UseState::NotChecked
                && let Some(entry) = judging.power(power)
                && entry.duty_holder != "none"
            {
                by_holder.entry(&entry.duty_holder).or_default().push(power);
            }
        }
        let mut letters: Vec<Letter> = by_holder
            .into_iter()
            .map(|(holder, powers)| Letter {
                duty_holder: holder.into(),
                name: self.catalogue.holder_name(holder),
                powers: powers.len() as u32,
                text: self.letter(judging, place, holder, &powers),
            })
            .collect();
        letters.sort_by(|a, b| b.powers.cmp(&a.powers).then_with(|| a.name.cmp(&b.name)));
        letters
    }

    fn letter(
        &self,
        judging: &Judging,
        place: &takeup_domain::area::Area,
        holder: &str,
        powers: &[usize],
    ) -> String {
        let of_council =
            self.catalogue.duty_holders.get(holder).is_some_and(|d| !d.in_council_kinds.is_empty());
        let to = if of_council { place.council.clone() } else { self.catalogue.holder_name(holder) };
        let act = if place.nation == Nation::Scotland && of_council {
            "Freedom of Information (Scotland) Act 2002"
        } else {
            "Freedom of Information Act 2000"
        };
        let since = judging.date.year() - 5;
        let mut text = format!(
            "To: {to}\n\nRequest under the {act}\n\nPlease send me what you hold on the use of the rights below in {} \
             since {} {since}: for each right, the number of requests or applications by year, the date, the body that \
             made it, and how it ended. A list or register that shows this is enough.\n\n",
            place.name,
            judging.date.strftime("%-d %B"),
        );
        for (n, power) in powers.iter().enumerate() {
            let Some(entry) = judging.power(*power) else { continue };
            let law =
                entry.law.first().map(|l| format!(" ({}, {})", l.title, l.provision)).unwrap_or_default();
            let shown = entry.shown_by.trim_end_matches('.');
            text.push_str(&format!("{}. {}{law}. This may be shown by: {shown}.\n", n + 1, entry.name));
        }
        text.push_str(
            "\nIf you hold nothing on one of them, please say so for that one. I would like the answer by e-mail, as a \
             spreadsheet where you have one. Names of private persons are not needed.\n",
        );
        text
    }
}

/// A group of an area, by its place among the presences.
pub(crate) fn group_ref(judging: &Judging, area: usize, n: usize) -> GroupRef {
    let group = &judging.world.groups[judging.world.presences_in(area)[n].group as usize];
    GroupRef { id: group.key.clone(), name: group.name.clone() }
}

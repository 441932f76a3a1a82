//! A result to print: one page of HTML that needs nothing else, every text escaped.

use takeup_domain::keytest::Grade;

use crate::answer::keytest::{AssessedPage, FlipShown};

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#0b0c0c}\
h1{font-size:1.6em;margin-bottom:.2em}h2{font-size:1.2em;margin-top:1.6em;border-top:1px solid #b1b4b6;padding-top:.6em}\
.box{border:2px solid #0b0c0c;padding:.6em 1em;margin:1em 0}.beside{border-left:6px solid #b1b4b6;padding-left:1em}\
table{border-collapse:collapse;width:100%;font-size:.9em}th,td{border-bottom:1px solid #b1b4b6;padding:.3em .5em .3em 0;text-align:left;vertical-align:top}\
.scroll{overflow-x:auto}dt{font-weight:bold}dd{margin:0 0 .5em}@media print{body{margin:0}h2{break-after:avoid}li,tr{break-inside:avoid}}";

/// The page.
pub(crate) fn print(page: &AssessedPage) -> String {
    let mut out = Html::default();
    out.raw("<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
    out.text(&format!("Key test: {}", page.title));
    out.raw(&format!("</title><style>{STYLE}</style></head><body><main>"));
    out.element("h1", &format!("Key test: {}", page.title));
    out.element("p", &page.what_changes);
    if let Some(why) = &page.lapsed {
        out.boxed("This result has lapsed", why);
    }
    if !page.may_be_published {
        out.boxed("Not for publication yet", "What must be mended first is listed under “Faults”.");
    }
    out.raw("<div class=\"box\"><p><strong>");
    out.text(&page.outcome_name);
    out.raw("</strong></p>");
    out.element("p", &page.verdict);
    let both = if page.readings_differ {
        format!(
            "The two readings differ. Read literally (any harm may be made up for): {}.",
            page.literal_name
        )
    } else {
        "The guarded and the literal reading agree.".into()
    };
    out.element("p", &both);
    if let Some(stated) = &page.as_stated {
        out.element(
            "p",
            &format!("On the facts as stated, whatever their evidence, the rules would say: {stated}."),
        );
    }
    out.raw("</div>");
    out.element("p", &page.not_this);
    about(&mut out, page);
    for limb in &page.limbs {
        out.element("h2", &limb.question);
        out.raw("<p><strong>");
        out.text(&limb.finding);
        out.raw("</strong>");
        if let Some(stated) = &limb.as_stated {
            out.text(&format!(" (as stated: {stated})"));
        }
        out.raw("</p>");
        out.list(&limb.reasons);
        let grade = limb.grade.clone().unwrap_or_else(|| "none: a deciding fact has no evidence".into());
        out.element("p", &format!("Evidence of the weakest deciding fact: {grade}."));
        if !limb.open.is_empty() {
            out.element("p", "Not known, and may decide:");
            out.list(&limb.open);
        }
    }
    beside(&mut out, page);
    changes(&mut out, page);
    rest(&mut out, page);
    out.raw("</main></body></html>\n");
    out.0
}

fn about(out: &mut Html, page: &AssessedPage) {
    let none = || "none".to_string();
    out.raw("<dl>");
    for (name, value) in [
        ("Duty holder", page.duty_holder.clone()),
        ("Stage", page.stage.clone()),
        ("Instrument", page.instrument.clone().unwrap_or_else(none)),
        ("Before", page.baseline.clone()),
        ("Portfolio", page.portfolio.clone().unwrap_or_else(none)),
        ("Made on", format!("{}, version {}; shown as at {}", page.made_on, page.version, page.as_at)),
        ("Lapses on", page.expires.clone()),
        ("Assessor", page.assessor.clone()),
        ("Second reader", page.second_reader.clone().unwrap_or_else(|| "nobody yet".into())),
        ("Rules", format!("Takeup key test, version {}", page.rules)),
    ] {
        out.element("dt", name);
        out.element("dd", &value);
    }
    out.raw("</dl>");
}

/// What people say: beside the findings, never averaged with them.
fn beside(out: &mut Html, page: &AssessedPage) {
    out.element("h2", "What people affected say");
    out.element("p", "Shown beside the finding, and never averaged with it.");
    if page.citizens_view.is_empty() {
        out.element("p", "Nobody’s view is on record.");
    }
    for view in &page.citizens_view {
        out.raw("<div class=\"beside\">");
        out.element("p", &format!("{}, {}", view.who, view.on));
        out.element("blockquote", &view.text);
        out.list(&view.levels);
        if let Some(outcome) = &view.outcome_name {
            out.element("p", &format!("They come to: {outcome}."));
        }
        out.raw("</div>");
    }
    for judgement in &page.judgements {
        out.raw("<div class=\"beside\">");
        out.element(
            "p",
            &format!("A person decides otherwise: {}. {}", judgement.outcome_name, judgement.reason),
        );
        out.element("p", &format!("Signed: {}, {}", judgement.by, judgement.on));
        out.raw("</div>");
    }
}

fn changes(out: &mut Html, page: &AssessedPage) {
    out.element("h2", "What would change the answer");
    let mut part = |title: &str, flips: &[FlipShown]| {
        if flips.is_empty() {
            return;
        }
        out.element("p", title);
        out.list(
            &flips
                .iter()
                .map(|f| format!("{} → {}", f.changes.join("; and "), f.becomes_name))
                .collect::<Vec<_>>(),
        );
    };
    part("The fewest changes that lead to another outcome, any one of these:", &page.next);
    part("The fewest changes that lead to the test being met, any one of these:", &page.to_meet);
    part("Each of these alone would lose it:", &page.losing);
    if page.next.is_empty() && page.to_meet.is_empty() && page.losing.is_empty() {
        out.element("p", "No change to the facts on file does: name another change of power.");
    }
}

fn rest(out: &mut Html, page: &AssessedPage) {
    if !page.conditions.is_empty() {
        out.element("h2", "Conditions");
        let line = |c: &crate::answer::keytest::ConditionShown| {
            format!("{}. Settled by {}, by {}; evidence wanted: {}", c.what, c.owner, c.by, c.evidence_wanted)
        };
        out.list(&page.conditions.iter().map(line).collect::<Vec<_>>());
    }
    if !page.depends_on.is_empty() {
        out.element("h2", "It depends on these actions");
        out.list(&page.depends_on.iter().map(|d| format!("{}: {}", d.action, d.what)).collect::<Vec<_>>());
    }
    if !page.flags.is_empty() || !page.warnings.is_empty() {
        out.element("h2", "Flags and warnings");
        for flag in &page.flags {
            out.element("p", &format!("{}. {}", flag.flag, flag.name));
            out.list(&flag.signs);
            let said = match (&flag.answer, flag.is_false_use) {
                (Some(answer), Some(true)) => format!("Confirmed as a false use: {answer}"),
                (Some(answer), _) => format!("Found not to be a false use: {answer}"),
                _ => "No person has confirmed it; a sign alone decides nothing.".into(),
            };
            out.element("p", &format!("{} {said}", flag.question));
        }
        out.list(&page.warnings.iter().map(|w| format!("{}: {}", w.code, w.words)).collect::<Vec<_>>());
    }
    if !page.faults.is_empty() {
        out.element("h2", "Faults");
        out.list(
            &page.faults.iter().map(|f| format!("{}: {}. {}", f.at, f.wrong, f.to_do)).collect::<Vec<_>>(),
        );
    }
    out.element("h2", "Sources");
    out.raw("<div class=\"scroll\"><table><thead><tr><th>Of</th><th>Grade</th><th>Source</th><th>Date</th></tr></thead><tbody>");
    for s in &page.sources {
        out.raw("<tr>");
        out.element("td", &s.of);
        out.element("td", &s.grade);
        let quote = s.quote.as_ref().map_or(String::new(), |q| format!(" “{q}”"));
        let old = if s.superseded { " (superseded)" } else { "" };
        let by = s.by.as_ref().map_or(String::new(), |b| format!(" (entered by {b})"));
        out.element("td", &format!("{}{quote}{by}{old}", s.source));
        out.element("td", s.date.as_deref().unwrap_or("not dated"));
        out.raw("</tr>");
    }
    out.raw("</tbody></table></div>");
    out.element("p", "Grades of evidence:");
    out.list(&Grade::ALL.map(|g| g.words().to_string()));
    if page.sources.is_empty() {
        out.element("p", "No source is on file.");
    }
}

#[derive(Default)]
struct Html(String);

impl Html {
    fn raw(&mut self, html: &str) {
        self.0.push_str(html);
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                c if c.is_control() && c != '\n' => {}
                c => self.0.push(c),
            }
        }
    }

    fn element(&mut self, name: &str, text: &str) {
        self.raw(&format!("<{name}>"));
        self.text(text);
        self.raw(&format!("</{name}>\n"));
    }

    fn list(&mut self, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        self.raw("<ul>");
        lines.iter().for_each(|line| self.element("li", line));
        self.raw("</ul>\n");
    }

    fn boxed(&mut self, title: &str, text: &str) {
        self.raw("<div class=\"box\"><p><strong>");
        self.text(title);
        self.raw("</strong></p>");
        self.element("p", text);
        self.raw("</div>");
    }
}

//! A made-up group in a real place, and its proof drawn as text.
#![allow(unreachable_pub)]

use std::fmt::Write;
use std::sync::Arc;

use expect_test::Expect;
use takeup_domain::available::available;
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::explain::{Proof, ProofNode};
use takeup_domain::judge::Judge;
use takeup_domain::record::PresenceBasis;
use takeup_domain::truth::Truth;
use takeup_domain::world::{Finding, Group, Presence, RegisterRead, Told, World};

pub struct Scene {
    gss: &'static str,
    as_at: &'static str,
    group: Option<Group>,
    pub findings: Vec<Finding>,
}

pub fn group(name: &str, forms: &[(&str, bool)]) -> Group {
    let forms = forms.iter().map(|(form, has)| ((*form).to_string(), *has)).collect();
    Group {
        id: 1,
        key: "X-1".into(),
        name: name.into(),
        register: Some(0),
        forms: Arc::new(forms),
        ..Group::default()
    }
}

impl Scene {
    pub fn new(gss: &'static str, as_at: &'static str, group: Group) -> Self {
        Scene { gss, as_at, group: Some(group), findings: vec![] }
    }

    pub fn people(gss: &'static str, as_at: &'static str) -> Self {
        Scene { gss, as_at, group: None, findings: vec![] }
    }

    pub fn area(&self) -> Option<usize> {
        crate::shipped::catalogue().area_index(self.gss)
    }

    /// As the secretary told it.
    pub fn tell(&mut self, key: &str, put: impl FnOnce(&mut Told)) {
        let told = self.group.as_mut().unwrap().told.get_or_insert_default();
        put(told);
        told.sources.insert(key.into(), "Secretary, by telephone (2026-10-02)".into());
    }

    /// As the secretary told it of this area.
    pub fn works_here(&mut self) {
        let area = self.area().unwrap();
        self.tell(&format!("works-here@{area}"), |t| t.here.entry(area).or_default().works = Some(true));
    }

    /// Draws the proof of a power and compares it.
    pub fn check(self, power: &str, expected: Expect) {
        let area = self.area().unwrap();
        let mut world = World::new(crate::shipped::catalogue());
        let as_at = Some("2026-10-01".parse().unwrap());
        world.registers.push(RegisterRead { name: "A register".into(), edition: as_at, read_on: None });
        let presence = self.group.as_ref().map(|_| 0);
        world.groups.extend(self.group);
        if presence.is_some() {
            world.presences.push(Presence { area: area as u32, group: 0, basis: PresenceBasis::BasedIn });
        }
        world.findings = self.findings.into();
        let world = world.index();
        let compiled = Compiled::new(&world.catalogue);
        let columns = Columns::new(&world, &compiled, self.as_at.parse().unwrap());
        let judge = Judge::new(&world, &compiled, &columns);
        let entry = &world.catalogue.powers[power];
        let mut text = String::new();
        if let Err(why) =
            available(&world.catalogue, entry, &world.catalogue.areas[area], None, columns.as_at)
        {
            writeln!(text, "{}", why.words(&world.catalogue, entry, &world.catalogue.areas[area])).unwrap();
        }
        let proof = judge.prove(compiled.power(power).unwrap(), area, presence).unwrap();
        draw(&judge, &proof, &mut text);
        expected.assert_eq(&text);
    }
}

fn draw(judge: &Judge<'_>, proof: &Proof<'_>, text: &mut String) {
    writeln!(text, "{}", proof.reach.as_str()).unwrap();
    node(&proof.tree, 1, text);
    let remedy = |known: bool| if known { "a remedy is known" } else { "no remedy is known" };
    for (finding, known) in &proof.stopped_by {
        let (barrier, note) = (&finding.barrier, &finding.note);
        writeln!(text, "stopped by {barrier} ({}): {note} [{}]", remedy(*known), finding.source.title)
            .unwrap();
    }
    for (need, known) in &proof.short_of {
        let (kind, level) = (need.capacity.name(), need.level.as_str());
        writeln!(text, "short of {kind} “{level}” ({}) {}", remedy(*known), need.why).unwrap();
    }
    for set in &proof.sets.sets {
        let words = |c| judge.world().catalogue.change_words(judge.compiled(), c);
        let changes: Vec<String> = set.iter().map(words).collect();
        let none = if changes.is_empty() { "nothing is missing" } else { "" };
        writeln!(text, "opened by: {}{none}", changes.join(" + ")).unwrap();
    }
    if proof.sets.more {
        writeln!(text, "more exist").unwrap();
    }
}

fn node(part: &ProofNode<'_>, depth: usize, text: &mut String) {
    let mark = match part.value() {
        Some(Truth::True) => "yes",
        Some(Truth::False) => "no",
        Some(Truth::Unknown) => "unknown",
        None => "–",
    };
    write!(text, "{:1$}{mark} ", "", depth * 2).unwrap();
    match part {
        ProofNode::All(_, parts) | ProofNode::Any(_, parts) => {
            writeln!(text, "{}", if matches!(part, ProofNode::All(..)) { "all of" } else { "any of" })
                .unwrap();
            parts.iter().for_each(|p| node(p, depth + 1, text));
        }
        ProofNode::Fact { words, because, source, .. } => {
            let source = source.as_ref().map(|s| format!(" [{s}]")).unwrap_or_default();
            writeln!(text, "{words} | {because}{source}").unwrap();
        }
        ProofNode::Task { words, by, .. } => writeln!(text, "to do by {by}: {words}").unwrap(),
        ProofNode::Judgement { words, decided_by, .. } => {
            writeln!(text, "to confirm by {decided_by}: {words}").unwrap();
        }
    }
}

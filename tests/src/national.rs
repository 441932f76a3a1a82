//! A register of the whole country, made up the same way every time: types as in the Trafford file, incomes by the
//! quantiles of the real register, places by their people.

use std::collections::BTreeMap;
use std::io::{self, Write};

use jiff::civil::{Date, date};
use takeup_domain::area::Area;
use takeup_domain::record::{GroupRecord, PresenceBasis};

/// Numbers that look random and are the same every time (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Dice(seed)
    }

    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 to below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.roll() % n
    }

    /// True `n` times in a hundred.
    pub fn percent(&mut self, n: u64) -> bool {
        self.below(100) < n
    }
}

/// Types of the charities of Trafford, and how many have each.
const TYPES: [(&str, u64); 5] =
    [("Other", 336), ("Charitable company", 180), ("CIO", 128), ("Trust", 72), ("Previously excepted", 20)];

/// Share of the charities (in a thousand) with an income up to so many pounds.
const INCOMES: [(u64, f64); 9] = [
    (0, 1.0),
    (100, 231.0),
    (250, 4_620.0),
    (500, 26_019.0),
    (750, 168_547.0),
    (900, 666_954.0),
    (950, 1_870_000.0),
    (990, 10_300_000.0),
    (1_000, 200_000_000.0),
];

/// Hands out groups, one after another.
pub struct National<'a> {
    dice: Dice,
    number: u64,
    /// Each area with the people living in it and in those before it.
    areas: Vec<(u64, &'a Area)>,
}

/// A group and the type its register gives.
pub struct Made {
    pub kind: &'static str,
    pub group: GroupRecord,
}

impl<'a> National<'a> {
    pub fn new(areas: &'a [Area]) -> Self {
        let mut people = 0;
        let weigh = |area: &'a Area| {
            people += u64::from(area.population.unwrap_or(0));
            (people, area)
        };
        National { dice: Dice::new(2026), number: 200_000, areas: areas.iter().map(weigh).collect() }
    }

    fn area(&mut self) -> &'a Area {
        let all = self.areas[self.areas.len() - 1].0;
        let at = self.dice.below(all);
        self.areas[self.areas.partition_point(|(people, _)| *people <= at)].1
    }

    fn kind(&mut self) -> &'static str {
        let mut at = self.dice.below(736);
        for (kind, count) in TYPES {
            if at < count {
                return kind;
            }
            at -= count;
        }
        "Other"
    }

    fn income(&mut self) -> i64 {
        let at = self.dice.below(1_000);
        let upper = INCOMES.partition_point(|(share, _)| *share <= at);
        let ((from, low), (to, high)) = (INCOMES[upper - 1], INCOMES[upper]);
        let along = (at - from) as f64 / (to - from) as f64;
        (low * (high / low).powf(along)) as i64
    }

    fn day(&mut self) -> Date {
        let (year, month, day) = (self.dice.below(65), self.dice.below(12), self.dice.below(28));
        date(1961 + year as i16, 1 + month as i8, 1 + day as i8)
    }

    /// Forms as the register and its governing documents show them.
    fn forms(&mut self, kind: &str) -> BTreeMap<String, bool> {
        let refined = match kind {
            "CIO" if self.dice.percent(45) => "cio-association",
            "Other" | "Previously excepted" if self.dice.percent(55) => "unincorporated-association",
            _ => "",
        };
        let given: &[&str] = match kind {
            "CIO" => &["cio"],
            "Charitable company" => &["charitable-company"],
            "Trust" => &["charitable-trust", "registered-charity"],
            _ => &["registered-charity"],
        };
        given
            .iter()
            .copied()
            .chain([refined])
            .filter(|f| !f.is_empty())
            .map(|f| (f.to_owned(), true))
            .collect()
    }
}

impl Iterator for National<'_> {
    type Item = Made;

    fn next(&mut self) -> Option<Made> {
        self.number += 1;
        let (number, kind, first) = (self.number, self.kind(), self.area());
        let mut presences = Vec::new();
        let places = match self.dice.below(100) {
            0..93 => 1,
            93..98 => 2,
            _ => 3,
        };
        for place in 0..places {
            let area = if place == 0 { first } else { self.area() };
            let basis = if self.dice.percent(85) { PresenceBasis::WorksIn } else { PresenceBasis::BasedIn };
            if !presences.iter().any(|(gss, _)| *gss == area.gss) {
                presences.push((area.gss.clone(), basis));
            }
        }
        let words = ["Friends of", "Trust of", "Hall in", "Club of", "Relief in", "Society of", "Gardens of"];
        let word = words[self.dice.below(words.len() as u64) as usize];
        let group = GroupRecord {
            key: format!("GB-CHC-{number}"),
            name: format!("{word} {} number {number}", first.name),
            forms: self.forms(kind),
            presences,
            income: self.dice.percent(92).then(|| self.income()),
            income_date: Some(date(2025, 12, 31)),
            volunteers: self.dice.percent(55).then(|| self.dice.below(60) as u32),
            employees: self.dice.percent(40).then(|| self.dice.below(12) as u32),
            registered: Some(self.day()),
            ..GroupRecord::default()
        };
        Some(Made { kind, group })
    }
}

const COLUMNS: [&str; 34] = [
    "date_of_extract",
    "organisation_number",
    "registered_charity_number",
    "linked_charity_number",
    "charity_name",
    "charity_type",
    "charity_registration_status",
    "date_of_registration",
    "date_of_removal",
    "charity_reporting_status",
    "latest_acc_fin_period_start_date",
    "latest_acc_fin_period_end_date",
    "latest_income",
    "latest_expenditure",
    "charity_contact_address1",
    "charity_contact_address2",
    "charity_contact_address3",
    "charity_contact_address4",
    "charity_contact_address5",
    "charity_contact_postcode",
    "charity_contact_phone",
    "charity_contact_email",
    "charity_contact_web",
    "charity_company_registration_number",
    "charity_insolvent",
    "charity_in_administration",
    "charity_previously_excepted",
    "charity_is_cdf_or_cif",
    "charity_is_cio",
    "cio_is_dissolved",
    "date_cio_dissolution_notice",
    "charity_activities",
    "charity_gift_aid",
    "charity_has_land",
];

/// Writes the charity table of the public extract: of every eight rows five are charities that stand, the rest are
/// linked to the one before or removed. Returns how many stand.
pub fn write_extract(out: &mut dyn Write, rows: u64, areas: &[Area]) -> io::Result<u64> {
    write!(out, "{}\r\n", COLUMNS.join("\t"))?;
    let activities = "Runs a café, a lending library and a garden for everyone who lives near by. ".repeat(3);
    let mut made = National::new(areas);
    let (mut standing, mut number) = (0, 0);
    for row in 0..rows {
        let Some(Made { kind, group }) = made.next() else { break };
        let (linked, status) = match row % 8 {
            1 | 5 => (row % 3 + 1, "Registered"),
            7 => (0, "Removed"),
            _ => (0, "Registered"),
        };
        if linked == 0 {
            number = 200_001 + row;
            standing += u64::from(status == "Registered");
        }
        let registered = group.registered.map(|d| d.to_string()).unwrap_or_default();
        let removed = if status == "Removed" { "2019-05-01 00:00:00.0000000" } else { "" };
        let income = group.income.map(|i| i.to_string()).unwrap_or_default();
        let (name, kind) = (&group.name, if linked == 0 { kind } else { "" });
        write!(
            out,
            "2026-11-01 00:00:00.0000000\t{row}\t{number}\t{linked}\t{name}\t{kind}\t{status}\t{registered} 00:00:00.0000000\t\
             {removed}\tSubmission Received\t2024-04-01 00:00:00.0000000\t2025-03-31 00:00:00.0000000\t{income}\t{income}\t\
             The Hall\t1 High Street\tStretford\t\t\tM32 8AA\t0161 000 0000\ta@b.example\twww.c{row}.example\t{row:08}\tFalse\t\
             False\tFalse\tFalse\tFalse\tFalse\t\t{activities}\tTrue\tFalse\r\n"
        )?;
    }
    Ok(standing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_same_every_time_and_as_wide_as_the_real_one() {
        let catalogue = takeup_api::shipped();
        let once = || {
            let mut bytes = Vec::new();
            let standing = write_extract(&mut bytes, 800, &catalogue.areas).unwrap();
            (bytes, standing)
        };
        let (bytes, standing) = once();
        assert_eq!((&bytes, standing), (&once().0, 500));
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.lines().all(|l| l.split('\t').count() == 34));
    }

    #[test]
    fn places_and_presences_follow_the_people() {
        let catalogue = takeup_api::shipped();
        let made: Vec<Made> = National::new(&catalogue.areas).take(20_000).collect();
        let presences: usize = made.iter().map(|m| m.group.presences.len()).sum();
        assert!((1.05..1.15).contains(&(presences as f64 / 20_000.0)), "{presences}");
        let mut incomes: Vec<i64> = made.iter().filter_map(|m| m.group.income).collect();
        incomes.sort_unstable();
        let median = incomes[incomes.len() / 2];
        assert!((20_000..33_000).contains(&median), "{median}");
    }
}

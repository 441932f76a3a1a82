//! Dates as registers write them. Day before month always: month/day/year is never read.

use jiff::civil::Date;

/// A date as far as it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// To the day.
    Day(Date),
    /// To the month.
    Month(i16, i8),
    /// To the year.
    Year(i16),
}

impl When {
    /// The day, if it is given.
    pub(crate) fn day(self) -> Option<Date> {
        match self {
            When::Day(date) => Some(date),
            _ => None,
        }
    }
}

impl std::fmt::Display for When {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            When::Day(date) => write!(f, "{date}"),
            When::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            When::Year(year) => write!(f, "{year:04}"),
        }
    }
}

/// Reads a date; None when it is not one. `serials`: a bare number may be a day count of Excel.
pub(crate) fn parse(cell: &str, serials: bool) -> Option<When> {
    let text = cell.trim();
    if !text.is_ascii() || text.len() > 40 {
        return None;
    }
    if let Some(iso) = text.as_bytes().get(..10).filter(|b| b[4] == b'-' && b[7] == b'-') {
        let rest = &text[10..];
        let timed = rest.is_empty()
            || rest.starts_with(['T', ' ']) && rest[1..].starts_with(|c: char| c.is_ascii_digit());
        let iso = std::str::from_utf8(iso).ok()?;
        return if timed { date(&iso[..4], &iso[5..7], &iso[8..]) } else { None };
    }
    let text = text.split_once(' ').filter(|(_, time)| time.contains(':')).map_or(text, |(day, _)| day);
    let parts: Vec<&str> = text.split(['/', '-', '.', ' ']).filter(|p| !p.is_empty()).collect();
    match parts.as_slice() {
        [one] if one.len() == 4 => Some(When::Year(year(one)?)),
        [serial] if serials => excel(serial),
        [serial, fraction] if serials && serial.len() == 5 && text.contains('.') && digits(fraction) => {
            excel(serial)
        }
        [y, m] if y.len() == 4 && digits(y) => Some(When::Month(year(y)?, month(m)?)),
        [m, y] if y.len() == 4 => Some(When::Month(year(y)?, month(m)?)),
        [d, m, y] if y.len() == 4 => date(y, m, ordinal(d)),
        _ => None,
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn ordinal(day: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day)
}

fn year(text: &str) -> Option<i16> {
    text.parse().ok().filter(|y| (1000..=2200).contains(y) && digits(text))
}

fn month(text: &str) -> Option<i8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if digits(text) && text.len() <= 2 {
        return text.parse().ok().filter(|m| (1..=12).contains(m));
    }
    let text = text.trim_end_matches(',').to_ascii_lowercase();
    let at = NAMES.iter().position(|n| {
        *n == text || text.len() >= 3 && n[..3] == text || text == "sept" && n.starts_with("sept")
    })?;
    i8::try_from(at + 1).ok()
}

fn date(y: &str, m: &str, d: &str) -> Option<When> {
    if !digits(d) || d.len() > 2 {
        return None;
    }
    Date::new(year(y)?, month(m)?, d.parse().ok()?).ok().map(When::Day)
}

/// Days since 30 December 1899, as Excel counts them after February 1900.
fn excel(serial: &str) -> Option<When> {
    let days: i64 = serial.parse().ok().filter(|n| (10_000..=90_000).contains(n))?;
    let epoch = Date::new(1899, 12, 30).ok()?;
    epoch.checked_add(jiff::Span::new().days(days)).ok().map(When::Day)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn dates_are_read_day_first_or_not_at_all() {
        let check = |text: &str, expected: &str| {
            let found = parse(text, false).map_or_else(|| "-".to_owned(), |when| when.to_string());
            assert_eq!(found, expected, "{text}");
        };
        check("2023-09-07", "2023-09-07");
        check("2023-09-07 00:00:00.0000000", "2023-09-07");
        check("2023-09-07T00:00:00Z", "2023-09-07");
        check("7/9/2023", "2023-09-07");
        check("07-09-2023", "2023-09-07");
        check("07.09.2023", "2023-09-07");
        check("07/09/2023 10:30", "2023-09-07");
        check("31 March 2023", "2023-03-31");
        check("1st Sept 2023", "2023-09-01");
        check("31-Mar-2023", "2023-03-31");
        check("March 2023", "2023-03");
        check("2023-03", "2023-03");
        check("03/2023", "2023-03");
        check("2023", "2023");
        for not in [
            "",
            "31/02/2020",
            "12/25/2020",
            "1/2/20",
            "43831",
            "soon",
            "2023-13-01",
            "2023-09-07x",
            "0000",
            "31 Març 2023",
        ] {
            check(not, "-");
        }
    }

    #[test]
    fn day_counts_are_dates_only_in_workbooks() {
        assert_eq!(parse("43831", true).map(|w| w.to_string()).as_deref(), Some("2020-01-01"));
        assert_eq!(parse("43831.75", true).map(|w| w.to_string()).as_deref(), Some("2020-01-01"));
        assert_eq!(parse("2020", true).map(|w| w.to_string()).as_deref(), Some("2020"));
        assert_eq!(parse("120000", true), None);
    }
}

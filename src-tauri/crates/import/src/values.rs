//! Cells to values: numbers, yes and no, postcodes, ids.

/// The cell without the marks that registers write for "nothing".
pub(crate) fn filled(cell: &str) -> &str {
    let cell = cell.trim();
    const NOTHING: [&str; 9] = ["NA", "N/A", "#N/A", "NULL", "-", "--", "?", "unknown", "not known"];
    if NOTHING.iter().any(|n| n.eq_ignore_ascii_case(cell)) { "" } else { cell }
}

/// Whole pounds or a count: `£1,234.50` is 1234. None: not a number.
pub(crate) fn whole(cell: &str) -> Option<i64> {
    let text = cell.trim();
    let (text, negative) = match text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        Some(inside) => (inside, true),
        None => (text, false),
    };
    let text = text.trim_start_matches('£').trim();
    let (text, negative) = text.strip_prefix('-').map_or((text, negative), |rest| (rest, true));
    let text = text.trim_start_matches('£');
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let groups: Vec<&str> = whole.split(',').collect();
    let grouped = groups.len() == 1 || groups[1..].iter().all(|g| g.len() == 3);
    let digits: String = groups.concat();
    let all_digits = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if !grouped || !all_digits || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let value: i64 = digits.parse().ok()?;
    Some(if negative { -value } else { value })
}

/// Yes or no, as people and registers write it.
pub(crate) fn yes_no(cell: &str) -> Option<bool> {
    match cell.trim().to_ascii_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "x" => Some(true),
        "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// A postcode as it is written on an envelope. None: not one.
pub(crate) fn postcode(cell: &str) -> Option<String> {
    let code: String =
        cell.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    if !(5..=7).contains(&code.len()) || cell.len() > 16 {
        return None;
    }
    let (outward, inward) = code.split_at(code.len() - 3);
    let bytes = inward.as_bytes();
    let fits = bytes[0].is_ascii_digit()
        && bytes[1..].iter().all(u8::is_ascii_alphabetic)
        && outward.as_bytes()[0].is_ascii_alphabetic()
        && outward != "XX0";
    fits.then(|| format!("{outward} {inward}"))
}

/// A company number as an org-id, padded to eight; none for the numbers that mean nothing.
pub(crate) fn company_id(cell: &str) -> Option<String> {
    let number: String =
        cell.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    if number.is_empty() || number.len() > 8 || !number.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let padded = if number.bytes().all(|b| b.is_ascii_digit()) { format!("{number:0>8}") } else { number };
    match padded.as_str() {
        "00000000" | "01234567" | "12345678" | "99999999" => None,
        _ => Some(format!("GB-COH-{padded}")),
    }
}

/// A company number as the charity register of Northern Ireland gives it: bare digits.
pub(crate) fn ni_company_id(cell: &str) -> Option<String> {
    let cell = cell.trim();
    let digits = !cell.is_empty() && cell.len() <= 6 && cell.bytes().all(|b| b.is_ascii_digit());
    if !digits {
        return company_id(cell);
    }
    let padded = format!("{cell:0>6}");
    let repeated = padded.bytes().all(|b| Some(b) == padded.bytes().next());
    (!repeated).then(|| format!("GB-COH-NI{padded}"))
}

/// Whether a text is an org-id such as `GB-CHC-1098765`.
pub(crate) fn is_org_id(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let upper = |p: Option<&str>| {
        p.is_some_and(|p| {
            (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        })
    };
    upper(parts.next()) && upper(parts.next()) && parts.next().is_some_and(|rest| !rest.is_empty())
}

/// Lower-case words joined by hyphens.
pub(crate) fn slug(text: &str) -> String {
    crate::header::plain(text).replace(' ', "-")
}

/// A text cut short for a message.
pub(crate) fn short(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{company_id, is_org_id, ni_company_id, postcode, whole};

    #[test]
    fn numbers() {
        let check = |text: &str, expected: Option<i64>| assert_eq!(whole(text), expected, "{text}");
        check("1234", Some(1234));
        check("£1,234,567.89", Some(1_234_567));
        check("-£20", Some(-20));
        check("(20)", Some(-20));
        for not in ["", "12k", "1,2", "1.2.3", "£", "1e5", "99999999999999999999"] {
            check(not, None);
        }
    }

    #[test]
    fn company_numbers() {
        let check =
            |text: &str, expected: Option<&str>| assert_eq!(company_id(text).as_deref(), expected, "{text}");
        check("738693", Some("GB-COH-00738693"));
        check("SC123456", Some("GB-COH-SC123456"));
        assert_eq!(ni_company_id("22996").as_deref(), Some("GB-COH-NI022996"));
        assert_eq!((ni_company_id("0"), ni_company_id("999999")), (None, None));
        for not in ["", "0", "00000000", "01234567", "1234567", "12345678", "none", "123456789"] {
            check(not, None);
        }
    }

    #[test]
    fn postcodes_and_ids() {
        assert_eq!(postcode("m32-8aa").as_deref(), Some("M32 8AA"));
        assert_eq!(postcode("XX0 0XX"), None);
        assert_eq!(postcode("M32"), None);
        assert!(is_org_id("GB-CHC-1098765") && is_org_id("GB-SC-SC012345"));
        assert!(!is_org_id("G1") && !is_org_id("my-own-id") && !is_org_id("GB-CHC-"));
    }
}

//! Names like the one that was not found.

/// Up to three of `names` most like `value`, best first; only real likenesses.
pub(crate) fn similar<'n>(value: &str, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let wanted = pairs(value);
    if wanted.is_empty() || value.len() > 200 {
        return Vec::new();
    }
    let mut scored: Vec<(u32, &str)> = names
        .map(|name| (likeness(&wanted, &pairs(name)), name))
        .filter(|(score, _)| *score >= 450)
        .collect();
    scored.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    scored.dedup_by(|a, b| a.1 == b.1);
    scored.into_iter().take(3).map(|(_, name)| name.to_owned()).collect()
}

/// The same as words to put after a message: `; did you mean A, B or C?`, or nothing.
pub(crate) fn did_you_mean(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("; did you mean {one}?"),
        [first @ .., last] => format!("; did you mean {} or {last}?", first.join(", ")),
    }
}

/// Pairs of neighbouring letters, sorted, with the word's start and end marked.
fn pairs(text: &str) -> Vec<(char, char)> {
    let mut letters = vec![' '];
    letters
        .extend(text.chars().flat_map(char::to_lowercase).map(|c| if c.is_alphanumeric() { c } else { ' ' }));
    letters.push(' ');
    let mut pairs: Vec<(char, char)> = letters.windows(2).map(|w| (w[0], w[1])).collect();
    pairs.sort_unstable();
    pairs
}

/// Dice's coefficient of two sorted lists of pairs, in thousandths.
fn likeness(a: &[(char, char)], b: &[(char, char)]) -> u32 {
    let (mut i, mut j, mut shared) = (0, 0, 0usize);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
        }
    }
    u32::try_from(2000 * shared / (a.len() + b.len()).max(1)).unwrap_or(0)
}

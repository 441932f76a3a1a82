//! Words of 64 rows, one at a time or several side by side.

use std::ops::{BitAnd, BitOr, Not, Range};

/// Something that programs run over.
pub trait Word: Copy + BitAnd<Output = Self> + BitOr<Output = Self> + Not<Output = Self> {
    /// All rows.
    const ALL: Self;
    /// No row.
    const NONE: Self;
}

impl Word for u64 {
    const ALL: u64 = !0;
    const NONE: u64 = 0;
}

/// How many words go side by side.
pub const LANES: usize = 8;

/// Words side by side: one step of a program takes all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lanes([u64; LANES]);

impl Word for Lanes {
    const ALL: Lanes = Lanes([!0; LANES]);
    const NONE: Lanes = Lanes([0; LANES]);
}

impl Lanes {
    /// The words of a column from this place on, as far as there are any.
    #[inline]
    pub fn of(column: &[u64], first: usize) -> Lanes {
        match column[first..].first_chunk() {
            Some(words) => Lanes(*words),
            None => Lanes::from_words(first..column.len(), |word| column[word]),
        }
    }

    /// All rows of the first so many words.
    pub fn all_of(words: usize) -> Lanes {
        Lanes(std::array::from_fn(|n| if n < words { !0 } else { 0 }))
    }

    /// Words that are worked out one by one.
    pub fn from_words(words: Range<usize>, mut of: impl FnMut(usize) -> u64) -> Lanes {
        let mut lanes = [0; LANES];
        lanes.iter_mut().zip(words).for_each(|(lane, word)| *lane = of(word));
        Lanes(lanes)
    }

    /// Number of rows.
    pub fn count(self) -> u32 {
        let any = self.0.iter().fold(0, |any, word| any | word);
        if any == 0 { 0 } else { self.0.iter().map(|word| word.count_ones()).sum() }
    }

    /// The first word.
    pub fn first(self) -> u64 {
        self.0[0]
    }
}

impl BitAnd for Lanes {
    type Output = Lanes;

    fn bitand(self, other: Lanes) -> Lanes {
        Lanes(std::array::from_fn(|n| self.0[n] & other.0[n]))
    }
}

impl BitOr for Lanes {
    type Output = Lanes;

    fn bitor(self, other: Lanes) -> Lanes {
        Lanes(std::array::from_fn(|n| self.0[n] | other.0[n]))
    }
}

impl Not for Lanes {
    type Output = Lanes;

    fn not(self) -> Lanes {
        Lanes(self.0.map(|word| !word))
    }
}

//! Random small catalogues and worlds. Everything follows from a seed, so a failure can be run again.
#![allow(dead_code, unreachable_pub)]

pub mod dice;
pub mod law;
pub mod records;
pub mod reform;
pub mod vocabulary;

pub use dice::Dice;

/// Dates as people write them, with the first and last day they may mean.
pub const WRITTEN: [(&str, [i16; 3], [i16; 3]); 7] = [
    ("2014", [2014, 1, 1], [2014, 12, 31]),
    ("2019-11", [2019, 11, 1], [2019, 11, 30]),
    ("2020-06-15", [2020, 6, 15], [2020, 6, 15]),
    ("2021", [2021, 1, 1], [2021, 12, 31]),
    ("2023-02", [2023, 2, 1], [2023, 2, 28]),
    ("2025-06-15", [2025, 6, 15], [2025, 6, 15]),
    ("2026", [2026, 1, 1], [2026, 12, 31]),
];

/// Days for everything that has a whole one.
pub const DAYS: [&str; 5] = ["2015-01-01", "2020-06-15", "2022-03-31", "2025-06-15", "2026-02-01"];

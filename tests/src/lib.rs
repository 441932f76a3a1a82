//! What the tests of the whole program and the bench share.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

pub mod national;
pub mod oracle;
pub mod places;
pub mod work;

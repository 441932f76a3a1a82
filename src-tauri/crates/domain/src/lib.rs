//! Takeup's pure thought: what powers are, who may use them, and why not. No files, no SQL, no clock.
//!
//! The way through: text → [`catalogue`] → [`compile`]d requirements → [`columns`] of presences →
//! [`judge`]d reach and [`status`] → [`explain`]ed answers with their smallest [`sets`] of changes.

#![deny(missing_docs)]

pub mod area;
pub mod barrier;
pub mod power;
pub mod record;
pub mod requirement;
pub mod sector;
pub mod shared;
pub mod step;
pub mod truth;
pub mod vocabulary;

pub mod case;
pub mod catalogue;
pub mod forms;
pub mod remedies;
pub mod words;

pub mod available;
pub mod columns;
pub mod compile;
pub mod facts;
pub mod judge;
pub mod lanes;
mod matrix;
pub mod reach;
pub mod status;
mod stops;
pub mod uses;
pub mod work;
pub mod world;

pub mod ask;
pub mod catch22;
pub mod chokepoint;
pub mod drawing;
pub mod explain;
pub mod graph;
pub mod keytest;
pub mod levels;
pub mod lift;
pub mod map;
pub mod near;
pub mod next;
pub mod reform;
pub mod routes;
pub mod sets;

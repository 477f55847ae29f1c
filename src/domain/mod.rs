//! What is measured and how it is scored: pure rules over a [`checklist::Checklist`].
//!
//! No clock, no randomness, no browser: whatever changes between two runs comes in as an argument.

#![deny(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::disallowed_macros
)]

pub mod answer;
pub mod assessment;
pub mod band;
pub mod calendar;
pub mod checklist;
pub mod code;
pub mod compare;
pub mod doors;
pub mod exchange;
pub mod group;
pub mod history;
pub mod ics;
pub mod id;
pub mod influence;
pub mod know_do;
pub mod level;
pub mod plan;
pub mod precision;
pub mod question;
pub mod record;
pub mod relative;
pub mod rollup;
pub mod score;
pub mod stamp;
pub mod straight_lining;
pub mod typed;
pub mod views;
pub mod workshop;

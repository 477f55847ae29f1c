//! The rules of the domain, case by case and as properties.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod arbitrary;
mod band;
mod bounds;
mod calendar;
mod checklist;
mod code;
mod group;
mod ids;
mod know_do;
mod merge;
mod precision;
mod progress;
mod record;
mod record_properties;
mod scoring;
mod straight_lining;
mod support;

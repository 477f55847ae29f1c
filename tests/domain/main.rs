//! The rules of the domain, case by case and as properties.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod arbitrary;
mod backup;
mod band;
mod bounds;
mod calendar;
mod checklist;
mod code;
mod compare;
mod damage;
mod doors;
mod exchange;
mod group;
mod history;
mod ics;
mod ids;
mod influence;
mod know_do;
mod mails;
mod merge;
mod plan;
mod precision;
mod previous;
mod progress;
mod record;
mod record_properties;
mod relative;
mod role_gap;
mod rollup;
mod scoring;
mod sessions;
mod settings;
mod straight_lining;
mod support;
mod views;
mod workshop;

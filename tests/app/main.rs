//! What each action does: the state, what is stored, and what the browser is asked for.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod after_workshop;
mod answering;
mod asking;
mod consoles;
mod content;
mod counting;
mod deleting;
mod earlier_votes;
mod early;
#[cfg(feature = "prerender")]
mod example;
mod exchange;
mod facilitating;
mod facilitators_day;
mod joining;
#[cfg(feature = "prerender")]
mod languages;
#[cfg(feature = "prerender")]
mod mixed;
mod over_time;
mod passing;
mod places;
mod planning;
mod receipts;
mod rehearsing;
mod rooms;
#[cfg(feature = "prerender")]
mod splitting;
mod stored;
mod tables;
mod wall_message;
mod windows;
#[cfg(feature = "prerender")]
mod wording;
mod workshops;
mod world;

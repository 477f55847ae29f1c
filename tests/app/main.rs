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
mod content;
mod deleting;
mod early;
mod exchange;
mod facilitating;
mod joining;
mod over_time;
mod places;
mod planning;
mod stored;
mod wall_message;
mod workshops;
mod world;

//! What the application knows and what happens to it: state, actions, update, and effects as data.
//!
//! ```text
//! Action -> update(&mut State) -> Vec<Effect> -> the browser -> Action
//! ```
//!
//! Pure: the clock and the randomness arrive as [`update::Surroundings`].

pub mod action;
#[cfg(feature = "prerender")]
pub mod compile;
pub mod effect;
pub mod export;
pub mod outside;
pub mod pack;
pub mod persist;
pub mod planning;
pub mod preview;
pub mod route;
pub mod state;
pub mod take_in;
pub mod take_out;
pub mod text;
pub mod update;
pub mod words;
pub mod workshop;

//! What the application knows and what happens to it: state, actions, update, and effects as data.
//!
//! ```text
//! Action -> update(&mut State) -> Vec<Effect> -> the browser -> Action
//! ```
//!
//! [`engine::Engine`] runs that to the end.
//!
//! Pure: the clock and the randomness arrive as [`update::Inputs`].

#![deny(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::disallowed_macros
)]

pub mod action;
pub mod assessment;
pub mod chunk;
#[cfg(feature = "prerender")]
pub mod compile;
pub mod effect;
pub mod engine;
pub mod export;
pub mod import;
pub mod pack;
pub mod persist;
pub mod place;
pub mod platform;
pub mod records;
pub mod route;
pub mod shared;
pub mod state;
pub mod text;
#[cfg(feature = "prerender")]
pub mod translation;
pub mod update;
pub mod words;
pub mod workshop;

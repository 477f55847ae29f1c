//! The app in a real browser: `cargo xtask test`, or after `cargo xtask build`: `cargo test -p xtask --test browser`.
//!
//! One module per journey; [`harness`] is all they need.

mod harness;
mod kit;
mod smoke;

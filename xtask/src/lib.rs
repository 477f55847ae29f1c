//! Build tooling of Oxymoron: everything `cargo xtask` does, as a library.
//!
//! The browser tests in `xtask/tests/` use [`server`] and [`tools`] in-process; `main.rs` only calls [`cli::run`].

pub mod bench;
pub mod build;
pub mod check;
pub mod cli;
pub mod dev;
pub mod listen;
pub mod process;
pub mod project;
pub mod server;
pub mod tidy;
pub mod tools;

pub use anyhow::Result;

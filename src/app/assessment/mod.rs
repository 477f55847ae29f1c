//! What only the screens about assessments need: results as files, and what a file holds before it is brought in.

pub mod action;
pub mod another_view;
mod apart;
pub mod example;
pub mod export;
mod import;
pub mod preview;
pub mod returning;
pub mod update;

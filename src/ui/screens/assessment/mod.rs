//! What comes of an assessment, loaded when the first screen is alive: its result and its plan, and the first screen of who returns.

pub mod example;
pub mod plan;
pub mod results;
pub mod returning;

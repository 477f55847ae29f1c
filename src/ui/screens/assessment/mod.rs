//! What comes of an assessment, loaded when the first screen is alive: its result and its plan, the pages to read, and the first screen
//! of who returns.

pub mod example;
pub mod plan;
pub mod reading;
pub mod results;
pub mod returning;

//! Screens about assessments, loaded when the first one is alive: what comes of the answers, and what stays on the device.

pub mod compare;
pub mod example;
pub mod exchange;
pub mod history;
pub mod my_data;
pub mod plan;
pub mod reading;
pub mod results;
pub mod returning;
pub mod views;

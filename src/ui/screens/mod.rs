//! One folder per screen; no screen knows another.

pub mod assess;
pub mod compare;
pub mod history;
pub mod home;
pub mod join;
pub mod missing;
pub mod my_data;
pub mod pass;
pub mod plan;
pub mod reading;
pub mod results;
pub mod sheet;
pub mod take;
pub mod wall;
pub mod workshop;

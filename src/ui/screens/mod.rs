//! One folder per screen; no screen knows another.

pub mod assess;
pub mod home;
pub mod missing;
pub mod my_data;
pub mod reading;
pub mod results;
pub mod take;

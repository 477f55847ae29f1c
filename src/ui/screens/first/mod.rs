//! Screens of the first load: where somebody begins, the questions, an address that is none.

pub mod assess;
pub mod home;
pub mod missing;

//! Screens of a workshop, loaded when somebody goes there.

pub mod facilitate;
pub mod invited;
pub mod join;
pub mod pass;
pub mod rooms;
pub mod sheet;
pub mod wall;

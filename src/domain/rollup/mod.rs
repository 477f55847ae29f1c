//! Many rooms in one picture: what their files say, which of them are the same, and what may be shown of all together.
//!
//! A room enters as its own files show it and as nothing more ([`room::Room`]), whatever kind of file it came in. So every figure over
//! rooms is worked out of figures that are shown already, and no difference between two pictures tells what a room has hidden.

pub mod file;
pub mod gathering;
pub mod picture;
pub mod room;
pub mod set;
pub mod spreads;
pub mod table;
pub mod tally;

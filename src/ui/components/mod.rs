//! Pieces that more than one screen uses.

pub mod about;
pub mod dead_end;
pub mod frame;
pub mod map;
pub mod note;
pub mod notices;
pub mod progress;
pub mod question;
pub mod room;
pub mod scanner;
pub mod session_file;
pub mod shell;
pub mod take_along;
pub mod undo_bar;
pub mod waiting;

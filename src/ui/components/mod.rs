//! Pieces that more than one screen uses.

pub mod about;
pub mod calendar_dates;
pub mod confirm;
pub mod dead_end;
pub mod doors;
pub mod export_files;
pub mod frame;
pub mod handed_over;
pub mod invite_field;
pub mod languages;
pub mod map;
pub mod note;
pub mod notices;
pub mod passing;
pub mod progress;
pub mod question;
pub mod room;
pub mod scanner;
pub mod session_file;
pub mod shell;
pub mod since;
pub mod stacking;
pub mod table_form;
pub mod undo_bar;
pub mod waiting;
pub mod wall;

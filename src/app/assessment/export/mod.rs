//! Results as files for reading: a report that is its own save file, a table, a text, a picture.
//!
//! Each begins with an [`Outline`]: everything there is to say, in the words of the screen. Nothing here is part of the first load.

mod csv;
mod markdown;
mod outline;
mod profile;
mod report;

pub use csv::{COLUMNS, csv};
pub use markdown::markdown;
pub use outline::{AreaLine, ExportSource, Outline, PairLine, empty_title, know_do_text, outcome};
pub use profile::{HEIGHT, WIDTH, profile};
pub use report::report;

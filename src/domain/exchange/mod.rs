//! Everything as one file: written, read back, and compared with what is here.
//!
//! The format, with its grammar and its limits, is in `docs/formats/export.md`. Reading goes record by record, so that a long file can
//! be read in slices and a damaged one costs only what is damaged.
//!
//! ```
//! use oxymoron::domain::exchange::{Found, Intake, Packing};
//! use oxymoron::domain::{calendar::Moment, checklist::InstrumentVersion, record::Key};
//! let mut packing = Packing::new(Moment(1_795_000_000_000), InstrumentVersion(1));
//! packing.keep(&Key::Settings, "{}");
//! let mut intake = Intake::open(packing.finish()).expect("a file of ours");
//! assert_eq!(intake.next(), Some(Found::Record(Key::Settings, "{}".to_owned())));
//! assert_eq!(intake.next(), None);
//! assert!(intake.is_whole());
//! ```

mod compare;
mod intake;
mod mail;
mod packing;
mod page;

pub use compare::{Relation, compare, under_another_id};
pub use intake::{FileError, Found, Intake, LARGEST, LeftOut, Reason, emptied, open_all};
pub use packing::{FORMAT, Packing, Stands, VERSION, stands_as_it_is};
pub use page::{COUNTS_ID, COUNTS_MARK, DATA_ID, POLICY, REPORT_MARK, embedded, for_page, from_page, is_cut};

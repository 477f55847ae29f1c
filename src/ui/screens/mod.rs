//! One folder per screen, below the file that its bytes travel in; no screen knows another.
//!
//! [`first`] is there at once, [`assessment`], [`archive`] and [`workshop`] are loaded later, each as a file of its own.

pub mod archive;
pub mod assessment;
pub mod first;
pub mod workshop;

//! What was kept on the device: history, comparisons, files in and out; loaded when somebody goes there or comes again.

pub mod compare;
pub mod exchange;
pub mod history;
pub mod my_data;
pub mod views;

//! What was kept on the device and what is looked up, loaded when somebody goes there or comes again.

pub mod compare;
pub mod exchange;
pub mod history;
pub mod my_data;
pub mod reading;
pub mod views;

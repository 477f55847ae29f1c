//! What a person sees: screens made of components, drawn the same natively and in the browser.

pub mod anchored;
pub mod app;
pub mod charts;
pub mod chunks;
pub mod components;
pub mod prelude;
mod rooms_part;
pub mod screens;
pub mod store;
#[cfg(test)]
mod testing;
pub mod workshop_handle;

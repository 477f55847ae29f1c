//! What a person sees: screens made of components, drawn the same natively and in the browser.

pub mod app;
pub mod charts;
pub mod components;
pub mod desk;
pub mod later;
pub mod screens;
pub mod store;
#[cfg(test)]
mod testing;

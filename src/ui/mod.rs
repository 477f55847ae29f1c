//! What a person sees: screens made of components, drawn the same natively and in the browser.

mod ahead;
pub mod anchored;
pub mod app;
pub mod charts;
pub mod chunks;
pub mod components;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod every_language;
pub mod prelude;
mod rooms_part;
pub mod screens;
pub mod store;
#[cfg(test)]
mod testing;
pub mod workshop_handle;

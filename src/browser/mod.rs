//! The only place that touches the browser: storage, location, clock, randomness, focus, files, notices.
//!
//! Components call the few public functions here, and only from effects and event handlers: prerendering never gets that far.

#[cfg(target_arch = "wasm32")]
mod boot;
#[cfg(target_arch = "wasm32")]
mod download;
mod events;
#[cfg(target_arch = "wasm32")]
mod outside;
mod page;
#[cfg(target_arch = "wasm32")]
mod panic_notice;
mod renders;
#[cfg(target_arch = "wasm32")]
mod storage;
#[cfg(target_arch = "wasm32")]
mod window;

#[cfg(target_arch = "wasm32")]
pub use boot::start;
pub use events::{Listening, listen_for_digits, value};
pub use page::{focus_heading, print, set_title};
pub use renders::count_render;

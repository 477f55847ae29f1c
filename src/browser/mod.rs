//! The only place that touches the browser: storage, location, clock, randomness, focus, files, notices.
//!
//! Components call the few public functions here, and only from effects and event handlers: prerendering never gets that far.

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

pub use events::{Listening, day, listen_for_digits, listen_for_moves, listen_for_storage, value};
#[cfg(target_arch = "wasm32")]
pub use outside::Browser;
pub use page::{after_paint, focus, focus_heading, print, set_title};
#[cfg(target_arch = "wasm32")]
pub use panic_notice::install as install_panic_notice;
pub use renders::count_render;
#[cfg(target_arch = "wasm32")]
pub use storage::Records;
#[cfg(target_arch = "wasm32")]
pub use window::{Root, root, route, take_over, when_idle};

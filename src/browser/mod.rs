//! The only place that touches the browser: storage, location, clock, randomness, focus, files, notices.
//!
//! Components call the few public functions here, and only from effects and event handlers: prerendering never gets that far.

mod channel;
mod clock;
mod dialog;
mod download;
mod events;
mod files;
mod js;
mod mark;
mod offline;
#[cfg(target_arch = "wasm32")]
mod outside;
mod page;
#[cfg(target_arch = "wasm32")]
mod panic_notice;
mod persistence;
mod projector;
mod renders;
pub mod scan;
mod sharing;
mod slices;
#[cfg(target_arch = "wasm32")]
mod storage;
#[cfg(target_arch = "wasm32")]
mod window;
mod workers;

pub use channel::Channel;
pub use clock::{Ticking, chime, entropy, now};
pub use dialog::Modal;
pub use download::hand_over_picture;
pub use events::{
    Listening, day, listen_for_digits, listen_for_moves, listen_for_storage, pasted, take_text, value,
};
pub use files::{GivenFile, allow_drop, brings_pictures, drops_pictures, read_chosen, read_dropped};
pub use mark::{is_marked, mark, unmark};
pub use offline::{keep_files, when_kept};
#[cfg(target_arch = "wasm32")]
pub use outside::Browser;
pub use page::{after_paint, focus, focus_heading, later_pack, later_style, print, set_title, when_idle};
#[cfg(target_arch = "wasm32")]
pub use panic_notice::install as install_panic_notice;
pub use persistence::{Persistence, ask_to_keep, will_keep};
pub use projector::{fill_screen, listen_for_full_screen, listen_for_turns};
pub use renders::count_render;
pub use sharing::{Clip, address, can_share, copy, go, select, share};
pub use slices::{breath, in_slices};
#[cfg(target_arch = "wasm32")]
pub use storage::Records;
#[cfg(target_arch = "wasm32")]
pub use window::{Root, root, route, take_over};

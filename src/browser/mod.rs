//! The only place that touches the browser: storage, location, clock, randomness, focus, files, notices.
//!
//! Components call the few public functions here, and only from effects and event handlers: prerendering never gets that far.

mod blob;
mod build;
mod channel;
mod clock;
mod dialog;
mod download;
mod events;
mod files;
mod gather;
mod js;
mod kept_focus;
#[cfg(target_arch = "wasm32")]
mod language;
mod languages;
mod letter_case;
mod long_text;
mod mark;
mod numbers;
mod offline;
mod page;
#[cfg(target_arch = "wasm32")]
mod panic_notice;
mod persistence;
#[cfg(target_arch = "wasm32")]
mod platform;
mod projector;
mod relative;
mod renders;
mod save_as;
pub mod scan;
mod sharing;
mod slices;
#[cfg(target_arch = "wasm32")]
mod storage;
mod voice;
#[cfg(target_arch = "wasm32")]
mod window;
mod workers;

pub use build::{Build, build, is_a_file, is_one_file};
pub use channel::Channel;
pub use clock::{Ticking, chime, entropy, now};
pub use dialog::Modal;
pub use download::hand_over_picture;
pub use events::{
    Listening, changed_day, field_text, half_typed_or, is_held_on_a_button, keep_day, left_day,
    listen_for_moves, listen_for_option_keys, listen_for_storage, local_moment, put_text, read_field,
    read_pasted, say_invalid, take_text, value,
};
pub use files::{GivenFile, allow_drop, read_chosen, read_dropped};
pub use gather::{
    Gathered, ManyFiles, gather_chosen, gather_dropped, gather_pasted, gather_pictures, read_all_chosen,
    read_all_dropped,
};
pub use kept_focus::{give_way, keep_focus};
pub use languages::{
    Fetched, become_page, choose_language, fetch_language, forget_language, goes_elsewhere, language_address,
    lend_language, load, offered_language,
};
pub use letter_case::case_folded;
pub use mark::{is_marked, keep_mark, kept_mark, mark, unmark};
pub use numbers::half;
pub use offline::{keep_files, reload, when_kept};
pub use page::{
    after_paint, focus, focus_heading, heading_has_focus, listen_for_screen_names, off_page, print, print_as,
    screen_name, set_title, step_aside, style, unfold, when_idle, words,
};
#[cfg(target_arch = "wasm32")]
pub use panic_notice::{install as install_panic_notice, say_that_files_are_missing};
pub use persistence::{Persistence, ask_to_keep, will_keep};
#[cfg(target_arch = "wasm32")]
pub use platform::Browser;
pub use projector::{
    Awake, fill_screen, find_window, listen_for_full_screen, listen_for_paste, listen_for_turns, stay_awake,
};
pub use relative::{Unit, counted, weekday};
pub use renders::count_render;
pub use save_as::{Saved, save_as};
pub use sharing::{Clip, address, can_share, copy_field, go, replace, share, share_file};
pub use slices::{in_slices, next_task};
#[cfg(target_arch = "wasm32")]
pub use storage::Records;
pub use voice::{say, say_shown};
#[cfg(target_arch = "wasm32")]
pub use window::{Root, is_changed, listen_for_changes, root, route, take_over};

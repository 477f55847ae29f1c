//! The app in real browsers: `cargo xtask test`, or after `cargo xtask build` and `cargo xtask build --dev`:
//! `cargo test -p xtask --test browser`.
//!
//! One module per topic; [`harness`] is all they need. Each visit is to a server of its own and fails on anything that
//! the browser complains about.
#![allow(
    clippy::indexing_slicing,
    reason = "a JSON value that lacks what is asked for reads as null, and the test fails"
)]

mod arrivals;
mod assess;
mod bad_input;
mod broken;
mod builds;
mod by_name;
mod changed;
mod coming_back;
mod every_screen;
mod example;
mod exchange;
mod faults;
mod files_out;
mod first_window;
mod focus_stays;
mod forced;
mod harness;
mod heard;
mod images;
mod journey;
mod keyboard;
mod kit;
mod languages;
mod later;
mod layout;
mod left_behind;
mod looks;
mod my_data;
mod offline;
mod over_time;
mod participants;
mod plan;
mod privacy;
mod renders;
mod results;
mod scan;
mod screens;
mod single;
mod smoke;
mod start_up;
mod storage;
mod titles;
mod two_views;
mod windows;
mod workshop;
mod workshop_arrivals;
mod workshop_camera;
mod workshop_console;
mod workshop_join;
mod workshop_keyboard;
mod workshop_pass;
mod workshop_projector;
mod workshop_rehearsal;
mod workshop_rooms;
mod workshop_rooms_dropped;
mod workshop_rooms_shown;
mod workshop_sheet;
mod workshop_slips;
mod workshop_walk;
mod workshop_wall;

//! The dialog as markup, and what it makes of codes and pictures.

use super::{Eye, Note, Seen, scanner, words_of_eye, words_of_note};
use crate::app::state::State;
use crate::app::text::Text;
use crate::browser::scan::{CameraError, PictureError};
use crate::ui::prelude::*;
use crate::ui::testing::{screen, store};

fn drawn(open: bool) -> String {
    let found = html! { <p>{ "9 of 12 received" }</p> };
    screen(State::prerendered(), |_| {
        scanner(open, &Callback::noop(), &Callback::noop(), found)
    })
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().copied().map(str::to_owned).collect()
}

#[test]
fn it_is_there_only_while_it_is_open() {
    assert_eq!(drawn(false), "");
    let open = drawn(true);
    for piece in [
        "<dialog tabindex=\"-1\" aria-labelledby=\"scanner-title\" class=\"scanner\">",
        ">Scan codes</h2>",
        "Waiting for the camera",
        "0 codes read",
        "9 of 12 received",
        "<label for=\"scanner-file\">",
        "accept=\"image/*\"",
        "Close and turn the camera off</button>",
    ] {
        assert!(open.contains(piece), "{piece} in {open}");
    }
}

#[test]
fn a_code_that_stays_in_sight_is_handed_on_once() {
    let mut seen = Seen::default();
    assert_eq!(seen.take(texts(&["a"])), texts(&["a"]));
    assert_eq!(seen.take(texts(&["a"])), texts(&[]));
    assert_eq!(seen.take(texts(&["b", "a", "b"])), texts(&["b"]));
    assert_eq!(seen.known, texts(&["a", "b"]));
}

#[test]
fn pictures_keep_what_is_good_and_say_what_is_wrong_with_the_rest() {
    let mut seen = Seen::default();
    let mixed = vec![
        Ok(texts(&["a", "b"])),
        Err(PictureError::NotAPicture),
        Err(PictureError::NothingFound),
    ];
    assert_eq!(seen.take_pictures(mixed), texts(&["a", "b"]));
    assert_eq!(seen.note, Some(Note::Failed(PictureError::NotAPicture)));
    assert_eq!(seen.take_pictures(vec![Ok(texts(&["b"]))]), texts(&[]));
    assert_eq!(seen.note, Some(Note::Seen));
    assert_eq!(seen.take_pictures(vec![Ok(texts(&["c"]))]), texts(&["c"]));
    assert_eq!(seen.note, None);
}

#[test]
fn whatever_keeps_the_camera_off_the_other_ways_are_named() {
    let store = store(State::prerendered());
    let errors = [
        CameraError::Refused,
        CameraError::NoCamera,
        CameraError::Busy,
        CameraError::ReaderMissing,
    ];
    let all: Vec<Text> = errors
        .into_iter()
        .map(|error| words_of_eye(Eye::Shut(error)))
        .collect();
    for words in &all {
        let said = store.text(*words);
        for way in ["pasted as text", "opened as links", "brought as files"] {
            assert!(said.contains(way), "{way} in {said}");
        }
        assert_eq!(all.iter().filter(|other| *other == words).count(), 1);
    }
    let missing = words_of_note(Note::Failed(PictureError::ReaderMissing));
    assert_eq!(missing, words_of_eye(Eye::Shut(CameraError::ReaderMissing)));
}

//! The dialog that reads codes with the camera or from pictures.
//!
//! ```ignore
//! let on_texts = Callback::from(|texts: Vec<String>| …);   // each text once for as long as the dialog is open
//! let on_close = Callback::from(|()| …);                   // draw again with `open` false
//! html! { <> <button onclick={…}>{ "Scan" }</button> { scanner(open, &on_texts, &on_close, found) } </> }
//! ```
//!
//! While `open` is false nothing of it is drawn. The camera is asked for when it opens and is off as soon as it closes: by its button, Esc,
//! another route or leaving the page. The focus then goes back to where it was. `found` stands below the count of codes: what the
//! screen makes of them (new, replaced, for another workshop), in a live region of the dialog.

use crate::app::text::Text;
use crate::browser::scan::{self, Camera, CameraError, Picture, PictureError, Sight};
use crate::browser::{self, Modal};
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_store};
use std::cell::RefCell;
use std::rc::Rc;

/// The dialog, or nothing.
pub fn scanner(open: bool, on_texts: &Callback<Vec<String>>, on_close: &Callback<()>, found: Html) -> Html {
    html! {
        if open {
            <Scanner on_texts={on_texts.clone()} on_close={on_close.clone()} {found} />
        }
    }
}

/// See [`scanner`].
#[derive(Debug, Clone, PartialEq, Properties)]
struct Props {
    on_texts: Callback<Vec<String>>,
    on_close: Callback<()>,
    found: Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Eye {
    #[default]
    Opening,
    Looking,
    Shut(CameraError),
}

/// What there is to say about the last pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Note {
    Reading,
    /// All of them were read, and held nothing new.
    Seen,
    Failed(PictureError),
}

#[derive(Default)]
struct Seen {
    eye: Eye,
    note: Option<Note>,
    /// Texts that have been handed on.
    known: Vec<String>,
    /// The latest ones, for the handlers that live as long as the dialog.
    ways: Option<Props>,
}

impl Seen {
    /// Those of `texts` that were not handed on yet.
    fn take(&mut self, texts: Vec<String>) -> Vec<String> {
        let mut fresh = Vec::new();
        for text in texts {
            if !self.known.contains(&text) {
                self.known.push(text.clone());
                fresh.push(text);
            }
        }
        fresh
    }

    /// Takes what pictures held, and notes what is to be said about those that held nothing.
    fn take_pictures(&mut self, pictures: Vec<Picture>) -> Vec<String> {
        let (mut texts, mut error) = (Vec::new(), None);
        for picture in pictures {
            match picture {
                Ok(found) => texts.extend(found),
                Err(found) => error = error.or(Some(found)),
            }
        }
        let fresh = self.take(texts);
        self.note = match error {
            Some(error) => Some(Note::Failed(error)),
            None if fresh.is_empty() => Some(Note::Seen),
            None => None,
        };
        fresh
    }
}

#[component]
fn Scanner(props: &Props) -> Html {
    let store = use_store();
    let (dialog, video) = (use_node_ref(), use_node_ref());
    let handlers = Handlers {
        seen: use_mut_ref(Seen::default),
        redraw: use_force_update(),
    };
    handlers.seen.borrow_mut().ways = Some(props.clone());
    {
        let (dialog, video, handlers) = (dialog.clone(), video.clone(), handlers.clone());
        use_effect_with((), move |()| {
            let close = handlers.clone();
            let modal = Modal::open(dialog.get(), move || close.close());
            let camera = Camera::open(video.get(), move |sight| handlers.see(sight));
            move || drop((camera, modal))
        });
    }
    let seen = handlers.seen.borrow();
    let count = seen.known.len();
    let shut = matches!(seen.eye, Eye::Shut(_));
    html! {
        <dialog ref={dialog} class="scanner" tabindex="-1" aria-labelledby="scanner-title">
            <h2 id="scanner-title">{ store.text(Text::ScanTitle) }</h2>
            if !shut {
                <p class="hint">{ store.text(Text::ScanLead) }</p>
            }
            <video ref={video} class="scanner-picture" playsinline=true aria-hidden="true" hidden={shut} />
            <div aria-live="polite" aria-atomic="true">
                <p>{ store.text(words_of_eye(seen.eye)) }</p>
                if count > 0 || !shut {
                    <p class="scanner-count">{ store.pack.texts.count(Text::ScanReadOne, Text::ScanReadMany, count) }</p>
                }
                { props.found.clone() }
            </div>
            { handlers.pictures(&store, seen.note) }
            { handlers.foot(&store, shut) }
        </dialog>
    }
}

/// What the handlers work with.
#[derive(Clone)]
struct Handlers {
    seen: Rc<RefCell<Seen>>,
    redraw: UseForceUpdateHandle,
}

impl Handlers {
    fn on<E>(&self, act: fn(&Self)) -> Callback<E> {
        let handlers = self.clone();
        Callback::from(move |_| act(&handlers))
    }

    fn foot(&self, store: &Store, shut: bool) -> Html {
        let close = if shut {
            Text::ScanCloseShut
        } else {
            Text::ScanClose
        };
        html! {
            <p class="scanner-foot">
                <button type="button" class="button" onclick={self.on(Self::close)}>{ store.text(close) }</button>
            </p>
        }
    }

    fn close(&self) {
        let ways = self.seen.borrow().ways.clone();
        if let Some(ways) = ways {
            ways.on_close.emit(());
        }
    }

    fn see(&self, sight: Sight) {
        let mut fresh = Vec::new();
        {
            let mut seen = self.seen.borrow_mut();
            match sight {
                Sight::Looking => seen.eye = Eye::Looking,
                Sight::Failed(error) => seen.eye = Eye::Shut(error),
                Sight::Texts(texts) => {
                    fresh = seen.take(texts);
                    if fresh.is_empty() {
                        return;
                    }
                }
            }
        }
        self.hand_on(fresh);
    }

    /// Draws again, and hands texts to the screen if there are any.
    fn hand_on(&self, texts: Vec<String>) {
        let ways = self.seen.borrow().ways.clone();
        self.redraw.force_update();
        if let Some(ways) = ways.filter(|_| !texts.is_empty()) {
            ways.on_texts.emit(texts);
        }
    }

    /// The file input, and a place to drop pictures.
    fn pictures(&self, store: &Store, note: Option<Note>) -> Html {
        let (chosen, dropped) = (self.clone(), self.clone());
        let onchange = Callback::from(move |event: Event| {
            let handlers = chosen.reading();
            scan::read_chosen(&event, move |pictures| handlers.read(pictures));
        });
        let ondrop = Callback::from(move |event: DragEvent| {
            let handlers = dropped.reading();
            scan::read_dropped(&event, move |pictures| handlers.read(pictures));
        });
        let ondragover = Callback::from(|event: DragEvent| browser::allow_drop(&event));
        html! {
            <div class="take-drop scanner-drop" {ondrop} {ondragover}>
                <label for="scanner-file">{ store.text(Text::ScanPicture) }</label>
                <input id="scanner-file" type="file" multiple=true accept="image/*" {onchange} />
                <span class="hint">{ store.text(Text::ScanPictureHint) }</span>
                <p aria-live="polite" aria-atomic="true" class="hint">
                    if let Some(note) = note {
                        { store.text(words_of_note(note)) }
                    }
                </p>
            </div>
        }
    }

    fn reading(&self) -> Self {
        self.seen.borrow_mut().note = Some(Note::Reading);
        self.redraw.force_update();
        self.clone()
    }

    fn read(&self, pictures: Vec<Picture>) {
        let fresh = self.seen.borrow_mut().take_pictures(pictures);
        self.hand_on(fresh);
    }
}

const fn words_of_eye(eye: Eye) -> Text {
    match eye {
        Eye::Opening => Text::ScanStarting,
        Eye::Looking => Text::ScanLooking,
        Eye::Shut(CameraError::Refused) => Text::ScanRefused,
        Eye::Shut(CameraError::NoCamera) => Text::ScanNoCamera,
        Eye::Shut(CameraError::Busy) => Text::ScanBusy,
        Eye::Shut(CameraError::ReaderMissing) => Text::ScanMissing,
    }
}

const fn words_of_note(note: Note) -> Text {
    match note {
        Note::Reading => Text::ScanPictureReading,
        Note::Seen => Text::ScanPictureSeen,
        Note::Failed(PictureError::TooLarge) => Text::ScanPictureLarge,
        Note::Failed(PictureError::NotAPicture) => Text::ScanPictureNot,
        Note::Failed(PictureError::NothingFound) => Text::ScanPictureNothing,
        Note::Failed(PictureError::ReaderMissing) => Text::ScanMissing,
    }
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;

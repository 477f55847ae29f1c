//! The camera: on while its [`Camera`] lives, and off as soon as that is dropped.

use super::super::js::{call, navigator, promise, property, set, window};
use super::reader::{self, Answer};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, JSON, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Node};

/// The one at the back, where there are two. Sharp enough for a code that fills a third of the picture.
const WANTED: &str =
    r#"{"audio":false,"video":{"facingMode":"environment","width":{"ideal":1280},"height":{"ideal":720}}}"#;
/// Milliseconds from the start of one look to the next: ten a second.
const EVERY: f64 = 100.0;
/// So much earlier the window is asked to draw: half the time between two of its pictures.
const EARLY: f64 = 8.0;
/// `HTMLMediaElement.HAVE_CURRENT_DATA`.
const HAS_A_PICTURE: f64 = 2.0;

/// Why nothing is seen, or no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CameraError {
    /// The person, the browser or a policy said no.
    Refused,
    /// There is none, or the browser gives none to this page.
    NoCamera,
    /// It is in use by something else, was unplugged, or does not answer.
    Busy,
    /// It works, but what reads codes could not be loaded.
    ReaderMissing,
}

/// What the camera tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// It is on.
    Looking,
    /// Codes in one look, at least one; the same are told again for as long as they are seen.
    Texts(Vec<String>),
    /// It is off.
    Failed(CameraError),
}

/// A camera that is on or about to be.
pub struct Camera(Rc<Inner>);

struct Inner {
    video: Element,
    /// A `MediaStream`.
    stream: RefCell<Option<JsValue>>,
    off: Cell<bool>,
}

impl Camera {
    /// Asks for the camera and shows it in `video`, which should be `playsinline`. Nothing where that is no `<video>`.
    pub fn open(video: Option<Node>, tell: impl Fn(Sight) + 'static) -> Option<Self> {
        let inner = Rc::new(Inner {
            video: video?
                .dyn_into::<Element>()
                .ok()
                .filter(|element| element.tag_name() == "VIDEO")?,
            stream: RefCell::default(),
            off: Cell::new(false),
        });
        let running = Rc::clone(&inner);
        spawn_local(async move {
            let failed = running.run(&tell).await.err();
            running.stop();
            if let Some(error) = failed.filter(|_| !running.off.get()) {
                tell(Sight::Failed(error));
            }
        });
        Some(Self(inner))
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.0.off.set(true);
        self.0.stop();
    }
}

impl Inner {
    /// Until it is dropped or fails.
    async fn run(&self, tell: &impl Fn(Sight)) -> Result<(), CameraError> {
        let stream = ask().await?;
        // While the browser asked the person, the dialog may have been closed.
        self.stream.replace(Some(stream.clone()));
        if self.off.get() {
            return Ok(());
        }
        // As an attribute that is set later it would say nothing about this video.
        set(&self.video, "muted", &true.into());
        set(&self.video, "srcObject", &stream);
        if let Some(playing) = promise(&self.video, "play", &[]) {
            playing.await.map_err(|error| cause(&error))?;
        }
        if self.off.get() {
            return Ok(());
        }
        tell(Sight::Looking);
        let mut due = 0.0;
        loop {
            due = frame(due).await;
            if self.off.get() {
                return Ok(());
            }
            if property(&stream, "active").is_falsy() {
                return Err(CameraError::Busy);
            }
            match self.look().await {
                _ if self.off.get() => return Ok(()),
                Some(Answer::Texts(texts)) if !texts.is_empty() => tell(Sight::Texts(texts)),
                Some(Answer::ReaderMissing) => return Err(CameraError::ReaderMissing),
                _ => {}
            }
        }
    }

    /// One look at what the video shows.
    async fn look(&self) -> Option<Answer> {
        if property(&self.video, "readyState").as_f64()? < HAS_A_PICTURE {
            return None;
        }
        let bitmap = promise(&window(), "createImageBitmap", &[&self.video])?
            .await
            .ok()?;
        Some(reader::ask(&bitmap, &Array::of1(&bitmap)).await)
    }

    fn stop(&self) {
        let Some(stream) = self.stream.take() else { return };
        let tracks = call(&stream, "getTracks", &JsValue::UNDEFINED);
        let tracks = tracks.map(|tracks| Array::from(&tracks)).unwrap_or_default();
        for track in tracks.iter() {
            let _off = call(&track, "stop", &JsValue::UNDEFINED);
        }
        set(&self.video, "srcObject", &JsValue::NULL);
    }
}

async fn ask() -> Result<JsValue, CameraError> {
    let wanted = JSON::parse(WANTED).map_err(|_| CameraError::NoCamera)?;
    // Not there on a page that did not come over a secure connection.
    let devices = property(&navigator(), "mediaDevices");
    let coming = promise(&devices, "getUserMedia", &[&wanted]).ok_or(CameraError::NoCamera)?;
    coming.await.map_err(|error| cause(&error))
}

/// The names are those of the standard Media Capture and Streams, 10.3.5.
fn cause(error: &JsValue) -> CameraError {
    match property(error, "name").as_string().as_deref() {
        Some("NotAllowedError" | "SecurityError") => CameraError::Refused,
        Some("NotFoundError" | "OverconstrainedError" | "TypeError") => CameraError::NoCamera,
        _ => CameraError::Busy,
    }
}

/// When the window draws again, from shortly before `due` on; in a hidden window not before it is shown. Says when the next one is due:
/// a look that comes late by less than a turn costs none, and more is not made up for.
async fn frame(due: f64) -> f64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most one turn"
    )]
    TimeoutFuture::new((due - EARLY - now()).clamp(0.0, EVERY) as u32).await;
    let drawn = Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            let _refused = window.request_animation_frame(&done);
        }
    });
    let _never = JsFuture::from(drawn).await;
    due.max(now() - EVERY) + EVERY
}

/// Milliseconds since the page was opened.
fn now() -> f64 {
    let clock = property(&window(), "performance");
    call(&clock, "now", &JsValue::UNDEFINED)
        .and_then(|now| now.as_f64())
        .unwrap_or_default()
}

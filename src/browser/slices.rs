//! Long work in short slices, so that the page goes on answering.

use super::js::{method, property};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Date, Object, Promise, Reflect, global};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How long one slice lasts at least, in milliseconds: a frame.
const SLICE: f64 = 16.0;
/// How often what is under way is drawn, in milliseconds: a number that changes more often cannot be read.
pub(super) const SIGHT: f64 = 250.0;

/// Calls `step` until it says that nothing is left. Between slices the browser may draw and handle events; now and then, and after the last,
/// `pause` is called, to draw how far it has come.
pub fn in_slices(mut step: impl FnMut() -> bool + 'static, mut pause: impl FnMut() + 'static) {
    spawn_local(async move {
        let mut drawn = Date::now();
        loop {
            let slice = Slice::begin();
            while !slice.is_over() {
                if !step() {
                    // What is drawn at the end is a task's work by itself.
                    turn().await;
                    pause();
                    return;
                }
            }
            if slice.end - drawn >= SIGHT {
                pause();
                drawn = slice.end;
            }
            turn().await;
        }
    });
}

/// What may still be done in this task.
pub(super) struct Slice {
    end: f64,
}

impl Slice {
    pub(super) fn begin() -> Self {
        Self {
            end: Date::now() + SLICE,
        }
    }

    fn is_over(&self) -> bool {
        Date::now() >= self.end
    }

    /// Leaves what follows to the next task once this one has had its time.
    pub(super) async fn pass_on(&mut self) {
        if self.is_over() {
            turn().await;
            *self = Self::begin();
        }
    }
}

/// Until everything else has had its turn. Where the browser takes tasks that may wait, that is at once if nothing does; a timer takes
/// four milliseconds more each time.
async fn turn() {
    let options = Object::new();
    let _set = Reflect::set(&options, &"priority".into(), &"background".into());
    let nothing = Closure::once_into_js(|| ());
    let scheduler = property(&global(), "scheduler");
    let task =
        method(&scheduler, "postTask").and_then(|post| post.call2(&scheduler, &nothing, &options).ok());
    match task.and_then(|task| task.dyn_into::<Promise>().ok()) {
        Some(task) => drop(JsFuture::from(task).await),
        None => next_task().await,
    }
}

/// Until what waits has been handled, timers too: a message would be quicker and come before them.
pub async fn next_task() {
    TimeoutFuture::new(0).await;
}

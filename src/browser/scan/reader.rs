//! The worker that reads codes: started when first asked, and started anew after it has failed.

use super::super::js::{call, call_with, make, property, set};
use super::super::workers::Script;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::EventTarget;

/// How long one picture may take, in milliseconds.
const PATIENCE: u32 = 20_000;

/// What came of a picture.
pub(super) enum Answer {
    /// All codes in it, or none.
    Texts(Vec<String>),
    NotAPicture,
    /// Neither the browser nor our own code can read one.
    ReaderMissing,
}

/// Those who wait for an answer, by the number of their question.
type Waiting = Rc<RefCell<Vec<(u32, Function)>>>;

struct Reader {
    /// The first question it was asked.
    first: u32,
    /// A `Worker`.
    worker: EventTarget,
    waiting: Waiting,
    _listeners: [EventListener; 2],
}

impl Drop for Reader {
    fn drop(&mut self) {
        let _ended = call(&self.worker, "terminate", &JsValue::UNDEFINED);
        settle(&self.waiting, &JsValue::UNDEFINED);
    }
}

thread_local! {
    static READER: RefCell<Option<Reader>> = const { RefCell::new(None) };
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// Asks for the codes in a `File` or an `ImageBitmap`; what is in `handed_over` is the worker's from then on.
pub(super) async fn ask(picture: &JsValue, handed_over: &Array) -> Answer {
    let number = LAST.get() + 1;
    LAST.set(number);
    let Some(coming) = READER.with_borrow_mut(|reader| {
        if reader.is_none() {
            *reader = start(number);
        }
        post(reader.as_ref()?, number, picture, handed_over)
    }) else {
        return Answer::ReaderMissing;
    };
    let answer = JsFuture::from(coming).await.unwrap_or_default();
    // After a silence, too: what hangs over one picture would hang over the next.
    if answer.is_null_or_undefined() || property(&answer, "spent").is_truthy() {
        stop(number);
    }
    if answer.is_undefined() {
        return Answer::Texts(Vec::new());
    }
    if answer.is_null() {
        return Answer::ReaderMissing;
    }
    match property(&answer, "error").as_string().as_deref() {
        Some("picture") => Answer::NotAPicture,
        Some(_) => Answer::ReaderMissing,
        None => {
            let texts: Array = property(&answer, "texts").dyn_into().unwrap_or_default();
            Answer::Texts(texts.iter().filter_map(|text| text.as_string()).collect())
        }
    }
}

/// Ends the worker that was asked this, unless another has taken its place; the next question starts one.
fn stop(number: u32) {
    // Dropped outside of the borrow.
    let reader = READER.with_borrow_mut(|reader| reader.take_if(|reader| reader.first <= number));
    drop(reader);
}

/// Sends a question. The promise resolves to the answer, to null where the worker could not
/// be loaded, and to undefined where it says nothing for too long or is ended over another picture.
fn post(reader: &Reader, number: u32, picture: &JsValue, handed_over: &Array) -> Option<Promise> {
    let question = Object::new();
    set(&question, "id", &number.into());
    set(&question, "picture", picture);
    call_with(&reader.worker, "postMessage", &[&question, handed_over])?;
    Some(Promise::new(&mut |resolve, _| {
        reader.waiting.borrow_mut().push((number, resolve.clone()));
        let silent = move || drop(resolve.call0(&JsValue::UNDEFINED));
        Timeout::new(PATIENCE, silent).forget();
    }))
}

fn start(first: u32) -> Option<Reader> {
    let options = Object::new();
    set(&options, "type", &Script::Reader.kind().into());
    let worker = make("Worker", &Array::of2(&Script::Reader.trusted()?, &options))?;
    let worker: EventTarget = worker.unchecked_into();
    let waiting = Waiting::default();
    let answered = EventListener::new(&worker, "message", {
        let waiting = Rc::clone(&waiting);
        move |event| {
            let answer = property(event, "data");
            let number = property(&answer, "id").as_f64();
            let mut waiting = waiting.borrow_mut();
            let place = waiting
                .iter()
                .position(|(asked, _)| Some(f64::from(*asked)) == number);
            if let Some(place) = place {
                let (_, resolve) = waiting.swap_remove(place);
                let _never = resolve.call1(&JsValue::UNDEFINED, &answer);
            }
        }
    });
    let failed = EventListener::new(&worker, "error", {
        let waiting = Rc::clone(&waiting);
        move |_| settle(&waiting, &JsValue::NULL)
    });
    Some(Reader {
        first,
        worker,
        waiting,
        _listeners: [answered, failed],
    })
}

/// Tells everybody who waits that no answer comes.
fn settle(waiting: &Waiting, with: &JsValue) {
    for (_, resolve) in waiting.take() {
        let _never = resolve.call1(&JsValue::UNDEFINED, with);
    }
}

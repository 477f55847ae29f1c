//! What the page's main thread did, from Chromium's own trace.

use serde::Deserialize;
use serde_json::Value;

/// What Chromium is asked to record.
pub const CATEGORIES: &str = "devtools.timeline,disabled-by-default-devtools.timeline,blink.user_timing";

#[derive(Debug, Clone, Deserialize)]
struct Event {
    name: String,
    #[serde(default)]
    ts: f64,
    #[serde(default)]
    dur: f64,
    #[serde(default)]
    tdur: f64,
    pid: i64,
    tid: i64,
    #[serde(default)]
    args: Value,
}

impl Event {
    fn end(&self) -> f64 {
        self.ts + self.dur
    }

    fn is_input(&self, kind: &str) -> bool {
        self.name == "EventDispatch" && self.args.pointer("/data/type").and_then(Value::as_str) == Some(kind)
    }
}

/// Milliseconds of the main thread from an input event until the next frame is handed to the compositor; by the processor's clock, so
/// without what other programs took.
#[derive(Debug, Clone, Default)]
pub struct Work {
    /// All tasks from the one with the event to the one with the frame; waiting between them is left out.
    pub total: f64,
    /// Dispatching the event itself: listeners, the app's update and its rendering.
    pub dispatch: f64,
    /// Style, wherever it was asked for.
    pub style: f64,
    /// Layout.
    pub layout: f64,
    /// Paint and handing over to the compositor.
    pub paint: f64,
}

/// One recording.
#[derive(Debug, Default)]
pub struct Trace {
    events: Vec<Event>,
}

impl Trace {
    /// Keeps the events of the thread on which the page got its input.
    pub fn new(recorded: Vec<Value>) -> Self {
        let events: Vec<Event> = recorded
            .into_iter()
            .filter_map(|event| serde_json::from_value(event).ok())
            .collect();
        let thread = events
            .iter()
            .find(|event| event.is_input("mousedown"))
            .map(|event| (event.pid, event.tid));
        let mut events: Vec<Event> = events
            .into_iter()
            .filter(|event| Some((event.pid, event.tid)) == thread)
            .collect();
        events.sort_by(|a, b| a.ts.total_cmp(&b.ts));
        Self { events }
    }

    /// The work of every click on the page.
    pub fn clicks(&self) -> Vec<Work> {
        let clicks = self.events.iter().filter(|event| event.is_input("click"));
        clicks.filter_map(|click| self.work(click)).collect()
    }

    /// How long each task took, in milliseconds.
    pub fn tasks(&self) -> Vec<f64> {
        self.named("RunTask").map(|task| task.dur / 1000.0).collect()
    }

    /// The same by the processor's clock, so without what other programs took.
    pub fn processor(&self) -> Vec<f64> {
        self.named("RunTask").map(|task| task.tdur / 1000.0).collect()
    }

    fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Event> {
        self.events.iter().filter(move |event| event.name == name)
    }

    /// From the task with `input` to the one with the first frame after it.
    fn work(&self, input: &Event) -> Option<Work> {
        let commit = self.named("Commit").find(|commit| commit.ts > input.ts)?;
        let holds = |task: &&Event, event: &Event| task.ts <= event.ts && event.ts <= task.end();
        let from = self.named("RunTask").find(|task| holds(task, input))?.ts;
        let until = self.named("RunTask").find(|task| holds(task, commit))?.end();
        let within = |event: &&Event| event.ts >= from && event.end() <= until;
        let sum = |names: &[&str]| {
            let named = self
                .events
                .iter()
                .filter(within)
                .filter(|event| names.contains(&event.name.as_str()));
            named.map(|event| event.tdur).sum::<f64>() / 1000.0
        };
        Some(Work {
            total: sum(&["RunTask"]),
            dispatch: input.tdur / 1000.0,
            style: sum(&["UpdateLayoutTree"]),
            layout: sum(&["Layout"]),
            paint: sum(&["PrePaint", "Paint", "Layerize", "Commit"]),
        })
    }
}

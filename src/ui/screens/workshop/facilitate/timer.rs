//! The time that is left for the stage; only this is drawn again every second.

use crate::app::text::Text;
use crate::app::workshop::figures::minutes;
use crate::browser::{self, Ticking};
use crate::domain::calendar::Moment;
use crate::domain::workshop::Workshop;
use crate::domain::workshop::change::Change;
use crate::domain::workshop::stage;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use crate::ui::workshop_handle::WorkshopHandle;
use std::cell::RefCell;
use std::rc::Rc;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) handle: WorkshopHandle,
}

const LONG_OVER: i64 = stage::Timer::LONG_OVER;

/// Minutes and seconds. Where it is long over it is only said that it is more.
fn clock(seconds: i64) -> String {
    let more = if seconds < -LONG_OVER { "> " } else { "" };
    [more, &minutes(seconds.max(-LONG_OVER).unsigned_abs())].concat()
}

/// The figures, with a sign where they are of what is over.
fn figures(left: i64) -> String {
    let sign = if (-LONG_OVER..0).contains(&left) { "+" } else { "" };
    [sign, &clock(left)].concat()
}

/// What every tick looks at: the workshop as it is, and how much was left at the tick before.
type Last = Rc<RefCell<(WorkshopHandle, i64)>>;

#[component]
pub(super) fn Timer(props: &Props) -> Html {
    let handle = &props.handle;
    let timer = handle.workshop.timer;
    let now = use_state_eq(|| handle.store.inputs().now);
    browser::count_render("timer");
    // What was changed since the last tick counts from its own moment on.
    let left = timer.left(timer.since.map_or(*now, |since| since.max(*now)));
    let last: Last = use_mut_ref(|| (handle.clone(), left));
    last.borrow_mut().0 = handle.clone();
    {
        let now = now.clone();
        use_effect_with(timer.since.is_some(), move |running| {
            let ticking = running.then(|| Ticking::every_second(move || tick(&last, &now)));
            move || drop(ticking)
        });
    }
    html! {
        <div class="timer" role="group" aria-label={handle.store.text(Text::WorkshopTimer)}>
            <p class={classes!("timer-figures", (left < 0).then_some("timer-over"))} dir="ltr" role="timer">
                <span aria-hidden="true">{ figures(left) }</span>
                <span class="timer-words">{ standing(&handle.store, &handle.workshop, left) }</span>
            </p>
            { buttons(handle) }
        </div>
    }
}

fn buttons(handle: &WorkshopHandle) -> Html {
    let (running, sound) = (handle.workshop.timer.since.is_some(), handle.workshop.sound);
    let store = &handle.store;
    let button = |label: Text, change: Change| {
        let label = store.text(label);
        let spoken = store.pack.texts.about(&label, &store.text(Text::WorkshopTimer));
        html! {
            <button type="button" class="timer-button" aria-label={spoken} onclick={said(handle, change)}>{ label }</button>
        }
    };
    let pause = if running {
        Text::WorkshopTimerPause
    } else {
        Text::WorkshopTimerGo
    };
    html! {
        <div class="timer-buttons">
            { button(pause, Change::ToggledTimer) }
            { button(Text::WorkshopTimerMinus, Change::MovedTimer(-60)) }
            { button(Text::WorkshopTimerPlus, Change::MovedTimer(60)) }
            <button type="button" class="timer-button" aria-pressed={sound.to_string()}
                onclick={handle.on_click(Change::SwitchedSound(!sound))}>{ store.text(Text::WorkshopTimerSound) }</button>
        </div>
    }
}

/// Changes the time and says what is left of it: on the screen it only ticks.
fn said(handle: &WorkshopHandle, change: Change) -> Callback<MouseEvent> {
    let handle = handle.clone();
    Callback::from(move |_: MouseEvent| {
        handle.change(change.clone());
        if let Some(workshop) = handle.latest() {
            let left = workshop.timer.left(handle.store.inputs().now);
            browser::say(&standing(&handle.store, &workshop, left));
        }
    })
}

/// What is left, and whether it is paused.
fn standing(store: &Store, workshop: &Workshop, left: i64) -> AttrValue {
    let text = if left < 0 {
        Text::WorkshopTimerOver
    } else {
        Text::WorkshopTimerLeft
    };
    let words = store.fill(text, &[("time", &clock(left))]);
    match workshop.timer.since {
        Some(_) => words,
        None => {
            let paused = store.text(Text::WorkshopTimerPaused);
            store.fill(Text::SiteBoth, &[("one", &words), ("two", &paused)])
        }
    }
}

/// Draws what is left; the moment at which nothing is left is heard once.
fn tick(last: &Last, shown: &UseStateHandle<Moment>) {
    let now = browser::now();
    let mut last = last.borrow_mut();
    let (left, before) = (last.0.workshop.timer.left(now), last.1);
    last.1 = left;
    if before > 0 && left <= 0 && last.0.workshop.sound {
        browser::chime();
    }
    shown.set(now);
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn minutes_and_seconds() {
        let times = [0, 9, 60, 605, -65, 5_400, -3_600, -900_607].map(clock);
        let shown = [
            "0:00", "0:09", "1:00", "10:05", "1:05", "90:00", "60:00", "> 60:00",
        ];
        assert_eq!(times, shown);
    }
}

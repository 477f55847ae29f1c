//! The time on the picture: drawn anew each second, alone.

use crate::app::workshop::figures::minutes;
use crate::browser::{self, Ticking};
use crate::domain::calendar::Moment;
use crate::domain::workshop::phase::Phase;
use crate::domain::workshop::stage::Timer;
use crate::ui::prelude::*;

/// The moment, each second another while the timer runs; `now` where it was drawn with the picture.
#[hook]
fn use_moment(timer: Timer, now: Moment) -> Moment {
    let later = use_state_eq(|| now);
    {
        let later = later.setter();
        use_effect_with(timer.since.is_some(), move |runs| {
            let ticking = runs.then(|| Ticking::every_second(move || later.set(browser::now())));
            move || drop(ticking)
        });
    }
    now.max(*later)
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct LeftProps {
    pub(super) timer: Timer,
    pub(super) now: Moment,
    /// How time that is over is said.
    pub(super) over: AttrValue,
}

/// The time that is left; none once nobody goes by it any more.
#[component]
pub(super) fn Left(props: &LeftProps) -> Html {
    let timer = props.timer;
    let left = timer.left(use_moment(timer, props.now));
    let class = if timer.since.is_some() {
        "wall-timer"
    } else {
        "wall-timer wall-still"
    };
    html! {
        if let Some(time) = time(left, &props.over) {
            <p {class} dir="ltr" role="timer">{ time }</p>
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PhasesProps {
    pub(super) timer: Timer,
    pub(super) now: Moment,
    /// How time that is over is said.
    pub(super) over: AttrValue,
    /// Seconds of all phases.
    pub(super) total: i64,
    /// What each is called, and what is done in it.
    pub(super) words: [(AttrValue, AttrValue); Phase::ALL.len()],
}

/// Where 1-2-4-All is, and the time that is left of it.
#[component]
pub(super) fn Phases(props: &PhasesProps) -> Html {
    let now = use_moment(props.timer, props.now);
    let (phase, left) = Phase::at(props.timer.left(now), props.total);
    let place = Phase::ALL.iter().position(|one| *one == phase);
    let Some((name, what)) = place.and_then(|place| props.words.get(place)) else {
        return Html::default();
    };
    html! {
        <div class="wall-phase">
            <p class="wall-read">
                { name }
                if let Some(time) = time(left, &props.over) {
                    { " · " }<span role="timer" dir="ltr">{ time }</span>
                }
            </p>
            <p class="wall-read wall-soft">{ what }</p>
        </div>
    }
}

/// What is left. What is over is heard in words, as a voice may leave the minus out.
fn time(left: i64, over: &str) -> Option<Html> {
    let figures = clock(left)?;
    if left >= 0 {
        return Some(figures.into());
    }
    let words = over.replace("{time}", &minutes(left.unsigned_abs()));
    Some(html! { <><span aria-hidden="true">{ figures }</span><span class="unseen">{ words }</span></> })
}

/// Seconds as minutes and seconds; what is over has a minus before it. Nothing once nobody goes by it any more.
pub(super) fn clock(left: i64) -> Option<String> {
    let sign = if left < 0 { "−" } else { "" };
    (left >= -Timer::LONG_OVER).then(|| [sign, &minutes(left.unsigned_abs())].concat())
}

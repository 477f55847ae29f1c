//! Since an earlier workshop on this device: in words, as slopes and as a table.

use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::app::workshop::figures::{interpolated, verdict};
use crate::app::workshop::past::{AreaMove, End, earlier, last_time, moves};
use crate::browser;
use crate::domain::code::WorkshopId;
use crate::domain::group::InterpolatedMedian;
use crate::domain::group::sessions::SessionChange;
use crate::domain::question::AreaId;
use crate::domain::workshop::Workshop;
use crate::ui::charts::score::Sixths;
use crate::ui::charts::slope::{SlopeRow, SlopeWords, Weight, slope};
use crate::ui::components::stacking::{Row, stacking};
use crate::ui::prelude::*;
use crate::ui::store::Store;
use crate::ui::workshop_handle::WorkshopHandle;
use std::rc::Rc;

/// Where the comparison stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// On the sheet: chosen by whoever wants it, and not on paper.
    OnTheSheet,
    /// At the console's last stage, with the team's last one chosen.
    AtTheConsole,
}

/// What [`Since`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct SinceProps {
    /// The later workshop.
    pub handle: WorkshopHandle,
    /// Where it is drawn.
    pub stands: Stands,
}

/// Nothing while there is no earlier workshop.
#[component]
pub fn Since(props: &SinceProps) -> Html {
    let (handle, stands) = (&props.handle, props.stands);
    let against = use_state_eq(|| None::<Option<WorkshopId>>);
    let others = use_memo(handle.clone(), |handle| {
        let revealed = handle.workshop.revealed.is_some();
        revealed.then(|| earlier(&handle.store.state(), &handle.workshop))
    });
    let Some(others) = others.as_deref().filter(|others| !others.is_empty()) else {
        return Html::default();
    };
    let view = View {
        store: &handle.store,
        workshop: &handle.workshop,
    };
    let at_the_console = stands == Stands::AtTheConsole;
    let last = || last_time(&handle.workshop, others).filter(|_| at_the_console);
    let chosen = against.unwrap_or_else(last);
    let onchange = Callback::from(move |event: Event| against.set(Some(browser::value(&event).parse().ok())));
    let before = others.iter().find(|other| Some(other.id) == chosen);
    let title = view.text(Text::SheetPast);
    html! {
        <section class="sheet-part screen-only" aria-labelledby="past">
            if stands == Stands::OnTheSheet {
                <h2 id="past">{ title }</h2>
            } else {
                <h3 id="past">{ title }</h3>
            }
            <p class="field sheet-choice">
                <label for="against">{ view.text(Text::SheetPastChoose) }</label>
                <select id="against" {onchange}>
                    <option value="" selected={before.is_none()}>{ view.text(Text::SheetPastNone) }</option>
                    { for others.iter().map(|other| option(&view, other, others, Some(other.id) == chosen)) }
                </select>
            </p>
            if let Some(before) = before {
                { comparison(&view, before) }
            }
        </section>
    }
}

/// What every part is drawn from.
struct View<'a> {
    store: &'a Store,
    workshop: &'a Workshop,
}

impl View<'_> {
    fn text(&self, text: Text) -> AttrValue {
        self.store.text(text)
    }

    fn fill(&self, text: Text, values: &[(&str, &str)]) -> AttrValue {
        self.store.fill(text, values)
    }
}

fn day(view: &View, workshop: &Workshop) -> AttrValue {
    view.store.day(view.store.day_of(workshop.held()))
}

fn title(view: &View, workshop: &Workshop) -> AttrValue {
    match workshop.settings.title.trim() {
        "" => view.text(Text::SheetPastUnnamed),
        title => title.to_owned().into(),
    }
}

/// With the time where another one was held on the same day.
fn moment(view: &View, workshop: &Workshop, others: &[&Workshop]) -> AttrValue {
    let day_of = |workshop: &Workshop| view.store.day_of(workshop.held());
    let same = |other: &&Workshop| other.id != workshop.id && day_of(other) == day_of(workshop);
    let day = day(view, workshop);
    if others.iter().any(same) {
        view.store
            .pack
            .row(&[&*day, &*view.store.time(workshop.held())])
            .into()
    } else {
        day
    }
}

/// Two workshops of one day are told apart by their times, whatever their titles are.
fn column(view: &View, workshop: &Workshop, other: &Workshop) -> AttrValue {
    let (title, date) = (title(view, workshop), moment(view, workshop, &[other]));
    view.fill(Text::SheetPastColumn, &[("title", &title), ("date", &date)])
}

fn columns(view: &View, before: &Workshop) -> (AttrValue, AttrValue) {
    let column = |one, other| column(view, one, other);
    (column(before, view.workshop), column(view.workshop, before))
}

fn option(view: &View, other: &Workshop, all: &[Rc<Workshop>], selected: bool) -> Html {
    let title = title(view, other);
    let all: Vec<_> = all.iter().map(|one| &**one).chain([view.workshop]).collect();
    html! {
        <option value={other.id.to_string()} {selected}>{ view.store.pack.row(&[&title, &moment(view, other, &all)]) }</option>
    }
}

fn comparison(view: &View, before: &Workshop) -> Html {
    let moves = moves(&view.store.pack.checklist, before, view.workshop);
    let versions = [before, view.workshop].map(|workshop| workshop.instrument.0.to_string());
    let [from, to] = &versions;
    let rows: Vec<_> = moves.iter().filter_map(|it| row(view, it)).collect();
    html! {
        <>
            <div aria-live="polite" aria-atomic="true" class="sheet-moves">{ words(view, &moves) }</div>
            if from != to {
                <p>{ view.fill(Text::SheetPastVersions, &[("from", from), ("to", to)]) }</p>
            }
            if !rows.is_empty() {
                { chart(view, before, &rows) }
            }
            { table(view, before, &moves) }
            <p class="hint">{ view.text(Text::SheetPastRule) }</p>
        </>
    }
}

/// "2 areas moved up: Hiring for change, Debate and experiments".
fn words(view: &View, moves: &[AreaMove]) -> Html {
    let of = |change: SessionChange| moves.iter().filter(move |it| it.change == Some(change));
    let texts = &view.store.pack.texts;
    let line = |change, one, many| {
        let names: Vec<_> = of(change).map(|it| name(view, it.area).to_string()).collect();
        let count = names.len();
        (count > 0).then(|| texts.about(&texts.count(one, many, count), &view.store.list(&names)))
    };
    let still = of(SessionChange::NoChangeThatCounts).count();
    let still = (still > 0).then(|| texts.fill(Text::SheetPastStill, &[("n", &still.to_string())]));
    let nothing = moves.iter().all(|it| it.change.is_none());
    let nothing = nothing.then(|| texts.get(Text::SheetPastNothing).to_string());
    let lines = [
        line(SessionChange::MovedUp, Text::CompareUpOne, Text::CompareUpMany),
        line(
            SessionChange::MovedDown,
            Text::CompareDownOne,
            Text::CompareDownMany,
        ),
        still,
        nothing,
    ];
    lines
        .into_iter()
        .flatten()
        .map(|line| html! { <p>{ line }</p> })
        .collect()
}

fn name(view: &View, area: AreaId) -> AttrValue {
    view.store.pack.words.area(area, AreaWord::Name).into()
}

fn row(view: &View, moved: &AreaMove) -> Option<SlopeRow> {
    let end = |median: InterpolatedMedian| {
        (
            sixths(median),
            interpolated(&view.store.pack.texts, median).into(),
        )
    };
    Some(SlopeRow {
        label: view.store.pack.words.area(moved.area, AreaWord::Short).into(),
        from: end(moved.from.middle()?),
        to: end(moved.to.middle()?),
        weight: match moved.change? {
            SessionChange::NoChangeThatCounts => Weight::Still,
            SessionChange::MovedUp | SessionChange::MovedDown => Weight::Moved,
        },
    })
}

fn sixths(median: InterpolatedMedian) -> Sixths {
    Sixths::new(u16::try_from((6 * median.tenths() + 5) / 10).unwrap_or(0))
}

fn chart(view: &View, before: &Workshop, rows: &[SlopeRow]) -> Html {
    let (from, to) = columns(view, before);
    let words = SlopeWords {
        label: view.fill(Text::SheetPastChart, &[("from", &from), ("to", &to)]),
        from,
        to,
        moved: view.text(Text::CompareLegendMoved),
        still: view.text(Text::CompareLegendStill),
    };
    slope(&words, rows)
}

fn table(view: &View, before: &Workshop, moves: &[AreaMove]) -> Html {
    let (from, to) = columns(view, before);
    let columns = [
        view.text(Text::ResultsColumnArea),
        from,
        to,
        view.text(Text::CompareColumnVerdict),
    ];
    let caption = view.text(Text::SheetPastTable);
    stacking(None, caption, &columns, moves.iter().map(|it| line(view, it)))
}

fn line(view: &View, moved: &AreaMove) -> Row {
    let end = |end: End| match end {
        End::TooFew => view.text(Text::SheetTooFew),
        End::Dots => view.text(Text::SheetDotsOnly),
        End::Middle(median) => interpolated(&view.store.pack.texts, median).into(),
    };
    Row::of([
        name(view, moved.area),
        end(moved.from),
        end(moved.to),
        view.text(verdict(moved.change)),
    ])
}

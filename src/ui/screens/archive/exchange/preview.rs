//! What the files hold, by how it stands to what is here, with a choice for each record and one for all of a kind.

use super::Handlers;
use super::process::{ImportProcess, bring_in};
use crate::app::assessment::preview::{ImportChoice, Row, What};
use crate::app::text::Text;
use crate::browser;
use crate::domain::exchange::{LeftOut, Reason, Relation};
use crate::domain::record::roll_up_id;
use crate::domain::workshop::merge::{MergeLoss, Part};
use crate::ui::components::rehearsed::rehearsed;
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::rc::Rc;

/// More than these of one kind are shown when asked for.
const FIRST: usize = 10;

/// Everything, and the two ways on.
pub(super) fn preview(handlers: &Handlers) -> Html {
    let process = handlers.process.borrow();
    let chosen = process.preview.chosen();
    let texts = &handlers.store.pack.texts;
    let label = texts.count(Text::ExchangeConfirmOne, Text::ExchangeConfirmMany, chosen);
    let confirm = {
        let (store, process, redraw) = (
            Rc::clone(handlers.store),
            Rc::clone(&handlers.process),
            handlers.redraw.clone(),
        );
        Callback::from(move |_: MouseEvent| bring_in(&store, &process, &redraw))
    };
    let cancel = handlers.handler(|process, _: MouseEvent| *process = ImportProcess::default());
    html! {
        <div class="take-preview">
            <h2 id="preview" tabindex="-1">{ handlers.store.text(Text::ExchangePreview) }</h2>
            { for Relation::ALL.into_iter().map(|relation| group(handlers, &process, relation)) }
            { left_out(handlers, &process.preview.left_out) }
            <p class="hint" aria-live="polite" aria-atomic="true">
                if chosen == 0 {
                    { handlers.store.text(Text::ExchangeConfirmNone) }
                }
            </p>
            <p class="take-along-row">
                if chosen > 0 {
                    <button type="button" class="button" data-take="confirm" onclick={confirm}>{ label }</button>
                }
                <button type="button" class="button button-quiet" data-take="cancel" onclick={cancel}>
                    { handlers.store.text(Text::ExchangeCancel) }
                </button>
            </p>
        </div>
    }
}

const fn words(relation: Relation) -> [Text; 2] {
    match relation {
        Relation::Conflicting => [Text::ExchangeConflicting, Text::ExchangeConflictingHint],
        Relation::Newer => [Text::ExchangeNewer, Text::ExchangeNewerHint],
        Relation::New => [Text::ExchangeNew, Text::ExchangeNewHint],
        Relation::Older => [Text::ExchangeOlder, Text::ExchangeOlderHint],
        Relation::Same => [Text::ExchangeSame, Text::ExchangeSameHint],
    }
}

/// The records that stand in one relation.
fn group(handlers: &Handlers, process: &ImportProcess, relation: Relation) -> Html {
    let rows: Vec<_> = process
        .preview
        .rows
        .iter()
        .filter(|row| row.relation == relation)
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    let [title, hint] = words(relation);
    // What it says of merging and of keeping both holds for assessments.
    let hints = relation != Relation::Conflicting || process.preview.has_assessment(relation);
    let count = rows.len().to_string();
    let shown = if process.unfolded.contains(&relation) {
        rows.len()
    } else {
        FIRST
    };
    let unfold = handlers.handler(move |process, _: MouseEvent| process.unfolded.push(relation));
    html! {
        <section class="take-group">
            <h3>{ handlers.store.text(title) }{ " (" }{ count.clone() }{ ")" }</h3>
            if hints {
                <p class="hint">{ handlers.store.text(hint) }</p>
            }
            { all_of(handlers, &rows, relation) }
            <ul>{ for rows.iter().take(shown).map(|row| item(handlers, row)) }</ul>
            if rows.len() > shown {
                <p>
                    <button type="button" class="link" onclick={unfold}>
                        { handlers.store.fill(Text::ExchangeMore, &[("n", &count)]) }
                    </button>
                </p>
            }
        </section>
    }
}

const fn label(row: &Row, choice: ImportChoice) -> Text {
    match (choice, row.relation) {
        (ImportChoice::Merge, Relation::Conflicting | Relation::Newer)
            if matches!(row.what, What::Assessment) || row.left_apart.is_some() =>
        {
            Text::ExchangeChoiceMerge
        }
        (ImportChoice::Merge, _) => Text::ExchangeChoiceIn,
        (ImportChoice::KeepBoth, _) => Text::ExchangeChoiceBoth,
        (ImportChoice::Skip, _) => Text::ExchangeChoiceSkip,
    }
}

fn option(handlers: &Handlers, row: &Row, choice: ImportChoice, selected: bool) -> Html {
    html! { <option value={choice.name()} {selected}>{ handlers.store.text(label(row, choice)) }</option> }
}

/// One choice for a whole group, where there is more than one record to choose for.
fn all_of(handlers: &Handlers, rows: &[&Row], relation: Relation) -> Html {
    let choosing: Vec<_> = rows.iter().filter(|row| row.offers().len() > 1).collect();
    let Some(first) = choosing.first().filter(|_| choosing.len() > 1) else {
        return Html::default();
    };
    let agreed = choosing
        .iter()
        .all(|row| row.choice == first.choice)
        .then_some(first.choice);
    let onchange = handlers.handler(move |process, event: Event| {
        if let Some(choice) = ImportChoice::from_name(&browser::value(&event)) {
            process.preview.choose_all(relation, choice);
        }
    });
    html! {
        <label class="take-choice">
            { handlers.store.text(Text::ExchangeChoiceAll) }
            <select {onchange}>
                if agreed.is_none() {
                    <option value="" selected=true>{ handlers.store.text(Text::ExchangeChoiceEach) }</option>
                }
                { for first.offers().iter().map(|choice| option(handlers, first, *choice, agreed == Some(*choice))) }
            </select>
        </label>
    }
}

fn name(handlers: &Handlers, row: &Row) -> AttrValue {
    let name = match row.what {
        What::Assessment => handlers.store.subject(&row.subject),
        What::Workshop if row.subject.is_empty() && roll_up_id(&row.key).is_some() => {
            handlers.store.text(Text::DataRooms)
        }
        What::Workshop if row.subject.is_empty() => handlers.store.text(Text::DataWorkshop),
        What::Workshop => row.subject.clone().into(),
        What::Settings => handlers.store.text(Text::DataSettings),
        What::Newer => handlers.store.text(Text::ExchangeLater),
        What::Kept => handlers.store.text(Text::ExchangeKept),
    };
    if row.rehearsal {
        rehearsed(handlers.store, &name)
    } else {
        name
    }
}

fn item(handlers: &Handlers, row: &Row) -> Html {
    let name = name(handlers, row);
    let changed = row.changed.map(|changed| {
        let date = handlers.store.date(changed);
        handlers.store.fill(Text::ExchangeChanged, &[("date", &date)])
    });
    let typed = (!row.subject.is_empty()).then_some("no");
    let problems = (!row.problems.is_empty()).then(|| {
        let parts = handlers.store.list(&row.problems);
        handlers.store.fill(Text::ExchangeProblems, &[("parts", &parts)])
    });
    html! {
        <li class="take-row" key={row.key.to_string()}>
            <div>
                <bdi translate={typed}>{ name.clone() }</bdi>
                if let Some(changed) = changed {
                    <span class="hint">{ " · " }{ changed }</span>
                }
                if let Some(problems) = problems {
                    <p class="hint">{ problems }</p>
                }
                if let Some(left) = row.left_apart {
                    { apart(handlers, left) }
                }
            </div>
            { choose(handlers, row, &name) }
        </li>
    }
}

/// A session that went apart on two devices: what merging keeps, and what it leaves out.
fn apart(handlers: &Handlers, left: MergeLoss) -> Html {
    let store = &handlers.store;
    let kinds = [
        (
            left.answers,
            Text::ExchangeApartAnswersOne,
            Text::ExchangeApartAnswersMany,
            String::new(),
        ),
        (
            left.votes,
            Text::ExchangeApartVotesOne,
            Text::ExchangeApartVotesMany,
            String::new(),
        ),
        (
            left.differing(),
            Text::ExchangeApartPartsOne,
            Text::ExchangeApartPartsMany,
            in_brackets(store, left),
        ),
    ];
    let lost = kinds.into_iter().filter(|(count, ..)| *count > 0);
    let lines = lost.map(|(count, one, many, which)| {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        html! { <li>{ store.pack.texts.count(one, many, count) }{ which }</li> }
    });
    html! {
        <div class="hint" data-apart="">
            <p>{ store.text(Text::ExchangeApart) }</p>
            if !left.is_nothing() {
                <p>{ store.text(Text::ExchangeApartLeft) }</p>
                <ul>{ for lines }</ul>
            }
        </div>
    }
}

/// " (the title, the plan)".
fn in_brackets(store: &Store, left: MergeLoss) -> String {
    let names = left.kinds().map(|part| store.text(part_name(part)).to_string());
    [" (", &*store.pack.texts.list(&names.collect::<Vec<_>>()), ")"].concat()
}

const fn part_name(part: Part) -> Text {
    match part {
        Part::Title => Text::ExchangePartTitle,
        Part::Headcount => Text::ExchangePartHeadcount,
        Part::Smallest => Text::ExchangePartSmallest,
        Part::Agenda => Text::ExchangePartAgenda,
        Part::Address => Text::ExchangePartAddress,
        Part::Notes => Text::ExchangePartNotes,
        Part::Topics => Text::ExchangePartTopics,
        Part::Area => Text::ExchangePartArea,
        Part::Hypothesis => Text::ExchangePartHypothesis,
        Part::Energy => Text::ExchangePartEnergy,
        Part::Plan => Text::ExchangePartPlan,
        Part::Promise => Text::ExchangePartPromise,
        Part::Hands => Text::ExchangePartHands,
    }
}

fn choose(handlers: &Handlers, row: &Row, name: &str) -> Html {
    match row.offers() {
        [] => Html::default(),
        [only] => html! { <span class="hint">{ handlers.store.text(label(row, *only)) }</span> },
        offers => {
            let key = row.key.clone();
            let onchange = handlers.handler(move |process, event: Event| {
                if let Some(choice) = ImportChoice::from_name(&browser::value(&event)) {
                    process.preview.choose(&key, choice);
                }
            });
            html! {
                <span class="take-choice">
                    <select aria-label={handlers.store.fill(Text::ExchangeChoiceOf, &[("name", name)])} {onchange}>
                        { for offers.iter().map(|choice| option(handlers, row, *choice, row.choice == *choice)) }
                    </select>
                </span>
            }
        }
    }
}

fn left_out(handlers: &Handlers, left_out: &[LeftOut]) -> Html {
    if left_out.is_empty() {
        return Html::default();
    }
    let line = |left: &LeftOut| {
        let text = match left.reason {
            Reason::Damaged => Text::ExchangeReasonDamaged,
            Reason::Twice => Text::ExchangeReasonTwice,
            Reason::NotARecord => Text::ExchangeReasonNotARecord,
            Reason::Rehearsal => Text::ExchangeReasonRehearsal,
            Reason::TooMany => Text::ExchangeReasonTooMany,
        };
        html! { <li>{ handlers.store.fill(text, &[("name", &left.name)]) }</li> }
    };
    html! {
        <section class="take-group take-left-out">
            <h3>{ handlers.store.text(Text::ExchangeLeftOut) }{ " (" }{ left_out.len() }{ ")" }</h3>
            <ul>{ for left_out.iter().take(100).map(line) }</ul>
        </section>
    }
}

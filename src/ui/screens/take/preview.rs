//! What the files hold, by how it stands to what is here, with a choice for each record and one for all of a kind.

use super::Works;
use super::desk::{Desk, bring_in};
use crate::app::preview::{Choice, Row, What};
use crate::app::text::Text;
use crate::browser;
use crate::domain::exchange::{LeftOut, Reason, Relation};
use std::rc::Rc;
use yew::prelude::*;

/// More than these of one kind are shown when asked for.
const FIRST: usize = 10;

/// Everything, and the two ways on.
pub(super) fn preview(works: &Works) -> Html {
    let desk = works.desk.borrow();
    let chosen = desk.preview.chosen();
    let label = match chosen {
        0 => works.store.text(Text::TakeConfirmNone),
        chosen => works
            .store
            .pack
            .texts
            .count(Text::TakeConfirmOne, Text::TakeConfirmMany, chosen)
            .into(),
    };
    let confirm = {
        let (store, desk, redraw) = (
            Rc::clone(works.store),
            Rc::clone(&works.desk),
            works.redraw.clone(),
        );
        Callback::from(move |_: MouseEvent| bring_in(&store, &desk, &redraw))
    };
    let cancel = works.handler(|desk, _: MouseEvent| *desk = Desk::default());
    html! {
        <div class="take-preview">
            <h2 id="preview" tabindex="-1">{ works.store.text(Text::TakePreview) }</h2>
            { for Relation::ALL.into_iter().map(|relation| group(works, &desk, relation)) }
            { left_out(works, &desk.preview.left_out) }
            <p class="take-along-row">
                <button type="button" class="button" data-take="confirm" disabled={chosen == 0} onclick={confirm}>{ label }</button>
                <button type="button" class="button button-quiet" data-take="cancel" onclick={cancel}>
                    { works.store.text(Text::TakeCancel) }
                </button>
            </p>
        </div>
    }
}

const fn words(relation: Relation) -> [Text; 2] {
    match relation {
        Relation::Conflicting => [Text::TakeConflicting, Text::TakeConflictingHint],
        Relation::Newer => [Text::TakeNewer, Text::TakeNewerHint],
        Relation::New => [Text::TakeNew, Text::TakeNewHint],
        Relation::Older => [Text::TakeOlder, Text::TakeOlderHint],
        Relation::Same => [Text::TakeSame, Text::TakeSameHint],
    }
}

/// The records that stand in one relation.
fn group(works: &Works, desk: &Desk, relation: Relation) -> Html {
    let rows: Vec<_> = desk
        .preview
        .rows
        .iter()
        .filter(|row| row.relation == relation)
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    let [title, hint] = words(relation);
    let count = rows.len().to_string();
    let shown = if desk.unfolded.contains(&relation) {
        rows.len()
    } else {
        FIRST
    };
    let unfold = works.handler(move |desk, _: MouseEvent| desk.unfolded.push(relation));
    html! {
        <section class="take-group">
            <h3>{ works.store.text(title) }{ " (" }{ count.clone() }{ ")" }</h3>
            <p class="hint">{ works.store.text(hint) }</p>
            { all_of(works, &rows, relation) }
            <ul>{ for rows.iter().take(shown).map(|row| item(works, row)) }</ul>
            if rows.len() > shown {
                <p>
                    <button type="button" class="link" onclick={unfold}>
                        { works.store.fill(Text::TakeMore, &[("n", &count)]) }
                    </button>
                </p>
            }
        </section>
    }
}

const fn label(row: &Row, choice: Choice) -> Text {
    match (choice, row.relation) {
        (Choice::Merge, Relation::Conflicting | Relation::Newer) if matches!(row.what, What::Assessment) => {
            Text::TakeChoiceMerge
        }
        (Choice::Merge, _) => Text::TakeChoiceIn,
        (Choice::KeepBoth, _) => Text::TakeChoiceBoth,
        (Choice::Skip, _) => Text::TakeChoiceSkip,
    }
}

fn option(works: &Works, row: &Row, choice: Choice, selected: bool) -> Html {
    html! { <option value={choice.name()} {selected}>{ works.store.text(label(row, choice)) }</option> }
}

/// One choice for a whole group, where there is more than one record to choose for.
fn all_of(works: &Works, rows: &[&Row], relation: Relation) -> Html {
    let choosing: Vec<_> = rows.iter().filter(|row| row.offers().len() > 1).collect();
    let Some(first) = choosing.first().filter(|_| choosing.len() > 1) else {
        return Html::default();
    };
    let agreed = choosing
        .iter()
        .all(|row| row.choice == first.choice)
        .then_some(first.choice);
    let onchange = works.handler(move |desk, event: Event| {
        if let Some(choice) = Choice::from_name(&browser::value(&event)) {
            desk.preview.choose_all(relation, choice);
        }
    });
    html! {
        <label class="take-choice">
            { works.store.text(Text::TakeChoiceAll) }
            <select {onchange}>
                if agreed.is_none() {
                    <option value="" selected=true>{ works.store.text(Text::TakeChoiceEach) }</option>
                }
                { for first.offers().iter().map(|choice| option(works, first, *choice, agreed == Some(*choice))) }
            </select>
        </label>
    }
}

fn name(works: &Works, row: &Row) -> AttrValue {
    match row.what {
        What::Assessment if row.subject.is_empty() => works.store.text(Text::HomeUnnamed),
        What::Assessment => row.subject.clone().into(),
        What::Workshop if row.subject.is_empty() => works.store.text(Text::DataWorkshop),
        What::Workshop => row.subject.clone().into(),
        What::Settings => works.store.text(Text::DataSettings),
        What::Later => works.store.text(Text::TakeLater),
        What::Kept => works.store.text(Text::TakeKept),
    }
}

fn item(works: &Works, row: &Row) -> Html {
    let name = name(works, row);
    let changed = row.changed.map(|changed| {
        let date = works.store.date(changed);
        works.store.fill(Text::TakeChanged, &[("date", &date)])
    });
    let problems = (!row.problems.is_empty()).then(|| {
        let parts = row.problems.join(", ");
        works.store.fill(Text::TakeProblems, &[("parts", &parts)])
    });
    html! {
        <li class="take-row" key={row.key.to_string()}>
            <div>
                <bdi>{ name.clone() }</bdi>
                if let Some(changed) = changed {
                    <span class="hint">{ " · " }{ changed }</span>
                }
                if let Some(problems) = problems {
                    <p class="hint">{ problems }</p>
                }
            </div>
            { choose(works, row, &name) }
        </li>
    }
}

fn choose(works: &Works, row: &Row, name: &str) -> Html {
    match row.offers() {
        [] => Html::default(),
        [only] => html! { <span class="hint">{ works.store.text(label(row, *only)) }</span> },
        offers => {
            let key = row.key.clone();
            let onchange = works.handler(move |desk, event: Event| {
                if let Some(choice) = Choice::from_name(&browser::value(&event)) {
                    desk.preview.choose(&key, choice);
                }
            });
            html! {
                <span class="take-choice">
                    <select aria-label={works.store.fill(Text::TakeChoiceOf, &[("name", name)])} {onchange}>
                        { for offers.iter().map(|choice| option(works, row, *choice, row.choice == *choice)) }
                    </select>
                </span>
            }
        }
    }
}

fn left_out(works: &Works, left_out: &[LeftOut]) -> Html {
    if left_out.is_empty() {
        return Html::default();
    }
    let line = |left: &LeftOut| {
        let text = match left.reason {
            Reason::Damaged => Text::TakeReasonDamaged,
            Reason::Twice => Text::TakeReasonTwice,
            Reason::NotARecord => Text::TakeReasonNotARecord,
            Reason::TooMany => Text::TakeReasonTooMany,
        };
        html! { <li><bdi>{ works.store.fill(text, &[("name", &left.name)]) }</bdi></li> }
    };
    html! {
        <section class="take-group take-left-out">
            <h3>{ works.store.text(Text::TakeLeftOut) }{ " (" }{ left_out.len() }{ ")" }</h3>
            <ul>{ for left_out.iter().take(100).map(line) }</ul>
        </section>
    }
}

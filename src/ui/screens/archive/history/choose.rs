//! Two of all assessments, chosen to be compared.

use super::{name, short};
use crate::app::route::Route;
use crate::app::text::Text;
use crate::browser;
use crate::domain::assessment::AssessmentId;
use crate::domain::history::{Entry, Group};
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// From and to.
type Two = (AssessmentId, AssessmentId);

/// Two selects and the link that follows from them; nothing with fewer than two assessments.
pub(super) fn choose(store: &Store, groups: &[Group], chosen: &UseStateHandle<Option<Two>>) -> Html {
    let there = |id: AssessmentId| all(groups).any(|entry| entry.id == id);
    let chosen_there = (**chosen).filter(|(from, to)| there(*from) && there(*to));
    let Some((from, to)) = chosen_there.or_else(|| last_two(groups)) else {
        return Html::default();
    };
    let options = |current: AssessmentId| options(store, groups, current);
    let choose = |pair: fn(AssessmentId, Two) -> Two| {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            if let Ok(id) = browser::value(&event).parse() {
                chosen.set(Some(pair(id, (from, to))));
            }
        })
    };
    html! {
        <section class="card history-choose screen-only" aria-labelledby="choose">
            <h2 id="choose">{ store.text(Text::HistoryCompare) }</h2>
            <div class="history-selects">
                <label class="field"><span>{ store.text(Text::HistoryFrom) }</span>
                    <select id="from" onchange={choose(|id, (_, to)| (id, to))}>{ options(from) }</select>
                </label>
                <label class="field"><span>{ store.text(Text::HistoryTo) }</span>
                    <select id="to" onchange={choose(|id, (from, _)| (from, id))}>{ options(to) }</select>
                </label>
            </div>
            // It is there before it has something to say: else nothing is heard.
            <div aria-live="polite" aria-atomic="true">
                if from == to {
                    <p>{ store.text(Text::HistorySame) }</p>
                }
            </div>
            if from != to {
                <p class="history-ways">
                    <a class="button" href={Route::Compare(from, to).to_string()}>{ store.text(Text::HistoryGo) }</a>
                    <a href={Route::Views(from, to).to_string()}>{ store.text(Text::ViewsGo) }</a>
                </p>
            }
        </section>
    }
}

fn all(groups: &[Group]) -> impl DoubleEndedIterator<Item = &Entry> {
    groups.iter().flat_map(|group| &group.entries)
}

/// The last two of the first group that has two, else the first two there are.
fn last_two(groups: &[Group]) -> Option<Two> {
    let ids = |entries: &[Entry]| match entries {
        [.., from, to] => Some((from.id, to.id)),
        _ => None,
    };
    let mut first_two = all(groups).map(|entry| entry.id);
    let of_a_group = groups.iter().find_map(|group| ids(&group.entries));
    of_a_group.or_else(|| Some((first_two.next()?, first_two.next()?)))
}

fn options(store: &Store, groups: &[Group], current: AssessmentId) -> Html {
    let option = |group: &Group, entry: &Entry| {
        let figure = match &entry.index {
            Some(index) => short(index).into(),
            None => store.text(Text::HistoryNoScore),
        };
        // The closed select shows the option alone, without the team that it stands under.
        let day = store.day_in_row(entry.day, entry.of_day);
        let words = store.pack.row(&[&day, &figure, &name(store, group)]);
        html! { <option value={entry.id.to_string()} selected={entry.id == current}>{ words }</option> }
    };
    let group = |group: &Group| {
        let newest_first = group.entries.iter().rev();
        html! {
            <optgroup label={store.pack.isolated(&name(store, group))}>{ for newest_first.map(|entry| option(group, entry)) }</optgroup>
        }
    };
    groups.iter().map(group).collect()
}

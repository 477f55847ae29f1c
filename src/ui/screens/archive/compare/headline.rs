//! Whether the index moved, and how many areas did.

use super::View;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::compare::{IndexComparison, Verdict};
use crate::domain::precision::{Movement, said};
use crate::ui::prelude::*;

/// The headline.
pub(super) fn headline(view: &View) -> Html {
    html! {
        <section class="compare-headline" aria-labelledby="headline">
            { view.comparison.index.map_or_else(|| too_little(view), |index| index_words(view, &index)) }
            <div class="compare-moved">
                { moved(view, Movement::MovedUp, Text::CompareUpOne, Text::CompareUpMany) }
                { moved(view, Movement::MovedDown, Text::CompareDownOne, Text::CompareDownMany) }
                { none_moved(view) }
            </div>
        </section>
    }
}

fn index_words(view: &View, index: &IndexComparison) -> Html {
    let words = match index.change {
        Movement::MovedUp => Text::CompareUp,
        Movement::MovedDown => Text::CompareDown,
        Movement::NoneThatCounts => Text::CompareNone,
    };
    let [from, to] = [index.figures.from, index.figures.to].map(|points| points.rounded().to_string());
    let apart = (index.figures.to.value() - index.figures.from.value()).abs();
    let said = said(apart, index.smallest);
    let points = |number: u32| view.store.pack.texts.decimal(number.into(), said.decimals.into());
    let rule = [
        ("apart", &*points(said.difference)),
        ("n", &*points(said.smallest)),
    ];
    html! {
        <div class="compare-index">
            <h2 id="headline">{ view.text(words) }</h2>
            <p class="compare-figures">{ view.fill(Text::CompareFigures, &[("from", &from), ("to", &to)]) }</p>
            <p>{ view.fill(Text::CompareRule, &rule) }</p>
        </div>
    }
}

fn too_little(view: &View) -> Html {
    let (n, total) = (
        view.comparison.shared.to_string(),
        view.comparison.applicable.to_string(),
    );
    html! {
        <div class="compare-index">
            <h2 id="headline">{ view.text(Text::CompareTooLittle) }</h2>
            <p>{ view.fill(Text::CompareTooLittleText, &[("n", &n), ("total", &total)]) }</p>
        </div>
    }
}

/// How many areas moved in one direction, and which.
fn moved(view: &View, change: Movement, one: Text, many: Text) -> Html {
    let areas = view.comparison.areas.iter();
    let names: Vec<_> = areas
        .filter(|area| area.verdict == Verdict::Compared(change))
        .map(|area| view.store.pack.words.area(area.area, AreaWord::Name))
        .collect();
    if names.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <h3>{ view.store.pack.texts.count(one, many, names.len()) }</h3>
            <ul>{ for names.into_iter().map(|name| html! { <li>{ AttrValue::from(name) }</li> }) }</ul>
        </div>
    }
}

fn none_moved(view: &View) -> Html {
    let still = view.comparison.count(Movement::NoneThatCounts);
    let words = match still {
        0 => return Html::default(),
        _ if still == view.comparison.shared => view.text(Text::CompareStillAll),
        _ => view
            .store
            .pack
            .texts
            .count(Text::CompareStillOne, Text::CompareStillMany, still)
            .into(),
    };
    html! { <p>{ words }</p> }
}

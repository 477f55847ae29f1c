//! The two screens that are read: Method and Privacy.

use crate::app::text::Text;
use crate::app::words::Prose;
use crate::domain::checklist::Depth;
use crate::domain::precision::{area_standard_error, index_standard_error, smallest_change};
use crate::ui::store::Store;
use yew::prelude::*;

/// Where the questions come from, the rules, the assumptions, the limits.
pub fn method(store: &Store) -> Html {
    let section = |texts: &Vec<Prose>| {
        let table = texts
            .first()
            .is_some_and(|id| &**id == "precision")
            .then(|| precision(store));
        section(texts, table.unwrap_or_default())
    };
    html! {
        <article class="prose">
            <h1 tabindex="-1">{ store.text(Text::HeadingMethod) }</h1>
            <p class="lead">{ store.text(Text::MethodLead) }</p>
            { for store.pack.words.method().iter().map(section) }
            <p class="source">{ AttrValue::from(store.pack.words.source_line()) }</p>
        </article>
    }
}

/// What is stored, where, what is never sent, how to check.
pub fn privacy(store: &Store) -> Html {
    html! {
        <article class="prose">
            <h1 tabindex="-1">{ store.text(Text::HeadingPrivacy) }</h1>
            <p class="lead">{ store.text(Text::PrivacyLead) }</p>
            { for store.pack.words.privacy().iter().map(|texts| section(texts, html! {})) }
        </article>
    }
}

/// An id, a heading and its paragraphs.
fn section(texts: &[Prose], below: Html) -> Html {
    let [id, heading, paragraphs @ ..] = texts else {
        return html! {};
    };
    html! {
        <section aria-labelledby={AttrValue::from(id.clone())}>
            <h2 id={AttrValue::from(id.clone())}>{ AttrValue::from(heading.clone()) }</h2>
            { for paragraphs.iter().map(|text| html! { <p>{ AttrValue::from(text.clone()) }</p> }) }
            { below }
        </section>
    }
}

/// The standard errors and smallest changes, from the assumptions and not from prose.
fn precision(store: &Store) -> Html {
    let areas = store.pack.checklist.areas.len();
    let rows = [
        (
            Text::MethodPrecisionAreaQuick,
            Text::MethodLevels,
            area_standard_error(Depth::Quick),
            2,
        ),
        (
            Text::MethodPrecisionAreaFull,
            Text::MethodLevels,
            area_standard_error(Depth::Full),
            2,
        ),
        (
            Text::MethodPrecisionIndexQuick,
            Text::MethodPoints,
            index_standard_error(Depth::Quick, areas),
            1,
        ),
        (
            Text::MethodPrecisionIndexFull,
            Text::MethodPoints,
            index_standard_error(Depth::Full, areas),
            1,
        ),
    ];
    let row = |(name, unit, error, digits): (Text, Text, f64, u8)| {
        let cell = |figure: f64| store.fill(unit, &[("n", &decimal(figure, digits))]);
        html! {
            <tr>
                <th scope="row">{ store.text(name) }</th>
                <td>{ cell(error) }</td>
                <td>{ cell(smallest_change(error)) }</td>
            </tr>
        }
    };
    html! {
        <table class="figures">
            <caption>{ store.text(Text::MethodPrecisionCaption) }</caption>
            <thead><tr>
                <th scope="col">{ store.text(Text::MethodPrecisionWhat) }</th>
                <th scope="col">{ store.text(Text::MethodPrecisionError) }</th>
                <th scope="col">{ store.text(Text::MethodPrecisionChange) }</th>
            </tr></thead>
            <tbody>{ for rows.map(row) }</tbody>
        </table>
    }
}

/// A positive figure with one or two decimals, by whole numbers: formatting floats would cost more wasm than this screen.
fn decimal(figure: f64, digits: u8) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "small positive figures"
    )]
    let hundredths = |factor: f64| (figure * factor).round() as u32;
    if digits == 1 {
        let tenths = hundredths(10.0);
        format!("{}.{}", tenths / 10, tenths % 10)
    } else {
        let hundredths = hundredths(100.0);
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    }
}

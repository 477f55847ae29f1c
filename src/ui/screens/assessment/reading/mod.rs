//! The two screens that are read: Method and Privacy.

use crate::app::text::Text;
use crate::app::words::Prose;
use crate::browser::{self, Build};
use crate::domain::checklist::Depth;
use crate::domain::precision::{area_standard_error, index_standard_error, smallest_change};
use crate::ui::components::stacking::{Row, stacking};
use crate::ui::prelude::*;
use crate::ui::store::Store;

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
            if let Some(build) = browser::build() {
                { this_build(store, &build) }
            }
        </article>
    }
}

/// What somebody compares who has to know that these are the pages that were looked through.
fn this_build(store: &Store, build: &Build) -> Html {
    html! {
        <section aria-labelledby="build">
            <h2 id="build">{ store.text(Text::PrivacyBuild) }</h2>
            <p>{ store.fill(Text::PrivacyBuildText, &[("version", &build.version)]) }</p>
            <p><code translate="no">{ build.parts.clone() }</code></p>
            <p>{ store.text(Text::PrivacyBuildHow) }</p>
        </section>
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
        let cell = |figure: f64| store.fill(unit, &[("n", &decimal(store, figure, digits.into()))]);
        Row::of([store.text(name), cell(error), cell(smallest_change(error))])
    };
    let columns = [
        Text::MethodPrecisionWhat,
        Text::MethodPrecisionError,
        Text::MethodPrecisionChange,
    ];
    let caption = store.text(Text::MethodPrecisionCaption);
    stacking(
        None,
        caption,
        &columns.map(|text| store.text(text)),
        rows.map(row),
    )
}

/// A positive figure with one or two decimals, by whole numbers: formatting floats would cost more wasm than this screen.
fn decimal(store: &Store, figure: f64, digits: u32) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "small positive figures"
    )]
    let number = (figure * f64::from(10_u32.pow(digits))).round() as u64;
    store.pack.texts.decimal(number, digits)
}

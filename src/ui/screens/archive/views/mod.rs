//! Two people's views of one organisation, side by side: what to talk about first, and where they say the same. No figure of the two, no
//! verdict, and no word of change.

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests;

use crate::app::route::Route;
use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::browser;
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::checklist::Depth;
use crate::domain::compare::Both;
use crate::domain::history::{same_name, tidy_name};
use crate::domain::question::Evidence;
use crate::domain::score::{LevelScore, Outcome};
use crate::domain::views::{AreaViews, Nearness, Views, views as laid_out};
use crate::ui::components::dead_end::gone;
use crate::ui::prelude::*;
use crate::ui::store::{Store, use_selector, use_store};
use std::rc::Rc;

/// The screen.
pub fn views(one: AssessmentId, other: AssessmentId) -> Html {
    html! { <TwoViews {one} {other} /> }
}

#[derive(Debug, Clone, Copy, PartialEq, Properties)]
struct Props {
    one: AssessmentId,
    other: AssessmentId,
}

#[component]
fn TwoViews(props: &Props) -> Html {
    let Props { one, other } = *props;
    let store = use_store();
    browser::count_render("views");
    let both =
        use_selector(move |state, _| (state.assessment(one).cloned(), state.assessment(other).cloned()));
    let (Some(one), Some(other)) = &*both else {
        return gone(&store);
    };
    View {
        store: &store,
        views: laid_out(&store.pack.checklist, one, other),
        both: Both { from: one, to: other },
    }
    .screen()
}

/// What every part of the screen is drawn from.
struct View<'a> {
    store: &'a Rc<Store>,
    both: Both<&'a Assessment>,
    views: Views,
}

impl View<'_> {
    fn screen(&self) -> Html {
        let onclick = |_: MouseEvent| browser::print();
        let near = match self.views.depth {
            Depth::Quick => Text::ViewsNear,
            Depth::Full => Text::ViewsNearFull,
        };
        html! {
            <article class="views">
                { self.head() }
                { self.apart() }
                { self.list(Nearness::Same, "same", Text::ViewsSame, None) }
                { self.list(Nearness::Near, "near", near, Some(Text::ViewsNearText)) }
                { self.list(Nearness::Untold, "untold", Text::ViewsUntold, Some(Text::ViewsUntoldText)) }
                { self.basis() }
                <p class="views-actions screen-only">
                    <button type="button" class="button button-quiet" {onclick}>{ self.text(Text::ResultsPrint) }</button>
                    <a class="button button-quiet" href={Route::History.to_string()}>{ self.text(Text::CompareHistory) }</a>
                </p>
            </article>
        }
    }

    fn head(&self) -> Html {
        let names = Both {
            from: tidy_name(&self.both.from.subject.value),
            to: tidy_name(&self.both.to.subject.value),
        };
        // A name that was changed to keep the two apart begins with the other one.
        let shared = !names.from.is_empty()
            && (same_name(&names.from, &names.to, &browser::case_folded)
                || names.to.starts_with(&names.from));
        let title = if shared {
            self.store
                .fill(Text::ViewsTitleNamed, &[("subject", &names.from)])
        } else {
            self.text(Text::HeadingViews)
        };
        html! {
            <header class="views-head">
                <h1 tabindex="-1" data-title={self.window(&title)}>{ title }</h1>
                <p class="lead">{ self.text(Text::ViewsLead) }</p>
                <dl class="views-who">
                    { self.who(Text::ViewsOne, self.both.from) }
                    { self.who(Text::ViewsOther, self.both.to) }
                </dl>
            </header>
        }
    }

    /// What the window is called: two others may have the same names.
    fn window(&self, title: &str) -> String {
        let [one, other] =
            [self.both.from, self.both.to].map(|one| self.store.day(self.store.day_about(one)));
        if one == other {
            return self.store.pack.row(&[title, &one]);
        }
        self.store.pack.row(&[title, &one, &other])
    }

    fn who(&self, which: Text, assessment: &Assessment) -> Html {
        let day = self.store.day_about(assessment);
        let name = self.store.subject(&tidy_name(&assessment.subject.value));
        html! {
            <div>
                <dt>{ self.text(which) }</dt>
                <dd>
                    <a href={Route::Results(assessment.id).to_string()}>{ self.store.fill(Text::SiteBoth, &[("one", &name), ("two", &self.store.day(day))]) }</a>
                </dd>
            </div>
        }
    }

    /// Area by area what each of the two chose, and a question for both.
    fn apart(&self) -> Html {
        let areas: Vec<_> = self.views.of(Nearness::Apart).collect();
        let (none, one, many) = match self.views.depth {
            Depth::Quick => (Text::ViewsApartNone, Text::ViewsApartOne, Text::ViewsApart),
            Depth::Full => (
                Text::ViewsApartFullNone,
                Text::ViewsApartFullOne,
                Text::ViewsApartFull,
            ),
        };
        let title = match areas.len() {
            0 => self.text(none),
            count => self.store.pack.texts.count(one, many, count).into(),
        };
        html! {
            <section class="views-part" aria-labelledby="apart">
                <h2 id="apart">{ title }</h2>
                if !areas.is_empty() {
                    <p class="hint">{ self.text(Text::ViewsApartText) }</p>
                    <ol class="views-apart">{ for areas.into_iter().map(|area| self.card(area)) }</ol>
                }
            </section>
        }
    }

    fn card(&self, area: &AreaViews) -> Html {
        let words = &self.store.pack.words;
        let ask = AttrValue::from(words.area(area.area, AreaWord::Discuss(Evidence::First)));
        html! {
            <li class="card views-card">
                <h3>{ AttrValue::from(words.area(area.area, AreaWord::Name)) }</h3>
                <dl class="views-two">
                    { self.side(Text::ViewsOne, area, area.outcomes.from, self.both.from) }
                    { self.side(Text::ViewsOther, area, area.outcomes.to, self.both.to) }
                </dl>
                <p class="views-ask"><b>{ self.text(Text::ViewsAsk) }{ self.store.colon() }</b>{ ask }</p>
            </li>
        }
    }

    /// What somebody chose, in the words of the option, and their note.
    fn side(&self, who: Text, area: &AreaViews, outcome: Outcome, assessment: &Assessment) -> Html {
        let Outcome::Scored(score) = outcome else {
            return Html::default();
        };
        let level = score.reached();
        let word = match self.views.depth {
            Depth::Quick => AreaWord::Anchor(level),
            Depth::Full => AreaWord::Looks(level),
        };
        let note = assessment.note(area.area).trim();
        html! {
            <div>
                <dt>{ self.text(who) }{ self.store.colon() }{ self.figure(score) }</dt>
                <dd>{ AttrValue::from(self.store.pack.words.area(area.area, word)) }</dd>
                if !note.is_empty() {
                    <dd class="hint views-note" translate="no">{ note.to_owned() }</dd>
                }
            </div>
        }
    }

    /// "level 3", or "level 3.7" for a mean.
    fn figure(&self, score: LevelScore) -> AttrValue {
        let tenths = score.tenths();
        let figure = match self.views.depth {
            Depth::Quick => (tenths / 10).to_string(),
            Depth::Full => self.store.pack.texts.decimal(tenths.into(), 1),
        };
        self.store.fill(Text::ViewsLevel, &[("n", &figure)])
    }

    fn outcome(&self, outcome: Outcome) -> AttrValue {
        match outcome {
            Outcome::Scored(score) => self.figure(score),
            Outcome::CannotTell => self.text(Text::AssessWasCannotTell),
            Outcome::NotApplicable => self.text(Text::AssessWasNotApplicable),
            Outcome::Unanswered => self.text(Text::CompareUnanswered),
        }
    }

    /// The areas of one kind, a line each.
    fn list(&self, nearness: Nearness, id: &'static str, title: Text, text: Option<Text>) -> Html {
        let line = |area: &AreaViews| {
            let [one, other] = [area.outcomes.from, area.outcomes.to].map(|outcome| self.outcome(outcome));
            let said = if one == other {
                one
            } else {
                self.store
                    .fill(Text::ViewsBetween, &[("one", &one), ("other", &other)])
            };
            let name = self.store.pack.words.area(area.area, AreaWord::Name);
            html! { <div><dt>{ AttrValue::from(name) }</dt><dd>{ said }</dd></div> }
        };
        let mut areas = self.views.of(nearness).peekable();
        let none = areas.peek().is_none();
        if none && nearness != Nearness::Same {
            return Html::default();
        }
        html! {
            <section class="views-part" aria-labelledby={id}>
                <h2 {id}>{ self.text(title) }</h2>
                if none {
                    <p>{ self.text(Text::ViewsSameNone) }</p>
                } else {
                    { for text.map(|text| html! { <p class="hint">{ self.text(text) }</p> }) }
                    <dl class="views-list">{ for areas.map(line) }</dl>
                }
            </section>
        }
    }

    fn basis(&self) -> Html {
        let depths = match self.views.depth {
            _ if self.views.depths.differ() => Text::ViewsBasisMixed,
            Depth::Quick => Text::ViewsBasisQuick,
            Depth::Full => Text::ViewsBasisFull,
        };
        html! {
            <section class="views-part" aria-labelledby="basis">
                <h2 id="basis">{ self.text(Text::CompareBasis) }</h2>
                <p>{ self.text(depths) }{ " " }{ self.text(Text::ViewsNeither) }</p>
            </section>
        }
    }

    fn text(&self, text: Text) -> AttrValue {
        self.store.text(text)
    }
}

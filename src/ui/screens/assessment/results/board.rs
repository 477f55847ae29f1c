//! The second page of the board summary: each area, what is said and done, and what could not be told. On paper only.
//!
//! What today looks like, the next level and the notes stand there when there is room. Paper does not tell how much room there is, so the
//! lines are counted before: [`detail`].

use super::View;
use crate::app::assessment::export::{AreaLine, Outline, PairLine};
use crate::app::text::Text;
use crate::app::words::Prose;
use crate::ui::components::export_files::taking;
use crate::ui::prelude::*;

/// Nothing while there is no score: then there is no second page.
pub(super) fn board(view: &View) -> Html {
    if view.card.scored() == 0 {
        return Html::default();
    }
    let outline = Outline::new(&taking(view.store, view.assessment));
    let detail = detail(&outline);
    html! {
        <section class="board" aria-labelledby="board">
            <h2 id="board">{ view.text(Text::BoardAreas) }</h2>
            <table class="figures board-areas">
                <thead><tr>{ for columns(view, detail).map(|column| html! { <th scope="col">{ column }</th> }) }</tr></thead>
                <tbody>{ for outline.areas.iter().map(|line| area(view, line, detail)) }</tbody>
            </table>
            { rest(view, &outline) }
            <p>{ origin(view) }{ ". " }{ AttrValue::from(outline.source) }</p>
        </section>
    }
}

/// How much of each area there is room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Detail {
    /// What its level looks like today, and what the next one does.
    looks: bool,
    /// The note.
    notes: bool,
}

/// From the most to the least; somebody's own words go before ours.
const DETAILS: [Detail; 4] = [
    Detail {
        looks: true,
        notes: true,
    },
    Detail {
        looks: false,
        notes: true,
    },
    Detail {
        looks: true,
        notes: false,
    },
    Detail {
        looks: false,
        notes: false,
    },
];

/// The height of the page in lines of 7.5 points by 1.25, on Letter, the lower of the two papers, less its headings.
const PAGE: usize = 64;
/// Letters to a line in a quarter of the page, and in all of it, in a wide typeface.
const QUARTER: usize = 27;
const WHOLE: usize = 105;

/// The most detail that fits one page; the least, if none does.
fn detail(outline: &Outline) -> Detail {
    let rest = lines_of_the_rest(outline);
    let fits = |detail: &Detail| {
        // Each row has its padding, half a line.
        let rows = outline.areas.iter().map(|area| 2 * lines_of(area, *detail) + 1);
        rows.sum::<usize>().div_ceil(2) + rest <= PAGE
    };
    let [.., least] = DETAILS;
    DETAILS.into_iter().find(fits).unwrap_or(least)
}

fn lines_of(area: &AreaLine, detail: Detail) -> usize {
    let name = lines(&area.name, QUARTER) + lines(&area.level, QUARTER);
    let step = area.step.as_deref().unwrap_or_default();
    let width = if detail.looks { QUARTER } else { WHOLE * 3 / 4 };
    // A reason is cut after three lines.
    let reason = lines(area.reason.as_deref().unwrap_or_default(), width).min(3);
    let mut row = name.max(lines(step, width) + reason);
    if detail.looks {
        let next = area.next.as_ref().map(|(_, looks)| &**looks);
        for text in [area.today.as_deref(), next].into_iter().flatten() {
            row = row.max(lines(text, QUARTER));
        }
    }
    let note = if detail.notes {
        lines(&area.note, WHOLE * 3 / 4)
    } else {
        0
    };
    row + note
}

fn lines_of_the_rest(outline: &Outline) -> usize {
    let letters = |words: &str| words.chars().count();
    // "Help customers buy: 5 said, 2 done" beside its name, and what parts it from the next.
    let pairs = outline.pairs.iter().map(|pair| letters(&pair.name) + 21);
    let said = outline.know_do.iter().map(|sentence| letters(sentence) + 1);
    let untold = outline.untold.iter().map(|(name, _)| letters(name) + 6);
    let open = outline.open.iter().map(|name| letters(name) + 6);
    let paragraphs = [said.chain(pairs).sum(), untold.sum(), open.sum::<usize>()];
    let paragraphs = paragraphs.into_iter().filter(|letters| *letters > 0);
    // The heading that each runs on from, and the gap before it.
    paragraphs.map(|letters| (letters + 28).div_ceil(WHOLE) + 1).sum()
}

/// How many lines a text takes; an empty one between others is one.
fn lines(text: &str, letters_to_a_line: usize) -> usize {
    text.lines()
        .map(|line| line.chars().count().div_ceil(letters_to_a_line).max(1))
        .sum()
}

fn columns(view: &View, detail: Detail) -> impl Iterator<Item = AttrValue> {
    let looks = [Text::ResultsToday, Text::BoardColumnLooks]
        .into_iter()
        .filter(move |_| detail.looks);
    let all = std::iter::once(Text::ResultsColumnArea)
        .chain(looks)
        .chain([Text::BoardColumnNext]);
    all.map(|text| view.text(text)).collect::<Vec<_>>().into_iter()
}

fn area(view: &View, area: &AreaLine, detail: Detail) -> Html {
    let average = area
        .figure
        .as_ref()
        .filter(|figure| !figure.bytes().all(|byte| byte.is_ascii_digit()));
    let words = |text: Option<&Prose>| text.map(|text| AttrValue::from(Prose::clone(text)));
    let reason = area.reason.clone().map(AttrValue::from);
    let note = (detail.notes && !area.note.is_empty()).then(|| AttrValue::from(area.note.clone()));
    html! {
        <>
            <tr>
                <th scope="row">
                    { area.number }{ ". " }{ AttrValue::from(&*area.name) }
                    <span class="board-level">{ area.level.clone() }{ for average.map(|figure| format!(" ({figure})")) }</span>
                </th>
                if detail.looks {
                    <td>{ words(area.today.as_ref()) }</td>
                    <td>{ words(area.next.as_ref().map(|(_, looks)| looks)) }</td>
                }
                <td>
                    { words(area.step.as_ref()) }
                    if let Some(reason) = reason {
                        <span class="board-reason" translate="no">{ reason }</span>
                    }
                </td>
            </tr>
            if let Some(note) = note {
                <tr class="board-note">
                    <td></td>
                    <td colspan={if detail.looks { "3" } else { "1" }}>{ view.text(Text::ResultsYourNote) }{ view.store.colon() }<bdi translate="no">{ note }</bdi></td>
                </tr>
            }
        </>
    }
}

fn rest(view: &View, outline: &Outline) -> Html {
    html! {
        <div class="board-rest">
            if !outline.know_do.is_empty() {
                { run_in(view, Text::ResultsKnowDo, said(view, outline)) }
            }
            if !outline.untold.is_empty() {
                { run_in(view, Text::ResultsCouldNotTell, names(view, outline.untold.iter().map(|(name, _)| name))) }
            }
            if !outline.open.is_empty() {
                { run_in(view, Text::ResultsStillOpen, names(view, outline.open.iter())) }
            }
        </div>
    }
}

/// A heading that its text runs on from.
fn run_in(view: &View, heading: Text, words: String) -> Html {
    html! { <div><h3>{ view.text(heading) }</h3><p>{ words }</p></div> }
}

/// The sentences of the check, then each of its pairs.
fn said(view: &View, outline: &Outline) -> String {
    let pairs: Vec<_> = outline
        .pairs
        .iter()
        .map(|pair| said_and_done(view, pair).to_string())
        .collect();
    let mut words = outline.know_do.join(" ");
    if !pairs.is_empty() {
        words.push(' ');
        words.push_str(&pairs.join(" · "));
    }
    words
}

/// Version and day, the day as on the first page.
fn origin(view: &View) -> AttrValue {
    let version = view.assessment.instrument.0.to_string();
    let today = view.store.day(view.store.inputs().today);
    view.fill(Text::ExportOrigin, &[("version", &version), ("date", &today)])
}

/// "Experiments: 5 said, 2 done".
fn said_and_done(view: &View, pair: &PairLine) -> AttrValue {
    let [know, done] = [pair.know, pair.done].map(|level| level.to_string());
    let values = [("name", &*pair.name), ("know", &*know), ("done", &*done)];
    view.fill(Text::BoardPair, &values)
}

/// Each once, with how often it occurs.
fn names<'a>(view: &View, all: impl Iterator<Item = &'a Prose>) -> String {
    let mut counted = Vec::<(&Prose, usize)>::new();
    for name in all {
        match counted.last_mut().filter(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counted.push((name, 1)),
        }
    }
    let words = counted.into_iter().map(|(name, count)| match count {
        1 => name.to_string(),
        count => format!("{name} ({count})"),
    });
    view.store.pack.texts.list(&words.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    fn outline(areas: Vec<AreaLine>) -> Outline {
        Outline {
            title: String::new(),
            subtitle: String::new(),
            origin: String::new(),
            index: None,
            band: String::new(),
            rests: vec![],
            ends: vec![],
            areas,
            know_do: vec![],
            pairs: vec![],
            plan: vec![],
            untold: vec![],
            open: vec![],
            source: Rc::from(""),
        }
    }

    fn area(looks: usize, note: usize) -> AreaLine {
        let text = |letters: usize| Rc::from("a".repeat(letters));
        AreaLine {
            number: 1,
            name: text(20),
            score: None,
            level: "Level 3: Set up".to_owned(),
            figure: None,
            today: Some(text(looks)),
            next: Some((String::new(), text(looks))),
            step: Some(text(70)),
            reason: None,
            note: "n".repeat(note),
        }
    }

    #[test]
    fn there_is_as_much_as_fits() {
        let check = |looks, note, expected: (bool, bool)| {
            let found = detail(&outline((0..12).map(|_| area(looks, note)).collect()));
            assert_eq!((found.looks, found.notes), expected, "{looks} and {note} letters");
        };
        check(75, 0, (true, true));
        check(75, 60, (true, true));
        check(75, 400, (true, false));
        check(200, 60, (false, true));
        check(200, 4000, (false, false));
    }

    #[test]
    fn lines_are_counted_by_their_ends_and_their_length() {
        assert_eq!(lines("", 10), 0);
        assert_eq!(lines("0123456789", 10), 1);
        assert_eq!(lines("0123456789a\nb", 10), 3);
        assert_eq!(lines("a\n\nb", 10), 3);
    }
}

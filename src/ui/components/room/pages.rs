//! The pages of the projected picture: what stands on each, so that the console can turn them and the projected window draw them.
//!
//! What the room must read is never drawn smaller for want of space. What does not fit stands on the next page.

use super::fitting::{self, Measured};
use super::{agreed, shows_anything, words};
use crate::app::pack::Pack;
use crate::app::text::{ISOLATE, Text, end_isolates};
use crate::domain::code::receipt::Receipt;
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::promise::{Came, Promise};
use crate::domain::workshop::stage::Stage;
use crate::domain::workshop::wall::Wall;
use crate::domain::workshop::{SecondVote, Workshop};
use crate::ui::store::Store;
use std::ops::Range;
use yew::AttrValue;

/// What stands on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// All that there is to see at this moment.
    Whole,
    /// What the last session promised.
    Promise(Vec<AttrValue>),
    /// What came of it, the answer among the four, and what was learned.
    Came(Option<Came>, Vec<AttrValue>),
    /// All twelve areas, each in a line.
    Areas,
    /// A question, which is the first of these rows, and its levels, which are the next five: to be read out, or counted by hands.
    Question(QuestionId, Range<usize>),
    /// The strips of these questions.
    Strips(Vec<QuestionId>),
    /// What to talk about first.
    Queue,
    /// The question about two roles.
    Gap(AttrValue),
    /// Both votes on the area that is talked about.
    Votes,
    /// The four doors.
    Doors,
    /// The areas with the most hands.
    Hands(Vec<(AreaId, u16)>),
    /// The area that was chosen, and what it opens.
    Opened,
    /// Sentences.
    Said(Vec<AttrValue>),
    /// Receipts.
    Receipts(Vec<Receipt>),
}

/// Areas, or questions of a pair, whose strips fit on a page; fewer areas if each has its name in two languages.
const AREAS: usize = 3;
const AREAS_TWICE: usize = 2;
const OF_A_PAIR: usize = 2;
/// Rows of hands on a page.
const ROWS: usize = 4;
/// Receipts on a page: four columns of eight, which a window of 4:3 has room for.
const RECEIPTS: usize = 32;
/// Lines of sentences on a page, beside the code in the corner, below the phase of the experiment, and below the four answers to what came of
/// a promise.
const LINES: usize = 11;
const LINES_ASIDE: usize = 8;
const BELOW_PHASE: usize = 8;
const BELOW_CAME: usize = 5;
/// Letters of a line on a window of 4:3, the narrowest.
const LETTERS: usize = 42;

/// What is shown as a whole; with another, the pages begin anew.
pub type Scene = (Stage, usize, Option<SecondVote>, Option<AreaId>);

/// The scene of a workshop.
#[must_use]
pub fn scene(workshop: &Workshop) -> Scene {
    let second = workshop.topic().map(|topic| topic.second);
    let chosen = workshop.plan.chosen.value.map(|chosen| chosen.area);
    (workshop.stage, workshop.turn, second, chosen)
}

/// The pages of what a workshop shows now, one at least: the receipts where there are any to show. `also` has the words of the room's second
/// language, where they are here.
#[must_use]
pub fn pages(store: &Store, also: Option<&Pack>, wall: &Wall) -> Vec<Page> {
    let (workshop, receipts) = (&wall.workshop, &wall.receipts);
    if !receipts.is_empty() {
        let parts = receipts.chunks(RECEIPTS);
        return parts.map(|part| Page::Receipts(part.to_vec())).collect();
    }
    match workshop.stage {
        Stage::Invite if workshop.revealed.is_none() => {
            let promise = workshop.promise.as_ref().map(|promise| promised(store, promise));
            let promise = promise.into_iter().flatten();
            promise
                .chain([Page::Whole])
                .chain(questions(store, also, wall))
                .collect()
        }
        Stage::Vote if workshop.revealed.is_none() => [Page::Whole]
            .into_iter()
            .chain(questions(store, also, wall))
            .collect(),
        Stage::Invite | Stage::Vote | Stage::Close => vec![Page::Whole],
        Stage::Reveal => reveal(store, also, wall),
        Stage::Discuss => match workshop.topic().map(|topic| topic.second) {
            Some(SecondVote::Open(_)) => [Page::Whole]
                .into_iter()
                .chain(questions(store, also, wall))
                .collect(),
            None | Some(SecondVote::Held(_)) => vec![Page::Whole],
            Some(SecondVote::NotYet | SecondVote::Closed(_)) => {
                let topic = workshop.topic().map(|topic| topic.question());
                let anchors = topic
                    .into_iter()
                    .flat_map(|topic| question(store, also, topic, false));
                [Page::Votes].into_iter().chain(anchors).collect()
            }
        },
        Stage::Choose => {
            let first = if workshop.plan.chosen.value.is_some() {
                Page::Opened
            } else {
                Page::Doors
            };
            [first].into_iter().chain(hands(workshop)).collect()
        }
        Stage::Experiment => sentences(&agreed::contents(store, workshop), BELOW_PHASE),
        Stage::Commit => {
            let mut all = agreed::promises(store, workshop);
            all.extend(agreed::contents(store, workshop));
            all.extend(agreed::still_open(store, workshop));
            sentences(&all, LINES)
        }
        Stage::Report => {
            let topics = workshop.topics.iter().map(|topic| agreed::topic(store, topic));
            let all: Vec<_> = topics.chain(agreed::promises(store, workshop)).collect();
            sentences(&all, LINES)
        }
    }
}

/// The page after the one that is shown, or the one before; the same where there is none.
#[must_use]
pub fn turned(store: &Store, also: Option<&Pack>, wall: &Wall, on: bool) -> usize {
    let last = pages(store, also, wall).len().saturating_sub(1);
    let page = wall.page.min(last);
    if on {
        last.min(page + 1)
    } else {
        page.saturating_sub(1)
    }
}

/// Every question that the open vote asks.
fn questions(store: &Store, also: Option<&Pack>, wall: &Wall) -> Vec<Page> {
    let open = wall.workshop.open_questions(&store.pack.checklist).into_iter();
    open.flat_map(|asked| question(store, also, asked, true))
        .collect()
}

/// A question with its levels: on one page, where they fit, in one language or two.
fn question(store: &Store, also: Option<&Pack>, asked: QuestionId, beside_code: bool) -> Vec<Page> {
    let packs = [Some(&store.pack), also].into_iter().flatten();
    let measured = packs.map(|pack| {
        let options = pack.words.options(&pack.checklist, asked);
        let texts = [pack.words.prompt(asked)].into_iter().chain(options);
        texts
            .map(|text| Measured::new(&text, pack.is_right_to_left()))
            .collect()
    });
    let parts = fitting::parts(&measured.collect::<Vec<_>>(), beside_code).into_iter();
    parts.map(|part| Page::Question(asked, part)).collect()
}

/// The promise in as many pages as it takes, and what came of it.
fn promised(store: &Store, promise: &Promise) -> Vec<Page> {
    let learned = Some(promise.learned.trim()).filter(|text| !text.is_empty());
    let learned = learned.map(|text| store.fill(Text::PromiseLearned, &[("text", text)]));
    let lines = said(&words::promised(store, promise), LINES_ASIDE).into_iter();
    let came = said(learned.as_slice(), BELOW_CAME).into_iter();
    lines
        .map(Page::Promise)
        .chain(came.map(|lines| Page::Came(promise.came, lines)))
        .collect()
}

/// The areas, then the pairs, each with what is said beside what is done; then what the figures put first.
fn reveal(store: &Store, also: Option<&Pack>, wall: &Wall) -> Vec<Page> {
    let Some(room) = wall.room.as_ref().filter(|room| shows_anything(room)) else {
        return vec![Page::Whole];
    };
    let asked = |wanted: fn(QuestionId) -> bool| {
        let questions = room.questions.iter().map(|view| view.question);
        questions
            .filter(move |question| wanted(*question))
            .collect::<Vec<_>>()
    };
    let areas = asked(|question| matches!(question, QuestionId::Anchored(_)));
    let pairs = asked(|question| question.area().is_none());
    let on_a_page = if also.is_some() { AREAS_TWICE } else { AREAS };
    let strips = areas.chunks(on_a_page).chain(pairs.chunks(OF_A_PAIR));
    let gap = words::gap(store, room, &wall.workshop.settings.roles);
    [Page::Areas]
        .into_iter()
        .chain(strips.map(|part| Page::Strips(part.to_vec())))
        .chain([Page::Queue])
        .chain(gap.map(Page::Gap))
        .collect()
}

/// None while no hands were counted.
fn hands(workshop: &Workshop) -> Vec<Page> {
    let ranking = workshop.energy.ranking();
    if ranking.is_empty() && !workshop.energy.counted().is_empty() {
        return vec![Page::Hands(ranking)];
    }
    ranking
        .chunks(ROWS)
        .map(|part| Page::Hands(part.to_vec()))
        .collect()
}

fn sentences(all: &[AttrValue], lines: usize) -> Vec<Page> {
    said(all, lines).into_iter().map(Page::Said).collect()
}

/// Sentences in pages of so many lines, one page at least.
fn said(sentences: &[AttrValue], lines: usize) -> Vec<Vec<AttrValue>> {
    let mut pages = vec![Vec::new()];
    // Below each sentence there is a third of a line.
    let mut left = 3 * lines;
    for sentence in sentences {
        for (piece, height) in pieces(sentence, lines, LETTERS) {
            let height = 3 * height + 1;
            if height > left + 1 {
                pages.push(Vec::new());
                left = 3 * lines;
            }
            left = left.saturating_sub(height);
            if let Some(page) = pages.last_mut() {
                page.push(piece);
            }
        }
    }
    pages
}

/// A text in pieces of so many lines of so many letters at the most, with the lines of each.
fn pieces(text: &str, lines: usize, length: usize) -> Vec<(AttrValue, usize)> {
    let mut pieces = Vec::new();
    let (mut piece, mut line, mut letters) = (String::new(), 1, 0);
    for word in text.split_whitespace() {
        let word: Vec<_> = word.chars().collect();
        // A word without an end is broken where the line ends.
        for (place, part) in word.chunks(length).enumerate() {
            let space = usize::from(place == 0 && letters > 0);
            if letters + space + part.len() > length {
                line += 1;
                letters = 0;
            }
            if line > lines {
                let open = end_isolates(&mut piece);
                pieces.push((AttrValue::from(std::mem::take(&mut piece)), lines));
                line = 1;
                piece.extend(std::iter::repeat_n(ISOLATE, open));
            } else if place == 0 && !piece.is_empty() {
                piece.push(' ');
            }
            letters += part.len() + usize::from(place == 0 && letters > 0);
            piece.extend(part);
        }
    }
    pieces.push((piece.into(), line));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::text::END;

    fn counted(texts: &[String], lines: usize) -> Vec<usize> {
        let texts: Vec<_> = texts.iter().cloned().map(AttrValue::from).collect();
        said(&texts, lines).iter().map(Vec::len).collect()
    }

    #[test]
    fn sentences_fill_a_page_and_go_on_the_next() {
        assert_eq!(counted(&[], 4), [0]);
        let line = |letters: usize| "x".repeat(letters);
        // Three lines with a third below each are ten thirds of twelve; a fourth line does not fit.
        assert_eq!(counted(&[line(42), line(42), line(42)], 4), [3]);
        assert_eq!(counted(&[line(42), line(42), line(42), line(42)], 4), [3, 1]);
        assert_eq!(counted(&[line(43), line(43)], 4), [1, 1]);
    }

    #[test]
    fn what_keeps_its_direction_keeps_it_on_both_sides_of_a_cut() {
        let text = format!("\u{2068}{}\u{2069} end", ["abcdefghi"; 12].join(" "));
        for letters in [20, 42] {
            let pieces = pieces(&text, 1, letters);
            assert!(pieces.len() > 1);
            for (piece, _) in &pieces {
                let count = |wanted: char| piece.chars().filter(|mark| *mark == wanted).count();
                assert_eq!(count(ISOLATE), count(END), "{piece:?}");
            }
            let whole: Vec<_> = pieces
                .iter()
                .map(|(piece, _)| piece.replace([ISOLATE, END], ""))
                .collect();
            assert_eq!(whole.join(" "), text.replace([ISOLATE, END], ""));
        }
    }

    #[test]
    fn a_text_longer_than_a_page_goes_on_where_a_word_ends() {
        let text = ["abcdefghi"; 30].join(" ");
        // Four words of ten letters to a line of 42, so eight to two lines.
        let pieces = pieces(&text, 2, 42);
        let lines: Vec<_> = pieces.iter().map(|(_, lines)| *lines).collect();
        assert_eq!(lines, [2, 2, 2, 2]);
        let whole: Vec<_> = pieces.iter().map(|(piece, _)| piece.as_str()).collect();
        assert_eq!(whole.join(" "), text);
        let endless = super::pieces(&"y".repeat(100), 2, 42);
        let lengths: Vec<_> = endless
            .iter()
            .map(|(piece, lines)| (piece.len(), *lines))
            .collect();
        assert_eq!(lengths, [(84, 2), (16, 1)]);
    }
}

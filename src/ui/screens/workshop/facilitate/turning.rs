//! What the room's window is told, and the pages that are turned there.

use super::receipts::Showing;
use crate::app::pack::Pack;
use crate::app::text::Text;
use crate::app::workshop::wall_message::{self, BACK, HELLO, ON, Presence, Present, WHO};
use crate::browser::{self, Channel, Ticking};
use crate::domain::code::WorkshopId;
use crate::domain::code::invite::Language;
use crate::domain::question::QuestionId;
use crate::domain::workshop::wall::Wall;
use crate::ui::components::languages::{use_store_in, use_words};
use crate::ui::components::room::pages::{Page, Scene, pages, scene};
use crate::ui::prelude::*;
use crate::ui::store::{Store, StoreHandle};
use crate::ui::workshop_handle::WorkshopHandle;
use std::cell::RefCell;
use std::rc::Rc;

/// What the facilitator chose for the room beside what the record says: under a mark, which outlasts this screen and a reload.
#[derive(Debug, Clone, PartialEq, Default)]
struct Chosen {
    /// Where the receipts are shown.
    receipts: Option<Scene>,
    /// The page, which begins anew with each scene, and with the receipts.
    page: Option<((Scene, bool), usize)>,
    /// The languages.
    languages: Languages,
}

/// The languages of the picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Languages {
    /// The first; none for that of the console.
    pub(super) first: Option<Language>,
    /// The one below it.
    pub(super) also: Option<Language>,
}

impl Chosen {
    fn mark(id: WorkshopId) -> String {
        format!("wall/{id}")
    }

    /// `vote 0 receipts 2 fr de`: stage, turn, what is shown, page, second language, first language; a language that was not chosen is empty.
    fn text(((stage, turn, ..), receipts): (Scene, bool), page: usize, languages: &Languages) -> String {
        let shown = if receipts { "receipts" } else { "stage" };
        let [also, first] =
            [&languages.also, &languages.first].map(|language| language.as_ref().map_or("", Language::tag));
        format!("{} {turn} {shown} {page} {also} {first}", stage.name())
    }

    /// What such a text says of the scene that is shown now: of another one it says the languages alone.
    fn of(text: &str, now: Scene) -> Self {
        let mut words = text.split(' ');
        let mut next = || words.next().unwrap_or_default();
        let (stage, turn) = (next(), next());
        let is_now = stage == now.0.name() && turn.parse() == Ok(now.1);
        let shown = next() == "receipts";
        let page = next().parse().ok().filter(|_| is_now);
        Self {
            receipts: (is_now && shown).then_some(now),
            page: page.map(|page| ((now, shown), page)),
            languages: Languages {
                also: Language::new(next()),
                first: Language::new(next()),
            },
        }
    }
}

/// What was chosen before this screen began.
#[hook]
fn use_chosen(handle: &WorkshopHandle) -> Rc<Chosen> {
    let workshop = &handle.workshop;
    use_memo(workshop.id, |id| {
        let text = browser::kept_mark(&Chosen::mark(*id));
        Chosen::of(&text, scene(workshop))
    })
}

/// Whether the receipts are shown: until the facilitator goes on to something else.
#[hook]
pub(super) fn use_showing(handle: &WorkshopHandle) -> Showing {
    let before = use_chosen(handle);
    let shown = use_state_eq(|| before.receipts);
    let now = scene(&handle.workshop);
    let turn = {
        let shown = shown.setter();
        Callback::from(move |on: bool| shown.set(on.then_some(now)))
    };
    Showing {
        on: *shown == Some(now) && handle.workshop.receipts().is_some(),
        turn,
    }
}

/// What the room's window shows, of how many pages, and the way to another one.
#[derive(Clone, PartialEq)]
pub(super) struct Turning {
    page: usize,
    pages: usize,
    turn: Callback<usize>,
    /// Turns to the page of a question, where there is one.
    pub(super) read_out: Callback<QuestionId>,
    /// The languages of the picture, and the way to others.
    pub(super) languages: Languages,
    pub(super) speak: Callback<Languages>,
    /// The store in the first of them, and the words of the second, once they are here.
    pub(super) store: StoreHandle,
    pub(super) words: Option<Rc<Pack>>,
}

/// Tells the room's window whatever changes, and everything when it asks. The pages begin anew with each scene.
#[hook]
pub(super) fn use_wall(handle: &WorkshopHandle, receipts: bool) -> (Turning, Rc<Wall>, Present) {
    let before = use_chosen(handle);
    let turned = use_state_eq(|| before.page.map(|(scene, page)| (scene, page, None::<Page>)));
    let languages = use_state_eq(|| before.languages.clone());
    let now = (scene(&handle.workshop), receipts);
    let store = use_store_in(languages.first.as_ref());
    // The console may have gone over to the language that was chosen as the second one.
    let second = languages.also.clone();
    let also = second.filter(|also| also.tag() != store.0.pack.language);
    let words = use_words(also.as_ref());
    let told = use_memo(
        (handle.clone(), receipts, store.clone(), words.clone()),
        |(handle, receipts, store, words)| {
            let wall = Wall::of(&handle.workshop, &handle.store.pack.checklist);
            let wall = if *receipts {
                wall.with_receipts(&handle.workshop)
            } else {
                wall
            };
            (pages(&store.0, words.as_deref(), &wall), wall)
        },
    );
    let (all, wall) = &*told;
    let kept = turned.as_ref().filter(|(scene, ..)| *scene == now);
    let page = kept.map_or(0, |(_, page, shown)| again(all, *page, shown.as_ref()));
    let turn = {
        let turned = turned.setter();
        use_callback((now, Rc::clone(&told)), move |page: usize, (now, told)| {
            let page = page.min(told.0.len().saturating_sub(1));
            turned.set(Some((*now, page, told.0.get(page).cloned())));
        })
    };
    let read_out = use_callback((turn.clone(), Rc::clone(&told)), |question, (turn, told)| {
        if let Some(page) = place(&told.0, question) {
            turn.emit(page);
        }
    });
    let speak = {
        let (turn, languages) = (turn.clone(), languages.setter());
        Callback::from(move |others| {
            // What is shown now stays, on whichever page it is then.
            turn.emit(page);
            languages.set(others);
        })
    };
    use_kept(handle.workshop.id, Chosen::text(now, page, &languages));
    let turning = Turning {
        page,
        pages: all.len(),
        turn,
        read_out,
        languages: Languages {
            also: also.clone(),
            ..(*languages).clone()
        },
        speak,
        store,
        words,
    };
    let wall = Rc::new(Wall {
        page,
        language: Language::new(&turning.store.0.pack.language),
        also,
        ..wall.clone()
    });
    let present = use_channel(handle.workshop.id, &wall, &turning);
    (turning, wall, present)
}

/// Keeps what is chosen, whenever that is something else.
#[hook]
fn use_kept(id: WorkshopId, text: String) {
    use_effect_with((id, text), |(id, text)| {
        let _refused = browser::keep_mark(&Chosen::mark(*id), text);
    });
}

/// Where a page is that was shown: among others in another second language, where a question may go on on the next page, and there are fewer
/// areas on one.
fn again(pages: &[Page], page: usize, shown: Option<&Page>) -> usize {
    let moved = shown.filter(|shown| pages.get(page) != Some(shown));
    let is_it = |shown: &Page, other: &Page| match (shown, other) {
        (Page::Question(shown, _), Page::Question(other, _)) => shown == other,
        (Page::Strips(shown), Page::Strips(other)) => {
            shown.first().is_some_and(|first| other.contains(first))
        }
        _ => shown == other,
    };
    let place = moved.and_then(|shown| pages.iter().position(|other| is_it(shown, other)));
    place.unwrap_or(page).min(pages.len().saturating_sub(1))
}

/// The first page of a question and its levels.
fn place(pages: &[Page], question: QuestionId) -> Option<usize> {
    let is_it = |page: &Page| matches!(page, Page::Question(asked, _) if *asked == question);
    pages.iter().position(is_it)
}

/// Seconds between two questions who is there.
const ASKS: u32 = 3;

/// The way to the room's windows, over which they ask, turn the page, and say that they are there.
#[hook]
fn use_channel(id: WorkshopId, wall: &Rc<Wall>, turning: &Turning) -> Present {
    let present = use_state_eq(Present::default);
    let heard = use_mut_ref(Present::default);
    let channel = use_mut_ref(|| None::<Channel>);
    let latest = use_mut_ref(|| (Rc::clone(wall), turning.clone()));
    *latest.borrow_mut() = (Rc::clone(wall), turning.clone());
    {
        let (channel, present, heard) = (Rc::clone(&channel), present.setter(), Rc::clone(&heard));
        use_effect_with(id, move |id| {
            let way = Rc::clone(&channel);
            let (here, first) = (Rc::clone(&heard), present.clone());
            let known = Rc::new(RefCell::new(Present::default()));
            let settled = Rc::clone(&known);
            let hear = move |text: String| {
                if let Some(presence) = Presence::parse(&text) {
                    here.borrow_mut().hears(presence);
                    let heard = here.borrow().clone();
                    // Between two questions it can only be more; less is known a second after the next one.
                    if heard.count() >= known.borrow().count() {
                        known.borrow_mut().clone_from(&heard);
                        first.set(heard);
                    }
                    return;
                }
                let (wall, turning) = latest.borrow().clone();
                match &*text {
                    HELLO => tell(&way, &wall),
                    ON => turning.turn.emit(turning.page + 1),
                    BACK => turning.turn.emit(turning.page.saturating_sub(1)),
                    _ => {}
                }
            };
            *channel.borrow_mut() = Some(Channel::open(&wall_message::channel(*id), hear));
            if let Some(channel) = &*channel.borrow() {
                channel.say(WHO);
            }
            let way = Rc::clone(&channel);
            let mut second = 0;
            let asking = Ticking::every_second(move || {
                second = (second + 1) % ASKS;
                match (&*way.borrow(), second) {
                    (Some(way), 0) => {
                        heard.borrow_mut().clone_from(&Present::default());
                        way.say(WHO);
                    }
                    // Whoever is there has answered by now.
                    (Some(_), 1) => {
                        settled.borrow_mut().clone_from(&heard.borrow());
                        present.set(heard.borrow().clone());
                    }
                    _ => {}
                }
            });
            move || {
                drop(asking);
                drop(channel.take());
            }
        });
    }
    use_effect_with(Rc::clone(wall), move |wall| tell(&channel, wall));
    (*present).clone()
}

fn tell(channel: &RefCell<Option<Channel>>, wall: &Wall) {
    if let Some(channel) = &*channel.borrow() {
        channel.say(&wall_message::write(wall));
    }
}

/// The page that the room sees, and those beside it.
pub(super) fn pager(store: &Store, turning: &Turning) -> Html {
    let (n, of) = ((turning.page + 1).to_string(), turning.pages.to_string());
    let button = |text: Text, to: Option<usize>| {
        let turn = turning.turn.clone();
        let onclick = move |_: MouseEvent| {
            if let Some(to) = to {
                turn.emit(to);
            }
        };
        // Not disabled: whoever has turned to the last page is still on the button.
        let ended = to.is_none().then_some("true");
        html! {
            <button type="button" class="button button-quiet" aria-disabled={ended} {onclick}>{ store.text(text) }</button>
        }
    };
    let next = Some(turning.page + 1).filter(|page| *page < turning.pages);
    html! {
        if turning.pages > 1 {
            <div class="console-pages" role="group" aria-label={store.text(Text::WallNow)}>
                <p aria-live="polite" aria-atomic="true">
                    { store.text(Text::WallNow) }{ store.colon() }
                    <b>{ store.fill(Text::WallPage, &[("n", &n), ("of", &of)]) }</b>
                </p>
                { button(Text::WallPrevious, turning.page.checked_sub(1)) }
                { button(Text::WallNext, next) }
            </div>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::question::AreaId;
    use crate::domain::workshop::stage::Stage;

    #[test]
    fn what_was_chosen_for_a_room_is_chosen_when_the_screen_comes_again() {
        let vote: Scene = (Stage::Vote, 0, None, None);
        let languages = Languages {
            first: Language::new("de"),
            also: Language::new("fr"),
        };
        let text = Chosen::text((vote, false), 2, &languages);
        assert_eq!(text, "vote 0 stage 2 fr de");
        let again = Chosen {
            receipts: None,
            page: Some(((vote, false), 2)),
            languages,
        };
        assert_eq!(Chosen::of(&text, vote), again);
        for other in [(Stage::Close, 0, None, None), (Stage::Vote, 1, None, None)] {
            let begun = Chosen {
                page: None,
                ..again.clone()
            };
            assert_eq!(Chosen::of(&text, other), begun);
        }
        let receipts = Chosen::of(&Chosen::text((vote, true), 1, &Languages::default()), vote);
        assert_eq!(receipts.receipts, Some(vote));
        assert_eq!(
            (receipts.page, receipts.languages),
            (Some(((vote, true), 1)), Languages::default())
        );
        for (text, first) in [
            ("vote 0 stage 0  de", Language::new("de")),
            ("vote 0 stage 0 fr", None),
        ] {
            assert_eq!(Chosen::of(text, vote).languages.first, first);
        }
        assert_eq!(Chosen::of("", vote), Chosen::default());
    }

    #[test]
    fn another_second_language_leaves_the_question_where_it_is() {
        let question = |number: u8| QuestionId::Anchored(AreaId::new(number).expect("an area"));
        let strips = |numbers: &[u8]| Page::Strips(numbers.iter().map(|number| question(*number)).collect());
        let whole = |number| Page::Question(question(number), 0..6);
        let halves = |number| [0..3, 3..6].map(|rows| Page::Question(question(number), rows));
        let alone = [Page::Whole, whole(1), whole(2), whole(3)];
        let twice: Vec<_> = [Page::Whole]
            .into_iter()
            .chain([1, 2, 3].into_iter().flat_map(halves))
            .collect();
        let shown = |pages: &[Page], page: usize, others: &[Page]| again(others, page, pages.get(page));
        assert_eq!([0, 1, 2, 3].map(|page| shown(&alone, page, &twice)), [0, 1, 3, 5]);
        assert_eq!([0, 1, 4, 6].map(|page| shown(&twice, page, &alone)), [0, 1, 2, 3]);
        assert_eq!(shown(&twice, 4, &twice), 4);
        let alone = [Page::Areas, strips(&[1, 2, 3]), strips(&[4, 5, 6]), Page::Queue];
        let twice = [
            Page::Areas,
            strips(&[1, 2]),
            strips(&[3, 4]),
            strips(&[5, 6]),
            Page::Queue,
        ];
        assert_eq!([0, 1, 2, 3].map(|page| shown(&alone, page, &twice)), [0, 1, 2, 4]);
        assert_eq!([2, 3, 4].map(|page| shown(&twice, page, &alone)), [1, 2, 3]);
        // What stood there is not known, or is gone.
        assert_eq!([again(&alone, 2, None), again(&alone, 9, None)], [2, 3]);
        assert_eq!(again(&alone, 9, Some(&Page::Doors)), 3);
    }

    #[test]
    fn a_question_is_on_its_first_page() {
        let question = |number: u8| QuestionId::Anchored(AreaId::new(number).expect("an area"));
        let pages = [
            Page::Whole,
            Page::Question(question(1), 0..6),
            Page::Question(question(2), 0..3),
            Page::Question(question(2), 3..6),
            Page::Question(question(3), 0..6),
        ];
        let places = [1, 2, 3, 4].map(|number| place(&pages, question(number)));
        assert_eq!(places, [Some(1), Some(2), Some(4), None]);
    }
}

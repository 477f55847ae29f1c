//! What a room said, in words: every sentence from figures that may be shown, and from nothing else.

use crate::app::text::Text;
use crate::app::words::{AreaWord, PairWord};
use crate::app::workshop::figures;
use crate::domain::code::invite::Roles;
use crate::domain::doors::Door;
use crate::domain::group::Votes;
use crate::domain::group::discussion::Revote;
use crate::domain::group::role_gap::Side;
use crate::domain::question::QuestionId;
use crate::domain::workshop::choosing::{AreaStanding, Basis};
use crate::domain::workshop::energy::{Energy, HandsEach};
use crate::domain::workshop::phase::Phase;
use crate::domain::workshop::promise::Promise;
use crate::domain::workshop::room::{Dots, Figures, Picture, QuestionView, RoomView};
use crate::ui::charts::dots::Vote;
use crate::ui::store::Store;
use yew::AttrValue;

/// What a question is called in a list.
#[must_use]
pub fn name(store: &Store, question: QuestionId) -> AttrValue {
    let words = &store.pack.words;
    let of_pair = |pair, text| store.fill(text, &[("pair", &*words.pair(pair, PairWord::Name))]);
    match question {
        QuestionId::Anchored(area) => words.area(area, AreaWord::Name).into(),
        QuestionId::Evidence(..) => words.prompt(question).into(),
        QuestionId::Know(pair) => of_pair(pair, Text::StageSay),
        QuestionId::Do(pair) => of_pair(pair, Text::StageDo),
        QuestionId::Context(_) => words.context_name().into(),
    }
}

/// What a vote is called.
#[must_use]
pub fn vote_name(store: &Store, vote: Vote) -> AttrValue {
    store.text(match vote {
        Vote::First => Text::StageFirstVote,
        Vote::Second => Text::StageSecondVote,
    })
}

/// What a session promised, a sentence each; what is empty is left out.
pub fn promised(store: &Store, promise: &Promise) -> Vec<AttrValue> {
    let date = store.day(store.day_of(promise.held));
    let area = store.pack.words.area(promise.area, AreaWord::Name);
    let first = store.fill(Text::PromiseArea, &[("date", &date), ("area", &area)]);
    let texts = [
        (Text::StageReadTest, &promise.experiment),
        (Text::StageReadCounted, &promise.counted),
    ];
    let texts = texts.map(|(text, value)| (!value.is_empty()).then(|| store.fill(text, &[("text", value)])));
    let owner =
        (!promise.owner.is_empty()).then(|| store.fill(Text::StageReadOwner, &[("owner", &promise.owner)]));
    let days = [
        (Text::StageReadStop, promise.stop),
        (Text::StageReadReview, promise.review),
    ];
    let days = days.map(|(text, day)| day.map(|day| store.fill(text, &[("day", &store.day(day))])));
    [Some(first)]
        .into_iter()
        .chain(texts)
        .chain([owner])
        .chain(days)
        .flatten()
        .collect()
}

/// A strip for those who cannot see it.
pub(super) fn spoken(store: &Store, name: &str, vote: Vote, picture: &Picture) -> AttrValue {
    let counts = store.list(&figures::each_count(&store.pack, picture.dots.counts()));
    let vote = vote_name(store, vote);
    let mut values = vec![("name", name), ("vote", &*vote), ("counts", &*counts)];
    let Some(figures) = &picture.figures else {
        return store.fill(Text::StageSpokenDots, &values);
    };
    let middle = figures::middle(&store.pack.texts, figures.median);
    values.push(("middle", &*middle));
    store.fill(Text::StageSpoken, &values)
}

/// "Middle answer 3, Set up".
#[must_use]
pub fn median(store: &Store, figures: &Figures) -> AttrValue {
    let level = figures::middle_words(&store.pack, figures.median);
    let n = figures::middle(&store.pack.texts, figures.median);
    store.fill(Text::StageMiddle, &[("n", &n), ("level", &level)])
}

/// "On average 0.6 levels from the middle answer".
#[must_use]
pub fn spread(store: &Store, figures: &Figures) -> AttrValue {
    if figures.spread.is_zero() {
        return store.text(Text::StageSpreadNone);
    }
    store.fill(
        Text::StageSpread,
        &[("n", &figures::spread(&store.pack.texts, figures.spread))],
    )
}

/// "From Not seen to Working", all that is said of three or four votes.
fn range(store: &Store, dots: Dots) -> Option<AttrValue> {
    let level = |(level, _)| store.pack.words.level(level);
    let (low, high) = (
        dots.chosen().next().map(level)?,
        dots.chosen().next_back().map(level)?,
    );
    Some(if low == high {
        store.text(Text::StageSpreadNone)
    } else {
        store.fill(Text::StageRange, &[("low", &*low), ("high", &*high)])
    })
}

/// Why an area is in the queue.
#[must_use]
pub fn why(store: &Store, picture: &Picture) -> Option<AttrValue> {
    match &picture.figures {
        Some(figures) => Some(camps(store, figures).unwrap_or_else(|| spread(store, figures))),
        None => range(store, picture.dots),
    }
}

/// "Two camps: 4 at Now and then, 5 at Working".
#[must_use]
pub fn camps(store: &Store, figures: &Figures) -> Option<AttrValue> {
    Some(figures::camps(&store.pack, figures.camps.as_ref()?).into())
}

/// "5 of 12 can't tell", as a question once it is a third of those who were asked.
#[must_use]
pub fn cannot_tell(store: &Store, view: &QuestionView) -> Option<AttrValue> {
    let n = view.cannot_tell.filter(|n| *n > 0)?;
    let text = if 3 * u64::from(n) >= u64::from(view.asked) {
        Text::StageCannotTellAsk
    } else {
        Text::StageCannotTell
    };
    Some(store.fill(text, &[("n", &n.to_string()), ("of", &view.asked.to_string())]))
}

/// "5 can't tell".
#[must_use]
pub fn cannot_tell_short(store: &Store, n: u32) -> String {
    let n = usize::try_from(n).unwrap_or(usize::MAX);
    let texts = &store.pack.texts;
    texts.count(Text::SheetCannotTellOne, Text::SheetCannotTellMany, n)
}

/// Where the middle answer would lie with those who did not vote, at either end.
fn bounds(store: &Store, votes: &Votes, absent: u32) -> Option<AttrValue> {
    let (low, high) = votes.median_bounds(absent).filter(|_| absent > 0)?;
    let text = if low == high {
        Text::StageBoundsSame
    } else {
        Text::StageBounds
    };
    let [low, high] = [low, high].map(|end| figures::middle(&store.pack.texts, end));
    Some(store.fill(
        text,
        &[("n", &absent.to_string()), ("low", &low), ("high", &high)],
    ))
}

/// Those who are expected and have not answered.
#[must_use]
pub const fn absent(room: &RoomView) -> u32 {
    room.present.0.saturating_sub(room.received)
}

/// "These 12 people", or how many of them answered.
#[must_use]
pub fn presence(store: &Store, room: &RoomView) -> AttrValue {
    let (n, of) = (room.received.to_string(), room.present.0.to_string());
    if absent(room) == 0 {
        store.fill(Text::StageAllHere, &[("n", &n)])
    } else {
        store.fill(Text::StageSomeHere, &[("n", &n), ("of", &of)])
    }
}

/// Everything that may be said of one question, the plainest first.
#[must_use]
pub fn findings(store: &Store, view: &QuestionView, absent: u32) -> Vec<AttrValue> {
    let mut said = Vec::new();
    match &view.picture {
        None => said.push(store.text(Text::StageTooFew)),
        Some(picture) => {
            match &picture.figures {
                Some(figures) => {
                    said.push(median(store, figures));
                    said.extend(bounds(store, &figures.votes, absent));
                    said.push(spread(store, figures));
                    match camps(store, figures) {
                        Some(camps) => said.push(camps),
                        None if figures.votes.is_plainly_one() => said.push(store.text(Text::StageOne)),
                        None => {}
                    }
                }
                None => said.extend(range(store, picture.dots)),
            }
            if picture.not_applicable > 0 {
                let n = picture.not_applicable.to_string();
                said.push(store.fill(Text::StageNotApplicable, &[("n", &n)]));
            }
        }
    }
    said.extend(cannot_tell(store, view));
    said
}

/// The one question on which a role stands apart, as a question to the room.
#[must_use]
pub fn gap(store: &Store, room: &RoomView, roles: &Roles) -> Option<AttrValue> {
    let gap = room.gap?;
    let role = |place: usize| {
        let label = roles.labels().get(place)?;
        Some(store.fill(Text::StageGapRole, &[("role", label.text())]))
    };
    let others = gap
        .others
        .map_or_else(|| Some(store.text(Text::StageGapOthers)), role)?;
    let text = match gap.side {
        Side::Higher => Text::StageGapHigher,
        Side::Lower => Text::StageGapLower,
    };
    let area = name(store, gap.question);
    let own = role(gap.role)?;
    let values = [("role", &*own), ("others", &*others), ("area", &*area)];
    Some(store.fill(text, &values))
}

/// What a second vote came to.
#[must_use]
pub fn outcome(store: &Store, outcome: Revote) -> AttrValue {
    store.text(match outcome {
        Revote::AgreedStable => Text::StageOutcomeStable,
        Revote::AgreedMoved => Text::StageOutcomeMoved,
        Revote::AgreedAfterCamps => Text::StageOutcomeAfterCamps,
        Revote::Close => Text::StageOutcomeClose,
        Revote::Converging => Text::StageOutcomeConverging,
        Revote::OpenSplit => Text::StageOutcomeSplit,
    })
}

/// What a phase of 1-2-4-All is called, and what is done in it.
#[must_use]
pub fn phase(store: &Store, phase: Phase) -> (AttrValue, AttrValue) {
    let (name, what) = match phase {
        Phase::Alone => (Text::StagePhaseAlone, Text::StagePhaseAloneText),
        Phase::Pairs => (Text::StagePhasePairs, Text::StagePhasePairsText),
        Phase::Fours => (Text::StagePhaseFours, Text::StagePhaseFoursText),
        Phase::All => (Text::StagePhaseAll, Text::StagePhaseAllText),
    };
    (store.text(name), store.text(what))
}

/// Seconds in minutes, with a half where there is one.
#[must_use]
pub fn minutes(seconds: i64) -> String {
    let half = if seconds % 60 >= 30 { "½" } else { "" };
    [(seconds / 60).to_string().as_str(), half].concat()
}

/// The name of a door.
#[must_use]
pub fn door_name(store: &Store, door: Door, basis: Basis) -> AttrValue {
    store.text(match (door, basis) {
        (Door::LowestScore, Basis::Dots) => Text::StageLowestDots,
        (Door::LowestScore, _) => Text::StageLowest,
        (Door::MostEnergy, _) => Text::PlanEnergy,
        (Door::MostDisagreement, _) => Text::PlanDisagreement,
        (Door::Chance, _) => Text::PlanChance,
    })
}

/// What is behind a door.
#[must_use]
pub fn door_text(store: &Store, door: Door, basis: Basis) -> AttrValue {
    store.text(match (door, basis) {
        (Door::LowestScore, Basis::Dots) => Text::StageLowestDotsText,
        (Door::LowestScore, _) => Text::StageLowestText,
        (Door::MostEnergy, _) => Text::StageEnergyText,
        (Door::MostDisagreement, Basis::Dots) => Text::StageDisagreementDots,
        (Door::MostDisagreement, _) => Text::StageDisagreementText,
        (Door::Chance, _) => Text::StageChanceText,
    })
}

/// Why no area is behind a door.
#[must_use]
pub fn door_shut(store: &Store, door: Door, standings: &[AreaStanding]) -> AttrValue {
    store.text(match door {
        Door::MostEnergy | Door::Chance => Text::StageEnergyNone,
        _ if standings.is_empty() => Text::StageLowestNone,
        Door::LowestScore => Text::StageLowestNobody,
        Door::MostDisagreement => Text::StageDisagreementNone,
    })
}

/// "7 hands".
#[must_use]
pub fn hands(store: &Store, n: u16) -> String {
    let (one, many) = (Text::StageHandsForOne, Text::StageHandsForMany);
    store.pack.texts.count(one, many, n.into())
}

/// "2 areas tie, 7 hands each"; none while one area leads.
#[must_use]
pub fn hands_tie(store: &Store, energy: &Energy) -> Option<AttrValue> {
    let most = energy.most();
    let n = energy.of(*most.first()?).filter(|_| most.len() > 1)?;
    let areas = most.len().to_string();
    Some(store.fill(
        Text::StageHandsTied,
        &[("areas", &areas), ("hands", &hands(store, n))],
    ))
}

/// How many hands a person has.
#[must_use]
pub fn hands_each(store: &Store, each: HandsEach) -> AttrValue {
    store.text(match each {
        HandsEach::One => Text::StageHandsOne,
        HandsEach::Several => Text::StageHandsSeveral,
    })
}

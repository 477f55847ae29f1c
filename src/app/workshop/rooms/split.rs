//! A workshop that becomes several rooms, and the rooms that one is among.

use crate::app::action::Action;
use crate::app::pack::Pack;
use crate::app::state::State;
use crate::app::text::{Text, without_isolates};
use crate::app::workshop::action::WorkshopAction;
use crate::app::workshop::setup::LONGEST_TITLE;
use crate::app::workshop::workshops;
use crate::domain::code::WorkshopId;
use crate::domain::typed::whole;
use crate::domain::workshop::split::{ROOMS, name, numbered};
use crate::domain::workshop::{Settings, Workshop};
use std::rc::Rc;

/// Characters that are left for the number of a room, the word before it and the number of its set.
const FOR_NUMBER: u32 = 24;

/// The number of rooms that is typed.
#[must_use]
pub fn rooms(text: &str) -> Option<u32> {
    whole(text).filter(|number| ROOMS.contains(number))
}

/// The settings of each room, in their order. After so many sets that were made `before`, the next has its number in its rooms' titles.
#[must_use]
pub fn of_rooms(pack: &Pack, settings: &Settings, rooms: u32, before: usize) -> Vec<Settings> {
    let mut title = called(pack, settings);
    if before > 0 {
        title = [&*title, " (", &(before + 1).to_string(), ")"].concat();
    }
    let room = |number: u32| {
        let values = [("title", &*title), ("n", &*number.to_string())];
        let whole = pack.texts.fill(Text::RoomsSplitTitle, &values);
        settings.of_room(without_isolates(&whole), rooms)
    };
    (1..=rooms).map(room).collect()
}

/// What the rooms of a workshop are called, up to the word before their numbers.
fn called(pack: &Pack, settings: &Settings) -> String {
    let title = match settings.title.trim() {
        "" => pack.texts.get(Text::HeadingWorkshop).to_string(),
        title => title.to_owned(),
    };
    let short: String = title
        .chars()
        .take((LONGEST_TITLE - FOR_NUMBER) as usize)
        .collect();
    short.trim_end().to_owned()
}

/// The sets on this device that a workshop was split into, the latest first. They are known as a set is, by titles and moments: under
/// another title it is as if it had not been split.
#[must_use]
pub fn split_into(state: &State, pack: &Pack, whole: &Workshop) -> Vec<Vec<Rc<Workshop>>> {
    let title = called(pack, &whole.settings);
    let is_room = |known: &Workshop| {
        let (own, asked) = (&known.settings, &whole.settings);
        let beginning = numbered(&own.title).map(|(beginning, _)| name(beginning));
        beginning.is_some_and(|own| own == title || split_number(own).is_some_and(|(own, _)| own == title))
            && known.created >= whole.created
            && (own.shape, &own.roles, &own.language) == (asked.shape, &asked.roles, &asked.language)
    };
    let mut sets = Vec::<Vec<Rc<Workshop>>>::new();
    for (_, known) in workshops(state) {
        let Some(known) = known.ok().filter(|known| is_room(known)) else {
            continue;
        };
        let set = set_of(state, &known);
        // A long title is the same as its rooms' where it was cut off.
        if set.iter().any(|room| room.id == whole.id) {
            continue;
        }
        // Each set once, when its first room is met.
        if set.first().is_some_and(|first| first.id == known.id) {
            let place =
                sets.partition_point(|before| before.first().map(|room| room.created) >= Some(known.created));
            sets.insert(place, set);
        }
    }
    sets
}

/// What a set is called and its number among the sets of one workshop; the first has none.
fn split_number(name: &str) -> Option<(&str, usize)> {
    let (name, number) = name.strip_suffix(')')?.rsplit_once(" (")?;
    Some((name, number.parse().ok()?))
}

/// How many sets were made of a workshop, as the numbers of those that are left tell.
#[must_use]
pub fn sets_made(left: &[Vec<Rc<Workshop>>]) -> usize {
    let number = |set: &Vec<Rc<Workshop>>| {
        let (beginning, _) = numbered(&set.first()?.settings.title)?;
        Some(split_number(name(beginning))?.1)
    };
    left.iter().filter_map(number).max().unwrap_or(0).max(left.len())
}

/// The rooms on this device that were made together with one, and it among them, by their numbers; fewer than two are no set.
#[must_use]
pub fn set_of(state: &State, one: &Workshop) -> Vec<Rc<Workshop>> {
    let mut set = Vec::<(u32, Rc<Workshop>)>::new();
    let Some((beginning, _)) = numbered(&one.settings.title) else {
        return Vec::new();
    };
    for (_, known) in workshops(state) {
        let Ok(known) = known else { continue };
        let number = match numbered(&known.settings.title) {
            Some((own, number)) if own == beginning && known.created == one.created => number,
            _ => continue,
        };
        let place = set.partition_point(|(before, _)| *before <= number);
        set.insert(place, (number, known));
    }
    if set.len() < 2 {
        set.clear();
    }
    set.into_iter().map(|(_, room)| room).collect()
}

/// Every room's title with its link, to be pasted into a chat or a mail.
#[must_use]
pub fn as_text(rooms: &[(String, String)]) -> String {
    let lines: Vec<_> = rooms
        .iter()
        .map(|(title, link)| [&**title, "\n", link].concat())
        .collect();
    lines.join("\n\n")
}

/// Stores all rooms, or none of them where one `failed` to be written; the first one's name. Undoing takes all of them back.
pub fn keep(made: Vec<Workshop>, dispatch: impl Fn(Action), failed: impl Fn() -> bool) -> Option<WorkshopId> {
    let mut first = None;
    for room in made {
        let id = room.id;
        let action = WorkshopAction::Room {
            workshop: Box::new(room),
            first: first.is_none(),
        };
        dispatch(Action::Workshop(action.into()));
        if failed() {
            dispatch(Action::Undid);
            return None;
        }
        first.get_or_insert(id);
    }
    first
}

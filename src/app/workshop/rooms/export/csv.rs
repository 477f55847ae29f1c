//! The counts of all rooms in one table, with the columns of a room's own. It can be brought in again.

use super::Together;
use crate::app::shared::csv::Table;
use crate::app::workshop::export::COLUMNS;
use crate::app::workshop::export::csv::{Head, expected, line};
use crate::domain::code::Round;
use crate::domain::code::invite::Language;
use crate::domain::question::QuestionId;
use crate::domain::record::TableForm;
use crate::domain::rollup::room::Room;
use crate::domain::workshop::room::QuestionView;

/// The table: room by room, the first vote on every question and then each second vote.
#[must_use]
pub fn csv(together: &Together, form: TableForm) -> String {
    let mut table = Table::new(form);
    table.row(&COLUMNS);
    for room in together.roll_up.rooms.rooms() {
        let head = head(room);
        for ((round, question), counts) in room.votes() {
            let hands = match question {
                QuestionId::Anchored(area) if round == Round::FIRST => room.hands.get(&area),
                _ => None,
            };
            let hands = hands.map(|hands| hands.to_string());
            let view = QuestionView::of(question, counts, room.people);
            line(&mut table, together.pack, &head, (round, &view), hands);
        }
    }
    table.finish()
}

fn head(room: &Room) -> Head {
    let cells = [
        room.name.in_table(),
        room.title.clone(),
        room.day.map(String::from).unwrap_or_default(),
        room.instrument.0.to_string(),
        room.people.to_string(),
        expected(room.headcount),
        room.minimum.size().to_string(),
    ];
    let language = room.language.as_ref().map_or("", Language::tag).to_owned();
    Head { cells, language }
}

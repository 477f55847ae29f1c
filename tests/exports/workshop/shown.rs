//! Every sentence that says where a thing is shown, held against what is shown there.

use super::{NOW, area, go, meeting, pack, whole};
use oxymoron::app::text::Text;
use oxymoron::app::workshop::export::{csv, markdown, report, session_file};
use oxymoron::app::workshop::wall_message;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::record::TableForm;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::wall::Wall;

const TITLE: &str = "zz-title";
const NOTES: &str = "zz-notes";
const NOTE: &str = "zz-note";
const DISSENT: &str = "zz-dissent";

/// Where a text may come up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    SessionFile,
    Sheet,
    ProjectedWindow,
    Invite,
}

use Place::{Invite, ProjectedWindow, SessionFile, Sheet};

/// A sentence, the words in it that say where, the text that it is about, and where that text is to be found, everywhere else it is not.
const SENTENCES: [(Text, &str, &str, &[Place]); 4] = [
    (
        Text::WorkshopFieldTitleHint,
        "does not travel with the invite",
        TITLE,
        // The projected window is told the title, as part of the record; it draws it nowhere.
        &[SessionFile, Sheet, ProjectedWindow],
    ),
    (
        Text::WorkshopNotesHint,
        "in the session file, on no sheet and not on the projected window",
        NOTES,
        &[SessionFile],
    ),
    (
        Text::StageNoteHint,
        "in the session file, on no sheet and not on the projected window",
        NOTE,
        &[SessionFile],
    ),
    (
        Text::StageDissentHint,
        "on the sheet as you write it, not on the projected window",
        DISSENT,
        &[SessionFile, Sheet],
    ),
];

#[test]
fn what_is_said_of_a_place_is_so() {
    let pack = pack();
    let mut workshop = whole();
    go(
        &mut workshop,
        [
            Change::Named(TITLE.to_owned()),
            Change::WroteNotes(NOTES.to_owned()),
            Change::WroteNote(area(2), NOTE.to_owned()),
            Change::WroteDissent(area(2), DISSENT.to_owned()),
        ],
    );
    let meeting = meeting(&pack, &workshop);
    let sheets = [
        report(&meeting).unwrap(),
        markdown(&meeting).unwrap(),
        csv(&meeting, TableForm::Comma).unwrap(),
    ];
    let texts = [
        (
            SessionFile,
            session_file(&workshop, pack.checklist.version, Moment(9)),
        ),
        (Sheet, sheets.concat()),
        (
            ProjectedWindow,
            wall_message::write(&Wall::of(&workshop, &pack.checklist)),
        ),
        (Invite, workshop.invite().seal().to_string()),
    ];
    for (sentence, words, what, places) in SENTENCES {
        assert!(pack.texts.get(sentence).contains(words), "{sentence:?}");
        for (place, text) in &texts {
            assert_eq!(text.contains(what), places.contains(place), "{what} in {place:?}");
        }
    }
}

#[test]
fn hands_for_an_area_stand_on_the_projected_window_as_they_are_typed() {
    let pack = pack();
    let words = pack.texts.get(Text::StageHandsText);
    assert!(words.contains("stands on the projected screen"));
    let mut workshop = whole();
    workshop.apply(Change::CountedEnergy(area(3), Some(7)), NOW);
    let wall = Wall::of(&workshop, &pack.checklist);
    let said = wall_message::parse(workshop.id, &wall_message::write(&wall)).unwrap();
    assert_eq!(said.workshop.energy.of(area(3)), Some(7));
}

//! Every sentence that says where a thing is shown, held against what is shown there.

use super::secrets::secrets;
use super::{NOW, QUICK, ROLES, area, begun, go, meeting, pack, response, twelve, whole};
use oxymoron::app::text::Text;
use oxymoron::app::workshop::asking::{Question, question};
use oxymoron::app::workshop::export::{Sheet as Outline, counts_file, csv, markdown, report, session_file};
use oxymoron::app::workshop::wall_message;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::exchange::{Found, Intake};
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::question::{AreaId, QuestionId};
use oxymoron::domain::record::{TableForm, read_workshop};
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::rehearsal::{Crowd, Rehearsal};
use oxymoron::domain::workshop::stage::Stage;
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

/// The sentence holds these words, so that whoever changes them looks at its test.
fn says(sentence: Text, words: &str) {
    let text = pack().texts.get(sentence);
    assert!(text.contains(words), "{sentence:?}: {text}");
}

#[test]
fn a_rehearsal_says_so_on_every_sheet_and_in_every_file() {
    says(
        Text::RehearsalText,
        "marked at the console, on the projected screen, on the sheet and in every file",
    );
    let pack = pack();
    let mut workshop = whole();
    let files = |workshop: &Workshop| {
        let meeting = meeting(&pack, workshop);
        let wall = Wall::of(workshop, &pack.checklist);
        [
            report(&meeting).unwrap(),
            markdown(&meeting).unwrap(),
            csv(&meeting, TableForm::Comma).unwrap(),
            counts_file(&meeting).unwrap(),
            session_file(workshop, pack.checklist.version, Moment(9)),
            wall_message::write(&wall),
            meeting.file_name("html"),
        ]
    };
    // In words, in the name of a file, or as the record has it.
    let marks = ["REHEARSAL", "oxymoron-rehearsal-", "\"rehearsal\":[14"];
    let marked = |file: &String| marks.iter().any(|mark| file.contains(mark));
    assert!(!files(&workshop).iter().any(marked));
    workshop.rehearsal = Some(Rehearsal {
        crowd: Crowd::Fourteen,
        seed: 3,
    });
    for file in &files(&workshop) {
        assert!(marked(file), "{file}");
    }
}

#[test]
fn before_the_reveal_there_is_the_count_and_nothing_else() {
    says(
        Text::WorkshopVoteQuiet,
        "all that any screen shows, yours included",
    );
    says(Text::WorkshopWindowsText, "shows nothing before the reveal");
    says(Text::WorkshopSayVote, "I see how many are in, and nothing else");
    says(Text::WorkshopCloseLocked, "nothing is shown yet");
    says(Text::SheetNotYetText, "from the reveal on");
    let pack = pack();
    for stage in [Stage::Invite, Stage::Vote, Stage::Close] {
        let mut workshop = begun(QUICK, 5);
        let responses = (0..7).map(|id| response(id, None, QUICK, "125"));
        go(
            &mut workshop,
            [
                Change::WentTo(Stage::Vote),
                Change::Received(responses.collect()),
                Change::WentTo(stage),
            ],
        );
        assert_eq!(workshop.room(&pack.checklist), None);
        let wall = Wall::of(&workshop, &pack.checklist);
        assert_eq!((wall.received, wall.room), (7, None));
        let meeting = meeting(&pack, &workshop);
        assert_eq!(
            (
                Outline::of(&meeting, &String::from),
                report(&meeting),
                counts_file(&meeting)
            ),
            (None, None, None)
        );
    }
}

/// Seven have answered a second vote on this area.
fn voting_again(area: AreaId, answer: &str) -> Workshop {
    let mut workshop = twelve();
    go(
        &mut workshop,
        [
            Change::ChoseTopics(vec![area]),
            Change::WentTo(Stage::Discuss),
            Change::OpenedSecondVote,
            Change::Received((0..7).map(|id| response(id, None, QUICK, answer)).collect()),
        ],
    );
    workshop
}

#[test]
fn of_an_open_second_vote_nothing_is_shown_until_it_is() {
    says(
        Text::StageVoteAgainText,
        "Nothing is shown until you close the vote",
    );
    says(
        Text::StageVoteHeld,
        "nothing is shown yet. In ten seconds the room sees both votes",
    );
    let pack = pack();
    let mut workshop = voting_again(area(1), "5");
    let shown = |workshop: &Workshop| {
        let rounds = workshop.rounds(&pack.checklist, area(1)).unwrap();
        let wall = Wall::of(workshop, &pack.checklist);
        let sheet = Outline::of(&meeting(&pack, workshop), &String::from).unwrap();
        [
            rounds.second.is_some(),
            !wall.second.is_empty(),
            sheet.topics[0].rounds.len() > 1,
        ]
    };
    assert_eq!(shown(&workshop), [false; 3], "open");
    go(&mut workshop, [Change::HeldSecondVote]);
    assert_eq!(shown(&workshop), [false; 3], "closed, and ten seconds to go");
    go(&mut workshop, [Change::ClosedSecondVote]);
    assert_eq!(shown(&workshop), [true; 3]);
}

#[test]
fn a_larger_smallest_group_leaves_as_many_areas_as_it_says_everywhere() {
    says(
        Text::AskSmallest,
        "areas that are shown now stay as they are, here, on the projected screen and on the sheet",
    );
    says(
        Text::AskSmallest,
        "Until you go to the next stage you can take it back; after that it can only go up",
    );
    let pack = pack();
    // Seven can say nothing to the first area.
    let mut workshop = twelve();
    let visible = |workshop: &Workshop| {
        let few = pack.texts.get(Text::SheetTooFew);
        let sheet = Outline::of(&meeting(&pack, workshop), &String::from).unwrap();
        let wall = Wall::of(workshop, &pack.checklist);
        let rooms = [workshop.room(&pack.checklist).unwrap(), wall.room.unwrap()];
        let [here, there] = rooms.map(|room| {
            let mut areas = pack.checklist.area_ids();
            let shown = |area| {
                room.question(QuestionId::Anchored(area))
                    .is_some_and(|view| view.picture.is_some())
            };
            areas.by_ref().filter(|area| shown(*area)).count()
        });
        let on_the_sheet = sheet.areas.iter().filter(|line| *line.middle != *few).count();
        (here, there, on_the_sheet)
    };
    let before = visible(&workshop);
    let group = MinimumGroup::try_from(12).unwrap();
    let asked = question(&workshop, &pack.checklist, &Change::SetMinimum(group), None);
    let Some(Question::Smallest {
        before: so_many,
        after,
        ..
    }) = asked
    else {
        panic!("{asked:?}");
    };
    assert!(after < so_many, "it hides something");
    assert_eq!(before, (so_many, so_many, so_many));
    workshop.apply(Change::SetMinimum(group), NOW);
    assert_eq!(visible(&workshop), (after, after, after));
    workshop.apply(Change::TookMinimumBack, NOW);
    assert_eq!(visible(&workshop), before);
    go(
        &mut workshop,
        [
            Change::SetMinimum(group),
            Change::WentTo(Stage::Discuss),
            Change::TookMinimumBack,
        ],
    );
    assert_eq!(visible(&workshop), (after, after, after));
}

#[test]
fn a_larger_smallest_group_says_that_a_second_vote_goes() {
    says(Text::AskSmallest, "the others lose a vote or both");
    let pack = pack();
    let mut workshop = voting_again(area(2), "-5");
    go(&mut workshop, [Change::ClosedSecondVote]);
    let group = MinimumGroup::try_from(8).unwrap();
    let asked = question(&workshop, &pack.checklist, &Change::SetMinimum(group), None);
    let Some(Question::Smallest { before, after, .. }) = asked else {
        panic!("{asked:?}");
    };
    let seen_twice = |workshop: &Workshop| {
        let wall = Wall::of(workshop, &pack.checklist);
        let rounds = [workshop.rounds(&pack.checklist, area(2)), wall.rounds(area(2))];
        rounds.map(|rounds| rounds.unwrap().is_seen_twice())
    };
    assert_eq!(seen_twice(&workshop), [true; 2]);
    let first = workshop.room(&pack.checklist).unwrap();
    workshop.apply(Change::SetMinimum(group), NOW);
    assert_eq!(seen_twice(&workshop), [false; 2]);
    let now = workshop.room(&pack.checklist).unwrap();
    let stays = |id| first.question(id).unwrap().picture == now.question(id).unwrap().picture;
    let lost = pack
        .checklist
        .area_ids()
        .filter(|id| !stays(QuestionId::Anchored(*id)));
    assert_eq!(
        before - after,
        lost.count() + 1,
        "and the second vote on one that stays"
    );
}

#[test]
fn the_session_file_goes_on_at_this_very_step() {
    says(
        Text::SheetSessionText,
        "goes on at this very step on another laptop",
    );
    says(
        Text::SheetSessionText,
        "holds every single answer, your notes and the key",
    );
    let workshop = whole();
    let file = session_file(&workshop, workshop.instrument, Moment(9));
    let mut intake = Intake::open(file).unwrap();
    let Some(Found::Record(_, text)) = intake.next() else {
        panic!("a record");
    };
    assert_eq!(read_workshop(workshop.id, &text), Ok(workshop));
}

#[test]
fn what_everybody_takes_along_has_no_single_answer_and_no_note() {
    says(
        Text::SheetTakeText,
        "counts and what was agreed, never a single answer. Facilitator’s notes stay here",
    );
    says(
        Text::WallElsewhereText,
        "what the room may see at this moment, no answer, no secret and none of your notes",
    );
    says(
        Text::WallWaitingText,
        "shows what the room may see, and nothing else",
    );
    let pack = pack();
    let mut workshop = whole();
    go(&mut workshop, [Change::WroteNote(area(2), NOTE.to_owned())]);
    let meeting = meeting(&pack, &workshop);
    let wall = Wall::of(&workshop, &pack.checklist);
    // The link holds what is read from it, and no more.
    let link = wall_message::from_link(workshop.id, &wall_message::link_text(&wall)).unwrap();
    let files = [
        report(&meeting).unwrap(),
        markdown(&meeting).unwrap(),
        csv(&meeting, TableForm::Comma).unwrap(),
        counts_file(&meeting).unwrap(),
        wall_message::write(&link),
    ];
    for file in &files {
        // Every role but the names of the invite, which the projected window shows.
        for secret in secrets(&workshop)
            .iter()
            .filter(|secret| !ROLES.contains(&&***secret) && **secret != "secret")
        {
            assert!(!file.contains(secret), "{secret} in {file}");
        }
        assert!(!file.contains(NOTE) && !file.contains(super::NOTES));
    }
    assert_eq!(link.room, workshop.room(&pack.checklist));
}

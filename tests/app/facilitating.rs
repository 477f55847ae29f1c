//! The facilitator's side: the form, the ways in which answers come in, and a device that is passed round.

use crate::facilitators_day::to_second_vote;
use crate::world::checklist;
use base64::Engine;
use oxymoron::app::workshop::answer_link::{Destination, locate};
use oxymoron::app::workshop::collecting::{Batch, BatchUndo, Progress, Reading, Report, responses, take};
use oxymoron::app::workshop::setup::{Draft, Wrong, headcount, minimum, minutes};
use oxymoron::app::workshop::show_of_hands::{Typed, Uncounted, count, expected, typed};
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::Depth;
use oxymoron::domain::code::answer::{Response, Vote, seal};
use oxymoron::domain::code::digits::read_one;
use oxymoron::domain::code::hands::{Headcount, Miscount};
use oxymoron::domain::code::invite::{Language, RoleError};
use oxymoron::domain::code::items::Items;
use oxymoron::domain::code::seal::Entropy;
use oxymoron::domain::code::{ResponseId, Round, Serial, WorkshopId};
use oxymoron::domain::doors::Door;
use oxymoron::domain::plan::Chosen;
use oxymoron::domain::question::{AreaId, QuestionId};
use oxymoron::domain::stamp::Revision;
use oxymoron::domain::workshop::address::PageAddress;
use oxymoron::domain::workshop::change::{Change, Dispositions};
use oxymoron::domain::workshop::collect::CodeProblem;
use oxymoron::domain::workshop::modes::Mode;
use oxymoron::domain::workshop::promise::Came;
use oxymoron::domain::workshop::stage::{Agenda, OwnMinutes, Stage};
use oxymoron::domain::workshop::{Seed, Workshop};
use std::rc::Rc;

const NOW: Moment = Moment(5_000);

fn english() -> Language {
    Language::new("en").unwrap()
}

fn draft() -> Draft {
    Draft {
        present: "6".to_owned(),
        ..Draft::default()
    }
}

/// For six people and two roles.
pub fn workshop(id: u64) -> Workshop {
    let mut draft = draft();
    draft.roles[0] = "Leader".to_owned();
    draft.roles[1] = "Seller".to_owned();
    let settings = draft.settings(english()).unwrap();
    let seed = Seed([u8::try_from(id % 251).unwrap(); 32]);
    Workshop::new(WorkshopId(id), seed, settings, checklist().version, Moment(1_000))
}

fn area(number: u8) -> QuestionId {
    QuestionId::Anchored(AreaId::new(number).unwrap())
}

/// The answers in the characters of a typed line.
pub fn response(id: u64, line: &str) -> Response {
    let row = line.chars().map(|code| Choice::from_code(&code.to_string()));
    let shape = workshop(1).settings.shape;
    Response {
        id: ResponseId(id),
        serial: Serial(1),
        role: None,
        items: Items::new(shape, row.collect()).unwrap(),
    }
}

/// Its code for a vote.
pub fn code(workshop: &Workshop, round: Round, response: &Response, random: u8) -> String {
    let vote = Vote {
        workshop: workshop.id,
        round,
    };
    let key = workshop.key().public();
    seal(response, vote, key, Entropy([random; 32]))
        .unwrap()
        .to_string()
}

fn read(workshop: &Workshop, texts: &[&str]) -> (Batch, Report) {
    let texts = texts.iter().copied().map(str::to_owned).collect();
    let mut reading = Reading::new(workshop, texts).unwrap();
    while reading.step() {}
    reading.take()
}

/// Reads texts into the open vote.
pub fn paste(workshop: &mut Workshop, texts: &[&str]) -> (Report, Option<BatchUndo>) {
    let (batch, mut report) = read(workshop, texts);
    let undo = take(workshop, batch, &mut report, NOW);
    (report, undo)
}

#[test]
fn a_form_becomes_settings() {
    let mut draft = draft();
    draft.title = "  Field sales  ".to_owned();
    draft.depth = Depth::Full;
    draft.know_do = KnowDo::Included;
    draft.roles[4] = " Leader ".to_owned();
    draft.roles[1] = "Seller".to_owned();
    draft.minimum = "3".to_owned();
    draft.agenda = Agenda::Ninety;
    let settings = draft.settings(english()).unwrap();
    assert_eq!(settings.title, "Field sales");
    assert_eq!(settings.shape.length(), 49);
    let roles: Vec<_> = settings
        .roles
        .labels()
        .iter()
        .map(|role| role.text().to_owned())
        .collect();
    assert_eq!(roles, ["Seller", "Leader"]);
    assert!(settings.minimum.is_risky());
    assert_eq!(
        (settings.present, settings.agenda),
        (Headcount(6), Agenda::Ninety)
    );
}

#[test]
fn own_minutes_are_taken_or_refused_and_never_left_out() {
    let mut draft = draft();
    draft.choose(Agenda::Own(OwnMinutes::of(Agenda::Sixty)));
    let agenda = draft.agenda;
    for typed in ["12,5", "300", "0", "", "ten"] {
        assert!(!draft.take_minutes(Stage::Vote, typed), "{typed}");
        assert_eq!(minutes(agenda, Stage::Vote, typed), None, "{typed}");
        assert_eq!(draft.agenda, agenda, "{typed}");
        assert_eq!(
            draft.settings(english()).unwrap_err().minutes,
            Some(Stage::Vote),
            "{typed}"
        );
    }
    assert!(!draft.take_minutes(Stage::Invite, "x"));
    assert!(draft.take_minutes(Stage::Vote, "240"));
    assert_eq!(
        draft.settings(english()).unwrap_err().minutes,
        Some(Stage::Invite)
    );
    assert!(draft.take_minutes(Stage::Invite, "٣"));
    let own = draft.settings(english()).unwrap().agenda;
    assert_eq!(
        [Stage::Invite, Stage::Vote].map(|stage| stage.seconds(own)),
        [180, 14_400]
    );
    assert_eq!(minutes(Agenda::Sixty, Stage::Vote, "5"), None);
    // Whoever takes one of the others, leaves what was typed for single stages.
    assert!(!draft.take_minutes(Stage::Vote, "x"));
    draft.choose(Agenda::Ninety);
    assert_eq!(draft.settings(english()).unwrap().agenda, Agenda::Ninety);
}

#[test]
fn everything_wrong_with_a_form_is_said_at_once() {
    let mut draft = Draft::default();
    draft.roles[0] = "Seller".to_owned();
    draft.roles[1] = "Se\u{200b}ller".to_owned();
    draft.roles[2] = " sELLER".to_owned();
    draft.roles[3] = "a role of more than twenty-four letters".to_owned();
    draft.minimum = "2".to_owned();
    let wrong = draft.settings(english()).unwrap_err();
    let expected = Wrong {
        roles: [
            None,
            Some(RoleError::Invisible),
            Some(RoleError::Twice),
            Some(RoleError::TooLong(39)),
            None,
            None,
        ],
        minimum: true,
        present: true,
        minutes: None,
    };
    assert_eq!(wrong, expected);
}

#[test]
fn numbers_are_whole_and_in_range() {
    let counts = ["2", " 12 ", "10000", "1", "10001", "", "twelve", "3.5", "-4"].map(headcount);
    let taken = counts.map(|count| count.map(|count| count.0));
    assert_eq!(
        taken,
        [
            Some(2),
            Some(12),
            Some(10_000),
            None,
            None,
            None,
            None,
            None,
            None
        ]
    );
    let smallest = ["3", "5", "2", "", "4294967296"].map(minimum);
    assert_eq!(
        smallest.map(|smallest| smallest.map(|it| it.size())),
        [Some(3), Some(5), None, None, None]
    );
}

#[test]
fn a_chat_log_is_read_and_every_code_is_told_apart() {
    let (mut here, elsewhere) = (workshop(1), workshop(1 << 40));
    let [ann, bob] = [response(11, "123451234512"), response(12, "333333333333")];
    let first = code(&here, Round::FIRST, &ann, 1);
    paste(&mut here, &[&first]);
    let before = here.revision;
    let changed = response(11, "223451234512");
    let later = Round::new(2).unwrap();
    let whole = code(&here, Round::FIRST, &bob, 3);
    let chat = format!(
        "[09:41] Ann: here it is {}\n[09:42] Bob: {whole}\nagain {} and {}\n{} {} {}\noxya.AQ",
        code(&here, Round::FIRST, &changed, 2),
        code(&here, Round::FIRST, &bob, 4),
        code(&elsewhere, Round::FIRST, &bob, 5),
        code(&here, later, &bob, 6),
        &whole[..60],
        whole.replace('e', "f"),
    );
    let (report, undo) = paste(&mut here, &[&chat]);
    assert_eq!(
        report.arrivals,
        Dispositions {
            new: 1,
            replaced: 1,
            duplicate: 1,
            ..Dispositions::default()
        }
    );
    let counted = |why| report.refusals[CodeProblem::ALL.iter().position(|it| *it == why).unwrap()];
    assert_eq!(counted(CodeProblem::OtherWorkshop), 1);
    assert_eq!(counted(CodeProblem::LaterRound), 1);
    assert_eq!(counted(CodeProblem::EarlierRound), 0);
    assert!(counted(CodeProblem::CutShort) >= 1);
    assert!(counted(CodeProblem::CutShort) + counted(CodeProblem::Damaged) >= 2);
    assert!(
        report
            .refused
            .iter()
            .all(|refused| refused.start.starts_with("oxya.") && refused.start.len() <= 25)
    );
    assert_eq!(
        here.revision,
        Revision(before.0 + 1),
        "one change for the whole batch"
    );
    assert_eq!(here.received(), 2);
    assert!(undo.is_some());
}

#[test]
fn a_batch_is_taken_back_unless_something_came_since() {
    let mut here = workshop(1);
    let first = code(&here, Round::FIRST, &response(11, "111111111111"), 1);
    let second = code(&here, Round::FIRST, &response(12, "222222222222"), 2);
    paste(&mut here, &[&first]);
    let before = here.first.clone();
    let (_, undo) = paste(&mut here, &[&second]);
    let undo = undo.unwrap();
    // Another change of the workshop does not matter, another answer does.
    here.apply(Change::WroteNotes("late start".to_owned()), NOW);
    let (mut calm, mut busy) = (here.clone(), here);
    assert!(undo.fits(&calm));
    undo.clone().apply(&mut calm, NOW);
    assert_eq!((calm.first, calm.notes.as_str()), (before, "late start"));

    let third = code(&busy, Round::FIRST, &response(13, "333333333333"), 3);
    paste(&mut busy, &[&third]);
    assert!(!undo.fits(&busy));
    undo.apply(&mut busy, NOW);
    assert_eq!(busy.received(), 3);
    // Nothing new leaves nothing to take back.
    assert!(paste(&mut busy, &[&third]).1.is_none());
}

#[test]
fn answers_to_a_vote_that_is_over_are_not_taken_into_the_next() {
    let mut here = workshop(1);
    let pasted = code(&here, Round::FIRST, &response(11, "111111111111"), 1);
    let (batch, mut report) = read(&here, &[&pasted]);
    here.apply(Change::WentTo(Stage::Close), NOW);
    assert_eq!(take(&mut here, batch, &mut report, NOW), None);
    assert!(report.late && !report.is_empty());
    assert_eq!(here.received(), 0);
}

#[test]
fn reading_goes_on_in_small_steps_and_says_how_far_it_is() {
    let here = workshop(1);
    let pasted = code(&here, Round::FIRST, &response(11, "111111111111"), 1);
    let noise = "ü oxya. oxya.AAA oxyaoxya.!\n".repeat(2_000);
    let texts = vec![noise.clone(), pasted, String::new()];
    let mut reading = Reading::new(&here, texts).unwrap();
    assert!(matches!(reading.progress(), Progress::Looking(0, _)));
    let (mut steps, mut last) = (0, 0);
    while reading.step() {
        steps += 1;
        if let Progress::Looking(done, total) = reading.progress() {
            assert!(
                done >= last && done <= total && done - last <= 2_100,
                "{last} to {done}"
            );
            last = done;
        }
    }
    assert_eq!(reading.progress(), Progress::Opening(1, 1));
    assert!(steps > noise.len() / 2_048);
    let (batch, report) = reading.take();
    assert_eq!(batch.responses.len(), 1);
    assert_eq!(report.refused.len(), 100, "no more are listed");
    assert_eq!(report.refusals.iter().sum::<usize>(), 2_000);
}

#[test]
fn an_invite_among_answers_is_known_as_one() {
    let mut here = workshop(1 << 32);
    here.apply(Change::WentTo(Stage::Vote), NOW);
    let invite = here.invite().seal().to_string();
    let answer = code(&here, Round::FIRST, &response(11, "111111111111"), 1);
    let encoded = base64::engine::general_purpose::STANDARD.encode(&invite);
    let mail = format!("Content-Transfer-Encoding: base64\r\n\r\n{encoded}\r\n");
    for (text, known) in [
        (format!("Take part: https://example.org/#/join/{invite}"), true),
        (mail, true),
        ("Take part, all of you".to_owned(), false),
    ] {
        let (batch, report) = read(&here, &[&text]);
        assert!(batch.responses.is_empty() && report.is_empty());
        assert_eq!(report.invite, known, "{text}");
    }
    let (batch, report) = read(&here, &[&answer, &invite]);
    assert_eq!((batch.responses.len(), report.invite), (1, true));
}

#[test]
fn a_link_finds_its_workshop_among_several() {
    let mut all: Vec<_> = [1, 1 << 40, 2 << 40]
        .map(|id| (WorkshopId(id), Ok(Rc::new(workshop(id)))))
        .into();
    let sent = response(11, "111111111111");
    let first = |place: usize| all[place].1.clone().unwrap();
    let to_second = code(&first(1), Round::FIRST, &sent, 1);
    assert_eq!(
        locate(&to_second, all.iter()),
        Destination::Fits(WorkshopId(1 << 40), Box::new(sent.clone()))
    );
    let early = code(&first(1), Round::new(2).unwrap(), &sent, 1);
    assert_eq!(
        locate(&early, all.iter()),
        Destination::Refused(WorkshopId(1 << 40), CodeProblem::LaterRound)
    );
    let elsewhere = code(&workshop(3 << 40), Round::FIRST, &sent, 1);
    assert_eq!(locate(&elsewhere, all.iter()), Destination::Elsewhere);
    assert_eq!(locate(&to_second[..50], all.iter()), Destination::Broken);
    assert_eq!(locate("", all.iter()), Destination::Broken);
    if let Ok(workshop) = &mut all[1].1 {
        Rc::make_mut(workshop).apply(Change::WentTo(Stage::Close), NOW);
    }
    assert_eq!(
        locate(&to_second, all.iter()),
        Destination::Closed(WorkshopId(1 << 40))
    );
}

fn hands(counts: [&str; 7]) -> Typed {
    counts.map(str::to_owned)
}

#[test]
fn hands_add_up_to_those_who_have_not_answered_otherwise() {
    let mut here = workshop(1);
    assert_eq!(expected(&here), Headcount(6));
    let first = code(&here, Round::FIRST, &response(11, "111111111111"), 1);
    paste(&mut here, &[&first]);
    assert_eq!(expected(&here), Headcount(5));
    let kept = count(&hands(["1", "", " 2", "0", "", "1", "1"]), expected(&here)).unwrap();
    assert_eq!(
        (kept.levels, kept.cannot_tell, kept.not_applicable),
        ([1, 0, 2, 0, 0], 1, 1)
    );
    assert_eq!(typed(&kept), hands(["1", "0", "2", "0", "0", "1", "1"]));
    let short = count(&hands(["1", "", "", "", "", "", ""]), expected(&here));
    assert_eq!(short, Err(Uncounted::Miscounted(Miscount::Missing(4))));
    let long = count(&hands(["", "", "7", "", "", "", ""]), expected(&here));
    assert_eq!(long, Err(Uncounted::Miscounted(Miscount::TooMany(2))));
    let words = count(&hands(["", "two", "7", "", "", "", ""]), expected(&here));
    assert_eq!(words, Err(Uncounted::NotANumber(1)));
    // More answers than people leave no hand to raise.
    here.apply(Change::Expected(Headcount(0)), NOW);
    assert_eq!(expected(&here), Headcount(0));
}

/// At the second vote on area 5.
fn second_vote() -> Workshop {
    let mut here = workshop(1);
    to_second_vote(&mut here, AreaId::new(5).unwrap(), NOW);
    here
}

#[test]
fn digits_of_a_second_vote_are_one_to_a_line() {
    let read = read_one(&checklist(), Depth::Quick, area(5), "Ann: 4\n\n 0 \n44\nx\n-");
    let rows: Vec<_> = read.rows.iter().map(|items| items.row().to_vec()).collect();
    assert_eq!(rows.len(), 2);
    assert!(
        rows.iter()
            .all(|row| row.len() == 12 && row.iter().flatten().count() <= 1)
    );
    assert_eq!(rows[0][4].map(Choice::code), Some("4"));
    assert_eq!(rows[1][4], Some(Choice::CannotTell));
    let refused: Vec<_> = read.refused.iter().map(ToString::to_string).collect();
    assert_eq!(
        refused,
        [
            "Line 4: too long, 2 answers to 1 questions",
            "Line 5: x stands at A05, which is applicable everywhere",
            "Line 6: no answer at all"
        ]
    );
    let mut here = second_vote();
    let mut fresh = 0;
    let responses = responses(read.rows, || {
        fresh += 1;
        ResponseId(fresh)
    });
    let round = here.open_round().unwrap();
    let mut report = Report::default();
    take(&mut here, Batch { round, responses }, &mut report, NOW);
    assert_eq!((report.arrivals.new, here.received()), (2, 2));
    assert!(here.first.is_empty());
}

#[test]
fn the_next_session_goes_on_with_the_promise_the_address_and_the_modes_of_the_last_one() {
    let mut last = workshop(1);
    last.address = PageAddress::new("https://example.org/app/").ok();
    last.apply(Change::Collected(Mode::TypedLines), NOW);
    last.apply(Change::Collected(Mode::Scan), NOW);
    last.apply(Change::Collected(Mode::Scan), NOW);
    let mut next = workshop(2);
    next.goes_on_from(&last);
    assert_eq!((&next.promise, &next.address), (&None, &last.address));
    assert!(next.address.is_some());
    let modes: Vec<_> = next.modes.iter().collect();
    assert_eq!(modes, [Mode::Scan, Mode::TypedLines]);
    let chosen = Chosen {
        area: AreaId::new(4).unwrap(),
        door: Door::Chance,
        from: None,
        to: None,
    };
    last.apply(Change::Chose(Some(chosen)), NOW);
    next.goes_on_from(&last);
    assert_eq!(next.promise.clone().map(|promise| promise.area), AreaId::new(4));
    let came = |next: &Workshop| next.promise.as_ref().and_then(|promise| promise.came);
    next.apply(Change::SaidWhatCame(Some(Came::Done)), NOW);
    assert_eq!(came(&next), Some(Came::Done));
    next.apply(Change::SaidWhatCame(None), NOW);
    assert_eq!(came(&next), None, "it can be taken back");
}

#[test]
fn the_form_for_the_next_session_is_filled_as_the_last_one_was() {
    let mut last = draft();
    last.title = "North".to_owned();
    last.depth = Depth::Full;
    last.know_do = KnowDo::Included;
    last.roles[0] = "Leader".to_owned();
    last.minimum = "7".to_owned();
    last.agenda = Agenda::Own(OwnMinutes::of(Agenda::Ninety).with(Stage::Vote, 9));
    last.language = Language::new("fr");
    let settings = last.settings(english()).unwrap();
    let mut next = Draft::of(&settings);
    assert_eq!(next, last, "everything is there, to be seen and changed");
    assert_eq!(next.settings(english()), Ok(settings));
    next.roles[0].clear();
    next.language = None;
    let changed = next.settings(english()).unwrap();
    assert_eq!((changed.roles.labels().len(), changed.language.tag()), (0, "en"));
}

//! Each state of the screen as markup, with the real checklist and words.

use super::join;
use crate::app::state::{RawReason, RawRecord, SaveState, State, WriteError};
use crate::app::workshop::joining;
use crate::domain::answer::Choice;
use crate::domain::assessment::{AssessmentId, KnowDo};
use crate::domain::calendar::Moment;
use crate::domain::checklist::{Depth, InstrumentVersion};
use crate::domain::code::answer::RolePlace;
use crate::domain::code::invite::{Invite, Language, RoleLabel, Roles};
use crate::domain::code::items::Shape;
use crate::domain::code::seal::{PublicKey, WorkshopKey};
use crate::domain::code::{ResponseId, Round, Serial, WorkshopId};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::record::{Key, write_ticket};
use crate::domain::stamp::{Revision, Stamped};
use crate::domain::workshop::ticket::{Again, Ending, Made, Ticket};
use crate::ui::testing::{holds, lacks, screen};

const WORKSHOP: WorkshopId = WorkshopId(0xabcd);
const ID: AssessmentId = AssessmentId(7);
const ALL: &str = "321512345012";

/// An invite's link, for a later vote with its round and area.
type Address = (String, Option<(Round, AreaId)>);

fn invite(roles: &[&str]) -> Invite {
    let labels = roles.iter().map(|role| RoleLabel::new(role).expect("a label"));
    Invite {
        workshop: WORKSHOP,
        shape: Shape::new(Depth::Quick, KnowDo::LeftOut),
        instrument: InstrumentVersion(1),
        key: WorkshopKey::derive(&[9; 32]).public(),
        language: Language::new("en").expect("a language"),
        roles: Roles::new(labels.collect()).expect("roles"),
    }
}

fn link(invite: &Invite) -> Address {
    (invite.seal().to_string(), None)
}

fn area(number: u8) -> AreaId {
    AreaId::new(number).expect("an area")
}

fn second() -> (Round, AreaId) {
    (Round::new(2).expect("a round"), area(3))
}

fn ticket(invite: &Invite) -> Ticket {
    Ticket {
        workshop: WORKSHOP,
        revision: Revision(1),
        invite: invite.seal().to_string(),
        response: ResponseId(5),
        role: RolePlace::new(0),
        assessment: ID,
        ending: Ending::Open,
        serial: Serial::NONE,
        codes: vec![],
        again: vec![],
    }
}

/// A code of the first round, made when the answers were all given.
fn with_code(mut ticket: Ticket) -> Ticket {
    ticket.keep_code(Made {
        round: Round::FIRST,
        code: "oxya.FIRST".to_owned(),
        of: Revision(13),
        serial: Serial(1),
    });
    ticket
}

/// A device with a ticket and the answers to the first areas, `-` for none.
fn device(ticket: &Ticket, answers: &str) -> State {
    let mut state = State::prerendered();
    let text = write_ticket(ticket);
    let reason = RawReason::OfWorkshop;
    state.raw_records.insert(
        Key::Ticket(WORKSHOP),
        RawRecord::new(text, reason).held_for(WORKSHOP),
    );
    let mut assessment = joining::assessment(&invite(&[]), String::new(), ID, Moment(0));
    for (number, code) in (1..).zip(answers.chars()).filter(|(_, code)| *code != '-') {
        let answer = Choice::from_code(&code.to_string()).expect("a code").answer(None);
        let revision = assessment.edit(Moment(0));
        let question = QuestionId::Anchored(area(number));
        assessment
            .answers
            .insert(question, Stamped::new(Some(answer), revision));
    }
    state.assessments.insert(ID, assessment);
    state
}

fn drawn(address: Address, state: State) -> String {
    screen(state, |_| join(&address.0, address.1))
}

#[test]
fn an_invite_says_who_can_see_what_and_asks_for_a_role() {
    let markup = drawn(link(&invite(&["Sellers", "Leaders"])), State::prerendered());
    holds(
        &markup,
        &[
            "You get 12 questions, about 4 minutes",
            "Who can see what",
            "Nothing is sent by itself",
            "Only the facilitator’s device can open it",
            "The room is shown counts",
            ">Sellers<",
            ">Leaders<",
            ">Rather not say<",
            "Shared device: forget everything at the end",
            ">Start<",
        ],
    );
    assert_eq!(markup.matches("type=\"radio\"").count(), 3);
    lacks(&markup, &["checked", "Your answer code"]);
}

#[test]
fn a_workshop_without_roles_asks_for_none() {
    let markup = drawn(link(&invite(&[])), State::prerendered());
    holds(&markup, &["Who can see what", ">Start<"]);
    lacks(&markup, &["type=\"radio\"", "Your role", "your role"]);
    let asked = drawn(link(&invite(&["Leader"])), State::prerendered());
    holds(&asked, &["with your answers and your role in it"]);
}

#[test]
fn an_invite_that_cannot_be_used_says_what_to_do() {
    let refused = |invite: &str, sentence: &str| {
        let markup = drawn((invite.to_owned(), None), State::prerendered());
        holds(&markup, &["This invite does not open", sentence]);
        lacks(&markup, &[">Start<"]);
    };
    let code = invite(&[]).seal().to_string();
    refused("hello", "There is no invite in this address");
    refused(&code[..40], "changed or cut off");
    let other = Invite {
        instrument: InstrumentVersion(2),
        ..invite(&[])
    };
    refused(
        &other.seal().to_string(),
        "a version of the questions that this page does not know",
    );
    let weak = Invite {
        key: PublicKey([0; 32]),
        ..invite(&[])
    };
    refused(&weak.seal().to_string(), "Nothing can be sealed to the key");
    refused("oxyi.AgC16l-B", "Another version of this page");
    let nowhere = (code, Some((second().0, area(40))));
    holds(
        &drawn(nowhere, State::prerendered()),
        &["asks a question that this page does not know"],
    );
}

#[test]
fn what_cannot_be_read_of_ones_part_is_left_alone() {
    let invite = invite(&[]);
    let mut state = device(&ticket(&invite), "");
    let set = |state: &mut State, text: String| {
        let reason = RawReason::OfWorkshop;
        state
            .raw_records
            .insert(Key::Ticket(WORKSHOP), RawRecord::new(text, reason));
    };
    set(&mut state, "{".to_owned());
    holds(
        &drawn(link(&invite), state.clone()),
        &["cannot be read", "under My data"],
    );
    let newer = write_ticket(&ticket(&invite)).replacen("\"schema\":2", "\"schema\":9", 1);
    set(&mut state, newer);
    holds(&drawn(link(&invite), state), &["A later version of this page"]);
}

#[test]
fn coming_back_half_way_goes_on_at_the_first_open_question() {
    let invite = invite(&["Sellers", "Leaders"]);
    let markup = drawn(link(&invite), device(&ticket(&invite), "3215"));
    holds(
        &markup,
        &[
            "Your part in the workshop",
            "4 of 12 answered so far",
            "Your role: Sellers.",
            "Go on with question 5 of 12",
            "href=\"#/assess/0000000000000007/A05\"",
            "What is open goes into the code as not answered",
            "Make my answer code",
        ],
    );
    lacks(&markup, &[">Start<", "Hand it in"]);
    // Nothing is sealed of nothing.
    lacks(
        &drawn(link(&invite), device(&ticket(&invite), "")),
        &["Make my answer code"],
    );
}

#[test]
fn all_answered_asks_for_the_code_and_leads_to_no_result() {
    let markup = drawn(
        link(&invite(&["Sellers"])),
        device(&ticket(&invite(&["Sellers"])), ALL),
    );
    holds(
        &markup,
        &[
            "<h1 tabindex=\"-1\">Your answer code",
            "Make my answer code",
            "href=\"#/assess/0000000000000007/A01\">Change my answers",
        ],
    );
    // The code comes first.
    lacks(
        &markup,
        &["Hand it in", "Go on with", "Keep my answers", "#/results/"],
    );
}

#[test]
fn a_code_is_there_as_text_link_picture_and_file() {
    let markup = drawn(link(&invite(&[])), device(&with_code(ticket(&invite(&[]))), ALL));
    holds(
        &markup,
        &[
            "oxya.FIRST</textarea>",
            "#/answer/oxya.FIRST</textarea>",
            "class=\"qr\"",
            "Copy the code",
            "Copy the link",
            "Save the file",
            "Keep my answers as an assessment of my own",
            "Forget everything on this device",
        ],
    );
    // Natively no device has a share sheet.
    lacks(
        &markup,
        &[
            "Make my answer code",
            "Make a new code",
            "Share",
            "second answers",
        ],
    );
}

#[test]
fn a_code_has_its_receipt_and_a_fresh_one_is_a_click_away() {
    let ticket = with_code(ticket(&invite(&[])));
    let receipt = ticket.receipt(Round::FIRST).expect("a receipt").to_string();
    let markup = drawn(link(&invite(&[])), device(&ticket, ALL));
    holds(
        &markup,
        &["Your receipt:", &receipt, "data-fresh", "Make a fresh code"],
    );
    // One that an earlier version of the page made has none.
    let mut old = ticket.clone();
    old.codes[0].serial = Serial::NONE;
    let markup = drawn(link(&invite(&[])), device(&old, ALL));
    holds(&markup, &["oxya.FIRST", "Make a fresh code"]);
    lacks(&markup, &["Your receipt:"]);
}

#[test]
fn answers_that_changed_ask_for_a_new_code() {
    let mut made = with_code(ticket(&invite(&[])));
    made.keep_code(Made {
        round: Round::FIRST,
        code: "oxya.FIRST".to_owned(),
        of: Revision(12),
        serial: Serial(2),
    });
    let markup = drawn(link(&invite(&[])), device(&made, ALL));
    holds(
        &markup,
        &[
            "Your answers changed after this code",
            "Make a new code",
            "oxya.FIRST",
        ],
    );
}

#[test]
fn a_shared_device_has_one_step_left_and_none_to_keep() {
    let shared = Ticket {
        ending: Ending::Forget,
        ..ticket(&invite(&[]))
    };
    let before = drawn(link(&invite(&[])), device(&shared, ALL));
    holds(
        &before,
        &["Make my answer code", "Forget everything on this device"],
    );
    lacks(&before, &["Done: forget everything", "assessment of my own"]);
    let after = drawn(link(&invite(&[])), device(&with_code(shared), ALL));
    holds(&after, &["Hand the device on", "Done: forget everything"]);
    lacks(&after, &["Keep my answers"]);
}

#[test]
fn what_is_kept_is_an_assessment_with_a_result_of_its_own() {
    let kept = Ticket {
        ending: Ending::Kept,
        ..with_code(ticket(&invite(&[])))
    };
    let part = drawn(link(&invite(&[])), device(&kept, ALL));
    holds(
        &part,
        &[
            "oxya.FIRST",
            "assessment of your own now",
            "href=\"#/results/0000000000000007\"",
        ],
    );
}

#[test]
fn the_answers_to_an_invite_that_does_not_open_can_still_be_kept() {
    let broken = "oxyi.AUIB".to_owned();
    let mut stranded = Ticket {
        invite: broken.clone(),
        ..ticket(&invite(&[]))
    };
    let drawn_with = |ticket: &Ticket| drawn((broken.clone(), None), device(ticket, ALL));
    holds(
        &drawn_with(&stranded),
        &["This invite does not open", "Keep my answers as an assessment"],
    );
    stranded.ending = Ending::Kept;
    lacks(&drawn_with(&stranded), &["Keep my answers"]);
    lacks(&drawn_with(&ticket(&invite(&[]))), &["Keep my answers"]);
}

#[test]
fn a_second_vote_asks_one_question_with_nothing_chosen() {
    let invite = invite(&[]);
    let address = (invite.seal().to_string(), Some(second()));
    let mut ticket = with_code(ticket(&invite));
    let markup = drawn(address.clone(), device(&ticket, ALL));
    holds(
        &markup,
        &[
            "Second vote: ",
            "Your answer to the first vote stays as it was",
            "name=\"A03\"",
            "Your code of the first vote",
        ],
    );
    assert_eq!(markup.matches("type=\"radio\"").count(), 6);
    lacks(
        &markup,
        &["checked", "Make my answer code", "oxya.FIRST</textarea>"],
    );

    let (round, area) = second();
    ticket.keep_again(Again {
        round,
        area,
        choice: Choice::CannotTell,
        revision: Revision(9),
    });
    let answered = drawn(address.clone(), device(&ticket, ALL));
    holds(
        &answered,
        &[
            "checked",
            "Make my answer code",
            "Keep them with my second answers",
        ],
    );
    ticket.keep_code(Made {
        round,
        code: "oxya.SECOND".to_owned(),
        of: Revision(10),
        serial: Serial(3),
    });
    let made = drawn(address, device(&ticket, ALL));
    holds(&made, &["oxya.SECOND</textarea>"]);
    lacks(&made, &["Make my answer code", "Make a new code"]);
    // From the first vote's code there is a way to the second's.
    let first = drawn(link(&invite), device(&ticket, ALL));
    holds(&first, &["Your code of the second vote: ", "/2/A03\""]);
}

#[test]
fn whoever_comes_late_answers_one_question() {
    let invite = invite(&["Sellers"]);
    let address = (invite.seal().to_string(), Some(second()));
    let before = drawn(address.clone(), State::prerendered());
    holds(
        &before,
        &["You join for a second vote", ">Sellers<", "Go to the question"],
    );
    let mut state = device(&ticket(&invite), "");
    state.assessments.remove(&ID);
    let markup = drawn(address, state.clone());
    holds(&markup, &["name=\"A03\"", "You join for a second vote"]);
    lacks(&markup, &["stays as it was", "Keep my answers"]);
    // At the invite's own link all questions can still be answered.
    holds(
        &drawn(link(&invite), state),
        &["are not in this browser", "Answer all questions"],
    );
}

#[test]
fn what_could_not_be_saved_is_said() {
    let mut state = device(&with_code(ticket(&invite(&[]))), ALL);
    state.save = SaveState::Failed(WriteError::Full);
    holds(&drawn(link(&invite(&[])), state), &["save-failed"]);
}

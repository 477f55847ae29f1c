//! A workshop: its stages, its votes, what the room may see of them, and its records.

mod address;
mod ballot;
mod collected;
mod energy;
mod founding;
mod leaks;
mod lost;
mod merge;
mod receipts;
pub mod records;
mod room;
mod seen;
mod smallest;
mod stages;
pub mod ticket;
mod topics;
mod wall;

use crate::arbitrary::{day, text};
use crate::code::items;
use crate::support::area_id;
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::{Depth, InstrumentVersion};
use oxymoron::domain::code::answer::{Response, RolePlace};
use oxymoron::domain::code::hands::{Counted, Headcount};
use oxymoron::domain::code::invite::{Language, RoleLabel, Roles};
use oxymoron::domain::code::items::Shape;
use oxymoron::domain::code::{ResponseId, Serial, WorkshopId};
use oxymoron::domain::doors::Door;
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::level::Level;
use oxymoron::domain::plan::{Chosen, PlanDay, PlanText};
use oxymoron::domain::question::{AreaId, QuestionId};
use oxymoron::domain::workshop::address::PageAddress;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::energy::HandsEach;
use oxymoron::domain::workshop::modes::Mode;
use oxymoron::domain::workshop::promise::Came;
use oxymoron::domain::workshop::stage::{Agenda, OwnMinutes, Stage};
use oxymoron::domain::workshop::{Seed, Settings, Workshop};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub const ID: WorkshopId = WorkshopId(0x0123_4567_89ab_cdef);
pub const QUICK: Shape = Shape::new(Depth::Quick, KnowDo::LeftOut);
pub const ROLES: [&str; 3] = ["Seller", "Leader", "Ops"];

pub fn minimum(size: u32) -> MinimumGroup {
    MinimumGroup::try_from(size).unwrap()
}

/// A quick workshop of twelve with three roles.
pub fn workshop() -> Workshop {
    let labels = ROLES.map(|label| RoleLabel::new(label).unwrap());
    let settings = Settings {
        title: "Field sales".to_owned(),
        shape: QUICK,
        roles: Roles::new(labels.into()).unwrap(),
        minimum: MinimumGroup::STANDARD,
        present: Headcount(12),
        agenda: Agenda::Sixty,
        language: Language::new("en").unwrap(),
    };
    Workshop::new(
        ID,
        Seed([7; 32]),
        settings,
        InstrumentVersion(1),
        Moment(1_795_000_000_000),
    )
}

/// So many seconds into it.
pub fn at(seconds: u64) -> Moment {
    Moment(1_795_000_000_000 + seconds * 1000)
}

/// Twelve answers, one character each; the role by its place.
pub fn said(id: u64, role: Option<u8>, row: &str) -> Response {
    Response {
        id: ResponseId(id),
        serial: Serial::NONE,
        role: role.map(|place| RolePlace::new(place).unwrap()),
        items: items(QUICK, row),
    }
}

/// One response for each character, answering the first area with it and nothing else, all in one role.
pub fn column(first_id: u64, role: Option<u8>, levels: &str) -> Vec<Response> {
    let rows = levels.chars().map(|level| format!("{level}-----------"));
    (first_id..)
        .zip(rows)
        .map(|(id, row)| said(id, role, &row))
        .collect()
}

/// With these changes, one a second.
pub fn after(changes: impl IntoIterator<Item = Change>) -> Workshop {
    let mut workshop = workshop();
    for (second, change) in (1..).zip(changes) {
        workshop.apply(change, at(second));
    }
    workshop
}

pub fn question(number: u8) -> QuestionId {
    QuestionId::Anchored(area_id(number))
}

fn row(length: usize) -> impl Strategy<Value = String> {
    vec(select("1223334455-0x".chars().collect::<Vec<_>>()), length).prop_map(String::from_iter)
}

/// Few ids, so that responses replace each other; all shapes; roles that no workshop here has.
pub fn response() -> impl Strategy<Value = Response> {
    let shape = prop_oneof![6 => Just(QUICK), 1 => select(Shape::ALL.to_vec())];
    let row = shape.prop_flat_map(|shape| row(shape.length()).prop_map(move |row| items(shape, &row)));
    (0_u64..60, 0_u8..4, option::of(0_u8..6), row).prop_map(|(id, serial, role, items)| Response {
        id: ResponseId(id),
        serial: Serial(serial),
        role: role.and_then(RolePlace::new),
        items,
    })
}

pub fn counted() -> impl Strategy<Value = Counted> {
    (any::<[u8; 5]>(), any::<u8>(), any::<u8>()).prop_map(|(levels, cannot_tell, not_applicable)| Counted {
        levels: levels.map(|count| u32::from(count % 8)),
        cannot_tell: u32::from(cannot_tell % 8),
        not_applicable: u32::from(not_applicable % 8),
    })
}

fn few_areas() -> impl Strategy<Value = AreaId> {
    (1_u8..=5).prop_map(area_id)
}

fn asked() -> impl Strategy<Value = QuestionId> {
    prop_oneof![4 => few_areas().prop_map(QuestionId::Anchored), 1 => crate::arbitrary::question()]
}

fn chosen() -> impl Strategy<Value = Option<Chosen>> {
    option::of(
        (few_areas(), select(Door::ALL.to_vec())).prop_map(|(area, door)| Chosen {
            area,
            door,
            from: Some(Level::SetUp),
            to: None,
        }),
    )
}

/// What only the facilitator may read has this in it.
pub const PRIVATE: &str = "for my eyes";

/// Minutes of one's own, or 60 where there cannot be so many.
fn own(minutes: [u8; 8]) -> Agenda {
    OwnMinutes::new(minutes).map_or(Agenda::Sixty, Agenda::Own)
}

/// Anything that can happen, in no order.
pub fn change() -> impl Strategy<Value = Change> {
    let level = || select(Level::ALL.to_vec());
    let private = || text().prop_map(|text| format!("{PRIVATE} {text}"));
    prop_oneof![
        1 => text().prop_map(Change::Named),
        1 => any::<u32>().prop_map(|count| Change::Expected(Headcount(count))),
        2 => (3_u32..9).prop_map(|size| Change::SetMinimum(minimum(size))),
        1 => select(Agenda::ALL.to_vec()).prop_map(Change::SetAgenda),
        1 => any::<[u8; 8]>().prop_map(|minutes| Change::SetAgenda(own(minutes))),
        6 => select(Stage::ALL.to_vec()).prop_map(Change::WentTo),
        4 => (0_usize..4).prop_map(Change::TurnedTo),
        1 => Just(Change::ToggledTimer),
        1 => prop_oneof![-400_i64..400, any::<i64>()].prop_map(Change::MovedTimer),
        1 => any::<bool>().prop_map(Change::SwitchedSound),
        1 => select(Mode::ALL.to_vec()).prop_map(Change::Collected),
        8 => vec(response(), 0..12).prop_map(Change::Received),
        4 => (asked(), counted()).prop_map(|(question, counted)| Change::CountedHands(question, counted)),
        1 => asked().prop_map(Change::DroppedHands),
        6 => vec(few_areas(), 0..5).prop_map(Change::ChoseTopics),
        4 => Just(Change::OpenedSecondVote),
        3 => Just(Change::ClosedSecondVote),
        1 => (few_areas(), option::of(level())).prop_map(|(area, level)| Change::Agreed(area, level)),
        1 => (few_areas(), text()).prop_map(|(area, text)| Change::WroteDissent(area, text)),
        1 => (few_areas(), private()).prop_map(|(area, text)| Change::WroteNote(area, text)),
        1 => chosen().prop_map(Change::Chose),
        2 => (few_areas(), option::of(0_u16..30)).prop_map(|(area, hands)| Change::CountedEnergy(area, hands)),
        1 => select(HandsEach::ALL.to_vec()).prop_map(Change::SetHandsEach),
        1 => text().prop_map(Change::WroteHypothesis),
        1 => (select(PlanText::ALL.to_vec()), text()).prop_map(|(which, text)| Change::WrotePlan(which, text)),
        1 => (select(PlanDay::ALL.to_vec()), option::of(day())).prop_map(|(which, day)| Change::SetPlanDay(which, day)),
        1 => option::of(Just("https://sub.example.org/oxymoron/")).prop_map(|address| {
            Change::SetAddress(address.and_then(|address| PageAddress::new(address).ok()))
        }),
        1 => private().prop_map(Change::WroteNotes),
        2 => Just(Change::HeldSecondVote),
        1 => Just(Change::ReopenedSecondVote),
        1 => Just(Change::TookMinimumBack),
        1 => any::<bool>().prop_map(Change::Blanked),
        1 => option::of(any::<u64>().prop_map(Moment)).prop_map(Change::BeganBreak),
        1 => option::of(select(Came::ALL.to_vec())).prop_map(Change::SaidWhatCame),
        1 => text().prop_map(Change::WroteLearned),
    ]
}

/// What happens in a whole workshop, and how many seconds after what was before.
pub fn happenings() -> impl Strategy<Value = Vec<(Change, u64)>> {
    vec((change(), 0_u64..400), 0..40)
}

/// A workshop after anything has happened to it.
pub fn any_workshop() -> impl Strategy<Value = Workshop> {
    happenings().prop_map(|happenings| {
        let (mut workshop, mut seconds) = (workshop(), 0);
        for (change, later) in happenings {
            seconds += later;
            workshop.apply(change, at(seconds));
        }
        workshop
    })
}

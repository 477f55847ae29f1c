//! Workshops and answer codes as the app itself makes them, natively, for visits that need some.

use anyhow::{Context, Result};
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::{Checklist, Depth, InstrumentVersion};
use oxymoron::domain::code::answer::{Response, RolePlace, Vote, seal};
use oxymoron::domain::code::hands::Headcount;
use oxymoron::domain::code::invite::{Language, RoleLabel, Roles};
use oxymoron::domain::code::items::{Items, Shape};
use oxymoron::domain::code::seal::Entropy;
use oxymoron::domain::code::{ResponseId, Round, Serial, WorkshopId};
use oxymoron::domain::group::anonymity::MinimumGroup;
use oxymoron::domain::record::{Key, read_workshop, write_workshop};
use oxymoron::domain::workshop::stage::Agenda;
use oxymoron::domain::workshop::{Seed, Settings, Workshop};

/// A quick workshop at its first stage, for so many people, with these roles.
pub fn workshop(id: u64, present: u32, roles: &[&str]) -> Result<Workshop> {
    let labels: Result<Vec<_>, _> = roles.iter().map(|role| RoleLabel::new(role)).collect();
    let settings = Settings {
        title: "Field sales".to_owned(),
        shape: Shape::new(Depth::Quick, KnowDo::LeftOut),
        roles: Roles::new(labels?)?,
        minimum: MinimumGroup::STANDARD,
        present: Headcount(present),
        agenda: Agenda::Sixty,
        language: Language::new("en").context("a language")?,
    };
    let mut seed = [3; 32];
    seed[..8].copy_from_slice(&id.to_be_bytes());
    let created = Moment(1_795_000_000_000);
    Ok(Workshop::new(
        WorkshopId(id),
        Seed(seed),
        settings,
        InstrumentVersion(1),
        created,
    ))
}

/// The key and the text of its record.
pub fn record(workshop: &Workshop) -> (String, String) {
    (Key::Workshop(workshop.id).to_string(), write_workshop(workshop))
}

/// The workshop of a record.
pub fn read(id: WorkshopId, text: &str) -> Result<Workshop> {
    read_workshop(id, text).map_err(|error| anyhow::anyhow!("{error}"))
}

/// The workshop whose console has this address.
pub fn id_of(console: &str) -> Result<WorkshopId> {
    let id = console.rsplit('/').next().and_then(|id| id.parse().ok());
    id.context("the address of a console")
}

/// A response with answers in the characters of a typed line: `1` to `5`, `0`, `x`, `-`.
pub fn response(workshop: &Workshop, id: u64, role: Option<u8>, line: &str) -> Result<Response> {
    let row = line
        .chars()
        .map(|code| Choice::from_code(&code.to_string()))
        .collect();
    Ok(Response {
        id: ResponseId(id),
        serial: Serial(1),
        role: role.and_then(RolePlace::new),
        items: Items::new(workshop.settings.shape, row).context("a line as long as the workshop")?,
    })
}

/// The answer code of a response, each with another `random`.
pub fn code(workshop: &Workshop, round: u8, response: &Response, random: u64) -> Result<String> {
    let vote = Vote {
        workshop: workshop.id,
        round: Round::new(round).context("a round")?,
    };
    let mut entropy = [5; 32];
    entropy[..8].copy_from_slice(&random.to_be_bytes());
    let sealed = seal(response, vote, workshop.key().public(), Entropy(entropy));
    Ok(sealed
        .map_err(|_| anyhow::anyhow!("this key cannot be used"))?
        .to_string())
}

/// What the app asks, from its own file.
pub fn checklist() -> Result<Checklist> {
    Ok(toml::from_str(include_str!("../../../../assets/checklist.toml"))?)
}

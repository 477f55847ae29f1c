//! What a facilitator types into the form for a new workshop, and what is wrong with it.

use crate::domain::assessment::KnowDo;
use crate::domain::checklist::Depth;
use crate::domain::code::hands::Headcount;
use crate::domain::code::invite::{Language, RoleError, RoleLabel, Roles};
use crate::domain::code::items::Shape;
use crate::domain::group::anonymity::MinimumGroup;
use crate::domain::typed::whole;
use crate::domain::workshop::Settings;
use crate::domain::workshop::stage::{Agenda, OwnMinutes, Stage};

/// People that a workshop can be for.
pub const PEOPLE: std::ops::RangeInclusive<u32> = 2..=10_000;
/// Characters in a title.
pub const LONGEST_TITLE: u32 = 120;

/// The form as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it is called, may be empty.
    pub title: String,
    /// Quick or full.
    pub depth: Depth,
    /// With or without the know-do check.
    pub know_do: KnowDo,
    /// A field for each role; empty ones do not count.
    pub roles: [String; Roles::MOST],
    /// The smallest group that is shown.
    pub minimum: String,
    /// How many are expected.
    pub present: String,
    /// How long it lasts.
    pub agenda: Agenda,
    /// Stages whose own minutes are typed as something else than minutes.
    pub refused: Vec<Stage>,
    /// The language of its invite; that of the page where nobody has chosen.
    pub language: Option<Language>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            title: String::new(),
            depth: Depth::Quick,
            know_do: KnowDo::LeftOut,
            roles: Default::default(),
            minimum: MinimumGroup::STANDARD.size().to_string(),
            present: String::new(),
            agenda: Agenda::Sixty,
            refused: Vec::new(),
            language: None,
        }
    }
}

/// What is wrong with a form, field by field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wrong {
    /// With each role.
    pub roles: [Option<RoleError>; Roles::MOST],
    /// The smallest group is no number from three on.
    pub minimum: bool,
    /// The headcount is not in [`PEOPLE`].
    pub present: bool,
    /// The first stage whose own minutes are none.
    pub minutes: Option<Stage>,
}

/// The headcount of a typed number.
#[must_use]
pub fn headcount(text: &str) -> Option<Headcount> {
    let number = whole(text)?;
    PEOPLE.contains(&number).then_some(Headcount(number))
}

/// The smallest group of a typed number.
#[must_use]
pub fn minimum(text: &str) -> Option<MinimumGroup> {
    let number = whole(text)?;
    MinimumGroup::try_from(number.min(*PEOPLE.end())).ok()
}

/// Own minutes with those that were typed for a stage; none if it cannot have them.
#[must_use]
pub fn minutes(agenda: Agenda, stage: Stage, text: &str) -> Option<Agenda> {
    let minutes = u8::try_from(whole(text)?).ok()?;
    match agenda {
        Agenda::Own(own) if OwnMinutes::RANGE.contains(&minutes) => {
            Some(Agenda::Own(own.with(stage, minutes)))
        }
        _ => None,
    }
}

impl Draft {
    /// Chooses how long it lasts; what was typed for single stages is gone with their fields.
    pub fn choose(&mut self, agenda: Agenda) {
        self.agenda = agenda;
        self.refused.clear();
    }

    /// Takes what was typed for a stage, and says whether that is minutes.
    pub fn take_minutes(&mut self, stage: Stage, text: &str) -> bool {
        let taken = minutes(self.agenda, stage, text);
        self.refused.retain(|refused| *refused != stage);
        match taken {
            Some(agenda) => self.agenda = agenda,
            None => self.refused.push(stage),
        }
        taken.is_some()
    }

    /// As the last session of the team was set up, to be changed.
    #[must_use]
    pub fn of(last: &Settings) -> Self {
        let mut roles: [String; Roles::MOST] = Default::default();
        for (field, label) in roles.iter_mut().zip(last.roles.labels()) {
            label.text().clone_into(field);
        }
        Self {
            title: last.title.clone(),
            depth: last.shape.depth,
            know_do: last.shape.know_do,
            roles,
            minimum: last.minimum.size().to_string(),
            present: last.present.0.to_string(),
            agenda: last.agenda,
            refused: Vec::new(),
            language: Some(last.language.clone()),
        }
    }

    /// The settings that it stands for; `page` is the language of the page.
    ///
    /// # Errors
    /// Everything that is wrong with it, so that all can be said at once.
    pub fn settings(&self, page: Language) -> Result<Settings, Wrong> {
        let mut wrong = Wrong::default();
        let mut labels = Vec::<RoleLabel>::new();
        for (text, error) in self.roles.iter().zip(&mut wrong.roles) {
            if text.trim().is_empty() {
                continue;
            }
            match RoleLabel::new(text) {
                Ok(label) if labels.iter().any(|known| are_alike(known, &label)) => {
                    *error = Some(RoleError::Twice);
                }
                Ok(label) => labels.push(label),
                Err(found) => *error = Some(found),
            }
        }
        let (minimum, present) = (minimum(&self.minimum), headcount(&self.present));
        wrong.minimum = minimum.is_none();
        wrong.present = present.is_none();
        wrong.minutes = self.refused.iter().min().copied();
        let (Some(minimum), Some(present), Ok(roles)) = (minimum, present, Roles::new(labels)) else {
            return Err(wrong);
        };
        if wrong != Wrong::default() {
            return Err(wrong);
        }
        Ok(Settings {
            title: self.title.trim().chars().take(LONGEST_TITLE as usize).collect(),
            shape: Shape::new(self.depth, self.know_do),
            roles,
            minimum,
            present,
            agenda: self.agenda,
            language: self.language.clone().unwrap_or(page),
        })
    }
}

/// Whether two roles would be taken for one: their letters are the same, whether small or not.
fn are_alike(one: &RoleLabel, other: &RoleLabel) -> bool {
    one.text().to_lowercase() == other.text().to_lowercase()
}

//! What a person can say to one question.

use super::level::Level;
use super::question::{Marks, QuestionId};
use super::typed::latin;
use litemap::LiteMap;

/// An answer. A question without one is unanswered, which is a fourth thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// The level that fits best.
    Level(Level),
    /// "We can't tell yet", a finding of its own.
    CannotTell,
    /// The area does not exist here; the text says why, in the person's words.
    NotApplicable(String),
}

impl Answer {
    /// The level, if one was chosen.
    #[must_use]
    pub const fn level(&self) -> Option<Level> {
        match self {
            Self::Level(level) => Some(*level),
            Self::CannotTell | Self::NotApplicable(_) => None,
        }
    }
}

/// Answers by question; a missing question is unanswered.
///
/// A sorted list, here and in the records: a B-tree's code weighs more in the app than all it would hold.
pub type Answers = LiteMap<QuestionId, Answer>;

/// The options of a question, as what a radio button or a key stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// One of the five levels.
    Level(Level),
    /// "We can't tell yet".
    CannotTell,
    /// "Not applicable".
    NotApplicable,
}

impl Choice {
    /// The choice that an answer shows as.
    #[must_use]
    pub const fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Level(level) => Self::Level(*level),
            Answer::CannotTell => Self::CannotTell,
            Answer::NotApplicable(_) => Self::NotApplicable,
        }
    }

    /// The form value: `1` to `5`, `0` for can't tell, `x` for not applicable.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Level(Level::NotSeen) => "1",
            Self::Level(Level::NowAndThen) => "2",
            Self::Level(Level::SetUp) => "3",
            Self::Level(Level::Working) => "4",
            Self::Level(Level::RenewingItself) => "5",
            Self::CannotTell => "0",
            Self::NotApplicable => "x",
        }
    }

    /// The choice of a form value.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "0" => Some(Self::CannotTell),
            "x" => Some(Self::NotApplicable),
            _ => Level::ALL
                .map(Self::Level)
                .into_iter()
                .find(|choice| choice.code() == code),
        }
    }

    /// The mark of an option: its level's digit, or the letter of its place; `?` for can't tell, `x` for not applicable.
    #[must_use]
    pub const fn mark(self, marks: Marks) -> &'static str {
        match (marks, self) {
            (_, Self::CannotTell) => "?",
            (Marks::Letters, Self::Level(Level::NotSeen)) => "a",
            (Marks::Letters, Self::Level(Level::NowAndThen)) => "b",
            (Marks::Letters, Self::Level(Level::SetUp)) => "c",
            (Marks::Letters, Self::Level(Level::Working)) => "d",
            (Marks::Letters, Self::Level(Level::RenewingItself)) => "e",
            (Marks::Levels, Self::Level(_)) | (_, Self::NotApplicable) => self.code(),
        }
    }

    /// The choice that a typed character stands for among options with these marks, in either case. Where they are digits, `0` is
    /// can't tell as well; where they are letters no digit is anything, for it could be meant as the value.
    #[must_use]
    pub fn from_typed(character: char, marks: Marks) -> Option<Self> {
        let typed = latin(character).to_ascii_lowercase();
        if typed == '0' && marks == Marks::Levels {
            return Some(Self::CannotTell);
        }
        let all = Level::ALL.map(Self::Level).into_iter();
        let mut all = all.chain([Self::CannotTell, Self::NotApplicable]);
        all.find(|choice| choice.mark(marks).chars().eq([typed]))
    }

    /// The answer that this choice gives; "not applicable" keeps the reason that was given before.
    #[must_use]
    pub fn answer(self, before: Option<&Answer>) -> Answer {
        match (self, before) {
            (Self::Level(level), _) => Answer::Level(level),
            (Self::CannotTell, _) => Answer::CannotTell,
            (Self::NotApplicable, Some(Answer::NotApplicable(reason))) => {
                Answer::NotApplicable(reason.clone())
            }
            (Self::NotApplicable, _) => Answer::NotApplicable(String::new()),
        }
    }
}

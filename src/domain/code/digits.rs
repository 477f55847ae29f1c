//! Typed lines: the marks of one person's answers each, as read out or written on paper.

use super::items::{Items, Shape};
use crate::domain::answer::Choice;
use crate::domain::assessment::KnowDo;
use crate::domain::checklist::{Checklist, Depth};
use crate::domain::question::{Marks, QuestionId};
use crate::domain::typed::is_space;
use std::fmt;

/// What lines of digits say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Digits {
    /// The rows that could be read, in their order.
    pub rows: Vec<Items>,
    /// The lines that could not.
    pub refused: Vec<RefusedLine>,
}

/// A line that is no row of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefusedLine {
    /// Its number, the first being 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: LineError,
}

/// Why a line is no row of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineError {
    /// Fewer answers than questions.
    TooShort {
        /// Answers in the line.
        answers: usize,
        /// Questions in the workshop.
        questions: usize,
    },
    /// More answers than questions.
    TooLong {
        /// Answers in the line.
        answers: usize,
        /// Questions in the workshop.
        questions: usize,
    },
    /// A character that stands for no answer.
    Unknown {
        /// The character.
        character: char,
        /// Which answer of the line it would be, the first being 1.
        place: usize,
    },
    /// A digit where the options are marked by letters.
    NotALetter {
        /// The digit.
        character: char,
        /// The question.
        question: QuestionId,
    },
    /// An `x` where the question has to be answered.
    NotOffered(QuestionId),
    /// No answer at all, so nobody has voted.
    Nothing,
}

impl fmt::Display for RefusedLine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Line {}: {}", self.line, self.why)
    }
}

impl fmt::Display for LineError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooShort { answers, questions } => {
                write!(out, "too short, {answers} of {questions} answers")
            }
            Self::TooLong { answers, questions } => {
                write!(out, "too long, {answers} answers to {questions} questions")
            }
            Self::Unknown { character, place } => write!(
                out,
                "{character:?} in place {place} is no answer: write 1 to 5, ? for can't tell, x for not applicable, \
                 - for no answer"
            ),
            Self::NotALetter { character, question } => write!(
                out,
                "{character:?} stands at {question}, where it could be meant as the value: write a letter, a to e"
            ),
            Self::NotOffered(question) => {
                write!(out, "x stands at {question}, which is applicable everywhere")
            }
            Self::Nothing => out.write_str("no answer at all"),
        }
    }
}

impl std::error::Error for LineError {}

/// Reads one row from each line: 12 or 36 characters, each the mark of an option (see [`Choice::from_typed`]), or `-` or `.` for no
/// answer; spaces do not matter, empty lines are skipped, and of a chat's line only what stands behind the last colon counts. No rows for an instrument of
/// another length.
#[must_use]
pub fn read(checklist: &Checklist, depth: Depth, text: &str) -> Digits {
    let shape = Shape::new(depth, KnowDo::LeftOut);
    let questions = shape.questions(checklist).unwrap_or_default();
    read_lines(checklist, &questions, text, |row| Items::new(shape, row))
}

/// Reads one answer from each line, to a question that is voted on alone; the rows leave all others open. The rest is as in
/// [`read`].
#[must_use]
pub fn read_one(checklist: &Checklist, depth: Depth, question: QuestionId, text: &str) -> Digits {
    let shape = Shape::new(depth, KnowDo::LeftOut);
    let questions = shape.questions(checklist).unwrap_or_default();
    let Some(place) = questions.iter().position(|id| *id == question) else {
        return Digits::default();
    };
    read_lines(checklist, &[question], text, |row| {
        let mut whole = vec![None; questions.len()];
        *whole.get_mut(place)? = row.first().copied().flatten();
        Items::new(shape, whole)
    })
}

fn read_lines(
    checklist: &Checklist,
    questions: &[QuestionId],
    text: &str,
    items: impl Fn(Vec<Option<Choice>>) -> Option<Items>,
) -> Digits {
    let mut digits = Digits::default();
    if questions.is_empty() {
        return digits;
    }
    for (line, text) in (1..).zip(text.lines()) {
        let answers = text.rsplit(':').next().unwrap_or(text);
        if answers.chars().all(is_space) {
            continue;
        }
        match row(checklist, questions, answers) {
            Ok(row) => digits.rows.extend(items(row)),
            Err(why) => digits.refused.push(RefusedLine { line, why }),
        }
    }
    digits
}

fn row(
    checklist: &Checklist,
    questions: &[QuestionId],
    text: &str,
) -> Result<Vec<Option<Choice>>, LineError> {
    let typed: Vec<char> = text.chars().filter(|character| !is_space(*character)).collect();
    let means = |character: char| {
        let mut marks = questions.iter().map(|question| question.marks());
        marks.any(|marks| answer(character, marks).is_some())
    };
    let unknown = (1..).zip(&typed).find(|(_, character)| !means(**character));
    if let Some((place, character)) = unknown {
        return Err(LineError::Unknown {
            character: *character,
            place,
        });
    }
    let (answers, questions_asked) = (typed.len(), questions.len());
    if answers < questions_asked {
        return Err(LineError::TooShort {
            answers,
            questions: questions_asked,
        });
    }
    if answers > questions_asked {
        return Err(LineError::TooLong {
            answers,
            questions: questions_asked,
        });
    }
    let mut row = Vec::with_capacity(typed.len());
    for (place, (character, question)) in (1..).zip(typed.into_iter().zip(questions)) {
        match answer(character, question.marks()) {
            Some(choice) => row.push(choice),
            None if question.marks() == Marks::Letters => {
                return Err(LineError::NotALetter {
                    character,
                    question: *question,
                });
            }
            None => return Err(LineError::Unknown { character, place }),
        }
    }
    let both = questions.iter().zip(&row);
    let mut excused = both.filter(|(_, choice)| **choice == Some(Choice::NotApplicable));
    match excused.find(|(id, _)| !checklist.may_be_not_applicable(**id)) {
        Some((id, _)) => Err(LineError::NotOffered(*id)),
        None if row.iter().all(Option::is_none) => Err(LineError::Nothing),
        None => Ok(row),
    }
}

/// The inner none is unanswered.
fn answer(character: char, marks: Marks) -> Option<Option<Choice>> {
    match character {
        '-' | '.' => Some(None),
        _ => Choice::from_typed(character, marks).map(Some),
    }
}

//! One person's answers as a row in the instrument's order, three bits each.

use crate::domain::answer::{Answers, Choice};
use crate::domain::assessment::KnowDo;
use crate::domain::checklist::{Checklist, Depth};
use crate::domain::level::Level;
use crate::domain::question::QuestionId;

const AREAS: usize = 12;
/// Six pairs of two questions, and the outcome.
const KNOW_DO: usize = 13;
const BITS: u32 = 3;

/// Which questions a workshop asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shape {
    /// One or three questions for each of the twelve areas.
    pub depth: Depth,
    /// Whether the thirteen questions of the know-do check follow.
    pub know_do: KnowDo,
}

impl Shape {
    /// Every shape there is.
    pub const ALL: [Self; 4] = [
        Self::new(Depth::Quick, KnowDo::LeftOut),
        Self::new(Depth::Quick, KnowDo::Included),
        Self::new(Depth::Full, KnowDo::LeftOut),
        Self::new(Depth::Full, KnowDo::Included),
    ];

    /// The shape of a depth, with or without the know-do check.
    #[must_use]
    pub const fn new(depth: Depth, know_do: KnowDo) -> Self {
        Self { depth, know_do }
    }

    /// How many questions: 12, 25, 36 or 49.
    #[must_use]
    pub fn length(self) -> usize {
        self.length_of(AREAS, KNOW_DO)
    }

    /// The same of another number of areas, and of questions about knowing and doing.
    fn length_of(self, areas: usize, know_do: usize) -> usize {
        let asked = match self.know_do {
            KnowDo::LeftOut => 0,
            KnowDo::Included => know_do,
        };
        areas * usize::from(self.depth.questions_per_area()) + asked
    }

    /// Whether it has a question of that kind.
    #[must_use]
    pub fn asks(self, question: QuestionId) -> bool {
        match question {
            QuestionId::Anchored(_) => true,
            QuestionId::Evidence(..) => self.depth == Depth::Full,
            QuestionId::Know(_) | QuestionId::Do(_) | QuestionId::Context(_) => {
                self.know_do == KnowDo::Included
            }
        }
    }

    /// The questions in their order: area by area, then pair by pair, then the outcome. None where the instrument has
    /// another number of them.
    #[must_use]
    pub fn questions(self, checklist: &Checklist) -> Option<Vec<QuestionId>> {
        let steps = checklist.steps(self.know_do == KnowDo::Included);
        let questions = steps.flat_map(|step| checklist.questions(step, self.depth));
        self.is_of(checklist).then(|| questions.collect())
    }

    /// Whether the instrument has as many questions.
    #[must_use]
    pub fn is_of(self, checklist: &Checklist) -> bool {
        // What is known and what is done, and the outcome.
        let know_do = 2 * checklist.pairs.len() + 1;
        self.length_of(checklist.areas.len(), know_do) == self.length()
    }
}

/// A row of answers, as many as its shape has questions. None is unanswered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Items {
    shape: Shape,
    row: Vec<Option<Choice>>,
}

impl Items {
    /// None if the row is not as long as the shape.
    #[must_use]
    pub fn new(shape: Shape, row: Vec<Option<Choice>>) -> Option<Self> {
        (row.len() == shape.length()).then_some(Self { shape, row })
    }

    /// A person's answers; reasons for "not applicable" stay behind. None where the instrument has another number of
    /// questions.
    #[must_use]
    pub fn of(checklist: &Checklist, shape: Shape, answers: &Answers) -> Option<Self> {
        let questions = shape.questions(checklist)?;
        let row = questions.iter().map(|id| answers.get(id).map(Choice::of));
        Self::new(shape, row.collect())
    }

    /// By question. "Not applicable" where the instrument does not offer it counts as unanswered.
    #[must_use]
    pub fn answers(&self, checklist: &Checklist) -> Option<Answers> {
        let questions = self.shape.questions(checklist)?;
        let given = questions.into_iter().zip(&self.row);
        let offered = given.filter_map(|(id, choice)| {
            let choice = (*choice)?;
            let offered = choice != Choice::NotApplicable || checklist.may_be_not_applicable(id);
            offered.then(|| (id, choice.answer(None)))
        });
        Some(offered.collect())
    }

    /// Which questions were asked.
    #[must_use]
    pub const fn shape(&self) -> Shape {
        self.shape
    }

    /// The row.
    #[must_use]
    pub fn row(&self) -> &[Option<Choice>] {
        &self.row
    }

    /// How many bytes [`Items::pack`] makes of a row of that shape.
    pub(super) fn packed(shape: Shape) -> usize {
        ((shape.length() + 1) * BITS as usize).div_ceil(8)
    }

    /// `first`, 0 to 7, then every answer; three bits each, filled up with zeros to whole bytes.
    pub(super) fn pack(&self, first: u8) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(Self::packed(self.shape));
        // The lowest `bits` of what is held wait for their byte to be full.
        let (mut held, mut bits) = (0_u32, 0);
        let values = [first].into_iter();
        for value in values.chain(self.row.iter().map(|choice| value(*choice))) {
            held = held << BITS | u32::from(value);
            bits += BITS;
            if bits >= 8 {
                bits -= 8;
                bytes.push(low_byte(held >> bits));
            }
        }
        if bits > 0 {
            bytes.push(low_byte(held << (8 - bits)));
        }
        bytes
    }

    /// The inverse of [`Items::pack`]; none where the length belongs to no shape or the filling is not zeros.
    pub(super) fn unpack(bytes: &[u8]) -> Option<(u8, Self)> {
        let shape = Shape::ALL
            .into_iter()
            .find(|shape| Self::packed(*shape) == bytes.len())?;
        let mut row = Vec::with_capacity(shape.length());
        let (mut first, mut held, mut bits) = (None, 0_u32, 0);
        for byte in bytes {
            held = held << 8 | u32::from(*byte);
            bits += 8;
            while bits >= BITS && row.len() < shape.length() {
                bits -= BITS;
                let value = low_byte(held >> bits & 7);
                if first.is_some() {
                    row.push(choice(value)?);
                } else {
                    first = Some(value);
                }
            }
        }
        let filling = held & ((1 << bits) - 1);
        Some((first?, Self::new(shape, row)?)).filter(|_| filling == 0)
    }
}

fn low_byte(held: u32) -> u8 {
    u8::try_from(held & 0xff).unwrap_or(0)
}

const fn value(choice: Option<Choice>) -> u8 {
    match choice {
        None => 0,
        Some(Choice::Level(level)) => level.number(),
        Some(Choice::CannotTell) => 6,
        Some(Choice::NotApplicable) => 7,
    }
}

/// The inner none is unanswered.
fn choice(value: u8) -> Option<Option<Choice>> {
    match value {
        0 => Some(None),
        6 => Some(Some(Choice::CannotTell)),
        7 => Some(Some(Choice::NotApplicable)),
        level => Level::from_number(level).map(|level| Some(Choice::Level(level))),
    }
}

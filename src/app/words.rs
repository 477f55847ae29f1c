//! The instrument's prose in one language.
//!
//! Each entry is a list of texts in a fixed order, so that the wasm carries no reader for every field name. The order is the
//! accessors' business alone; the build refuses a list of another length. What only later screens show comes with them.

use crate::domain::checklist::{Checklist, Scale};
use crate::domain::level::Level;
use crate::domain::question::{AreaId, Evidence, PairId, QuestionId};
use std::cell::OnceCell;
use std::rc::Rc;

/// A shared piece of prose.
pub type Prose = Rc<str>;

/// Texts by area, pair and scale: what the questions need, and the rest once it is here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// Options of the scales C, T, R and K.
    pub scales: Vec<Vec<Prose>>,
    /// The first texts of each area, in the order of [`AreaWord`].
    pub areas: Vec<(AreaId, Vec<Prose>)>,
    /// Texts of each pair: name, know, do, and the options of its own scale.
    pub pairs: Vec<(PairId, Vec<Prose>)>,
    /// The outcome question: name, question, options.
    pub context: Vec<Prose>,
    /// A line that credits the post.
    pub source: Prose,
    /// What comes with the later screens.
    pub later: OnceCell<LaterWords>,
}

/// What no screen of the first load shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LaterWords {
    /// The five level words.
    pub levels: Vec<Prose>,
    /// The other texts of each area, in the order of [`AreaWord`].
    pub areas: Vec<(AreaId, Vec<Prose>)>,
    /// Why an area opens another, in the order of the checklist's links.
    pub reasons: Vec<Prose>,
    /// Sections of the Method page: id, heading, paragraphs.
    pub method: Vec<Vec<Prose>>,
    /// Sections of the Privacy page, likewise.
    pub privacy: Vec<Vec<Prose>>,
    /// Every language that there is a page in, this one included; none if the build has this one alone.
    pub languages: Vec<LanguageWords>,
}

/// What a language says of itself, in itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageWords {
    /// As in HTML's `lang`.
    pub tag: Prose,
    /// As in HTML's `dir`.
    pub direction: Prose,
    /// Its own name.
    pub name: Prose,
    /// The offer to go on in it.
    pub offer: Prose,
    /// No, thanks.
    pub decline: Prose,
}

/// One text of an area. From [`AreaWord::Short`] on they come with the later screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AreaWord {
    /// Its name.
    Name,
    /// Why it matters, one sentence.
    Why,
    /// The anchored question.
    Question,
    /// The anchor of a level.
    Anchor(Level),
    /// An evidence question.
    Evidence(Evidence),
    /// A name for a chart's axis.
    Short,
    /// What a level looks like.
    Looks(Level),
    /// The step from a level, 1 to 4, to the one above.
    Next(Level),
    /// The first or second experiment of two weeks.
    Experiment(Evidence),
    /// The first or second question to discuss.
    Discuss(Evidence),
}

impl AreaWord {
    /// How many texts of an area come with the first load.
    pub const FIRST: usize = 10;
    /// How many come with the later screens.
    pub const LATER: usize = 14;

    const fn position(self) -> usize {
        match self {
            Self::Name => 0,
            Self::Why => 1,
            Self::Question => 2,
            Self::Anchor(level) => 3 + level.position(),
            Self::Evidence(which) => 8 + which as usize,
            Self::Short => 10,
            Self::Looks(level) => 11 + level.position(),
            Self::Next(level) => 16 + level.position(),
            Self::Experiment(which) => 20 + which as usize,
            Self::Discuss(which) => 22 + which as usize,
        }
    }
}

/// One text of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PairWord {
    /// Its name.
    Name,
    /// The principle.
    Know,
    /// The question about recent cases.
    Do,
}

fn at(list: Option<&Vec<Prose>>, position: usize) -> Prose {
    list.and_then(|list| list.get(position))
        .cloned()
        .unwrap_or_else(|| Rc::from(""))
}

fn of<Id: PartialEq>(list: &[(Id, Vec<Prose>)], id: Id) -> Option<&Vec<Prose>> {
    list.iter()
        .find(|(known, _)| *known == id)
        .map(|(_, texts)| texts)
}

fn five(list: Option<&Vec<Prose>>, first: usize) -> [Prose; 5] {
    Level::ALL.map(|level| at(list, first + level.position()))
}

impl Words {
    /// The word for a level.
    #[must_use]
    pub fn level(&self, level: Level) -> Prose {
        at(self.later.get().map(|later| &later.levels), level.position())
    }

    /// A text of an area.
    #[must_use]
    pub fn area(&self, area: AreaId, word: AreaWord) -> Prose {
        let place = word.position();
        match (word, place.checked_sub(AreaWord::FIRST)) {
            (AreaWord::Next(Level::RenewingItself), _) => Rc::from(""),
            (_, None) => at(of(&self.areas, area), place),
            (_, Some(place)) => at(self.later.get().and_then(|later| of(&later.areas, area)), place),
        }
    }

    /// A text of a pair.
    #[must_use]
    pub fn pair(&self, pair: PairId, word: PairWord) -> Prose {
        at(of(&self.pairs, pair), word as usize)
    }

    /// The reason of a link, by its place in the checklist's list.
    #[must_use]
    pub fn reason(&self, place: usize) -> Prose {
        at(self.later.get().map(|later| &later.reasons), place)
    }

    /// Sections of the Method page: id, heading, paragraphs.
    #[must_use]
    pub fn method(&self) -> &[Vec<Prose>] {
        self.later.get().map_or(&[], |later| &later.method)
    }

    /// Sections of the Privacy page, likewise.
    #[must_use]
    pub fn privacy(&self) -> &[Vec<Prose>] {
        self.later.get().map_or(&[], |later| &later.privacy)
    }

    /// Every language that there is a page in.
    #[must_use]
    pub fn languages(&self) -> &[LanguageWords] {
        self.later.get().map_or(&[], |later| &later.languages)
    }

    /// The name of the outcome question.
    #[must_use]
    pub fn context_name(&self) -> Prose {
        at(Some(&self.context), 0)
    }

    /// The line that credits the post.
    #[must_use]
    pub fn source_line(&self) -> Prose {
        Rc::clone(&self.source)
    }

    /// What a question asks.
    #[must_use]
    pub fn prompt(&self, question: QuestionId) -> Prose {
        match question {
            QuestionId::Anchored(area) => self.area(area, AreaWord::Question),
            QuestionId::Evidence(area, which) => self.area(area, AreaWord::Evidence(which)),
            QuestionId::Know(pair) => self.pair(pair, PairWord::Know),
            QuestionId::Do(pair) => self.pair(pair, PairWord::Do),
            QuestionId::Context(_) => at(Some(&self.context), 1),
        }
    }

    /// A question's five options, level 1 first.
    #[must_use]
    pub fn options(&self, checklist: &Checklist, question: QuestionId) -> [Prose; 5] {
        let scale = |scale: Scale| five(self.scales.get(scale as usize), 0);
        match question {
            QuestionId::Anchored(area) => Level::ALL.map(|level| self.area(area, AreaWord::Anchor(level))),
            QuestionId::Evidence(area, which) => {
                let scales = checklist.area(area).map(|area| area.evidence);
                scales.map_or_else(Default::default, |[first, second]| match which {
                    Evidence::First => scale(first),
                    Evidence::Second => scale(second),
                })
            }
            QuestionId::Know(_) => scale(Scale::K),
            QuestionId::Do(pair) => {
                let done = checklist
                    .pairs
                    .iter()
                    .find(|known| known.id == pair)
                    .and_then(|pair| pair.done);
                done.map_or_else(|| five(of(&self.pairs, pair), 3), scale)
            }
            QuestionId::Context(_) => five(Some(&self.context), 2),
        }
    }

    /// The option of a question that stands for a level.
    #[must_use]
    pub fn option(&self, checklist: &Checklist, question: QuestionId, level: Level) -> Prose {
        let mut options = self.options(checklist, question).into_iter();
        options.nth(level.position()).unwrap_or_default()
    }
}

//! Everything that a result says, as words and in the order of the screen.

use crate::app::pack::Pack;
use crate::app::text::{Text, without_soft_hyphens};
use crate::app::words::{AreaWord, PairWord, Prose};
use crate::domain::answer::{Answer, Answers};
use crate::domain::assessment::Assessment;
use crate::domain::band::{Band, band};
use crate::domain::calendar::{Day, Moment};
use crate::domain::checklist::{Depth, Step};
use crate::domain::know_do::know_do_gaps;
use crate::domain::level::Level;
use crate::domain::plan::{PlanDay, PlanText, Status};
use crate::domain::precision::{index_standard_error, smallest_change, tenths_of_points, whole_points};
use crate::domain::question::QuestionId;
use crate::domain::score::{AreaResult, Index, LevelScore, Outcome, Points, Scorecard, score};

/// What is taken out, and when.
#[derive(Debug, Clone, Copy)]
pub struct ExportSource<'a> {
    /// Checklist and words.
    pub pack: &'a Pack,
    /// The assessment.
    pub assessment: &'a Assessment,
    /// Now.
    pub now: Moment,
    /// The day that it is about, on the person's own calendar.
    pub day: Day,
    /// Today, there.
    pub today: Day,
}

impl ExportSource<'_> {
    /// A name for a file with this ending.
    #[must_use]
    pub fn file_name(&self, ending: &str) -> String {
        ["oxymoron-", &*String::from(self.day), ".", ending].concat()
    }
}

/// One area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaLine {
    /// Its place in the checklist, from 1.
    pub number: usize,
    /// Its name.
    pub name: Prose,
    /// Its score, if it has one.
    pub score: Option<LevelScore>,
    /// The level in words, or why there is none.
    pub level: String,
    /// The score as a figure, `3` or `3.7`.
    pub figure: Option<String>,
    /// What its level looks like.
    pub today: Option<Prose>,
    /// The next level's word and what it looks like.
    pub next: Option<(String, Prose)>,
    /// The step there, or what else to do.
    pub step: Option<Prose>,
    /// Why it does not apply.
    pub reason: Option<String>,
    /// The note, empty if there is none.
    pub note: String,
}

/// One know-do pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairLine {
    /// Its name.
    pub name: Prose,
    /// Where it is written or said, 1 to 5.
    pub know: u8,
    /// What was done, 1 to 5.
    pub done: u8,
    /// Know minus do.
    pub gap: i8,
}

/// The whole result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Its heading.
    pub title: String,
    /// How deep, and the day.
    pub subtitle: String,
    /// Instrument version and the day on which it was taken out.
    pub origin: String,
    /// The figure or the range, `50 of 100`; none without a score.
    pub index: Option<String>,
    /// The band, or why there is only a range.
    pub band: String,
    /// What the figure rests on, a sentence each.
    pub rests: Vec<String>,
    /// The areas at either end: a heading with a count, and names.
    pub ends: Vec<(String, Vec<Prose>)>,
    /// Every area.
    pub areas: Vec<AreaLine>,
    /// The know-do check in sentences; empty if it was not asked or not answered.
    pub know_do: Vec<String>,
    /// Its pairs.
    pub pairs: Vec<PairLine>,
    /// The plan, a term and a text each; empty if no area was chosen.
    pub plan: Vec<(Prose, String)>,
    /// Questions answered "we can't tell yet": where, and what was asked.
    pub untold: Vec<(Prose, Prose)>,
    /// Steps that still have a question open.
    pub open: Vec<Prose>,
    /// The credit to the post.
    pub source: Prose,
}

struct Maker<'a> {
    taking: &'a ExportSource<'a>,
    given: Answers,
    card: Scorecard,
}

impl Outline {
    /// Says everything about an assessment.
    #[must_use]
    pub fn new(taking: &ExportSource) -> Self {
        let assessment = taking.assessment;
        let given = assessment.given();
        let card = score(&taking.pack.checklist, &given, assessment.depth.value);
        let maker = Maker { taking, given, card };
        let depth = match assessment.depth.value {
            Depth::Quick => Text::ResultsQuick,
            Depth::Full => Text::ResultsFull,
        };
        let (version, today) = (assessment.instrument.0.to_string(), String::from(taking.today));
        let subject = &*assessment.subject.value;
        let index = maker.card.index.filter(|_| maker.card.scored() > 0);
        let (untold, open) = maker.gaps();
        let (know_do, pairs) = maker.know_do();
        Self {
            title: if subject.is_empty() {
                maker.text(Text::HeadingResults)
            } else {
                maker.fill(Text::ResultsTitleNamed, &[("subject", subject)])
            },
            subtitle: taking.pack.row(&[&maker.text(depth), &String::from(taking.day)]),
            origin: maker.fill(Text::ExportOrigin, &[("version", &version), ("date", &today)]),
            index: index.as_ref().map(|index| maker.index(index)),
            band: index
                .as_ref()
                .map_or_else(|| maker.text(empty_title(&maker.card)), |index| maker.band(index)),
            rests: index.as_ref().map(|index| maker.rests(index)).unwrap_or_default(),
            ends: maker.ends(),
            areas: maker.areas(),
            know_do,
            pairs,
            plan: maker.plan(),
            untold,
            open,
            source: taking.pack.words.source_line(),
        }
    }
}

/// The level that an area has reached in words, or those for why it has none.
pub fn outcome<Words>(
    result: &AreaResult,
    level: impl FnOnce(Level) -> Words,
    text: impl FnOnce(Text) -> Words,
) -> Words {
    match result.outcome {
        Outcome::Scored(score) => level(score.reached()),
        Outcome::CannotTell => text(Text::ResultsCannotTell),
        Outcome::NotApplicable => text(Text::ResultsNotApplicable),
        Outcome::Unanswered if result.begun() => text(Text::ResultsPartly),
        Outcome::Unanswered => text(Text::ResultsUnanswered),
    }
}

/// What a result without a single level is called.
#[must_use]
pub fn empty_title(card: &Scorecard) -> Text {
    match card.answered() {
        (0, _) => Text::ResultsEmpty,
        _ => Text::ResultsBegun,
    }
}

/// How far words are ahead of deeds; "0 points ahead" is a riddle.
#[must_use]
pub fn know_do_text(points: Points) -> Text {
    match points.rounded() {
        0 => Text::ResultsKnowDoLevel,
        _ => Text::ResultsKnowDoPoints,
    }
}

impl Maker<'_> {
    fn text(&self, text: Text) -> String {
        self.taking.pack.texts.get(text).to_string()
    }

    fn fill(&self, text: Text, values: &[(&str, &str)]) -> String {
        self.taking.pack.texts.fill(text, values)
    }

    /// What somebody typed.
    fn typed(&self, text: &str) -> String {
        self.taking.pack.isolated(text.trim())
    }

    fn range(&self, text: Text, index: &Index) -> String {
        let [low, high] = [index.low.floor(), index.high.ceil()].map(|points| points.to_string());
        self.fill(text, &[("low", &low), ("high", &high)])
    }

    fn index(&self, index: &Index) -> String {
        match index.figure {
            Some(figure) => self.fill(Text::ResultsOutOf, &[("n", &figure.rounded().to_string())]),
            None => self.range(Text::HistoryRange, index),
        }
    }

    fn band(&self, index: &Index) -> String {
        let word = |level| self.taking.pack.words.level(level);
        let Some(figure) = index.figure else {
            return self.text(Text::ResultsOnlyRange);
        };
        match band(figure, self.taking.assessment.depth.value, self.card.scored()) {
            Band::One(level) => word(level).to_string(),
            Band::Between(lower, upper) => self.fill(
                Text::ResultsBandTwo,
                &[("lower", &word(lower)), ("upper", &word(upper))],
            ),
        }
    }

    fn rests(&self, index: &Index) -> Vec<String> {
        let [scored, total] = [self.card.scored(), self.card.applicable()].map(|count| count.to_string());
        let mut rests = vec![self.fill(Text::ResultsRestsScored, &[("n", &scored), ("total", &total)])];
        if index.low != index.high {
            rests.push(self.range(Text::ResultsRestsRange, index));
        }
        if self.card.begun() {
            rests.push(self.text(Text::ResultsRestsPartly));
        }
        if index.figure.is_some() {
            let error = index_standard_error(self.taking.assessment.depth.value, self.card.scored());
            let points = whole_points(error).to_string();
            let change = tenths_of_points(smallest_change(error)).into();
            let change = self.taking.pack.texts.decimal(change, 1);
            rests.push(self.fill(Text::ResultsRestsError, &[("n", &points), ("change", &change)]));
        }
        rests.push(self.text(Text::ResultsRestsOne));
        rests
    }

    fn ends(&self) -> Vec<(String, Vec<Prose>)> {
        let high_texts = [Text::ResultsHighNone, Text::ResultsHighOne, Text::ResultsHighMany];
        let low_texts = [Text::ResultsLowNone, Text::ResultsLowOne, Text::ResultsLowMany];
        vec![
            self.end(high_texts, LevelScore::is_high),
            self.end(low_texts, LevelScore::is_low),
        ]
    }

    fn end(&self, [none, one, many]: [Text; 3], holds: fn(LevelScore) -> bool) -> (String, Vec<Prose>) {
        let mut names = Vec::new();
        for result in &self.card.areas {
            if result.score().is_some_and(holds) {
                names.push(self.taking.pack.words.area(result.area, AreaWord::Name));
            }
        }
        let heading = match names.len() {
            0 => self.text(none),
            count => self.taking.pack.texts.count(one, many, count),
        };
        (heading, names)
    }

    fn areas(&self) -> Vec<AreaLine> {
        self.card
            .areas
            .iter()
            .zip(1..)
            .map(|(result, number)| self.area(result, number))
            .collect()
    }

    fn level(&self, level: Level) -> String {
        let (number, word) = (level.number().to_string(), self.taking.pack.words.level(level));
        self.fill(Text::ResultsLevelReached, &[("n", &number), ("level", &word)])
    }

    fn area(&self, result: &AreaResult, number: usize) -> AreaLine {
        let word = |word| self.taking.pack.words.area(result.area, word);
        let reached = result.score().map(LevelScore::reached);
        let find_out = result.find_out_first();
        AreaLine {
            number,
            name: word(AreaWord::Name),
            score: result.score(),
            level: outcome(result, |level| self.level(level), |why| self.text(why)),
            figure: result.score().map(|score| self.figure(score)),
            today: reached.map(|level| word(AreaWord::Looks(level))),
            next: reached.and_then(Level::above).map(|above| {
                let level = self.taking.pack.words.level(above);
                (
                    self.fill(Text::ResultsNextLevel, &[("level", &level)]),
                    word(AreaWord::Looks(above)),
                )
            }),
            step: match reached {
                _ if find_out => Some(self.taking.pack.texts.get(Text::ResultsFindOutText)),
                Some(Level::RenewingItself) => Some(self.taking.pack.texts.get(Text::ResultsTop)),
                Some(level) => Some(word(AreaWord::Next(level))),
                None => None,
            },
            reason: (result.outcome == Outcome::NotApplicable).then(|| self.reason(result)),
            note: self.typed(self.taking.assessment.note(result.area)),
        }
    }

    fn reason(&self, result: &AreaResult) -> String {
        match self.given.get(&QuestionId::Anchored(result.area)) {
            Some(Answer::NotApplicable(reason)) if !reason.trim().is_empty() => self.typed(reason),
            _ => self.text(Text::ResultsNoReason),
        }
    }

    fn figure(&self, score: LevelScore) -> String {
        let tenths = score.tenths();
        match self.taking.assessment.depth.value {
            Depth::Quick => (tenths / 10).to_string(),
            Depth::Full => self.taking.pack.texts.decimal(tenths.into(), 1),
        }
    }

    fn know_do(&self) -> (Vec<String>, Vec<PairLine>) {
        let (mut sentences, mut pairs) = (Vec::new(), Vec::new());
        let pack = self.taking.pack;
        if !self.taking.assessment.asks_know_do() {
            return (sentences, pairs);
        }
        let gaps = know_do_gaps(&pack.checklist, &self.given);
        for gap in &gaps.gaps {
            pairs.push(PairLine {
                name: pack.words.pair(gap.pair, PairWord::Name),
                know: gap.know.number(),
                done: gap.done.number(),
                gap: gap.levels(),
            });
        }
        if let Some(points) = gaps.points {
            let (one, many) = (Text::ResultsKnowDoHeadlineOne, Text::ResultsKnowDoHeadlineMany);
            sentences.push(match gaps.wide() {
                0 => self.text(Text::ResultsKnowDoHeadlineNone),
                wide => pack.texts.count(one, many, wide),
            });
            let [n, count, total] = [
                points.rounded() as usize,
                gaps.gaps.len(),
                pack.checklist.pairs.len(),
            ]
            .map(|number| number.to_string());
            let values = [("n", &*n), ("pairs", &count), ("total", &total)];
            sentences.push(self.fill(know_do_text(points), &values));
        }
        sentences.extend(self.context());
        (sentences, pairs)
    }

    /// What was planned, as far as it is settled.
    fn plan(&self) -> Vec<(Prose, String)> {
        let (pack, plan) = (self.taking.pack, &self.taking.assessment.plan);
        let Some(chosen) = plan.chosen.value else {
            return vec![];
        };
        let mut entries = vec![(
            pack.texts.get(Text::ResultsColumnArea),
            pack.words.area(chosen.area, AreaWord::Name).to_string(),
        )];
        if !self.taking.assessment.applies(&pack.checklist, chosen.area) {
            entries.push((
                pack.texts.get(Text::ResultsColumnLevel),
                self.text(Text::ResultsNotApplicable),
            ));
        } else if let (Some(from), Some(to)) = (chosen.from, chosen.to) {
            let [from_number, to_number] = [from, to].map(|level| level.number().to_string());
            let (from_word, to_word) = (pack.words.level(from), pack.words.level(to));
            let values = [
                ("from", &*from_number),
                ("from_word", &*from_word),
                ("to", &*to_number),
                ("to_word", &*to_word),
            ];
            entries.push((
                pack.texts.get(Text::ResultsColumnLevel),
                self.fill(Text::PlanClimb, &values),
            ));
        }
        let term = |which| match which {
            PlanText::Experiment => Text::PlanExperiment,
            PlanText::Counted => Text::PlanCounted,
            PlanText::Owner => Text::PlanOwner,
            PlanText::Learned => Text::PlanLearned,
        };
        for which in PlanText::ALL {
            entries.push((pack.texts.get(term(which)), self.typed(&plan.text(which).value)));
        }
        let term = |which| match which {
            PlanDay::Start => Text::PlanStart,
            PlanDay::Stop => Text::PlanStop,
            PlanDay::Review => Text::PlanReview,
        };
        for which in PlanDay::ALL {
            let day = plan.day(which).value.map(String::from).unwrap_or_default();
            entries.push((pack.texts.get(term(which)), pack.isolated(&day)));
        }
        let status = match plan.status.value {
            Status::Planned => Text::PlanPlanned,
            Status::Running => Text::PlanRunning,
            Status::Done => Text::PlanDone,
            Status::Dropped => Text::PlanDropped,
        };
        entries.push((pack.texts.get(Text::PlanStatus), self.text(status)));
        entries.retain(|(_, text)| !text.is_empty());
        entries
    }

    /// The outcome in words, never in the gap.
    fn context(&self) -> Option<String> {
        let pack = self.taking.pack;
        let question = QuestionId::Context(pack.checklist.context);
        let answer = match self.given.get(&question)? {
            Answer::Level(level) => pack.words.option(&pack.checklist, question, *level),
            _ => pack.texts.get(Text::ResultsCannotTell),
        };
        let answer = without_soft_hyphens(&answer);
        let values = [("name", &*pack.words.context_name()), ("answer", &*answer)];
        Some(
            [
                &*self.fill(Text::ResultsContext, &values),
                " ",
                &*self.text(Text::AssessContextNote),
            ]
            .concat(),
        )
    }

    /// Questions that could not be told, and steps that are still open.
    fn gaps(&self) -> (Vec<(Prose, Prose)>, Vec<Prose>) {
        let (mut untold, mut open) = (Vec::new(), Vec::new());
        let (pack, assessment) = (self.taking.pack, self.taking.assessment);
        for step in assessment.steps(&pack.checklist) {
            let name = match step {
                Step::Area(area) => pack.words.area(area, AreaWord::Name),
                Step::Pair(pair) => pack.words.pair(pair, PairWord::Name),
                Step::Context(_) => pack.words.context_name(),
            };
            for question in pack.checklist.questions(step, assessment.depth.value) {
                if self.given.get(&question) == Some(&Answer::CannotTell) {
                    untold.push((name.clone(), pack.words.prompt(question)));
                }
            }
            if !assessment.is_answered(&pack.checklist, step) {
                open.push(name);
            }
        }
        (untold, open)
    }
}

//! Everything that the take-away sheet says, as words and in its order.

use super::Meeting;
use crate::app::pack::Pack;
use crate::app::text::Text;
use crate::app::words::{AreaWord, Prose};
use crate::app::workshop::{DayInWords, figures};
use crate::domain::code::hands::Headcount;
use crate::domain::group::discussion::Revote;
use crate::domain::level::Level;
use crate::domain::plan::{PlanDay, PlanText};
use crate::domain::question::{AreaId, QuestionId};
use crate::domain::workshop::energy::HandsEach;
use crate::domain::workshop::promise::Came;
use crate::domain::workshop::room::{Figures, Picture, QuestionView, RoomView};
use crate::domain::workshop::{Topic, Workshop};

/// One vote on a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundLine {
    /// Which vote.
    pub name: Prose,
    /// How many chose each level, lowest first; none where there are too few to show.
    pub counts: Option<[u32; 5]>,
    /// The same in words, with the numbers of the levels.
    pub counted: Option<String>,
    /// Middle and spread in words, or that there are too few for them or to be shown.
    pub words: String,
    /// Those who cannot tell, if there are any and they may be shown.
    pub cannot_tell: Option<String>,
}

/// An area that the room talked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicLine {
    /// The area.
    pub area: AreaId,
    /// Its place in the checklist, from 1.
    pub number: usize,
    /// Its name.
    pub name: Prose,
    /// The first vote, and the second where there was one.
    pub rounds: Vec<RoundLine>,
    /// The agreed level in words, or that there is none.
    pub agreed: String,
    /// What the second vote came to, a sentence each.
    pub outcome: Vec<String>,
    /// The line of dissent, empty if there is none.
    pub dissent: String,
}

/// One of the twelve areas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaLine {
    /// Its place in the checklist, from 1.
    pub number: usize,
    /// Its name.
    pub name: Prose,
    /// The middle answer's word and figure; the counts where so few voted that there is none, or that there are too few to show.
    pub middle: String,
    /// The spread in levels, `0.6`; empty where there is none.
    pub spread: String,
    /// Those who cannot tell; empty where that may not be shown.
    pub cannot_tell: String,
}

/// A part of the experiment: what it is called, and what is settled about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExperimentPart {
    /// What it is called.
    pub term: Prose,
    /// What is settled, if anything is.
    pub text: Option<String>,
}

/// The take-away sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its heading.
    pub title: String,
    /// The day, and how many people of how many.
    pub subtitle: String,
    /// Below how many answers nothing is shown.
    pub protected: String,
    /// The one area that was chosen.
    pub chosen: Option<Prose>,
    /// How many hands went up for it, if any were counted.
    pub hands: Option<String>,
    /// Hypothesis, test, what is counted, owner, dates.
    pub steps: Vec<ExperimentPart>,
    /// What was talked about.
    pub topics: Vec<TopicLine>,
    /// What the twelve areas looked like.
    pub areas: Vec<AreaLine>,
    /// What came of the last session's experiment, and what was learned; empty until somebody has said.
    pub before: Vec<String>,
    /// What comes next, a sentence each.
    pub next: Vec<String>,
    /// Instrument version and the day on which it was taken out.
    pub origin: String,
    /// The credit to the post.
    pub source: Prose,
}

/// How many hands the chosen area got, if they were counted.
#[must_use]
pub fn hands(pack: &Pack, workshop: &Workshop) -> Option<String> {
    let energy = &workshop.energy;
    let hands = energy.of(workshop.plan.chosen.value?.area)?;
    let text = match energy.each {
        HandsEach::One => Text::SheetHandsOne,
        HandsEach::Several => Text::SheetHandsSeveral,
    };
    let (n, of) = (hands.to_string(), energy.sum().to_string());
    Some(pack.texts.fill(text, &[("n", &n), ("of", &of)]))
}

impl Sheet {
    /// Says everything that may be said about a workshop; none before the reveal.
    #[must_use]
    pub fn of(meeting: &Meeting, in_words: DayInWords) -> Option<Self> {
        let (pack, workshop) = (meeting.pack, meeting.workshop);
        let room = workshop.room(&pack.checklist)?;
        let settings = &workshop.settings;
        let version = workshop.instrument.0.to_string();
        let (today, minimum) = (in_words(meeting.today), settings.minimum.size().to_string());
        let chosen = workshop.plan.chosen.value;
        Some(Self {
            title: match &*meeting.title() {
                "" => meeting.text(Text::SheetTitle).to_string(),
                title => meeting.fill(Text::SheetTitleNamed, &[("title", title)]),
            },
            subtitle: meeting.subtitle(&room, in_words),
            protected: meeting.fill(Text::SheetProtected, &[("n", &minimum)]),
            chosen: chosen.map(|chosen| pack.words.area(chosen.area, AreaWord::Name)),
            hands: hands(pack, workshop),
            steps: meeting.steps(in_words),
            topics: workshop
                .topics
                .iter()
                .filter_map(|topic| meeting.topic(topic))
                .collect(),
            areas: meeting.areas(&room),
            before: meeting.before().unwrap_or_default(),
            next: meeting.next(in_words),
            origin: meeting.fill(Text::ExportOrigin, &[("version", &version), ("date", &today)]),
            source: pack.words.source_line(),
        })
    }
}

impl Meeting<'_> {
    pub(super) fn text(&self, text: Text) -> Prose {
        self.pack.texts.get(text)
    }

    fn fill(&self, text: Text, values: &[(&str, &str)]) -> String {
        self.pack.texts.fill(text, values)
    }

    fn number(&self, area: AreaId) -> usize {
        let areas = &self.pack.checklist.areas;
        areas.iter().take_while(|known| known.id != area).count() + 1
    }

    /// "Nov 23, 2026 · 12 of 14 people".
    fn subtitle(&self, room: &RoomView, in_words: DayInWords) -> String {
        let people = present(self.pack, room.received, room.present);
        self.pack.row(&[&in_words(self.day), &people])
    }

    fn steps(&self, in_words: DayInWords) -> Vec<ExperimentPart> {
        let plan = &self.workshop.plan;
        let step = |term, text: &str| {
            let text = text.trim();
            ExperimentPart {
                term: self.text(term),
                text: (!text.is_empty()).then(|| self.pack.isolated(text)),
            }
        };
        let written = |which: PlanText| &*plan.text(which).value;
        let day = |which: PlanDay| plan.day(which).value.map(in_words).unwrap_or_default();
        vec![
            step(Text::SheetHypothesis, &self.workshop.hypothesis),
            step(Text::SheetTest, written(PlanText::Experiment)),
            step(Text::SheetCounted, written(PlanText::Counted)),
            step(Text::PlanStop, &day(PlanDay::Stop)),
            step(Text::PlanOwner, written(PlanText::Owner)),
            step(Text::PlanReview, &day(PlanDay::Review)),
        ]
    }

    fn topic(&self, topic: &Topic) -> Option<TopicLine> {
        let rounds = self.workshop.rounds(&self.pack.checklist, topic.area)?;
        let agreed = topic.agreed.map_or_else(
            || self.text(Text::SheetAgreedNone).to_string(),
            |level| self.level(level),
        );
        let mut outcome = Vec::new();
        if let Some(revote) = rounds.outcome {
            outcome.push(self.text(words_for(revote)).to_string());
        } else if rounds.is_seen_twice() {
            outcome.push(self.text(Text::SheetNoVerdict).to_string());
        }
        let last = rounds.second.as_ref().and_then(|view| view.picture.as_ref());
        if rounds.outcome == Some(Revote::OpenSplit) {
            outcome.extend(last.and_then(|picture| self.views(picture.figures.as_ref()?)));
        }
        let mut lines = vec![self.round(Text::SheetFirstVote, &rounds.first)];
        lines.extend(rounds.second.map(|view| self.round(Text::SheetSecondVote, &view)));
        Some(TopicLine {
            area: topic.area,
            number: self.number(topic.area),
            name: self.pack.words.area(topic.area, AreaWord::Name),
            rounds: lines,
            agreed,
            outcome,
            dissent: self.pack.isolated(topic.dissent.trim()),
        })
    }

    /// "Both views are kept. Two camps: 5 at Not seen, 6 at Working."
    fn views(&self, figures: &Figures) -> Option<String> {
        let camps = figures::camps(self.pack, figures.camps.as_ref()?);
        Some(self.fill(Text::SheetViews, &[("camps", &camps)]))
    }

    fn round(&self, name: Text, view: &QuestionView) -> RoundLine {
        let counts = view.picture.as_ref().map(|picture| picture.dots.counts());
        RoundLine {
            name: self.text(name),
            counts,
            counted: counts.map(|counts| figures::numbered_counts(self.pack, counts)),
            words: match &view.picture {
                Some(Picture {
                    figures: Some(figures),
                    ..
                }) => {
                    let level = figures::middle_words(self.pack, figures.median);
                    let values = [
                        ("level", &*level),
                        ("figure", &*figures::middle(&self.pack.texts, figures.median)),
                        ("n", &figures::spread(&self.pack.texts, figures.spread)),
                    ];
                    self.fill(Text::SheetMiddle, &values)
                }
                Some(_) => self.text(Text::SheetDotsOnly).to_string(),
                None => self.text(Text::SheetTooFew).to_string(),
            },
            cannot_tell: view.cannot_tell.filter(|count| *count > 0).map(|count| {
                let count = usize::try_from(count).unwrap_or(usize::MAX);
                let (one, many) = (Text::SheetCannotTellOne, Text::SheetCannotTellMany);
                self.pack.texts.count(one, many, count)
            }),
        }
    }

    fn areas(&self, room: &RoomView) -> Vec<AreaLine> {
        let areas = self.pack.checklist.areas.iter().zip(1..);
        let line = |(area, number): (&crate::domain::checklist::Area, usize)| {
            let view = room.question(QuestionId::Anchored(area.id))?;
            let picture = view.picture.as_ref();
            let figures = picture.and_then(|picture| picture.figures.as_ref());
            Some(AreaLine {
                number,
                name: self.pack.words.area(area.id, AreaWord::Name),
                middle: match (picture, figures) {
                    (None, _) => self.text(Text::SheetTooFew).to_string(),
                    (Some(picture), None) => figures::numbered_counts(self.pack, picture.dots.counts()),
                    (_, Some(figures)) => {
                        let word = figures::middle_words(self.pack, figures.median);
                        [
                            &*word,
                            " (",
                            &*figures::middle(&self.pack.texts, figures.median),
                            ")",
                        ]
                        .concat()
                    }
                },
                spread: figures
                    .map(|figures| figures::spread(&self.pack.texts, figures.spread))
                    .unwrap_or_default(),
                cannot_tell: view
                    .cannot_tell
                    .map(|count| count.to_string())
                    .unwrap_or_default(),
            })
        };
        areas.filter_map(line).collect()
    }

    /// "Debate and experiments: It was done", and what was learned.
    fn before(&self) -> Option<Vec<String>> {
        let promise = self.workshop.promise.as_ref()?;
        let area = self.pack.words.area(promise.area, AreaWord::Name);
        let came = self.text(came(promise.came?));
        let learned = promise.learned.trim();
        let learned = (!learned.is_empty()).then(|| self.fill(Text::PromiseLearned, &[("text", learned)]));
        let said = self.pack.texts.about(&area, &came);
        Some([said].into_iter().chain(learned).collect())
    }

    fn next(&self, in_words: DayInWords) -> Vec<String> {
        let plan = &self.workshop.plan;
        let day = |text, which: PlanDay| {
            let day = in_words(plan.day(which).value?);
            Some(self.fill(text, &[("day", &day)]))
        };
        let dates = [
            day(Text::SheetNextStop, PlanDay::Stop),
            day(Text::SheetNextReview, PlanDay::Review),
        ];
        let mut next: Vec<_> = dates.into_iter().flatten().collect();
        if next.is_empty() {
            next.push(self.text(Text::SheetNextOpen).to_string());
        }
        next.push(self.text(Text::SheetNextVote).to_string());
        next
    }

    /// "Level 3: Set up".
    fn level(&self, level: Level) -> String {
        let (number, word) = (level.number().to_string(), self.pack.words.level(level));
        self.fill(Text::ResultsLevelReached, &[("n", &number), ("level", &word)])
    }
}

/// "12 of 14 people", or "12 people".
#[must_use]
pub fn present(pack: &Pack, people: u32, headcount: Headcount) -> String {
    let [n, m] = [people, headcount.0].map(|count| count.to_string());
    let text = match headcount.0 {
        0 => Text::SheetPeopleOnly,
        _ => Text::SheetPeople,
    };
    pack.texts.fill(text, &[("n", &n), ("m", &m)])
}

/// What came of a promise.
#[must_use]
pub const fn came(came: Came) -> Text {
    match came {
        Came::Done => Text::PromiseDone,
        Came::Running => Text::PromiseRunning,
        Came::Dropped => Text::PromiseDropped,
        Came::NotStarted => Text::PromiseNotStarted,
    }
}

const fn words_for(revote: Revote) -> Text {
    match revote {
        Revote::AgreedStable => Text::SheetStable,
        Revote::AgreedMoved => Text::SheetMoved,
        Revote::AgreedAfterCamps => Text::SheetAfterCamps,
        Revote::Close => Text::SheetClose,
        Revote::Converging => Text::SheetConverging,
        Revote::OpenSplit => Text::SheetSplit,
    }
}

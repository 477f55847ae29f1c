//! A room's figures in words, the same ones on every screen and in every file.

use crate::app::pack::Pack;
use crate::app::text::{Text, Texts};
use crate::domain::group::camps::{Camp, Camps};
use crate::domain::group::sessions::SessionChange;
use crate::domain::group::{InterpolatedMedian, Median, Spread};
use crate::domain::level::Level;

/// What became of a middle answer since an earlier workshop; nothing can be said where one of them shows none.
#[must_use]
pub const fn verdict(change: Option<SessionChange>) -> Text {
    match change {
        Some(SessionChange::MovedUp) => Text::CompareMovedUp,
        Some(SessionChange::MovedDown) => Text::CompareMovedDown,
        Some(SessionChange::NoChangeThatCounts) => Text::CompareNone,
        None => Text::SheetPastNoMiddle,
    }
}

/// Seconds as minutes and seconds, `90:05`.
#[must_use]
pub fn minutes(seconds: u64) -> String {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    let zero = if seconds < 10 { "0" } else { "" };
    [&*minutes.to_string(), ":", zero, &*seconds.to_string()].concat()
}

/// A middle answer as a number: `3`, or `3.5` between two levels.
#[must_use]
pub fn middle(texts: &Texts, median: Median) -> String {
    match median.level() {
        Some(level) => level.number().to_string(),
        None => texts.decimal(median.tenths().unsigned_abs(), 1),
    }
}

/// A middle answer in words: "Set up", or "between Set up and Working".
#[must_use]
pub fn middle_words(pack: &Pack, median: Median) -> String {
    let [low, high] = [median.low, median.high].map(|level| pack.words.level(level));
    match median.level() {
        Some(_) => low.to_string(),
        None => pack
            .texts
            .fill(Text::StageMiddleBetween, &[("low", &low), ("high", &high)]),
    }
}

/// How many levels an answer lies from the middle one, on average, `0.6`.
#[must_use]
pub fn spread(texts: &Texts, spread: Spread) -> String {
    texts.decimal(spread.tenths(), 1)
}

/// An interpolated median, `3.2`.
#[must_use]
pub fn interpolated(texts: &Texts, median: InterpolatedMedian) -> String {
    texts.decimal(median.tenths().unsigned_abs(), 1)
}

/// "2 at Not seen", "3 at Set up": how many chose each level, without those that nobody chose.
#[must_use]
pub fn each_count(pack: &Pack, counts: [u32; 5]) -> Vec<String> {
    each(pack, counts, |level| pack.words.level(level).to_string())
}

fn each(pack: &Pack, counts: [u32; 5], name: impl Fn(Level) -> String) -> Vec<String> {
    let chosen = Level::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0);
    let said = chosen.map(|(level, count)| {
        let values = [("n", &*count.to_string()), ("level", &*name(level))];
        pack.texts.fill(Text::StageSpokenCount, &values)
    });
    said.collect()
}

/// The same in a row.
#[must_use]
pub fn counts(pack: &Pack, counts: [u32; 5]) -> String {
    pack.texts.list(&each_count(pack, counts))
}

/// The same in a file: "2 at Not seen (1), 3 at Set up (3)".
#[must_use]
pub fn numbered_counts(pack: &Pack, counts: [u32; 5]) -> String {
    pack.texts
        .list(&each(pack, counts, |level| numbered(pack, level)))
}

/// A level's word with its number beside it, "Set up (3)": files in different languages say the same numbers.
#[must_use]
pub fn numbered(pack: &Pack, level: Level) -> String {
    [&*pack.words.level(level), " (", &*level.number().to_string(), ")"].concat()
}

/// "Two camps: 5 at Not seen, 5 at Set up to Working; 1 between".
#[must_use]
pub fn camps(pack: &Pack, camps: &Camps) -> String {
    let texts = &pack.texts;
    let camp = |camp: &Camp| {
        let [low, high] = [camp.low, camp.high].map(|level| pack.words.level(level));
        let n = camp.votes.to_string();
        let text = if camp.low == camp.high {
            Text::StageCampAt
        } else {
            Text::StageCampSpan
        };
        texts.fill(
            text,
            &[("n", &n), ("level", &low), ("low", &low), ("high", &high)],
        )
    };
    let text = if camps.camps().len() > 2 {
        Text::StageThreeGroups
    } else {
        Text::StageTwoCamps
    };
    let named: Vec<String> = camps.camps().iter().map(camp).collect();
    let named = texts.fill(text, &[("camps", &texts.list(&named))]);
    match camps.between {
        0 => named,
        n => texts.fill(
            Text::StageCampsBetween,
            &[("camps", &named), ("n", &n.to_string())],
        ),
    }
}

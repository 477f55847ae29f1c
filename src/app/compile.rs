//! From the two TOML files to the [`Pack`]; a missing, an extra or an empty text fails the build.

use super::pack::Pack;
use super::text::{PluralRule, Text, Texts, keys};
use super::words::{AreaWord, LanguageWords, LaterWords, Prose, Words};
use crate::domain::checklist::Checklist;
use crate::domain::influence::{Influence, Link};
use crate::domain::question::{AreaId, PairId};
use serde::Deserialize;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fmt;

/// Why the files do not make a pack.
#[derive(Debug)]
pub enum CompileError {
    /// A file is no TOML, or lacks or adds a key.
    Toml(toml::de::Error),
    /// The words do not fit the structure.
    Words(String),
}

impl fmt::Display for CompileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Toml(error) => write!(out, "{error}"),
            Self::Words(what) => write!(out, "{what}"),
        }
    }
}

impl std::error::Error for CompileError {}

impl From<toml::de::Error> for CompileError {
    fn from(error: toml::de::Error) -> Self {
        Self::Toml(error)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    language: Own,
    levels: Levels,
    scales: Scales,
    areas: BTreeMap<AreaId, AreaTexts>,
    pairs: BTreeMap<PairId, PairTexts>,
    /// Why an area opens another, by source and target.
    influence: BTreeMap<AreaId, BTreeMap<AreaId, Prose>>,
    context: BTreeMap<PairId, ContextTexts>,
    source: Source,
    method: Vec<Section>,
    privacy: Vec<Section>,
    text: BTreeMap<String, BTreeMap<String, Prose>>,
}

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// As in HTML's `dir`.
    const fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// What a file says of its language.
fn own(tag: &str, own: &Own) -> LanguageWords {
    LanguageWords {
        tag: tag.into(),
        direction: own.direction.name().into(),
        name: Prose::clone(&own.name),
        offer: Prose::clone(&own.offer),
        decline: Prose::clone(&own.decline),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Own {
    direction: Direction,
    name: Prose,
    offer: Prose,
    decline: Prose,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Levels {
    names: [Prose; 5],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "UPPERCASE")]
struct Scales {
    c: [Prose; 5],
    t: [Prose; 5],
    r: [Prose; 5],
    k: [Prose; 5],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AreaTexts {
    name: Prose,
    short: Prose,
    why: Prose,
    question: Prose,
    anchors: [Prose; 5],
    evidence: [Prose; 2],
    looks: [Prose; 5],
    next: [Prose; 4],
    experiments: [Prose; 2],
    discuss: [Prose; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PairTexts {
    name: Prose,
    know: Prose,
    #[serde(rename = "do")]
    done: Prose,
    do_options: Option<[Prose; 5]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContextTexts {
    name: Prose,
    question: Prose,
    options: [Prose; 5],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    line: Prose,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    id: Prose,
    heading: Prose,
    body: Vec<Prose>,
}

/// Makes the pack of a language from the text of the structure file and of the language file.
///
/// # Errors
/// [`CompileError`] names the first key or count that does not fit.
pub fn compile(language: &str, checklist: &str, words: &str) -> Result<Pack, CompileError> {
    pack(language, toml::from_str(checklist)?, toml::from_str(words)?)
}

/// Likewise, of words that are read already.
///
/// # Errors
/// As for [`compile`].
pub fn compile_table(language: &str, checklist: &str, words: toml::Table) -> Result<Pack, CompileError> {
    pack(language, toml::from_str(checklist)?, words.try_into()?)
}

fn pack(language: &str, checklist: Checklist, file: Language) -> Result<Pack, CompileError> {
    let texts = texts(&file.text)?;
    let own = own(language, &file.language);
    let words = words_of(file, own, &checklist)?;
    Ok(Pack {
        language: language.to_owned(),
        checklist,
        words,
        texts,
    })
}

/// What stands behind a key where a language has more than two forms, and CLDR's name for it. Its `_many` is "other".
pub(super) const MORE_FORMS: [(&str, &str); 4] = [
    ("_zero", "zero"),
    ("_two", "two"),
    ("_few", "few"),
    ("_lots", "many"),
];

fn texts(sections: &BTreeMap<String, BTreeMap<String, Prose>>) -> Result<Texts, CompileError> {
    let mut found = BTreeMap::new();
    for (section, texts) in sections {
        for (key, text) in texts {
            found.insert(format!("{section}.{key}"), text.clone());
        }
    }
    let take = |key: String| {
        let text = found.remove(&key).filter(|text| !text.is_empty());
        text.ok_or_else(|| CompileError::Words(format!("text.{key} is missing or empty")))
    };
    let mut first = keys().map(take).collect::<Result<Vec<_>, _>>()?;
    let mut later = first.split_off(Text::FIRST);
    let mut archive = later.split_off(Text::LATER);
    let mut workshop = archive.split_off(Text::ARCHIVE);
    let page = workshop.split_off(Text::WORKSHOP);
    for (place, key) in keys().enumerate() {
        let list = match place {
            _ if place < Text::FIRST => &mut first,
            _ if place < Text::FIRST + Text::LATER => &mut later,
            _ if place < Text::FIRST + Text::LATER + Text::ARCHIVE => &mut archive,
            _ => &mut workshop,
        };
        let Some(base) = key.strip_suffix("_many") else {
            continue;
        };
        for (ending, form) in MORE_FORMS {
            if let Some(own) = found.remove(&[base, ending].concat()) {
                list.extend([format!("{place}{form}").into(), own]);
            }
        }
    }
    match found.keys().next() {
        Some(extra) => Err(CompileError::Words(format!("text.{extra} is not used"))),
        None => Ok(Texts {
            first,
            later: OnceCell::from(later),
            archive: OnceCell::from(archive),
            workshop: OnceCell::from(workshop),
            page,
            plurals: PluralRule::default(),
        }),
    }
}

fn words_of(file: Language, own: LanguageWords, checklist: &Checklist) -> Result<Words, CompileError> {
    let same = |what: &str, holds: bool| {
        holds
            .then_some(())
            .ok_or_else(|| CompileError::Words(format!("{what} differ from the checklist's")))
    };
    same(
        "areas",
        file.areas.keys().eq(checklist.areas.iter().map(|area| &area.id)),
    )?;
    same(
        "pairs",
        file.pairs.keys().eq(checklist.pairs.iter().map(|pair| &pair.id)),
    )?;
    same("context questions", file.context.keys().eq([&checklist.context]))?;
    for pair in &checklist.pairs {
        let own = file
            .pairs
            .get(&pair.id)
            .is_some_and(|texts| texts.do_options.is_some());
        same("options of a pair", own == pair.done.is_none())?;
    }
    let reasons = reasons(&file.influence, &checklist.influence)?;
    let scales = file.scales;
    let (mut areas, mut later_areas) = (Vec::new(), Vec::new());
    for (id, texts) in file.areas {
        let (first, later) = area(texts);
        same(
            "texts of an area",
            (first.len(), later.len()) == (AreaWord::FIRST, AreaWord::LATER),
        )?;
        areas.push((id, first));
        later_areas.push((id, later));
    }
    Ok(Words {
        scales: [scales.c, scales.t, scales.r, scales.k].map(Vec::from).to_vec(),
        areas,
        pairs: file
            .pairs
            .into_iter()
            .map(|(id, texts)| (id, pair(texts)))
            .collect(),
        context: file.context.into_values().flat_map(context).collect(),
        source: file.source.line,
        later: OnceCell::from(LaterWords {
            levels: file.levels.names.to_vec(),
            areas: later_areas,
            reasons,
            method: file.method.into_iter().map(section).collect(),
            privacy: file.privacy.into_iter().map(section).collect(),
            languages: vec![own],
        }),
    })
}

/// A reason for each link, and no other; each link once and between two areas that differ.
fn reasons(
    texts: &BTreeMap<AreaId, BTreeMap<AreaId, Prose>>,
    influence: &Influence,
) -> Result<Vec<Prose>, CompileError> {
    let wrong = |link: &Link, what: &str| {
        CompileError::Words(format!("influence.{}.{} {what}", link.source, link.target))
    };
    let mut found = Vec::new();
    for (place, link) in influence.links() {
        let same = |other: &Link| (other.source, other.target) == (link.source, link.target);
        if link.source == link.target || influence.0.iter().take(place).any(same) {
            return Err(wrong(&link, "leads to itself or stands there twice"));
        }
        let reason = texts
            .get(&link.source)
            .and_then(|targets| targets.get(&link.target));
        let reason = reason.filter(|reason| !reason.is_empty());
        found.push(reason.cloned().ok_or_else(|| wrong(&link, "has no reason"))?);
    }
    let count: usize = texts.values().map(BTreeMap::len).sum();
    if count == found.len() {
        Ok(found)
    } else {
        Err(CompileError::Words(
            "influence has a reason without a link".to_owned(),
        ))
    }
}

/// What comes with the first load, and what comes with the later screens.
fn area(texts: AreaTexts) -> (Vec<Prose>, Vec<Prose>) {
    let mut first = vec![texts.name, texts.why, texts.question];
    first.extend(texts.anchors);
    first.extend(texts.evidence);
    let mut later = vec![texts.short];
    later.extend(texts.looks);
    later.extend(texts.next);
    later.extend(texts.experiments);
    later.extend(texts.discuss);
    (first, later)
}

fn pair(texts: PairTexts) -> Vec<Prose> {
    let mut list = vec![texts.name, texts.know, texts.done];
    list.extend(texts.do_options.into_iter().flatten());
    list
}

fn context(texts: ContextTexts) -> Vec<Prose> {
    let mut list = vec![texts.name, texts.question];
    list.extend(texts.options);
    list
}

fn section(texts: Section) -> Vec<Prose> {
    let mut list = vec![texts.id, texts.heading];
    list.extend(texts.body);
    list
}

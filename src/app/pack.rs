//! The four files of words of one language. One is loaded beside the wasm: the checklist, and what is needed to answer it. One
//! comes with the later screens, one with those of what was kept, and one with those of a workshop.
//!
//! Each is a list of lists of texts, each with its kind in front, divided by the separators that ASCII has for that: U+001F between
//! texts, U+001E behind each list. Reading it takes neither a reader of JSON nor a generated one for any of the types.

use super::chunk::Beside;
use super::text::{Text, Texts, isolated, turns};
use super::words::{AreaWord, LanguageWords, LaterWords, Prose, Words};
use crate::domain::checklist::{Area, Checklist, InstrumentVersion, Pair, Scale, Tier};
use crate::domain::influence::{Grade, Influence, Link};
use crate::domain::question::{AreaId, PairId};
use std::rc::Rc;

/// Between two texts of a list.
const UNIT: char = '\u{1f}';
/// Behind every list.
const RECORD: char = '\u{1e}';

/// Everything that is read and nothing that is code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// The language of the words, as in HTML's `lang`.
    pub language: String,
    /// The structure of the instrument.
    pub checklist: Checklist,
    /// The instrument's prose.
    pub words: Words,
    /// The application's own copy.
    pub texts: Texts,
}

/// A pack that is cut off or belongs to another version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DamagedPack;

impl Pack {
    /// Reads what comes with the first load.
    ///
    /// # Errors
    /// [`DamagedPack`] if it is not what this version's build wrote.
    pub fn from_text(text: &str) -> Result<Self, DamagedPack> {
        let pack = read(text).ok_or(DamagedPack)?;
        if pack.texts.first.len() >= Text::FIRST {
            Ok(pack)
        } else {
            Err(DamagedPack)
        }
    }

    /// Takes in what comes beside a part of the app, once.
    ///
    /// # Errors
    /// [`DamagedPack`] if it is not what this version's build wrote; then nothing has changed.
    pub fn take_in(&self, beside: Beside, text: &str) -> Result<(), DamagedPack> {
        if self.has(beside) {
            return Ok(());
        }
        let _known = match beside {
            Beside::Later => {
                let (words, texts) = read_later(text, &self.checklist).ok_or(DamagedPack)?;
                let _known = self.words.later.set(words);
                self.texts.later.set(texts)
            }
            Beside::Archive => (self.texts.archive).set(read_texts(text, Text::ARCHIVE).ok_or(DamagedPack)?),
            Beside::Workshop => {
                (self.texts.workshop).set(read_texts(text, Text::WORKSHOP).ok_or(DamagedPack)?)
            }
        };
        Ok(())
    }

    /// Takes in everything that came beside parts of the app.
    ///
    /// # Errors
    /// [`DamagedPack`] as [`Self::take_in`]; what came before stays.
    pub fn take_in_all(&self, words: &[(Beside, String)]) -> Result<(), DamagedPack> {
        let mut words = words.iter();
        words.try_for_each(|(beside, text)| self.take_in(*beside, text))
    }

    /// Whether what comes beside a part of the app is here.
    #[must_use]
    pub fn has(&self, beside: Beside) -> bool {
        let texts = match beside {
            Beside::Later => &self.texts.later,
            Beside::Archive => &self.texts.archive,
            Beside::Workshop => &self.texts.workshop,
        };
        texts.get().is_some()
    }

    /// Whether the words are written from right to left, as soon as the later part is here.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        let mut languages = self.words.languages().iter();
        languages.any(|own| *own.tag == *self.language && &*own.direction == "rtl")
    }

    /// A text that keeps its own direction among the words: a day, a signed number, what somebody typed.
    #[must_use]
    pub fn isolated(&self, text: &str) -> String {
        isolated(text, self.is_right_to_left() || turns(text))
    }

    /// Pieces in a row with dots between them, each with its own direction.
    #[must_use]
    pub fn row(&self, pieces: &[&str]) -> String {
        let turned = self.is_right_to_left() || pieces.iter().any(|piece| turns(piece));
        let pieces: Vec<_> = pieces.iter().map(|piece| isolated(piece, turned)).collect();
        pieces.join(" · ")
    }

    /// Writes what comes with the first load.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        let (checklist, words) = (&self.checklist, &self.words);
        let version = checklist.version.0.to_string();
        let head = [&self.language, &version, &checklist.context.to_string()];
        push(&mut out, "pack", &head.map(String::as_str), &[]);
        for scale in &words.scales {
            push(&mut out, "scale", &[], scale);
        }
        for (area, (_, texts)) in checklist.areas.iter().zip(&words.areas) {
            let scales = area.evidence.map(Scale::name).concat();
            let optional = if area.may_be_not_applicable { "x" } else { "" };
            let head = [&*area.id.to_string(), area.tier.name(), &scales, optional];
            push(&mut out, "area", &head, texts);
        }
        for (pair, (_, texts)) in checklist.pairs.iter().zip(&words.pairs) {
            let head = [&*pair.id.to_string(), pair.done.map_or("", Scale::name)];
            push(&mut out, "pair", &head, texts);
        }
        for link in &checklist.influence.0 {
            let head = [
                &*link.source.to_string(),
                &*link.target.to_string(),
                link.grade.name(),
            ];
            push(&mut out, "link", &head, &[]);
        }
        push(&mut out, "context", &[], &words.context);
        push(&mut out, "source", &[], std::slice::from_ref(&words.source));
        push(&mut out, "texts", &[], &self.texts.first);
        out
    }

    /// Writes what comes beside a part of the app, if it is here.
    #[must_use]
    pub fn to_text_beside(&self, beside: Beside) -> Option<String> {
        match beside {
            Beside::Later => self.later_to_text(),
            Beside::Archive => self.texts.archive.get().map(|texts| texts_to_text(texts)),
            Beside::Workshop => self.texts.workshop.get().map(|texts| texts_to_text(texts)),
        }
    }

    fn later_to_text(&self) -> Option<String> {
        let (words, texts) = (self.words.later.get()?, self.texts.later.get()?);
        let mut out = String::new();
        push(&mut out, "levels", &[], &words.levels);
        for (area, texts) in &words.areas {
            push(&mut out, "area", &[&area.to_string()], texts);
        }
        push(&mut out, "reasons", &[], &words.reasons);
        for section in &words.method {
            push(&mut out, "method", &[], section);
        }
        for section in &words.privacy {
            push(&mut out, "privacy", &[], section);
        }
        for language in &words.languages {
            let LanguageWords {
                tag,
                direction,
                name,
                offer,
                decline,
            } = language;
            push(&mut out, "language", &[tag, direction, name, offer, decline], &[]);
        }
        push(&mut out, "texts", &[], texts);
        Some(out)
    }
}

fn texts_to_text(texts: &[Prose]) -> String {
    let mut out = String::new();
    push(&mut out, "texts", &[], texts);
    out
}

fn push(out: &mut String, kind: &str, head: &[&str], texts: &[Prose]) {
    out.push_str(kind);
    for text in head.iter().copied().chain(texts.iter().map(|text| &**text)) {
        out.push(UNIT);
        out.push_str(text);
    }
    out.push(RECORD);
}

/// The lists of a text that ends where a list does.
fn lists(text: &str) -> Option<impl Iterator<Item = List<'_>>> {
    let lists = text.strip_suffix(RECORD)?.split(RECORD);
    Some(lists.map(|list| List(list.split(UNIT))))
}

/// The texts of one list, in their order.
struct List<'text>(std::str::Split<'text, char>);

impl<'text> List<'text> {
    fn next(&mut self) -> Option<&'text str> {
        self.0.next()
    }

    fn prose(&mut self) -> Option<Prose> {
        self.next().map(Rc::from)
    }

    fn rest(self) -> Vec<Prose> {
        self.0.map(Rc::from).collect()
    }
}

fn read(text: &str) -> Option<Pack> {
    let mut lists = lists(text)?;
    let mut head = lists.next()?;
    if head.next()? != "pack" {
        return None;
    }
    let mut pack = Pack {
        language: head.next()?.to_string(),
        checklist: Checklist {
            version: InstrumentVersion(head.next()?.parse().ok()?),
            areas: Vec::new(),
            pairs: Vec::new(),
            context: head.next()?.parse().ok()?,
            influence: Influence::default(),
        },
        words: Words::default(),
        texts: Texts::default(),
    };
    let (checklist, words) = (&mut pack.checklist, &mut pack.words);
    for mut list in lists {
        match list.next()? {
            "scale" => words.scales.push(list.rest()),
            "area" => {
                let area = area(&mut list)?;
                words.areas.push((area.id, list.rest()));
                checklist.areas.push(area);
            }
            "pair" => {
                let id: PairId = list.next()?.parse().ok()?;
                let done = match list.next()? {
                    "" => None,
                    scale => Some(Scale::from_name(scale)?),
                };
                words.pairs.push((id, list.rest()));
                checklist.pairs.push(Pair { id, done });
            }
            "link" => checklist.influence.0.push(link(&mut list)?),
            "context" => words.context = list.rest(),
            "source" => words.source = list.prose()?,
            "texts" => pack.texts.first = list.rest(),
            _ => return None,
        }
    }
    Some(pack)
}

fn read_later(text: &str, checklist: &Checklist) -> Option<(LaterWords, Vec<Prose>)> {
    let (mut words, mut texts) = (LaterWords::default(), Vec::new());
    for mut list in lists(text)? {
        match list.next()? {
            "levels" => words.levels = list.rest(),
            "area" => words.areas.push((list.next()?.parse().ok()?, list.rest())),
            "reasons" => words.reasons = list.rest(),
            "method" => words.method.push(list.rest()),
            "privacy" => words.privacy.push(list.rest()),
            "language" => words.languages.push(LanguageWords {
                tag: list.prose()?,
                direction: list.prose()?,
                name: list.prose()?,
                offer: list.prose()?,
                decline: list.prose()?,
            }),
            "texts" => texts = list.rest(),
            _ => return None,
        }
    }
    let same = |(area, texts): (&Area, &(AreaId, Vec<Prose>))| {
        area.id == texts.0 && texts.1.len() == AreaWord::LATER
    };
    let whole = words.areas.len() == checklist.areas.len()
        && checklist.areas.iter().zip(&words.areas).all(same)
        && words.reasons.len() == checklist.influence.0.len()
        && texts.len() >= Text::LATER;
    whole.then_some((words, texts))
}

fn read_texts(text: &str, count: usize) -> Option<Vec<Prose>> {
    let mut lists = lists(text)?;
    let mut list = lists.next().filter(|_| lists.next().is_none())?;
    if list.next()? != "texts" {
        return None;
    }
    let texts = list.rest();
    (texts.len() >= count).then_some(texts)
}

fn area(list: &mut List<'_>) -> Option<Area> {
    let (id, tier, scales, optional) = (list.next()?, list.next()?, list.next()?, list.next()?);
    let (first, second) = scales.split_at_checked(1)?;
    Some(Area {
        id: id.parse().ok()?,
        tier: Tier::from_name(tier)?,
        evidence: [Scale::from_name(first)?, Scale::from_name(second)?],
        may_be_not_applicable: !optional.is_empty(),
    })
}

fn link(list: &mut List<'_>) -> Option<Link> {
    Some(Link {
        source: list.next()?.parse().ok()?,
        target: list.next()?.parse().ok()?,
        grade: Grade::from_name(list.next()?)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::OnceCell;

    fn prose(texts: &[&str]) -> Vec<Prose> {
        texts.iter().copied().map(Rc::from).collect()
    }

    fn pack() -> Option<Pack> {
        let (area, pair, context) = (AreaId::new(2)?, PairId::new(3)?, PairId::new(6)?);
        let areas = vec![Area {
            id: area,
            tier: Tier::Results,
            evidence: [Scale::T, Scale::R],
            may_be_not_applicable: true,
        }];
        let done = [Some(Scale::C), None];
        let link = Link {
            source: area,
            target: AreaId::new(11)?,
            grade: Grade::H,
        };
        Some(Pack {
            language: "en".to_owned(),
            checklist: Checklist {
                version: InstrumentVersion(7),
                areas,
                pairs: done.map(|done| Pair { id: pair, done }).into(),
                context,
                influence: Influence(vec![link]),
            },
            words: Words {
                scales: vec![prose(&["0", "1"]), prose(&[])],
                areas: vec![(area, prose(&["Hiring", "\"Who\"\n"]))],
                pairs: vec![(pair, prose(&["Say"])), (pair, prose(&["Do"]))],
                context: prose(&["Outcome"]),
                source: Rc::from("Post"),
                later: OnceCell::from(LaterWords {
                    levels: prose(&["Not seen", "\"Set\" up\n"]),
                    areas: vec![(area, vec![Rc::from("Hire"); AreaWord::LATER])],
                    reasons: prose(&["Because"]),
                    method: vec![prose(&["a", "b"]), prose(&["c"])],
                    languages: Vec::new(),
                    privacy: vec![prose(&["d"])],
                }),
            },
            texts: Texts {
                first: vec![Rc::from("text"); Text::FIRST],
                later: OnceCell::from(vec![Rc::from("later text"); Text::LATER]),
                archive: OnceCell::from(vec![Rc::from("kept"); Text::ARCHIVE]),
                workshop: OnceCell::from(vec![Rc::from("of a workshop"); Text::WORKSHOP]),
                ..Texts::default()
            },
        })
    }

    /// All files of the pack.
    fn written() -> (String, [String; 3]) {
        let pack = pack().unwrap();
        let beside = Beside::ALL.map(|beside| pack.to_text_beside(beside).unwrap());
        (pack.to_text(), beside)
    }

    #[test]
    fn a_written_pack_is_read_as_the_same() {
        let (first, beside) = written();
        let read = Pack::from_text(&first).unwrap();
        for (beside, text) in Beside::ALL.into_iter().zip(&beside).rev() {
            assert_eq!(read.take_in(beside, text), Ok(()));
        }
        assert_eq!(Some(read), pack());
    }

    #[test]
    fn words_of_a_part_that_is_not_here_are_empty_and_the_others_are_not() {
        let (first, [later, archive, workshop]) = written();
        let read = Pack::from_text(&first).unwrap();
        let holds = |here: [bool; 3], texts: [&str; 3]| {
            assert_eq!(Beside::ALL.map(|beside| read.has(beside)), here);
            let told = [Text::ResultsQuick, Text::HistoryLead, Text::WorkshopLead];
            assert_eq!(told.map(|text| read.texts.get(text).to_string()), texts);
            assert_eq!(&*read.texts.get(Text::MissingTitle), "text");
        };
        holds([false, false, false], ["", "", ""]);
        assert_eq!(read.take_in(Beside::Later, &later), Ok(()));
        holds([true, false, false], ["later text", "", ""]);
        assert_eq!(read.take_in(Beside::Workshop, &workshop), Ok(()));
        holds([true, false, true], ["later text", "", "of a workshop"]);
        assert_eq!(read.take_in(Beside::Archive, &archive), Ok(()));
        holds([true, true, true], ["later text", "kept", "of a workshop"]);
    }

    #[test]
    fn a_later_part_cut_short_or_of_another_version_changes_nothing() {
        let (first, [later, archive, workshop]) = written();
        let read = Pack::from_text(&first).unwrap();
        for damaged in [
            later.replacen("\u{1f}later text", "", 1),
            later.replacen("\u{1f}Hire", "", 1),
            later.replace("\u{1f}Because", ""),
            later.replace("levels", "grades"),
            later.replace("A02", "A99"),
            later.trim_end_matches(RECORD).to_owned(),
            "[]".to_owned(),
            first.clone(),
            workshop.clone(),
            String::new(),
        ] {
            assert_eq!(
                read.take_in(Beside::Later, &damaged),
                Err(DamagedPack),
                "{damaged}"
            );
        }
        for (beside, whole) in [(Beside::Archive, &archive), (Beside::Workshop, &workshop)] {
            for damaged in [
                whole.replacen("\u{1f}", "", 1),
                whole.replace("texts", "words"),
                whole.trim_end_matches(RECORD).to_owned(),
                [&**whole, &**whole].concat(),
                later.clone(),
                String::new(),
            ] {
                assert_eq!(read.take_in(beside, &damaged), Err(DamagedPack), "{damaged}");
            }
        }
        assert!(Beside::ALL.iter().all(|beside| !read.has(*beside)));
    }

    #[test]
    fn a_pack_cut_short_or_of_another_version_is_damaged() {
        let (written, _) = written();
        for damaged in [
            written.replacen("\u{1f}text", "", 1),
            written.replace("scale", "grades"),
            written.replace("results", "tail"),
            written.replace("TR", "T"),
            written.replace("\u{1f}H", "\u{1f}h"),
            written.replace("\u{1f}7", "\u{1f}seven"),
            written.trim_end_matches(RECORD).to_owned(),
            RECORD.to_string(),
            "{}".to_owned(),
            String::new(),
        ] {
            assert_eq!(Pack::from_text(&damaged), Err(DamagedPack), "{damaged}");
        }
    }
}

//! Files in every language: what keeps its own direction among letters from right to left, and what is for a screen alone.

use crate::workshop::{few, meeting, roll_up, together, whole};
use crate::{NOW, full, pack_in, put, taking};
use oxymoron::app::action::Action;
use oxymoron::app::assessment::export::{csv, markdown, profile, report};

use oxymoron::app::pack::Pack;
use oxymoron::app::shared::planning::{
    Again, Dates, Whose, calendar_file, calendar_words, workshop_calendar,
};
use oxymoron::app::workshop::{export as sheet, figures, rooms::export as rooms};
use oxymoron::domain::answer::{Answer, Choice};
use oxymoron::domain::assessment::Assessment;
use oxymoron::domain::plan::PlanText;
use oxymoron::domain::record::TableForm;
use oxymoron::domain::stamp::Stamped;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use std::collections::BTreeSet;
use std::fs;

const ASSETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets");

/// The pack of every language.
fn packs() -> Vec<Pack> {
    let names = fs::read_dir(ASSETS)
        .unwrap()
        .map(|file| file.unwrap().file_name());
    let tags = names.filter_map(|name| Some(name.to_str()?.strip_suffix(".toml")?.to_owned()));
    let tags = tags.filter(|tag| tag != "checklist");
    tags.map(|tag| pack_in(&tag)).collect()
}

/// An assessment with a gap below zero, whatever can be typed of it in these words.
fn assessment(typed: &str) -> Assessment {
    let mut full = full();
    for (question, code) in [("K2k", "2"), ("K2d", "4"), ("K3k", "3"), ("K6", "5")] {
        put(&mut full, question, Choice::from_code(code).unwrap().answer(None));
    }
    put(&mut full, "A12", Answer::NotApplicable(typed.to_owned()));
    let revision = full.revision;
    full.subject = Stamped::new(typed.to_owned(), revision);
    full.notes.insert(
        "A05".parse().unwrap(),
        Stamped::new(format!("{typed}\n{typed}"), revision),
    );
    for text in [
        &mut full.plan.owner,
        &mut full.plan.experiment,
        &mut full.plan.counted,
        &mut full.plan.learned,
    ] {
        *text = Stamped::new(typed.to_owned(), revision);
    }
    full
}

fn workshop(typed: &str) -> Workshop {
    let mut workshop = whole();
    workshop.settings.title = typed.to_owned();
    let dissent = Change::WroteDissent("A02".parse().unwrap(), typed.to_owned());
    workshop.apply(dissent, NOW);
    workshop.apply(Change::WroteHypothesis(typed.to_owned()), NOW);
    for text in [PlanText::Experiment, PlanText::Counted, PlanText::Owner] {
        workshop.apply(Change::WrotePlan(text, typed.to_owned()), NOW);
    }
    workshop
}

/// What a file says to people, by its name.
struct Files {
    /// Markdown, pages, calendars: what is read in a row.
    read: Vec<(&'static str, String)>,
    /// Pictures and tables, which say each thing by itself.
    apart: Vec<(&'static str, String)>,
}

fn text(action: Option<Action>) -> String {
    match action {
        Some(Action::Exported { text, .. }) => text.replace("\r\n ", ""),
        other => panic!("{other:?}"),
    }
}

fn files(pack: &Pack, typed: &str) -> Files {
    let (assessment, workshop) = (assessment(typed), workshop(typed));
    let source = taking(pack, &assessment);
    let (meeting, rolled) = (
        meeting(pack, &workshop),
        roll_up(pack, std::slice::from_ref(&workshop)),
    );
    let together = together(pack, &rolled);
    let area = assessment.plan.chosen.value.unwrap().area;
    let words = calendar_words(pack, &assessment.plan, area, Whose::of_assessment(&assessment));
    let dates = calendar_file("aa", &assessment.plan, &Again::default(), &words, NOW, Dates::All);
    Files {
        read: vec![
            ("result.md", markdown(&source)),
            ("result.html", report(&source, "{}")),
            ("result.ics", text(Some(dates))),
            ("sheet.md", sheet::markdown(&meeting).unwrap()),
            ("sheet.html", sheet::report(&meeting).unwrap()),
            (
                "sheet.ics",
                text(workshop_calendar(pack, &workshop, NOW, Dates::All)),
            ),
            ("rooms.md", rooms::markdown(&together)),
            ("rooms.html", rooms::report(&together)),
        ],
        apart: vec![
            ("result.svg", profile(&source)),
            ("result.csv", csv(&source, TableForm::Comma)),
            ("sheet.csv", sheet::csv(&meeting, TableForm::Comma).unwrap()),
            ("rooms.svg", rooms::picture(&together)),
            ("rooms.csv", rooms::csv(&together, TableForm::Comma)),
        ],
    }
}

/// What stands in a file outside of tags, styles and data.
fn without_tags(file: &str) -> String {
    let mut said = String::new();
    let mut hidden = None;
    for piece in file.split('<') {
        let (tag, behind) = piece.split_once('>').unwrap_or(("", piece));
        for name in ["style", "script"] {
            if tag.starts_with(name) {
                hidden = Some(name);
            } else if tag.strip_prefix('/') == Some(name) {
                hidden = None;
            }
        }
        if hidden.is_none() {
            said.push_str(behind);
            said.push('\n');
        }
    }
    said
}

/// A text without whatever stands between isolates.
fn outside(text: &str) -> String {
    let (mut outside, mut depth) = (String::new(), 0_usize);
    for letter in text.chars() {
        match letter {
            '\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.checked_sub(1).expect("an isolate that was begun"),
            '\n' => {
                assert_eq!(
                    depth, 0,
                    "an isolate does not reach over the end of a line: {outside}"
                );
                outside.push('\n');
            }
            _ if depth == 0 => outside.push(letter),
            _ => {}
        }
    }
    outside
}

/// A day, a signed number, an address or a code in a line.
fn turned_round(line: &str) -> Option<String> {
    let letters: Vec<char> = line.chars().collect();
    let sign = |pair: &&[char]| matches!(pair[0], '-' | '−' | '–') && pair[1].is_ascii_digit();
    let signed = letters.windows(2).find(sign);
    let code = ["http", "oxya.", "oxyi.", "oxymoron-"]
        .iter()
        .any(|begin| line.contains(begin));
    (signed.is_some() || code).then(|| line.to_owned())
}

const ARABIC: &str = "فريق الشمال (3)";
const LATIN: &str = "Team -3, 2026-11-28 (north).";

#[test]
fn an_arabic_file_turns_no_day_number_or_address_round() {
    let packs = packs();
    let arabic = packs.iter().find(|pack| pack.language == "ar").unwrap();
    for typed in [LATIN, ARABIC] {
        for (name, file) in files(arabic, typed).read {
            let said = if name.ends_with(".html") {
                without_tags(&file)
            } else {
                file
            };
            // What programs read has no words: the names of properties, of entries and of the file's maker.
            let machine = |line: &&str| {
                name.ends_with(".ics") && !line.starts_with("SUMMARY") && !line.starts_with("DESCRIPTION")
            };
            let said: Vec<_> = said.lines().filter(|line| !machine(line)).collect();
            let turned: Vec<_> = outside(&said.join("\n"))
                .lines()
                .filter_map(turned_round)
                .collect();
            assert_eq!(turned, Vec::<String>::new(), "{name}");
        }
    }
}

#[test]
fn the_scan_finds_what_stands_bare() {
    for bare in ["من 2026-11-28", "الفجوة -3", "http://example.org", "oxya.x"] {
        assert!(turned_round(bare).is_some(), "{bare}");
    }
    assert_eq!(outside("a \u{2068}b \u{2068}c\u{2069}\u{2069} d"), "a  d");
    assert_eq!(
        turned_round(&outside("من \u{2068}2026-11-28\u{2069} 3 · 4")),
        None
    );
}

#[test]
fn what_was_typed_from_right_to_left_stands_alone_in_a_file_of_any_language() {
    let turns = |letter: char| matches!(letter, '\u{590}'..='\u{8ff}');
    for pack in packs().iter().filter(|pack| !pack.is_right_to_left()) {
        for (name, file) in files(pack, ARABIC).read {
            let said = if name.ends_with(".html") {
                without_tags(&file)
            } else {
                file
            };
            let outside = outside(&said);
            let bare: Vec<_> = outside.lines().filter(|line| line.contains(turns)).collect();
            assert_eq!(bare, Vec::<&str>::new(), "{} {name}", pack.language);
        }
        for (name, file) in files(pack, LATIN).read {
            assert!(
                !file.contains('\u{2068}'),
                "{} {name}: nothing of it turns",
                pack.language
            );
        }
    }
}

/// The words of a file of words, without what is filled in.
fn words_of(language: &str) -> BTreeSet<String> {
    fn gather(value: &toml::Value, all: &mut BTreeSet<String>) {
        match value {
            toml::Value::String(text) => all.extend(text.split(['{', '}']).step_by(2).flat_map(split)),
            toml::Value::Array(values) => values.iter().for_each(|value| gather(value, all)),
            toml::Value::Table(table) => table.values().for_each(|value| gather(value, all)),
            _ => {}
        }
    }
    let text = fs::read_to_string(format!("{ASSETS}/{language}.toml")).unwrap();
    let mut all = BTreeSet::new();
    gather(&text.parse::<toml::Table>().unwrap().into(), &mut all);
    all
}

/// Words in small letters; addresses, names of files and codes are none.
fn split(text: &str) -> Vec<String> {
    let pieces = text.split_whitespace();
    let code = |piece: &&str| piece.contains(['/', '@', '_', '#', '=']) || piece.contains("oxymoron-");
    let pieces = pieces.filter(|piece| !code(piece));
    let words = pieces.flat_map(|piece| {
        let piece = piece.replace('\u{ad}', "").to_lowercase();
        let words = piece.split(|letter: char| !letter.is_alphabetic());
        words.map(str::to_owned).collect::<Vec<_>>()
    });
    words.filter(|word| word.chars().count() > 1).collect()
}

/// Tables and calendars have names for programs, which are English for good.
#[test]
fn no_file_of_another_language_has_english_in_it() {
    let english = words_of("en");
    for pack in packs().iter().filter(|pack| pack.language != "en") {
        let own = words_of(&pack.language);
        let files = files(pack, "Zoltwen arvedi");
        for (name, file) in files.read.iter().chain(&files.apart) {
            let said = match name.rsplit_once('.').unwrap().1 {
                "html" | "svg" => without_tags(file),
                "ics" => {
                    let words = |line: &&str| line.starts_with("SUMMARY") || line.starts_with("DESCRIPTION");
                    let lines = file.lines().filter(words).filter_map(|line| line.split_once(':'));
                    lines
                        .map(|(_, words)| words.replace("\\n", "\n"))
                        .collect::<Vec<_>>()
                        .join("\n")
                }
                "csv" => continue,
                _ => file.clone(),
            };
            let left: BTreeSet<_> = split(&said)
                .into_iter()
                .filter(|word| english.contains(word) && !own.contains(word))
                .collect();
            assert_eq!(left, BTreeSet::new(), "{} {name}", pack.language);
        }
    }
}

#[test]
fn no_file_has_a_soft_hyphen() {
    for pack in packs() {
        let files = files(&pack, LATIN);
        for (name, file) in files.read.iter().chain(&files.apart) {
            assert!(!file.contains('\u{ad}'), "{} {name}", pack.language);
        }
    }
}

#[test]
fn the_picture_of_an_arabic_result_has_its_day_alone() {
    let packs = packs();
    let arabic = packs.iter().find(|pack| pack.language == "ar").unwrap();
    for (name, file) in files(arabic, ARABIC).apart {
        if name.ends_with(".svg") {
            let bare = outside(&without_tags(&file)).lines().find_map(turned_round);
            assert_eq!(bare, None, "{name}");
        }
    }
}

/// What goes to Word by way of pandoc keeps the direction there, and only beside an id.
#[test]
fn the_content_of_an_arabic_page_has_its_direction() {
    for pack in packs() {
        let pages = files(&pack, LATIN).read.into_iter();
        for (name, page) in pages.filter(|(name, _)| name.ends_with(".html")) {
            let turned = page.contains("<body>\n<main id=\"main\" dir=\"rtl\">\n");
            assert_eq!(turned, pack.language == "ar", "{} {name}", pack.language);
        }
    }
}

/// How wide a letter is in DejaVu Sans, which is wide, in hundredths of its size.
fn width(letter: char) -> usize {
    match letter {
        '\u{64b}'..='\u{652}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => 0,
        'i' | 'l' => 28,
        ' ' | 'j' | '.' | ',' | ':' | '’' | '\u{a0}' | '\u{202f}' => 34,
        'f' | 't' | 'r' | 'I' | 'J' => 42,
        'c' | 's' | 'z' | 'ç' => 55,
        'k' | 'v' | 'x' | 'y' => 59,
        'a' | 'e' | 'o' | 'ã' | 'ä' | 'è' | 'é' | 'ê' | 'ó' | 'ö' => 61,
        'm' | 'w' | 'M' | 'W' | '…' => 99,
        'A'..='Z' => 79,
        '\u{600}'..='\u{6ff}' => 53,
        _ => 64,
    }
}

/// Beside the bars of the whole picture, and above those of the narrow one, where the figure or the reason for none follows it.
#[test]
fn the_label_of_an_area_is_whole_and_ends_before_its_bar() {
    let check = |page: &str, x: &str, size: usize, room: usize| {
        let texts = page.split(x).filter_map(|text| text.split(['>', '<']).nth(1));
        let begins = |text: &&str| {
            text.trim_start_matches('\u{202b}')
                .starts_with(|letter: char| letter.is_ascii_digit())
        };
        let labels: Vec<_> = texts.filter(begins).filter(|text| text.contains(". ")).collect();
        assert_eq!(labels.len(), 12, "{labels:?}");
        for label in labels {
            let wide = label.chars().map(width).sum::<usize>() * size / 100;
            assert!(wide <= room && !label.contains('…'), "{wide}: {label}");
        }
    };
    for pack in packs() {
        for assessment in [assessment(LATIN), crate::assessment("")] {
            let page = report(&taking(&pack, &assessment), "{}");
            check(&page, "<text x=\"40\"", 16, 340);
            check(&page, "<text x=\"0\"", 15, 360);
        }
    }
}

/// The numbers of levels and areas stand beside their words, so that files of two languages can be read beside each other.
#[test]
fn levels_and_areas_have_their_numbers_in_every_language() {
    let workshop = workshop(LATIN);
    for pack in packs() {
        let rolled = roll_up(&pack, std::slice::from_ref(&workshop));
        let together = together(&pack, &rolled);
        let page = rooms::markdown(&together);
        let table = page.lines().filter(|line| line.starts_with('|'));
        let heads = table.clone().filter(|line| line.contains("12\\. ")).count();
        assert_eq!(
            heads, 2,
            "an area's row, and the head of the rooms: {}",
            pack.language
        );
        let levels = table
            .filter(|line| line.contains(" (3)") || line.contains(" (4)"))
            .count();
        assert!(levels > 3, "{}: {page}", pack.language);
        let page = rooms::report(&together);
        for piece in [">12. ", " (3)</td>"] {
            assert!(page.contains(piece), "{} {piece}: {page}", pack.language);
        }
        let picture = rooms::picture(&together);
        for number in 1..=5 {
            let figure = format!("({number})");
            assert!(picture.contains(&figure), "{} {figure}: {picture}", pack.language);
        }
        let sheet = sheet::markdown(&meeting(&pack, &workshop)).unwrap();
        assert!(sheet.contains("\n### 2\\. "), "{}: {sheet}", pack.language);
    }
}

/// Where there are only counts, their levels have numbers as well.
#[test]
fn counts_name_the_numbers_of_their_levels_in_files() {
    let few = few();
    for pack in packs() {
        let plain = |text: String| text.replace('\\', "").replace('\u{a0}', " ");
        let counts = plain(figures::numbered_counts(&pack, [0, 1, 0, 3, 0]));
        assert!(counts.contains(" (2)") && counts.contains(" (4)"), "{counts}");
        let rolled = roll_up(&pack, std::slice::from_ref(&few));
        let (meeting, together) = (meeting(&pack, &few), together(&pack, &rolled));
        for file in [
            sheet::markdown(&meeting).unwrap(),
            sheet::report(&meeting).unwrap(),
            rooms::markdown(&together),
            rooms::report(&together),
        ] {
            let file = plain(file);
            let bare = file.replace(&counts, "");
            assert!(bare.len() < file.len(), "{} {counts}: {file}", pack.language);
            let words = plain(figures::counts(&pack, [0, 1, 0, 3, 0]));
            assert!(!bare.contains(&words), "{} {words}: {file}", pack.language);
        }
    }
}

/// The pictures of files draw no text over another, nor over their edge: a letter is a little more than half as wide as it is high.
#[test]
fn every_line_of_the_picture_of_many_rooms_has_room() {
    const WIDTH: usize = 960;
    const NAMES: usize = 336;
    const BELOW_HEAD: usize = 124;
    let mut workshop = workshop(LATIN);
    workshop.settings.title = "Everybody who sells to hospitals ".repeat(4);
    for pack in packs() {
        let mut rolled = roll_up(&pack, std::slice::from_ref(&workshop));
        rolled.title.clone_from(&workshop.settings.title);
        let picture = rooms::picture(&together(&pack, &rolled));
        let mut lines = 0;
        for text in picture.split("<text ").skip(1) {
            let (attributes, rest) = text.split_once('>').unwrap();
            let number = |name: &str| -> usize {
                let (_, value) = attributes.split_once(&format!("{name}=\"")).unwrap();
                value.split('"').next().unwrap().parse().unwrap()
            };
            let (x, y, size) = (number("x"), number("y"), number("font-size"));
            let said = rest.split("</text>").next().unwrap();
            let end = x + said.chars().count() * size * 54 / 100;
            let is_of_a_row = x < NAMES && y > BELOW_HEAD && size > 12;
            let most = if is_of_a_row { NAMES } else { WIDTH };
            assert!(end <= most, "{}: {said} ends at {end}", pack.language);
            lines += usize::from(is_of_a_row);
        }
        assert!(lines >= 24, "{}", pack.language);
    }
}

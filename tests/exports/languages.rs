//! Files in every language: what keeps its own direction among letters from right to left, and what is for a screen alone.

use crate::workshop::{meeting, roll_up, together, whole};
use crate::{NOW, full, pack_in, put};
use oxymoron::app::action::Action;
use oxymoron::app::assessment::export::{ExportSource, csv, markdown, profile, report};

use oxymoron::app::pack::Pack;
use oxymoron::app::shared::planning::{
    Again, Dates, Whose, calendar_file, calendar_words, workshop_calendar,
};
use oxymoron::app::workshop::{export as sheet, rooms::export as rooms};
use oxymoron::domain::answer::{Answer, Choice};
use oxymoron::domain::assessment::Assessment;
use oxymoron::domain::plan::PlanText;
use oxymoron::domain::record::TableForm;
use oxymoron::domain::stamp::Stamped;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
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
    let source = ExportSource {
        pack,
        assessment: &assessment,
        now: NOW,
    };
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

/// The numbers of levels and areas stand beside their words, so that files of two languages can be read beside each other.
#[test]
fn levels_and_areas_have_their_numbers_in_every_language() {
    let workshop = workshop(LATIN);
    for pack in packs() {
        let rolled = roll_up(&pack, std::slice::from_ref(&workshop));
        let page = rooms::markdown(&together(&pack, &rolled));
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
        let sheet = sheet::markdown(&meeting(&pack, &workshop)).unwrap();
        assert!(sheet.contains("\n### 2\\. "), "{}: {sheet}", pack.language);
    }
}

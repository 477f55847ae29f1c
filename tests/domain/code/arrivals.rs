//! What chats, mail programs, gateways and keyboards deliver (`tests/fixtures/codes/arrivals.json`): every code of it is got out, whole.

use super::channels::{CHANNELS, Channel, every};
use super::{VOTE, key, response};
use crate::arbitrary::settings;
use oxymoron::app::place::Place;
use oxymoron::app::route::Route;
use oxymoron::domain::code::Kind;
use oxymoron::domain::code::answer::{open, seal};
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::find::{Found, Repaired, find};
use oxymoron::domain::code::seal::Entropy;
use proptest::prelude::*;
use serde_json::Value;

/// What stands in a case.
struct Case {
    name: String,
    kind: Kind,
    how: String,
    text: String,
    codes: Vec<String>,
    repaired: bool,
}

fn cases() -> Vec<Case> {
    let file: Value = serde_json::from_str(include_str!("../../fixtures/codes/arrivals.json")).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let case = |case: &Value| Case {
        name: text(&case["name"]),
        kind: match case["kind"].as_str().unwrap() {
            "invite" => Kind::Invite,
            "answer" => Kind::Answer,
            other => panic!("{other}"),
        },
        how: text(&case["how"]),
        text: text(&case["text"]),
        codes: case["codes"].as_array().unwrap().iter().map(text).collect(),
        repaired: case["repaired"].as_bool().unwrap(),
    };
    file["cases"].as_array().unwrap().iter().map(case).collect()
}

/// What the screen of an address is given to read; `404.html` has put an encoded number sign right before.
fn link(address: &str) -> String {
    let (_, fragment) = address
        .split_once('#')
        .or_else(|| address.split_once("%23"))
        .unwrap();
    match Route::parse(&format!("#{fragment}")) {
        Route::Workshop(Place::Join(link, None) | Place::Answer(link)) => link,
        other => panic!("{address} leads to {other:?}"),
    }
}

#[test]
fn every_case_arrives() {
    let cases = cases();
    assert!(cases.len() >= 39);
    for case in cases {
        let text = match &*case.how {
            "open" => link(&case.text),
            "paste" | "paste on the start page" => case.text,
            other => panic!("{other}"),
        };
        let Found {
            codes,
            repaired,
            broken,
        } = find(case.kind, &text);
        assert_eq!(broken, [], "{}", case.name);
        let codes: Vec<String> = if case.repaired {
            assert_eq!(codes, [], "{}", case.name);
            let readings = repaired.iter().flat_map(|repaired| &repaired.readings);
            readings.map(ToString::to_string).collect()
        } else {
            assert_eq!(repaired, [], "{}", case.name);
            codes.iter().map(ToString::to_string).collect()
        };
        assert_eq!(codes, case.codes, "{}", case.name);
    }
}

/// Codes of each kind that go through every channel.
const CODES: u64 = 250;

/// What becomes of codes on one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Shares {
    whole: usize,
    repaired: usize,
    reported: usize,
    /// Nothing was said of them, or something else was read.
    lost: usize,
}

/// Codes as they were written before, with hyphens and underscores, and as they are written now, without.
fn sent() -> [Vec<Envelope>; 2] {
    let plain = |code: &Envelope| !code.to_string().contains(['-', '_']);
    let every = (1..).map(drawn);
    let new = (1_000_000..).map(drawn).filter(plain);
    [
        every.take(CODES as usize).collect(),
        new.take(CODES as usize).collect(),
    ]
}

/// A code to a one-time key of its own.
fn drawn(id: u64) -> Envelope {
    let mut entropy = [5; 32];
    entropy[..8].copy_from_slice(&id.to_be_bytes());
    seal(&response(id), VOTE, key().public(), Entropy(entropy)).unwrap()
}

fn shares(texts: impl Iterator<Item = String>, codes: &[Envelope]) -> Shares {
    let mut shares = Shares::default();
    for (text, code) in texts.zip(codes) {
        let found = find(Kind::Answer, &text);
        let proven = |repaired: &Repaired| {
            repaired
                .readings
                .iter()
                .find(|reading| open(reading, VOTE, key()).is_ok())
                .cloned()
        };
        let right: Vec<_> = found.repaired.iter().filter_map(proven).collect();
        if found.codes == [code.clone()] && right.is_empty() {
            shares.whole += 1;
        } else if found.codes.is_empty() && right == [code.clone()] {
            shares.repaired += 1;
        } else if found.codes.is_empty() && right.is_empty() && found.broken.len() + found.repaired.len() > 0
        {
            shares.reported += 1;
        } else {
            shares.lost += 1;
        }
    }
    shares
}

/// The figures of `docs/arrivals.md`. `OXYMORON_WRITE=1` writes them there.
#[test]
fn every_channel_delivers_or_says_so_as_the_table_has_it() {
    let sent = sent();
    let row = |channel: &Channel| {
        let all = sent.each_ref().map(|codes| {
            let texts = codes.iter().map(|code| (channel.rewrite)(&code.to_string()));
            shares(texts, codes)
        });
        line(channel.name, channel.book, all)
    };
    let table: String = CHANNELS.iter().map(row).collect();
    settle("table", &table, std::env::var_os("OXYMORON_WRITE").is_some());
}

/// A row of a table. Whatever the way, nothing may be lost.
fn line(way: &str, book: &str, all: [Shares; 2]) -> String {
    let percent = |part: usize| match part * 1_000 / CODES as usize {
        0 if part == 0 => " ".to_owned(),
        tenths if tenths % 10 == 0 => format!(" {} % ", tenths / 10),
        tenths => format!(" {}.{} % ", tenths / 10, tenths % 10),
    };
    let mut row = match book {
        "" => format!("| {way} | |"),
        book => format!("| {way} | {book} |"),
    };
    for shares in all {
        assert_eq!(shares.lost, 0, "{way} {book}: {shares:?}");
        for part in [shares.whole, shares.repaired, shares.reported] {
            row.push_str(&percent(part));
            row.push('|');
        }
    }
    row + "\n"
}

/// Compares a table with the one on the page, or writes it there.
fn settle(mark: &str, rows: &str, write: bool) {
    let head = "| way | book | old: whole | repaired | reported | new: whole | repaired | reported |\n|---|---|---|---|---|---|---|---|\n";
    let table = format!("{head}{rows}");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/arrivals.md");
    let page = std::fs::read_to_string(path).unwrap();
    let begins = format!("<!-- {mark} -->\n");
    let (before, rest) = page.split_once(&begins).unwrap();
    let (was, after) = rest.split_once("<!-- end -->").unwrap();
    if write {
        std::fs::write(path, format!("{before}{begins}{table}<!-- end -->{after}")).unwrap();
    } else {
        assert_eq!(was, table);
    }
}

/// The folder that `xtask/arrivals/` works in.
fn folder() -> std::path::PathBuf {
    std::env::var_os("OXYMORON_ARRIVALS").expect("a folder").into()
}

/// Before `rewrite.mjs` and `rewrite.py`.
#[test]
#[ignore = "writes what xtask/arrivals sends through libraries"]
fn codes_for_the_libraries() {
    let codes = sent().map(|codes| codes.iter().map(ToString::to_string).collect::<Vec<_>>());
    std::fs::write(folder().join("codes.json"), serde_json::json!(codes).to_string()).unwrap();
}

/// After them.
#[test]
#[ignore = "reads what libraries delivered and writes the page's second table"]
fn what_libraries_deliver() {
    let sent = sent();
    let mut table = String::new();
    for name in ["delivered-js.json", "delivered-py.json"] {
        let text = std::fs::read_to_string(folder().join(name)).unwrap();
        let file: Value = serde_json::from_str(&text).unwrap();
        for delivered in file.as_array().unwrap() {
            let all = [0, 1].map(|which| {
                let texts = delivered["texts"][which].as_array().unwrap().iter();
                shares(texts.map(|text| text.as_str().unwrap().to_owned()), &sent[which])
            });
            table += &line(
                delivered["way"].as_str().unwrap(),
                delivered["library"].as_str().unwrap(),
                all,
            );
        }
    }
    settle("libraries", &table, true);
}

/// Damages that say nothing twice, by their number.
const DAMAGES: &[fn(&str, usize) -> String] = &[
    |code, at| every(code, at, "\n"),
    |code, at| every(code, at, "\r\n> "),
    |code, at| every(code, at.max(5), "\n| "),
    |code, at| every(code, at.max(5), "\nAda> "),
    |code, at| every(code, at, "\u{200b}"),
    |code, at| every(code, at, "=\r\n"),
    |code, at| every(code, at, "<wbr>"),
    |code, at| every(code, at, "<font color=\"red\"></font>"),
    |code, at| every(code, at, "&shy;"),
    |code, at| every(code, at, "&lt;wbr&gt;"),
    |code, at| every(code, at, "%E2%80%8B"),
    |code, at| every(code, at, "%25E2%2580%258B"),
    |code, at| every(code, at, "=E2=80=8B"),
    |code, at| every(code, at, "\\u200b"),
    |code, at| every(code, at, "\\n"),
    |code, _| code.replace('.', "%2E"),
    |code, _| code.replace('.', "%25252E"),
    |code, _| code.replace('.', "&period;").replace('_', "&lowbar;"),
    |code, _| code.replace('.', "=2E").replace('-', "=2D").replace('_', "=5F"),
    |code, _| code.replace('-', "-2D").replace('_', "-5F"),
    |code, _| {
        code.replace('-', "\\u002d")
            .replace('.', "\\u002e")
            .replace('_', "\\u005F")
    },
    |code, _| code.replace('-', "\\x2d"),
    |code, _| code.replace('_', "\\_"),
    |code, at| {
        format!(
            "{}{}",
            code[..4].to_uppercase(),
            &code[4..].replace('.', &".".repeat(at))
        )
    },
    |code, at| code.replace('.', &" ".repeat(at)),
    |code, at| {
        let cut = 40 + at % 60;
        format!("{}\n[10:15] Ada: {}\n", &code[..cut], &code[cut..])
    },
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..settings() })]

    /// Whatever stands around it, and whatever other code of the same text is damaged how.
    #[test]
    fn a_code_comes_whole_through_each_damage(ids in prop::collection::vec((any::<u64>(), 0..DAMAGES.len(), 2..50_usize), 1..4), around in "[^.&%=|<>\\\\A-Za-z0-9_-]{0,20}") {
        let codes: Vec<Envelope> = ids.iter().map(|(id, ..)| drawn(*id)).collect();
        let damaged = codes.iter().zip(&ids).map(|(code, (_, damage, at))| {
            format!("{around}\n{}\n{around}", DAMAGES[*damage](&code.to_string(), *at))
        });
        let text: String = damaged.collect();
        let mut codes = codes;
        codes.dedup();
        prop_assert_eq!(find(Kind::Answer, &text), Found { codes, ..Found::default() }, "{}", text);
    }

    /// Up to three underscores that are gone, and dashes that became others, wherever they stood.
    #[test]
    fn what_is_lost_is_put_right_and_said(id in any::<u64>(), dash in prop::sample::select(vec!["-", "\u{2010}", "\u{2212}"]), two in prop::sample::select(vec!["--", "\u{2013}", "\u{2014}"])) {
        let code = drawn(id);
        let whole = code.to_string();
        let lost = whole.matches('_').count();
        let damaged = whole.replace('_', "").replace("--", two).replace('-', dash);
        let found = find(Kind::Answer, &format!("Ada: {damaged} ok"));
        if damaged == whole {
            prop_assert_eq!(found.codes, [code]);
        } else if lost <= 2 && whole.matches("--").count() <= 1 {
            prop_assert_eq!(found.repaired.len(), 1);
            prop_assert!(found.repaired[0].readings.contains(&code), "{}", damaged);
            prop_assert_eq!(found.codes, []);
        } else {
            prop_assert_eq!(found.codes, []);
            prop_assert!(found.repaired.len() + found.broken.len() == 1, "{}", damaged);
        }
    }
}

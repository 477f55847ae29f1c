//! What is attached to a mail, or stands in an archived page, each part as the text that it was (RFC 2045, RFC 2046, RFC 2557).

use crate::domain::code::find::base64;
use crate::domain::code::{encoding, percent};
use std::collections::BTreeSet;

/// Bytes at the start of a mail that its own headers may take.
const HEADERS: usize = 65_536;

/// Mails within each other at the most.
const DEEPEST: u8 = 5;

/// The parts of a mail, nothing of what is no mail. Those with bytes that are no letter are errors, with marks in their place.
pub(super) fn parts(mail: &str) -> Vec<Result<String, String>> {
    parts_within(mail, DEEPEST)
}

fn parts_within(mail: &str, depth: u8) -> Vec<Result<String, String>> {
    let mut all = Vec::new();
    if depth == 0 || !is_mail(mail) {
        return all;
    }
    for piece in pieces(mail) {
        let mut rest = piece;
        while let Some((coding, body)) = head(rest) {
            let (part, used) = coding.decode(body);
            let inner = part
                .as_ref()
                .map(|text| parts_within(text, depth - 1))
                .unwrap_or_default();
            if inner.is_empty() {
                all.push(part);
            } else {
                all.extend(inner);
            }
            // Behind a part in base64 another mail may begin.
            rest = body.get(used..).unwrap_or_default();
        }
    }
    all
}

fn is_mail(text: &str) -> bool {
    const VERSION: &str = "MIME-Version";
    const HYPHEN: usize = 4;
    let hyphens = text.match_indices('-').map(|(at, _)| at);
    let starts = hyphens.filter_map(|at| at.checked_sub(HYPHEN));
    !text.trim_start().starts_with(['<', '{', '['])
        && starts
            .take_while(|start| *start < HEADERS)
            .any(|start| text.get(start..).is_some_and(|rest| begins(rest, VERSION)))
}

/// What stands between the lines that part a mail: those with two hyphens in front of a part's headers, and the same once more.
fn pieces(mail: &str) -> Vec<&str> {
    let lines = || mail.split_inclusive('\n');
    let parts = lines().zip(lines().skip(1));
    let bounds: BTreeSet<_> = parts
        .filter(|(line, next)| line.starts_with("--") && begins(next, "content-"))
        .map(|(line, _)| line.trim_end())
        .collect();
    let (mut all, mut from, mut at) = (Vec::new(), 0, 0);
    for line in lines() {
        let bare = line.trim_end();
        let ends = bounds.contains(bare) || bare.strip_suffix("--").is_some_and(|bare| bounds.contains(bare));
        if ends {
            all.extend(mail.get(from..at));
            from = at + line.len();
        }
        at += line.len();
    }
    all.extend(mail.get(from..));
    all
}

/// What the headers say of the body behind them, and the body; none where no empty line ends them.
fn head(piece: &str) -> Option<(Coding, &str)> {
    const NAME: &str = "content-transfer-encoding:";
    let (mut coding, mut at) = (Coding::None, 0);
    for line in piece.split_inclusive('\n') {
        at += line.len();
        let bare = line.trim_end();
        if bare.is_empty() && line.ends_with('\n') {
            return Some((coding, piece.get(at..)?.trim_start_matches(['\r', '\n'])));
        }
        if begins(bare, NAME) {
            coding = Coding::named(bare.get(NAME.len()..).unwrap_or_default().trim());
        }
    }
    None
}

fn begins(line: &str, name: &str) -> bool {
    let start = line.as_bytes().get(..name.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
}

/// How the bytes of a part were made letters that pass everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coding {
    Base64,
    QuotedPrintable,
    None,
}

impl Coding {
    fn named(name: &str) -> Self {
        if name.eq_ignore_ascii_case("base64") {
            Self::Base64
        } else if name.eq_ignore_ascii_case("quoted-printable") {
            Self::QuotedPrintable
        } else {
            Self::None
        }
    }

    /// The text of a body, and how many bytes it takes.
    fn decode(self, body: &str) -> (Result<String, String>, usize) {
        match self {
            Self::Base64 => {
                let (bytes, used) = base64(body);
                (encoding::text(bytes), used)
            }
            Self::QuotedPrintable => {
                let joined = body.replace("=\r\n", "").replace("=\n", "");
                let bytes = percent::decode(&joined, b'=').unwrap_or_else(|| joined.into_bytes());
                (encoding::text(bytes), body.len())
            }
            Self::None => (Ok(body.to_owned()), body.len()),
        }
    }
}

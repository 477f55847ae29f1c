//! What ways of sending do to a code, each by its book: the rewriter of the table in `docs/arrivals.md`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A way of sending.
pub struct Channel {
    /// What it is.
    pub name: &'static str,
    /// Where its rule stands.
    pub book: &'static str,
    /// What arrives of a code.
    pub rewrite: fn(&str) -> String,
}

const fn channel(name: &'static str, book: &'static str, rewrite: fn(&str) -> String) -> Channel {
    Channel { name, book, rewrite }
}

/// Where the codes' links lead.
const PAGE: &str = "https://example.org/app/#/answer/";

fn link(code: &str) -> String {
    format!("{PAGE}{code}")
}

/// Every character that is not in `plain` in another form.
fn escaped(text: &str, plain: &str, form: impl Fn(char) -> String) -> String {
    let one = |character: char| match character {
        _ if character.is_ascii_alphanumeric() || plain.contains(character) => character.to_string(),
        _ => form(character),
    };
    text.chars().map(one).collect()
}

/// `encodeURIComponent` of ECMA-262.
fn percent(text: &str) -> String {
    escaped(text, "-_.!~*'()", |character| {
        let mut bytes = [0; 4];
        let bytes = character.encode_utf8(&mut bytes).bytes();
        bytes.map(|byte| format!("%{byte:02X}")).collect()
    })
}

/// Something after every so many characters.
pub fn every(text: &str, length: usize, with: &str) -> String {
    let text: Vec<char> = text.chars().collect();
    let pieces: Vec<String> = text.chunks(length).map(|piece| piece.iter().collect()).collect();
    pieces.join(with)
}

/// The prefix in another form.
fn prefix(code: &str, with: &str) -> String {
    code.replacen("oxya.", with, 1)
}

/// Emphasis of Markdown.pl: strong first, then the rest, inside words too.
fn markdown(text: &str) -> String {
    let mut text = text.to_owned();
    for (mark, tag) in [("__", "strong"), ("_", "em")] {
        let mut out = String::new();
        let mut rest = &*text;
        while let Some((before, behind)) = rest.split_once(mark) {
            let end = behind
                .get(1..)
                .and_then(|inner| inner.find(mark))
                .map(|end| end + 1);
            let Some(end) = end else {
                out.push_str(before);
                out.push_str(mark);
                rest = behind;
                continue;
            };
            out.push_str(&format!("{before}<{tag}>{}</{tag}>", &behind[..end]));
            rest = &behind[end + mark.len()..];
        }
        out.push_str(rest);
        text = out;
    }
    text
}

/// What is left of HTML on a screen.
fn shown(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for character in html.chars() {
        match character {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => out.push(character),
            _ => {}
        }
    }
    out
}

/// Quoted-printable of RFC 2045: lines of 76 with soft ends; `more` is escaped as well.
fn quoted_printable(text: &str, more: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for character in text.chars() {
        let piece = if character == '=' || more.contains(character) || !character.is_ascii() {
            let mut bytes = [0; 4];
            let bytes = character.encode_utf8(&mut bytes).bytes();
            bytes.map(|byte| format!("={byte:02X}")).collect()
        } else {
            character.to_string()
        };
        if length + piece.len() > 75 && character != '\n' {
            out.push_str("=\r\n");
            length = 0;
        }
        length = if character == '\n' {
            0
        } else {
            length + piece.len()
        };
        out.push_str(&piece);
    }
    out
}

/// A mail's source with this body.
fn mail(kind: &str, encoding: &str, body: &str) -> String {
    format!(
        "From: ada@example.org\r\nSubject: mine\r\nMIME-Version: 1.0\r\nContent-Type: {kind}; charset=utf-8\r\n\
         Content-Transfer-Encoding: {encoding}\r\nX-Mailer: none\r\n\r\n{body}\r\n"
    )
}

/// One part of a mail.
fn part(kind: &str, encoding: &str, body: &str) -> String {
    format!("Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n")
}

/// A mail's parts, with what stands between them; its boundary does not occur in them.
fn parts(parts: &[String]) -> String {
    let boundary = format!("=_{}", parts.iter().map(String::len).sum::<usize>());
    let parts: String = parts
        .iter()
        .map(|part| format!("--{boundary}\r\n{part}"))
        .collect();
    format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n{parts}--{boundary}--\r\n"
    )
}

/// In lines of 76 letters.
pub fn base64(bytes: impl AsRef<[u8]>) -> String {
    every(&STANDARD.encode(bytes), 76, "\r\n")
}

/// A link at URL Defense, version 2: of its address, hyphens stand for percent signs and underscores for slashes.
fn url_defense(address: &str) -> String {
    let percent = escaped(address, ":/.", |character| {
        format!("%{:02X}", u32::from(character))
    });
    let address = percent.replace('%', "-").replace('/', "_");
    format!("https://urldefense.proofpoint.com/v2/url?u={address}&d=DwMFaQ&c=abc&s=jkl&e=")
}

/// A chat's lines, one message each.
fn messages(pieces: &[&str]) -> String {
    let line = |(second, piece): (usize, &&str)| format!("[10:15:{second:02}] Ada: {piece}\n");
    pieces.iter().enumerate().map(line).collect::<String>() + "[10:16:00] Bob: thanks, all of you!\n"
}

/// Sellers of smart dashes: every two hyphens.
fn dashes(text: &str, two: &str, three: &str) -> String {
    text.replace("---", three).replace("--", two)
}

/// As they come.
pub const CHANNELS: &[Channel] = &[
    channel("a code alone", "", str::to_owned),
    channel("a link in a sentence", "", |code| {
        format!("Mine: {}. Thanks!", link(code))
    }),
    channel("a link with its label", "Slack mrkdwn", |code| {
        format!("<{0}|{0}>", link(code))
    }),
    channel("first letter capitalised", "phone keyboards", |code| {
        prefix(code, "Oxya.")
    }),
    channel("prefix in capitals", "retyped", |code| prefix(code, "OXYA.")),
    channel(
        "capital and a space behind the full stop",
        "phone keyboards",
        |code| prefix(code, "Oxya. "),
    ),
    channel("a space for the full stop", "dictation", |code| {
        prefix(code, "oxya ")
    }),
    channel("two spaces made a full stop", "phone keyboards", |code| {
        prefix(code, "oxya. . ")
    }),
    channel("full stop doubled", "phone keyboards", |code| {
        prefix(code, "oxya..")
    }),
    channel("full stop missing", "retyped", |code| prefix(code, "oxya")),
    channel("an ideographic full stop", "East Asian keyboards", |code| {
        prefix(code, "oxya\u{3002}")
    }),
    channel("full-width letters", "East Asian keyboards", |code| {
        let wide = |character: char| char::from_u32(character as u32 + 0xfee0).unwrap();
        code.chars().map(wide).collect()
    }),
    channel("a letter of the prefix missing", "retyped", |code| {
        prefix(code, "oxa.")
    }),
    channel("letters of the prefix changed round", "retyped", |code| {
        prefix(code, "oyxa.")
    }),
    channel("prefix not copied", "", |code| prefix(code, "")),
    channel("two hyphens made an em dash", "SmartyPants 1.5.1", |code| {
        dashes(code, "\u{2014}", "\u{2014}-")
    }),
    channel(
        "two an en dash, three an em dash",
        "SmartyPants 1.5.1, old school",
        |code| dashes(code, "\u{2013}", "\u{2014}"),
    ),
    channel("every hyphen a non-breaking one", "Unicode 2011", |code| {
        code.replace('-', "\u{2011}")
    }),
    channel("every hyphen a minus sign", "Unicode 2212", |code| {
        code.replace('-', "\u{2212}")
    }),
    channel(
        "underscores made emphasis, as HTML",
        "Markdown.pl 1.0.1",
        markdown,
    ),
    channel(
        "underscores made emphasis, copied from the screen",
        "Markdown.pl 1.0.1",
        |code| shown(&markdown(code)),
    ),
    channel(
        "both: dashes and emphasis, copied",
        "SmartyPants on Markdown.pl",
        |code| shown(&markdown(&dashes(code, "\u{2014}", "\u{2014}-"))),
    ),
    channel("hyphens and underscores escaped", "CommonMark 0.31", |code| {
        code.replace('_', "\\_").replace('-', "\\-")
    }),
    channel(
        "last underscore or hyphen not in the link",
        "autolinkers",
        |code| link(code.strip_suffix(['_', '-']).unwrap_or(code)),
    ),
    channel("a link cleaner's %2E", "RFC 3986", |code| {
        link(&code.replace('.', "%2E"))
    }),
    channel("a gateway's wrapper", "Safe Links", |code| {
        format!(
            "https://eur01.safelinks.protection.outlook.com/?url={}&data=05%7C02%7C&reserved=0",
            percent(&link(code))
        )
    }),
    channel("two gateways in a row", "ECMA-262, twice", |code| {
        let once = percent(&link(code)).replace('.', "%2E").replace('-', "%2D");
        format!("https://a.example/?u={}", percent(&once))
    }),
    channel(
        "a wrapper with hyphens for percent signs",
        "URL Defense 2",
        |code| url_defense(&link(code)),
    ),
    channel("a wrapper with underscores around", "URL Defense 3", |code| {
        format!(
            "https://urldefense.com/v3/__{}__;Iw!!abc!def$",
            link(code).replace('#', "*")
        )
    }),
    channel("JSON, only letters and digits plain", "RFC 8259", |code| {
        let text = escaped(&link(code), "", |character| {
            format!("\\u{:04x}", u32::from(character))
        });
        format!("{{\"messages\": [{{\"from\": \"Ada\", \"text\": \"{text}\\n\"}}]}}")
    }),
    channel("HTML with decimal references", "HTML", |code| {
        let text = escaped(code, "", |character| format!("&#{};", u32::from(character)));
        format!("<p>{text}</p>")
    }),
    channel("HTML with hexadecimal references", "HTML", |code| {
        let text = escaped(code, "", |character| format!("&#x{:x};", u32::from(character)));
        format!("<p>{text}</p>")
    }),
    channel("HTML with <wbr> after every 10", "HTML", |code| {
        format!("<p>{}</p>", every(code, 10, "<wbr>"))
    }),
    channel("HTML with <wbr> after every 3", "HTML", |code| {
        format!("<p>{}</p>", every(code, 3, "<wbr>"))
    }),
    channel("HTML with spans in the code", "HTML", |code| {
        format!(
            "<div>{}</div>",
            every(code, 25, "<wbr/><span class=\"word_break\"></span>")
        )
    }),
    channel("HTML as text in HTML", "HTML", |code| {
        format!("<pre>&lt;p&gt;{}&lt;/p&gt;</pre>", every(code, 30, "&lt;wbr&gt;"))
    }),
    channel("mail source, quoted-printable", "RFC 2045", |code| {
        mail(
            "text/plain",
            "quoted-printable",
            &quoted_printable(&format!("Hello, mine is {code} there"), ""),
        )
    }),
    channel(
        "mail source, quoted-printable, all marks escaped",
        "RFC 2045",
        |code| {
            mail(
                "text/plain",
                "quoted-printable",
                &quoted_printable(&link(code), "-_.!\"#$@"),
            )
        },
    ),
    channel("mail source, base64", "RFC 2045", |code| {
        mail("text/plain", "base64", &base64(link(code)))
    }),
    channel("mail source, HTML in base64", "RFC 2045", |code| {
        let html = format!("<p>{}</p>", every(code, 40, "<wbr>").replace('_', "&#95;"));
        mail("text/html", "base64", &base64(&html))
    }),
    channel("a mail in a mail, base64 twice", "RFC 2046", |code| {
        mail(
            "message/rfc822",
            "base64",
            &base64(mail("text/plain", "base64", &base64(code))),
        )
    }),
    channel("a mail forwarded as an attachment", "RFC 2046", |code| {
        let answer = parts(&[
            part("text/plain", "quoted-printable", &quoted_printable(code, "")),
            part("text/html", "base64", &base64(format!("<p>{code}</p>"))),
        ]);
        let forwarded = format!("From: ada@example.org\r\nSubject: mine\r\n{answer}");
        let note = part("text/plain", "7bit", "See what Ada sent.");
        parts(&[note, part("message/rfc822", "7bit", &forwarded)])
    }),
    channel(
        "four mails in each other, all base64",
        "some mail programs",
        |code| {
            (0..4).fold(code.to_owned(), |inner, _| {
                mail("message/rfc822", "base64", &base64(&inner))
            })
        },
    ),
    channel("wrapped at 72, quoted twice", "RFC 3676", |code| {
        format!("> > {}", every(code, 72, "\r\n> > "))
    }),
    channel("wrapped at 40, quoted with bars", "mail programs", |code| {
        format!("| {}", every(code, 40, "\n| "))
    }),
    channel("wrapped at 40, quoted with colons", "mail programs", |code| {
        format!(": {}", every(code, 40, "\n: "))
    }),
    channel("wrapped at 20, quoted with a name", "Supercite 3.1", |code| {
        format!("Ada> {}", every(code, 20, "\nAda> "))
    }),
    channel("split into two messages", "chats", |code| {
        messages(&[&code[..60], &code[60..]])
    }),
    channel("split into three messages", "chats", |code| {
        messages(&[&code[..40], &code[40..80], &code[80..]])
    }),
    channel("zero-width spaces after every 8", "Unicode 200B", |code| {
        every(code, 8, "\u{200b}")
    }),
    channel("soft hyphens after every 8", "Unicode 00AD", |code| {
        every(code, 8, "\u{ad}")
    }),
    channel("ligatures", "Unicode FB00", |code| {
        let pairs = [
            ("ffi", "\u{fb03}"),
            ("ff", "\u{fb00}"),
            ("fi", "\u{fb01}"),
            ("fl", "\u{fb02}"),
        ];
        pairs
            .into_iter()
            .fold(code.to_owned(), |text, (from, to)| text.replace(from, to))
    }),
    channel("cut to a preview", "chats", |code| format!("{}…", &code[..60])),
    channel("the end not copied", "", |code| code[..code.len() - 9].to_owned()),
    channel("one character mistyped", "retyped", |code| {
        let other = if code.as_bytes()[50] == b'x' { "y" } else { "x" };
        format!("{}{other}{}", &code[..50], &code[51..])
    }),
    channel("everything in small letters", "", str::to_lowercase),
];

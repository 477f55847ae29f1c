//! Texts made to be slow to look through, one for each thing that the finder of codes tries.

/// Bytes of such a text.
pub const BYTES: usize = 5_000_000;

/// The name of each, and what is repeated in it, with the text of an answer code for those that need one.
pub fn units(code: &str) -> Vec<(&'static str, String)> {
    let cut = code.get(..code.len() - 3).unwrap_or(code);
    let start = code.get(..60).unwrap_or(code);
    let wide = format!("oxya.A_8H{} ", "A".repeat(1_300));
    vec![
        ("no mark at all", "b".to_owned()),
        ("first letters", "o".to_owned()),
        ("prefixes", "oxya.".to_owned()),
        ("prefixes without a full stop", "oxyaA_8H".to_owned()),
        (
            "prefix letters far apart",
            format!("o{}x{}y", " ".repeat(99), " ".repeat(99)),
        ),
        ("codes cut short", format!("{start}\n")),
        ("three characters missing", format!("{cut}\n")),
        (
            "two dashes and one missing",
            format!(
                "{}\u{2014}{}\u{2014}{}\n",
                code.get(..40).unwrap_or(code),
                code.get(40..70).unwrap_or(code),
                code.get(75..).unwrap_or(code)
            ),
        ),
        ("a long code, changed", wide),
        ("no prefix", format!("{}_8H{}! ", "A", "A".repeat(300))),
        ("percent signs", format!("{start}{}", "%2525".repeat(800))),
        ("URL Defense", format!("{start}{}", "-2D".repeat(1_300))),
        ("JSON escapes", format!("{start}{}", "\\u005c".repeat(650))),
        ("character references", format!("{start}{}", "&#38;".repeat(800))),
        ("tags", format!("{start}{}", "<b>".repeat(1_300))),
        ("quote marks", format!("{start}{}", "\n> a> |".repeat(550))),
        ("pieces", format!("{start}{}", " AbC1 De".repeat(500))),
        (
            "encoded parts",
            "Content-Transfer-Encoding: base64\n\nb3h5YS5BVXRI\n".to_owned(),
        ),
        (
            "one encoded part",
            format!(
                "Content-Transfer-Encoding: base64\n\n{}\n",
                "b3h5YS5BVXRI".repeat(400_000)
            ),
        ),
    ]
}

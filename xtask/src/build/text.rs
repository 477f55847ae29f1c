//! Takes comments and indentation out of the style sheets and the inline scripts.

use anyhow::{Result, bail};

/// CSS without comments, indentation and blank lines. Strings are left alone.
#[must_use]
pub fn strip_css(source: &str) -> String {
    let mut bare = String::with_capacity(source.len());
    let mut rest = source.chars().peekable();
    let mut quote = None;
    while let Some(c) = rest.next() {
        match quote {
            Some(_) if c == '\\' => {
                bare.push(c);
                bare.extend(rest.next());
                continue;
            }
            Some(end) if c == end => quote = None,
            Some(_) => {}
            None if c == '/' && rest.peek() == Some(&'*') => {
                rest.next();
                let mut last = ' ';
                for c in rest.by_ref() {
                    if last == '*' && c == '/' {
                        break;
                    }
                    last = c;
                }
                continue;
            }
            None if c == '"' || c == '\'' => quote = Some(c),
            None => {}
        }
        bare.push(c);
    }
    lines(bare.lines())
}

/// A script without indentation, blank lines and whole-line comments.
///
/// Works line by line, so a template literal may not span lines; that is refused.
pub fn strip_js(name: &str, source: &str) -> Result<String> {
    let mut kept = Vec::new();
    let mut in_comment = false;
    for (number, line) in (1..).zip(source.lines()) {
        let line = line.trim();
        if in_comment || line.starts_with("/*") {
            in_comment = !line.contains("*/");
            if !in_comment && !line.ends_with("*/") {
                bail!("{name}:{number}: code behind */ on the same line; put it on the next one");
            }
        } else if !line.starts_with("//") {
            if !line.matches('`').count().is_multiple_of(2) {
                bail!(
                    "{name}:{number}: a template literal over several lines; the build strips line by line"
                );
            }
            kept.push(line);
        }
    }
    Ok(lines(kept.into_iter()))
}

fn lines<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::{strip_css, strip_js};

    #[test]
    fn css_keeps_strings_and_loses_comments() {
        let source = "/* a */\n.x {\n  content: \"/* \\\" no */\"; /* b\n c */\n  color: red;\n}\n\n";
        assert_eq!(
            strip_css(source),
            ".x {\ncontent: \"/* \\\" no */\";\ncolor: red;\n}"
        );
    }

    #[test]
    fn js_loses_whole_line_comments_only() {
        let source = "// one\n/* two\n three */\n  const url = \"https://x\"; // stays\n\n";
        assert_eq!(
            strip_js("a.js", source).unwrap(),
            "const url = \"https://x\"; // stays"
        );
    }

    #[test]
    fn js_refuses_what_it_would_change() {
        assert!(strip_js("a.js", "x = `\n  y`;").is_err());
        assert!(strip_js("a.js", "/* a */ b();").is_err());
    }
}

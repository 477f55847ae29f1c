//! The shape of the prerendered screen: which nodes it has, in which places. The page compares what it finds with it before the app takes
//! it over, so both count alike (`assets/inline/early.js`).

use anyhow::{Context, Result, bail};

/// Elements that have no end.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// One number for the nodes of `html` as a browser parses them: their names and places, not their attributes and texts.
///
/// # Errors
/// What is not closed as it was opened: a browser would make something else of it.
pub fn shape(html: &str) -> Result<u64> {
    let mut sum = 0;
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(first) = rest.find('<') {
        if first > 0 {
            sum = leave(enter(sum, "#text"));
        }
        let tag = rest.get(first + 1..).unwrap_or_default();
        if let Some(comment) = tag.strip_prefix("!--") {
            sum = leave(enter(sum, "#comment"));
            rest = comment.split_once("-->").context("a comment without an end")?.1;
            continue;
        }
        let end = end_of_tag(tag).context("a tag without an end")?;
        let (tag, behind) = (
            tag.get(..end).unwrap_or_default(),
            tag.get(end + 1..).unwrap_or_default(),
        );
        rest = behind;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                bail!("</{name}> closes something else");
            }
            sum = leave(sum);
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        let in_picture = name == "svg" || open.contains(&"svg");
        sum = enter(
            sum,
            &if in_picture {
                name.to_owned()
            } else {
                name.to_ascii_uppercase()
            },
        );
        if VOID.contains(&name) || tag.ends_with('/') {
            sum = leave(sum);
        } else {
            open.push(name);
        }
    }
    if !rest.is_empty() {
        sum = leave(enter(sum, "#text"));
    }
    match open.pop() {
        Some(name) => bail!("<{name}> is not closed"),
        None => Ok(sum),
    }
}

/// Where a tag ends; a value may hold the sign that ends it.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quoted = false;
    tag.char_indices().find_map(|(place, letter)| {
        quoted ^= letter == '"';
        (letter == '>' && !quoted).then_some(place)
    })
}

fn enter(sum: u64, name: &str) -> u64 {
    name.bytes()
        .fold(sum, |sum, letter| (31 * sum + u64::from(letter)) % 1_000_000_000)
}

fn leave(sum: u64) -> u64 {
    (31 * sum + 1) % 1_000_000_000
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn tells_nodes_and_places_and_nothing_else() {
        let page = r#"<main class="a>b"><p>Hello</p><input name="x"><!--<[x]>--><svg><path/></svg></main>"#;
        let same = r#"<main><p id="x">Other words</p><input><!----><svg><path d="M0"/></svg></main>"#;
        let known = shape(page).unwrap();
        assert_eq!(shape(same).unwrap(), known);
        for other in [
            r#"<div></div><main><p>Hello</p><input><!----><svg><path/></svg></main>"#,
            r#"<main><p><font>Hello</font></p><input><!----><svg><path/></svg></main>"#,
            r#"<main><p>Hello</p><input><svg><path/></svg></main>"#,
            r#"<main><p>Hello<input></p><!----><svg><path/></svg></main>"#,
            r#"<main><p></p><input><!----><svg><path/></svg></main>"#,
        ] {
            assert_ne!(shape(other).unwrap(), known, "{other}");
        }
        for broken in ["<p>", "<p></div>", "<!-- ", "<p"] {
            assert!(shape(broken).is_err(), "{broken}");
        }
    }
}

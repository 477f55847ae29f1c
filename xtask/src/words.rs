//! `cargo xtask words NEW`: a file of words to be filled, with the English beside it.

use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::{fs, path::PathBuf};

/// Writes `assets/TAG.toml`; a file that is there is left alone.
pub fn run(project: &Project, tag: &str) -> Result<PathBuf> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if !(2..=16).contains(&tag.len()) || !tag.chars().all(plain) {
        bail!("a language goes by its tag, such as it or pt-BR, not {tag}");
    }
    let assets = project.root().join("assets");
    let path = assets.join(format!("{tag}.toml"));
    if path.exists() {
        bail!("{} is there already", project.relative(&path).display());
    }
    let english = fs::read_to_string(assets.join("en.toml")).context("cannot read assets/en.toml")?;
    fs::write(&path, to_fill(&english)).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}

/// Every text as a comment, and below it the same key with nothing in it. What is no text stays: sections, numbers of texts, ids.
fn to_fill(english: &str) -> String {
    let mut out = String::new();
    for line in english.lines() {
        let (before, text) = match line.find('"') {
            Some(begin) if !line.starts_with('#') => line.split_at(begin),
            _ => {
                out.extend([line, "\n"]);
                continue;
            }
        };
        let kept = ["id = ", "direction = "].contains(&before);
        if kept {
            out.extend([line, "\n"]);
            continue;
        }
        out.extend(["# ", line.trim_start(), "\n", before, &emptied(text), "\n"]);
    }
    out
}

/// The quoted texts of a line without what is in them.
fn emptied(text: &str) -> String {
    let (mut out, mut quoted, mut escaped) = (String::new(), false, false);
    for letter in text.chars() {
        match letter {
            '"' if !escaped => {
                quoted = !quoted;
                out.push('"');
            }
            _ if quoted => {}
            other => out.push(other),
        }
        escaped = quoted && letter == '\\' && !escaped;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::to_fill;

    #[test]
    fn every_text_is_empty_below_the_english_one() {
        let english = "# Words\n\n[text.site]\nname = \"Say \\\"it\\\", twice\"\nlist = [\"a\", \"b\"]\nrows = [\n  \"one\",\n]\n\n[[method]]\nid = \"source\"\n";
        assert_eq!(
            to_fill(english),
            "# Words\n\n[text.site]\n# name = \"Say \\\"it\\\", twice\"\nname = \"\"\n# list = [\"a\", \"b\"]\nlist = [\"\", \"\"]\nrows = [\n\
             # \"one\",\n  \"\",\n]\n\n[[method]]\nid = \"source\"\n"
        );
    }
}

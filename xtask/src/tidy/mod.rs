//! Rules that no compiler and no linter holds: who may import whom, where colours live, no left and right, no dead styles, no huge
//! files, no long components.
//!
//! [`run`] reads the workspace; everything below works on text and is tested on text.

mod circles;
mod classes;
mod components;
mod css;
mod rust;
mod travels;
mod walls;

use anyhow::{Context, Result};
use css::Sheet;
use rust::Source;
use std::{
    fmt, fs,
    path::{Path, PathBuf},
};
use walkdir::WalkDir;

const LONGEST_FILE: usize = 500;
const MOST_IMPORTANT: usize = 2;
const TOKENS: &str = "src/ui/style/tokens.css";
/// Where a left and a right are meant: a chevron that is turned by 45 degrees, a float.
const PHYSICAL: [(&str, &str); 4] = [
    (
        "src/ui/screens/assessment/results/results.css",
        "border-width: 0 2px 2px 0",
    ),
    (
        "src/ui/screens/workshop/rooms/rooms.css",
        "border-width: 0 2px 2px 0",
    ),
    // Both directions have a line: the logical side of a float is younger than the oldest browser.
    ("src/ui/components/wall/wall.css", "float: right"),
    ("src/ui/components/wall/wall.css", "float: left"),
];

/// Something to put right.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path in the workspace, with forward slashes.
    pub file: String,
    /// Counted from one.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl Finding {
    fn new(file: &str, line: usize, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line,
            message: message.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Checks the workspace at `root`.
pub fn run(root: &Path) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let (mut used, mut sheets, mut elsewhere) = (Vec::new(), Vec::new(), String::new());
    let mut sources = Vec::new();
    for (file, text) in read(root, &["src", "scanner", "xtask", "tests", "benches"], "rs")? {
        findings.extend(shape(&file, &text));
        let Some(source) = Source::parse(&file, &text) else {
            findings.push(Finding::new(&file, 1, "this is not Rust: make it compile first"));
            continue;
        };
        if file.starts_with("src/") {
            findings.extend(walls::check(&file, &source));
            findings.extend(source.unwraps.iter().map(|line| {
                Finding::new(
                    &file,
                    *line,
                    ".unwrap() would end the app: return the error, or give a fallback",
                )
            }));
            elsewhere.push_str(&source.strings);
            used.extend(
                source
                    .classes
                    .iter()
                    .map(|(class, line)| (class.clone(), file.clone(), *line)),
            );
            sources.push((file, source));
        }
    }
    findings.extend(circles::check(&sources));
    findings.extend(components::check(&sources));
    for (file, text) in read(root, &["src"], "css")? {
        sheets.push((file, Sheet::parse(&text)));
    }
    findings.extend(colours(&sheets));
    findings.extend(important(&sheets));
    findings.extend(sides(&sheets));
    findings.extend(young(&sheets));
    for (_, text) in read(root, &["assets/inline", "index.html"], "")? {
        elsewhere.push_str(&text);
    }
    findings.extend(classes::check(&used, &sheets, &elsewhere));
    findings.extend(travels::styles(&used, &sheets));
    let names =
        fs::read_to_string(root.join(travels::NAMES)).context("cannot read the names of the texts")?;
    findings.extend(travels::texts(&sources, &names));
    findings.sort();
    Ok(findings)
}

/// Every file with `extension` below `folders`, by path in the workspace; any extension when it is empty.
fn read(root: &Path, folders: &[&str], extension: &str) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for folder in folders
        .iter()
        .map(|folder| root.join(folder))
        .filter(|folder| folder.exists())
    {
        for entry in WalkDir::new(&folder).sort_by_file_name() {
            let path: PathBuf = entry.context("cannot read the workspace")?.into_path();
            let wanted = extension.is_empty() || path.extension().is_some_and(|found| found == extension);
            if !path.is_file() || !wanted {
                continue;
            }
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {name} as text"))?;
            files.push((name, text));
        }
    }
    Ok(files)
}

/// Every file says at its top what it is for, and ends before it gets long.
fn shape(file: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let explained = ["src/", "scanner/", "xtask/"]
        .iter()
        .any(|folder| file.starts_with(folder));
    if explained && !text.starts_with("//!") {
        findings.push(Finding::new(
            file,
            1,
            "start with a line of //! that says what this file is for",
        ));
    }
    let lines = text.lines().count();
    if lines > LONGEST_FILE {
        let message = format!("{lines} lines: split it, {LONGEST_FILE} is the most a file may have");
        findings.push(Finding::new(file, LONGEST_FILE + 1, message));
    }
    findings
}

fn colours(sheets: &[(String, Sheet)]) -> Vec<Finding> {
    let elsewhere = sheets.iter().filter(|(file, _)| file != TOKENS);
    let found = elsewhere.flat_map(|(file, sheet)| sheet.colours.iter().map(move |colour| (file, colour)));
    found
        .map(|(file, (colour, line))| {
            Finding::new(
                file,
                *line,
                format!("{colour}: colours live in {TOKENS}, use var(--...) here"),
            )
        })
        .collect()
}

fn important(sheets: &[(String, Sheet)]) -> Vec<Finding> {
    let found = sheets
        .iter()
        .flat_map(|(file, sheet)| sheet.important.iter().map(move |line| (file, line)));
    found
        .skip(MOST_IMPORTANT)
        .map(|(file, line)| {
            let message = format!(
                "!important number {} and up: use a layer instead",
                MOST_IMPORTANT + 1
            );
            Finding::new(file, *line, message)
        })
        .collect()
}

fn sides(sheets: &[(String, Sheet)]) -> Vec<Finding> {
    let found = sheets
        .iter()
        .flat_map(|(file, sheet)| sheet.sides.iter().map(move |side| (file, side)));
    let unmeant = found.filter(|(file, (declaration, _))| !PHYSICAL.contains(&(file, declaration)));
    unmeant
        .map(|(file, (declaration, line))| {
            let message = format!(
                "{declaration}: use -inline-start and -inline-end, a page may be written from right to left"
            );
            Finding::new(file, *line, message)
        })
        .collect()
}

fn young(sheets: &[(String, Sheet)]) -> Vec<Finding> {
    let found = sheets
        .iter()
        .flat_map(|(file, sheet)| sheet.young.iter().map(move |young| (file, young)));
    found
        .map(|(file, (declaration, line))| {
            let message =
                format!("{declaration}: say the same with vh or vw before it, Chromium knows this since 108");
            Finding::new(file, *line, message)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{PHYSICAL, colours, css::Sheet, important, shape, sides};

    #[test]
    fn a_file_is_explained_and_short() {
        assert_eq!(shape("src/a.rs", "//! A.\n"), []);
        assert_eq!(shape("src/a.rs", "use b;\n//! A.\n").len(), 1);
        assert_eq!(shape("benches/a.rs", &"x\n".repeat(501)).len(), 1);
    }

    #[test]
    fn colours_only_among_the_tokens() {
        let sheet = |file: &str| (file.to_owned(), Sheet::parse(".a { color: #fff; }"));
        assert_eq!(colours(&[sheet("src/ui/style/tokens.css")]), []);
        assert_eq!(
            colours(&[sheet("src/ui/a.css")])[0].to_string().split(':').next(),
            Some("src/ui/a.css")
        );
    }

    #[test]
    fn left_and_right_only_where_they_are_meant() {
        let sheet = |file: &str, declaration: &str| {
            (file.to_owned(), Sheet::parse(&format!(".a {{ {declaration}; }}")))
        };
        let (file, declaration) = PHYSICAL[0];
        assert_eq!(sides(&[sheet(file, declaration)]), []);
        assert_eq!(sides(&[sheet("src/ui/a.css", declaration)]).len(), 1);
        assert_eq!(sides(&[sheet(file, "left: 0")]).len(), 1);
    }

    #[test]
    fn two_importants_are_enough() {
        let sheet = |count: usize| {
            (
                "a.css".to_owned(),
                Sheet::parse(&"a { b: c !important; }\n".repeat(count)),
            )
        };
        assert_eq!(important(&[sheet(2)]), []);
        assert_eq!(important(&[sheet(2), sheet(1)]).len(), 1);
    }
}

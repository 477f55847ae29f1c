//! What is measured: the built app, and beside it on the same server a static page with the same first question.

use crate::harness::dist;
use anyhow::{Context, Result};
use std::{fs, io::Write as _, path::Path};
use tempfile::TempDir;
use xtask::server::Server;

const STILL: &str = "static.html";
const BLANK: &str = "blank.html";
const ROOMS: &str = "plain-rooms.html";
const SCRIPT: &str = r#"for (const radio of document.querySelectorAll('input[name="A01"]'))
  radio.addEventListener("change", () => localStorage.setItem("static/A01", radio.value));"#;

/// A copy of `dist/` with the two extra pages, being served.
pub struct Site {
    server: Server,
    _folder: TempDir,
}

impl Site {
    /// Copies, adds, serves.
    pub fn start() -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("oxymoron-bench-").tempdir()?;
        let dist = dist()?;
        for entry in fs::read_dir(&dist)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                fs::copy(entry.path(), folder.path().join(entry.file_name()))?;
            }
        }
        let page = fs::read_to_string(dist.join("index.html"))?;
        let page = still(&page).context("index.html has no style or no first question")?;
        add(folder.path(), STILL, &page)?;
        add(
            folder.path(),
            BLANK,
            "<!doctype html><title>Blank</title><link rel=\"icon\" href=\"data:,\">",
        )?;
        add(folder.path(), ROOMS, include_str!("plain_rooms.html"))?;
        // The app's policy would forbid the static page its own script.
        let rules = folder.path().join("_headers");
        let policy =
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:";
        let rule =
            |page: &str| format!("/{page}\n  Content-Security-Policy: {policy}\n  Cache-Control: no-cache\n");
        let text = fs::read_to_string(&rules)? + &rule(STILL) + &rule(BLANK) + &rule(ROOMS);
        fs::write(rules, text)?;
        Ok(Self {
            server: Server::start(folder.path())?,
            _folder: folder,
        })
    }

    /// The app.
    pub fn app(&self) -> String {
        self.server.url().to_owned()
    }

    /// The static page with the same first question.
    pub fn still(&self) -> String {
        format!("{}{STILL}", self.server.url())
    }

    /// A plain script that puts rooms into a picture.
    pub fn plain_rooms(&self) -> String {
        format!("{}{ROOMS}", self.server.url())
    }

    /// A page with nothing on it.
    pub fn blank(&self) -> String {
        format!("{}{BLANK}", self.server.url())
    }
}

/// The static page: the head without anything to load or run, the same style, the first question's card, a short script.
fn still(app: &str) -> Option<String> {
    let style = between(app, "<style>", "</style>")?;
    let (_, body) = app.split_once("<body>")?;
    let start = body.get(..body.find(" first-question\"")?)?.rfind("<section")?;
    let card = body.get(start..)?;
    let card = without_comments(card.get(..card.find("</section>")? + "</section>".len())?);
    let icon = between(app, "<link rel=\"icon\"", ">").unwrap_or_default();
    Some(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>Static</title>\n\
         <link rel=\"icon\"{icon}>\n<style>{style}</style>\n</head>\n<body>\n\
         <main class=\"page\"><div class=\"home\">{card}</div></main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n"
    ))
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once(end).map(|(inside, _)| inside)
}

/// Without the marks that tell the app where its components are.
fn without_comments(text: &str) -> String {
    let parts = text.split("<!--");
    let after = |part: &'_ str| part.split_once("-->").map_or(part, |(_, rest)| rest).to_owned();
    parts.map(after).collect()
}

/// Writes a page and its brotli form, which is what the app's pages are sent as.
fn add(folder: &Path, name: &str, text: &str) -> Result<()> {
    fs::write(folder.join(name), text)?;
    let mut small = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut small, 4096, 11, 22);
        writer.write_all(text.as_bytes())?;
    }
    Ok(fs::write(folder.join(format!("{name}.br")), small)?)
}

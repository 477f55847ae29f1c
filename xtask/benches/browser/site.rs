//! What is measured: the built app, and beside it on the same server two pages with the same twelve questions.

use crate::{
    harness::dist,
    questions::{cards, questions},
};
use anyhow::{Context, Result};
use std::{collections::BTreeSet, fs, io::Write as _, path::Path, process::Command, sync::LazyLock};
use tempfile::TempDir;
use xtask::{process::output, project::Project, server::Server, tools};

/// The languages that have a page each, in folders of these names but the first one: every file of words is one.
pub static LANGUAGES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let files = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../assets"))
        .into_iter()
        .flatten();
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let tags = names.filter_map(|name| name.strip_suffix(".toml").map(str::to_owned));
    let mut tags: Vec<_> = tags.filter(|tag| tag != "checklist").collect();
    tags.sort_by_key(|tag| (tag != "en", tag.clone()));
    tags
});
const PREACT: &str = "preact.html";
const PREACT_SCRIPT: &str = "preact.js";
const BLANK: &str = "blank.html";
const ROOMS: &str = "plain-rooms.html";

/// Bytes of bodies, compressed as they were sent.
#[derive(Debug, Clone, Copy)]
pub struct Sent {
    pub all: f64,
    /// Those that the page itself names, and is nothing without.
    pub waited_for: f64,
}

/// A copy of `dist/` with the extra pages, being served.
pub struct Site {
    server: Server,
    folder: TempDir,
}

impl Site {
    /// Copies, adds, serves.
    pub fn start() -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("oxymoron-bench-").tempdir()?;
        let dist = dist()?;
        for entry in fs::read_dir(&dist)? {
            let entry = entry?;
            let to = folder.path().join(entry.file_name());
            if entry.file_type()?.is_file() {
                fs::copy(entry.path(), to)?;
            } else {
                fs::create_dir(&to)?;
                for page in fs::read_dir(entry.path())? {
                    let page = page?;
                    fs::copy(page.path(), to.join(page.file_name()))?;
                }
            }
        }
        let app = fs::read_to_string(dist.join("index.html"))?;
        let style = between(&app, "<style>", "</style>").context("index.html has no style")?;
        for language in &*LANGUAGES {
            let still = include_str!("pages/static.html")
                .replace("LANGUAGE", language)
                .replace("DIRECTION", if language == "ar" { "rtl" } else { "ltr" })
                .replace("STYLE", style)
                .replace("CARDS", &cards(&questions(language)?));
            add(folder.path(), &still_name(language), &still)?;
        }
        let preact = include_str!("pages/preact.html")
            .replace("STYLE", style)
            .replace("SCRIPT", PREACT_SCRIPT);
        let blank = "<!doctype html><title>Blank</title><link rel=\"icon\" href=\"data:,\">";
        let script = preact_script(&serde_json::to_string(&questions("en")?)?)?;
        let rooms = include_str!("pages/plain_rooms.html");
        for (name, text) in [
            (PREACT, &*preact),
            (PREACT_SCRIPT, &*script),
            (BLANK, blank),
            (ROOMS, rooms),
        ] {
            add(folder.path(), name, text)?;
        }
        // The app's policy would forbid the other pages their own scripts.
        let rules = folder.path().join("_headers");
        let policy = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:";
        let mut text = fs::read_to_string(&rules)?;
        let stills: Vec<_> = LANGUAGES.iter().map(|language| still_name(language)).collect();
        for page in [PREACT, BLANK, ROOMS]
            .into_iter()
            .chain(stills.iter().map(String::as_str))
        {
            text += &format!("/{page}\n  Content-Security-Policy: {policy}\n  Cache-Control: no-cache\n");
        }
        text += &format!("/{PREACT_SCRIPT}\n  Cache-Control: public, max-age=31536000, immutable\n");
        fs::write(rules, text)?;
        Ok(Self {
            server: Server::start(folder.path())?,
            folder,
        })
    }

    /// The app.
    pub fn app(&self) -> String {
        self.server.url().to_owned()
    }

    /// The app's page of a language.
    pub fn app_in(&self, language: &str) -> String {
        let folder = if language == "en" {
            String::new()
        } else {
            format!("{language}/")
        };
        self.app() + &folder
    }

    /// The static page with the same questions, one below the other.
    pub fn still(&self) -> String {
        self.still_in("en")
    }

    /// The same in any of the languages.
    pub fn still_in(&self, language: &str) -> String {
        self.app() + &still_name(language)
    }

    /// The Preact page with the same questions, one at a time.
    pub fn preact(&self) -> String {
        format!("{}{PREACT}", self.server.url())
    }

    /// A plain script that puts rooms into a picture.
    pub fn plain_rooms(&self) -> String {
        format!("{}{ROOMS}", self.server.url())
    }

    /// A page with nothing on it.
    pub fn blank(&self) -> String {
        format!("{}{BLANK}", self.server.url())
    }

    /// Starts counting what is asked for.
    pub fn count(&self) {
        self.server.forget();
    }

    /// What was sent since then.
    pub fn sent(&self) -> Result<Sent> {
        let requests = self.server.requests();
        // Who has it already is told that nothing has changed.
        let asked = requests
            .iter()
            .filter(|request| request.header("if-modified-since").is_none());
        let mut all = 0;
        for request in asked.clone() {
            all += self.size(&request.path)?;
        }
        let mut first = 0;
        let page = asked.clone().next().map_or("", |request| &request.path);
        let text = fs::read_to_string(self.folder.path().join(file_name(page)))?;
        for path in asked.map(|request| &request.path).collect::<BTreeSet<_>>() {
            if path == page || is_waited_for(&text, path) {
                first += self.size(path)?;
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "never that many bytes")]
        Ok(Sent {
            all: all as f64,
            waited_for: first as f64,
        })
    }

    fn size(&self, path: &str) -> Result<u64> {
        let name = file_name(path);
        let file = self.folder.path().join(name);
        let small = self.folder.path().join(format!("{name}.br"));
        let sent = if small.is_file() { small } else { file };
        Ok(fs::metadata(&sent)
            .with_context(|| format!("{name} was asked for"))?
            .len())
    }
}

fn still_name(language: &str) -> String {
    format!("static-{language}.html")
}

fn file_name(path: &str) -> &str {
    match path.trim_start_matches('/') {
        "" => "index.html",
        name => name,
    }
}

/// Whether a file is named in the page otherwise than for later.
fn is_waited_for(page: &str, path: &str) -> bool {
    let name = file_name(path);
    let later = |word: &str| word.starts_with("data-") && !word.starts_with("data-pack=");
    let mut words = page.split_whitespace().filter(|word| !later(word));
    words.any(|word| word.contains(name))
}

/// The script of the Preact page, for a module.
fn preact_script(questions: &str) -> Result<String> {
    let project = Project::find();
    tools::ensure_preact(&project)?;
    let mut esbuild = Command::new(tools::esbuild(&project)?.path);
    esbuild
        .args(["--bundle", "--minify", "--format=esm", "--charset=utf8"])
        .args(["--jsx-factory=h", "--target=chrome105,firefox115,safari16.4"])
        .arg("--log-level=error")
        .arg(format!("--define:QUESTIONS={questions}"))
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/browser/pages/preact.jsx"))
        .env("NODE_PATH", project.tools().join("node_modules"));
    output(&mut esbuild, "bundling the Preact page")
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once(end).map(|(inside, _)| inside)
}

/// Writes a file and its brotli form, which is what the app's files are sent as.
fn add(folder: &Path, name: &str, text: &str) -> Result<()> {
    fs::write(folder.join(name), text)?;
    let mut small = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut small, 4096, 11, 22);
        writer.write_all(text.as_bytes())?;
    }
    Ok(fs::write(folder.join(format!("{name}.br")), small)?)
}

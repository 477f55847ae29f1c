//! The service worker: which files it keeps, and under which name.

use super::{
    output::{File, Kind, Values, hash},
    template,
};
use anyhow::Result;

/// What it is called: a browser asks under the same address whether there is another build.
pub const NAME: &str = "service-worker.js";

/// What stands there instead in a debug build.
pub const UNREGISTER: &str = include_str!("unregister.js");

const WORKER: &str = include_str!("../../../src/browser/offline/worker.js");

/// The worker of a build with these pages in these folders, what they say of their parts, and these other files.
pub fn worker(pages: &str, folders: &[String], parts: &str, files: &[File]) -> Result<String> {
    let first_and_later = names(files, &[Kind::FirstLoad, Kind::Later])?;
    let on_demand = names(files, &[Kind::OnDemand, Kind::Hashed])?;
    // The names stand for the content of the files.
    let all = [WORKER, pages, &first_and_later, &on_demand].join("\n");
    let values = Values::from([
        ("build".to_owned(), hash(all.as_bytes())),
        ("parts".to_owned(), parts.to_owned()),
        ("pages".to_owned(), serde_json::to_string(folders)?),
        ("files".to_owned(), first_and_later),
        ("on_demand".to_owned(), on_demand),
    ]);
    template::fill(WORKER, &values)
}

/// The names of the files of these kinds, as a list in JavaScript.
fn names(files: &[File], kinds: &[Kind]) -> Result<String> {
    let names = files
        .iter()
        .filter(|file| kinds.contains(&file.kind))
        .map(|file| file.name.as_str());
    Ok(serde_json::to_string(&names.collect::<Vec<_>>())?)
}

#[cfg(test)]
mod tests {
    use super::{File, Kind, worker};

    fn files(style: &str) -> Vec<File> {
        [
            ("app-1.js", Kind::FirstLoad),
            (style, Kind::Later),
            ("scan-3.js", Kind::OnDemand),
            ("fr-4.txt", Kind::Hashed),
            ("robots.txt", Kind::Plain),
            ("index.html", Kind::Page),
        ]
        .map(|(name, kind)| File {
            name: name.to_owned(),
            kind,
            raw: 1,
            gzip: None,
            brotli: None,
        })
        .into()
    }

    fn line<'a>(worker: &'a str, start: &str) -> &'a str {
        worker.lines().find(|line| line.starts_with(start)).unwrap()
    }

    #[test]
    fn lists_what_everybody_loads_apart_from_what_few_need() {
        let folders = [String::new(), "fr/".to_owned()];
        let worker = worker("page", &folders, "0af3", &files("later-2.css")).unwrap();
        assert_eq!(line(&worker, "const PARTS"), r#"const PARTS = "0af3";"#);
        assert_eq!(line(&worker, "const PAGES"), r#"const PAGES = ["","fr/"];"#);
        assert_eq!(
            line(&worker, "const FILES"),
            r#"const FILES = ["app-1.js","later-2.css"];"#
        );
        assert_eq!(
            line(&worker, "const ON_DEMAND"),
            r#"const ON_DEMAND = ["scan-3.js","fr-4.txt"];"#
        );
        assert!(
            !worker.contains("robots.txt") && !worker.contains("{{"),
            "{worker}"
        );
    }

    #[test]
    fn another_page_or_file_makes_another_cache() {
        let cache = |page: &str, style: &str| {
            let worker = worker(page, &[String::new()], "0af3", &files(style)).unwrap();
            line(&worker, "const CACHE").to_owned()
        };
        let first = cache("page", "later-2.css");
        assert_eq!(cache("page", "later-2.css"), first);
        assert_ne!(cache("Page", "later-2.css"), first);
        assert_ne!(cache("page", "later-9.css"), first);
    }
}

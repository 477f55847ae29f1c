//! The languages of a build: four packs and a page for each. English is at the root, every other in a folder of its own.

use super::output::{File, Kind, Values, Writer};
use super::{FIRST_LOAD_BUDGET, PAGE_BUDGET, TRANSLATED_BUDGET, files, read, read_text, shape};
use anyhow::{Context, Result};
use std::{collections::BTreeSet, path::Path};

/// The language of the page at the root.
const ORIGINAL: &str = "en";

/// What comes beside parts of the app, and when that of the page at the root is fetched.
pub(super) const BESIDE: [(&str, Kind); 3] = [
    ("later", Kind::Later),
    ("archive", Kind::OnDemand),
    ("workshop", Kind::OnDemand),
];

/// What is written for a language, and the pieces of its page.
#[derive(Debug)]
pub struct Language {
    tag: String,
    /// What its packs are called, by placeholder.
    packs: Values,
    pieces: Values,
}

impl Language {
    /// Whether its page is the one at the root.
    pub fn is_original(&self) -> bool {
        self.tag == ORIGINAL
    }

    /// Where its page is, below the root.
    pub fn folder(&self) -> String {
        if self.is_original() {
            String::new()
        } else {
            format!("{}/", self.tag)
        }
    }

    /// Whether a file is one of its packs.
    pub fn has(&self, file: &str) -> bool {
        self.packs.values().any(|pack| pack == file)
    }

    /// The file of its page.
    pub fn file(&self) -> String {
        format!("{}index.html", self.folder())
    }

    /// What its page is filled with, beside what is the same for all. Addresses are relative to the page unless there is a `base`.
    pub fn values(&self, all: &[Self], names: &Values, base: Option<&str>) -> Result<Values> {
        let root = base.unwrap_or(if self.is_original() { "./" } else { "../" });
        let mut values = self.pieces.clone();
        let body = values.get("body").context("the first screen was not rendered")?;
        let shape = shape::shape(body)?.to_string();
        values.insert("shape".to_owned(), shape);
        for (name, file) in names.iter().chain(&self.packs) {
            values.insert(name.clone(), format!("{root}{file}"));
        }
        let links = all.iter().map(|it| {
            format!(
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{root}{}\">",
                it.tag,
                it.folder()
            )
        });
        values.insert("alternates".to_owned(), links.collect::<Vec<_>>().join("\n"));
        Ok(values)
    }
}

/// Writes the packs of every language that was prerendered, English first. Only that of the page at the root is part of its first load.
pub fn add(writer: &mut Writer<'_>, prerendered: &Path) -> Result<Vec<Language>> {
    let mut tags = BTreeSet::new();
    for path in files(prerendered, Some("txt"))? {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let tag = name
            .strip_prefix("pack.")
            .and_then(|name| name.strip_suffix(".txt"));
        tags.extend(tag.map(str::to_owned));
    }
    let mut languages = Vec::new();
    for tag in tags {
        let original = tag == ORIGINAL;
        let stem = tag.to_lowercase();
        let mut packs = Values::new();
        let mut add = |pack: String, name: &str, kind| {
            let words = read(&prerendered.join(format!("{pack}.{tag}.txt")))?;
            let kind = if original { kind } else { Kind::Hashed };
            packs.insert(pack, writer.add_hashed(name, "txt", kind, &words)?);
            anyhow::Ok(())
        };
        add("pack".to_owned(), &stem, Kind::FirstLoad)?;
        for (name, kind) in BESIDE {
            add(format!("{name}_pack"), &format!("{name}-{stem}"), kind)?;
        }
        let mut pieces = Values::new();
        for path in files(&prerendered.join(&tag), Some("html"))? {
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            pieces.insert(name, read_text(&path)?.trim_end().to_owned());
        }
        languages.push(Language { tag, packs, pieces });
    }
    languages.sort_by_key(|language| (!language.is_original(), language.tag.clone()));
    Ok(languages)
}

/// What the first load weighs in each language, and the page of it, with what they may.
pub fn budgets(files: &[File]) -> Vec<(String, usize, usize)> {
    let size = |wanted: &dyn Fn(&File) -> bool| -> usize {
        files
            .iter()
            .filter(|file| wanted(file))
            .map(File::brotli_or_raw)
            .sum()
    };
    let pack = |tag: &str| {
        let start = format!("{}-", tag.to_lowercase());
        size(&|file| file.name.ends_with(".txt") && is_hashed(&file.name, &start))
    };
    let shared = size(&|file| file.kind == Kind::FirstLoad) - pack(ORIGINAL);
    let mut budgets = Vec::new();
    for page in files.iter().filter(|file| file.kind == Kind::Page) {
        let tag = page.name.strip_suffix("/index.html").unwrap_or(ORIGINAL);
        let own = page.brotli_or_raw();
        let most = if tag == ORIGINAL {
            FIRST_LOAD_BUDGET
        } else {
            TRANSLATED_BUDGET
        };
        budgets.push((
            format!("first load in {tag}, brotli"),
            shared + pack(tag) + own,
            most,
        ));
        budgets.push((format!("{}, brotli", page.name), own, PAGE_BUDGET));
    }
    budgets
}

/// Whether a name is this beginning and a hash.
fn is_hashed(name: &str, start: &str) -> bool {
    name.strip_prefix(start).is_some_and(|rest| {
        rest.split('.')
            .next()
            .is_some_and(|hash| hash.len() == 12 && !hash.contains('-'))
    })
}

#[cfg(test)]
mod tests {
    use super::{File, Kind, budgets};

    #[test]
    fn each_language_is_weighed_with_its_own_pack_and_page() {
        let files = [
            ("app-0123456789ab.js", Kind::FirstLoad, 100),
            ("en-0123456789ab.txt", Kind::FirstLoad, 10),
            ("later-en-0123456789ab.txt", Kind::Later, 7),
            ("pt-br-0123456789ab.txt", Kind::Hashed, 12),
            ("index.html", Kind::Page, 1),
            ("pt-BR/index.html", Kind::Page, 2),
        ]
        .map(|(name, kind, raw)| File {
            name: name.to_owned(),
            kind,
            raw,
            gzip: None,
            brotli: None,
        });
        let weights: Vec<_> = budgets(&files)
            .into_iter()
            .map(|(what, size, _)| (what, size))
            .collect();
        let expected = [
            ("first load in en, brotli", 111),
            ("index.html, brotli", 1),
            ("first load in pt-BR, brotli", 114),
            ("pt-BR/index.html, brotli", 2),
        ];
        assert_eq!(weights, expected.map(|(what, size)| (what.to_owned(), size)));
    }
}

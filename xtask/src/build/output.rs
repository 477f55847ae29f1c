//! The files of `dist/`: names, compressed forms, headers, sizes.

use super::{cache::Cache, cache::hex, policy};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// What a file of `dist/` is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `index.html`, at the root or in the folder of a language.
    Page,
    /// Named by its content and needed for the first screen.
    FirstLoad,
    /// Named by its content, and fetched as soon as the first screen is alive.
    Later,
    /// Named by its content, and fetched only when somebody does what needs it.
    OnDemand,
    /// Named by its content.
    Hashed,
    /// Under a name that stays.
    Plain,
    /// Everything in one file, for whoever has no host.
    Single,
}

fn named_by_content(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::FirstLoad | Kind::Later | Kind::OnDemand | Kind::Hashed
    )
}

/// The list of all files with their SHA-256.
pub const SUMS: &str = "SHA256SUMS";

/// One file of `dist/`.
#[derive(Debug, Clone)]
pub struct File {
    /// Its path inside `dist/`, with forward slashes.
    pub name: String,
    /// What it is for.
    pub kind: Kind,
    /// Size in bytes: as it is, gzipped, and with brotli.
    pub raw: usize,
    /// See `raw`; nothing when the file does not get smaller.
    pub gzip: Option<usize>,
    /// See `gzip`.
    pub brotli: Option<usize>,
}

impl File {
    /// What a browser that accepts brotli downloads.
    #[must_use]
    pub fn brotli_or_raw(&self) -> usize {
        self.brotli.unwrap_or(self.raw)
    }
}

/// Writes files into a staging folder.
#[derive(Debug)]
pub struct Writer<'a> {
    folder: PathBuf,
    cache: Option<&'a Cache>,
    files: Vec<File>,
}

impl<'a> Writer<'a> {
    /// Starts with an empty `folder`. Without a `cache` nothing is compressed.
    pub fn new(folder: PathBuf, cache: Option<&'a Cache>) -> Result<Self> {
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
        }
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        Ok(Self {
            folder,
            cache,
            files: Vec::new(),
        })
    }

    /// Writes `content` as `name`, and its compressed forms beside it.
    pub fn add(&mut self, name: &str, kind: Kind, content: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, content).with_context(|| format!("cannot write {}", path.display()))?;
        let gzip = self.compressed(name, "gz", content, gzip)?;
        let brotli = self.compressed(name, "br", content, brotli)?;
        self.files.push(File {
            name: name.to_owned(),
            kind,
            raw: content.len(),
            gzip,
            brotli,
        });
        Ok(())
    }

    /// Writes `content` as `name`, and nothing beside it.
    pub fn add_as_it_is(&mut self, name: &str, kind: Kind, content: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        fs::write(&path, content).with_context(|| format!("cannot write {}", path.display()))?;
        self.files.push(File {
            name: name.to_owned(),
            kind,
            raw: content.len(),
            gzip: None,
            brotli: None,
        });
        Ok(())
    }

    /// What stands in a file that has been written.
    pub fn read(&self, name: &str) -> Result<Vec<u8>> {
        fs::read(self.folder.join(name)).with_context(|| format!("cannot read {name}"))
    }

    /// What stands in a file that has been written, as gzip.
    pub fn packed(&self, name: &str) -> Result<Vec<u8>> {
        self.read(&format!("{name}.gz"))
            .or_else(|_| gzip(&self.read(name)?))
    }

    /// The SHA-256 of the files of these kinds, a line each, in the form and the order of `sha256sum`'s.
    fn sums(&self, wanted: impl Fn(Kind) -> bool) -> Result<String> {
        let mut names: Vec<&str> = self
            .files
            .iter()
            .filter(|file| wanted(file.kind))
            .map(|file| file.name.as_str())
            .collect();
        names.sort_unstable();
        names
            .into_iter()
            .map(|name| Ok(format!("{}  {name}\n", self.sum(name)?)))
            .collect()
    }

    /// The SHA-256 of a file that has been written.
    pub fn sum(&self, name: &str) -> Result<String> {
        Ok(hex(&Sha256::digest(self.read(name)?)))
    }

    /// What stands for this build, in 64 digits: the SHA-256 of the lines in `SHA256SUMS` of all files that are named by their content.
    pub fn build(&self) -> Result<String> {
        Ok(hex(&Sha256::digest(self.sums(named_by_content)?)))
    }

    /// Writes `SHA256SUMS`: first what [`Self::build`] stands for, then everything else.
    pub fn write_sums(&self) -> Result<()> {
        let text = self.sums(named_by_content)? + &self.sums(|kind| !named_by_content(kind))?;
        fs::write(self.folder.join(SUMS), text).with_context(|| format!("cannot write {SUMS}"))
    }

    /// What has been written so far.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// Writes `content` as `stem-HASH.extension` and returns that name.
    pub fn add_hashed(&mut self, stem: &str, extension: &str, kind: Kind, content: &[u8]) -> Result<String> {
        let name = hashed(stem, extension, content);
        self.add(&name, kind, content)?;
        Ok(name)
    }

    fn compressed(
        &self,
        name: &str,
        extension: &str,
        content: &[u8],
        compress: fn(&[u8]) -> Result<Vec<u8>>,
    ) -> Result<Option<usize>> {
        let Some(cache) = &self.cache else { return Ok(None) };
        let small = cache.get(&[PROGRAMS, extension.as_bytes(), content], || compress(content))?;
        if small.len() >= content.len() {
            return Ok(None);
        }
        fs::write(self.folder.join(format!("{name}.{extension}")), &small)?;
        Ok(Some(small.len()))
    }

    /// Writes `_headers`, which static hosts and [`crate::server`] read.
    pub fn headers(&self, base: &str, content_policy: &str) -> Result<()> {
        let mut text = format!(
            "{base}*\n  Content-Security-Policy: {}\n",
            policy::for_header(content_policy)
        );
        for (name, value) in policy::HEADERS {
            let _ = writeln!(text, "  {name}: {value}");
        }
        for file in &self.files {
            let value = match file.kind {
                Kind::Page => {
                    let folder = file.name.trim_end_matches("index.html");
                    let _ = writeln!(text, "{base}{folder}\n  Cache-Control: no-cache");
                    "no-cache"
                }
                Kind::Plain | Kind::Single => "no-cache",
                Kind::FirstLoad | Kind::Later | Kind::OnDemand | Kind::Hashed => {
                    "public, max-age=31536000, immutable"
                }
            };
            let _ = writeln!(text, "{base}{}\n  Cache-Control: {value}", file.name);
        }
        fs::write(self.folder.join("_headers"), text).context("cannot write _headers")
    }

    /// Puts the folder in the place of `dist` and returns what is in it.
    pub fn publish(self, dist: &Path) -> Result<Vec<File>> {
        if let Some(cache) = &self.cache {
            cache.prune()?;
        }
        if dist.exists() {
            fs::remove_dir_all(dist).with_context(|| format!("cannot empty {}", dist.display()))?;
        }
        fs::rename(&self.folder, dist).with_context(|| format!("cannot write {}", dist.display()))?;
        Ok(self.files)
    }
}

/// `stem-HASH.extension`.
#[must_use]
pub fn hashed(stem: &str, extension: &str, content: &[u8]) -> String {
    format!("{stem}-{}.{extension}", hash(content))
}

/// Twelve digits that stand for `content`.
#[must_use]
pub fn hash(content: &[u8]) -> String {
    hex(&Sha256::digest(content)).chars().take(12).collect()
}

/// What compresses; another one leaves nothing of this one in the cache.
const PROGRAMS: &[u8] = b"zopfli, brotli 11";

/// As small as gzip gets.
fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut small = Vec::new();
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Gzip,
        content,
        &mut small,
    )?;
    Ok(small)
}

/// Compressed as a host would do it once.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut small, &parameters)?;
    Ok(small)
}

/// Sizes against the budget, as a table.
#[must_use]
pub fn table(files: &[File]) -> String {
    let mut files: Vec<&File> = files.iter().collect();
    files.sort_by_key(|file| (file.kind as u8, file.name.clone()));
    let width = files
        .iter()
        .map(|file| file.name.len())
        .max()
        .unwrap_or(0)
        .max(20);
    let mut text = format!(
        "{:width$}  {:>9}  {:>9}  {:>9}  (kB = 1000 bytes)\n",
        "file", "raw", "gzip", "brotli"
    );
    for file in files {
        let when = match file.kind {
            Kind::Page | Kind::FirstLoad => "  first load",
            Kind::Later => "  later",
            Kind::OnDemand => "  on demand",
            Kind::Single => "  all in one",
            Kind::Hashed | Kind::Plain => "",
        };
        let _ = writeln!(
            text,
            "{:width$}  {:>9}  {:>9}  {:>9}{when}",
            file.name,
            kilobytes(Some(file.raw)),
            kilobytes(file.gzip),
            kilobytes(file.brotli),
        );
    }
    text
}

/// `bytes` in kB with two digits, or a dash.
#[must_use]
pub fn kilobytes(bytes: Option<usize>) -> String {
    bytes.map_or_else(
        || "-".to_owned(),
        |bytes| format!("{}.{:02}", bytes / 1000, bytes % 1000 / 10),
    )
}

/// What the page is filled with, by placeholder.
pub type Values = BTreeMap<String, String>;

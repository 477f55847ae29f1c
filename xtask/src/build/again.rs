//! Builds a copy of the sources in another folder and compares: whoever builds the same sources gets the same bytes.

use super::{Options, Report, cache::hex, output::SUMS, run};
use crate::{
    process::{self, Step},
    project::Project,
};
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    path::Path,
    process::Command,
};
use walkdir::WalkDir;

/// What of the sources' folder is no source.
const NO_SOURCE: [&str; 4] = ["target", "dist", "node_modules", ".git"];
/// Folders of which no build reads anything.
const NOT_READ: [&str; 7] = [
    "docs",
    "findings",
    "fuzz",
    "tests",
    "benches",
    "xtask/tests",
    "xtask/benches",
];
/// What cargo has compiled of other people's crates, below the target folder.
const COMPILED: [&str; 2] = ["release", "wasm32-unknown-unknown/release"];
const OF_THESE: [&str; 3] = ["deps", "build", ".fingerprint"];

/// Builds once more from a copy of the sources, elsewhere and later, and fails if a file differs from `first`.
///
/// What cargo has compiled of other crates is copied as well, and so is the cache of the build, whose keys are contents: only what
/// comes from these sources is compiled anew. The first screen and the packs are taken over. What was the same before, from the same
/// sources and the same compiler, is not built once more.
pub fn same_from_elsewhere(project: &Project, first: &Report) -> Result<()> {
    let (fingerprint, known) = (
        fingerprint(project.root(), &first.dist)?,
        project.scratch().join("same-bytes"),
    );
    if fs::read_to_string(&known).is_ok_and(|known| known == fingerprint) {
        println!("These sources were built in two folders before, and were the same bytes.");
        return Ok(());
    }
    let step = Step::start("Building the same sources in another folder");
    let elsewhere = project.scratch().join("again");
    if elsewhere.exists() {
        fs::remove_dir_all(&elsewhere)?;
    }
    let root = elsewhere.join("quite/another/place");
    let target = elsewhere.join("out");
    copy(project.root(), &root, &NO_SOURCE)?;
    for profile in COMPILED {
        for folder in OF_THESE {
            let path = Path::new(profile).join(folder);
            if project.target().join(&path).is_dir() {
                keep(&project.target().join(&path), &target.join(&path))?;
            }
        }
    }
    let copy_of = project.moved(&root, &target);
    keep(&project.scratch().join("cache"), &copy_of.scratch().join("cache"))?;
    let options = Options {
        single: !first.singles.is_empty(),
        prerendered: Some(super::prerender_folder(project, false)),
        ..Options::default()
    };
    let second = run(&copy_of, &options)?;
    let differing = differing(&first.dist, &second.dist)?;
    if !differing.is_empty() {
        // Left where it is, to be looked at.
        bail!("built elsewhere, these differ: {}", differing.join(", "));
    }
    fs::remove_dir_all(&elsewhere)?;
    fs::write(&known, fingerprint)?;
    step.done();
    Ok(())
}

/// The SHA-256 of everything that makes a build what it is, and of what came of it.
fn fingerprint(root: &Path, dist: &Path) -> Result<String> {
    let compiler = process::output(
        Command::new("rustc").arg("-vV"),
        "asking the compiler for its version",
    )?;
    let mut hasher = Sha256::new_with_prefix(compiler);
    hasher.update(fs::read(dist.join(SUMS))?);
    let sources = WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| {
            let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
            !NO_SOURCE
                .iter()
                .chain(&NOT_READ)
                .any(|folder| path == Path::new(folder))
        });
    for entry in sources {
        let entry = entry?;
        if entry.file_type().is_file() {
            let content = fs::read(entry.path())?;
            hasher.update(entry.path().strip_prefix(root)?.as_os_str().as_encoded_bytes());
            hasher.update((content.len() as u64).to_le_bytes());
            hasher.update(content);
        }
    }
    Ok(hex(&hasher.finalize()))
}

/// The names of the files that are not the same in both folders.
fn differing(one: &Path, other: &Path) -> Result<Vec<String>> {
    let content = |folder: &Path| -> Result<BTreeMap<String, Vec<u8>>> {
        let mut found = BTreeMap::new();
        for entry in WalkDir::new(folder) {
            let entry = entry?;
            if entry.file_type().is_file() {
                let name = entry.path().strip_prefix(folder)?.to_string_lossy().into_owned();
                found.insert(name, fs::read(entry.path())?);
            }
        }
        Ok(found)
    };
    let (one, other) = (content(one)?, content(other)?);
    let names = one
        .keys()
        .chain(other.keys())
        .filter(|name| one.get(*name) != other.get(*name));
    let mut names: Vec<_> = names.cloned().collect();
    names.sort();
    names.dedup();
    Ok(names)
}

/// Copies a folder; its files are as new as the copy.
fn copy(from: &Path, to: &Path, without: &[&str]) -> Result<()> {
    let entries = WalkDir::new(from).into_iter().filter_entry(|entry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() != 1 || !without.contains(&&*name)
    });
    for entry in entries {
        let entry = entry?;
        let path = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(&path)?;
        } else {
            fs::copy(entry.path(), &path).with_context(|| format!("cannot copy to {}", path.display()))?;
        }
    }
    Ok(())
}

/// Copies a folder with the times of its files, by which cargo tells what is up to date.
fn keep(from: &Path, to: &Path) -> Result<()> {
    copy(from, to, &[])?;
    for entry in WalkDir::new(from) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let copy = to.join(entry.path().strip_prefix(from)?);
            File::options()
                .write(true)
                .open(&copy)?
                .set_modified(entry.metadata()?.modified()?)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{SUMS, differing, fingerprint};
    use std::fs;

    #[test]
    fn what_a_build_reads_and_makes_is_in_its_fingerprint_and_nothing_else() {
        let (root, dist) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for folder in ["src", "docs", "xtask/src", "xtask/tests", "target"] {
            fs::create_dir_all(root.path().join(folder)).unwrap();
        }
        fs::write(dist.path().join(SUMS), "sums").unwrap();
        let with = |path: &str, content: &str| {
            fs::write(root.path().join(path), content).unwrap();
            fingerprint(root.path(), dist.path()).unwrap()
        };
        let mut seen = vec![
            with("src/main.rs", "one"),
            with("src/main.rs", "two"),
            with("xtask/src/main.rs", ""),
        ];
        seen.push(with("Cargo.lock", "lock"));
        assert_eq!(with("docs/page.md", "words"), seen[3]);
        assert_eq!(with("xtask/tests/browser.rs", "a test"), seen[3]);
        assert_eq!(with("target/made", "a file"), seen[3]);
        fs::write(dist.path().join(SUMS), "others").unwrap();
        seen.push(fingerprint(root.path(), dist.path()).unwrap());
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 5);
    }

    #[test]
    fn another_byte_and_a_missing_file_are_seen() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for folder in [one.path(), other.path()] {
            fs::write(folder.join("a"), "a").unwrap();
            fs::write(folder.join("b"), "b").unwrap();
        }
        assert!(differing(one.path(), other.path()).unwrap().is_empty());
        fs::write(other.path().join("a"), "A").unwrap();
        fs::remove_file(one.path().join("b")).unwrap();
        assert_eq!(differing(one.path(), other.path()).unwrap(), ["a", "b"]);
    }
}

//! Scripts and style sheets without what only their authors read, by esbuild.

use super::cache::Cache;
use crate::{process, tools::Esbuild};
use anyhow::{Result, bail};
use std::{fs, path::PathBuf, process::Command};

/// What holds for every text: the engines that the page is made for.
const FLAGS: [&str; 3] = [
    "--target=chrome105,firefox115,safari16.4",
    "--charset=utf8",
    "--log-level=error",
];

/// What a text is, which decides what of it others may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A module: nobody outside knows more of it than what it exports.
    Module,
    /// A module, written as a script that leaves what the module exports in `program`.
    Program,
    /// A script that shares its names with the others of its page.
    Script,
    /// A style sheet.
    Style,
}

impl Source {
    const fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Module => &["--loader=js", "--minify", "--format=esm"],
            Self::Program => &[
                "--loader=js",
                "--minify",
                "--format=iife",
                "--global-name=program",
            ],
            Self::Script => &["--loader=js", "--minify"],
            Self::Style => &["--loader=css", "--minify"],
        }
    }
}

/// Makes texts small; in a debug build they stay as they were written.
#[derive(Debug)]
pub struct Minifier<'a> {
    /// The program, what it has made before, and where it may write.
    pub with: Option<(Esbuild, &'a Cache, PathBuf)>,
}

impl Minifier<'_> {
    /// `text`, which is called `name` in errors, without comments and, where nobody outside can tell, with short names.
    pub fn run(&self, name: &str, source: Source, text: &str) -> Result<String> {
        let small = match &self.with {
            None => text.trim().to_owned(),
            Some((esbuild, cache, scratch)) => {
                let flags = [&FLAGS, source.flags()].concat();
                let told = flags.join(" ");
                let parts: [&[u8]; 4] = [
                    b"esbuild",
                    esbuild.version.as_bytes(),
                    told.as_bytes(),
                    text.as_bytes(),
                ];
                let made = cache.get(&parts, || {
                    let from = scratch.join("before.txt");
                    fs::write(&from, text)?;
                    let mut command = Command::new(&esbuild.path);
                    command.args(&flags).stdin(fs::File::open(&from)?);
                    Ok(process::output_of(&mut command, &format!("minifying {name}"))?.into_bytes())
                })?;
                String::from_utf8(made)?.trim().to_owned()
            }
        };
        let end = if source == Source::Style {
            "</style"
        } else {
            "</script"
        };
        if small.to_ascii_lowercase().contains(end) {
            bail!("{name}: {end} ends the element that it stands in; split the string");
        }
        Ok(small)
    }
}

//! `cargo xtask listen`: what somebody hears who listens, with Orca and Firefox, beside what is expected.
//!
//! Outside of the test command: arrivals are a race between the browser and the screen reader, so every script is played several
//! times, and a difference is a reason to look and not a failure of the build.

pub mod script;
mod session;

use crate::{build, process, process::Step as Told, project::Project, server::Server, tools};
use anyhow::{Context, Result};
use script::Script;
use session::{Heard, Session};
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};
use xtask_wasm::clap;

/// Which scripts are played, and how.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Only the scripts whose names contain this.
    #[arg(long)]
    only: Option<String>,
    /// How often each is played.
    #[arg(long, default_value_t = 3)]
    runs: usize,
    /// Listen to the app that is in dist/, as it is.
    #[arg(long)]
    built: bool,
}

/// Plays the scripts in `xtask/listen` and writes what was heard to `target/xtask/listen`.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    tools::ensure_listening()?;
    if !options.built {
        build::run(project, &build::Options::default())?;
    }
    let folder = project.root().join("xtask/listen");
    let out = project.scratch().join("listen");
    fs::create_dir_all(&out)?;
    let session = Session::start(&folder.join("speechd.py"), &out.join("orca.txt"))?;
    let mut differences = 0;
    for path in scripts(&folder, options.only.as_deref())? {
        differences += listen(project, &session, &path, options.runs, &out)?;
    }
    session.keep_debug(&out.join("orca.txt"))?;
    println!("\n{}", versions()?);
    println!(
        "{differences} differences; what was heard is in {}",
        project.relative(&out).display()
    );
    Ok(if differences == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn scripts(folder: &Path, only: Option<&str>) -> Result<Vec<PathBuf>> {
    let wanted = |path: &PathBuf| {
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        path.extension().is_some_and(|ending| ending == "txt") && only.is_none_or(|only| name.contains(only))
    };
    let entries: std::io::Result<Vec<_>> = fs::read_dir(folder)?.collect();
    let mut paths: Vec<_> = entries?
        .into_iter()
        .map(|entry| entry.path())
        .filter(wanted)
        .collect();
    paths.sort();
    Ok(paths)
}

/// Plays one script so often, writes down and prints what came of it; returns how many expectations were not met in every run.
fn listen(project: &Project, session: &Session, path: &Path, runs: usize, out: &Path) -> Result<usize> {
    let name = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let script = Script::parse(&fs::read_to_string(path)?).with_context(|| name.clone())?;
    let told = Told::start(format!("Listening: {name}"));
    let site = site(project, &script, out)?;
    let mut heard = Vec::new();
    for run in 0..runs {
        // A server of its own has a port of its own, and a browser that has nothing stored for it.
        let server = Server::start(&site)?;
        heard.push(session.play(&script.steps, &[server.url(), "stored.html"].concat(), run)?);
    }
    let (report, differences) = compare(&script, &heard)?;
    fs::write(out.join(format!("{name}.txt")), &report)?;
    print!("{report}");
    told.done();
    Ok(differences)
}

/// The app with one page more, which stores what the script wants stored and goes on to the fragment that it was opened at.
fn site(project: &Project, script: &Script, out: &Path) -> Result<PathBuf> {
    let site = out.join("site");
    let _old = fs::remove_dir_all(&site);
    fs::create_dir_all(&site)?;
    for entry in walkdir::WalkDir::new(project.dist()).min_depth(1) {
        let entry = entry?;
        let to = site.join(entry.path().strip_prefix(project.dist())?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(to)?;
        } else if entry.file_name() != "_headers" {
            fs::copy(entry.path(), to)?;
        }
    }
    let mut stored = Vec::new();
    for (key, file) in &script.stored {
        let text = fs::read_to_string(project.root().join(file)).with_context(|| file.clone())?;
        stored.push((key, text));
    }
    let stored = serde_json::to_string(&stored)?.replace('<', "\\u003c");
    let page = format!(
        "<!doctype html><script>for (const [key, text] of {stored}) localStorage.setItem(key, text);\
         location.replace(\"./\" + location.hash);</script>"
    );
    fs::write(site.join("stored.html"), page)?;
    Ok(site)
}

/// What was said beside what is expected, and how many expectations were not met in every run.
fn compare(script: &Script, heard: &[Vec<Heard>]) -> Result<(String, usize)> {
    let (mut report, mut differences) = (String::new(), 0);
    let nothing = Heard::default();
    for (place, step) in script.steps.iter().enumerate() {
        writeln!(report, "  > {}", step.line)?;
        let said: Vec<&Heard> = heard
            .iter()
            .map(|run| run.get(place).unwrap_or(&nothing))
            .collect();
        let first = said.first().map(|heard| &*heard.lines).unwrap_or_default();
        for line in first {
            writeln!(report, "      {line}")?;
        }
        for (run, other) in (1..).zip(&said) {
            if other.lines != first {
                writeln!(report, "    run {run}: {}", other.lines.join(" | "))?;
            }
            if let Some(late) = other.late {
                writeln!(report, "    run {run}: waited {:.1} s more", late.as_secs_f32())?;
            }
        }
        for expected in &step.expected {
            let met = said.iter().filter(|heard| expected.holds(&heard.lines)).count();
            let mark = if met == said.len() {
                "as expected"
            } else {
                "DIFFERENT"
            };
            differences += usize::from(met != said.len());
            writeln!(report, "    {mark}, {met} of {}: {expected:?}", said.len())?;
        }
    }
    Ok((report, differences))
}

fn versions() -> Result<String> {
    let firefox = process::output(
        Command::new(tools::firefox()?).arg("--version"),
        "Firefox's version",
    )?;
    let orca = process::output(
        Command::new("dpkg-query").args(["-W", "-f", "${Version}", "orca"]),
        "Orca's version",
    )?;
    Ok(format!("Orca {orca}, {}", firefox.trim()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn every_script_can_be_read_and_expects_something() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let all = scripts(&root.join("listen"), None).unwrap();
        assert!(!all.is_empty());
        for path in all {
            let script = Script::parse(&fs::read_to_string(&path).unwrap()).unwrap();
            assert!(
                script.steps.iter().any(|step| !step.expected.is_empty()),
                "{}",
                path.display()
            );
            for (_, file) in script.stored {
                assert!(root.join("..").join(&file).is_file(), "{file}");
            }
        }
    }

    #[test]
    fn what_is_missing_in_one_run_of_several_is_a_difference() {
        let script = Script::parse("open #/\nhear heading\nnot alert").unwrap();
        let run = |line: &str| {
            let lines = vec![line.to_owned()];
            vec![Heard { lines, late: None }]
        };
        let (report, differences) = compare(&script, &[run("Heading"), run("silence")]).unwrap();
        assert_eq!(differences, 1, "{report}");
        assert!(
            report.contains("DIFFERENT, 1 of 2: Hear(\"heading\")"),
            "{report}"
        );
        assert!(report.contains("run 2: silence"), "{report}");
    }
}

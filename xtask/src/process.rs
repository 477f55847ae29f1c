//! Running other programs, and saying so.

use anyhow::{Context, Result, bail};
use std::{
    env,
    ffi::OsStr,
    path::PathBuf,
    process::{Command, Output, Stdio},
    time::Instant,
};

/// One line when something starts; the time when it is over.
#[derive(Debug)]
pub struct Step {
    start: Instant,
    what: String,
}

impl Step {
    /// Says what is starting.
    #[must_use]
    pub fn start(what: impl Into<String>) -> Self {
        let what = what.into();
        println!("==> {what}");
        Self {
            start: Instant::now(),
            what,
        }
    }

    /// Says that it is over, and how long it took.
    pub fn done(self) {
        println!("    {} in {:.1} s", self.what, self.start.elapsed().as_secs_f64());
    }
}

/// Runs `command` with its output on the terminal; an error names the program and what it was for.
pub fn run(command: &mut Command, purpose: &str) -> Result<()> {
    let name = name(command);
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("{name} could not be started"))?;
    if !status.success() {
        bail!("{purpose} failed: {name} ended with {status}");
    }
    Ok(())
}

/// Runs `command` and returns what it printed; what it complained about is part of the error.
pub fn output(command: &mut Command, purpose: &str) -> Result<String> {
    output_of(command.stdin(Stdio::null()), purpose)
}

/// Likewise, with what it reads left as it is.
pub fn output_of(command: &mut Command, purpose: &str) -> Result<String> {
    let name = name(command);
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .output()
        .with_context(|| format!("{name} could not be started"))?;
    if !status.success() {
        let said = String::from_utf8_lossy(&stderr);
        bail!(
            "{purpose} failed: {name} ended with {status}\n{}",
            said.trim_end()
        );
    }
    Ok(String::from_utf8_lossy(&stdout).into_owned())
}

/// Whether `command` starts and succeeds; its output goes nowhere.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The first of `names` on PATH.
#[must_use]
pub fn which(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}

/// The cargo that started this program.
#[must_use]
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn name(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    program
        .file_name()
        .unwrap_or(OsStr::new("program"))
        .to_string_lossy()
        .into_owned()
}

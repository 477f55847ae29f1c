//! `cargo xtask test`: every check in order, and a summary.

mod report;

use crate::{build, process, project::Project, tidy, tools};
use anyhow::{Context, Result, bail};
use report::{Counts, Failures, Outcome, Report};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, ExitCode, Stdio},
};

const WASM_CLIPPY: [&str; 10] = [
    "clippy",
    "--package",
    "oxymoron",
    "--lib",
    "--target",
    tools::WASM_TARGET,
    "--no-default-features",
    "--features",
    "ui",
    "--",
];

const READER_CLIPPY: [&str; 7] = [
    "clippy",
    "--package",
    "oxymoron-scanner",
    "--lib",
    "--target",
    tools::WASM_TARGET,
    "--",
];

/// That they compile is all there is to see: what they say is the same with Yew beside them.
const BARE_CHECK: [&str; 3] = ["check", "--no-default-features", "--tests"];

/// Our own code as it is written. Optimised as for a test by hand, it takes more time to compile from nothing than it saves.
const AS_WRITTEN: [&str; 2] = ["--config", "profile.test.package.oxymoron.opt-level=0"];

/// They are a workspace of their own: no other step notices one that compiles no more. What drives them is in C++, and is left out.
const FUZZ_CHECK: [&str; 6] = [
    "check",
    "--no-default-features",
    "--manifest-path",
    "fuzz/Cargo.toml",
    "--target-dir",
    "target/fuzz",
];

/// Runs every check. A failed one does not keep the others from running, unless they need what it makes.
pub fn run(project: &Project) -> Result<ExitCode> {
    let root = project.root();
    let mut report = Report::default();
    report.step("tools", || {
        tools::ensure_components()?;
        tools::ensure_wasm_target()?;
        tools::wasm_opt(project)?;
        tools::ensure_axe(project)?;
        tools::ensure_browsers(project)?;
        Ok(Outcome::passed())
    });
    report.step("formatting", || plain(root, &["fmt", "--all", "--check"]));
    report.step("lints", || {
        plain(
            root,
            &[
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "--deny",
                "warnings",
            ],
        )
    });
    report.step("lints of the app as WebAssembly", || {
        plain(root, &[&WASM_CLIPPY[..], &["--deny", "warnings"]].concat())
    });
    report.step("lints of the reader of QR codes as WebAssembly", || {
        plain(root, &[&READER_CLIPPY[..], &["--deny", "warnings"]].concat())
    });
    report.step("fuzz targets", || plain(root, &FUZZ_CHECK));
    report.step("tidy", || tidied(root));
    report.step("the domain and its tests without Yew", || {
        plain(root, &BARE_CHECK)
    });
    report.step("tests of the domain and the components", || {
        tests(cargo(root, &["test"]))
    });
    report.step("tests of the reader of QR codes", || {
        tests(cargo(root, &["test", "--package", "oxymoron-scanner"]))
    });
    report.step("tests of the tooling", || {
        tests(cargo(root, &["test", "--package", "xtask", "--lib"]))
    });
    let (mut dist, mut release) = (None, None);
    report.step("release build", || {
        let options = build::Options {
            single: true,
            ..build::Options::default()
        };
        let built = build::run(project, &options)?;
        built.print(project);
        dist = Some(built.dist().to_owned());
        let over = built.over_budget();
        release = Some(built);
        if over.is_empty() {
            Ok(Outcome::passed())
        } else {
            bail!("{}", over.join("; "))
        }
    });
    match &release {
        Some(release) => report.step("the same bytes from another folder", || {
            build::same_from_elsewhere(project, release)?;
            Ok(Outcome::passed())
        }),
        None => report.skip("the same bytes from another folder", "there is no build"),
    }
    let mut dev_dist = None;
    report.step("debug build", || {
        let options = build::Options {
            dev: true,
            ..build::Options::default()
        };
        dev_dist = Some(build::run(project, &options)?.dist().to_owned());
        Ok(Outcome::passed())
    });
    match (dist, dev_dist) {
        (Some(dist), Some(dev_dist)) => report.step("browser tests", || {
            let mut command = cargo(root, &["test", "--package", "xtask", "--test", "browser"]);
            command
                .env("OXYMORON_DIST", &dist)
                .env("OXYMORON_DEV_DIST", &dev_dist);
            if cfg!(target_os = "linux") {
                return tests(command);
            }
            println!("WebKitGTK is to be had on Linux only: its tests are left out.");
            some_tests(command, &["--skip", "::webkit"])
        }),
        _ => report.skip("browser tests", "there is no build"),
    }
    report.print();
    Ok(if report.failed() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn cargo(root: &Path, arguments: &[&str]) -> Command {
    let mut command = process::cargo();
    command.args(arguments).current_dir(root);
    command
}

fn plain(root: &Path, arguments: &[&str]) -> Result<Outcome> {
    process::run(
        &mut cargo(root, arguments),
        &format!("cargo {}", arguments.join(" ")),
    )?;
    Ok(Outcome::passed())
}

fn tidied(root: &Path) -> Result<Outcome> {
    let findings = tidy::run(root)?;
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => Ok(Outcome::passed()),
        1 => bail!("1 finding"),
        many => bail!("{many} findings"),
    }
}

/// Runs a `cargo test`, showing what it prints and counting what it reports.
fn tests(command: Command) -> Result<Outcome> {
    some_tests(command, &[])
}

/// The same, with arguments for the tests themselves.
fn some_tests(mut command: Command, which: &[&str]) -> Result<Outcome> {
    command
        .args(AS_WRITTEN)
        .args(["--no-fail-fast", "--"])
        .args(which)
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    let mut child = command.spawn().context("cargo could not be started")?;
    let (mut counts, mut failures) = (Counts::default(), Failures::default());
    for line in BufReader::new(child.stdout.take().context("cargo has no output")?).lines() {
        let line = line?;
        println!("{line}");
        counts += Counts::of_line(&line);
        failures.take(&line);
    }
    Ok(Outcome {
        success: child.wait()?.success(),
        counts,
        failures,
    })
}

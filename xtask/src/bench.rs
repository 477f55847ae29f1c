//! `cargo xtask bench`: scoring natively, then the running app in a slowed-down browser.

use crate::{build, process, project::Project, tools};
use anyhow::{Context, Result};
use std::{fs, process::ExitCode};
use xtask_wasm::clap;

/// What the benchmark in the browser is told.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// How often each thing is measured.
    #[arg(long)]
    runs: Option<usize>,
    /// Only this part: beside, languages, taps, exchange, draw, collect, facilitate, hostile, rooms or camera.
    #[arg(long)]
    only: Option<String>,
}

/// Builds the release app and measures.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    tools::ensure_chromium()?;
    let built = build::run(project, &build::Options::default())?;
    let mut browser = process::cargo();
    browser
        // Nothing of xtask itself is timed, so it need not be optimised.
        .args(["test", "--package", "xtask", "--bench", "browser", "--"])
        .current_dir(project.root())
        .env("OXYMORON_DIST", built.dist());
    if let Some(runs) = options.runs {
        browser.args(["--runs", &runs.to_string()]);
    }
    match &options.only {
        Some(only) => {
            browser.args(["--only", only]);
        }
        None => {
            browser.arg("--scoring").args(scoring(project)?);
        }
    }
    process::run(&mut browser, "the benchmark in the browser")?;
    built.print(project);
    Ok(ExitCode::SUCCESS)
}

/// Criterion's 95 % interval and its point estimate of the mean in microseconds: lower end, mean, upper end.
fn scoring(project: &Project) -> Result<Vec<String>> {
    let mut criterion = process::cargo();
    criterion
        .args(["bench", "--package", "oxymoron", "--bench", "scoring"])
        .current_dir(project.root());
    process::run(&mut criterion, "the benchmark of scoring")?;
    let file = project
        .target()
        .join("criterion/score one full assessment/new/estimates.json");
    let text = fs::read_to_string(&file).with_context(|| format!("{} is missing", file.display()))?;
    let estimates: serde_json::Value = serde_json::from_str(&text)?;
    let nanoseconds = [
        "/mean/confidence_interval/lower_bound",
        "/mean/point_estimate",
        "/mean/confidence_interval/upper_bound",
    ];
    let mut microseconds = Vec::new();
    for pointer in nanoseconds {
        let value = estimates.pointer(pointer).and_then(serde_json::Value::as_f64);
        let value = value.with_context(|| format!("criterion wrote no {pointer}"))?;
        microseconds.push(format!("{:.3}", value / 1000.0));
    }
    Ok(microseconds)
}

//! The figures of the running app, in Chromium on a slowed-down machine: `cargo xtask bench`.
//!
//! After `cargo xtask build` it also runs alone, and in parts:
//! `cargo test -p xtask --bench browser -- --runs 3 --only start-up`.

mod collect;
mod draw;
mod exchange;
mod facilitate;
mod figures;
#[path = "../../tests/browser/harness/mod.rs"]
#[allow(
    unused_imports,
    clippy::indexing_slicing,
    reason = "shared with the browser tests, which use all of it"
)]
mod harness;
mod hostile;
mod phone;
mod rooms;
mod site;
mod startup;
mod taps;
mod trace;
mod work;

use anyhow::{Context, Result};
use figures::{Figure, Series};
use harness::Browser;
use site::Site;
use std::{fs, thread};
use xtask_wasm::clap::{self, Parser, ValueEnum};

/// A part of the benchmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    StartUp,
    Taps,
    Running,
    Exchange,
    Draw,
    Collect,
    Facilitate,
    Hostile,
    Rooms,
}

#[derive(Debug, Parser)]
struct Arguments {
    /// How often each thing is measured.
    #[arg(long, default_value_t = 10)]
    runs: usize,
    /// Only this part.
    #[arg(long)]
    only: Option<Part>,
    /// What criterion said about scoring: lower, middle and upper estimate in microseconds.
    #[arg(long, num_args = 3)]
    scoring: Option<Vec<f64>>,
    /// Cargo says so to every benchmark.
    #[arg(long, hide = true)]
    bench: bool,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let wanted = |part: Part| arguments.only.is_none_or(|only| only == part);
    let site = Site::start()?;
    print!("{}", machine(&site).await?);
    let (mut figures, mut remarks) = (Vec::new(), Vec::new());
    if let Some(estimates) = &arguments.scoring {
        let series = Series(estimates.clone());
        figures.push(
            Figure::new("scoring one full assessment, native", series)
                .unit("us", 2)
                .at_most(20.0),
        );
    }
    if wanted(Part::StartUp) {
        let start_up = startup::StartUp::measure(&site, arguments.runs).await?;
        figures.extend(start_up.figures());
        remarks.extend(start_up.remarks());
    }
    if wanted(Part::Taps) {
        let taps = taps::Taps::measure(&site).await?;
        remarks.push(format!(
            "taps before the app was alive: {} of {} kept",
            taps.kept, taps.tried
        ));
        remarks.extend(taps.remarks);
    }
    if wanted(Part::Running) {
        let running = work::Running::measure(&site, arguments.runs).await?;
        figures.extend(running.figures());
    }
    if wanted(Part::Exchange) {
        let exchange = exchange::Exchange::measure(&site, arguments.runs).await?;
        figures.extend(exchange.figures());
        remarks.extend(exchange.remarks());
    }
    if wanted(Part::Collect) {
        let collect = collect::Collect::measure(&site, arguments.runs).await?;
        figures.extend(collect.figures());
    }
    if wanted(Part::Facilitate) {
        figures.extend(facilitate::measure(&site, arguments.runs).await?);
    }
    if wanted(Part::Draw) {
        figures.extend(draw::measure(&site).await?);
    }
    if wanted(Part::Hostile) {
        figures.extend(hostile::measure(&site).await?);
    }
    if wanted(Part::Rooms) {
        figures.extend(rooms::measure(&site, arguments.runs).await?);
    }
    println!("\n{}", figures::table(&figures));
    for remark in remarks {
        println!("{remark}");
    }
    println!("{}", load());
    Ok(())
}

/// What it was measured on.
async fn machine(site: &Site) -> Result<String> {
    let cores = thread::available_parallelism()?;
    let memory = proc("meminfo", "MemTotal:").map_or_else(String::new, |kilobytes| {
        format!(", {:.0} GB of memory", kilobytes / 1e6)
    });
    let slow_down = phone::measured_slow_down(site).await?;
    let browser = Browser::start().await?;
    let version = browser
        .client()
        .capabilities()
        .and_then(|found| found.get("browserVersion"));
    let version = version
        .and_then(|version| version.as_str())
        .context("Chromium tells no version")?;
    Ok(format!(
        "\n{cores} cores{memory}; headless Chromium {version}; viewport 360 x 640\n\
         processor slowed down {:.0} times (measured: {slow_down:.1}); network {:.2} Mbit/s both ways, {:.0} ms for each request\n\
         {}\n\n",
        phone::SLOW_DOWN,
        phone::BANDWIDTH / 1e6,
        phone::LATENCY,
        load(),
    ))
}

/// How busy the machine is: a load beyond its cores makes every figure worse than it is.
fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().next().unwrap_or("unknown").to_owned();
    format!("load of the machine: {load}")
}

fn proc(file: &str, field: &str) -> Option<f64> {
    let text = fs::read_to_string(format!("/proc/{file}")).ok()?;
    let line = text.lines().find(|line| line.starts_with(field))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

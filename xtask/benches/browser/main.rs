//! The figures of the running app, in Chromium on a slowed-down machine: `cargo xtask bench`.
//!
//! After `cargo xtask build` it also runs alone, and in parts:
//! `cargo test -p xtask --bench browser -- --runs 3 --only beside`.

mod beside;
mod camera;
mod click;
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
mod load;
mod machine;
mod phone;
mod questions;
mod renderers;
mod rooms;
mod site;
mod taps;
mod trace;

use anyhow::Result;
use figures::{Figure, Series};
use site::Site;
use xtask::project::Project;
use xtask_wasm::clap::{self, Parser, ValueEnum};

/// A part of the benchmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    Beside,
    /// A part of `Beside` that writes nothing down.
    Languages,
    Taps,
    Exchange,
    Draw,
    Collect,
    Facilitate,
    Hostile,
    Rooms,
    Camera,
}

#[derive(Debug, Parser)]
struct Arguments {
    /// How often each thing is measured.
    #[arg(long, default_value_t = 5)]
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
    let machine = machine::describe(&site).await?;
    println!("\n{}\n{}\n", machine.join("\n"), load());
    let (mut figures, mut remarks, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(estimates) = &arguments.scoring {
        let series = Series(estimates.clone());
        figures.push(
            Figure::new("scoring one full assessment, native", series)
                .unit("us", 2)
                .at_most(20.0),
        );
    }
    if wanted(Part::Beside) {
        let beside = beside::Beside::measure(&site, arguments.runs).await?;
        rows.extend(beside.rows());
        figures.extend(beside.figures());
        remarks.extend(beside.remarks());
    }
    if arguments.only == Some(Part::Languages) {
        let rows = beside::Beside::languages(&site, arguments.runs).await?;
        println!("{}", beside::table(&rows));
    }
    if wanted(Part::Taps) {
        let taps = taps::Taps::measure(&site).await?;
        remarks.push(format!(
            "taps before the app was alive: {} of {} kept",
            taps.kept, taps.tried
        ));
        remarks.extend(taps.remarks);
    }
    if wanted(Part::Exchange) {
        let exchange = exchange::Exchange::measure(&site, arguments.runs).await?;
        figures.extend(exchange.figures());
        remarks.extend(exchange.remarks());
    }
    if wanted(Part::Collect) {
        figures.extend(collect::measure(&site, arguments.runs).await?);
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
    if wanted(Part::Camera) {
        figures.extend(camera::measure(&site, arguments.runs).await?);
    }
    if !rows.is_empty() {
        println!("\n{}", beside::table(&rows));
        beside::publish(Project::find().root(), &rows, &machine, arguments.runs)?;
    }
    println!("\n{}", figures::table(&figures));
    for remark in remarks {
        println!("{remark}");
    }
    println!("{}", load());
    Ok(())
}

fn load() -> String {
    format!("load of the machine: {:.2}", machine::load())
}

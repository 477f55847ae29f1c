//! `cargo xtask dev`: build, serve, watch, reload.

use crate::{build, project::Project, server, server::Server};
use anyhow::Result;
use std::{
    env,
    process::{Command, ExitCode},
    time::Duration,
};
use xtask_wasm::{Watch, clap::Parser};

/// What a change in makes another build necessary.
const WATCHED: [&str; 5] = ["src", "assets", "index.html", "Cargo.toml", "Cargo.lock"];
const QUIET: Duration = Duration::from_millis(200);

/// Serves the debug build and rebuilds it on every change, until the process ends.
pub fn run(project: &Project, port: u16) -> Result<ExitCode> {
    let listener = server::bind(port, "dev")?;
    let options = build::Options {
        dev: true,
        reload: true,
        ..Default::default()
    };
    if let Err(error) = build::run(project, &options) {
        // The compiler has said what is wrong; the next change may put it right.
        eprintln!("error: {error:#}");
    }
    let server = Server::builder(project.dev_dist())
        .listener(listener)
        .reload()
        .start()?;
    println!(
        "\nServing {} - reloads on every change, stop with Ctrl-C",
        server.url()
    );
    let mut rebuild = Command::new(env::current_exe()?);
    rebuild
        .args(["build", "--dev", "--reload"])
        .current_dir(project.root());
    let paths = WATCHED
        .iter()
        .map(|path| project.root().join(path))
        .filter(|path| path.exists());
    Watch::parse_from(["watch"])
        .watch_paths(paths)
        .debounce(QUIET)
        .run(rebuild)?;
    Ok(ExitCode::SUCCESS)
}

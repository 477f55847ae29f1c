//! The command line.

use crate::{
    bench, build, check, dev, listen, process, project::Project, server, server::Server, tidy, tools, words,
};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use xtask_wasm::clap::{self, Parser};

/// Builds, serves and checks Oxymoron.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    /// Write the release app to dist/, with a size table.
    Build {
        /// Prefix every address with this path instead of keeping them relative.
        #[arg(long, value_name = "PATH")]
        base: Option<String>,
        /// Debug build without wasm-opt and compression, written to target/xtask/dev.
        #[arg(long)]
        dev: bool,
        /// Write the app also as one file that needs no host, dist/oxymoron.html.
        #[arg(long, conflicts_with = "dev")]
        single: bool,
        /// Make the page ask the dev server when to reload.
        #[arg(long, hide = true, requires = "dev")]
        reload: bool,
    },
    /// Build the release app and serve it on this machine, as a deployment would.
    Serve {
        /// Port on 127.0.0.1.
        #[arg(long, default_value_t = 8000)]
        port: u16,
        /// Open the page in the default browser.
        #[arg(long)]
        open: bool,
    },
    /// Debug build, served; rebuilds and reloads the page on every change.
    Dev {
        /// Port on 127.0.0.1.
        #[arg(long, default_value_t = 8000)]
        port: u16,
    },
    /// Everything that has to hold: formatting, lints, walls, tests, sizes, browsers.
    Test,
    /// Measure: scoring natively, start-up and clicks in a slowed-down browser.
    Bench(bench::Options),
    /// Take the pictures of the README anew, in docs/images, of the app in dist/.
    Images {
        /// The first screen, the result and the wall of every language instead, in target/xtask/languages, for somebody to look at.
        #[arg(long)]
        languages: bool,
    },
    /// Walk through a rehearsal of the app in dist/ and take pictures of every stage, to be looked at: console and wall, two sizes, light and
    /// dark.
    Walk {
        /// The folder that they go to.
        #[arg(long, default_value = "target/xtask/walk")]
        into: PathBuf,
    },
    /// Hear what somebody hears who listens: Orca and Firefox play the scripts of xtask/listen.
    Listen(listen::Options),
    /// Only the tidy step of test: takes a moment.
    Tidy,
    /// Write the file of words of a new language, to be filled, with the English beside it.
    Words {
        /// The tag of the language, such as it or pt-BR.
        tag: String,
    },
}

/// Runs the command line of this process.
#[must_use]
pub fn run() -> ExitCode {
    match dispatch(Command::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: Command) -> Result<ExitCode> {
    let project = Project::find();
    match command {
        Command::Build {
            base,
            dev,
            single,
            reload,
        } => {
            let options = build::Options {
                base,
                dev,
                single,
                reload,
                ..build::Options::default()
            };
            let report = build::run(&project, &options)?;
            report.print(&project);
            Ok(if report.over_budget().is_empty() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            })
        }
        Command::Serve { port, open } => serve(&project, port, open),
        Command::Dev { port } => dev::run(&project, port),
        Command::Test => check::run(&project),
        Command::Bench(options) => bench::run(&project, &options),
        Command::Images { languages } => images(&project, languages),
        Command::Walk { into } => {
            let folder = project.root().join(into);
            let done = pictures(
                &project,
                &["workshop_walk::a_rehearsal"],
                ("OXYMORON_WALK", &folder),
            );
            if done.as_ref().is_ok_and(|code| *code == ExitCode::SUCCESS) {
                println!("Pictures: {}", folder.display());
            }
            done
        }
        Command::Listen(options) => listen::run(&project, &options),
        Command::Words { tag } => {
            let path = words::run(&project, &tag)?;
            println!("Written: {}", project.relative(&path).display());
            Ok(ExitCode::SUCCESS)
        }
        Command::Tidy => {
            let findings = tidy::run(project.root())?;
            findings.iter().for_each(|finding| println!("{finding}"));
            Ok(if findings.is_empty() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            })
        }
    }
}

/// Those of the README, or of every language.
fn images(project: &Project, languages: bool) -> Result<ExitCode> {
    let (test, folder) = if languages {
        (
            "images::pictures_of_every_language",
            project.scratch().join("languages"),
        )
    } else {
        (
            "images::pictures_for_the_readme",
            project.root().join("docs/images"),
        )
    };
    pictures(project, &["--ignored", test], ("OXYMORON_IMAGES", &folder))
}

/// Through the harness of the browser tests, which knows how to drive a browser. The variable tells them the folder.
fn pictures(project: &Project, tests: &[&str], (variable, folder): (&str, &Path)) -> Result<ExitCode> {
    tools::ensure_browsers(project)?;
    let mut command = process::cargo();
    command
        .current_dir(project.root())
        .args(["test", "--package", "xtask", "--test", "browser", "--"])
        .args(tests)
        .env(variable, folder);
    let done = command.status()?.success();
    Ok(if done {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn serve(project: &Project, port: u16, open: bool) -> Result<ExitCode> {
    // The port comes first: nobody should wait for a build to learn that it is taken.
    let listener = server::bind(port, "serve")?;
    let report = build::run(project, &build::Options::default())?;
    report.print(project);
    let server = Server::builder(report.dist()).listener(listener).start()?;
    println!("\nServing {} - stop with Ctrl-C", server.url());
    if open && !tools::open_browser(server.url()) {
        eprintln!("No browser opened; open {} yourself.", server.url());
    }
    server.wait();
    Ok(ExitCode::SUCCESS)
}

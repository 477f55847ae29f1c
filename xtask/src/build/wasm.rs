//! The app as WebAssembly: compiled, bound, optimised.

use super::{cache::Cache, read, read_text};
use crate::{
    process::{self, Step},
    project::Project,
    tools::WasmOpt,
};
use anyhow::{Context, Result, bail};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};
use xtask_wasm::Dist;

/// The file name that wasm-bindgen writes into its glue.
pub const DEFAULT_NAME: &str = "oxymoron_bg.wasm";

/// What wasm-opt is told: the features that rustc uses and every browser has had for years, and no others.
///
/// `-all` would let it use what browsers still keep behind flags, and it is not even smaller when compressed:
/// 85.1 kB gzip against 84.3 kB with these, on the bare app.
const FLAGS: [&str; 12] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "-Oz",
];

/// The app as wasm-bindgen leaves it.
#[derive(Debug)]
pub struct App {
    /// The module.
    pub wasm: Vec<u8>,
    /// The script that loads it.
    pub glue: String,
}

/// Compiles the app and runs wasm-bindgen over it.
pub fn compile(project: &Project, dev: bool) -> Result<App> {
    let profile = if dev { "debug" } else { "release" };
    let step = Step::start(format!("Compiling the app to WebAssembly ({profile})"));
    let folder = project.scratch().join("bindgen").join(profile);
    // As a cdylib alone: next to an rlib, cargo leaves out link-time optimisation.
    let mut cargo = process::cargo();
    cargo.args([
        "rustc",
        "--target",
        "wasm32-unknown-unknown",
        "--crate-type",
        "cdylib",
    ]);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", remapped(project)?);
    let mut dist = Dist::default()
        .build_command(cargo)
        .dist_dir(&folder)
        .assets_dir(folder.join("none"))
        .app_name("oxymoron");
    dist.release = !dev;
    // The features of the native build step have no business in the app.
    dist.no_default_features = true;
    dist.features = vec!["ui".to_owned()];
    dist.build("oxymoron")?;
    if folder.join("snippets").exists() {
        bail!("wasm-bindgen wrote script snippets, which the build does not ship: use web_sys instead");
    }
    let app = App {
        wasm: read(&folder.join(DEFAULT_NAME))?,
        glue: read_text(&folder.join("oxymoron.js"))?,
    };
    step.done();
    Ok(app)
}

/// Flags that cut the machine's folders off the paths in panic messages: shorter, and the same on every machine.
fn remapped(project: &Project) -> Result<String> {
    let home = match env::var_os("CARGO_HOME") {
        Some(home) => PathBuf::from(home),
        None => env::home_dir()
            .context("no home folder to look for cargo's in")?
            .join(".cargo"),
    };
    let mut folders = vec![project.root().to_owned()];
    // One folder per registry, named after a hash; a build without a registry has none.
    if let Ok(registries) = fs::read_dir(home.join("registry/src")) {
        for registry in registries {
            folders.push(registry?.path());
        }
    }
    folders.sort();
    let flags = folders
        .iter()
        .map(|folder| format!("--remap-path-prefix={}/=", folder.display()));
    // The separator that cargo expects between flags, so that a folder may hold spaces.
    Ok(flags.collect::<Vec<_>>().join("\u{1f}"))
}

/// The module made small by wasm-opt, from the cache when nothing has changed.
pub fn optimise(wasm_opt: &WasmOpt, wasm: &[u8], scratch: &Path, cache: &Cache) -> Result<Vec<u8>> {
    let flags = FLAGS.join(" ");
    cache.get(
        &[b"wasm-opt", wasm_opt.version.as_bytes(), flags.as_bytes(), wasm],
        || {
            let step = Step::start(format!("Optimising with {}", wasm_opt.version));
            let (from, to) = (scratch.join("before.wasm"), scratch.join("after.wasm"));
            fs::write(&from, wasm)?;
            let mut command = Command::new(&wasm_opt.path);
            process::output(command.args(FLAGS).arg(&from).arg("-o").arg(&to), "wasm-opt")?;
            step.done();
            read(&to)
        },
    )
}

//! The app as WebAssembly: compiled, bound, optimised.

use super::{
    cache::Cache,
    imports, read, read_text,
    split::{self, Chunk},
};
use crate::{
    process::{self, Step},
    project::Project,
    tools::{WASM_TARGET, WasmOpt},
};
use anyhow::{Result, bail};
use std::{
    env,
    ffi::{OsStr, OsString},
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use wasm_bindgen_cli_support::Bindgen;

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
    /// The module of the first load.
    pub wasm: Vec<u8>,
    /// What is loaded later.
    pub later: Vec<Chunk>,
    /// The script that loads all of it.
    pub glue: String,
}

/// Compiles the app, splits it and runs wasm-bindgen over its main part.
pub fn compile(project: &Project, dev: bool) -> Result<App> {
    let profile = if dev { "debug" } else { "release" };
    let step = Step::start(format!("Compiling the app to WebAssembly ({profile})"));
    let linked = link(project, dev)?;
    let folder = project.scratch().join("bindgen").join(profile);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let split = split::split(&linked, &folder)?;
    Bindgen::new()
        .input_path(&split.main)
        .out_name("oxymoron")
        .web(true)?
        .debug(dev)
        .omit_default_module_path(false)
        // The chunks need the main part's memory and table.
        .keep_lld_exports(true)
        .generate_output()?
        .emit(&folder)?;
    if folder.join("snippets").exists() {
        bail!("wasm-bindgen wrote script snippets, which the build does not ship: use web_sys instead");
    }
    let mut glue = read_text(&folder.join("oxymoron.js"))?;
    let mut wasm = read(&folder.join(DEFAULT_NAME))?;
    if !dev {
        (wasm, glue) = imports::shorten(&wasm, &glue)?;
    }
    let app = App {
        wasm,
        glue: split::join(&glue, &split.loader)?,
        later: split.chunks,
    };
    step.done();
    Ok(app)
}

/// Compiles and links the app, and returns where it is.
fn link(project: &Project, dev: bool) -> Result<PathBuf> {
    let mut cargo = process::cargo();
    cargo.current_dir(project.root());
    // As a cdylib alone: next to an rlib, cargo leaves out link-time optimisation. The features of the native build
    // step have no business in the app.
    cargo.args([
        "rustc",
        "--package",
        "oxymoron",
        "--lib",
        "--target",
        WASM_TARGET,
        "--crate-type",
        "cdylib",
        "--no-default-features",
        "--features",
        "ui",
    ]);
    if !dev {
        cargo.arg("--release");
        cargo.env("CARGO_ENCODED_RUSTFLAGS", without_paths(project));
    }
    // What the app is split by; wasm-opt takes it out.
    cargo.args(["--", "-Clink-args=--emit-relocs"]);
    process::run(&mut cargo, "compiling the app")?;
    let profile = if dev { "debug" } else { "release" };
    let folder = project.target().join(WASM_TARGET).join(profile);
    Ok(folder.join("oxymoron.wasm"))
}

/// The user's compiler flags, and those that keep the folders of this machine out of the panic messages: nobody's
/// home folder is published, and two checkouts of the same sources give the same bytes.
fn without_paths(project: &Project) -> OsString {
    const SEPARATOR: &str = "\x1f";
    let given = env::var("CARGO_ENCODED_RUSTFLAGS").ok().or_else(|| {
        let plain = env::var("RUSTFLAGS").ok()?;
        Some(plain.split_whitespace().collect::<Vec<_>>().join(SEPARATOR))
    });
    let mut flags: Vec<OsString> = given
        .filter(|flags| !flags.is_empty())
        .map(OsString::from)
        .into_iter()
        .collect();
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let registry = home.map(|home| home.join("registry/src"));
    for (folder, name) in registry
        .iter()
        .map(|folder| (folder.as_path(), "crates"))
        .chain([(project.root(), ".")])
    {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(folder);
        flag.push(format!("={name}"));
        flags.push(flag);
    }
    flags.join(OsStr::new(SEPARATOR))
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

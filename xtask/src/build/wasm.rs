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

/// The file name that wasm-bindgen writes into the glue of the reader.
pub const READER_NAME: &str = "scanner_bg.wasm";

/// How the app is compiled: the features of the native build step have no business in it. The relocations are what it is split by;
/// wasm-opt takes them out.
const APP: [&str; 5] = [
    "--no-default-features",
    "--features",
    "ui",
    "--",
    "-Clink-args=--emit-relocs",
];

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
    let linked = link(project, dev, "oxymoron", &APP)?;
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

/// The reader of QR codes as wasm-bindgen leaves it.
#[derive(Debug)]
pub struct Reader {
    /// The module.
    pub wasm: Vec<u8>,
    /// The script that loads it.
    pub glue: String,
}

/// Compiles the reader of QR codes and runs wasm-bindgen over it.
pub fn compile_reader(project: &Project, dev: bool) -> Result<Reader> {
    let profile = if dev { "debug" } else { "release" };
    let step = Step::start(format!(
        "Compiling the reader of QR codes to WebAssembly ({profile})"
    ));
    let linked = link(project, dev, "oxymoron-scanner", &[])?;
    let folder = project.scratch().join("bindgen-reader").join(profile);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    Bindgen::new()
        .input_path(&linked)
        .out_name("scanner")
        .web(true)?
        .debug(dev)
        .omit_default_module_path(false)
        .generate_output()?
        .emit(&folder)?;
    let reader = Reader {
        wasm: read(&folder.join(READER_NAME))?,
        glue: read_text(&folder.join("scanner.js"))?,
    };
    step.done();
    Ok(reader)
}

/// Compiles and links a package as a module, and returns where it is.
fn link(project: &Project, dev: bool, package: &str, more: &[&str]) -> Result<PathBuf> {
    let mut cargo = process::cargo();
    cargo.current_dir(project.root());
    // As a cdylib alone: next to an rlib, cargo leaves out link-time optimisation.
    cargo.args([
        "rustc",
        "--package",
        package,
        "--lib",
        "--target",
        WASM_TARGET,
        "--crate-type",
        "cdylib",
    ]);
    if !dev {
        cargo.arg("--release");
        cargo.env("CARGO_ENCODED_RUSTFLAGS", without_paths(project));
    }
    cargo.args(more);
    process::run(&mut cargo, &format!("compiling {package}"))?;
    let profile = if dev { "debug" } else { "release" };
    let folder = project.target().join(WASM_TARGET).join(profile);
    Ok(folder.join(format!("{}.wasm", package.replace('-', "_"))))
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

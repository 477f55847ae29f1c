//! The app as WebAssembly: compiled, bound, optimised.

use super::{
    cache::Cache,
    imports, order,
    output::brotli,
    read, read_text, relink,
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
    thread,
};
use wasm_bindgen_cli_support::Bindgen;

/// The file name that wasm-bindgen writes into its glue.
pub const DEFAULT_NAME: &str = "oxymoron_bg.wasm";

/// The file name that wasm-bindgen writes into the glue of the reader.
pub const READER_NAME: &str = "scanner_bg.wasm";

/// What of the app is compiled: the features of the native build step have no business in it.
const APP: &str = "ui";
/// How it is linked: the relocations are what it is split by; wasm-opt takes them out.
const RELOCATIONS: &str = "-Clink-args=--emit-relocs";

/// What wasm-opt is told: the features that rustc uses and every browser has had for years, and no others.
///
/// `-all` would let it use what browsers still keep behind flags, and it is not even smaller when compressed:
/// 85.1 kB gzip against 84.3 kB with these, on the bare app.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What it does, with what that takes off the first load in brotli.
const FLAGS: [&str; 9] = [
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    // Nothing of Rust's lies in the first kilobyte, only the far end of the stack: 0.6 kB.
    "--low-memory-unused",
    // Taken apart and put together anew: 0.3 kB.
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    // As often as it helps: 0.5 kB.
    "--converge",
];

/// How many orders of its functions are tried for a module that everybody loads.
pub const DRAWS: u64 = 12;

/// What puts functions in the order of their names: 2.7 kB, see [`order`].
const SORT: [&str; 2] = ["--reorder-functions-by-name", "--strip-debug"];

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
    let linked = link(project, dev, "oxymoron", APP, &[RELOCATIONS])?;
    let folder = project.scratch().join("bindgen").join(profile);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut linked = read(&linked)?;
    if !dev {
        for call in relink::CALLS {
            linked = relink::relink(&linked, call)?;
        }
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
    let linked = link(project, dev, "oxymoron-scanner", "", &[])?;
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
fn link(project: &Project, dev: bool, package: &str, features: &str, arguments: &[&str]) -> Result<PathBuf> {
    let mut cargo = process::cargo();
    cargo
        .current_dir(project.root())
        .env("CARGO_TARGET_DIR", project.target());
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
        "--no-default-features",
    ]);
    if !dev {
        cargo.arg("--release");
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags());
    }
    cargo.arg("--features").arg(features).arg("--").args(arguments);
    if !dev {
        cargo.args(own_paths(project));
    }
    process::run(&mut cargo, &format!("compiling {package}"))?;
    let profile = if dev { "debug" } else { "release" };
    let folder = project.target().join(WASM_TARGET).join(profile);
    Ok(folder.join(format!("{}.wasm", package.replace('-', "_"))))
}

/// The user's compiler flags, and one that keeps the folder of other people's crates out of the panic messages: nobody's home
/// folder is published. They are the same for all sources on a machine, so that what is compiled once serves a copy of them too.
fn flags() -> OsString {
    const SEPARATOR: &str = "\x1f";
    let given = env::var("CARGO_ENCODED_RUSTFLAGS").ok().or_else(|| {
        let plain = env::var("RUSTFLAGS").ok()?;
        Some(plain.split_whitespace().collect::<Vec<_>>().join(SEPARATOR))
    });
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let given = given.filter(|flags| !flags.is_empty()).map(OsString::from);
    let registry = home.map(|home| renamed(&home.join("registry/src"), "crates"));
    let flags: Vec<OsString> = given.into_iter().chain(registry).collect();
    flags.join(OsStr::new(SEPARATOR))
}

/// The same for the folders of this project, for its own crates alone: two checkouts of the same sources give the same bytes.
fn own_paths(project: &Project) -> [OsString; 2] {
    // The last one that fits counts, and the output may be below the sources.
    [
        renamed(project.root(), "."),
        renamed(project.target(), "./target"),
    ]
}

fn renamed(folder: &Path, name: &str) -> OsString {
    let mut flag = OsString::from("--remap-path-prefix=");
    flag.push(folder);
    flag.push(format!("={name}"));
    flag
}

/// The module made small by wasm-opt, from the cache when nothing has changed: in the order of functions that compresses best of
/// `draws` ones.
pub fn optimise(
    wasm_opt: &WasmOpt,
    wasm: &[u8],
    draws: u64,
    scratch: &Path,
    cache: &Cache,
) -> Result<Vec<u8>> {
    let flags = format!("{} {} {draws}", FLAGS.join(" "), SORT.join(" "));
    cache.get(
        &[b"wasm-opt", wasm_opt.version.as_bytes(), flags.as_bytes(), wasm],
        || {
            let step = Step::start(format!("Optimising with {}", wasm_opt.version));
            let run = |draw: u64, module: &[u8], flags: &[&str]| {
                let [from, to] = ["before", "after"].map(|name| scratch.join(format!("{name}-{draw}.wasm")));
                fs::write(&from, module)?;
                let mut command = Command::new(&wasm_opt.path);
                command.args(FEATURES).args(flags).arg(&from).arg("-o").arg(&to);
                process::output(&mut command, "wasm-opt")?;
                read(&to)
            };
            let small = run(0, wasm, &FLAGS)?;
            let sorted = |draw: u64| {
                let sorted = run(draw, &order::named_by_place(&small, draw)?, &SORT)?;
                // Of one there is nothing to compare, and nothing is compressed.
                let size = if draws > 1 { brotli(&sorted)?.len() } else { 0 };
                Ok((size, draw, sorted))
            };
            let workers = thread::available_parallelism().map_or(1, |count| count.get() as u64);
            let orders = thread::scope(|scope| {
                let share = |worker| {
                    (worker..draws)
                        .step_by(workers as usize)
                        .map(sorted)
                        .collect::<Result<Vec<_>>>()
                };
                let workers: Vec<_> = (0..workers)
                    .map(|worker| scope.spawn(move || share(worker)))
                    .collect();
                let shares = workers.into_iter().map(|worker| {
                    worker
                        .join()
                        .unwrap_or_else(|_| bail!("trying orders of functions stopped unexpectedly"))
                });
                shares.collect::<Result<Vec<_>>>()
            })?;
            step.done();
            // Of two that are as small the first, on any machine.
            Ok(orders
                .into_iter()
                .flatten()
                .min()
                .map_or(small, |(_, _, sorted)| sorted))
        },
    )
}

//! Programs the tooling needs beyond cargo: found when they are there, installed once when they can be.

use crate::{
    process::{self, Step, output, succeeds, which},
    project::Project,
};
use anyhow::{Context, Result, bail};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The npm package with `wasm-opt`, exact, so that every machine writes the same bytes.
pub const BINARYEN: &str = "binaryen@132.0.0";
/// The npm package with `esbuild`, exact likewise.
pub const ESBUILD: &str = "esbuild@0.28.2";
/// The npm package with the accessibility rules, exact, so that a rule never appears overnight.
pub const AXE: &str = "axe-core@4.14.1";
/// The npm package that the page beside the app is written with, exact, so that it never gets faster overnight.
pub const PREACT: &str = "preact@11.2.0";
/// The driver of Firefox, exact: Debian has none, so it is built from its crate.
pub const GECKODRIVER: &str = "0.37.1";
/// The target of the app.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

const OLDEST_WASM_OPT: u32 = 116;

/// Makes sure that the compiler can write WebAssembly.
pub fn ensure_wasm_target() -> Result<()> {
    let libraries = output(
        Command::new("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]),
        "asking rustc",
    )?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    if which(&["rustup", "rustup.exe"]).is_none() {
        bail!(
            "Rust's {WASM_TARGET} target is missing: install it through your package manager, or install rustup"
        );
    }
    let step = Step::start(format!("Adding Rust's {WASM_TARGET} target"));
    process::run(
        Command::new("rustup").args(["target", "add", WASM_TARGET]),
        "adding the target",
    )?;
    step.done();
    Ok(())
}

/// Makes sure that `cargo fmt` and `cargo clippy` are there.
pub fn ensure_components() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if succeeds(process::cargo().args([subcommand, "--version"])) {
            continue;
        }
        if which(&["rustup", "rustup.exe"]).is_none() {
            bail!(
                "cargo {subcommand} is missing: install {component} through your package manager, or install rustup"
            );
        }
        process::run(
            Command::new("rustup").args(["component", "add", component]),
            "adding the component",
        )?;
    }
    Ok(())
}

/// A `wasm-opt` that is recent enough, and the version it reports.
#[derive(Debug, Clone)]
pub struct WasmOpt {
    /// The program.
    pub path: PathBuf,
    /// Its version line, part of the cache key.
    pub version: String,
}

/// `wasm-opt` from the pinned npm package, or one on PATH that is recent enough.
pub fn wasm_opt(project: &Project) -> Result<WasmOpt> {
    let pinned = project.tools().join("node_modules/.bin/wasm-opt");
    if let Some(found) = wasm_opt_at(&pinned) {
        return Ok(found);
    }
    if let Some(found) = which(&["wasm-opt", "wasm-opt.exe"]).and_then(|path| wasm_opt_at(&path)) {
        return Ok(found);
    }
    npm_install(project, BINARYEN).context(
        "a release build needs wasm-opt 116 or newer: install Node.js with npm and run this again, \
         or put Binaryen's wasm-opt on PATH",
    )?;
    wasm_opt_at(&pinned).with_context(|| format!("{BINARYEN} is installed, but its wasm-opt does not start"))
}

/// An `esbuild`, and the version it reports.
#[derive(Debug, Clone)]
pub struct Esbuild {
    /// The program.
    pub path: PathBuf,
    /// Its version, part of the cache key.
    pub version: String,
}

/// `esbuild` from the pinned npm package, or one on PATH where there is no npm.
pub fn esbuild(project: &Project) -> Result<Esbuild> {
    let pinned = project.tools().join("node_modules/.bin/esbuild");
    let at = |path: PathBuf| {
        let version = output(Command::new(&path).arg("--version"), "asking esbuild").ok()?;
        let version = version.trim().to_owned();
        Some(Esbuild { path, version })
    };
    let wanted = |found: &Esbuild| ESBUILD.ends_with(&format!("@{}", found.version));
    if let Some(found) = at(pinned.clone()).filter(wanted) {
        return Ok(found);
    }
    match npm_install(project, ESBUILD) {
        Ok(()) => at(pinned).with_context(|| format!("{ESBUILD} is installed, but does not start")),
        Err(error) => which(&["esbuild", "esbuild.exe"]).and_then(at).ok_or(error).context(
            "a release build needs esbuild: install Node.js with npm and run this again, or put it on PATH",
        ),
    }
}

fn wasm_opt_at(path: &Path) -> Option<WasmOpt> {
    let version = Command::new(path).arg("--version").output().ok()?;
    let version = String::from_utf8_lossy(&version.stdout).trim().to_owned();
    let path = path.to_owned();
    (wasm_opt_number(&version)? >= OLDEST_WASM_OPT).then_some(WasmOpt { path, version })
}

fn wasm_opt_number(version: &str) -> Option<u32> {
    let mut words = version.split_whitespace().skip_while(|word| *word != "version");
    words.nth(1)?.parse().ok()
}

/// Opens `url` in the default browser; false when there is no way to.
#[must_use]
pub fn open_browser(url: &str) -> bool {
    let (program, arguments): (&str, &[&str]) = match env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/c", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    succeeds(Command::new(program).args(arguments).arg(url))
}

/// Chromium, or Chrome. `CHROMIUM` in the environment overrides it.
pub fn chromium() -> Result<PathBuf> {
    program(
        "CHROMIUM",
        &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
        ],
    )
}

/// Chromium without the parts of a window: the same engine for less of the processor's time. None where it is not installed, or where
/// `CHROMIUM` names another.
#[must_use]
pub fn headless_shell() -> Option<PathBuf> {
    let wanted = env::var_os("CHROMIUM").is_none();
    wanted
        .then(|| which(&["chromium-headless-shell", "chrome-headless-shell"]))
        .flatten()
}

/// The matching chromedriver. `CHROMEDRIVER` in the environment overrides it.
pub fn chromedriver() -> Result<PathBuf> {
    program("CHROMEDRIVER", &["chromedriver"])
}

/// Firefox. `FIREFOX` in the environment overrides it.
pub fn firefox() -> Result<PathBuf> {
    program("FIREFOX", &["firefox-esr", "firefox"])
}

/// Firefox's driver: the one built below `target/tools`, or one on PATH. `GECKODRIVER` in the environment overrides it.
pub fn geckodriver(project: &Project) -> Result<PathBuf> {
    let built = geckodriver_folder(project).join("bin/geckodriver");
    if env::var_os("GECKODRIVER").is_none() && built.is_file() {
        return Ok(built);
    }
    program("GECKODRIVER", &["geckodriver"])
}

fn geckodriver_folder(project: &Project) -> PathBuf {
    project.tools().join(format!("geckodriver-{GECKODRIVER}"))
}

/// The driver of WebKitGTK. `WEBKITDRIVER` in the environment overrides it.
pub fn webkit_driver() -> Result<PathBuf> {
    program("WEBKITDRIVER", &["WebKitWebDriver"])
}

/// WebKitGTK's own small browser, which stands beside the library. `MINIBROWSER` in the environment overrides it.
pub fn mini_browser() -> Result<PathBuf> {
    if let Some(path) = env::var_os("MINIBROWSER") {
        return Ok(path.into());
    }
    let folders = ["/usr/lib", "/usr/libexec"].into_iter().flat_map(|root| {
        let below = fs::read_dir(root)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path());
        [PathBuf::from(root)].into_iter().chain(below)
    });
    folders
        .flat_map(|folder| ["4.1", "4.0"].map(|api| folder.join(format!("webkit2gtk-{api}/MiniBrowser"))))
        .find(|path| path.is_file())
        .context("WebKitGTK's MiniBrowser is missing: install webkit2gtk-driver, or name it in MINIBROWSER")
}

/// The screen that nobody sees. `XVFB` in the environment overrides it.
pub fn xvfb() -> Result<PathBuf> {
    program("XVFB", &["Xvfb"])
}

fn program(variable: &str, names: &[&str]) -> Result<PathBuf> {
    if let Some(path) = env::var_os(variable) {
        return Ok(path.into());
    }
    let name = names.first().copied().unwrap_or_default();
    which(names).with_context(|| format!("{name} is missing: install it, or name it in {variable}"))
}

/// Installs Chromium and its driver through apt when they are missing.
pub fn ensure_chromium() -> Result<()> {
    install(&chromium_packages(), "Chromium and chromedriver")?;
    chromium().and(chromedriver()).map(drop)
}

/// Installs all browsers and their drivers when they are missing: Chromium, Firefox and, on Linux, WebKitGTK with a screen for it.
/// Firefox's driver is built.
pub fn ensure_browsers(project: &Project) -> Result<()> {
    let linux = cfg!(target_os = "linux");
    let mut packages = chromium_packages();
    if is_debian() && env::var_os("CHROMIUM").is_none() && headless_shell().is_none() {
        packages.push("chromium-headless-shell");
    }
    if firefox().is_err() {
        packages.push(if is_ubuntu() { "firefox" } else { "firefox-esr" });
    }
    if linux && (webkit_driver().is_err() || mini_browser().is_err()) {
        packages.push("webkit2gtk-driver");
    }
    if linux && xvfb().is_err() {
        packages.push("xvfb");
    }
    install(&packages, "Chromium, Firefox, WebKitGTK and their drivers")?;
    if geckodriver(project).is_err() {
        build_geckodriver(project)?;
    }
    chromium().and(chromedriver()).and(firefox())?;
    geckodriver(project)?;
    if linux {
        webkit_driver().and(mini_browser()).and(xvfb())?;
    }
    Ok(())
}

/// Installs what `listen` needs when it is missing: Firefox, Orca, and a screen and a bus for them.
pub fn ensure_listening() -> Result<()> {
    let needed = [
        ("orca", "orca"),
        ("Xvfb", "xvfb"),
        ("dbus-daemon", "dbus"),
        ("openbox", "openbox"),
        ("xdotool", "xdotool"),
        ("gsettings", "libglib2.0-bin"),
    ];
    let missing = needed.iter().any(|(program, _)| which(&[program]).is_none()) || firefox().is_err();
    if !missing {
        return Ok(());
    }
    let mut packages: Vec<_> = needed.iter().map(|(_, package)| *package).collect();
    packages.extend([
        "at-spi2-core",
        "dbus-x11",
        "xauth",
        "dconf-gsettings-backend",
        "gsettings-desktop-schemas",
        "python3-pyatspi",
        if is_ubuntu() { "firefox" } else { "firefox-esr" },
    ]);
    apt_install(&packages).context("listening needs Orca, Firefox, a screen and a bus")
}

fn chromium_packages() -> Vec<&'static str> {
    if chromium().is_ok() && chromedriver().is_ok() {
        Vec::new()
    } else if is_ubuntu() {
        vec!["chromium-browser", "chromium-chromedriver"]
    } else {
        vec!["chromium", "chromium-driver"]
    }
}

fn is_ubuntu() -> bool {
    distribution().as_deref() == Some("ubuntu")
}

fn is_debian() -> bool {
    distribution().as_deref() == Some("debian")
}

fn install(packages: &[&str], wanted: &str) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    apt_install(packages).with_context(|| format!("the tests in browsers need {wanted} on PATH"))
}

/// Takes about a minute on two cores, once; a debug build drives as fast as a release build.
fn build_geckodriver(project: &Project) -> Result<()> {
    let step = Step::start(format!("Building geckodriver {GECKODRIVER}"));
    let mut install = process::cargo();
    install
        .args([
            "install",
            "geckodriver",
            "--version",
            GECKODRIVER,
            "--locked",
            "--debug",
            "--no-track",
            "--quiet",
            "--root",
        ])
        .arg(geckodriver_folder(project))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .current_dir(project.root());
    process::output(&mut install, "building geckodriver")?;
    step.done();
    Ok(())
}

/// The accessibility rules of axe, one script that defines `axe`.
pub fn axe(project: &Project) -> PathBuf {
    project.tools().join("node_modules/axe-core/axe.min.js")
}

/// Installs axe when it is missing, or of another version than the pinned one.
pub fn ensure_axe(project: &Project) -> Result<()> {
    ensure_package(project, AXE).context("the accessibility tests need axe-core: install Node.js with npm")
}

/// Installs Preact likewise.
pub fn ensure_preact(project: &Project) -> Result<()> {
    ensure_package(project, PREACT).context("the benchmark needs Preact: install Node.js with npm")
}

fn ensure_package(project: &Project, package: &str) -> Result<()> {
    let (name, wanted) = package.rsplit_once('@').context("a package without a version")?;
    let manifest = project
        .tools()
        .join("node_modules")
        .join(name)
        .join("package.json");
    let installed = fs::read_to_string(manifest).unwrap_or_default();
    if installed.contains(&format!("\"version\": \"{wanted}\"")) {
        return Ok(());
    }
    npm_install(project, package)
}

fn npm_install(project: &Project, package: &str) -> Result<()> {
    let npm = ["npm", "npm.cmd"];
    if which(&npm).is_none() {
        apt_install(&["nodejs", "npm"]).context("npm is missing")?;
    }
    let npm = which(&npm).context("npm is missing")?;
    let step = Step::start(format!("Installing {package} through npm"));
    fs::create_dir_all(project.tools())?;
    let mut install = Command::new(npm);
    install.args([
        "install",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
        "--prefix",
    ]);
    output(install.arg(project.tools()).arg(package), "npm install")?;
    step.done();
    Ok(())
}

fn apt_install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if which(&["apt-get"]).is_none() {
        bail!("install {list} through your package manager");
    }
    let root = output(Command::new("id").arg("-u"), "asking who I am").is_ok_and(|id| id.trim() == "0");
    if !root && !succeeds(Command::new("sudo").args(["-n", "true"])) {
        bail!("run: sudo apt-get install {list}");
    }
    let step = Step::start(format!("Installing {list} through apt"));
    let apt = || {
        let mut command = Command::new(if root { "env" } else { "sudo" });
        if !root {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]);
        command
    };
    output(apt().arg("update"), "apt-get update")?;
    output(
        apt().args(["install", "--no-install-recommends"]).args(packages),
        "apt-get install",
    )?;
    step.done();
    Ok(())
}

fn distribution() -> Option<String> {
    let release = fs::read_to_string("/etc/os-release").ok()?;
    let id = release.lines().find_map(|line| line.strip_prefix("ID="))?;
    Some(id.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::wasm_opt_number;

    #[test]
    fn reads_the_number_of_every_wasm_opt() {
        assert_eq!(wasm_opt_number("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(wasm_opt_number("wasm-opt version 108"), Some(108));
        assert_eq!(wasm_opt_number(""), None);
    }
}

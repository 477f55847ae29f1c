//! `cargo xtask build`: from sources to `dist/`.

mod again;
mod cache;
mod imports;
mod languages;
mod minify;
pub mod not_found;
mod offline;
mod order;
mod output;
mod policy;
mod relink;
mod shape;
mod single;
mod split;
mod template;
mod wasm;

use crate::{
    process::{self, Step},
    project::{Project, Travels},
    tools,
};
pub use again::same_from_elsewhere;
use anyhow::{Context, Result, bail};
use cache::Cache;
use minify::{Minifier, Source};
pub use output::{File, Kind};
use output::{Values, Writer, kilobytes};
use std::{
    fs, mem,
    path::{Path, PathBuf},
    thread,
};
use walkdir::WalkDir;

/// What the first load in English may weigh in all, in bytes of brotli.
pub const FIRST_LOAD_BUDGET: usize = 140_000;
/// What it may weigh in any other language.
pub const TRANSLATED_BUDGET: usize = 160_000;
/// What the page itself may weigh, in bytes of brotli.
pub const PAGE_BUDGET: usize = 20_000;

/// The script of the worker that reads QR codes.
const WORKER: &str = include_str!("../../../scanner/src/worker.js");
const RELOAD: &str = include_str!("reload.js");

/// How to build.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Prefix of every address; relative without it, so that any sub-path works.
    pub base: Option<String>,
    /// Debug build without wasm-opt and compression.
    pub dev: bool,
    /// The app also as one file that needs no host.
    pub single: bool,
    /// Where the first screen and the packs are already, instead of rendering them.
    pub prerendered: Option<PathBuf>,
    /// The page asks the dev server when to reload.
    pub reload: bool,
}

/// What was built.
#[derive(Debug, Clone)]
pub struct Report {
    dist: PathBuf,
    files: Vec<File>,
    dev: bool,
    build: String,
    /// The name and the SHA-256 of each file that has everything in it.
    singles: Vec<(String, String)>,
}

impl Report {
    /// The folder to serve.
    #[must_use]
    pub fn dist(&self) -> &Path {
        &self.dist
    }

    /// What is in it, without the compressed forms.
    #[must_use]
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// One line for each budget that is exceeded; a debug build has none.
    #[must_use]
    pub fn over_budget(&self) -> Vec<String> {
        if self.dev {
            return Vec::new();
        }
        self.budgets()
            .into_iter()
            .filter(|(_, size, budget)| size > budget)
            .map(|(what, size, budget)| format!("Over budget: {what} is {}", against(size, budget)))
            .collect()
    }

    fn budgets(&self) -> Vec<(String, usize, usize)> {
        let singles = self.files.iter().filter(|file| file.kind == Kind::Single);
        let singles = singles.map(|file| (file.name.clone(), file.raw, single::BUDGET));
        languages::budgets(&self.files)
            .into_iter()
            .chain(singles)
            .collect()
    }

    /// Prints the size table.
    pub fn print(&self, project: &Project) {
        if self.dev {
            println!("Debug build in {}", project.relative(&self.dist).display());
            return;
        }
        print!("\n{}", output::table(&self.files));
        for (what, size, budget) in self.budgets() {
            println!("{what}: {}", against(size, budget));
        }
        println!("Version {}, build {}", project.version(), self.build);
        for (name, sum) in &self.singles {
            println!("SHA-256 of {name}: {sum}");
        }
        for line in self.over_budget() {
            eprintln!("{line}");
        }
    }
}

fn against(size: usize, budget: usize) -> String {
    format!("{} kB of {} kB", kilobytes(Some(size)), kilobytes(Some(budget)))
}

/// Builds the app.
pub fn run(project: &Project, options: &Options) -> Result<Report> {
    let base = prefix(options.base.as_deref())?;
    tools::ensure_wasm_target()?;
    let wasm_opt = if options.dev {
        None
    } else {
        Some(tools::wasm_opt(project)?)
    };

    // The native program is a debug build, the app a release build: cargo can do both at once,
    // and the last stretch of the app is one thread.
    let scratch = project.scratch();
    let given = options.prerendered.clone();
    let prerendered = given
        .clone()
        .unwrap_or_else(|| prerender_folder(project, options.dev));
    let (prerender, app) = thread::scope(|scope| {
        let prerender = scope.spawn(|| match given {
            Some(_) => Ok(()),
            None => prerender(project, &prerendered, options.dev),
        });
        let app = wasm::compile(project, options.dev)
            .and_then(|app| Ok((app, wasm::compile_reader(project, options.dev)?)));
        (prerender.join(), app)
    });
    let (app, mut reader) = app?;
    prerender.unwrap_or_else(|_| bail!("the prerender step stopped unexpectedly"))?;

    let cache = if options.dev {
        None
    } else {
        Some(Cache::open(&scratch.join("cache"))?)
    };
    let minifier = Minifier {
        with: match &cache {
            Some(cache) => Some((tools::esbuild(project)?, cache, scratch.clone())),
            None => None,
        },
    };
    let optimise = |module: Vec<u8>, draws: u64| match (&wasm_opt, &cache) {
        (Some(wasm_opt), Some(cache)) => wasm::optimise(wasm_opt, &module, draws, &scratch, cache),
        _ => Ok(module),
    };
    let main = optimise(app.wasm, wasm::DRAWS)?;
    reader.wasm = optimise(reader.wasm, 1)?;
    let mut later = app.later;
    for chunk in &mut later {
        let draws = if chunk.on_demand { 1 } else { wasm::DRAWS };
        chunk.wasm = optimise(mem::take(&mut chunk.wasm), draws)?;
    }

    let step = Step::start(if options.dev {
        "Assembling"
    } else {
        "Assembling and compressing"
    });
    let mut writer = Writer::new(scratch.join("staging"), cache.as_ref())?;
    let mut values = Values::new();
    // What a page calls depends on where it is.
    let mut names = Values::new();

    let wasm_name = writer.add_hashed("oxymoron", "wasm", Kind::FirstLoad, &main)?;
    let mut glue = app.glue.replace(wasm::DEFAULT_NAME, &wasm_name);
    for chunk in later {
        let kind = if chunk.on_demand {
            Kind::OnDemand
        } else {
            Kind::Later
        };
        let name = writer.add_hashed(&chunk.name, "wasm", kind, &chunk.wasm)?;
        glue = glue.replace(&chunk.default_name, &name);
    }
    let glue = minifier.run("the script of wasm-bindgen", Source::Module, &glue)?;
    let glue_name = writer.add_hashed("oxymoron", "js", Kind::FirstLoad, glue.as_bytes())?;
    names.insert("wasm".to_owned(), wasm_name);
    names.insert("glue".to_owned(), glue_name);

    let worker_name = add_reader(&mut writer, &reader, &minifier)?;
    names.insert("scan_worker".to_owned(), worker_name);
    let languages = languages::add(&mut writer, &prerendered)?;

    let icon = project.root().join("assets/icon.svg");
    if icon.is_file() {
        let name = writer.add_hashed("icon", "svg", Kind::Later, &read(&icon)?)?;
        names.insert("icon".to_owned(), name);
    }
    let fixed = project.root().join("assets/static");
    for path in files(&fixed, None)? {
        let name = path.strip_prefix(&fixed)?.to_string_lossy().replace('\\', "/");
        writer.add(&name, Kind::Plain, &read(&path)?)?;
    }

    let (first, later): (Vec<_>, Vec<_>) = style_sheets(project)?
        .into_iter()
        .partition(|path| !is_later(&in_workspace(project, path)));
    values.insert("style".to_owned(), style(&first, &minifier)?);
    for (name, kind) in languages::BESIDE {
        let travels = |path: &&PathBuf| {
            Travels::of(&in_workspace(project, path)).map_or("later", Travels::name) == name
        };
        let sheets: Vec<_> = later.iter().filter(travels).cloned().collect();
        let sheet = style(&sheets, &minifier)?;
        let file = writer.add_hashed(name, "css", kind, sheet.as_bytes())?;
        names.insert(format!("{name}_style"), file);
    }
    for path in files(&project.root().join("assets/inline"), Some("js"))? {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let script = minifier.run(
            &format!("assets/inline/{name}"),
            Source::Script,
            &read_text(&path)?,
        )?;
        values.insert(name, script);
    }

    if options.dev {
        values.insert("service_worker".to_owned(), String::new());
    } else {
        names.insert("service_worker".to_owned(), offline::NAME.to_owned());
    }
    values.insert("version".to_owned(), project.version().to_owned());
    values.insert("build".to_owned(), writer.build()?);
    let mut pages = Vec::new();
    let mut filled = Vec::new();
    for language in &languages {
        let mut own = values.clone();
        own.extend(language.values(&languages, &names, base.as_deref())?);
        pages.push(page(project, options, own.clone())?);
        let page = pages.last().map(String::as_bytes).unwrap_or_default();
        writer.add(&language.file(), Kind::Page, page)?;
        filled.push((language, own));
    }
    let not_found = not_found::page(project, base.as_deref(), &filled)?;
    writer.add(not_found::NAME, Kind::Plain, not_found.as_bytes())?;
    let worker = if options.dev {
        offline::UNREGISTER.to_owned()
    } else {
        let folders: Vec<_> = languages.iter().map(languages::Language::folder).collect();
        offline::worker(&pages.concat(), &folders, &writer.build()?, writer.files())?
    };
    let worker = minifier.run(offline::NAME, Source::Script, &worker)?;
    writer.add(offline::NAME, Kind::Plain, worker.as_bytes())?;
    // A host sends the same headers with all pages.
    let policy = policy::for_page(&(pages.concat() + &not_found));
    if options.single {
        single::write(project, &mut writer, &filled, &minifier)?;
    }
    writer.write_sums()?;
    writer.headers(base.as_deref().unwrap_or("/"), &policy)?;
    let dist = if options.dev {
        project.dev_dist()
    } else {
        project.dist()
    };
    let build = writer.build()?;
    let singles = writer.files().iter().filter(|file| file.kind == Kind::Single);
    let singles = singles.map(|file| Ok((file.name.clone(), writer.sum(&file.name)?)));
    let singles = singles.collect::<Result<Vec<_>>>()?;
    let files = writer.publish(&dist)?;
    step.done();
    Ok(Report {
        dist,
        files,
        dev: options.dev,
        build,
        singles,
    })
}

/// Writes the reader of QR codes and its worker, and returns what the worker is called.
fn add_reader(writer: &mut Writer, reader: &wasm::Reader, minifier: &Minifier<'_>) -> Result<String> {
    let name = writer.add_hashed("scanner", "wasm", Kind::OnDemand, &reader.wasm)?;
    let glue = reader.glue.replace(wasm::READER_NAME, &name);
    let glue = minifier.run("the script of the reader", Source::Module, &glue)?;
    let name = writer.add_hashed("scanner", "js", Kind::OnDemand, glue.as_bytes())?;
    let values = Values::from([("reader".to_owned(), name)]);
    let worker = minifier.run(
        "scanner/src/worker.js",
        Source::Module,
        &template::fill(WORKER, &values)?,
    )?;
    writer.add_hashed("scan", "js", Kind::OnDemand, worker.as_bytes())
}

/// The page. Its policy is computed over the page as it is with everything else filled in.
fn page(project: &Project, options: &Options, mut values: Values) -> Result<String> {
    let mut template = read_text(&project.root().join("index.html"))?;
    if options.reload {
        template = template.replace(
            "</body>",
            &format!("<script type=\"module\">{RELOAD}</script>\n</body>"),
        );
    }
    values.insert("policy".to_owned(), String::new());
    let policy = policy::for_page(&template::fill(&template, &values)?);
    values.insert("policy".to_owned(), policy);
    template::fill(&template, &values)
}

/// Where the first screen and the packs go: a debug build has a language more, and both may be under way at once.
pub(super) fn prerender_folder(project: &Project, dev: bool) -> PathBuf {
    let folder = if dev { "prerender-dev" } else { "prerender" };
    project.scratch().join(folder)
}

/// Runs the native program that renders the first screen and compiles the packs.
fn prerender(project: &Project, into: &Path, dev: bool) -> Result<()> {
    let step = Step::start("Rendering the first screen (native program, built alongside)");
    if into.exists() {
        fs::remove_dir_all(into)?;
    }
    fs::create_dir_all(into)?;
    let mut command = process::cargo();
    command.args([
        "run",
        "--quiet",
        "--package",
        "oxymoron",
        "--bin",
        "prerender",
        "--features",
        "prerender",
        "--",
    ]);
    process::output(
        command
            .arg(into)
            .args(dev.then_some("--pseudo"))
            .current_dir(project.root()),
        "rendering the first screen",
    )?;
    step.done();
    Ok(())
}

/// Every style sheet: the layer order first, then by path.
fn style_sheets(project: &Project) -> Result<Vec<PathBuf>> {
    let folder = project.root().join("src/ui");
    let layers = folder.join("style/layers.css");
    let mut paths = files(&folder, Some("css"))?;
    paths.sort_by_key(|path| (*path != layers, path.clone()));
    Ok(paths)
}

/// Components that only later screens use, and not those of one kind alone.
const LATER_COMPONENTS: [&str; 8] = [
    "components/confirm",
    "components/doors",
    "components/export_files",
    "components/file_field",
    "components/languages",
    "components/map",
    "components/newer",
    "components/stacking",
];

/// A path in the workspace, with forward slashes.
fn in_workspace(project: &Project, path: &Path) -> String {
    project.relative(path).to_string_lossy().replace('\\', "/")
}

/// Whether a style sheet belongs to what is loaded later: the charts, what only later screens use, and all screens but those that a
/// person begins on.
fn is_later(file: &str) -> bool {
    let within = |folder: &str| file.starts_with(&format!("src/ui/{folder}/"));
    Travels::of(file).is_some()
        || within("charts")
        || LATER_COMPONENTS.iter().any(|folder| within(folder))
        || (within("screens") && !within("screens/first"))
}

/// Style sheets in one.
fn style(paths: &[PathBuf], minifier: &Minifier<'_>) -> Result<String> {
    let sheets: Result<Vec<_>> = paths.iter().map(|path| read_text(path)).collect();
    minifier.run("the style sheets", Source::Style, &sheets?.join("\n"))
}

/// Every file below `folder` with `extension`, sorted; nothing when the folder is not there.
fn files(folder: &Path, extension: Option<&str>) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if !folder.exists() {
        return Ok(found);
    }
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.with_context(|| format!("cannot read {}", folder.display()))?;
        let matches =
            extension.is_none_or(|wanted| entry.path().extension().is_some_and(|found| found == wanted));
        if entry.file_type().is_file() && matches {
            found.push(entry.into_path());
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// A short name for `content`.
#[must_use]
pub fn content_hash(content: &[u8]) -> String {
    output::hash(content)
}

/// `--base` as it stands in front of a file name: with a slash at both ends.
fn prefix(base: Option<&str>) -> Result<Option<String>> {
    let Some(base) = base else { return Ok(None) };
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/".contains(c);
    if !base.starts_with('/') || base.starts_with("//") || !base.chars().all(plain) {
        bail!("--base takes a path such as /oxymoron/, not {base}");
    }
    Ok(Some(if base.ends_with('/') {
        base.to_owned()
    } else {
        format!("{base}/")
    }))
}

#[cfg(test)]
mod tests {
    use super::prefix;

    #[test]
    fn a_base_has_a_slash_at_both_ends() {
        assert_eq!(prefix(None).unwrap(), None);
        assert_eq!(prefix(Some("/a")).unwrap().as_deref(), Some("/a/"));
        assert_eq!(prefix(Some("/")).unwrap().as_deref(), Some("/"));
        for wrong in ["a", "//host", "/a b", "/\"><script>"] {
            assert!(prefix(Some(wrong)).is_err(), "{wrong}");
        }
    }
}

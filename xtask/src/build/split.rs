//! Takes what is needed only later out of the linked app, and puts its loader into the glue.

use super::{read, read_text, template::replace};
use anyhow::{Result, anyhow, bail};
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// The module that the main part imports its loaders from; it becomes a part of the glue and is never a file of its own.
const LOADER: &str = "./loader.js";

/// The parts that nobody needs who is here for the first time and has not gone there: the worker does not keep them for everybody.
const ON_DEMAND: [&str; 3] = ["archive", "workshop", "rooms"];

/// A part of the app that is loaded later.
#[derive(Debug)]
pub struct Chunk {
    /// What it is called in its file name.
    pub name: String,
    /// The file name that the loader knows it by.
    pub default_name: String,
    /// Whether it is only for those who go there.
    pub on_demand: bool,
    /// The module.
    pub wasm: Vec<u8>,
}

/// The parts of the app.
#[derive(Debug)]
pub struct Split {
    /// Where the part is that wasm-bindgen has to go over.
    pub main: PathBuf,
    /// The other parts.
    pub chunks: Vec<Chunk>,
    /// The script that loads the other parts.
    pub loader: String,
}

/// Splits the linked app into parts below `folder`.
pub fn split(wasm: &[u8], folder: &Path) -> Result<Split> {
    let folder = folder.join("split");
    let main = folder.join("main.wasm");
    let mut options = Options::new(wasm);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = LOADER;
    let parts = transform(options).map_err(|error| anyhow!("splitting the app failed: {error:#}"))?;
    let loader = read_text(&folder.join(LOADER))?;
    let mut chunks = Vec::new();
    for path in parts.split_modules {
        let default_name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let stem = default_name.trim_end_matches(".wasm");
        // What several parts need is in files of its own, with a number each.
        let (name, parts) = match stem.trim_start_matches("split_") {
            number if number.starts_with("chunk_") => ("shared", sharers(&loader, number)?),
            name => (name, vec![name]),
        };
        let on_demand = parts.iter().all(|part| ON_DEMAND.contains(part));
        chunks.push(Chunk {
            name: if on_demand && name == "shared" {
                // Not the same name as of what everybody has: the worker tells them by it.
                format!("{name}-{}", parts.join("-"))
            } else {
                name.to_owned()
            },
            on_demand,
            wasm: read(&path)?,
            default_name,
        });
    }
    Ok(Split { main, chunks, loader })
}

/// The parts that share a file, as the loader says above it.
fn sharers<'a>(loader: &'a str, file: &str) -> Result<Vec<&'a str>> {
    let after = format!(" */\nconst __{file} = ");
    let parts = loader
        .split_once(&after)
        .and_then(|(before, _)| before.rsplit_once("/* "));
    let Some((_, parts)) = parts else {
        bail!("the loader does not say which parts share {file}");
    };
    Ok(parts.split(", ").collect())
}

/// The loader as a part of the glue: one file less to fetch, and no two files that name each other by their content.
pub fn join(glue: &str, loader: &str) -> Result<String> {
    let (glue, imports) = without_imports(glue);
    let Some((import, others)) = imports.split_first() else {
        bail!("the glue asks for no loader");
    };
    let loader = replace(loader, "import { initSync } from \"./main.js\";", "")?;
    // The glue's own way of loading also copes with a host that does not know what WebAssembly is.
    let loader = loader.replace(
        "WebAssembly.instantiateStreaming(src, imports)",
        "src.then((module) => __wbg_load(module, imports))",
    );
    let names: Vec<_> = loader
        .lines()
        .filter_map(|line| line.strip_prefix("export const ")?.split(' ').next())
        .collect();
    if names.is_empty() {
        bail!("the app has no part that is loaded later");
    }
    let loader = loader.replace("export const ", "const ");
    let names = names.join(", ");
    let others: String = others
        .iter()
        .map(|other| format!("const {other} = {import};\n"))
        .collect();
    Ok(format!(
        "{glue}\nconst {import} = (() => {{\n{loader}\nreturn {{ {names} }};\n}})();\n{others}"
    ))
}

/// The glue without its imports of the loader, of which wasm-bindgen writes one for each part, and the names that it gave them.
fn without_imports(glue: &str) -> (String, Vec<&str>) {
    let tail = format!(" from \"{LOADER}\"");
    let mut names = Vec::new();
    let lines = glue.lines().filter(|line| {
        let name = line
            .trim_end_matches(';')
            .strip_prefix("import * as ")
            .and_then(|line| line.strip_suffix(&tail));
        names.extend(name);
        name.is_none()
    });
    let glue: Vec<_> = lines.collect();
    (glue.join("\n"), names)
}

#[cfg(test)]
mod tests {
    use super::{LOADER, join, sharers};

    #[test]
    fn the_loader_says_who_shares_a_file() {
        let loader = "/* a, b */\nconst __chunk_1 = makeLoad();\n/* rooms, workshop */\nconst __chunk_10 = makeLoad();\n";
        assert_eq!(sharers(loader, "chunk_10").unwrap(), ["rooms", "workshop"]);
        assert_eq!(sharers(loader, "chunk_1").unwrap(), ["a", "b"]);
        assert!(sharers(loader, "chunk_2").is_err());
    }

    #[test]
    fn the_loader_becomes_a_part_of_the_glue() {
        let glue = format!(
            "import * as import1 from \"{LOADER}\"\nimport * as import2 from \"{LOADER}\"\nuse(import1, import2);\n"
        );
        let loader = "import { initSync } from \"./main.js\";\nexport const load = WebAssembly.instantiateStreaming(src, imports);\n";
        let joined = join(&glue, loader).unwrap();
        assert!(
            !joined.contains("import *") && !joined.contains("export"),
            "{joined}"
        );
        assert!(
            joined.contains("const load = src.then((module) => __wbg_load(module, imports));"),
            "{joined}"
        );
        assert!(joined.contains("return { load };"), "{joined}");
        assert!(joined.contains("const import2 = import1;"), "{joined}");
    }

    #[test]
    fn tools_that_write_something_else_are_noticed() {
        assert!(
            join(
                "",
                "import { initSync } from \"./main.js\";\nexport const load = 1;"
            )
            .is_err()
        );
        assert!(
            join(
                &format!("import * as import1 from \"{LOADER}\""),
                "export const load = 1;"
            )
            .is_err()
        );
    }
}

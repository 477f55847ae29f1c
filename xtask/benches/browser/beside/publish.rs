//! What was measured, where people read it: all of it in a document of its own, the ratios in the README.

use super::row::{HEAD, Row};
use anyhow::{Context, Result};
use std::{fs, path::Path};

/// The table of ratios in the README.
const RATIOS: [&str; 4] = ["what", "how many times", "wanted", "seen"];

/// Writes both.
pub fn publish(root: &Path, rows: &[Row], machine: &[String; 2], runs: usize) -> Result<()> {
    fs::write(root.join("docs/figures.md"), document(rows, machine, runs))?;
    let readme = root.join("README.md");
    let text = fs::read_to_string(&readme)?;
    let start = text.find(&head(&RATIOS)).context("the README has no ratios")?;
    let (before, table) = text.split_at(start);
    let (_, after) = table
        .split_once("\n\n")
        .context("the README ends with its ratios")?;
    let ratios = markdown(&RATIOS, rows.iter().filter_map(Row::ratio));
    Ok(fs::write(readme, format!("{before}{ratios}\n{after}"))?)
}

fn document(rows: &[Row], machine: &[String; 2], runs: usize) -> String {
    let [machine, slow] = machine;
    let mut text = format!(
        "# The app beside other pages\n\n\
         Written by `cargo xtask bench`. Three pages ask the same twelve questions, in the same style and from the same server: a static page\n\
         by hand, all questions below each other; a page of [Preact](https://preactjs.com) components, one question at a time; and the app.\n\
         All three in turn in every run, by the same steps. A figure is the median with its range, a ratio that of each run's own ratios.\n\
         Runs: {runs}. The load is that of the last minute of each: beyond the number of cores, every figure is worse than it is. How each is\n\
         measured is in [xtask/README.md](../xtask/README.md#bench).\n\n\
         - {machine}\n- {slow}\n\n"
    );
    text += &markdown(&HEAD, rows.iter().map(Row::cells));
    text
}

fn head(names: &[&str]) -> String {
    let rule = vec!["---"; names.len()];
    format!("| {} |\n| {} |\n", names.join(" | "), rule.join(" | "))
}

fn markdown<const COLUMNS: usize>(
    names: &[&str; COLUMNS],
    rows: impl Iterator<Item = [String; COLUMNS]>,
) -> String {
    let lines = rows.map(|cells| format!("| {} |\n", cells.join(" | ")));
    std::iter::once(head(names)).chain(lines).collect()
}

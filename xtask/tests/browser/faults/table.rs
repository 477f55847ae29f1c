//! The table `docs/faults.md`: read, compared with what a test saw, and written.

use super::{ALL, heading};
use crate::harness::Engine;
use anyhow::{Context, bail};
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};
use std::{env, fs, path::PathBuf};
use xtask::{Result, project::Project};

const HEAD: &str = "| fault | what is kept | what the page says | Chromium | Firefox | WebKitGTK |\n|---|---|---|---|---|---|\n";
const PLAYED: &str = "played";
/// What stands in a row that tells of other engines.
const OTHER: &str = "";

/// What a test saw.
#[derive(Debug, PartialEq, Eq)]
pub struct Cell {
    kept: String,
    told: String,
}

impl Cell {
    /// What was kept, in the test's words, and what was said, in the page's.
    pub fn new(kept: &str, told: &str) -> Self {
        let told: Vec<_> = told.split_whitespace().collect();
        Self {
            kept: kept.to_owned(),
            told: told.join(" ").replace('|', "/"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    fault: String,
    kept: String,
    told: String,
    engines: [String; 3],
}

fn path() -> PathBuf {
    Project::find().root().join("docs/faults.md")
}

const fn place(engine: Engine) -> usize {
    match engine {
        Engine::Chromium => 0,
        Engine::Firefox => 1,
        Engine::WebKit => 2,
    }
}

fn engine(name: &str) -> Result<Engine> {
    Ok(match name {
        "chromium" => Engine::Chromium,
        "firefox" => Engine::Firefox,
        "webkit" => Engine::WebKit,
        _ => bail!("{name} is no engine"),
    })
}

/// The text before the table, and its rows.
fn read() -> Result<(String, Vec<Row>)> {
    let text = fs::read_to_string(path()).context("docs/faults.md")?;
    let (before, table) = text
        .split_once(HEAD)
        .context("docs/faults.md has no such table")?;
    let rows = table.lines().map(|line| {
        let cells: Vec<_> = line
            .trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect();
        match <[String; 6]>::try_from(cells) {
            Ok([fault, kept, told, one, two, three]) => Ok(Row {
                fault,
                kept,
                told,
                engines: [one, two, three],
            }),
            Err(cells) => bail!("a row of docs/faults.md has {} cells", cells.len()),
        }
    });
    Ok((before.to_owned(), rows.collect::<Result<_>>()?))
}

fn write(before: &str, rows: &[Row]) -> Result<()> {
    let mut text = format!("{before}{HEAD}");
    for Row {
        fault,
        kept,
        told,
        engines,
    } in rows
    {
        let [one, two, three] = engines;
        writeln!(text, "| {fault} | {kept} | {told} | {one} | {two} | {three} |")?;
    }
    Ok(fs::write(path(), text)?)
}

fn writes() -> bool {
    env::var_os("OXYMORON_FAULTS").is_some_and(|how| how == "write")
}

/// One writes at a time.
static TABLE: Mutex<()> = Mutex::new(());

/// Plays a fault, and holds what is seen against the table; or writes it there.
pub async fn hold(
    fault: &'static str,
    name: &str,
    journey: impl Future<Output = Result<Cell>>,
) -> Result<()> {
    let engine = engine(name)?;
    let place = place(engine);
    let cell = journey
        .await
        .with_context(|| format!("{fault}, in {}", heading(engine)))?;
    let _turn = TABLE.lock().unwrap_or_else(PoisonError::into_inner);
    let (before, mut rows) = read()?;
    if !writes() {
        let row = rows
            .iter()
            .find(|row| row.fault == fault && row.engines[place] == PLAYED);
        let row =
            row.with_context(|| format!("docs/faults.md does not tell of {fault} in {}", heading(engine)))?;
        let stands = Cell {
            kept: row.kept.clone(),
            told: row.told.clone(),
        };
        assert_eq!(
            cell,
            stands,
            "docs/faults.md tells another story of {fault} in {}",
            heading(engine)
        );
        return Ok(());
    }
    let mine = |row: &Row| row.fault == fault;
    for row in rows.iter_mut().filter(|row| mine(row)) {
        row.engines[place] = OTHER.to_owned();
    }
    rows.retain(|row| !mine(row) || row.engines.iter().any(|engine| engine == PLAYED));
    match rows
        .iter_mut()
        .find(|row| mine(row) && row.kept == cell.kept && row.told == cell.told)
    {
        Some(row) => row.engines[place] = PLAYED.to_owned(),
        None => {
            let mut engines = [OTHER; 3].map(str::to_owned);
            engines[place] = PLAYED.to_owned();
            rows.push(Row {
                fault: fault.to_owned(),
                kept: cell.kept,
                told: cell.told,
                engines,
            });
        }
    }
    let order = |row: &Row| ALL.iter().position(|(name, _)| *name == row.fault);
    rows.retain(|row| order(row).is_some());
    rows.sort_by_key(order);
    excuse(&mut rows)?;
    write(&before, &rows)
}

/// Writes into the first row of each fault why an engine does not play it.
fn excuse(rows: &mut [Row]) -> Result<()> {
    for (fault, engines) in ALL {
        let Some(row) = rows.iter_mut().find(|row| row.fault == *fault) else {
            continue;
        };
        for (name, reason) in engines.iter().filter(|(_, reason)| !reason.is_empty()) {
            row.engines[place(engine(name)?)] = (*reason).to_owned();
        }
    }
    Ok(())
}

/// Fails unless the table has each fault, and for each engine either what it saw or why it was not asked.
pub fn is_whole(all: &[(&str, &[(&str, &str)])]) -> Result<()> {
    let (_, rows) = read()?;
    let mut wrong = Vec::new();
    for (fault, engines) in all {
        assert_eq!(engines.len(), 3, "{fault}");
        for (name, reason) in *engines {
            let expected = if reason.is_empty() { PLAYED } else { reason };
            let place = place(engine(name)?);
            let said: Vec<_> = rows
                .iter()
                .filter(|row| row.fault == *fault)
                .map(|row| row.engines[place].as_str())
                .filter(|cell| *cell != OTHER)
                .collect();
            if said != [expected] {
                wrong.push(format!("{fault}, {name}: {said:?} instead of {expected}"));
            }
        }
    }
    for row in &rows {
        if all.iter().all(|(fault, _)| *fault != row.fault) {
            wrong.push(format!("nothing plays {}", row.fault));
        }
    }
    assert!(writes() || wrong.is_empty(), "docs/faults.md: {wrong:#?}");
    Ok(())
}

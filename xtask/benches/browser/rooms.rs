//! Many rooms in one picture: from the choice of their files to the drawn picture, and a plain script that does the same.

use crate::{
    figures::{Figure, Series},
    harness::Browser,
    site::Site,
};
use anyhow::{Context, Result};
use std::{fs, path::Path};

/// Rooms, how often each number is measured at the most, and what is hoped for in milliseconds.
const SETS: [(usize, usize, f64); 2] = [(1_000, usize::MAX, 400.0), (10_000, 3, 4_000.0)];
/// The page that stands for the file input, for what is drawn at the end, and for both.
const APP: [&str; 2] = ["#rooms-files", "#found"];
const PLAIN: [&str; 2] = ["#files", "#done"];

/// The columns of a table of counts, and what stands in those behind the counts.
const HEAD: &str = "workshop,title,day,instrument,people,headcount,minimum,round,part,part_name,question,text,n,c1,c2,c3,c4,c5,cannot_tell,\
not_applicable,median,ad_median,interpolated_median,mean,sd,agreement,consensus,hands";

/// One run: until the picture was there, and the longest task over 50 ms, in milliseconds; 0 where there was none.
type Run = (f64, f64);

/// Measures both, one after the other, so that both have the same machine.
pub async fn measure(site: &Site, runs: usize) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for (count, most, target) in SETS {
        let folder = tempfile::Builder::new().prefix("oxymoron-rooms-").tempdir()?;
        let files = write(folder.path(), count)?;
        let (mut here, mut plain) = (Vec::new(), Vec::new());
        for run in 1..=runs.min(most) {
            eprintln!("    {count} rooms, run {run}");
            here.push(once(&format!("{}#/workshop/rooms", site.app()), APP, &files).await?);
            plain.push(once(&site.plain_rooms(), PLAIN, &files).await?);
        }
        let of = |runs: &[Run], which: fn(&Run) -> f64| runs.iter().map(which).collect::<Series>();
        let (took, longest) = (|run: &Run| run.0, |run: &Run| run.1);
        let ratio = here
            .iter()
            .zip(&plain)
            .map(|(here, plain)| here.0 / plain.0)
            .collect();
        figures.extend([
            Figure::new(
                format!("{count} rooms of 36 questions, from files to picture"),
                of(&here, took),
            )
            .at_most(target),
            Figure::new("  longest task over 50 ms", of(&here, longest)).at_most(50.0),
            Figure::new("  a plain script", of(&plain, took)),
            Figure::new("  longest task over 50 ms", of(&plain, longest)),
            Figure::new("  how many times the script", ratio)
                .unit("", 2)
                .at_most(1.3),
        ]);
    }
    Ok(figures)
}

/// Writes so many tables, no two alike; their paths, a line each.
fn write(folder: &Path, count: usize) -> Result<String> {
    let mut paths = String::new();
    for room in 0..count {
        let path = folder.join(format!("room-{room:05}.csv"));
        fs::write(&path, table(room))?;
        if room > 0 {
            paths.push('\n');
        }
        paths += path.to_str().context("a path that is text")?;
    }
    Ok(paths)
}

fn table(room: usize) -> String {
    let mut text = format!("\u{feff}{HEAD}\n");
    for row in 0..36 {
        let area = row / 3 + 1;
        let part = match row % 3 {
            0 => "",
            1 => "a",
            _ => "b",
        };
        let count = |level: usize| (room * 7 + row * 3 + level * level) % 5 + usize::from(level == 2);
        let counts = [0, 1, 2, 3, 4].map(count);
        let n: usize = counts.iter().sum();
        let counts = counts.map(|count| count.to_string()).join(",");
        text += &format!(
            "w{:016x},\"Team {room}, autumn\",2026-11-23,1,{n},{n},5,1,A{area:02},An area of twelve,A{area:02}{part},\
             What did we change in the last quarter of the year?,{n},{counts},0,0,3.0,0.75,3.10,3.083,1.037,0.444,0.628,\n",
            room + 1
        );
    }
    text
}

async fn once(address: &str, [input, drawn]: [&str; 2], files: &str) -> Result<Run> {
    let browser = Browser::start().await?;
    browser.open_url(address).await?;
    let field = browser.wait_for(input).await?;
    // The frame after the one in which it is there has been painted with it.
    let script = format!(
        "(() => {{ window.longest = 0; \
         new PerformanceObserver((list) => {{ for (const task of list.getEntries()) \
         window.longest = Math.max(window.longest, task.duration); }}).observe({{ type: 'longtask' }}); \
         window.addEventListener('change', () => {{ const chosen = performance.now(); window.longest = 0; \
         const seen = () => {{ if (!document.querySelector('{drawn}')) return requestAnimationFrame(seen); \
         requestAnimationFrame(() => {{ window.took = performance.now() - chosen; }}); }}; seen(); }}, \
         {{ capture: true, once: true }}); }})()"
    );
    browser.eval(&script).await?;
    field.send_keys(files).await?;
    browser.wait_until("window.took").await?;
    // A long task is told of after it has ended.
    browser
        .wait_until("new Promise((done) => setTimeout(done, 200, true))")
        .await?;
    let number = async |what: &str| browser.eval(what).await?.as_f64().context("a number");
    Ok((number("window.took").await?, number("window.longest").await?))
}

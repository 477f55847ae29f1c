//! The pictures of the README, in `docs/images/`: `cargo xtask images` makes them, from made-up answers, at a fixed moment. And those of
//! every language, for somebody to look at: `cargo xtask images --languages`.

use crate::{
    harness::{Visit, visit},
    screens,
};
use anyhow::Context;
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    env, fs,
    io::Cursor,
    path::{Path, PathBuf},
};
use xtask::Result;

const ID: &str = "00000000000000ab";
/// 2026-11-20 at 10:00 in UTC.
const NOW: u64 = 1_795_168_800_000;
/// No picture is larger.
const LARGEST: usize = 100_000;
/// As many colours as a byte can name.
const COLOURS: usize = 256;

/// Width and height of a phone and of a laptop.
const WINDOWS: [(u32, u32); 2] = [(360, 740), (1280, 800)];

#[tokio::test]
#[ignore = "cargo xtask images runs it"]
async fn pictures_for_the_readme() -> Result<()> {
    let folder = &folder()?;
    visit(async |visit| {
        begin(visit).await?;
        for scheme in ["light", "dark"] {
            visit.color_scheme(scheme).await?;
            for (name, fragment) in [("result", "#/example"), ("plan", "#/example/plan")] {
                visit.enter(fragment).await?;
                take(visit, folder, name, scheme).await?;
            }
            let console = format!("#/workshop/{ID}");
            visit.enter(&console).await?;
            take(visit, folder, "console", scheme).await?;
            // The wall draws what a console in another tab tells it.
            let (first, second) = visit.new_tab().await?;
            visit.color_scheme(scheme).await?;
            visit.enter(&format!("{console}/wall")).await?;
            visit.wait_for(".wall-title").await?;
            take(visit, folder, "wall", scheme).await?;
            visit.switch_to(&second).await?;
            visit.client().close_window().await?;
            visit.switch_to(&first).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "cargo xtask images --languages runs it"]
async fn pictures_of_every_language() -> Result<()> {
    let folder = &folder()?;
    visit(async |visit| {
        begin(visit).await?;
        visit.enter(&format!("#/workshop/{ID}")).await?;
        visit.new_tab().await?;
        stop_clock(visit).await?;
        for language in screens::languages() {
            let page = screens::folder(language);
            // Nobody is offered another one.
            screens::speak(visit, language).await?;
            for (name, fragment, drawn) in [
                ("home", "#/".to_owned(), ".question input"),
                ("result", "#/example".to_owned(), ".ruler"),
                ("wall", format!("#/workshop/{ID}/wall"), ".wall-title"),
            ] {
                visit.enter(&format!("{page}{fragment}")).await?;
                visit.wait_for(drawn).await?;
                take(visit, folder, &format!("{language}-{name}"), "light").await?;
            }
        }
        Ok(())
    })
    .await
}

/// Where the pictures go.
fn folder() -> Result<PathBuf> {
    let folder = env::var_os("OXYMORON_IMAGES").context("OXYMORON_IMAGES names no folder")?;
    fs::create_dir_all(&folder)?;
    Ok(folder.into())
}

/// Stops the clock, and puts the workshop there.
async fn begin(visit: &Visit) -> Result<()> {
    stop_clock(visit).await?;
    let (key, record) = workshop();
    visit.seed(&[(&key, &record)]).await
}

/// In this tab, from the next load on.
async fn stop_clock(visit: &Visit) -> Result<()> {
    visit
        .before_load(&format!(
            "const Real = Date; Date = class extends Real {{ constructor(...given) {{ given.length ? super(...given) : super({NOW}); }} \
             static now() {{ return {NOW}; }} }};"
        ))
        .await
}

/// One picture for each window.
async fn take(visit: &Visit, folder: &Path, name: &str, scheme: &str) -> Result<()> {
    for (width, height) in WINDOWS {
        visit.viewport(width, height).await?;
        visit.two_frames().await?;
        let picture = smaller(&visit.screenshot().await?)?;
        let file = format!("{name}-{width}-{scheme}.png");
        anyhow::ensure!(picture.len() <= LARGEST, "{file} has {} bytes", picture.len());
        fs::write(folder.join(file), picture)?;
    }
    Ok(())
}

/// A workshop of nine after the reveal: one area divides it, the others do not.
fn workshop() -> (String, String) {
    const HANDS: [[u8; 5]; 12] = [
        [0, 4, 0, 5, 0],
        [1, 5, 2, 1, 0],
        [2, 4, 3, 0, 0],
        [3, 4, 2, 0, 0],
        [1, 6, 2, 0, 0],
        [0, 2, 5, 2, 0],
        [0, 1, 3, 4, 1],
        [2, 3, 4, 0, 0],
        [0, 3, 4, 2, 0],
        [1, 4, 4, 0, 0],
        [0, 1, 4, 4, 0],
        [2, 5, 2, 0, 0],
    ];
    let hands: serde_json::Map<String, Value> = (1..)
        .zip(HANDS)
        .map(|(number, [a, b, c, d, e])| (format!("A{number:02}"), json!([a, b, c, d, e, 0, 0])))
        .collect();
    let none = json!(["", 0]);
    let body = json!({
        "instrument": 1, "created": NOW, "changed": NOW,
        "secret": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "title": "An example workshop",
        "depth": "quick", "know_do": false, "roles": [], "minimum": 5, "headcount": 9, "agenda": 60, "language": "en",
        "stage": "reveal", "turn": 0, "revealed": [NOW], "timer": [240], "sound": false,
        "first": { "responses": [], "hands": hands }, "topics": [], "hands_each": "one", "energy": {}, "hypothesis": "",
        "plan": {
            "chosen": none, "experiment": none, "counted": none, "owner": none, "learned": none,
            "start": none, "stop": none, "review": none, "status": ["planned", 0],
        },
        "notes": "",
    });
    let record = json!({ "schema": 2, "kind": "workshop", "id": ID, "revision": 9, "body": body });
    (format!("oxymoron/1/workshop/{ID}"), record.to_string())
}

type Colour = [u8; 3];

/// The same picture with 256 colours, those that it has most of; each other pixel gets the nearest.
fn smaller(picture: &[u8]) -> Result<Vec<u8>> {
    let mut reader = png::Decoder::new(Cursor::new(picture)).read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().context("a picture too large")?];
    let info = reader.next_frame(&mut bytes)?;
    let samples = info.color_type.samples();
    let pixels: Vec<Colour> = bytes[..info.buffer_size()]
        .chunks_exact(samples)
        .map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    let palette = palette(&pixels);
    let mut known = HashMap::new();
    let places: Vec<u8> = pixels
        .iter()
        .map(|pixel| *known.entry(*pixel).or_insert_with(|| nearest(&palette, *pixel)))
        .collect();
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, info.width, info.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header()?.write_image_data(&places)?;
    Ok(out)
}

fn palette(pixels: &[Colour]) -> Vec<Colour> {
    let mut counts = HashMap::<Colour, usize>::new();
    for pixel in pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut colours: Vec<_> = counts.into_iter().collect();
    // By the colour too, so that the same picture gives the same file.
    colours.sort_by_key(|(colour, count)| (usize::MAX - count, *colour));
    colours
        .into_iter()
        .map(|(colour, _)| colour)
        .take(COLOURS)
        .collect()
}

fn nearest(palette: &[Colour], pixel: Colour) -> u8 {
    let far = |colour: &Colour| -> u32 {
        let parts = colour.iter().zip(pixel);
        parts
            .map(|(one, other)| u32::from(one.abs_diff(other)).pow(2))
            .sum()
    };
    let places = (0..=u8::MAX).zip(palette);
    places
        .min_by_key(|(_, colour)| far(colour))
        .map_or(0, |(place, _)| place)
}

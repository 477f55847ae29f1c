//! The dialog that scans: how often it looks through the camera, and how long a dropped picture takes.

use crate::{
    collect::{self, codes},
    figures::{Figure, Series},
    harness::{
        Browser, Profile,
        codes::{Frame, Print, film},
    },
    site::Site,
};
use anyhow::{Context, Result};

/// What a camera is asked for.
const SIZE: [usize; 2] = [1280, 720];
/// Pictures a second, and of one second.
const RATE: usize = 30;
/// As long as the link to an answer code of 36 questions.
const LINK: &str = "https://example.org/oxymoron/#/answer/oxya1AAAAASNFZ4mrze8BAAAAAAAAAAhJZ0pGqTgn-wKQe4mXAFG3lQnTDZ7Hb9Cus0YrGmVd4RkT2xPzW8LqEfJvB6NaUoMiC5hK1gSwXtOyZb";
/// Notes when the reader answers, in milliseconds.
const WATCH: &str = "window.answers = []; if (window.Worker) { const Plain = Worker; window.Worker = class extends Plain { \
    constructor(...how) { super(...how); this.addEventListener('message', () => answers.push(performance.now())); } }; }";
/// So many answers are measured, after the first ones, while the reader starts.
const WARM: usize = 10;
const MEASURED: usize = 50;
/// A photo of twelve million pixels without a code: a room in the grain of a sensor, from the drop to the answer.
const DROP: &str = "(async () => { const it = new OffscreenCanvas(4000, 3000); const context = it.getContext('2d'); \
    const image = context.createImageData(4000, 3000); let state = 1; \
    for (let at = 0; at < image.data.length; at += 4) { state = (state * 48271) % 2147483647; const x = at / 4 % 4000; \
    const y = Math.floor(at / 16000); const luma = 60 + x / 30 + (x % 300 < 200 && y % 400 < 300 ? 0 : 40) + state % 16; \
    image.data.fill(luma, at, at + 3); image.data[at + 3] = 255; } context.putImageData(image, 0, 0); \
    const data = new DataTransfer(); data.items.add(new File([await it.convertToBlob({ type: 'image/jpeg' })], 'room.jpg', { type: 'image/jpeg' })); \
    const input = document.querySelector('#scanner-file'); const note = document.querySelector('.scanner-drop [aria-live]'); input.files = data.files; \
    const start = performance.now(); input.dispatchEvent(new Event('change', { bubbles: true })); \
    return await new Promise((done) => { const said = note.textContent; new MutationObserver(() => { \
    if (/no .*code/i.test(note.textContent)) { done(performance.now() - start); } }).observe(note, { childList: true, subtree: true, characterData: true }); }); })()";

/// Lines for the table.
pub async fn measure(site: &Site, runs: usize) -> Result<Vec<Figure>> {
    let [width, height] = SIZE;
    let room = || Frame::room(width, height);
    let (dark, light) = (Print::DarkOnLight, Print::LightOnDark);
    let films = [
        ("an empty room", room()),
        ("a code", room().draw(LINK, 6, dark, [0, 1])?),
        (
            "a dark code and a light one",
            room()
                .draw(LINK, 6, dark, [0, 2])?
                .draw("light", 9, light, [1, 2])?,
        ),
    ];
    let mut figures = Vec::new();
    for (name, frame) in films {
        let film = film(&vec![frame; RATE], RATE);
        let mut apart = Vec::new();
        for run in 1..=runs {
            eprintln!("    the camera sees {name}, run {run}");
            let browser = open(site, &film).await?;
            browser
                .wait_until(&format!("answers.length > {}", WARM + MEASURED))
                .await?;
            let mean = format!("(answers[{}] - answers[{WARM}]) / {MEASURED}", WARM + MEASURED);
            apart.push(browser.eval(&mean).await?.as_f64().context("a time")?);
        }
        let name = format!("the camera sees {name}: between two looks");
        figures.push(Figure::new(name, Series(apart)).unit("ms", 1).at_most(101.0));
    }
    let mut took = Vec::new();
    for run in 1..=runs {
        eprintln!("    a picture without a code, run {run}");
        let browser = open(site, &film(&[Frame::plain(640, 480)], 1)).await?;
        took.push(browser.eval(DROP).await?.as_f64().context("a time")?);
    }
    figures.push(Figure::new("a photo of 4000 x 3000 pixels without a code", Series(took)).at_most(2000.0));
    Ok(figures)
}

/// A console with the dialog open.
async fn open(site: &Site, film: &[u8]) -> Result<Browser> {
    let browser = Browser::start_on(Profile::with_film(film)?).await?;
    browser.before_load(WATCH).await?;
    let (record, _) = codes(1)?;
    collect::open(&browser, site, &record).await?;
    browser.click("[data-way='scan'] > summary").await?;
    browser.click("[data-way='scan'] .button").await?;
    browser.wait_for("dialog[open]").await?;
    browser.wait_until("answers.length > 1").await?;
    Ok(browser)
}

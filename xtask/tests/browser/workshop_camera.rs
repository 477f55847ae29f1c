//! Scanning from the console: a code in front of the camera is in the vote, and the camera is off as soon as the dialog closes.

use crate::harness::codes::{Frame, Print};
use crate::harness::workshops::{code, record, response, workshop};
use crate::harness::{Profile, Visit, codes, engines, serve, visit, visit_on};
use crate::scan::with_detector;
use crate::workshop_console::stored;
use fantoccini::key::Key;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use serde_json::json;
use xtask::Result;

engines! {
    a_camera_whose_picture_is_drawn_by_the_test_is_read_as_well: chromium firefox;
    the_browsers_own_camera_goes_on_and_off: firefox;
}

const OPEN: &str = "[data-way='scan'] .button";

/// A vote of twelve.
fn voting() -> Result<Workshop> {
    let mut here = workshop(0xca3e_0000_0001, 12, &["Leader", "Seller"])?;
    here.apply(Change::WentTo(Stage::Vote), here.created);
    Ok(here)
}

/// The link that a participant's QR code holds, with this answer to every question.
fn link(workshop: &Workshop, id: u64, answer: &str) -> Result<String> {
    let response = response(workshop, id, Some(1), &answer.repeat(12))?;
    Ok(format!(
        "https://example.org/oxymoron/#/answer/{}",
        code(workshop, 1, &response, id)?
    ))
}

/// The console with the dialog open.
async fn enter(visit: &Visit, workshop: &Workshop) -> Result<()> {
    let (key, text) = record(workshop);
    visit.seed(&[(&key, &text)]).await?;
    visit.enter(&format!("#/workshop/{}", workshop.id)).await?;
    visit.click("[data-way='scan'] > summary").await?;
    open(visit).await
}

async fn open(visit: &Visit) -> Result<()> {
    visit.click(OPEN).await?;
    visit.wait_for("dialog[open]").await.map(drop)
}

async fn closed(visit: &Visit, streams: usize) -> Result<()> {
    visit.wait_until("!document.querySelector('dialog')").await?;
    visit.camera_off(streams).await
}

async fn responses(visit: &Visit, workshop: &Workshop) -> Result<usize> {
    Ok(stored(visit, workshop.id).await?.first.responses().len())
}

#[tokio::test]
async fn a_code_before_the_camera_is_in_the_vote_and_the_camera_ends_with_the_dialog() -> Result<()> {
    let here = voting()?;
    let (ann, bob) = (link(&here, 1, "2")?, link(&here, 2, "4")?);
    let profile = Profile::with_camera(&[&ann, &bob])?;
    visit_on(profile, serve()?, async |visit| {
        visit.watch_camera().await?;
        enter(visit, &here).await?;
        visit
            .wait_for_text("dialog [aria-live]", "The camera is on")
            .await?;
        visit.wait_for_text(".health-figures", "1 of 12 in").await?;
        visit.wait_for_text(".health-figures", "2 of 12 in").await?;
        visit
            .wait_for_text("dialog .scanner-count", "2 codes read")
            .await?;
        visit
            .wait_for_text("dialog .collect-lines", "2 new answers")
            .await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        assert_eq!(responses(visit, &here).await?, 2);
        visit.click("dialog .scanner-foot button").await?;
        closed(visit, 1).await?;
        visit
            .wait_until(&format!(
                "document.activeElement === document.querySelector(\"{OPEN}\")"
            ))
            .await?;

        // The same codes again are the same people; Escape.
        open(visit).await?;
        visit
            .wait_for_text("dialog .collect-lines", "here already")
            .await?;
        visit.press(Key::Escape).await?;
        closed(visit, 2).await?;

        // Another screen, while the camera is on.
        open(visit).await?;
        visit
            .wait_for_text("dialog .scanner-count", "1 code read")
            .await?;
        visit.eval("void (location.hash = '#/method')").await?;
        closed(visit, 3).await?;
        visit.wait_for_text("h1", "Method").await?;

        // Closed before the camera has come.
        visit.go(&format!("#/workshop/{}", here.id)).await?;
        open(visit).await?;
        visit.press(Key::Escape).await?;
        closed(visit, 4).await?;

        // The browser's window closes or goes somewhere else.
        open(visit).await?;
        visit
            .wait_for_text("dialog .scanner-count", "1 code read")
            .await?;
        visit
            .eval("void window.dispatchEvent(new Event('pagehide'))")
            .await?;
        closed(visit, 5).await?;
        assert_eq!(responses(visit, &here).await?, 2, "nobody was counted twice");
        Ok(())
    })
    .await
}

/// Notes what the reader says of each frame.
const ANSWERS: &str = "window.answers = []; if (window.Worker) { const Plain = Worker; window.Worker = class extends Plain { \
    constructor(...how) { super(...how); this.addEventListener('message', ({ data }) => answers.push(data.texts)); } }; }";

#[tokio::test]
async fn frames_keep_coming_and_a_light_code_beside_a_dark_one_is_read() -> Result<()> {
    let here = voting()?;
    let room = || Frame::room(1280, 720);
    let both = room()
        .draw(&link(&here, 1, "2")?, 6, Print::DarkOnLight, [0, 2])?
        .draw(&link(&here, 2, "4")?, 6, Print::LightOnDark, [1, 2])?;
    // Two seconds of nothing, one of both, and again.
    let frames = [vec![room(); 10], vec![both; 5]].concat();
    let profile = Profile::with_film(&codes::film(&frames, 5))?;
    visit_on(profile, serve()?, async |visit| {
        visit.watch_camera().await?;
        visit.before_load(ANSWERS).await?;
        enter(visit, &here).await?;
        visit.wait_for_text(".health-figures", "2 of 12 in").await?;
        assert_eq!(responses(visit, &here).await?, 2);
        visit
            .wait_until("answers.filter((texts) => texts.length === 0).length > 20")
            .await?;
        visit.press(Key::Escape).await?;
        closed(visit, 1).await
    })
    .await
}

#[tokio::test]
async fn codes_are_taken_from_the_browsers_own_reader_and_from_ours() -> Result<()> {
    let here = voting()?;
    // It says the same of any picture; what the camera shows is seen by ours alone.
    let detector = format!(
        "self.BarcodeDetector = class {{ static async getSupportedFormats() {{ return ['qr_code']; }} \
         async detect() {{ return [{{ rawValue: {} }}]; }} }};",
        json!(link(&here, 7, "3")?)
    );
    let (_folder, server) = with_detector(&detector)?;
    let profile = Profile::with_camera(&[&link(&here, 1, "2")?])?;
    visit_on(profile, server, async |visit| {
        visit.watch_camera().await?;
        enter(visit, &here).await?;
        visit.wait_for_text(".health-figures", "2 of 12 in").await?;
        visit.press(Key::Escape).await?;
        closed(visit, 1).await
    })
    .await
}

/// Without a camera: what the dialog says, and that a picture does as well.
async fn reads_a_picture(visit: &Visit, workshop: &Workshop, said: &str) -> Result<()> {
    visit.wait_for_text("dialog [aria-live]", said).await?;
    visit.wait_for_text("dialog", "picture").await?;
    let dialog = visit.text("dialog").await?;
    for of_a_camera in ["turn the camera off", "in front of the camera", "0 codes read"] {
        assert!(!dialog.contains(of_a_camera), "{dialog}");
    }
    assert_eq!(visit.axe().await?, Vec::<String>::new());
    let (modules, path) = crate::harness::codes::path(&link(workshop, 3, "5")?)?;
    visit
        .eval(&format!(
            "(async () => {{ const canvas = new OffscreenCanvas({modules} * 4, {modules} * 4); const context = canvas.getContext('2d'); \
             context.fillStyle = 'white'; context.fillRect(0, 0, canvas.width, canvas.height); context.fillStyle = 'black'; \
             context.scale(4, 4); context.fill(new Path2D('{path}')); const data = new DataTransfer(); \
             data.items.add(new File([await canvas.convertToBlob()], 'code.png', {{ type: 'image/png' }})); \
             const input = document.querySelector('#scanner-file'); input.files = data.files; \
             input.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
        ))
        .await?;
    visit.wait_for_text(".health-figures", "1 of 12 in").await?;
    visit.press(Key::Escape).await?;
    visit.wait_until("!document.querySelector('dialog')").await
}

#[tokio::test]
async fn without_a_camera_the_other_ways_are_told() -> Result<()> {
    let here = voting()?;
    visit(async |visit| {
        enter(visit, &here).await?;
        reads_a_picture(visit, &here, "no camera").await
    })
    .await?;
    visit_on(Profile::with_camera(&["nothing"])?, serve()?, async |visit| {
        visit
            .before_load(
                "if (window.MediaDevices) { MediaDevices.prototype.getUserMedia = async () => { throw new DOMException('no', 'NotAllowedError'); }; }",
            )
            .await?;
        enter(visit, &here).await?;
        reads_a_picture(visit, &here, "was refused").await
    })
    .await
}

/// A camera as far as the page can tell: a canvas with the code on it, drawn again and again.
fn drawn_camera(text: &str) -> Result<String> {
    let (modules, path) = codes::path(text)?;
    Ok(format!(
        "window.streams = []; if (window.MediaDevices) MediaDevices.prototype.getUserMedia = async () => {{ \
         const canvas = document.createElement('canvas'); canvas.width = canvas.height = 12 * {modules}; \
         const context = canvas.getContext('2d'); context.scale(12, 12); \
         const draw = () => {{ context.fillStyle = '#eee'; context.fillRect(0, 0, {modules}, {modules}); \
         context.fillStyle = '#222'; context.fill(new Path2D('{path}')); }}; draw(); setInterval(draw, 100); \
         const stream = canvas.captureStream(10); streams.push(stream); return stream; }};"
    ))
}

async fn a_camera_whose_picture_is_drawn_by_the_test_is_read_as_well() -> Result<()> {
    let here = voting()?;
    let ann = link(&here, 1, "2")?;
    visit(async |visit| {
        visit.before_load(&drawn_camera(&ann)?).await?;
        enter(visit, &here).await?;
        visit.wait_for_text(".health-figures", "1 of 12 in").await?;
        assert_eq!(responses(visit, &here).await?, 1);
        visit.press(Key::Escape).await?;
        closed(visit, 1).await
    })
    .await
}

/// Its picture is a test card: there is nothing to read in it.
async fn the_browsers_own_camera_goes_on_and_off() -> Result<()> {
    let here = voting()?;
    visit(async |visit| {
        visit.watch_camera().await?;
        enter(visit, &here).await?;
        visit
            .wait_for_text("dialog [aria-live]", "The camera is on")
            .await?;
        visit.press(Key::Escape).await?;
        closed(visit, 1).await?;
        open(visit).await?;
        visit
            .wait_for_text("dialog [aria-live]", "The camera is on")
            .await?;
        visit.press(Key::Escape).await?;
        closed(visit, 2).await
    })
    .await
}

//! The reader of QR codes in its worker: fetched only when it is asked, under the page's own policy, and hard to upset.

use crate::builds::copied;
use crate::harness::workshops::{code, record, response, workshop};
use crate::harness::{Profile, Visit, codes, dist, engines, serve, visit, visit_on, visit_to};
use crate::offline::SCRIPT;
use crate::workshop_console::{ID, console};
use oxymoron::domain::workshop::{change::Change, stage::Stage};
use serde_json::{Value, json};
use std::fs;
use xtask::{Result, server::Server};

engines! {
    a_picture_given_to_the_console_is_read: chromium firefox webkit;
    the_reader_is_fetched_when_it_is_asked_and_reads_what_the_app_draws: chromium firefox;
    a_transparent_picture_and_several_codes_are_read: chromium firefox;
    what_is_no_picture_or_holds_no_code_is_told_and_survived: chromium firefox;
    a_reader_that_does_not_come_is_told_and_asked_for_again: chromium firefox;
    the_policy_lets_no_other_script_be_a_worker: chromium firefox;
    a_reader_that_breaks_over_a_picture_says_that_it_is_spent: chromium firefox;
    a_browser_that_reads_codes_itself_has_ours_look_as_well: chromium firefox;
    a_browser_whose_own_reader_knows_no_qr_codes_uses_ours: chromium firefox;
    a_code_in_front_of_the_camera_is_read_from_a_frame: chromium;
    twelve_codes_in_an_overview_of_pictures_are_all_read: chromium firefox;
}

const LINK: &str = "https://example.org/oxymoron/#/answer/oxya.AfAVBAIBASNFZ4mrze8BAAAAAAAAAAhJZ0pGqTgn-wKQe4mXAFG3lQnTDZ7Hb9Cu";

/// Puts the app's own policy aside: another of the same name is refused.
const POLICY: &str = "
    const make = TrustedTypePolicyFactory.prototype.createPolicy;
    TrustedTypePolicyFactory.prototype.createPolicy = function (...how) { return window.policy = make.apply(this, how); };
";

/// What the app does in `src/browser/scan/reader.rs`: one trusted address, one worker, numbered questions.
const START: &str = "
    const address = document.documentElement.dataset.scanWorker;
    let number = 0;
    window.startReader = () => { window.reader = new Worker(policy.createScriptURL(address), { type: 'module' }); };
    window.ask = (picture) => new Promise((done, fail) => {
        const id = ++number;
        reader.addEventListener('error', () => fail('the worker does not start'), { once: true });
        reader.addEventListener('message', ({ data }) => { if (data.id === id) { done(data); } });
        reader.postMessage({ id, picture });
    });
    window.canvas = (width, height) => {
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        context.fillStyle = 'white';
        context.fillRect(0, 0, width, height);
        context.fillStyle = 'black';
        return [canvas, context];
    };
    startReader();
";

/// Opens the app, which has asked for nothing of this by itself.
async fn enter(visit: &Visit) -> Result<()> {
    visit.before_load(POLICY).await?;
    visit.enter("#/").await?;
    visit.settled().await?;
    visit.kept().await
}

/// Opens the app and starts the worker.
async fn start(visit: &Visit) -> Result<()> {
    enter(visit).await?;
    visit.run(START).await.map(drop)
}

/// An expression that is a promise of a PNG file with a code on it, `side` pixels wide, at a place of a white picture.
fn png(text: &str, width: usize, height: usize, left: usize, top: usize, side: usize) -> Result<String> {
    let (modules, path) = codes::path(text)?;
    Ok(format!(
        "(() => {{ const [it, context] = canvas({width}, {height}); context.translate({left}, {top}); \
         context.scale({side} / {modules}, {side} / {modules}); context.fill(new Path2D('{path}')); \
         return it.convertToBlob({{ type: 'image/png' }}); }})()"
    ))
}

/// What the worker answers, without the number of the question.
async fn ask(visit: &Visit, picture: &str) -> Result<Value> {
    visit
        .eval(&format!(
            "Promise.resolve({picture}).then(ask).then(({{ id, ...rest }}) => rest, (error) => ({{ rejected: String(error) }}))"
        ))
        .await
}

/// Gives the console a file with the picture of a code.
pub async fn give_picture(visit: &Visit, text: &str) -> Result<()> {
    let (modules, path) = codes::path(text)?;
    visit
        .eval(&format!(
            "(async () => {{ const it = new OffscreenCanvas(8 * {modules}, 8 * {modules}); const context = it.getContext('2d'); \
             context.scale(8, 8); context.fill(new Path2D('{path}')); const picture = await it.convertToBlob(); \
             const data = new DataTransfer(); data.items.add(new File([picture], 'code.png', {{ type: 'image/png' }})); \
             const field = document.querySelector('#collect-files'); field.files = data.files; \
             field.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
        ))
        .await
        .map(drop)
}

/// The files of the reader that the server was asked for: stem and ending.
fn fetched(visit: &Visit) -> Vec<String> {
    let mut found: Vec<String> = visit
        .server
        .requests()
        .iter()
        .filter_map(|request| {
            let (stem, rest) = request.path.trim_start_matches('/').split_once('-')?;
            let (_, ending) = rest.rsplit_once('.')?;
            Some(format!("{stem}.{ending}"))
        })
        .filter(|name| name.starts_with("scan"))
        .collect();
    found.sort();
    found
}

/// What the app itself does with a picture, where a test cannot put the policy aside.
async fn a_picture_given_to_the_console_is_read() -> Result<()> {
    visit(async |visit| {
        let mut workshop = workshop(ID << 32, 6, &[])?;
        workshop.apply(Change::WentTo(Stage::Vote), workshop.created);
        let (key, text) = record(&workshop);
        visit.seed(&[(&key, &text)]).await?;
        visit.enter(&console(workshop.id)).await?;
        let sealed = code(&workshop, 1, &response(&workshop, 1, None, "123451234512")?, 1)?;
        give_picture(visit, &sealed).await?;
        visit.wait_for_text(".health-figures", "1 of 6 in").await
    })
    .await
}

async fn the_reader_is_fetched_when_it_is_asked_and_reads_what_the_app_draws() -> Result<()> {
    visit(async |visit| {
        enter(visit).await?;
        visit.go("#/method").await?;
        assert_eq!(fetched(visit), Vec::<String>::new());
        visit.run(START).await?;
        let texts = json!({ "texts": [LINK] });
        // One pixel for every module, cut at the quiet zone; a screenshot; a small corner of a large photo.
        let (modules, _) = codes::path(LINK)?;
        let modules = usize::try_from(modules)?;
        assert_eq!(
            ask(visit, &png(LINK, modules, modules, 0, 0, modules)?).await?,
            texts
        );
        assert_eq!(ask(visit, &png(LINK, 1200, 800, 350, 100, 500)?).await?, texts);
        assert_eq!(ask(visit, &png(LINK, 4000, 3000, 3000, 2200, 330)?).await?, texts);
        assert_eq!(fetched(visit), ["scan.js", "scanner.js", "scanner.wasm"]);
        Ok(())
    })
    .await
}

async fn a_transparent_picture_and_several_codes_are_read() -> Result<()> {
    visit(async |visit| {
        start(visit).await?;
        let (modules, one) = codes::path("one")?;
        let (_, two) = codes::path("two")?;
        let both = format!(
            "(() => {{ const it = new OffscreenCanvas(900, 500); const context = it.getContext('2d'); context.scale(8, 8); \
             context.fill(new Path2D('{one}')); context.translate({modules} + 20, 8); context.fill(new Path2D('{two}')); \
             return it.convertToBlob({{ type: 'image/png' }}); }})()"
        );
        let answer = ask(visit, &both).await?;
        let mut texts: Vec<_> = answer["texts"].as_array().into_iter().flatten().collect();
        texts.sort_by_key(|text| text.to_string());
        assert_eq!(texts, ["one", "two"], "{answer}");
        Ok(())
    })
    .await
}

async fn what_is_no_picture_or_holds_no_code_is_told_and_survived() -> Result<()> {
    visit(async |visit| {
        start(visit).await?;
        let no_picture = json!({ "error": "picture" });
        for file in [
            "new Blob(['oxya.this is text'], { type: 'image/png' })",
            "new Blob([])",
            "new Blob(['<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>'], { type: 'image/svg+xml' })",
            // The header of a PNG that says it is 60,000 pixels wide and high, and then nothing.
            "new Blob([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, \
             0, 0, 234, 96, 0, 0, 234, 96, 8, 0, 0, 0, 0, 0, 0, 0, 0])], { type: 'image/png' })",
            // A whole picture cut in the middle of its header.
            "canvas(300, 300)[0].convertToBlob().then((it) => it.slice(0, 30))",
        ] {
            assert_eq!(ask(visit, file).await?, no_picture, "{file}");
        }
        let nothing = json!({ "texts": [] });
        for file in [
            "canvas(9000, 7000)[0].convertToBlob()",
            "canvas(1, 6000)[0].convertToBlob()",
            "canvas(1, 1)[0].convertToBlob()",
            // Noise in colours.
            "(() => { const [it, context] = canvas(1600, 1200); const image = context.createImageData(1600, 1200); let state = 1; \
             for (let at = 0; at < image.data.length; at += 1) { state = (state * 48271) % 2147483647; image.data[at] = state >> 8; } \
             context.putImageData(image, 0, 0); return it.convertToBlob(); })()",
            // Finder patterns and nothing else.
            "(() => { const [it, context] = canvas(600, 600); for (let y = 0; y < 600; y += 36) { for (let x = 0; x < 600; x += 36) { \
             context.fillStyle = 'black'; context.fillRect(x, y, 28, 28); context.fillStyle = 'white'; context.fillRect(x + 4, y + 4, 20, 20); \
             context.fillStyle = 'black'; context.fillRect(x + 8, y + 8, 12, 12); } } return it.convertToBlob(); })()",
        ] {
            let answer = ask(visit, file).await?;
            assert_eq!(answer["texts"], nothing["texts"], "{file}: {answer}");
            if answer["spent"] == true {
                visit.run("startReader();").await?;
            }
        }
        assert_eq!(ask(visit, &png(LINK, 800, 800, 50, 50, 600)?).await?, json!({ "texts": [LINK] }));
        Ok(())
    })
    .await
}

async fn a_reader_that_does_not_come_is_told_and_asked_for_again() -> Result<()> {
    visit(async |visit| {
        enter(visit).await?;
        let wasm = fs::read_dir(dist()?)?
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .find(|name| name.starts_with("scanner-") && name.ends_with(".wasm"))
            .unwrap_or_default();
        visit.server.fail(&wasm);
        visit.run(START).await?;
        let code = png(LINK, 800, 800, 50, 50, 600)?;
        assert_eq!(
            ask(visit, &code).await?,
            json!({ "error": "reader", "spent": true })
        );
        visit.server.behave();
        visit.run("startReader();").await?;
        assert_eq!(ask(visit, &code).await?, json!({ "texts": [LINK] }));
        // To get ready is a question without a picture.
        assert_eq!(ask(visit, "null").await?, json!({ "texts": [] }));
        visit.complaints().await.map(drop)
    })
    .await
}

async fn the_policy_lets_no_other_script_be_a_worker() -> Result<()> {
    visit(async |visit| {
        start(visit).await?;
        for attempt in [
            // Not without being trusted,
            "(() => { try { new Worker(document.documentElement.dataset.scanWorker); return 'started'; } catch { return 'stopped'; } })()",
            "navigator.serviceWorker.register(document.documentElement.dataset.serviceWorker).then(() => 'started', () => 'stopped')",
            // nor another script of ours,
            &format!("(() => {{ try {{ policy.createScriptURL({SCRIPT}); return 'started'; }} catch {{ return 'stopped'; }} }})()"),
            // nor by another name, nor by the same once more.
            "(() => { try { trustedTypes.createPolicy('other', {}); return 'started'; } catch { return 'stopped'; } })()",
            "(() => { try { trustedTypes.createPolicy('oxymoron-workers', {}); return 'started'; } catch { return 'stopped'; } })()",
        ] {
            assert_eq!(visit.string(attempt).await?, "stopped", "{attempt}");
        }
        visit.complained(8).await.map(drop)
    })
    .await
}

/// The app with one script of the reader changed: that whose name starts with `stem`.
fn altered(stem: &str, change: impl Fn(&str) -> String) -> Result<(tempfile::TempDir, Server)> {
    let folder = copied(&dist()?)?;
    for entry in fs::read_dir(dist()?)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.starts_with(stem) || name.contains(".wasm") {
            continue;
        }
        let path = folder.path().join(&name);
        if name.ends_with(".js") {
            let script = fs::read_to_string(&path)?;
            let changed = change(&script);
            assert_ne!(changed, script, "{name} is not what it was");
            fs::write(path, changed)?;
        } else {
            fs::remove_file(path)?;
        }
    }
    let server = Server::start(folder.path())?;
    Ok((folder, server))
}

/// The app in a browser that reads codes itself, or says so.
pub fn with_detector(detector: &str) -> Result<(tempfile::TempDir, Server)> {
    altered("scan-", |script| format!("{detector}\n{script}"))
}

async fn a_reader_that_breaks_over_a_picture_says_that_it_is_spent() -> Result<()> {
    let broken = "\nexport function read() { throw new WebAssembly.RuntimeError('unreachable'); }";
    let (_folder, server) = altered("scanner-", |script| {
        script.replace(" as read", " as unused") + broken
    })?;
    visit_to(server, async |visit| {
        start(visit).await?;
        let code = png(LINK, 800, 800, 50, 50, 600)?;
        assert_eq!(ask(visit, &code).await?, json!({ "texts": [], "spent": true }));
        // Another worker can be started; the next picture is no worse off.
        visit.run("startReader();").await?;
        assert_eq!(ask(visit, "new Blob([])").await?, json!({ "error": "picture" }));
        Ok(())
    })
    .await
}

async fn a_browser_that_reads_codes_itself_has_ours_look_as_well() -> Result<()> {
    let detector = "self.BarcodeDetector = class { static async getSupportedFormats() { return ['aztec', 'qr_code']; } \
                    constructor({ formats }) { this.formats = formats; } \
                    async detect(bitmap) { return bitmap.width === 801 ? [] : [this.formats.join(), 'twice', 'twice'].map((rawValue) => ({ rawValue })); } };";
    let (_folder, server) = with_detector(detector)?;
    visit_to(server, async |visit| {
        start(visit).await?;
        let code = png(LINK, 800, 800, 50, 50, 600)?;
        let frame = format!("Promise.resolve({code}).then((it) => createImageBitmap(it))");
        let (own, both) = (json!(["qr_code", "twice"]), json!(["qr_code", "twice", LINK]));
        // To get ready is to fetch ours, too: what one reader misses the other may see.
        assert_eq!(ask(visit, "null").await?, json!({ "texts": [] }));
        assert_eq!(fetched(visit), ["scan.js", "scanner.js", "scanner.wasm"]);
        for expected in [&own, &own, &both, &own, &own, &both] {
            assert_eq!(ask(visit, &frame).await?["texts"], *expected);
        }
        assert_eq!(ask(visit, &code).await?["texts"], both, "as a file");
        let missed = png(LINK, 801, 800, 50, 50, 600)?;
        assert_eq!(ask(visit, &missed).await?, json!({ "texts": [LINK] }));
        Ok(())
    })
    .await
}

async fn a_browser_whose_own_reader_knows_no_qr_codes_uses_ours() -> Result<()> {
    let detector =
        "self.BarcodeDetector = class { static async getSupportedFormats() { return ['ean_13']; } };";
    let (_folder, server) = with_detector(detector)?;
    visit_to(server, async |visit| {
        start(visit).await?;
        let code = png(LINK, 800, 800, 50, 50, 600)?;
        assert_eq!(ask(visit, &code).await?, json!({ "texts": [LINK] }));
        Ok(())
    })
    .await
}

async fn a_code_in_front_of_the_camera_is_read_from_a_frame() -> Result<()> {
    visit_on(Profile::with_camera(&[LINK])?, serve()?, async |visit| {
        start(visit).await?;
        visit
            .run(
                "window.video = document.createElement('video'); video.muted = true; \
                 return navigator.mediaDevices.getUserMedia({ video: true }).then((stream) => { video.srcObject = stream; return video.play(); });",
            )
            .await?;
        assert_eq!(ask(visit, "createImageBitmap(video)").await?, json!({ "texts": [LINK] }));
        visit
            .eval("video.srcObject.getTracks().forEach((track) => track.stop())")
            .await
            .map(drop)
    })
    .await
}

async fn twelve_codes_in_an_overview_of_pictures_are_all_read() -> Result<()> {
    visit(async |visit| {
        start(visit).await?;
        let texts: Vec<_> = (10..22).map(|number| LINK.replace("AfAV", &format!("Af{number}"))).collect();
        let mut tiles = Vec::new();
        for text in &texts {
            tiles.push(codes::path(text)?);
        }
        // As a gallery shows them: small, softened, and kept as a JPEG that counts every byte. One in four is light on dark.
        let picture = format!(
            "(async () => {{ const tiles = {}; const [it, context] = canvas(4 * 210, 3 * 210); \
             for (const [place, [modules, path]] of tiles.entries()) {{ \
             const [one, drawn] = canvas(8 * (modules + 8), 8 * (modules + 8)); drawn.scale(8, 8); drawn.translate(4, 4); \
             drawn.fill(new Path2D(path)); context.imageSmoothingQuality = 'high'; context.filter = place % 4 ? 'none' : 'invert(1)'; \
             context.drawImage(one, place % 4 * 210, Math.floor(place / 4) * 210, 200, 200); }} \
             return it.convertToBlob({{ type: 'image/jpeg', quality: 0.3 }}); }})()",
            json!(tiles)
        );
        let answer = ask(visit, &picture).await?;
        let mut found: Vec<_> = answer["texts"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        found.sort_unstable();
        assert_eq!(found, texts, "{answer}");
        Ok(())
    })
    .await
}

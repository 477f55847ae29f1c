//! Files out of the app and into it again, in every form.

use crate::{
    harness::{
        Visit, downloaded, engines,
        records::{ID, OTHER, assessment, key, numbered, with},
        visit,
    },
    screens,
};
use anyhow::Context;
use serde_json::{Value, json};
use std::{fs, path::Path};
use xtask::Result;

engines! {
    out_deleted_and_in_again_is_the_same: chromium firefox;
    a_report_is_safe_to_read_and_comes_back_whole: chromium firefox;
    every_other_form_is_a_file_too: chromium firefox;
    a_damaged_file_gives_what_is_whole_and_others_are_refused: chromium firefox;
    two_edited_copies_are_kept_or_merged_as_the_person_says: chromium firefox;
    files_can_be_dropped_and_several_at_once: chromium firefox;
    whoever_has_no_copy_is_told_once_and_quietly: chromium firefox;
    full_storage_offers_a_copy_and_the_way_to_delete: chromium firefox;
}

pub const EVERYTHING: &str = "oxymoron-everything.json";
pub const FILE: &str = "#take-file";
const CONFIRM: &str = "[data-take=confirm]";

/// Brings a file in as far as the preview.
pub async fn give(visit: &Visit, file: &Path) -> Result<()> {
    visit
        .wait_for(FILE)
        .await?
        .send_keys(&file.display().to_string())
        .await?;
    visit.wait_until("document.activeElement?.id === 'preview'").await
}

/// Brings in what is chosen, and waits until all of it is written.
pub async fn confirm(visit: &Visit) -> Result<()> {
    visit.click(CONFIRM).await?;
    visit
        .wait_until("document.querySelector('#in').parentElement.innerText.includes('brought in.')")
        .await
}

/// Takes everything out and returns the file.
pub async fn export_everything(visit: &Visit, folder: &Path) -> Result<String> {
    fs::remove_file(folder.join(EVERYTHING)).ok();
    visit.download_to(folder).await?;
    visit.click("[data-take=everything]").await?;
    downloaded(folder, EVERYTHING).await
}

/// What is stored, without what is known of copies.
async fn stored(visit: &Visit) -> Result<Value> {
    let mut all = visit.storage().await?;
    if let Some(all) = all.as_object_mut() {
        all.retain(|key, _| key.starts_with("oxymoron/1/") && key != "oxymoron/1/backup/device");
    }
    Ok(all)
}

fn without_moment(file: &str) -> Result<String> {
    let (head, rest) = file.split_once("\"exported\":").context("no moment")?;
    let (_, rest) = rest.split_once(',').context("nothing after the moment")?;
    Ok([head, rest].concat())
}

async fn delete_everything(visit: &Visit) -> Result<()> {
    // The offer to undo lies over the end of the page.
    if visit.count(".undo").await? > 0 {
        visit.click(".undo .button-quiet").await?;
        visit.wait_until("!document.querySelector('.undo')").await?;
    }
    visit.go("#/data").await?;
    visit.click(".whole-lot .button-quiet").await?;
    visit.click("[data-confirm]").await?;
    visit.click(".undo .button-quiet").await?;
    visit.wait_until("!document.querySelector('.undo')").await?;
    assert_eq!(visit.keys().await?, Vec::<String>::new());
    visit.go("#/take").await
}

async fn out_deleted_and_in_again_is_the_same() -> Result<()> {
    visit(async |visit| {
        screens::seed(visit).await?;
        visit.enter("#/take").await?;
        visit
            .wait_for_text("main", "No copy of everything has left this device yet")
            .await?;
        let folder = tempfile::tempdir()?;
        let first = export_everything(visit, folder.path()).await?;
        // A download tells nobody what became of it.
        visit.wait_for_text("main", "Did the file arrive?").await?;
        visit
            .wait_for_text("main", "No copy of everything has left this device yet")
            .await?;
        visit.click("[data-handed=true] button").await?;
        visit.wait_for_text("main", "Last copy taken out").await?;
        let before = stored(visit).await?;
        delete_everything(visit).await?;

        give(visit, &folder.path().join(EVERYTHING)).await?;
        assert_eq!(
            visit.keys().await?,
            Vec::<String>::new(),
            "looking writes nothing"
        );
        confirm(visit).await?;
        let after = stored(visit).await?;
        assert_eq!(
            after.as_object().map(serde_json::Map::len),
            before.as_object().map(serde_json::Map::len)
        );
        let second = export_everything(visit, folder.path()).await?;
        assert_eq!(without_moment(&first)?, without_moment(&second)?);

        // Now that this version has written all of it, what is stored is the same byte by byte.
        delete_everything(visit).await?;
        give(visit, &folder.path().join(EVERYTHING)).await?;
        confirm(visit).await?;
        assert_eq!(stored(visit).await?, after);

        // And it can be taken back, all of it at once.
        visit.wait_for_text(".undo", "records brought in").await?;
        visit.click(".undo .button").await?;
        visit.wait_until("!document.querySelector('.undo')").await?;
        assert_eq!(stored(visit).await?, json!({}));
        Ok(())
    })
    .await
}

/// Everything that a person can write, turned against the reader.
const HOSTILE: &str =
    "</title></script><script>window.pwned=1</script><img src=x onerror='window.pwned=1'>\u{202e}🙂 =1+1";

fn hostile() -> String {
    let mut answers = numbered(&["1", "2", "3", "4", "5", "0", "4", "2", "3", "5", "1"]);
    answers["A12"] = json!([format!("x{HOSTILE}"), 30]);
    with(
        ID,
        &json!({ "subject": [HOSTILE, 1], "answers": answers, "day": ["2026-11-20", 2],
                 "notes": { "A05": [HOSTILE, 31], "A06": ["\n# heading\n=cmd()", 32] } }),
    )
}

async fn a_report_is_safe_to_read_and_comes_back_whole() -> Result<()> {
    visit(async |visit| {
        visit.seed(&[(&key(ID), &hostile())]).await?;
        let folder = tempfile::tempdir()?;
        visit.enter(&format!("#/results/{ID}")).await?;
        visit.download_to(folder.path()).await?;
        let index = visit.text(".standing-figure").await?;
        // Without a share sheet for files, the one button hands over the report.
        visit.click(".take-along [data-take=share]").await?;
        let name = "oxymoron-2026-11-20.html";
        let page = downloaded(folder.path(), name).await?;
        assert_eq!(page.matches("<script").count(), 1);

        // As a stranger would open it.
        visit
            .open_url(&format!("file://{}", folder.path().join(name).display()))
            .await?;
        assert_eq!(visit.eval("typeof window.pwned").await?, "undefined");
        assert_eq!(visit.eval("document.images.length").await?, 0);
        assert!(
            visit
                .text("h1")
                .await?
                .contains("<script>window.pwned=1</script>")
        );
        let figure = visit.string("document.querySelector('big').textContent").await?;
        assert!(
            index.starts_with(figure.split(' ').next().unwrap_or("none")),
            "{figure} in {index}"
        );
        assert_eq!(
            visit.eval("document.querySelectorAll('section').length").await?,
            12
        );
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        visit.quiet().await?;

        // On a device that knows nothing of it.
        visit.move_house().await?;
        visit.enter("#/take").await?;
        give(visit, &folder.path().join(name)).await?;
        assert!(visit.text(".take-preview").await?.contains("New here (1)"));
        confirm(visit).await?;
        let record: Value = serde_json::from_str(&hostile())?;
        let back = visit.record().await?;
        for part in ["subject", "day", "answers", "notes", "started", "changed"] {
            assert_eq!(back["body"][part], record["body"][part], "{part}");
        }
        assert_eq!(visit.eval("typeof window.pwned").await?, "undefined");
        visit.go(&format!("#/results/{ID}")).await?;
        assert_eq!(visit.text(".standing-figure").await?, index);
        Ok(())
    })
    .await
}

async fn every_other_form_is_a_file_too() -> Result<()> {
    visit(async |visit| {
        visit.seed(&[(&key(ID), &hostile())]).await?;
        let folder = tempfile::tempdir()?;
        visit.enter(&format!("#/results/{ID}")).await?;
        visit.download_to(folder.path()).await?;
        visit.click(".take-along-formats > summary").await?;
        for ending in ["json", "csv", "md", "svg"] {
            visit.click(&format!("[data-take={ending}]")).await?;
            let text = downloaded(folder.path(), &format!("oxymoron-2026-11-20.{ending}")).await?;
            assert!(
                text.contains("2026-11-2") || ending == "svg" || ending == "json",
                "{ending}"
            );
        }
        assert!(fs::read(folder.path().join("oxymoron-2026-11-20.csv"))?.starts_with(&[0xef, 0xbb, 0xbf]));
        // The picture is drawn by the browser, at twice the size of the SVG.
        visit.click("[data-take=png]").await?;
        let name = folder.path().join("oxymoron-2026-11-20.png");
        let start = std::time::Instant::now();
        let png = loop {
            match fs::read(&name) {
                Ok(png) if png.len() > 1000 => break png,
                _ if start.elapsed() > crate::harness::PATIENCE => anyhow::bail!("no picture"),
                _ => tokio::time::sleep(std::time::Duration::from_millis(25)).await,
            }
        };
        assert!(png.starts_with(b"\x89PNG\r\n"));
        assert_eq!(png[16..24], [0, 0, 0x07, 0x80, 0, 0, 0x05, 0xf0], "1920 by 1520");

        // The picture opens by itself.
        visit
            .open_url(&format!(
                "file://{}",
                folder.path().join("oxymoron-2026-11-20.svg").display()
            ))
            .await?;
        assert_eq!(
            visit
                .eval("document.querySelectorAll('rect').length > 10")
                .await?,
            true
        );
        assert_eq!(visit.eval("typeof window.pwned").await?, "undefined");
        Ok(())
    })
    .await
}

async fn a_damaged_file_gives_what_is_whole_and_others_are_refused() -> Result<()> {
    visit(async |visit| {
        screens::seed(visit).await?;
        visit.enter("#/take").await?;
        let folder = tempfile::tempdir()?;
        let file = export_everything(visit, folder.path()).await?;
        visit.move_house().await?;
        visit.enter("#/take").await?;

        let cut = folder.path().join("cut.json");
        let second = file.match_indices("\n[").nth(1).context("two records")?.0;
        fs::write(&cut, &file[..second + 200])?;
        give(visit, &cut).await?;
        visit
            .wait_for_text("main", "cut.json is damaged. One record of it can be read.")
            .await?;
        visit.wait_for_text(".take-left-out", "damaged").await?;
        visit.click("[data-take=cancel]").await?;
        visit
            .wait_until("!document.querySelector('.take-preview')")
            .await?;
        assert_eq!(visit.keys().await?, Vec::<String>::new());

        for (name, content, words) in [
            (
                "photo.json",
                vec![0xff_u8; 4000],
                "photo.json is not text in UTF-8 or UTF-16",
            ),
            (
                "large.json",
                vec![b'x'; 50_000_000],
                "large.json is larger than 10 MB",
            ),
            (
                "deep.json",
                "[".repeat(1_000_000).into_bytes(),
                "deep.json holds nothing",
            ),
            (
                "later.json",
                br#"{"format":"oxymoron","version":2,"records":[]}"#.to_vec(),
                "newer version",
            ),
            (
                "empty.json",
                br#"{"format":"oxymoron","version":1,"records":[]}"#.to_vec(),
                "empty.json holds no record",
            ),
        ] {
            let path = folder.path().join(name);
            fs::write(&path, content)?;
            visit
                .wait_for(FILE)
                .await?
                .send_keys(&path.display().to_string())
                .await?;
            visit.wait_for_text("main", words).await?;
            assert_eq!(visit.count(".take-preview").await?, 0);
        }
        assert_eq!(visit.keys().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

async fn two_edited_copies_are_kept_or_merged_as_the_person_says() -> Result<()> {
    visit(async |visit| {
        let ours = assessment(ID, "Ours", &["1", "2"]);
        let mut theirs: Value = serde_json::from_str(&assessment(ID, "Ours", &["1", "2", "3"]))?;
        theirs["body"]["answers"]["A01"] = json!(["5", 39]);
        let mut ours: Value = serde_json::from_str(&ours)?;
        ours["body"]["answers"]["A04"] = json!(["4", 40]);
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("theirs.json");
        fs::write(&file, theirs.to_string())?;
        visit.seed(&[(&key(ID), &ours.to_string())]).await?;
        visit.enter("#/take").await?;
        let before = visit.stored(&key(ID)).await?;

        give(visit, &file).await?;
        visit
            .wait_for_text(".take-group", "Edited in both places (1)")
            .await?;
        for scheme in ["light", "dark"] {
            visit.color_scheme(scheme).await?;
            assert_eq!(visit.axe().await?, Vec::<String>::new(), "{scheme}");
        }
        // What is offered first loses nothing.
        assert_eq!(
            visit
                .string("document.querySelector('.take-row select').value")
                .await?,
            "both"
        );
        confirm(visit).await?;
        assert_eq!(visit.records().await?.len(), 2);
        assert_eq!(visit.stored(&key(ID)).await?, before);
        visit.click(".undo .button").await?;
        visit.wait_until("!document.querySelector('.undo')").await?;
        assert_eq!(visit.records().await?.len(), 1);

        give(visit, &file).await?;
        visit.click(".take-row option[value=merge]").await?;
        visit
            .wait_until("document.querySelector('.take-row select').value === 'merge'")
            .await?;
        confirm(visit).await?;
        let answers = visit.record().await?["body"]["answers"].clone();
        for (question, answer) in [("A01", "5"), ("A02", "2"), ("A03", "3"), ("A04", "4")] {
            assert_eq!(answers[question][0], answer, "{answers}");
        }

        // Now the file is older, and there is nothing to bring in.
        give(visit, &file).await?;
        visit.wait_for_text(".take-group", "Older than yours").await?;
        visit
            .wait_until(&format!("!document.querySelector({})", json!(CONFIRM)))
            .await?;
        Ok(())
    })
    .await
}

async fn files_can_be_dropped_and_several_at_once() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/take").await?;
        visit.wait_for(FILE).await?;
        let texts = json!([assessment(ID, "One", &["1"]), assessment(OTHER, "Two", &["2"])]);
        visit
            .eval(&format!(
                "void (() => {{ const data = new DataTransfer(); \
                 {texts}.forEach((text, place) => data.items.add(new File([text], `${{place}}.json`))); \
                 document.querySelector('.take-drop').dispatchEvent(\
                 new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer: data }})); }})()"
            ))
            .await?;
        visit.wait_for_text(".take-preview", "New here (2)").await?;
        visit
            .click(".take-group > .take-choice option[value=skip]")
            .await?;
        visit.wait_for_text(".take-preview", "Nothing is chosen").await?;
        assert_eq!(visit.count(CONFIRM).await?, 0);
        visit.click(".take-row:last-child option[value=merge]").await?;
        visit.wait_for_text(CONFIRM, "Bring in one record").await?;
        confirm(visit).await?;
        assert_eq!(visit.record().await?["body"]["subject"][0], "Two");
        Ok(())
    })
    .await
}

async fn whoever_has_no_copy_is_told_once_and_quietly() -> Result<()> {
    visit(async |visit| {
        visit
            .seed(&[(&key(ID), &assessment(ID, "Done", &["1"; 12]))])
            .await?;
        visit.enter("#/").await?;
        visit.wait_for_text(".reminder", "never left this device").await?;
        visit.click(".reminder button").await?;
        visit.wait_until("!document.querySelector('.reminder')").await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for(".record").await?;
        assert_eq!(visit.count(".reminder").await?, 0);

        // An answer that the browser gives in its own way, and that is said as it is.
        visit.go("#/take").await?;
        visit.click("[data-take=keep]").await?;
        visit
            .wait_until("!document.querySelector('[data-take=keep]')")
            .await?;
        let promised = visit.eval("navigator.storage.persisted()").await? == Value::Bool(true);
        let words = if promised {
            "promises not to clear"
        } else {
            "did not promise"
        };
        visit.wait_for_text("main", words).await
    })
    .await
}

async fn full_storage_offers_a_copy_and_the_way_to_delete() -> Result<()> {
    visit(async |visit| {
        visit.seed(&[(&key(ID), &assessment(ID, "Old", &["1"]))]).await?;
        visit.enter(&format!("#/assess/{ID}/A02")).await?;
        visit
            .run(
                "let filler = ''; for (let n = 1 << 23; n >= 1; n >>= 1) { \
                 try { localStorage.setItem('filler', filler + 'x'.repeat(n)); filler += 'x'.repeat(n); } catch {} }",
            )
            .await?;
        visit.choose("A02", "5").await?;
        visit.wait_for_text(".notices", "storage is full").await?;
        let folder = tempfile::tempdir()?;
        visit.download_to(folder.path()).await?;
        visit.click(".notices button").await?;
        let file: Value = serde_json::from_str(&downloaded(folder.path(), EVERYTHING).await?)?;
        assert_eq!(file["records"][0][1]["body"]["answers"]["A02"][0], "5", "with what could not be saved");
        visit.follow(".notices a").await?;
        assert_eq!(visit.fragment().await?, "#/data");
        assert!(visit.count(".data-actions button").await? > 1);
        Ok(())
    })
    .await
}

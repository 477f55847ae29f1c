//! What chats, mail programs, gateways and phones deliver, pasted, dropped and opened in the browser.

use crate::harness::workshops::{code, record, response, workshop};
use crate::harness::{Visit, codes, visit};
use crate::workshop_console::{ID, console, paste};
use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use serde_json::{Value, json};
use std::io::{Cursor, Write};
use xtask::Result;
use zip::write::SimpleFileOptions;

const REPORT: &str = ".collect-report";
/// Cases that are pasted at a console.
const PASTED: [&str; 10] = [
    "three capitalised and one good",
    "space instead of the full stop",
    "two hyphens became an em dash",
    "two underscores became emphasis and are gone",
    "a link wrapped with hyphens for percent signs and underscores for slashes",
    "everything percent-encoded twice",
    "JSON export with hyphen escaped",
    "HTML export with break opportunities inside",
    "base64 mail with three codes and one plain one behind it",
    "split into two messages by a chat",
];

/// A workshop whose first vote is open.
fn voting() -> Result<Workshop> {
    let mut here = workshop(ID << 32, 6, &[])?;
    here.apply(Change::WentTo(Stage::Vote), here.created);
    Ok(here)
}

async fn enter(visit: &Visit, workshop: &Workshop) -> Result<()> {
    let (key, text) = record(workshop);
    visit.seed(&[(&key, &text)]).await?;
    visit.enter(&console(workshop.id)).await
}

fn cases() -> Result<Vec<Value>> {
    let file: Value = serde_json::from_str(include_str!("../../../tests/fixtures/codes/arrivals.json"))?;
    file["cases"].as_array().cloned().context("cases")
}

/// The codes of the cases are sealed for a workshop that is not here: each is found, and named as such.
#[tokio::test]
async fn ten_cases_pasted_are_read_code_by_code() -> Result<()> {
    visit(async |visit| {
        enter(visit, &voting()?).await?;
        let cases = cases()?;
        for name in PASTED {
            let case = cases.iter().find(|case| case["name"] == name).context(name)?;
            let found = case["codes"].as_array().context("codes")?;
            paste(visit, case["text"].as_str().context("a text")?).await?;
            let count = match found.len() {
                1 => "1 is for another workshop".to_owned(),
                many => format!("{many} are for another workshop"),
            };
            for code in found {
                let start = code.as_str().and_then(|code| code.get(..16)).context("a code")?;
                visit.wait_for_text(REPORT, start).await.context(name)?;
            }
            visit.wait_for_text(REPORT, &count).await.context(name)?;
            assert_eq!(
                visit.count(&format!("{REPORT} .collect-lines li")).await?,
                1,
                "{name}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_put_right_is_taken_and_said() -> Result<()> {
    visit(async |visit| {
        let here = voting()?;
        enter(visit, &here).await?;
        let drawn = |random| code(&here, 1, &response(&here, random, None, "123451234512")?, random);
        let codes = (1..400).map(drawn).collect::<Result<Vec<_>>>()?;
        let lost = codes
            .iter()
            .find(|code| code.matches('_').count() == 2)
            .context("a code")?;
        let dashed = codes.iter().find(|code| code.contains("--")).context("a code")?;
        let text = format!(
            "Ada: {}\nBob: {}\nEve: {}",
            lost.replace('_', ""),
            dashed.replace("--", "–"),
            codes[5]
        );
        paste(visit, &text).await?;
        visit.wait_for_text(REPORT, "3 new answers").await?;
        visit
            .wait_for_text(REPORT, "2 of these had lost characters")
            .await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        // What comes to no code that opens is said as before.
        paste(visit, &lost.replace('_', "")[..90]).await?;
        visit.wait_for_text(REPORT, "1 is cut short").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_invite_opens_whatever_stands_behind_it() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/method").await?;
        let opened = cases()?.into_iter().filter(|case| case["how"] == "open");
        let mut tried = 0;
        for case in opened {
            let text = case["text"].as_str().context("a text")?;
            // With the number sign encoded it is a path, which the host's page for what is not there sends on.
            let Some((_, fragment)) = text.split_once('#') else {
                continue;
            };
            visit.go("#/privacy").await?;
            visit
                .eval(&format!("void (location.hash = {})", json!(fragment)))
                .await?;
            visit
                .wait_for_text("main h1", "You are invited")
                .await
                .with_context(|| text.to_owned())?;
            tried += 1;
        }
        assert!(tried >= 13, "{tried}");
        Ok(())
    })
    .await
}

/// A chat export as a phone makes it.
fn export(chat: &str) -> Result<Vec<u8>> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("Chat with the room/_chat.txt", SimpleFileOptions::default())?;
    // Enough to be packed, and more than one piece to be unpacked.
    writer.write_all("[10:15:00] Bob: hello again\n".repeat(9_000).as_bytes())?;
    writer.write_all(chat.as_bytes())?;
    writer.start_file("00000012-AUDIO.opus", SimpleFileOptions::default())?;
    writer.write_all(b"no text")?;
    Ok(writer.finish()?.into_inner())
}

/// A statement that makes `data` hold files, a picture of a light code on dark among them.
fn files(texts: &[(&str, Vec<u8>)], picture: &str) -> Result<String> {
    let (modules, path) = codes::path(picture)?;
    let texts: Vec<Value> = texts
        .iter()
        .map(|(name, bytes)| json!([name, STANDARD.encode(bytes)]))
        .collect();
    let texts = json!(texts);
    Ok(format!(
        "const it = new OffscreenCanvas(8 * {modules}, 8 * {modules}); const context = it.getContext('2d'); \
         context.fillStyle = '#112'; context.fillRect(0, 0, it.width, it.height); context.scale(8, 8); \
         context.fillStyle = '#eee'; context.fill(new Path2D('{path}')); const picture = await it.convertToBlob(); \
         const data = new DataTransfer(); \
         for (const [name, base64] of {texts}) data.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name)); \
         data.items.add(new File([picture], 'code.png', {{ type: 'image/png' }}));"
    ))
}

#[tokio::test]
async fn files_dropped_together_are_each_read_by_what_they_are() -> Result<()> {
    visit(async |visit| {
        let here = voting()?;
        enter(visit, &here).await?;
        let code = |id| code(&here, 1, &response(&here, id, None, "123451234512")?, id);
        let wide: Vec<u8> = format!("\u{feff}Ada: {}", code(2)?)
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let mail = format!(
            "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
            STANDARD.encode(code(3)?)
        );
        let texts = [
            ("chat.zip", export(&format!("[10:15:32] Ada: {}\n", code(1)?))?),
            ("wide.txt", wide),
            ("mail.eml", mail.into_bytes()),
            ("broken.zip", b"PK\x03\x04 and no more".to_vec()),
        ];
        visit
            .eval(&format!(
                "(async () => {{ {} document.querySelector('[data-way=files] .take-drop').dispatchEvent(\
                 new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer: data }})); }})()",
                files(&texts, &code(4)?)?
            ))
            .await?;
        visit.wait_for_text(REPORT, "4 new answers").await?;
        visit.wait_for_text(REPORT, "broken.zip could not be read").await?;
        assert_eq!(visit.count(&format!("{REPORT} .collect-lines li")).await?, 3);

        // The same picture from the clipboard, of another code.
        visit
            .eval(&format!(
                "(async () => {{ {} document.querySelector('#paste').dispatchEvent(new ClipboardEvent('paste', \
                 {{ clipboardData: data, bubbles: true, cancelable: true }})); }})()",
                files(&[], &code(5)?)?
            ))
            .await?;
        visit.wait_for_text(".health-figures", "5 of 6 in").await?;
        Ok(())
    })
    .await
}

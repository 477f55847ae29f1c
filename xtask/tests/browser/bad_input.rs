//! Records that nobody can read, texts that nobody expects, and addresses that lead nowhere.

use crate::harness::{
    EARLY, NEXT, Visit, downloaded, engines, option,
    records::{ID, assessment, key, numbered, with},
    visit,
};
use serde_json::{Value, json};
use std::path::Path;
use xtask::Result;

engines! {
    a_record_that_cannot_be_read_is_kept_letter_by_letter: chromium firefox;
    what_another_version_wrote_is_left_alone: chromium firefox;
    garbage_for_settings_or_an_early_answer_is_set_aside: chromium firefox;
    an_answer_out_of_range_costs_only_itself: chromium firefox;
    a_note_of_ten_thousand_characters_is_kept_whole: chromium firefox;
    names_are_text_whatever_they_look_like: chromium firefox;
    an_address_that_leads_nowhere_is_said_so: chromium firefox;
    a_file_in_another_encoding_or_without_its_data_is_refused_with_what_to_do: chromium firefox;
}

/// What becomes of a stored text that this version cannot use.
enum Fate {
    /// Moved under its quarantine key, letter by letter.
    SetAside,
    /// Left where it is, letter by letter.
    LeftAlone,
    /// Opened without its bad parts, which a copy keeps.
    Copied,
}

const DAMAGED: &str = "One record on this device could not be read in full";
const NEWER: &str = "written by a newer version of this page";

/// Opens the app on one bad record and follows it to My data and back.
async fn check(
    visit: &mut Visit,
    folder: &Path,
    stored: (&str, &str),
    fate: Fate,
    notice: Option<&str>,
) -> Result<()> {
    let (name, text) = stored;
    visit.move_house().await?;
    visit
        .seed(&[(name, text), ("somebody/else", "{not ours")])
        .await?;
    visit.enter("#/").await?;
    match notice {
        Some(notice) => visit.wait_for_text(".notices", notice).await?,
        None => assert_eq!(visit.text(".notices").await?, ""),
    }
    let quarantine = name.replace("oxymoron/1/", "oxymoron/1/quarantine/");
    let kept = match fate {
        Fate::SetAside => {
            assert_eq!(visit.stored(name).await?, None, "{name} is still there");
            quarantine.as_str()
        }
        Fate::LeftAlone => name,
        Fate::Copied => {
            assert_eq!(visit.count(".record").await?, 1);
            quarantine.as_str()
        }
    };
    assert_eq!(visit.stored(kept).await?.as_deref(), Some(text), "{kept}");

    visit.go("#/data").await?;
    let row = format!(
        "document.querySelector('tr:has(code)') && [...document.querySelectorAll('.data-table tbody tr')]\
                       .find((it) => it.querySelector('code').textContent === {})",
        json!(kept)
    );
    let bytes = visit.string(&format!("({row}).cells[2].textContent")).await?;
    assert_eq!(bytes, format!("{} bytes", kept.len() + text.len()));
    visit.download_to(folder).await?;
    visit
        .eval(&format!("void ({row}).querySelector('button').click()"))
        .await?;
    let file = format!("{}.json", kept.replace('/', "-"));
    assert_eq!(downloaded(folder, &file).await?, text);
    std::fs::remove_file(folder.join(&file))?;

    visit
        .eval(&format!(
            "void ({row}).querySelector('button:last-child').click()"
        ))
        .await?;
    visit.wait_until(&format!("!({row})")).await?;
    assert_eq!(visit.stored(kept).await?, None);
    visit.click(".undo button").await?;
    visit.wait_until(row.as_str()).await?;
    assert_eq!(
        visit.stored(kept).await?.as_deref(),
        Some(text),
        "{kept} after undo"
    );

    // Nobody else's data is touched, and a reload tells the same story.
    assert_eq!(visit.stored("somebody/else").await?.as_deref(), Some("{not ours"));
    visit.enter("#/").await?;
    visit.wait_for(&option("A01", "1")).await?;
    assert_eq!(
        visit.stored(kept).await?.as_deref(),
        Some(text),
        "{kept} after a reload"
    );
    visit.quiet().await
}

async fn a_record_that_cannot_be_read_is_kept_letter_by_letter() -> Result<()> {
    let whole = assessment(ID, "Half of it", &["1", "2", "3"]);
    let cut: String = whole.chars().take(whole.len() / 2).collect();
    let other = assessment("fedcba9876543210", "Misplaced", &["1"]);
    visit(async |visit| {
        let folder = tempfile::tempdir()?;
        let folder = folder.path();
        for text in [
            "",
            "null",
            "<b>\u{202e}🙂\u{0}",
            &cut,
            &other,
            &whole.replace("1795000000000", "\"yesterday\""),
            &whole.replace("\"revision\":40", "\"revision\":-1"),
            &"[".repeat(100_000),
        ] {
            check(visit, folder, (&key(ID), text), Fate::SetAside, Some(DAMAGED)).await?;
        }
        Ok(())
    })
    .await
}

async fn what_another_version_wrote_is_left_alone() -> Result<()> {
    visit(async |visit| {
        let folder = tempfile::tempdir()?;
        let folder = folder.path();
        let newer = r#"{"schema":7,"kind":"assessment","id":"0123456789abcdef","what":["is","this"]}"#;
        check(visit, folder, (&key(ID), newer), Fate::LeftAlone, Some(NEWER)).await?;
        let newer = r#"{"schema":2,"kind":"settings","id":"device","revision":0,"body":{"theme":"sepia"}}"#;
        check(
            visit,
            folder,
            ("oxymoron/1/settings/device", newer),
            Fate::LeftAlone,
            Some(NEWER),
        )
        .await?;
        for name in [
            "oxymoron/1/workshop/42",
            "oxymoron/1/assessment/not-an-id",
            "oxymoron/1/",
        ] {
            check(visit, folder, (name, "{\"a\":1"), Fate::LeftAlone, None).await?;
        }
        Ok(())
    })
    .await
}

async fn garbage_for_settings_or_an_early_answer_is_set_aside() -> Result<()> {
    visit(async |visit| {
        let folder = tempfile::tempdir()?;
        let folder = folder.path();
        for text in [
            "{{",
            r#"{"schema":1,"kind":"settings","id":"device","revision":0,"body":{"theme":7}}"#,
        ] {
            check(
                visit,
                folder,
                ("oxymoron/1/settings/device", text),
                Fate::SetAside,
                Some(DAMAGED),
            )
            .await?;
        }
        for text in ["banana", "9"] {
            check(visit, folder, (EARLY, text), Fate::SetAside, Some(DAMAGED)).await?;
        }
        Ok(())
    })
    .await
}

async fn an_answer_out_of_range_costs_only_itself() -> Result<()> {
    let text = assessment(ID, "Nearly right", &["3", "9", "4"]);
    visit(async |visit| {
        let folder = tempfile::tempdir()?;
        check(
            visit,
            folder.path(),
            (&key(ID), &text),
            Fate::Copied,
            Some(DAMAGED),
        )
        .await?;
        visit.wait_for_text(".record", "2 of 12 answered").await?;
        // The next answer writes the record without the bad part; the copy still has it.
        visit.go(&format!("#/assess/{ID}/A02")).await?;
        visit.answer("A02", "5").await?;
        let answers = visit.record().await?["body"]["answers"].clone();
        assert_eq!(
            (&answers["A01"][0], &answers["A02"][0], &answers["A03"][0]),
            (&json!("3"), &json!("5"), &json!("4"))
        );
        let copy = visit
            .stored(&format!("oxymoron/1/quarantine/assessment/{ID}"))
            .await?;
        assert_eq!(copy.as_deref(), Some(text.as_str()));
        Ok(())
    })
    .await
}

async fn a_note_of_ten_thousand_characters_is_kept_whole() -> Result<()> {
    let note: String = "Zwölf Boxkämpfer \"jagen\" Viktor\n\\quer\u{1f642} "
        .chars()
        .cycle()
        .take(10_000)
        .collect();
    visit(async |visit| {
        visit.enter("#/new").await?;
        visit.click("#note").await?;
        visit.insert(&note).await?;
        visit
            .wait_for_text("#note-hint", "10000 characters. It is kept whole")
            .await?;
        visit.wait_for_text(".save", "Saved in this browser").await?;
        assert_eq!(visit.record().await?["body"]["notes"]["A01"][0], note.as_str());
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for("#note").await?;
        assert_eq!(visit.string("document.querySelector('#note').value").await?, note);
        // And it does not stand in the way.
        visit.follow(NEXT).await?;
        visit.answer("A02", "3").await?;
        assert_eq!(visit.record().await?["body"]["notes"]["A01"][0], note.as_str());
        Ok(())
    })
    .await
}

async fn names_are_text_whatever_they_look_like() -> Result<()> {
    let names = [
        "<img src=x onerror=alert(1)><script>alert(2)</script>",
        "&lt;b&gt; \"quoted\" 'and' {name} {subject}",
        "\u{202e}drawkcab \u{2066}שלום\u{2069} مرحبا",
        "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿 🙂",
        "Verkaufsinnovationsbeauftragtenversammlungsvorbereitungsausschussvorsitzende",
    ];
    visit(async |visit| {
        for name in names {
            visit.move_house().await?;
            let text = with(
                ID,
                &json!({ "subject": [name, 1], "answers": numbered(&["1", "2"]) }),
            );
            visit.seed(&[(&key(ID), &text)]).await?;
            visit.enter("#/").await?;
            visit.wait_for(".record h3").await?;
            assert_eq!(
                visit
                    .string("document.querySelector('.record h3').textContent")
                    .await?,
                name
            );
            visit.go("#/data").await?;
            let cell = visit
                .string("document.querySelector('.data-table tbody th [translate=no]').textContent")
                .await?;
            assert_eq!(cell, name);
            visit.go(&format!("#/assess/{ID}/A01")).await?;
            assert_eq!(
                visit.string("document.querySelector('#subject').value").await?,
                name
            );
            visit
                .eval(&format!("void (location.hash = '#/results/{ID}')"))
                .await?;
            visit.wait_until("location.hash.startsWith('#/results')").await?;
            assert_eq!(visit.count("main img, main script").await?, 0);
        }
        Ok(())
    })
    .await
}

async fn an_address_that_leads_nowhere_is_said_so() -> Result<()> {
    visit(async |visit| {
        let text = assessment(ID, "Kept", &["1"]);
        visit.seed(&[(&key(ID), &text)]).await?;
        for address in [
            "#/nowhere",
            "#/assess",
            "#/assess/123",
            "#/assess/0123456789abcdef/Z99",
            "#/method/more",
            "#/%F0%9F%99%82%ZZ<b>x</b>",
        ] {
            visit.enter(address).await?;
            assert_eq!(visit.heading().await?, "There is no such page", "{address}");
            let shown = visit.fragment().await?;
            assert!(visit.text("main").await?.contains(&shown), "{address}");
            assert_eq!(visit.count("main b").await?, 0);
        }
        for address in ["#/assess/00000000000000ff", "#/assess/00000000000000ff/A03"] {
            visit.enter(address).await?;
            assert_eq!(
                visit.heading().await?,
                "This assessment is not on this device",
                "{address}"
            );
        }
        // What an assessment does not ask leads to the first question that is open in it.
        for address in ["#/assess/0123456789abcdef/A99", "#/assess/0123456789abcdef/K1"] {
            visit.enter(address).await?;
            assert_eq!(visit.heading().await?, "Hiring for change", "{address}");
        }
        visit.follow(".wordmark").await?;
        assert_eq!(visit.stored(&key(ID)).await?.as_deref(), Some(text.as_str()));
        assert_eq!(
            visit.eval("Object.keys(localStorage).length").await?,
            Value::from(1)
        );
        Ok(())
    })
    .await
}

async fn a_file_in_another_encoding_or_without_its_data_is_refused_with_what_to_do() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/take").await?;
        let record = assessment(ID, "K\u{f6}ln", &["3"; 12]);
        let latin: Vec<u8> = record.chars().map(|letter| letter as u8).collect();
        let marked: Vec<u8> = [0xfeff]
            .into_iter()
            .chain(record.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        let emptied = b"<html><p>Instrument version 1 \xc2\xb7 oxymoron-report</p></html>".to_vec();
        // A word processor writes such pages, and has the data no more.
        let saved = b"<html><p>K\xf6ln \xb7 oxymoron-report</p></html>".to_vec();
        let sheet = b"<html><p>K\xf6ln \xb7 oxymoron-sheet</p></html>".to_vec();
        for (bytes, note) in [
            (latin, "given.json is not text in UTF-8 or UTF-16"),
            (
                saved,
                "given.json was a report of ours, and the answers in it are gone",
            ),
            (
                sheet,
                "given.json was a sheet or a picture of rooms from here, and the counts in it are gone",
            ),
            (
                emptied,
                "given.json was a report of ours, and the answers in it are gone",
            ),
        ] {
            give_bytes(visit, &bytes).await?;
            visit.wait_for_text("main", note).await?;
            assert_eq!(visit.count("#preview").await?, 0, "nothing of it comes in");
        }
        // The same in UTF-16 with its mark comes in letter by letter.
        give_bytes(visit, &marked).await?;
        visit.wait_for_text("main", "K\u{f6}ln").await
    })
    .await
}

/// Gives the way in a file of these bytes.
async fn give_bytes(visit: &Visit, bytes: &[u8]) -> Result<()> {
    let given = format!(
        "(() => {{ const data = new DataTransfer(); data.items.add(new File([new Uint8Array({})], 'given.json')); \
         const field = document.querySelector('#take-file'); field.files = data.files; \
         field.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()",
        json!(bytes)
    );
    visit.eval(&given).await.map(drop)
}

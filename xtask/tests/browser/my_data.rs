//! My data: every record, its size, and the way out for one or all of them.

use crate::harness::{
    Visit, downloaded,
    records::{ID, OTHER, assessment, key, settings},
    visit,
};
use serde_json::{Value, json};
use xtask::Result;

/// The focus is on something that is there, and not on the whole page.
const SOMEWHERE: &str = "document.activeElement !== document.body && document.activeElement.isConnected";

const SETTINGS: &str = "oxymoron/1/settings/device";

async fn seed_two(visit: &Visit) -> Result<[String; 2]> {
    let texts = [
        assessment(ID, "North ü 🙂", &["1", "2"]),
        assessment(OTHER, "", &["5"]),
    ];
    visit
        .seed(&[
            (&key(ID), &texts[0]),
            (&key(OTHER), &texts[1]),
            (SETTINGS, &settings("dark")),
            ("another app", "stays"),
        ])
        .await?;
    Ok(texts)
}

/// The stored records, parsed: what is written again may be written in another order.
async fn parsed(visit: &Visit, key: &str) -> Result<Value> {
    Ok(serde_json::from_str(
        &visit.stored(key).await?.unwrap_or_default(),
    )?)
}

#[tokio::test]
async fn every_record_is_listed_with_its_size() -> Result<()> {
    visit(async |visit| {
        let texts = seed_two(visit).await?;
        visit.enter("#/data").await?;
        let rows = visit
            .eval(
                "[...document.querySelectorAll('.data-table tbody tr')].map((row) => \
                 [row.querySelector('code').textContent, row.cells[0].firstChild.textContent, row.cells[2].textContent])",
            )
            .await?;
        let sized = |key: &str, text: &str| format!("{} bytes", key.len() + text.len());
        let rows = rows.as_array().cloned().unwrap_or_default();
        for (id, text, name) in [(ID, &texts[0], "North ü 🙂"), (OTHER, &texts[1], "Assessment without a name")] {
            let row = json!([key(id), name, sized(&key(id), text)]);
            assert!(rows.contains(&row), "{row} in {rows:#?}");
        }
        // What the sizes add up to is what the app keeps, settings included.
        let keys = visit.keys().await?;
        assert_eq!(rows.len(), keys.len(), "{keys:?} in {rows:#?}");
        let folder = tempfile::tempdir()?;
        visit.download_to(folder.path()).await?;
        visit.click(".whole-lot .button:not(.button-quiet)").await?;
        let all: Value = serde_json::from_str(&downloaded(folder.path(), "oxymoron-everything.json").await?)?;
        for id in [ID, OTHER] {
            let records = all["records"].as_array().into_iter().flatten();
            let record = records.map(|entry| &entry[1]).find(|record| record["id"] == id);
            // It is written in this version's schema, with everything that was in it.
            let stored = parsed(visit, &key(id)).await?;
            for part in ["subject", "answers", "notes", "started"] {
                assert_eq!(record.map(|record| &record["body"][part]), Some(&stored["body"][part]), "{part}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn one_record_is_deleted_and_brought_back() -> Result<()> {
    visit(async |visit| {
        seed_two(visit).await?;
        visit.enter("#/data").await?;
        let before = parsed(visit, &key(ID)).await?;
        let delete = "button[aria-label='Delete: North ü 🙂']";
        visit.click(delete).await?;
        visit.wait_for_text(".undo", "One record deleted").await?;
        assert_eq!(visit.count(delete).await?, 0);
        assert_eq!(visit.stored(&key(ID)).await?, None);
        assert!(visit.stored(&key(OTHER)).await?.is_some());
        visit.wait_until(SOMEWHERE).await?;
        visit.click(".undo .button").await?;
        visit.wait_for(delete).await?;
        visit.wait_until(SOMEWHERE).await?;
        assert_eq!(parsed(visit, &key(ID)).await?, before);
        assert_eq!(visit.count(".undo").await?, 0);

        // From the first screen it is the same, and letting go is for good.
        visit.go("#/").await?;
        visit.click(delete).await?;
        visit.click(".undo .button-quiet").await?;
        visit.wait_until("!document.querySelector('.undo')").await?;
        visit.enter("#/").await?;
        visit
            .wait_for_text(".record h3", "Assessment without a name")
            .await?;
        assert_eq!(visit.count(".record").await?, 1);
        assert_eq!(visit.stored(&key(ID)).await?, None);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn everything_is_deleted_after_asking_and_can_be_brought_back() -> Result<()> {
    const ALL: &str = ".whole-lot .button-quiet";
    const DOWNLOAD: &str = ".whole-lot .button:not(.button-quiet)";
    const YES: &str = ".confirm [data-confirm]";
    const ON_NO: &str = "document.activeElement.id === 'confirm-no'";
    visit(async |visit| {
        seed_two(visit).await?;
        visit.enter("#/data").await?;
        let before = [parsed(visit, &key(ID)).await?, parsed(visit, &key(OTHER)).await?];
        visit.click(ALL).await?;
        visit
            .wait_for_text(".whole-lot", "Delete everything this page has stored")
            .await?;
        assert_eq!(visit.keys().await?.len(), 3);
        // A second Enter, as a slip, keeps everything; so does Escape. The focus is back on the button that asked.
        for harmless in ["\u{e007}", "\u{e00c}"] {
            visit.wait_until(ON_NO).await?;
            visit.client().active_element().await?.send_keys(harmless).await?;
            visit.wait_for_text(DOWNLOAD, "Download everything").await?;
            visit
                .wait_until("document.activeElement.id === 'delete-everything'")
                .await?;
            assert_eq!(visit.keys().await?.len(), 3);
            visit.click(ALL).await?;
        }

        visit.wait_for_text(YES, "Yes").await?;
        visit.click(YES).await?;
        visit.wait_for_text(".undo", "records deleted").await?;
        assert_eq!(visit.keys().await?, Vec::<String>::new());
        visit.wait_for_text("main", "Nothing is stored here yet").await?;
        visit.click(".undo .button").await?;
        visit
            .wait_until("document.querySelectorAll('.data-table tbody tr').length >= 2")
            .await?;
        assert_eq!(
            [parsed(visit, &key(ID)).await?, parsed(visit, &key(OTHER)).await?],
            before
        );

        // It asks again, however often.
        visit.wait_for_text(DOWNLOAD, "Download everything").await?;
        visit.click(ALL).await?;
        visit.wait_for_text(YES, "Yes").await?;
        visit.click(YES).await?;
        visit.click(".undo .button-quiet").await?;
        visit.wait_until("!document.querySelector('.undo')").await?;
        visit.enter("#/").await?;
        visit.wait_until("document.querySelector('main h1')").await?;
        assert_eq!(visit.keys().await?, Vec::<String>::new());
        assert_eq!(visit.stored("another app").await?.as_deref(), Some("stays"));
        assert_eq!(visit.count(".record").await?, 0);
        Ok(())
    })
    .await
}

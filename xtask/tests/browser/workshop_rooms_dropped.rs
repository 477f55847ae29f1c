//! Many rooms that are dropped in one go, looked at from several sides, and left out again.

use crate::harness::{PAPERS, Visit, engines, visit};
use crate::workshop_rooms::{NORTH, ROOMS, SOUTH, archive, deflated, drawn, give, handed_out, write};
use fantoccini::key::Key;
use serde_json::json;
use std::fs;
use xtask::Result;

engines! {
    files_of_every_kind_are_dropped_in_one_go: chromium firefox;
    the_chosen_area_stays_and_an_earlier_set_is_printed_beside_it: chromium firefox;
    a_room_that_is_left_out_is_said_and_comes_back: chromium firefox;
}

/// Drops files as a person does, and waits until they are in the picture.
async fn drop_all(visit: &Visit, files: &[(&str, Vec<u8>)]) -> Result<()> {
    visit.wait_for("#rooms-files").await?;
    visit
        .run(&format!(
            "document.activeElement?.blur(); const data = new DataTransfer(); \
             for (const [name, bytes] of {}) data.items.add(new File([new Uint8Array(bytes)], name)); \
             document.querySelector('.take-drop').dispatchEvent(\
             new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer: data }}));",
            json!(files)
        ))
        .await?;
    drawn(visit).await
}

async fn files_of_every_kind_are_dropped_in_one_go() -> Result<()> {
    visit(async |visit| {
        // What three sheets hand out.
        let folder = tempfile::tempdir()?;
        let given = handed_out(visit, folder.path(), &["counts.json", "html", "json"]).await?;
        let given = given.iter().map(fs::read).collect::<Result<Vec<_>, _>>()?;
        let [counts, sheet, session] = &*given else {
            anyhow::bail!("three files")
        };
        visit.move_house().await?;
        let south = SOUTH.replace(";en\r\n", ";de\r\n");
        let files = [
            ("north.csv", NORTH.as_bytes().to_vec()),
            ("counts.json", counts.clone()),
            ("sheet.html", sheet.clone()),
            ("session.json", session.clone()),
            ("all.zip", deflated("autumn/south.csv", south.as_bytes())),
        ];
        visit.enter(ROOMS).await?;
        drop_all(visit, &files).await?;
        visit.wait_for_text("main", "5 rooms in 5 files").await?;
        visit.click("section:has(#found) summary").await?;
        for said in [
            "Counts (CSV)",
            "Counts (JSON)",
            "Sheet (HTML)",
            "its secret was left in it",
            "all.zip/autumn/south.csv",
        ] {
            visit.wait_for_text("main", said).await?;
        }
        let columns = "[...document.querySelectorAll('section:has(#found) thead th')].map((it) => it.textContent).join()";
        assert_eq!(
            visit.string(columns).await?,
            "Room,Day,People,Votes,Language,What became of it,What it is,File"
        );
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        // What is no room is named, each by itself, and what is there stays.
        let empty = [&b"PK\x05\x06"[..], &[0; 18]].concat();
        let files = [
            ("one.zip", archive("session.json", b"{}")),
            ("two.zip", archive("session.json", b"{}")),
            ("three.zip", archive("autumn/inner.xlsx", b"x")),
            ("four.zip", archive("autumn/inner.zip", b"x")),
            ("empty.zip", empty),
            ("foreign.csv", b"a,b\n1,2\n".to_vec()),
        ];
        drop_all(visit, &files).await?;
        for said in [
            "one.zip/session.json does not come from a workshop here.",
            "two.zip/session.json does not come from a workshop here.",
            "three.zip/autumn/inner.xlsx was not opened",
            "four.zip/autumn/inner.zip was not opened",
            "empty.zip has no room in it.",
            "foreign.csv does not come from a workshop here.",
            "5 rooms · ",
        ] {
            visit.wait_for_text("main", said).await?;
        }
        assert_eq!(visit.count("section:has(#found) .notice").await?, 6);
        visit.quiet().await
    })
    .await
}

/// Sets a select or a field as a person does, and waits until it has the value.
pub async fn choose(visit: &Visit, field: &str, value: &str) -> Result<()> {
    visit
        .run(&format!(
            "const field = document.querySelector('{field}'); field.value = '{value}'; \
             field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ))
        .await?;
    visit
        .wait_until(&format!("document.querySelector('{field}').value === '{value}'"))
        .await
}

async fn the_chosen_area_stays_and_an_earlier_set_is_printed_beside_it() -> Result<()> {
    visit(async |visit| {
        let folder = tempfile::tempdir()?;
        let summer = NORTH
            .replace("2026-11-23", "2026-08-20")
            .replace("w0123", "w1123");
        let early = SOUTH
            .replace("2026-11-23", "2026-08-20")
            .replace("w0123", "w1123");
        for (text, other) in [(&*summer, &*early), (NORTH, SOUTH)] {
            visit.enter(ROOMS).await?;
            let files = [
                write(folder.path(), "one.csv", text.as_bytes())?,
                write(folder.path(), "other.csv", other.as_bytes())?,
            ];
            give(visit, &files).await?;
            // What is not kept yet comes after everything that is.
            assert_eq!(visit.count("#rooms-against").await? == 1, text == NORTH);
            visit.click("[data-rooms=keep]").await?;
            visit.wait_for("#rooms-name").await?;
        }
        choose(visit, "#rooms-area", "A04").await?;
        for sorting in ["instrument", "lowest", "divided", "apart"] {
            choose(visit, "#rooms-sort", sorting).await?;
            visit
                .wait_until(
                    "document.querySelector('#rooms-area').selectedOptions[0].textContent.startsWith('4. ')",
                )
                .await?;
            let label = "document.querySelector('.rooms-strip svg').getAttribute('aria-label')";
            assert!(visit.string(label).await?.starts_with("All rooms: "));
        }
        assert!(
            !visit
                .printed(PAPERS[0])
                .await?
                .concat()
                .contains("Sinceanearlierset")
        );
        let earlier =
            "[...document.querySelector('#rooms-against').options].map((it) => it.value).find((it) => it)";
        let earlier = visit.string(earlier).await?;
        choose(visit, "#rooms-against", &earlier).await?;
        visit.wait_for("section:has(#past) table").await?;
        let pages = visit.printed(PAPERS[0]).await?.concat();
        assert!(pages.contains("Sinceanearlierset"), "{pages}");
        assert!(!pages.contains("Comparewith"), "{pages}");
        // The other way round there is nothing earlier.
        visit.enter(&format!("{ROOMS}/{earlier}")).await?;
        visit.wait_for("#rooms-name").await?;
        assert_eq!(visit.count("#rooms-against").await?, 0);
        visit.quiet().await
    })
    .await
}

async fn a_room_that_is_left_out_is_said_and_comes_back() -> Result<()> {
    visit(async |visit| {
        let folder = tempfile::tempdir()?;
        let files = [
            write(folder.path(), "north.csv", NORTH.as_bytes())?,
            write(folder.path(), "south.csv", SOUTH.as_bytes())?,
        ];
        visit.enter(ROOMS).await?;
        give(visit, &files).await?;
        visit.click("[data-rooms=keep]").await?;
        visit.wait_for("#rooms-name").await?;
        visit
            .wait_until("document.querySelector('#said').textContent.includes('Kept in this browser')")
            .await?;
        visit
            .click("details:has(button[aria-label^='Leave out']) summary")
            .await?;
        visit
            .run("document.querySelectorAll('button[aria-label^=\"Leave out\"]')[1].focus()")
            .await?;
        visit.press(Key::Enter).await?;
        // The focus is on what happened, and not on the button of another room.
        visit
            .wait_until("document.activeElement?.id === 'left-out'")
            .await?;
        visit.wait_for_text("#left-out", "South").await?;
        visit.press(Key::Enter).await?;
        visit.wait_for_text("main", "One room · ").await?;
        visit.click("[data-rooms=undo]").await?;
        visit.wait_for_text("main", "2 rooms · ").await?;
        visit
            .wait_until("document.querySelector('#said').textContent.includes('Undone')")
            .await?;
        visit.quiet().await
    })
    .await
}

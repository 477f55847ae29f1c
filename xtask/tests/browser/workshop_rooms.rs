//! Many rooms in one picture: files of every kind dropped in, looked at before anything is kept, kept, taken out and brought back.

use crate::harness::{Visit, downloaded, engines, visit};
use std::fs;
use std::path::{Path, PathBuf};
use xtask::Result;

engines! {
    rooms_come_out_of_files_of_every_kind_and_back: chromium firefox;
    what_is_no_room_is_named_and_nothing_is_kept: chromium firefox;
    the_picture_holds_on_a_phone_and_prints_on_two_pages: chromium firefox;
}

const ROOMS: &str = "#/workshop/rooms";
const NORTH: &str = include_str!("../../../tests/fixtures/counts/north.csv");
const SOUTH: &str = include_str!("../../../tests/fixtures/counts/semicolons/south.csv");

fn write(folder: &Path, name: &str, text: &[u8]) -> Result<PathBuf> {
    let path = folder.join(name);
    fs::write(&path, text)?;
    Ok(path)
}

/// An archive with one file that is stored as it is.
fn archive(name: &str, content: &[u8]) -> Vec<u8> {
    let mut checksum = !0_u32;
    for byte in content {
        checksum ^= u32::from(*byte);
        for _ in 0..8 {
            checksum = (checksum >> 1) ^ (0xedb8_8320 & (checksum & 1).wrapping_neg());
        }
    }
    let size = u32::try_from(content.len()).unwrap_or(0).to_le_bytes();
    let length = u16::try_from(name.len()).unwrap_or(0).to_le_bytes();
    let about = [
        &[0; 4][..],
        &(!checksum).to_le_bytes(),
        &size,
        &size,
        &length,
        &[0; 2],
    ]
    .concat();
    let local = [b"PK\x03\x04\x14\0\0\0\0\0", &*about, name.as_bytes(), content].concat();
    let entry = [
        b"PK\x01\x02\x14\0\x14\0\0\0\0\0",
        &*about,
        &[0; 14],
        name.as_bytes(),
    ]
    .concat();
    let (start, long) = (
        u32::try_from(local.len()).unwrap_or(0).to_le_bytes(),
        u32::try_from(entry.len()).unwrap_or(0).to_le_bytes(),
    );
    let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &long[..], &start, &[0; 2]].concat();
    [local, entry, end].concat()
}

/// Gives files and waits until they are in the picture.
async fn give(visit: &Visit, files: &[PathBuf]) -> Result<()> {
    let paths: Vec<_> = files.iter().map(|path| path.display().to_string()).collect();
    visit
        .wait_for("#rooms-files")
        .await?
        .send_keys(&paths.join("\n"))
        .await?;
    visit.wait_until("document.activeElement?.id === 'found'").await
}

async fn rooms_come_out_of_files_of_every_kind_and_back() -> Result<()> {
    visit(async |visit| {
        visit.enter(ROOMS).await?;
        let folder = tempfile::tempdir()?;
        let files = [
            write(folder.path(), "north.csv", NORTH.as_bytes())?,
            write(folder.path(), "north-again.csv", NORTH.as_bytes())?,
            write(folder.path(), "all.zip", &archive("south.csv", SOUTH.as_bytes()))?,
        ];
        give(visit, &files).await?;
        visit.wait_for_text("main", "3 rooms in 3 files").await?;
        visit.wait_for_text("main", "2 rooms · 18 people").await?;
        assert_eq!(visit.count(".rooms-areas tbody tr").await?, 12);
        // Nothing is kept before somebody says so.
        assert!(visit.keys().await?.iter().all(|key| !key.contains("roll-up")));
        visit.click("[data-rooms=keep]").await?;
        visit.wait_for("#rooms-name").await?;
        assert!(visit.keys().await?.iter().any(|key| key.contains("roll-up")));
        visit.reload().await?;
        visit.wait_for_text("main", "2 rooms · 18 people").await?;
        visit.download_to(folder.path()).await?;
        visit.click("[data-take=json]").await?;
        let day = visit.string("new Date().toLocaleDateString('sv')").await?;
        let name = format!("oxymoron-rooms-{day}.json");
        downloaded(folder.path(), &name).await?;
        visit.move_house().await?;
        visit.enter(ROOMS).await?;
        give(visit, &[folder.path().join(&name)]).await?;
        visit.wait_for_text("main", "2 rooms · 18 people").await?;
        visit.quiet().await
    })
    .await
}

async fn what_is_no_room_is_named_and_nothing_is_kept() -> Result<()> {
    visit(async |visit| {
        visit.enter(ROOMS).await?;
        let folder = tempfile::tempdir()?;
        let other = NORTH.replace(",12,1,0,4,5,2,", ",12,2,0,3,5,2,");
        let files = [
            write(folder.path(), "foreign.csv", b"a,b\n1,2\n")?,
            write(folder.path(), "half.csv", &SOUTH.as_bytes()[..SOUTH.len() / 2])?,
            write(folder.path(), "page.html", b"<p>hello</p>")?,
            write(folder.path(), "empty.json", b"")?,
            write(folder.path(), "north.csv", NORTH.as_bytes())?,
            write(folder.path(), "other.csv", other.as_bytes())?,
        ];
        give(visit, &files).await?;
        for said in [
            "foreign.csv does not come from a workshop here.",
            "half.csv: one row could not be read.",
            "page.html does not come from a workshop here.",
            "empty.json does not come from a workshop here.",
            "It says other counts than a copy before it, so it was left out",
            "2 rooms · ",
        ] {
            visit.wait_for_text("main", said).await?;
        }
        visit.reload().await?;
        visit.wait_for("#rooms-files").await?;
        assert!(visit.keys().await?.iter().all(|key| !key.contains("roll-up")));
        visit.quiet().await
    })
    .await
}

async fn the_picture_holds_on_a_phone_and_prints_on_two_pages() -> Result<()> {
    visit(async |visit| {
        visit.viewport(360, 740).await?;
        visit.enter(ROOMS).await?;
        let folder = tempfile::tempdir()?;
        // Ten rooms of one workshop that was split: one title, ten numbers.
        let files: Result<Vec<_>> = (0..10)
            .map(|number| {
                let id = format!("w{:016x}", number + 1);
                let text = NORTH.replace("w0123456789abcdef", &id);
                write(folder.path(), &format!("{number}.csv"), text.as_bytes())
            })
            .collect();
        give(visit, &files?).await?;
        visit.wait_for_text("main", "10 rooms · 120 people").await?;
        visit
            .wait_until("document.documentElement.scrollWidth <= innerWidth")
            .await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        let document = lopdf::Document::load_mem(&visit.pdf(8.27, 11.69).await?)?;
        assert_eq!(document.get_pages().len(), 2);
        visit.quiet().await
    })
    .await
}

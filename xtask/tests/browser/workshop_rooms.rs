//! Many rooms in one picture: files of every kind dropped in, looked at before anything is kept, kept, taken out and brought back.

use crate::harness::workshops::{record, response, workshop};
use crate::harness::{PAPERS, Visit, downloaded, engines, visit};
use fantoccini::key::Key;
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use xtask::Result;

engines! {
    rooms_come_out_of_an_archive_and_back: chromium firefox;
    what_four_sheets_hand_out_is_four_rooms: chromium firefox;
    what_is_no_room_is_named_and_nothing_is_kept: chromium firefox;
    the_picture_holds_on_a_phone_and_prints_on_two_pages: chromium firefox;
    a_workshop_is_split_into_rooms_by_the_keyboard_and_taken_back: chromium firefox;
    the_plenarys_page_follows_what_another_tab_does: chromium firefox;
    two_hundred_files_come_whole_and_in_order_whatever_is_between_them: chromium firefox;
}

pub const ROOMS: &str = "#/workshop/rooms";
pub const NORTH: &str = include_str!("../../../tests/fixtures/counts/north.csv");
pub const SOUTH: &str = include_str!("../../../tests/fixtures/counts/semicolons/south.csv");

/// What the fourth workshop's codes are opened with, as its session file has it.
const SECRET: &str = "AAAAAAAAAAQDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM";

pub fn write(folder: &Path, name: &str, text: &[u8]) -> Result<PathBuf> {
    let path = folder.join(name);
    fs::write(&path, text)?;
    Ok(path)
}

/// The table of the room with this number in a set.
pub fn room_of_set(folder: &Path, number: u32) -> Result<PathBuf> {
    let text = NORTH
        .replace("w0123456789abcdef", &format!("w{number:016x}"))
        .replace("North, autumn", &format!("Kick-off, room {number}"));
    write(folder, &format!("{number}.csv"), text.as_bytes())
}

/// An archive with one file that is stored as it is.
pub fn archive(name: &str, content: &[u8]) -> Vec<u8> {
    packed(name, content, content, 0)
}

/// An archive with one file in the form of RFC 1951, in one block that is stored.
pub fn deflated(name: &str, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap_or(0);
    let block = [&[1][..], &length.to_le_bytes(), &(!length).to_le_bytes(), content].concat();
    packed(name, content, &block, 8)
}

fn packed(name: &str, content: &[u8], packed: &[u8], packing: u8) -> Vec<u8> {
    let mut checksum = !0_u32;
    for byte in content {
        checksum ^= u32::from(*byte);
        for _ in 0..8 {
            checksum = (checksum >> 1) ^ (0xedb8_8320 & (checksum & 1).wrapping_neg());
        }
    }
    let [size, taken] = [content, packed].map(|bytes| u32::try_from(bytes.len()).unwrap_or(0).to_le_bytes());
    let length = u16::try_from(name.len()).unwrap_or(0).to_le_bytes();
    let about = [
        &[packing, 0, 0, 0, 0, 0][..],
        &(!checksum).to_le_bytes(),
        &taken,
        &size,
        &length,
        &[0; 2],
    ]
    .concat();
    let local = [b"PK\x03\x04\x14\0\0\0", &*about, name.as_bytes(), packed].concat();
    let entry = [b"PK\x01\x02\x14\0\x14\0\0\0", &*about, &[0; 14], name.as_bytes()].concat();
    let (start, long) = (
        u32::try_from(local.len()).unwrap_or(0).to_le_bytes(),
        u32::try_from(entry.len()).unwrap_or(0).to_le_bytes(),
    );
    let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &long[..], &start, &[0; 2]].concat();
    [local, entry, end].concat()
}

/// As a spreadsheet saves a text: UTF-16 with its mark.
fn wide(text: &str) -> Vec<u8> {
    let text = text.trim_start_matches('\u{feff}');
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

/// As an old program saves a text, a byte a letter.
fn latin(text: &str) -> Vec<u8> {
    let text = text.trim_start_matches('\u{feff}');
    text.chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?'))
        .collect()
}

/// Gives files and waits until they are in the picture.
pub async fn give(visit: &Visit, files: &[PathBuf]) -> Result<()> {
    let paths: Vec<_> = files.iter().map(|path| path.display().to_string()).collect();
    visit
        .wait_for("#rooms-files")
        .await?
        .send_keys(&paths.join("\n"))
        .await?;
    drawn(visit).await
}

/// Waits until what was in files is drawn, with what follows the picture.
pub async fn drawn(visit: &Visit) -> Result<()> {
    visit
        .wait_until(
            "document.activeElement?.id === 'found' && !document.querySelector('section:has(#found) details:not(:has(table))')",
        )
        .await
}

async fn rooms_come_out_of_an_archive_and_back() -> Result<()> {
    visit(async |visit| {
        visit.enter(ROOMS).await?;
        let folder = tempfile::tempdir()?;
        let files = [
            write(folder.path(), "north.csv", NORTH.as_bytes())?,
            write(folder.path(), "north-again.csv", NORTH.as_bytes())?,
            write(folder.path(), "all.zip", &archive("south.csv", SOUTH.as_bytes()))?,
        ];
        give(visit, &files).await?;
        visit.wait_for_text("main", "2 rooms in 3 files").await?;
        visit
            .wait_for_text("main", "Further copies of these rooms: 1.")
            .await?;
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

/// A workshop of eight that has come to its end, under a title of its own.
pub fn held(number: u8) -> Result<Workshop> {
    let mut held = workshop(number.into(), 8, &[])?;
    held.settings.title = format!("Team {number}");
    let answers: Result<Vec<_>> = (1..=8_u8)
        .map(|person| {
            let line = if person <= number {
                "511111111111"
            } else {
                "455555555555"
            };
            response(&held, person.into(), None, line)
        })
        .collect();
    let now = Moment(held.created.0 + 1_000);
    held.apply(Change::WentTo(Stage::Vote), now);
    held.apply(Change::Received(answers?), now);
    for stage in [Stage::Close, Stage::Reveal, Stage::Report] {
        held.apply(Change::WentTo(stage), now);
    }
    Ok(held)
}

/// What the sheets of as many workshops hand out, a file of each kind from one of them.
pub async fn handed_out(visit: &Visit, folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>> {
    let rooms = (1..).zip(endings);
    let records = rooms.clone().map(|(number, _)| Ok(record(&held(number)?)));
    let records = records.collect::<Result<Vec<_>>>()?;
    let borrowed: Vec<_> = records.iter().map(|(key, text)| (&**key, &**text)).collect();
    visit.seed(&borrowed).await?;
    visit.download_to(folder).await?;
    let mut files = Vec::new();
    for (number, ending) in rooms {
        visit
            .enter(&format!("#/workshop/000000000000000{number}/sheet"))
            .await?;
        let day = visit
            .string("new Date(1795000000000).toLocaleDateString('sv')")
            .await?;
        visit.click(&format!("[data-take='{ending}']")).await?;
        let name = format!("oxymoron-workshop-{day}.{ending}");
        downloaded(folder, &name).await?;
        files.push(folder.join(name));
    }
    Ok(files)
}

async fn what_four_sheets_hand_out_is_four_rooms() -> Result<()> {
    visit(async |visit| {
        let folder = tempfile::tempdir()?;
        let mut files = handed_out(visit, folder.path(), &["html", "csv", "counts.json", "json"]).await?;
        let session = fs::read(&files[3])?;
        assert!(String::from_utf8_lossy(&session).contains(SECRET));
        files.push(write(
            folder.path(),
            "again.zip",
            &archive("session.json", &session),
        )?);
        visit.move_house().await?;
        visit.enter(ROOMS).await?;
        give(visit, &files).await?;
        visit.wait_for_text("main", "4 rooms in 5 files").await?;
        visit.wait_for_text("main", "4 rooms · 32 people").await?;
        visit.click("section:has(#found) summary").await?;
        for said in [
            "Sheet (HTML)",
            "Counts (CSV)",
            "Counts (JSON)",
            "its secret was left in it",
            "The same room again: counted once",
        ] {
            visit.wait_for_text("main", said).await?;
        }
        visit.click("[data-rooms=keep]").await?;
        visit.wait_for("#rooms-name").await?;
        // Whichever file a room came from, its counts are those of its vote.
        let strips = "JSON.stringify([...document.querySelectorAll('.rooms-strip svg')].map((it) => it.getAttribute('aria-label')))";
        let strips: Vec<String> = serde_json::from_str(&visit.string(strips).await?)?;
        let wanted = [
            "All rooms: Working. 22 at Working, 10 at Renewing itself",
            "Team 1: Working. 7 at Working, 1 at Renewing itself",
            "Team 2: Working. 6 at Working, 2 at Renewing itself",
            "Team 3: Working. 5 at Working, 3 at Renewing itself",
            "Team 4: between Working and Renewing itself. 4 at Working, 4 at Renewing itself",
        ];
        assert_eq!(strips, wanted);
        let keys = visit.keys().await?;
        assert_eq!(keys.len(), 1, "{keys:?}");
        let kept = visit.stored(&keys[0]).await?.unwrap_or_default();
        assert!(kept.contains("Team 4") && !kept.contains(SECRET), "{kept}");
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
            write(
                folder.path(),
                "large.csv",
                &[NORTH.as_bytes(), &vec![b'\n'; 10 << 20]].concat(),
            )?,
        ];
        give(visit, &files).await?;
        for said in [
            "foreign.csv does not come from a workshop here.",
            "half.csv ends too early. What is whole was taken.",
            "page.html does not come from a workshop here.",
            "empty.json does not come from a workshop here.",
            "other.csv · North, autumn: It says other counts than a copy before it, so it was left out",
            "large.csv is larger than 10 MB. No file of ours is, so it was not opened.",
            "2 rooms · ",
        ] {
            visit.wait_for_text("main", said).await?;
        }
        // What was found follows the language of the page.
        for (language, note) in [
            ("de", "foreign.csv stammt aus keinem Workshop dieser Seite."),
            ("en", "foreign.csv does not come from a workshop here."),
        ] {
            visit
                .eval(&format!(
                    "document.querySelector(\".languages a[hreflang='{language}']\").click()"
                ))
                .await?;
            visit.wait_for_text("main", note).await?;
        }
        visit.reload().await?;
        visit.wait_for("#rooms-files").await?;
        assert!(visit.keys().await?.iter().all(|key| !key.contains("roll-up")));
        visit.quiet().await
    })
    .await
}

/// Not beside the lines that stand for them.
const SHOWN_TABLES: &str =
    "![...document.querySelectorAll('.rooms-areas, .rooms-table')].some((it) => it.getClientRects().length)";

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
        // An area is a line, and unfolds to all ten rooms.
        assert_eq!(visit.count(".rooms-line").await?, 12);
        visit
            .wait_until("document.documentElement.scrollHeight < 5000")
            .await?;
        visit.wait_until(SHOWN_TABLES).await?;
        visit.click(".rooms-line summary").await?;
        visit
            .wait_until("[...document.querySelectorAll('.rooms-line[open] dt')].filter((it) => it.getClientRects().length).length === 12")
            .await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        // On paper the tables stand, whatever is folded.
        let pages = visit.printed(PAPERS[0]).await?;
        assert_eq!(pages.len(), 2);
        for said in ["Middleanswer", "Apartacrossrooms"] {
            assert!(pages[0].contains(said), "{said} in {pages:?}");
        }
        visit.click("[data-rooms=keep]").await?;
        visit.wait_for("#rooms-name").await?;
        visit
            .wait_until("[...document.querySelectorAll('a.button')].every((it) => getComputedStyle(it).textAlign === 'center')")
            .await?;
        let here = visit.fragment().await?;
        visit.enter(&here.replace("/rooms/", "/rooms/wall/")).await?;
        visit.wait_for(".rooms-wall-table").await?;
        for (width, height) in [(1280, 720), (1280, 800), (1024, 768), (1920, 1080)] {
            visit.viewport(width, height).await?;
            visit.wait_until("(({ scrollHeight, scrollWidth }) => scrollHeight <= innerHeight && scrollWidth <= innerWidth)(document.querySelector('.rooms-wall'))")
                .await?;
        }
        visit.quiet().await
    })
    .await
}

async fn a_workshop_is_split_into_rooms_by_the_keyboard_and_taken_back() -> Result<()> {
    visit(async |visit| {
        let (key, text) = record(&workshop(7, 200, &["Leader", "Seller"])?);
        visit.seed(&[(&key, &text)]).await?;
        visit.enter("#/workshop/0000000000000007").await?;
        visit.click("a[href*='/rooms/split/']").await?;
        visit.type_into("#rooms-count", "1").await?;
        visit.press(Key::Enter).await?;
        visit.wait_for_text("main", "from 2 to 20").await?;
        visit.type_into("#rooms-count", "0").await?;
        visit
            .wait_for_text("main", "People in each room: about 20.")
            .await?;
        visit.press(Key::Enter).await?;
        visit.wait_for_text("h1", "Invites for all rooms").await?;
        visit.wait_until("document.activeElement?.matches('h1')").await?;
        assert_eq!(visit.count(".rooms-invites > li").await?, 10);
        assert_eq!(visit.count(".rooms-invites .qr").await?, 10);
        let all = visit.string("document.querySelector('#invites').value").await?;
        assert_eq!(all.matches("#/join/").count(), 10);
        let links: BTreeSet<_> = all.lines().filter(|line| line.contains("#/join/")).collect();
        assert_eq!(links.len(), 10);
        let workshops = "Object.keys(localStorage).filter((key) => key.includes('/workshop/')).length";
        visit.wait_until(&format!("{workshops} === 11")).await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        // What was made is said, and not that it came from a file.
        visit.wait_for_text(".undo", "10 rooms made.").await?;
        // The set is known again after a reload, by its titles.
        visit.reload().await?;
        visit.wait_for_text("h1", "Invites for all rooms").await?;
        assert_eq!(visit.count(".rooms-invites > li").await?, 10);
        // The workshop that was split says so, and splits again only on purpose.
        visit.go("#/workshop/0000000000000007").await?;
        visit
            .wait_for_text("a[href*='/rooms/split/']", "Split into 10 rooms")
            .await?;
        visit.click("a[href*='/rooms/split/']").await?;
        visit.wait_for_text("h1", "Split into 10 rooms").await?;
        assert_eq!(visit.count(".rooms-made li").await?, 10);
        visit.click(".rooms-more summary").await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        visit.type_into("#rooms-count", "3").await?;
        visit.press(Key::Enter).await?;
        visit.wait_until(&format!("{workshops} === 14")).await?;
        visit.wait_for_text(".undo", "3 rooms made.").await?;
        visit.click(".undo .button").await?;
        visit.wait_until(&format!("{workshops} === 11")).await?;
        assert_eq!(visit.stored(&key).await?.as_deref(), Some(&*text));
        visit.quiet().await
    })
    .await
}

async fn the_plenarys_page_follows_what_another_tab_does() -> Result<()> {
    visit(async |visit| {
        visit.enter(ROOMS).await?;
        let folder = tempfile::tempdir()?;
        let room = |number| room_of_set(folder.path(), number);
        give(visit, &[room(10)?, room(2)?]).await?;
        visit.wait_for_text("h1", "Kick-off").await?;
        visit
            .wait_for_text(
                "main",
                "Rooms of this set that are not here: 1, 3, 4, 5, 6, 7, 8, 9.",
            )
            .await?;
        visit.click("[data-rooms=keep]").await?;
        visit.wait_for("#rooms-name").await?;
        let here = visit.fragment().await?;
        let (console, wall) = visit.new_tab().await?;
        visit.switch_to(&wall).await?;
        visit.viewport(1280, 720).await?;
        visit.enter(&here.replace("/rooms/", "/rooms/wall/")).await?;
        visit.wait_for_text(".rooms-wall h1", "Kick-off").await?;
        visit
            .wait_until("!document.querySelector('.masthead')?.getClientRects().length")
            .await?;
        assert_eq!(visit.count(".rooms-wall-table tbody tr").await?, 12);
        assert_eq!(visit.count(".rooms-wall-table thead th").await?, 4);
        assert_eq!(visit.count(".rooms-wall :is(button, input, select)").await?, 0);
        visit
            .wait_until("document.querySelector('.rooms-wall').scrollHeight <= innerHeight")
            .await?;
        assert_eq!(visit.axe().await?, Vec::<String>::new());
        visit.switch_to(&console).await?;
        give(visit, &[room(1)?]).await?;
        visit.click("[data-rooms=keep]").await?;
        visit.wait_for_text("main", "3 rooms").await?;
        visit.switch_to(&wall).await?;
        visit
            .wait_until("document.querySelectorAll('.rooms-wall-table thead th').length === 5")
            .await?;
        visit.click(".rooms-wall-head a").await?;
        visit.wait_for("#rooms-name").await?;
        visit
            .wait_until("document.querySelector('.masthead').getClientRects().length > 0")
            .await?;
        visit.quiet().await
    })
    .await
}

async fn two_hundred_files_come_whole_and_in_order_whatever_is_between_them() -> Result<()> {
    visit(async |visit| {
        visit.enter(ROOMS).await?;
        let folder = tempfile::tempdir()?;
        let mut files = Vec::new();
        for number in 1..=200 {
            let id = format!("w{number:016x}");
            let text = NORTH.replace("w0123456789abcdef", &id).replace("North, autumn", &format!("Équipe {number:03} ü"));
            // Some in another encoding, one that is empty and two archives are read in other ways than the rest.
            let name = format!("{number:03}.csv");
            files.push(match number {
                60 => write(folder.path(), &name, &wide(&text))?,
                120 => write(folder.path(), &name, b"")?,
                130 => write(folder.path(), &name, &latin(&text))?,
                150 => write(folder.path(), "150.zip", &archive("inside.csv", &latin(&text)))?,
                180 => write(folder.path(), "180.zip", &archive("inner.csv", text.as_bytes()))?,
                _ => write(folder.path(), &name, text.as_bytes())?,
            });
        }
        give(visit, &files).await?;
        visit.wait_for_text("main", "197 rooms").await?;
        visit.wait_for_text("main", "120.csv").await?;
        for name in ["130.csv", "inside.csv"] {
            visit
                .wait_for_text("main", &format!("{name} is not text in UTF-8"))
                .await?;
        }
        let names = "[...document.querySelector('#found').closest('section').querySelectorAll('tbody th')].map((it) => it.textContent)";
        let first = visit.string(&format!("{names}.slice(0, 60).join('|')")).await?;
        assert!(first.starts_with("Équipe 001 ü|Équipe 002 ü|"), "{first}");
        assert!(first.ends_with("|Équipe 060 ü"), "{first}");
        visit.quiet().await
    })
    .await
}

//! Many rooms where other things than words decide: on paper, and on the plenary's page from right to left.

use crate::harness::workshops::{record, workshop};
use crate::harness::{PAPERS, engines, visit};
use crate::workshop_rooms::{ROOMS, give, room_of_set, write};
use std::fs;
use std::path::PathBuf;
use xtask::Result;

engines! {
    invites_print_without_a_page_that_has_none: chromium firefox;
    bars_and_what_stands_above_them_begin_on_one_side_in_every_language: chromium firefox;
}

async fn invites_print_without_a_page_that_has_none() -> Result<()> {
    visit(async |visit| {
        for rooms in [2, 7, 10, 20] {
            let records: Result<Vec<_>> = (1..=rooms)
                .map(|number| {
                    let mut room = workshop(number, 8, &[])?;
                    room.settings.title = format!("Kick-off, room {number}");
                    Ok(record(&room))
                })
                .collect();
            let records = records?;
            let borrowed: Vec<_> = records.iter().map(|(key, text)| (&**key, &**text)).collect();
            visit.move_house().await?;
            visit.seed(&borrowed).await?;
            visit.enter("#/workshop/rooms/split/0000000000000001").await?;
            visit.wait_for_text("h1", "Invites for all rooms").await?;
            let pages = visit.printed(PAPERS[0]).await?;
            assert!(
                pages.iter().all(|page| page.contains("#/join/")),
                "{rooms}: {pages:?}"
            );
            assert!(pages.concat().contains("DavidBrock"), "{rooms}: {pages:?}");
            assert!(pages.len() <= 3, "{rooms}: {}", pages.len());
        }
        visit.quiet().await
    })
    .await
}

async fn bars_and_what_stands_above_them_begin_on_one_side_in_every_language() -> Result<()> {
    visit(async |visit| {
        let folder = tempfile::tempdir()?;
        let room = |number| room_of_set(folder.path(), number);
        let named = |number: u32, name: &str| -> Result<PathBuf> {
            let text = fs::read_to_string(room(number)?)?;
            let text = text.replace(&format!("Kick-off, room {number}"), name);
            write(folder.path(), &format!("{name}.csv"), text.as_bytes())
        };
        let set = [room(1)?, room(2)?, room(3)?];
        let long = "Everybody in sales operations and enablement from the whole northern half of the country";
        let names = [named(1, "North")?, named(2, "الشمال")?, named(3, long)?];
        for (page, files) in [("", &set), ("", &names), ("ar/", &set), ("ar/", &names)] {
            visit.move_house().await?;
            visit.viewport(1280, 720).await?;
            visit.enter(&format!("{page}{ROOMS}")).await?;
            give(visit, files).await?;
            visit.click("[data-rooms=keep]").await?;
            visit.wait_for("#rooms-name").await?;
            let wall = visit.fragment().await?.replace("/rooms/", "/rooms/wall/");
            visit.go(&wall).await?;
            visit.wait_for(".rooms-wall-bar").await?;
            visit.wait_until(ONE_SIDE).await?;
            let fits = "document.querySelector('.rooms-wall').scrollHeight <= innerHeight";
            visit.wait_until(fits).await?;
        }
        visit.quiet().await
    })
    .await
}

/// Number or name of a room, figure, track and the filled part of it: all of them begin where the bar does.
const ONE_SIDE: &str = "(() => {
    const left = (it) => { const range = document.createRange(); range.selectNodeContents(it); return range.getBoundingClientRect().left; };
    const cells = [...document.querySelectorAll('.rooms-wall-table tbody td')].filter((it) => it.querySelector('svg'));
    const heads = [...document.querySelectorAll('.rooms-wall-table thead .rooms-wall-column > :first-child')];
    const near = (one, other) => Math.abs(one - other) < 2;
    return cells.length === 48 && heads.length === 3 && cells.every((cell, place) => {
        const bar = cell.querySelector('.rooms-wall-track').getBoundingClientRect().left;
        const filled = cell.querySelector('.rooms-wall-place').getBoundingClientRect().left;
        const head = heads[place % 4];
        return near(filled, bar) && near(left(cell.querySelector('span')), bar) && (!head || near(left(head), bar));
    });
})()";

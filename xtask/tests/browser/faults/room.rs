//! Faults of a workshop.

use super::cell;
use super::table::Cell;
use crate::harness::workshops::{code, record, response, workshop};
use crate::workshop_console::{ID, console, stored};
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use xtask::Result;

fn voting() -> Result<Workshop> {
    let mut here = workshop(ID << 32, 6, &[])?;
    here.apply(Change::WentTo(Stage::Vote), here.created);
    Ok(here)
}

fn vote(here: &Workshop, id: u64) -> Result<String> {
    code(here, 1, &response(here, id, None, "123451234512")?, id)
}

pub async fn two_consoles() -> Result<Cell> {
    cell("the codes of both", async |visit| {
        let here = voting()?;
        let (key, text) = record(&here);
        visit.seed(&[(&key, &text)]).await?;
        visit.enter(&console(here.id)).await?;
        let (one, two) = visit.new_tab().await?;
        visit.enter(&console(here.id)).await?;
        visit.paste_into("#paste", &vote(&here, 1)?).await?;
        visit.wait_for_text(".health-figures", "1 of 6 in").await?;
        visit.switch_to(&one).await?;
        visit.wait_for_text(".health-figures", "1 of 6 in").await?;
        visit.paste_into("#paste", &vote(&here, 2)?).await?;
        for tab in [&one, &two] {
            visit.switch_to(tab).await?;
            visit.wait_for_text(".health-figures", "2 of 6 in").await?;
        }
        assert_eq!(stored(visit, here.id).await?.first.responses().len(), 2);
        Ok("2 of 6 in".to_owned())
    })
    .await
}

pub async fn hostile_paste() -> Result<Cell> {
    cell("the one code; the page goes on answering", async |visit| {
        let here = voting()?;
        let (key, text) = record(&here);
        visit.seed(&[(&key, &text)]).await?;
        visit.enter(&console(here.id)).await?;
        let text = format!(
            "{} {}",
            "oxya. oxya.A <b>oxya.AAAAAAAAAAAAAAAAAAAAAAA ".repeat(45_000),
            vote(&here, 1)?
        );
        visit.paste_into("#paste", &text).await?;
        visit.wait_for_text(".health-figures", "1 of 6 in").await?;
        assert_eq!(stored(visit, here.id).await?.first.responses().len(), 1);
        visit.wait_for_text(".collect-report", "1 new answer").await?;
        visit.string("document.querySelector('.collect-report').innerText.replace(/(oxya\\.\\S*)/g, '…').replace(/(…\\s*)+/g, '…').replace(/, all on their page.*/s, '')").await
    })
    .await
}

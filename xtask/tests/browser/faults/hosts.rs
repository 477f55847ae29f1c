//! Faults of the host and of what stands between it and the browser.

use super::table::Cell;
use super::{cell, said};
use crate::builds::{BUILD, copied, deploy_another};
use crate::harness::{EARLY, Visit, dist, visit_to};
use anyhow::Context;
use std::fs;
use xtask::{
    Result,
    server::{Answer, Server},
};

const PORTAL: &str =
    "<!doctype html><html lang=en><title>Welcome</title><link rel=icon href=data:,><h1>Log in to go on</h1>";
const WORKS: &str = "nothing: it works as before";

/// The notice of a page whose file did not come, and what becomes of the answer.
async fn without_a_file(visit: &Visit) -> Result<String> {
    visit.arrive("#/").await?;
    visit
        .wait_until("document.getElementById('failed').checkVisibility({ visibilityProperty: true })")
        .await?;
    visit
        .eval("document.querySelector('.first-question').scrollIntoView({ block: 'start' })")
        .await?;
    visit.choose("A01", "2").await?;
    assert_eq!(visit.stored(EARLY).await?.as_deref(), Some("2"));
    let told = said(visit, "#failed").await?;
    visit.server.behave();
    visit.click("#failed [data-reload]").await?;
    visit.alive().await?;
    visit.wait_for_answer("A01", "2").await?;
    Ok(told)
}

const ANSWER: &str = "the answer to the question on the page";

pub async fn half_deployment() -> Result<Cell> {
    cell(ANSWER, async |visit| {
        visit.server.fail(".wasm");
        without_a_file(visit).await
    })
    .await
}

pub async fn gateway() -> Result<Cell> {
    cell(ANSWER, async |visit| {
        visit.server.answer(".wasm", Answer::page(200, PORTAL));
        without_a_file(visit).await
    })
    .await
}

/// The page is kept, and one answer is given.
async fn was_here(visit: &Visit) -> Result<()> {
    visit.enter("#/").await?;
    visit.kept().await?;
    visit.answer("A01", "4").await
}

/// After a reload the app runs and knows the answer.
async fn comes_back(visit: &Visit) -> Result<()> {
    visit.reload().await?;
    visit.alive().await?;
    visit.wait_for_text(".record", "1 of 12 answered").await?;
    visit.wait_for_answer("A01", "4").await
}

pub async fn half_deployment_later() -> Result<Cell> {
    let folder = copied(&dist()?)?;
    visit_to(Server::start(folder.path())?, async |visit| {
        was_here(visit).await?;
        deploy_another(folder.path())?;
        fs::write(folder.path().join("index.html"), PORTAL)?;
        comes_back(visit).await?;
        assert_eq!(visit.string(BUILD).await?, "first");
        visit.complaints().await.map(drop)
    })
    .await?;
    Ok(Cell::new("the answer, and the page of before", WORKS))
}

pub async fn stale_worker() -> Result<Cell> {
    let folder = copied(&dist()?)?;
    visit_to(Server::start(folder.path())?, async |visit| {
        was_here(visit).await?;
        deploy_another(folder.path())?;
        comes_back(visit).await?;
        assert_eq!(visit.string(BUILD).await?, "first");
        visit
            .wait_until("document.documentElement.hasAttribute('data-newer')")
            .await?;
        comes_back(visit).await?;
        assert_eq!(visit.string(BUILD).await?, "another");
        visit.complaints().await.map(drop)
    })
    .await?;
    Ok(Cell::new(
        "the answer; first the page of before, and the new one from the next start on",
        "A new version of this page is here.",
    ))
}

pub async fn host_answers() -> Result<Cell> {
    cell("the answer, and the page of before", async |visit| {
        was_here(visit).await?;
        for status in [200, 403, 404, 407, 429, 451, 500, 503] {
            for path in ["/", "service-worker.js"] {
                visit.server.answer(path, Answer::page(status, PORTAL));
            }
            visit.server.forget();
            comes_back(visit).await.with_context(|| status.to_string())?;
            let asked = visit.server.requests();
            // Only what looks for another build goes there.
            assert!(
                asked
                    .iter()
                    .all(|request| request.path.ends_with("service-worker.js")),
                "{status}: {asked:?}"
            );
            visit.server.behave();
        }
        Ok(WORKS.to_owned())
    })
    .await
}

pub async fn host_gone() -> Result<Cell> {
    cell("the answer, and the page of before", async |visit| {
        was_here(visit).await?;
        visit.lose_server()?;
        visit.forget_cache().await?;
        comes_back(visit).await?;
        Ok(WORKS.to_owned())
    })
    .await
}

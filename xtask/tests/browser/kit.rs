//! The harness itself: what the journeys rely on holds, whatever the app shows.

use crate::harness::{Browser, Engine, engines, pack, serve};
use serde_json::json;
use xtask::Result;

engines! {
    one_that_is_used_again_remembers_nothing: chromium firefox;
    a_network_error_of_a_page_that_stays_is_a_complaint: chromium firefox;
}

#[tokio::test]
async fn a_killed_browser_starts_again_on_its_profile() -> Result<()> {
    let server = serve()?;
    let page = Browser::start().await?;
    page.open(&server, "").await?;
    page.store("kept", "yes").await?;
    page.settle_storage().await?;
    let profile = page.kill()?;
    let page = Browser::start_on(profile).await?;
    page.open(&server, "").await?;
    assert_eq!(page.stored("kept").await?.as_deref(), Some("yes"));
    Ok(())
}

/// What a page of an origin can keep, and in how many tabs.
async fn left_behind(page: &Browser) -> Result<serde_json::Value> {
    let tabs = page.client().windows().await?.len();
    page.eval(&format!(
        "(async () => [{tabs}, localStorage.length, sessionStorage.length, document.cookie, (await caches.keys()).includes('one'), \
         (await navigator.serviceWorker.getRegistrations()).length, (await indexedDB.databases()).length, \
         matchMedia('(prefers-color-scheme: dark)').matches, 'early' in window])()"
    ))
    .await
}

async fn one_that_is_used_again_remembers_nothing() -> Result<()> {
    let server = serve()?;
    let mut page = Browser::start().await?;
    page.before_load("window.early = true").await?;
    page.color_scheme("dark").await?;
    page.open(&server, "").await?;
    page.wait_until("navigator.serviceWorker.controller?.state === 'activated'")
        .await?;
    page.eval(
        "(async () => { localStorage.one = sessionStorage.one = 1; document.cookie = 'one=1; max-age=9999'; \
         await caches.open('one'); await new Promise((done) => indexedDB.open('one').onsuccess = done); })()",
    )
    .await?;
    page.new_tab().await?;
    page.open(&server, "#/method").await?;
    assert_eq!(
        left_behind(&page).await?,
        json!([
            2,
            1,
            0,
            "one=1",
            true,
            1,
            1,
            page.engine() == Engine::Firefox,
            false
        ])
    );
    page.forget().await?;
    page.open(&server, &pack()?).await?;
    assert_eq!(page.eval("document.hasFocus()").await?, json!(true));
    assert_eq!(
        left_behind(&page).await?,
        json!([1, 0, 0, "", false, 0, 0, false, false])
    );
    Ok(())
}

#[tokio::test]
async fn a_killed_tab_keeps_what_the_page_had_written() -> Result<()> {
    let server = serve()?;
    let page = Browser::start().await?;
    page.open(&server, "").await?;
    page.store("kept", "yes").await?;
    page.kill_tab().await?;
    page.open(&server, "").await?;
    assert_eq!(page.stored("kept").await?.as_deref(), Some("yes"));
    Ok(())
}

#[tokio::test]
async fn axe_and_early_scripts_run_under_the_policy() -> Result<()> {
    let server = serve()?;
    let page = Browser::start().await?;
    page.before_load("Object.defineProperty(window, 'localStorage', { get() { throw Error('blocked') } })")
        .await?;
    page.open(&server, "").await?;
    assert!(page.storage().await.is_err());
    page.wait_until("'alive' in document.documentElement.dataset")
        .await?;
    page.eval("document.querySelector('title').remove()").await?;
    let found = page.axe().await?;
    assert!(
        found.iter().any(|line| line.starts_with("document-title")),
        "{found:#?}"
    );
    Ok(())
}

#[tokio::test]
async fn the_page_without_scripts_can_be_read() -> Result<()> {
    let server = serve()?;
    let page = Browser::start().await?;
    page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }))
        .await?;
    page.open(&server, "").await?;
    page.wait_for("#app").await?;
    assert!(
        server
            .requests()
            .iter()
            .all(|request| request.method == "GET" && request.body.is_empty())
    );
    Ok(())
}

async fn a_network_error_of_a_page_that_stays_is_a_complaint() -> Result<()> {
    let server = serve()?;
    let page = Browser::start().await?;
    page.open(&server, "").await?;
    page.wait_until("'alive' in document.documentElement.dataset")
        .await?;
    page.complaints().await?;
    // Later than anything may be said of the page before.
    page.run(
        "setTimeout(() => Promise.reject(new TypeError('NetworkError when attempting to fetch resource')), 1500)",
    )
    .await?;
    let complaints = page.complained(1).await?;
    assert!(complaints[0].contains("NetworkError"), "{complaints:?}");
    Ok(())
}

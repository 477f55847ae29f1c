//! The release app starts in Chromium under its own policy, and nothing on the way complains.

use crate::harness::{Browser, dist, serve};
use std::time::Duration;
use xtask::{Result, server::Server};

/// True as soon as the app answers a click on the page's button.
const ANSWERS: &str =
    "document.querySelector('button').click() || document.querySelector('button').innerText > 0";

#[tokio::test]
async fn the_app_takes_over_the_prerendered_page() -> Result<()> {
    let server = serve()?;
    let page = Browser::start().await?;
    page.open(&server, "#/").await?;
    page.wait_until(ANSWERS).await?;
    let before = page.text("button").await?.parse::<u32>()?;
    page.click("button").await?;
    page.wait_for_text("button", &(before + 1).to_string()).await?;
    let mut complaints = page.complaints().await?;
    complaints.retain(|complaint| !complaint.contains("/favicon.ico"));
    assert_eq!(complaints, Vec::<String>::new());

    // What the page asked for: everything from here, everything once, and nothing else.
    let asked: Vec<String> = page
        .requests()
        .await?
        .into_iter()
        .map(|request| request.url)
        .collect();
    assert!(asked.len() >= 4, "{asked:?}");
    assert!(asked.iter().all(|url| url.starts_with(server.url())), "{asked:?}");
    for suffix in [".wasm", ".js", ".json"] {
        let served = server
            .requests()
            .iter()
            .filter(|request| request.path.ends_with(suffix))
            .count();
        assert_eq!(served, 1, "{suffix} of {:?}", server.requests());
    }
    Ok(())
}

#[tokio::test]
async fn the_first_screen_is_there_before_the_app() -> Result<()> {
    let server = serve()?;
    let gate = server.hold(".wasm");
    let page = Browser::start().await?;
    page.open(&server, "#/").await?;
    server.wait_for(".wasm", Duration::from_secs(10)).await?;
    assert_eq!(page.text("button").await?, "0");
    gate.release();
    page.wait_until(ANSWERS).await
}

#[tokio::test]
async fn any_sub_path_will_do() -> Result<()> {
    let server = Server::builder(dist()?).mount("/a/b/").start()?;
    let page = Browser::start().await?;
    page.open(&server, "").await?;
    page.wait_until(ANSWERS).await
}

//! Decision 8: nothing but the files is ever asked for, and nothing is ever sent.

use crate::harness::{NEXT, Visit, visit};
use serde_json::{Value, json};
use xtask::Result;

/// Words that may turn up nowhere but in localStorage.
const SECRETS: [&str; 3] = ["Zanzibar", "pineapple", "quicksand"];

/// Everything a person can do on the way, with the secrets written down.
async fn whole_journey(visit: &Visit) -> Result<()> {
    visit.answer("A01", "3").await?;
    visit.follow(NEXT).await?;
    visit.choose("A02", "x").await?;
    visit.type_into(".question .field input", "quicksand").await?;
    visit.type_into("#subject", "Zanzibar").await?;
    visit.type_into("#note", "pineapple").await?;
    visit.wait_for_answer("A02", "xquicksand").await?;
    visit.follow(NEXT).await?;
    visit.answer_all("4").await?;
    for screen in ["#/method", "#/privacy", "#/data", "#/nowhere", "#/"] {
        visit.go(screen).await?;
    }
    visit.click(".palette label:nth-of-type(3)").await?;
    visit
        .wait_until("document.documentElement.dataset.theme === 'dark'")
        .await
}

#[tokio::test]
async fn a_whole_journey_sends_nothing() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.settled().await?;
        visit.kept().await?;
        let loaded = visit.server.requests().len();
        whole_journey(visit).await?;

        // What the browser says it asked for, wherever it went.
        let here = visit.server.url();
        let requests = visit.requests().await?;
        assert!(requests.len() >= 5, "{requests:#?}");
        for request in &requests {
            let all = format!("{request:?}");
            assert!(request.url.starts_with(here), "{all}");
            assert!(!request.url.contains(['?', '#']), "{all}");
            assert_eq!((request.method.as_str(), &request.body), ("GET", &None), "{all}");
            assert!(!matches!(request.kind.as_str(), "Ping" | "WebSocket" | "EventSource"), "{all}");
            for header in ["cookie", "referer", "authorization"] {
                let value = request.headers.get(header).map_or("", String::as_str);
                assert_eq!(value, "", "{header} in {all}");
            }
            assert!(SECRETS.iter().all(|secret| !all.contains(secret)), "{all}");
        }
        // And what the server heard: the same, and after the page was loaded nothing but the files of what was kept, each once.
        let heard = visit.server.requests();
        let mut later: Vec<_> = heard.iter().skip(loaded).map(|request| &*request.path).collect();
        later.sort_unstable();
        let is_archive = |path: &&str| ["/archive-", "/shared-archive-"].iter().any(|start| path.starts_with(start));
        assert!(later.iter().all(is_archive), "{later:#?}");
        assert!(later.windows(2).all(|two| two[0] != two[1]), "{later:#?}");
        for request in &heard {
            let all = format!("{request:?}");
            assert_eq!((request.method.as_str(), &request.query), ("GET", &None), "{all}");
            assert!(request.body.is_empty(), "{all}");
            assert!(["cookie", "referer"].iter().all(|it| request.header(it).is_none()), "{all}");
        }
        // Nothing is kept where a server or another tab could get at it; what a cache holds is in `offline`.
        assert_eq!(visit.string("document.cookie").await?, "");
        let elsewhere = visit
            .eval(
                "Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])\
                 .then((all) => [...all.map((it) => it.length), sessionStorage.length])",
            )
            .await?;
        // The files of the build, and which build it is.
        assert_eq!(elsewhere, json!([0, 2, 1, 0]));
        let stored = visit.storage().await?.to_string();
        assert!(SECRETS.iter().all(|secret| stored.contains(secret)), "{stored}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_whole_journey_works_without_a_network() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.settled().await?;
        visit.kept().await?;
        visit.cdp("Network.enable", json!({})).await?;
        visit
            .cdp(
                "Network.emulateNetworkConditions",
                json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 }),
            )
            .await?;
        let reached = visit
            .eval("fetch('./nowhere').then(() => true, () => false)")
            .await?;
        assert_eq!(reached, Value::Bool(false), "the network is still there");
        visit.complaints().await?;
        whole_journey(visit).await?;
        assert_eq!(visit.record().await?["body"]["answers"]["A12"][0], "4");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_policy_keeps_the_page_from_talking_to_anybody_else() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        for attempt in [
            "fetch('http://localhost:1/').then(() => 'got through', () => 'stopped')",
            "new Promise((done) => { const image = new Image(); image.onload = () => done('got through'); \
             image.onerror = () => done('stopped'); image.src = 'http://localhost:1/x.png'; })",
            "new Promise((done) => { try { document.body.innerHTML = '<b>x</b>'; done('got through'); } \
             catch { done('stopped'); } })",
            "new Promise((done) => { const style = document.createElement('style'); style.textContent = 'h1 { color: red }'; \
             document.head.append(style); done(style.sheet ? 'got through' : 'stopped'); })",
        ] {
            assert_eq!(visit.string(attempt).await?, "stopped", "{attempt}");
        }
        let complaints = visit.complaints().await?;
        let stopped = complaints.iter().filter(|line| line.contains("Content Security Policy") || line.contains("TrustedHTML"));
        assert!(stopped.count() >= 3, "{complaints:#?}");
        Ok(())
    })
    .await
}

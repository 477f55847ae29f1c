//! One build after another at the same address: which one is shown when, and that none is older than what has run here.

use crate::harness::{Engine, Visit, dev_dist, dist, engines, visit_to};
use crate::offline::{comes_back_until, cut_off, eventually, files, kept, workshop_kept};
use anyhow::{Context, bail};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use xtask::{
    Result,
    server::{Answer, Server},
};

engines! {
    another_build_is_said_when_it_is_kept_and_shown_at_the_next_start: chromium firefox webkit;
    a_build_that_is_only_half_there_replaces_nothing: chromium firefox webkit;
    beside_a_new_page_an_old_one_is_left_alone_and_never_loaded_again: chromium firefox webkit;
    a_build_that_has_run_and_is_not_kept_is_followed_by_no_older_page: chromium firefox webkit;
    a_build_that_is_taken_back_is_shown_again: chromium firefox;
    a_language_that_was_kept_is_kept_of_the_next_build_too: chromium firefox;
    a_workshop_that_was_kept_is_kept_of_the_next_build_too: chromium firefox webkit;
    a_page_that_is_taken_away_is_gone: chromium firefox webkit;
    a_debug_build_sends_the_worker_of_an_earlier_build_away: chromium firefox;
}

pub const BUILD: &str = "document.documentElement.dataset.build ?? 'first'";

/// Loads the page again and holds which build shows it.
async fn shows_after_a_reload(visit: &Visit, build: &str) -> Result<()> {
    visit.reload().await?;
    visit.alive().await?;
    assert_eq!(visit.string(BUILD).await?, build);
    Ok(())
}

const PAGES: [&str; 2] = ["index.html", "de/index.html"];
/// What stands before the name of a build's cache in it.
const CACHE: &str = "CACHE=OURS+\"";
const WORKER: &str = "service-worker.js";
const STYLE: &str = "later-0123456789ab.css";
/// Whether the page says that a newer one is here.
const SAID: &str = "document.documentElement.hasAttribute('data-newer')";
/// The worker of a build that is kept whole, beside the one at work.
const WAITING: &str = "navigator.serviceWorker.getRegistration().then((it) => it.waiting)";
/// No worker is left, and nothing that one has kept.
const NOTHING: &str = "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then((all) => all.every((it) => it.length === 0))";

const GERMAN: &str = "document.documentElement.lang === 'de'";

/// A copy of a build.
pub fn copied(dist: &Path) -> Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    copy(dist, folder.path())?;
    Ok(folder)
}

fn copy(dist: &Path, folder: &Path) -> Result<()> {
    for entry in fs::read_dir(dist)? {
        let entry = entry?;
        let to = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir_all(&to)?;
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

/// The same app as another build: another style sheet, and pages that say which one they are.
pub fn deploy_another(folder: &Path) -> Result<()> {
    let style = fs::read_dir(folder)?
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .find(|name| name.starts_with("later-") && name.ends_with(".css"))
        .context("the app has no later style")?;
    fs::rename(folder.join(&style), folder.join(STYLE))?;
    let page = fs::read_to_string(folder.join("index.html"))?;
    let parts = page
        .split_once("data-parts=\"")
        .and_then(|(_, rest)| rest.get(..64));
    let parts = parts.context("the page says nothing of its parts")?.to_owned();
    for name in PAGES.into_iter().chain([WORKER]) {
        let text = fs::read_to_string(folder.join(name))?
            .replace(&style, STYLE)
            .replace(&parts, &"0123456789abcdef".repeat(4))
            .replacen("<html ", "<html data-build=\"another\" ", 1)
            .replace(CACHE, &format!("{CACHE}another "));
        if name == WORKER && !text.contains(CACHE) {
            bail!("the worker says its cache in another way");
        }
        put(folder, name, &text)?;
    }
    Ok(())
}

/// Replaces a file, also in its compressed forms.
fn put(folder: &Path, name: &str, text: &str) -> Result<()> {
    fs::write(folder.join(name), text)?;
    for end in ["br", "gz"] {
        let small = folder.join(format!("{name}.{end}"));
        if small.exists() {
            fs::remove_file(small)?;
        }
    }
    Ok(())
}

/// Somebody was here once, and then another build is put in place.
async fn after_a_visit(journey: impl AsyncFnOnce(&mut Visit, &Path) -> Result<()>) -> Result<()> {
    let folder = copied(&dist()?)?;
    let server = Server::builder(folder.path()).mount("/some/path/").start()?;
    visit_to(server, async |visit| {
        visit.enter("#/").await?;
        visit.kept().await?;
        assert_eq!(visit.string(BUILD).await?, "first");
        journey(visit, folder.path()).await
    })
    .await
}

async fn another_build_is_said_when_it_is_kept_and_shown_at_the_next_start() -> Result<()> {
    after_a_visit(async |visit, folder| {
        // Somebody else's, on the same host.
        visit.eval("Promise.all(['foreign', `oxymoron ${location.href}below/ x`].map((name) => caches.open(name))).then(() => 0)").await?;
        deploy_another(folder)?;
        shows_after_a_reload(visit, "first").await?;
        visit.wait_until(SAID).await?;
        visit.wait_for_text(".newer", "A new version of this page is here.").await?;
        visit.wait_for_text("#said", "A new version of this page is here.").await?;
        visit.eval("void (window.before = true)").await?;
        visit.click(".newer button").await?;
        visit.wait_until("!window.before && 'alive' in document.documentElement.dataset").await?;
        visit.alive().await?;
        assert_eq!(visit.string(BUILD).await?, "another");
        assert_eq!(visit.eval(SAID).await?, Value::Bool(false));

        // The old worker is at work for as long as a page of its is open; what it shows without a network is the new page.
        visit.complaints().await?;
        let here = cut_off(visit).await?;
        shows_after_a_reload(visit, "another").await?;
        visit.go("#/method").await?;
        visit.wait_for("main section").await?;
        assert_eq!(visit.eval("caches.keys().then((all) => all.length)").await?, json!(5));
        if visit.engine() == Engine::WebKit {
            return Ok(());
        }
        comes_back_until(
            visit,
            &here,
            "navigator.serviceWorker.getRegistration().then((it) => !it.waiting && it.active.state === 'activated')",
        )
        .await?;
        assert_eq!(visit.string(BUILD).await?, "another");
        let names: Vec<String> = serde_json::from_value(visit.eval("caches.keys()").await?)?;
        assert_eq!(names.len(), 4, "{names:?}");
        assert_eq!(names.iter().filter(|name| name.contains(" another ")).count(), 1, "{names:?}");
        assert_eq!(kept(visit, &here).await?, files(folder)?);
        visit.complaints().await.map(drop)
    })
    .await
}

async fn a_build_that_is_only_half_there_replaces_nothing() -> Result<()> {
    after_a_visit(async |visit, folder| {
        // The worker and the page of the next build are there before one of its files.
        deploy_another(folder)?;
        fs::remove_file(folder.join(STYLE))?;
        // Listened for before it is asked for: what fails at once is gone when the promise of `update` is heard.
        let failed = "navigator.serviceWorker.getRegistration().then((it) => new Promise((done) => { it.onupdatefound = () => { \
             const coming = it.installing; coming.onstatechange = () => done(coming.state === 'redundant'); }; \
             it.update().catch(() => undefined); }))";
        assert_eq!(visit.eval(failed).await?, Value::Bool(true));
        shows_after_a_reload(visit, "first").await?;
        // And before its page, which the host's own error page stands in for.
        fs::write(folder.join(STYLE), "a{}")?;
        put(folder, "index.html", "<!doctype html><title>Back soon</title><link rel=icon href=data:,>")?;
        assert_eq!(visit.eval(failed).await?, Value::Bool(true));
        assert_eq!(visit.eval(WAITING).await?, Value::Null);
        assert_eq!(visit.eval(SAID).await?, Value::Bool(false));
        cut_off(visit).await?;
        shows_after_a_reload(visit, "first").await?;
        visit.complaints().await.map(drop)
    })
    .await
}

async fn beside_a_new_page_an_old_one_is_left_alone_and_never_loaded_again() -> Result<()> {
    after_a_visit(async |visit, folder| {
        visit.answer("A01", "4").await?;
        let place = visit.fragment().await?;
        deploy_another(folder)?;
        let (old, new) = visit.new_tab().await?;
        visit.arrive(&place).await?;
        visit.alive().await?;
        assert_eq!(visit.string(BUILD).await?, "first");
        visit.wait_until(SAID).await?;
        shows_after_a_reload(visit, "another").await?;
        // What a later build would write, in the place of the record.
        let keys = visit.keys().await?;
        let key = keys
            .iter()
            .find(|key| key.contains("/assessment/"))
            .context("no record")?;
        let id = key.rsplit('/').next().context("no id")?;
        let later = format!(r#"{{"schema":7,"kind":"assessment","id":"{id}","what":["is","this"]}}"#);
        visit.store(key, &later).await?;

        // The old page was told as well, goes on, and does not touch it.
        visit.switch_to(&old).await?;
        assert_eq!(visit.string(BUILD).await?, "first");
        visit.wait_until(SAID).await?;
        visit.go("#/data").await?;
        assert_eq!(visit.stored(key).await?.as_deref(), Some(&*later));
        // Whatever is loaded from here on is the new one, in whatever tab, with a network and without.
        shows_after_a_reload(visit, "another").await?;
        visit.complaints().await?;
        let here = cut_off(visit).await?;
        for tab in [&new, &old] {
            visit.switch_to(tab).await?;
            visit.open_url("about:blank").await?;
            visit
                .open_url(&format!("{here}index.html?from=chat#/method"))
                .await?;
            visit.alive().await?;
            assert_eq!(visit.string(BUILD).await?, "another");
        }
        assert_eq!(visit.stored(key).await?.as_deref(), Some(&*later));
        visit.complaints().await.map(drop)
    })
    .await
}

async fn a_build_that_has_run_and_is_not_kept_is_followed_by_no_older_page() -> Result<()> {
    after_a_visit(async |visit, folder| {
        // Its worker is not there yet, but the page of a language that is not kept.
        visit.server.fail(WORKER);
        deploy_another(folder)?;
        let here = visit.server.url().to_owned();
        visit.open_url(&format!("{here}de/#/")).await?;
        visit.wait_until(GERMAN).await?;
        visit.alive().await?;
        assert_eq!(visit.string(BUILD).await?, "another");
        visit.arrive("#/").await?;
        visit.alive().await?;
        assert_eq!(visit.string(BUILD).await?, "another");
        // Without a network there is no page then, where the old one would be.
        visit
            .server
            .answer("/", Answer::page(503, "<!doctype html><title>No</title>"));
        let shown = "fetch('./').then(async (it) => (await it.text()).includes('data-parts'))";
        assert_eq!(visit.eval(shown).await?, Value::Bool(false));
        visit.server.behave();

        // Once it is kept, all is as ever.
        visit.reload().await?;
        visit.alive().await?;
        // Chromium takes up to half a minute to ask again by itself for a worker that it was refused.
        let asked = "navigator.serviceWorker.getRegistration().then((it) => it.waiting ?? it.update().then(() => it.waiting, () => null))";
        eventually(visit, asked).await?;
        visit.complaints().await?;
        cut_off(visit).await?;
        shows_after_a_reload(visit, "another").await?;
        visit.complaints().await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_page_that_was_loaded_past_the_worker_tells_it() -> Result<()> {
    after_a_visit(async |visit, folder| {
        visit.server.fail(WORKER);
        deploy_another(folder)?;
        visit.cdp("Page.reload", json!({ "ignoreCache": true })).await?;
        visit.wait_until(&format!("{BUILD} === 'another'")).await?;
        visit.alive().await?;
        assert_eq!(visit.eval("navigator.serviceWorker.controller").await?, Value::Null);
        eventually(visit, "caches.match('./?newest').then((it) => it.text()).then((it) => it === document.documentElement.dataset.parts)").await?;
        visit.arrive("#/").await?;
        visit.alive().await?;
        assert_eq!(visit.string(BUILD).await?, "another");
        visit.complaints().await.map(drop)
    })
    .await
}

async fn a_build_that_is_taken_back_is_shown_again() -> Result<()> {
    after_a_visit(async |visit, folder| {
        deploy_another(folder)?;
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_until(SAID).await?;
        shows_after_a_reload(visit, "another").await?;
        copy(&dist()?, folder)?;
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_until(SAID).await?;
        shows_after_a_reload(visit, "first").await?;
        visit.complaints().await.map(drop)
    })
    .await
}

async fn a_language_that_was_kept_is_kept_of_the_next_build_too() -> Result<()> {
    after_a_visit(async |visit, folder| {
        let german = format!("{}de/#/", visit.server.url());
        visit.open_url(&german).await?;
        visit.wait_until(GERMAN).await?;
        visit.alive().await?;
        eventually(
            visit,
            "caches.match(new URL(location.pathname, location), { ignoreVary: true })",
        )
        .await?;
        // Somebody is on another page when the next build is kept.
        deploy_another(folder)?;
        visit.arrive("#/").await?;
        visit.alive().await?;
        visit.wait_until(SAID).await?;
        visit.complaints().await?;
        cut_off(visit).await?;
        visit.open_url(&german).await?;
        visit.wait_until(GERMAN).await?;
        visit.alive().await?;
        assert_eq!(visit.string(BUILD).await?, "another");
        visit.complaints().await.map(drop)
    })
    .await
}

async fn a_workshop_that_was_kept_is_kept_of_the_next_build_too() -> Result<()> {
    after_a_visit(async |visit, folder| {
        visit.go("#/workshop").await?;
        let promise = workshop_kept()?;
        eventually(visit, &promise).await?;
        deploy_another(folder)?;
        shows_after_a_reload(visit, "first").await?;
        visit.wait_until(SAID).await?;
        let of_another = promise.replace(
            "names.map",
            "names.filter((name) => name.includes('another')).map",
        );
        eventually(visit, &of_another).await?;
        visit.complaints().await.map(drop)
    })
    .await
}

async fn a_page_that_is_taken_away_is_gone() -> Result<()> {
    after_a_visit(async |visit, folder| {
        put(folder, WORKER, include_str!("../../src/build/unregister.js"))?;
        put(
            folder,
            "index.html",
            "<!doctype html><title>Gone</title><link rel=icon href=data:,><h1>This page has moved</h1>",
        )?;
        // Once more from what was kept; then it goes by itself. WebKitGTK has the worker leave, and the page stay until it is loaded again.
        visit.reload().await?;
        if visit.engine() == Engine::WebKit {
            eventually(visit, NOTHING).await?;
            visit.reload().await?;
        }
        // Asked of a page that is about to be sent on, Firefox's driver would wait for an answer that never comes.
        visit.wait_for_text("h1", "This page has moved").await?;
        eventually(visit, NOTHING).await?;
        visit.complaints().await.map(drop)
    })
    .await
}

async fn a_debug_build_sends_the_worker_of_an_earlier_build_away() -> Result<()> {
    after_a_visit(async |visit, folder| {
        for name in PAGES.into_iter().chain([WORKER]) {
            put(folder, name, "")?;
        }
        copy(&dev_dist()?, folder)?;
        visit.arrive("#/").await?;
        visit
            .wait_until("'alive' in document.documentElement.dataset && !navigator.serviceWorker.controller")
            .await?;
        assert_eq!(
            visit
                .string("document.documentElement.dataset.serviceWorker")
                .await?,
            ""
        );
        comes_back_until(visit, visit.server.url(), NOTHING).await
    })
    .await
}

//! A page that was open once loads again without a network, and what is kept for that is files of the build and nothing else.

use crate::harness::workshops::{code, record, response, workshop};
use crate::harness::{NEXT, PATIENCE, Visit, dist, engines, visit, visit_to};
use crate::scan::give_picture;
use crate::workshop_console::{ID, console, paste, stored};
use anyhow::{Context, bail};
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::Instant;
use xtask::{
    Result,
    server::{Answer, Server},
};

engines! {
    half_an_assessment_comes_back_without_a_server: chromium firefox webkit;
    a_workshop_comes_back_to_its_vote_without_a_server: chromium firefox webkit;
    who_came_for_a_workshop_has_it_without_a_server: chromium firefox webkit;
    what_is_kept_is_files_of_the_build_and_no_answer: chromium firefox;
    the_worker_is_asked_for_anew_and_stands_under_the_policy: chromium firefox;
    a_second_visit_asks_the_network_for_no_page: chromium firefox webkit;
    without_service_workers_nothing_changes: chromium firefox;
}

/// The address of everything in the caches of builds, with its size in bytes.
const KEPT: &str = "caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith('oxymoron ')).map(async (name) => { const cache = await caches.open(name); \
     return Promise.all((await cache.keys()).map(async ({ url }) => \
     [url, (await (await cache.match(url, { ignoreVary: true })).arrayBuffer()).byteLength])); }))).then((all) => all.flat())";

/// The address of the app's script.
pub const SCRIPT: &str =
    "performance.getEntriesByType('resource').map(({ name }) => name).find((name) => name.endsWith('.js'))";

/// The names in `dist` of what is loaded where somebody goes, and kept then: of a `part` that is in their names, and not of many rooms alone.
fn on_demand(dist: &Path, part: &str) -> Result<Vec<String>> {
    let names = fs::read_dir(dist)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<Result<Vec<_>>>()?;
    names.retain(|name| {
        let ours = name.starts_with(part) || name.starts_with("shared-") && name.contains(part);
        let language = name.ends_with(".txt") && !name.starts_with(&format!("{part}en-"));
        ours && !language && ![".br", ".gz"].iter().any(|end| name.ends_with(end))
    });
    names.sort();
    assert!(!names.is_empty(), "{part}");
    Ok(names)
}

/// Whether all files are kept that only workshops have.
pub fn workshop_kept() -> Result<String> {
    part_kept("workshop-")
}

/// Whether all files are kept that come where somebody goes, of a `part` that is in their names.
fn part_kept(part: &str) -> Result<String> {
    let count = on_demand(&dist()?, part)?.len();
    Ok(format!(
        "caches.keys().then((names) => Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).filter(({{ url }}) => \
         /{part}(.*-)?[0-9a-f]{{12}}\\./.test(url)).length))).then((counts) => counts.includes({count}))"
    ))
}

/// Waits until a promise is of something true. Asked for anew each time: Firefox runs each script in a world of its own, which
/// ends with it.
pub async fn eventually(visit: &Visit, promise: &str) -> Result<()> {
    let start = Instant::now();
    loop {
        match visit.eval(&format!("({promise}).then((it) => !!it)")).await {
            Ok(Value::Bool(true)) => return Ok(()),
            // WebKitGTK's driver says so where the page is sent on meanwhile.
            Err(error) if !format!("{error:#}").contains("before the unload event") => return Err(error),
            _ => {}
        }
        if start.elapsed() > PATIENCE {
            bail!(
                "still not true after {PATIENCE:?}: {promise}\n{}",
                visit.shows().await
            );
        }
    }
}

/// Leaves the page and comes back until a promise is of something true: a browser takes its time to let go of a page that is gone.
pub async fn comes_back_until(visit: &Visit, url: &str, promise: &str) -> Result<()> {
    let start = Instant::now();
    loop {
        visit.open_url("about:blank").await?;
        visit.open_url(url).await?;
        visit.alive().await?;
        if visit.eval(promise).await? == Value::Bool(true) {
            return Ok(());
        }
        if start.elapsed() > PATIENCE {
            bail!("still not true after coming back for {PATIENCE:?}: {promise}");
        }
    }
}

/// The server of the page stops, and the browser forgets what it keeps by itself. Where the page was.
pub async fn cut_off(visit: &mut Visit) -> Result<String> {
    let here = visit.server.url().to_owned();
    visit.lose_server()?;
    visit.forget_cache().await?;
    let reached = visit
        .eval("fetch('./nowhere').then(() => true, () => false)")
        .await?;
    assert_eq!(reached, Value::Bool(false), "the network is still there");
    // Of this attempt; from here on nothing is asked for in vain.
    visit.complaints().await?;
    Ok(here)
}

/// The files of a build that somebody's browser loads by itself, with their sizes, and the page under the name that stands for it.
pub fn files(dist: &Path) -> Result<BTreeMap<String, u64>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(dist)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let other = [".br", ".gz"].iter().any(|end| name.ends_with(end))
            || [
                "_headers",
                "service-worker.js",
                "404.html",
                "SHA256SUMS",
                "oxymoron.html",
            ]
            .contains(&name.as_str())
            || [
                "scan",
                "archive-",
                "rooms-",
                "workshop-",
                "shared-archive-",
                "shared-rooms-",
            ]
            .iter()
            .any(|on_demand| name.starts_with(on_demand))
            || (name.ends_with(".txt") && !name.starts_with("en-") && !name.starts_with("later-en-"))
            || entry.file_type()?.is_dir();
        if !other {
            let name = if name == "index.html" { String::new() } else { name };
            files.insert(name, entry.metadata()?.len());
        }
    }
    Ok(files)
}

/// What the caches hold, by address below `here`.
pub async fn kept(visit: &Visit, here: &str) -> Result<BTreeMap<String, u64>> {
    let pairs: Vec<(String, u64)> = serde_json::from_value(visit.eval(KEPT).await?)?;
    pairs
        .into_iter()
        .map(|(url, size)| {
            let name = url.strip_prefix(here).with_context(|| url.clone())?;
            Ok((name.to_owned(), size))
        })
        .collect()
}

async fn half_an_assessment_comes_back_without_a_server() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.answer("A01", "3").await?;
        visit.follow(NEXT).await?;
        visit.answer("A02", "2").await?;
        visit.kept().await?;
        let step = visit.fragment().await?;
        let here = cut_off(visit).await?;

        visit.reload().await?;
        visit.alive().await?;
        assert_eq!(visit.fragment().await?, step);
        assert!(visit.checked("A02", "2").await?);
        visit.follow(NEXT).await?;
        visit.answer("A03", "5").await?;
        visit.go("#/method").await?;
        visit.wait_for("main section").await?;

        // A tab that the browser threw away, by the other name of the page.
        visit.kill_tab().await?;
        visit.open_url(&format!("{here}index.html#/")).await?;
        visit.alive().await?;
        visit.wait_for_text(".record", "3 of 12 answered").await?;
        Ok(())
    })
    .await
}

async fn a_workshop_comes_back_to_its_vote_without_a_server() -> Result<()> {
    let server = Server::builder(dist()?).mount("/some/sub/path/").start()?;
    visit_to(server, async |visit| {
        let mut workshop = workshop(ID << 32, 6, &["Leader", "Seller"])?;
        workshop.apply(Change::WentTo(Stage::Vote), workshop.created);
        let (key, text) = record(&workshop);
        visit.seed(&[(&key, &text)]).await?;
        visit.enter("#/").await?;
        visit.kept().await?;
        visit.go(&console(workshop.id)).await?;
        visit.wait_for_text(".console-head", "Can be reloaded").await?;
        // A console that collects has the reader of QR codes fetched, and from then on it is kept as well.
        eventually(
            visit,
            &format!("{KEPT}.then((all) => all.filter(([url]) => url.includes('/scan')).length === 3)"),
        )
        .await?;
        let here = cut_off(visit).await?;

        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for_text("#stage", "Vote").await?;
        visit.wait_for_text(".console-head", "Can be reloaded").await?;
        let pasted = code(&workshop, 1, &response(&workshop, 1, Some(1), "123451234512")?, 1)?;
        paste(visit, &pasted).await?;
        visit.wait_for_text(".health-figures", "1 of 6 in").await?;
        assert_eq!(stored(visit, workshop.id).await?.first.responses().len(), 1);

        // From a picture, too.
        give_picture(
            visit,
            &code(&workshop, 1, &response(&workshop, 2, None, "543215432154")?, 2)?,
        )
        .await?;
        visit.wait_for_text(".health-figures", "2 of 6 in").await?;

        // What a participant opens, in another tab.
        visit.new_tab().await?;
        visit
            .open_url(&format!("{here}#/join/{}", workshop.invite().seal()))
            .await?;
        visit.alive().await?;
        visit.wait_for_text("main h1", "You are invited").await?;
        Ok(())
    })
    .await
}

async fn who_came_for_a_workshop_has_it_without_a_server() -> Result<()> {
    visit(async |visit| {
        let workshop = workshop(ID << 32, 6, &[])?;
        let place = format!("#/join/{}", workshop.invite().seal());
        visit.enter(&place).await?;
        visit.wait_for_text("main h1", "You are invited").await?;
        visit.kept().await?;
        // It was loaded before there was a worker.
        eventually(visit, &workshop_kept()?).await?;
        cut_off(visit).await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for_text("main h1", "You are invited").await
    })
    .await
}

async fn what_is_kept_is_files_of_the_build_and_no_answer() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.kept().await?;
        let dist = dist()?;
        let everybody = files(&dist)?;
        assert_eq!(kept(visit, visit.server.url()).await?, everybody);
        visit.answer("A01", "4").await?;
        let workshop = workshop(ID << 32, 6, &[])?;
        let sealed = code(&workshop, 1, &response(&workshop, 1, None, "123451234512")?, 1)?;
        for place in [
            format!("#/answer/{sealed}"),
            format!("?from=chat#/join/{}", workshop.invite().seal()),
            "index.html#/data".to_owned(),
        ] {
            visit.enter(&place).await?;
        }
        // A file that is none of ours, and one that a host shows instead of a missing one.
        visit.eval("Promise.all([fetch('./service-worker.js'), fetch('./later-0123456789ab.css')]).then(() => 0)").await?;
        for part in ["archive-", "workshop-"] {
            eventually(visit, &part_kept(part)?).await?;
        }
        let mut kept = kept(visit, visit.server.url()).await?;
        let others: BTreeSet<_> = kept.keys().filter(|name| !everybody.contains_key(*name)).cloned().collect();
        let gone_to = ["archive-", "workshop-"].map(|part| on_demand(&dist, part));
        let gone_to: Vec<_> = gone_to.into_iter().collect::<Result<_>>()?;
        assert_eq!(others, gone_to.into_iter().flatten().collect());
        kept.retain(|name, _| everybody.contains_key(name));
        assert_eq!(kept, everybody);
        // Beside them only which build is the newest: the name of its cache.
        let notes = visit
            .eval(
                "caches.keys().then((names) => Promise.all(names.map(async (name) => name.startsWith('oxymoron ') ? name : \
                 [(await (await caches.open(name)).keys()).length, await (await caches.match('./?newest', { cacheName: name })).text()])))",
            )
            .await?;
        let notes = notes.as_array().cloned().unwrap_or_default();
        let builds: Vec<_> = notes.iter().filter(|it| it.is_string()).collect();
        let others: Vec<_> = notes.iter().filter(|it| !it.is_string()).collect();
        assert_eq!(json!(others), json!([[1, builds[0]]]), "{notes:?}");
        assert_eq!(builds.len(), 1, "{notes:?}");
        visit.complaints().await.map(drop)
    })
    .await
}

async fn the_worker_is_asked_for_anew_and_stands_under_the_policy() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        let headers = visit
            .eval(
                "fetch('./service-worker.js').then(({ headers }) => ['content-type', 'cache-control', 'content-security-policy']\
                 .map((name) => headers.get(name).split(';')[0]))",
            )
            .await?;
        assert_eq!(headers, json!(["text/javascript", "no-cache", "default-src 'none'"]));
        // No script of the page, inline or not, may stand in for it.
        let other = SCRIPT;
        let started = visit
            .eval(&format!("navigator.serviceWorker.register({other}).then(() => 'started', () => 'stopped')"))
            .await?;
        assert_eq!(started, "stopped");
        visit.complained(2).await.map(drop)
    })
    .await
}

async fn a_second_visit_asks_the_network_for_no_page() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.answer("A01", "4").await?;
        visit.kept().await?;
        let _gate = visit.server.hold("");
        visit.server.forget();
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for_text(".record", "1 of 12 answered").await?;
        // Only whether there is another build, beside it.
        visit.server.wait_for("/service-worker.js", PATIENCE).await?;
        let asked = visit.server.requests();
        assert!(
            asked.iter().all(|request| request.path == "/service-worker.js"),
            "{asked:?}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_others_answer_does_not_replace_the_kept_page() -> Result<()> {
    const PORTAL: &str = "<!doctype html><html lang=en><title>Welcome</title><link rel=icon href=data:,><h1>Log in to go on</h1>";
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.answer("A01", "4").await?;
        visit.kept().await?;
        let mut answers: Vec<Answer> = [200, 202, 401, 403, 404, 407, 410, 429, 451, 500, 502, 503]
            .map(|status| Answer::page(status, PORTAL))
            .into();
        answers.push(Answer {
            status: 302,
            location: Some("/portal".to_owned()),
            body: String::new(),
        });
        for answer in answers {
            let said = format!("{answer:?}");
            visit.server.answer("/", answer);
            visit.server.forget();
            visit.reload().await.with_context(|| said.clone())?;
            visit.alive().await.with_context(|| said.clone())?;
            visit.wait_for_text(".record", "1 of 12 answered").await?;
            // A page that is not kept is asked for; what comes is none of ours.
            let here = visit.server.url().to_owned();
            visit
                .open_url(&format!("{here}de/"))
                .await
                .with_context(|| said.clone())?;
            visit.alive().await.with_context(|| said.clone())?;
            assert_eq!(
                visit.string("location.pathname + location.search").await?,
                "/?kept",
                "{said}"
            );
            let asked = visit.server.requests();
            assert!(
                asked.iter().any(|request| request.path == "/de/"),
                "{said}: {asked:?}"
            );
            assert!(
                asked
                    .iter()
                    .all(|request| request.path != "/" && request.path != "/portal"),
                "{said}: {asked:?}"
            );
            visit.server.behave();
        }
        // The browser notes the failed attempts.
        visit.complaints().await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_page_that_is_not_kept_is_shown_as_it_comes() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.kept().await?;
        // Somebody has emptied the caches by hand, and the worker is still there.
        visit.eval("caches.keys().then((all) => Promise.all(all.map((name) => caches.delete(name)))).then(() => 0)").await?;
        visit
            .server
            .answer("/", Answer::page(403, "<!doctype html><title>No</title><link rel=icon href=data:,><h1>Not here</h1>"));
        visit.reload().await?;
        visit.wait_for_text("h1", "Not here").await?;
        visit.server.behave();
        visit.reload().await?;
        visit.alive().await?;
        // And everything is kept anew.
        eventually(visit, "caches.match('./', { ignoreVary: true })").await?;
        cut_off(visit).await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.complaints().await.map(drop)
    })
    .await
}

async fn without_service_workers_nothing_changes() -> Result<()> {
    visit(async |visit| {
        for (number, missing) in [
            "if (isSecureContext) ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'))",
            "if (isSecureContext) ServiceWorkerContainer.prototype.register = () => { throw new DOMException('no', 'SecurityError'); }",
            "Object.defineProperty(Navigator.prototype, 'serviceWorker', { configurable: true, \
             get() { throw new DOMException('no', 'SecurityError'); } })",
            "delete Navigator.prototype.serviceWorker",
        ]
        .into_iter()
        .enumerate()
        {
            visit.move_house().await?;
            visit.before_load(missing).await?;
            let workshop = workshop(ID << 32, 6, &[])?;
            let (key, text) = record(&workshop);
            visit.seed(&[(&key, &text)]).await?;
            visit.enter(&console(workshop.id)).await?;
            visit.eval("new Promise((idle) => requestIdleCallback(() => setTimeout(idle)))").await?;
            let head = visit.text(".console-head").await?;
            assert!(head.contains("Sheet and files") && !head.contains("reloaded"), "{number}: {head}");
            visit.go("#/").await?;
            visit.answer("A01", "3").await?;
            assert_eq!(visit.eval("caches.keys().then((all) => all.length)").await?, json!(0), "{number}");
            let asked = visit.server.requests();
            assert!(asked.iter().all(|request| request.path != "/service-worker.js"), "{number}: {asked:?}");
        }
        Ok(())
    })
    .await
}

//! What can go wrong, in each engine: what is kept and what the page says. `docs/faults.md` is the table of it, and each test here is
//! one row of it in one engine. With `OXYMORON_FAULTS=write` the tests write what they see.

mod hosts;
mod page;
mod room;
mod storage;
mod table;

use crate::harness::{Engine, Profile, Visit, engine, visit_on};
use table::Cell;
use xtask::Result;

/// Makes a test of each fault in each engine that plays it, and the list of all of them. An engine that does not says why.
macro_rules! faults {
    ($($test:ident in $place:ident, $name:literal: $($engine:ident)+ $(, not $other:ident: $reason:literal)*;)+) => {
        $(
            mod $test {
                use super::*;
                $(
                    #[tokio::test]
                    async fn $engine() -> Result<()> {
                        engine::$engine(|| table::hold($name, stringify!($engine), super::$place::$test())).await
                    }
                )+
            }
        )+

        /// Each fault with what each engine is to it: nothing if it plays it, otherwise why it does not.
        const ALL: &[(&str, &[(&str, &str)])] = &[
            $(($name, &[$((stringify!($engine), ""),)+ $((stringify!($other), $reason)),*])),+
        ];
    };
}

faults! {
    tab_killed in storage, "the tab's process is killed right after an answer": chromium firefox,
        not webkit: "not played: its driver ends with the process";
    storage_full in storage, "storage is full": chromium firefox webkit;
    storage_blocked in storage, "storage is switched off": firefox webkit,
        not chromium: "not played: has no such setting but that of the next row";
    cookies_off in storage, "the browser lets no site keep anything (cookies off)": chromium firefox,
        not webkit: "not played: its small browser has no such setting";
    private_window in storage, "a private window": chromium firefox webkit;
    two_tabs in storage, "one assessment in two tabs": chromium firefox webkit;
    record_damaged in storage, "a record is damaged": chromium firefox webkit;
    record_newer in storage, "a record is of a newer version": chromium firefox webkit;
    download_refused in storage, "the browser refuses a download": chromium,
        not firefox: "not played: nothing tells its driver to refuse one", not webkit: "not played: its driver handles no download";
    two_consoles in room, "one workshop at two consoles": chromium firefox webkit;
    hostile_paste in room, "two million characters that are no code are pasted with one that is": chromium firefox webkit;
    panicked in page, "the app breaks, and breaks again": chromium firefox webkit;
    translated in page, "the page is translated before and while it runs": chromium firefox webkit;
    changed in page, "an extension or a host changes the page before it runs": chromium firefox webkit;
    script_blocked in page, "the page's script does not come": chromium firefox webkit;
    scripts_off in page, "scripts are switched off": chromium,
        not firefox: "not played: its driver runs none then either", not webkit: "not played: its driver runs none then either";
    wasm_blocked in page, "WebAssembly is switched off": chromium firefox webkit;
    half_deployment in hosts, "a first visit finds half a deployment: a file of it is missing": chromium firefox webkit;
    half_deployment_later in hosts, "a later visit finds half a deployment: another worker, and no page": chromium firefox webkit;
    stale_worker in hosts, "a later visit finds another build, and the worker is of the old one": chromium firefox webkit;
    gateway in hosts, "a gateway answers in the place of a file, at a first visit": chromium firefox webkit;
    host_answers in hosts, "the host answers a later visit with 403, 404, 407, 429, 451, 500, 503 or another page": chromium firefox webkit;
    host_gone in hosts, "the host is gone at a later visit": chromium firefox webkit;
}

/// One journey into a fault. It ends with what the page says; `kept` is what the journey has shown to be there.
async fn cell(kept: &'static str, journey: impl AsyncFnOnce(&mut Visit) -> Result<String>) -> Result<Cell> {
    cell_on(Profile::new()?, kept, journey).await
}

/// The same, with a profile of its own.
async fn cell_on(
    profile: Profile,
    kept: &'static str,
    journey: impl AsyncFnOnce(&mut Visit) -> Result<String>,
) -> Result<Cell> {
    let mut told = None;
    visit_on(profile, crate::harness::serve()?, async |visit| {
        told = Some(journey(visit).await?);
        // A fault is complained about, and WebKitGTK's page complains for as long as it is there.
        visit.open_url("about:blank").await?;
        visit.complaints().await.map(drop)
    })
    .await?;
    Ok(Cell::new(kept, &told.unwrap_or_default()))
}

/// The words of an element that are seen, without those of its buttons and links.
async fn said(visit: &Visit, css: &str) -> Result<String> {
    visit
        .string(&format!(
            "(() => {{ const it = document.querySelector('{css}'); const parts = [...it.querySelectorAll('p, h2')]; \
             const seen = (it) => it.checkVisibility({{ visibilityProperty: true }}); \
             const words = (it) => [...it.querySelectorAll('button, a')].reduce((text, way) => text.replace(way.innerText, ''), it.innerText).replace(/\\s*·\\s*$/, '') + (it.tagName === 'H2' ? '.' : ''); \
             return (parts.length ? parts : [it]).filter(seen).map(words).filter((words) => /[a-z]/i.test(words)).join(' '); }})()"
        ))
        .await
}

#[test]
fn the_table_is_of_these_faults_and_engines() -> Result<()> {
    table::is_whole(ALL)
}

/// What an engine is called in the table.
const fn heading(engine: Engine) -> &'static str {
    match engine {
        Engine::Chromium => "Chromium",
        Engine::Firefox => "Firefox",
        Engine::WebKit => "WebKitGTK",
    }
}

//! axe finds nothing on any screen, light or dark, wide or narrow.

use crate::{
    harness::{NEXT, Visit, visit},
    screens::{self, EMPTY, FILLED, OVER_TIME, Screen},
};
use std::fmt::Write;
use xtask::Result;

/// How a screen is looked at.
#[derive(Clone, Copy)]
struct Look {
    scheme: &'static str,
    width: u32,
}

const LOOKS: [Look; 3] = [
    Look {
        scheme: "light",
        width: 1280,
    },
    Look {
        scheme: "dark",
        width: 1280,
    },
    Look {
        scheme: "light",
        width: 320,
    },
];

/// Runs axe on what is shown, in every look, with every fold as it is and then with all of them open, and notes what it finds.
async fn look_at(visit: &Visit, name: &str, found: &mut String) -> Result<()> {
    for folds in ["as they are", "open"] {
        if folds == "open" {
            let opened = visit
                .eval("(() => { const closed = document.querySelectorAll('main details:not([open])'); closed.forEach((it) => it.open = true); return closed.length; })()")
                .await?;
            if opened == 0 {
                return Ok(());
            }
        }
        for Look { scheme, width } in LOOKS {
            visit.color_scheme(scheme).await?;
            visit.viewport(width, 800).await?;
            for line in visit.axe().await? {
                writeln!(found, "{name}, {scheme}, {width} px, folds {folds}: {line}")?;
            }
        }
    }
    Ok(())
}

async fn check(visit: &Visit, shown: &[Screen]) -> Result<()> {
    let mut found = String::new();
    for screen in shown {
        screens::show(visit, *screen).await?;
        look_at(visit, screen.0, &mut found).await?;
    }
    assert!(found.is_empty(), "{found}");
    Ok(())
}

#[tokio::test]
async fn no_barrier_where_nothing_is_stored() -> Result<()> {
    visit(async |visit| check(visit, &EMPTY).await).await
}

#[tokio::test]
async fn no_barrier_on_the_way() -> Result<()> {
    visit(async |visit| {
        screens::seed(visit).await?;
        check(visit, &FILLED[..6]).await
    })
    .await
}

#[tokio::test]
async fn no_barrier_beside_the_way() -> Result<()> {
    visit(async |visit| {
        screens::seed(visit).await?;
        check(visit, &FILLED[6..11]).await
    })
    .await
}

#[tokio::test]
async fn no_barrier_over_time() -> Result<()> {
    visit(async |visit| {
        screens::seed(visit).await?;
        check(visit, &OVER_TIME).await
    })
    .await
}

#[tokio::test]
async fn no_barrier_at_the_doors_and_in_a_plan() -> Result<()> {
    visit(async |visit| {
        screens::seed(visit).await?;
        check(visit, &FILLED[12..]).await
    })
    .await
}

#[tokio::test]
async fn no_barrier_in_a_result() -> Result<()> {
    visit(async |visit| {
        screens::seed(visit).await?;
        check(visit, &FILLED[11..12]).await
    })
    .await
}

#[tokio::test]
async fn no_barrier_in_the_notices() -> Result<()> {
    visit(async |visit| {
        let mut found = String::new();
        // The offer to undo, and the question before everything goes.
        screens::seed(visit).await?;
        visit.enter("#/data").await?;
        visit.click(".whole-lot .button-quiet").await?;
        visit.wait_for(".confirm").await?;
        visit.click(".data-table button:last-child").await?;
        visit.wait_for(".undo").await?;
        look_at(visit, "undo", &mut found).await?;
        visit.quiet().await?;

        // The app that did not come.
        visit.move_house().await?;
        visit.server.fail(".wasm");
        visit.arrive("#/").await?;
        visit
            .wait_until("document.querySelector('#failed').checkVisibility()")
            .await?;
        look_at(visit, "failed", &mut found).await?;
        visit.complaints().await?;

        // The app that broke.
        visit.move_house().await?;
        visit.enter("#/").await?;
        visit
            .eval("void (document.documentElement.dataset.broken = '')")
            .await?;
        look_at(visit, "broken", &mut found).await?;

        // Storage that is blocked, and an answer that is not saved.
        visit
            .before_load("Object.defineProperty(window, 'localStorage', { value: null })")
            .await?;
        visit.enter("#/new").await?;
        visit.choose("A01", "2").await?;
        visit.follow(NEXT).await?;
        visit.wait_for(".notices .notice").await?;
        look_at(visit, "blocked", &mut found).await?;
        assert!(found.is_empty(), "{found}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn no_barrier_in_any_language() -> Result<()> {
    visit(async |visit| {
        let mut found = String::new();
        for language in &*screens::TRANSLATIONS {
            visit.move_house().await?;
            screens::speak(visit, language).await?;
            screens::seed(visit).await?;
            for screen in FILLED.iter().chain(&OVER_TIME) {
                screens::show(visit, *screen).await?;
                for (scheme, width) in [("light", 360), ("dark", 1280)] {
                    visit.color_scheme(scheme).await?;
                    visit.viewport(width, 800).await?;
                    for line in visit.axe().await? {
                        writeln!(found, "{} in {language}, {scheme}, {width} px: {line}", screen.0)?;
                    }
                }
            }
        }
        assert!(found.is_empty(), "{found}");
        Ok(())
    })
    .await
}

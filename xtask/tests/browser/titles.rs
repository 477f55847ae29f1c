//! What the window is called: on every way, in every state, something true, and never the same for two screens.

use crate::{
    harness::{
        Visit, engines,
        records::{ID, OTHER, assessment, key},
        visit,
    },
    screens,
};
use serde_json::json;
use std::collections::BTreeMap;
use xtask::Result;

engines! {
    every_screen_has_a_title_of_its_own: chromium firefox;
    a_title_follows_what_is_done_on_the_screen: chromium firefox;
    a_printed_guide_is_called_so_and_its_day: chromium;
    a_step_that_is_not_asked_is_no_missing_assessment: chromium firefox;
}

const END: &str = " · Oxymoron";

/// The title without the name of the site.
async fn title(visit: &Visit) -> Result<String> {
    let title = visit.string("document.title").await?;
    Ok(title.strip_suffix(END).unwrap_or(&title).to_owned())
}

/// Each address, and what its title has to say.
fn all() -> Vec<(String, Vec<&'static str>)> {
    let mut all = vec![(
        "#/".to_owned(),
        vec!["Is sales innovation an oxymoron where you work?"],
    )];
    for (id, name) in [(ID, "Verkaufsinnovations"), (OTHER, "South")] {
        for (step, words) in [
            ("A01", "Change is our job"),
            ("A05", "Learning from failure"),
            ("A12", "Ops and enablement"),
        ] {
            all.push((format!("#/assess/{id}/{step}"), vec![words, name]));
        }
        all.push((format!("#/results/{id}"), vec![name, "stands"]));
    }
    for (step, words) in [
        ("K1", "Customer problem before product"),
        ("K2", "Their interest before our order"),
        ("K3", "New approach instead of more volume"),
        ("K4", "Meetings worth the customer’s time"),
        ("K5", "Help customers buy"),
        ("K6", "Quota attainment"),
        ("K7", "We change as we ask customers to"),
    ] {
        all.push((format!("#/assess/{OTHER}/{step}"), vec![words, "South"]));
    }
    all.push((
        format!("#/plan/{ID}"),
        vec!["Choose one area", "Verkaufsinnovations"],
    ));
    all.push((
        format!("#/plan/{OTHER}"),
        vec!["Start with: Debate and experiments", "South"],
    ));
    all.push((format!("#/compare/{ID}/{OTHER}"), vec!["What changed"]));
    all.push((format!("#/compare/{OTHER}/{ID}"), vec!["What changed"]));
    all.push((format!("#/compare/{ID}/{OTHER}/views"), vec!["Two views"]));
    let plain = [
        ("#/history", "Over time"),
        ("#/method", "Method"),
        ("#/privacy", "Privacy"),
        ("#/data", "My data"),
        ("#/take", "Take it out, bring it in"),
        ("#/example", "an example organisation"),
        ("#/example/plan", "an example organisation"),
        ("#/workshop", "Workshop"),
        ("#/join", "invite"),
        ("#/nowhere", "There is no such page"),
    ];
    all.extend(plain.map(|(address, words)| (address.to_owned(), vec![words])));
    all
}

async fn every_screen_has_a_title_of_its_own() -> Result<()> {
    visit(async |visit| {
        screens::seed(visit).await?;
        visit.enter("#/").await?;
        let mut known = BTreeMap::new();
        for (address, words) in all() {
            if !known.is_empty() {
                visit.go(&address).await?;
            }
            let title = title(visit).await?;
            for word in words {
                assert!(
                    title.contains(word),
                    "{address} is called {title:?}, without {word:?}"
                );
            }
            let other = known.insert(title.clone(), address.clone());
            assert_eq!(other, None, "{address} is called {title:?} as well");
        }
        visit.go("#/").await?;
        assert_eq!(
            known.get(&title(visit).await?).map(String::as_str),
            Some("#/"),
            "on the way back, too"
        );
        // What is not there says so, on whatever way one comes.
        for way in ["assess", "results", "plan", "next"] {
            visit.go(&format!("#/{way}/00000000000000ff")).await?;
            assert_eq!(
                title(visit).await?,
                "This assessment is not on this device",
                "{way}"
            );
        }
        Ok(())
    })
    .await
}

async fn a_title_follows_what_is_done_on_the_screen() -> Result<()> {
    visit(async |visit| {
        visit
            .seed(&[(&key(ID), &assessment(ID, "North", &["3"; 12]))])
            .await?;
        visit.enter(&format!("#/plan/{ID}")).await?;
        let starts = |words: &str| format!("document.title.startsWith({})", json!(words));
        visit
            .wait_until(&starts("Choose one area, start there · North"))
            .await?;
        visit.click(".door:nth-child(3) button").await?;
        visit.wait_until(&starts("Start with: ")).await?;
        visit.go(&format!("#/assess/{ID}/A02")).await?;
        visit.wait_until(&starts("Hiring for change · North · ")).await?;
        visit.type_into("#subject", " and South").await?;
        visit
            .wait_until(&starts("Hiring for change · North and South · "))
            .await
    })
    .await
}

/// A printed file has the window's name, which is that of the guide for as long as it is printed.
async fn a_printed_guide_is_called_so_and_its_day() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/workshop").await?;
        visit.wait_for("[data-guide]").await?;
        visit
            .run("window.printed = []; window.print = () => window.printed.push(document.title)")
            .await?;
        visit
            .run("document.querySelector('[data-guide]').click()")
            .await?;
        visit.wait_until("window.printed.length === 1").await?;
        let printed = visit.string("window.printed[0]").await?;
        assert!(
            printed.starts_with("One page to prepare from")
                && printed.ends_with(END)
                && printed.contains(" · 20"),
            "{printed}"
        );
        visit.run("dispatchEvent(new Event('afterprint'))").await?;
        visit.wait_until("document.title.startsWith('Workshop')").await
    })
    .await
}

async fn a_step_that_is_not_asked_is_no_missing_assessment() -> Result<()> {
    visit(async |visit| {
        visit
            .seed(&[(&key(ID), &assessment(ID, "North", &["3", "2"]))])
            .await?;
        visit.enter(&format!("#/assess/{ID}/K1")).await?;
        visit
            .wait_until(&format!("location.hash === '#/assess/{ID}/A03'"))
            .await?;
        assert_eq!(visit.heading().await?, "Change skills");
        // Left out while one is there: the screen goes on to an area.
        visit.go(&format!("#/assess/{ID}/A03")).await?;
        visit.click(".check:has(input[type=checkbox])").await?;
        visit.go(&format!("#/assess/{ID}/K2")).await?;
        assert_eq!(visit.heading().await?, "Their interest before our order");
        visit.click(".check:has(input[type=checkbox])").await?;
        visit.wait_for_text("main h1", "Change is our job").await
    })
    .await
}

//! The page of every language: its own words, direction and notices, answerable, and loading without a network.

use crate::harness::{dist, visit};
use std::{collections::BTreeMap, fs};
use xtask::Result;

/// The folders of the pages beside the one at the root.
fn folders() -> Result<Vec<String>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(dist()?)? {
        let entry = entry?;
        if entry.path().join("index.html").is_file() {
            folders.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    folders.sort();
    Ok(folders)
}

#[tokio::test]
async fn the_page_of_every_language_is_its_own_and_takes_an_answer() -> Result<()> {
    let folders = folders()?;
    assert!(folders.iter().any(|folder| folder == "ar"), "{folders:?}");
    visit(async |visit| {
        let here = visit.server.url().to_owned();
        let mut first_questions = BTreeMap::new();
        for (place, folder) in folders.iter().enumerate() {
            visit.open_url(&format!("{here}{folder}/#/")).await?;
            visit.alive().await?;
            let direction = if folder == "ar" { "rtl" } else { "ltr" };
            let root = visit
                .string("document.documentElement.lang + ' ' + document.dir")
                .await?;
            assert_eq!(root, format!("{folder} {direction}"));
            let others = visit.count("link[rel=alternate][hreflang]").await?;
            assert_eq!(others, folders.len() + 1, "{folder}");
            let question = visit.text("fieldset legend").await?;
            let known = first_questions.insert(question, folder.clone());
            assert_eq!(known, None, "{folder} asks in the words of another language");
            if place == 0 {
                visit.answer("A01", "3").await?;
            }
            visit.settled().await?;
        }
        // Records are the same in every language.
        visit.open_url(&here).await?;
        visit.alive().await?;
        visit.wait_for_text(".record", "1 of 12 answered").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_in_arabic_loads_again_without_a_network() -> Result<()> {
    visit(async |visit| {
        let page = format!("{}ar/#/", visit.server.url());
        visit.open_url(&page).await?;
        visit.alive().await?;
        visit.kept().await?;
        visit.lose_server()?;
        visit.forget_cache().await?;
        visit.complaints().await?;
        visit.open_url(&page.replace("#/", "#/method")).await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for("main section").await?;
        assert_eq!(visit.string("document.documentElement.lang").await?, "ar");
        Ok(())
    })
    .await
}

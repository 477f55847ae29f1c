//! The page of every language: its own words, direction and notices, answerable, and loading without a network.

use crate::{
    harness::{Visit, dist, engines, visit, workshops::workshop},
    screens,
    workshop_console::enter,
};
use anyhow::Context;
use oxymoron::domain::code::invite::Language;
use serde_json::json;
use std::{collections::BTreeMap, fs};
use xtask::{Result, server::Answer};

engines! {
    arabic_is_written_with_latin_digits_and_gregorian_days: chromium firefox webkit;
}

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
                visit.click(".offer button").await?;
                visit.wait_until("!document.querySelector('.offer')").await?;
                visit.answer("A01", "3").await?;
                visit.run("localStorage.removeItem('oxymoron-language')").await?;
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

/// Where nothing leads back into the app, what is said is in the chosen language.
#[tokio::test]
async fn an_unknown_address_is_answered_in_the_chosen_language() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/privacy").await?;
        visit.server.answer("/", Answer::page(404, ""));
        let here = visit.server.url().to_owned();
        for (language, title) in [("pt-BR", "Esta página não existe"), ("ar", "لا توجد صفحة كهذه")]
        {
            visit.store("oxymoron-language", language).await?;
            visit.open_url(&format!("{here}nowhere")).await?;
            visit.wait_for_text("main[data-said] h1", title).await?;
            assert_eq!(visit.count("main[data-said]").await?, 1);
            assert_eq!(visit.string("document.documentElement.lang").await?, language);
            assert_eq!(visit.string("document.title").await?, title);
            let shown = "[...document.querySelectorAll('main')].filter((it) => it.checkVisibility()).length";
            assert_eq!(visit.eval(shown).await?, json!(1));
        }
        visit.complaints().await?;
        Ok(())
    })
    .await
}

/// Changes to a language in place, and waits until it is there.
async fn change_to(visit: &Visit, language: &str) -> Result<()> {
    let link = format!(".languages a[hreflang='{language}']");
    visit.wait_for(&link).await?;
    visit.click(&link).await?;
    visit
        .wait_until(&format!("document.documentElement.lang === '{language}'"))
        .await
}

#[tokio::test]
async fn another_language_is_there_in_place_and_loses_nothing_that_is_typed() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.answer("A01", "3").await?;
        visit.follow(crate::harness::NEXT).await?;
        visit.type_into("#note", "Half a not").await?;
        visit.settled().await?;
        let (english, place) = (visit.heading().await?, visit.fragment().await?);
        visit.run("window.here = document.querySelector('#note')").await?;
        for (language, direction) in [("fr", "ltr"), ("ar", "rtl"), ("de", "ltr")] {
            change_to(visit, language).await?;
            assert_eq!(visit.string("document.dir").await?, direction);
            assert_eq!(visit.fragment().await?, place);
            let same = visit
                .eval("window.here === document.querySelector('#note')")
                .await?;
            assert_eq!(same, json!(true), "the page was loaded or drawn anew");
            assert_eq!(visit.string("window.here.value").await?, "Half a not");
            assert_eq!(
                visit.string("location.pathname.split('/').at(-2)").await?,
                language
            );
            let heading = visit.heading().await?;
            assert_ne!(heading, english);
            visit
                .wait_until(&format!("document.title.includes({})", json!(heading)))
                .await?;
        }
        // What goes on from here is in the language as well, also what another part draws.
        visit.go("#/workshop").await?;
        assert_eq!(visit.string("document.documentElement.lang").await?, "de");
        let later = visit.text("main").await?;
        assert!(
            later.contains("Workshop") && !later.contains("New workshop"),
            "{later}"
        );
        // And what was kept, whose words are here in two languages by then.
        visit.go("#/data").await?;
        visit.wait_for_text("main .lead", "Alles").await?;
        change_to(visit, "fr").await?;
        visit.wait_for_text("main .lead", "Tout").await?;
        change_to(visit, "de").await?;
        // The choice is kept, on whatever page somebody arrives.
        visit.enter("#/").await?;
        visit.wait_until("location.pathname.endsWith('/de/')").await?;
        visit.alive().await?;
        assert_eq!(visit.string("document.documentElement.lang").await?, "de");
        assert_eq!(visit.record().await?["body"]["notes"]["A02"][0], "Half a not");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_language_that_somebody_has_changed_to_loads_again_without_a_network() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.kept().await?;
        change_to(visit, "fr").await?;
        for name in ["location.pathname", "document.documentElement.dataset.laterPack"] {
            visit
                .eval(&format!(
                    "(async () => {{ while (!await caches.match(new URL({name}, location), {{ ignoreVary: true }})) await new Promise((it) => setTimeout(it, 50)); }})()"
                ))
                .await?;
        }
        visit.lose_server()?;
        visit.forget_cache().await?;
        visit.complaints().await?;
        visit.reload().await?;
        visit.alive().await?;
        assert_eq!(visit.string("document.documentElement.lang").await?, "fr");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn whoever_prefers_another_language_is_offered_it_once_in_it() -> Result<()> {
    visit(async |visit| {
        visit
            .before_load("Object.defineProperty(navigator, 'languages', { value: ['fr-CH', 'de'] })")
            .await?;
        visit.enter("#/").await?;
        visit.wait_for(".offer").await?;
        assert_eq!(visit.string("document.documentElement.lang").await?, "en");
        assert_eq!(visit.string("document.querySelector('.offer').lang").await?, "fr");
        visit.click(".offer a").await?;
        visit.wait_until("document.documentElement.lang === 'fr'").await?;
        assert_eq!(visit.count(".offer").await?, 0);

        // Whoever stays is not asked again.
        visit.run("localStorage.clear()").await?;
        visit.enter("#/").await?;
        visit.wait_for(".offer").await?;
        visit.click(".offer button").await?;
        visit.wait_until("!document.querySelector('.offer')").await?;
        visit.enter("#/method").await?;
        visit.wait_for(".languages").await?;
        assert_eq!(visit.count(".offer").await?, 0);
        assert_eq!(visit.string("document.documentElement.lang").await?, "en");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn from_the_first_answer_to_the_result_in_every_language() -> Result<()> {
    for folder in folders()? {
        visit(async |visit| {
            // Else the offer of English would be in the way of what is clicked.
            screens::speak(visit, &folder).await?;
            let page = format!("{}{folder}/#/", visit.server.url());
            visit.open_url(&page).await?;
            visit.alive().await?;
            visit.answer_all("3").await?;
            assert!(visit.fragment().await?.starts_with("#/results/"));
            assert_eq!(visit.string("document.documentElement.lang").await?, folder);
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Whichever language the facilitator reads meanwhile; the wall has that of the console.
#[tokio::test]
async fn an_invite_leads_to_the_page_in_its_own_language() -> Result<()> {
    visit(async |visit| {
        let mut french = workshop(7, 5, &[])?;
        french.settings.language = Language::new("fr").context("a language")?;
        enter(visit, &french).await?;
        visit.wait_for("#link").await?;
        for (field, page) in [("#link", "fr/#/join/"), ("#wall-link", "#/workshop/")] {
            let link = visit
                .string(&format!("document.querySelector('{field}').value"))
                .await?;
            let begin = format!("{}{page}", visit.server.url());
            assert!(link.starts_with(&begin), "{link} {begin}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_ruler_of_an_arabic_result_agrees_with_itself() -> Result<()> {
    visit(async |visit| {
        visit.open_url(&format!("{}ar/#/example", visit.server.url())).await?;
        visit.alive().await?;
        visit.wait_for(".ruler-words li").await?;
        // Each word stands over its own colour, and both grow in one direction.
        let places = "(css) => [...document.querySelectorAll(css)].filter((it) => it.checkVisibility()).map((it) => it.getBoundingClientRect()).map((box) => box.left + box.width / 2)";
        let grows = format!(
            "[{places}].every((of) => ['.ruler-zone', '.ruler-words li'].every((css) => of(css).every((at, place, all) => place === 0 || at > all[place - 1])))"
        );
        assert_eq!(visit.eval(&grows).await?, json!(true));
        Ok(())
    })
    .await
}

async fn arabic_is_written_with_latin_digits_and_gregorian_days() -> Result<()> {
    visit(async |visit| {
        visit.open_url(&format!("{}ar/#/example", visit.server.url())).await?;
        visit.alive().await?;
        visit.wait_for(".ruler").await?;
        let latin = "!/[٠-٩۰-۹]/.test(document.body.innerText) && /20[0-9]{2}/.test(document.querySelector('main').innerText)";
        assert_eq!(visit.eval(latin).await?, json!(true));
        Ok(())
    })
    .await
}

//! Did my answer arrive, and is it the right one: receipts, surplus answers, the newest code, reminders, and the ways in without a link.

use crate::harness::workshops::{code, record, response, workshop};
use crate::harness::{Visit, dist, visit, visit_to};
use crate::workshop_console::{ID, console, paste, stored, stored_elsewhere};
use anyhow::Context;
use fantoccini::key::Key;
use oxymoron::domain::code::Serial;
use oxymoron::domain::code::answer::Response;
use oxymoron::domain::workshop::Workshop;
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::Stage;
use serde_json::{Value, json};
use xtask::{Result, server::Server};

const NEXT: &str = ".console-turn .button:not(.button-quiet)";
const BACK: &str = ".console-turn .button-quiet";

fn at(stage: Stage) -> Result<Workshop> {
    let mut workshop = workshop(ID, 3, &[])?;
    workshop.apply(Change::WentTo(stage), workshop.created);
    Ok(workshop)
}

fn numbered(workshop: &Workshop, id: u64, serial: u8, line: &str) -> Result<Response> {
    Ok(Response {
        serial: Serial(serial),
        ..response(workshop, id, None, line)?
    })
}

async fn enter(visit: &Visit, workshop: &Workshop) -> Result<()> {
    let (key, text) = record(workshop);
    visit.seed(&[(&key, &text)]).await?;
    visit.enter(&console(workshop.id)).await
}

async fn unfold(visit: &Visit, way: &str) -> Result<()> {
    visit.click(&format!("[data-way='{way}'] > summary")).await
}

async fn fits(visit: &Visit) -> Result<()> {
    let wide = visit
        .eval("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        .await?;
    assert_eq!(wide, json!(0), "the page is wider than the window");
    assert_eq!(visit.axe().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn receipts_are_shown_once_the_vote_is_closed_and_a_surplus_answer_goes_unseen() -> Result<()> {
    visit(async |visit| {
        visit.viewport(1280, 720).await?;
        let mut closed = at(Stage::Vote)?;
        let mut codes = Vec::new();
        for id in 1..=4 {
            let one = numbered(&closed, id, 1, "333333333333")?;
            codes.push(code(&closed, 1, &one, id)?);
            closed.receive([one]);
        }
        enter(visit, &at(Stage::Vote)?).await?;
        paste(visit, &codes.join("\n")).await?;
        visit.wait_for_text(".collect-lines", "4 new answers").await?;
        assert_eq!(visit.count("[data-receipts]").await?, 0, "off while the vote is open");
        visit.click(NEXT).await?;
        closed.apply(Change::WentTo(Stage::Close), closed.created);
        let receipts: Vec<_> = closed.receipts().context("receipts")?.iter().map(ToString::to_string).collect();

        let (console_tab, wall) = visit.new_tab().await?;
        visit.viewport(1280, 720).await?;
        visit.enter(&format!("{}/wall", console(closed.id))).await?;
        visit.wait_for_text(".wall-title", "The vote is closed").await?;
        assert_eq!(visit.count(".wall-receipts").await?, 0);

        visit.switch_to(&console_tab).await?;
        assert_eq!(visit.count("#receipts").await?, 0);
        visit.click("[data-receipts]").await?;
        visit.wait_for("#receipts").await?;
        let listed = visit.string("document.querySelector('#receipts').value").await?;
        assert_eq!(listed.split_whitespace().collect::<Vec<_>>(), receipts);
        fits(visit).await?;
        visit.switch_to(&wall).await?;
        visit.wait_for_text(".wall-title", "Is your answer counted?").await?;
        for receipt in &receipts {
            assert!(visit.text(".wall-receipts").await?.contains(receipt), "{receipt}");
        }
        let small = visit
            .eval("parseFloat(getComputedStyle(document.querySelector('.wall-receipts')).fontSize) / innerHeight")
            .await?;
        assert!(small.as_f64() >= Some(0.0599), "{small}");

        // One too many: out by its receipt, unseen, and it does not come back with the next paste.
        visit.switch_to(&console_tab).await?;
        unfold(visit, "surplus").await?;
        visit.type_into("#surplus", "hello").await?;
        visit.click("[data-way='surplus'] [type=submit]").await?;
        visit.wait_for_text("[data-settled]", "six characters").await?;
        visit.eval("document.querySelector('#surplus').select()").await?;
        let mine = receipts[1].to_lowercase().replace('-', "");
        visit.type_into("#surplus", &mine).await?;
        visit.click("[data-way='surplus'] [type=submit]").await?;
        visit.wait_for_text(".health-figures", "3 of 3 in").await?;
        fits(visit).await?;
        visit.switch_to(&wall).await?;
        visit
            .wait_until(&format!("!document.querySelector('.wall-receipts').innerText.includes('{}')", receipts[1]))
            .await?;
        visit.switch_to(&console_tab).await?;
        visit.click(BACK).await?;
        visit.wait_for("#paste").await?;
        visit.switch_to(&wall).await?;
        visit.wait_until("!document.querySelector('.wall-receipts')").await?;
        visit.switch_to(&console_tab).await?;
        paste(visit, &codes.join("\n")).await?;
        visit.wait_for_text(".collect-lines", "1 was taken out before, and stays out").await?;
        assert_eq!(stored(visit, closed.id).await?.received(), 3);
        visit.click("[data-put-back]").await?;
        visit.wait_for_text(".health-figures", "4 of 3 in").await?;
        assert_eq!(stored(visit, closed.id).await?.first, closed.first);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_was_not_taken_stays_until_somebody_says_that_it_is_settled() -> Result<()> {
    visit(async |visit| {
        let here = at(Stage::Vote)?;
        enter(visit, &here).await?;
        let whole = code(&here, 1, &numbered(&here, 1, 1, "333333333333")?, 1)?;
        paste(visit, &whole[..60]).await?;
        visit.wait_for(".collect-report .collect-lines li").await?;
        // Another batch, another screen, and back.
        paste(visit, &whole).await?;
        visit.wait_for("[data-unsettled] li").await?;
        unfold(visit, "lines").await?;
        visit.type_into("#digits", "333").await?;
        visit.click("[data-way='lines'] .button").await?;
        visit
            .wait_for_text("[data-way='lines'] .collect-report", "Line 1")
            .await?;
        visit.go(&format!("{}/sheet", console(here.id))).await?;
        visit.wait_until("!document.querySelector('#paste')").await?;
        visit.go(&console(here.id)).await?;
        visit
            .wait_until("document.querySelectorAll('[data-unsettled] li').length === 2")
            .await?;
        assert_eq!(
            visit.string("document.querySelector('#digits').value").await?,
            "333"
        );
        visit.click("[data-unsettled] .link").await?;
        visit
            .wait_until("!document.querySelector('[data-unsettled]')")
            .await?;
        visit.go(&format!("{}/sheet", console(here.id))).await?;
        visit.wait_until("!document.querySelector('#paste')").await?;
        visit.go(&console(here.id)).await?;
        visit.wait_for("#paste").await?;
        assert_eq!(visit.count("[data-unsettled]").await?, 0);
        assert_eq!(stored(visit, here.id).await?.received(), 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn in_a_chat_that_shows_the_newest_first_the_newest_stands() -> Result<()> {
    visit(async |visit| {
        let workshop = at(Stage::Vote)?;
        let old = code(&workshop, 1, &numbered(&workshop, 7, 1, "111111111111")?, 1)?;
        let newest = code(&workshop, 1, &numbered(&workshop, 7, 2, "555555555555")?, 2)?;
        enter(visit, &workshop).await?;
        paste(visit, &format!("10:02 Ada: {newest}\n10:01 Ada: {old}")).await?;
        visit.wait_for_text(".collect-lines", "1 new answer").await?;
        visit
            .wait_for_text(
                ".collect-lines",
                "1 is older than what the same person sent since",
            )
            .await?;
        let stands = stored(visit, workshop.id).await?;
        let serials: Vec<_> = stands.first.responses().map(|response| response.serial).collect();
        assert_eq!(serials, [Serial(2)]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn refused_lines_stay_in_their_field_and_a_reminder_ends_with_the_link() -> Result<()> {
    visit(async |visit| {
        let workshop = at(Stage::Vote)?;
        enter(visit, &workshop).await?;
        unfold(visit, "lines").await?;
        let typed = "123450123450\nAda: 12345\n33333333333y";
        visit
            .eval(&format!(
                "void (document.querySelector('#digits').value = {})",
                json!(typed)
            ))
            .await?;
        visit.click("[data-way='lines'] .button").await?;
        visit
            .wait_for_text("[data-way='lines'] .collect-lines", "1 new answer")
            .await?;
        let left = visit.string("document.querySelector('#digits').value").await?;
        assert_eq!(left, "Ada: 12345\n33333333333y");
        visit
            .wait_for_text("[data-way='lines'] .collect-lines", "Line 1 is too short")
            .await?;
        visit
            .wait_for_text("[data-way='lines'] .collect-lines", "Line 2: y in place 12")
            .await?;

        unfold(visit, "reminder").await?;
        let text = visit.string("document.querySelector('#reminder').value").await?;
        assert!(text.starts_with("2 answers are still missing."), "{text}");
        let link = format!("{}#/join/{}", visit.server.url(), workshop.invite().seal());
        assert_eq!(text.lines().last(), Some(&*link));
        fits(visit).await
    })
    .await
}

/// The tests' own server is on this device, so this is what a facilitator sees who serves the page there.
#[tokio::test]
async fn an_address_that_phones_cannot_reach_is_noticed() -> Result<()> {
    visit(async |visit| {
        let workshop = at(Stage::Invite)?;
        visit.viewport(360, 700).await?;
        enter(visit, &workshop).await?;
        visit
            .wait_for_text("[data-reach]", "would send them to themselves")
            .await?;
        fits(visit).await?;
        let set = async |text: &str| {
            visit.eval("document.querySelector('#reach').select()").await?;
            visit.type_into("#reach", text).await?;
            visit.press(fantoccini::key::Key::Tab).await
        };
        set("localhost:8000").await?;
        visit
            .wait_for_text("#reach-wrong", "leads every phone to itself")
            .await?;
        set("my laptop").await?;
        visit.wait_for_text("#reach-wrong", "no web address").await?;
        set("192.168.1.20:8000").await?;
        visit.wait_for_text("[data-reach]", "use this address").await?;
        let link = format!("http://192.168.1.20:8000/#/join/{}", workshop.invite().seal());
        visit
            .wait_until(&format!(
                "document.querySelector('#link').value === {}",
                json!(link)
            ))
            .await?;
        let (_, _) = visit.new_tab().await?;
        visit.enter(&format!("{}/wall", console(workshop.id))).await?;
        visit.wait_for_text(".wall-link", &link).await
    })
    .await
}

#[tokio::test]
async fn whoever_was_invited_gets_in_without_a_link_that_opens() -> Result<()> {
    visit(async |visit| {
        let workshop = at(Stage::Vote)?;
        let invite = workshop.invite().seal().to_string();
        visit.viewport(360, 700).await?;
        visit.enter("#/").await?;
        fits(visit).await?;
        visit.click(".hero a[href='#/join']").await?;
        visit.wait_for_text("main h1", "You were invited?").await?;
        fits(visit).await?;
        visit.type_into("#invite-text", "hello").await?;
        visit.click(".invite-field [type=submit]").await?;
        visit
            .wait_for_text(".invite-said", "There is no invite in it")
            .await?;
        visit
            .eval("document.querySelector('#invite-text').select()")
            .await?;
        visit.type_into("#invite-text", &invite[..40]).await?;
        visit.click(".invite-field [type=submit]").await?;
        visit
            .wait_for_text(".invite-said", "something changed it or cut it off")
            .await?;
        fits(visit).await?;
        let message =
            format!("Hi all, please join here: https://example.org/app/#/join/{invite} (10 minutes!)");
        let pasted = format!(
            "(() => {{ const data = new DataTransfer(); data.setData('text/plain', {}); \
             document.querySelector('#invite-text').dispatchEvent(new ClipboardEvent('paste', \
             {{ clipboardData: data, bubbles: true, cancelable: true }})); }})()",
            json!(message)
        );
        visit.eval(&format!("void {pasted}")).await?;
        visit
            .wait_until(&format!("location.hash === '#/join/{invite}'"))
            .await?;
        visit
            .wait_for_text("main h1", "You are invited to a workshop")
            .await?;

        // The same field stands on the workshop's page, and takes an answer code to where it is explained.
        visit.go("#/workshop").await?;
        unfold(visit, "invited").await?;
        let answer = code(&workshop, 1, &numbered(&workshop, 1, 1, "333333333333")?, 1)?;
        visit.type_into("#invite-text", &answer).await?;
        visit.click(".invite-field [type=submit]").await?;
        visit
            .wait_for_text(".answer", "sealed for its facilitator")
            .await?;
        assert_eq!(
            visit.string("document.querySelector('#code').value").await?,
            answer
        );
        fits(visit).await
    })
    .await
}

/// Where a test's page is after `path` was opened: behind the server's address.
async fn led_to(visit: &Visit, path: &str) -> Result<String> {
    visit.open_url("about:blank").await?;
    visit.open_url(&format!("{}{path}", visit.server.url())).await?;
    visit.alive().await?;
    let here = visit.string("location.href").await?;
    // What the host said of the address that it does not know.
    visit.complaints().await?;
    Ok(here
        .strip_prefix(visit.server.url())
        .context(here.clone())?
        .to_owned())
}

async fn every_changed_address_leads_back(visit: &Visit) -> Result<()> {
    let invite = at(Stage::Vote)?.invite().seal().to_string();
    for (path, led) in [
        (format!("%23/join/{invite}"), format!("#/join/{invite}")),
        (
            format!("%23/join/{invite}?gclid=abc"),
            format!("#/join/{invite}?gclid=abc"),
        ),
        (format!("nowhere#/join/{invite}"), format!("#/join/{invite}")),
        (
            format!("no/where/at/all#/join/{invite}"),
            format!("#/join/{invite}"),
        ),
    ] {
        assert_eq!(led_to(visit, &path).await?, led, "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn an_address_that_a_gateway_has_changed_leads_back_into_the_app() -> Result<()> {
    visit(async |visit| every_changed_address_leads_back(visit).await).await?;
    let below = Server::builder(dist()?).mount("some/sub-folder").start()?;
    visit_to(below, async |visit| every_changed_address_leads_back(visit).await).await?;
    // The page that hosts show says something where no script runs, and follows the policy. Nobody was here before, so no service worker
    // leads back in its place.
    let below = Server::builder(dist()?).mount("some/sub-folder").start()?;
    visit_to(below, async |visit| {
        let page = format!("{}nowhere/", visit.server.url());
        visit
            .before_load("delete window.fetch; window.fetch = () => Promise.reject()")
            .await?;
        visit.open_url(&page).await?;
        visit.wait_for_text("h1", "There is no such page").await?;
        visit
            .wait_until("getComputedStyle(document.body).visibility === 'visible'")
            .await?;
        let complaints = visit.complaints().await?;
        assert!(complaints.iter().all(|it| it.contains("404")), "{complaints:?}");
        Ok(())
    })
    .await
}

/// Once its service worker is there, with the network gone.
#[tokio::test]
async fn the_service_worker_leads_back_as_well() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.kept().await?;
        let here = visit.server.url().to_owned();
        visit.lose_server()?;
        for path in ["%23/method", "nowhere#/method"] {
            visit.open_url("about:blank").await?;
            visit.open_url(&format!("{here}{path}")).await?;
            visit.alive().await?;
            assert_eq!(visit.string("location.href").await?, format!("{here}#/method"));
        }
        let gone = visit.complaints().await?;
        assert!(
            gone.iter().all(|it| it.contains("ERR_CONNECTION_REFUSED")),
            "{gone:?}"
        );
        Ok(())
    })
    .await
}

/// What a participant's page says of its code, and that a fresh one has the same answers and a later number.
#[tokio::test]
async fn a_code_has_a_receipt_and_nothing_that_a_chat_damages() -> Result<()> {
    visit(async |visit| {
        let workshop = at(Stage::Vote)?;
        visit.viewport(360, 700).await?;
        visit
            .enter(&format!("#/join/{}", workshop.invite().seal()))
            .await?;
        visit.click(".join > p .button").await?;
        visit.wait_until("location.hash.startsWith('#/assess/')").await?;
        visit.choose("A01", "4").await?;
        visit.go(&format!("#/join/{}", workshop.invite().seal())).await?;
        visit.click("[data-make]").await?;
        visit.wait_for("#join-code").await?;
        let read = async || -> Result<(String, String)> {
            let code = visit.string("document.querySelector('#join-code').value").await?;
            Ok((code, visit.text(".receipt").await?))
        };
        let first = read().await?;
        fits(visit).await?;
        visit.click("[data-fresh]").await?;
        visit
            .wait_until(&format!(
                "document.querySelector('#join-code').value !== {}",
                json!(first.0)
            ))
            .await?;
        let second = read().await?;
        assert_ne!(first.1, second.1, "each code has its own");
        let mut collecting = workshop.clone();
        let open = |code: &str| -> Result<Response> {
            let envelope =
                oxymoron::domain::code::envelope::Envelope::read(oxymoron::domain::code::Kind::Answer, code);
            let envelope = envelope.map_err(|error| anyhow::anyhow!("{error}"))?;
            let vote = workshop.open_vote().context("an open vote")?;
            let opened = oxymoron::domain::code::answer::open(&envelope, vote, &workshop.key());
            opened.map_err(|error| anyhow::anyhow!("{error}"))
        };
        let [old, new] = [open(&first.0)?, open(&second.0)?];
        assert_eq!((old.serial, new.serial), (Serial(1), Serial(2)));
        assert_eq!(old.items, new.items);
        for (code, _) in [&first, &second] {
            assert!(!code.contains(['-', '_']), "{code}");
        }
        // The facilitator sees the same receipt.
        collecting.receive([new, old]);
        collecting.apply(Change::WentTo(Stage::Close), collecting.created);
        let receipts = collecting.receipts().context("receipts")?;
        assert_eq!(
            receipts.iter().map(ToString::to_string).collect::<Vec<_>>(),
            [second.1]
        );
        let invite: Value = visit.eval("location.hash").await?;
        assert!(invite.as_str().is_some_and(|it| it.starts_with("#/join/oxyi.")));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_headcount_half_typed_outlives_an_answer_that_comes_in() -> Result<()> {
    visit(async |visit| {
        let mut here = at(Stage::Vote)?;
        enter(visit, &here).await?;
        visit.wait_for_text(".health-figures", "0 of 3 in").await?;
        visit
            .eval("document.querySelector('#headcount').select()")
            .await?;
        visit.type_into("#headcount", "12").await?;
        // Another window of the facilitator's takes an answer in.
        let answer = response(&here, 1, None, "333333333333")?;
        here.apply(Change::Received(vec![answer]), here.created);
        stored_elsewhere(visit, &here).await?;
        visit.wait_for_text(".health-figures", "1 of 3 in").await?;
        let typed = visit.string("document.querySelector('#headcount').value").await?;
        assert_eq!(typed, "12");
        visit.press(Key::Tab).await?;
        visit.wait_for_text(".health-figures", "1 of 12 in").await
    })
    .await
}

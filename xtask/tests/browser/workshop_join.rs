//! A participant on a phone: the invite, the answers, the sealed code, coming back, the second vote, and forgetting it all.

use crate::harness::records::{self, OTHER, assessment};
use crate::harness::{NEXT, Visit, downloaded, visit};
use anyhow::Context;
use oxymoron::domain::answer::Choice;
use oxymoron::domain::assessment::KnowDo;
use oxymoron::domain::checklist::{Depth, InstrumentVersion};
use oxymoron::domain::code::answer::{Response, RolePlace, Vote, open};
use oxymoron::domain::code::envelope::Envelope;
use oxymoron::domain::code::invite::{Invite, Language, RoleLabel, Roles};
use oxymoron::domain::code::items::Shape;
use oxymoron::domain::code::seal::WorkshopKey;
use oxymoron::domain::code::{Kind, Round, WorkshopId};
use serde_json::{Value, json};
use xtask::Result;

const WORKSHOP: WorkshopId = WorkshopId(0x0123_4567_89ab_cdef);
const TICKET: &str = "oxymoron/1/ticket/0123456789abcdef";
/// What is answered, in the order of the areas; the second one is not applicable.
pub const ANSWERS: &str = "1x3450421543";
const CODE: &str = "document.querySelector('#join-code').value";

fn key() -> WorkshopKey {
    WorkshopKey::derive(&[42; 32])
}

pub fn invite() -> Result<String> {
    let labels = ["Sellers", "Leaders"].map(RoleLabel::new);
    let labels = labels.into_iter().collect::<Result<Vec<_>, _>>()?;
    let invite = Invite {
        workshop: WORKSHOP,
        shape: Shape::new(Depth::Quick, KnowDo::LeftOut),
        instrument: InstrumentVersion(1),
        key: key().public(),
        language: Language::new("en").context("a language")?,
        roles: Roles::new(labels)?,
    };
    Ok(invite.seal().to_string())
}

/// What the facilitator's device reads.
fn opened(code: &str, round: u8) -> Result<Response> {
    let envelope = Envelope::read(Kind::Answer, code).map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let round = Round::new(round).context("a round")?;
    let vote = Vote {
        workshop: WORKSHOP,
        round,
    };
    open(&envelope, vote, &key()).map_err(|error| anyhow::anyhow!("{error:?}"))
}

fn row(response: &Response) -> String {
    let row = response.items.row().iter();
    row.map(|choice| choice.map_or("-", Choice::code)).collect()
}

/// Picks a role by its place in the list, the last one being "rather not say".
pub async fn pick(visit: &Visit, place: usize) -> Result<()> {
    visit
        .click(&format!(".join-roles .options label:nth-child({place})"))
        .await
}

pub async fn start(visit: &Visit) -> Result<()> {
    visit.click(".join > p .button").await
}

/// Answers the twelve questions and goes where the result would be.
pub async fn answer(visit: &Visit, answers: &str) -> Result<()> {
    visit
        .wait_until(
            "location.hash.startsWith('#/assess/') && document.querySelector('.question input') && \
             document.activeElement === document.querySelector('main h1')",
        )
        .await?;
    let last = answers.len();
    for (number, code) in (1..).zip(answers.chars()) {
        visit.choose(&format!("A{number:02}"), &code.to_string()).await?;
        if number == last {
            visit.click(NEXT).await?;
        } else {
            visit.follow(NEXT).await?;
        }
    }
    visit.wait_for_text("main h1", "Your answer code").await
}

/// Makes a code and reads it where it stands as text.
pub async fn make(visit: &Visit) -> Result<String> {
    visit.click("[data-make]").await?;
    visit
        .wait_until("document.querySelector('#join-code') && !document.querySelector('[data-make]')")
        .await?;
    visit.string(CODE).await
}

async fn fits(visit: &Visit) -> Result<()> {
    let wide = visit
        .eval("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        .await?;
    assert_eq!(wide, json!(0), "the page is wider than the phone");
    assert_eq!(visit.axe().await?, Vec::<String>::new());
    Ok(())
}

async fn ticket(visit: &Visit) -> Result<Value> {
    let text = visit.stored(TICKET).await?.context("there is a ticket")?;
    Ok(serde_json::from_str(&text)?)
}

#[tokio::test]
async fn a_participant_joins_by_link_and_hands_in_what_was_answered() -> Result<()> {
    visit(async |visit| {
        visit.viewport(320, 568).await?;
        let link = format!("#/join/{}", invite()?);
        visit.enter(&link).await?;
        visit.wait_for_text(".join", "Who can see what").await?;
        fits(visit).await?;
        // No role is chosen for anybody.
        start(visit).await?;
        visit
            .wait_for_text(".join-roles .join-said", "Pick a role")
            .await?;
        assert_eq!(visit.keys().await?, Vec::<String>::new());
        pick(visit, 2).await?;
        start(visit).await?;
        // Back is the invite, and not the first screen with a question of one's own.
        visit.wait_for(".turn").await?;
        visit.click(".turn a").await?;
        visit.wait_until(&format!("location.hash === '{link}'")).await?;
        visit.eval("history.go(-1)").await?;
        answer(visit, ANSWERS).await?;
        assert_eq!(visit.count(".results-head, .standing").await?, 0);
        fits(visit).await?;

        let code = make(visit).await?;
        fits(visit).await?;
        let response = opened(&code, 1)?;
        assert_eq!(row(&response), ANSWERS);
        assert_eq!(response.role, RolePlace::new(1));
        let shown = visit.string("document.querySelector('#join-link').value").await?;
        assert_eq!(shown, format!("{}#/answer/{code}", visit.server.url()));
        assert_eq!(visit.count(".qr").await?, 1);
        let folder = tempfile::tempdir()?;
        visit.download_to(folder.path()).await?;
        visit.click("[data-take=txt]").await?;
        let name = format!("oxymoron-answer-{}.txt", &code[code.len() - 6..]);
        assert_eq!(downloaded(folder.path(), &name).await?, code);

        // By the link again, as often as one likes.
        for _ in 0..2 {
            visit.enter(&link).await?;
            visit.wait_for("#join-code").await?;
            assert_eq!(visit.string(CODE).await?, code);
        }
        visit
            .wait_until("document.title.startsWith('Your answer code')")
            .await?;

        // Another answer is another code of the same person.
        visit.follow(".join a[href^='#/assess/']").await?;
        visit.answer("A01", "5").await?;
        visit.go(&link).await?;
        visit
            .wait_for_text(".join-make [aria-live]", "Your answers changed")
            .await?;
        assert_eq!(visit.string(CODE).await?, code);
        fits(visit).await?;
        let changed = make(visit).await?;
        let again = opened(&changed, 1)?;
        assert_eq!(row(&again), ANSWERS.replacen('1', "5", 1));
        assert_eq!((again.id, again.role), (response.id, response.role));

        // Kept, it is an assessment like any other.
        visit.click("[data-keep]").await?;
        visit.wait_for(".results-head").await?;
        visit
            .wait_until("document.activeElement === document.querySelector('main h1')")
            .await?;
        assert_eq!(ticket(visit).await?["body"]["ending"], "kept");
        visit.go(&link).await?;
        visit.wait_for("#join-code").await?;
        assert_eq!(visit.string(CODE).await?, changed);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_code_is_copied_or_else_selected() -> Result<()> {
    visit(async |visit| {
        let link = format!("#/join/{}", invite()?);
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        visit.cdp("Browser.grantPermissions", permissions).await?;
        visit.enter(&link).await?;
        pick(visit, 3).await?;
        start(visit).await?;
        answer(visit, ANSWERS).await?;
        let code = make(visit).await?;
        assert_eq!(opened(&code, 1)?.role, None);
        visit.click(".join-text:has(#join-code) .button").await?;
        visit.wait_for_text(".join-way .join-said", "Copied").await?;
        assert_eq!(visit.string("navigator.clipboard.readText()").await?, code);

        visit
            .before_load("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
            .await?;
        visit.enter(&link).await?;
        visit.click(".join-text:has(#join-link) .button").await?;
        visit.wait_for_text(".join-way .join-said", "It is selected now").await?;
        let selected = visit
            .string("(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(document.activeElement)")
            .await?;
        assert_eq!(selected, format!("{}#/answer/{code}", visit.server.url()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_second_vote_asks_once_more_and_leaves_the_first_alone() -> Result<()> {
    visit(async |visit| {
        visit.viewport(360, 640).await?;
        let (first, second) = (
            format!("#/join/{}", invite()?),
            format!("#/join/{}/2/A03", invite()?),
        );
        visit.enter(&first).await?;
        pick(visit, 1).await?;
        start(visit).await?;
        answer(visit, ANSWERS).await?;
        let before = make(visit).await?;

        visit.go(&second).await?;
        visit.wait_for_text("main h1", "Second vote").await?;
        assert_eq!(visit.count("input[name=A03]").await?, 6);
        assert_eq!(visit.count("input:checked:not([name=colours])").await?, 0);
        assert_eq!(visit.count("[data-make], #join-code").await?, 0);
        fits(visit).await?;
        visit.choose("A03", "5").await?;
        let code = make(visit).await?;
        let response = opened(&code, 2)?;
        assert_eq!(row(&response), "1x5450421543");
        assert_eq!(response.id, opened(&before, 1)?.id);
        assert!(
            opened(&code, 1).is_err(),
            "a code of one round does not open in another"
        );
        assert_eq!(visit.record().await?["body"]["answers"]["A03"][0], "3");
        // Another choice is another code.
        visit.choose("A03", "4").await?;
        visit
            .wait_for_text(".join-make [aria-live]", "Your answers changed")
            .await?;
        assert_eq!(row(&opened(&make(visit).await?, 2)?), "1x4450421543");
        visit.follow(&format!(".join-facts a[href='{first}']")).await?;
        assert_eq!(visit.string(CODE).await?, before);
        assert_eq!(visit.count("[data-make]").await?, 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn whoever_comes_late_answers_one_question() -> Result<()> {
    visit(async |visit| {
        visit.enter(&format!("#/join/{}/2/A03", invite()?)).await?;
        pick(visit, 1).await?;
        start(visit).await?;
        visit.wait_for_text("main h1", "Second vote").await?;
        visit
            .wait_until("document.activeElement === document.querySelector('main h1')")
            .await?;
        visit.choose("A03", "0").await?;
        let response = opened(&make(visit).await?, 2)?;
        assert_eq!(row(&response), "--0---------");
        assert_eq!(response.role, RolePlace::new(0));
        assert_eq!(visit.records().await?.len(), 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn no_result_of_ones_own_before_the_answers_are_kept() -> Result<()> {
    visit(async |visit| {
        visit.viewport(360, 640).await?;
        let own = assessment(OTHER, "Our team", &["3"; 12]);
        visit.seed(&[(&records::key(OTHER), &own)]).await?;
        let link = format!("#/join/{}", invite()?);
        visit.enter(&link).await?;
        pick(visit, 1).await?;
        start(visit).await?;
        visit
            .wait_for_text(".assess .turn-result", "To my answer code")
            .await?;
        assert_eq!(
            visit.count("input[name=depth]").await?,
            0,
            "the workshop has decided that"
        );
        answer(visit, ANSWERS).await?;
        visit.wait_until(&format!("location.hash === '{link}'")).await?;
        let answered = visit
            .string(
                "Object.keys(localStorage).filter((key) => key.includes('/assessment/') && \
             !key.endsWith('fedcba9876543210'))[0].slice(-16)",
            )
            .await?;

        // One line on the first screen, and nothing of it elsewhere.
        visit.go("#/").await?;
        visit
            .wait_for_text(".records", "Your answers to the workshop of")
            .await?;
        assert_eq!(visit.count(".record").await?, 2);
        assert_eq!(visit.count(&format!("[href*='{answered}']")).await?, 0);
        fits(visit).await?;
        visit.follow(&format!(".records a[href='{link}']")).await?;
        visit.wait_for_text("main h1", "Your answer code").await?;
        visit.go("#/history").await?;
        assert_eq!(
            visit
                .count(&format!("[href*='{answered}'], [value='{answered}']"))
                .await?,
            0
        );

        // By every address that somebody may type, at once or in the running page.
        for address in [
            format!("#/results/{answered}"),
            format!("#/plan/{answered}"),
            format!("#/next/{answered}"),
            format!("#/compare/{answered}/{OTHER}"),
            format!("#/compare/{OTHER}/{answered}"),
        ] {
            visit.go("#/privacy").await?;
            visit.eval(&format!("void (location.hash = '{address}')")).await?;
            visit.wait_until(&format!("location.hash === '{link}'")).await?;
            visit.wait_for_text("main h1", "Your answer code").await?;
            visit.arrive(&address).await?;
            visit.wait_until(&format!("location.hash === '{link}'")).await?;
            visit.wait_for_text("main h1", "Your answer code").await?;
        }
        assert_eq!(visit.records().await?.len(), 2);

        // Kept, it is one of one's own.
        make(visit).await?;
        visit.click("[data-keep]").await?;
        visit.wait_for(".results-head").await?;
        visit.go("#/").await?;
        assert_eq!(
            visit
                .count(&format!(".records [href='#/results/{answered}']"))
                .await?,
            1
        );
        visit.go(&format!("#/compare/{OTHER}/{answered}")).await?;
        visit.wait_for(".compare").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn what_is_forgotten_leaves_nothing_but_other_peoples_records() -> Result<()> {
    visit(async |visit| {
        let own = assessment(OTHER, "Our team", &["3"; 12]);
        visit.seed(&[(&records::key(OTHER), &own)]).await?;
        visit.enter(&format!("#/join/{}", invite()?)).await?;
        pick(visit, 1).await?;
        visit.click(".join .check").await?;
        start(visit).await?;
        answer(visit, ANSWERS).await?;
        make(visit).await?;
        // A copy of what could not be read in full is of the same person.
        let mine = visit
            .string(
                "Object.keys(localStorage).find((key) => key.includes('/assessment/') && \
             !key.endsWith('fedcba9876543210'))",
            )
            .await?;
        visit
            .store(&mine.replace("/1/", "/1/quarantine/"), "what was")
            .await?;
        visit.reload().await?;
        visit.alive().await?;
        visit.click("[data-forget]").await?;
        visit
            .wait_for_text(".join-forgotten", "Forgotten on this device")
            .await?;
        assert_eq!(visit.storage().await?, json!({ records::key(OTHER): own }));
        assert_eq!(visit.eval("sessionStorage.length").await?, 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_shared_device_forgets_and_is_there_for_the_next_one() -> Result<()> {
    visit(async |visit| {
        let link = format!("#/join/{}", invite()?);
        visit.enter(&link).await?;
        pick(visit, 1).await?;
        visit.click(".join .check").await?;
        start(visit).await?;
        answer(visit, ANSWERS).await?;
        let first = opened(&make(visit).await?, 1)?;
        assert_eq!(visit.keys().await?.len(), 2);
        visit.wait_for_text("[data-forget]", "Done").await?;
        fits(visit).await?;

        visit.click("[data-forget]").await?;
        visit
            .wait_for_text(".join-forgotten", "Forgotten on this device")
            .await?;
        visit.wait_until(&format!("location.hash === '{link}'")).await?;
        assert_eq!(visit.keys().await?, Vec::<String>::new());
        assert_eq!(visit.count(".undo").await?, 0);
        assert_eq!(
            visit.count("#join-shared:checked, .join-roles :checked").await?,
            0
        );
        fits(visit).await?;

        pick(visit, 3).await?;
        start(visit).await?;
        answer(visit, "555555555555").await?;
        let second = opened(&make(visit).await?, 1)?;
        assert_ne!(first.id, second.id);
        assert_eq!(row(&second), "555555555555");
        // On a device of one's own it asks first.
        visit.click("#join-forget").await?;
        visit
            .wait_for_text(".confirm", "Nobody can bring them back")
            .await?;
        visit
            .wait_until("document.activeElement.id === 'confirm-no'")
            .await?;
        // Enter again, as a slip: nothing is forgotten.
        visit
            .client()
            .active_element()
            .await?
            .send_keys("\u{e007}")
            .await?;
        visit
            .wait_until("document.activeElement.id === 'join-forget' && !document.querySelector('.confirm')")
            .await?;
        assert_eq!(visit.keys().await?.len(), 2);
        visit.click("#join-forget").await?;
        visit.click("[data-confirm]").await?;
        visit
            .wait_for_text(".join-forgotten", "Forgotten on this device")
            .await?;
        assert_eq!(visit.keys().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_broken_invite_says_so() -> Result<()> {
    visit(async |visit| {
        let whole = invite()?;
        let middle = whole.len() / 2;
        let other = if &whole[middle..=middle] == "A" { "B" } else { "A" };
        let broken = format!("{}{other}{}", &whole[..middle], &whole[middle + 1..]);
        visit.enter(&format!("#/join/{broken}")).await?;
        visit
            .wait_for_text("main h1", "This invite does not open")
            .await?;
        visit.wait_for_text("main .lead", "changed or cut off").await?;
        fits(visit).await?;
        // The whole one right after it.
        visit.go(&format!("#/join/{whole}.")).await?;
        visit.wait_for_text("main h1", "You are invited").await
    })
    .await
}

#[tokio::test]
async fn everything_works_when_the_network_is_gone() -> Result<()> {
    visit(async |visit| {
        visit.enter(&format!("#/join/{}", invite()?)).await?;
        visit.settled().await?;
        visit.kept().await?;
        visit.lose_server()?;
        pick(visit, 2).await?;
        start(visit).await?;
        answer(visit, ANSWERS).await?;
        let response = opened(&make(visit).await?, 1)?;
        assert_eq!(row(&response), ANSWERS);
        visit.go(&format!("#/join/{}/2/A01", invite()?)).await?;
        visit.choose("A01", "2").await?;
        assert_eq!(row(&opened(&make(visit).await?, 2)?), "2x3450421543");
        Ok(())
    })
    .await
}

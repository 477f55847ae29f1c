//! Participants, each with a browser and a profile of their own, or with answers that are sealed here.

use crate::harness::workshops::{code, response};
use crate::harness::{Browser, Engine, NEXT, Profile};
use anyhow::Context;
use oxymoron::domain::workshop::Workshop;
use serde_json::json;
use xtask::Result;

/// How somebody answers.
enum Phone {
    /// A browser, which is off between the votes.
    Browser(Engine, Option<Profile>),
    /// None: codes as the app makes them.
    Sealed(Box<Sealed>),
}

/// Whose browser somebody uses. In Chromium everybody has one. Elsewhere two people have the engine's, and two Chromium's to be
/// photographed; the others have none.
pub const fn engine_of(place: usize, engine: Engine) -> Option<Engine> {
    match (engine, place) {
        (Engine::Chromium, _) | (_, 9 | 10) => Some(Engine::Chromium),
        (_, 0 | 1) => Some(engine),
        _ => None,
    }
}

/// Somebody without a browser.
pub struct Sealed {
    pub workshop: Workshop,
    /// Another one for each person.
    pub id: u64,
    /// The role's place, the first one 0.
    pub role: Option<u8>,
    pub line: &'static str,
}

impl Sealed {
    /// The code of a vote, with a line of answers.
    fn code(&self, round: u8, line: &str) -> Result<String> {
        let response = response(&self.workshop, self.id, self.role, line)?;
        code(&self.workshop, round, &response, self.id << 8 | u64::from(round))
    }
}

/// Somebody who takes part.
pub struct Participant {
    phone: Phone,
    /// The screen with the QR code of the first vote.
    pub picture: Vec<u8>,
    /// The code of the first vote.
    pub code: String,
    /// The code of the second vote.
    pub again: String,
}

impl Participant {
    /// Opens the invite, picks the role at a place in the list (0 where there are none), answers question by question as a line
    /// says, and makes the code.
    pub async fn vote(invite: &str, role: usize, line: &str) -> Result<Self> {
        let browser = Browser::start().await?;
        browser.viewport(360, 640).await?;
        browser.open_url(invite).await?;
        if role > 0 {
            browser
                .click(&format!(".join-roles .options label:nth-child({role})"))
                .await?;
        }
        browser.click(".join > p .button").await?;
        for (number, answer) in (1..).zip(line.chars()) {
            let question = format!("A{number:02}");
            browser
                .wait_until(&format!(
                    "location.hash.endsWith('/{question}') && document.querySelector('input[name={question}]')"
                ))
                .await?;
            choose(&browser, &question, answer).await?;
            browser.click(NEXT).await?;
        }
        browser.wait_for_text("main h1", "Your answer code").await?;
        let code = make(&browser).await?;
        browser
            .eval("document.querySelector('.qr').scrollIntoView({ block: 'center' })")
            .await?;
        let picture = browser.screenshot().await?;
        Ok(Self {
            phone: Phone::Browser(browser.engine(), Some(browser.close().await?)),
            picture,
            code,
            again: String::new(),
        })
    }

    /// The same without a browser, and without a screen to be photographed.
    pub fn sealed(sealed: Sealed) -> Result<Self> {
        Ok(Self {
            code: sealed.code(1, sealed.line)?,
            phone: Phone::Sealed(Box::new(sealed)),
            picture: Vec::new(),
            again: String::new(),
        })
    }

    /// Opens the link of the second vote on the first area, and answers it.
    pub async fn vote_again(&mut self, link: &str, answer: char) -> Result<()> {
        let (engine, profile) = match &mut self.phone {
            Phone::Browser(engine, profile) => (*engine, profile),
            Phone::Sealed(sealed) => {
                let others = sealed.line.get(1..).context("twelve answers")?;
                self.again = sealed.code(2, &format!("{answer}{others}"))?;
                return Ok(());
            }
        };
        let browser = Browser::start_on(profile.take().context("a profile")?);
        let browser = engine.meanwhile(browser).await?;
        browser.open_url(link).await?;
        browser.wait_for_text("main h1", "Second vote").await?;
        choose(&browser, "A01", answer).await?;
        self.again = make(&browser).await?;
        *profile = Some(browser.close().await?);
        Ok(())
    }
}

async fn choose(browser: &Browser, question: &str, answer: char) -> Result<()> {
    let input = format!("input[name='{question}'][value='{answer}']");
    browser.click(&format!("label:has({input})")).await?;
    browser
        .wait_until(&format!("document.querySelector({}).checked", json!(input)))
        .await
}

async fn make(browser: &Browser) -> Result<String> {
    browser.click("[data-make]").await?;
    browser
        .wait_until("document.querySelector('#join-code') && !document.querySelector('[data-make]')")
        .await?;
    let code = browser.eval("document.querySelector('#join-code').value").await?;
    Ok(code.as_str().context("a code")?.to_owned())
}

/// What is pasted, opened as a link, and photographed: the last two pairs, all others pasted.
pub fn ways<'a>(codes: &[&'a str]) -> (Vec<&'a str>, Vec<&'a str>, Vec<&'a str>) {
    let (pasted, rest) = codes.split_at(codes.len() - 4);
    let (linked, pictured) = rest.split_at(2);
    (pasted.to_vec(), linked.to_vec(), pictured.to_vec())
}

/// A code with one character changed.
pub fn damaged(code: &str) -> String {
    let middle = code.len() / 2;
    let other = if code[middle..=middle] == *"A" { "B" } else { "A" };
    format!("{}{other}{}", &code[..middle], &code[middle + 1..])
}

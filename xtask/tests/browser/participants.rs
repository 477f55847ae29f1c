//! Every screen that somebody sees who takes part in a workshop, for the checks that hold on all of them.

use crate::harness::Visit;
use crate::workshop_join::{ANSWERS, answer, invite, make, pick, start};
use crate::workshop_pass::{ON, answer_all, blank, pass};
use xtask::Result;

/// A participant's way, with a look at each screen of it.
pub async fn join(visit: &Visit, mut look: impl AsyncFnMut(&'static str) -> Result<()>) -> Result<()> {
    visit.enter(&format!("#/join/{}", invite()?)).await?;
    visit.wait_for_text(".join", "Who can see what").await?;
    look("an invite").await?;
    pick(visit, 2).await?;
    start(visit).await?;
    visit.wait_for(".question input").await?;
    look("a participant's question").await?;
    answer(visit, ANSWERS).await?;
    look("what is handed in").await?;
    make(visit).await?;
    look("an answer code").await
}

/// One turn of a device that is passed round, with a look at each screen of it.
pub async fn pass_round(visit: &Visit, mut look: impl AsyncFnMut(&'static str) -> Result<()>) -> Result<()> {
    pass(visit, &["Leader", "Seller"]).await?;
    blank(visit, "").await?;
    look("a device to take").await?;
    visit.click(".pass .button").await?;
    visit.wait_for_text("h1", "Which role is yours?").await?;
    look("a role on a passed device").await?;
    visit.click(".option:nth-child(2)").await?;
    visit.click(ON).await?;
    visit.wait_for_text(".pass .eyebrow", "Question 1 of 12").await?;
    look("a question on a passed device").await?;
    answer_all(visit, "2").await?;
    look("the end of a turn").await
}

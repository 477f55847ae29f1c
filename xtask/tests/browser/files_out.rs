//! Files on their way out: what became of them, and in which form tables come.

use crate::exchange::{EVERYTHING, take_out};
use crate::harness::{
    downloaded, engines,
    records::{ID, assessment, key},
    visit,
};
use xtask::Result;

engines! {
    a_copy_counts_when_the_browser_or_the_person_says_that_it_arrived: chromium;
    tables_come_in_the_form_that_was_chosen: chromium firefox;
}

/// Stands for the browser's own dialog: written and closed, or closed by the person.
const DIALOG: &str = "
    window.written = [];
    window.showSaveFilePicker = async ({ suggestedName }) => {
        if (window.cancels) { throw new DOMException('closed', 'AbortError'); }
        return { createWritable: async () => ({ write: async (text) => { written.push([suggestedName, text]); }, close: async () => {} }) };
    };
";

async fn a_copy_counts_when_the_browser_or_the_person_says_that_it_arrived() -> Result<()> {
    visit(async |visit| {
        visit
            .seed(&[(&key(ID), &assessment(ID, "Done", &["1"; 12]))])
            .await?;
        visit.enter("#/take").await?;
        let folder = tempfile::tempdir()?;
        // A download tells nothing. "No" leaves it as it was, and it is asked once.
        take_out(visit, folder.path()).await?;
        visit.click("[data-handed=true] button:last-of-type").await?;
        visit.wait_for("[data-handed=false]").await?;
        visit
            .wait_for_text("main", "Nothing has left this device yet")
            .await?;
        // A dialog that was closed tells that nothing has left.
        visit.run(DIALOG).await?;
        visit.run("window.cancels = true;").await?;
        visit.click("[data-take=everything]").await?;
        visit
            .wait_for_text("main", "Nothing has left this device yet")
            .await?;
        // One that has written tells that it has.
        visit.run("window.cancels = false;").await?;
        visit.click("[data-take=everything]").await?;
        visit.wait_for_text("main", "Last copy taken out").await?;
        assert_eq!(visit.count("[data-handed=true]").await?, 0);
        assert_eq!(visit.string("written[0][0]").await?, EVERYTHING);
        assert!(visit.string("written[0][1]").await?.contains(ID));
        Ok(())
    })
    .await
}

async fn tables_come_in_the_form_that_was_chosen() -> Result<()> {
    visit(async |visit| {
        visit
            .seed(&[(&key(ID), &assessment(ID, "Done", &["1"; 12]))])
            .await?;
        visit.enter(&format!("#/results/{ID}")).await?;
        visit
            .eval(
                "(() => { const field = document.querySelector('#table-form'); field.value = 'semicolon'; \
                 field.dispatchEvent(new Event('change', { bubbles: true })); })()",
            )
            .await?;
        visit.reload().await?;
        visit.alive().await?;
        visit
            .wait_until("document.querySelector('#table-form')?.value === 'semicolon'")
            .await?;
        let folder = tempfile::tempdir()?;
        visit.download_to(folder.path()).await?;
        visit.click(".take-along-formats > summary").await?;
        visit.click("[data-take=csv]").await?;
        let table = downloaded(folder.path(), "oxymoron-2026-11-18.csv").await?;
        assert!(table.starts_with("\u{feff}assessment;subject;day"), "{table:.80}");
        visit.go("#/data").await?;
        visit.wait_for_text(".data-table", "How tables are written").await
    })
    .await
}

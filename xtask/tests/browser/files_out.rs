//! Files on their way out: what became of them, and in which form tables come.

use crate::exchange::{EVERYTHING, export_everything};
use crate::harness::{
    PAPERS, downloaded, engines,
    records::{ID, assessment, key, numbered, with},
    visit,
};
use crate::heard::{RECORDER, heard};
use serde_json::json;
use std::collections::BTreeSet;
use xtask::Result;

engines! {
    a_copy_counts_when_the_browser_or_the_person_says_that_it_arrived: chromium;
    tables_come_in_the_form_that_was_chosen: chromium firefox;
    what_became_of_a_file_is_asked_where_it_was_asked_for: chromium;
    the_address_of_a_file_stands_for_a_minute: chromium firefox;
    a_downloaded_report_parts_no_date_from_its_name_and_no_foot_from_the_rest: chromium;
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
        export_everything(visit, folder.path()).await?;
        // The same question about a second file is heard as well.
        visit.eval(RECORDER).await?;
        visit.click("[data-take=everything]").await?;
        let said = heard(visit).await?;
        assert!(
            said.iter().any(|said| said.starts_with("Did the file arrive?")),
            "{said:?}"
        );
        visit.click("[data-handed=true] button:last-of-type").await?;
        visit.wait_for("[data-handed=false]").await?;
        visit
            .wait_for_text("main", "No copy of everything has left this device yet")
            .await?;
        // A dialog that was closed tells that nothing has left.
        visit.run(DIALOG).await?;
        visit.run("window.cancels = true;").await?;
        visit.click("[data-take=everything]").await?;
        visit
            .wait_for_text("main", "No copy of everything has left this device yet")
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

async fn what_became_of_a_file_is_asked_where_it_was_asked_for() -> Result<()> {
    const HEAD: &str = ".results-head [data-handed=true]";
    const END: &str = ".take-along [data-handed=true]";
    visit(async |visit| {
        visit
            .seed(&[(&key(ID), &assessment(ID, "Done", &["1"; 12]))])
            .await?;
        // No sheet takes a file here.
        visit.before_load("navigator.canShare = undefined;").await?;
        visit.enter(&format!("#/results/{ID}")).await?;
        let folder = tempfile::tempdir()?;
        visit.download_to(folder.path()).await?;
        visit.click(".results-head [data-take=share]").await?;
        visit.wait_for(HEAD).await?;
        assert_eq!(visit.count(END).await?, 0, "it is asked once");
        downloaded(folder.path(), "oxymoron-2026-11-18.html").await?;
        visit.click(".take-along [data-take=share]").await?;
        visit.wait_for(END).await?;
        assert_eq!(visit.count(HEAD).await?, 0, "it is asked once");
        visit.click(&format!("{END} button:last-of-type")).await?;
        // Where the browser tells what became of it there is nothing to ask.
        visit.run(DIALOG).await?;
        visit.click(".results-head [data-take=share]").await?;
        visit.wait_until("written.length === 1").await?;
        visit
            .wait_until("localStorage.getItem('oxymoron/1/backup/device') !== null")
            .await?;
        assert_eq!(visit.count("[data-handed=true]").await?, 0);
        visit.go("#/data").await?;
        visit.click(".whole-lot .button:not(.button-quiet)").await?;
        visit.wait_until("written.length === 2").await?;
        visit
            .wait_until("JSON.parse(localStorage.getItem('oxymoron/1/backup/device')).body.everything > 0")
            .await?;
        assert_eq!(visit.string("written[1][0]").await?, EVERYTHING);
        assert_eq!(visit.count("[data-handed=true]").await?, 0);
        // A record alone counts the same way.
        visit.click(".data-table .data-actions button").await?;
        visit.wait_until("written.length === 3").await?;
        visit
            .wait_until(&format!(
                "JSON.parse(localStorage.getItem('oxymoron/1/backup/device')).body.single['{ID}'] > 0"
            ))
            .await?;
        Ok(())
    })
    .await
}

/// Keeps what was to be done after a minute, and says which addresses were made and taken back.
const CLOCK: &str = "
    window.later = []; window.made = []; window.gone = [];
    const timeout = window.setTimeout.bind(window);
    window.setTimeout = (then, wait, ...rest) => wait === 60000 ? window.later.push(then) : timeout(then, wait, ...rest);
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (blob) => { const address = createObjectURL.call(URL, blob); window.made.push(address); return address; };
    URL.revokeObjectURL = (address) => { window.gone.push(address); revokeObjectURL.call(URL, address); };
";

/// Some browsers open the file only after the person has said where to.
async fn the_address_of_a_file_stands_for_a_minute() -> Result<()> {
    visit(async |visit| {
        visit
            .seed(&[(&key(ID), &assessment(ID, "Done", &["1"; 12]))])
            .await?;
        visit.before_load(CLOCK).await?;
        visit.enter("#/take").await?;
        let folder = tempfile::tempdir()?;
        export_everything(visit, folder.path()).await?;
        let counts = visit.eval("[made.length, later.length, gone.length]").await?;
        assert_eq!(counts, json!([1, 1, 0]));
        visit.run("later[0]();").await?;
        assert_eq!(visit.eval("gone").await?, visit.eval("made").await?);
        Ok(())
    })
    .await
}

/// How the foot of a report begins, without its spaces.
const FOOT: &str = "Instrumentversion1,takenout";

/// Wherever the plan ends on the paper, and wherever the last area does.
async fn a_downloaded_report_parts_no_date_from_its_name_and_no_foot_from_the_rest() -> Result<()> {
    visit(async |visit| {
        let plan = json!({
            "chosen": ["A04 chance 2 3", 2], "experiment": ["Two sellers open first meetings in a new way.", 3], "counted": ["", 0],
            "owner": ["Ada", 4], "learned": ["", 0], "start": ["2026-11-23", 5], "stop": ["2026-12-07", 6], "review": ["2027-01-18", 7],
            "status": ["running", 8],
        });
        let record = with(ID, &json!({ "plan": plan, "answers": numbered(&["3"; 12]) }));
        visit.seed(&[(&key(ID), &record)]).await?;
        visit.enter(&format!("#/results/{ID}")).await?;
        let folder = tempfile::tempdir()?;
        visit.download_to(folder.path()).await?;
        visit.click(".take-along-formats > summary").await?;
        visit.click("[data-take=html]").await?;
        let name = "oxymoron-2026-11-18.html";
        downloaded(folder.path(), name).await?;
        visit
            .open_url(&format!("file://{}", folder.path().join(name).display()))
            .await?;
        let mut breaks = 0;
        for lines in (0..60).step_by(3) {
            visit
                .run(&format!(
                    "const dd = [...document.querySelectorAll('dd')].find((dd) => dd.innerText.startsWith('Two sellers')); \
                     dd.innerText = ['Two sellers', ...Array({lines}).fill('One line more.')].join('\\n');"
                ))
                .await?;
            let pages = visit.printed(PAPERS[0]).await?;
            for (term, day) in [
                ("Start", "2026-11-23"),
                ("Stop", "2026-12-07"),
                ("Review", "2027-01-18"),
            ] {
                let whole = pages.iter().any(|page| page.contains(&format!("{term}{day}")));
                assert!(whole, "{lines} lines: {term} is parted from {day}: {pages:#?}");
            }
            breaks += usize::from(pages.first().is_some_and(|page| !page.contains("Review2027-01-18")));
        }
        assert!(breaks > 0, "the plan was to end on the second page at times");

        visit
            .run("document.querySelector('main').lastElementChild.before(document.createElement('div'));")
            .await?;
        let mut lengths = BTreeSet::new();
        for height in (0..1_000).step_by(40) {
            visit
                .run(&format!(
                    "document.querySelector('main > div').style.height = '{height}px';"
                ))
                .await?;
            let pages = visit.printed(PAPERS[0]).await?;
            let last = pages.last().map_or("", String::as_str);
            assert!(
                last.contains(FOOT) && !last.starts_with(FOOT),
                "{height} px: the foot is alone: {last}"
            );
            lengths.insert(pages.len());
        }
        assert!(lengths.len() > 1, "the foot was to move to another page: {lengths:?}");
        Ok(())
    })
    .await
}

//! The main journey, and what is left of it when the tab or the browser is killed on the way.

use crate::harness::{NEXT, Visit, engines, records::numbered, visit};
use xtask::Result;

engines! {
    someone_new_answers_everything_and_finds_it_again: chromium firefox webkit;
    a_tab_killed_between_two_answers_loses_none: chromium firefox;
}

/// What the result says, as far as it is settled: where one is, and that there is something to read.
async fn result_is_shown(visit: &Visit, subject: &str) -> Result<()> {
    assert!(visit.fragment().await?.starts_with("#/results/"));
    // To be filled once the screen is there: index, range, areas, the subject in the heading.
    let _ = subject;
    visit.wait_for("main").await.map(drop)
}

async fn someone_new_answers_everything_and_finds_it_again() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        assert_eq!(visit.count(".records").await?, 0);
        visit.answer("A01", "3").await?;
        visit
            .wait_for_text(".first-status .save", "Saved in this browser")
            .await?;
        visit.follow(NEXT).await?;
        assert_eq!(visit.heading().await?, "Hiring for change");
        assert!(visit.text(".progress-words").await?.starts_with("Area 2 of 12"));

        for area in 2..=12 {
            let question = format!("A{area:02}");
            let level = (area % 5 + 1).to_string();
            visit.answer(&question, &level).await?;
            if area == 5 {
                visit.type_into("#note", "Only twice last year").await?;
                visit.type_into("#subject", "Field sales north").await?;
                visit.type_day("#day", 11, 20, 2026).await?;
            }
            if area < 12 {
                visit.follow(NEXT).await?;
            }
        }
        assert!(
            visit
                .text(".progress-words")
                .await?
                .contains("every question answered")
        );
        visit.to_results(NEXT).await?;
        result_is_shown(visit, "Field sales north").await?;

        visit.crash().await?;
        visit.enter("#/").await?;
        visit.wait_for_text(".record h3", "Field sales north").await?;
        assert!(visit.text(".record").await?.contains("All 12 answered"));
        visit.wait_for_text(".return", "Field sales north").await?;
        visit.to_results(".record-actions a").await?;
        result_is_shown(visit, "Field sales north").await?;

        let body = &visit.record().await?["body"];
        let levels: Vec<String> = (1..=12)
            .map(|area| if area == 1 { 3 } else { area % 5 + 1 }.to_string())
            .collect();
        let expected = numbered(&levels.iter().map(String::as_str).collect::<Vec<_>>());
        for (question, answer) in expected.as_object().into_iter().flatten() {
            assert_eq!(body["answers"][question][0], answer[0], "{question}");
        }
        assert_eq!(body["notes"]["A05"][0], "Only twice last year");
        assert_eq!(body["subject"][0], "Field sales north");
        assert_eq!(body["day"][0], "2026-11-20");

        // And on the screen as in the record.
        let assess = visit.fragment().await?.replace("results", "assess");
        visit.go(&format!("{assess}/A05")).await?;
        assert!(visit.checked("A05", "1").await?);
        assert_eq!(
            visit.string("document.querySelector('#note').value").await?,
            "Only twice last year"
        );
        assert_eq!(
            visit.string("document.querySelector('#subject').value").await?,
            "Field sales north"
        );
        assert_eq!(
            visit.string("document.querySelector('#day').value").await?,
            "2026-11-20"
        );
        Ok(())
    })
    .await
}

async fn a_tab_killed_between_two_answers_loses_none() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.answer("A01", "2").await?;
        for (question, answer) in [("A02", "5"), ("A03", "0"), ("A04", "4")] {
            visit.follow(NEXT).await?;
            // Not waiting for the record: what counts is that it is there when the click is.
            visit.choose(question, answer).await?;
        }
        visit.kill_tab().await?;
        visit.enter("#/").await?;
        let answers = visit.record().await?["body"]["answers"].clone();
        for (question, answer) in [("A01", "2"), ("A02", "5"), ("A03", "0"), ("A04", "4")] {
            assert_eq!(answers[question][0], answer, "{answers}");
        }
        assert!(visit.text(".record").await?.contains("4 of 12 answered"));
        visit.follow(".welcome-back a").await?;
        assert!(visit.fragment().await?.ends_with("/A05"));
        Ok(())
    })
    .await
}

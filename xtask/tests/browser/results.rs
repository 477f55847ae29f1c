//! The results, as far as they can be checked from outside: reachable, without a barrier, printable.

use crate::{
    harness::{Visit, visit},
    screens::{self, FILLED},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use xtask::Result;

/// Shows the results of the finished record.
async fn show(visit: &Visit) -> Result<()> {
    screens::seed(visit).await?;
    screens::show(visit, FILLED[11]).await
}

#[tokio::test]
async fn they_have_a_heading_and_no_complaint() -> Result<()> {
    visit(async |visit| {
        show(visit).await?;
        assert!(visit.fragment().await?.starts_with("#/results/"));
        assert!(!visit.heading().await?.is_empty());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn they_print() -> Result<()> {
    visit(async |visit| {
        show(visit).await?;
        let printed = visit
            .cdp(
                "Page.printToPDF",
                json!({ "paperWidth": 8.27, "paperHeight": 11.69 }),
            )
            .await?;
        let pdf = STANDARD.decode(printed["data"].as_str().unwrap_or_default())?;
        assert!(pdf.starts_with(b"%PDF-"));
        // A page without text embeds no font.
        assert!(
            pdf.windows(5).any(|it| it == b"/Font"),
            "{} bytes without text",
            pdf.len()
        );
        Ok(())
    })
    .await
}

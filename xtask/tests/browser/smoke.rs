//! The release app starts in Chromium under its own policy, wherever it is put.

use crate::harness::{dist, option, visit, visit_to};
use std::collections::BTreeSet;
use xtask::{Result, server::Server};

#[tokio::test]
async fn every_file_is_asked_for_once_and_from_here() -> Result<()> {
    visit(async |visit| {
        visit.enter("#/").await?;
        visit.settled().await?;
        visit.kept().await?;
        let asked = visit.requests().await?;
        let here = visit.server.url();
        assert!(asked.len() >= 5, "{asked:?}");
        assert!(
            asked.iter().all(|request| request.url.starts_with(here)),
            "{asked:?}"
        );
        let served = visit.server.requests();
        // The page for itself, and for the service worker if it is another one by then.
        let pages: Vec<_> = served.iter().filter(|request| request.path == "/").collect();
        let known = pages
            .iter()
            .map(|request| request.header("if-none-match").is_some());
        assert_eq!(known.collect::<Vec<_>>(), [false, true], "{pages:?}");
        assert_eq!(served.len(), 20, "{served:?}");
        for (suffix, files) in [(".wasm", 12), (".js", 2), (".txt", 2), (".css", 1), (".svg", 1)] {
            let asked: Vec<_> = served
                .iter()
                .map(|request| &request.path)
                .filter(|path| path.ends_with(suffix))
                .collect();
            assert_eq!(asked.len(), files, "{suffix} of {served:?}");
            assert_eq!(BTreeSet::from_iter(asked).len(), files, "{suffix} of {served:?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn any_sub_path_will_do() -> Result<()> {
    let server = Server::builder(dist()?).mount("/some/sub/path/").start()?;
    visit_to(server, async |visit| {
        visit.enter("").await?;
        visit.answer("A01", "4").await?;
        visit.follow(".card-foot .button").await?;
        assert!(visit.fragment().await?.ends_with("/A02"));
        visit.reload().await?;
        visit.alive().await?;
        visit.wait_for(&option("A02", "1")).await?;
        assert_eq!(visit.record().await?["body"]["answers"]["A01"][0], "4");
        Ok(())
    })
    .await
}

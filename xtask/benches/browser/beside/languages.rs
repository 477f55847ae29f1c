//! When the first question can be answered in each other language, beside a static page in it.

use super::{Contender, Each, Row, visits::tapped};
use crate::{
    figures::Series,
    harness::Profile,
    load::load_in,
    phone::{Pace, slow_network},
    site::{LANGUAGES, Site},
};
use anyhow::{Context, Result};

/// Visits of each page in a run.
const VISITS: usize = 3;

/// Milliseconds of every first visit, in the order of the languages.
pub struct Languages(Vec<Each>);

impl Default for Languages {
    fn default() -> Self {
        Self(LANGUAGES.iter().map(|_| Each::default()).collect())
    }
}

impl Languages {
    /// Visits of each page in each language but English, in turn, on the slow phone, in fresh browsers. What counts is the median of three: two
    /// visits of one static page differ by up to 50 ms.
    pub async fn measure(&mut self, site: &Site) -> Result<()> {
        for (language, each) in LANGUAGES.iter().zip(&mut self.0).skip(1) {
            let mut visits = Each::default();
            for _ in 0..VISITS {
                for (contender, address) in [
                    (Contender::Still, site.still_in(language)),
                    (Contender::App, site.app_in(language)),
                ] {
                    let browser = Pace::Phone.start(Profile::new()?, site).await?;
                    slow_network(&browser).await?;
                    let seen = load_in(&browser, &address, tapped(contender)).await?;
                    let visits = visits.get_mut(contender as usize).context("three contenders")?;
                    visits.push(seen.shown.context("nothing was seen")?);
                }
            }
            for (series, visits) in each
                .iter_mut()
                .zip(visits)
                .filter(|(_, visits)| !visits.is_empty())
            {
                series.push(Series(visits).median());
            }
        }
        Ok(())
    }

    /// What came of it.
    pub fn rows(&self) -> Vec<Row> {
        let languages = LANGUAGES.iter().zip(&self.0).skip(1);
        let row = |(language, each)| {
            Row::new(
                &format!("first question answerable in {language}, slow"),
                "ms",
                each,
            )
            .of_static(1.05)
        };
        languages.map(row).collect()
    }
}

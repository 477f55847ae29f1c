//! The app beside a static page and a Preact page with the same twelve questions: all three in turn in every run, by the same
//! steps in the same browser.

mod languages;
mod publish;
mod row;
mod session;
mod visits;

pub use publish::publish;
pub use row::{Row, table};

use crate::{
    collect::Pastes,
    figures::{Figure, Series},
    load::Load,
    machine,
    phone::Pace,
    site::Site,
    trace::Work,
};
use anyhow::Result;
use languages::Languages;
use session::Sessions;
use visits::Visits;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contender {
    Still,
    Preact,
    App,
}

impl Contender {
    pub const ALL: [Self; 3] = [Self::Still, Self::Preact, Self::App];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Still => "static page",
            Self::Preact => "Preact",
            Self::App => "app",
        }
    }

    fn address(self, site: &Site) -> String {
        match self {
            Self::Still => site.still(),
            Self::Preact => site.preact(),
            Self::App => site.app(),
        }
    }

    /// Holds once the page answers by itself.
    const fn is_alive(self) -> &'static str {
        match self {
            Self::Still | Self::Preact => "document.querySelector('.question')",
            Self::App => "'alive' in document.documentElement.dataset && document.querySelector('main h1')",
        }
    }

    /// Holds once the first visit has fetched, and kept, whatever it fetches by itself.
    const fn is_kept(self) -> &'static str {
        match self {
            Self::Still | Self::Preact => "document.readyState === 'complete'",
            Self::App => "navigator.serviceWorker.controller?.state === 'activated'",
        }
    }
}

/// How many codes are pasted at once, and half of the milliseconds that this took in November 2026 on a quiet machine.
const CODES: u32 = 10_000;
const CODES_WANTED: f64 = 2_350.0;

/// One series for each contender, in the order of [`Contender::ALL`].
pub type Each = [Vec<f64>; 3];

/// The visits and the sessions of all of them, and what nobody else does.
#[derive(Default)]
pub struct Beside {
    visits: Visits,
    sessions: Sessions,
    languages: Languages,
    loads: Vec<f64>,
    pastes: Pastes,
    loads_of_pastes: Vec<f64>,
}

impl Beside {
    /// Measures all three in turn, so many times.
    pub async fn measure(site: &Site, runs: usize) -> Result<Self> {
        let mut beside = Self::default();
        for run in 1..=runs {
            for contender in Contender::ALL {
                eprintln!("    {}, run {run} of {runs}", contender.name());
                beside.visits.measure(site, contender).await?;
                for pace in [Pace::Phone, Pace::Desk] {
                    beside.sessions.measure(site, contender, pace).await?;
                }
            }
            beside.languages.measure(site).await?;
            beside.loads.push(machine::load());
        }
        beside.pastes = Pastes::measure(site, CODES, runs).await?;
        beside.loads_of_pastes.push(machine::load());
        Ok(beside)
    }

    /// The first question in every language alone.
    pub async fn languages(site: &Site, runs: usize) -> Result<Vec<Row>> {
        let (mut languages, mut loads) = (Languages::default(), Vec::new());
        for _ in 0..runs {
            languages.measure(site).await?;
            loads.push(machine::load());
        }
        Ok(languages
            .rows()
            .into_iter()
            .map(|row| row.at_load(&loads))
            .collect())
    }

    /// What came of it.
    pub fn rows(&self) -> Vec<Row> {
        let Pastes { took, longest } = &self.pastes;
        let app = |values: &Vec<f64>| [Vec::new(), Vec::new(), values.clone()];
        let pastes = [
            Row::new("10,000 answer codes pasted", "ms", &app(took)).at_most(CODES_WANTED),
            Row::new("of that the longest task", "ms", &app(longest)).at_most(50.0),
        ];
        let rows = self.visits.rows().into_iter().chain(self.languages.rows());
        let rows = rows.chain(self.sessions.rows());
        let rows = rows.map(|row| row.at_load(&self.loads));
        let pastes = pastes.map(|row| row.at_load(&self.loads_of_pastes));
        rows.chain(pastes).collect()
    }

    /// What is measured of the app alone.
    pub fn figures(&self) -> Vec<Figure> {
        let app = &self.visits.app;
        vec![
            Figure::new(
                "app alive, slow",
                app.iter().filter_map(|load| load.alive).collect(),
            ),
            Figure::new(
                "blocking time after the first question, slow",
                app.iter().map(Load::blocking).collect(),
            )
            .at_most(50.0),
        ]
    }

    /// What is worth a sentence beyond the tables.
    pub fn remarks(&self) -> Vec<String> {
        let app = &self.visits.app;
        let mut remarks: Vec<String> = Contender::ALL
            .into_iter()
            .zip(&self.sessions.works)
            .map(|(contender, works)| {
                let of = |part: fn(&Work) -> f64| works.iter().map(part).collect::<Series>().median();
                format!(
                    "one answer, slow, {}: {:.1} ms, of it dispatching the event {:.1}, style {:.1}, layout {:.1}, paint and commit {:.1}",
                    contender.name(),
                    of(|work| work.total),
                    of(|work| work.dispatch),
                    of(|work| work.style),
                    of(|work| work.layout),
                    of(|work| work.paint),
                )
            })
            .collect();
        let lost = app.iter().filter(|load| !load.held).count();
        if lost > 0 {
            remarks.push(format!(
                "the first answer was lost in {lost} of {} loads of the app",
                app.len()
            ));
        }
        let blocking = app.iter().map(Load::blocking).collect::<Series>().median();
        let distance = |load: &&Load| (load.blocking() - blocking).abs();
        if let Some(typical) = app.iter().min_by(|a, b| distance(a).total_cmp(&distance(b))) {
            remarks.push("longest tasks after the first question, in the run nearest the median:".to_owned());
            remarks.extend(typical.longest());
        }
        remarks
    }
}

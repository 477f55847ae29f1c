//! Figures of three contenders beside each other.

use super::{Contender, Each};
use crate::figures::{Series, aligned};

/// What a figure of the app should be at most.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    /// So many times that of another one.
    Times(f64, Contender),
    /// Itself.
    AtMost(f64),
    /// Nobody has said yet.
    Measured,
}

/// One line of the table.
#[derive(Debug)]
pub struct Row {
    name: String,
    unit: &'static str,
    digits: usize,
    each: Each,
    wanted: Wanted,
    loads: Vec<f64>,
}

impl Row {
    /// One that is measured, without more.
    pub fn new(name: &str, unit: &'static str, each: &Each) -> Self {
        Self {
            name: name.to_owned(),
            unit,
            digits: 0,
            each: each.clone(),
            wanted: Wanted::Measured,
            loads: Vec::new(),
        }
    }

    /// Digits after the point.
    pub fn digits(self, digits: usize) -> Self {
        Self { digits, ..self }
    }

    /// Wanted: so many times the static page's.
    pub fn of_static(self, times: f64) -> Self {
        let wanted = Wanted::Times(times, Contender::Still);
        Self { wanted, ..self }
    }

    /// Wanted: so many times the Preact page's.
    pub fn of_preact(self, times: f64) -> Self {
        let wanted = Wanted::Times(times, Contender::Preact);
        Self { wanted, ..self }
    }

    /// Wanted of the app itself.
    pub fn at_most(self, most: f64) -> Self {
        let wanted = Wanted::AtMost(most);
        Self { wanted, ..self }
    }

    /// How busy the machine was after each run.
    pub fn at_load(self, loads: &[f64]) -> Self {
        let loads = loads.to_vec();
        Self { loads, ..self }
    }

    fn of(&self, contender: Contender) -> &[f64] {
        self.each.get(contender as usize).map_or(&[], Vec::as_slice)
    }

    /// The app's share of the other one's, run by run.
    fn ratios(&self, other: Contender) -> Series {
        let pairs = self.of(Contender::App).iter().zip(self.of(other));
        pairs.map(|(app, other)| app / other).collect()
    }

    /// What is measured, beside whom, how many times theirs is wanted and how many times it is; bold where it is more.
    pub fn ratio(&self) -> Option<[String; 4]> {
        let Wanted::Times(times, other) = self.wanted else {
            return None;
        };
        let ratios = self.ratios(other);
        let seen = spread(&ratios, 2);
        let seen = match seen.split_once(' ') {
            _ if ratios.median() <= times => seen,
            Some((median, range)) => format!("**{median}** {range}"),
            None => format!("**{seen}**"),
        };
        Some([
            self.name.clone(),
            other.name().to_owned(),
            format!("{times:.2}"),
            seen,
        ])
    }

    /// What stands in each column.
    pub fn cells(&self) -> [String; 8] {
        let own = |contender| spread(&Series(self.of(contender).to_vec()), self.digits);
        let (ratio, wanted, reached) = match self.wanted {
            Wanted::Times(times, other) => {
                let ratios = self.ratios(other);
                let wanted = format!("≤ {times:.2} × {}", other.name());
                (spread(&ratios, 2), wanted, ratios.median() <= times)
            }
            Wanted::AtMost(most) => {
                let median = Series(self.of(Contender::App).to_vec()).median();
                (
                    String::new(),
                    format!("≤ {most:.0} {}", self.unit),
                    median <= most,
                )
            }
            Wanted::Measured => (String::new(), "no goal yet".to_owned(), true),
        };
        let verdict = match self.wanted {
            Wanted::Measured => "",
            _ if reached => "reached",
            _ => "MISSED",
        };
        let [still, preact, app] = Contender::ALL.map(own);
        [
            format!("{}, {}", self.name, self.unit),
            still,
            preact,
            app,
            ratio,
            wanted,
            verdict.to_owned(),
            spread(&Series(self.loads.clone()), 1),
        ]
    }
}

/// The median and the range.
fn spread(series: &Series, digits: usize) -> String {
    match series.0.len() {
        0 => "-".to_owned(),
        1 => format!("{:.digits$}", series.median()),
        _ => format!(
            "{:.digits$} ({:.digits$} to {:.digits$})",
            series.median(),
            series.quantile(0.0),
            series.quantile(1.0)
        ),
    }
}

pub const HEAD: [&str; 8] = [
    "what",
    "static page",
    "Preact",
    "app",
    "ratio",
    "wanted",
    "so far",
    "load",
];

/// For the terminal.
pub fn table(rows: &[Row]) -> String {
    let head = HEAD.map(str::to_owned);
    let lines: Vec<_> = std::iter::once(head).chain(rows.iter().map(Row::cells)).collect();
    aligned(&lines)
}

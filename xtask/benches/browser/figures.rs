//! Figures: a series of measurements against a target, and the table of all of them.

use std::fmt::Write as _;

/// Measurements of one thing.
#[derive(Debug, Clone, Default)]
pub struct Series(pub Vec<f64>);

impl Series {
    /// The value below which `share` of the measurements lie.
    pub fn quantile(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let Some(last) = sorted.len().checked_sub(1) else {
            return f64::NAN;
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index")]
        let at = |place: f64| sorted.get(place as usize).copied().unwrap_or(f64::NAN);
        #[expect(
            clippy::cast_precision_loss,
            reason = "there are never that many measurements"
        )]
        let place = share * last as f64;
        let (low, high) = (at(place.floor()), at(place.ceil()));
        low + (high - low) * place.fract()
    }

    /// The middle one.
    pub fn median(&self) -> f64 {
        self.quantile(0.5)
    }
}

impl FromIterator<f64> for Series {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

/// One line of the table.
#[derive(Debug, Clone)]
pub struct Figure {
    name: String,
    unit: &'static str,
    digits: usize,
    target: Option<f64>,
    series: Series,
}

impl Figure {
    /// A series of milliseconds without a target.
    pub fn new(name: impl Into<String>, series: Series) -> Self {
        Self {
            name: name.into(),
            unit: "ms",
            digits: 0,
            target: None,
            series,
        }
    }

    /// The unit, and how many digits after the point.
    pub fn unit(mut self, unit: &'static str, digits: usize) -> Self {
        (self.unit, self.digits) = (unit, digits);
        self
    }

    /// What the median should not exceed.
    pub fn at_most(mut self, target: f64) -> Self {
        self.target = Some(target);
        self
    }

    fn cells(&self) -> [String; 5] {
        let Self {
            name,
            unit,
            digits,
            target,
            series,
        } = self;
        let unit = if unit.is_empty() {
            String::new()
        } else {
            format!(" {unit}")
        };
        let number = |value: f64| format!("{value:.digits$}");
        let median = series.median();
        let runs = series.0.len();
        let verdict = match target {
            _ if runs == 0 => "not measured",
            None => "",
            Some(target) if median <= *target => "reached",
            Some(_) => "MISSED",
        };
        let middle = if runs == 0 {
            "-".to_owned()
        } else {
            number(median) + &unit
        };
        let spread = match runs {
            0 => String::new(),
            1 => "1 run".to_owned(),
            _ => format!(
                "{} .. {} ({runs})",
                number(series.quantile(0.0)),
                number(series.quantile(1.0))
            ),
        };
        let target = target
            .map(|target| format!("<= {}{unit}", number(target)))
            .unwrap_or_default();
        [name.clone(), target, middle, spread, verdict.to_owned()]
    }
}

/// The table of all figures.
pub fn table(figures: &[Figure]) -> String {
    let head = ["figure", "target", "median", "min .. max (runs)", ""].map(str::to_owned);
    let rows: Vec<[String; 5]> = std::iter::once(head)
        .chain(figures.iter().map(Figure::cells))
        .collect();
    aligned(&rows)
}

/// Columns as wide as their widest cell; numbers stand at the right, the first and the last column at the left.
pub fn aligned<const COLUMNS: usize>(rows: &[[String; COLUMNS]]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..COLUMNS).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (place, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let _ = if place == 0 || place + 1 == COLUMNS {
                write!(line, "{cell:<width$}  ")
            } else {
                write!(line, "{cell:>width$}  ")
            };
        }
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

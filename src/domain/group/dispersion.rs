//! Figures for the export only: nothing on a screen is decided by them.

use super::Votes;
use crate::domain::level::Level;

impl Votes {
    fn shares(&self) -> Option<[(f64, f64); 5]> {
        let total = f64::from(self.total());
        (total > 0.0)
            .then(|| Level::ALL.map(|level| (f64::from(level.number()), f64::from(self.at(level)) / total)))
    }

    /// The mean level, 1 to 5. None without a vote.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        Some(self.shares()?.iter().map(|(level, share)| level * share).sum())
    }

    /// The standard deviation of these votes, in levels; they are everybody, so nothing is taken off their number.
    #[must_use]
    pub fn standard_deviation(&self) -> Option<f64> {
        let mean = self.mean()?;
        let variance: f64 = self
            .shares()?
            .iter()
            .map(|(level, share)| share * (level - mean).powi(2))
            .sum();
        Some(variance.sqrt())
    }

    /// Consensus, 0 (half at either end) to 1 (all at one level), after Tastle and Wierman (2007).
    #[must_use]
    pub fn consensus(&self) -> Option<f64> {
        let mean = self.mean()?;
        let term = |(level, share): &(f64, f64)| {
            if *share > 0.0 {
                share * (1.0 - (level - mean).abs() / 4.0).log2()
            } else {
                0.0
            }
        };
        Some(1.0 + self.shares()?.iter().map(term).sum::<f64>())
    }

    /// Agreement A, -1 (half at either end) over 0 (spread evenly) to 1 (all at one level), after van der Eijk (2001).
    ///
    /// The counts are taken apart into layers of equal height; each layer's agreement counts with its share of the votes.
    #[must_use]
    pub fn agreement(&self) -> Option<f64> {
        let total = self.total();
        let mut left = self.0;
        let mut sum = 0.0;
        while let Some(height) = left.iter().copied().filter(|count| *count > 0).min() {
            let layer = left.map(|count| count > 0);
            let size = layer.iter().filter(|there| **there).count();
            let votes = f64::from(height) * f64::from(u8::try_from(size).unwrap_or(5));
            sum += votes * layer_agreement(layer);
            left = left.map(|count| count.saturating_sub(height));
        }
        (total > 0).then(|| sum / f64::from(total))
    }
}

/// U x (1 - (S - 1) / (K - 1)), with U from the triples that fit one peak and those that do not.
fn layer_agreement(layer: [bool; 5]) -> f64 {
    const CATEGORIES: f64 = 5.0;
    let there = layer.iter().filter(|there| **there).count();
    let (mut fitting, mut contrary) = (0_u8, 0_u8);
    for (i, first) in layer.iter().enumerate() {
        for (j, second) in layer.iter().enumerate().skip(i + 1) {
            for third in layer.iter().skip(j + 1) {
                match (first, second, third) {
                    (true, true, false) | (false, true, true) => fitting += 1,
                    (true, false, true) => contrary += 1,
                    _ => {}
                }
            }
        }
    }
    let (fitting, contrary) = (f64::from(fitting), f64::from(contrary));
    let one_peak = if fitting + contrary == 0.0 {
        1.0
    } else {
        ((CATEGORIES - 2.0) * fitting - (CATEGORIES - 1.0) * contrary)
            / ((CATEGORIES - 2.0) * (fitting + contrary))
    };
    let breadth = f64::from(u8::try_from(there).unwrap_or(5));
    one_peak * (1.0 - (breadth - 1.0) / (CATEGORIES - 1.0))
}

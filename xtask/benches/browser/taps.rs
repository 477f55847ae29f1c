//! No tap before the app is alive is lost: taps at many moments, one load each, and one load with a tap in every frame.

use crate::{
    load::{Load, load},
    site::Site,
};
use anyhow::Result;
use serde_json::json;

/// Milliseconds between two moments.
const STEP: u32 = 300;
const MOST: u32 = 60;

/// What became of the taps.
#[derive(Debug, Default)]
pub struct Taps {
    /// How many moments were before the app was alive.
    pub tried: usize,
    /// How many of their answers are in the assessment's record afterwards.
    pub kept: usize,
    /// Where one was lost, and what the load with a tap in every frame came to.
    pub remarks: Vec<String>,
}

impl Taps {
    /// Taps every 300 ms from the first paint until the app is alive.
    pub async fn measure(site: &Site) -> Result<Self> {
        let mut taps = Self::default();
        for moment in 0..MOST {
            let after = moment * STEP;
            let value = (1 + moment % 5).to_string();
            eprintln!("    a tap {after} ms after the first paint");
            let seen = load(
                site,
                &site.app(),
                json!({ "taps": [[after, value]], "until": "alive" }),
            )
            .await?;
            let Some(at) = early(&seen) else { break };
            taps.tried += 1;
            taps.kept += usize::from(seen.held);
            if !seen.held {
                taps.remarks.push(format!(
                    "lost: the tap at {at:.0} ms, {after} ms after the first paint"
                ));
            }
        }
        eprintln!("    a tap in every frame, until after the app is alive");
        let seen = load(
            site,
            &site.app(),
            json!({ "taps": [], "everyFrame": true, "until": "alive" }),
        )
        .await?;
        let verdict = if seen.held {
            "the last one is in the record"
        } else {
            "THE LAST ONE IS NOT IN THE RECORD"
        };
        taps.remarks.push(format!(
            "a tap in every frame, {} in all, across the take-over: {verdict}",
            seen.taps.len()
        ));
        Ok(taps)
    }
}

/// When the tap came, if the app was not alive by then.
fn early(seen: &Load) -> Option<f64> {
    let (at, _) = seen.taps.first()?;
    (*at < seen.alive?).then_some(*at)
}

//! An answer code made on a slow phone: drawn again until no chat damages it, from the click to the page.

use crate::{
    figures::{Figure, Series},
    harness::{Browser, workshops::workshop},
    phone,
    site::Site,
};
use anyhow::{Context, Result};

/// How many codes are made; how long one takes is a matter of luck.
const CODES: usize = 40;
/// Makes one code after the other, and answers with the milliseconds of each.
const MAKE: &str = "(async () => { const took = []; \
    const changed = () => new Promise((done) => { const watch = new MutationObserver(() => { watch.disconnect(); done(); }); \
      watch.observe(document.querySelector('.receipt'), { childList: true, characterData: true, subtree: true }); }); \
    for (let made = 0; made < COUNT; made += 1) { const start = performance.now(); const done = changed(); \
      document.querySelector('[data-fresh]').click(); await done; took.push(performance.now() - start); \
      await new Promise((again) => setTimeout(again, 50)); } return took; })()";

/// Lines for the table.
pub async fn measure(site: &Site) -> Result<Vec<Figure>> {
    let invite = workshop(0x5eed << 32, 12, &[])?.invite().seal();
    let browser = Browser::start().await?;
    browser
        .open_url(&format!("{}#/join/{invite}", site.app()))
        .await?;
    browser.wait_for(".join > p .button").await?;
    browser.click(".join > p .button").await?;
    browser
        .wait_until("location.hash.startsWith('#/assess/')")
        .await?;
    browser.wait_for(".question input[value='4'] ~ *").await?;
    browser
        .eval("void document.querySelector(\".question input[value='4']\").click()")
        .await?;
    browser
        .eval(&format!("void (location.hash = '#/join/{invite}')"))
        .await?;
    browser.wait_for("[data-make]").await?;
    browser.click("[data-make]").await?;
    browser.wait_for("[data-fresh]").await?;
    browser.slow_cpu(phone::SLOW_DOWN).await?;
    let took = browser.eval(&MAKE.replace("COUNT", &CODES.to_string())).await?;
    let took: Vec<f64> = serde_json::from_value(took).context("times")?;
    let series = Series(took);
    Ok(vec![
        Figure::new("answer code for 12 questions made, slowed 4x", series)
            .unit("ms", 0)
            .at_most(150.0),
    ])
}

//! What the app asks of the browser by its name, and no other journey would miss: a sound, and the dialog for printing.

use crate::{
    harness::{engines, visit, workshops},
    screens,
    workshop_console::{ID, console},
};
use oxymoron::domain::workshop::change::Change;
use oxymoron::domain::workshop::stage::{Stage, Timer};
use serde_json::json;
use xtask::Result;

engines! {
    the_end_of_a_stage_s_time_is_heard_once: chromium firefox;
    print_opens_the_dialog_of_the_browser: chromium firefox;
}

/// Notes what is played: what begins or ends, how high it is, and after how many tenths of a second.
const TONES: &str = "window.tones = []; for (const name of ['start', 'stop']) { \
     const own = AudioScheduledSourceNode.prototype[name]; \
     AudioScheduledSourceNode.prototype[name] = function (at) { \
     tones.push([name, this.frequency.value, Math.round((at - this.context.currentTime) * 10)]); return own.call(this, at); }; }";

async fn the_end_of_a_stage_s_time_is_heard_once() -> Result<()> {
    visit(async |visit| {
        let mut room = workshops::workshop(ID, 14, &[])?;
        room.apply(Change::WentTo(Stage::Vote), room.created);
        room.timer = Timer::paused(1);
        room.sound = true;
        let (key, text) = workshops::record(&room);
        visit.seed(&[(&key, &text)]).await?;
        visit.before_load(TONES).await?;
        visit.enter(&console(room.id)).await?;
        visit.click(".timer-button:nth-child(1)").await?;
        visit.wait_for_text(".timer-words", "over").await?;
        assert_eq!(
            visit.eval("tones").await?,
            json!([["start", 528, 0], ["stop", 528, 10]])
        );
        Ok(())
    })
    .await
}

async fn print_opens_the_dialog_of_the_browser() -> Result<()> {
    visit(async |visit| {
        visit
            .before_load("window.prints = 0; window.print = () => { window.prints += 1; };")
            .await?;
        screens::seed(visit).await?;
        screens::show(visit, screens::FILLED[11]).await?;
        visit.click(".results-actions button.link").await?;
        assert_eq!(visit.eval("prints").await?, json!(1));
        Ok(())
    })
    .await
}

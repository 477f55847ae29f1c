//! Every area over all rooms as a picture (SVG), in light colours and complete in itself: how many of all people stand at each level, and the
//! middle.

use super::Together;
use crate::app::shared::html::{colour, escape, marked};
use crate::app::shared::markdown::one_line;
use crate::app::text::Text;
use crate::app::workshop::rooms::outline::AreaRow;
use crate::domain::level::Level;

const WIDTH: u32 = 960;
const TOP: u32 = 110;
const ROW: u32 = 52;
const LEFT: u32 = 300;
const COLUMN: u32 = 120;

/// The picture.
#[must_use]
pub fn picture(together: &Together) -> String {
    let outline = together.outline();
    let rows = u32::try_from(outline.areas.len()).unwrap_or(0);
    let height = TOP + ROW * rows + 60;
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ");
    for part in [
        &*WIDTH.to_string(),
        " ",
        &height.to_string(),
        "\" font-family=\"system-ui, sans-serif\">\n<title>",
    ] {
        out.push_str(part);
    }
    escape(&mut out, &outline.title);
    out.push_str("</title>\n");
    rect(&mut out, [0, 0, WIDTH, height], colour("paper"));
    words(&mut out, [24, 44], 26, &outline.title);
    words(&mut out, [24, 70], 15, &outline.subtitle);
    for (level, x) in Level::ALL.into_iter().zip((LEFT..).step_by(COLUMN as usize)) {
        words(&mut out, [x, TOP - 14], 13, &together.pack.words.level(level));
    }
    for (area, y) in outline.areas.iter().zip((TOP..).step_by(ROW as usize)) {
        row(&mut out, area, y);
    }
    let note = together.pack.texts.get(Text::RoomsProtected);
    words(&mut out, [24, height - 24], 12, &note);
    out.push_str("</svg>\n");
    out
}

/// The area's name, and at each level a bar as wide as its share of all votes.
fn row(out: &mut String, area: &AreaRow, y: u32) {
    words(out, [24, y + 20], 15, &area.numbered());
    let all = area.votes.total();
    // Where there is no middle, the words are the counts, which stand below their bars.
    if area.all.at.is_some() || all == 0 {
        words(out, [24, y + 38], 13, &area.all.words);
    }
    let columns = Level::ALL.into_iter().zip((LEFT..).step_by(COLUMN as usize));
    for (level, x) in columns.filter(|_| all > 0) {
        let count = area.votes.at(level);
        let share = u64::from(COLUMN - 20) * u64::from(count) / u64::from(all);
        let width = u32::try_from(share).unwrap_or(0).max(u32::from(count > 0));
        let name = ["level-", &*level.number().to_string()].concat();
        rect(out, [x, y + 4, width, 20], colour(&name));
        words(out, [x, y + 40], 12, &count.to_string());
    }
}

fn rect(out: &mut String, [x, y, width, height]: [u32; 4], fill: &str) {
    for (name, value) in [("<rect x", x), (" y", y), (" width", width), (" height", height)] {
        for part in [name, "=\"", &value.to_string(), "\""] {
            out.push_str(part);
        }
    }
    for part in [" fill=\"", fill, "\"/>\n"] {
        out.push_str(part);
    }
}

fn words(out: &mut String, [x, y]: [u32; 2], size: u32, text: &str) {
    for (name, value) in [("<text x", x), (" y", y), (" font-size", size)] {
        for part in [name, "=\"", &value.to_string(), "\""] {
            out.push_str(part);
        }
    }
    for part in [" fill=\"", colour("ink"), "\">"] {
        out.push_str(part);
    }
    escape(out, &marked(&one_line(text)));
    out.push_str("</text>\n");
}

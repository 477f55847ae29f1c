//! Every area over all rooms as a picture (SVG), in light colours and complete in itself: how many of all people stand at each level, and the
//! middle.

use super::Together;
use crate::app::pack::Pack;
use crate::app::shared::html::{colour, escape};
use crate::app::shared::markdown::{one_line, short, wrapped};
use crate::app::shared::picture::{area_label, turned};
use crate::app::text::Text;
use crate::app::workshop::figures::numbered;
use crate::app::workshop::rooms::outline::AreaRow;
use crate::domain::level::Level;

const WIDTH: u32 = 960;
const TOP: u32 = 124;
const ROW: u32 = 56;
const LEFT: u32 = 336;
const COLUMN: u32 = 120;
/// Between two lines of small letters.
const LINE: u32 = 16;
/// Letters that there is room for: of the title, of an area's name, of the words below it, of a level's name and of a line at the foot.
const OF_TITLE: usize = 60;
const OF_NAME: usize = 36;
const OF_MIDDLE: usize = 40;
const OF_LEVEL: usize = 16;
const OF_FOOT: usize = 130;

/// The picture.
#[must_use]
pub fn picture(together: &Together) -> String {
    let outline = together.outline();
    let rows = u32::try_from(outline.areas.len()).unwrap_or(0);
    let foot = TOP + ROW * rows + 28;
    let note = wrapped(&together.pack.texts.get(Text::RoomsProtected), OF_FOOT);
    let height = foot + LINE * u32::try_from(note.len()).unwrap_or(0);
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
    words(&mut out, [24, 44], 26, &short(&outline.title, OF_TITLE));
    words(&mut out, [24, 70], 15, &outline.subtitle);
    for (level, x) in Level::ALL.into_iter().zip((LEFT..).step_by(COLUMN as usize)) {
        let name = wrapped(&numbered(together.pack, level), OF_LEVEL);
        let first = TOP - 14 - LINE * u32::from(name.len() > 1);
        block(&mut out, [x, first], 13, &name);
    }
    for (area, y) in outline.areas.iter().zip((TOP..).step_by(ROW as usize)) {
        row(&mut out, together.pack, area, y);
    }
    block(&mut out, [24, foot], 12, &note);
    out.push_str("</svg>\n");
    out
}

/// The area's name, and at each level a bar as wide as its share of all votes.
fn row(out: &mut String, pack: &Pack, area: &AreaRow, y: u32) {
    let name = area_label(pack, area.area, area.number, OF_NAME);
    words(out, [24, y + 18], 15, &name);
    let all = area.votes.total();
    // Where there is no middle, the words are the counts, which stand below their bars.
    if area.all.at.is_some() || all == 0 {
        let middle = wrapped(&area.all.with_figure(pack), OF_MIDDLE);
        block(out, [24, y + 34], 13, &middle);
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

/// Lines below each other.
fn block(out: &mut String, [x, y]: [u32; 2], size: u32, lines: &[String]) {
    for (line, y) in lines.iter().zip((y..).step_by(LINE as usize)) {
        words(out, [x, y], size, line);
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
    escape(out, &turned(&one_line(text)));
    out.push_str("</text>\n");
}

//! The profile as one SVG picture that needs nothing else: bars of the areas, in light colours.

use super::outline::{AreaLine, ExportSource, Outline};
use crate::app::shared::html::{colour, escape};
use crate::app::shared::markdown::{one_line, short};
use crate::app::shared::picture::{area_label, turned};
use crate::domain::score::LevelScore;

/// Width in pixels.
pub const WIDTH: u32 = 960;
/// Height in pixels.
pub const HEIGHT: u32 = 760;

const LEFT: u32 = 40;
/// Where level 1 would be if bars began at their level; a bar at level 1 is still a bar.
const TRACK: u32 = 340;
const LEVEL: u32 = 100;
const TOP: u32 = 190;
const ROW: u32 = 40;
/// Letters that there is room for before the bars, and in a line above one.
const OF_NAME: usize = 37;
const OF_LINE: usize = 40;

/// The picture.
#[must_use]
pub fn profile(taking: &ExportSource) -> String {
    let outline = Outline::new(taking);
    let mut svg = Svg(String::new());
    svg.open(&outline.title, [WIDTH, HEIGHT]);
    svg.text(LEFT, 62, 30, "ink", Font::Serif, &short(&outline.title, 52));
    svg.text(LEFT, 92, 16, "ink-soft", Font::Sans, &outline.subtitle);
    let index = match &outline.index {
        Some(index) => [&**index, " · ", &*short(&outline.band, 70)].concat(),
        None => outline.band.clone(),
    };
    svg.text(LEFT, 132, 22, "ink", Font::Serif, &index);
    for level in 1..=5 {
        svg.level(level);
    }
    let ids = taking.pack.checklist.areas.iter().map(|area| area.id);
    for ((area, id), row) in outline.areas.iter().zip(ids).zip(0..) {
        let label = area_label(taking.pack, id, area.number, OF_NAME);
        svg.area(area, &label, TOP + ROW * row);
    }
    svg.text(LEFT, HEIGHT - 60, 14, "ink-soft", Font::Sans, &outline.origin);
    // The credit on two lines, a sentence each.
    let (first, second) = outline.source.split_once(". ").unwrap_or((&outline.source, ""));
    svg.text(
        LEFT,
        HEIGHT - 40,
        13,
        "ink-soft",
        Font::Sans,
        &[first, "."].concat(),
    );
    svg.text(LEFT, HEIGHT - 20, 13, "ink-soft", Font::Sans, second);
    svg.0.push_str("</svg>\n");
    svg.0
}

/// Width of the picture for a narrow page, in pixels.
const NARROW: u32 = 360;
/// Height of one of its rows: the name above the bar.
const NARROW_ROW: u32 = 52;

/// The bars alone, for a page as wide as a phone: there the words of the whole picture would be a third of their size.
#[must_use]
pub fn narrow_profile(taking: &ExportSource) -> String {
    let outline = Outline::new(taking);
    let rows = u32::try_from(outline.areas.len()).unwrap_or_default();
    let mut svg = Svg(String::new());
    svg.open(&outline.title, [NARROW, 30 + NARROW_ROW * rows]);
    let level = |level: u32| NARROW * level / 6;
    for number in 1..=5 {
        svg.text(
            level(number) - 4,
            16,
            14,
            "ink-soft",
            Font::Sans,
            &number.to_string(),
        );
    }
    let ids = taking.pack.checklist.areas.iter().map(|area| area.id);
    for ((area, id), row) in outline.areas.iter().zip(ids).zip(0..) {
        let y = 30 + NARROW_ROW * row;
        let words = area.figure.as_ref().unwrap_or(&area.level);
        let room = OF_LINE.saturating_sub(words.chars().count());
        let name = area_label(taking.pack, id, area.number, room);
        let label = taking.pack.texts.about(&name, words);
        svg.text(0, y + 16, 15, "ink", Font::Sans, &label);
        if let Some(score) = area.score {
            let length = u32::from(score.sixths()) * NARROW / (6 * u32::from(LevelScore::SIXTHS));
            let fill = ["level-", &*score.reached().number().to_string()].concat();
            svg.rect([0, y + 24, length, 14], &fill);
        }
        for number in 1..=5 {
            svg.rect([level(number), y + 22, 1, 18], "line");
        }
    }
    svg.0.push_str("</svg>\n");
    svg.0
}

#[derive(Clone, Copy)]
enum Font {
    Serif,
    Sans,
}

struct Svg(String);

impl Svg {
    fn open(&mut self, title: &str, sides: [u32; 2]) {
        let [width, height] = sides.map(|number| number.to_string());
        let parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" viewBox=\"0 0 ",
            &width,
            " ",
            &height,
            "\" role=\"img\"><title>",
        ];
        self.0.push_str(&parts.concat());
        escape(&mut self.0, &one_line(title));
        self.0.push_str("</title>");
        let [width, height] = sides;
        self.rect([0, 0, width, height], "paper");
    }

    fn rect(&mut self, sides: [u32; 4], fill: &str) {
        let [x, y, width, height] = sides.map(|number| number.to_string());
        let parts = [
            "<rect x=\"",
            &x,
            "\" y=\"",
            &y,
            "\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" fill=\"",
            colour(fill),
            "\"/>",
        ];
        self.0.push_str(&parts.concat());
    }

    fn text(&mut self, x: u32, y: u32, size: u32, fill: &str, font: Font, text: &str) {
        let family = match font {
            Font::Serif => "Georgia, serif",
            Font::Sans => "system-ui, sans-serif",
        };
        let [x, y, size] = [x, y, size].map(|number| number.to_string());
        let parts = [
            "<text x=\"",
            &x,
            "\" y=\"",
            &y,
            "\" font-size=\"",
            &size,
            "\" font-family=\"",
            family,
            "\" fill=\"",
            colour(fill),
            "\">",
        ];
        self.0.push_str(&parts.concat());
        escape(&mut self.0, &turned(&one_line(text)));
        self.0.push_str("</text>");
    }

    fn level(&mut self, level: u32) {
        let x = TRACK + LEVEL * level;
        self.text(x - 4, TOP - 20, 14, "ink-soft", Font::Sans, &level.to_string());
        self.rect([x, TOP - 10, 1, ROW * 12], "line");
    }

    fn area(&mut self, area: &AreaLine, label: &str, y: u32) {
        self.text(LEFT, y + 18, 16, "ink", Font::Sans, label);
        let (end, words) = match area.score {
            Some(score) => {
                // A bar from half a level before the first line, so that level 1 can be seen.
                let length = u32::from(score.sixths()) * LEVEL / u32::from(LevelScore::SIXTHS) - LEVEL / 2;
                let fill = ["level-", &*score.reached().number().to_string()].concat();
                self.rect([TRACK + LEVEL / 2, y + 4, length, 18], &fill);
                (
                    TRACK + LEVEL / 2 + length,
                    area.figure.clone().unwrap_or_default(),
                )
            }
            None => (TRACK + LEVEL / 2, area.level.clone()),
        };
        self.text(end + 8, y + 18, 15, "ink-soft", Font::Sans, &words);
    }
}

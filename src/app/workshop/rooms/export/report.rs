//! Many rooms as one HTML page without a script, readable and printable anywhere. The counts that it holds bring it back.

use super::Together;
use crate::app::shared::html::{element, escape, head};
use crate::app::text::Text;
use crate::app::workshop::rooms::outline::{AreaRow, CellWords, PlanRow, RoomsOutline, cell, room_name};
use crate::domain::exchange::{COUNTS_ID, COUNTS_MARK};
use crate::domain::rollup::file::counts_for_page;
use crate::domain::rollup::room::Room;

/// Rooms beside one another in a table, so that it fits on paper.
const BESIDE: usize = 6;

const STYLE: &str = "main, footer { max-width: 64rem; } td svg { width: 4rem; } tbody + tbody { border-top: 2px solid; }
@media print { @page { margin: 12mm; } h1 { font-size: 18pt; } h2 { margin: 1rem 0 .3rem; font-size: 13pt; padding-top: .4rem; }
  body { font-size: 8.5pt; max-width: 64rem; } th, td { padding-block: .15rem; padding-inline-end: .5rem; } td svg { width: 2.6rem; } }
";

/// The page.
#[must_use]
pub fn report(together: &Together) -> String {
    let outline = together.outline();
    let mut page = Page {
        out: String::new(),
        together,
    };
    let days = outline.days.clone().unwrap_or_else(|| together.today.into());
    let named = together.pack.row(&[&outline.title, &days]);
    head(&mut page.out, together.pack, &named, STYLE);
    page.element("h1", &together.pack.isolated(&outline.title));
    page.element("p", &outline.subtitle);
    for note in &outline.notes {
        page.element("p", note);
    }
    page.copy("h2", Text::RoomsAreas);
    page.areas(&outline);
    page.copy("p", outline.about_apart());
    page.copy("h2", Text::RoomsEach);
    for rooms in together.roll_up.rooms.rooms().chunks(BESIDE) {
        page.rooms(&outline, rooms);
    }
    page.plans(Text::RoomsPlans, &outline.plans);
    page.plans(Text::RoomsKept, &outline.kept);
    page.since(&outline);
    page.out.push_str("</main>\n<footer>\n");
    page.copy("p", Text::RoomsProtected);
    page.element("p", &together.pack.row(&[&*together.origin(), COUNTS_MARK]));
    page.element("p", &together.pack.words.source_line());
    let counts = counts_for_page(together.roll_up, together.pack.checklist.version, together.now);
    for part in [
        "</footer>\n<script type=\"application/json\" id=\"",
        COUNTS_ID,
        "\">",
        &counts,
        "</script>\n</body>\n</html>\n",
    ] {
        page.out.push_str(part);
    }
    page.out
}

struct Page<'a> {
    out: String,
    together: &'a Together<'a>,
}

impl Page<'_> {
    fn element(&mut self, name: &str, text: &str) {
        element(&mut self.out, name, text);
    }

    fn copy(&mut self, name: &str, text: Text) {
        element(&mut self.out, name, &self.together.pack.texts.get(text));
    }

    fn areas(&mut self, outline: &RoomsOutline) {
        self.out.push_str("<table>\n<thead><tr>");
        for text in outline.columns() {
            self.copy("th", text);
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        let apart = outline.tells_apart();
        for area in &outline.areas {
            self.out.push_str("<tr>");
            self.name(area);
            self.cell(&area.all);
            for figure in [&area.inside, &area.between].into_iter().filter(|_| apart) {
                self.element("td", figure);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n");
    }

    fn rooms(&mut self, outline: &RoomsOutline, rooms: &[Room]) {
        self.out.push_str("<table>\n<thead><tr>");
        self.copy("th", Text::ResultsColumnArea);
        for room in rooms {
            let pack = self.together.pack;
            self.element("th", &pack.isolated(&room_name(pack, room)));
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for area in &outline.areas {
            self.out.push_str("<tr>");
            self.name(area);
            for room in rooms {
                let cell = cell(self.together.pack, room, area.area);
                self.cell(&cell);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n");
    }

    fn since(&mut self, outline: &RoomsOutline) {
        let Some(since) = self.together.since(outline) else {
            return;
        };
        self.copy("h2", Text::RoomsPast);
        if let Some(both) = &since.both {
            self.element("p", both);
        }
        self.out.push_str("<table>\n<thead><tr>");
        for column in &since.columns {
            self.element("th", column);
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for cells in &since.rows {
            self.out.push_str("<tr>");
            for (place, cell) in cells.iter().enumerate() {
                self.element(if place == 0 { "th" } else { "td" }, cell);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n");
        if let Some(rule) = since.rule {
            self.copy("p", rule);
        }
    }

    fn name(&mut self, area: &AreaRow) {
        self.element("th", &area.numbered());
    }

    /// Where the middle stands on a line of five places, its word and its figure.
    fn cell(&mut self, cell: &CellWords) {
        self.out.push_str("<td>");
        if let Some(at) = cell.at {
            let (x, level) = ((at - 4).to_string(), (at / 10).to_string());
            for part in [
                "<svg viewBox=\"0 0 52 10\" aria-hidden=\"true\"><path d=\"M6 5h40\" stroke=\"#7b8481\"/><circle cx=\"",
                &x,
                "\" cy=\"5\" r=\"4.5\" stroke=\"#1d2326\" fill=\"var(--level-",
                &level,
                ")\"/></svg>",
            ] {
                self.out.push_str(part);
            }
        }
        escape(&mut self.out, &cell.with_figure(self.together.pack));
        self.out.push_str("</td>\n");
    }

    fn plans(&mut self, heading: Text, rows: &[PlanRow]) {
        if rows.is_empty() {
            return;
        }
        self.copy("h2", heading);
        self.out.push_str("<dl>\n");
        for row in rows {
            self.element("dt", &self.together.pack.row(&[&row.area, &row.room]));
            for words in &row.words {
                self.element("dd", words);
            }
        }
        self.out.push_str("</dl>\n");
    }
}

//! Many rooms as Markdown (CommonMark, and tables as GitHub reads them).

use super::Together;
use crate::app::shared::markdown::{block, head, inline, lines, row};
use crate::app::text::Text;
use crate::app::workshop::rooms::outline::{AreaRow, PlanRow, RoomsOutline, cell, room_name};

/// The whole picture as text.
#[must_use]
pub fn markdown(together: &Together) -> String {
    let (outline, texts) = (together.outline(), &together.pack.texts);
    let mut page = Page(String::new());
    page.block("# ", &together.pack.isolated(&outline.title));
    page.block("", &outline.subtitle);
    for note in &outline.notes {
        page.block("", note);
    }
    page.block("## ", &texts.get(Text::RoomsAreas));
    page.areas(together, &outline);
    page.block("", &texts.get(outline.about_apart()));
    page.block("## ", &texts.get(Text::RoomsEach));
    page.rooms(together, &outline);
    page.plans(together, Text::RoomsPlans, &outline.plans);
    page.plans(together, Text::RoomsKept, &outline.kept);
    page.since(together, &outline);
    page.0.push_str("\n---\n");
    page.block("", &texts.get(Text::RoomsProtected));
    page.block("", &together.origin());
    page.block("", &together.pack.words.source_line());
    page.0
}

struct Page(String);

impl Page {
    fn block(&mut self, mark: &str, text: &str) {
        block(&mut self.0, mark, text);
    }

    fn areas(&mut self, together: &Together, outline: &RoomsOutline) {
        let columns = outline.columns();
        let columns: Vec<_> = columns
            .into_iter()
            .map(|text| together.pack.texts.get(text))
            .collect();
        head(&mut self.0, columns.iter().map(|column| &**column));
        for area in &outline.areas {
            let name = area.numbered();
            let all = area.all.with_figure(together.pack);
            let cells = [&*name, &all, &area.inside, &area.between];
            row(&mut self.0, cells.into_iter().take(columns.len()));
        }
    }

    /// A row for each room: a text has no end to the right, and there may be many rooms.
    fn rooms(&mut self, together: &Together, outline: &RoomsOutline) {
        let room = together.pack.texts.get(Text::RoomsColumnRoom);
        let names = outline.areas.iter().map(AreaRow::numbered);
        let columns: Vec<_> = [room.to_string()].into_iter().chain(names).collect();
        head(&mut self.0, columns.iter().map(|column| &**column));
        for room in together.roll_up.rooms.rooms() {
            let cells = outline.areas.iter();
            let cells = cells.map(|area| cell(together.pack, room, area.area).with_figure(together.pack));
            let cells: Vec<_> = [together.pack.isolated(&room_name(together.pack, room))]
                .into_iter()
                .chain(cells)
                .collect();
            row(&mut self.0, cells.iter().map(|cell| &**cell));
        }
    }

    fn since(&mut self, together: &Together, outline: &RoomsOutline) {
        let Some(since) = together.since(outline) else {
            return;
        };
        self.block("## ", &together.pack.texts.get(Text::RoomsPast));
        if let Some(both) = &since.both {
            self.block("", both);
        }
        head(&mut self.0, since.columns.iter().map(|column| &**column));
        for cells in &since.rows {
            row(&mut self.0, cells.iter().map(|cell| &**cell));
        }
        if let Some(rule) = since.rule {
            self.block("", &together.pack.texts.get(rule));
        }
    }

    fn plans(&mut self, together: &Together, heading: Text, rows: &[PlanRow]) {
        if rows.is_empty() {
            return;
        }
        self.block("## ", &together.pack.texts.get(heading));
        for row in rows {
            self.0.push_str("\n- ");
            inline(&mut self.0, &together.pack.row(&[&row.area, &row.room]));
            for words in &row.words {
                self.0.push_str("  \n  ");
                lines(&mut self.0, words, "  ");
            }
            self.0.push('\n');
        }
    }
}

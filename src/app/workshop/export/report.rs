//! The take-away sheet as one HTML page without a script, readable and printable anywhere. It is for passing round: no record
//! of the workshop is in it. What the room may see stands there a second time as counts, so that many rooms can be put together.

use super::{Meeting, Sheet, TopicLine, alone};
use crate::app::shared::html::{element, head, list};
use crate::app::text::Text;
use crate::domain::exchange::{COUNTS_ID, COUNTS_MARK};
use crate::domain::rollup::file::counts_for_page;
use crate::domain::rollup::gathering::RollUp;

/// The page; none before the reveal.
#[must_use]
pub fn report(meeting: &Meeting) -> Option<String> {
    let sheet = Sheet::of(meeting, &String::from)?;
    let mut page = Page {
        out: String::new(),
        meeting,
    };
    let named = meeting.pack.row(&[&sheet.title, &String::from(meeting.day)]);
    head(&mut page.out, meeting.pack, &named, "");
    page.element("h1", &sheet.title);
    page.element("p", &sheet.subtitle);
    page.chosen(&sheet);
    page.copy("h2", Text::SheetTalked);
    if sheet.topics.is_empty() {
        page.copy("p", Text::SheetTalkedNone);
    }
    for topic in &sheet.topics {
        page.topic(topic);
    }
    page.areas(&sheet);
    if !sheet.before.is_empty() {
        page.copy("h2", Text::PromiseTitle);
        list(&mut page.out, &sheet.before);
    }
    page.copy("h2", Text::SheetNext);
    list(&mut page.out, &sheet.next);
    page.out.push_str("</main>\n<footer>\n");
    page.element("p", &sheet.protected);
    let alone = alone(meeting);
    let mark = alone.as_ref().map(|_| COUNTS_MARK);
    let origin: Vec<_> = [Some(&*sheet.origin), mark].into_iter().flatten().collect();
    page.element("p", &meeting.pack.row(&origin));
    page.element("p", &sheet.source);
    page.out.push_str("</footer>\n");
    if let Some(alone) = &alone {
        page.counts(alone);
    }
    page.out.push_str("</body>\n</html>\n");
    Some(page.out)
}

struct Page<'a> {
    out: String,
    meeting: &'a Meeting<'a>,
}

impl Page<'_> {
    fn element(&mut self, name: &str, text: &str) {
        element(&mut self.out, name, text);
    }

    fn copy(&mut self, name: &str, text: Text) {
        element(&mut self.out, name, &self.meeting.text(text));
    }

    /// What the room may see, for a picture of many rooms.
    fn counts(&mut self, alone: &RollUp) {
        let counts = counts_for_page(alone, self.meeting.pack.checklist.version, alone.changed);
        for part in [
            "<script type=\"application/json\" id=\"",
            COUNTS_ID,
            "\">",
            &counts,
            "</script>\n",
        ] {
            self.out.push_str(part);
        }
    }

    fn entry(&mut self, term: &str, text: &str) {
        self.element("dt", term);
        self.element("dd", text);
    }

    fn chosen(&mut self, sheet: &Sheet) {
        self.copy("h2", Text::SheetChosen);
        match &sheet.chosen {
            Some(name) => self.element("h3", name),
            None => self.copy("p", Text::SheetChosenNone),
        }
        if let Some(hands) = &sheet.hands {
            self.element("p", hands);
        }
        let blank = self.meeting.text(Text::PlanBlank);
        self.out.push_str("<dl>\n");
        for step in &sheet.steps {
            self.entry(&step.term, step.text.as_deref().unwrap_or(&blank));
        }
        self.out.push_str("</dl>\n");
    }

    fn topic(&mut self, topic: &TopicLine) {
        self.out.push_str("<section>\n");
        self.element("h3", &[&*topic.number.to_string(), ". ", &*topic.name].concat());
        self.out.push_str("<dl>\n");
        for round in &topic.rounds {
            self.entry(&round.name, &round.words);
            if let Some(counted) = &round.counted {
                self.element("dd", counted);
            }
            if let Some(cannot_tell) = &round.cannot_tell {
                self.element("dd", cannot_tell);
            }
        }
        let agreed = self.meeting.text(Text::SheetAgreed);
        self.entry(&agreed, &topic.agreed);
        for sentence in &topic.outcome {
            self.element("dd", sentence);
        }
        if !topic.dissent.is_empty() {
            let dissent = self.meeting.text(Text::SheetDissent);
            self.entry(&dissent, &topic.dissent);
        }
        self.out.push_str("</dl>\n</section>\n");
    }

    fn areas(&mut self, sheet: &Sheet) {
        self.copy("h2", Text::SheetAreas);
        self.out.push_str("<table>\n<thead><tr>");
        for text in [
            Text::ResultsColumnArea,
            Text::SheetColumnMiddle,
            Text::SheetColumnSpread,
            Text::SheetColumnCannotTell,
        ] {
            self.copy("th", text);
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for area in &sheet.areas {
            self.out.push_str("<tr>");
            self.element("th", &[&*area.number.to_string(), ". ", &*area.name].concat());
            for cell in [&area.middle, &area.spread, &area.cannot_tell] {
                self.element("td", cell);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n");
        self.copy("p", Text::SheetAreasNote);
    }
}

//! The take-away sheet as Markdown (CommonMark, and tables as GitHub reads them).

use super::{Meeting, Sheet, TopicLine};
use crate::app::shared::markdown::{block, head, lines, row};
use crate::app::text::Text;

/// The whole sheet as text; none before the reveal.
#[must_use]
pub fn markdown(meeting: &Meeting) -> Option<String> {
    let sheet = Sheet::of(meeting, &String::from)?;
    let mut page = Page(String::new());
    page.block("# ", &sheet.title);
    page.block("", &sheet.subtitle);
    page.block("## ", &meeting.text(Text::SheetChosen));
    let none = meeting.text(Text::SheetChosenNone);
    page.block("", sheet.chosen.as_ref().unwrap_or(&none));
    let blank = meeting.text(Text::PlanBlank);
    if let Some(hands) = &sheet.hands {
        page.block("", hands);
    }
    page.list(sheet.steps.iter().map(|step| {
        let text = step.text.as_deref().unwrap_or(&blank);
        meeting.pack.texts.about(&step.term, text)
    }));
    page.block("## ", &meeting.text(Text::SheetTalked));
    if sheet.topics.is_empty() {
        page.block("", &meeting.text(Text::SheetTalkedNone));
    }
    for topic in &sheet.topics {
        page.topic(meeting, topic);
    }
    page.block("## ", &meeting.text(Text::SheetAreas));
    page.areas(meeting, &sheet);
    page.block("", &meeting.text(Text::SheetAreasNote));
    page.block("", &sheet.protected);
    if !sheet.before.is_empty() {
        page.block("## ", &meeting.text(Text::PromiseTitle));
        page.list(sheet.before.into_iter());
    }
    page.block("## ", &meeting.text(Text::SheetNext));
    page.list(sheet.next.into_iter());
    page.0.push_str("\n---\n");
    page.block("", &sheet.origin);
    page.block("", &sheet.source);
    Some(page.0)
}

struct Page(String);

impl Page {
    fn block(&mut self, mark: &str, text: &str) {
        block(&mut self.0, mark, text);
    }

    fn list(&mut self, items: impl Iterator<Item = String>) {
        self.0.push('\n');
        for item in items {
            self.0.push_str("- ");
            lines(&mut self.0, &item, "  ");
            self.0.push('\n');
        }
    }

    fn topic(&mut self, meeting: &Meeting, topic: &TopicLine) {
        self.block("### ", &[&*topic.number.to_string(), ". ", &*topic.name].concat());
        let rounds = topic.rounds.iter().map(|round| {
            let said = meeting.pack.texts.about(&round.name, &round.words);
            let rest = [&round.counted, &round.cannot_tell].into_iter().flatten();
            let words: Vec<_> = [&said].into_iter().chain(rest).map(|words| &**words).collect();
            meeting.pack.row(&words)
        });
        let agreed = meeting
            .pack
            .texts
            .about(&meeting.text(Text::SheetAgreed), &topic.agreed);
        let dissent = (!topic.dissent.is_empty()).then(|| {
            meeting
                .pack
                .texts
                .about(&meeting.text(Text::SheetDissent), &topic.dissent)
        });
        let rest = topic.outcome.iter().cloned().chain([agreed]).chain(dissent);
        self.list(rounds.chain(rest));
    }

    fn areas(&mut self, meeting: &Meeting, sheet: &Sheet) {
        let columns = [
            Text::ResultsColumnArea,
            Text::SheetColumnMiddle,
            Text::SheetColumnSpread,
            Text::SheetColumnCannotTell,
        ];
        let columns = columns.map(|text| meeting.text(text));
        head(&mut self.0, columns.iter().map(|column| &**column));
        for area in &sheet.areas {
            let name = [&*area.number.to_string(), ". ", &*area.name].concat();
            row(
                &mut self.0,
                [&*name, &area.middle, &area.spread, &area.cannot_tell],
            );
        }
    }
}

//! The result as Markdown (CommonMark, and tables as GitHub reads them).

use super::outline::{AreaLine, ExportSource, Outline, PairLine};
use crate::app::pack::Pack;
use crate::app::shared::markdown::{block, head, inline, lines, row};
use crate::app::text::Text;

/// The whole result as text.
#[must_use]
pub fn markdown(taking: &ExportSource) -> String {
    let outline = Outline::new(taking);
    let mut page = Page {
        out: String::new(),
        pack: taking.pack,
    };
    page.heading("# ", &outline.title);
    page.paragraph(&outline.subtitle);
    page.standing(&outline);
    if !outline.plan.is_empty() {
        page.heading("## ", &page.text(Text::PlanInShort));
        for (term, text) in &outline.plan {
            page.entry(term, text);
        }
    }
    page.heading("## ", &page.text(Text::ResultsAreas));
    for area in &outline.areas {
        page.area(area);
    }
    if !outline.know_do.is_empty() {
        page.heading("## ", &page.text(Text::ResultsKnowDo));
        for sentence in &outline.know_do {
            page.paragraph(sentence);
        }
        page.pairs(&outline.pairs);
    }
    if !outline.untold.is_empty() {
        page.heading("## ", &page.text(Text::ResultsCouldNotTell));
        for (name, question) in &outline.untold {
            page.entry(name, question);
        }
    }
    if !outline.open.is_empty() {
        page.heading("## ", &page.text(Text::ResultsStillOpen));
        for name in &outline.open {
            page.item(name);
        }
    }
    page.out.push_str("\n---\n");
    page.paragraph(&outline.origin);
    page.paragraph(&outline.source);
    page.out
}

struct Page<'a> {
    out: String,
    pack: &'a Pack,
}

impl Page<'_> {
    fn text(&self, text: Text) -> String {
        self.pack.texts.get(text).to_string()
    }

    fn heading(&mut self, mark: &str, text: &str) {
        block(&mut self.out, mark, text);
    }

    fn paragraph(&mut self, text: &str) {
        block(&mut self.out, "", text);
    }

    fn item(&mut self, text: &str) {
        if !self.out.ends_with("\n\n") && !self.in_a_list() {
            self.out.push('\n');
        }
        self.out.push_str("- ");
        lines(&mut self.out, text, "  ");
        self.out.push('\n');
    }

    fn in_a_list(&self) -> bool {
        let last = self.out.trim_end_matches('\n').rsplit('\n').next();
        last.is_some_and(|line| line.starts_with("- ") || line.starts_with("  "))
    }

    fn standing(&mut self, outline: &Outline) {
        self.heading("## ", &self.text(Text::ResultsIndex));
        if let Some(index) = &outline.index {
            self.out.push_str("\n**");
            inline(&mut self.out, index);
            self.out.push_str("**\n");
        }
        self.paragraph(&outline.band);
        for sentence in &outline.rests {
            self.item(sentence);
        }
        for (heading, names) in &outline.ends {
            self.heading("### ", heading);
            for name in names {
                self.item(name);
            }
        }
    }

    fn area(&mut self, area: &AreaLine) {
        self.heading("### ", &[&*area.number.to_string(), ". ", &*area.name].concat());
        self.paragraph(&match &area.figure {
            Some(figure) if !figure.bytes().all(|byte| byte.is_ascii_digit()) => {
                [&*area.level, " (", &**figure, ")"].concat()
            }
            _ => area.level.clone(),
        });
        if let Some(reason) = &area.reason {
            self.paragraph(reason);
        }
        self.named(Text::ResultsToday, area.today.as_deref());
        if let Some((title, looks)) = &area.next {
            self.entry(title, looks);
        }
        self.named(Text::ResultsStep, area.step.as_deref());
        if !area.note.is_empty() {
            self.paragraph(&self.text(Text::ResultsYourNote));
            self.out.push('\n');
            self.out.push_str("> ");
            lines(&mut self.out, &area.note, "> ");
            self.out.push('\n');
        }
    }

    fn named(&mut self, term: Text, text: Option<&str>) {
        if let Some(text) = text {
            self.entry(&self.text(term), text);
        }
    }

    fn entry(&mut self, term: &str, text: &str) {
        self.item(&self.pack.texts.about(term, text));
    }

    fn pairs(&mut self, pairs: &[PairLine]) {
        if pairs.is_empty() {
            return;
        }
        let columns = [
            Text::ResultsColumnPair,
            Text::ResultsColumnKnow,
            Text::ResultsColumnDo,
            Text::ResultsColumnGap,
        ];
        let columns = columns.map(|text| self.text(text));
        head(&mut self.out, columns.iter().map(|column| &**column));
        for pair in pairs {
            let [know, done, gap] = [
                pair.know.to_string(),
                pair.done.to_string(),
                self.pack.isolated(&pair.gap.to_string()),
            ];
            row(&mut self.out, [&*pair.name, &know, &done, &gap]);
        }
    }
}

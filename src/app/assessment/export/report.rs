//! The result as one HTML page that is its own save file: readable and printable anywhere, without a script, and brought in again.

use super::outline::{AreaLine, ExportSource, Outline, PairLine};
use super::profile::{narrow_profile, profile};
use crate::app::pack::Pack;
use crate::app::shared::html::{element, head, list};
use crate::app::text::Text;
use crate::domain::exchange::{DATA_ID, REPORT_MARK, for_page};
use std::fmt::Write;

/// The page, with the file that holds the assessment in it.
#[must_use]
pub fn report(taking: &ExportSource, file: &str) -> String {
    let outline = Outline::new(taking);
    let mut page = Page {
        out: String::new(),
        pack: taking.pack,
    };
    page.head(&taking.pack.row(&[&outline.title, &String::from(taking.day)]));
    page.standing(&outline);
    // The picture says nothing that the words do not; without its declaration it is part of the page.
    page.out.push_str("<figure>");
    page.out.push_str(&profile(taking));
    page.out.push_str(&narrow_profile(taking));
    page.out.push_str("</figure>");
    page.plan(&outline);
    page.areas(&outline.areas);
    page.know_do(&outline);
    let untold = outline
        .untold
        .iter()
        .map(|(name, question)| page.pack.texts.about(name, question));
    let untold = untold.collect();
    page.list(Text::ResultsCouldNotTell, untold);
    let open = outline.open.iter().map(|name| name.to_string());
    page.list(Text::ResultsStillOpen, open.collect());
    page.foot(&outline, file);
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

    fn element(&mut self, name: &str, text: &str) {
        element(&mut self.out, name, text);
    }

    fn copy(&mut self, name: &str, text: Text) {
        self.element(name, &self.text(text));
    }

    fn head(&mut self, title: &str) {
        let claim = claim(&self.text(Text::ExportReportNote));
        head(&mut self.out, self.pack, title, &claim);
    }

    fn standing(&mut self, outline: &Outline) {
        self.element("h1", &outline.title);
        self.element("p", &outline.subtitle);
        self.copy("h2", Text::ResultsIndex);
        if let Some(index) = &outline.index {
            self.element("big", index);
        }
        self.element("p", &outline.band);
        self.copy("h3", Text::ResultsRests);
        self.items(&outline.rests);
        for (heading, names) in &outline.ends {
            self.element("h3", heading);
            let names: Vec<_> = names.iter().map(ToString::to_string).collect();
            self.items(&names);
        }
    }

    fn items(&mut self, items: &[String]) {
        if !items.is_empty() {
            list(&mut self.out, items);
        }
    }

    fn list(&mut self, heading: Text, items: Vec<String>) {
        if !items.is_empty() {
            self.copy("h2", heading);
            self.items(&items);
        }
    }

    fn areas(&mut self, areas: &[AreaLine]) {
        self.copy("h2", Text::ResultsAreas);
        for area in areas {
            self.out.push_str("<section>\n");
            self.element("h3", &[&*area.number.to_string(), ". ", &*area.name].concat());
            self.element(
                "p",
                &match &area.figure {
                    Some(figure) if !figure.bytes().all(|byte| byte.is_ascii_digit()) => {
                        [&*area.level, " (", &**figure, ")"].concat()
                    }
                    _ => area.level.clone(),
                },
            );
            if let Some(reason) = &area.reason {
                self.element("p", reason);
            }
            self.out.push_str("<dl>\n");
            self.entry(&self.text(Text::ResultsToday), area.today.as_deref());
            if let Some((title, looks)) = &area.next {
                self.entry(title, Some(looks));
            }
            self.entry(&self.text(Text::ResultsStep), area.step.as_deref());
            let note = (!area.note.is_empty()).then_some(&*area.note);
            self.entry(&self.text(Text::ResultsYourNote), note);
            self.out.push_str("</dl>\n</section>\n");
        }
    }

    fn entry(&mut self, term: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.element("dt", term);
            self.element("dd", text);
        }
    }

    fn plan(&mut self, outline: &Outline) {
        if outline.plan.is_empty() {
            return;
        }
        self.copy("h2", Text::PlanInShort);
        self.out.push_str("<dl>\n");
        for (term, text) in &outline.plan {
            self.entry(term, Some(text));
        }
        self.out.push_str("</dl>\n");
    }

    fn know_do(&mut self, outline: &Outline) {
        if outline.know_do.is_empty() {
            return;
        }
        self.copy("h2", Text::ResultsKnowDo);
        for sentence in &outline.know_do {
            self.element("p", sentence);
        }
        if !outline.pairs.is_empty() {
            self.pairs(&outline.pairs);
        }
    }

    fn pairs(&mut self, pairs: &[PairLine]) {
        self.out.push_str("<table>\n<thead><tr>");
        for text in [
            Text::ResultsColumnPair,
            Text::ResultsColumnKnow,
            Text::ResultsColumnDo,
            Text::ResultsColumnGap,
        ] {
            self.copy("th", text);
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for pair in pairs {
            self.out.push_str("<tr>");
            self.element("th", &pair.name);
            for number in [
                pair.know.to_string(),
                pair.done.to_string(),
                self.pack.isolated(&pair.gap.to_string()),
            ] {
                self.element("td", &number);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n");
    }

    fn foot(&mut self, outline: &Outline, file: &str) {
        self.out.push_str("</main>\n<footer>\n");
        self.element("p", &self.pack.row(&[&outline.origin, REPORT_MARK]));
        self.element("p", &outline.source);
        self.out.push_str("<script type=\"application/json\" id=\"");
        self.out.push_str(DATA_ID);
        self.out.push_str("\">");
        self.out.push_str(&for_page(file));
        self.out
            .push_str("</script><p></p>\n</footer>\n</body>\n</html>\n");
    }
}

/// The sentence that the page is its own save file, as a style: it is there only behind the data, and only while both are in the page. What
/// goes through a word processor or a mail filter cannot claim what has been taken out of it. On paper it is not true either.
fn claim(sentence: &str) -> String {
    let mut style = String::new();
    for part in [
        "@media screen { #",
        DATA_ID,
        ":not(:empty) + p::before { content: \"",
    ] {
        style.push_str(part);
    }
    for character in sentence.chars() {
        match character {
            // Nothing in it ends the string or the element (CSS Syntax 3, 4.3.7).
            '"' | '\\' | '<' | '>' | '&' | '\0'..' ' => {
                // Writing to a String cannot fail.
                let _ = write!(style, "\\{:x} ", u32::from(character));
            }
            _ => style.push(character),
        }
    }
    style.push_str("\"; } }\n");
    style
}

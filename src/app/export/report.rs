//! The result as one HTML page that is its own save file: readable and printable anywhere, without a script, and brought in again.

use super::outline::{AreaLine, Outline, PairLine, Taking};
use super::profile::{colour, profile};
use super::{escape, one_line};
use crate::app::pack::Pack;
use crate::app::text::Text;
use crate::domain::exchange::{DATA_ID, for_page};

/// The page, with the file that holds the assessment in it.
#[must_use]
pub fn report(taking: &Taking, file: &str) -> String {
    let outline = Outline::new(taking);
    let mut page = Page {
        out: String::new(),
        pack: taking.pack,
    };
    page.head(&outline.title);
    page.standing(&outline);
    // The picture says nothing that the words do not; without its declaration it is part of the page.
    page.out.push_str("<figure>");
    page.out.push_str(&profile(taking));
    page.out.push_str("</figure>");
    page.plan(&outline);
    page.areas(&outline.areas);
    page.know_do(&outline);
    let untold = outline
        .untold
        .iter()
        .map(|(name, question)| [&**name, ": ", &**question].concat());
    page.list(Text::ResultsCouldNotTell, untold.collect());
    let open = outline.open.iter().map(|name| name.to_string());
    page.list(Text::ResultsStillOpen, open.collect());
    page.foot(&outline, file);
    page.out
}

/// Everything up to the first element of the page's content.
pub(super) fn head(out: &mut String, language: &str, title: &str) {
    out.push_str("<!doctype html>\n<html lang=\"");
    escape(out, language);
    out.push_str(
        "\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n",
    );
    element(out, "title", &one_line(title));
    out.push_str("<style>\n");
    out.push_str(&style());
    out.push_str("</style>\n</head>\n<body>\n<main>\n");
}

/// An element without attributes around an escaped text.
pub(super) fn element(out: &mut String, name: &str, text: &str) {
    for part in ["<", name, ">"] {
        out.push_str(part);
    }
    escape(out, text);
    for part in ["</", name, ">\n"] {
        out.push_str(part);
    }
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
        head(&mut self.out, &self.pack.language, title);
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
        if items.is_empty() {
            return;
        }
        self.out.push_str("<ul>\n");
        for item in items {
            self.element("li", item);
        }
        self.out.push_str("</ul>\n");
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
                    Some(figure) if figure.contains('.') => [&*area.level, " (", &**figure, ")"].concat(),
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
            for number in [pair.know.to_string(), pair.done.to_string(), pair.gap.to_string()] {
                self.element("td", &number);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n");
    }

    fn foot(&mut self, outline: &Outline, file: &str) {
        self.out.push_str("</main>\n<footer>\n");
        self.element("p", &outline.origin);
        self.copy("p", Text::ExportReportNote);
        self.element("p", &outline.source);
        self.out
            .push_str("</footer>\n<script type=\"application/json\" id=\"");
        self.out.push_str(DATA_ID);
        self.out.push_str("\">");
        self.out.push_str(&for_page(file));
        self.out.push_str("</script>\n</body>\n</html>\n");
    }
}

/// Elements only: whatever the page holds, no class of it can be forged.
fn style() -> String {
    let mut style = String::from(":root {");
    for (name, _) in super::PALETTE {
        for part in [" --", name, ": ", colour(name), ";"] {
            style.push_str(part);
        }
    }
    style.push_str(
        " color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main, footer { max-width: 46rem; margin: 0 auto; }
h1, h2, h3, big { font-family: Georgia, serif; font-weight: 500; line-height: 1.2; }
h1 { font-size: 2rem; margin: 1rem 0 0; }
h2 { font-size: 1.4rem; margin: 2.2rem 0 .6rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1rem 0 .3rem; }
big { display: block; font-size: 2.6rem; }
p, ul, dl { margin: .3rem 0; }
ul { padding-left: 1.2rem; }
section { padding: .2rem 1rem .8rem; margin: .8rem 0; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--surface); break-inside: avoid; }
dt { margin-top: .5rem; font-size: .9rem; font-weight: 600; color: var(--ink-soft); }
dd { margin: 0; white-space: pre-line; }
figure { margin: 1.5rem 0; }
svg { display: block; width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; font-weight: 400; }
thead th { font-weight: 600; color: var(--ink-soft); }
footer { margin-top: 2rem; font-size: .9rem; color: var(--ink-soft); }
@media print { body { background: none; padding: 0; font-size: 10pt; } h2, h3 { break-after: avoid; } }
",
    );
    style
}

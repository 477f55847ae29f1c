//! What only the screens of one kind say and wear comes with them: nothing else may need it. And every text is said somewhere.

use super::{Finding, css::Sheet, rust::Source};
use crate::project::Travels;
use std::collections::BTreeSet;

/// Where the texts have their names.
pub const NAMES: &str = "src/app/text/names.rs";

/// The texts that stand in the page as the build writes it, and in no file of words.
const PAGE: &str = "page";
/// What says them.
const OF_THE_PAGE: [&str; 2] = ["src/bin/prerender.rs", "src/ui/components/shell/"];

/// What files say of texts that come with screens they do not travel with; `names` is the list of all texts.
pub fn texts(sources: &[(String, Source)], names: &str) -> Vec<Finding> {
    let (_, list) = names.rsplit_once("first {").unwrap_or_default();
    let words = |text| BTreeSet::from_iter(str::split(text, |c: char| !c.is_alphanumeric()));
    let all: BTreeSet<&str> = words(list);
    let sets = Travels::ALL.map(Travels::name).into_iter().chain([PAGE]);
    let sets: Vec<_> = sets.map(|set| (set, words(of(list, set)))).collect();
    let mut said = BTreeSet::new();
    let mut findings = Vec::new();
    for (file, source) in sources {
        let page = OF_THE_PAGE.iter().any(|start| file.starts_with(start));
        let here = Travels::of(file).map(Travels::name).or(page.then_some(PAGE));
        for (path, line) in &source.needs {
            let [.., of, text] = path.as_slice() else { continue };
            if of != "Text" {
                continue;
            }
            said.insert(text.as_str());
            let set = sets.iter().find(|(_, texts)| texts.contains(text.as_str()));
            if let Some((set, _)) = set.filter(|(set, _)| here != Some(*set)) {
                let message = format!("{text} is not here, but in `{set}` alone: move its name to `later`");
                findings.push(Finding::new(file, *line, message));
            }
        }
    }
    let is_name = |word: &&&str| word.starts_with(char::is_uppercase);
    for silent in all.iter().filter(is_name).filter(|name| !said.contains(**name)) {
        let line = names
            .lines()
            .position(|line| line.split_whitespace().any(|word| word == *silent));
        let message = format!("nothing says {silent}: take it out of the languages as well");
        findings.push(Finding::new(NAMES, line.map_or(1, |line| line + 1), message));
    }
    findings
}

/// The names in a list that stand in a set.
fn of<'a>(list: &'a str, set: &str) -> &'a str {
    let start = format!("{set} {{");
    let (_, rest) = list.split_once(&start).unwrap_or_default();
    rest.split('}').next().unwrap_or_default()
}

/// Classes that are only styled by a sheet that comes with screens of one kind, on something that is here without; and what such a sheet says
/// of every element of a kind, wherever it is.
pub fn styles(used: &[(String, String, usize)], sheets: &[(String, Sheet)]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for with in Travels::ALL {
        let comes = |file: &str| Travels::of(file) == Some(with);
        let selectors = |theirs: bool| -> BTreeSet<&str> {
            let sheets = sheets.iter().filter(|(file, _)| comes(file) == theirs);
            sheets
                .flat_map(|(_, sheet)| &sheet.classes)
                .map(|(class, _)| class.as_str())
                .collect()
        };
        let (theirs, others) = (selectors(true), selectors(false));
        let missing = used.iter().filter(|(class, file, _)| {
            !comes(file) && theirs.contains(class.as_str()) && !others.contains(class.as_str())
        });
        let name = with.name();
        findings.extend(missing.map(|(class, file, line)| {
            let message = format!(
                "class {class} is styled where the screens of `{name}` are: move its style to where it is used"
            );
            Finding::new(file, *line, message)
        }));
        for (file, sheet) in sheets.iter().filter(|(file, _)| comes(file)) {
            findings.extend(sheet.everywhere.iter().map(|(selector, line)| {
                let message = format!(
                    "{selector} is styled everywhere, and this sheet is only here with the screens of `{name}`: say of which class"
                );
                Finding::new(file, *line, message)
            }));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::{styles, texts};
    use crate::tidy::{css::Sheet, rust::Source};

    const HOME: &str = "src/ui/screens/first/home/mod.rs";
    const HISTORY: &str = "src/ui/screens/archive/history/mod.rs";
    const WALL: &str = "src/ui/screens/workshop/wall/mod.rs";

    #[test]
    fn words_of_one_kind_of_screens_are_said_there_alone_and_every_text_is_said() {
        let names = "texts! { first { A } later { B  Both } archive { Kept } workshop { Wall\n Silent } page { Old } }";
        let files = [
            (HOME, "fn a() { say(Text::A, Text::Wall); }"),
            (
                WALL,
                "fn b() { say(Text::B, Text::Both, Text::Wall, Text::Kept); }",
            ),
            (
                HISTORY,
                "fn c() { say(Text::B, Text::Both, Text::Kept, Text::Old); }",
            ),
            ("src/ui/components/shell/mod.rs", "fn d() { say(Text::Old); }"),
        ];
        let sources = files.map(|(file, text)| (file.to_owned(), Source::parse(file, text).unwrap()));
        let found: Vec<_> = texts(&sources, names).iter().map(ToString::to_string).collect();
        let expected = [
            format!("{HOME}:1: Wall is not here, but in `workshop` alone"),
            format!("{WALL}:1: Kept is not here, but in `archive` alone"),
            format!("{HISTORY}:1: Old is not here, but in `page` alone"),
            "src/app/text/names.rs:2: nothing says Silent".to_owned(),
        ];
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.starts_with(&expected), "{found}");
        }
    }

    #[test]
    fn what_is_here_without_screens_of_one_kind_is_styled_without_them() {
        let sheets = [
            ("src/ui/screens/workshop/w.css", ".wall {}\n.both {}"),
            (
                "src/ui/screens/archive/a.css",
                ".kept {}\n.kept li,\ninput:focus {}",
            ),
            ("src/ui/style/base.css", ".both {}\ninput {}"),
        ];
        let sheets = sheets.map(|(file, text)| (file.to_owned(), Sheet::parse(text)));
        let used = [
            ("wall", HOME),
            ("both", HOME),
            ("wall", WALL),
            ("kept", WALL),
            ("kept", HISTORY),
        ];
        let used = used.map(|(class, file)| (class.to_owned(), file.to_owned(), 7));
        let found: Vec<_> = styles(&used, &sheets).iter().map(ToString::to_string).collect();
        let expected = [
            format!("{WALL}:7: class kept is styled"),
            "src/ui/screens/archive/a.css:3: input:focus is styled everywhere".to_owned(),
            format!("{HOME}:7: class wall is styled"),
        ];
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.starts_with(&expected), "{found}");
        }
    }
}

//! What only the screens of a workshop say and wear comes with them: nothing else may need it. And every text is said somewhere.

use super::{Finding, css::Sheet, rust::Source};
use crate::project::travels_with_a_workshop;
use std::collections::BTreeSet;

/// Where the texts have their names.
pub const NAMES: &str = "src/app/text/names.rs";

/// What files that are here without a workshop name of the texts that come with one; `names` is the list of all texts.
pub fn texts(sources: &[(String, Source)], names: &str) -> Vec<Finding> {
    let (_, list) = names.rsplit_once("first {").unwrap_or_default();
    let (_, workshop) = list.rsplit_once("workshop {").unwrap_or_default();
    let words = |text| BTreeSet::from_iter(str::split(text, |c: char| !c.is_alphanumeric()));
    let (all, workshop): (BTreeSet<&str>, BTreeSet<&str>) = (words(list), words(workshop));
    let mut said = BTreeSet::new();
    let mut findings = Vec::new();
    for (file, source) in sources {
        for (path, line) in &source.needs {
            let [.., of, text] = path.as_slice() else { continue };
            if of != "Text" {
                continue;
            }
            said.insert(text.as_str());
            if workshop.contains(text.as_str()) && !travels_with_a_workshop(file) {
                let message =
                    format!("{text} comes with the screens of a workshop: move its name to `later`");
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

/// Classes that are only styled by a sheet that comes with the screens of a workshop, on something that is here without.
pub fn styles(used: &[(String, String, usize)], sheets: &[(String, Sheet)]) -> Vec<Finding> {
    let selectors = |with: bool| -> BTreeSet<&str> {
        let sheets = sheets
            .iter()
            .filter(|(file, _)| travels_with_a_workshop(file) == with);
        sheets
            .flat_map(|(_, sheet)| &sheet.classes)
            .map(|(class, _)| class.as_str())
            .collect()
    };
    let (theirs, others) = (selectors(true), selectors(false));
    let missing = used.iter().filter(|(class, file, _)| {
        !travels_with_a_workshop(file) && theirs.contains(class.as_str()) && !others.contains(class.as_str())
    });
    let message =
        |class| format!("class {class} is styled where a workshop is: move its style to where it is used");
    missing
        .map(|(class, file, line)| Finding::new(file, *line, message(class)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{styles, texts};
    use crate::tidy::{css::Sheet, rust::Source};

    #[test]
    fn words_of_a_workshop_are_said_there_alone_and_every_text_is_said() {
        let names = "texts! { first { A } later { B  Both } workshop { Wall\n Silent } }";
        let files = [
            (
                "src/ui/screens/first/home/mod.rs",
                "fn a() { say(Text::A, Text::Wall); }",
            ),
            (
                "src/ui/screens/workshop/wall/mod.rs",
                "fn b() { say(Text::B, Text::Both, Text::Wall); }",
            ),
        ];
        let sources = files.map(|(file, text)| (file.to_owned(), Source::parse(file, text).unwrap()));
        let found: Vec<_> = texts(&sources, names).iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            found[0].starts_with("src/ui/screens/first/home/mod.rs:1: Wall comes with"),
            "{found:?}"
        );
        assert!(
            found[1].starts_with("src/app/text/names.rs:2: nothing says Silent"),
            "{found:?}"
        );
    }

    #[test]
    fn what_is_here_without_a_workshop_is_styled_without_one() {
        let used = |class: &str, file: &str| (class.to_owned(), file.to_owned(), 7);
        let sheets = [
            (
                "src/ui/screens/workshop/w.css".to_owned(),
                Sheet::parse(".wall {}\n.both {}"),
            ),
            ("src/ui/style/base.css".to_owned(), Sheet::parse(".both {}")),
        ];
        let elsewhere = "src/ui/screens/first/home/mod.rs";
        let uses = ["wall", "both"].map(|class| used(class, elsewhere));
        let found = styles(
            &[&uses[..], &[used("wall", "src/ui/screens/workshop/wall/mod.rs")]].concat(),
            &sheets,
        );
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].to_string().contains("class wall"), "{found:?}");
    }
}

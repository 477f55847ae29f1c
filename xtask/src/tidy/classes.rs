//! Classes in the markup and classes in the style sheets are the same classes.

use super::{Finding, css::Sheet};
use std::collections::BTreeSet;

/// Compares the classes `used` in Rust (class, file, line) with those that `sheets` style. `elsewhere`
/// is the text of everything else that may name a class: other string literals, the page template, the inline scripts.
/// There, any mention counts as use.
pub fn check(used: &[(String, String, usize)], sheets: &[(String, Sheet)], elsewhere: &str) -> Vec<Finding> {
    let styled = || {
        sheets
            .iter()
            .flat_map(|(file, sheet)| sheet.classes.iter().map(move |class| (file, class)))
    };
    let selectors: BTreeSet<&str> = styled().map(|(_, (class, _))| class.as_str()).collect();
    let name = |c: char| !(c.is_alphanumeric() || c == '-' || c == '_');
    let mut uses: BTreeSet<&str> = elsewhere.split(name).collect();
    uses.extend(used.iter().map(|(class, _, _)| class.as_str()));

    let mut seen = BTreeSet::new();
    let unstyled = used
        .iter()
        .filter(|(class, _, _)| !selectors.contains(class.as_str()));
    let mut findings: Vec<Finding> = unstyled
        .filter(|(class, file, _)| seen.insert((class, file)))
        .map(|(class, file, line)| {
            Finding::new(
                file,
                *line,
                format!("class {class} has no selector: style it or leave it out"),
            )
        })
        .collect();
    let mut seen = BTreeSet::new();
    let unused = styled().filter(|(_, (class, _))| !uses.contains(class.as_str()));
    findings.extend(unused.filter(|(file, (class, _))| seen.insert((class, *file))).map(|(file, (class, line))| {
        let advice = format!(
            "nothing has the class {class}: remove the selector, or, when the class is put together at run time, \
             name it there in a comment: // tidy: classes {class}"
        );
        Finding::new(file, *line, advice)
    }));
    findings
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::css::Sheet;

    #[test]
    fn both_sides_have_to_agree() {
        let used = |class: &str| (class.to_owned(), "a.rs".to_owned(), 7);
        let sheets = [(
            "a.css".to_owned(),
            Sheet::parse(".one {}\n.two {}\n.js-on .one {}"),
        )];
        let findings = check(
            &[used("one"), used("three"), used("three")],
            &sheets,
            "classList.add('js-on')",
        );
        let found: Vec<String> = findings.iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("a.rs:7: class three "), "{found:?}");
        assert!(
            found[1].starts_with("a.css:2: nothing has the class two"),
            "{found:?}"
        );
    }
}

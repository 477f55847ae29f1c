//! A component says what is drawn and leaves the parts to functions: none is long, and few are longer than a screenful.

use super::{Finding, rust::Source};

/// Lines that a component may have.
const LONGEST: usize = 80;
/// Lines that nine of ten components stay within.
const USUAL: usize = 45;

/// Counts from `fn` to the closing brace, every component once.
pub fn check(files: &[(String, Source)]) -> Vec<Finding> {
    let mut components: Vec<(usize, &str, usize)> = files
        .iter()
        .flat_map(|(file, source)| {
            let of = |(line, length): &(usize, usize)| (*length, file.as_str(), *line);
            source.components.iter().map(of)
        })
        .collect();
    components.sort_unstable();
    let over = |most| move |(length, ..): &&(usize, &str, usize)| *length > most;
    let advice = "let functions draw its parts, and hooks keep what it knows";
    let mut findings: Vec<_> = components
        .iter()
        .filter(over(LONGEST))
        .map(|(length, file, line)| {
            let message = format!("a component of {length} lines, {LONGEST} are the most: {advice}");
            Finding::new(file, *line, message)
        })
        .collect();
    let rank = (components.len() * 9).div_ceil(10);
    let ninetieth = rank.checked_sub(1).and_then(|place| components.get(place));
    if let Some((length, file, line)) = ninetieth.filter(|it| over(USUAL)(it)) {
        let message =
            format!("one component in ten has {length} lines or more, {USUAL} are the most: {advice}");
        findings.push(Finding::new(file, *line, message));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::rust::Source;

    /// A file with a component of so many lines, and a function as long that is none.
    fn file(lines: usize) -> (String, Source) {
        let body = "    draw();\n".repeat(lines - 2);
        let text = format!(
            "fn before() {{\n{body}}}\n#[component]\npub(super) fn A(props: &P) -> Html {{\n{body}}}\n\
             #[cfg(test)]\nmod tests {{\n#[component]\nfn T() -> Html {{\n{body}{body}}}\n}}\n"
        );
        let name = format!("src/{lines}.rs");
        let source = Source::parse(&name, &text).unwrap();
        assert_eq!(source.components, [(lines + 2, lines)]);
        (name, source)
    }

    fn messages(lengths: &[usize]) -> Vec<String> {
        let files: Vec<_> = lengths.iter().copied().map(file).collect();
        check(&files)
            .iter()
            .map(|found| format!("{} {}", found.file, found.message))
            .collect()
    }

    #[test]
    fn none_is_over_eighty() {
        let usual = [40; 19];
        assert_eq!(messages(&[&usual[..], &[80]].concat()), [""; 0]);
        let found = messages(&[&usual[..], &[81]].concat());
        assert_eq!(found.len(), 1);
        assert!(
            found[0].starts_with("src/81.rs a component of 81 lines"),
            "{found:?}"
        );
    }

    #[test]
    fn nine_of_ten_are_no_longer_than_forty_five() {
        let short = [45; 18];
        assert_eq!(messages(&[&short[..], &[46, 80]].concat()), [""; 0]);
        let found = messages(&[&short[..17], &[46, 47, 48]].concat());
        assert_eq!(found.len(), 1);
        assert!(
            found[0].starts_with("src/46.rs one component in ten has 46 lines"),
            "{found:?}"
        );
        assert_eq!(messages(&[]), [""; 0]);
    }
}

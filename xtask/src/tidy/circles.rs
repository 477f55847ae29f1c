//! No file needs another one that needs it in turn.
//!
//! A name counts for the file that says what it is: what `mod.rs` only passes on by `pub use` is followed to there. A folder's
//! `mod.rs` may need its files, and they what it says about all of them, as long as that needs none of them. Tests may look at
//! everything.

use super::{Finding, rust};
use rust::Source;
use std::collections::{BTreeMap, BTreeSet};

/// Files by the module that they are.
type Modules<'a> = BTreeMap<Vec<String>, (&'a str, &'a Source)>;

/// A file, or what a `mod.rs` says to the files of its folder: all of it but what it draws from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Node<'a> {
    File(&'a str),
    ForItsFolder(&'a str),
}

impl<'a> Node<'a> {
    const fn file(self) -> &'a str {
        match self {
            Self::File(file) | Self::ForItsFolder(file) => file,
        }
    }
}

/// What each file needs, with the first line that says so.
type Needs<'a> = BTreeMap<Node<'a>, BTreeMap<Node<'a>, usize>>;

/// One finding for each circle, at the import that closes it.
pub fn check(files: &[(String, Source)]) -> Vec<Finding> {
    let modules: Modules = files
        .iter()
        .map(|(file, source)| (rust::module(file), (file.as_str(), source)))
        .collect();
    let needs = needs(&modules);
    let mut left: BTreeSet<&str> = modules.values().map(|(file, _)| *file).collect();
    let mut findings = Vec::new();
    for node in needs.keys() {
        let circle = circle(&needs, *node);
        let closing = circle
            .last()
            .and_then(|last| Some((*last, *needs.get(last)?.get(node)?)));
        let Some((last, line)) = closing.filter(|_| circle.iter().all(|node| left.contains(node.file())))
        else {
            continue;
        };
        let way: Vec<&str> = circle.iter().chain([node]).map(|node| node.file()).collect();
        left.retain(|file| !way.contains(file));
        let message = format!(
            "this closes a circle: {}. Move what both need to a file of its own",
            way.join(" needs ")
        );
        findings.push(Finding::new(last.file(), line, message));
    }
    findings
}

fn needs<'a>(modules: &Modules<'a>) -> Needs<'a> {
    let mut needs = Needs::new();
    for (own, (file, source)) in modules {
        for (path, line) in &source.needs {
            let Some(other) = inside(modules, own, path).and_then(|path| home(modules, &path, 8)) else {
                continue;
            };
            let module = rust::module(other);
            let target = match own.starts_with(&module) {
                true => Node::ForItsFolder(other),
                false => Node::File(other),
            };
            if other == *file {
                continue;
            }
            needs
                .entry(Node::File(file))
                .or_default()
                .entry(target)
                .or_insert(*line);
            if !module.starts_with(own) {
                needs
                    .entry(Node::ForItsFolder(file))
                    .or_default()
                    .entry(target)
                    .or_insert(*line);
            }
        }
    }
    needs
}

/// A path from the crate's root, if it is of this crate: `part::Part` may be a module's own child.
fn inside(modules: &Modules, own: &[String], path: &[String]) -> Option<Vec<String>> {
    let (first, rest) = path.split_first()?;
    if first == "crate" {
        return Some(rest.to_vec());
    }
    let child = [own, std::slice::from_ref(first)].concat();
    modules.contains_key(&child).then(|| [own, path].concat())
}

/// The file that says what `path` is, after at most so many names that are only passed on.
fn home<'a>(modules: &Modules<'a>, path: &[String], most: usize) -> Option<&'a str> {
    let is_module = |depth: &usize| {
        path.get(..*depth)
            .is_some_and(|module| modules.contains_key(module))
    };
    let (module, rest) = path.split_at((0..=path.len()).rev().find(is_module)?);
    let (file, source) = modules.get(module)?;
    let Some((name, after)) = rest.split_first() else {
        return Some(file);
    };
    let mut targets = source.names.iter().filter(|(known, _)| known == name);
    let passed_on = targets.find_map(|(_, target)| {
        let whole = [inside(modules, module, target)?.as_slice(), after].concat();
        (most > 0).then(|| home(modules, &whole, most - 1))?
    });
    Some(passed_on.unwrap_or(file))
}

/// The shortest way from a file back to itself, without its repetition at the end; nothing if there is none.
fn circle<'a>(needs: &Needs<'a>, start: Node<'a>) -> Vec<Node<'a>> {
    let mut ways = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let last = way.last().and_then(|last| needs.get(last));
            for node in last.into_iter().flat_map(BTreeMap::keys) {
                if *node == start {
                    return way;
                }
                if seen.insert(*node) {
                    longer.push([way.as_slice(), &[*node]].concat());
                }
            }
        }
        ways = longer;
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::rust::Source;

    fn findings(files: &[(&str, &str)]) -> Vec<String> {
        let parsed: Vec<_> = files
            .iter()
            .map(|(file, text)| ((*file).to_owned(), Source::parse(file, text).unwrap()))
            .collect();
        check(&parsed).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn two_files_that_need_each_other() {
        let found = findings(&[
            ("src/a/b.rs", "use crate::c::D;\npub struct B;"),
            ("src/c.rs", "\nfn f() { super::a::b::g() }\npub struct D;"),
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0]
                .starts_with("src/c.rs:2: this closes a circle: src/a/b.rs needs src/c.rs needs src/a/b.rs"),
            "{found:?}"
        );
    }

    #[test]
    fn a_circle_of_three_is_said_once_and_whoever_only_looks_in_is_not_of_it() {
        let found = findings(&[
            ("src/a.rs", "use crate::b::B;"),
            ("src/b.rs", "use super::c::C;"),
            ("src/c.rs", "use crate::{a::A};"),
            ("src/d.rs", "use crate::a::A;"),
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn a_name_counts_where_it_is_said_what_it_is() {
        let folder = "mod x;\nmod y;\npub use x::X;\npub(crate) use y::*;\npub struct Z;";
        assert_eq!(
            findings(&[
                ("src/a/mod.rs", folder),
                ("src/a/x.rs", "use super::Z;\npub struct X;"),
                ("src/a/y.rs", "use crate::a::X;")
            ]),
            [""; 0]
        );
    }

    #[test]
    fn a_folder_and_its_files_are_one_thing_but_for_what_is_outside_of_it() {
        let folder = "mod x;\nuse x::X;\npub struct Z;";
        let files = [
            ("src/a/mod.rs", folder),
            ("src/a/x.rs", "use super::Z;\npub struct X;"),
        ];
        assert_eq!(findings(&files), [""; 0]);
        let over = [
            ("src/a/mod.rs", "mod x;\nuse crate::b::B;\npub struct Z;"),
            ("src/a/x.rs", "use super::Z;\npub struct X;"),
            ("src/b.rs", "use crate::a::x::X;\npub struct B;"),
        ];
        assert_eq!(findings(&over).len(), 1);
        let siblings = [
            ("src/a/mod.rs", "mod x;\nmod y;"),
            ("src/a/x.rs", "use super::y::Y;\npub struct X;"),
            ("src/a/y.rs", "use super::x::X;\npub struct Y;"),
        ];
        assert_eq!(findings(&siblings).len(), 1);
    }

    #[test]
    fn tests_may_look_at_everything() {
        let test = "#[cfg(test)]\nmod tests { use crate::b::X; }";
        assert_eq!(
            findings(&[("src/a.rs", test), ("src/b.rs", "use crate::a::Y;")]),
            [""; 0]
        );
    }
}

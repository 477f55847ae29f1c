//! What a Rust file says, as far as the rules ask: the paths it names, its `.unwrap()`s, its CSS classes.
//!
//! The compiler's own tokens, not text: strings, comments and line breaks never mislead. Macro bodies, `html!` above
//! all, are read like everything else.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A Rust file, each entry with its line.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Every path with more than one segment, and every imported name. `crate`, `self` and `super` are resolved: such
    /// a path starts with `crate`.
    pub paths: Vec<(Vec<String>, usize)>,
    /// Those of `paths` that the file needs outside of tests: what it only passes on by `pub use` is not among them.
    pub needs: Vec<(Vec<String>, usize)>,
    /// What the file imports or passes on, by the name that it has there; `*` for everything.
    pub names: Vec<(String, Vec<String>)>,
    /// `.unwrap()` outside of tests.
    pub unwraps: Vec<usize>,
    /// Classes in the markup outside of tests, and those named in a comment `// tidy: classes a b`.
    pub classes: Vec<(String, usize)>,
    /// Each `#[component]` outside of tests: the line of its `fn`, and how many lines it has.
    pub components: Vec<(usize, usize)>,
    /// The text of every string literal outside of tests, where a class may be chosen far from its markup.
    pub strings: String,
}

impl Source {
    /// Reads `text`, the content of the file at `path` in the workspace; nothing when it is not Rust.
    pub fn parse(path: &str, text: &str) -> Option<Self> {
        let tokens: Vec<TokenTree> = text.parse::<TokenStream>().ok()?.into_iter().collect();
        let mut source = Self::default();
        let place = Place {
            module: module(path),
            test: path.ends_with("/tests.rs"),
        };
        source.walk(&tokens, &place);
        for (line, text) in (1..).zip(text.lines()) {
            if let Some((_, classes)) = text.split_once("// tidy: classes ") {
                source
                    .classes
                    .extend(classes.split_whitespace().map(|class| (class.to_owned(), line)));
            }
        }
        Some(source)
    }

    fn walk(&mut self, tokens: &[TokenTree], place: &Place) {
        let mut place = place.clone();
        // From an attribute that says test to the end of its item.
        let mut test_item = false;
        let mut exported = false;
        let mut component = Component::No;
        let mut rest = tokens;
        while let [first, after @ ..] = rest {
            let here = Place {
                test: place.test || test_item,
                ..place.clone()
            };
            let here_on = rest;
            rest = after;
            if let Some(measured) = component.next(first)
                && !here.test
            {
                self.components.push(measured);
            }
            let visible = is_pub(first) || exported && matches!(first, TokenTree::Group(_));
            match (first, after) {
                (TokenTree::Punct(hash), [TokenTree::Group(attribute), after @ ..])
                    if hash.as_char() == '#' =>
                {
                    test_item |= is_test(attribute);
                    component.attribute(attribute);
                    rest = after;
                }
                (
                    TokenTree::Punct(hash),
                    [TokenTree::Punct(bang), TokenTree::Group(attribute), after @ ..],
                ) if hash.as_char() == '#' && bang.as_char() == '!' => {
                    place.test |= is_test(attribute);
                    rest = after;
                }
                (TokenTree::Ident(word), _) if word == "use" => {
                    let length = after.iter().take_while(|token| !is(token, ';')).count();
                    let (tree, after) = after.split_at(length);
                    let needed = !here.test && !exported;
                    self.import(&[], tree, &here, needed);
                    test_item = false;
                    rest = after;
                }
                (TokenTree::Ident(word), [TokenTree::Ident(name), TokenTree::Group(body), after @ ..])
                    if word == "mod" && body.delimiter() == Delimiter::Brace =>
                {
                    let mut inside = here.clone();
                    inside.module.push(name.to_string());
                    self.walk(&tokens_of(body), &inside);
                    test_item = false;
                    rest = after;
                }
                (TokenTree::Ident(_), _) => {
                    if !here.test {
                        self.markup(here_on);
                    }
                    let (path, length) = path(here_on);
                    if path.len() > 1 {
                        self.path(here.resolve(&path), line(first), !here.test);
                    }
                    rest = after.get(length.saturating_sub(1)..).unwrap_or_default();
                }
                (TokenTree::Punct(dot), [TokenTree::Ident(name), TokenTree::Group(arguments), ..])
                    if dot.as_char() == '.'
                        && name == "unwrap"
                        && arguments.stream().is_empty()
                        && !here.test =>
                {
                    self.unwraps.push(name.span().start().line);
                }
                (TokenTree::Group(group), _) => {
                    self.walk(&tokens_of(group), &here);
                    test_item &= group.delimiter() != Delimiter::Brace;
                }
                (TokenTree::Punct(end), _) if end.as_char() == ';' => test_item = false,
                (TokenTree::Literal(literal), _) if !here.test => {
                    self.strings.push_str(&literal.to_string());
                    self.strings.push('\n');
                }
                _ => {}
            }
            exported = visible;
        }
    }

    fn path(&mut self, path: Vec<String>, line: usize, needed: bool) {
        if needed {
            self.needs.push((path.clone(), line));
        }
        self.paths.push((path, line));
    }

    /// The tree of a `use`, below `prefix`.
    fn import(&mut self, prefix: &[String], tree: &[TokenTree], place: &Place, needed: bool) {
        for branch in tree.split(|token| is(token, ',')) {
            let (path, length) = path(branch);
            let whole = [prefix, &path].concat();
            let rest = branch.get(length..).unwrap_or_default();
            let Some(first) = branch.first() else { continue };
            let name = match rest {
                [.., TokenTree::Group(group)] => {
                    self.import(&whole, &tokens_of(group), place, needed);
                    continue;
                }
                [.., TokenTree::Punct(_)] => Some("*".to_owned()),
                [TokenTree::Ident(_), TokenTree::Ident(alias)] => Some(alias.to_string()),
                _ => whole.iter().rfind(|word| *word != "self").cloned(),
            };
            let resolved = place.resolve(&whole);
            self.names.extend(name.map(|name| (name, resolved.clone())));
            self.path(resolved, line(first), needed);
        }
    }

    /// Classes, when `tokens` start with `class=…`, `class: …` or `classes!(…)`.
    fn markup(&mut self, tokens: &[TokenTree]) {
        match tokens {
            [TokenTree::Ident(word), TokenTree::Punct(mark), value, ..]
                if word == "class" && ['=', ':'].contains(&mark.as_char()) =>
            {
                self.strings(std::slice::from_ref(value));
            }
            [TokenTree::Ident(word), bang, TokenTree::Group(group), ..]
                if word == "classes" && is(bang, '!') =>
            {
                self.strings(&tokens_of(group));
            }
            _ => {}
        }
    }

    fn strings(&mut self, tokens: &[TokenTree]) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.strings(&tokens_of(group)),
                TokenTree::Literal(literal) => {
                    let text = literal.to_string();
                    // What format! fills in is not known here.
                    let text = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
                    let names = text
                        .into_iter()
                        .flat_map(str::split_whitespace)
                        .filter(|name| !name.contains('{'));
                    self.classes
                        .extend(names.map(|name| (name.to_owned(), line(token))));
                }
                _ => {}
            }
        }
    }
}

#[derive(Debug, Clone)]
struct Place {
    module: Vec<String>,
    test: bool,
}

impl Place {
    /// `path` with `self` and `super` resolved.
    fn resolve(&self, path: &[String]) -> Vec<String> {
        let relative = |word: &str| word == "self" || word == "super";
        if !path.first().is_some_and(|first| relative(first)) {
            return path.to_vec();
        }
        let mut whole = self.module.clone();
        let mut rest = path;
        while let [first, after @ ..] = rest
            && relative(first)
        {
            if first == "super" {
                whole.pop();
            }
            rest = after;
        }
        [&["crate".to_owned()], whole.as_slice(), rest].concat()
    }
}

/// The module that the file at `path` is.
pub fn module(path: &str) -> Vec<String> {
    let inside = path.strip_prefix("src/").unwrap_or(path).trim_end_matches(".rs");
    let mut module: Vec<String> = inside.split('/').map(str::to_owned).collect();
    if module
        .last()
        .is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str()))
    {
        module.pop();
    }
    module
}

/// The path that `tokens` start with, and how many of them it takes. An ending `::{` or `::<` is left over.
fn path(tokens: &[TokenTree]) -> (Vec<String>, usize) {
    let mut path = Vec::new();
    let mut length = 0;
    let mut rest = tokens;
    // `::yew::x` is `yew::x`.
    if let [a, b, after @ ..] = rest
        && is(a, ':')
        && is(b, ':')
    {
        (rest, length) = (after, 2);
    }
    while let [TokenTree::Ident(name), after @ ..] = rest {
        path.push(name.to_string());
        length += 1;
        match after {
            [a, b, after @ ..]
                if is(a, ':') && is(b, ':') && matches!(after.first(), Some(TokenTree::Ident(_))) =>
            {
                length += 2;
                rest = after;
            }
            _ => break,
        }
    }
    (path, length)
}

fn is_test(attribute: &Group) -> bool {
    let text = attribute.stream().to_string();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    words.first() == Some(&"cfg") && words.contains(&"test") && !words.contains(&"not")
        || words.last() == Some(&"test") && words.first() != Some(&"cfg")
}

/// How far a component is read.
#[derive(Debug, Clone, Copy)]
enum Component {
    No,
    /// Its attribute.
    Marked,
    /// Its `fn`, at this line.
    Begun(usize),
}

impl Component {
    fn attribute(&mut self, attribute: &Group) {
        let is_component = matches!(&*tokens_of(attribute), [TokenTree::Ident(word)] if word == "component");
        if is_component {
            *self = Self::Marked;
        }
    }

    /// The line of its `fn` and its length, at the end of its body.
    fn next(&mut self, token: &TokenTree) -> Option<(usize, usize)> {
        match (*self, token) {
            (Self::Marked, TokenTree::Ident(word)) if word == "fn" => *self = Self::Begun(line(token)),
            (Self::Begun(start), TokenTree::Group(body)) if body.delimiter() == Delimiter::Brace => {
                *self = Self::No;
                return Some((start, body.span_close().end().line - start + 1));
            }
            _ => {}
        }
        None
    }
}

fn is_pub(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Ident(word) if word == "pub")
}

fn is(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

fn tokens_of(group: &Group) -> Vec<TokenTree> {
    group.stream().into_iter().collect()
}

fn line(token: &TokenTree) -> usize {
    token.span().start().line
}

#[cfg(test)]
mod tests {
    use super::Source;

    fn paths(file: &str, text: &str) -> Vec<String> {
        Source::parse(file, text)
            .unwrap()
            .paths
            .into_iter()
            .map(|(path, _)| path.join("::"))
            .collect()
    }

    #[test]
    fn paths_are_flat_and_absolute() {
        let text = "use crate::{app::State, ui::{self, kit::*}};\nuse super::super::other as x;\nuse yew;\n\
                    mod inner { fn f() -> self::T { ::web_sys::window() } }";
        let expected = [
            "crate::app::State",
            "crate::ui::self",
            "crate::ui::kit",
            "crate::ui::screens::other",
            "yew",
            "crate::ui::screens::home::view::inner::T",
            "web_sys::window",
        ];
        assert_eq!(paths("src/ui/screens/home/view.rs", text), expected);
        assert_eq!(
            paths("src/ui/screens/home/mod.rs", "use super::results::X;"),
            ["crate::ui::screens::results::X"]
        );
        assert_eq!(
            paths("src/a.rs", "// use yew::x;\nconst A: &str = \"yew::x\";"),
            [""; 0]
        );
    }

    #[test]
    fn unwraps_count_outside_of_tests() {
        let text = "fn a() { b.unwrap(); c.unwrap_or(1); }\n#[cfg(test)]\nuse x::y;\nfn d() { e.unwrap(); }\n\
                    #[cfg(test)]\nmod tests { fn f() { g.unwrap(); } }\n#[cfg(not(test))]\nfn h() { i.unwrap() }\n\
                    #[tokio::test] async fn j() { k.unwrap() }";
        assert_eq!(Source::parse("src/a.rs", text).unwrap().unwraps, [1, 4, 8]);
        assert_eq!(Source::parse("src/a/tests.rs", text).unwrap().unwraps, [0; 0]);
    }

    #[test]
    fn classes_come_from_markup() {
        let text = "html! { <p class=\"a b\" id=\"no\"><i class={classes!(\"c\", on.then_some(\"d\"))} />\n\
                    <b class={if x { \"e\" } else { format!(\"f-{n}\") }}>{\"no\"}</b></p> }\n// tidy: classes f-1 f-2\n\
                    let class = \"g\"; html! { <u {class} /> }\n#[cfg(test)] mod t { const C: A = A { class: \"no\" }; }";
        let classes: Vec<String> = Source::parse("src/a.rs", text)
            .unwrap()
            .classes
            .into_iter()
            .map(|(class, _)| class)
            .collect();
        let mut unique = classes.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(
            unique,
            ["a", "b", "c", "d", "e", "f-1", "f-2", "g"],
            "{classes:?}"
        );
    }
}

//! What a style sheet says, as far as the rules ask: selectors, hex colours, `!important`, left and right, units that an
//! engine of the floor does not know.

/// A style sheet, each entry with its line.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Classes in selectors.
    pub classes: Vec<(String, usize)>,
    /// Selectors that ask for neither a class nor an id.
    pub everywhere: Vec<(String, usize)>,
    /// Hexadecimal colours in values.
    pub colours: Vec<(String, usize)>,
    /// Each `!important`.
    pub important: Vec<usize>,
    /// Each declaration that means the left or the right, whatever way the page is written.
    pub sides: Vec<(String, usize)>,
    /// Each declaration with a unit that Chromium has only had since 108, and no declaration of the same before it.
    pub young: Vec<(String, usize)>,
    /// The property that was declared last.
    before: String,
}

type Piece = Vec<(char, usize)>;

impl Sheet {
    /// Reads a style sheet, nested rules included.
    pub fn parse(text: &str) -> Self {
        let mut sheet = Self::default();
        let mut piece = Piece::new();
        for (c, line) in without_comments_and_strings(text) {
            match c {
                '{' => {
                    sheet.before.clear();
                    sheet.prelude(&std::mem::take(&mut piece));
                }
                ';' | '}' => sheet.declaration(&std::mem::take(&mut piece)),
                _ => piece.push((c, line)),
            }
        }
        sheet
    }

    /// What stands before a `{`: a selector, or an at-rule, of which only `@scope` has selectors.
    fn prelude(&mut self, piece: &Piece) {
        let text: String = piece.iter().map(|(c, _)| c).collect();
        if !text.trim_start().starts_with('@') || text.trim_start().starts_with("@scope") {
            self.classes.extend(names(piece, '.', is_name, |name| {
                !name.starts_with(|c: char| c.is_ascii_digit())
            }));
            self.everywhere.extend(selectors(piece));
        }
    }

    fn declaration(&mut self, piece: &Piece) {
        let hex =
            |name: &str| [3, 4, 6, 8].contains(&name.len()) && name.chars().all(|c| c.is_ascii_hexdigit());
        let colours = names(piece, '#', is_name, hex);
        self.colours
            .extend(colours.into_iter().map(|(name, line)| (format!("#{name}"), line)));
        let important = names(piece, '!', char::is_alphanumeric, |name| name == "important");
        self.important.extend(important.into_iter().map(|(_, line)| line));
        let text: String = piece.iter().map(|(c, _)| c).collect();
        let line = piece.iter().find(|(c, _)| !c.is_whitespace());
        let (Some((property, value)), Some((_, line))) = (text.split_once(':'), line) else {
            return;
        };
        let (property, value) = (property.trim(), value.trim());
        let entry = || (format!("{property}: {value}"), *line);
        if has_a_side(property, value) {
            self.sides.push(entry());
        }
        if has_a_young_unit(value) && self.before != property {
            self.young.push(entry());
        }
        property.clone_into(&mut self.before);
    }
}

/// The selectors before a `{` that ask for neither a class nor an id; steps of an animation and what stands inside of another rule are none.
fn selectors(piece: &Piece) -> Vec<(String, usize)> {
    let mut outside = outside_parentheses();
    let selectors = piece.split(|(c, _)| outside(*c) && *c == ',');
    let everywhere = selectors.filter_map(|selector| {
        let line = selector.iter().find(|(c, _)| !c.is_whitespace())?.1;
        let text: String = selector.iter().map(|(c, _)| *c).collect();
        let text = text.trim().to_owned();
        let step = ["from", "to"].contains(&&*text) || text.ends_with('%');
        (!step && !text.contains(['.', '#', '&'])).then_some((text, line))
    });
    everywhere.collect()
}

/// Whether a value has a unit of the window as it is with or without what a phone folds away.
fn has_a_young_unit(value: &str) -> bool {
    let mut words = value.split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|word| {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let size = unit.strip_prefix(['d', 's', 'l']);
        unit != word && size.is_some_and(|size| ["vh", "vw", "vb", "vi", "vmin", "vmax"].contains(&size))
    })
}

/// Whether a declaration names the left or the right, or has four values with another one for each of them.
fn has_a_side(property: &str, value: &str) -> bool {
    let named = |text: &str| {
        let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
        words.any(|word| word == "left" || word == "right")
    };
    let keyword = ["text-align", "float", "clear", "caption-side"].contains(&property);
    let four = ["margin", "padding", "inset", "border-", "scroll-"]
        .iter()
        .any(|start| property.starts_with(start));
    let values = values(value);
    let unlike = match (property, &*values) {
        ("border-radius", [one, other, ..]) => one != other,
        (_, [_, right, _, left]) => four && right != left,
        _ => false,
    };
    named(property) || (keyword && named(value)) || unlike
}

/// The values of a shorthand: what stands in parentheses is one of them.
fn values(text: &str) -> Vec<&str> {
    let mut outside = outside_parentheses();
    let values = text.split(|c: char| outside(c) && c.is_whitespace());
    values.filter(|value| !value.is_empty()).collect()
}

/// Asked of one character after the other: whether it stands outside of parentheses.
fn outside_parentheses() -> impl FnMut(char) -> bool {
    let mut depth = 0_usize;
    move |c| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_'
}

/// The names that follow `mark`; not directly behind a parenthesis in the case of `#`, where `url(#id)` is no colour.
fn names(
    piece: &Piece,
    mark: char,
    part: fn(char) -> bool,
    wanted: impl Fn(&str) -> bool,
) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let mut before = ' ';
    for (index, (c, line)) in piece.iter().enumerate() {
        if *c == mark && !(mark == '#' && before == '(') {
            let rest = piece.iter().skip(index + 1).map(|(c, _)| *c);
            let name: String = rest
                .skip_while(|c| mark == '!' && c.is_whitespace())
                .take_while(|c| part(*c))
                .collect();
            if !name.is_empty() && wanted(&name) {
                found.push((name, *line));
            }
        }
        before = *c;
    }
    found
}

/// The characters that matter, each with its line.
fn without_comments_and_strings(text: &str) -> Piece {
    let mut kept = Piece::new();
    let mut line = 1;
    let mut quote = None;
    let mut in_comment = false;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '\n' {
            line += 1;
        }
        if in_comment {
            in_comment = !(c == '*' && rest.next_if_eq(&'/').is_some());
        } else if let Some(end) = quote {
            if c == '\\' {
                rest.next();
            } else if c == end {
                quote = None;
            }
        } else if c == '/' && rest.next_if_eq(&'*').is_some() {
            in_comment = true;
        } else if c == '"' || c == '\'' {
            quote = Some(c);
        } else {
            kept.push((c, line));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn reads_selectors_values_and_nothing_else() {
        let sheet = Sheet::parse(
            "@layer a, b;\n@layer a { .one:not(.two_2) > #add {\n  margin: .5em; color: #FFF; fill: url(#abc);\n\
             &.three { b: #12345; content: \".no #fff\"; /* .no { */ } } }\n@media (x) { .one { c: d ! important } }\n\
             @import url(x.css);",
        );
        let class = |name: &str, line| (name.to_owned(), line);
        assert_eq!(
            sheet.classes,
            [
                class("one", 2),
                class("two_2", 2),
                class("three", 4),
                class("one", 5)
            ]
        );
        assert_eq!(sheet.colours, [class("#FFF", 3)]);
        assert_eq!(sheet.important, [5]);
    }

    #[test]
    fn a_selector_without_class_and_id_is_for_everything_of_its_kind() {
        let sheet = Sheet::parse(
            "@layer a { td, .one td,\ninput:not(:focus, .two), b[d=\"e\"] {} }\n@keyframes c { from {} 50% {} to {} } .one { & td {} }",
        );
        assert_eq!(sheet.everywhere, [("td".to_owned(), 1), ("b[d=]".to_owned(), 2)]);
    }

    #[test]
    fn a_young_unit_follows_one_that_all_know() {
        let young = |text: &str| Sheet::parse(text).young.len();
        assert_eq!(young(".a { max-height: calc(100dvh - 1px); }"), 1);
        assert_eq!(young(".a { height: 4vh; } .b { height: 4.5svh; }"), 1);
        assert_eq!(
            young(".a { height: 4vh; height: 4dvh; width: 1vw; b: var(--dvh); }"),
            0
        );
    }

    #[test]
    fn tells_left_from_right() {
        let sides = |text: &str| {
            let sheet = Sheet::parse(&format!(".a {{\n  {text};\n}}"));
            sheet.sides.into_iter().map(|(_, line)| line).collect::<Vec<_>>()
        };
        for physical in [
            "margin-left: 1px",
            "border-top-right-radius: 1px",
            "right: 0",
            "text-align: left",
            "padding: 0 calc(2 * var(--a)) 0 calc(1 * var(--a))",
            "inset: 0 0 0 auto",
            "border-radius: 1px 0 0 1px",
        ] {
            assert_eq!(sides(physical), [2], "{physical}");
        }
        for logical in [
            "margin-inline-start: 1px",
            "text-align: start",
            "padding: 0 calc(1 * var(--a)) 1px calc(1 * var(--a))",
            "border-radius: 50%",
            "grid-template-columns: 1px 2px 3px 4px",
            "transition: left 1s",
        ] {
            assert_eq!(sides(logical), [0_usize; 0], "{logical}");
        }
    }
}

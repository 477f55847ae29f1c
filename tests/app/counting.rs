//! One or many by the rule of the language, which the platform knows.

use oxymoron::app::text::{PluralRule, Text, Texts};
use std::rc::Rc;

fn texts() -> Texts {
    let mut texts = Texts {
        first: vec![Rc::from(""); Text::FIRST],
        ..Texts::default()
    };
    texts.first[Text::NoticeDeletedOne as usize] = Rc::from("{n} record");
    texts.first[Text::NoticeDeletedMany as usize] = Rc::from("{n} records");
    texts
}

fn counted(texts: &Texts) -> [String; 4] {
    [0, 1, 2, 5].map(|n| texts.count(Text::NoticeDeletedOne, Text::NoticeDeletedMany, n))
}

#[test]
fn until_something_else_is_known_it_counts_as_english_does() {
    assert_eq!(
        counted(&texts()),
        ["0 records", "1 record", "2 records", "5 records"]
    );
}

#[test]
fn it_counts_as_the_language_does() {
    let mut texts = texts();
    // As French: nothing is one as well.
    texts.plurals = PluralRule(Rc::new(|n| String::from(if n < 2 { "one" } else { "other" })));
    assert_eq!(
        counted(&texts),
        ["0 record", "1 record", "2 records", "5 records"]
    );
}

//! Typed digits, line by line.

use super::written;
use crate::arbitrary::settings;
use crate::support::{three_areas, twelve_areas};
use oxymoron::domain::checklist::Depth;
use oxymoron::domain::code::digits::{Digits, read};
use proptest::prelude::*;

fn quick(text: &str) -> Digits {
    read(&twelve_areas(), Depth::Quick, text)
}

fn rows(digits: &Digits) -> Vec<String> {
    digits.rows.iter().map(written).collect()
}

fn refusals(digits: &Digits) -> Vec<String> {
    digits.refused.iter().map(ToString::to_string).collect()
}

#[test]
fn reads_what_people_type() {
    let read = quick("123450123450\n\n 3 x 3  333 333 3 3 X\n\t-1.-5\u{200b}0-1.-50\r\n");
    assert_eq!(rows(&read), ["123450123450", "3x333333333x", "-1--50-1--50"]);
    assert_eq!(refusals(&read), [""; 0]);
}

#[test]
fn keeps_the_good_lines_and_says_which_are_not() {
    let read = quick(
        "12345012345\n123450123450\n1234501234501\n\n12345612345a\n1234512345é2\nx33333333333\n333333333333\n7",
    );
    assert_eq!(rows(&read), ["123450123450", "333333333333"]);
    assert_eq!(
        refusals(&read),
        [
            "Line 1: too short, 11 of 12 answers",
            "Line 3: too long, 13 answers to 12 questions",
            "Line 5: '6' in place 6 is no answer: write 1 to 5, ? for can't tell, x for not applicable, - for no answer",
            "Line 6: 'é' in place 11 is no answer: write 1 to 5, ? for can't tell, x for not applicable, - for no answer",
            "Line 7: x stands at A01, which is applicable everywhere",
            "Line 9: '7' in place 1 is no answer: write 1 to 5, ? for can't tell, x for not applicable, - for no answer",
        ]
    );
}

#[test]
fn a_line_without_any_answer_is_nobody_s() {
    let read = quick("------------\n-1----------\n. . . . . . . . . . . .");
    assert_eq!(rows(&read), ["-1----------"]);
    assert_eq!(
        refusals(&read),
        ["Line 1: no answer at all", "Line 3: no answer at all"]
    );
}

#[test]
fn drops_names_in_a_chat() {
    let read = quick("[09:41, 23/11/2026] Ann Example: 3x3 333 333 333\n09:42 Bob: 1111\nCarl joined");
    assert_eq!(rows(&read), ["3x3333333333"]);
    let refusals = refusals(&read);
    assert_eq!(refusals[0], "Line 2: too short, 4 of 12 answers");
    assert!(
        refusals[1].starts_with("Line 3: 'C' in place 1 is no answer"),
        "{refusals:?}"
    );
}

#[test]
fn full_mode_has_three_answers_for_each_area() {
    let line = "1bc xBe 1bc 2aa 3dd 4ee 5ab 1bc 1bc 1bc 1-. x??";
    let read = read(&twelve_areas(), Depth::Full, line);
    assert_eq!(
        rows(&read),
        ["123 x25 123 211 344 455 512 123 123 123 1-- x00".replace(' ', "")]
    );
    assert_eq!(
        refusals(&self::read(&twelve_areas(), Depth::Full, "1xc\n1bc4b6")),
        [
            "Line 1: too short, 3 of 36 answers",
            "Line 2: '6' in place 6 is no answer: write 1 to 5, ? for can't tell, x for not applicable, - for no answer"
        ]
    );
}

#[test]
fn a_digit_on_a_counted_scale_is_never_taken_for_the_place_of_an_option() {
    let line = |second: char| format!("1{second}c {}", "1bc".repeat(11));
    for digit in '0'..='5' {
        let read = read(&twelve_areas(), Depth::Full, &line(digit));
        assert_eq!(rows(&read), [""; 0], "{digit}");
        assert_eq!(
            refusals(&read),
            [format!(
                "Line 1: {digit:?} stands at A01a, where it could be meant as the value: write a letter, a to e"
            )]
        );
    }
    assert_eq!(read(&twelve_areas(), Depth::Full, &line('b')).rows.len(), 1);
}

#[test]
fn a_letter_at_a_question_of_levels_is_no_answer() {
    let read = read(&twelve_areas(), Depth::Full, &format!("bbc{}", "1bc".repeat(11)));
    assert_eq!(rows(&read), [""; 0]);
    let refused = refusals(&read).concat();
    assert!(
        refused.starts_with("Line 1: 'b' in place 1 is no answer"),
        "{refused}"
    );
}

#[test]
fn an_instrument_of_another_length_has_no_rows() {
    assert_eq!(read(&three_areas(), Depth::Quick, "123"), Digits::default());
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn every_line_is_a_row_or_refused(text in "[0-6xX.: \n-]{0,200}") {
        let read = quick(&text);
        let said = text.lines().filter(|line| !line.rsplit(':').next().unwrap().trim().is_empty()).count();
        prop_assert_eq!(read.rows.len() + read.refused.len(), said);
    }

    #[test]
    fn a_written_row_is_read_again(row in "[0-5-][0-5x-][0-5-]{9}[0-5x-]") {
        prop_assume!(row != "------------");
        prop_assert_eq!(rows(&quick(&row)), [row]);
    }
}

//! The reference to the assessment before, in a record.

use crate::arbitrary::ID;
use oxymoron::domain::assessment::{Assessment, AssessmentId};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::InstrumentVersion;
use oxymoron::domain::record::{ReadError, read_assessment, write_assessment};
use oxymoron::domain::stamp::{Revision, Stamped};

const NONE: &str = r#""previous":["",0],"#;

/// A record with this in the place of the reference.
fn record(member: &str) -> String {
    let written = write_assessment(&Assessment::new(ID, InstrumentVersion(1), Moment(0)));
    assert!(written.contains(NONE), "{written}");
    written.replace(NONE, member)
}

#[test]
fn it_may_be_missing_or_unreadable_and_the_rest_opens() {
    let check = |member: &str, expected: Option<u64>, problems: usize| {
        let reading = read_assessment(ID, &record(member)).unwrap();
        let previous = reading.assessment.previous.value.map(|id| id.0);
        assert_eq!(
            (previous, reading.problems.len()),
            (expected, problems),
            "{member}"
        );
    };
    check("", None, 0);
    check(r#""previous":["",3],"#, None, 0);
    check(r#""previous":["00000000000000aa",3],"#, Some(0xaa), 0);
    for odd in [r#"["aa",3]"#, r#"["00000000000000AA",3]"#, "[7,3]", "null", "[]"] {
        check(&format!("\"previous\":{odd},"), None, 1);
    }
    assert_eq!(
        read_assessment(ID, &record(&NONE.repeat(2))),
        Err(ReadError::Damaged)
    );
}

#[test]
fn the_later_reference_stands() {
    let mut one = Assessment::new(ID, InstrumentVersion(1), Moment(0));
    let mut other = one.clone();
    one.previous = Stamped::new(Some(AssessmentId(1)), Revision(1));
    other.previous = Stamped::new(None, Revision(2));
    one.merge(other);
    assert_eq!(one.previous.value, None);
}

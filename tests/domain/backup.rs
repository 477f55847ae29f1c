//! What is known of copies.

use oxymoron::domain::assessment::{Assessment, AssessmentId};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::checklist::InstrumentVersion;
use oxymoron::domain::code::WorkshopId;
use oxymoron::domain::record::{Backup, ReadError, read_backup, write_backup};

fn begun(id: u64, at: u64) -> Assessment {
    Assessment::new(AssessmentId(id), InstrumentVersion(1), Moment(at))
}

#[test]
fn the_fixture_is_read_and_written_as_the_same() {
    let fixture = include_str!("../fixtures/records/backup-v1.json");
    let backup = read_backup(fixture).unwrap();
    assert_eq!(backup.everything, Some(Moment(1_795_000_000_000)));
    assert_eq!(backup.dismissed, Some(Moment(1_795_000_000_001)));
    assert_eq!(
        backup.single[&AssessmentId(0x0123_4567_89ab_cdef).into()],
        Moment(1_795_000_000_002)
    );
    assert_eq!(read_backup(&write_backup(&backup)), Ok(backup));
}

#[test]
fn nothing_known_is_written_and_read_as_nothing_known() {
    assert_eq!(read_backup(&write_backup(&Backup::NEVER)), Ok(Backup::NEVER));
}

#[test]
fn damage_is_told_from_a_later_version() {
    for (text, error) in [
        ("", ReadError::Damaged),
        (
            r#"{"schema":1,"kind":"backup","id":"device","revision":0,"body":{}}"#,
            ReadError::Damaged,
        ),
        (
            r#"{"schema":1,"kind":"backup","id":"device","revision":0,"body":{"everything":-1,"single":{}}}"#,
            ReadError::Damaged,
        ),
        (
            r#"{"schema":1,"kind":"backup","id":"device","revision":0,"body":{"single":{"x":1}}}"#,
            ReadError::Damaged,
        ),
        (
            r#"{"schema":1,"kind":"settings","id":"device","revision":0,"body":{}}"#,
            ReadError::Misplaced,
        ),
        (
            r#"{"schema":2,"kind":"backup","id":"device","revision":0,"body":{}}"#,
            ReadError::Newer(2),
        ),
    ] {
        assert_eq!(read_backup(text), Err(error), "{text}");
    }
}

#[test]
fn a_copy_of_everything_holds_what_had_been_begun() {
    let backup = Backup {
        everything: Some(Moment(100)),
        ..Backup::NEVER
    };
    assert!(backup.has_left(&begun(1, 100)));
    assert!(!backup.has_left(&begun(1, 101)));
    assert!(!Backup::NEVER.has_left(&begun(1, 0)));
}

#[test]
fn one_that_left_alone_has_left_and_waving_away_lasts_until_the_next_change() {
    let mut backup = Backup::NEVER;
    backup.leaves(AssessmentId(1), Moment(5));
    assert!(backup.has_left(&begun(1, 100)) && !backup.has_left(&begun(2, 100)));
    backup.dismissed = Some(Moment(100));
    assert!(!backup.reminds_of(&begun(2, 100)));
    assert!(backup.reminds_of(&begun(2, 101)));
}

#[test]
fn a_workshop_left_when_it_did_alone_or_everything_did_whichever_came_later() {
    let (one, other) = (WorkshopId(1), WorkshopId(2));
    let mut backup = Backup::NEVER;
    assert_eq!(backup.workshop_left(one), None);
    backup.leaves(one, Moment(5));
    assert_eq!(backup.workshop_left(one), Some(Moment(5)));
    assert_eq!(backup.workshop_left(other), None);
    backup.everything = Some(Moment(3));
    assert_eq!(backup.workshop_left(one), Some(Moment(5)));
    assert_eq!(backup.workshop_left(other), Some(Moment(3)));
    backup.everything = Some(Moment(9));
    assert_eq!(backup.workshop_left(one), Some(Moment(9)));
    backup.forget(one);
    backup.everything = None;
    assert_eq!(backup.workshop_left(one), None);
}

//! Whatever text stands under an assessment's key, reading it neither panics nor changes on a second round.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxymoron::domain::assessment::AssessmentId;
use oxymoron::domain::record::{ParsedAssessment, read_assessment, write_assessment};

/// The id of the fixtures, so that they serve as seeds.
const ID: AssessmentId = AssessmentId(0x0123_4567_89ab_cdef);

fuzz_target!(|text: &str| {
    if let Ok(reading) = read_assessment(ID, text) {
        let again = read_assessment(ID, &write_assessment(&reading.assessment));
        assert_eq!(
            again,
            Ok(ParsedAssessment {
                problems: Vec::new(),
                ..reading
            })
        );
    }
});

//! What a calendar shows for the dates of a plan.

use super::{full, pack};
use oxymoron::app::shared::planning::{Whose, calendar_words};
use oxymoron::domain::doors::Door;
use oxymoron::domain::plan::PlanText;
use oxymoron::domain::workshop::rehearsal::{Crowd, Rehearsal};

#[test]
fn an_entry_says_whose_it_is_and_what_is_believed() {
    let full = full();
    let area = "A06".parse().unwrap();
    let whose = Whose::of_assessment(&full);
    let words = calendar_words(&pack(), &full.plan, area, whose);
    assert_eq!(
        words.stop,
        "Experiment stops: Beyond blind compliance · Field sales, north"
    );
    assert_eq!(
        words.review,
        "Review: Beyond blind compliance · Field sales, north"
    );
    assert_eq!(words.description, "Owner: Ada");
    let whose = Whose {
        name: "",
        believed: "Exercises tell more",
        rehearsal: None,
    };
    let words = calendar_words(&pack(), &full.plan, area, whose);
    assert_eq!(words.stop, "Experiment stops: Beyond blind compliance");
    assert_eq!(
        words.description,
        "What we believe: Exercises tell more\nOwner: Ada"
    );
    let whose = Whose {
        name: "North",
        rehearsal: Some(Rehearsal {
            crowd: Crowd::Five,
            seed: 7,
        }),
        ..whose
    };
    let words = calendar_words(&pack(), &full.plan, area, whose);
    assert_eq!(
        words.stop,
        "REHEARSAL · Experiment stops: Beyond blind compliance · North"
    );
    assert_eq!(full.plan.text(PlanText::Owner).value, "Ada");
    assert_eq!(full.plan.chosen.value.unwrap().door, Door::LowestScore);
}

//! In which form tables are wanted: kept, taken along, taken back.

use crate::exchange::{bring_in, export, preview};
use crate::world::World;
use oxymoron::app::action::Action;
use oxymoron::app::assessment::action::AssessmentAction;
use oxymoron::app::assessment::preview::{ImportChoice, What};
use oxymoron::app::shared::table::chosen;
use oxymoron::domain::exchange::Relation;
use oxymoron::domain::record::TableForm;

const TABLE: &str = "oxymoron/1/table/device";

#[test]
fn the_form_of_tables_is_kept_and_travels_with_everything() {
    let choose = |form| Action::Assessment(AssessmentAction::ChoseTableForm(form));
    let (here, there) = (World::opened(&[]), World::opened(&[]));
    here.happens(choose(TableForm::Semicolon));
    let again = World::opened(&[(TABLE, &here.stored()[TABLE])]);
    assert_eq!(chosen(&again.state()), Some(TableForm::Semicolon));
    there.happens(choose(TableForm::Comma));
    let file = export(&here);
    let mut preview = preview(&there, &[&file]);
    assert_eq!(
        (preview.rows[0].what, preview.rows[0].relation),
        (What::Settings, Relation::Conflicting)
    );
    preview.choose_all(Relation::Conflicting, ImportChoice::Merge);
    bring_in(&there, &preview);
    assert_eq!(chosen(&there.state()), Some(TableForm::Semicolon));
    there.happens(Action::Undid);
    assert_eq!(chosen(&there.state()), Some(TableForm::Comma));
    // A later version's choice is never written over.
    let later = r#"{"schema":2,"kind":"table","id":"device","revision":0,"body":{}}"#;
    let world = World::opened(&[(TABLE, later)]);
    world.happens(choose(TableForm::Comma));
    assert_eq!(
        (world.stored()[TABLE].as_str(), chosen(&world.state())),
        (later, None)
    );
}

//! A room of several languages: an invite in one is answered in another.

use crate::joining::{AROUND, ID, choose, make, opened, quick, row};
use crate::languages::pack;
use oxymoron::app::workshop::joining::{assessment, read, ticket};
use oxymoron::domain::calendar::Moment;
use oxymoron::domain::code::Round;
use oxymoron::domain::code::answer::RolePlace;
use oxymoron::domain::code::invite::{Invite, Language};
use oxymoron::domain::workshop::ticket::Ending;

#[test]
fn an_invite_made_in_french_is_answered_in_arabic() {
    let (french, arabic) = (pack("fr"), pack("ar"));
    assert_eq!(
        french.checklist, arabic.checklist,
        "ids and levels have no language"
    );
    let made_in_french = Invite {
        language: Language::new("fr").unwrap(),
        ..quick()
    };
    let code = made_in_french.seal().to_string();
    // In Arabic a message may come with isolates around the code.
    let message = format!("\u{2068}{code}\u{2069}");
    let invite = read(&arabic.checklist, &message).unwrap();
    assert_eq!(invite, made_in_french);
    assert_eq!(
        invite.language.tag(),
        "fr",
        "a hint, which says nothing of the answers"
    );
    let mut ticket = ticket(&invite, RolePlace::new(1), Ending::Open, AROUND);
    let mut answers = assessment(&invite, String::new(), ID, Moment(0));
    for (number, code) in (1..).zip("1x3450221543".chars()) {
        choose(&mut answers, number, code);
    }
    let made = make(&invite, &mut ticket, Some(&answers), Round::FIRST, 3).unwrap();
    let response = opened(&made.code, Round::FIRST).unwrap();
    assert_eq!(row(&response), "1x3450221543");
    // What was chosen is the same level in both, and other words.
    for area in &french.checklist.areas {
        let words =
            [&french, &arabic].map(|pack| pack.words.area(area.id, oxymoron::app::words::AreaWord::Name));
        assert_ne!(words[0], words[1]);
    }
}

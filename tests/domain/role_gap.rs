//! Whether a word about a role leaves everybody hidden, against every way to part the room's answers.

use oxymoron::domain::group::Votes;
use oxymoron::domain::group::role_gap::{Margins, Side, side};

/// How many of the role are in each column: the five levels, then those who chose none.
type Parting = [u32; 6];

/// Every way that so many of the people in these columns are of the role.
fn partings(columns: [u32; 6], role: u32) -> Vec<Parting> {
    let mut all = vec![vec![]];
    for count in columns {
        let longer = |part: Vec<u32>| (0..=count).map(move |of_role| [&part[..], &[of_role]].concat());
        all = all.into_iter().flat_map(longer).collect();
    }
    let all = all.into_iter().map(|part| Parting::try_from(part).unwrap());
    all.filter(|part| part.iter().sum::<u32>() == role).collect()
}

fn levels(part: [u32; 6]) -> Votes {
    Votes::new([part[0], part[1], part[2], part[3], part[4]])
}

/// Somebody in a column, of the role or of the others.
type Person = (usize, bool);

/// Whether these people can all be in a room that is parted like this.
fn are_there(columns: [u32; 6], part: &Parting, people: &[Person]) -> bool {
    (0..6).all(|column| {
        let known = |role: bool| people.iter().filter(|person| **person == (column, role)).count() as u32;
        known(true) <= part[column] && known(false) <= columns[column] - part[column]
    })
}

/// After each of the three words, for everybody who could be in the room: everybody else may be of the role and may be of the others.
fn keeps(columns: [u32; 6], role: u32) -> bool {
    let word = |part: &Parting| {
        let others = std::array::from_fn(|column| columns[column] - part[column]);
        side(&levels(*part), &levels(others))
    };
    let all = partings(columns, role);
    [Some(Side::Higher), Some(Side::Lower), None]
        .into_iter()
        .all(|said| {
            let possible: Vec<_> = all.iter().filter(|part| word(part) == said).collect();
            let can_be = |people: &[Person]| possible.iter().any(|part| are_there(columns, part, people));
            let everybody = || (0..6).flat_map(|column| [(column, true), (column, false)]);
            // Somebody of whom a word cannot be is never told it; that there is none tells them something.
            let told = |person: &Person| columns[person.0] > 0 && (said.is_none() || can_be(&[*person]));
            everybody().filter(told).all(|person| {
                let another = |other: &Person| columns[other.0] > u32::from(other.0 == person.0);
                can_be(&[person]) && everybody().filter(another).all(|other| can_be(&[person, other]))
            })
        })
}

fn check(columns: [u32; 6], role: u32) -> bool {
    let room = Margins::new(&levels(columns), columns[5], role).unwrap();
    let kept = room.keeps_everybody();
    assert_eq!(kept, keeps(columns, role), "{columns:?}, {role} of the role");
    kept
}

#[test]
fn a_room_keeps_everybody_if_every_way_to_part_it_says_so() {
    let mut kept = 0;
    let mut seed = 5_u64;
    let mut below = |most: u32| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        u32::try_from((seed >> 33) % u64::from(most)).unwrap()
    };
    for round in 0..400_u32 {
        let most = [3, 5, 8, 12][round as usize % 4];
        let columns: [u32; 6] = std::array::from_fn(|_| if below(3) == 0 { 0 } else { below(most) });
        let size = |part: &[u32; 6]| part.iter().map(|count| count + 1).product::<u32>();
        let people: u32 = columns.iter().sum();
        if people > 9 && size(&columns) < 4_000 {
            kept += u32::from(check(columns, 1 + below(people - 1)));
        }
    }
    assert!(
        (50..300).contains(&kept),
        "both kinds of room are among them: {kept}"
    );
}

/// Who is alone at a level knows it, and nobody else there is to be hidden from them.
#[test]
fn a_level_that_one_person_chose_is_looked_at_for_everybody_but_that_person() {
    assert!(check([1, 18, 0, 0, 8, 3], 8));
    assert!(!check([1, 1, 1, 1, 11, 0], 6));
}

/// Votes at the lowest and the highest level, and a role that has so many of them.
const ENDS: [u32; 5] = [540, 0, 0, 0, 460];

fn has(of_role: [u32; 2]) -> Option<Side> {
    let [low, high] = of_role;
    let others = [ENDS[0] - low, 0, 0, 0, ENDS[4] - high];
    side(&Votes::new([low, 0, 0, 0, high]), &Votes::new(others))
}

/// A thousand votes, and a thousand people who chose no level: too many ways to part them for looking at all.
#[test]
fn a_large_room_is_looked_at_where_its_silent_people_are_parted_evenly() {
    // With half of the votes the role may stand higher, lower, or nowhere; with nearly none or nearly all of them not both.
    let half = [[40, 460], [500, 0], [270, 230]].map(has);
    assert_eq!(half, [Some(Side::Higher), Some(Side::Lower), None]);
    assert_eq!([[16, 0], [0, 16]].map(has), [None, Some(Side::Higher)]);
    assert_eq!([[540, 444], [524, 460]].map(has), [Some(Side::Lower), None]);
    let room = |role: u32| Margins::new(&Votes::new(ENDS), 1_000, role).unwrap();
    assert!(room(1_000).keeps_everybody());
    // Lower takes about eighty votes, higher leaves about eighty to the others: ten beyond the even parting are looked at, and thirty are not.
    let edges = [[90, 0], [70, 0], [450, 460], [470, 460]];
    let edges = edges.map(has);
    assert_eq!(edges, [Some(Side::Lower), None, Some(Side::Higher), None]);
    for (role, looked_at) in [(144, true), (100, false), (1_856, true), (1_900, false)] {
        assert_eq!(room(role).keeps_everybody(), looked_at, "{role} of the role");
    }
}

/// 900 at "Set up", 100 at "Working", and 34 who chose no level. The smaller group of 134 stands a level apart in one case alone: all 34 are
/// of it, and so is everybody at "Working". A word would tell that.
#[test]
fn what_was_not_looked_at_is_not_taken_for_impossible() {
    let [most, few] = [[0, 0, 900, 0, 0], [0, 0, 0, 100, 0]].map(Votes::new);
    assert_eq!(side(&few, &most), Some(Side::Higher));
    let [fewer, more] = [[0, 0, 900, 1, 0], [0, 0, 0, 99, 0]].map(Votes::new);
    assert_eq!(side(&more, &fewer), None);
    for role in [134, 900] {
        let room = Margins::new(&Votes::new([0, 0, 900, 100, 0]), 34, role).unwrap();
        assert!(!room.keeps_everybody(), "{role} of the role");
    }
}

/// Somebody who is alone at a level knows nobody else there, and need not be hidden from themselves.
#[test]
fn who_is_alone_at_a_level_is_one_person() {
    for (columns, role) in [
        ([0, 1, 6, 4, 5, 0], 8),
        ([1, 4, 1, 5, 5, 0], 9),
        ([1, 5, 1, 4, 4, 1], 8),
    ] {
        assert!(check(columns, role), "{columns:?}");
    }
}

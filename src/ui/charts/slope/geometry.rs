//! Where the labels of a slope chart stand: beside their ends, and never on each other.

use crate::ui::charts::number::Tenths;
use crate::ui::charts::score::Sixths;

/// The least distance between two labels of one side, in tenths of a per cent of the height: a line of text and a little air.
const LINE: i32 = 70;
/// Where level 5 and level 1 stand, from the top, so that half a label has room beyond them.
const TOP: i32 = 40;
const BOTTOM: i32 = 960;

/// The height of a score, in per cent from the top.
pub(super) fn height(score: Sixths) -> Tenths {
    let above_one = i32::from(score.count()) - 6;
    Tenths(BOTTOM - (BOTTOM - TOP) * above_one / 24)
}

/// Places labels that want to stand at `wanted`, in the order of that list.
///
/// Each is as near to its place as all can be at once (least squares, by pooling adjacent violators; Ayer et al. 1955); those that want
/// the same place keep their order from top to bottom.
pub(super) fn spread(wanted: &[Tenths]) -> Vec<Tenths> {
    let gap = gap(wanted.len());
    let order = from_top(wanted);
    // Without the gaps before it, each label only has to stay at or below the one above it.
    let mut pools = Vec::<(i32, i32)>::new();
    for (place, (_, wanted)) in (0..).zip(&order) {
        let mut pool = (wanted.0 - place * gap, 1);
        while let Some(above) = pools.pop_if(|above| mean(*above) > mean(pool)) {
            pool = (above.0 + pool.0, above.1 + pool.1);
        }
        pools.push(pool);
    }
    let last = BOTTOM - gap * (to_i32(wanted.len()) - 1).max(0);
    let tops = pools.iter().flat_map(|pool| {
        let top = mean(*pool).clamp(TOP, last.max(TOP));
        (0..pool.1).map(move |_| top)
    });
    let mut places = vec![Tenths(0); wanted.len()];
    for ((number, top), (index, _)) in (0..).zip(tops).zip(order) {
        if let Some(place) = places.get_mut(index) {
            *place = Tenths(top + number * gap);
        }
    }
    places
}

/// A line each, or less where there are too many for that.
fn gap(count: usize) -> i32 {
    match to_i32(count) {
        0 | 1 => LINE,
        count => LINE.min((BOTTOM - TOP) / (count - 1)),
    }
}

fn mean((sum, count): (i32, i32)) -> i32 {
    sum.div_euclid(count)
}

fn to_i32(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The labels with their number in the list, the highest first.
fn from_top(wanted: &[Tenths]) -> Vec<(usize, Tenths)> {
    let mut order = Vec::<(usize, Tenths)>::with_capacity(wanted.len());
    for (index, at) in wanted.iter().enumerate() {
        let place = order.partition_point(|(_, known)| known <= at);
        order.insert(place, (index, *at));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn levels_stand_from_bottom_to_top() {
        let heights = [1, 2, 3, 4, 5].map(|level| height(Sixths::level(level)).0);
        assert_eq!(heights, [960, 730, 500, 270, 40]);
        assert_eq!(height(Sixths::new(13)).0, 960 - 920 * 7 / 24);
    }

    fn check(wanted: &[i32], expected: &[i32]) {
        let wanted: Vec<_> = wanted.iter().copied().map(Tenths).collect();
        let places: Vec<_> = spread(&wanted).into_iter().map(|place| place.0).collect();
        assert_eq!(places, expected, "{wanted:?}");
    }

    #[test]
    fn labels_with_room_stay_where_they_want_to_be() {
        check(&[], &[]);
        check(&[500], &[500]);
        check(&[730, 270, 500], &[730, 270, 500]);
    }

    #[test]
    fn labels_of_one_place_stand_around_it_in_their_order() {
        check(&[500, 500], &[465, 535]);
        check(&[500, 500, 500], &[430, 500, 570]);
        check(&[500, 500, 730, 270], &[465, 535, 730, 270]);
    }

    #[test]
    fn labels_at_an_end_stay_inside() {
        check(&[960, 960, 960], &[820, 890, 960]);
        check(&[40, 40], &[40, 110]);
    }

    #[test]
    fn a_pile_pushes_its_neighbour() {
        // Four around 500 need 395 to 605; the fifth wants 600 and must be 70 below: all five are moved up a little.
        check(
            &[500, 500, 500, 500, 600],
            &[381, 451, 521, 591, 661].map(|it| it - 1),
        );
    }

    proptest! {
        #[test]
        fn no_two_labels_overlap_and_none_leaves(levels in proptest::collection::vec(6_u16..=30, 0..=13)) {
            let wanted: Vec<_> = levels.iter().map(|sixths| height(Sixths::new(*sixths))).collect();
            let places = spread(&wanted);
            prop_assert_eq!(places.len(), wanted.len());
            let mut sorted: Vec<_> = places.iter().map(|place| place.0).collect();
            sorted.sort_unstable();
            prop_assert!(sorted.windows(2).all(|two| two[1] - two[0] >= LINE), "{:?}", sorted);
            prop_assert!(sorted.iter().all(|place| (TOP..=BOTTOM).contains(place)), "{:?}", sorted);
            // Who wants to be higher is higher.
            for (one, at) in wanted.iter().zip(&places) {
                for (other, there) in wanted.iter().zip(&places) {
                    prop_assert!(one >= other || at < there);
                }
            }
        }
    }
}

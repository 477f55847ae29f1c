//! Where the stops of a timeline stand, and which of them have room for their figure.

use crate::ui::charts::number::Tenths;

/// The first and the last stop, so that a figure has room on either side.
const START: i32 = 70;
const END: i32 = 930;
/// The least distance between two stops, so that two of one day stay two.
const APART: i32 = 50;

/// The places of stops along the width, in per cent: as far apart as their days are, but never nearer than [`APART`] if there is room.
///
/// Days are counted from any day and come in their order.
pub(super) fn places(days: &[i64]) -> Vec<Tenths> {
    let last = i32::try_from(days.len().saturating_sub(1)).unwrap_or(i32::MAX);
    let gap = APART.min((END - START) / last.max(1));
    let first_day = days.first().copied().unwrap_or_default();
    let span = days.last().copied().unwrap_or_default() - first_day;
    let mut places = Vec::with_capacity(days.len());
    for (number, day) in (0..).zip(days) {
        let at = match span {
            0 => START,
            span => START + narrow((day - first_day) * i64::from(END - START) / span),
        };
        // After the one before, and early enough for all that follow.
        let earliest = places.last().map_or(START, |Tenths(before)| before + gap);
        places.push(Tenths(at.max(earliest).min(END - (last - number) * gap)));
    }
    places
}

fn narrow(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(END - START)
}

/// Which figures can be written without touching the next one; from the last on, so that the newest always can.
///
/// Each stop has the half of its figure's width, in the unit of its place.
pub(super) fn with_room(stops: &[(Tenths, i32)]) -> Vec<bool> {
    let mut free = i32::MAX;
    let mut room = vec![false; stops.len()];
    for (has_room, (Tenths(place), half)) in room.iter_mut().zip(stops).rev() {
        if place.saturating_add(*half) <= free {
            *has_room = true;
            free = place - half;
        }
    }
    room
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(days: &[i64], expected: &[i32]) {
        let places: Vec<_> = places(days).into_iter().map(|place| place.0).collect();
        assert_eq!(places, expected, "{days:?}");
    }

    #[test]
    fn distances_are_those_of_the_days() {
        check(&[], &[]);
        check(&[20_000], &[70]);
        check(&[100, 200], &[70, 930]);
        check(&[0, 25, 100], &[70, 285, 930]);
    }

    #[test]
    fn two_of_one_day_stay_two() {
        check(&[5, 5], &[70, 120]);
        check(&[0, 100, 100], &[70, 880, 930]);
        check(&[0, 0, 100], &[70, 120, 930]);
    }

    #[test]
    fn a_figure_is_left_out_where_it_would_touch_the_next() {
        let check = |stops: &[(i32, i32)], expected: &[bool]| {
            let stops: Vec<_> = stops
                .iter()
                .map(|(place, half)| (Tenths(*place), *half))
                .collect();
            assert_eq!(with_room(&stops), expected);
        };
        check(&[], &[]);
        check(&[(500, 40)], &[true]);
        check(&[(70, 40), (150, 40)], &[true, true]);
        check(&[(71, 40), (150, 40)], &[false, true]);
        check(
            &[(100, 40), (150, 40), (200, 40)],
            &[true, false, true].map(|it| it),
        );
        check(
            &[(100, 40), (250, 80), (400, 40)],
            &[true, true, true].map(|it| it),
        );
    }

    proptest! {
        #[test]
        fn stops_keep_their_order_and_their_distance(mut days in proptest::collection::vec(-700_000_i64..2_900_000, 0..40)) {
            days.sort_unstable();
            let places = places(&days);
            let gap = APART.min((END - START) / 39);
            prop_assert!(places.windows(2).all(|two| two[1].0 - two[0].0 >= gap), "{:?}", places);
            prop_assert!(places.iter().all(|place| (START..=END).contains(&place.0)), "{:?}", places);
        }
    }
}

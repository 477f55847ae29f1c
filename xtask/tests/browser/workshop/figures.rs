//! The room's figures, worked out from people's lines in floating point and by looking at every vote; nothing of the app is used.

/// The levels that were chosen for an area, by its place.
pub fn votes(lines: &[&str], place: usize) -> Vec<usize> {
    let answers = lines.iter().filter_map(|line| line.chars().nth(place));
    let levels = answers.filter_map(|answer| answer.to_digit(10));
    levels
        .filter(|level| *level > 0)
        .map(|level| level as usize)
        .collect()
}

/// How many cannot tell.
pub fn cannot_tell(lines: &[&str], place: usize) -> usize {
    lines
        .iter()
        .filter(|line| line.chars().nth(place) == Some('0'))
        .count()
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The mean of the two central votes.
fn central(votes: &[usize]) -> f64 {
    let mut sorted = votes.to_vec();
    sorted.sort_unstable();
    let last = sorted.len() - 1;
    (number(sorted[last / 2]) + number(sorted[last.div_ceil(2)])) / 2.0
}

/// m + (above - below) / (2 x equal), m if nobody sits on m.
pub fn median(votes: &[usize]) -> f64 {
    let middle = central(votes);
    let count = |wanted: fn(f64, f64) -> bool| {
        number(votes.iter().filter(|vote| wanted(number(**vote), middle)).count())
    };
    let equal = count(|vote, middle| (vote - middle).abs() < 1e-9);
    let (above, below) = (
        count(|vote, middle| vote > middle),
        count(|vote, middle| vote < middle),
    );
    if equal == 0.0 {
        middle
    } else {
        middle + (above - below) / (2.0 * equal)
    }
}

/// The mean distance from the median.
pub fn spread(votes: &[usize]) -> f64 {
    let middle = central(votes);
    let sum: f64 = votes.iter().map(|vote| (number(*vote) - middle).abs()).sum();
    sum / number(votes.len())
}

/// One decimal, halves up.
pub fn tenths(figure: f64) -> String {
    format!("{:.1}", (figure * 10.0 + 0.5 + 1e-9).floor() / 10.0)
}

/// The two sides of the inner level that parts the room: the level nearest to it, and how many stand there or beyond.
pub fn camps(votes: &[usize]) -> Option<((usize, usize), (usize, usize))> {
    let column = |level: usize| votes.iter().filter(|vote| **vote == level).count();
    let margin = votes.len().div_ceil(10).max(2);
    (2..=4).find_map(|between| {
        let side = |levels: std::ops::RangeInclusive<usize>| {
            let held: usize = levels.clone().map(column).sum();
            let tallest = levels.map(column).max().unwrap_or(0);
            let is_camp = number(held) >= 0.25 * number(votes.len()) && held >= 2;
            (is_camp && tallest >= column(between) + margin).then_some(held)
        };
        let (low, high) = (side(1..=between - 1)?, side(between + 1..=5)?);
        Some(((between - 1, low), (between + 1, high)))
    })
}

fn is_wide(votes: &[usize]) -> bool {
    spread(votes) > 5.0 / 6.0 + 1e-9
}

/// The places to talk about first, the widest spread first.
pub fn queue(lines: &[&str]) -> Vec<usize> {
    let mut places: Vec<_> = (0..12)
        .filter(|place| {
            let votes = votes(lines, *place);
            votes.len() >= 5 && (is_wide(&votes) || camps(&votes).is_some())
        })
        .collect();
    places.sort_by(|a, b| spread(&votes(lines, *b)).total_cmp(&spread(&votes(lines, *a))));
    places.truncate(3);
    places
}

/// What a second vote came to, in the page's words.
pub fn agreement(first: &[usize], second: &[usize]) -> &'static str {
    if !is_wide(second) && camps(second).is_none() {
        if (median(first) - median(second)).abs() >= 0.5 - 1e-9 {
            "Agreed, and moved"
        } else {
            "Agreed, and where it was"
        }
    } else if spread(second) < spread(first) - 1e-9 && camps(second).is_none() {
        "Closer together, and not one yet"
    } else {
        "Still open: record both views"
    }
}

/// The area with the largest gap between role 1 and role 2 that is worth a question: its place, the pairs in which role 1 is
/// higher, and all pairs.
pub fn gap(people: &[(usize, &str)]) -> Option<(usize, usize, usize)> {
    let of = |role: usize, place: usize| {
        let lines: Vec<_> = people
            .iter()
            .filter(|(its, _)| *its == role)
            .map(|(_, line)| *line)
            .collect();
        votes(&lines, place)
    };
    let mut largest: Option<(f64, usize, usize, usize)> = None;
    for place in 0..12 {
        let (first, second) = (of(1, place), of(2, place));
        let pairs: Vec<_> = first
            .iter()
            .flat_map(|a| second.iter().map(move |b| (a, b)))
            .collect();
        let higher = pairs.iter().filter(|(a, b)| a > b).count();
        let lower = pairs.iter().filter(|(a, b)| a < b).count();
        if first.len() < 5 || second.len() < 5 {
            continue;
        }
        let delta = (number(higher) - number(lower)) / number(pairs.len());
        let apart = (median(&first) - median(&second)).abs() >= 1.0 - 1e-9;
        let beats = largest.is_none_or(|(known, ..)| delta.abs() > known + 1e-9);
        if delta.abs() >= 0.474 && apart && beats {
            largest = Some((delta.abs(), place, higher, pairs.len()));
        }
    }
    largest.map(|(_, place, higher, pairs)| (place, higher, pairs))
}

#[test]
fn they_are_right_where_they_can_be_worked_out_by_hand() {
    let votes = votes(&["2x", "21", "3-", "30", "34", "54"], 0);
    assert_eq!(votes, [2, 2, 3, 3, 3, 5]);
    // 3 + (1 - 2) / 6, and (1 + 1 + 0 + 0 + 0 + 2) / 6.
    assert_eq!(
        (tenths(median(&votes)), tenths(spread(&votes))),
        ("2.8".to_owned(), "0.7".to_owned())
    );
    assert_eq!(camps(&[1, 1, 2, 3, 5, 5, 5]), Some(((3, 4), (5, 3))));
    assert_eq!(camps(&[3, 3, 3, 3, 4]), None);
}

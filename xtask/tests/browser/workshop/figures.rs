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

/// The median as the page writes it: a level, or halfway between two.
pub fn middle(votes: &[usize]) -> String {
    let middle = central(votes);
    if middle.fract() == 0.0 {
        format!("{middle:.0}")
    } else {
        format!("{middle:.1}")
    }
}

/// The interpolated median: m + (above - below) / (2 x equal), m if nobody sits on m.
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

/// Two camps, each as its lowest level, its highest and its votes, on either side of the emptiest level that parts the room.
pub fn camps(votes: &[usize]) -> Option<[(usize, usize, usize); 2]> {
    let column = |level: usize| votes.iter().filter(|vote| **vote == level).count();
    let margin = votes.len().div_ceil(10).max(2);
    let parts = |between: usize| {
        let camp = |levels: std::ops::RangeInclusive<usize>| {
            let held: usize = levels.clone().map(column).sum();
            let tallest = levels.map(column).max().unwrap_or(0);
            number(held) >= 0.25 * number(votes.len()) && held >= 2 && tallest >= column(between) + margin
        };
        camp(1..=between - 1) && camp(between + 1..=5)
    };
    let valleys: Vec<_> = (2..=4).filter(|level| parts(*level)).collect();
    let depth = valleys.iter().map(|level| column(*level)).min()?;
    let deepest: Vec<_> = valleys
        .into_iter()
        .filter(|level| column(*level) == depth)
        .collect();
    let side = |levels: std::ops::RangeInclusive<usize>| {
        let chosen: Vec<_> = levels.filter(|level| column(*level) > 0).collect();
        let held = chosen.iter().map(|level| column(*level)).sum();
        Some((*chosen.first()?, *chosen.last()?, held))
    };
    Some([side(1..=deepest.first()? - 1)?, side(deepest.last()? + 1..=5)?])
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

/// What a second vote of eight or more came to, in the page's words.
pub fn agreement(first: &[usize], second: &[usize]) -> &'static str {
    if !is_wide(second) && camps(second).is_none() {
        if (median(first) - median(second)).abs() >= 0.5 - 1e-9 {
            "Agreed, and moved"
        } else if camps(first).is_some() {
            "Agreed now, where there were camps before"
        } else {
            "Agreed, and where it was"
        }
    } else if spread(second) < spread(first) - 1e-9 && camps(second).is_none() {
        "Closer together, and not one yet"
    } else {
        "Still open: record both views"
    }
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
    assert_eq!(middle(&votes), "3");
    assert_eq!(camps(&[1, 1, 2, 3, 5, 5, 5]), Some([(1, 3, 4), (5, 5, 3)]));
    assert_eq!(camps(&[1, 1, 1, 5, 5, 5]), Some([(1, 1, 3), (5, 5, 3)]));
    assert_eq!(camps(&[3, 3, 3, 3, 4]), None);
}

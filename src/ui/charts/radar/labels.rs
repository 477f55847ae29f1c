//! The words around a radar: broken into two lines, anchored by their angle, kept clear of one another, and measured, so
//! that the view box has room for all of them.

use super::geometry::{Size, angle, polar};

/// Which end of a line stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    fn of(angle: f64) -> Self {
        match angle.sin() {
            sine if sine > 0.1 => Self::Start,
            sine if sine < -0.1 => Self::End,
            _ => Self::Middle,
        }
    }

    /// The value of `text-anchor`.
    pub(super) const fn keyword(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A label in its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    pub(super) lines: Vec<String>,
    pub(super) anchor: Anchor,
    pub(super) x: f64,
    /// The middle of its lines.
    pub(super) y: f64,
    font: f64,
}

/// The next thing to place a label around.
#[derive(Debug, Clone, Copy)]
enum Towards {
    Top,
    Bottom,
}

impl Label {
    fn line_height(&self) -> f64 {
        1.2 * self.font
    }

    fn half_height(&self) -> f64 {
        self.line_height() * self.lines.len() as f64 / 2.0
    }

    /// The baseline of a line.
    pub(super) fn baseline(&self, line: usize) -> f64 {
        self.y - self.half_height() + self.line_height() * (line as f64 + 0.5) + 0.35 * self.font
    }

    /// How far from the vertical axis the label reaches.
    fn reach(&self) -> f64 {
        let width = self
            .lines
            .iter()
            .map(|line| estimated_width(line, self.font))
            .fold(0.0, f64::max);
        match self.anchor {
            Anchor::Middle => self.x.abs() + width / 2.0,
            Anchor::Start | Anchor::End => self.x.abs() + width,
        }
    }

    fn edge(&self, towards: Towards) -> f64 {
        match towards {
            Towards::Top => self.y - self.half_height(),
            Towards::Bottom => self.y + self.half_height(),
        }
    }

    fn keep_clear_of(&mut self, edge: f64, towards: Towards) {
        let space = self.half_height() + 0.25 * self.font;
        self.y = match towards {
            Towards::Top => self.y.min(edge - space),
            Towards::Bottom => self.y.max(edge + space),
        };
    }
}

/// A generous guess at the width of a line of sans-serif text: a letter is 0.56 of its height, a CJK one 1.
fn estimated_width(line: &str, font: f64) -> f64 {
    let hundredths: u32 = line
        .chars()
        .map(|letter| if letter < '\u{2e80}' { 56 } else { 100 })
        .sum();
    f64::from(hundredths) / 100.0 * font
}

/// Breaks a label at the space, or after the hyphen, that gives the shortest longer line. Short labels stay whole.
pub(super) fn wrap(text: &str) -> Vec<String> {
    const SHORT: usize = 11;
    let letters = |part: &str| part.trim().chars().count();
    let ends =
        |(start, letter): (usize, char)| matches!(letter, ' ' | '-').then(|| start + letter.len_utf8());
    let parts = text
        .char_indices()
        .filter_map(ends)
        .filter_map(|end| text.split_at_checked(end));
    let breaks = parts.filter(|(first, second)| letters(first) > 0 && letters(second) > 0);
    match breaks.min_by_key(|(first, second)| letters(first).max(letters(second))) {
        Some((first, second)) if letters(text) > SHORT => vec![first.trim().into(), second.trim().into()],
        _ => vec![text.trim().into()],
    }
}

/// What is written at the end of an axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wanted {
    pub(super) lines: Vec<String>,
    /// Distance from the outermost ring.
    pub(super) gap: f64,
}

/// Every label in its place.
pub(super) fn place(wanted: Vec<Wanted>, size: Size) -> Vec<Label> {
    let axes = wanted.len();
    let label = |(axis, wanted)| natural_place(wanted, angle(axis as f64, axes), size);
    let mut labels: Vec<_> = wanted.into_iter().enumerate().map(label).collect();
    let (quarter, half) = (axes / 4, axes / 2);
    stack(&mut labels, (0..=quarter).rev(), Towards::Top);
    stack(
        &mut labels,
        (0..=quarter).rev().map(|axis| (axes - axis) % axes.max(1)),
        Towards::Top,
    );
    stack(&mut labels, quarter..=half, Towards::Bottom);
    stack(
        &mut labels,
        (quarter..=half).map(|axis| (axes - axis) % axes.max(1)),
        Towards::Bottom,
    );
    labels
}

fn natural_place(wanted: Wanted, angle: f64, size: Size) -> Label {
    let at = polar(angle, size.rim() + wanted.gap);
    let mut label = Label {
        lines: wanted.lines,
        anchor: Anchor::of(angle),
        x: at.x,
        y: at.y,
        font: size.font,
    };
    label.y -= label.half_height() * angle.cos();
    label
}

/// Moves labels outwards, from the middle of one side to the top or the bottom, until each is clear of the one before.
fn stack(labels: &mut [Label], axes: impl Iterator<Item = usize>, towards: Towards) {
    let mut edge = None;
    for axis in axes {
        let Some(label) = labels.get_mut(axis) else {
            continue;
        };
        if let Some(edge) = edge {
            label.keep_clear_of(edge, towards);
        }
        edge = Some(label.edge(towards));
    }
}

/// The part of the plane that holds the rings and every label; the centre stays in its horizontal middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ViewBox {
    pub(super) half_width: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// The view box around the labels.
pub(super) fn view_box(labels: &[Label], size: Size) -> ViewBox {
    const AIR: f64 = 6.0;
    let rim = size.rim();
    let edge = |towards| labels.iter().map(move |label| label.edge(towards));
    ViewBox {
        half_width: AIR
            + labels
                .iter()
                .map(Label::reach)
                .fold(rim.max(size.half_width), f64::max),
        top: edge(Towards::Top).fold(-rim, f64::min) - AIR,
        bottom: edge(Towards::Bottom).fold(rim, f64::max) + AIR,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(count: usize, text: &str) -> Vec<Label> {
        let wanted = Wanted {
            lines: wrap(text),
            gap: 14.0,
        };
        place(vec![wanted; count], Size::WORDS)
    }

    fn left_and_right(label: &Label) -> (f64, f64) {
        let width = estimated_width(&label.lines[0], label.font)
            .max(estimated_width(label.lines.last().unwrap(), label.font));
        match label.anchor {
            Anchor::Start => (label.x, label.x + width),
            Anchor::Middle => (label.x - width / 2.0, label.x + width / 2.0),
            Anchor::End => (label.x - width, label.x),
        }
    }

    fn overlap(one: &Label, other: &Label) -> bool {
        let ((left, right), (other_left, other_right)) = (left_and_right(one), left_and_right(other));
        let high = (one.y - other.y).abs() < one.half_height() + other.half_height();
        high && left < other_right && other_left < right
    }

    #[test]
    fn breaks_into_even_lines() {
        let check = |text: &str, lines: &[&str]| assert_eq!(wrap(text), lines);
        check("Short", &["Short"]);
        check("Hiring for change", &["Hiring", "for change"]);
        check(
            "Ops and enablement own innovation",
            &["Ops and enablement", "own innovation"],
        );
        check("Veränderungsbereitschaft", &["Veränderungsbereitschaft"]);
        check("Kunden-Veränderungsprozess", &["Kunden-", "Veränderungsprozess"]);
        check(" trailing space goes ", &["trailing", "space goes"]);
        check("", &[""]);
    }

    #[test]
    fn labels_never_overlap() {
        for axes in 3..=20 {
            for text in [
                "Short",
                "Ops and enablement own innovation",
                "Veränderungsbereitschaftsindex",
            ] {
                let labels = labels(axes, text);
                let pairs = labels
                    .iter()
                    .enumerate()
                    .flat_map(|(at, one)| labels[at + 1..].iter().map(move |two| (one, two)));
                for (one, other) in pairs {
                    assert!(!overlap(one, other), "{axes} axes: {one:?} and {other:?}");
                }
            }
        }
    }

    #[test]
    fn labels_stay_off_the_rings() {
        for axes in 3..=20 {
            for label in labels(axes, "Ops and enablement own innovation") {
                let (left, right) = left_and_right(&label);
                let x = 0.0_f64.clamp(left, right);
                let y = 0.0_f64.clamp(label.y - label.half_height(), label.y + label.half_height());
                assert!(x.hypot(y) > Size::WORDS.rim(), "{axes} axes: {label:?}");
            }
        }
    }

    #[test]
    fn the_view_box_holds_every_label() {
        for axes in 3..=20 {
            let labels = labels(axes, "Veränderungsbereitschaftsindex heute");
            let view = view_box(&labels, Size::WORDS);
            for label in &labels {
                let (left, right) = left_and_right(label);
                assert!(
                    -view.half_width <= left && right <= view.half_width,
                    "{axes} axes: {label:?}"
                );
                assert!(
                    view.top <= label.baseline(0) - label.font,
                    "{axes} axes: {label:?}"
                );
                assert!(
                    label.baseline(label.lines.len() - 1) + 4.0 <= view.bottom,
                    "{axes} axes: {label:?}"
                );
            }
        }
    }

    #[test]
    fn anchors_follow_the_side() {
        let anchors: Vec<_> = labels(4, "x")
            .iter()
            .map(|label| label.anchor.keyword())
            .collect();
        assert_eq!(anchors, ["middle", "start", "middle", "end"]);
    }

    #[test]
    fn no_label_at_all_is_no_panic() {
        let view = view_box(&place(Vec::new(), Size::WORDS), Size::WORDS);
        assert_eq!(
            view,
            ViewBox {
                half_width: 326.0,
                top: -216.0,
                bottom: 216.0
            }
        );
    }
}

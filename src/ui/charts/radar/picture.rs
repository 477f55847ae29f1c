//! The radar's SVG.

use super::RadarAxis;
use super::geometry::{Point, Run, Size, angle, polar, runs};
use super::labels::{Label, ViewBox, Wanted, place, view_box};
use crate::ui::charts::number::{Tenths, attr};
use crate::ui::charts::scale::{labelled_by, title_and_desc};
use crate::ui::charts::score::{Mark, Sixths};
use yew::{AttrValue, Html, html};

/// Everything one drawing needs, in its place.
pub(super) struct Picture {
    size: Size,
    marks: Vec<Mark>,
    runs: Vec<Run>,
    labels: Vec<Label>,
    view_box: ViewBox,
}

impl Picture {
    pub(super) fn new(size: Size, axes: &[RadarAxis], wanted: Vec<Wanted>) -> Self {
        let marks: Vec<_> = axes.iter().map(|axis| axis.mark).collect();
        let scores: Vec<_> = marks.iter().map(|mark| mark.score()).collect();
        let labels = place(wanted, size);
        Self {
            size,
            runs: runs(&scores, size),
            view_box: view_box(&labels, size),
            labels,
            marks,
        }
    }

    pub(super) fn view(&self, id: &AttrValue, title: &AttrValue, desc: &AttrValue) -> Html {
        let font = attr(self.size.font);
        html! {
            <svg class={self.class()} viewBox={self.view_box()} font-size={font} role="img" aria-labelledby={labelled_by(id)}>
                { title_and_desc(id, title, desc) }
                { for (1..=5).map(|level| self.ring(level)) }
                { for self.marks.iter().enumerate().map(|(axis, mark)| self.spoke(axis, *mark)) }
                { for self.runs.iter().map(area) }
                { for self.runs.iter().map(line) }
                { for self.runs.iter().flat_map(|run| &run.points).map(dot) }
                { for (1..=5).map(|level| self.numeral(level)) }
                { for self.marks.iter().enumerate().map(|(axis, mark)| self.marker(axis, *mark)) }
                { for self.labels.iter().map(label) }
            </svg>
        }
    }

    /// A drawing with long labels needs more room before its letters are large enough to read.
    fn class(&self) -> &'static str {
        const BROAD: f64 = 380.0;
        match self.size {
            Size::NUMBERS => "radar-small",
            _ if self.view_box.half_width > BROAD => "radar-large radar-broad",
            _ => "radar-large",
        }
    }

    fn view_box(&self) -> String {
        let ViewBox {
            half_width,
            top,
            bottom,
        } = self.view_box;
        [-half_width, top, 2.0 * half_width, bottom - top]
            .map(|number| Tenths::nearest(number).to_string())
            .join(" ")
    }

    fn ring(&self, level: u8) -> Html {
        html! { <circle class="radar-ring" r={attr(self.size.radius(Sixths::level(level)))} /> }
    }

    fn spoke(&self, axis: usize, mark: Mark) -> Html {
        let end = polar(self.angle(axis as f64), self.size.rim());
        let class = if mark.score().is_some() {
            "radar-spoke"
        } else {
            "radar-spoke radar-spoke-open"
        };
        html! { <line {class} x2={attr(end.x)} y2={attr(end.y)} /> }
    }

    /// Between the last axis and the first, where no dot can be.
    fn numeral(&self, level: u8) -> Html {
        let at = polar(self.angle(-0.5), self.size.radius(Sixths::level(level)));
        let y = attr(at.y + 0.3 * self.size.font);
        html! { <text class="radar-numeral" x={attr(at.x)} {y} text-anchor="middle">{ level }</text> }
    }

    fn marker(&self, axis: usize, mark: Mark) -> Html {
        if mark.score().is_some() {
            return Html::default();
        }
        let Point { x, y } = polar(self.angle(axis as f64), self.size.rim() + 12.0);
        let transform = format!("translate({} {})", Tenths::nearest(x), Tenths::nearest(y));
        html! { <g {transform}>{ missing_shape(mark) }</g> }
    }

    fn angle(&self, axis: f64) -> f64 {
        angle(axis, self.marks.len())
    }
}

/// The shape that stands for no score: a question mark, a dash, a hollow circle.
pub(super) fn missing_shape(mark: Mark) -> Html {
    match mark {
        Mark::Score(_) => Html::default(),
        Mark::CannotTell => {
            html! { <text class="radar-question" y="6" font-size="17" text-anchor="middle">{ "?" }</text> }
        }
        Mark::NotApplicable => html! { <line class="radar-dash" x1="-6" x2="6" /> },
        Mark::Unanswered => html! { <circle class="radar-hollow" r="5" /> },
    }
}

fn path(start: char, points: &[Point]) -> String {
    let mut path = String::new();
    let mut command = start;
    for point in points {
        path.push_str(&format!(
            "{command}{} {}",
            Tenths::nearest(point.x),
            Tenths::nearest(point.y)
        ));
        command = 'L';
    }
    path
}

/// What a run covers: all of it when closed, else only the slices between neighbours.
fn area(run: &Run) -> Html {
    let d = match run.closed {
        true => path('M', &run.points) + "Z",
        false => format!("M0 0{}Z", path('L', &run.points)),
    };
    html! { <path class="radar-area" {d} /> }
}

fn line(run: &Run) -> Html {
    let end = if run.closed { "Z" } else { "" };
    html! { <path class="radar-line" d={path('M', &run.points) + end} /> }
}

fn dot(point: &Point) -> Html {
    html! { <circle class="radar-dot" cx={attr(point.x)} cy={attr(point.y)} r="4.5" /> }
}

fn label(label: &Label) -> Html {
    let (x, anchor) = (attr(label.x), label.anchor.keyword());
    let line = |(line, text): (usize, &String)| {
        html! { <text x={x.clone()} y={attr(label.baseline(line))} text-anchor={anchor}>{ text }</text> }
    };
    html! { <>{ for label.lines.iter().enumerate().map(line) }</> }
}

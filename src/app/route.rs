//! Places in the application, as URL fragments. The fragment never reaches a server.
//!
//! ```
//! use oxymoron::app::route::Route;
//! assert_eq!(Route::parse("#/method"), Route::Method);
//! assert_eq!(Route::Method.to_string(), "#/method");
//! assert_eq!(Route::parse("#/nowhere"), Route::NotFound("#/nowhere".to_owned()));
//! ```

use super::chunk::Chunk;
use super::place::Place;
use crate::domain::assessment::AssessmentId;
use crate::domain::checklist::Step;
use crate::domain::code::percent;
use crate::domain::question::QuestionId;
use std::fmt;

/// A place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The first screen.
    Home,
    /// Wherever the person left off, or the start of a new assessment.
    Continue,
    /// The start of a new assessment.
    New,
    /// The start of the assessment that follows another one.
    Next(AssessmentId),
    /// One step of an assessment; without a step, the first open one.
    Assess(AssessmentId, Option<Step>),
    /// The result of an assessment.
    Results(AssessmentId),
    /// One area to start with, and its first experiment.
    Plan(AssessmentId),
    /// All assessments over time.
    History,
    /// What changed from one assessment to another.
    Compare(AssessmentId, AssessmentId),
    /// What two people see in the same place, each by an assessment of their own.
    Views(AssessmentId, AssessmentId),
    /// How it is scored.
    Method,
    /// What is stored and what is never sent.
    Privacy,
    /// Every record on this device.
    MyData,
    /// Files out of this device and into it.
    Exchange,
    /// Somewhere in a workshop.
    Workshop(Place),
    /// A fragment that names no place.
    NotFound(String),
}

impl Route {
    /// The part that draws its screen; none if that is in the first file.
    #[must_use]
    pub const fn chunk(&self) -> Option<Chunk> {
        match self {
            Self::Home
            | Self::Continue
            | Self::New
            | Self::Next(_)
            | Self::Assess(..)
            | Self::NotFound(_) => None,
            Self::Workshop(_) => Some(Chunk::Workshop),
            Self::Results(_) | Self::Plan(_) | Self::Method | Self::Privacy => Some(Chunk::Assessment),
            Self::History | Self::Compare(..) | Self::Views(..) | Self::MyData | Self::Exchange => {
                Some(Chunk::Archive)
            }
        }
    }

    /// The place of a fragment, with or without its `#`.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        Self::known(fragment).unwrap_or_else(|| Self::NotFound(fragment.to_owned()))
    }

    fn known(fragment: &str) -> Option<Self> {
        // Gateways and link cleaners encode what stands behind the number sign, and that sign itself.
        let decoded = percent::decode_all(fragment);
        let path = decoded.as_deref().unwrap_or(fragment);
        let path = path.trim_start_matches(['#', '/']).trim_end_matches('/');
        let first = path.split('/').next()?;
        if matches!(first, "workshop" | "join" | "answer") {
            return Place::parse(path).map(Self::Workshop);
        }
        let mut parts = path.split('/');
        let route = match (parts.next()?, parts.next(), parts.next()) {
            ("", None, None) => Self::Home,
            ("continue", None, None) => Self::Continue,
            ("new", None, None) => Self::New,
            ("assess", Some(id), None) => Self::Assess(id.parse().ok()?, None),
            ("assess", Some(id), Some(step)) => Self::Assess(id.parse().ok()?, Some(parse_step(step)?)),
            ("results", Some(id), None) => Self::Results(id.parse().ok()?),
            ("plan", Some(id), None) => Self::Plan(id.parse().ok()?),
            ("next", Some(id), None) => Self::Next(id.parse().ok()?),
            ("history", None, None) => Self::History,
            ("compare", Some(from), Some(to)) => {
                let (from, to) = (from.parse().ok()?, to.parse().ok()?);
                match parts.next() {
                    Some("views") => Self::Views(from, to),
                    None => Self::Compare(from, to),
                    Some(_) => return None,
                }
            }
            ("example", None, None) => Self::Results(AssessmentId::EXAMPLE),
            ("example", Some("plan"), None) => Self::Plan(AssessmentId::EXAMPLE),
            ("method", None, None) => Self::Method,
            ("privacy", None, None) => Self::Privacy,
            ("data", None, None) => Self::MyData,
            ("take", None, None) => Self::Exchange,
            _ => return None,
        };
        parts.next().is_none().then_some(route)
    }
}

/// `A05` is an area; a pair and the outcome question both look like `K3`, and the checklist tells them apart.
fn parse_step(text: &str) -> Option<Step> {
    match text.parse().ok()? {
        QuestionId::Anchored(area) => Some(Step::Area(area)),
        QuestionId::Context(pair) => Some(Step::Pair(pair)),
        _ => None,
    }
}

impl fmt::Display for Route {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => write!(out, "#/"),
            Self::Continue => write!(out, "#/continue"),
            Self::New => write!(out, "#/new"),
            Self::Assess(id, None) => write!(out, "#/assess/{id}"),
            Self::Assess(id, Some(Step::Area(area))) => write!(out, "#/assess/{id}/{area}"),
            Self::Assess(id, Some(Step::Pair(pair) | Step::Context(pair))) => {
                write!(out, "#/assess/{id}/{pair}")
            }
            Self::Results(AssessmentId::EXAMPLE) => write!(out, "#/example"),
            Self::Plan(AssessmentId::EXAMPLE) => write!(out, "#/example/plan"),
            Self::Results(id) => write!(out, "#/results/{id}"),
            Self::Plan(id) => write!(out, "#/plan/{id}"),
            Self::Next(id) => write!(out, "#/next/{id}"),
            Self::History => write!(out, "#/history"),
            Self::Compare(from, to) => write!(out, "#/compare/{from}/{to}"),
            Self::Views(one, other) => write!(out, "#/compare/{one}/{other}/views"),
            Self::Method => write!(out, "#/method"),
            Self::Privacy => write!(out, "#/privacy"),
            Self::MyData => write!(out, "#/data"),
            Self::Workshop(place) => out.write_str(&place.fragment()),
            Self::Exchange => write!(out, "#/take"),
            Self::NotFound(fragment) => write!(out, "{fragment}"),
        }
    }
}

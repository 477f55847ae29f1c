//! The result.

use crate::domain::assessment::AssessmentId;
use yew::prelude::*;

/// Which result.
#[derive(Debug, Clone, Copy, PartialEq, Properties)]
pub struct Props {
    /// The assessment.
    pub id: AssessmentId,
}

/// The screen.
#[component]
pub fn Results(props: &Props) -> Html {
    html! { <p>{ props.id.to_string() }</p> }
}

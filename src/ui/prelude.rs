//! What components are written with: Yew's prelude, with the `html!` of [`super::anchored`] in the place of Yew's.

pub(crate) use super::anchored::html;
pub(crate) use yew::prelude::*;

//! Hand-written SVG charts: each a figure with words for those who cannot see it and its table behind it.
//! Each is a plain function: a screen that draws them is one component and the wasm has no code for more.
//!
//! A chart knows nothing of areas, pairs or languages. It takes rows of display data whose words are ready, places them
//! with the plain functions of its `geometry`, and draws with the colours of the style sheet's tokens. The security policy forbids
//! style attributes, so positions are SVG attributes and everything else is a class.
//!
//! Where rows must stay readable from 280 px to a projector ([`bars`], [`dumbbell`], [`ruler`]) the words are HTML and
//! only the marks are SVG, placed in per cent: the marks stretch and the letters do not.

pub mod bars;
pub mod dots;
pub mod dumbbell;
pub mod influence;
mod legend;
mod number;
pub mod qr;
pub mod radar;
pub mod ruler;
mod scale;
pub mod score;
pub mod slope;
pub mod table;
#[cfg(test)]
#[cfg(feature = "prerender")]
mod testing;
pub mod timeline;

#[cfg(test)]
#[cfg(feature = "prerender")]
pub(crate) use testing::is_left_to_right;

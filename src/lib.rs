//! Oxymoron: is *sales innovation* a contradiction in terms where you work?
pub mod domain;

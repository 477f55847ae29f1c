//! The screen as markup.

//! Charts, to come.

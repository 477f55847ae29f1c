//! Coordinates as text, without Rust's float formatting, which would add kilobytes to the page.

use std::fmt;
use yew::AttrValue;

/// A coordinate in tenths of a unit. It prints as an integer or with one decimal: `-4`, `0.5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tenths(pub(super) i32);

impl Tenths {
    /// The nearest tenth.
    pub(super) fn nearest(value: f64) -> Self {
        Self((value * 10.0).round() as i32)
    }

    /// As an attribute.
    pub(super) fn attr(self) -> AttrValue {
        self.to_string().into()
    }

    /// As an attribute in per cent.
    pub(super) fn percent(self) -> AttrValue {
        format!("{self}%").into()
    }
}

impl fmt::Display for Tenths {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        match rest {
            0 => write!(out, "{sign}{whole}"),
            _ => write!(out, "{sign}{whole}.{rest}"),
        }
    }
}

/// The nearest tenth of a float, as an attribute.
pub(super) fn attr(value: f64) -> AttrValue {
    Tenths::nearest(value).attr()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_integers_and_one_decimal() {
        let check = |value: f64, text: &str| assert_eq!(Tenths::nearest(value).to_string(), text);
        check(0.0, "0");
        check(12.0, "12");
        check(12.34, "12.3");
        check(-0.04, "0");
        check(-0.06, "-0.1");
        check(-7.95, "-8");
        check(99.96, "100");
    }

    #[test]
    fn prints_per_cent() {
        assert_eq!(Tenths(625).percent(), "62.5%");
    }
}

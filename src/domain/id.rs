//! Random names of 64 bits, each written as 16 hexadecimal digits.

use std::fmt;

/// A text that is no such name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

pub(super) fn write(number: u64, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(out, "{number:016x}")
}

/// Digits in lower case only, so that each name has one text.
pub(super) fn read(text: &str) -> Result<u64, NotAnId> {
    let plain = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let number = u64::from_str_radix(text, 16).map_err(|_| NotAnId)?;
    plain.then_some(number).ok_or(NotAnId)
}

/// Formats and parses a name of 64 bits.
macro_rules! id_text {
    ($name:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                crate::domain::id::write(self.0, out)
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::domain::id::NotAnId;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                crate::domain::id::read(text).map(Self)
            }
        }
    };
}
pub(super) use id_text;

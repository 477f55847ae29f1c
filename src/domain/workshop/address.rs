//! Where the page is reached: an address that works on this device alone brings no phone into the workshop.
//!
//! ```
//! use oxymoron::domain::workshop::address::{AddressError, PageAddress, reach, Reach};
//! assert_eq!(reach("http://127.0.0.1:8000/"), Reach::ThisDeviceOnly);
//! assert_eq!(PageAddress::new("10.0.0.7:8000").unwrap().text(), "http://10.0.0.7:8000/");
//! assert_eq!(PageAddress::new("localhost:8000"), Err(AddressError::ThisDeviceOnly));
//! ```

use crate::domain::typed::visible;
use std::fmt;

/// Who gets to a page by its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Perhaps everybody; from here that cannot be told.
    Others,
    /// Nobody else: the address names the device that it is opened on, or a file on it.
    ThisDeviceOnly,
}

/// An address for phones, without a fragment: `http` or `https`, and no name of the device itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PageAddress(String);

/// Why an address cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressError {
    /// No web address.
    NotAnAddress,
    /// It leads every phone to itself.
    ThisDeviceOnly,
}

impl fmt::Display for AddressError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotAnAddress => "This is no web address",
            Self::ThisDeviceOnly => "This address leads every phone to itself",
        })
    }
}

impl std::error::Error for AddressError {}

impl PageAddress {
    /// Characters in an address at the most.
    pub const LONGEST: usize = 200;

    /// The address of a typed text; `http://` may be left out, and what stands behind a number sign is.
    ///
    /// # Errors
    /// [`AddressError`].
    pub fn new(text: &str) -> Result<Self, AddressError> {
        let text = visible(text.split('#').next().unwrap_or_default());
        let odd = |character: char| {
            character.is_whitespace() || character.is_control() || "\"<>\\`{}|^".contains(character)
        };
        if text.is_empty() || text.contains(odd) {
            return Err(AddressError::NotAnAddress);
        }
        let whole = match text.split_once("://") {
            Some((scheme, rest)) => {
                let scheme = scheme.to_ascii_lowercase();
                match &*scheme {
                    "file" => return Err(AddressError::ThisDeviceOnly),
                    "http" | "https" => format!("{scheme}://{rest}"),
                    _ => return Err(AddressError::NotAnAddress),
                }
            }
            None => format!("http://{text}"),
        };
        let rest = whole.split_once("://").map_or("", |(_, rest)| rest);
        if reach(&whole) == Reach::ThisDeviceOnly {
            return Err(AddressError::ThisDeviceOnly);
        }
        if rest.contains('@') || !is_host(host(rest)) || !is_port(port(rest)) {
            return Err(AddressError::NotAnAddress);
        }
        let bare = !rest.contains(['/', '?']);
        let whole = if bare { whole + "/" } else { whole };
        if whole.chars().count() > Self::LONGEST {
            return Err(AddressError::NotAnAddress);
        }
        Ok(Self(whole))
    }

    /// The address.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// Who gets to a page by this address.
#[must_use]
pub fn reach(address: &str) -> Reach {
    let Some((scheme, rest)) = address.split_once("://") else {
        return Reach::Others;
    };
    let host = host(rest).to_ascii_lowercase();
    let name = host.trim_end_matches('.');
    let is_loopback = name.strip_prefix("127.").is_some_and(|rest| {
        let mut parts = rest.split('.');
        parts.all(|part| part.parse::<u8>().is_ok())
    });
    let here = scheme.eq_ignore_ascii_case("file")
        || name == "localhost"
        || name.ends_with(".localhost")
        || matches!(name, "0.0.0.0" | "[::1]" | "[::]")
        || is_loopback;
    if here {
        Reach::ThisDeviceOnly
    } else {
        Reach::Others
    }
}

/// The host behind `://`, without its port.
fn host(rest: &str) -> &str {
    let authority = rest.split(['/', '?']).next().unwrap_or_default();
    if authority.starts_with('[') {
        return authority.split_inclusive(']').next().unwrap_or_default();
    }
    authority.split(':').next().unwrap_or_default()
}

/// What stands between the host and the path: nothing, or a colon and a port.
fn port(rest: &str) -> &str {
    let authority = rest.split(['/', '?']).next().unwrap_or_default();
    authority.strip_prefix(host(rest)).unwrap_or_default()
}

fn is_port(text: &str) -> bool {
    let digits = text.strip_prefix(':');
    text.is_empty() || digits.is_some_and(|digits| digits.parse::<u16>().is_ok_and(|port| port > 0))
}

/// A name, an address in brackets, or one of four numbers: what ends in a number has to be that one, as browsers ask of it (URL Standard).
fn is_host(host: &str) -> bool {
    if host.starts_with('[') {
        return host.ends_with(']');
    }
    let name = host.strip_suffix('.').unwrap_or(host);
    let is_number = |label: &str| label.bytes().all(|byte| byte.is_ascii_digit());
    if name.rsplit('.').next().is_some_and(is_number) {
        return name.split('.').count() == 4 && name.split('.').all(|label| label.parse::<u8>().is_ok());
    }
    name.split('.').all(|label| !label.is_empty())
}

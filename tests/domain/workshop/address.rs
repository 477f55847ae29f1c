//! Addresses that bring phones into the workshop, and those that do not.

use crate::arbitrary::settings;
use oxymoron::domain::workshop::address::{AddressError, PageAddress, Reach, reach};
use proptest::prelude::*;

#[test]
fn what_only_this_device_reaches_is_noticed() {
    for here in [
        "http://localhost/",
        "http://LOCALHOST:8000/oxymoron/",
        "http://localhost./",
        "http://oxymoron.localhost:3000/",
        "http://127.0.0.1:8000/",
        "http://127.1.2.3/",
        "http://127.1/",
        "http://0.0.0.0:8000/",
        "http://[::1]:8000/",
        "http://[::]/",
        "file:///home/ada/dist/index.html",
        "FILE:///C:/dist/index.html",
    ] {
        assert_eq!(reach(here), Reach::ThisDeviceOnly, "{here}");
        let expected = Err(AddressError::ThisDeviceOnly);
        assert_eq!(PageAddress::new(here), expected, "{here}");
    }
    for others in [
        "https://example.org/",
        "http://192.168.1.20:8000/",
        "http://127.example.org/",
        "http://localhost.example.org/",
        "http://mylocalhost/",
        "https://example.org/localhost/",
        "http://[2001:db8::1]/",
        "",
    ] {
        assert_eq!(reach(others), Reach::Others, "{others}");
    }
}

#[test]
fn an_address_that_cannot_be_used_says_why() {
    for (typed, why) in [
        ("my laptop", "This is no web address"),
        ("localhost:8000", "This address leads every phone to itself"),
    ] {
        let error = PageAddress::new(typed).unwrap_err();
        assert_eq!(error.to_string(), why, "{typed}");
    }
}

#[test]
fn what_a_facilitator_types_becomes_an_address() {
    for (typed, address) in [
        ("192.168.1.20:8000", "http://192.168.1.20:8000/"),
        (" https://example.org ", "https://example.org/"),
        ("\u{200f}https://example.org", "https://example.org/"),
        ("\u{2068}https://example.org/\u{2069}", "https://example.org/"),
        ("https://example.org/sub/#/workshop", "https://example.org/sub/"),
        ("HTTPS://example.org/sub", "https://example.org/sub"),
        (
            "laptop.local:8000/index.html?x=1",
            "http://laptop.local:8000/index.html?x=1",
        ),
        ("http://[2001:db8::1]:80", "http://[2001:db8::1]:80/"),
        ("7.example.org:65535/a.b", "http://7.example.org:65535/a.b"),
        ("laptop:8000", "http://laptop:8000/"),
    ] {
        let read = PageAddress::new(typed);
        assert_eq!(read.as_ref().map(PageAddress::text), Ok(address), "{typed}");
        assert_eq!(
            PageAddress::new(address),
            read,
            "the address of an address is itself"
        );
    }
    let long = format!("https://example.org/{}", "a".repeat(PageAddress::LONGEST));
    // As long as it may be with what is added to it, and one longer.
    let host = "a".repeat(PageAddress::LONGEST - "http:///".len());
    let longest = PageAddress::new(&host).unwrap();
    assert_eq!(longest.text().len(), PageAddress::LONGEST);
    assert_eq!(PageAddress::new(longest.text()), Ok(longest.clone()));
    let longer = format!("{host}a");
    for typed in [
        &longer,
        "",
        "  ",
        "#/join/x",
        "https://",
        "https:///",
        "javascript://example.org/",
        "ftp://example.org",
        "my laptop",
        "http://a b/",
        "http://ada@example.org/",
        "http://<script>",
        "192.168.1.300",
        "999.1.1.1",
        "192.168.1.",
        "192.168.1./77:8750",
        "10.0.0.5:99999",
        "10.0.0.5:0",
        "10.0.0.5:port",
        "javascript:alert(1)",
        "example..org",
        "77",
        &long,
    ] {
        assert_eq!(
            PageAddress::new(typed),
            Err(AddressError::NotAnAddress),
            "{typed}"
        );
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn any_text_is_refused_or_an_address_that_others_may_reach(text in "(https?://)?[a-z0-9.:\\[\\]/#@?\u{e9} -]{0,40}") {
        if let Ok(address) = PageAddress::new(&text) {
            prop_assert_eq!(reach(address.text()), Reach::Others);
            prop_assert!(address.text().starts_with("http"));
            prop_assert!(!address.text().contains('#'));
            prop_assert_eq!(PageAddress::new(address.text()), Ok(address.clone()));
        }
    }
}

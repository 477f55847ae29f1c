//! Whatever stands in an address, it is a place that its own address leads to again, and what it holds is read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxymoron::app::place::Place;
use oxymoron::app::route::Route;
use oxymoron::domain::code::Kind;
use oxymoron::domain::code::find::find;

fuzz_target!(|text: &str| {
    let route = Route::parse(text);
    match &route {
        Route::Workshop(Place::Join(link, _)) => drop(find(Kind::Invite, link)),
        Route::Workshop(Place::Answer(link)) => drop(find(Kind::Answer, link)),
        _ => {}
    }
    // Eight layers of percent signs are taken off at a time.
    if text.matches("%25").count() < 8 {
        assert_eq!(Route::parse(&route.to_string()), route);
    }
});

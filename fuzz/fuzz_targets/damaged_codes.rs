//! A code that is changed behind its first 30 characters is found, put right or reported, and never lost in silence.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxymoron::domain::code::Kind;
use oxymoron::domain::code::find::find;

const CODES: [&str; 3] = [
    "oxya.AVDZZF25AiCmiIyY1NwbeWxkJiJDoWiy-FK0--d_rUNFGdjan0NG0reZVk2SHz4U7_oqJO8Fn42_eTFZ9rB8IXygrJ25loOqVkOvxFXZLYxn1oviv1E",
    "oxya.AUdYbI53AZQ4c_vN7Ix76MYgoJWtQxrrRE4eD0XxDRGzNwDLNKoeMamWiTr5ASrfkbjBUb4kVibSJSB6_thrbgODkeh3qeOoadvLCY8",
    "oxya.AUtHMEZAA4JorgDADbmrlt38mSsntiYnKjRKDxmwit9Li3jupV1JfubBkZpT3RplH87rcgjGva6YgA93hv5Fj7ib5Vw5QihcGP5i5fQQpRGo",
];

fuzz_target!(|input: (u8, Vec<(u8, u8, &str)>)| {
    let (which, edits) = input;
    let mut text: Vec<char> = CODES[usize::from(which) % CODES.len()].chars().collect();
    for (place, gone, with) in edits.iter().take(20) {
        let place = (30 + usize::from(*place)).min(text.len());
        let end = (place + usize::from(*gone) % 4).min(text.len());
        text.splice(place..end, with.chars().take(12));
    }
    let text: String = text.into_iter().collect();
    let found = find(Kind::Answer, &text);
    assert!(
        found.codes.len() + found.repaired.len() + found.broken.len() > 0,
        "{text:?}"
    );
});

//! How many codes are read in each kind of picture, and how long that takes, a file or two frames of a camera: our column of `docs/qr-readers.md`.
//!
//! ```text
//! PICTURES=/tmp/pictures findings/qr-readers-miss-different-codes.sh
//! cargo run --release -p oxymoron-scanner --example look -- /tmp/pictures
//! ```

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

#[derive(Default)]
struct Row {
    codes: usize,
    read: [usize; 2],
    longest: [Duration; 2],
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("which folder?")?;
    let folder = Path::new(&folder);
    let mut rows = BTreeMap::<String, Row>::new();
    for line in std::fs::read_to_string(folder.join("texts.tsv"))?.lines() {
        let mut parts = line.split('\t');
        let name = parts.next().ok_or("a line without a name")?;
        let texts: Vec<&str> = parts.collect();
        let (width, height, luma) = picture(&std::fs::read(folder.join([name, ".pgm"].concat()))?)?;
        let kind = name.rsplit_once('-').map_or(name, |(kind, _)| kind);
        let row = rows.entry(kind.to_owned()).or_default();
        row.codes += texts.len();
        let both = row.read.iter_mut().zip(&mut row.longest);
        let ways: [&dyn Fn() -> Vec<String>; 2] = [&|| oxymoron_scanner::read(width, height, &luma), &|| {
            let mut texts = oxymoron_scanner::glance(width, height, &luma, 0);
            texts.extend(oxymoron_scanner::glance(width, height, &luma, 1));
            texts
        }];
        for (way, (read, longest)) in ways.into_iter().zip(both) {
            let start = Instant::now();
            let found = way();
            *longest = start.elapsed().max(*longest);
            *read += texts
                .iter()
                .filter(|text| found.iter().any(|found| found == *text))
                .count();
        }
    }
    for (
        kind,
        Row {
            codes,
            read: [file, frames],
            longest,
        },
    ) in rows
    {
        println!("{kind:28} {codes:3} codes  file {file:3}  two frames {frames:3}  longest {longest:?}");
    }
    Ok(())
}

/// Width, height and brightness of a binary PGM with the header in one line.
fn picture(bytes: &[u8]) -> Result<(u32, u32, Vec<u8>), Box<dyn Error>> {
    let end = bytes.iter().position(|byte| *byte == b'\n').ok_or("no header")?;
    let (header, luma) = bytes.split_at_checked(end).ok_or("no header")?;
    let mut words = std::str::from_utf8(header)?
        .split(' ')
        .skip(1)
        .map(str::parse::<u32>);
    let mut next = || words.next().ok_or("no size")?.map_err(Box::<dyn Error>::from);
    Ok((next()?, next()?, luma.iter().skip(1).copied().collect()))
}

//! Functions that are alike, side by side: what they have in common is then found close by, and brotli writes it shorter.

use anyhow::{Context, Result};
use wasm_encoder::{NameMap, NameSection, Section};
use wasmparser::{Parser, Payload, TypeRef};

/// So many bytes in a row count as common to two functions.
const RUN: usize = 4;
/// How many runs stand for a function, each the first one in an order of its own (min-wise hashing, Broder 1997).
const PICKS: usize = 128;
/// What twice the length weighs against common runs.
const TWICE_AS_LONG: f64 = 2.0;

/// What a function is compared by.
struct Print {
    picks: [u8; PICKS],
    /// The binary logarithm of its length.
    length: f64,
}

impl Print {
    /// Another `draw` takes other runs to stand for a function.
    fn of(body: &[u8], draw: u64) -> Self {
        let mut first = [u64::MAX; PICKS];
        for run in body.windows(RUN.min(body.len().max(1))) {
            let run = run.iter().fold(1, |sum: u64, byte| sum << 8 | u64::from(*byte));
            for (place, first) in (draw * PICKS as u64 + 1..).zip(&mut first) {
                *first = mixed(run, place).min(*first);
            }
        }
        Self {
            picks: first.map(|pick| pick.to_le_bytes()[0]),
            length: (body.len().max(1) as f64).log2(),
        }
    }

    fn likeness(&self, other: &Self) -> f64 {
        let same = self
            .picks
            .iter()
            .zip(&other.picks)
            .filter(|(one, other)| one == other);
        same.count() as f64 - TWICE_AS_LONG * (self.length - other.length).abs()
    }
}

/// A number that looks drawn by chance, another for every order (the finalizer of SplitMix64, Steele et al. 2014).
fn mixed(run: u64, order: u64) -> u64 {
    let mut value = run.wrapping_add(order.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    value = (value ^ value >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    value = (value ^ value >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ value >> 31
}

/// A chain through all functions: the longest first, then always the one that is most like the last.
fn chain(prints: &[Print]) -> Vec<usize> {
    let mut left: Vec<_> = prints.iter().enumerate().collect();
    let mut next = left
        .iter()
        .copied()
        .max_by(|(_, one), (_, other)| one.length.total_cmp(&other.length));
    let mut chain = Vec::new();
    while let Some((current, print)) = next {
        chain.push(current);
        left.retain(|(function, _)| *function != current);
        let with = left.iter().map(|other| (print.likeness(other.1), *other));
        let best =
            with.max_by(|(one, first), (other, second)| one.total_cmp(other).then(second.0.cmp(&first.0)));
        next = best.map(|(_, function)| function);
    }
    chain
}

/// A module without names, with each function named by its place in the chain: wasm-opt then sorts them. Another `draw` makes another
/// chain, about as good; what brotli makes of one and of another differs by half a per cent.
pub fn named_by_place(wasm: &[u8], draw: u64) -> Result<Vec<u8>> {
    let (mut imported, mut prints) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("reading the module that wasm-opt wrote")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => prints.push(Print::of(body.as_bytes(), draw)),
            _ => {}
        }
    }
    let mut places: Vec<_> = chain(&prints).into_iter().zip(0_u32..).collect();
    places.sort_unstable();
    let (mut names, mut section) = (NameMap::new(), NameSection::new());
    for (function, (_, place)) in (imported..).zip(places) {
        names.append(function, &format!("{place:06}"));
    }
    section.functions(&names);
    let mut named = wasm.to_vec();
    section.append_to(&mut named);
    Ok(named)
}

#[cfg(test)]
mod tests {
    use super::{Print, chain};

    #[test]
    fn functions_that_are_alike_stand_side_by_side() {
        let (one, other) = (*b"abcdefghijklmnopqrstuvwxyz", *b"ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        let (mut nearly_one, mut nearly_other) = (one, other);
        (nearly_one[25], nearly_other[25]) = (b'!', b'?');
        let longest = [&one[..], b"123456"].concat();
        let bodies: [&[u8]; 6] = [b"", &nearly_other, &one, &other, &longest, &nearly_one];
        for draw in 0..3 {
            let order = chain(&bodies.map(|body| Print::of(body, draw)));
            assert_eq!(order[0], 4);
            let place = |function| order.iter().position(|known| *known == function).unwrap();
            assert_eq!(place(2).abs_diff(place(5)), 1);
            assert_eq!(place(1).abs_diff(place(3)), 1);
            assert_eq!(order.len(), 6);
        }
    }
}

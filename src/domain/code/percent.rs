//! Bytes written as a mark and two hexadecimal digits: `%2E` in addresses, `=2E` in mail, `-2E` in links of one mail gateway.

/// The text with every byte that is written this way put back; none where there is no such byte. `mark` has to be ASCII.
#[must_use]
pub fn decode(text: &str, mark: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        let byte = Some(behind).filter(|_| *first == mark).and_then(hexadecimal);
        bytes.push(byte.unwrap_or(*first));
        rest = byte.and_then(|_| behind.get(2..)).unwrap_or(behind);
    }
    (bytes.len() < text.len()).then_some(bytes)
}

fn hexadecimal(text: &[u8]) -> Option<u8> {
    let [high, low, ..] = text else { return None };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(*high)? << 4 | digit(*low)?).ok()
}

/// Layers of percent signs that are taken off an address at the most: two gateways in a row, and a few to spare.
const LAYERS: usize = 8;

/// An address without percent signs, however often it was encoded; none where it has no such byte, or they are no text.
#[must_use]
pub fn decode_all(text: &str) -> Option<String> {
    let mut decoded = None;
    for _ in 0..LAYERS {
        match decode(decoded.as_deref().unwrap_or(text), b'%') {
            Some(less) => decoded = Some(String::from_utf8(less).ok()?),
            None => break,
        }
    }
    decoded
}

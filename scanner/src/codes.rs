//! Codes in a black and white picture: found by `rxing`, decoded by `rqrr`.

use rxing::common::{BitMatrix, DetectorRXingResult};
use rxing::qrcode::cpp_port::detector::{FindFinderPatterns, GenerateFinderPatternSets, SampleQR};

/// Eyes of codes that are put together to threes: noise has thousands, and each three is tried.
const MOST_EYES: usize = 300;

/// Threes that are no code, one after the other, until a picture is given up. They come with the likeliest first: of twelve codes in a
/// gallery none stood behind more than seven that were none, and a screen's pattern of lines has thousands.
#[derive(Debug, Clone, Copy)]
pub struct Patience(usize);

impl Patience {
    pub const FOR_A_FILE: Self = Self(200);
    pub const FOR_A_FRAME: Self = Self(40);
}

/// The texts of all codes, in no order.
pub fn read(picture: &BitMatrix, Patience(most): Patience) -> Option<Vec<String>> {
    let mut eyes = FindFinderPatterns(picture, true, 0);
    eyes.truncate(MOST_EYES);
    let (mut texts, mut used, mut misses) = (Vec::new(), Vec::new(), 0);
    for three in GenerateFinderPatternSets(&mut eyes) {
        let corners = [three.bl, three.tl, three.tr];
        if corners.iter().any(|eye| used.contains(eye)) {
            continue;
        }
        let sampled = SampleQR(picture, &three).ok();
        let text = sampled.and_then(|code| rqrr::Grid::new(Modules(code.getBits())).decode().ok());
        if let Some((_, text)) = text {
            used.extend(corners);
            texts.push(text);
            misses = 0;
        } else {
            misses += 1;
            if misses > most {
                break;
            }
        }
    }
    Some(texts)
}

/// The modules of one code.
struct Modules<'a>(&'a BitMatrix);

impl rqrr::BitGrid for Modules<'_> {
    fn size(&self) -> usize {
        usize::try_from(self.0.getWidth().min(self.0.getHeight())).unwrap_or(0)
    }

    fn bit(&self, y: usize, x: usize) -> bool {
        let place = u32::try_from(x).ok().zip(u32::try_from(y).ok());
        place.and_then(|(x, y)| self.0.try_get(x, y)).unwrap_or(false)
    }
}

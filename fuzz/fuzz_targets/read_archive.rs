//! Whatever bytes a file has, its encoding is told and its directory and entries are read without a panic, and no span reaches beyond what it is told.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxymoron::domain::code::encoding;
use oxymoron::domain::code::zip::{self, MOST_FILES};

fuzz_target!(|bytes: &[u8]| {
    let size = bytes.len() as u64;
    if let Some(span) = zip::directory(bytes, size) {
        assert!(span.start + span.length <= size);
        let start = usize::try_from(span.start).expect("in the file");
        let (files, _more) = zip::files(&bytes[start..]);
        assert!(files.len() <= MOST_FILES.min(bytes.len() / 46));
        for file in files {
            let header = usize::try_from(file.header).expect("32 bits").min(bytes.len());
            let _content = file.content(&bytes[header..]);
            let _kind = (file.is_text(), file.is_picture());
        }
    }
    let _label = encoding::label(bytes);
});

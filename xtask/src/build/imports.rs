//! Short names for what the app imports from its script. wasm-bindgen's own end in a hash each, in both files, and what is
//! random does not compress.

use anyhow::{Context, Result, bail};
use std::{collections::BTreeSet, str};

/// The module name under which wasm-bindgen's script offers its functions.
const SCRIPT: &str = "./oxymoron_bg.js";
/// The number of a module's section of imports.
const IMPORTS: u8 = 2;
/// An import of a function.
const FUNCTION: u8 = 0;

/// The module and its script with `a`, `b`, … in the place of every name that one imports from the other.
pub fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let (mut short, mut script) = (Vec::new(), glue.to_owned());
    let mut rest = Bytes(wasm);
    // The magic number and the version.
    short.extend(rest.take(8)?);
    let mut known = BTreeSet::new();
    while !rest.0.is_empty() {
        let section = rest.byte()?;
        let length = rest.number()?;
        let content = rest.take(length)?;
        let renamed = if section == IMPORTS {
            renamed(content, |name| {
                if !known.insert(name.to_owned()) {
                    bail!("{name} is imported twice");
                }
                let short = letters(known.len());
                script = replace(&script, name, &short)?;
                Ok(short)
            })?
        } else {
            content.to_vec()
        };
        short.push(section);
        number(&mut short, renamed.len());
        short.extend(renamed);
    }
    Ok((short, script))
}

/// The section of imports with other names for what comes from the script.
fn renamed(content: &[u8], mut short: impl FnMut(&str) -> Result<String>) -> Result<Vec<u8>> {
    let (mut rest, mut written) = (Bytes(content), Vec::new());
    let count = rest.number()?;
    number(&mut written, count);
    for _ in 0..count {
        let (module, name) = (rest.text()?, rest.text()?);
        if rest.byte()? != FUNCTION {
            bail!("the app imports {name}, which is no function");
        }
        let kind = rest.number()?;
        let name = if module == SCRIPT {
            short(name)?
        } else {
            name.to_owned()
        };
        text(&mut written, module);
        text(&mut written, &name);
        written.push(FUNCTION);
        number(&mut written, kind);
    }
    Ok(written)
}

/// The script with a function of its table under another name.
fn replace(script: &str, name: &str, short: &str) -> Result<String> {
    let entry = format!(" {name}: function");
    match script.matches(&entry).count() {
        1 => Ok(script.replace(&entry, &format!(" {short}: function"))),
        count => bail!("{name} stands {count} times in the script of wasm-bindgen, not once"),
    }
}

/// 1 is `a`, 26 is `z`, 27 is `aa`.
fn letters(mut place: usize) -> String {
    let mut name = String::new();
    while place > 0 {
        place -= 1;
        name.insert(0, char::from(b'a' + u8::try_from(place % 26).unwrap_or_default()));
        place /= 26;
    }
    name
}

fn number(into: &mut Vec<u8>, mut value: usize) {
    while value > 0x7f {
        into.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    into.push(value as u8);
}

fn text(into: &mut Vec<u8>, text: &str) {
    number(into, text.len());
    into.extend(text.as_bytes());
}

/// What is still to be read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .0
            .split_at_checked(length)
            .context("the app's module is cut off")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        self.take(1)?
            .first()
            .copied()
            .context("the app's module is cut off")
    }

    /// LEB128, as everywhere in a module.
    fn number(&mut self) -> Result<usize> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        bail!("the app's module has a number that is too long")
    }

    fn text(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        Ok(str::from_utf8(self.take(length)?)?)
    }
}

#[cfg(test)]
mod tests {
    use super::{SCRIPT, letters, number, shorten, text};

    /// A module with these imports and one section after them.
    fn module(imports: &[(&str, &str)]) -> Vec<u8> {
        let mut content = Vec::new();
        number(&mut content, imports.len());
        for (module, name) in imports {
            text(&mut content, module);
            text(&mut content, name);
            content.push(0);
            number(&mut content, 200);
        }
        let mut module = b"\0asm\x01\0\0\0\x02".to_vec();
        number(&mut module, content.len());
        module.extend(content);
        module.extend(b"\x0a\x01\x00");
        module
    }

    #[test]
    fn both_sides_get_the_same_short_names() {
        let long = "__wbg_fetch_".to_owned() + &"0".repeat(200);
        let wasm = module(&[(SCRIPT, "__wbg_ok_1"), ("./loader.js", "load"), (SCRIPT, &long)]);
        let glue = format!("import0 = {{\n __wbg_ok_1: function() {{}},\n {long}: function() {{}},\n}}");
        let (wasm, glue) = shorten(&wasm, &glue).unwrap();
        assert_eq!(glue, "import0 = {\n a: function() {},\n b: function() {},\n}");
        assert_eq!(
            wasm,
            module(&[(SCRIPT, "a"), ("./loader.js", "load"), (SCRIPT, "b")])
        );
    }

    #[test]
    fn what_does_not_fit_together_is_noticed() {
        let wasm = module(&[(SCRIPT, "f")]);
        assert!(shorten(&wasm, "").is_err());
        assert!(shorten(&wasm, " f: function() {}, f: function() {}").is_err());
        assert!(shorten(&wasm[..20], " f: function() {}").is_err());
    }

    #[test]
    fn no_name_comes_twice() {
        let names: std::collections::BTreeSet<_> = (1..=1000).map(letters).collect();
        assert_eq!(names.len(), 1000);
        assert_eq!([1, 26, 27, 702, 703].map(letters), ["a", "z", "aa", "zz", "aaa"]);
    }
}

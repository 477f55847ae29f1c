//! Short names for what the app imports from its script. wasm-bindgen's own end in a hash each, in both files, and what is
//! random does not compress.

use anyhow::{Result, anyhow, bail};
use std::collections::BTreeSet;
use walrus::Module;

/// The module name under which wasm-bindgen's script offers its functions.
const SCRIPT: &str = "./oxymoron_bg.js";
/// What it is called instead.
const SHORT: &str = "a";

/// The module and its script with `a`, `b`, … in the place of every name that one imports from the other.
pub fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let read = Module::from_buffer(wasm);
    let mut module = read.map_err(|error| anyhow!("reading the app's module failed: {error:#}"))?;
    let (mut script, mut known) = (glue.to_owned(), BTreeSet::new());
    for import in module.imports.iter_mut().filter(|import| import.module == SCRIPT) {
        if !known.insert(import.name.clone()) {
            bail!("{} is imported twice", import.name);
        }
        let short = letters(known.len());
        script = replace(
            &script,
            &format!(" {}: function", import.name),
            &format!(" {short}: function"),
        )?;
        import.name = short;
        import.module = SHORT.to_owned();
    }
    script = replace(
        &script,
        &format!("\"{SCRIPT}\": import0"),
        &format!("\"{SHORT}\": import0"),
    )?;
    Ok((module.emit_wasm(), script))
}

/// The script with the only place that is `from` made `to`.
fn replace(script: &str, from: &str, to: &str) -> Result<String> {
    match script.matches(from).count() {
        1 => Ok(script.replace(from, to)),
        count => bail!("{from} stands {count} times in the script of wasm-bindgen, not once"),
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

#[cfg(test)]
mod tests {
    use super::{SCRIPT, letters, shorten};
    use walrus::Module;

    /// A module with these imports.
    fn module(imports: &[(&str, &str)]) -> Vec<u8> {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        for (from, name) in imports {
            module.add_import_func(from, name, kind);
        }
        module.emit_wasm()
    }

    fn imports(wasm: &[u8]) -> Vec<(String, String)> {
        let module = Module::from_buffer(wasm).unwrap();
        let imports = module.imports.iter();
        imports
            .map(|import| (import.module.clone(), import.name.clone()))
            .collect()
    }

    #[test]
    fn both_sides_get_the_same_short_names() {
        let long = "__wbg_fetch_".to_owned() + &"0".repeat(200);
        let wasm = module(&[(SCRIPT, "__wbg_ok_1"), ("./loader.js", "load"), (SCRIPT, &long)]);
        let glue = format!(
            "import0 = {{\n __wbg_ok_1: function() {{}},\n {long}: function() {{}},\n}}\n\"{SCRIPT}\": import0"
        );
        let (wasm, glue) = shorten(&wasm, &glue).unwrap();
        assert_eq!(
            glue,
            "import0 = {\n a: function() {},\n b: function() {},\n}\n\"a\": import0"
        );
        let expected = [("a", "a"), ("./loader.js", "load"), ("a", "b")];
        assert_eq!(
            imports(&wasm),
            expected.map(|(from, name)| (from.to_owned(), name.to_owned()))
        );
    }

    #[test]
    fn what_does_not_fit_together_is_noticed() {
        let wasm = module(&[(SCRIPT, "f")]);
        assert!(shorten(&wasm, "").is_err());
        assert!(shorten(&wasm, " f: function() {}, f: function() {}").is_err());
        assert!(shorten(&wasm[..20], " f: function() {}").is_err());
        let twice = module(&[(SCRIPT, "f"), (SCRIPT, "f")]);
        assert!(shorten(&twice, " f: function() {}").is_err());
    }

    #[test]
    fn no_name_comes_twice() {
        let names: std::collections::BTreeSet<_> = (1..=1000).map(letters).collect();
        assert_eq!(names.len(), 1000);
        assert_eq!([1, 26, 27, 702, 703].map(letters), ["a", "z", "aa", "zz", "aaa"]);
    }
}

//! The app in one file that needs no host: what a host would send stands in the page, compressed, and nothing else can be had.
//!
//! A page that was opened from a disk may load no script, no module and no file beside it. So the scripts are inline, and all else is
//! asked for by the name that it has in `dist/` and comes out of the page: [`HOST`] stands in for `fetch`.

use super::languages::Language;
use super::{
    minify::{Minifier, Source},
    output::{File, Kind, Values, Writer},
    policy, read_text, template,
};
use crate::project::Project;
use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};

/// What it is called, beside the page of each language.
pub const NAME: &str = "oxymoron.html";
/// What one may weigh, in bytes. Six languages in one file would be more.
pub const BUDGET: usize = 1_200_000;

/// Modules that are not among its parts: the reader of QR codes stands in its worker, and the screen of many rooms says that it is not here.
const LEFT_OUT: [&str; 2] = ["scanner-", "rooms-"];

/// Text to bytes and out of compression, for the page and for the worker.
const UNPACK: &str = include_str!("unpack.js");
const HOST: &str = include_str!("host.js");

/// Writes the file of each language, of what has been written for hosts.
pub fn write(
    project: &Project,
    writer: &mut Writer<'_>,
    pages: &[(&Language, Values)],
    minifier: &Minifier<'_>,
) -> Result<()> {
    let shared = shared(writer, minifier)?;
    let template = standing_alone(&read_text(&project.root().join("index.html"))?)?;
    let parts = parts(writer)?;
    let worker = worker(writer, minifier)?;
    for (language, values) in pages {
        let mut values = values.clone();
        values.extend(shared.clone());
        let blocks = parts
            .iter()
            .filter(|part| !part.file.ends_with(".txt") || language.has(&part.file));
        let blocks = blocks.map(|part| &*part.block).chain([&*worker]);
        values.insert("parts".to_owned(), blocks.collect::<Vec<_>>().join("\n"));
        let page = page(&template, values)?;
        let name = format!("{}{NAME}", language.folder());
        writer.add_as_it_is(&name, Kind::Single, page.as_bytes())?;
    }
    Ok(())
}

/// What stands in the file of every language alike.
fn shared(writer: &Writer<'_>, minifier: &Minifier<'_>) -> Result<Values> {
    let icon = STANDARD.encode(writer.read(&find(writer, "icon-", ".svg")?)?);
    let host = format!("{{\n{UNPACK}\n{HOST}\n}}");
    let host = minifier.run("host.js", Source::Script, &host)?;
    let program = program(&text_of(writer, "oxymoron-", ".js")?, minifier)?;
    for (name, text) in [("host.js", &host), ("program", &program)] {
        if text.contains("<!--") {
            bail!("{name} would begin a comment in its own script");
        }
    }
    let absent = ["service_worker", "scan_worker", "alternates"].map(|name| (name.to_owned(), String::new()));
    Ok(absent
        .into_iter()
        .chain([
            ("icon".to_owned(), format!("data:image/svg+xml;base64,{icon}")),
            ("host.js".to_owned(), host),
            ("program".to_owned(), program),
        ])
        .collect())
}

fn page(template: &str, mut values: Values) -> Result<String> {
    let start = values.get_mut("start.js").context("no start")?;
    // From a disk, a module is refused.
    *start = template::replace(start, "import(glue)", "program")?;
    values.insert("policy".to_owned(), String::new());
    let policy = policy::for_single(&template::fill(template, &values)?);
    values.insert("policy".to_owned(), policy);
    template::fill(template, &values)
}

/// The template of the page with everything in it that it fetches elsewhere. A place that is not there any more is an error.
fn standing_alone(template: &str) -> Result<String> {
    let mut page = template.to_owned();
    for (from, to) in [
        (
            " data-later-style=\"{{later_style}}\" data-archive-style=\"{{archive_style}}\" data-workshop-style=\"{{workshop_style}}\"",
            "",
        ),
        (
            "<script>const shapeAsWritten",
            "<script>{{program}}</script>\n<script>const shapeAsWritten",
        ),
        ("const glue = \"{{glue}}\";\n", "const glue = \"\";\n"),
        ("</script>\n</body>", "</script>\n{{parts}}\n</body>"),
    ] {
        page = template::replace(&page, from, to)?;
    }
    Ok(page.replacen("<script>", "<script>{{host.js}}</script>\n<script>", 1))
}

/// A module as a script that leaves what it exports in `program`. Its files are called by their names, without the address of the script.
fn program(module: &str, minifier: &Minifier<'_>) -> Result<String> {
    let program = minifier.run("the script of the app", Source::Program, &by_name(module))?;
    if program.contains("import_meta") {
        bail!("a script asks for its own address in a new way");
    }
    Ok(program)
}

/// A module that asks for files by their names, as `host.js` has them.
fn by_name(module: &str) -> String {
    let mut pieces = module.split("new URL(");
    let mut named = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once(",import.meta.url)") {
            Some((name, rest)) if !name.contains(')') => named.extend(["String(", name, ")", rest]),
            _ => named.extend(["new URL(", piece]),
        }
    }
    named
}

/// A file that is asked for later, as a block of data, which no browser runs.
struct Part {
    file: String,
    block: String,
}

/// Every file that is asked for later, the words of all languages included.
fn parts(writer: &Writer<'_>) -> Result<Vec<Part>> {
    let mut parts = Vec::new();
    let mut files: Vec<&File> = writer.files().iter().collect();
    // What the first screen needs is first.
    files.sort_by_key(|file| file.kind as u8);
    for file in files {
        let kind = match file.name.rsplit_once('.') {
            Some((name, "wasm")) if !LEFT_OUT.iter().any(|part| name.starts_with(part)) => "application/wasm",
            Some((_, "txt")) => "text/plain",
            Some((_, "css")) => "text/css",
            _ => continue,
        };
        let packed = letters(&writer.packed(&file.name)?);
        parts.push(Part {
            file: file.name.clone(),
            block: format!(
                "<script type=\"application/gzip\" id=\"{}\" data-type=\"{kind}\">{packed}</script>",
                file.name
            ),
        });
    }
    Ok(parts)
}

/// The block of the worker that reads QR codes, with its script and module in it.
fn worker(writer: &Writer<'_>, minifier: &Minifier<'_>) -> Result<String> {
    let name = find(writer, "scanner-", ".js")?;
    let scanner = program(&text_of(writer, "scanner-", ".js")?, minifier)?;
    let module = letters(&writer.packed(&find(writer, "scanner-", ".wasm")?)?);
    let worker = text_of(writer, "scan-", ".js")?;
    let import = format!("import(\"./{name}\")");
    let worker = template::replace(&worker, &import, "Promise.resolve(program)")?;
    let fetch = format!("self.fetch = async () => unpacked(\"{module}\", \"application/wasm\");");
    let worker = minifier.run(
        "the worker",
        Source::Script,
        &format!("{UNPACK}\n{fetch}\n{scanner}\n{worker}"),
    )?;
    Ok(format!(
        "<script type=\"text/plain\" id=\"scan-worker\">\n{worker}\n</script>"
    ))
}

/// Letters that are no quote, no backslash and not the beginning of an element: two of them hold 13 bits.
const LETTERS: u32 = 91;

/// 13 bits as two letters, behind a digit that says how many bytes at the end are none: a thirteenth less than base64.
/// `unpack.js` reads it.
fn letters(bytes: &[u8]) -> String {
    const BITS: usize = 13;
    let pairs = (bytes.len() * 8).div_ceil(BITS);
    let missing = pairs * BITS / 8 - bytes.len();
    let mut text = missing.to_string();
    text.reserve(pairs * 2);
    let (mut word, mut held) = (0_u32, 0);
    let mut rest = bytes.iter().copied().chain([0, 0]);
    for _ in 0..pairs {
        while held < BITS {
            word = word << 8 | u32::from(rest.next().unwrap_or(0));
            held += 8;
        }
        held -= BITS;
        let pair = word >> held & 0x1fff;
        text.extend([letter(pair / LETTERS), letter(pair % LETTERS)]);
    }
    text
}

fn letter(value: u32) -> char {
    let code = ['"', '<', '\\'].iter().fold(value + 33, |code, left_out| {
        code + u32::from(code >= u32::from(*left_out))
    });
    char::from_u32(code).unwrap_or(' ')
}

fn text_of(writer: &Writer<'_>, start: &str, end: &str) -> Result<String> {
    Ok(String::from_utf8(writer.read(&find(writer, start, end)?)?)?)
}

/// The only file whose name starts and ends like this.
fn find(writer: &Writer<'_>, start: &str, end: &str) -> Result<String> {
    let mut found = writer
        .files()
        .iter()
        .filter(|file| file.name.starts_with(start) && file.name.ends_with(end));
    match (found.next(), found.next()) {
        (Some(file), None) => Ok(file.name.clone()),
        _ => bail!("there is not one file {start}…{end}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{by_name, letters, standing_alone};

    #[test]
    fn bytes_become_letters_that_end_no_string_and_no_element() {
        assert_eq!(letters(b""), "0");
        assert_eq!(letters(&[0; 13]), "0!!!!!!!!!!!!!!!!");
        assert_eq!(letters(&[0xff]), "0}a");
        let all: Vec<u8> = (0..=255).cycle().take(8 * 1024 * 13).collect();
        let text = letters(&all);
        assert_eq!(text.len(), 1 + 8 * 1024 * 16);
        assert!(text.chars().all(|letter| ('!'..='~').contains(&letter)));
        for left_out in ['"', '<', '\\'] {
            assert!(!text.contains(left_out), "{left_out}");
        }
        for length in 0..200 {
            let bytes: Vec<u8> = (0..length)
                .map(|place: u32| (place * 37 + length) as u8)
                .collect();
            assert_eq!(read_back(&letters(&bytes)), bytes, "{length} bytes");
        }
    }

    /// As `unpack.js` reads it.
    fn read_back(text: &str) -> Vec<u8> {
        let mut letters = text.bytes();
        let missing = usize::from(letters.next().unwrap() - b'0');
        let left_out = |code: u8| [b'"', b'<', b'\\'].iter().filter(|one| code > **one).count();
        let values: Vec<_> = letters
            .map(|code| usize::from(code) - 33 - left_out(code))
            .collect();
        let bits: String = values
            .chunks(2)
            .map(|pair| format!("{:013b}", pair[0] * 91 + pair[1]))
            .collect();
        let bytes: Vec<_> = bits.as_bytes().chunks_exact(8).collect();
        let byte = |bits: &&[u8]| u8::from_str_radix(std::str::from_utf8(bits).unwrap(), 2).unwrap();
        bytes[..bytes.len() - missing].iter().map(byte).collect()
    }

    #[test]
    fn files_are_asked_for_by_name() {
        assert_eq!(
            by_name(
                "fetch(new URL(\"./a.wasm\",import.meta.url));new URL(b,location);new URL('c',import.meta.url)"
            ),
            "fetch(String(\"./a.wasm\"));new URL(b,location);String('c')"
        );
    }

    #[test]
    fn the_template_loads_nothing_any_more() {
        let page = standing_alone(include_str!("../../../index.html")).unwrap();
        for word in ["preload", "module\"", "import(", "_style"] {
            assert!(!page.contains(word), "{word}");
        }
        let place = |word: &str| page.find(word).unwrap();
        assert!(place("{{host.js}}") < place("{{head.js}}"));
        assert!(place("{{program}}") < place("{{start.js}}"));
        assert!(standing_alone("<html>").is_err());
    }
}

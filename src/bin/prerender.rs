//! The native build step: writes, into the folder given as the first argument, the packs of every language and, in a folder for each, the
//! pieces of its page. With `--pseudo` there is one more language, which shows what is not taken from a file of words.

use oxymoron::app::chunk::Beside;
use oxymoron::app::compile::{compile, compile_table};
use oxymoron::app::pack::Pack;
use oxymoron::app::platform::NoPlatform;
use oxymoron::app::state::State;
use oxymoron::app::text::Text;
use oxymoron::app::translation::{faults, pseudo};
use oxymoron::ui::app::{App, AppProps};
use oxymoron::ui::chunks;
use oxymoron::ui::components::shell::{Props as ShellProps, Shell};
use oxymoron::ui::store::StoreHandle;
use std::error::Error;
use std::path::Path;
use std::rc::Rc;
use yew::Callback;

/// The language of the page at the root, and the one that all others are held against.
const ORIGINAL: &str = "en";
/// English in brackets, two fifths longer; the tag is the one that others use for such a language.
const PSEUDO: &str = "en-XA";
const STRUCTURE: &str = "checklist";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().ok_or("usage: prerender FOLDER [--pseudo]")?;
    let out = Path::new(&out);
    let mut packs = packs()?;
    if arguments.any(|argument| argument == "--pseudo") {
        packs.push(pseudo_pack()?);
    }
    let languages = packs.iter().flat_map(|pack| pack.words.languages().to_vec());
    let languages: Vec<_> = languages.collect();
    for mut pack in packs {
        let later = pack.words.later.get_mut().ok_or("the later words are missing")?;
        later.languages.clone_from(&languages);
        write(out, pack)?;
    }
    Ok(())
}

fn asset(name: &str) -> Result<String, Box<dyn Error>> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    Ok(std::fs::read_to_string(assets.join(format!("{name}.toml")))?)
}

/// A pack for every file of words, that of the original first.
fn packs() -> Result<Vec<Pack>, Box<dyn Error>> {
    let mut languages = Vec::new();
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets"))? {
        let path = entry?.path();
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.extension().is_some_and(|ending| ending == "toml") && name != STRUCTURE {
            languages.push(name);
        }
    }
    languages.sort_by_key(|name| (name != ORIGINAL, name.clone()));
    let (checklist, original) = (asset(STRUCTURE)?, asset(ORIGINAL)?);
    let mut packs = Vec::new();
    for tag in languages {
        let words = asset(&tag)?;
        let named = |what: &dyn std::fmt::Display| format!("assets/{tag}.toml: {what}");
        let faults = faults(&original, &words).map_err(|error| named(&error))?;
        if !faults.is_empty() {
            let lines: Vec<_> = faults.iter().map(|fault| named(fault)).collect();
            return Err(lines.join("\n").into());
        }
        packs.push(compile(&tag, &checklist, &words).map_err(|error| named(&error))?);
    }
    Ok(packs)
}

fn pseudo_pack() -> Result<Pack, Box<dyn Error>> {
    let words = pseudo(&asset(ORIGINAL)?.parse()?);
    Ok(compile_table(PSEUDO, &asset(STRUCTURE)?, words)?)
}

/// The packs of a language, and the pieces of its page.
fn write(out: &Path, pack: Pack) -> Result<(), Box<dyn Error>> {
    let language = pack.language.clone();
    let direction = if pack.is_right_to_left() { "rtl" } else { "ltr" };
    let folder = out.join(&language);
    std::fs::create_dir_all(&folder)?;
    std::fs::write(out.join(format!("pack.{language}.txt")), pack.to_text())?;
    for (name, beside) in [
        ("later_pack", Beside::Later),
        ("archive_pack", Beside::Archive),
        ("workshop_pack", Beside::Workshop),
    ] {
        let words = pack.to_text_beside(beside).ok_or("words are missing")?;
        std::fs::write(out.join(format!("{name}.{language}.txt")), words)?;
    }
    let store = StoreHandle(Rc::new(chunks::store(
        pack,
        State::prerendered(),
        NoPlatform::default(),
    )));
    let plain = |text| {
        store
            .0
            .text(text)
            .replace('&', "&amp;")
            .replace('"', "&quot;")
            .replace('<', "&lt;")
    };
    let piece = |name: &str, text: String| std::fs::write(folder.join(format!("{name}.html")), text);
    piece("lang", language)?;
    piece("dir", direction.to_owned())?;
    piece("title", plain(Text::HomeDocument))?;
    piece("description", plain(Text::ShellDescription))?;
    piece("missing_title", plain(Text::MissingTitle))?;
    piece("missing_lead", plain(Text::ShellNotFound))?;
    piece("missing_home", plain(Text::MissingHome))?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let notices = yew::LocalServerRenderer::<Shell>::with_props(ShellProps { store: store.clone() });
    let notices = notices.hydratable(false).render();
    piece(
        "notices",
        tokio::task::LocalSet::new().block_on(&runtime, notices),
    )?;
    let app = yew::LocalServerRenderer::<App>::with_props(AppProps {
        store,
        alive: Callback::noop(),
    });
    piece(
        "body",
        tokio::task::LocalSet::new().block_on(&runtime, app.render()),
    )?;
    Ok(())
}

//! The native build step: writes the two language packs and the first screen into the folder given as the only argument.

use oxymoron::app::compile::compile;
use oxymoron::app::platform::NoPlatform;
use oxymoron::app::state::State;
use oxymoron::app::text::Text;
use oxymoron::ui::app::{App, AppProps};
use oxymoron::ui::chunks;
use oxymoron::ui::components::shell::{Props as ShellProps, Shell};
use oxymoron::ui::store::StoreHandle;
use std::error::Error;
use std::path::Path;
use std::rc::Rc;
use yew::Callback;

const LANGUAGE: &str = "en";

fn main() -> Result<(), Box<dyn Error>> {
    let out = std::env::args().nth(1).ok_or("usage: prerender FOLDER")?;
    let out = Path::new(&out);
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let checklist = std::fs::read_to_string(assets.join("checklist.toml"))?;
    let words = std::fs::read_to_string(assets.join(format!("{LANGUAGE}.toml")))?;
    let pack = compile(LANGUAGE, &checklist, &words)?;
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join(format!("pack.{LANGUAGE}.json")), pack.to_json())?;
    let later = pack.later_to_json().ok_or("the later words are missing")?;
    std::fs::write(out.join(format!("later_pack.{LANGUAGE}.json")), later)?;
    let store = StoreHandle(Rc::new(chunks::store(pack, State::prerendered(), NoPlatform)));
    let plain = |text| {
        store
            .0
            .text(text)
            .replace('&', "&amp;")
            .replace('"', "&quot;")
            .replace('<', "&lt;")
    };
    std::fs::write(out.join("title.html"), plain(Text::HomeDocument))?;
    std::fs::write(out.join("description.html"), plain(Text::ShellDescription))?;
    std::fs::write(out.join("missing_title.html"), plain(Text::MissingTitle))?;
    std::fs::write(out.join("missing_lead.html"), plain(Text::ShellNotFound))?;
    std::fs::write(out.join("missing_home.html"), plain(Text::MissingHome))?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let notices = yew::LocalServerRenderer::<Shell>::with_props(ShellProps { store: store.clone() });
    let notices = notices.hydratable(false).render();
    std::fs::write(
        out.join("notices.html"),
        tokio::task::LocalSet::new().block_on(&runtime, notices),
    )?;
    let app = yew::LocalServerRenderer::<App>::with_props(AppProps {
        store,
        alive: Callback::noop(),
    });
    std::fs::write(
        out.join("body.html"),
        tokio::task::LocalSet::new().block_on(&runtime, app.render()),
    )?;
    Ok(())
}

//! Writes `body.html` and `pack.en.json` into the folder given as the only argument.
use std::path::Path;
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = std::env::args().nth(1).ok_or("usage: prerender DIR")?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let local = tokio::task::LocalSet::new();
    let body = local.block_on(&runtime, yew::LocalServerRenderer::<oxymoron::App>::new().render());
    std::fs::create_dir_all(&out)?;
    std::fs::write(Path::new(&out).join("body.html"), body)?;
    std::fs::write(Path::new(&out).join("pack.en.json"), "{}")?;
    Ok(())
}

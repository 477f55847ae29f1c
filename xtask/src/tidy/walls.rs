//! Who may import whom: `domain <- app <- ui -> browser`, and no screen another screen.

use super::{Finding, rust::Source};

/// Crates that reach for the browser.
const WEB: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"];

/// What the file at `path` (below `src/`) names and may not.
pub fn check(path: &str, source: &Source) -> Vec<Finding> {
    let layer = path
        .strip_prefix("src/")
        .and_then(|inside| inside.split(['/', '.']).next())
        .unwrap_or_default();
    let screen = path
        .strip_prefix("src/ui/screens/")
        .and_then(|inside| inside.split(['/', '.']).next());
    let mut findings = Vec::new();
    for (named, line) in &source.paths {
        let named: Vec<&str> = named.iter().map(String::as_str).collect();
        let message = match named.as_slice() {
            ["crate", other, ..] if !may_use(layer, other) => {
                format!("{layer} may not use crate::{other}: {}", advice(layer))
            }
            ["crate", "ui", "screens", other, ..]
                if screen.is_some_and(|screen| is_another(screen, other)) =>
            {
                format!("a screen may not use another one ({other}): move what they share to ui/components")
            }
            ["yew", ..] if layer == "domain" || layer == "app" => {
                format!("{layer} may not use yew: {}", advice(layer))
            }
            [web, ..]
                if (WEB.contains(web) || web.starts_with("gloo"))
                    && layer != "browser"
                    && path != "src/lib.rs" =>
            {
                format!("{web} belongs to src/browser: give it a function there, and call that")
            }
            _ => continue,
        };
        findings.push(Finding::new(path, *line, message));
    }
    findings.dedup();
    findings
}

fn may_use(layer: &str, other: &str) -> bool {
    match layer {
        "domain" => !["app", "ui", "browser"].contains(&other),
        "app" => !["ui", "browser"].contains(&other),
        "browser" => other != "ui",
        _ => true,
    }
}

fn advice(layer: &str) -> &'static str {
    match layer {
        "browser" => "take what it needs as an argument",
        "app" => "describe the effect as data, and let ui carry it out",
        _ => "take what it needs as an argument, or move this to the layer above",
    }
}

/// Whether `named`, found below `ui::screens`, is a module other than `screen`.
fn is_another(screen: &str, named: &str) -> bool {
    screen != "mod" && named != screen && named != "self" && named.starts_with(|c: char| c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::rust::Source;

    fn findings(path: &str, text: &str) -> usize {
        check(path, &Source::parse(path, text).unwrap()).len()
    }

    #[test]
    fn layers_look_down_only() {
        assert_eq!(
            findings(
                "src/domain/score.rs",
                "use crate::{domain::x, app::y}; use yew::z; use web_sys::Node;"
            ),
            3
        );
        assert_eq!(
            findings(
                "src/app/mod.rs",
                "use crate::domain::x; fn f() { crate::browser::now() }"
            ),
            1
        );
        assert_eq!(
            findings(
                "src/browser.rs",
                "use crate::ui::x; use web_sys::y; use crate::app::z;"
            ),
            1
        );
        assert_eq!(
            findings(
                "src/ui/a.rs",
                "use yew::x; use crate::browser::y; js_sys::Date::now();"
            ),
            1
        );
        assert_eq!(
            findings("src/lib.rs", "use wasm_bindgen::x; use crate::ui::y;"),
            0
        );
        assert_eq!(
            findings(
                "src/bin/prerender.rs",
                "use oxymoron::ui::App; web_sys::window();"
            ),
            1
        );
    }

    #[test]
    fn screens_do_not_know_each_other() {
        assert_eq!(
            findings("src/ui/screens/home/mod.rs", "use super::results::X;"),
            1
        );
        assert_eq!(
            findings(
                "src/ui/screens/home/view.rs",
                "use super::super::{home, results}; use super::x;"
            ),
            1
        );
        assert_eq!(
            findings(
                "src/ui/screens/home.rs",
                "use crate::ui::screens::{home::x, Screen};"
            ),
            0
        );
        assert_eq!(
            findings(
                "src/ui/screens/mod.rs",
                "use self::{home::Home, results::Results};"
            ),
            0
        );
    }
}

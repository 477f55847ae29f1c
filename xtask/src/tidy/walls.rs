//! Who may import whom: `domain <- app <- ui -> browser`, no screen another screen, and nothing what travels in a later file.

use super::{Finding, rust::Source};

/// Crates that reach for the browser.
const WEB: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"];

/// Where Yew's `html!` becomes ours.
const ANCHORS: [&str; 2] = ["src/ui/prelude.rs", "src/ui/anchored.rs"];

/// What the file at `path` (below `src/`) names and may not.
pub fn check(path: &str, source: &Source) -> Vec<Finding> {
    let layer = path
        .strip_prefix("src/")
        .and_then(|inside| inside.split(['/', '.']).next())
        .unwrap_or_default();
    let mut below = path
        .strip_prefix("src/ui/screens/")
        .unwrap_or_default()
        .split(['/', '.']);
    let chunk = below.next().filter(|chunk| !chunk.is_empty() && *chunk != "mod");
    let screen = below.next().filter(|screen| *screen != "mod");
    let mut findings = Vec::new();
    for (named, line) in &source.paths {
        let named: Vec<&str> = named.iter().map(String::as_str).collect();
        let message = match named.as_slice() {
            ["crate", other, ..] if !may_use(layer, other) => {
                format!("{layer} may not use crate::{other}: {}", advice(layer))
            }
            ["crate", "ui", "screens", other, ..] if chunk.is_some_and(|chunk| is_another(chunk, other)) => {
                format!("screens of {other} travel in another file: move what they share to ui/components")
            }
            ["crate", "ui", "screens", _, other, ..]
                if screen.is_some_and(|screen| is_another(screen, other)) =>
            {
                format!("a screen may not use another one ({other}): move what they share to ui/components")
            }
            ["crate", "app", other @ ("assessment" | "workshop" | "shared"), ..]
                if chunk == Some("first") =>
            {
                format!("app/{other} is loaded later: a screen of the first load may not use it")
            }
            ["crate", "app", "workshop", ..]
                if matches!(chunk, Some("assessment" | "archive"))
                    || path.starts_with("src/app/assessment/") =>
            {
                "app/workshop travels in another file: move what both need to app/shared".to_owned()
            }
            ["crate", "app", "assessment", ..]
                if chunk == Some("workshop") || path.starts_with("src/app/workshop/") =>
            {
                "app/assessment travels in another file: move what both need to app/shared".to_owned()
            }
            ["yew", ..] if layer == "domain" || layer == "app" => {
                format!("{layer} may not use yew: {}", advice(layer))
            }
            ["yew", "prelude" | "html", ..] if layer == "ui" && !ANCHORS.contains(&path) => {
                "components are written with crate::ui::prelude: its html! holds on a translated page"
                    .to_owned()
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

/// Whether `named`, found where screens are, is a module other than `own`.
fn is_another(own: &str, named: &str) -> bool {
    named != own && named != "self" && named.starts_with(|c: char| c.is_lowercase())
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
    fn components_are_written_with_our_html() {
        let text = "use yew::prelude::*; use yew::{AttrValue, html};";
        assert_eq!(findings("src/ui/components/a.rs", text), 1);
        assert_eq!(findings("src/ui/prelude.rs", text), 0);
        assert_eq!(
            findings(
                "src/ui/components/a.rs",
                "use crate::ui::prelude::*; use yew::AttrValue;"
            ),
            0
        );
    }

    #[test]
    fn screens_do_not_know_each_other() {
        assert_eq!(
            findings("src/ui/screens/first/home/mod.rs", "use super::results::X;"),
            1
        );
        assert_eq!(
            findings(
                "src/ui/screens/first/home/view.rs",
                "use super::super::{home, results}; use super::x;"
            ),
            1
        );
        assert_eq!(
            findings(
                "src/ui/screens/first/home.rs",
                "use crate::ui::screens::first::{home::x, Screen};"
            ),
            0
        );
        assert_eq!(
            findings(
                "src/ui/screens/first/mod.rs",
                "use self::{home::Home, results::Results};"
            ),
            0
        );
    }

    #[test]
    fn nothing_names_what_travels_in_another_file() {
        let cases = [
            (
                "src/ui/screens/first/home/mod.rs",
                "use crate::ui::screens::workshop::join::join;",
            ),
            (
                "src/ui/screens/first/home/mod.rs",
                "use crate::app::shared::planning::choose;",
            ),
            (
                "src/ui/screens/assessment/plan/mod.rs",
                "use crate::app::workshop::past::pair;",
            ),
            (
                "src/app/workshop/past.rs",
                "use crate::app::assessment::export::csv;",
            ),
        ];
        for (path, text) in cases {
            assert_eq!(findings(path, text), 1, "{path}: {text}");
        }
        assert_eq!(
            findings("src/ui/later.rs", "use crate::ui::screens::workshop::join;"),
            0
        );
    }
}

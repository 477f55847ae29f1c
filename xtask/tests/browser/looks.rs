//! A screen as it stands, looked at in every language: whether anything is cut off or sticks out in any window, whether English is left
//! on it, and what axe finds.
//!
//! The words change in place, as for a person, so a screen is reached once, and one that keeps words of the language before is found.

use crate::{
    harness::{Rules, Visit},
    screens,
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};
use xtask::{Result, project::Project};

/// A window and the size of its text in pixels; those with large text are those of WCAG 2.2, 1.4.4 and 1.4.10, and both at once. One is
/// resized as seldom as can be.
const WINDOWS: [(u32, u32); 7] = [
    (1280, 16),
    (1280, 32),
    (640, 32),
    (360, 32),
    (360, 16),
    (320, 16),
    (320, 32),
];
/// Those that every language is looked at in.
const USUAL: [(u32, u32); 2] = [(1280, 16), (360, 16)];
/// The languages that are looked at in all of them, and by axe in a wide window as well: the one the layout was made with, the one with the
/// longest words, the one from right to left.
const CLOSELY: [&str; 3] = ["en", "de", "ar"];

/// Everything that is wrong with the page in the window that it has, a line each.
///
/// What its own box cuts off or lets scroll sideways; a field scrolls what is typed into it, and what is there for those who listen is as
/// small as can be. Words that stand beside their box. Texts of a picture that stand beside it.
const WRONG: &str = r"(() => {
    const root = document.documentElement, found = [];
    const name = (it) => `${it.tagName.toLowerCase()}.${it.getAttribute('class') ?? ''}`;
    const clipped = (it) => { for (; it; it = it.parentElement) if (getComputedStyle(it).clipPath !== 'none') return true; return false; };
    const all = [...document.querySelectorAll('body *')].filter((it) => it.checkVisibility());
    if (root.scrollWidth > root.clientWidth) {
        const wide = all.filter((it) => (it.getBoundingClientRect().right > root.clientWidth + 1 || it.getBoundingClientRect().left < -1)
            && !it.closest('.table-scroll *'));
        found.push(`${root.scrollWidth} of ${root.clientWidth} px: ${wide.slice(0, 4).map(name)}`);
    }
    for (const it of all) {
        if (it.closest('svg') || it.matches('input, textarea, select') || it.clientWidth <= 1) continue;
        const style = getComputedStyle(it);
        if (style.display === 'inline') continue;
        if (style.overflowX !== 'visible' && it.scrollWidth > it.clientWidth + 1) found.push(`${name(it)}: ${it.scrollWidth} in ${it.clientWidth} wide`);
        if (['hidden', 'clip'].includes(style.overflowY) && style.webkitLineClamp === 'none' && it.scrollHeight > it.clientHeight + 1) found.push(`${name(it)}: ${it.scrollHeight} in ${it.clientHeight} high`);
    }
    // What is cut after so many lines is so on purpose.
    const clamped = (it) => getComputedStyle(it).webkitLineClamp !== 'none';
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
    while (walk.nextNode()) {
        const it = walk.currentNode.parentElement;
        if (!walk.currentNode.data.trim() || !it.checkVisibility() || it.closest('svg, option, textarea, script, style, .wall-preview')) continue;
        let box = it;
        while (getComputedStyle(box).display === 'inline') box = box.parentElement;
        const { left, right, bottom, width } = box.getBoundingClientRect();
        if (width <= 1 || clipped(box) || clamped(box)) continue;
        range.selectNodeContents(walk.currentNode);
        for (const line of range.getClientRects()) {
            if (line.width > 1 && (line.left < left - 2 || line.right > right + 2 || line.bottom > bottom + line.height / 2)) {
                found.push(`${name(box)}: “${walk.currentNode.data.trim().slice(0, 40)}” stands beside it`);
                break;
            }
        }
    }
    for (const it of document.querySelectorAll('svg text')) {
        if (!it.checkVisibility() || !it.textContent.trim() || getComputedStyle(it.ownerSVGElement).overflow === 'visible') continue;
        const picture = it.ownerSVGElement.getBoundingClientRect(), text = it.getBoundingClientRect();
        if (text.left < picture.left - 1 || text.right > picture.right + 1 || text.top < picture.top - 1 || text.bottom > picture.bottom + 1)
            found.push(`svg.${it.ownerSVGElement.getAttribute('class')}: “${it.textContent.slice(0, 40)}” stands beside it`);
    }
    return found;
})()";

/// Targets below 24 CSS px in either direction. A link within a sentence is excepted by WCAG 2.2, 2.5.8.
const SMALL_TARGETS: &str = "[...document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex=\"0\"]')].filter((it) => it.checkVisibility()).map((it) => it.matches('input') && it.closest('label') || it)\
     .filter((it) => !(getComputedStyle(it).display === 'inline' && it.closest('p')))\
     .map((it) => [it, it.getBoundingClientRect()]).filter(([, box]) => box.width < 23.9 || box.height < 23.9)\
     .map(([it, box]) => `target ${it.tagName}.${it.className} ${it.textContent.trim().slice(0, 20)}: ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`)";

/// Everything that the page says in its language, seen or heard; not what people typed, codes, and what says that it is in another one.
const SAID: &str = "(() => {
    const { lang } = document.documentElement, said = new Set([document.title]);
    const own = (it) => !it.closest('[translate=no], code, script, style, noscript, template') && it.closest('[lang]').lang === lang;
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) if (own(walk.currentNode.parentElement)) said.add(walk.currentNode.data);
    const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'title', 'placeholder', 'alt', 'data-label'];
    for (const it of document.body.querySelectorAll(spoken.map((name) => `[${name}]`))) if (own(it)) for (const name of spoken) said.add(it.getAttribute(name) ?? '');
    for (const it of document.querySelectorAll('textarea[readonly]')) if (own(it)) said.add(it.value);
    return [...said];
})()";

/// What the people of the tests typed, and the name that the app gives to answers for a workshop, which is stored.
const TYPED: [&str; 14] = [
    "Field sales",
    "Leaders",
    "Sellers",
    "Leader",
    "Seller",
    "Workshop answers",
    "A case from spring",
    "No channel",
    "Kick-off, room",
    "Kick-off",
    "room 1",
    "room 2",
    "room 3",
    "room 4",
];

/// No word has as many bytes, soft hyphens included.
const LONGEST: usize = 80;

/// What a file of words has in it, a word each, as small letters.
fn words(language: &str) -> Result<BTreeSet<String>> {
    let file = Project::find()
        .root()
        .join("assets")
        .join(format!("{language}.toml"));
    let table: toml::Table = fs::read_to_string(file)?.parse()?;
    let mut all = BTreeSet::new();
    for value in table.values() {
        gather(value, &mut all);
    }
    Ok(all)
}

fn gather(value: &toml::Value, all: &mut BTreeSet<String>) {
    match value {
        toml::Value::String(text) => all.extend(text.split(['{', '}']).step_by(2).flat_map(split)),
        toml::Value::Array(values) => values.iter().for_each(|value| gather(value, all)),
        toml::Value::Table(table) => table.values().for_each(|value| gather(value, all)),
        _ => {}
    }
}

/// The words of a text; addresses, names of files and codes are none.
fn split(text: &str) -> Vec<String> {
    let pieces = text.split_whitespace();
    let pieces = pieces.filter(|piece| {
        let code = |c: char| c.is_ascii_digit() || ['/', '@', '_', '#'].contains(&c);
        piece.len() < LONGEST && !piece.contains(code)
    });
    pieces
        .flat_map(|piece| {
            let piece = piece.replace('\u{ad}', "").to_lowercase();
            piece
                .split(|c: char| !c.is_alphabetic())
                .filter(|word| word.chars().count() > 1)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The English words that a page of each language may not show.
fn english() -> Result<BTreeMap<&'static str, BTreeSet<String>>> {
    const DAYS: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March May June July October December";
    let mut english = words("en")?;
    english.extend(split(DAYS));
    let mut foreign = BTreeMap::new();
    for language in &*screens::TRANSLATIONS {
        let mut left = english.clone();
        for word in words(language)? {
            left.remove(&word);
        }
        foreign.insert(language.as_str(), left);
    }
    Ok(foreign)
}

/// Like a desktop window of this width, which a phone's viewport with its zoom is not.
pub async fn window(visit: &Visit, width: u32) -> Result<()> {
    let metrics = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
    visit
        .cdp("Emulation.setDeviceMetricsOverride", metrics)
        .await
        .map(drop)
}

/// What is wrong with a screen in the window that it has.
pub async fn wrong(visit: &Visit, name: &str, found: &mut Vec<String>) -> Result<()> {
    note(name, &visit.eval(WRONG).await?, found);
    Ok(())
}

fn note(name: &str, lines: &Value, found: &mut Vec<String>) {
    let lines = lines.as_array().into_iter().flatten();
    found.extend(lines.map(|line| format!("{name}: {}", line.as_str().unwrap_or_default())));
}

/// What was found so far, on all the screens that were looked at.
pub struct Looks {
    english: BTreeMap<&'static str, BTreeSet<String>>,
    found: Vec<String>,
    /// The width and the colours that the window has, as far as that is known.
    width: Option<u32>,
    scheme: Option<&'static str>,
}

impl Looks {
    pub fn new() -> Result<Self> {
        Ok(Self {
            english: english()?,
            found: Vec::new(),
            width: None,
            scheme: None,
        })
    }

    /// Fails if there was anything.
    pub fn end(self) {
        assert!(self.found.is_empty(), "{:#?}", self.found);
    }

    /// Looks at a screen in English as it is, then with every fold open in every language, English being the last.
    pub async fn at(&mut self, visit: &Visit, name: &str) -> Result<()> {
        visit.wait_for(".languages a").await?;
        self.know_nothing();
        let folded = format!("{name}, folded");
        for (scheme, width, rules) in [
            ("light", 1280, Rules::AllAndOrientation),
            ("dark", 1280, Rules::OfColours),
            ("light", 360, Rules::All),
        ] {
            self.axe(visit, &folded, scheme, width, rules).await?;
        }
        for width in [360, 320] {
            self.window(visit, width).await?;
            wrong(visit, &format!("{folded}, {width} px"), &mut self.found).await?;
        }
        for language in screens::languages() {
            visit
                .eval(&format!(
                    "(async () => {{ document.querySelector(\".languages a[hreflang='{language}']\").click(); \
                     while (document.documentElement.lang !== '{language}') await new Promise((next) => setTimeout(next, 5)); \
                     document.querySelectorAll('main details').forEach((it) => it.open = true); }})()"
                ))
                .await?;
            self.look(visit, &format!("{name} in {language}"), language)
                .await?;
        }
        Ok(())
    }

    /// The same in the language that the page has.
    pub async fn here(&mut self, visit: &Visit, name: &str, language: &str) -> Result<()> {
        self.know_nothing();
        self.look(visit, name, language).await
    }

    /// Leaves a wide window with light colours.
    async fn look(&mut self, visit: &Visit, name: &str, language: &str) -> Result<()> {
        self.words(visit, name, language).await?;
        let closely = CLOSELY.contains(&language);
        let (windows, narrow) = if closely {
            (&WINDOWS[..], 320)
        } else {
            (&USUAL[..], 360)
        };
        self.colours(visit, "light").await?;
        for (width, size) in windows {
            self.window(visit, *width).await?;
            let small = if (*width, *size) == (320, 16) {
                SMALL_TARGETS
            } else {
                "[]"
            };
            let lines = visit
                .eval(&format!(
                    "(document.documentElement.style.fontSize = '{size}px', [...{WRONG}, ...{small}])"
                ))
                .await?;
            note(
                &format!("{name}, {width} px, text of {size} px"),
                &lines,
                &mut self.found,
            );
        }
        // At the end nothing of the page is below the offer to undo.
        visit
            .eval("(document.documentElement.style.fontSize = '', scrollTo(0, document.documentElement.scrollHeight))")
            .await?;
        // Colours are the same in every language, except where what lies under a word may be something else from right to left.
        let rules = match language {
            "en" | "ar" => Rules::All,
            _ => Rules::AllButColours,
        };
        self.axe(visit, name, "light", narrow, rules).await?;
        if language == "en" {
            self.axe(visit, name, "dark", 360, Rules::OfColours).await?;
        }
        if closely {
            self.axe(visit, name, "dark", 1280, rules).await?;
        }
        if language == "en" {
            self.axe(visit, name, "light", 1280, Rules::OfColours).await?;
        }
        self.window(visit, 1280).await?;
        self.colours(visit, "light").await
    }

    /// Somebody else may have resized the window since.
    fn know_nothing(&mut self) {
        (self.width, self.scheme) = (None, None);
    }

    async fn window(&mut self, visit: &Visit, width: u32) -> Result<()> {
        if self.width.replace(width) == Some(width) {
            return Ok(());
        }
        window(visit, width).await
    }

    async fn colours(&mut self, visit: &Visit, scheme: &'static str) -> Result<()> {
        if self.scheme.replace(scheme) == Some(scheme) {
            return Ok(());
        }
        visit.color_scheme(scheme).await
    }

    /// One page of a wall as the room sees it: all of it is on the screen.
    pub async fn wall(&mut self, visit: &Visit, name: &str, language: &str) -> Result<()> {
        self.words(visit, name, language).await?;
        wrong(visit, name, &mut self.found).await?;
        let scrolls = visit
            .eval("document.scrollingElement.scrollHeight > innerHeight || document.scrollingElement.scrollWidth > innerWidth")
            .await?;
        if scrolls != json!(false) {
            self.found.push(format!("{name}: it scrolls"));
        }
        Ok(())
    }

    /// No word of English in another language.
    async fn words(&mut self, visit: &Visit, name: &str, language: &str) -> Result<()> {
        let Some(english) = self.english.get(language) else {
            return Ok(());
        };
        let said = visit.eval(SAID).await?;
        for text in said.as_array().into_iter().flatten().filter_map(Value::as_str) {
            let unsaid = TYPED
                .iter()
                .fold(text.to_owned(), |text, typed| text.replace(typed, " "));
            let left: Vec<_> = split(&unsaid)
                .into_iter()
                .filter(|word| english.contains(word))
                .collect();
            if !left.is_empty() {
                self.found.push(format!("{name}: {left:?} in “{text}”"));
            }
        }
        Ok(())
    }

    async fn axe(
        &mut self,
        visit: &Visit,
        name: &str,
        scheme: &'static str,
        width: u32,
        rules: Rules,
    ) -> Result<()> {
        self.window(visit, width).await?;
        self.colours(visit, scheme).await?;
        let lines = visit.axe_of(rules).await?.into_iter();
        self.found
            .extend(lines.map(|line| format!("{name}, {scheme}, {width} px: {line}")));
        Ok(())
    }
}

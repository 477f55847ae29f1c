//! The same file inside an HTML page, and out of it again.

/// The id of the element that holds the file.
pub const DATA_ID: &str = "oxymoron-data";

/// The id of the element that holds the counts of a workshop. Nothing there is taken for a record to keep.
pub const COUNTS_ID: &str = "oxymoron-counts";

/// What a report says of itself in plain sight, so that it is known again after everything but its text was taken away.
pub const REPORT_MARK: &str = "oxymoron-report";

/// What a sheet and a page of many rooms say of themselves, for the same reason.
pub const COUNTS_MARK: &str = "oxymoron-sheet";

/// What the head of every page of ours says that is a file.
pub const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Pages of ours that hold a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// The report of an assessment, which holds its record.
    Report,
    /// A workshop's sheet or the page of many rooms, which holds counts.
    Counts,
}

/// What the reports of the first version said in its place.
const FIRST_MARK: &str = "This page is its own save file";

const LESS: &str = "\\u003c";

/// The file as the text of a `<script type="application/json">`: without a single `<`, so that nothing in it ends the element.
#[must_use]
pub fn for_page(file: &str) -> String {
    file.replace('<', LESS)
}

/// The file inside a page, if the page holds one; cut off where the page is.
#[must_use]
pub fn from_page(page: &str) -> Option<String> {
    embedded(page, DATA_ID)
}

/// The file inside an element of a page, if the page has one of this id.
#[must_use]
pub fn embedded(page: &str, id: &str) -> Option<String> {
    // In a text that somebody wrote the quotes would be escaped.
    let (_, after) = page.split_once(&*["id=\"", id, "\""].concat())?;
    let (_, content) = after.split_once('>')?;
    let file = content.split_once('<').map_or(content, |(file, _)| file);
    Some(unescape(file))
}

/// Whether a text is a page of ours that ends before its end.
#[must_use]
pub fn is_cut(page: &str) -> bool {
    page.contains(POLICY) && !page.contains("</html>")
}

/// Whether a page still holds a file.
#[must_use]
pub fn has_data(page: &str) -> bool {
    let holds = |id| embedded(page, id).is_some_and(|file| !file.trim().is_empty());
    holds(DATA_ID) || holds(COUNTS_ID)
}

/// Which of our pages a text is, or was before a word processor, a mail program or an archive of a page made something of it.
#[must_use]
pub fn kind_by_mark(text: &str) -> Option<PageKind> {
    let says = |text: &str| match text {
        _ if text.contains(REPORT_MARK) || text.contains(FIRST_MARK) => Some(PageKind::Report),
        _ if text.contains(COUNTS_MARK) => Some(PageKind::Counts),
        _ => None,
    };
    // Lines of an archived page end anywhere, with an equals sign (RFC 2045, 6.7).
    let joined = |end: &str| text.contains(end).then(|| text.replace(end, ""));
    let mut forms = ["=\n", "=\r\n"].into_iter().filter_map(joined);
    says(text).or_else(|| forms.find_map(|text| says(&text)))
}

/// Turns the escape of `<` back, and no other; `\\u003c` is a backslash and five letters.
fn unescape(file: &str) -> String {
    let mut out = String::with_capacity(file.len());
    let mut rest = file;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        if let Some(behind) = after.strip_prefix("u003c") {
            out.push('<');
            rest = behind;
        } else {
            out.push('\\');
            let mut letters = after.chars();
            out.extend(letters.next());
            rest = letters.as_str();
        }
    }
    out.push_str(rest);
    out
}

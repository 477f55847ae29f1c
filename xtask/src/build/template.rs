//! Fills `{{placeholders}}`, and replaces what stands in one place.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;

/// Fills every `{{name}}` of `template` from `values`; the values themselves are not searched.
///
/// A name without a value is an error, so a typing mistake never reaches the page.
pub fn fill(template: &str, values: &BTreeMap<String, String>) -> Result<String> {
    let mut pieces = template.split("{{");
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").context("index.html: a {{ without }}")?;
        let Some(value) = values.get(name) else {
            let known = values.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            bail!("index.html: the build has nothing for {{{{{name}}}}}; it knows {known}");
        };
        filled.push_str(value);
        filled.push_str(rest);
    }
    Ok(filled)
}

/// `text` with the only place that is `from` made `to`; anything else means that what is replaced in is
/// written in a new way.
pub fn replace(text: &str, from: &str, to: &str) -> Result<String> {
    match text.matches(from).count() {
        1 => Ok(text.replace(from, to)),
        count => bail!("{from} stands {count} times where it has to stand once"),
    }
}

#[cfg(test)]
mod tests {
    use super::fill;
    use std::collections::BTreeMap;

    #[test]
    fn fills_once_and_refuses_unknown_names() {
        let values = BTreeMap::from([("a".to_owned(), "{{b}}".to_owned())]);
        assert_eq!(fill("<{{a}}|{{a}}>", &values).unwrap(), "<{{b}}|{{b}}>");
        assert!(fill("{{c}}", &values).unwrap_err().to_string().contains("{{c}}"));
        assert!(fill("{{a", &values).is_err());
    }
}

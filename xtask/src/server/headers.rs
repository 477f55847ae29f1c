//! Reads `_headers`, the format of Netlify and Cloudflare Pages, as far as the build writes it.

/// The rules of one file: a path, or a prefix and `*`, and the headers it gets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeaderFile {
    rules: Vec<(String, Vec<(String, String)>)>,
}

impl HeaderFile {
    /// Reads the text of such a file.
    pub fn parse(text: &str) -> Self {
        let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            if !line.starts_with(char::is_whitespace) {
                rules.push((line.trim().to_owned(), Vec::new()));
            } else if let (Some((_, headers)), Some((name, value))) = (rules.last_mut(), line.split_once(':'))
            {
                headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        Self { rules }
    }

    /// The headers of `path`.
    pub fn of<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.rules
            .iter()
            .filter(move |(rule, _)| match rule.strip_suffix('*') {
                Some(prefix) => path.starts_with(prefix),
                None => path == rule,
            })
            .flat_map(|(_, headers)| {
                headers
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str()))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::HeaderFile;

    #[test]
    fn gives_a_path_the_headers_of_every_matching_rule() {
        let file = HeaderFile::parse("/*\n  X-A: 1: 2\n/b.js\n  Cache-Control: immutable\n");
        assert_eq!(
            file.of("/b.js").collect::<Vec<_>>(),
            [("x-a", "1: 2"), ("cache-control", "immutable")]
        );
        assert_eq!(file.of("/c").collect::<Vec<_>>(), [("x-a", "1: 2")]);
    }
}

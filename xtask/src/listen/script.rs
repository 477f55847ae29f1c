//! What is pressed, and what is expected to be said: the lines of `xtask/listen/*.txt`.

use anyhow::{Context, Result, bail};

/// What is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The page is opened at a fragment, in a browser that has nothing but what is stored.
    Open(String),
    /// Keys by the names that xdotool knows, one after the other.
    Press(Vec<String>),
    /// A key is pressed until some words are heard.
    Seek(String, String),
    /// A text is typed.
    Type(String),
}

/// What has to be true of what was said after it. Letters are compared without their case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// It was said, at least once.
    Hear(String),
    /// It was said once and no second time.
    Once(String),
    /// It was not said.
    Not(String),
}

impl Expected {
    /// Whether what was said is as expected.
    #[must_use]
    pub fn holds(&self, heard: &[String]) -> bool {
        let count = |words: &str| {
            let words = words.to_lowercase();
            heard
                .iter()
                .filter(|line| line.to_lowercase().contains(&words))
                .count()
        };
        match self {
            Self::Hear(words) => count(words) > 0,
            Self::Once(words) => count(words) == 1,
            Self::Not(words) => count(words) == 0,
        }
    }
}

/// One act with what is expected of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The line as it stands.
    pub line: String,
    /// What is done.
    pub act: Act,
    /// What is expected then.
    pub expected: Vec<Expected>,
}

/// A script.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Script {
    /// Keys of localStorage, and the files that are stored under them, from the root of the repository.
    pub stored: Vec<(String, String)>,
    /// What happens, in order.
    pub steps: Vec<Step>,
}

impl Script {
    /// Reads a script. Empty lines and those that begin with `#` say nothing.
    ///
    /// # Errors
    /// The first line that means nothing, by its number.
    pub fn parse(text: &str) -> Result<Self> {
        let mut script = Self::default();
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if !(line.is_empty() || line.starts_with('#')) {
                script
                    .take(line)
                    .with_context(|| format!("line {number}: {line}"))?;
            }
        }
        Ok(script)
    }

    fn take(&mut self, line: &str) -> Result<()> {
        let (word, rest) = line.split_once(' ').context("a word and what it is about")?;
        let rest = rest.trim();
        let pair = || rest.split_once(' ').context("two words at least");
        let act = match word {
            "stored" => {
                let (key, file) = pair()?;
                self.stored.push((key.to_owned(), file.trim().to_owned()));
                return Ok(());
            }
            "hear" => return self.expect(Expected::Hear(rest.to_owned())),
            "once" => return self.expect(Expected::Once(rest.to_owned())),
            "not" => return self.expect(Expected::Not(rest.to_owned())),
            "open" => Act::Open(rest.to_owned()),
            "press" => Act::Press(rest.split_whitespace().map(str::to_owned).collect()),
            "type" => Act::Type(rest.to_owned()),
            "seek" => {
                let (key, words) = pair()?;
                Act::Seek(key.to_owned(), words.trim().to_owned())
            }
            _ => bail!("stored, open, press, seek, type, hear, once or not"),
        };
        self.steps.push(Step {
            line: line.to_owned(),
            act,
            expected: Vec::new(),
        });
        Ok(())
    }

    fn expect(&mut self, expected: Expected) -> Result<()> {
        let step = self.steps.last_mut().context("nothing was done yet")?;
        step.expected.push(expected);
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_acts_and_what_is_expected_of_each() {
        let script = Script::parse(
            "# Why\nstored some/key a.json\nopen #/\nhear Welcome\n\nseek Tab Next\nnot alert\nonce next",
        );
        let script = script.unwrap();
        assert_eq!(script.stored, [("some/key".to_owned(), "a.json".to_owned())]);
        let acts: Vec<_> = script.steps.iter().map(|step| step.act.clone()).collect();
        assert_eq!(
            acts,
            [Act::Open("#/".into()), Act::Seek("Tab".into(), "Next".into())]
        );
        let expected = [Expected::Not("alert".into()), Expected::Once("next".into())];
        assert_eq!(script.steps.last().unwrap().expected, expected);
    }

    #[test]
    fn a_line_that_means_nothing_is_named() {
        for (text, line) in [
            ("open #/\nclick it", "line 2"),
            ("hear words", "line 1"),
            ("press", "line 1"),
        ] {
            let error = Script::parse(text).unwrap_err();
            assert!(error.to_string().starts_with(line), "{error}");
        }
    }

    #[test]
    fn what_is_heard_is_counted_without_case() {
        let heard = ["Saved in this browser", "Radio button"].map(str::to_owned);
        let holds = |expected: Expected| expected.holds(&heard);
        assert!(holds(Expected::Hear("saved".into())) && holds(Expected::Once("radio".into())));
        assert!(holds(Expected::Not("alert".into())) && !holds(Expected::Not("SAVED".into())));
        let twice = ["a".to_owned(), "A".to_owned()];
        assert!(!Expected::Once("a".into()).holds(&twice));
    }
}

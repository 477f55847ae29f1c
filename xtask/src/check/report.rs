//! What the checks came to.

use anyhow::Result;
use std::{
    ops::AddAssign,
    time::{Duration, Instant},
};

/// Tests counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many passed.
    pub passed: usize,
    /// How many failed.
    pub failed: usize,
}

impl Counts {
    /// What a line of `cargo test` says; nothing unless it is a result line.
    pub fn of_line(line: &str) -> Self {
        let Some(result) = line.trim().strip_prefix("test result:") else {
            return Self::default();
        };
        let number = |what: &str| {
            let before = result.split(';').find_map(|part| part.trim().strip_suffix(what));
            before
                .and_then(|part| part.split_whitespace().next_back()?.parse().ok())
                .unwrap_or(0)
        };
        Self {
            passed: number(" passed"),
            failed: number(" failed"),
        }
    }
}

/// What failed tests say of themselves, out of what `cargo test` prints.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Failures {
    lines: Vec<String>,
    /// Lines of the test that is speaking which are still of interest.
    left: usize,
}

impl Failures {
    /// Lines kept of each test: an error with its causes, or a panic with both sides of a comparison.
    const MOST: usize = 10;

    /// Takes up the next line.
    pub fn take(&mut self, line: &str) {
        let name = line
            .strip_prefix("---- ")
            .and_then(|rest| rest.strip_suffix(" stdout ----"));
        if let Some(name) = name {
            self.lines.push(name.to_owned());
            self.left = Self::MOST;
        } else if line == "failures:" || line.eq_ignore_ascii_case("stack backtrace:") {
            self.left = 0;
        } else if self.left > 0 && !line.trim().is_empty() {
            self.lines.push(format!("    {line}"));
            self.left -= 1;
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// How one step ended.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// Whether it holds.
    pub success: bool,
    /// Its tests.
    pub counts: Counts,
    /// What those say that failed.
    pub failures: Failures,
}

impl Outcome {
    /// A step without tests that holds.
    pub fn passed() -> Self {
        Self {
            success: true,
            ..Self::default()
        }
    }
}

/// All steps so far.
#[derive(Debug, Default)]
pub struct Report {
    lines: Vec<String>,
    failures: Vec<String>,
    counts: Counts,
    failed: bool,
}

impl Report {
    /// Runs one step under a heading.
    pub fn step(&mut self, name: &str, run: impl FnOnce() -> Result<Outcome>) {
        println!("\n### {name}");
        let start = Instant::now();
        let (outcome, remark) = match run() {
            Ok(outcome) => (outcome, String::new()),
            Err(error) => {
                eprintln!("{error:#}");
                let first = error.to_string().lines().next().unwrap_or_default().to_owned();
                (Outcome::default(), first)
            }
        };
        self.add(name, start.elapsed(), outcome, &remark);
    }

    /// Notes a step that cannot run, which is a failure like any other.
    pub fn skip(&mut self, name: &str, why: &str) {
        self.add(
            name,
            Duration::ZERO,
            Outcome::default(),
            &format!("not run: {why}"),
        );
    }

    fn add(&mut self, name: &str, time: Duration, outcome: Outcome, remark: &str) {
        let Outcome {
            success,
            mut counts,
            failures,
        } = outcome;
        self.failures.extend(failures.lines);
        let tests = match counts {
            Counts { passed: 0, failed: 0 } => remark.to_owned(),
            Counts { passed, failed } => format!("{passed} passed, {failed} failed"),
        };
        // A step that fails without a failing test (it does not compile, say) counts as one.
        if !success && counts.failed == 0 {
            counts.failed = 1;
        }
        self.failed |= !success;
        self.counts += counts;
        let verdict = if success { "passed" } else { "FAILED" };
        let line = format!("{verdict}  {:>6.1} s  {name:32} {tests}", time.as_secs_f64());
        println!("{}", line.trim_end());
        self.lines.push(line);
    }

    /// Whether anything failed.
    pub fn failed(&self) -> bool {
        self.failed
    }

    /// The summary, with why tests failed; the very last line is the count alone.
    pub fn print(&self) {
        println!("\n### summary");
        for line in &self.failures {
            println!("{line}");
        }
        for line in &self.lines {
            println!("{}", line.trim_end());
        }
        println!("{} passed, {} failed", self.counts.passed, self.counts.failed);
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, Failures, Outcome, Report};

    #[test]
    fn counts_result_lines_only() {
        let line =
            "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0s";
        assert_eq!(
            Counts::of_line(line),
            Counts {
                passed: 12,
                failed: 3
            }
        );
        assert_eq!(
            Counts::of_line("test a::b ... 4 passed; 2 failed"),
            Counts::default()
        );
    }

    #[test]
    fn of_a_failed_test_its_error_is_kept_and_no_backtrace() {
        let printed = "test one::chromium ... ok\n\nfailures:\n\n---- one::firefox stdout ----\nError: waiting for main\n\nCaused by:\n    it is gone\n\n\
                       Stack backtrace:\n   0: std::rt\n---- two stdout ----\nthread panicked at\nnot so\n\nfailures:\n    one::firefox";
        let mut failures = Failures::default();
        printed.lines().for_each(|line| failures.take(line));
        let kept = [
            "one::firefox",
            "    Error: waiting for main",
            "    Caused by:",
            "        it is gone",
            "two",
            "    thread panicked at",
            "    not so",
        ];
        assert_eq!(failures.lines, kept);
    }

    #[test]
    fn a_step_that_fails_without_tests_counts_once() {
        let mut report = Report::default();
        report.step("a", || {
            Ok(Outcome {
                success: true,
                counts: Counts { passed: 2, failed: 0 },
                ..Outcome::default()
            })
        });
        report.step("b", || anyhow::bail!("no"));
        report.step("c", || {
            Ok(Outcome {
                success: false,
                counts: Counts { passed: 1, failed: 2 },
                ..Outcome::default()
            })
        });
        assert_eq!(report.counts, Counts { passed: 3, failed: 3 });
        assert!(report.failed());
    }
}

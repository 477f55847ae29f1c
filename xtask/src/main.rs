//! `cargo xtask`: see `cargo xtask --help` and `xtask/README.md`.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::cli::run()
}

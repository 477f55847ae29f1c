//! A process and its descendants, by Linux's `/proc`. Elsewhere a process is its whole family.

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process};
use std::{
    fs,
    thread::sleep,
    time::{Duration, Instant},
};

const PATIENCE: Duration = Duration::from_secs(5);

/// `parent` and everything it started, directly or not.
pub fn family(parent: Pid) -> Vec<Pid> {
    let everyone: Vec<(Pid, Stat)> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Pid::from_raw(entry.file_name().to_str()?.parse().ok()?))
        .filter_map(|pid| Some((pid, stat(pid)?)))
        .collect();
    let mut family = vec![parent];
    let mut next = 0;
    while let Some(&member) = family.get(next) {
        family.extend(
            everyone
                .iter()
                .filter(|(_, stat)| stat.parent == Some(member))
                .map(|(pid, _)| *pid),
        );
        next += 1;
    }
    family
}

/// Ends a process at once, and waits until it is gone.
pub fn kill(pid: i64) -> Result<()> {
    let pid = i32::try_from(pid)
        .ok()
        .and_then(Pid::from_raw)
        .context("no process")?;
    kill_process(pid, Signal::KILL)?;
    wait_until_gone(&[pid]);
    Ok(())
}

/// Waits until none of `pids` runs any more.
pub fn wait_until_gone(pids: &[Pid]) {
    let start = Instant::now();
    // A zombie runs no more, whoever has yet to ask for its exit code.
    while pids.iter().any(|pid| stat(*pid).is_some_and(|stat| !stat.zombie)) && start.elapsed() < PATIENCE {
        sleep(Duration::from_millis(5));
    }
}

struct Stat {
    zombie: bool,
    parent: Option<Pid>,
}

/// The state and the parent, which follow the name in parentheses, which may itself contain anything.
fn stat(pid: Pid) -> Option<Stat> {
    let text = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).ok()?;
    let mut fields = text.rsplit_once(") ")?.1.split(' ');
    let zombie = matches!(fields.next()?, "Z" | "X");
    Some(Stat {
        zombie,
        parent: Pid::from_raw(fields.next()?.parse().ok()?),
    })
}

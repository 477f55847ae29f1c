//! A screen that nobody sees, a session bus, Orca and Firefox, all of them as an ordinary user.

use super::script::{Act, Expected, Step};
use crate::{process, tools};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// So long nothing is said before the next key.
const QUIET: Duration = Duration::from_millis(1500);
/// So long it may take until a browser has started and a page was loaded.
const PATIENCE: Duration = Duration::from_secs(60);
/// So long what is expected may be on its way. Where others use the processor, it comes late; what never comes is another thing.
const LATE: Duration = Duration::from_secs(10);
/// So long one key may be talked about.
const LONGEST: Duration = Duration::from_secs(12);
/// A key is pressed so often at the most until something is heard.
const SEEKS: usize = 60;

const PREFERENCES: &str = r#"user_pref("accessibility.force_disabled", -1);
user_pref("app.update.enabled", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.preonboarding.enabled", false);
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("termsofuse.bypassNotification", true);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
"#;

/// Reading a page from top to bottom as soon as it is there would move the place that the keys start from.
const SETTINGS: &str = r#"{"general": {"sayAllOnLoad": false, "enableKeyEcho": false, "startingProfile": ["Default", "default"]},
"profiles": {"default": {"profile": ["Default", "default"], "sayAllOnLoad": false, "enableKeyEcho": false}}, "pronunciations": {}, "keybindings": {}}"#;

/// A program that ends with what holds it.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _gone = self.0.kill();
        let _status = self.0.wait();
    }
}

/// What was said after one step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard {
    /// One utterance each.
    pub lines: Vec<String>,
    /// So much later than when nothing more was said, what was expected came.
    pub late: Option<Duration>,
}

/// Who the programs run as: as root, Orca ends on an assertion of D-Bus.
#[derive(Clone, Copy)]
enum User {
    Self_,
    Nobody,
}

/// Everything that runs beside the browser.
pub struct Session {
    home: PathBuf,
    display: String,
    bus: String,
    user: User,
    heard: PathBuf,
    /// The last one started ends first.
    running: Vec<Running>,
}

impl Drop for Session {
    fn drop(&mut self) {
        while self.running.pop().is_some() {}
        let _left = fs::remove_dir_all(&self.home);
    }
}

impl Session {
    /// Starts everything; Orca's own account of itself goes to `debug`.
    pub fn start(stub: &Path, debug: &Path) -> Result<Self> {
        let home = std::env::temp_dir().join(format!("oxymoron-listen-{}", std::process::id()));
        let root = process::output(Command::new("id").arg("-u"), "asking who I am")?.trim() == "0";
        let mut session = Self {
            heard: home.join("heard.txt"),
            display: String::new(),
            bus: String::new(),
            user: if root { User::Nobody } else { User::Self_ },
            running: Vec::new(),
            home,
        };
        for folder in ["run", "stub", ".local/share/orca"] {
            fs::create_dir_all(session.home.join(folder))?;
        }
        fs::copy(stub, session.home.join("stub/speechd.py")).context("xtask/listen/speechd.py")?;
        fs::write(
            session.home.join(".local/share/orca/user-settings.conf"),
            SETTINGS,
        )?;
        fs::write(&session.heard, "")?;
        session.hand_over(&session.home)?;
        session.screen()?;
        session.bus()?;
        for (schema, key) in [
            ("org.gnome.desktop.interface", "toolkit-accessibility"),
            ("org.gnome.desktop.a11y.applications", "screen-reader-enabled"),
        ] {
            process::output(
                session.command("gsettings").args(["set", schema, key, "true"]),
                "settings",
            )?;
        }
        session.spawn("openbox", &[])?;
        let debug_file = format!("--debug-file={}", session.home.join("orca.txt").display());
        session.spawn("/usr/bin/orca", &[&debug_file])?;
        session
            .wait_for("screen reader on", PATIENCE)
            .context("Orca says nothing")?;
        fs::remove_file(debug).ok();
        Ok(session)
    }

    /// What Orca wrote about itself so far.
    pub fn keep_debug(&self, to: &Path) -> Result<()> {
        fs::copy(self.home.join("orca.txt"), to)
            .map(drop)
            .context("Orca's debug file")
    }

    fn hand_over(&self, path: &Path) -> Result<()> {
        match self.user {
            User::Self_ => Ok(()),
            User::Nobody => process::output(
                Command::new("chown").args(["-R", "nobody:"]).arg(path),
                "a home for nobody",
            )
            .map(drop),
        }
    }

    fn command(&self, program: &str) -> Command {
        let mut command = match self.user {
            User::Self_ => Command::new(program),
            User::Nobody => {
                let mut command = Command::new("setpriv");
                command.args([
                    "--reuid",
                    "nobody",
                    "--regid",
                    "nogroup",
                    "--clear-groups",
                    program,
                ]);
                command
            }
        };
        command
            .current_dir(&self.home)
            .env_remove("WAYLAND_DISPLAY")
            .env("HOME", &self.home)
            .env("XDG_RUNTIME_DIR", self.home.join("run"))
            .env("LANG", "C.UTF-8")
            .env("LANGUAGE", "en")
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("PYTHONPATH", self.home.join("stub"))
            .env("HEARD", &self.heard)
            .env("GTK_MODULES", "gail:atk-bridge")
            // There is no room for a sandbox of its own in most containers.
            .env("MOZ_DISABLE_CONTENT_SANDBOX", "1")
            .stderr(Stdio::null());
        command
    }

    fn spawn(&mut self, program: &str, arguments: &[&str]) -> Result<()> {
        let child = self
            .command(program)
            .args(arguments)
            .stdout(Stdio::null())
            .spawn();
        let child = child.with_context(|| format!("{program} does not start"))?;
        self.running.push(Running(child));
        Ok(())
    }

    /// The first line that a program prints, which goes on running.
    fn first_line(&mut self, program: &str, arguments: &[&str]) -> Result<String> {
        let mut child = self
            .command(program)
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()?;
        let output = child.stdout.take();
        self.running.push(Running(child));
        let mut line = String::new();
        BufReader::new(output.context("no output")?).read_line(&mut line)?;
        if line.trim().is_empty() {
            bail!("{program} does not start");
        }
        Ok(line.trim().to_owned())
    }

    fn screen(&mut self) -> Result<()> {
        let arguments = [
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1280x1000x24",
            "-nolisten",
            "tcp",
        ];
        let number = self.first_line("Xvfb", &arguments)?;
        self.display = format!(":{number}");
        Ok(())
    }

    fn bus(&mut self) -> Result<()> {
        self.bus = self.first_line("dbus-daemon", &["--session", "--nofork", "--print-address=1"])?;
        Ok(())
    }

    /// A browser that knows nothing, at an address. It ends when it is dropped.
    fn browser(&self, address: &str, profile: &Path) -> Result<Running> {
        fs::create_dir_all(profile)?;
        fs::write(profile.join("user.js"), PREFERENCES)?;
        self.hand_over(profile)?;
        let program = tools::firefox()?;
        let mut command = self.command(&program.to_string_lossy());
        command
            .args(["--no-remote", "--kiosk", "--profile"])
            .arg(profile)
            .arg(address);
        Ok(Running(
            command
                .stdout(Stdio::null())
                .spawn()
                .context("Firefox does not start")?,
        ))
    }

    /// Plays steps and returns what was said after each. `address` is of the page that stores, and then goes on to a fragment.
    pub fn play(&self, steps: &[Step], address: &str, run: usize) -> Result<Vec<Heard>> {
        let mut browser = None;
        let mut all = Vec::new();
        for step in steps {
            let from = self.lines()?.len();
            match &step.act {
                Act::Open(fragment) => {
                    drop(browser.take());
                    self.settle()?;
                    let profile = self.home.join(format!("profile-{run}"));
                    let _old = fs::remove_dir_all(&profile);
                    browser = Some(self.browser(&[address, fragment].concat(), &profile)?);
                    self.wait_for("finished loading", PATIENCE)
                        .context("no page was loaded")?;
                }
                Act::Press(keys) => {
                    for key in keys {
                        self.key(key)?;
                        self.settle()?;
                    }
                }
                Act::Type(text) => {
                    process::output(
                        self.command("xdotool").args(["type", "--delay", "60", text]),
                        "typing",
                    )?;
                }
                Act::Seek(key, words) => self.seek(key, words)?,
            }
            self.settle()?;
            let late = self.wait_for_late(step, from)?;
            let lines = self.lines()?.split_off(from);
            all.push(Heard { lines, late });
        }
        drop(browser);
        Ok(all)
    }

    /// Waits for what is expected of a step and was not said so far.
    fn wait_for_late(&self, step: &Step, from: usize) -> Result<Option<Duration>> {
        let start = Instant::now();
        let mut late = None;
        while start.elapsed() < LATE {
            let said = self.lines()?.split_off(from);
            let to_come = |expected: &&Expected| !matches!(expected, Expected::Not(_));
            let mut awaited = step.expected.iter().filter(to_come);
            if awaited.all(|expected| expected.holds(&said)) {
                break;
            }
            sleep(Duration::from_millis(100));
            late = Some(start.elapsed());
        }
        if late.is_some() {
            self.settle()?;
        }
        Ok(late)
    }

    fn key(&self, key: &str) -> Result<()> {
        process::output(self.command("xdotool").args(["key", key]), "a key").map(drop)
    }

    fn seek(&self, key: &str, words: &str) -> Result<()> {
        let words = words.to_lowercase();
        for _ in 0..SEEKS {
            let from = self.lines()?.len();
            self.key(key)?;
            self.settle()?;
            let found = |line: &String| line.to_lowercase().contains(&words);
            if self.lines()?.iter().skip(from).any(found) {
                break;
            }
        }
        Ok(())
    }

    fn lines(&self) -> Result<Vec<String>> {
        Ok(fs::read_to_string(&self.heard)?
            .lines()
            .map(str::to_owned)
            .collect())
    }

    /// Waits until nothing more is said.
    fn settle(&self) -> Result<()> {
        let (start, mut last, mut count) = (Instant::now(), Instant::now(), self.lines()?.len());
        while last.elapsed() < QUIET && start.elapsed() < LONGEST {
            sleep(Duration::from_millis(50));
            let now = self.lines()?.len();
            if now != count {
                (count, last) = (now, Instant::now());
            }
        }
        Ok(())
    }

    /// Waits for words among what is said from now on, or was said at the very start.
    fn wait_for(&self, words: &str, patience: Duration) -> Result<()> {
        let (start, from) = (Instant::now(), self.lines()?.len().saturating_sub(1));
        while start.elapsed() < patience {
            let said = |line: &String| line.to_lowercase().contains(words);
            if self.lines()?.iter().skip(from).any(said) {
                return Ok(());
            }
            sleep(Duration::from_millis(100));
        }
        bail!("\"{words}\" was not said")
    }
}

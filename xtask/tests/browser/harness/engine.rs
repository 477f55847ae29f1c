//! Which browser a test runs in.

use super::driver::has_crashed;
use anyhow::{Context, Result};
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};

/// How long anything that a test does may take; the longest test takes two minutes. A driver that never answers fails one test and not the
/// whole run.
const LIMIT: Duration = Duration::from_secs(900);

/// More browsers at once only wait for each other, and then time out.
pub(super) static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// The browsers of these tests. What only one of them can do is a test of that one, by its name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Engine {
    /// Through chromedriver, with the DevTools protocol.
    #[default]
    Chromium,
    /// Through geckodriver, with WebDriver BiDi.
    Firefox,
    /// WebKitGTK's own small browser, through WebKitWebDriver, on a screen that nobody sees.
    WebKit,
}

tokio::task_local! {
    static ENGINE: Engine;
}

impl Engine {
    /// The one to start a browser of, and the permit to do so, once there is one: a test that is one of [`engines`] has its own already.
    pub(super) async fn turn() -> Result<(Self, Option<SemaphorePermit<'static>>)> {
        match ENGINE.try_with(|engine| *engine) {
            Ok(engine) => Ok((engine, None)),
            Err(_) => Ok((Self::default(), Some(AT_ONCE.acquire().await?))),
        }
    }

    /// Starts browsers of this engine meanwhile, in a test that is for another.
    pub async fn meanwhile<T>(self, part: impl Future<Output = T>) -> T {
        ENGINE.scope(self, part).await
    }
}

/// A test, or the part of one, given up after [`LIMIT`].
pub(super) async fn in_time<T>(part: impl Future<Output = Result<T>>) -> Result<T> {
    let done = tokio::time::timeout(LIMIT, part).await;
    done.with_context(|| format!("given up after {LIMIT:?}"))?
}

/// Runs a whole test. It waits once for its turn: two tests with several browsers each would otherwise wait for each other.
async fn test<It: Future<Output = Result<()>>>(engine: Engine, test: impl Fn() -> It) -> Result<()> {
    let _turn = AT_ONCE.acquire().await?;
    match ENGINE.scope(engine, in_time(test())).await {
        // WebKitGTK's own process ends now and then, whatever page it shows.
        Err(error) if engine == Engine::WebKit && has_crashed(&error) => {
            eprintln!("the browser crashed, and is started again: {error:#}");
            ENGINE.scope(engine, in_time(test())).await
        }
        done => done,
    }
}

/// Runs a test in Chromium.
pub async fn chromium<It: Future<Output = Result<()>>>(it: impl Fn() -> It) -> Result<()> {
    test(Engine::Chromium, it).await
}

/// Runs a test in Firefox.
pub async fn firefox<It: Future<Output = Result<()>>>(it: impl Fn() -> It) -> Result<()> {
    test(Engine::Firefox, it).await
}

/// Runs a test in WebKitGTK.
pub async fn webkit<It: Future<Output = Result<()>>>(it: impl Fn() -> It) -> Result<()> {
    test(Engine::WebKit, it).await
}

/// Makes tests of a module's functions, each with the engines it runs in: `journey::a_tab_killed_between_two_answers_loses_none::firefox`.
/// A function that is not listed is dead code, and refused as such.
#[allow(unused_macros, reason = "the benchmarks have no tests")]
macro_rules! engines {
    ($($test:ident: $($engine:ident)+;)+) => {
        $(
            mod $test {
                $(
                    #[tokio::test]
                    async fn $engine() -> xtask::Result<()> {
                        crate::harness::engine::$engine(super::$test).await
                    }
                )+
            }
        )+
    };
}
#[allow(unused_imports, reason = "as above")]
pub(crate) use engines;

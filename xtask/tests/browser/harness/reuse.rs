//! A browser takes up to half of the time of a test to start. One that has done its work, with nothing to complain about, forgets
//! everything and waits for the next test.

use super::{Browser, Engine, Profile, bidi::Bidi, chromium, driver::Driver};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::sync::{
    LazyLock, Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};
use tokio::runtime::{Builder, Runtime};

/// Where the connections live: a test's own runtime ends with it.
#[expect(clippy::expect_used, reason = "without it there is no test")]
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let one = Builder::new_multi_thread().worker_threads(1).enable_all().build();
    one.expect("a thread for the connections")
});

/// Those that wait.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

impl Browser {
    /// Starts one, with its connections in [`RUNTIME`].
    pub(super) async fn started(engine: Engine, profile: Profile) -> Result<Self> {
        RUNTIME.spawn(Self::connected(engine, profile)).await?
    }

    async fn connected(engine: Engine, profile: Profile) -> Result<Self> {
        let (driver, client) = Driver::start(engine, profile.0.path()).await?;
        let bidi = match engine {
            Engine::Firefox => {
                let capabilities = client.capabilities().cloned().unwrap_or_default();
                let address = capabilities.get("webSocketUrl").and_then(Value::as_str);
                Some(
                    Bidi::connect(address.context("Firefox offers no BiDi")?)
                        .await?
                        .into(),
                )
            }
            Engine::Chromium | Engine::WebKit => None,
        };
        Ok(Self {
            client,
            driver,
            engine,
            bidi,
            profile: Some(profile),
            events: Mutex::default(),
            reusable: AtomicBool::new(false),
            permit: None,
        })
    }

    /// One that remembers nothing: one that waits, or a new one. It can wait again after [`Self::give_back`].
    pub async fn fresh() -> Result<Self> {
        let (engine, permit) = Engine::turn().await?;
        let waiting = {
            let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
            let place = idle.iter().position(|browser| browser.engine == engine);
            place.map(|place| idle.swap_remove(place))
        };
        let browser = match waiting {
            Some(browser) => browser,
            None => {
                let profile = Profile::new()?;
                if engine == Engine::Chromium {
                    chromium::without_a_window(profile.0.path())?;
                }
                Self::started(engine, profile).await?
            }
        };
        Ok(Self {
            permit,
            reusable: AtomicBool::new(engine != Engine::WebKit),
            ..browser
        })
    }

    /// Lets it forget everything and wait, if it came from [`Self::fresh`] and has lost no process since.
    pub async fn give_back(mut self) -> Result<()> {
        if !self.reusable.load(Ordering::Relaxed) {
            return Ok(());
        }
        self.forget().await?;
        self.permit = None;
        let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
        idle.push(self);
        Ok(())
    }

    /// Makes it a browser that has just been started.
    pub async fn forget(&mut self) -> Result<()> {
        let used = self.client.windows().await?;
        let (_, fresh) = self.new_tab().await?;
        for tab in used {
            self.client.switch_to_window(tab).await?;
            self.client.close_window().await?;
        }
        self.switch_to(&fresh).await?;
        match self.engine {
            Engine::Chromium => {
                let everywhere = json!({ "origin": "*", "storageTypes": "all" });
                for (command, parameters) in [
                    // A tab in the background hears nothing of its own focus.
                    ("Page.bringToFront", json!({})),
                    ("Storage.clearDataForOrigin", everywhere),
                    ("Network.clearBrowserCookies", json!({})),
                    ("Network.clearBrowserCache", json!({})),
                    ("Browser.resetPermissions", json!({})),
                    ("Browser.setDownloadBehavior", json!({ "behavior": "default" })),
                ] {
                    self.cdp(command, parameters).await?;
                }
                self.complaints().await?;
                self.requests().await?;
            }
            Engine::Firefox => {
                self.privileged(
                    "for (const name of ['layout.css.prefers-color-scheme.content-override', 'browser.download.dir']) \
                     Services.prefs.clearUserPref(name); \
                     return new Promise((done) => \
                     Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, done));",
                )
                .await?;
                if let Some(bidi) = &self.bidi {
                    bidi.lock().await.forget().await?;
                }
            }
            Engine::WebKit => {}
        }
        self.events = Mutex::default();
        Ok(())
    }
}

//! A static server that behaves as a good host of `dist/` would, and can misbehave on request for tests.
//!
//! It sends the headers of `dist/_headers`, the very file a deployment uses, and the `.br` and `.gz` forms that the
//! build has written. It runs on a thread of its own and stops when it is dropped, cutting every connection.
//!
//! ```no_run
//! # async fn demo() -> xtask::Result<()> {
//! use std::time::Duration;
//! use xtask::server::Server;
//!
//! let server = Server::start("dist")?;
//! server.delay(".wasm", Duration::from_secs(3));
//! let gate = server.hold(".js");
//! // ... open server.url() in a browser ...
//! server.wait_for(".js", Duration::from_secs(10)).await?;
//! gate.release();
//! assert!(server.requests().iter().all(|request| request.query.is_none()));
//! # Ok(())
//! # }
//! ```

mod headers;
mod rules;
mod service;
#[cfg(test)]
mod tests;

pub use rules::{Answer, Gate, Request};

use anyhow::{Context, Result, anyhow, bail};
use rules::Rules;
use std::{
    io::ErrorKind,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    sync::{Arc, mpsc},
    thread::{self, JoinHandle},
    time::Duration,
};
use tokio::sync::oneshot;

/// Binds `port` on this machine for `cargo xtask COMMAND`; when it is taken, the error names the next free one.
pub fn bind(port: u16, command: &str) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            let free = (port..=u16::MAX)
                .skip(1)
                .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok());
            match free {
                Some(free) => bail!("port {port} is taken; use: cargo xtask {command} --port {free}"),
                None => bail!("port {port} is taken, and every one above it"),
            }
        }
        Err(error) => Err(error).with_context(|| format!("port {port} cannot be used")),
    }
}

/// How to serve a folder.
#[derive(Debug)]
pub struct Builder {
    dist: PathBuf,
    listener: Option<TcpListener>,
    mount: String,
    reload: bool,
}

impl Builder {
    /// Serves on `listener` instead of a free port.
    #[must_use]
    pub fn listener(mut self, listener: TcpListener) -> Self {
        self.listener = Some(listener);
        self
    }

    /// Serves below `path` (such as `/some/path/`) instead of the root.
    #[must_use]
    pub fn mount(mut self, path: &str) -> Self {
        self.mount = format!("/{}/", path.trim_matches('/')).replace("//", "/");
        self
    }

    /// Answers the reload question of a page built with `--dev --reload`.
    #[must_use]
    pub fn reload(mut self) -> Self {
        self.reload = true;
        self
    }

    /// Starts serving.
    pub fn start(self) -> Result<Server> {
        let listener = match self.listener {
            Some(listener) => listener,
            None => TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port")?,
        };
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let rules = Arc::new(Rules::default());
        let app = service::router(&self.dist, &self.mount, self.reload, Arc::clone(&rules));
        let (stop, stopped) = oneshot::channel();
        let (ready, started) = mpsc::channel();
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let runtime = match runtime {
                Ok(runtime) => runtime,
                Err(error) => return drop(ready.send(Err(anyhow!(error)))),
            };
            runtime.block_on(async {
                match tokio::net::TcpListener::from_std(listener) {
                    Ok(listener) => {
                        drop(ready.send(Ok(())));
                        tokio::select! {
                            _ = axum::serve(listener, app) => {}
                            _ = stopped => {}
                        }
                    }
                    Err(error) => drop(ready.send(Err(anyhow!(error)))),
                }
            });
            runtime.shutdown_background();
        });
        started.recv().context("the server stopped before it started")??;
        let url = format!("http://{address}{}", self.mount);
        Ok(Server {
            address,
            url,
            rules,
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

/// A running server; it stops when this is dropped.
///
/// Paths are matched by their end: `".wasm"` means every path that ends so, `""` every path.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    url: String,
    rules: Arc<Rules>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `dist` on a free port.
    pub fn start(dist: impl AsRef<Path>) -> Result<Self> {
        Self::builder(dist).start()
    }

    /// Serves `dist`, with more to say about how.
    #[must_use]
    pub fn builder(dist: impl AsRef<Path>) -> Builder {
        Builder {
            dist: dist.as_ref().to_owned(),
            listener: None,
            mount: "/".to_owned(),
            reload: false,
        }
    }

    /// Where the page is, with a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The address it listens on.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// From now on, answers to paths ending in `suffix` come `by` later.
    pub fn delay(&self, suffix: &str, by: Duration) {
        self.rules.delay(suffix, by);
    }

    /// From now on, paths ending in `suffix` are answered only after the gate is released or dropped.
    #[must_use = "dropping the gate releases it"]
    pub fn hold(&self, suffix: &str) -> Gate {
        self.rules.hold(suffix)
    }

    /// From now on, paths ending in `suffix` are not found.
    pub fn fail(&self, suffix: &str) {
        self.rules.answer(suffix, Answer::page(404, ""));
    }

    /// From now on, paths ending in `suffix` are answered so, whatever file there is.
    pub fn answer(&self, suffix: &str, answer: Answer) {
        self.rules.answer(suffix, answer);
    }

    /// Forgets every delay, gate and failure.
    pub fn behave(&self) {
        self.rules.clear();
    }

    /// Every request so far, in the order of arrival; a held one is there from the moment it came.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.rules.requests()
    }

    /// The paths that were answered with an error because a rule said so, also before [`Self::behave`].
    #[must_use]
    pub fn refused(&self) -> Vec<String> {
        self.rules.refused()
    }

    /// Forgets the requests so far.
    pub fn forget(&self) {
        self.rules.forget();
    }

    /// Waits until a path ending in `suffix` has been asked for.
    pub async fn wait_for(&self, suffix: &str, at_most: Duration) -> Result<Request> {
        tokio::time::timeout(at_most, self.rules.arrival(suffix))
            .await
            .with_context(|| format!("nobody asked for a path ending in {suffix} within {at_most:?}"))
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

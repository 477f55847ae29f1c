//! WebDriver BiDi: what Firefox tells and takes beside the commands of WebDriver.

use anyhow::{Context, Result, bail};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite::Message};

/// What Firefox alone says of what a page was still asking for when it was left.
const LEFT: [&str; 4] = [
    "AbortError: The operation was aborted",
    "TypeError: error loading dynamically imported module",
    "NetworkError when attempting to fetch resource",
    "A ServiceWorker intercepted the request and encountered an unexpected error",
];

/// What Firefox says now and then of a module that it refuses at first, with all the memory there is. The app asks once more.
const NO_MEMORY: &str = "InternalError: out of memory";

/// How long after a page has been left something may still be said of it, in milliseconds.
const ECHO: f64 = 1_000.0;

/// A connection to the browser of a session.
pub struct Bidi {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    last: u64,
    events: Vec<Value>,
    /// When pages were left: from the start of a navigation until the next page was there, in milliseconds.
    left: Vec<(f64, f64)>,
}

impl Bidi {
    /// Connects to the address that the session's capabilities name, and asks for what is written on consoles.
    pub async fn connect(address: &str) -> Result<Self> {
        let (socket, _) = connect_async(address).await.context("BiDi does not answer")?;
        let mut bidi = Self {
            socket,
            last: 0,
            events: Vec::new(),
            left: Vec::new(),
        };
        let events = json!([
            "log.entryAdded",
            "browsingContext.navigationStarted",
            "browsingContext.navigationCommitted",
        ]);
        bidi.command("session.subscribe", json!({ "events": events }))
            .await?;
        Ok(bidi)
    }

    /// Sends a command and waits for its result; events on the way are kept.
    pub async fn command(&mut self, method: &str, parameters: Value) -> Result<Value> {
        self.last += 1;
        let command = json!({ "id": self.last, "method": method, "params": parameters });
        self.socket.send(Message::text(command.to_string())).await?;
        while let Some(message) = self.socket.next().await {
            let Message::Text(text) = message? else { continue };
            let mut message: Value = serde_json::from_str(&text)?;
            if message["type"] == "event" {
                self.events.push(message);
            } else if message["id"] == self.last {
                if message["type"] == "error" {
                    bail!("{method}: {message}");
                }
                return Ok(message["result"].take());
            }
        }
        bail!("{method}: the browser hung up")
    }

    /// Forgets what has been said, and which pages were left.
    pub async fn forget(&mut self) -> Result<()> {
        self.complaints().await?;
        self.left.clear();
        Ok(())
    }

    /// What was complained about on consoles since the last call.
    pub async fn complaints(&mut self) -> Result<Vec<String>> {
        // Whatever was said before the answer to this is there by then.
        self.command("session.status", json!({})).await?;
        let mut said = Vec::new();
        for event in std::mem::take(&mut self.events) {
            let about = &event["params"];
            let at = about["timestamp"].as_f64().unwrap_or_default();
            match event["method"].as_str() {
                Some("browsingContext.navigationStarted") => self.left.push((at, f64::INFINITY)),
                Some("browsingContext.navigationCommitted") => {
                    for (_, end) in self.left.iter_mut().filter(|(_, end)| end.is_infinite()) {
                        *end = at;
                    }
                }
                _ if matches!(about["level"].as_str(), Some("error" | "warn")) => {
                    said.push((at, about["text"].as_str().unwrap_or_default().to_owned()));
                }
                _ => {}
            }
        }
        said.retain(|(_, text)| text != NO_MEMORY);
        // A network error of a page that stays is one.
        said.retain(|(at, text)| {
            let leaving = |(start, end): &(f64, f64)| *start <= *at && *at <= end + ECHO;
            !LEFT.iter().any(|words| text.contains(words)) || !self.left.iter().any(leaving)
        });
        Ok(said.into_iter().map(|(_, text)| text).collect())
    }
}

//! What the browser sent, read from the events of the DevTools protocol.

use serde_json::Value;
use std::collections::BTreeMap;

/// One request as the browser sent it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NetworkRequest {
    /// `GET`, `POST`, …
    pub method: String,
    /// The whole address.
    pub url: String,
    /// `Document`, `Script`, `Fetch`, `Ping`, …
    pub kind: String,
    /// Names in lower case, cookies included.
    pub headers: BTreeMap<String, String>,
    /// What was sent along.
    pub body: Option<String>,
}

/// The requests that `events` tell of. Addresses that never leave the browser (`data:`, `blob:`, `chrome:`) are not
/// among them.
pub fn requests(events: &[Value]) -> Vec<NetworkRequest> {
    let mut requests: Vec<(String, NetworkRequest)> = Vec::new();
    for event in events {
        let parameters = &event["params"];
        let id = text(&parameters["requestId"]);
        match event["method"].as_str() {
            Some("Network.requestWillBeSent") => {
                let sent = &parameters["request"];
                let body = sent["postData"].as_str().map(str::to_owned);
                let request = NetworkRequest {
                    method: text(&sent["method"]),
                    url: text(&sent["url"]),
                    kind: text(&parameters["type"]),
                    headers: headers(&sent["headers"]),
                    body,
                };
                requests.push((id, request));
            }
            // What the network service adds, cookies above all. It may come before the other event.
            Some("Network.requestWillBeSentExtraInfo") => {
                let known = requests.iter_mut().rev().find(|(known, _)| *known == id);
                if let Some((_, request)) = known {
                    request.headers.extend(headers(&parameters["headers"]));
                }
            }
            Some("Network.webSocketCreated") => {
                let request = NetworkRequest {
                    url: text(&parameters["url"]),
                    kind: "WebSocket".to_owned(),
                    ..Default::default()
                };
                requests.push((id, request));
            }
            _ => {}
        }
    }
    let leaves = |url: &str| {
        ["http:", "https:", "ws:", "wss:", "ftp:"]
            .iter()
            .any(|scheme| url.starts_with(scheme))
    };
    requests
        .into_iter()
        .map(|(_, request)| request)
        .filter(|request| leaves(&request.url))
        .collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn headers(value: &Value) -> BTreeMap<String, String> {
    let pairs = value.as_object().into_iter().flatten();
    pairs
        .map(|(name, value)| (name.to_ascii_lowercase(), text(value)))
        .collect()
}

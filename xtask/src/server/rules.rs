//! How the server misbehaves, and what it was asked.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::sync::{Notify, watch};

/// One request as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// Path below the mount point, starting with a slash.
    pub path: String,
    /// What stood behind the question mark.
    pub query: Option<String>,
    /// Names in lower case, with their values, in the order of arrival.
    pub headers: Vec<(String, String)>,
    /// The body, which a page of ours never sends.
    pub body: Vec<u8>,
}

impl Request {
    /// The value of a header, by its name in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Holds answers back until it is released or dropped.
#[derive(Debug)]
pub struct Gate {
    open: watch::Sender<bool>,
}

impl Gate {
    /// Lets the held answers go, and all later ones.
    pub fn release(self) {
        self.open.send_replace(true);
    }
}

#[derive(Debug, Clone)]
enum Rule {
    Delay(Duration),
    Hold(watch::Receiver<bool>),
    Answer(Answer),
}

/// What a host, a gateway or a captive portal answers instead of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status, from 200 to 599.
    pub status: u16,
    /// Where it leads to, with a status of redirection.
    pub location: Option<String>,
    /// A page.
    pub body: String,
}

impl Answer {
    /// A page with this status.
    #[must_use]
    pub fn page(status: u16, body: &str) -> Self {
        Self {
            status,
            location: None,
            body: body.to_owned(),
        }
    }
}

/// Shared between the server's thread and the test.
#[derive(Debug, Default)]
pub struct Rules {
    rules: Mutex<Vec<(String, Rule)>>,
    requests: Mutex<Vec<Request>>,
    refused: Mutex<Vec<String>>,
    arrived: Notify,
}

impl Rules {
    pub fn delay(&self, suffix: &str, by: Duration) {
        self.add(suffix, Rule::Delay(by));
    }

    pub fn hold(&self, suffix: &str) -> Gate {
        let (open, opened) = watch::channel(false);
        self.add(suffix, Rule::Hold(opened));
        Gate { open }
    }

    pub fn answer(&self, suffix: &str, answer: Answer) {
        self.add(suffix, Rule::Answer(answer));
    }

    pub fn clear(&self) {
        locked(&self.rules).clear();
    }

    pub fn requests(&self) -> Vec<Request> {
        locked(&self.requests).clone()
    }

    pub fn forget(&self) {
        locked(&self.requests).clear();
    }

    pub fn refused(&self) -> Vec<String> {
        locked(&self.refused).clone()
    }

    /// Notes `request`.
    pub fn note(&self, request: Request) {
        locked(&self.requests).push(request);
        self.arrived.notify_waiters();
    }

    /// The first request for a path ending in `suffix`, as soon as there is one.
    pub async fn arrival(&self, suffix: &str) -> Request {
        loop {
            let arrived = self.arrived.notified();
            let found = locked(&self.requests)
                .iter()
                .find(|request| request.path.ends_with(suffix))
                .cloned();
            if let Some(request) = found {
                return request;
            }
            arrived.await;
        }
    }

    /// Waits as long as the rules for `path` say; what is to be answered instead of the file, if anything.
    pub async fn admit(&self, path: &str) -> Option<Answer> {
        let rules: Vec<Rule> = locked(&self.rules)
            .iter()
            .filter(|(suffix, _)| path.ends_with(suffix.as_str()))
            .map(|(_, rule)| rule.clone())
            .collect();
        let mut instead = None;
        for rule in rules {
            match rule {
                Rule::Delay(by) => tokio::time::sleep(by).await,
                // A gate that is gone is open.
                Rule::Hold(mut opened) => drop(opened.wait_for(|open| *open).await),
                Rule::Answer(answer) => instead = Some(answer),
            }
        }
        if instead.as_ref().is_some_and(|answer| answer.status >= 400) {
            locked(&self.refused).push(path.to_owned());
        }
        instead
    }

    fn add(&self, suffix: &str, rule: Rule) {
        locked(&self.rules).push((suffix.to_owned(), rule));
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

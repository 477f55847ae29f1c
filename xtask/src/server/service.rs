//! What happens to one request.

use super::{
    headers::HeaderFile,
    rules::{Answer, Request, Rules},
};
use crate::build::{content_hash, not_found};
use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::Request as HttpRequest,
    http::{
        HeaderName, HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION, VARY},
    },
    middleware::{Next, from_fn},
    response::{Html, IntoResponse, Response},
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use tower_http::services::ServeDir;

const LARGEST_BODY: usize = 16_000_000;
const RELOAD_PATH: &str = "/__reload";
const RELOAD_CHECK: Duration = Duration::from_millis(200);
const RELOAD_CHECKS: usize = 100;

/// Serves `dist` below `mount`.
pub fn router(dist: &Path, mount: &str, reload: bool, rules: Arc<Rules>) -> Router {
    let site = Arc::new(Site {
        dist: dist.to_owned(),
        mount: mount.to_owned(),
        reload,
        rules,
    });
    let folder = ServeDir::new(dist).precompressed_br().precompressed_gzip();
    Router::new()
        .fallback_service(folder)
        .layer(from_fn(move |request, next| {
            let site = Arc::clone(&site);
            async move { site.answer(request, next).await }
        }))
}

struct Site {
    dist: PathBuf,
    mount: String,
    reload: bool,
    rules: Arc<Rules>,
}

impl Site {
    async fn answer(&self, request: HttpRequest, next: Next) -> Response {
        let (mut parts, body) = request.into_parts();
        let body = to_bytes(body, LARGEST_BODY).await.unwrap_or_default();
        let full = parts.uri.path().to_owned();
        let inside = full.strip_prefix(&self.mount).map(|path| format!("/{path}"));
        let path = inside.clone().unwrap_or(full);
        let query = parts.uri.query().map(str::to_owned);
        if self.reload && path == RELOAD_PATH {
            return self.reload(query.as_deref().unwrap_or_default()).await;
        }
        self.rules.note(noted(&parts, &path, &body));
        let instead = self.rules.admit(&path).await;
        // The file is for hosts; none of them hands it out.
        let mut response = if inside.is_none() || path == "/_headers" {
            StatusCode::NOT_FOUND.into_response()
        } else if let Some(answer) = instead {
            return others(answer);
        } else {
            if let Ok(uri) = path.parse() {
                parts.uri = uri;
            }
            next.run(HttpRequest::from_parts(parts, Body::from(body))).await
        };
        if inside.is_some() && response.status() == StatusCode::NOT_FOUND {
            response = self.not_found().await;
        }
        self.add_headers(&path, &mut response).await;
        response
    }

    /// What hosts answer with where nothing is: the page that the build has for it.
    async fn not_found(&self) -> Response {
        match tokio::fs::read_to_string(self.dist.join(not_found::NAME)).await {
            Ok(page) => (StatusCode::NOT_FOUND, Html(page)).into_response(),
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        }
    }

    async fn add_headers(&self, path: &str, response: &mut Response) {
        let file = tokio::fs::read_to_string(self.dist.join("_headers"))
            .await
            .unwrap_or_default();
        let found = !response.status().is_client_error() && !response.status().is_server_error();
        let headers = response.headers_mut();
        for (name, value) in HeaderFile::parse(&file).of(path) {
            if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) {
                headers.insert(name, value);
            }
        }
        if !found {
            // An immutable failure would outlast its cause by a year.
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        if !headers.contains_key(VARY) {
            headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        }
        let kind = headers
            .get(CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .unwrap_or_default();
        if kind.starts_with("text/") && !kind.contains("charset") {
            let kind = format!("{kind}; charset=utf-8");
            if let Ok(kind) = kind.parse() {
                headers.insert(CONTENT_TYPE, kind);
            }
        }
    }

    /// Answers with the name of the current build, as soon as it differs from `known`, and otherwise after a while.
    async fn reload(&self, known: &str) -> Response {
        let mut build = String::new();
        for _ in 0..RELOAD_CHECKS {
            // The page names everything else by its content, so its hash stands for the whole build.
            // While a build is being put in place there is no page; then the question stays open.
            if let Ok(page) = tokio::fs::read(self.dist.join("index.html")).await {
                build = content_hash(&page);
                if build != known {
                    break;
                }
            }
            tokio::time::sleep(RELOAD_CHECK).await;
        }
        ([(CACHE_CONTROL, "no-store")], build).into_response()
    }
}

/// An answer that is not ours, without our headers.
fn others(answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (
        status,
        [
            (CACHE_CONTROL, "no-store"),
            (CONTENT_TYPE, "text/html; charset=utf-8"),
        ],
        answer.body,
    )
        .into_response();
    if let Some(location) = answer.location.and_then(|location| location.parse().ok()) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

fn noted(parts: &axum::http::request::Parts, path: &str, body: &Bytes) -> Request {
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    Request {
        method: parts.method.to_string(),
        path: path.to_owned(),
        query: parts.uri.query().map(str::to_owned),
        headers: parts
            .headers
            .iter()
            .map(|(name, value)| (name.to_string(), text(value)))
            .collect(),
        body: body.to_vec(),
    }
}

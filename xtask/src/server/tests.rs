//! The server over real sockets.

use super::{Server, bind};
use std::{
    fs,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::PathBuf,
    time::{Duration, Instant},
};

const HEADERS: &str =
    "/*\n  X-Everywhere: yes\n/a.wasm\n  Cache-Control: public, max-age=31536000, immutable\n";

fn dist() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("index.html", "page"),
        ("a.wasm", "wasm"),
        ("a.wasm.br", "br"),
        ("a.wasm.gz", "gz"),
        ("a.js", "js"),
        ("_headers", HEADERS),
    ];
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

/// The answer to one request, head in lower case.
fn ask(address: SocketAddr, path: &str, header: &str) -> (String, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{header}\r\n"
    )
    .unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    (head.to_lowercase(), body.to_owned())
}

#[test]
fn negotiates_the_encoding_and_keeps_the_type() {
    let dist = dist();
    let server = Server::start(dist.path()).unwrap();
    for (accepted, body) in [
        ("br, gzip", "br"),
        ("gzip", "gz"),
        ("br;q=0, gzip", "gz"),
        ("identity", "wasm"),
    ] {
        let (head, found) = ask(
            server.address(),
            "/a.wasm",
            &format!("Accept-Encoding: {accepted}\r\n"),
        );
        assert_eq!(found, body, "{accepted}");
        for line in [
            "content-type: application/wasm",
            "vary: accept-encoding",
            "immutable",
            "x-everywhere: yes",
        ] {
            assert!(head.contains(line), "{line} in {head}");
        }
    }
    assert!(
        ask(server.address(), "/a.js", "")
            .0
            .contains("content-type: text/javascript; charset=utf-8")
    );
    assert!(
        ask(server.address(), "/", "")
            .0
            .contains("content-type: text/html; charset=utf-8")
    );
}

#[test]
fn what_is_not_found_is_not_kept() {
    let dist = dist();
    let server = Server::start(dist.path()).unwrap();
    server.fail(".wasm");
    for path in [
        "/a.wasm",
        "/nowhere",
        "/_headers",
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
    ] {
        let (head, _) = ask(server.address(), path, "");
        assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
        assert!(
            head.contains("cache-control: no-store") && !head.contains("immutable"),
            "{path}: {head}"
        );
    }
    server.behave();
    fs::write(dist.path().join("404.html"), "nothing here").unwrap();
    for path in ["/nowhere", "/%23/join/x", "/a/b", "/_headers"] {
        let (head, body) = ask(server.address(), path, "");
        assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
        assert!(
            head.contains("content-type: text/html") && head.contains("no-store"),
            "{path}: {head}"
        );
        assert_eq!(body, "nothing here", "as a host answers");
    }
    assert_eq!(ask(server.address(), "/a.wasm?x=1", "").1, "wasm");
    let last = server.requests().pop().unwrap();
    assert_eq!(
        (last.path.as_str(), last.query.as_deref(), last.header("host")),
        ("/a.wasm", Some("x=1"), Some("x"))
    );
    server.forget();
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn holds_and_delays() {
    let dist = dist();
    let server = Server::start(dist.path()).unwrap();
    let address = server.address();
    let gate = server.hold(".js");
    let held = std::thread::spawn(move || ask(address, "/a.js", "").1);
    server.wait_for(".js", Duration::from_secs(5)).await.unwrap();
    assert_eq!(ask(address, "/", "").1, "page");
    assert!(!held.is_finished());
    gate.release();
    assert_eq!(held.join().unwrap(), "js");
    assert!(server.wait_for(".never", Duration::from_millis(1)).await.is_err());

    server.delay(".wasm", Duration::from_millis(100));
    let start = Instant::now();
    ask(address, "/a.wasm", "");
    assert!(start.elapsed() >= Duration::from_millis(100));
}

#[test]
fn mounts_below_a_path_and_stops_when_dropped() {
    let dist = dist();
    let server = Server::builder(dist.path()).mount("a/b").start().unwrap();
    let address = server.address();
    assert!(server.url().ends_with("/a/b/"));
    assert_eq!(ask(address, "/a/b/", "").1, "page");
    assert!(ask(address, "/", "").0.starts_with("http/1.1 404"));
    drop(server);
    assert!(TcpStream::connect(address).is_err());
}

#[test]
fn a_taken_port_names_the_next_free_one() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let message = bind(port, "serve").unwrap_err().to_string();
    assert!(message.starts_with(&format!("port {port} is taken")), "{message}");
}

#[test]
fn a_missing_folder_is_not_found() {
    let server = Server::start(PathBuf::from("does/not/exist")).unwrap();
    assert!(ask(server.address(), "/", "").0.starts_with("http/1.1 404"));
}

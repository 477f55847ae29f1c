//! The security headers, computed from the page they protect.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Headers of every response beside the Content-Security-Policy.
pub const HEADERS: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(self), display-capture=(), geolocation=(), gyroscope=(), hid=(), \
         magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=()",
    ),
];

/// The only name that trusted types may go by; `src/browser/workers.rs` creates it, and lets it trust the addresses of two workers.
const WORKER_POLICY: &str = "oxymoron-workers";

/// The policy for the `<meta>` element of `page`, allowing exactly the inline scripts and styles it has.
///
/// The page may still carry its `{{policy}}` placeholder: the policy says nothing about markup.
#[must_use]
pub fn for_page(page: &str) -> String {
    let scripts: String = inline(page, "script")
        .iter()
        .map(|text| format!(" {}", hash(text)))
        .collect();
    let styles: String = inline(page, "style")
        .iter()
        .map(|text| format!(" {}", hash(text)))
        .collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; connect-src 'self'; \
         img-src 'self' data: blob:; worker-src 'self'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types {WORKER_POLICY}"
    )
}

/// The policy for the page that is one file: it connects to nothing, and has a worker from a copy in memory.
#[must_use]
pub fn for_single(page: &str) -> String {
    for_page(page)
        .replace("script-src 'self' ", "script-src ")
        .replace("style-src 'self' ", "style-src ")
        .replace("connect-src 'self'; ", "")
        .replace(" manifest-src 'self';", "")
        .replace("worker-src 'self'", "worker-src blob:")
        .replace("img-src 'self' ", "img-src ")
}

/// The policy as a response header, which can also forbid framing.
#[must_use]
pub fn for_header(policy: &str) -> String {
    format!("{policy}; frame-ancestors 'none'")
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The text of every `<tag>` without a `src`.
fn inline<'a>(page: &'a str, tag: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once(&open) {
        rest = after;
        // `<styled>` is another element.
        if !after.starts_with(|c: char| c == '>' || c.is_whitespace()) {
            continue;
        }
        let Some((attributes, content)) = after.split_once('>') else {
            break;
        };
        let Some((text, after)) = content.split_once(&close) else {
            break;
        };
        rest = after;
        // A block of data runs nowhere.
        let data = ["type=\"application/", "type=\"text/plain"];
        if !attributes
            .split_whitespace()
            .any(|it| it.starts_with("src=") || data.iter().any(|data| it.starts_with(data)))
        {
            found.push(text);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{HEADERS, for_page, for_single, inline};

    #[test]
    fn finds_inline_text_only() {
        let page = "<script src=\"a.js\"></script><script type=\"module\">a<b</script><scripted>x</scripted>\
                    <script>\nc</script>";
        assert_eq!(inline(page, "script"), ["a<b", "\nc"]);
        assert!(inline(page, "style").is_empty());
    }

    #[test]
    fn names_the_hash_of_every_inline_text() {
        let policy = for_page("<style></style>");
        // SHA-256 of nothing.
        assert!(
            policy.contains("style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';"),
            "{policy}"
        );
        assert!(
            policy.contains("script-src 'self' 'wasm-unsafe-eval';"),
            "{policy}"
        );
        assert!(for_page("").contains("style-src 'self';"));
    }

    #[test]
    fn one_file_connects_to_nothing() {
        let policy =
            for_single("<style></style><script>a</script><script type=\"application/gzip\">b</script>");
        assert!(
            !policy.contains("'self'") && !policy.contains("connect-src"),
            "{policy}"
        );
        assert_eq!(policy.matches("sha256-").count(), 2, "{policy}");
        assert!(policy.contains("worker-src blob:;"), "{policy}");
    }

    #[test]
    fn trusts_the_workers_and_no_other_script_or_camera() {
        let policy = for_page("");
        assert!(
            policy.ends_with("require-trusted-types-for 'script'; trusted-types oxymoron-workers"),
            "{policy}"
        );
        assert!(
            policy.contains("; worker-src 'self';") && !policy.contains("media-src"),
            "{policy}"
        );
        let camera = HEADERS.iter().find(|(name, _)| *name == "Permissions-Policy");
        assert!(
            camera.is_some_and(
                |(_, value)| value.contains("camera=(self), ") && value.contains("microphone=(), ")
            )
        );
    }
}

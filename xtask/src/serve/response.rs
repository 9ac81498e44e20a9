//! What is answered to a request for a path.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// Status, type and content.
#[derive(Debug, PartialEq)]
pub(crate) struct Response {
    status: u16,
    content_type: &'static str,
    location: Option<String>,
    body: Vec<u8>,
}

impl Response {
    /// The answer to `GET target`; `folder` is canonical, and nothing outside it is ever read.
    pub(crate) fn to(target: &str, folder: &Path) -> Response {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let Some(inner) = relative_path(path) else {
            return Response::problem(400, "that path can't be served");
        };
        let missing = || Response::problem(404, "there is no such file here");
        // Canonical, so that a link that leads out of the folder is seen as such.
        let Ok(mut file) = folder.join(inner).canonicalize() else {
            return missing();
        };
        if file.is_dir() {
            if !path.ends_with('/') {
                return Response::redirect(format!("{path}/"));
            }
            file.push("index.html");
            match file.canonicalize() {
                Ok(index) => file = index,
                Err(_) => return missing(),
            }
        }
        // A pipe would never end.
        if !file.starts_with(folder) || !file.is_file() {
            return missing();
        }
        match fs::read(&file) {
            Ok(body) => Response { status: 200, content_type: content_type(&file), location: None, body },
            Err(_) => missing(),
        }
    }

    pub(crate) fn problem(status: u16, text: &str) -> Response {
        let body = format!("{status}: {text}\n").into_bytes();
        Response { status, content_type: "text/plain; charset=utf-8", location: None, body }
    }

    fn redirect(location: String) -> Response {
        Response { location: Some(location), ..Response::problem(301, "a folder's address ends with a slash") }
    }

    /// The answer as it is sent.
    pub(crate) fn bytes(&self, with_body: bool) -> Vec<u8> {
        let reason = match self.status {
            200 => "OK",
            301 => "Moved Permanently",
            400 => "Bad Request",
            404 => "Not Found",
            405 => "Method Not Allowed",
            408 => "Request Timeout",
            421 => "Misdirected Request",
            _ => "Service Unavailable",
        };
        let location = self.location.as_ref().map(|to| format!("Location: {to}\r\n")).unwrap_or_default();
        let head = format!(
            "HTTP/1.1 {} {reason}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{location}\
             Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
            self.status,
            self.content_type,
            self.body.len()
        );
        let mut bytes = head.into_bytes();
        if with_body {
            bytes.extend(&self.body);
        }
        bytes
    }
}

/// The path inside the folder that a request names; `None` where it is none or would lead out.
fn relative_path(path: &str) -> Option<PathBuf> {
    // Two slashes would make a redirect lead to another host.
    let decoded = percent_decoded(path.strip_prefix('/')?)?;
    if decoded.starts_with('/') || decoded.contains(['\0', '\\', ':', '\r', '\n']) {
        return None;
    }
    let inner = PathBuf::from(decoded);
    inner.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)).then_some(inner)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                return None;
            }
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("ts" | "md" | "txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `folder/site` with a page, beside a file that must never be served.
    fn site(name: &str) -> PathBuf {
        let folder = crate::package::testing::folder(name);
        fs::create_dir_all(folder.join("site/inner folder")).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        fs::write(folder.join("site/index.html"), "page").unwrap();
        fs::write(folder.join("site/gsa_net_bg.wasm"), "wasm").unwrap();
        fs::write(folder.join("site/inner folder/a.txt"), "a").unwrap();
        folder.join("site").canonicalize().unwrap()
    }

    #[test]
    fn files_are_served_with_their_types() {
        let site = site("types");
        for (target, content_type, body) in [
            ("/", "text/html; charset=utf-8", "page"),
            ("/index.html?x=/../..#y", "text/html; charset=utf-8", "page"),
            ("/gsa_net_bg.wasm", "application/wasm", "wasm"),
            ("/inner%20folder/a.txt", "text/plain; charset=utf-8", "a"),
        ] {
            let response = Response::to(target, &site);
            assert_eq!((response.status, response.content_type), (200, content_type), "{target}");
            assert_eq!(response.body, body.as_bytes(), "{target}");
        }
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let site = site("traversal");
        #[cfg(unix)]
        std::os::unix::fs::symlink(site.parent().unwrap().join("secret.txt"), site.join("link.txt")).unwrap();
        for target in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/inner%20folder/../../secret.txt",
            "//etc/passwd",
            "/%2Fetc/passwd",
            "/..\\secret.txt",
            "/link.txt",
            "/index.html%00.txt",
            "/%zz",
            "/%+1",
            "/%",
            "secret.txt",
            "",
        ] {
            let response = Response::to(target, &site);
            assert!(matches!(response.status, 400 | 404), "{target}: {}", response.status);
            assert!(!String::from_utf8_lossy(&response.body).contains("secret"), "{target}");
        }
    }

    #[test]
    fn a_folder_without_its_slash_is_redirected_so_that_relative_addresses_work() {
        let response = Response::to("/inner%20folder", &site("slash"));
        assert_eq!((response.status, response.location.as_deref()), (301, Some("/inner%20folder/")));
    }
}

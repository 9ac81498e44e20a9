//! As much of HTTP/1.1 as a page on one's own machine needs: GET and HEAD of files, one request a connection.

use super::response::Response;
use anyhow::Result;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// The longest request that is read.
const REQUEST_LIMIT: u64 = 16 * 1024;
/// How long a visitor may take over a request.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves a folder until the process ends.
pub(crate) fn serve(listener: &TcpListener, folder: &Path) -> Result<()> {
    let folder: Arc<Path> = folder.canonicalize()?.into();
    for stream in listener.incoming() {
        // A connection that fails is the visitor's affair.
        let Ok(stream) = stream else { continue };
        let folder = Arc::clone(&folder);
        thread::spawn(move || answer(stream, &folder));
    }
    Ok(())
}

fn answer(mut stream: TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(Read::take(stream.try_clone()?, REQUEST_LIMIT));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    // The headers hold nothing of interest, but closing with them unread would reset the connection.
    let mut header = String::new();
    while reader.read_line(&mut header)? > 0 && !header.trim_end().is_empty() {
        header.clear();
    }
    let mut words = request.split_whitespace();
    let response = match (words.next(), words.next()) {
        (Some("GET" | "HEAD"), Some(target)) => Response::to(target, folder),
        (Some(_), Some(_)) => Response::problem(405, "only GET and HEAD are answered here"),
        _ => Response::problem(400, "that is not an HTTP request"),
    };
    stream.write_all(&response.bytes(!request.starts_with("HEAD ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Starts a server of a folder with a page, asks it, and gives the whole answer.
    fn ask(request: &str) -> String {
        let folder = crate::package::testing::folder("http");
        std::fs::write(folder.join("index.html"), "<p>page").unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || serve(&listener, &folder));
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn get_and_head_are_answered_and_nothing_else() {
        let get = ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        assert!(get.starts_with("HTTP/1.1 200 OK\r\n") && get.ends_with("\r\n\r\n<p>page"), "{get}");
        let head = ask("HEAD / HTTP/1.1\r\n\r\n");
        assert!(head.contains("Content-Length: 7\r\n") && head.ends_with("\r\n\r\n"), "{head}");
        assert!(ask("POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
        assert!(ask("\r\n\r\n").starts_with("HTTP/1.1 400 "));
    }
}

//! As much of HTTP/1.1 as a page on one's own machine needs: GET and HEAD of files, one request a connection. No visitor can hold it
//! up: there are so many connections at a time, and each has so long for all of it.

use super::response::Response;
use anyhow::Result;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{IpAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// The longest request that is read.
const REQUEST_LIMIT: u64 = 16 * 1024;
/// How long a visitor may take over a request, and again over its answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Connections at a time. A browser has six to a host, and some more that it keeps ready.
const CONNECTIONS: usize = 64;

/// Serves a folder until the process ends.
pub(crate) fn serve(listener: &TcpListener, folder: &Path) -> Result<()> {
    serve_within(listener, folder, PATIENCE)
}

fn serve_within(listener: &TcpListener, folder: &Path, patience: Duration) -> Result<()> {
    let folder: Arc<Path> = folder.canonicalize()?.into();
    let connections = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        // A connection that fails is the visitor's affair.
        let Ok(stream) = stream else { continue };
        if connections.fetch_add(1, Ordering::Relaxed) >= CONNECTIONS {
            connections.fetch_sub(1, Ordering::Relaxed);
            // It is short enough for the socket's own buffer, so that nobody is waited for.
            let _ = stream.set_nonblocking(true);
            let _ = (&stream).write_all(&Response::problem(503, "too many connections: try again").bytes(true));
            continue;
        }
        let (folder, connections) = (Arc::clone(&folder), Arc::clone(&connections));
        thread::spawn(move || {
            // Whatever becomes of it, its place is free again.
            let _free = Free(&connections);
            answer(&stream, &folder, patience)
        });
    }
    Ok(())
}

/// The place of a connection.
struct Free<'a>(&'a AtomicUsize);

impl Drop for Free<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A stream that has to be done with by some time, however its bytes are spread.
struct Until<'a> {
    stream: &'a TcpStream,
    end: Instant,
}

impl Until<'_> {
    fn left(&self) -> io::Result<Option<Duration>> {
        match self.end.saturating_duration_since(Instant::now()) {
            Duration::ZERO => Err(ErrorKind::TimedOut.into()),
            left => Ok(Some(left)),
        }
    }
}

impl Read for Until<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(self.left()?)?;
        self.stream.read(buffer)
    }
}

impl Write for Until<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream.set_write_timeout(self.left()?)?;
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

fn answer(stream: &TcpStream, folder: &Path, patience: Duration) -> io::Result<()> {
    let until = |end| Until { stream, end };
    let mut reader = BufReader::new(until(Instant::now() + patience).take(REQUEST_LIMIT));
    let (response, with_body) = match Request::read(&mut reader) {
        Ok(Request { method, target }) => match method.as_str() {
            "GET" | "HEAD" => (Response::to(&target, folder), method == "GET"),
            _ => (Response::problem(405, "only GET and HEAD are answered here"), true),
        },
        Err(Refusal::Silence) => return Ok(()),
        Err(Refusal::TooSlow) => (Response::problem(408, "the request took too long"), true),
        Err(Refusal::Garbage) => (Response::problem(400, "that is not an HTTP request"), true),
        Err(Refusal::OtherHost) => {
            (Response::problem(421, "this server answers to localhost and to addresses in numbers alone"), true)
        }
    };
    until(Instant::now() + patience).write_all(&response.bytes(with_body))?;
    // What was sent and not read would reset the connection, and the answer with it.
    stream.shutdown(std::net::Shutdown::Write)?;
    io::copy(&mut until(Instant::now() + patience).take(REQUEST_LIMIT), &mut io::sink()).map(drop)
}

struct Request {
    method: String,
    target: String,
}

enum Refusal {
    /// Nobody asked for anything.
    Silence,
    TooSlow,
    Garbage,
    /// The page of some other name could read what is served here, were that name made to lead here.
    OtherHost,
}

impl Request {
    fn read(reader: &mut impl BufRead) -> Result<Request, Refusal> {
        let first = line(reader)?.ok_or(Refusal::Silence)?;
        let words: Vec<&str> = first.split(' ').collect();
        let [method, target, version @ ("HTTP/1.0" | "HTTP/1.1")] = words[..] else { return Err(Refusal::Garbage) };
        let is_method = !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_method || target.is_empty() {
            return Err(Refusal::Garbage);
        }
        let mut hosts = vec![];
        loop {
            let header = line(reader)?.ok_or(Refusal::Garbage)?;
            if header.is_empty() {
                break;
            }
            let (name, value) = header.split_once(':').ok_or(Refusal::Garbage)?;
            if name.is_empty() || name.contains(char::is_whitespace) {
                return Err(Refusal::Garbage);
            }
            if name.eq_ignore_ascii_case("host") {
                hosts.push(value.trim().to_owned());
            }
        }
        match &hosts[..] {
            [] if version == "HTTP/1.0" => {}
            [host] if is_this_machine(host) => {}
            [_] => return Err(Refusal::OtherHost),
            _ => return Err(Refusal::Garbage),
        }
        Ok(Request { method: method.to_owned(), target: target.to_owned() })
    }
}

/// The next line without its end; nothing where the visitor has left.
fn line(reader: &mut impl BufRead) -> Result<Option<String>, Refusal> {
    let mut bytes = vec![];
    match reader.read_until(b'\n', &mut bytes) {
        Ok(0) => return Ok(None),
        Ok(_) => {}
        Err(error) if matches!(error.kind(), ErrorKind::TimedOut | ErrorKind::WouldBlock) => {
            return Err(Refusal::TooSlow);
        }
        Err(_) => return Err(Refusal::Silence),
    }
    // Cut off, or longer than a request may be.
    let text = bytes.strip_suffix(b"\n").ok_or(Refusal::Garbage)?;
    let text = text.strip_suffix(b"\r").unwrap_or(text);
    match std::str::from_utf8(text) {
        Ok(text) if !text.contains(char::is_control) => Ok(Some(text.to_owned())),
        _ => Err(Refusal::Garbage),
    }
}

/// Whether a `Host` names this machine by itself: no name that somebody else could make lead here.
fn is_this_machine(host: &str) -> bool {
    let is_port = |text: &str| text.parse::<u16>().is_ok();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if is_port(port) => name,
        _ => host,
    };
    let address = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    name.eq_ignore_ascii_case("localhost") || address.parse::<IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::SocketAddr;

    /// Starts a server of a folder with a page.
    fn start(name: &str, patience: Duration) -> SocketAddr {
        let folder = crate::package::testing::folder(name);
        std::fs::write(folder.join("index.html"), "<p>page").unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || serve_within(&listener, &folder, patience));
        address
    }

    /// Asks it, and gives the whole answer.
    fn ask(address: SocketAddr, request: &[u8]) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn get_and_head_are_answered_and_nothing_else() {
        let address = start("http", PATIENCE);
        let get = ask(address, b"GET / HTTP/1.1\r\nHost: localhost:8000\r\n\r\n");
        assert!(get.starts_with("HTTP/1.1 200 OK\r\n") && get.ends_with("\r\n\r\n<p>page"), "{get}");
        let head = ask(address, b"HEAD / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        assert!(head.contains("Content-Length: 7\r\n") && head.ends_with("\r\n\r\n"), "{head}");
        assert!(ask(address, b"POST / HTTP/1.1\r\nHost: [::1]:1\r\n\r\nbody").starts_with("HTTP/1.1 405 "));
        assert!(ask(address, b"GET / HTTP/1.0\n\n").starts_with("HTTP/1.1 200 "));
    }

    #[test]
    fn garbage_is_said_to_be_garbage() {
        let address = start("garbage", PATIENCE);
        let long = format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "x".repeat(REQUEST_LIMIT as usize));
        for garbage in [
            b"\r\n\r\n".as_slice(),
            b"hello\r\n\r\n",
            b"GET /\r\n\r\n",
            b"GET / HTTP/2.0\r\nHost: localhost\r\n\r\n",
            b"GET / HTTP/1.1 more\r\nHost: localhost\r\n\r\n",
            b"get / HTTP/1.1\r\nHost: localhost\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
            b"GET / HTTP/1.1\r\n\r\n",
            b"GET /\x01 HTTP/1.1\r\nHost: localhost\r\n\r\n",
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\n\n",
            b"\xff\xfe\r\n\r\n",
            long.as_bytes(),
        ] {
            let answer = ask(address, garbage);
            assert!(
                answer.starts_with("HTTP/1.1 400 Bad Request\r\n"),
                "{:?}: {answer}",
                String::from_utf8_lossy(garbage)
            );
        }
    }

    #[test]
    fn other_hosts_are_refused() {
        let address = start("hosts", PATIENCE);
        let asked = |host: &str| ask(address, format!("GET / HTTP/1.1\r\nhost: {host}\r\n\r\n").as_bytes());
        for own in ["localhost", "LOCALHOST:1", "127.0.0.1:8000", "192.168.1.7", "[::1]", "[fe80::1]:8000"] {
            assert!(asked(own).starts_with("HTTP/1.1 200 "), "{own}");
        }
        for other in
            ["evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "", "::x"]
        {
            let answer = asked(other);
            assert!(answer.starts_with("HTTP/1.1 421 ") && !answer.contains("page"), "{other}: {answer}");
        }
    }

    #[test]
    fn so_many_connections_are_open_at_a_time() {
        let address = start("many", Duration::from_secs(60));
        let open = || TcpStream::connect(address).unwrap();
        let silent: Vec<TcpStream> = (0..CONNECTIONS).map(|_| open()).collect();
        let mut answer = String::new();
        open().read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 503 Service Unavailable\r\n"), "{answer}");
        // Whoever leaves makes room.
        drop(silent);
        let asked = Instant::now();
        let get = || {
            let (mut stream, mut answer) = (open(), String::new());
            stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
            stream.read_to_string(&mut answer).map(|_| answer)
        };
        while !get().is_ok_and(|answer: String| answer.starts_with("HTTP/1.1 200 ")) {
            assert!(asked.elapsed() < Duration::from_secs(30), "no place became free");
        }
    }

    #[test]
    fn slow_visitors_are_sent_away_and_their_places_are_free_again() {
        let patience = Duration::from_millis(300);
        let address = start("slow", patience);
        let asked = Instant::now();
        // All places are taken by those who say nothing but now and then a letter.
        let mut slow: Vec<TcpStream> = (0..CONNECTIONS).map(|_| TcpStream::connect(address).unwrap()).collect();
        let answers = loop {
            for stream in &mut slow {
                let _ = stream.write_all(b"G");
            }
            let mut answer = String::new();
            let stream = TcpStream::connect(address);
            let get = stream.and_then(|mut stream| {
                stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
                stream.read_to_string(&mut answer)
            });
            if get.is_ok() && answer.starts_with("HTTP/1.1 200 ") && asked.elapsed() > patience {
                break answer;
            }
            assert!(asked.elapsed() < Duration::from_secs(60), "nobody is answered any more");
            thread::sleep(Duration::from_millis(20));
        };
        assert!(answers.ends_with("<p>page"));
    }
}

//! The HTTP twin: the window's pages and commands, for a browser on this machine only.

use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use takeup_api::{ApiError, Session, call};
use tiny_http::{Header, Method, Request, Response, Server};

/// The largest request that is read.
const MOST_BYTES: u64 = 4 << 20;

pub(crate) fn serve(session: Session, ui: &Path, port: u16) -> Result<(), ApiError> {
    let failed = |e: String| ApiError { code: "failed", message: e };
    if !ui.join("index.html").is_file() {
        return Err(failed(format!("{} holds no built pages. Build them first: make run.", ui.display())));
    }
    let server = Server::http(("127.0.0.1", port))
        .map_err(|e| failed(format!("Port {port} cannot be used: {e}. Choose another with --port.")))?;
    let address = server.server_addr().to_ip().map(|a| a.to_string()).unwrap_or_default();
    crate::output::write(&format!("http://{address}/\n"))?;
    eprintln!("takeup: serving on this machine only; stop with Ctrl-C.");
    let server = Arc::new(server);
    let workers: Vec<_> = (0..4)
        .map(|_| {
            let (server, session, ui, address) =
                (server.clone(), session.clone(), ui.to_path_buf(), address.clone());
            std::thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    answer(request, &session, &ui, &address);
                }
            })
        })
        .collect();
    for worker in workers {
        let _ = worker.join();
    }
    Ok(())
}

fn answer(mut request: Request, session: &Session, ui: &Path, address: &str) {
    let header = |request: &Request, name: &str| {
        let found = request.headers().iter().find(|h| h.field.as_str().as_str().eq_ignore_ascii_case(name));
        found.map(|h| h.value.as_str().to_string())
    };
    // A page of another site can neither name us as its host nor send this header.
    let port = address.rsplit(':').next().unwrap_or_default();
    let hosts = [address.to_string(), format!("localhost:{port}")];
    if !header(&request, "host").is_some_and(|h| hosts.contains(&h)) {
        let _ = request.respond(Response::from_string("Not for other hosts.").with_status_code(403));
        return;
    }
    let url = request.url().split(['?', '#']).next().unwrap_or("/").to_string();
    let response = match (request.method(), url.strip_prefix("/call/")) {
        (Method::Post, Some(name)) => {
            if header(&request, "x-takeup").is_none() {
                Response::from_string("Missing header.").with_status_code(403)
            } else {
                command(&mut request, session, name)
            }
        }
        (Method::Get, None) => page(ui, &url),
        _ => Response::from_string("Not found.").with_status_code(404),
    };
    let _ = request.respond(response);
}

fn command(request: &mut Request, session: &Session, name: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    let mut body = Vec::new();
    let read = request.as_reader().take(MOST_BYTES).read_to_end(&mut body);
    let parsed = match read {
        Ok(_) if body.is_empty() => Ok(serde_json::json!({})),
        Ok(_) => serde_json::from_slice(&body).map_err(|e| e.to_string()),
        Err(e) => Err(e.to_string()),
    };
    let result = match parsed {
        Ok(value) => call(session, name, value),
        Err(e) => Err(ApiError { code: "usage", message: format!("The request cannot be read: {e}.") }),
    };
    let (status, text) = match result {
        Ok(value) => (200, value.to_string()),
        Err(error) => (400, serde_json::to_string(&error).unwrap_or_default()),
    };
    with_type(Response::from_string(text).with_status_code(status), "application/json")
}

fn page(ui: &Path, url: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    let name = url.trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    let relative = PathBuf::from(name);
    let inside = relative.components().all(|c| matches!(c, Component::Normal(_)));
    match std::fs::read(ui.join(&relative)) {
        Ok(bytes) if inside => {
            let kind = match relative.extension().and_then(|e| e.to_str()) {
                Some("html") => "text/html; charset=utf-8",
                Some("js") => "text/javascript; charset=utf-8",
                Some("css") => "text/css; charset=utf-8",
                Some("svg") => "image/svg+xml",
                Some("png") => "image/png",
                Some("json") => "application/json",
                _ => "application/octet-stream",
            };
            let policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
                          frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
            let response = with_type(Response::from_data(bytes), kind);
            let response = with_header(response, "Content-Security-Policy", policy);
            with_header(response, "X-Content-Type-Options", "nosniff")
        }
        _ => Response::from_string("Not found.").with_status_code(404),
    }
}

fn with_type(response: Response<std::io::Cursor<Vec<u8>>>, kind: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    with_header(response, "Content-Type", kind)
}

fn with_header(
    response: Response<std::io::Cursor<Vec<u8>>>,
    name: &str,
    value: &str,
) -> Response<std::io::Cursor<Vec<u8>>> {
    match Header::from_bytes(name.as_bytes(), value.as_bytes()) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
    }
}

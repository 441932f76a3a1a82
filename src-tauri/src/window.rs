//! The one window, and the session behind it.

use std::env;
use std::path::Path;

use serde_json::json;
use takeup_api::{Options, Session};
use tauri::webview::NewWindowResponse;
use tauri::{App, Emitter, Manager, Url, WebviewWindowBuilder};

use crate::arguments::First;
use crate::commands;

/// Opens the window and returns when it is closed.
///
/// # Errors
/// The desktop cannot show it, in words for a person.
pub(crate) fn run(first: First) -> Result<(), String> {
    if cfg!(target_os = "linux")
        && ["DISPLAY", "WAYLAND_DISPLAY"].iter().all(|name| env::var_os(name).is_none())
    {
        return Err("there is no display here. The same work from a terminal: takeup --help".into());
    }
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![commands::call, commands::save_text, commands::open_link])
        .setup(move |app| set_up(app, &first))
        .run(tauri::generate_context!())
        .map_err(|problem| problem.to_string())
}

fn set_up(app: &mut App, first: &First) -> Result<(), Box<dyn std::error::Error>> {
    let config_dir = app.path().config_dir()?.join("takeup");
    #[allow(clippy::disallowed_methods, reason = "this face hands the core its day")]
    let today = jiff::Zoned::now().date();
    let session = Session::new(Options { config_dir, today });
    let page = app.handle().clone();
    session.on_change(Box::new(move || {
        // With no window left to hear it, nothing is lost.
        let _ = page.emit("changed", ());
    }));
    let opened = open(&session, first);
    app.manage(session);

    // The page says it: a message box of the desktop's would outlive the window and keep the program running.
    let problem = serde_json::to_string(&opened.err())?;
    for window in &app.config().app.windows {
        WebviewWindowBuilder::from_config(app.handle(), window)?
            .on_navigation(stays)
            .on_new_window(|_, _| NewWindowResponse::Deny)
            .initialization_script(format!("globalThis.takeupStartProblem = {problem};"))
            .build()?;
    }
    Ok(())
}

/// The window never leaves the program's own pages.
fn stays(address: &Url) -> bool {
    address.scheme() == "tauri" || address.host_str() == Some("tauri.localhost")
}

fn open(session: &Session, first: &First) -> Result<(), String> {
    let (command, request) = match first {
        First::Nothing => return Ok(()),
        First::Example => ("open_example", json!({})),
        First::File(path) => ("open", json!({ "path": absolute(path)? })),
    };
    takeup_api::call(session, command, request).map(drop).map_err(|problem| problem.to_string())
}

fn absolute(path: &Path) -> Result<String, String> {
    let shown = path.display();
    let path = std::path::absolute(path).map_err(|problem| format!("{shown}: {problem}"))?;
    path.into_os_string()
        .into_string()
        .map_err(|_| format!("{shown}: the name of this file is not plain text"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stays_on_its_own_pages() {
        let stays_at = |address: &str| stays(&Url::parse(address).expect("an address"));
        assert!(stays_at("tauri://localhost/index.html#/area/E09000033"));
        assert!(stays_at("http://tauri.localhost/"));
        assert!(!stays_at("https://www.gov.uk/"));
        assert!(!stays_at("file:///etc/passwd"));
    }
}

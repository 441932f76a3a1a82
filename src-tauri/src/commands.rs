//! What the page may ask of the desktop. Everything about powers goes through [`call`].

use serde_json::{Value, json};
use takeup_api::Session;
use tauri::{State, Url, WebviewWindow};
use tauri_plugin_dialog::DialogExt;

/// The core's answer or its `{code, message}`; both go to the page as they are.
type Answer<T> = Result<T, Value>;

/// Runs one command of the table, off the thread that draws.
#[tauri::command]
pub(crate) async fn call(session: State<'_, Session>, name: String, request: Value) -> Answer<Value> {
    let session = Session::clone(&session);
    away(move || {
        takeup_api::call(&session, &name, request).map_err(|problem| {
            serde_json::to_value(&problem).unwrap_or_else(|_| failure("internal", problem.to_string()))
        })
    })
    .await
}

/// Asks the person where to keep a text (a table, a report) and writes it there. The page never names a
/// path: only the dialog does. Answers with the path, or null when the person changed their mind.
#[tauri::command]
pub(crate) async fn save_text(window: WebviewWindow, name: String, text: String) -> Answer<Option<String>> {
    away(move || {
        let dialog = window.dialog().file().set_parent(&window).set_file_name(plain_name(&name));
        let Some(chosen) = dialog.blocking_save_file() else { return Ok(None) };
        let path = chosen.into_path().map_err(|problem| failure("save", problem.to_string()))?;
        std::fs::write(&path, text).map_err(|problem| {
            let place = path.display();
            failure(
                "save",
                format!("{place} could not be written: {problem}. Choose another folder or name."),
            )
        })?;
        Ok(Some(path.display().to_string()))
    })
    .await
}

/// Opens a page in the person's own browser.
#[tauri::command]
pub(crate) async fn open_link(url: String) -> Answer<()> {
    let address = https(&url)?;
    away(move || {
        tauri_plugin_opener::open_url(address.as_str(), None::<&str>).map_err(|problem| {
            failure("link", format!("No browser could be started ({problem}). The address is {address}"))
        })
    })
    .await
}

/// Runs blocking work on a thread of its own; a panic in it becomes a message instead of silence.
async fn away<T: Send + 'static>(work: impl FnOnce() -> Answer<T> + Send + 'static) -> Answer<T> {
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| {
        Err(failure("internal", "Takeup failed inside while doing this. Try again; if it stays, report it."))
    })
}

fn failure(code: &str, message: impl Into<String>) -> Value {
    json!({ "code": code, "message": message.into() })
}

fn https(url: &str) -> Answer<Url> {
    match Url::parse(url) {
        Ok(address) if address.scheme() == "https" && address.has_host() => Ok(address),
        _ => Err(failure("link", format!("Takeup opens https addresses only, and this is not one: {url}"))),
    }
}

/// The last part of a suggested name: a suggestion never chooses the folder.
fn plain_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_leaves_the_window() {
        assert!(https("https://www.legislation.gov.uk/ukpga/2011/20/section/95").is_ok());
        for refused in
            ["http://example.org", "file:///etc/passwd", "javascript:alert(1)", "mailto:a@b", "-x", ""]
        {
            assert_eq!(
                https(refused).map_err(|problem| problem["code"].clone()),
                Err(json!("link")),
                "{refused}"
            );
        }
    }

    #[test]
    fn a_suggested_name_holds_no_folder() {
        assert_eq!(plain_name("../../etc/audit.csv"), "audit.csv");
        assert_eq!(plain_name(r"C:\audit.csv"), "audit.csv");
        assert_eq!(plain_name("audit.csv"), "audit.csv");
    }
}

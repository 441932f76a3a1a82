//! A long question, with a bar that shows how far it has come. Ctrl-C ends it; nothing is written.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use takeup_api::answer::work::WorkState;
use takeup_api::{ApiError, Session};

use crate::run::ask;

const WORK: &str = "terminal";

pub(crate) fn ask_watched<T: DeserializeOwned + Send>(
    session: &Session,
    name: &str,
    mut request: Value,
) -> Result<T, ApiError> {
    request["work"] = json!(WORK);
    std::thread::scope(|scope| {
        let (done, ended) = channel::<()>();
        scope.spawn(move || {
            let bar = indicatif::ProgressBar::new(0);
            while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(Duration::from_millis(200)) {
                if let Ok(state) = ask::<WorkState>(session, "work", json!({"work": WORK})) {
                    bar.set_length(u64::from(state.total));
                    bar.set_position(u64::from(state.done));
                }
            }
            bar.finish_and_clear();
        });
        let answer = ask(session, name, request);
        drop(done);
        answer
    })
}

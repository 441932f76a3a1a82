//! One error for all faces: a code somebody branches on, and a message for a person.

use serde::Serialize;
use takeup_domain::work::Stopped;
use takeup_export::ExportError;
use takeup_import::ImportError;
use takeup_store::StoreError;

/// What went wrong.
#[derive(Debug, Clone, Serialize, thiserror::Error)]
#[error("{message}")]
pub struct ApiError {
    /// "usage" (the request makes no sense), "closed" (no workspace is open), "cancelled" or "failed".
    pub code: &'static str,
    /// What is wrong, where, and what to do next.
    pub message: String,
}

impl ApiError {
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        ApiError { code: "usage", message: message.into() }
    }

    pub(crate) fn failed(message: impl Into<String>) -> Self {
        ApiError { code: "failed", message: message.into() }
    }

    pub(crate) fn closed() -> Self {
        ApiError { code: "closed", message: "No workspace is open. Open one, or make a new one.".into() }
    }

    pub(crate) fn request(name: &str, error: &serde_json::Error) -> Self {
        ApiError::usage(format!("The request for “{name}” cannot be read: {error}."))
    }

    pub(crate) fn unknown_command(name: &str) -> Self {
        ApiError::usage(format!("There is no command “{name}”."))
    }
}

impl From<Stopped> for ApiError {
    fn from(_: Stopped) -> Self {
        ApiError { code: "cancelled", message: "Stopped before there was an answer.".into() }
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        ApiError::failed(error.to_string())
    }
}

impl From<ImportError> for ApiError {
    fn from(error: ImportError) -> Self {
        ApiError::failed(error.to_string())
    }
}

impl From<ExportError> for ApiError {
    fn from(error: ExportError) -> Self {
        ApiError::failed(error.to_string())
    }
}

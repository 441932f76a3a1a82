//! The page's types come from the Rust ones. `UPDATE_TYPES=1 cargo test -p takeup-api --test types` writes them.

use std::path::Path;

#[test]
fn the_pages_types_are_those_of_the_commands() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/host/generated.ts");
    let text = takeup_api::typescript_file();
    if std::env::var_os("UPDATE_TYPES").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == text,
        "ui/src/host/generated.ts is not what the commands say: UPDATE_TYPES=1 cargo test -p takeup-api --test types"
    );
}

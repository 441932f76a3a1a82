//! Names the shell's own commands, so that a capability must grant each one.

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&["call", "save_text", "open_link"]);
    if let Err(problem) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        panic!(
            "{problem:#}\nThe window shows the pages in ui/dist: build them first (cd ui && npm ci && npm run build)."
        );
    }
}

import { invoke } from "@tauri-apps/api/core";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { open, save, type DialogFilter } from "@tauri-apps/plugin-dialog";

import { asHostError, type FileKind, type Host } from "./host";

const FILTERS: Record<FileKind, DialogFilter[]> = {
  workspace: [{ name: "Takeup file", extensions: ["takeup"] }],
  register: [
    { name: "Registers and tables", extensions: ["csv", "tsv", "txt", "json", "zip", "xlsx", "ods"] },
    { name: "All files", extensions: ["*"] },
  ],
};

async function ask<T>(command: string, args: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (failure) {
    throw asHostError(failure);
  }
}

/** The desktop window. */
export const tauriHost: Host = {
  drops: true,

  call: (name, request) => ask("call", { name, request }),

  async pickFiles(kind, several) {
    const chosen = await open({ multiple: several, directory: false, filters: FILTERS[kind] });
    if (chosen === null) return [];
    return Array.isArray(chosen) ? chosen : [chosen];
  },

  saveFile: (name) => save({ defaultPath: name }),

  async saveText(name, text) {
    // The desktop asks where to: a page never names the path of what it writes here.
    const path = await ask<string | null>("save_text", { name, text });
    return path !== null;
  },

  onDrop(dropped, over) {
    const listening = getCurrentWebview().onDragDropEvent(({ payload }) => {
      over(payload.type === "enter" || payload.type === "over");
      if (payload.type === "drop") dropped(payload.paths);
    });
    return () => void listening.then((stop) => stop());
  },

  openLink(url) {
    void ask("open_link", { url });
    return true;
  },

  startProblem() {
    const window = globalThis as { takeupStartProblem?: string | null };
    const problem = window.takeupStartProblem ?? null;
    window.takeupStartProblem = null;
    return problem;
  },
};

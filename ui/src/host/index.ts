import { httpHost, type AskPath } from "./http";
import type { CommandName, Host, Request, Response } from "./host";

export * from "./host";
export type { AskPath } from "./http";

let current: Host | null = null;

/** The host in use. */
export function host(): Host {
  if (current === null) throw new Error("no host is connected");
  return current;
}

/** Puts a host in use: tests bring their own. */
export function useHost(chosen: Host): void {
  current = chosen;
}

/** Finds out where the pages run. */
export async function connect(askPath: AskPath): Promise<void> {
  if (import.meta.env.DEV && new URLSearchParams(location.search).has("fake")) {
    current = (await import("./fake")).fakeHost();
  } else if ("__TAURI_INTERNALS__" in window) {
    current = (await import("./tauri")).tauriHost;
  } else {
    current = httpHost(askPath);
  }
}

/** Runs a command. */
export function call<K extends CommandName>(name: K, request: Request<K>): Promise<Response<K>> {
  return host().call(name, request);
}

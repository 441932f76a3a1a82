import type { Commands } from "./generated";

export type * from "./generated";

export type CommandName = keyof Commands;
export type Request<K extends CommandName> = Commands[K]["request"];
export type Response<K extends CommandName> = Commands[K]["response"];

/** What a file is for, when one is chosen. */
export type FileKind = "workspace" | "register";

/** The only door from the pages to what runs beneath them. */
export interface Host {
  call<K extends CommandName>(name: K, request: Request<K>): Promise<Response<K>>;
  /** Paths of the files chosen; none if the person changed their mind. */
  pickFiles(kind: FileKind, several: boolean): Promise<string[]>;
  /** Where to write a file; null if the person changed their mind. */
  saveFile(name: string): Promise<string | null>;
  /** Saves a text as a file. False if the person changed their mind. */
  saveText(name: string, text: string): Promise<boolean>;
  /** Files dropped on the window; `over` says whether some hang above it. Returns how to stop listening. */
  onDrop(dropped: (paths: string[]) => void, over: (is: boolean) => void): () => void;
  /** True if the host opens the address itself; false leaves it to the plain link. */
  openLink(url: string): boolean;
  /** Why the file the program was started with did not open; told once. */
  startProblem(): string | null;
  /** Files can be dropped on the window. */
  readonly drops: boolean;
}

/** What the host answers when it cannot do what was asked. */
export class HostError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "HostError";
    this.code = code;
  }
}

/** Any failure as a HostError: hosts reject with `{code, message}`. */
export function asHostError(failure: unknown): HostError {
  if (failure instanceof HostError) return failure;
  if (typeof failure === "object" && failure !== null && "message" in failure) {
    const code = "code" in failure && typeof failure.code === "string" ? failure.code : "unexpected";
    return new HostError(code, String(failure.message));
  }
  return new HostError("unexpected", typeof failure === "string" ? failure : "Something went wrong.");
}

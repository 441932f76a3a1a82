import {
  asHostError,
  call,
  type AreaRef,
  type JobState,
  type MappingShown,
  type ReadResult,
  type RecognisedFile,
} from "../host";
import { saved } from "./saved.svelte";
import { workspace } from "./workspace.svelte";

const POLL_MS = 250;

export type Stage = "recognising" | "ready" | "previewing" | "previewed" | "reading" | "done" | "failed";

/** One file on its way into the workspace. */
export class FileReading {
  readonly path: string;
  stage: Stage = $state("recognising");
  file: RecognisedFile | null = $state(null);
  area: AreaRef | null = $state(null);
  /** The mapping was saved for these columns before. */
  mappingSaved = $state(false);
  mapping: MappingShown | null = $state(null);
  job: JobState | null = $state(null);
  preview: ReadResult | null = $state(null);
  result: ReadResult | null = $state(null);
  message: string | null = $state(null);

  constructor(path: string) {
    this.path = path;
  }

  get name(): string {
    return this.file?.file ?? this.path.split(/[\\/]/).at(-1) ?? this.path;
  }

  get busy(): boolean {
    return this.stage === "recognising" || this.stage === "previewing" || this.stage === "reading";
  }

  #request(preview: boolean) {
    const mapping = this.mapping && {
      ...$state.snapshot(this.mapping),
      area: this.area?.gss ?? this.mapping.area,
    };
    return { path: this.path, area: this.area?.gss ?? null, read_as: null, mapping, preview };
  }

  /** Asks what the file is; again after something was chosen, to hear what is still needed. */
  async recognise(): Promise<void> {
    this.#begin("recognising");
    try {
      this.file = await call("recognise", this.#request(true));
      this.mappingSaved ||= this.file.mapping_saved;
      this.mapping ??= this.file.mapping;
      this.stage = "ready";
    } catch (failure) {
      this.#fail(failure);
    }
  }

  async choose(area: AreaRef | null): Promise<void> {
    this.area = area;
    await this.recognise();
  }

  /** Another meaning of the columns: what was counted before no longer holds. */
  remap(mapping: MappingShown): void {
    this.mapping = mapping;
    this.preview = null;
  }

  /** Counts what would change; keeps nothing. */
  async count(): Promise<void> {
    this.#begin("previewing");
    await this.#run(true);
  }

  async read(): Promise<void> {
    this.#begin("reading");
    await this.#run(false);
    if (this.result) {
      saved.revision += 1;
      await workspace.refresh();
    }
  }

  async cancel(): Promise<void> {
    if (this.job) this.job = await call("cancel", { job: this.job.job });
  }

  #begin(stage: Stage): void {
    this.stage = stage;
    this.message = null;
    this.job = null;
    this.preview = null;
  }

  async #run(preview: boolean): Promise<void> {
    try {
      const { job } = await call("read", this.#request(preview));
      let state = await call("job", { job });
      this.job = state;
      while (state.state === "running") {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        state = await call("job", { job });
        this.job = state;
      }
      this.#end(state, preview);
    } catch (failure) {
      this.#fail(failure);
    }
  }

  #end(state: JobState, preview: boolean): void {
    this.job = null;
    if (state.state === "done" && state.result) {
      if (preview) this.preview = state.result;
      else this.result = state.result;
      this.stage = preview ? "previewed" : "done";
    } else if (state.state === "cancelled") {
      this.stage = "ready";
      this.message = "Stopped. Nothing of this file was kept.";
    } else {
      this.stage = "failed";
      this.message = state.error ?? "The file was not read, and nothing of it was kept.";
    }
  }

  #fail(failure: unknown): void {
    this.job = null;
    this.stage = "failed";
    this.message = asHostError(failure).message;
  }
}

/** The files chosen, in order. They stay while one looks at other pages. */
class Reading {
  files: FileReading[] = $state([]);

  add(paths: string[]): void {
    for (const path of paths) {
      if (this.files.some((file) => file.path === path && file.stage !== "done")) continue;
      const file = new FileReading(path);
      this.files.push(file);
      void file.recognise();
    }
  }

  drop(file: FileReading): void {
    this.files = this.files.filter((other) => other !== file);
  }
}

export const reading = new Reading();

import { call, type WorkState } from "../host";
import { Load } from "./load.svelte";

const LOOK_EVERY = 250;
let count = 0;
/** Words that no other window's questions are named with. */
const session = Math.random().toString(36).slice(2);

/** A question that may take seconds: it shows how far it has come, and can be stopped. */
export class LongLoad<T> extends Load<T> {
  /** How far it has come; none before that is known. */
  progress: WorkState | null = $state(null);
  /** The last question was stopped before there was an answer. */
  stopped = $state(false);
  #work: string | null = null;

  /** Asks with a word that names the work. A question still under way is stopped first. */
  async ask(question: (work: string) => Promise<T>): Promise<void> {
    void this.stop();
    const work = `${session}-${(count += 1)}`;
    this.#work = work;
    this.stopped = false;
    this.progress = null;
    const look = setInterval(() => void this.#look(work), LOOK_EVERY);
    await this.run(() => question(work));
    clearInterval(look);
    if (this.#work !== work) return;
    this.#work = null;
    this.progress = null;
    if (this.error?.code === "cancelled") {
      this.error = null;
      this.stopped = true;
    }
  }

  /** Stops the question under way, if any: also when its page is left. */
  async stop(): Promise<void> {
    if (this.#work) await call("work_stop", { work: this.#work }).catch(() => null);
  }

  async #look(work: string): Promise<void> {
    const state = await call("work", { work }).catch(() => null);
    if (this.#work === work && state?.running) this.progress = state;
  }
}

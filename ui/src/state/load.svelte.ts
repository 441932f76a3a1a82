import { asHostError, type HostError } from "../host";

/** Something asked of the host. What was there stays until the next answer is. */
export class Load<T> {
  data: T | null = $state(null);
  error: HostError | null = $state(null);
  busy = $state(false);
  #latest = 0;

  /** Asks; an answer that was overtaken by a later question is dropped. */
  async run(ask: () => Promise<T>): Promise<void> {
    const mine = ++this.#latest;
    this.busy = true;
    try {
      const data = await ask();
      if (mine !== this.#latest) return;
      this.data = data;
      this.error = null;
    } catch (failure) {
      if (mine === this.#latest) this.error = asHostError(failure);
    } finally {
      if (mine === this.#latest) this.busy = false;
    }
  }
}

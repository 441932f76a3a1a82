import { asHostError, call, type HostError, type ReformPage } from "../host";

/** The reform last taken out: it can be put back. */
class Reforms {
  removed: ReformPage | null = $state(null);
  error: HostError | null = $state(null);
  /** Goes up when one is put back: the list asks again. */
  revision = $state(0);

  async remove(id: string): Promise<boolean> {
    this.error = null;
    try {
      this.removed = await call("reform_remove", { id });
      return true;
    } catch (failure) {
      this.error = asHostError(failure);
      return false;
    }
  }

  async putBack(): Promise<void> {
    if (!this.removed) return;
    this.error = null;
    try {
      await call("reform_save", { reform: this.removed.reform });
      this.removed = null;
      this.revision += 1;
    } catch (failure) {
      this.error = asHostError(failure);
    }
  }
}

export const reforms = new Reforms();

import { asHostError, call, type HostError, type Recorded } from "../host";

export type RecordKind = "use" | "coverage" | "finding" | "fact";

/** The last thing recorded or taken back: shown in a banner, and it can be undone. */
class Saved {
  last: { recorded: Recorded; kind: RecordKind; area: string; undone: boolean } | null = $state(null);
  error: HostError | null = $state(null);
  busy = $state(false);
  /** Goes up with every change: pages that show answers ask again. */
  revision = $state(0);

  kept(kind: RecordKind, area: string, recorded: Recorded): void {
    this.last = { recorded, kind, area, undone: false };
    this.error = null;
    this.revision += 1;
  }

  async takeBack(kind: RecordKind, id: number, area: string): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      const recorded = await call("remove", { kind, id, area });
      this.last = { recorded, kind, area, undone: true };
      this.revision += 1;
    } catch (failure) {
      this.error = asHostError(failure);
    } finally {
      this.busy = false;
    }
  }

  async undo(): Promise<void> {
    if (this.last && !this.last.undone) {
      await this.takeBack(this.last.kind, this.last.recorded.id, this.last.area);
    }
  }

  clear(): void {
    this.last = null;
    this.error = null;
  }
}

export const saved = new Saved();

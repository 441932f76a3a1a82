import { call, type About } from "../host";

/** What Takeup is, its words and its lists. They do not change while it runs. */
class AboutTakeup {
  data: About | null = $state(null);

  async load(): Promise<void> {
    this.data ??= await call("about", {});
  }

  meaning(status: string): string {
    return this.data?.legend.find((line) => line.word === status)?.meaning ?? "";
  }

  /** The name of something in one of the lists; its id if the list does not have it. */
  name(list: "pillars" | "shifts" | "departments" | "outcomes" | "effects", id: string): string {
    return this.data?.lists[list].find((choice) => choice.id === id)?.name ?? id.replaceAll("-", " ");
  }
}

export const about = new AboutTakeup();

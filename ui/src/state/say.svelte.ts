import { untrack } from "svelte";

/** What a screen reader is told when something changes without a new page. */
class Say {
  words = $state("");

  out(words: string): void {
    // The same words twice are told twice.
    const before = untrack(() => this.words);
    this.words = before === words ? `${words}\u00a0` : words;
  }
}

export const say = new Say();

/** What a screen reader is told when something changes without a new page. */
class Say {
  words = $state("");

  out(words: string): void {
    // The same words twice are told twice.
    this.words = this.words === words ? `${words}\u00a0` : words;
  }
}

export const say = new Say();

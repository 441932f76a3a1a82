import { call, type AssessmentDoc, type KeyTestWords } from "../host";

/** The words of the key test, and the assessments being written: an edit stays until it is saved. */
class KeyTest {
  words: KeyTestWords | null = $state(null);
  /** By where they are written; gone when they are kept. */
  drafts: Record<string, AssessmentDoc> = $state({});
  /** What was just kept or taken back. */
  told: string | null = $state(null);

  async load(): Promise<KeyTestWords> {
    this.words ??= await call("keytest_words", {});
    return this.words;
  }

  groupName(id: string): string {
    return this.words?.groups.find((group) => group.id === id)?.name ?? id.replaceAll("-", " ");
  }

  discard(at: string): void {
    Reflect.deleteProperty(this.drafts, at);
  }
}

export const keytest = new KeyTest();

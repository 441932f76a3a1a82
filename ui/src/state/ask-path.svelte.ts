import type { AskPath } from "../host";

type Question = Parameters<AskPath>[0];

/** A path that the browser twin asks for. */
class PathQuestion {
  question: Question | null = $state(null);
  #answer: ((paths: string[]) => void) | null = null;

  ask: AskPath = (question) => {
    this.#answer?.([]);
    this.question = question;
    return new Promise((resolve) => (this.#answer = resolve));
  };

  answer(paths: string[]): void {
    this.question = null;
    this.#answer?.(paths);
    this.#answer = null;
  }
}

export const pathQuestion = new PathQuestion();

import { readTyped, type Typed } from "../../words/dates";
import type { Problem } from "./problem";

/** Checks a form's fields and gathers what is wrong; the host checks the meaning. */
export class Check {
  readonly problems: Problem[] = [];

  /** A text that must be there. */
  text(id: string, value: string, problem: string): string {
    const text = value.trim();
    if (!text) this.problems.push({ id, text: problem });
    return text;
  }

  /** A date that must be one. */
  date(id: string, typed: Typed, partial: boolean, what: string): string {
    const read = readTyped(typed, partial);
    if ("date" in read) return read.date;
    this.problems.push({
      id,
      text: `${what}: ${read.problem.charAt(0).toLowerCase()}${read.problem.slice(1)}`,
    });
    return "";
  }

  /** An address of the web, or nothing. */
  address(id: string, value: string): string | null {
    const text = value.trim();
    if (!text) return null;
    if (!/^https?:\/\/\S+$/.test(text)) {
      this.problems.push({ id, text: "Address must begin with https:// or http://" });
    }
    return text;
  }
}

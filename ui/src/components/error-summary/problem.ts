/** Something wrong with a form. */
export interface Problem {
  /** The field's id; none when it is about the whole. */
  id: string | null;
  text: string;
}

/** The problem of a field, if it has one. */
export function problemOf(problems: Problem[], id: string): string | undefined {
  return problems.find((problem) => problem.id === id)?.text;
}

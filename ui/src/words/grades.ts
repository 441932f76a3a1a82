const GRADES: Record<string, string> = {
  source: "read in the source",
  mixed: "read in the source in part, else from memory",
  recall: "from memory, not read in the source",
};

/** What a statement rests on, in words. */
export function grade(verified: string): string {
  return GRADES[verified] ?? verified;
}

/** A sign is a shape, so that nothing rests on colour alone. The words beside it say the same. */
export type Shape =
  "tick" | "cross" | "question" | "ring" | "dots" | "bar" | "square" | "dash" | "eye" | "pen";

export interface Sign {
  shape: Shape;
  /** Modifier of the GOV.UK tag. */
  colour: "green" | "red" | "yellow" | "grey" | "blue" | "orange" | "purple" | "teal";
}

const STATUS: Record<string, Sign> = {
  "in-use": { shape: "tick", colour: "green" },
  "tried-and-refused": { shape: "cross", colour: "red" },
  unused: { shape: "ring", colour: "blue" },
  "unused-not-checked": { shape: "dots", colour: "teal" },
  blocked: { shape: "bar", colour: "orange" },
  "out-of-reach": { shape: "square", colour: "purple" },
  unsettled: { shape: "question", colour: "yellow" },
  "not-available": { shape: "dash", colour: "grey" },
};

const REACH: Record<string, Sign> = {
  open: { shape: "tick", colour: "green" },
  unsettled: { shape: "question", colour: "yellow" },
  blocked: { shape: "bar", colour: "orange" },
  "out-of-reach": { shape: "square", colour: "purple" },
  "not-available": { shape: "dash", colour: "grey" },
};

/** What a leaf of a proof is worth. */
const VALUE: Record<string, Sign & { words: string }> = {
  true: { shape: "tick", colour: "green", words: "Holds" },
  false: { shape: "cross", colour: "red", words: "Does not hold" },
  unknown: { shape: "question", colour: "yellow", words: "Not known" },
  "to-confirm": { shape: "eye", colour: "blue", words: "To confirm" },
  "to-do": { shape: "pen", colour: "grey", words: "To do" },
};

const NONE: Sign = { shape: "dash", colour: "grey" };

export const REACHES = ["open", "unsettled", "blocked", "out-of-reach"] as const;
export type Reach = (typeof REACHES)[number];

const REACH_WORDS: Record<string, string> = {
  open: "Open",
  unsettled: "Unsettled",
  blocked: "Blocked",
  "out-of-reach": "Out of reach",
  "not-available": "Not available",
};

export const statusSign = (status: string): Sign => STATUS[status] ?? NONE;
export const reachSign = (reach: string): Sign => REACH[reach] ?? NONE;
export const reachWords = (reach: string): string => REACH_WORDS[reach] ?? reach;
export const valueSign = (value: string): Sign & { words: string } =>
  VALUE[value] ?? { ...NONE, words: value };

/** Whether somebody can get to a power. */
const WAY: Record<string, Sign & { words: string }> = {
  open: { shape: "tick", colour: "green", words: "Open" },
  routes: { shape: "dots", colour: "blue", words: "A route is known" },
  "no-route": { shape: "square", colour: "purple", words: "No route is known" },
  "not-available": { shape: "dash", colour: "grey", words: "Not available" },
};

export const waySign = (state: string): Sign & { words: string } => WAY[state] ?? { ...NONE, words: state };

const OUTCOME: Record<string, Sign> = {
  succeeded: { shape: "tick", colour: "green" },
  pending: { shape: "dots", colour: "blue" },
  refused: { shape: "cross", colour: "red" },
  lapsed: { shape: "dash", colour: "grey" },
  withdrawn: { shape: "dash", colour: "grey" },
};

export const outcomeSign = (outcome: string): Sign => OUTCOME[outcome] ?? NONE;

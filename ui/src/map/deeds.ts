import { getContext, setContext } from "svelte";

import type { MapNode } from "../host";

/** What can be done with a node: the same in the picture and in the list. */
export interface Deeds {
  /** The node that Tab leads to. */
  at: () => string | null;
  /** The node whose story is told. */
  selected: () => string | null;
  /** The node's fold button is shown: it unfolds, or is the first of what can be folded again. */
  folds: (node: MapNode) => boolean;
  choose: (id: string) => void;
  /** Unfolds, or folds again. */
  toggle: (node: MapNode) => void;
  key: (event: KeyboardEvent, node: MapNode) => void;
  /** What a screen reader says of it beside what is seen. */
  beyond: (node: MapNode) => string;
}

const KEY = Symbol("map");

export const setDeeds = (deeds: Deeds): Deeds => setContext(KEY, deeds);
export const getDeeds = (): Deeds => getContext<Deeds>(KEY);

/** The keys, as told to people. */
export const KEYS: readonly (readonly [string, string])[] = [
  ["Left and right", "along the widest line, or back the way you came"],
  ["Up and down", "in the column"],
  ["Home and End", "to the ends of the column"],
  ["Enter", "unfold, or fold again"],
  ["F", "only what runs through it"],
  ["B", "only what it blocks"],
  ["L", "lift it to see what would open, or let go"],
  ["R", "start a route here; again elsewhere: all routes between the two, with Shift the cheapest"],
  ["Escape", "one step back"],
  ["/", "search"],
];

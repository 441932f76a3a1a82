import type { MapView } from "../host";

/** A step on the map: how the view changes, and what the step is called in the trail. */
export interface Step {
  words: string;
  view: MapView;
}

export const WHOLE: MapView = { unfolded: [], cheapest: false, lift: [] };

/** Unfolds, as the latest: it wins where there is no room for all. */
export function unfolded(view: MapView, id: string): MapView {
  return { ...view, unfolded: [...view.unfolded.filter((other) => other !== id), id] };
}

/** Folds again. What was unfolded for the sake of one part of it (a search) goes too. */
export function folded(view: MapView, id: string, parts: string[] = []): MapView {
  return { ...view, unfolded: view.unfolded.filter((other) => other !== id && !parts.includes(other)) };
}

/** Only what runs through a node. */
export function focused(view: MapView, id: string): MapView {
  return { ...view, focus: id, to: null, cheapest: false, steps: null, way: null };
}

/** The routes from the node in focus to another; cheapest or all. */
export function routed(view: MapView, from: string, to: string, cheapest: boolean): MapView {
  return { ...view, focus: from, to, cheapest, steps: null, way: null };
}

export function unfocused(view: MapView): MapView {
  return { ...view, focus: null, to: null, cheapest: false, steps: null, way: null };
}

export function blockedBy(view: MapView, id: string | null): MapView {
  return { ...view, blocked_by: id };
}

/** Shows or hides the powers of a status; `hidden` is what the map hides now. */
export function toggled(view: MapView, hidden: string[], status: string): MapView {
  const hide = hidden.includes(status) ? hidden.filter((one) => one !== status) : [...hidden, status];
  return { ...view, hide };
}

export function lifted(view: MapView, id: string): MapView {
  return { ...view, lift: [...view.lift.filter((other) => other !== id), id] };
}

export function letGo(view: MapView, id: string): MapView {
  return { ...view, lift: view.lift.filter((other) => other !== id) };
}

import type { MapNode, MapShown } from "../host";
import { count } from "../words/numbers";
import type { Sign } from "../words/signs";
import { statusSign } from "../words/signs";
import type { Beside } from "./walk";

const SIGNS: Record<string, Sign> = {
  clear: { shape: "tick", colour: "green" },
  unmet: { shape: "bar", colour: "orange" },
  unknown: { shape: "question", colour: "yellow" },
  stops: { shape: "cross", colour: "red" },
  short: { shape: "bar", colour: "purple" },
  "not-here": { shape: "dash", colour: "grey" },
  lifted: { shape: "pen", colour: "blue" },
};

/** The sign of a node's state; null where it has none. */
export function signOf(node: MapNode): Sign | null {
  if (node.status) return statusSign(node.status);
  return node.sign ? (SIGNS[node.sign] ?? null) : null;
}

const SOME = 4;

function some(ids: string[], names: Map<string, string>): string {
  const first = ids.slice(0, SOME).map((id) => names.get(id) ?? id);
  const more = ids.length - first.length;
  return more > 0 ? `${first.join(", ")} and ${more} more` : first.join(", ");
}

/** What a screen reader says of a node after its name, kind, state and counts: how it changed, what it holds, its neighbours. */
export function beyond(node: MapNode, names: Map<string, string>, beside: Beside | undefined): string {
  const of = (ids: string[]) => some(ids, names);
  const before = beside?.before.map((edge) => edge.from) ?? [];
  const after = beside?.after.map((edge) => edge.to) ?? [];
  return [
    node.was && `was ${node.was}`,
    node.unfolds && `folded, holds ${node.holds}`,
    before.length > 0 && `from ${of(before)}`,
    after.length > 0 && `to ${of(after)}`,
  ]
    .filter(Boolean)
    .map((part) => `; ${part}`)
    .join("");
}

/** Names of all nodes, with the state of those that a name alone does not tell apart. */
export function namesOf(shown: MapShown): Map<string, string> {
  return new Map(shown.nodes.map((node) => [node.id, nameOf(node)]));
}

export function nameOf(node: MapNode): string {
  return node.unfolds && node.state ? `${node.name}, ${node.state.toLowerCase()}` : node.name;
}

/** What changed from one map to the next, for the live region. */
export function changed(before: MapShown | null, now: MapShown): string {
  const had = new Set(before?.nodes.map((node) => node.id));
  const has = new Set(now.nodes.map((node) => node.id));
  const more = now.nodes.filter((node) => !had.has(node.id)).length;
  const gone = before?.nodes.filter((node) => !has.has(node.id)).length ?? 0;
  const parts = [];
  if (before && more > 0) parts.push(`${count(more, "node")} more`);
  if (gone > 0) parts.push(`${count(gone, "node")} gone`);
  if (now.no_room.length > 0) parts.push(`folded again for want of room: ${now.no_room.join("; ")}`);
  if (now.lifted.length > 0) parts.push(`${count(now.opened.length, "power")} would change`);
  return [...parts, now.says].join(". ");
}

/** The first node of each bundle that was unfolded: there it can be folded again. */
export function firstInside(shown: MapShown): Set<string> {
  const bundles = new Set<string>();
  const firsts = new Set<string>();
  for (const { id, inside } of shown.nodes) {
    if (!inside || bundles.has(inside)) continue;
    bundles.add(inside);
    firsts.add(id);
  }
  return firsts;
}

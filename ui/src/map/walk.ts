import type { MapEdge, MapNode, MapShown } from "../host";

/** The lines of one node, the widest first. */
export interface Beside {
  before: MapEdge[];
  after: MapEdge[];
}

const widest = (a: MapEdge, b: MapEdge) => b.groups - a.groups;

/** The lines of every node. */
export function besides(shown: MapShown): Map<string, Beside> {
  const found = new Map<string, Beside>(shown.nodes.map((node) => [node.id, { before: [], after: [] }]));
  for (const edge of shown.edges) {
    found.get(edge.from)?.after.push(edge);
    found.get(edge.to)?.before.push(edge);
  }
  for (const { before, after } of found.values()) {
    before.sort(widest);
    after.sort(widest);
  }
  return found;
}

/**
 * Where an arrow key leads: left and right along lines, up and down in a column, Home and End to its ends.
 * A way back along the line by which one came is preferred: `came` is the node before this one.
 */
export function walk(
  shown: MapShown,
  beside: Map<string, Beside>,
  at: string,
  key: string,
  came: string | null = null,
): string | null {
  const here = shown.nodes.find((node) => node.id === at);
  if (!here) return shown.nodes[0]?.id ?? null;
  const column = shown.nodes.filter((node) => node.column === here.column);
  const place = column.indexOf(here);
  switch (key) {
    case "ArrowUp":
      return column[place - 1]?.id ?? null;
    case "ArrowDown":
      return column[place + 1]?.id ?? null;
    case "Home":
      return place > 0 ? (column[0]?.id ?? null) : null;
    case "End":
      return place < column.length - 1 ? (column.at(-1)?.id ?? null) : null;
    case "ArrowLeft":
    case "ArrowRight": {
      const left = key === "ArrowLeft";
      const lines = (left ? beside.get(at)?.before : beside.get(at)?.after) ?? [];
      const ends = lines.map((edge) => (left ? edge.from : edge.to));
      return ends.find((end) => end === came) ?? ends[0] ?? null;
    }
    default:
      return null;
  }
}

/** The node that the walk starts from when the one that had the focus is gone. */
export function stand(shown: MapShown, wanted: string | null, before: MapShown | null): string | null {
  if (wanted && shown.nodes.some((node) => node.id === wanted)) return wanted;
  const old = before?.nodes.find((node) => node.id === wanted);
  // What was folded away stands in the node that it was unfolded from; what was unfolded, in its first part.
  const around = old?.inside ?? null;
  const near: MapNode | undefined =
    shown.nodes.find((node) => node.id === around) ?? shown.nodes.find((node) => node.inside === wanted);
  return near?.id ?? shown.nodes[0]?.id ?? null;
}

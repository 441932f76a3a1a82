import type { Node } from "@xyflow/svelte";

import type { MapEdge, MapNode, MapShown } from "../host";

export const WIDTH = 200;
export const HEIGHT = 66;

export type FlowNode = Node<{ node: MapNode }, "spot">;

export function flowNodes(shown: MapShown, before: FlowNode[] = []): FlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  return shown.nodes.map((node) => {
    const old = known.get(node.id);
    const stays = old && old.position.x === node.x && old.position.y === node.y;
    if (stays && same(old.data.node, node)) return old;
    return {
      id: node.id,
      type: "spot",
      position: { x: node.x, y: node.y },
      data: { node },
      width: WIDTH,
      height: HEIGHT,
    };
  });
}

function same(a: MapNode, b: MapNode): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Width of a line by the number of groups: 1 for none, 7 for the most there are. */
export function thickness(groups: number, most: number): number {
  return groups === 0 || most === 0 ? 1 : 1.5 + 5.5 * Math.sqrt(groups / most);
}

/** A line as drawn: from the right edge of one node to the left edge of another. */
export interface Line {
  id: string;
  edge: MapEdge;
  path: string;
  width: number;
}

export function lines(shown: MapShown): Line[] {
  const places = new Map(shown.nodes.map((node) => [node.id, node]));
  const most = Math.max(0, ...shown.edges.map((edge) => edge.groups));
  return shown.edges.flatMap((edge) => {
    const from = places.get(edge.from);
    const to = places.get(edge.to);
    if (!from || !to) return [];
    const [x1, y1, x2, y2] = [from.x + WIDTH, from.y + HEIGHT / 2, to.x, to.y + HEIGHT / 2];
    const middle = (x1 + x2) / 2;
    return [
      {
        id: `${edge.from} → ${edge.to}`,
        edge,
        path: `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`,
        width: Math.round(thickness(edge.groups, most) * 2) / 2,
      },
    ];
  });
}

/** Lines of one look, as one stroke. */
export interface Stroke {
  look: string;
  clear: boolean;
  width: number;
  path: string;
}

/** A thousand lines are a dozen strokes: quick to draw, and where lines lie on each other they grow no darker. */
export function strokes(all: Line[]): Stroke[] {
  const found = new Map<string, { clear: boolean; width: number; paths: string[] }>();
  for (const { edge, path, width } of all) {
    const look = `${edge.clear} ${width}`;
    const same = found.get(look);
    if (same) same.paths.push(path);
    else found.set(look, { clear: edge.clear, width, paths: [path] });
  }
  return [...found].map(([look, { clear, width, paths }]) => ({ look, clear, width, path: paths.join("") }));
}

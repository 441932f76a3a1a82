import { Position, type Edge, type Node } from "@xyflow/svelte";

import type { MapNode, MapShown } from "../host";

export const WIDTH = 200;
export const HEIGHT = 66;

export type FlowNode = Node<{ node: MapNode }, "spot">;
export type FlowEdge = Edge;

// Told, not measured: so that lines are there with the first paint.
const handle = (type: "source" | "target", position: Position, x: number) => ({
  type,
  position,
  x,
  y: HEIGHT / 2,
  width: 1,
  height: 1,
});
const HANDLES = [handle("target", Position.Left, 0), handle("source", Position.Right, WIDTH)];

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
      handles: HANDLES,
    };
  });
}

function same(a: MapNode, b: MapNode): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Width of a line by the number of groups: 1 for none, 12 for the most there are. */
export function thickness(groups: number, most: number): number {
  return groups === 0 || most === 0 ? 1 : 1.5 + 10.5 * Math.sqrt(groups / most);
}

/** Lines; those of the node that is looked at stand out. */
export function flowEdges(shown: MapShown, selected: string | null): FlowEdge[] {
  const most = Math.max(0, ...shown.edges.map((edge) => edge.groups));
  return shown.edges.map((edge) => {
    const near = edge.from === selected || edge.to === selected;
    return {
      id: `${edge.from} → ${edge.to}`,
      source: edge.from,
      target: edge.to,
      class: ["app-line", edge.clear && "app-line--clear", near && "app-line--near"]
        .filter(Boolean)
        .join(" "),
      style: `stroke-width: ${thickness(edge.groups, most).toFixed(1)}px`,
      zIndex: near ? 1 : 0,
    };
  });
}

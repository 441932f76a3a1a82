import type { MapEdge, MapNode, MapRequest, MapShown, MapStory, SavedView } from "../generated";
import { trafford } from "./places";

const node = (id: string, column: number, row: number, more: Partial<MapNode> = {}): MapNode => ({
  id,
  kind: id.split(":")[0] ?? id,
  kind_name: "Node",
  name: id,
  status: null,
  state: "",
  sign: null,
  counts: "",
  column,
  x: column * 258,
  y: row * 78,
  holds: 1,
  unfolds: false,
  inside: null,
  lifts: false,
  was: null,
  ...more,
});

const BUNDLE = "powers:home-office:unsettled";
const power = { kind_name: "Power", status: "unsettled", state: "Unsettled", inside: BUNDLE };

const always: MapNode[] = [
  node("department:home-office", 0, 0, { name: "Home Office", kind_name: "Department", counts: "4 powers" }),
  node("power:power-3", 1, 0, {
    name: "<script>alert(1)</script>",
    kind_name: "Power",
    status: "unused-not-checked",
    state: "Unused, not checked",
    counts: "open to 9 groups",
  }),
  node("clear", 2, 0, { kind: "between", name: "Nothing: could use it today", sign: "clear", state: "Open" }),
  node("unmet:form:cio", 2, 1, {
    kind: "between",
    kind_name: "Stands between",
    name: "Is a CIO",
    sign: "unmet",
    state: "Not met",
    counts: "2 powers · 7 groups",
    lifts: true,
  }),
  node("kind:cio", 3, 0, { name: "Charitable incorporated organisation", counts: "9 groups" }),
];

const bundled = node(BUNDLE, 1, 1, {
  name: "2 powers",
  kind_name: "Powers, folded",
  status: "unsettled",
  state: "Unsettled",
  holds: 2,
  unfolds: true,
});
const unfolded = [
  node("power:power-5", 1, 1, { ...power, name: "Demand a parish poll" }),
  node("power:power-8", 1, 2, { ...power, name: "Ask for more" }),
];

const edge = (from: string, to: string, groups: number, clear = false): MapEdge => ({
  from,
  to,
  groups,
  clear,
  says: clear ? `open to ${groups} groups` : `stops ${groups} groups`,
});

/** A map small enough to follow, that unfolds, narrows and lifts as the real one does. */
export function mapShown({ view, search }: MapRequest): MapShown {
  const seen = view ?? { unfolded: [], cheapest: false, lift: [] };
  const parts = seen.unfolded.includes(BUNDLE) ? unfolded : [bundled];
  const lifted = seen.lift.includes("unmet:form:cio");
  const lines = [
    edge("department:home-office", "power:power-3", 9, true),
    edge("power:power-3", "clear", 9, true),
    edge("clear", "kind:cio", 9, true),
    ...parts.flatMap((part) => [
      edge("department:home-office", part.id, 0),
      edge(part.id, "unmet:form:cio", 7, lifted),
    ]),
    edge("unmet:form:cio", "kind:cio", 7, lifted),
  ];
  const passes = (id: string) =>
    !seen.focus ||
    id === seen.focus ||
    lines.some((e) => [e.from, e.to].sort().join() === [id, seen.focus].sort().join());
  const nodes = [...always, ...parts]
    .filter(({ id }) => passes(id))
    .map((one) => (lifted && one.lifts ? { ...one, sign: "lifted", state: "Lifted, to try" } : one));
  const shown = new Set(nodes.map(({ id }) => id));
  const words = search?.toLowerCase() ?? "";
  const hits = words ? [...always, ...unfolded].filter((one) => one.name.toLowerCase().includes(words)) : [];
  return {
    area: trafford,
    as_at: "2026-11-25",
    view: { ...seen, hide: seen.hide ?? ["not-available"] },
    named: [seen.focus, seen.to, seen.blocked_by].flatMap((id) => {
      const found = [...always, bundled, ...unfolded].find((one) => one.id === id);
      return found ? [{ id: found.id, name: found.name }] : [];
    }),
    columns: ["Departments", "Powers", "What stands between", "Groups"].map((title, n) => ({
      title,
      x: n * 258,
      nodes: nodes.filter(({ column }) => column === n).length,
    })),
    nodes,
    edges: lines.filter(({ from, to }) => shown.has(from) && shown.has(to)),
    in_all: 20,
    left_out: 0,
    no_room: [],
    statuses: [
      { status: "unused-not-checked", name: "Unused, not checked", powers: 1, hidden: false },
      {
        status: "unsettled",
        name: "Unsettled",
        powers: 2,
        hidden: seen.hide?.includes("unsettled") ?? false,
      },
      { status: "not-available", name: "Not available", powers: 5, hidden: true },
    ],
    hits: hits.map(({ id, kind_name, name }) => ({ id, kind_name, name, out_of_view: false })),
    hits_total: hits.length,
    lifted: lifted ? [{ id: "unmet:form:cio", name: "Is a CIO" }] : [],
    reform: null,
    opened: lifted
      ? [
          {
            power: "power-5",
            name: "Demand a parish poll",
            from: "blocked",
            to: "unused-not-checked",
            groups_from: 0,
            groups_to: 7,
          },
        ]
      : [],
    says: `${nodes.length} nodes shown.`,
    source: "Source: the records of this file.",
  };
}

export function mapStory(id: string): MapStory {
  return {
    id,
    kind_name: "Stands between",
    name: id,
    says: ["It stands between 7 groups and 2 powers.", "<img src=x> stays text."],
    next: "Become a CIO.",
    powers: [{ power: "power-5", name: "Demand a parish poll", status: "blocked", status_name: "Blocked" }],
    powers_total: 1,
    remedies: [{ name: "Become a CIO", who_acts: "group", cost: "low", weeks: "4–26", power: null }],
    proof: [{ words: "The barrier: wrong form", to: "barrier", id: "wrong-legal-form" }],
    source: "Source: the records of this file.",
  };
}

/** Views kept while a test runs. */
export function viewsKept(): {
  list: (area: string) => SavedView[];
  save: (view: SavedView) => SavedView[];
  remove: (area: string, name: string) => SavedView[];
} {
  let kept: SavedView[] = [];
  const list = (area: string) => kept.filter((view) => view.area === area);
  return {
    list,
    save: (view) => {
      kept = [...kept.filter((old) => old.name !== view.name), view];
      return list(view.area);
    },
    remove: (area, name) => {
      kept = kept.filter((view) => view.name !== name);
      return list(area);
    },
  };
}

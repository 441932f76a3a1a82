import type {
  CompareCell,
  ComparePage,
  DiffAnswer,
  DiffCell,
  DiffPage,
  DiffSum,
  LeafLine,
  ReformLine,
  ReformPage,
} from "../generated";
import { areas, trafford } from "./places";

export const reformLine: ReformLine = {
  id: "lower-the-bar",
  name: "Lower the bar",
  note: "From the 2026 paper",
  changes: 2,
  problems: 0,
  made_on: "2026-11-20",
  changed_on: "2026-11-25",
};

export function reformPage(id: string): ReformPage {
  return {
    reform: {
      id,
      name: "Lower the bar",
      note: "From the 2026 paper",
      changes: [
        { repeal: { power: "parish-poll", nation: "england", on: "2026-12-01" } },
        { lift_barrier: { barrier: "unaware-of-right" } },
      ],
    },
    words: ["Repeal “Demand a parish poll” in England on 2026-12-01", "Lift “<script>alert(1)</script>”"],
    problems: [],
    made_on: "2026-11-20",
    changed_on: "2026-11-25",
    file: { name: `${id}.reform.json`, text: "{}\n" },
  };
}

export const leaves: LeafLine[] = [
  {
    at: "all[1]",
    key: "members>=21:local-elector",
    words: "has at least 21 members who are local electors",
    provision: "reg 5(1)(c)",
    threshold: "members",
  },
  { at: "all[2]", key: "trait:x", words: "is not for profit", provision: "reg 5", threshold: null },
];

const answer = (status: string, name: string, reach: string): DiffAnswer => ({
  status,
  status_name: name,
  reach,
  people: reach,
  groups: { open: reach === "open" ? 3 : 0, unsettled: 4, blocked: 2, out_of_reach: 0 },
});

function cell(n: number): DiffCell {
  const closes = n < 2;
  const shut = answer("not-available", "Not available", "not-available");
  const open = answer("unused-not-checked", "Unused, not checked", "open");
  return {
    power: closes ? "parish-poll" : `power-${n}`,
    name: closes
      ? "Demand a parish poll"
      : n === 3
        ? "<script>alert(1)</script>"
        : `Ask for answer number ${n}`,
    area: areas[n % areas.length] ?? trafford,
    effect: closes ? "closes" : n < 60 ? "opens" : "changes",
    before: closes ? open : answer("blocked", "Blocked", "blocked"),
    after: closes ? shut : open,
    gain: closes ? 0 : n,
    lose: closes ? 3 : 0,
    because: [closes ? 0 : 1],
    reason: closes
      ? "No longer in force since 2026-12-01. 3 groups can no longer use it."
      : `${n} groups can use it.`,
    filed: n !== 4,
  };
}

const cells = Array.from({ length: 70 }, (_, n) => cell(n));
const sum = (key: string, name: string, closes: number, opens: number): DiffSum => ({
  key,
  name,
  closes,
  opens,
  changes: 10,
  lose: closes * 3,
  gain: opens * 20,
});

export function diffPage(only: string[], offset: number, limit: number): DiffPage {
  const two = [sum("a", "First", 2, 20), sum("b", "Second", 0, 38)];
  const grouping = (by: string, name: string, lines = two) => ({ by, name, lines });
  return {
    id: "lower-the-bar",
    name: "Lower the bar",
    changes: [
      { words: "Repeal “Demand a parish poll” in England on 2026-12-01", powers: 1 },
      { words: "Lift “Nobody here knows the right exists”", powers: 58 },
    ],
    before: "2026-11-25",
    after: "2026-11-25",
    only: areas.filter((area) => only.includes(area.gss)).map((area) => area.name),
    areas: only.length || 397,
    powers: 59,
    totals: sum("all", "All", 2, 58),
    groupings: [
      grouping("power", "Power"),
      grouping("department", "Department"),
      grouping("duty-holder", "Who must respond"),
      grouping("kind", "Kind of council"),
      grouping("nation", "Nation", [sum("England", "England", 2, 58)]),
      grouping("deprivation", "Deprivation of the area", [sum("not known", "not known", 2, 58)]),
    ],
    moved: [{ power: "parish-poll", name: "Demand a parish poll", from: "Department A", to: "Department B" }],
    cells: cells.slice(offset, offset + limit),
    total: cells.length,
    source: "Groups from: Charities operating in Trafford, as at 1 October 2026.",
  };
}

const opened: CompareCell[] = cells.slice(2, 8).map(({ power, name, area, gain }) => ({
  power,
  name,
  area,
  before: "Blocked",
  after: "Unused, not checked",
  gain,
}));

export const comparePage: ComparePage = {
  first: { id: "lower-the-bar", name: "Lower the bar", totals: sum("all", "All", 2, 58) },
  second: { id: "an-enterprise", name: "A community enterprise", totals: sum("all", "All", 0, 30) },
  only_first: { total: 40, cells: opened },
  only_second: { total: 12, cells: opened.slice(0, 2) },
  both: { total: 0, cells: [] },
  areas: 397,
};

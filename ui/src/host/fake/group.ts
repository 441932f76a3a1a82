import type { GroupPage, GroupPower, GroupRow } from "../generated";
import { areas, trafford } from "./places";

export const groups: GroupRow[] = Array.from({ length: 45 }, (_, n) => ({
  id: `GB-CHC-${100000 + n}`,
  name:
    n === 1
      ? "<script>alert(1)</script>"
      : n === 0
        ? "Sale Moor Community Partnership"
        : `Friends of Park ${n}`,
  legal_form: n % 3 === 0 ? null : "Charitable incorporated organisation",
  area: trafford.gss,
  reach: "open",
  missing: [],
  unknown: [],
  why: n % 2 ? "Every test is met." : "Not known whether it has at least 21 members who are local electors.",
  vanished: n === 4,
}));

const power = (n: number, reach: string): GroupPower => ({
  power: `power-${n}`,
  name: `Ask the public body for answer number ${n}`,
  reach,
  why:
    reach === "open" ? "Every test is met." : "Take on the form of a charitable incorporated organisation.",
});

export function groupPage(id: string): GroupPage {
  const row = groups.find((g) => g.id === id) ?? groups[0];
  return {
    id,
    row_id: 1,
    name: row?.name ?? id,
    area: trafford,
    other_areas: areas.slice(1, 3),
    vanished_since: row?.vanished ? "2026-11-20" : null,
    website: "https://example.org/",
    ids: [id],
    facts: [
      {
        id: null,
        key: "form",
        name: "Legal form",
        value: "Unincorporated association",
        source: "Charities operating in Trafford",
        date: "2026-10-01",
        overridden: true,
      },
      {
        id: 9,
        key: "form:cio",
        name: "Is a charitable incorporated organisation",
        value: "yes",
        source: "Its secretary",
        date: "2026-11-20",
        overridden: false,
      },
    ],
    open: [power(3, "open"), power(5, "open")],
    one_change: [power(8, "unsettled"), power(9, "blocked")],
    further: [power(11, "unsettled")],
    out_of_reach: [power(12, "out-of-reach")],
    not_available: 7,
    can_tell: [
      {
        key: "members:local-elector",
        name: "Members who are local electors",
        input: "number",
        ask: "Ask the group.",
        powers: 6,
      },
      {
        key: "works-here",
        name: "Works in this area",
        input: "yes-no",
        ask: "Ask the group where it works.",
        powers: 22,
      },
      {
        key: "founded",
        name: "When it began",
        input: "date",
        ask: "Ask the group when it began.",
        powers: 1,
      },
      ...Array.from({ length: 9 }, (_, n) => ({
        key: `trait:t${n}`,
        name: `Has attribute ${n}`,
        input: "yes-no",
        ask: "Ask the group.",
        powers: 1,
      })),
    ],
  };
}

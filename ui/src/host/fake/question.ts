import type {
  AskNext,
  LegLine,
  NearMisses,
  RoutePage,
  Shelf,
  WayLine,
  ChokepointLine,
  CircleLine,
  LiftPage,
} from "../generated";
import { groups } from "./group";
import { trafford } from "./places";

const named = groups.slice(0, 3).map(({ id, name }) => ({ id, name }));

export const nearMisses: NearMisses = {
  area: trafford,
  total: 25,
  rows: Array.from({ length: 25 }, (_, n) => ({
    change: {
      kind: n % 2 ? "meet" : "find-out",
      words: n === 3 ? "<script>alert(1)</script>" : `Find out whether it has attribute ${n}.`,
      about: `trait:t${n}`,
      remedies:
        n % 2 ? [{ name: "Ask", who_acts: "group", cost: "low", weeks: "1–4", power: "power-3" }] : [],
    },
    answers: 90 - n,
    area_opens: n === 4 ? 0 : 2,
    powers: [
      { power: "power-3", name: "Ask for something", groups: 44, people: true, opens_area: n !== 4 },
      { power: "power-5", name: "Demand a parish poll", groups: 0, people: true, opens_area: n !== 4 },
    ],
    groups: named,
    groups_total: 44,
  })),
};

export const askNext: AskNext = {
  area: trafford,
  total: 321,
  questions: Array.from({ length: 321 }, (_, n) => ({
    groups: n === 0 ? [] : groups.map(({ id, name }) => ({ id, name })).slice(0, n % 2 === 0 ? 3 : 1),
    groups_total: n === 0 ? 0 : n % 2 === 0 ? 80 : 1,
    key: `trait:q${n}`,
    question: n === 0 ? "Is it true that the council has a petition scheme?" : `Has it attribute ${n}?`,
    ask: "Look on the council’s website.",
    if_yes: 737,
    if_no: 321 - n,
  })),
  letters: [
    {
      duty_holder: "police-force",
      name: "Police force",
      powers: 9,
      text: "To: Police force\n\nPlease send …",
    },
    { duty_holder: "landlord", name: "Landlord", powers: 1, text: "To: Landlord\n\nPlease send …" },
  ],
};

const leg = (words: string, start: number, end: number, more: Partial<LegLine> = {}): LegLine => ({
  words,
  who_acts: "group",
  cost: "low",
  start,
  end,
  timed: true,
  after: [],
  power: null,
  how: null,
  if_not: null,
  helpers: [],
  ...more,
});

export function routePage(power: string, group: string | null): RoutePage {
  const of = groups.find(({ id }) => id === group);
  const who = of?.name ?? "People acting without a group";
  return {
    area: trafford,
    power,
    name: "Nominate an asset of community value",
    who,
    group: of ? { id: of.id, name: of.name } : null,
    state: "routes",
    verdict: `${who}: 3 steps to take, up to 52 weeks and what has no time on file.`,
    routes: [
      {
        weeks: 52,
        untimed: true,
        cost: "low",
        legs: [
          leg("Become a community interest company", 0, 6),
          leg("Find out whether the place is in a parish", 0, 0, {
            who_acts: null,
            cost: null,
            timed: false,
            how: "Look up the place itself.",
            if_not: "Use “Petition for a community governance review” with success",
          }),
          leg("Apply to be designated", 6, 52, { after: [1, 2], power: "power-3", helpers: ["Locality"] }),
        ],
      },
      { weeks: 60, untimed: false, cost: "medium", legs: [leg("<script>alert(1)</script>", 0, 60)] },
    ],
    missing: [],
    qualifying: named,
    qualifying_total: 120,
  };
}

export const goals: Shelf[] = [
  ["save-a-building", "Save a building", "Save something"],
  ["save-a-service", "Stop a service closing", "Save something"],
  ["grow-food", "Grow food", "Land and nature"],
].map(([id = "", name = "", under = ""]) => ({
  id,
  name,
  under,
  entry: "goal",
  note: null,
  powers: [{ kind: "power", id: "parish-poll", name: "Demand a parish poll", note: null }],
}));

const way = (n: number, reach: string, more: Partial<WayLine> = {}): WayLine => ({
  power: `power-${n}`,
  name: `Ask the public body for answer number ${n}`,
  summary: "Anyone may ask. The council need not answer.",
  reach,
  weeks: null,
  cost: null,
  steps: null,
  next: "Write to the council",
  ...more,
});

export const ways: WayLine[] = [
  way(3, "open"),
  way(5, "unsettled", { weeks: 0, cost: "low", steps: 1 }),
  way(8, "blocked", { weeks: 26, cost: "medium", steps: 3, name: "<script>alert(1)</script>" }),
  way(9, "out-of-reach", { next: "No route is known." }),
];

export const liftPage: LiftPage = {
  areas: 1,
  weigh: "groups",
  remedies: [{ id: "become-cio", name: "Become a CIO", who_acts: "group", cost: "low", weeks: "4–26" }],
  opens: 149,
  proven: true,
  gap: 0,
  greedy: 147,
  answers: 900,
  kinds: 12,
  verdict: "3 remedies open 149 answers.",
};

export const circles: CircleLine[] = [
  {
    words: "No lease without money, no money without a lease.",
    kind: "barrier",
    barrier: "catch-tenure-vs-funding",
    stuck: ["a lease", "funding"],
    cuts: [
      {
        name: "Make each offer depend on the other",
        who_acts: "owner",
        cost: "low",
        weeks: "1–12",
        power: null,
      },
    ],
    powers: ["community-asset-transfer"],
  },
];

export const chokepoints: ChokepointLine[] = [
  {
    kind: "duty-holder",
    id: "principal-local-authority",
    name: "Principal council",
    barrier: null,
    powers: ["a", "b"],
    areas: 0,
    remedies: [],
  },
  {
    kind: "requirement",
    id: "trait:a",
    name: "is not for profit",
    barrier: "wrong-legal-form",
    powers: ["a"],
    areas: 1,
    remedies: [],
  },
];

import type { About, Choice } from "../generated";

const choice = (id: string, name: string): Choice => ({ id, name });

export const statuses = [
  ["in-use", "In use", "A success, or one under way, in the last five years, or a result that still lasts."],
  ["tried-and-refused", "Tried and refused", "Tried in the last five years; none was granted."],
  ["unused", "Unused", "Somebody here could use it. A register of uses was looked at and shows none."],
  [
    "unused-not-checked",
    "Unused, not checked",
    "Somebody here could use it. Nobody has looked whether anyone did.",
  ],
  ["blocked", "Blocked", "Everybody on record is stopped, and a way to lift what stops them is known."],
  ["out-of-reach", "Out of reach", "Everybody on record is stopped, and no way to lift it is known."],
  ["unsettled", "Unsettled", "It turns on facts that nobody has recorded."],
  [
    "not-available",
    "Not available",
    "Not in force on this date, not for this kind of place, or nobody here must respond.",
  ],
] as const;

export const departments = [
  choice("mhclg", "Ministry of Housing, Communities and Local Government"),
  choice("home-office", "Home Office"),
  choice("dfe", "Department for Education"),
];

export const pillars = [
  choice("public-sector-reform", "Public-sector reform"),
  choice("social-action", "Social action"),
  choice("neighbourhood-empowerment", "Neighbourhood empowerment"),
];

export const about: About = {
  version: "0.1.0",
  catalogue_version: "2026.11",
  powers: 78,
  areas: 397,
  legend: statuses.map(([word, name, meaning]) => ({ word, name, meaning })),
  words: [
    { word: "power", name: "Power", meaning: "Something citizens may do and a public body must answer." },
    { word: "coverage", name: "Coverage", meaning: "Which register of uses was looked at, and when." },
  ],
  never: ["Say “unused” where nobody looked", "Guess a missing fact", "Rank places", "Give legal advice"],
  data_sources: [
    {
      what: "Council areas",
      from: "Office for National Statistics",
      licence: "Open Government Licence v3.0",
      as_at: "2025-04-01",
    },
  ],
  licence:
    "Takeup is free software under MIT OR Apache-2.0. Facts of public bodies are used under the OGL v3.0.",
  lists: {
    departments,
    barriers: [
      choice("unaware-of-right", "Nobody here knows the right exists"),
      choice("no-appeal-route", "No appeal"),
    ],
    forms: [
      choice("cio", "Charitable incorporated organisation"),
      choice("parish-council", "Parish council"),
    ],
    pillars,
    shifts: [
      choice("information", "information"),
      choice("decision", "decisions"),
      choice("people", "people"),
    ],
    outcomes: ["succeeded", "pending", "refused", "lapsed", "withdrawn"].map((id) => choice(id, id)),
    effects: [choice("stops", "Stops"), choice("hinders", "Hinders"), choice("absent", "Is absent")],
    powers: [choice("parish-poll", "Demand a parish poll")],
    duty_holders: [choice("landlord", "Landlord"), choice("principal-local-authority", "Principal council")],
  },
};

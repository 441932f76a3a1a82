import { assessment, effect, group, shift } from "../../words/assessment";
import type { AssessedPage, AssessmentDoc, AssessmentLine, KeyTestWords, PortfolioPage } from "../generated";

const NOT_THIS = "This is not legal advice and not an equality impact assessment.";
const HOSTILE = "<script>alert(1)</script>";
const bare = assessment();

export const library: AssessmentDoc = {
  ...bare,
  id: "library",
  initiative: {
    ...bare.initiative,
    title: "Library to its residents",
    what_changes: "Residents run the library.",
    duty_holder: "Council",
    areas: ["E08000009"],
  },
  baseline: { date: "2026-10-01", description: "The council runs it." },
  portfolio: "ward",
  shift: { ...bare.shift, decision: { ...shift(), before: 2, granted: 4, codified: "yes" } },
  groups: [
    {
      ...group("low-income-households"),
      effects: [{ ...effect(), what: HOSTILE, direction: "adverse", severity: 2, people: 40 }],
    },
  ],
};

const choices = (ids: string[]) => ids.map((id) => ({ id, name: id }));

export const keyTestWords: KeyTestWords = {
  rules: "1.0",
  not_this: NOT_THIS,
  currencies: ["information", "decision", "people"].map((id) => ({
    id,
    name: id,
    levels: ["nothing", "told", "heard", "shared", "held"],
  })),
  channels: choices(["access", "cost", "voice", "burden", "displacement", "safety", "dignity"]),
  grades: choices(["A", "B", "C", "D", "E"]),
  groups: choices(["low-income-households", "carers"]),
  outcomes: choices(["meets", "does-not-meet"]),
  flags: [],
  examples: [
    {
      name: "library",
      title: "Library to its residents",
      shows: "An action of another kind does not count.",
      outcome_name: "Does not meet the test",
      document: library,
    },
  ],
};

export const assessedPage: AssessedPage = {
  id: "library",
  version: 2,
  title: "Library to its residents",
  what_changes: "Residents run the library.",
  duty_holder: "Council",
  instrument: null,
  stage: "proposed",
  baseline: "2026-10-01: the council runs it",
  made_on: "2026-11-01",
  portfolio: "ward",
  as_at: "2026-11-25",
  rules: "1.0",
  not_this: NOT_THIS,
  outcome: "does-not-meet",
  outcome_name: "Does not meet the test",
  verdict: "It fails on the vulnerable and poor. No limb buys another.",
  literal: "meets-taken-together",
  literal_name: "Meets the test, taken together with other actions",
  readings_differ: true,
  as_stated: "Meets the test",
  limbs: [
    {
      question: "Is there a genuine shift of power?",
      finding: "A genuine shift",
      as_stated: null,
      grade: "A: the instrument",
      reasons: ["Decisions: from 2 to 4."],
      open: [],
    },
    {
      question: "Are the vulnerable and poor not made worse off overall?",
      finding: "A group is worse off",
      as_stated: "Uncertain",
      grade: null,
      reasons: [HOSTILE],
      open: ["carers: which way the effect goes"],
    },
  ],
  usable: { answer: "yes", why: "2 groups could use it", groups: ["Old Library Trust"], count: 2 },
  conditions: [
    { what: "A group is formed", owner: "Officer", evidence_wanted: "Its rules", by: "2027-03-01" },
  ],
  depends_on: [{ action: "digital-hub", what: "Digital hub" }],
  flags: [
    {
      flag: "F1",
      name: "Protecting a body that is losing funding",
      signs: ["what is asked for is a renewal", HOSTILE],
      question: "Is there still a power that any other citizen group could take up?",
      answer: null,
      is_false_use: null,
    },
    {
      flag: "F2",
      name: "Describing an ordinary action",
      signs: [],
      question: "Would this have been described two years ago?",
      answer: "It is new (reader, 2026-11-02)",
      is_false_use: false,
    },
  ],
  warnings: [{ code: "W5", words: "Reversible at will." }],
  next: [{ becomes: "meets", becomes_name: "Meets the test", changes: ["one contract", "people are heard"] }],
  to_meet: [{ becomes: "meets", becomes_name: "Meets the test", changes: ["one contract"] }],
  losing: [{ becomes: "meets-if", becomes_name: "Meets the test, if", changes: ["an action lapses"] }],
  citizens_view: [
    {
      who: "Friends",
      on: "2026-10-20",
      text: HOSTILE,
      levels: ["Decisions: 4"],
      outcome_name: "Meets the test",
    },
  ],
  judgements: [{ outcome_name: "Meets the test", reason: "Because", by: "Director", on: "2026-11-03" }],
  assessor: "Officer",
  second_reader: null,
  expires: "2027-11-01",
  lapsed: "This result lapsed on 2026-11-01: a power changed.",
  faults: [
    {
      kind: "no-second-reader",
      at: "readers.second_reader",
      wrong: "nobody else has read it",
      to_do: "Have somebody read it.",
      stops_publishing: true,
    },
    {
      kind: "not-looked-at",
      at: "groups",
      wrong: "not looked at: carers",
      to_do: "Add each.",
      stops_publishing: false,
    },
  ],
  may_be_published: false,
  sources: [
    {
      of: "Decisions",
      grade: "A",
      source: HOSTILE,
      quote: "cl. 6",
      date: "2026-09-01",
      by: "Officer",
      superseded: true,
    },
    { of: "carers", grade: "E", source: "Said", quote: null, date: null, by: null, superseded: false },
  ],
};

const line = (version: number): AssessmentLine => ({
  key: "library",
  version,
  title: HOSTILE,
  portfolio: "ward",
  made_on: "2026-11-01",
  kept_on: "2026-11-02",
  outcome: "does-not-meet",
  outcome_name: "Does not meet the test",
  rules: "1.0",
  expires: "2027-11-01",
  lapsed: version === 1,
});

export const assessmentLines: AssessmentLine[] = [line(2)];

export const portfolioPage: PortfolioPage = {
  name: "ward",
  as_at: "2026-11-25",
  rules: "1.0",
  not_this: NOT_THIS,
  initiatives: [
    {
      key: "library",
      version: 2,
      title: HOSTILE,
      outcome: "does-not-meet",
      outcome_name: "Does not meet the test",
      literal_name: "Meets the test",
      lapsed: true,
      harms: [
        {
          group: "carers",
          what: "A session ends",
          kind: "access",
          people: 40,
          state: "Not made up for",
          matched: [{ action: "bus", people: 20 }],
          shortage: 0,
        },
        {
          group: "carers",
          what: "A fee",
          kind: "cost",
          people: null,
          state: "Made up for",
          matched: [{ action: "fund", people: 9 }],
          shortage: null,
        },
      ],
      faults: [],
    },
    {
      key: "hall",
      version: 1,
      title: "Hall",
      outcome: "meets",
      outcome_name: "Meets the test",
      literal_name: "Meets the test",
      lapsed: false,
      harms: [],
      faults: [],
    },
  ],
  entries: [
    {
      action: "bus",
      what: "A bus",
      kind: "access",
      groups: ["carers"],
      people: 20,
      taken: 20,
      cut: 0,
      left: 0,
    },
    { action: "fund", what: HOSTILE, kind: "cost", groups: [], people: null, taken: 0, cut: 0, left: null },
  ],
  cuts: [{ id: "club", what: "The club ends", on: "2027-01-01", kind: "access", people: 5 }],
  shortages: [
    {
      actions: ["bus (access)"],
      places: 20,
      people: 40,
      cut: 0,
      missing: 20,
      sharing: ["Library", "Hall"],
      words: "40 people need bus (access), which has room for 20: 20 go without.",
    },
  ],
};

import type { EntryPage, EntryRef, Hit, Shelf } from "../generated";

const power: EntryRef = {
  kind: "power",
  id: "parish-poll",
  name: "Demand a parish poll",
  note: "partly in force",
};

export const shelves: Shelf[] = [
  {
    id: "mhclg",
    name: "Ministry of Housing, Communities and Local Government",
    under: "ministerial department",
    entry: "department",
    note: null,
    powers: [power],
  },
  {
    id: "fcdo",
    name: "Foreign Office",
    under: "ministerial department",
    entry: "department",
    note: "No citizen power of its own is on file.",
    powers: [],
  },
];

export const hits: Hit[] = [
  { kind: "power", kind_name: "Power", id: power.id, name: power.name, around: "…ten electors…" },
];

export const entryPage: EntryPage = {
  kind: "barrier",
  kind_name: "Barrier",
  id: "unaware-of-right",
  name: "Nobody here knows the right exists",
  summary: "In the whole place it is news that people may do this.",
  facts: [{ name: "CLEAR factor", value: "can do" }],
  sections: [
    { heading: "Powers it touches", lines: [{ text: power.name, note: null, to: power, link: null }] },
    {
      heading: "Evidence",
      lines: [{ text: "27 % agree", note: "Survey", to: null, link: "https://www.gov.uk/" }],
    },
  ],
  sources: ["Survey of 2019"],
  verified: "source",
  checked_on: "2026-11-25",
  checked_read: "the survey",
  review_by: "2027-11-25",
};

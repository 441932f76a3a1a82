import type { ProofLine } from "../../host";
import Proof from "./Proof.svelte";

export const component = Proof;

const leaf: ProofLine = {
  kind: "fact",
  value: "false",
  key: "members>=21:local-elector",
  words: "has at least 21 members who are local electors",
  provision: "SI 2012/2421 reg 5(1)(c)(i)",
  because: "Told by hand.",
  source: "Letter from the secretary",
  by: null,
  deadline: null,
  barrier: null,
  remedies: [
    { name: "Sign up more members", who_acts: "group", cost: "low", weeks: "1 to 8 weeks", power: null },
  ],
  parts: [],
};
const gss = "E08000009";
const tree: ProofLine = {
  ...leaf,
  kind: "all",
  parts: [
    {
      ...leaf,
      kind: "any",
      value: null,
      parts: [leaf, { ...leaf, value: "unknown", because: "Not on record." }],
    },
    {
      ...leaf,
      kind: "task",
      value: "to-do",
      words: "write the nomination",
      by: "group",
      deadline: "8 weeks",
    },
    { ...leaf, kind: "judgement", value: "to-confirm", words: "serves social well-being", by: "the council" },
  ],
};

export const examples = {
  leaf: { line: leaf, gss },
  tree: { line: tree, gss },
  "the requirement alone": { line: { ...leaf, value: null, because: null, source: null }, gss },
  "a hostile source": { line: { ...leaf, source: "<script>alert(1)</script>" }, gss },
};

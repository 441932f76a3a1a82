import Sets from "./Sets.svelte";

export const component = Sets;

const change = {
  kind: "meet",
  words: "Take on the form of a CIO.",
  about: "form:cio",
  remedies: [{ name: "Register a CIO", who_acts: "group", cost: "low", weeks: "8 to 20 weeks", power: null }],
};

export const examples = {
  "for an area": { sets: [{ changes: [change], groups: 41 }], more: true, gss: "E08000009" },
  "for one group": {
    sets: [{ changes: [change, { ...change, kind: "find-out", remedies: [] }], groups: null }],
    more: false,
    gss: "E08000009",
  },
};

import Sets from "./Sets.svelte";

export const component = Sets;

const change = {
  kind: "meet",
  words: "Take on the form of a CIO.",
  about: "form:cio",
  remedies: [{ name: "Register a CIO", who_acts: "group", cost: "low", weeks: "8 to 20 weeks", power: null }],
};

export const examples = {
  "for an area": {
    sets: [{ changes: [change], cost: "low", weeks: 20, groups: 41, people: true, residents: 237579 }],
    more: true,
    gss: "E08000009",
  },
  "for one group": {
    sets: [
      {
        changes: [change, { ...change, kind: "find-out", remedies: [] }],
        cost: "low",
        weeks: 20,
        groups: null,
        people: false,
        residents: null,
      },
    ],
    more: false,
    gss: "E08000009",
  },
};

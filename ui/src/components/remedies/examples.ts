import Remedies from "./Remedies.svelte";

export const component = Remedies;

export const examples = {
  none: { remedies: [], gss: "E08000009" },
  "with a power that does it": {
    gss: "E08000009",
    remedies: [
      {
        name: "Ask for a review",
        who_acts: "group",
        cost: "low",
        weeks: "4 to 52 weeks",
        power: "parish-poll",
      },
      { name: "<img src=x onerror=alert(1)>", who_acts: "council", cost: "", weeks: "", power: null },
    ],
  },
};

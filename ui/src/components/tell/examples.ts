import { groupPage } from "../../host/fake/group";
import Tell from "./Tell.svelte";

export const component = Tell;

export const examples = {
  "of a group": { lines: groupPage("GB-CHC-100000").can_tell, group: "GB-CHC-100000", gss: "E08000009" },
  "of a place, with a hostile name": {
    lines: [
      { key: "trait:x", name: "<script>alert(1)</script>", input: "yes-no", ask: "Look it up.", powers: 1 },
    ],
    group: null,
    gss: "E08000009",
  },
};

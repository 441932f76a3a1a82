import TextField from "./TextField.svelte";

export const component = TextField;

export const examples = {
  plain: { id: "a", label: "Where it is written", value: "" },
  "with a hint and an error": {
    id: "b",
    label: "Members",
    hint: "Only electors",
    error: "Enter a number",
    value: "x",
  },
};

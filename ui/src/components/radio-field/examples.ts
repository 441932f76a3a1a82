import RadioField from "./RadioField.svelte";

export const component = RadioField;

const choices = [
  { id: "yes", name: "Yes" },
  { id: "no", name: "No", hint: "Also if nobody is sure" },
];

export const examples = {
  plain: { id: "a", label: "Does it work here?", choices, value: "" },
  "with an error": { id: "b", label: "Does it work here?", choices, error: "Choose yes or no", value: "yes" },
};

import SelectField from "./SelectField.svelte";

export const component = SelectField;

const choices = [
  { id: "dfe", name: "Department for Education" },
  { id: "x", name: "<b>bold</b>" },
];

export const examples = {
  plain: { id: "a", label: "Department", choices, empty: "All departments", value: "" },
  "with an error": {
    id: "b",
    label: "Department",
    choices,
    error: "Choose a department",
    value: "dfe",
    hint: "One",
  },
};

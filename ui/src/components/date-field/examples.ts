import { typedFrom } from "../../words/dates";
import DateField from "./DateField.svelte";

export const component = DateField;

export const examples = {
  empty: { id: "a", label: "When", typed: typedFrom(null) },
  "with an error": {
    id: "b",
    label: "When",
    hint: "A year will do",
    error: "Enter a date",
    typed: typedFrom("2020-02-31"),
  },
};

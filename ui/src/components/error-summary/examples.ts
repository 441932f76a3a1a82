import ErrorSummary from "./ErrorSummary.svelte";

export const component = ErrorSummary;

export const examples = {
  none: { problems: [] },
  "one for a field, one for all": {
    problems: [
      { id: "what", text: "Enter what was done" },
      { id: null, text: "The file is read only" },
    ],
  },
};

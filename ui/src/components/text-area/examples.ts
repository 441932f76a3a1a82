import TextArea from "./TextArea.svelte";

export const component = TextArea;

export const examples = {
  plain: { id: "a", label: "What was done", value: "A petition" },
  "with an error": { id: "b", label: "What was done", error: "Enter what was done", value: "" },
};

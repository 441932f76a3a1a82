import Suggest from "./Suggest.svelte";

export const component = Suggest;

const find = () => Promise.resolve(["Trafford", "<script>alert(1)</script>"]);

export const examples = {
  plain: { id: "a", label: "Council", find, words: String, picked: () => undefined },
  "with an error": {
    id: "b",
    label: "Council",
    hint: "h",
    error: "Choose a council",
    find,
    words: String,
    picked: () => undefined,
  },
};

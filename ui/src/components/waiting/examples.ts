import Waiting from "./Waiting.svelte";

export const component = Waiting;

export const examples = {
  plain: { what: "Judging every power" },
  "half way": {
    what: "Weighing every question",
    progress: { running: true, done: 5, total: 10 },
    stop: () => {},
  },
};

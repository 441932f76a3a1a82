import ShowMore from "./ShowMore.svelte";

export const component = ShowMore;

const more = () => undefined;

export const examples = {
  "some of a list": { shown: 20, total: 67, what: "changes", line: "x", more },
  "some of an endless one": { shown: 20, total: 40567, what: "questions", line: "x", more },
  all: { shown: 67, total: 67, what: "changes", line: "x", more },
};

import Pager from "./Pager.svelte";

export const component = Pager;

const turn = () => undefined;

export const examples = {
  first: { total: 1234, offset: 0, size: 20, what: "groups", turn },
  last: { total: 45, offset: 40, size: 20, what: "groups", turn },
  none: { total: 0, offset: 0, size: 20, what: "groups", turn },
};

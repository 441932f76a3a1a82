import PageHeading from "./PageHeading.svelte";

export const component = PageHeading;

export const examples = {
  plain: { text: "Read a register" },
  "with the place above": { text: "Nominate an asset of community value", caption: "Trafford" },
  "a hostile name": { text: "<script>alert(1)</script>" },
};
